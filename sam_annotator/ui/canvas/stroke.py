"""The brush stroke being painted, shown as the mask it makes: outline, fill and holes as they will be.

The picture is kept in blocks of what is in sight: without the mask (photograph and the others), how much of each
device pixel the mask covers, and how much the stroke does. A move draws only the rectangle of its piece again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from sam_annotator.core import raster
from sam_annotator.core.geometry import Point
from sam_annotator.core.late import np, npt
from sam_annotator.core.raster_paint import paint_stroke, shifted, stroke_box
from sam_annotator.tools.base import BrushFeedback
from sam_annotator.ui.canvas.pyramid import ByteArray, nearest_indices
from sam_annotator.ui.canvas.runs import shown_coverage
from sam_annotator.ui.canvas.shading import ColorTable, Sampled, apron_of, level_of
from sam_annotator.ui.canvas.tiles import Look, Rect
from sam_annotator.ui.canvas.view import ViewTransform

_BLOCK = 128  # device pixels
_EXACT_FROM = 0.99  # zoom from which the stroke's own pixels are shown; 100 % may be a little less than 1
_WHITE = QColor(255, 255, 255)

Render = Callable[[float, Rect, QImage], Iterator[None]]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What is painted on.

    Attributes:
        mask: the mask as it is; None for a new one.
        table: the colour of each value of its blurred coverage.
        below: paints what lies under the mask into a picture of a rectangle of device space, in steps.
    """

    mask: Sampled | None
    table: ColorTable
    below: Render


class StrokeLayer:
    """Shows the mask that is painted on, where the stroke has been."""

    def __init__(self) -> None:
        self._ground: Ground | None = None
        self._key: tuple[object, ...] = ()
        self._first: Point | None = None
        self._drawn = 0  # points of the stroke
        self._is_ended = False
        self._sight: Rect = (0, 0, 0, 0)
        self._apron = 0
        self._picture = self._behind = self._stroke_image = QImage()
        self._stroke: ByteArray | None = None  # of each device pixel in sight, and a rim of the apron's width
        self._base: ByteArray | None = None  # likewise, of the mask
        self._blocks: set[tuple[int, int]] = set()

    @property
    def is_shown(self) -> bool:
        """Whether there is something of a stroke on screen."""
        return self._ground is not None

    @property
    def is_ended(self) -> bool:
        """Whether the stroke is over: it is shown until what it made is there."""
        return self._is_ended

    def clear(self) -> None:
        """Show nothing."""
        self._ground, self._first, self._key, self._drawn, self._is_ended = None, None, (), 0, False
        self._stroke = self._base = None
        self._picture = self._behind = self._stroke_image = QImage()
        self._blocks = set()

    def end(self) -> None:
        """Take note that the stroke is over."""
        self._is_ended = True

    def begins(self, feedback: BrushFeedback) -> bool:
        """Whether a stroke is another than the one shown."""
        return not feedback.stroke or feedback.stroke[0] is not self._first or self._is_ended

    def begin(self, feedback: BrushFeedback, ground: Ground) -> None:
        """Show a stroke on some ground from now on."""
        self.clear()
        self._ground, self._first = ground, feedback.stroke[0]

    def reach(self, feedback: BrushFeedback, view: ViewTransform) -> QRect:
        """Return where in the widget the part of a stroke that is not drawn yet changes the picture."""
        points = feedback.stroke[max(self._drawn - 1, 0) :]
        if self._ground is None or self._is_ended or not points or len(feedback.stroke) == self._drawn:
            return QRect()
        margin = max(feedback.radius, 1.0) * view.scale + (apron_of(view.dpr) + 2) / view.dpr + 2
        xs, ys = [view.offset_x + p.x * view.scale for p in points], [view.offset_y + p.y * view.scale for p in points]
        left, top = min(xs) - margin, min(ys) - margin
        return QRectF(left, top, max(xs) + margin - left, max(ys) + margin - top).toAlignedRect()

    def paint(self, painter: QPainter, look: Look, dpr: float, feedback: BrushFeedback | None, exposed: Rect) -> None:
        """Paint the stroke so far, the painter being in device pixels; `exposed` is in device space."""
        if self._ground is None:
            return
        if feedback is not None and feedback.stroke and not self._is_ended:
            key = (look.zoom, look.sight, dpr, feedback.radius, feedback.erase)
            if key != self._key:
                self._start_picture(look, dpr)
                self._key = key
            if self._drawn < len(feedback.stroke):
                self._extend(feedback, look, dpr)
        elif self._key[:3] != (look.zoom, look.sight, dpr):
            return  # the view moved after the stroke
        x, y, w, h = exposed[0] - self._sight[0], exposed[1] - self._sight[1], exposed[2], exposed[3]
        for column, row in self._blocks_in((x, y, w, h)) & self._blocks:
            left, top = max(column * _BLOCK, x), max(row * _BLOCK, y)
            right, bottom = min((column + 1) * _BLOCK, x + w), min((row + 1) * _BLOCK, y + h)
            painter.drawImage(left, top, self._picture, left, top, right - left, bottom - top)

    def _start_picture(self, look: Look, dpr: float) -> None:
        """Begin with nothing drawn, for another view."""
        self._sight, self._apron, self._drawn = look.sight, apron_of(dpr), 0
        _, _, width, height = look.sight
        self._picture = QImage(width, height, QImage.Format.Format_RGB32)
        self._behind = QImage(width, height, QImage.Format.Format_RGB32)
        self._stroke_image = QImage(width + 2 * self._apron, height + 2 * self._apron, QImage.Format.Format_Grayscale8)
        self._stroke_image.fill(0)
        rows = np.frombuffer(self._stroke_image.bits(), np.uint8).reshape(self._stroke_image.height(), -1)
        self._stroke = rows[:, : self._stroke_image.width()]
        self._base = np.zeros(self._stroke.shape, np.uint8)
        self._blocks = set()

    def _extend(self, feedback: BrushFeedback, look: Look, dpr: float) -> None:
        """Draw the piece that is not drawn yet."""
        points = feedback.stroke[max(self._drawn - 1, 0) :]
        self._drawn = len(feedback.stroke)
        zoom, (left, top, width, height) = look.zoom, look.sight
        if zoom >= _EXACT_FROM:
            self._add_pixels(points, feedback.radius, look)
        else:
            self._add_line(points, feedback.radius, look)
        margin = max(feedback.radius * zoom, 1.0) + self._apron + 1
        xs, ys = [p.x * zoom - left for p in points], [p.y * zoom - top for p in points]
        x0, y0 = max(math.floor(min(xs) - margin), 0), max(math.floor(min(ys) - margin), 0)
        x1, y1 = min(math.ceil(max(xs) + margin), width), min(math.ceil(max(ys) + margin), height)
        if x0 >= x1 or y0 >= y1:
            return
        fresh = self._blocks_in((x0, y0, x1 - x0, y1 - y0)) - self._blocks
        for block in fresh:
            self._prepare(block, zoom)
        self._blocks |= fresh
        for column, row in fresh:
            bx, by = column * _BLOCK, row * _BLOCK
            self._compose((bx, by, min(_BLOCK, width - bx), min(_BLOCK, height - by)), feedback.erase, dpr)
        self._compose((x0, y0, x1 - x0, y1 - y0), feedback.erase, dpr)

    def _blocks_in(self, rect: Rect) -> set[tuple[int, int]]:
        x0, y0 = max(rect[0], 0), max(rect[1], 0)
        x1, y1 = min(rect[0] + rect[2], self._sight[2]), min(rect[1] + rect[3], self._sight[3])
        columns, rows = range(x0 // _BLOCK, -(-x1 // _BLOCK)), range(y0 // _BLOCK, -(-y1 // _BLOCK))
        return {(column, row) for column in columns for row in rows}

    def _prepare(self, block: tuple[int, int], zoom: float) -> None:
        """Render what is below the mask in a block, and how much of it the mask covers there and a little beyond."""
        assert self._ground is not None and self._base is not None
        left, top, width, height = self._sight
        x, y, a = block[0] * _BLOCK, block[1] * _BLOCK, self._apron
        w, h = min(_BLOCK, width - x), min(_BLOCK, height - y)
        picture = QImage(w, h, QImage.Format.Format_RGB32)
        for _ in self._ground.below(zoom, (left + x, top + y, w, h), picture):
            pass
        painter = QPainter(self._behind)
        painter.drawImage(x, y, picture)
        painter.end()
        if self._ground.mask is not None:
            around = (left + x - a, top + y - a, w + 2 * a, h + 2 * a)
            self._base[y : y + h + 2 * a, x : x + w + 2 * a] = self._ground.mask.sample(zoom, around)

    def _compose(self, rect: Rect, erase: bool, dpr: float) -> None:
        """Draw the mask as it is now over what lies below it."""
        assert self._ground is not None and self._base is not None and self._stroke is not None
        x, y, w, h = rect
        a = self._apron
        base = self._base[y : y + h + 2 * a, x : x + w + 2 * a]
        stroke = self._stroke[y : y + h + 2 * a, x : x + w + 2 * a]
        shown = shown_coverage()
        covered = np.minimum(base, shown.take(255 - stroke)) if erase else np.maximum(base, shown.take(stroke))
        argb = raster.looked_up(level_of(np.ascontiguousarray(covered), dpr), self._ground.table)
        painter = QPainter(self._picture)
        painter.drawImage(x, y, self._behind, x, y, w, h)
        painter.drawImage(x, y, QImage(argb.data, w, h, w * 4, QImage.Format.Format_ARGB32_Premultiplied))
        painter.end()

    def _add_line(self, points: tuple[Point, ...], radius: float, look: Look) -> None:
        """Draw a piece of the stroke where pixels of the image are smaller than those of the screen."""
        zoom = look.zoom
        dx, dy = self._apron - self._sight[0], self._apron - self._sight[1]
        path = QPainterPath(QPointF(points[0].x * zoom + dx, points[0].y * zoom + dy))
        for point in points[1:]:
            path.lineTo(QPointF(point.x * zoom + dx, point.y * zoom + dy))
        if len(points) == 1:
            path.lineTo(path.currentPosition() + QPointF(0.01, 0))  # a dot: a path without length draws nothing
        pen = QPen(_WHITE, max(2 * radius * zoom, 1.0))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter = QPainter(self._stroke_image)
        painter.setClipRect(round(dx), round(dy), look.image[2], look.image[3])  # beside the image nothing is painted
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, pen)
        painter.end()

    def _add_pixels(self, points: tuple[Point, ...], radius: float, look: Look) -> None:
        """Set the pixels of a piece of the stroke where they are at least as large as those of the screen."""
        assert self._stroke is not None
        zoom, (left, top, width, height), a = look.zoom, look.sight, self._apron
        size_hw = (round(look.image[3] / zoom), round(look.image[2] / zoom))
        x, y, w, h = stroke_box(points, radius, size_hw)
        u0, v0 = max(math.floor(x * zoom), left - a), max(math.floor(y * zoom), top - a)
        u1 = min(math.ceil((x + w) * zoom), left + width + a, look.image[2])
        v1 = min(math.ceil((y + h) * zoom), top + height + a, look.image[3])
        if u0 >= u1 or v0 >= v1 or not w:
            return
        columns = nearest_indices(u0, u1 - u0, zoom, size_hw[1])
        rows = nearest_indices(v0, v1 - v0, zoom, size_hw[0])
        x, y = int(columns[0]), int(rows[0])
        inside = np.zeros((int(rows[-1]) - y + 1, int(columns[-1]) - x + 1), np.bool_)
        inside = paint_stroke(inside, shifted(points, x, y), radius, True)
        grown: npt.NDArray[np.bool_] = inside.take(columns - x, axis=1).take(rows - y, axis=0)
        self._stroke[v0 - top + a : v1 - top + a, u0 - left + a : u1 - left + a][grown] = 255
