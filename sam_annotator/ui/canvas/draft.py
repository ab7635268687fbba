"""The draft: a predicted mask not accepted yet, filled, with a dashed outline that can move."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPolygonF

from sam_annotator.core import raster
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray
from sam_annotator.ui.canvas.overlay import OverlayLayer, contains, with_margin
from sam_annotator.ui.canvas.pyramid import NEAREST_FROM
from sam_annotator.ui.canvas.shading import Overlay
from sam_annotator.ui.canvas.styles import ACCEPTED, DRAFT
from sam_annotator.ui.canvas.tiles import Look, Rect

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
        self._fill = OverlayLayer(DRAFT)
        self._plain = OverlayLayer(replace(DRAFT, over=replace(ACCEPTED, fill_factor=0.0)))  # fill, and a whole line
        self._path: QPainterPath | None = None  # in device space; None where it has too many corners
        self._path_zoom = 0.0  # 0 where none was made yet
        self._path_area: Rect = (0, 0, 0, 0)
        self.phase = 0.0  # of the dashes, in widths of the line

    @property
    def mask(self) -> Overlay | None:
        """The mask shown, if there is anything of it to see."""
        return self._mask

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
        self._plain.set_opacity(opacity)

    def paint(self, painter: QPainter, look: Look, dpr: float) -> None:
        """Paint the mask, the painter being in device pixels: exactly, or in a new view as it was before, scaled."""
        if self._mask is None:
            return
        if self._path_zoom == 0.0:
            self._make_path(self._mask, look)
        if self._path is None:
            self._plain.paint(painter, look, dpr)
            return
        self._fill.paint(painter, look, dpr)
        ratio = look.zoom / self._path_zoom
        x, y, w, h = (value * ratio for value in self._path_area)
        # The dashes as an area: where a dashed line is clipped, Qt shifts its dashes.
        stroker = QPainterPathStroker()
        stroker.setWidth(_LINE * dpr / ratio)
        stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
        stroker.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        stroker.setDashPattern(list(_DASHES))
        stroker.setDashOffset(self.phase)
        dashes = stroker.createStroke(self._path)
        dashes.setFillRule(Qt.FillRule.WindingFill)
        painter.save()
        painter.translate(look.origin[0], look.origin[1])
        sight = QRectF(*look.sight)
        # Where the outline was cut off at the border of what was in sight there is no edge to be drawn.
        painter.setClipRect(sight if ratio == 1 else sight & QRectF(x + 2, y + 2, w - 4, h - 4))
        painter.scale(ratio, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, ratio == 1)
        painter.fillPath(dashes, _brightened(self._color, 0.45))
        painter.restore()

    def is_exact(self, look: Look) -> bool:
        """Whether what `paint` shows is made for this view."""
        if self._mask is None:
            return True
        has_path = self._path_zoom == look.zoom and contains(self._path_area, look.sight)
        return has_path and (self._plain if self._path is None else self._fill).is_exact(look)

    def make(self, look: Look, dpr: float) -> None:
        """Make fill and outline for a view."""
        if self._mask is None:
            return
        self._make_path(self._mask, look)
        (self._plain if self._path is None else self._fill).make(look, dpr)

    def _make_path(self, mask: Overlay, look: Look) -> None:
        """Trace the outline of what is in sight, with a margin, so that moving the view seldom needs a new one."""
        zoom = look.zoom
        self._path_zoom, self._path_area = zoom, with_margin(look.sight)
        u0, v0, w, h = self._path_area
        u1, v1 = u0 + w, v0 + h
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
    edges = shown[1:] ^ shown[:-1]
    return int(np.count_nonzero(edges[:, 1:] ^ edges[:, :-1]))


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


def _brightened(color: str, by: float) -> QColor:
    q = QColor(color)
    return QColor.fromRgbF(*(c + (1 - c) * by for c in (q.redF(), q.greenF(), q.blueF())))
