"""The brush stroke being painted: a picture to which each move adds a piece, so that long strokes stay smooth."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import BrushFeedback
from sam_annotator.ui.canvas.view import ViewTransform

_ALPHA = 150
_ERASER = "#ffffff"


class StrokeLayer:
    """Paints a brush's stroke over the masks."""

    def __init__(self) -> None:
        self._drawn: tuple[Point, ...] = ()
        self._key: tuple[object, ...] = ()
        self._picture = QImage()

    def paint(self, painter: QPainter, feedback: BrushFeedback | None, view: ViewTransform, color: str) -> None:
        """Paint the stroke so far; the painter is in widget pixels."""
        if feedback is None or not feedback.stroke:
            self._drawn, self._key, self._picture = (), (), QImage()
            return
        key = (view, color, feedback.radius, feedback.erase)
        if key != self._key or feedback.stroke[: len(self._drawn)] != self._drawn:
            size = (math.ceil(view.viewport[0] * view.dpr), math.ceil(view.viewport[1] * view.dpr))
            self._picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
            self._picture.setDevicePixelRatio(view.dpr)
            self._picture.fill(0)
            self._drawn, self._key = (), key
        if len(self._drawn) < len(feedback.stroke):
            self._add(feedback, view, color)
            self._drawn = feedback.stroke
        painter.drawImage(QPointF(0, 0), self._picture)

    def _add(self, feedback: BrushFeedback, view: ViewTransform, color: str) -> None:
        ink = QColor(_ERASER if feedback.erase else color)
        ink.setAlpha(_ALPHA)
        points = [QPointF(*view.to_widget(x, y)) for x, y in feedback.stroke[max(len(self._drawn) - 1, 0) :]]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        if len(points) == 1:
            path.lineTo(points[0] + QPointF(0.01, 0))  # a dot: a path without length draws nothing
        pen = QPen(ink, max(2 * feedback.radius * view.scale, 1.0))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)  # where pieces meet, not darker
        painter.strokePath(path, pen)
        painter.end()
