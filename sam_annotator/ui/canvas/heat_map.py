"""HeatLayer: the logits of an answer as a heat map over the image, evaluated where the screen looks.

Below 0 is blue, above it orange, 0 has no colour; where the network is not sure either way, within UNSURE of 0, lines
are hatched over it, so that it is not told by colour alone. What it costs depends on the size on screen alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtGui import QImage, QPainter

from sam_annotator.core.late import np, npt
from sam_annotator.core.requests import Logits, LogitScaling, Prediction
from sam_annotator.ui.canvas.logit_mask import LogitMask
from sam_annotator.ui.canvas.overlay import OverlayLayer, with_margin
from sam_annotator.ui.canvas.pyramid import ByteArray
from sam_annotator.ui.canvas.shading import ColorTable
from sam_annotator.ui.canvas.styles import PREVIEW
from sam_annotator.ui.canvas.tiles import Look, Placed, Rect

LIMIT = 8.0  # logits beyond it have the colour that it has
UNSURE = 1.0
_STEPS = 256
_WHOLE_PIXELS = 8_000_000  # device pixels of an image up to which it is scaled in one go
_BELOW, _ABOVE = (33, 102, 210), (230, 97, 1)
_ALPHA = 0.72  # of what is surely in or out; 0 has a quarter of it
_PERIOD, _LINE = 7.0, 1.6  # of the hatching, in widget pixels across and down


class HeatField:
    """Logits as the heat map samples them.

    Attributes:
        bbox_xywh: the whole image.
    """

    def __init__(self, mask: LogitMask) -> None:
        self._mask = mask
        self.size_hw = mask.size_hw
        self.bbox_xywh = (0, 0, mask.size_hw[1], mask.size_hw[0])

    def at(self, x: float, y: float) -> float:
        """Return the logit at a place of the image, where a pixel's centre is at its index and a half."""
        return float(self._mask.logits(np.array([x - 0.5]), np.array([y - 0.5]))[0, 0])

    def steps(self, zoom: float, rect: Rect) -> ByteArray:
        """Return the step of the colours that each device pixel of a rectangle has, uint8 (height, width)."""
        u, v, w, h = rect
        height, width = (max(round(side * zoom), 1) for side in self.size_hw)
        inside = u >= 0 and v >= 0 and u + w <= width and v + h <= height
        if zoom < 1 and inside and width * height <= min(_WHOLE_PIXELS, 4 * w * h):
            values = self._mask.all_logits((height, width))[v : v + h, u : u + w]
        else:
            xs, ys = (np.arange(a + 0.5, a + n, dtype=np.float64) / zoom - 0.5 for a, n in ((u, w), (v, h)))
            values = self._mask.logits(xs, ys)
        return step_of(values)

    def sample(self, zoom: float, rect: Rect) -> ByteArray:
        """See Sampled; the whole image is covered."""
        return np.full((rect[3], rect[2]), 255, np.uint8)


def heat_field(prediction: Prediction, candidate: int, size_hw: tuple[int, int], threshold: float) -> HeatField:
    """Return the logits of a candidate over an image of a size.

    An engine that does not say how its logits lie on the image has them in SAM's frame: its longer side fills it.
    """
    logits, scaling = prediction.low_res_logits[candidate], prediction.scaling
    if scaling is None:
        side = logits.shape[0]
        height, width = (max(1, round(length * side / max(size_hw))) for length in size_hw)
        scaling = LogitScaling(size_hw, (height, width), side, threshold, _no_mask)
    return HeatField(LogitMask(logits, scaling))


def _no_mask(logits: Logits) -> npt.NDArray[np.bool_]:
    raise AssertionError("the heat map makes no masks")


def step_of(logits: Logits) -> ByteArray:
    """Return the step of the colours of each logit, uint8."""
    steps = (logits + np.float32(LIMIT)) * np.float32(_STEPS / (2 * LIMIT))
    return np.asarray(np.clip(steps, 0, _STEPS - 1), np.uint8)


@cache
def heat_table(hatched: bool = False) -> npt.NDArray[np.uint32]:
    """Return the premultiplied ARGB32 colour of each step, uint32 (256,); as under a line of the hatching, or not."""
    values = (np.arange(_STEPS) + 0.5) * (2 * LIMIT / _STEPS) - LIMIT
    share = np.minimum(np.abs(values) / LIMIT, 1) ** 0.6
    rgb = np.where((values < 0)[:, None], np.array(_BELOW), np.array(_ABOVE)) * share[:, None]
    rgb += 235.0 * (1 - share)[:, None]
    alpha = _ALPHA * (0.25 + 0.75 * share)
    if hatched:
        unsure = np.abs(values) < UNSURE
        rgb[unsure], alpha[unsure] = 20.0, 0.62
    parts = np.rint(np.column_stack((alpha * 255, rgb * alpha[:, None]))).astype(np.uint32)
    shifts = np.array([24, 16, 8, 0], np.uint32)
    return np.asarray(np.bitwise_or.reduce(parts << shifts, axis=1), np.uint32)


def colored(steps: ByteArray, corner: tuple[int, int], dpr: float) -> ColorTable:
    """Return the colours of steps, uint32 (height, width); the hatching runs through device space."""
    argb = heat_table().take(steps)
    u, v = corner
    height, width = steps.shape
    diagonal = (np.arange(u, u + width)[None, :] + np.arange(v, v + height)[:, None]) % max(round(_PERIOD * dpr), 2)
    lines = diagonal < max(round(_LINE * dpr), 1)
    low, high = step_of(np.array([-UNSURE, UNSURE], np.float32)).tolist()
    hatched = lines & (steps >= low) & (steps < high)
    argb[hatched] = heat_table(True).take(steps[hatched])
    return argb


class HeatLayer(OverlayLayer):
    """The heat map of one answer, or none."""

    def __init__(self) -> None:
        super().__init__(PREVIEW)
        self._field: HeatField | None = None
        self.changed: Callable[[], object] = lambda: None

    def told_to(self, changed: Callable[[], object]) -> HeatLayer:
        """Say who is told of changes; returns itself."""
        self.changed = changed
        return self

    @property
    def field(self) -> HeatField | None:
        """What is shown."""
        return self._field

    def show(self, field: HeatField | None) -> None:
        """Show these logits, or none."""
        if field is not self._field:
            self._field = field
            self.set_mask(field, "")
            self.changed()

    def paint(self, painter: QPainter, look: Look, dpr: float) -> None:
        """See OverlayLayer."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        super().paint(painter, look, dpr)

    def make(self, look: Look, dpr: float) -> None:
        """Make the picture for a view."""
        self._dpr, self._is_made = dpr, True
        self._placed = self._pixels = None
        self._drawn = x, y, w, h = with_margin(look.sight)
        if self._field is None:
            return
        height, width = (max(round(side * look.zoom), 1) for side in self._field.size_hw)
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, width), min(y + h, height)
        if x0 < x1 and y0 < y1:
            argb = colored(self._field.steps(look.zoom, (x0, y0, x1 - x0, y1 - y0)), (x0, y0), dpr)
            image = QImage(argb.data, x1 - x0, y1 - y0, 4 * (x1 - x0), QImage.Format.Format_ARGB32_Premultiplied)
            self._pixels, self._placed = argb, Placed(image, look.zoom, x0, y0)
