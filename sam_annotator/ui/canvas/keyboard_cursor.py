"""KeyboardCursor: a pointer that the arrow keys move over the image, and that clicks and drags as the mouse does.

While it is shown, Enter clicks and Shift+Enter clicks with Shift, which the prompt tool takes as "not this"; Space
holds the button and lets it go, so that the arrows drag a box, a stroke or the view; Ctrl+Enter does what Enter does
without it: it closes a polygon, else accepts the mask. Esc lets go, then hides it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from sam_annotator.core.geometry import Point
from sam_annotator.ui.canvas.colors import CanvasColors
from sam_annotator.ui.canvas.view import ViewTransform

if TYPE_CHECKING:
    from sam_annotator.ui.canvas.canvas import Canvas

_STEP = 8.0  # widget pixels of one press
_FAST = 8  # times that, with Shift
_EDGE = 32.0  # widget pixels from the edge at which the view begins to follow
_ARM = 18.0  # of the cross, in widget pixels
_GAP = 5.0  # in its middle
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEY = Qt.KeyboardModifier
_NONE, _LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


class KeyboardCursor(QObject):
    """Holds where the cursor is, in image pixels, and whether it holds the button.

    Signals:
        shown_changed(bool): it was shown or hidden.
        moved(Point): it is at this place of the image.
        clicked(): it clicked there.
        held_changed(bool): it holds the button, or let it go.
    """

    shown_changed = Signal(bool)
    moved = Signal(object)
    clicked = Signal()
    held_changed = Signal(bool)

    def __init__(self, canvas: Canvas, set_view: Callable[[ViewTransform], None]) -> None:
        super().__init__(canvas)
        self._canvas, self._set_view = canvas, set_view
        self._has_image = False
        self._at: QPointF | None = None
        self._is_held = False

    @property
    def is_shown(self) -> bool:
        """Whether it is shown."""
        return self._at is not None

    @property
    def is_held(self) -> bool:
        """Whether it holds the button: arrows drag."""
        return self._is_held

    @property
    def position(self) -> Point | None:
        """Where it is in image pixels; None while it is hidden."""
        return None if self._at is None else Point(self._at.x(), self._at.y())

    def toggle(self) -> None:
        """Show it, or hide it."""
        if self.is_shown:
            self.hide()
        else:
            self.show()

    def show(self) -> None:
        """Show it at the pointer, or in the middle of what is seen, and take the keys."""
        if not self._has_image:
            return
        under = self._canvas.mapFromGlobal(self._canvas.cursor().pos())
        inside = self._canvas.underMouse() and self._canvas.rect().contains(under)
        start = under if inside else self._canvas.rect().center()
        self._canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._at = QPointF(0.0, 0.0)
        self._go(QPointF(start))
        self.shown_changed.emit(True)

    def hide(self) -> None:
        """Hide it; what it was dragging is dropped."""
        if self._at is None:
            return
        self.let_go()
        before = self.rect()
        self._at = None
        self._canvas.leaveEvent(QEvent(QEvent.Type.Leave))
        self._canvas.update(before)
        self.shown_changed.emit(False)

    def let_go(self) -> None:
        """Forget that the button is held: the drag was ended by others."""
        if self._is_held:
            self._is_held = False
            self._canvas.update(self.rect())
            self.held_changed.emit(False)

    def set_image(self, has_image: bool) -> None:
        """Take another image: the cursor goes to its middle, or away where there is none."""
        self._has_image, self._is_held = has_image, False
        if self._at is not None and has_image:
            width, height = self._canvas.view.image_size
            self._at = QPointF(width / 2, height / 2)
            self.moved.emit(self.position)

    def bring_to(self, point: Point) -> None:
        """Bring a place of the image into sight, and the cursor to it where it is shown."""
        if not self._has_image:
            return
        place = QPointF(*self._canvas.view.to_widget(point.x, point.y))
        if self.is_shown:
            self._go(place)
        else:
            self._follow(place)

    def wants_key(self, event: QKeyEvent) -> bool:
        """Whether a key is the cursor's now."""
        if not self.is_shown or not self._has_image:
            return False
        keys = event.modifiers() & ~_KEY.KeypadModifier
        if event.key() in _ARROWS:
            return keys in (_KEY.NoModifier, _KEY.ShiftModifier, _KEY.ControlModifier)
        if event.key() in _ENTER:
            if keys & _KEY.ControlModifier:
                return self._canvas.tool.wants_key(_tool_name(event))
            return keys in (_KEY.NoModifier, _KEY.ShiftModifier)
        return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space) and keys == _KEY.NoModifier

    def press_key(self, event: QKeyEvent) -> bool:
        """Do what a key means; returns whether it was the cursor's."""
        if not self.wants_key(event):
            return False
        if event.key() in _ARROWS:
            self._step(*_ARROWS[Qt.Key(event.key())], event.modifiers())
        elif event.isAutoRepeat():
            return True
        elif event.key() in _ENTER and event.modifiers() & _KEY.ControlModifier:
            self._canvas.tool_key(_tool_name(event))
        elif event.key() in _ENTER:
            self._click(event.modifiers() & _KEY.ShiftModifier)
        elif event.key() == Qt.Key.Key_Space:
            self._hold(not self._is_held)
        elif self._is_held:
            self._canvas.cancel_gesture()
            self.let_go()
        else:
            self.hide()
        return True

    def rect(self) -> QRect:
        """Return what `draw` may paint on."""
        if self._at is None:
            return QRect()
        x, y = self._canvas.view.to_widget(self._at.x(), self._at.y())
        reach = round(_ARM) + 4
        return QRect(round(x) - reach, round(y) - reach, 2 * reach, 2 * reach)

    def draw(self, painter: QPainter, colors: CanvasColors) -> None:
        """Draw a cross that shows on any photograph; a disc in its middle while it holds the button."""
        if self._at is None:
            return
        at = QPointF(*self._canvas.view.to_widget(self._at.x(), self._at.y()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("#000000", 5.0), ("#ffffff", 2.0)):
            pen = QPen(QColor(color), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for dx, dy in _ARROWS.values():
                way = QPointF(dx, dy)
                painter.drawLine(at + way * _GAP, at + way * _ARM)
            painter.drawPoint(at)
        if self._is_held:
            painter.setPen(QPen(QColor("#000000"), 1.5))
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(at, _GAP - 0.5, _GAP - 0.5)

    def _step(self, dx: int, dy: int, keys: Qt.KeyboardModifier) -> None:
        view = self._canvas.view
        assert self._at is not None
        length = _STEP * (_FAST if keys & _KEY.ShiftModifier else 1)
        if keys & _KEY.ControlModifier:
            length = 1 / view.dpr
        x, y = view.to_widget(self._at.x(), self._at.y())
        self._go(QPointF(x + dx * length, y + dy * length))

    def _go(self, wanted: QPointF) -> None:
        """Go to a place of the widget, as far as the image reaches; the view follows at its edges."""
        before = self.rect()
        view = self._canvas.view
        width, height = view.image_size
        x, y = view.to_image(wanted.x(), wanted.y())
        x, y = _kept(x, 0.5, width - 0.5), _kept(y, 0.5, height - 0.5)
        self._follow(QPointF(*view.to_widget(x, y)))
        place = QPointF(*self._canvas.view.to_widget(x, y))
        self._at = QPointF(x, y)
        held = _LEFT if self._is_held else _NONE
        self._canvas.mouseMoveEvent(self._event(QEvent.Type.MouseMove, place, _NONE, held))
        self._at = QPointF(*self._canvas.view.to_image(place.x(), place.y()))  # a drag may have moved the view
        self._canvas.update(before)
        self._canvas.update(self.rect())
        self.moved.emit(self.position)

    def _follow(self, place: QPointF) -> None:
        """Move the view until a place of the widget is not beside it."""
        dx = _kept(place.x(), _EDGE, self._canvas.width() - _EDGE) - place.x()
        dy = _kept(place.y(), _EDGE, self._canvas.height() - _EDGE) - place.y()
        if dx or dy:
            self._set_view(self._canvas.view.panned(dx, dy))

    def _click(self, keys: Qt.KeyboardModifier) -> None:
        if self._is_held:
            self._hold(False)
            return
        place = self._place()
        self._canvas.mousePressEvent(self._event(QEvent.Type.MouseButtonPress, place, _LEFT, _LEFT, keys))
        self._canvas.mouseReleaseEvent(self._event(QEvent.Type.MouseButtonRelease, place, _LEFT, _NONE, keys))
        self.clicked.emit()

    def _hold(self, held: bool) -> None:
        self._is_held = held
        if held:
            self._canvas.mousePressEvent(self._event(QEvent.Type.MouseButtonPress, self._place(), _LEFT, _LEFT))
        else:
            self._canvas.mouseReleaseEvent(self._event(QEvent.Type.MouseButtonRelease, self._place(), _LEFT, _NONE))
        self._canvas.update(self.rect())
        self.held_changed.emit(held)

    def _place(self) -> QPointF:
        assert self._at is not None
        return QPointF(*self._canvas.view.to_widget(self._at.x(), self._at.y()))

    def _event(
        self,
        kind: QEvent.Type,
        place: QPointF,
        button: Qt.MouseButton,
        held: Qt.MouseButton,
        keys: Qt.KeyboardModifier = _KEY.NoModifier,
    ) -> QMouseEvent:
        return QMouseEvent(kind, place, self._canvas.mapToGlobal(place), button, held, keys)


def _tool_name(event: QKeyEvent) -> str:
    return "shift+enter" if event.modifiers() & _KEY.ShiftModifier else "enter"


def _kept(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if high < low else min(max(value, low), high)
