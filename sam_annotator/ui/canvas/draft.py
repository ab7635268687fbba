"""The draft: a predicted mask not accepted yet, filled, with a dashed outline that can move."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from sam_annotator.core import raster
from sam_annotator.core.mask import BoolArray
from sam_annotator.ui.canvas.masks import Overlay, SingleMaskLayer
from sam_annotator.ui.canvas.pyramid import NEAREST_FROM
from sam_annotator.ui.canvas.styles import ACCEPTED, DRAFT
from sam_annotator.ui.canvas.tiles import Rect

_MARGIN = 256  # device pixels around what is in sight, for which the outline is made too
_MAX_CORNERS = 16_000  # an outline with more is too slow to be dashed: it is drawn plain
_DASHES = (4.0, 3.0)  # in widths of the line
_LINE = 2.0  # widget pixels
_TOLERANCE = 0.3  # device pixels that the drawn outline may be beside the true one
DASH_PERIOD = sum(_DASHES)


class DraftLayer:
    """The draft's fill and outline."""

    def __init__(self) -> None:
        self._mask: Overlay | None = None
        self._color = "#56b4e9"
        self._fill = SingleMaskLayer(DRAFT)
        self._plain = SingleMaskLayer(replace(ACCEPTED, fill_factor=0.0))
        self._path: QPainterPath | None = None  # in device space
        self._path_zoom = 0.0
        self._path_area: Rect = (0, 0, 0, 0)
        self.phase = 0.0  # of the dashes, in widths of the line

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self._mask is None

    @property
    def bbox_xywh(self) -> tuple[int, int, int, int]:
        """The smallest box around the draft."""
        return self._mask.bbox_xywh if self._mask is not None else (0, 0, 0, 0)

    def set_mask(self, mask: Overlay | None, color: str) -> None:
        """Show this mask, or none."""
        self._mask = None if mask is None or mask.is_empty else mask
        self._color = color
        self._fill.set_mask(self._mask, color)
        self._plain.set_mask(self._mask, color)
        self._path_zoom = 0.0

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly the mask is filled, 0 to 1."""
        self._fill.set_opacity(opacity)

    def paint(self, painter: QPainter, zoom: float, origin: tuple[int, int], sight: Rect, dpr: float) -> bool:
        """Paint what is in sight, the painter being in device pixels; return whether all of it is there."""
        if self._mask is None:
            return True
        done = self._fill.paint(painter, zoom, origin, sight, dpr)
        if zoom != self._path_zoom or not _contains(self._path_area, sight):
            self._make_path(self._mask, zoom, sight)
        if self._path is None:
            return self._plain.paint(painter, zoom, origin, sight, dpr) and done
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(origin[0] + sight[0], origin[1] + sight[1], sight[2], sight[3]))
        painter.translate(origin[0], origin[1])
        dashed = QPen(_brightened(self._color, 0.45), _LINE * dpr)
        dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashed.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        dashed.setDashPattern(list(_DASHES))
        dashed.setDashOffset(self.phase)
        painter.strokePath(self._path, dashed)
        painter.restore()
        return done

    def _make_path(self, mask: Overlay, zoom: float, sight: Rect) -> None:
        """Trace the outline of what is in sight, with a margin, so that moving the view seldom needs a new one."""
        u0, v0 = sight[0] - _MARGIN, sight[1] - _MARGIN
        u1, v1 = sight[0] + sight[2] + _MARGIN, sight[1] + sight[3] + _MARGIN
        self._path_zoom, self._path_area = zoom, (u0, v0, u1 - u0, v1 - v0)
        x, y, w, h = mask.bbox_xywh
        u0, v0 = max(u0, math.floor(x * zoom) - 1), max(v0, math.floor(y * zoom) - 1)
        u1, v1 = min(u1, math.ceil((x + w) * zoom) + 1), min(v1, math.ceil((y + h) * zoom) + 1)
        self._path = QPainterPath()
        if u0 >= u1 or v0 >= v1:
            return
        if zoom < NEAREST_FROM:
            shown = mask.sample(zoom, (u0, v0, u1 - u0, v1 - v0)) >= 128
            corner, factor = (float(u0), float(v0)), 1.0
        else:
            x0, y0 = math.floor(u0 / zoom), math.floor(v0 / zoom)
            shown = mask.region(x0, y0, math.ceil(u1 / zoom), math.ceil(v1 / zoom))
            corner, factor = (x0 * zoom, y0 * zoom), zoom
        if _count_corners(shown) > _MAX_CORNERS:
            self._path = None
            return
        for loop in raster.outlines(shown):
            exact = loop.astype(np.float64)
            points = exact if zoom >= NEAREST_FROM else raster.simplified(_smoothed(exact), _TOLERANCE)
            points = points * factor + corner
            self._path.addPolygon(QPolygonF([QPointF(px, py) for px, py in points.tolist()]))
            self._path.closeSubpath()


def _count_corners(shown: BoolArray) -> int:
    padded = np.pad(shown, 1)
    odd = padded[1:, 1:] ^ padded[:-1, 1:] ^ padded[1:, :-1] ^ padded[:-1, :-1]
    return int(np.count_nonzero(odd))


def _smoothed(start: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Turn the stairs of a loop into slopes: short edges give their middle, long ones a point near each end."""
    end = np.roll(start, -1, axis=0)
    way = end - start
    length = np.abs(way).sum(axis=1, keepdims=True)
    inset = np.minimum(0.5, 1.0 / length)  # at most one pixel from the corner
    pair = np.stack((start + way * inset, end - way * inset), axis=1).reshape(-1, 2)
    kept = np.ones(len(pair), np.bool_)
    kept[1::2] = length[:, 0] > 2  # where both are the middle, one is enough
    return pair[kept]


def _contains(outer: Rect, inner: Rect) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )


def _brightened(color: str, by: float) -> QColor:
    q = QColor(color)
    return QColor.fromRgbF(*(c + (1 - c) * by for c in (q.redF(), q.greenF(), q.blueF())))
