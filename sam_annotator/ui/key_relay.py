"""KeyRelay: keys that reach the canvas without having been a shortcut still do what their action says."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class KeyRelay(QObject):
    """Watches one widget's key presses.

    Qt delivers shortcuts to the active window only, and takes Tab for moving the focus. Someone who drives the canvas
    by its own events (another program, a screen reader's bridge, a window manager without activation) is heard, too.
    """

    def __init__(self, widget: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(widget)
        self._actions = actions
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Trigger the enabled action of a pressed key."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressed = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
            sequence = QKeySequence(pressed)
            for action in self._actions.values():
                if action.isEnabled() and sequence in action.shortcuts():
                    action.trigger()
                    return True
        return super().eventFilter(watched, event)
