"""Lines with vertices that can be taken hold of: the polygon that is made, the outline that is edited.

Every line has a dark one below it, so that it shows on snow and at night. The painter is in widget pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from sam_annotator.core.late import np, npt
from sam_annotator.tools.base import OutlineFeedback, PolygonFeedback
from sam_annotator.ui.canvas.colors import CanvasColors
from sam_annotator.ui.canvas.view import ViewTransform

_DARK = QColor(0, 0, 0, 190)
_LIGHT = QColor(255, 255, 255, 235)
_MOST_HANDLES = 2500  # in sight; of more only the lines are drawn, and what is under the pointer
_SIDE = 6.0  # of a vertex
_RIM = 8.0  # around what is seen


def draw_polygon(
    painter: QPainter, feedback: PolygonFeedback, view: ViewTransform, colors: CanvasColors, mask_color: str
) -> None:
    """Draw the vertices so far, the line to the pointer, and what would be filled."""
    fixed = [QPointF(*view.to_widget(x, y)) for x, y in feedback.points]
    loose = [QPointF(*view.to_widget(*feedback.pointer))] if feedback.pointer is not None else []
    color = QColor("#ffffff") if feedback.erase else QColor(mask_color)
    if len(fixed) + len(loose) >= 3:
        fill = QColor(color)
        fill.setAlpha(60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(fixed + loose), Qt.FillRule.WindingFill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    closing = [fixed[-1], *(loose or fixed[:1])] if loose or len(fixed) > 2 else []
    for pen_color, width in ((_DARK, 4.0), (color, 2.0)):
        painter.setPen(_round_pen(pen_color, width))
        painter.drawPolyline(QPolygonF(fixed))
        if closing:
            dashed = QPen(pen_color, width)
            if pen_color is color:
                dashed.setDashPattern([3.0, 3.0])
            painter.setPen(dashed)
            painter.drawLine(closing[0], closing[1])
    if feedback.is_freehand:
        return
    if feedback.hot_edge is not None:
        _draw_edge(painter, fixed[feedback.hot_edge], fixed[feedback.hot_edge + 1], colors)
    for i, vertex in enumerate(fixed):
        is_hot = i == feedback.hot
        painter.setPen(QPen(_DARK, 1.0))
        painter.setBrush(QColor(colors.accent) if is_hot or (i == 0 and len(fixed) >= 3) else _LIGHT)
        size = (5.0 if i == 0 else 3.5) + (1.5 if is_hot else 0.0)
        painter.drawEllipse(vertex, size, size)


def draw_outline(painter: QPainter, feedback: OutlineFeedback, view: ViewTransform, colors: CanvasColors) -> None:
    """Draw the rings in sight and their vertices."""
    vertices = _to_widget(np.concatenate([ring.vertices for ring in feedback.rings]), view)
    firsts = np.cumsum([0, *(len(ring.vertices) for ring in feedback.rings)])
    following = np.arange(1, len(vertices) + 1)
    following[firsts[1:] - 1] = firsts[:-1]
    edges = np.stack((vertices, vertices[following]), axis=1)  # (edges, 2, xy)
    least, most = edges.min(axis=1), edges.max(axis=1)
    edges = edges[((most > -_RIM) & (least < np.array(view.viewport) + _RIM)).all(axis=1)]
    # One line for each edge: Qt takes thirty times as long for the same in one path.
    lines = [QLineF(*edge) for edge in edges.reshape(-1, 4).tolist()]
    for color, thickness in ((_DARK, 3.4), (_LIGHT, 1.6)):
        painter.setPen(QPen(color, thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(lines)
    if len(edges) <= _MOST_HANDLES:
        half = _SIDE / 2
        painter.setPen(QPen(_DARK, 1.0))
        painter.setBrush(_LIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRects([QRectF(x - half, y - half, _SIDE, _SIDE) for x, y in edges[:, 0].tolist()])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if feedback.hot_edge is not None:
        ring_index, i = feedback.hot_edge
        a, b = _to_widget(feedback.rings[ring_index].vertices.take([i, i + 1], axis=0, mode="wrap"), view).tolist()
        _draw_edge(painter, QPointF(*a), QPointF(*b), colors)
    if feedback.hot is not None:
        ring_index, i = feedback.hot
        x, y = view.to_widget(*feedback.rings[ring_index].vertices[i].tolist())
        painter.setPen(QPen(_DARK, 1.0))
        painter.setBrush(QColor(colors.accent))
        half = _SIDE / 2 + 2
        painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))


def _draw_edge(painter: QPainter, a: QPointF, b: QPointF, colors: CanvasColors) -> None:
    """Light up an edge that a press would put a vertex on."""
    for color, width in ((_DARK, 5.0), (QColor(colors.accent), 3.0)):
        painter.setPen(_round_pen(color, width))
        painter.drawLine(a, b)


def _to_widget(places: npt.NDArray[np.float64], view: ViewTransform) -> npt.NDArray[np.float64]:
    return np.asarray(places * view.scale + np.array((view.offset_x, view.offset_y)), np.float64)


def _round_pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
