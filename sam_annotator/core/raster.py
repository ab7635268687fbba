"""Drawing with pixels: outlines of masks and polygons that decode to exactly the same pixels.

Arrays in, arrays out; cv2 may be imported here and in image_io only.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sam_annotator.core.mask import BoolArray, Mask

Loop = npt.NDArray[np.int32]


def outlines(pixels: BoolArray) -> list[Loop]:
    """Trace the pixel edges around every part and every hole.

    Pixels that touch only at a corner are separate parts (4-connected).

    Args:
        pixels: bool (H, W).

    Returns:
        Closed loops of corners, int32 (N, 2) as (x, y) in pixel edges from 0 to W and 0 to H, horizontal and
        vertical edges in turn, the first corner not repeated. The part lies to the right of the way along a
        loop, so the signed area tells parts (positive, y down) from holes (negative).
    """
    padded = np.pad(pixels, 1)
    tl, tr, bl, br = padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]
    count = tl.view(np.uint8) + tr.view(np.uint8) + bl.view(np.uint8) + br.view(np.uint8)
    diagonal = (count == 2) & (tl == br)
    corner = (count == 1) | (count == 3) | diagonal
    ys, xs = np.nonzero(corner)
    if ys.size == 0:
        return []
    double = diagonal[ys, xs]
    repeat = np.where(double, 2, 1)
    x, y = np.repeat(xs, repeat), np.repeat(ys, repeat)
    copy = np.zeros(x.size, np.int64)  # of a double corner, copy 0 owns its upper edge and copy 1 its lower
    copy[np.cumsum(repeat)[double] - 1] = 1
    swapped = np.repeat(double & ~tl[ys, xs], repeat)  # upper right and lower left: the upper edge goes right
    along_row = np.lexsort((np.where(swapped, 1 - copy, copy), x, y))
    along_column = np.lexsort((copy, y, x))
    row_mate, column_mate = _mates(along_row), _mates(along_column)
    loops = _walk(row_mate, column_mate)
    points = np.stack([x, y], axis=1).astype(np.int32)
    return [_clockwise(points[loop], pixels) for loop in loops]


def _mates(order: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Pair the corners 0-1, 2-3, ... of an order: each pair is an edge of the boundary."""
    mates = np.empty_like(order)
    mates[order[0::2]] = order[1::2]
    mates[order[1::2]] = order[0::2]
    return mates


def _walk(row_mate: npt.NDArray[np.int64], column_mate: npt.NDArray[np.int64]) -> list[list[int]]:
    """Follow horizontal and vertical edges in turn until every corner is in one loop."""
    rows, columns = row_mate.tolist(), column_mate.tolist()
    seen = bytearray(len(rows))
    loops: list[list[int]] = []
    for start in range(len(rows)):
        if seen[start]:
            continue
        loop: list[int] = []
        at = start
        while not seen[at]:
            across = rows[at]
            seen[at] = seen[across] = 1
            loop += (at, across)
            at = columns[across]
        loops.append(loop)
    return loops


def _clockwise(loop: Loop, pixels: BoolArray) -> Loop:
    """Turn a loop so that the part lies on its right hand (on screen, y down)."""
    (x0, y0), (x1, _) = loop[0].tolist(), loop[1].tolist()
    column = min(x0, x1)
    below_inside = y0 < pixels.shape[0] and bool(pixels[y0, column])
    goes_right = x1 > x0
    return loop if below_inside == goes_right else np.ascontiguousarray(loop[::-1])


def exact_polygons(mask: Mask) -> list[list[float]] | None:
    """Return COCO polygons that pycocotools decodes to exactly this mask, or None where there are none.

    COCO unites the polygons of an annotation, so a mask with a hole has no such polygons. The answer is checked by
    decoding it.
    """
    x, y, pixels = mask.to_crop()
    loops = outlines(pixels)
    if not loops or any(signed_area(loop) < 0 for loop in loops):
        return None
    polygons = [[float(v) for v in (loop + np.array((x, y))).ravel()] for loop in loops]
    return polygons if Mask.from_polygons(polygons, mask.size_hw) == mask else None


def signed_area(loop: Loop) -> float:
    """Return the area within a loop in pixels; negative for a hole (shoelace formula)."""
    x, y = loop[:, 0].astype(np.int64), loop[:, 1].astype(np.int64)
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2
