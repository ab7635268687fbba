"""CleanUp: what is done to a mask after it was made, as numbers, and the doing of it. Imports core only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.raster_clean import grown, smoothed, with_holes_filled, without_islands

MAX_REGION = 1_000_000  # pixels
MAX_RADIUS = 50  # pixels


@dataclass(frozen=True, slots=True)
class CleanUp:
    """How masks are cleaned up; all zero leaves them as they are.

    Attributes:
        islands: parts below this many pixels are taken away; the largest stays.
        holes: holes below this many pixels are filled.
        smooth: the outline is smoothed over about this many pixels.
        grow: the outline moves outwards by this many pixels, inwards where it is negative.
    """

    islands: int = 0
    holes: int = 0
    smooth: int = 0
    grow: int = 0

    @property
    def is_identity(self) -> bool:
        """Whether it leaves every mask as it is."""
        return self == CleanUp()

    @property
    def reach(self) -> int:
        """How far from a mask's box, in pixels, the outcome can depend on the image's border."""
        return 2 * self.smooth + abs(self.grow) + 2

    def to_json(self) -> dict[str, Any]:
        """Return the numbers that are not zero, in a fixed order."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> CleanUp:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the data is no clean-up.
        """
        if not isinstance(data, Mapping):
            raise ValueError("a clean-up must be an object")
        limits = {"islands": MAX_REGION, "holes": MAX_REGION, "smooth": MAX_RADIUS, "grow": MAX_RADIUS}
        values: dict[str, int] = {}
        for name, limit in limits.items():
            value = data.get(name, 0)
            lowest = -limit if name == "grow" else 0
            if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= limit:
                raise ValueError(f"{name} must be an integer from {lowest} to {limit}")
            values[name] = value
        return cls(**values)


def apply_clean_up(pixels: BoolArray, clean_up: CleanUp) -> BoolArray:
    """Return cleaned-up pixels: regions, then smoothing, then growing or shrinking, then regions that came of that.

    A step that would leave nothing is left out, so the outcome is empty only where the pixels are.

    Args:
        pixels: bool (H, W); what lies beyond them goes on as it is at the border.
        clean_up: what to do.

    Returns:
        A new array, bool (H, W).
    """
    if clean_up.is_identity or not pixels.any():
        return pixels.copy()
    regions = replace(clean_up, smooth=0, grow=0)
    result = _without_small_regions(pixels, regions)
    if clean_up.smooth:
        result = _unless_empty(smoothed(result, clean_up.smooth), result)
    if clean_up.grow:
        result = _unless_empty(grown(result, clean_up.grow), result)
    if clean_up.smooth or clean_up.grow:
        result = _without_small_regions(result, regions)
    return result


def _without_small_regions(pixels: BoolArray, clean_up: CleanUp) -> BoolArray:
    filled = with_holes_filled(pixels, clean_up.holes) if clean_up.holes else pixels.copy()
    return without_islands(filled, clean_up.islands) if clean_up.islands else filled


def _unless_empty(after: BoolArray, before: BoolArray) -> BoolArray:
    return after if after.any() else before


def cleaned_up(mask: Mask, clean_up: CleanUp) -> Mask:
    """Return a mask cleaned up; works on its box, so that a small object in a large image is quick."""
    if clean_up.is_identity or mask.is_empty:
        return mask
    height, width = mask.size_hw
    x, y, crop = mask.to_crop()
    h, w = crop.shape
    reach = clean_up.reach
    left, top = max(x - reach, 0), max(y - reach, 0)
    right, bottom = min(x + w + reach, width), min(y + h + reach, height)
    pixels = np.zeros((bottom - top, right - left), np.bool_)
    pixels[y - top : y - top + h, x - left : x - left + w] = crop
    return Mask.from_crop(mask.size_hw, left, top, apply_clean_up(pixels, clean_up))
