"""Pointer input: Qt's mouse, wheel and gesture events become moves of the view and events for the tool in hand.

Panning (middle drag, Space+drag, a drag with a tool that pans) and zooming belong to the view; all else is the
tool's. A release that never comes leaves nothing stuck: every move says which buttons are held.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import DRAG_SCREEN_PX, BrushFeedback, PointerEvent, Tool
from sam_annotator.tools.intents import Intent
from sam_annotator.ui.canvas.view import ViewTransform

ZOOM_PER_NOTCH = 1.25
_NOTCH = 120.0
_SCROLL_PER_NOTCH = 80.0  # widget pixels
_BUTTONS = {
    Qt.MouseButton.LeftButton: "left",
    Qt.MouseButton.RightButton: "right",
    Qt.MouseButton.MiddleButton: "middle",
}


class PointerInput:
    """Holds the tool in hand and what the pointer is doing.

    Args:
        view: gives the view as it is.
        set_view: changes it.
        emit: sends intents on.
    """

    def __init__(
        self,
        view: Callable[[], ViewTransform],
        set_view: Callable[[ViewTransform], None],
        emit: Callable[[tuple[Intent, ...]], None],
    ) -> None:
        self._view, self._set_view, self._emit = view, set_view, emit
        self.tool = Tool()
        self.has_image = False
        self.space_held = False
        self._pan_from: QPointF | None = None
        self._pan_button = Qt.MouseButton.NoButton
        self._maybe_pan: QPointF | None = None  # of a left press with a tool that pans

    @property
    def is_panning(self) -> bool:
        """Whether a drag moves the view now."""
        return self._pan_from is not None

    def cursor_shape(self, is_over_annotation: bool) -> Qt.CursorShape:
        """Return the pointer's shape: what the next press would do."""
        if not self.has_image:
            return Qt.CursorShape.ArrowCursor
        if self.is_panning:
            return Qt.CursorShape.ClosedHandCursor
        if self.space_held:
            return Qt.CursorShape.OpenHandCursor
        if self.tool.selects and is_over_annotation:
            return Qt.CursorShape.PointingHandCursor
        if self.tool.cursor == "none":
            shown = isinstance(self.tool.feedback, BrushFeedback)
            return Qt.CursorShape.BlankCursor if shown else Qt.CursorShape.CrossCursor
        return Qt.CursorShape.CrossCursor if self.tool.cursor == "cross" else Qt.CursorShape.ArrowCursor

    def set_tool(self, tool: Tool) -> None:
        """Take another tool in hand; the gesture of the old one ends."""
        self._emit(self.tool.interrupt())
        self._emit(self.tool.leave())
        self.tool = tool
        self._maybe_pan = None

    def press(self, event: QMouseEvent, *, double: bool = False) -> None:
        """Begin to pan, or hand a press to the tool."""
        button = event.button()
        if not self.has_image:
            return
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self.space_held):
            self._emit(self.tool.interrupt())
            self._pan_from, self._pan_button = event.position(), button
            return
        if self.is_panning:
            return
        if button == Qt.MouseButton.LeftButton and self.tool.pans_on_drag:
            self._maybe_pan = event.position()
        pointer = self._pointer(event, _BUTTONS.get(button, ""))
        self._emit(self.tool.double_click(pointer) if double else self.tool.press(pointer))

    def move(self, event: QMouseEvent) -> None:
        """Pan, or hand a move to the tool."""
        if not self.has_image:
            return
        held = event.buttons()
        if self._pan_from is not None and not held & self._pan_button:
            self._pan_from = None  # the release was lost
        if self._maybe_pan is not None:
            way = event.position() - self._maybe_pan
            if not held & Qt.MouseButton.LeftButton:
                self._maybe_pan = None
            elif max(abs(way.x()), abs(way.y())) > DRAG_SCREEN_PX:
                self._emit(self.tool.interrupt())
                self._pan_from, self._pan_button = self._maybe_pan, Qt.MouseButton.LeftButton
                self._maybe_pan = None
        if self._pan_from is not None:
            way = event.position() - self._pan_from
            self._pan_from = event.position()
            self._set_view(self._view().panned(way.x(), way.y()))
            return
        name = next((name for button, name in _BUTTONS.items() if held & button), "")
        self._emit(self.tool.move(self._pointer(event, name)))

    def release(self, event: QMouseEvent) -> None:
        """End panning, or hand a release to the tool."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._maybe_pan = None
        if self._pan_from is not None and event.button() == self._pan_button:
            self._pan_from = None
            return
        if self.has_image:
            self._emit(self.tool.release(self._pointer(event, _BUTTONS.get(event.button(), ""))))

    def interrupt(self) -> None:
        """End every gesture: the focus is lost, or the image is another."""
        self._pan_from = self._maybe_pan = None
        self.space_held = False
        self._emit(self.tool.interrupt())

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; scroll sideways with Shift; change the tool's size with Alt; pan on a trackpad."""
        if not self.has_image:
            return
        turned, keys = event.angleDelta(), event.modifiers()
        notches = (turned.y() or turned.x()) / _NOTCH
        fine = event.pixelDelta()
        is_trackpad = event.phase() != Qt.ScrollPhase.NoScrollPhase and not fine.isNull()
        view = self._view()
        if keys & Qt.KeyboardModifier.AltModifier:
            self._emit(self.tool.wheel(notches))
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._set_view(view.panned(notches * _SCROLL_PER_NOTCH, 0))
        elif is_trackpad and not keys & Qt.KeyboardModifier.ControlModifier:
            self._set_view(view.panned(fine.x(), fine.y()))
        elif turned.y():
            at = event.position()
            self._set_view(view.zoomed(ZOOM_PER_NOTCH ** (turned.y() / _NOTCH), (at.x(), at.y())))
        elif turned.x():
            self._set_view(view.panned(notches * _SCROLL_PER_NOTCH, 0))

    def native_gesture(self, event: QNativeGestureEvent) -> bool:
        """Zoom by a pinch; a smart zoom changes between fit and 100 %. Return whether the gesture is one of these."""
        view, at = self._view(), (event.position().x(), event.position().y())
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._set_view(view.zoomed(max(1 + event.value(), 0.1), at))
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self._set_view(view.at_actual_size(at) if view.is_fit else view.fitted())
        else:
            return False
        return True

    def _pointer(self, event: QMouseEvent, button: str) -> PointerEvent:
        view, at, keys = self._view(), event.position(), event.modifiers()
        return PointerEvent(
            point=Point(*view.to_image(at.x(), at.y())),
            button=button,
            shift=bool(keys & Qt.KeyboardModifier.ShiftModifier),
            ctrl=bool(keys & Qt.KeyboardModifier.ControlModifier),
            alt=bool(keys & Qt.KeyboardModifier.AltModifier),
            view_scale=view.scale,
            size_hw=(view.image_size[1], view.image_size[0]),
        )
