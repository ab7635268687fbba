"""A point that says what belongs to a mask, for prompts that only say what doesn't. Imports core only."""

from __future__ import annotations

import math

from sam_annotator.core.geometry import Point
from sam_annotator.core.late import np
from sam_annotator.core.mask import Mask
from sam_annotator.core.raster import deepest_pixel

_LOOKED_AT = 250_000  # pixels of a mask's box, at most: of a large one every so many rows and columns
_AWAY = 0.25  # of the side of a square as large as the mask


def anchor_of(mask: Mask, away_from: Point) -> Point | None:
    """Return the place deep inside a mask, but not beside a point; None where all of the mask is beside it.

    Args:
        mask: not empty.
        away_from: in image pixels: what is there shall not belong to the object.
    """
    x, y, pixels = mask.to_crop()
    step = max(1, math.ceil(math.sqrt(pixels.size / _LOOKED_AT)))
    coarse = np.ascontiguousarray(pixels[::step, ::step])
    rows, columns = np.ogrid[: coarse.shape[0], : coarse.shape[1]]
    across, down = columns * step + x + 0.5 - away_from.x, rows * step + y + 0.5 - away_from.y
    coarse = coarse & (across**2 + down**2 > (_AWAY**2) * mask.area)
    if not coarse.any():
        return None
    column, row = deepest_pixel(coarse)
    return Point(x + column * step + 0.5, y + row * step + 0.5)
