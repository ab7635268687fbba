"""Image and dense masks at every scale: pyramids, and the sampling of a rectangle of device pixels. No Qt.

"Device space" is the image scaled by `zoom`: its pixel (u, v) has its centre at image (u + 0.5, v + 0.5) / zoom.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

from sam_annotator.core import raster
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray

ByteArray: TypeAlias = "npt.NDArray[np.uint8]"

NEAREST_FROM = 2.0  # zoom at which single pixels are shown as squares
_SMALLEST_LEVEL = 256


@dataclass(frozen=True, slots=True, eq=False)
class PreparedImage:
    """An image and its halved copies, ready to be shown.

    Attributes:
        levels: uint8 (H, W, 3) RGB; each half the size of the one before.
    """

    levels: tuple[RgbImage, ...]

    @property
    def pixels(self) -> RgbImage:
        """The image itself."""
        return self.levels[0]

    @property
    def size_hw(self) -> tuple[int, int]:
        """Height and width."""
        height, width = self.levels[0].shape[:2]
        return (int(height), int(width))

    @property
    def nbytes(self) -> int:
        """Memory held beside the image itself."""
        return sum(level.nbytes for level in self.levels[1:])


def prepare_image(pixels: RgbImage) -> PreparedImage:
    """Make what the canvas needs of an image; may be called on any thread. The pixels are not copied.

    Args:
        pixels: uint8 (H, W, 3) RGB.
    """
    assert pixels.ndim == 3 and pixels.shape[2] == 3 and pixels.dtype == np.uint8
    return PreparedImage(_levels(pixels))


def _levels(pixels: ByteArray) -> tuple[ByteArray, ...]:
    levels = [pixels]
    while min(levels[-1].shape[:2]) >= 2 and max(levels[-1].shape[:2]) > _SMALLEST_LEVEL:
        levels.append(raster.halved(levels[-1]))
    return tuple(levels)


def sample_image(image: PreparedImage, zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
    """Sample a rectangle of device space.

    Args:
        image: what to sample.
        zoom: device pixels per image pixel.
        rect: u, v, width, height, within the image.

    Returns:
        uint8 (height, width, 4), BGRA, opaque, contiguous.
    """
    u, v, w, h = rect
    if zoom < NEAREST_FROM:
        return _sample_linear(image.levels, zoom, rect)
    height, width = image.size_hw
    xs, ys = nearest_indices(u, w, zoom, width), nearest_indices(v, h, zoom, height)
    crop = raster.rgb_to_bgra(np.ascontiguousarray(image.pixels[ys[0] : ys[-1] + 1, xs[0] : xs[-1] + 1]))
    packed = crop.view(np.uint32)[:, :, 0]
    enlarged = packed.take(xs - xs[0], axis=1).take(ys - ys[0], axis=0)
    return np.asarray(enlarged.view(np.uint8).reshape(h, w, 4), np.uint8)


def nearest_indices(start: int, count: int, zoom: float, size: int) -> npt.NDArray[np.int64]:
    """Return which image column (or row) the centre of each device pixel lies in, clipped to the image."""
    indices = np.floor((start + 0.5 + np.arange(count)) / zoom).astype(np.int64)
    return np.asarray(np.clip(indices, 0, size - 1), np.int64)


def _sample_linear(levels: tuple[ByteArray, ...], zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
    u, v, w, h = rect
    k = _level_for(zoom, len(levels))
    step = 1 / (zoom * 2**k)
    left, top = (u + 0.5) * step - 0.5, (v + 0.5) * step - 0.5
    crop, x0, y0 = _around(levels[k], left, top, step, (h, w))
    if step == 1 and left.is_integer() and top.is_integer():
        exact = crop[int(top) - y0 : int(top) - y0 + h, int(left) - x0 : int(left) - x0 + w]
        if exact.shape[:2] == (h, w):
            return raster.rgb_to_bgra(np.ascontiguousarray(exact))
    # Four channels are resampled twice as fast as three.
    return raster.resampled(raster.rgb_to_bgra(crop), step, left - x0, top - y0, (h, w), border=None)


def _level_for(zoom: float, count: int) -> int:
    """Return the level whose pixels are at least half as large as a device pixel, and not larger than one."""
    return min(max(math.floor(-math.log2(zoom)), 0), count - 1)


def _around(
    level: ByteArray, left: float, top: float, step: float, size_hw: tuple[int, int]
) -> tuple[ByteArray, int, int]:
    """Cut out of a level what sampling a grid looks at: return the crop and its x and y, never empty."""
    height, width = level.shape[:2]
    x0, y0 = min(max(math.floor(left) - 1, 0), width - 1), min(max(math.floor(top) - 1, 0), height - 1)
    x1 = max(min(math.ceil(left + size_hw[1] * step) + 2, width), x0 + 1)
    y1 = max(min(math.ceil(top + size_hw[0] * step) + 2, height), y0 + 1)
    return level[y0:y1, x0:x1], x0, y0


class DenseMask:
    """A mask given as an array, cut to its bounding box, that can be sampled at every scale."""

    def __init__(self, pixels: BoolArray) -> None:
        x, y, w, h = raster.bounding_box(np.ascontiguousarray(pixels).view(np.uint8))
        self.bbox_xywh = (x, y, w, h)
        self._corner = (x - 1, y - 1)
        # A border of one empty pixel: sampling between the last pixel and the outside is then right.
        padded = np.zeros((h + 2, w + 2), np.uint8)
        np.multiply(pixels[y : y + h, x : x + w], np.uint8(255), out=padded[1:-1, 1:-1])
        self._levels = _levels(padded)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel is inside."""
        return self.bbox_xywh[2] == 0

    def sample(self, zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
        """Return how much of each device pixel of a rectangle is covered, uint8 (height, width), 0 to 255."""
        u, v, w, h = rect
        x, y = self._corner
        if zoom < NEAREST_FROM:
            return self._sample_linear(zoom, rect)
        base = self._levels[0]
        xs = np.floor((u + 0.5 + np.arange(w)) / zoom).astype(np.int64) - x
        ys = np.floor((v + 0.5 + np.arange(h)) / zoom).astype(np.int64) - y
        np.clip(xs, 0, base.shape[1] - 1, out=xs)
        np.clip(ys, 0, base.shape[0] - 1, out=ys)
        crop = base[ys[0] : ys[-1] + 1, xs[0] : xs[-1] + 1]
        return np.asarray(crop.take(xs - xs[0], axis=1).take(ys - ys[0], axis=0), np.uint8)

    def region(self, x0: int, y0: int, x1: int, y1: int) -> BoolArray:
        """Return the image pixels of a rectangle, bool (y1 - y0, x1 - x0); outside the image they are False."""
        out = np.zeros((y1 - y0, x1 - x0), np.bool_)
        bx, by, bw, bh = self.bbox_xywh
        left, top, right, bottom = max(x0, bx), max(y0, by), min(x1, bx + bw), min(y1, by + bh)
        if left < right and top < bottom:
            base = self._levels[0][1:-1, 1:-1]
            out[top - y0 : bottom - y0, left - x0 : right - x0] = base[top - by : bottom - by, left - bx : right - bx]
        return out

    def _sample_linear(self, zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
        u, v, w, h = rect
        k = _level_for(zoom, len(self._levels))
        step = 1 / (zoom * 2**k)
        left = ((u + 0.5) / zoom - self._corner[0]) / 2**k - 0.5
        top = ((v + 0.5) / zoom - self._corner[1]) / 2**k - 0.5
        crop, x0, y0 = _around(self._levels[k], left, top, step, (h, w))
        return raster.resampled(crop, step, left - x0, top - y0, (h, w), border=0)
