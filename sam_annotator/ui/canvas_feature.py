"""The canvas's context menu, and what a screen reader says of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent

from sam_annotator.core.geometry import Point
from sam_annotator.core.session import Answer
from sam_annotator.core.words import listed, local_number, tr
from sam_annotator.ui.feature import Feature, Parts
from sam_annotator.ui.menus import context_menu

try:  # Qt 6.8
    from PySide6.QtGui import QAccessibleAnnouncementEvent
except ImportError:  # pragma: no cover
    QAccessibleAnnouncementEvent = None  # type: ignore[assignment, misc]


class CanvasFeature(Feature):
    """Answers a right click with a tool that selects, and the menu key; keeps name and description of the canvas."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._canvas = parts.panels.canvas
        self._answer = ""
        cursor = self._canvas.keyboard_cursor
        self._canvas.installEventFilter(self)
        parts.images.changed.connect(self._describe)
        parts.edits.annotations_changed.connect(self._describe)
        parts.edits.selection_changed.connect(self._describe)
        parts.session.prediction_shown.connect(self._on_answer)
        parts.project.image_going.connect(lambda _image: self._forget_answer())
        cursor.moved.connect(self._on_cursor)
        cursor.shown_changed.connect(self._on_cursor_shown)
        self._describe()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu; every other event goes on."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.RightButton and self._canvas.tool.selects:
                self.show_menu(event.position().toPoint())
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _asks_for_menu(event):
            at = self._canvas.keyboard_cursor.position
            if at is None:
                self._open_menu(self._canvas.rect().center(), on_mask=bool(self.parts.edits.selection))
            else:
                self.show_menu(self._canvas.map_from_image(at.x, at.y))
            return True
        return super().eventFilter(watched, event)

    def show_menu(self, place: QPoint) -> None:
        """Open the menu of what is at a place of the canvas: a mask is selected first, unless it is."""
        parts, canvas = self.parts, self._canvas
        found = canvas.annotation_at(Point(*canvas.map_to_image(place)))
        if found is not None and found not in parts.edits.selection:
            parts.edits.select((found,))
        self._open_menu(place, on_mask=found is not None)

    def _open_menu(self, place: QPoint, *, on_mask: bool) -> None:
        if self.parts.project.image is None:
            return
        contexts = ("annotation",) if on_mask else ("canvas", "image")
        context_menu(contexts, self.parts.actions, self._canvas).popup(self._canvas.mapToGlobal(place))

    # For screen readers

    def _describe(self) -> None:
        """Say which image it is and what is on it."""
        parts = self.parts
        image = parts.project.image
        name = tr("Image") if image is None else tr("Image {name}", name=image.name)
        if image is None or not parts.images.has_image:
            words = []
        else:
            count, chosen = len(parts.edits.annotations), len(parts.edits.selection)
            words = [tr("{n} mask", n=count) if count == 1 else tr("{n} masks", n=count)]
            if chosen:
                words.append(tr("{n} selected", n=chosen))
            if (at := self._canvas.keyboard_cursor.position) is not None:
                words.append(self._place(at))
            if self._answer:
                words.append(self._answer)
        description = listed(words)
        if name != self._canvas.accessibleName():
            self._canvas.setAccessibleName(name)
        if description != self._canvas.accessibleDescription():
            self._canvas.setAccessibleDescription(description)

    def _forget_answer(self) -> None:
        self._answer = ""
        self._describe()

    def _on_answer(self, answer: Answer) -> None:
        self._answer = tr(
            "candidate {rank} of {count}, predicted IoU {iou}",
            rank=answer.prediction.ranking.index(answer.candidate) + 1,
            count=len(answer.prediction),
            iou=local_number(f"{answer.predicted_iou:.2f}"),
        )
        self._describe()
        self._announce(self._answer)

    def _on_cursor(self, at: Point) -> None:
        self._describe()
        found = self._canvas.annotation_at(at)
        category = next((a.category_id for a in self.parts.edits.annotations if a.id == found), None)
        named = self.parts.edits.category(category) if category is not None else None
        place = self._place(at)
        self._announce(place if named is None else tr("{place}, on {category}", place=place, category=named.name))

    def _on_cursor_shown(self, shown: bool) -> None:
        self._describe()
        self._announce(tr("Keyboard cursor shown") if shown else tr("Keyboard cursor hidden"))

    def _place(self, at: Point) -> str:
        return tr("x {x}, y {y}", x=int(at.x), y=int(at.y))

    def _announce(self, text: str) -> None:
        """Have a screen reader say something, if one is listening."""
        if not QAccessible.isActive():
            return
        if QAccessibleAnnouncementEvent is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, text))
        else:
            QAccessible.updateAccessibility(QAccessibleEvent(self._canvas, QAccessible.Event.DescriptionChanged))


def _asks_for_menu(event: QKeyEvent) -> bool:
    keys = event.modifiers()
    if event.key() == Qt.Key.Key_Menu:
        return True
    return event.key() == Qt.Key.Key_F10 and keys == Qt.KeyboardModifier.ShiftModifier
