"""MaskRuns: a mask as runs of pixels down its columns, sampled at any scale without expanding it. No Qt.

What it costs depends on the number of runs in sight and on the size on screen, not on the megapixels of the image.
"""

from __future__ import annotations

import math
from functools import cache

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.ui.canvas.pyramid import ByteArray, nearest_indices


@cache
def shown_coverage() -> npt.NDArray[np.uint8]:
    """What is shown of a device pixel covered from 0 to 255: of one covered at all, so that thin objects are seen."""
    shown = np.linspace(95, 255, 256).astype(np.uint8)
    shown[0] = 0
    return shown


class MaskRuns:
    """The runs of a mask: column, first row and row after the last one, in the order of columns."""

    __slots__ = ("_bottoms", "_columns", "_tops", "area", "bbox_xywh", "size_hw")

    def __init__(self, mask: Mask) -> None:
        self.size_hw = mask.size_hw
        self.bbox_xywh = mask.bbox_xywh
        self.area = mask.area
        height = mask.size_hw[0]
        ends = np.cumsum(mask.run_lengths())
        starts, stops = ends[0:-1:2], ends[1::2]
        starts, stops = starts[stops > starts], stops[stops > starts]
        first, last = starts // height, (stops - 1) // height
        lengths = last - first + 1
        run = np.repeat(np.arange(len(starts)), lengths)
        step = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        columns = first[run] + step
        self._columns = columns.astype(np.int32)
        self._tops = np.where(step == 0, starts[run] - columns * height, 0).astype(np.int32)
        is_last = step == lengths[run] - 1
        self._bottoms = np.where(is_last, stops[run] - columns * height, height).astype(np.int32)

    @property
    def nbytes(self) -> int:
        """Memory held."""
        return int(self._columns.nbytes + self._tops.nbytes + self._bottoms.nbytes)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel is inside."""
        return self.area == 0

    def contains(self, x: float, y: float) -> bool:
        """Whether the pixel at (x, y) is inside."""
        column, row = math.floor(x), math.floor(y)
        low, high = np.searchsorted(self._columns, (column, column + 1))
        return bool(np.any((self._tops[low:high] <= row) & (row < self._bottoms[low:high])))

    def sample(self, zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
        """Return how much of each device pixel of a rectangle is covered, uint8 (height, width), 0 to 255."""
        return self._sample_far(zoom, rect) if zoom < 1 else self._sample_near(zoom, rect)

    def region(self, x0: int, y0: int, x1: int, y1: int) -> BoolArray:
        """Return the image pixels of a rectangle, bool (y1 - y0, x1 - x0)."""
        return self._region(x0, y0, x1, y1).T

    def _region(self, x0: int, y0: int, x1: int, y1: int) -> BoolArray:
        """Return the pixels of a rectangle, column by column: bool (x1 - x0, y1 - y0)."""
        low, high = np.searchsorted(self._columns, (x0, x1))
        tops = np.clip(self._tops[low:high] - y0, 0, y1 - y0)
        bottoms = np.clip(self._bottoms[low:high] - y0, 0, y1 - y0)
        stride = y1 - y0 + 1
        base = (self._columns[low:high].astype(np.int64) - x0) * stride
        size = (x1 - x0) * stride
        change = np.bincount(base + tops, minlength=size) - np.bincount(base + bottoms, minlength=size)
        plane = np.cumsum(change.astype(np.int8).reshape(x1 - x0, stride), axis=1, dtype=np.int8)
        inside: BoolArray = plane[:, :-1] != 0
        return inside

    def _sample_near(self, zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
        u, v, w, h = rect
        height, width = self.size_hw
        # Beside the image there is nothing: only the part within is looked up.
        u0, v0 = max(u, 0), max(v, 0)
        u1, v1 = min(u + w, round(width * zoom)), min(v + h, round(height * zoom))
        out = np.zeros((h, w), np.uint8)
        if u0 >= u1 or v0 >= v1:
            return out
        xs, ys = nearest_indices(u0, u1 - u0, zoom, width), nearest_indices(v0, v1 - v0, zoom, height)
        x0, y0 = int(xs[0]), int(ys[0])
        plane = self._region(x0, y0, int(xs[-1]) + 1, int(ys[-1]) + 1).view(np.uint8) * np.uint8(255)
        sampled = plane.take(ys - y0, axis=1).T.take(xs - x0, axis=1)
        out[v0 - v : v1 - v, u0 - u : u1 - u] = sampled
        return out

    def _sample_far(self, zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
        """Sum up how far each run reaches over each device pixel: exact coverage."""
        u, v, w, h = rect
        low, high = np.searchsorted(self._columns, (math.floor(u / zoom) - 1, math.ceil((u + w) / zoom) + 1))
        if low == high:
            return np.zeros((h, w), np.uint8)
        left = self._columns[low:high] * zoom - u
        column = np.floor(left)
        beyond = np.maximum(left + zoom - column - 1, 0)  # what a column covers of the next device pixel
        stride = h + 2
        base = (np.clip(column, -2, w).astype(np.int64) + 2) * stride
        y = np.clip(np.concatenate((self._tops[low:high], self._bottoms[low:high])) * zoom - v, 0, h)
        row = y.astype(np.int64)
        part = y - row
        here = np.concatenate((zoom - beyond, beyond - zoom))
        there = np.concatenate((beyond, -beyond))
        index = np.concatenate((base, base)) + row
        change = np.bincount(
            np.concatenate((index, index + 1, index + stride, index + stride + 1)),
            np.concatenate((here * (1 - part), here * part, there * (1 - part), there * part)),
            minlength=(w + 4) * stride,
        )
        covered = np.cumsum(change.reshape(w + 4, stride)[2 : w + 2, :h], axis=1)
        np.multiply(covered, 255, out=covered)
        np.add(covered, 0.99, out=covered)  # rounded up: what is covered at all is at least 1
        return np.ascontiguousarray(shown_coverage().take(covered.astype(np.uint8)).T)
