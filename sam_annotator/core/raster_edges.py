"""How a mask lies on its photograph: the edges at its outline and where it would lie better, its narrow places.

May import cv2.

All of it looks at the part of the image around the mask only, scaled down where that is large.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray, Mask

_MOST_PIXELS = 250_000  # of what is looked at
_REACH = 0.25  # of the side of a square as large as the mask: how far beside the outline is looked
# Bands beside the outline, as shares of that side; the outline's own band lies between the two halves.
_BANDS = ((-0.25, -0.15), (-0.15, -0.08), (-0.08, -0.04), (-0.04, -0.015), (0.015, 0.04), (0.04, 0.08), (0.08, 0.15),
          (0.15, 0.25))  # fmt: skip
_AT_OUTLINE = 0.015
_LEAST = 1.5  # pixels on both sides of the outline
_SHIFTS = (0.05, 0.08, 0.12, 0.16)  # how far an outline is moved to see whether it lies better there, of the side
_DIRECTIONS = 8
_MOST_PLACES = 600  # of the outline
_LEAST_SEEN = 20
_CUTS = (0.3, 0.45, 0.6, 0.75)  # of the deepest place: how far a mask is worn off to see where it falls apart


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """The part of an image around a mask.

    Attributes:
        x: of its left edge in the image.
        y: of its upper edge.
        scale: its pixels by those of the image.
        pixels: uint8 (h, w, 3) RGB.
        inside: bool (h, w).
    """

    x: int
    y: int
    scale: float
    pixels: RgbImage
    inside: BoolArray

    def point(self, column: int, row: int) -> tuple[float, float]:
        """Return the middle of a pixel of it, in pixels of the image."""
        return (self.x + (column + 0.5) / self.scale, self.y + (row + 0.5) / self.scale)


def surroundings_of(image: RgbImage, mask: Mask) -> Surroundings:
    """Cut a mask and what is around it out of its image; the mask must not be empty."""
    import cv2

    x, y, crop = mask.to_crop()
    height, width = mask.size_hw
    margin = math.ceil(_REACH * math.sqrt(mask.area)) + 4
    left, top = max(x - margin, 0), max(y - margin, 0)
    right, bottom = min(x + crop.shape[1] + margin, width), min(y + crop.shape[0] + margin, height)
    inside = np.zeros((bottom - top, right - left), np.bool_)
    inside[y - top : y - top + crop.shape[0], x - left : x - left + crop.shape[1]] = crop
    pixels = np.ascontiguousarray(image[top:bottom, left:right])
    scale = min(1.0, math.sqrt(_MOST_PIXELS / inside.size))
    if scale < 1.0:
        size = (max(round(inside.shape[1] * scale), 1), max(round(inside.shape[0] * scale), 1))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
        covered = cv2.resize(inside.astype(np.float32), size, interpolation=cv2.INTER_AREA)
        inside = np.asarray(covered >= 0.5)
    return Surroundings(left, top, scale, pixels, inside)


def edges_of(around: Surroundings) -> npt.NDArray[np.float32]:
    """Return how fast colours change at each pixel, float32 (h, w)."""
    import cv2

    colors = cv2.GaussianBlur(_lab(around.pixels), (0, 0), 1.0)
    across, down = cv2.Sobel(colors, cv2.CV_32F, 1, 0), cv2.Sobel(colors, cv2.CV_32F, 0, 1)
    return np.asarray(np.sqrt((across**2 + down**2).sum(axis=2)))


def boundaries_at(
    around: Surroundings, cells: npt.NDArray[np.float32], size_hw: tuple[int, int]
) -> npt.NDArray[np.float32]:
    """Return what cells over a whole image tell of each pixel, float32 (h, w), between the middles of cells.

    Args:
        around: a part of the image.
        cells: float32 (h, w), the image in the upper left, its longer side over all of them.
        size_hw: of the image.
    """
    import cv2

    stride = max(size_hw) / max(cells.shape)
    places = []
    for start, count in ((around.x, around.inside.shape[1]), (around.y, around.inside.shape[0])):
        places.append(((start + (np.arange(count) + 0.5) / around.scale) / stride - 0.5).astype(np.float32))
    across, down = np.meshgrid(*places)
    return np.asarray(cv2.remap(cells, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)


def outline_contrast(around: Surroundings, slope: npt.NDArray[np.float32]) -> float:
    """Return the logarithm of how much stronger edges are at the outline than beside it; NaN where there is none.

    The outline of a good mask lies on edges of the photograph: there colours change faster than a little further in or
    out. What lies beside the image is no outline.
    """
    inside = around.inside
    if not inside.any() or inside.all():
        return math.nan
    depth = _depth(inside)
    side = math.sqrt(np.count_nonzero(inside))
    half = max(_AT_OUTLINE * side, _LEAST)
    at_outline = slope[np.abs(depth) <= half]
    beside = [slope[(depth > low * side) & (depth <= high * side)] for low, high in _BANDS]
    means = [float(band.mean()) for band in beside if band.size]
    if not at_outline.size or not means:
        return math.nan
    return math.log(min(max(float(at_outline.mean()) / max(float(np.mean(means)), 1e-3), 0.1), 10.0))


def shifted_contrast(around: Surroundings, slope: npt.NDArray[np.float32]) -> tuple[float, float]:
    """Return how much stronger edges are where the outline would lie were it moved, at best and in the mean.

    Of a good mask it is below 0: moved to any side its outline leaves the edges it lies on. Where a mask was shifted,
    the outline finds them again; where it was eroded, half of it does.

    Args:
        around: the mask.
        slope: of `edges_of`.

    Returns:
        Logarithms; NaN without an outline.
    """
    import cv2

    inside = around.inside
    if not inside.any() or inside.all():
        return math.nan, math.nan
    rows, columns = np.nonzero(np.abs(_depth(inside)) < 1)
    step = max(1, len(rows) // _MOST_PLACES)
    rows, columns = rows[::step], columns[::step]
    side = math.sqrt(np.count_nonzero(inside))
    edges = cv2.GaussianBlur(slope, (0, 0), max(0.01 * side, 0.8))
    found: list[float] = []
    for far in _SHIFTS:
        for direction in range(_DIRECTIONS):
            angle = 2 * math.pi * direction / _DIRECTIONS
            y, x = rows + round(far * side * math.sin(angle)), columns + round(far * side * math.cos(angle))
            is_seen = (y >= 0) & (y < inside.shape[0]) & (x >= 0) & (x < inside.shape[1])
            if np.count_nonzero(is_seen) >= _LEAST_SEEN:
                found.append(float(edges[y[is_seen], x[is_seen]].mean()))
    here = float(edges[rows, columns].mean()) if len(rows) else 0.0
    if not found or here <= 0:
        return math.nan, math.nan
    best, mean = (math.log(min(max(value / here, 0.05), 20.0)) for value in (max(found), float(np.mean(found))))
    return best, mean


def neck_of(inside: BoolArray) -> float:
    """Return how large the second part is beside the largest when bool (h, w) is worn off until it falls apart."""
    import cv2

    depth = cv2.distanceTransform(np.pad(inside, 1).astype(np.uint8), cv2.DIST_L2, 5)
    deepest, most = float(depth.max()), 0.0
    for cut in _CUTS:
        count, _, stats, _ = cv2.connectedComponentsWithStats((depth > cut * deepest).astype(np.uint8))
        if count > 2:
            areas = np.sort(stats[1:, cv2.CC_STAT_AREA])
            most = max(most, float(areas[-2] / areas[-1]))
    return most


def _depth(inside: BoolArray) -> npt.NDArray[np.float32]:
    """Return how deep each pixel lies in a mask, below 0 outside; what lies beside the image is no outline."""
    import cv2

    plane = np.pad(inside, 1, mode="edge").astype(np.uint8)
    return np.where(
        inside,
        cv2.distanceTransform(plane, cv2.DIST_L2, 5)[1:-1, 1:-1] - 0.5,
        0.5 - cv2.distanceTransform(1 - plane, cv2.DIST_L2, 5)[1:-1, 1:-1],
    )


def _lab(pixels: RgbImage) -> npt.NDArray[np.float32]:
    import cv2

    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB), np.float32)
