"""Connected regions at a place: a hole that a mask encloses, a part of it.

Masks in, runs out (see core.mask_region). cv2 may be imported here, as in every raster module.
"""

from __future__ import annotations

import math

from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, IntArray, Mask
from sam_annotator.core.mask_region import Rect, changes, region

_WINDOW = 256  # pixels around a place that are looked at first


def hole_at(mask: Mask, x: float, y: float) -> IntArray | None:
    """Return the pixels outside of a mask that it encloses around a place; None where it encloses none.

    What touches at a corner only is not connected (4-connected): a line one pixel wide holds tight.
    """
    found = _connected(mask, x, y, inside=False)
    if found is None:
        return None
    (left, top, w, h), (box_x, box_y, box_w, box_h), places = found
    if left == box_x or top == box_y or left + w == box_x + box_w or top + h == box_y + box_h:
        return None  # it reaches the border of the mask's box: there it is open
    return places


def part_at(mask: Mask, x: float, y: float) -> IntArray | None:
    """Return the connected part of a mask at a place (8-connected); None where nothing of it is."""
    found = _connected(mask, x, y, inside=True)
    return None if found is None else found[2]


def _connected(mask: Mask, x: float, y: float, *, inside: bool) -> tuple[Rect, Rect, IntArray] | None:
    """Return the box of the connected region at a place, the mask's, and the region as it changes."""
    left, top, w, h = box = mask.bbox_xywh
    column, row = math.floor(x), math.floor(y)
    if not (left <= column < left + w and top <= row < top + h):
        return None
    reach = _WINDOW
    while True:  # most are small: the window grows until it holds all of the region
        x0, y0 = max(column - reach, left), max(row - reach, top)
        x1, y1 = min(column + reach, left + w), min(row + reach, top + h)
        pixels = region(mask, (x0, y0, x1 - x0, y1 - y0))
        found = _flooded(pixels if inside else ~pixels, column - x0, row - y0, connectivity=8 if inside else 4)
        if found is None:
            return None
        fx, fy, flooded = found
        fw, fh = flooded.shape[1], flooded.shape[0]
        goes_on = (fx == 0 and x0 > left) or (fy == 0 and y0 > top)
        goes_on = goes_on or (x0 + fx + fw == x1 < left + w) or (y0 + fy + fh == y1 < top + h)
        if not goes_on:
            places = changes(Mask.from_crop(mask.size_hw, x0 + fx, y0 + fy, flooded))
            return (x0 + fx, y0 + fy, fw, fh), box, places
        reach *= 4


def _flooded(pixels: BoolArray, column: int, row: int, *, connectivity: int) -> tuple[int, int, BoolArray] | None:
    """Return x, y and pixels of the connected region at a place of bool (H, W); None where it is False."""
    import cv2

    if not pixels[row, column]:
        return None
    marked = np.zeros((pixels.shape[0] + 2, pixels.shape[1] + 2), np.uint8)
    flags = connectivity | cv2.FLOODFILL_MASK_ONLY | (1 << 8)
    plain = np.array(pixels, np.uint8, order="C")  # a single row or column has strides that OpenCV refuses
    _, _, _, (x, y, w, h) = cv2.floodFill(plain, marked, (column, row), 1, flags=flags)
    return x, y, np.ascontiguousarray(marked[y + 1 : y + h + 1, x + 1 : x + w + 1]).view(np.bool_)
