"""Marks drawn over the image at a fixed size on screen: prompts, handles, rubber band, brush, polygon, chip.

Every mark has a dark and a light line, so that it shows on snow and at night. The painter is in widget pixels.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.late import np
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.raster import outlines
from sam_annotator.core.raster_paint import paint_stroke
from sam_annotator.tools.base import BoxFeedback, BrushFeedback, Feedback, OutlineFeedback, PolygonFeedback
from sam_annotator.ui.canvas.colors import CanvasColors
from sam_annotator.ui.canvas.pyramid import NEAREST_FROM
from sam_annotator.ui.canvas.vertex_marks import draw_outline, draw_polygon
from sam_annotator.ui.canvas.view import ViewTransform

POINT_RADIUS = 7.0
HANDLE_SIDE = 7.0
_MOST_STEPS = 150.0  # image pixels of radius up to which the brush's border shows its pixels
_DARK = QColor(0, 0, 0, 190)
_LIGHT = QColor(255, 255, 255, 235)


def draw_prompt(painter: QPainter, prompt: Prompt, view: ViewTransform, colors: CanvasColors) -> None:
    """Draw the box, then the points in the order they were given."""
    if prompt.box_xyxy is not None:
        rect = _rect(Box(*prompt.box_xyxy), view)
        _two_lines(painter, rect, QColor(colors.box))
        draw_handles(painter, rect, QColor(colors.box))
    for (x, y), label in zip(prompt.point_coords, prompt.point_labels, strict=True):
        draw_point(painter, QPointF(*view.to_widget(x, y)), label == POSITIVE, colors)


def prompt_rect(prompt: Prompt, view: ViewTransform) -> QRect:
    """Return what `draw_prompt` may paint on."""
    places = [QPointF(*view.to_widget(x, y)) for x, y in prompt.point_coords]
    if prompt.box_xyxy is not None:
        rect = _rect(Box(*prompt.box_xyxy), view)
        places += [rect.topLeft(), rect.bottomRight()]
    if not places:
        return QRect()
    polygon = QPolygonF(places).boundingRect()
    reach = POINT_RADIUS + 4
    return polygon.adjusted(-reach, -reach, reach, reach).toAlignedRect()


def draw_point(painter: QPainter, at: QPointF, is_positive: bool, colors: CanvasColors) -> None:
    """Draw a positive point as a filled disc with +, a negative one as a ring with -."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_DARK, 1.0))
    painter.drawEllipse(at, POINT_RADIUS + 1.5, POINT_RADIUS + 1.5)
    color = QColor(colors.positive if is_positive else colors.negative)
    if is_positive:
        painter.setPen(QPen(_LIGHT, 1.5))
        painter.setBrush(color)
        painter.drawEllipse(at, POINT_RADIUS, POINT_RADIUS)
        sign = QPen(QColor("#ffffff"), 2.0)
    else:
        painter.setPen(QPen(color, 2.6))
        painter.setBrush(_LIGHT)
        painter.drawEllipse(at, POINT_RADIUS - 0.5, POINT_RADIUS - 0.5)
        sign = QPen(color, 2.0)
    sign.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(sign)
    arm = POINT_RADIUS - 3.5
    painter.drawLine(QPointF(at.x() - arm, at.y()), QPointF(at.x() + arm, at.y()))
    if is_positive:
        painter.drawLine(QPointF(at.x(), at.y() - arm), QPointF(at.x(), at.y() + arm))


def draw_handles(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """Draw a small square on each corner."""
    painter.setPen(QPen(_DARK, 1.0))
    painter.setBrush(color)
    half = HANDLE_SIDE / 2
    for corner in (rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()):
        painter.drawRect(QRectF(corner.x() - half, corner.y() - half, HANDLE_SIDE, HANDLE_SIDE))


def draw_selection(painter: QPainter, bbox_xywh: tuple[int, int, int, int], view: ViewTransform, accent: str) -> None:
    """Draw the handles of a selected mask, a little outside its bounding box."""
    x, y, w, h = bbox_xywh
    rect = _rect(Box(x, y, x + w, y + h), view).adjusted(-5, -5, 5, 5)
    corner = min(14.0, rect.width() / 3, rect.height() / 3)
    path = QPainterPath()
    for at, right, down in (
        (rect.topLeft(), 1, 1),
        (rect.topRight(), -1, 1),
        (rect.bottomLeft(), 1, -1),
        (rect.bottomRight(), -1, -1),
    ):
        path.moveTo(at.x() + right * corner, at.y())
        path.lineTo(at)
        path.lineTo(at.x(), at.y() + down * corner)
    for color, width in ((_DARK, 4.5), (QColor("#ffffff"), 2.5)):
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.strokePath(path, pen)
    draw_handles(painter, rect, QColor(accent))


def draw_region(painter: QPainter, region: Box, view: ViewTransform) -> None:
    """Draw the part of the image that is going to be searched: a dashed box."""
    rect = _rect(region, view)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, style in ((_DARK, Qt.PenStyle.SolidLine), (_LIGHT, Qt.PenStyle.DashLine)):
        painter.setPen(QPen(color, 2.0, style))
        painter.drawRect(rect)


def draw_feedback(
    painter: QPainter, feedback: Feedback, view: ViewTransform, colors: CanvasColors, mask_color: str
) -> None:
    """Draw what a tool is about to do; a brush stroke is a layer of its own."""
    if isinstance(feedback, BoxFeedback):
        rect = _rect(feedback.box, view)
        fill = QColor(colors.box)
        fill.setAlpha(28)
        painter.fillRect(rect, fill)
        _two_lines(painter, rect, QColor(colors.box))
    elif isinstance(feedback, BrushFeedback):
        _draw_brush(painter, feedback, view)
    elif isinstance(feedback, PolygonFeedback):
        draw_polygon(painter, feedback, view, colors, mask_color)
    elif isinstance(feedback, OutlineFeedback):
        draw_outline(painter, feedback, view, colors)


def brush_rect(feedback: BrushFeedback, view: ViewTransform) -> QRect:
    """Return what the brush's circle may paint on."""
    if feedback.center is None:
        return QRect()
    x, y = view.to_widget(*feedback.center)
    reach = max(feedback.radius, 1.0) * view.scale + view.scale + 14  # whole pixels, and arms around a small circle
    return QRectF(x - reach, y - reach, 2 * reach, 2 * reach).toAlignedRect()


def _draw_brush(painter: QPainter, feedback: BrushFeedback, view: ViewTransform) -> None:
    """Draw the border of the pixels that a press here would paint."""
    if feedback.center is None:
        return
    radius = feedback.radius * view.scale
    center = QPointF(*view.to_widget(*feedback.center))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    border = QPainterPath()
    if view.zoom >= NEAREST_FROM and feedback.radius <= _MOST_STEPS:
        for loop in _brush_loops(feedback.center, feedback.radius):
            border.addPolygon(QPolygonF([QPointF(*view.to_widget(x, y)) for x, y in loop]))
            border.closeSubpath()
    else:
        border.addEllipse(center, max(radius, 1.0), max(radius, 1.0))
    for color, width in ((_DARK, 3.4), (_LIGHT, 1.4)):
        pen = QPen(color, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if feedback.erase:
            pen.setDashPattern([6.0 / width, 4.0 / width])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(border, pen)
    if radius < 5:  # a circle this small needs something that shows where it is
        for color, width in ((_DARK, 3.0), (_LIGHT, 1.2)):
            painter.setPen(QPen(color, width))
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(center + QPointF(dx, dy) * (radius + 3), center + QPointF(dx, dy) * (radius + 8))


def _brush_loops(center: Point, radius: float) -> list[list[tuple[float, float]]]:
    """Return the corners of the pixels that one touch of the brush paints, in image pixels."""
    left, top = math.floor(center.x - radius) - 1, math.floor(center.y - radius) - 1
    side = math.ceil(2 * radius) + 4
    pixels = paint_stroke(np.zeros((side, side), np.bool_), [(center.x - left, center.y - top)], radius, True)
    return [[(x + left, y + top) for x, y in loop.tolist()] for loop in outlines(pixels)]


def draw_focus(painter: QPainter, rect: QRect, colors: CanvasColors) -> None:
    """Draw a frame just inside the canvas: it has the keyboard's focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.accent), 2.0))
    painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))


def draw_chip(
    painter: QPainter, text: str, viewport: tuple[float, float], font: QFont, colors: CanvasColors, turn: float | None
) -> QRectF:
    """Draw the busy chip in the lower left corner; `turn` from 0 to 1 turns its ring, None lets it stand still."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)  # the seconds count without shaking the words
    metrics = QFontMetricsF(font)
    height = max(28.0, metrics.height() + 12)
    room = max(viewport[0] - 24 - 12 - 12 - 24, 20.0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    width = round(12 + 14 + 8 + metrics.horizontalAdvance(shown) + 12)
    rect = QRectF(12, round(viewport[1] - 12 - height), width, round(height))
    painter.setPen(QPen(QColor(colors.chip_border), 1.0))
    painter.setBrush(QColor(colors.chip))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    ring = QRectF(rect.x() + 12, rect.center().y() - 6.0, 12, 12)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.chip_border), 2.0))
    painter.drawEllipse(ring)
    arc = QPen(QColor(colors.accent), 2.0)
    arc.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(arc)
    painter.drawArc(ring, round((90 - 360 * (turn or 0.0)) * 16), -100 * 16)
    painter.setPen(QColor(colors.text))
    painter.setFont(font)
    text_rect = rect.adjusted(34, 0, -12, 0)
    painter.drawText(text_rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    return rect


def _rect(box: Box, view: ViewTransform) -> QRectF:
    return QRectF(QPointF(*view.to_widget(box.x0, box.y0)), QPointF(*view.to_widget(box.x1, box.y1)))


def _two_lines(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line_color, width in ((_DARK, 3.5), (color, 1.5)):
        pen = QPen(line_color, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect)
