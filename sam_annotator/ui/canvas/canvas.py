"""Canvas: shows the image, its masks, the draft and the prompts, and sends the user's intents.

It knows nothing of projects, engines or undo: it is told what to show, and says what the pointer means.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QSizePolicy, QWidget

from sam_annotator.core.geometry import Point
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.tools.base import Tool
from sam_annotator.tools.intents import Intent
from sam_annotator.ui.canvas import marks
from sam_annotator.ui.canvas.colors import CanvasColors
from sam_annotator.ui.canvas.keyboard_cursor import KeyboardCursor
from sam_annotator.ui.canvas.keys import is_space, tool_key_name
from sam_annotator.ui.canvas.message import MessagePanel
from sam_annotator.ui.canvas.pointer import PointerInput
from sam_annotator.ui.canvas.pyramid import PreparedImage, prepare_image
from sam_annotator.ui.canvas.scene import Scene
from sam_annotator.ui.canvas.shading import Overlay
from sam_annotator.ui.canvas.view import ViewTransform

_FRAME_MS = 80  # of the moving outline and the busy ring
_RING_SPEED = 0.8  # turns a second


class Canvas(QWidget):
    """The picture in the middle of the window.

    Signals:
        intent: what the pointer means, one of tools.intents.
        pointer_moved: a Point in image pixels, or None beside the image.
        view_changed: the zoom, 1.0 is one image pixel on one device pixel (100 %).
        message_action: the message's button was pressed.
        hovered: the id of the annotation under the pointer with the select tool in hand, or None.
    """

    intent = Signal(object)
    pointer_moved = Signal(object)
    view_changed = Signal(float)
    message_action = Signal()
    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Image"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self._colors = CanvasColors()
        self._view = ViewTransform()
        self._scene = scene = Scene()
        self.heat, self.proposals = scene.heat.told_to(self.update), scene.proposals
        self.second, self.differences, self.moving = scene.second, scene.differences, scene.moving  # then update()
        self._busy = ""
        self._animated = True
        self._shows_focus = False
        self._hovered: int | None = None
        self._pointer_at: QPointF | None = None
        self._started = time.monotonic()
        self._input = PointerInput(lambda: self._view, self._set_view, self._emit_all)
        self.keyboard_cursor = KeyboardCursor(self, self._set_view)
        self._message = MessagePanel(self)
        self._message.action.connect(self.message_action)
        self._message.set_colors(self._colors, on_image=False)
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        self._rest = QTimer(self)  # between frames: what they had no time for
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._work)

    # What to show

    def set_image(self, pixels: RgbImage | PreparedImage | None, *, keep_view: bool = False) -> None:
        """Show an image, fitted unless told to keep the view; everything of the one before goes.

        Args:
            pixels: uint8 (H, W, 3) RGB, or what `prepare_image` made of it, or None for no image.
            keep_view: leave zoom and position as they are.
        """
        self._input.interrupt()
        image = pixels if pixels is None or isinstance(pixels, PreparedImage) else prepare_image(pixels)
        self._input.has_image = image is not None
        self._scene.set_image(image)
        self._set_hovered_by_pointer(None)
        self._message.set_colors(self._colors, on_image=image is not None)
        self._place_message()
        if image is not None:
            height, width = image.size_hw
            self._set_view(self._view.with_image((width, height), keep_view=keep_view))
        self.keyboard_cursor.set_image(image is not None)
        self._update_cursor()
        self._update_animation()
        self.update()

    def set_annotations(self, annotations: Sequence[Annotation], colors: Mapping[int, str]) -> None:
        """Show accepted masks; `colors` maps a category's id to "#rrggbb"."""
        self._scene.annotations.set_annotations(annotations, colors)
        self.update()

    def set_selected(self, ids: Collection[int], *, alone: bool | None = None) -> None:
        """Emphasise the annotations of these ids; `alone`: from now on the others are faint, or as ever."""
        self._scene.annotations.set_selected(ids, alone)
        self.update()

    def set_hovered(self, annotation_id: int | None) -> None:
        """Lift the annotation of this id."""
        self._hovered = annotation_id
        self._scene.annotations.set_hovered(annotation_id)
        self.update()

    def set_draft(self, mask: BoolArray | Overlay | None, color: str) -> None:
        """Show a mask that is not accepted yet, bool (H, W) or sampled, in its category's colour; None hides it."""
        before = self._scene.draft_rect(self._view)
        if self._scene.set_draft(mask, color):
            self._update_animation()
            self._update_at(before, self._scene.draft_rect(self._view))

    def set_preview(self, mask: BoolArray | Overlay | None) -> None:
        """Show what a click here would give, bool (H, W) or sampled, in the draft's colour; None hides it."""
        before = self._scene.preview_rect(self._view)
        self._scene.set_preview(mask)
        self._update_at(before, self._scene.preview_rect(self._view))

    def set_prompt(self, prompt: Prompt) -> None:
        """Show a prompt's points and box."""
        before = self._scene.prompt_rect(self._view)
        if prompt != self._scene.prompt:
            self._scene.prompt = prompt
            self._update_at(before, self._scene.prompt_rect(self._view))

    def set_message(self, title: str, detail: str = "", button: str = "") -> None:
        """Say something in the middle, with one next step as a button; an empty title says nothing."""
        self._message.set_message(title, detail, button)
        self._place_message()

    def set_busy(self, text: str) -> None:
        """Say in the corner what is going on, as in "Encoding the image... 3 s"; "" for nothing."""
        self._busy = text
        self._update_animation()
        self.update()

    def set_mask_opacity(self, opacity: float) -> None:
        """Set how strongly masks are filled, 0 to 1."""
        self._scene.set_opacity(min(max(opacity, 0.0), 1.0))
        self.update()

    def set_masks_visible(self, visible: bool) -> None:
        """Show or hide all masks: accepted, draft and preview."""
        self._scene.set_masks_visible(visible)
        self._set_hovered_by_pointer(None)
        self._update_animation()
        self.update()

    def set_animated(self, animated: bool) -> None:
        """Let the outline of the draft move, or stand still."""
        self._animated = animated
        self._update_animation()
        self.update()

    def set_theme_colors(self, colors: CanvasColors) -> None:
        """Take the theme's colours."""
        self._colors = colors
        self._scene.set_background(colors.background)
        self._message.set_colors(colors, on_image=self._scene.image is not None)
        self._place_message()
        self.update()

    # The tool

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._input.tool

    def set_tool(self, tool: Tool) -> None:
        """Take a tool in hand."""
        self.keyboard_cursor.let_go()
        self._input.set_tool(tool)
        self._set_hovered_by_pointer(None)
        self._update_cursor()
        self.update()

    def tool_key(self, name: str) -> bool:
        """Hand a key to the tool, as `Tool.key` has it; return whether it had a use for it."""
        before = self.tool.feedback
        intents = self.tool.key(name)
        self._emit_all(intents)
        self.update()
        return bool(intents) or self.tool.feedback != before

    def wants_key(self, event: QKeyEvent) -> bool:
        """Whether a key is for the canvas now, even if the window has a shortcut on it."""
        return is_space(event) or self.keyboard_cursor.wants_key(event) or self.tool.wants_key(tool_key_name(event))

    def cancel_gesture(self) -> bool:
        """Drop what the tool has begun (Esc); return whether there was something."""
        before, intents = self.tool.feedback, self.tool.cancel()
        self._emit_all(intents)
        self.update()
        return bool(intents) or self.tool.feedback != before

    # The view

    @property
    def scale(self) -> float:
        """The zoom: device pixels per image pixel, 1.0 is 100 %."""
        return self._view.zoom

    @property
    def view(self) -> ViewTransform:
        """Where the image lies in the widget."""
        return self._view

    def map_from_image(self, x: float, y: float) -> QPoint:
        """Map image pixels to the nearest canvas pixel; of two as near, the one before: the middle stays inside."""
        wx, wy = self._view.to_widget(x, y)
        return QPoint(math.ceil(wx - 0.5 - 1e-6), math.ceil(wy - 0.5 - 1e-6))

    def map_to_image(self, at: QPointF | QPoint) -> tuple[float, float]:
        """Map a place on the canvas to image pixels."""
        return self._view.to_image(at.x(), at.y())

    def fit(self) -> None:
        """Show the whole image."""
        self._set_view(self._view.fitted())

    def actual_size(self) -> None:
        """Show one image pixel on one device pixel, at the pointer or in the middle."""
        self._set_view(self._view.at_actual_size(self._pointer_position()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor; what is under `at`, by default the middle, stays there."""
        self._set_view(self._view.zoomed(factor, None if at is None else (at.x(), at.y())))

    def annotation_at(self, point: Point) -> int | None:
        """Return the id of the smallest annotation under a point of the image; None where there is none in sight."""
        return self._scene.annotation_at(point)

    def settle(self) -> None:
        """Render all that is in sight, however long it takes; for screenshots."""
        if self._rest.isActive():
            self.update()  # the screen is to show it too
        target = QImage(self.size() * self._view.dpr, QImage.Format.Format_RGB32)
        target.setDevicePixelRatio(self._view.dpr)
        self.render(target)
        while not self._scene.work(to_the_end=True)[1]:
            pass
        self._rest.stop()

    def grab(self, rectangle: QRect | None = None) -> QPixmap:
        """Return a picture of the canvas with nothing left out."""
        self.settle()
        return super().grab(self.rect() if rectangle is None else rectangle)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(960, 640)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the layers, then the marks over them."""
        if (self.width(), self.height()) != self._view.viewport or self.devicePixelRatioF() != self._view.dpr:
            self._set_view(self._view.resized((self.width(), self.height()), self.devicePixelRatioF()))
        painter = QPainter(self)
        seconds = time.monotonic() - self._started if self._animated else None
        if self._scene.image is None:
            painter.fillRect(event.rect(), QColor(self._colors.background))
        else:
            feedback = None if self._input.is_panning else self.tool.feedback
            self._scene.follow(self.tool.feedback, self._view)
            if not self._scene.paint_layers(painter, self._view, seconds, event.rect()):
                self._rest.start()
            self._scene.paint_marks(painter, self._view, self._colors, feedback)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._scene.image is not None:
            self.keyboard_cursor.draw(painter, self._colors)
        if self._shows_focus:
            marks.draw_focus(painter, self.rect(), self._colors)
        if self._busy:
            turn = None if seconds is None else seconds * _RING_SPEED % 1.0
            marks.draw_chip(painter, self._busy, (self.width(), self.height()), self.font(), self._colors, turn)
        painter.end()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the image fitted, or its middle in the middle."""
        self._set_view(self._view.resized((self.width(), self.height()), self.devicePixelRatioF()))
        self._place_message()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a drag or a pan."""
        self._input.press(event)
        self._after_pointer()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of a double click."""
        self._input.press(event, double=True)
        self._after_pointer()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is dragged, and say where the pointer is."""
        self._pointer_at = event.position()
        self._input.move(event)
        self._report_pointer()
        self._after_pointer()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click, a drag or a pan."""
        self._input.release(event)
        self._after_pointer()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, scroll, or change the size of the tool."""
        self._pointer_at = event.position()
        self._input.wheel(event)
        self._report_pointer()
        self._after_pointer()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Answer pinches and smart zooms of a trackpad, and claim Space and the tool's keys before shortcuts do."""
        if isinstance(event, QNativeGestureEvent):
            return self._input.native_gesture(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.wants_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a drag pan while Space is held, and hand the tool its keys."""
        if self.keyboard_cursor.press_key(event):
            return
        name = tool_key_name(event)
        if name and self.tool.wants_key(name):
            self.tool_key(name)
            return
        if is_space(event):
            if not event.isAutoRepeat():
                self._input.space_held = True
                self._update_cursor()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Give the drag back to the tool."""
        if event.key() == Qt.Key.Key_Space and self._input.space_held:
            if not event.isAutoRepeat():
                self._input.space_held = False
                self._update_cursor()
            return
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus that came by key."""
        self._shows_focus = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End every gesture: its release may go to another window."""
        self._shows_focus = False
        self.keyboard_cursor.let_go()
        self._input.interrupt()
        self._after_pointer()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Note where the pointer comes in, and take the keys from a list: Space and Tab mean the image there."""
        self._pointer_at = event.position()
        focus = QApplication.focusWidget()
        if (focus is None or isinstance(focus, QAbstractItemView)) and self.window().isActiveWindow():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._pointer_at = None
        self._emit_all(self.tool.leave())
        self._set_hovered_by_pointer(None)
        self.pointer_moved.emit(None)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the message out again in another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_message()
        super().changeEvent(event)

    def showEvent(self, event: QEvent) -> None:
        """Let what moves move."""
        self._update_animation()

    def hideEvent(self, event: QEvent) -> None:
        """Stop what moves."""
        self._frames.stop()

    # Inside

    def _emit_all(self, intents: tuple[Intent, ...]) -> None:
        for intent in intents:
            self.intent.emit(intent)

    def _update_at(self, *rects: QRect) -> None:
        """Paint a few rectangles again, as far as they are in the widget."""
        for rect in rects:
            self.update(rect & self.rect())

    def _work(self) -> None:
        """Render a little between frames, until all is there."""
        rects, is_done = self._scene.work()
        dpr = self._view.dpr
        self._update_at(*(QRectF(x / dpr, y / dpr, w / dpr, h / dpr).toAlignedRect() for x, y, w, h in rects))
        if not is_done:
            self._rest.start()

    def _set_view(self, view: ViewTransform) -> None:
        before, self._view = self._view, view
        if view != before:
            self.update()
        if view.zoom != before.zoom:
            self.view_changed.emit(view.zoom)

    def _pointer_position(self) -> tuple[float, float] | None:
        at = self._pointer_at
        return None if at is None else (at.x(), at.y())

    def _report_pointer(self) -> None:
        if self._scene.image is None or self._pointer_at is None:
            self.pointer_moved.emit(None)
            return
        point = Point(*self.map_to_image(self._pointer_at))
        width, height = self._view.image_size
        inside = 0 <= point.x < width and 0 <= point.y < height
        self.pointer_moved.emit(point if inside else None)
        if self.tool.selects and not self._input.is_panning:
            self._set_hovered_by_pointer(self.annotation_at(point) if inside else None)

    def _set_hovered_by_pointer(self, annotation_id: int | None) -> None:
        if annotation_id != self._hovered:
            self.set_hovered(annotation_id)
            self.hovered.emit(annotation_id)

    def _after_pointer(self) -> None:
        self._update_cursor()
        rect = self._scene.follow(self.tool.feedback, self._view)
        self.update(self.rect() if rect is None else rect & self.rect())

    def _update_cursor(self) -> None:
        shape = self._input.cursor_shape(self._hovered is not None)
        if shape != self.cursor().shape():
            self.setCursor(shape)

    def _update_animation(self) -> None:
        moving = bool(self._busy) or self._scene.has_moving_outline
        if self._animated and moving and self.isVisible():
            self._frames.start()
        else:
            self._frames.stop()

    def _next_frame(self) -> None:
        if self._scene.has_moving_outline:
            self.update(self._scene.draft_rect(self._view) & self.rect())
        if self._busy:
            self.update(QRect(0, self.height() - 80, self.width(), 80))

    def _place_message(self) -> None:
        if self._message.isVisibleTo(self):
            self._message.place(self.width(), self.height())
