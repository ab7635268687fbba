"""MaskFacts: what can be said of a mask alone, in numbers. Imports core only."""

from __future__ import annotations

from dataclasses import dataclass

from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.raster_facts import border_length, hole_areas, opened_share, part_areas


@dataclass(frozen=True, slots=True)
class MaskFacts:
    """Numbers of a mask.

    Attributes:
        area: pixels inside.
        bbox_xywh: the smallest box around them.
        parts: connected parts.
        holes: regions outside that are enclosed.
        largest_share: of the area, what the largest part has; 1.0 of an empty mask.
        raggedness: length of the border as a multiple of that of a square of the same area, 1 or more.
        thin_share: of the area, what is thin or specks.
    """

    area: int
    bbox_xywh: tuple[int, int, int, int]
    parts: int
    holes: int
    largest_share: float
    raggedness: float
    thin_share: float


def facts_of(mask: Mask) -> MaskFacts:
    """Return the facts of a mask; quick for a small object in a large image."""
    x, y, pixels = mask.to_crop()
    return _facts(pixels, (x, y))


def _facts(pixels: BoolArray, at: tuple[int, int]) -> MaskFacts:
    area, (height, width) = int(np.count_nonzero(pixels)), pixels.shape
    if area == 0:
        return MaskFacts(0, (0, 0, 0, 0), 0, 0, 1.0, 1.0, 0.0)
    parts = part_areas(pixels)
    return MaskFacts(
        area=area,
        bbox_xywh=(*at, width, height),
        parts=len(parts),
        holes=len(hole_areas(pixels)),
        largest_share=parts[0] / area,
        raggedness=max(border_length(pixels) / (4 * area**0.5), 1.0),
        thin_share=1 - opened_share(pixels),
    )
