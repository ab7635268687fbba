"""How a mask lies on its photograph: the edges at its outline, its halves by colour, its narrow places. May import cv2.

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
_PLACE = 15.0  # how much a place counts beside a colour, in units of Lab, for the whole side
_SAMPLES = 4000
_ROUNDS = 10
_CUTS = (0.3, 0.45, 0.6, 0.75)  # of the deepest place: how far a mask is worn off to see where it falls apart

Colors = "npt.NDArray[np.float32]"


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


def outline_contrast(around: Surroundings) -> float:
    """Return the logarithm of how much stronger edges are at the outline than beside it; NaN where there is none.

    The outline of a good mask lies on edges of the photograph: there colours change faster than a little further in or
    out. What lies beside the image is no outline.
    """
    import cv2

    inside = around.inside
    if not inside.any() or inside.all():
        return math.nan
    colors = cv2.GaussianBlur(_lab(around.pixels), (0, 0), 1.0)
    across, down = cv2.Sobel(colors, cv2.CV_32F, 1, 0), cv2.Sobel(colors, cv2.CV_32F, 0, 1)
    slope = np.sqrt((across**2 + down**2).sum(axis=2))
    plane = np.pad(inside, 1, mode="edge").astype(np.uint8)
    depth = np.where(
        inside,
        cv2.distanceTransform(plane, cv2.DIST_L2, 5)[1:-1, 1:-1] - 0.5,
        0.5 - cv2.distanceTransform(1 - plane, cv2.DIST_L2, 5)[1:-1, 1:-1],
    )
    side = math.sqrt(np.count_nonzero(inside))
    half = max(_AT_OUTLINE * side, _LEAST)
    at_outline = slope[np.abs(depth) <= half]
    beside = [slope[(depth > low * side) & (depth <= high * side)] for low, high in _BANDS]
    means = [float(band.mean()) for band in beside if band.size]
    if not at_outline.size or not means:
        return math.nan
    return math.log(min(max(float(at_outline.mean()) / max(float(np.mean(means)), 1e-3), 0.1), 10.0))


def halves_of(around: Surroundings) -> tuple[BoolArray, BoolArray] | None:
    """Part a mask in two by colour and place, bool (h, w) each; None where it has no two."""
    import cv2

    inside = around.inside
    rows, columns = np.nonzero(inside)
    if len(rows) < 16:
        return None
    side = math.sqrt(len(rows))
    colors = cv2.GaussianBlur(_lab(around.pixels), (0, 0), max(1.0, 0.03 * side))[inside]
    places = np.stack((columns, rows), axis=1).astype(np.float32) * np.float32(_PLACE / side)
    values = np.concatenate((colors, places), axis=1)
    some = values[:: max(1, len(values) // _SAMPLES)]
    centred = some - some.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    second = centred @ axes[0] > 0
    for _ in range(_ROUNDS):
        if not second.any() or second.all():
            return None
        centres = np.stack((some[~second].mean(axis=0), some[second].mean(axis=0)))
        second = _is_nearer(some, centres)
    belongs = _is_nearer(values, centres)
    if not belongs.any() or belongs.all():
        return None
    planes = []
    for part in (belongs, ~belongs):
        plane = np.zeros(inside.shape, np.bool_)
        plane[rows[part], columns[part]] = True
        planes.append(plane)
    return planes[0], planes[1]


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


def _lab(pixels: RgbImage) -> npt.NDArray[np.float32]:
    import cv2

    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB), np.float32)


def _is_nearer(values: npt.NDArray[np.float32], centres: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """Return which values are nearer to the second of two centres, bool (N,)."""
    first, second = (((values - centre) ** 2).sum(axis=1) for centre in centres)
    return np.asarray(second < first)
