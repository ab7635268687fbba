"""Counting what a mask consists of: parts, holes, its border. Arrays in, numbers out; may import cv2."""

from __future__ import annotations

from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray


def part_areas(pixels: BoolArray) -> list[int]:
    """Return the areas of the parts of bool (H, W), the largest first; what touches at a corner only is two parts."""
    import cv2

    if pixels.size == 0:
        return []
    plane = np.ascontiguousarray(pixels).view(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(plane, connectivity=4)
    return sorted((int(area) for area in stats[1:, cv2.CC_STAT_AREA]), reverse=True)


def hole_areas(pixels: BoolArray) -> list[int]:
    """Return the areas of the holes of bool (H, W), the largest first; beyond the array is outside."""
    import cv2

    if pixels.size == 0:
        return []
    outside = np.pad(~pixels, 1, constant_values=True).view(np.uint8)
    _, regions, stats, _ = cv2.connectedComponentsWithStats(outside, connectivity=8)
    surround = int(regions[0, 0])
    areas = (int(stats[i, cv2.CC_STAT_AREA]) for i in range(1, len(stats)) if i != surround)
    return sorted(areas, reverse=True)


def border_length(pixels: BoolArray) -> int:
    """Return how many edges between a pixel inside and one outside bool (H, W) has; beyond the array is outside."""
    padded = np.pad(pixels, 1)
    across, down = padded[1:-1, 1:] ^ padded[1:-1, :-1], padded[1:, 1:-1] ^ padded[:-1, 1:-1]
    return int(np.count_nonzero(across)) + int(np.count_nonzero(down))


def opened_share(pixels: BoolArray) -> float:
    """Return which share of bool (H, W) is left after thin parts and specks are rubbed off, 0 to 1.

    The brush that rubs is a twentieth of the side of a square of the same area.
    """
    import cv2

    area = int(np.count_nonzero(pixels))
    if area == 0:
        return 0.0
    radius = max(1, round(area**0.5 / 40))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    plane = np.pad(pixels, radius + 1).view(np.uint8)
    return int(np.count_nonzero(cv2.morphologyEx(plane, cv2.MORPH_OPEN, disc))) / area
