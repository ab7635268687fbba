"""Drawing with pixels: outlines, exact polygons, parts and resampling; painting is in raster_paint.

Arrays in, arrays out; cv2 may be imported here and in image_io only.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from sam_annotator.core.errors import MaskError
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray, Mask

Loop: TypeAlias = "npt.NDArray[np.int32]"
FloatArray: TypeAlias = "npt.NDArray[np.float64]"
IntArray: TypeAlias = "npt.NDArray[np.int64]"


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
    height, width = pixels.shape
    padded = np.zeros((height + 2, width + 2), np.bool_)
    padded[1:-1, 1:-1] = pixels
    tl, tr, bl, br = padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]
    upper, lower = tl ^ tr, bl ^ br
    diagonal = upper & lower & (tl == br)
    corner = (upper ^ lower) | diagonal
    ys, xs = np.divmod(np.flatnonzero(corner), width + 1)  # many times as fast as nonzero
    double = diagonal[ys, xs]
    return [_clockwise(loop, pixels) for loop in loops_through(xs, ys, double, tl[ys, xs])]


def loops_through(xs: IntArray, ys: IntArray, double: BoolArray, is_part_above_left: BoolArray) -> list[Loop]:
    """Join corners of a boundary to loops, each walked in either direction.

    Args:
        xs: of each corner.
        ys: likewise.
        double: whether two boundaries touch there: the pixels around it are a chequerboard.
        is_part_above_left: of a double corner, whether the pixel above and left of it is inside.
    """
    if ys.size == 0:
        return []
    repeat = np.where(double, 2, 1)
    x, y = np.repeat(xs, repeat), np.repeat(ys, repeat)
    copy = np.zeros(x.size, np.int64)  # of a double corner, copy 0 owns its upper edge and copy 1 its lower
    copy[np.cumsum(repeat)[double] - 1] = 1
    swapped = np.repeat(double & ~is_part_above_left, repeat)  # upper right and lower left: the upper edge goes right
    along_row = np.lexsort((np.where(swapped, 1 - copy, copy), x, y))
    along_column = np.lexsort((copy, y, x))
    points = np.stack([x, y], axis=1).astype(np.int32)
    return [points[loop] for loop in _walk(_mates(along_row), _mates(along_column))]


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
    try:
        return polygons if Mask.from_polygons(polygons, mask.size_hw) == mask else None
    except MaskError:  # an outline too long to be filled
        return None


def signed_area(loop: Loop) -> float:
    """Return the area within a loop in pixels; negative for a hole (shoelace formula)."""
    x, y = loop[:, 0].astype(np.int64), loop[:, 1].astype(np.int64)
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2


def simplified(points: FloatArray, tolerance: float) -> FloatArray:
    """Return a closed line of float (N, 2) with fewer points, nowhere further than `tolerance` from it."""
    import cv2

    line = cv2.approxPolyDP(points.astype(np.float32)[:, None, :], tolerance, True)
    return np.asarray(line[:, 0, :], np.float64)


def bounding_box(pixels: npt.NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Return x, y, width, height of the smallest box around the non-zero values of uint8 (H, W)."""
    import cv2

    x, y, w, h = cv2.boundingRect(pixels)
    return (int(x), int(y), int(w), int(h))


def largest_part(pixels: BoolArray) -> tuple[int, int, BoolArray]:
    """Cut the largest part out of bool (H, W); pixels that touch at a corner belong together (8-connected).

    Returns:
        x and y of the smallest box around it, and its pixels there, bool (h, w); h and w are 0 where there is none.
    """
    import cv2

    if not pixels.any():
        return (0, 0, np.zeros((0, 0), np.bool_))
    _, parts, stats, _ = cv2.connectedComponentsWithStats(pixels.view(np.uint8), connectivity=8)
    part = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    x, y, w, h = (int(v) for v in stats[part, : cv2.CC_STAT_AREA])
    return (x, y, np.asarray(parts[y : y + h, x : x + w] == part, np.bool_))


def deepest_pixel(pixels: BoolArray) -> tuple[int, int]:
    """Return column and row of the pixel inside that is farthest from everything outside.

    Args:
        pixels: bool (H, W), with a pixel inside; beyond the array is outside.
    """
    import cv2

    depth = cv2.distanceTransform(np.pad(pixels.view(np.uint8), 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    row, column = np.unravel_index(int(np.argmax(depth)), depth.shape)
    return (int(column), int(row))


def halved(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return uint8 (H, W) or (H, W, 3) at half the size, each pixel the mean of four; an odd last row or column goes.

    Args:
        pixels: at least 2 x 2.
    """
    import cv2

    height, width = pixels.shape[0] // 2, pixels.shape[1] // 2
    even = pixels[: height * 2, : width * 2]
    return np.asarray(cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def resampled(
    pixels: npt.NDArray[np.uint8], step: float, left: float, top: float, size_hw: tuple[int, int], border: int | None
) -> npt.NDArray[np.uint8]:
    """Sample uint8 (H, W) or (H, W, 4) on a grid, with linear interpolation.

    Args:
        pixels: at most 32767 on a side.
        step: distance of two samples, in pixels.
        left: x of the first sample, where 0 is the centre of the first pixel.
        top: likewise y.
        size_hw: size of the grid.
        border: the value outside, or None to go on with the pixels at the border.
    """
    import cv2

    matrix = np.array([[step, 0, left], [0, step, top]], np.float64)
    mode = cv2.BORDER_REPLICATE if border is None else cv2.BORDER_CONSTANT
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (size_hw[1], size_hw[0])
    warped = cv2.warpAffine(pixels, matrix, size, flags=flags, borderMode=mode, borderValue=border or 0)
    return np.asarray(warped, np.uint8)


def resized(values: npt.NDArray[np.float32], size_hw: tuple[int, int]) -> npt.NDArray[np.float32]:
    """Scale float32 (H, W) with linear interpolation; pixels are areas, as torch has it without align_corners."""
    import cv2

    return np.asarray(cv2.resize(values, (size_hw[1], size_hw[0]), interpolation=cv2.INTER_LINEAR), np.float32)


def interpolated(
    values: npt.NDArray[np.float32], xs: npt.NDArray[np.floating[Any]], ys: npt.NDArray[np.floating[Any]]
) -> npt.NDArray[np.float32]:
    """Evaluate float32 (H, W) on a grid by linear interpolation; beyond the border it goes on as it is there.

    Args:
        values: at least 1 x 1.
        xs: columns, rising, 0 is the centre of the first.
        ys: rows, likewise.

    Returns:
        float32 (len(ys), len(xs)).
    """
    (x0, x1, wx), (y0, y1, wy) = _neighbours(xs, values.shape[1]), _neighbours(ys, values.shape[0])
    first, last = int(y0[0]), int(y1[-1]) + 1
    strip = values[first:last]
    across = strip.take(x0, axis=1) * (1 - wx) + strip.take(x1, axis=1) * wx
    wy = wy[:, None]
    return np.asarray(across.take(y0 - first, axis=0) * (1 - wy) + across.take(y1 - first, axis=0) * wy, np.float32)


def _neighbours(
    at: npt.NDArray[np.floating[Any]], size: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Return the index before and after each place, and the weight of the one after."""
    inside = np.clip(at, 0, size - 1)
    before = np.floor(inside).astype(np.int64)
    return before, np.minimum(before + 1, size - 1), (inside - before).astype(np.float32)


def blurred(pixels: npt.NDArray[np.uint8], sigma: float) -> npt.NDArray[np.uint8]:
    """Return uint8 (H, W) smoothed by a Gaussian; outside is 0."""
    import cv2

    kernel = cv2.getGaussianKernel(2 * int(np.ceil(3 * sigma)) + 1, sigma)
    # Thrice as fast as GaussianBlur on the small pictures this is for.
    smooth = cv2.sepFilter2D(pixels, -1, kernel, kernel, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(smooth, np.uint8)


def looked_up(indices: npt.NDArray[np.uint8], table: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return `table[indices]` for uint8 (H, W) and 256 values; several times as fast as numpy."""
    import cv2

    return np.asarray(cv2.LUT(np.ascontiguousarray(indices), table.view(np.int32))).view(np.uint32)


def rgb_to_bgra(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return RGB (H, W, 3) as opaque BGRA (H, W, 4): what a 32-bit little-endian 0xffRRGGBB is in memory."""
    import cv2

    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGRA), np.uint8)


def without_small_regions(pixels: BoolArray, min_area: int, *, holes: bool) -> BoolArray | None:
    """Fill small holes, or take small islands away: `remove_small_regions` of segment_anything.

    Pixels that touch at a corner belong together (8-connected). What surrounds an object counts as a hole too, where it
    is small. Where every island is small the largest stays.

    Args:
        pixels: bool (H, W).
        min_area: in pixels; regions below it are small.
        holes: whether holes are filled, else islands are taken away.

    Returns:
        A new array, bool (H, W); None where there are no small regions.
    """
    import cv2

    searched = (~pixels if holes else np.ascontiguousarray(pixels)).view(np.uint8)
    _, regions, stats, _ = cv2.connectedComponentsWithStats(searched, connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    small = np.flatnonzero(areas < min_area)
    if small.size == 0:
        return None
    if not holes and small.size == areas.size:
        small = np.delete(small, np.argmax(areas))
    result = pixels.copy()
    for region in (small + 1).tolist():
        x, y, w, h = stats[region, : cv2.CC_STAT_AREA].tolist()
        result[y : y + h, x : x + w][regions[y : y + h, x : x + w] == region] = holes
    return result
