"""LogitMask: a predicted mask drawn from its low-res logits, at any scale, without making it at the image's size.

It shows what `LogitScaling.full` would give: the same two linear scalings, evaluated only where the screen looks. What
it costs depends on the size on screen, not on the megapixels of the image.
"""

from __future__ import annotations

import math
from copy import copy
from typing import Any

from sam_annotator.core import raster
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.requests import Logits, LogitScaling, Prediction
from sam_annotator.ui.canvas.pyramid import ByteArray, nearest_indices
from sam_annotator.ui.canvas.runs import MaskRuns
from sam_annotator.ui.canvas.shading import Overlay

_WHOLE_PIXELS = 8_000_000  # device pixels of an image up to which it is scaled in one go, and kept


class LogitMask:
    """One candidate of a prediction.

    Args:
        logits: float32 (h, w), of the network.
        scaling: how they become a mask.

    Attributes:
        size_hw: height and width of the image.
        threshold: logits above it are inside.
        bbox_xywh: a box around the mask in image pixels, at most a few pixels too large; 0 wide where it is empty.
    """

    def __init__(self, logits: Logits, scaling: LogitScaling) -> None:
        self.size_hw = scaling.original_size_hw
        self.threshold = scaling.threshold
        height, width = scaling.input_size_hw
        square = raster.resized(logits, (scaling.square_side, scaling.square_side))
        self._field = np.ascontiguousarray(square[:height, :width])
        self._ratio_x, self._ratio_y = width / self.size_hw[1], height / self.size_hw[0]
        self.bbox_xywh = self._bounds()
        self._whole_zoom = 0.0
        self._whole = np.zeros((0, 0), np.uint8)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel is inside."""
        return self.bbox_xywh[2] == 0

    def at(self, threshold: float) -> LogitMask:
        """Return the mask at another threshold; the logits are not scaled again."""
        other = copy(self)
        other.threshold, other._whole_zoom = threshold, 0.0
        other.bbox_xywh = other._bounds()
        return other

    def logits(self, xs: npt.NDArray[np.floating[Any]], ys: npt.NDArray[np.floating[Any]]) -> Logits:
        """Return the logits at a grid of places, in image pixels with 0 at the centre of the first."""
        field_xs, field_ys = (xs + 0.5) * self._ratio_x - 0.5, (ys + 0.5) * self._ratio_y - 0.5
        return raster.interpolated(self._field, field_xs, field_ys)

    def all_logits(self, size_hw: tuple[int, int]) -> Logits:
        """Return the logits of the whole image scaled to a size."""
        return raster.resized(self._field, size_hw)

    def sample(self, zoom: float, rect: tuple[int, int, int, int]) -> ByteArray:
        """Return which device pixels of a rectangle are covered, uint8 (height, width), 0 or 255."""
        u, v, w, h = rect
        height, width = self.size_hw
        u0, v0 = max(u, 0), max(v, 0)
        u1, v1 = min(u + w, max(round(width * zoom), 1)), min(v + h, max(round(height * zoom), 1))
        out = np.zeros((h, w), np.uint8)
        if u0 >= u1 or v0 >= v1:
            return out
        if zoom < 1 and width * height * zoom * zoom <= _WHOLE_PIXELS:
            covered = self._scaled_whole(zoom)[v0:v1, u0:u1]
        elif zoom < 1:
            xs = np.arange(u0 + 0.5, u1, dtype=np.float64) / zoom - 0.5
            ys = np.arange(v0 + 0.5, v1, dtype=np.float64) / zoom - 0.5
            covered = self._inside(xs, ys).view(np.uint8) * np.uint8(255)
        else:
            columns, rows = nearest_indices(u0, u1 - u0, zoom, width), nearest_indices(v0, v1 - v0, zoom, height)
            pixels = self.region(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
            inside = pixels.take(rows - rows[0], axis=0).take(columns - columns[0], axis=1)
            covered = inside.view(np.uint8) * np.uint8(255)
        out[v0 - v : v1 - v, u0 - u : u1 - u] = covered
        return out

    def region(self, x0: int, y0: int, x1: int, y1: int) -> BoolArray:
        """Return the image pixels of a rectangle, bool (y1 - y0, x1 - x0); outside the image they are False."""
        out = np.zeros((y1 - y0, x1 - x0), np.bool_)
        height, width = self.size_hw
        left, top, right, bottom = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
        if left < right and top < bottom:
            inside = self._inside(np.arange(left, right, dtype=np.float64), np.arange(top, bottom, dtype=np.float64))
            out[top - y0 : bottom - y0, left - x0 : right - x0] = inside
        return out

    def _inside(self, xs: npt.NDArray[np.floating[Any]], ys: npt.NDArray[np.floating[Any]]) -> BoolArray:
        """Tell for a grid of places, in image pixels with 0 at the centre of the first, which are inside."""
        inside: BoolArray = self.logits(xs, ys) > np.float32(self.threshold)
        return inside

    def _scaled_whole(self, zoom: float) -> ByteArray:
        if zoom != self._whole_zoom:
            height, width = self.size_hw
            size_hw = (max(round(height * zoom), 1), max(round(width * zoom), 1))
            inside = raster.resized(self._field, size_hw) > np.float32(self.threshold)
            self._whole, self._whole_zoom = inside.view(np.uint8) * np.uint8(255), zoom
        return self._whole

    def _bounds(self) -> tuple[int, int, int, int]:
        inside = self._field > np.float32(self.threshold)
        x, y, w, h = raster.bounding_box(inside.view(np.uint8))
        if w == 0:
            return (0, 0, 0, 0)
        height, width = self.size_hw
        # Between two places of the field the mask may reach up to the next one.
        x0, y0 = max(math.floor((x - 1) / self._ratio_x), 0), max(math.floor((y - 1) / self._ratio_y), 0)
        x1, y1 = math.ceil((x + w + 1) / self._ratio_x), math.ceil((y + h + 1) / self._ratio_y)
        return (x0, y0, min(x1, width) - x0, min(y1, height) - y0)


def overlay_of(prediction: Prediction, candidate: int, threshold: float | None = None) -> Overlay:
    """Return one candidate of a prediction as the canvas draws it, at a threshold or the engine's own."""
    if prediction.scaling is None:
        return MaskRuns(prediction.mask(candidate))
    mask = LogitMask(prediction.low_res_logits[candidate], prediction.scaling)
    return mask if threshold is None or threshold == mask.threshold else mask.at(threshold)
