"""Draw masks over an image as the window does: a fill, and an outline between a dark and a light line.

Widths grow with the image, so that an overlay of 24 megapixels looks as one of 1 megapixel at the same size on paper.
Arrays in, arrays out; no Qt.
"""

from __future__ import annotations

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import Mask

_LINE, _HALO = 2.0, 0.9  # as in the window, where the image is _SIDE pixels wide or high
_SIDE = 1200.0
_DARK, _LIGHT = 0.55, 0.45
_SOFT = 0.5  # half of the width in pixels that an edge takes


def line_scale(size_hw: tuple[int, int]) -> float:
    """Return how many pixels of an image a pixel of the window stands for."""
    return max(1.0, max(size_hw) / _SIDE)


def draw_mask(
    image: npt.NDArray[np.uint8], mask: Mask, color: tuple[int, int, int], *, opacity: float, outline: bool
) -> None:
    """Draw a mask over an image, in place.

    Args:
        image: RGB (H, W, 3).
        mask: of that size.
        color: RGB.
        opacity: of the fill, 0 to 1.
        outline: whether its outline is drawn, too.
    """
    x, y, crop = mask.to_crop()
    height, width = mask.size_hw
    if crop.size == 0:
        return
    scale = line_scale(mask.size_hw)
    apron = int(np.ceil((_LINE / 2 + _HALO) * scale + 1)) if outline else 0
    x0, y0 = max(0, x - apron), max(0, y - apron)
    x1, y1 = min(width, x + crop.shape[1] + apron), min(height, y + crop.shape[0] + apron)
    inside = np.zeros((y1 - y0, x1 - x0), np.bool_)
    inside[y - y0 : y - y0 + crop.shape[0], x - x0 : x - x0 + crop.shape[1]] = crop
    part = image[y0:y1, x0:x1]
    rgb = np.array(color, np.float32)
    if not outline:
        part[inside] = np.rint(part[inside] * (1 - opacity) + rgb * opacity).astype(np.uint8)
        return
    # Row by row in blocks: the floats of a mask that fills a large image would take gigabytes.
    rows = max(1, (1 << 22) // max(1, inside.shape[1]))
    for top in range(0, inside.shape[0], rows):
        first, last = max(0, top - apron - 1), min(inside.shape[0], top + rows + apron + 1)
        distance = _signed_distance(inside[first:last])[top - first : top - first + rows]
        _compose(part[top : top + rows], inside[top : top + rows], distance, rgb, opacity, scale)


def _compose(
    part: npt.NDArray[np.uint8],
    inside: npt.NDArray[np.bool_],
    distance: npt.NDArray[np.float32],
    rgb: npt.NDArray[np.float32],
    opacity: float,
    scale: float,
) -> None:
    half, halo = _LINE / 2 * scale, _HALO * scale
    out = part.astype(np.float32)
    layers = (
        (rgb, inside * np.float32(opacity)),
        (np.float32(0), _band(distance, -half - halo, 0) * np.float32(_DARK)),
        (np.float32(255), _band(distance, 0, half + halo) * np.float32(_LIGHT)),
        (rgb, _band(distance, -half, half)),
    )
    for color, alpha in layers:
        out += (color - out) * alpha[..., None]
    part[:] = np.clip(np.rint(out), 0, 255).astype(np.uint8)


def _signed_distance(inside: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
    """Return each pixel's distance to the edge, positive inside; the border of the array is no edge."""
    import cv2

    pixels = inside.view(np.uint8)
    if inside.all():
        return np.full(inside.shape, 1e6, np.float32)
    if not inside.any():
        return np.full(inside.shape, -1e6, np.float32)
    within = cv2.distanceTransform(pixels, cv2.DIST_L2, cv2.DIST_MASK_5)
    without = cv2.distanceTransform(1 - pixels, cv2.DIST_L2, cv2.DIST_MASK_5)
    distance: npt.NDArray[np.float32] = np.where(inside, within - 0.5, 0.5 - without).astype(np.float32)
    return distance


def _band(distance: npt.NDArray[np.float32], low: float, high: float) -> npt.NDArray[np.float32]:
    """Return 1 between two distances and 0 beyond, with soft edges."""
    rise = np.clip((distance - low) / (2 * _SOFT) + 0.5, 0, 1)
    fall = np.clip((distance - high) / (2 * _SOFT) + 0.5, 0, 1)
    return np.asarray(rise - fall, np.float32)
