"""Connected regions at a place: a hole that a mask encloses, a part of it.

Masks in, runs out (see core.mask_region). cv2 may be imported here, as in every raster module.
"""

from __future__ import annotations

import math

from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, IntArray, Mask
from sam_annotator.core.mask_region import changes, region


def hole_at(mask: Mask, x: float, y: float) -> IntArray | None:
    """Return the pixels outside of a mask that it encloses around a place; None where it encloses none.

    What touches at a corner only is not connected (4-connected): a line one pixel wide holds tight.
    """
    left, top, w, h = mask.bbox_xywh
    column, row = math.floor(x) - left, math.floor(y) - top
    if not (0 <= column < w and 0 <= row < h):
        return None
    found = _flooded(~region(mask, mask.bbox_xywh), column, row, connectivity=4)
    if found is None:
        return None
    fx, fy, pixels = found
    if fx == 0 or fy == 0 or fx + pixels.shape[1] == w or fy + pixels.shape[0] == h:
        return None  # it reaches the border of the box: there it is open
    return changes(Mask.from_crop(mask.size_hw, left + fx, top + fy, pixels))


def part_at(mask: Mask, x: float, y: float) -> IntArray | None:
    """Return the connected part of a mask at a place (8-connected); None where nothing of it is."""
    left, top, w, h = mask.bbox_xywh
    column, row = math.floor(x) - left, math.floor(y) - top
    if not (0 <= column < w and 0 <= row < h):
        return None
    found = _flooded(region(mask, mask.bbox_xywh), column, row, connectivity=8)
    if found is None:
        return None
    fx, fy, pixels = found
    return changes(Mask.from_crop(mask.size_hw, left + fx, top + fy, pixels))


def _flooded(pixels: BoolArray, column: int, row: int, *, connectivity: int) -> tuple[int, int, BoolArray] | None:
    """Return x, y and pixels of the connected region at a place of bool (H, W); None where it is False."""
    import cv2

    if not pixels[row, column]:
        return None
    marked = np.zeros((pixels.shape[0] + 2, pixels.shape[1] + 2), np.uint8)
    flags = connectivity | cv2.FLOODFILL_MASK_ONLY | (1 << 8)
    _, _, _, (x, y, w, h) = cv2.floodFill(pixels.view(np.uint8), marked, (column, row), 1, flags=flags)
    return x, y, np.ascontiguousarray(marked[y + 1 : y + h + 1, x + 1 : x + w + 1]).view(np.bool_)
