"""Pixels of masks made neat: parts, islands, holes, smoothing, growing. Arrays in, arrays out; no Qt.

Inside, pixels that touch at a corner belong together (8-connected); holes are 4-connected, so that a hole never
leaks through a corner. Beyond an array its border goes on: a mask at the border of the image doesn't draw back from it.
"""

from __future__ import annotations

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray


def parts(pixels: BoolArray) -> list[tuple[int, int, BoolArray]]:
    """Cut out each connected part, larger ones first.

    Returns:
        x and y of the smallest box around each, and its pixels there, bool (h, w).
    """
    import cv2

    _, labels, stats, _ = cv2.connectedComponentsWithStats(_bytes(pixels), connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    found: list[tuple[int, int, BoolArray]] = []
    for label in (np.argsort(-areas, kind="stable") + 1).tolist():
        x, y, w, h = stats[label, : cv2.CC_STAT_AREA].tolist()
        found.append((x, y, np.asarray(labels[y : y + h, x : x + w] == label, np.bool_)))
    return found


def without_islands(pixels: BoolArray, min_area: int) -> BoolArray:
    """Take parts below `min_area` pixels away; where all are, the largest stays."""
    import cv2

    _, labels, stats, _ = cv2.connectedComponentsWithStats(_bytes(pixels), connectivity=8)
    areas = stats[:, cv2.CC_STAT_AREA].copy()
    if len(areas) < 2:
        return pixels.copy()
    kept = areas >= min_area
    kept[0] = False
    if not kept.any():
        kept[1 + int(np.argmax(areas[1:]))] = True
    return np.asarray(kept[labels], np.bool_)


def with_holes_filled(pixels: BoolArray, min_area: int) -> BoolArray:
    """Fill holes below `min_area` pixels; what touches the border of the array is no hole."""
    import cv2

    outside = np.pad(_bytes(~pixels), 1, constant_values=1)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(outside, connectivity=4)
    filled = stats[:, cv2.CC_STAT_AREA] < min_area
    filled[0] = True  # the pixels of the mask
    filled[labels[0, 0]] = False
    return np.asarray(filled[labels[1:-1, 1:-1]], np.bool_)


def smoothed(pixels: BoolArray, radius: int) -> BoolArray:
    """Round the outline off over about `radius` pixels; what is thinner may go."""
    import cv2

    size = 4 * radius + 1
    soft = cv2.GaussianBlur(_bytes(pixels) * np.uint8(255), (size, size), radius, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(soft >= 128, np.bool_)


def grown(pixels: BoolArray, radius: int) -> BoolArray:
    """Move the outline outwards by `radius` pixels, or inwards where it is negative."""
    import cv2

    searched = pixels if radius < 0 else ~pixels
    if searched.all():
        return pixels.copy()
    distance = cv2.distanceTransform(_bytes(searched), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(distance > -radius if radius < 0 else distance <= radius, np.bool_)


def _bytes(pixels: BoolArray) -> npt.NDArray[np.uint8]:
    return np.ascontiguousarray(pixels).view(np.uint8)
