"""Which keys the canvas takes before the window's shortcuts: Space, and those of the tool in hand."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_REDO = (QKeyCombination(_CTRL, Qt.Key.Key_Y), QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z))


def tool_key_name(event: QKeyEvent) -> str:
    """Return a key by the name that tools know it by, or ""; steps of the tool's come before those of the window."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    if event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in _REDO:
        return "redo"
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return {Qt.KeyboardModifier.NoModifier: "enter", Qt.KeyboardModifier.ShiftModifier: "shift+enter"}.get(keys, "")
    return "backspace" if event.key() == Qt.Key.Key_Backspace and not keys else ""


def is_space(event: QKeyEvent) -> bool:
    """Whether it is the key that lets a drag pan."""
    return event.key() == Qt.Key.Key_Space and not event.modifiers()
