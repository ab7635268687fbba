"""KeyRelay: keys that reach the canvas without having been a shortcut still do what their action says."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from sam_annotator.ui.canvas import Canvas


class KeyRelay(QObject):
    """Watches the canvas's key presses.

    Qt delivers shortcuts to the active window only, and takes Tab for moving the focus. Someone who drives the canvas
    by its own events (another program, a screen reader's bridge, a window manager without activation) is heard, too.
    While an object is being prompted, Tab stays here even where there is no other candidate to show.
    """

    def __init__(self, canvas: Canvas, actions: Mapping[str, QAction]) -> None:
        super().__init__(canvas)
        self._canvas, self._actions = canvas, actions
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Trigger the enabled action of a pressed key."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._canvas.wants_key(event):
                return False
            pressed = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
            sequence = QKeySequence(pressed)
            for action in self._actions.values():
                if action.isEnabled() and sequence in action.shortcuts():
                    if action.autoRepeat() or not event.isAutoRepeat():
                        action.trigger()
                    return True
            if sequence == QKeySequence(Qt.Key.Key_Tab) and self._actions["prompt.accept"].isEnabled():
                return True
        return super().eventFilter(watched, event)
