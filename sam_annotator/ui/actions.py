"""QActions made of the rows of `ui/action_table.py`, and how a state enables and checks them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from sam_annotator.ui.action_table import ACTIONS, DRAFT_BUTTONS, RAIL, ActionSpec
from sam_annotator.ui.icons import set_icon
from sam_annotator.ui.state import UiState, is_checked, is_enabled


def key_sequences(spec: ActionSpec) -> list[QKeySequence]:
    """Return an action's shortcuts on this platform, without repeats."""
    result: list[QKeySequence] = []
    for key in spec.keys:
        standard = getattr(QKeySequence.StandardKey, key, None)
        named = [QKeySequence(key)] if standard is None else QKeySequence.keyBindings(standard)
        for sequence in named:
            if (standard is None or _is_on_keyboards(sequence)) and sequence not in result:
                result.append(sequence)
    return result


def _is_on_keyboards(sequence: QKeySequence) -> bool:
    """Leave out the platform's bindings of keys that hardly a keyboard has, such as New, Undo or F14."""
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return "+" in text or text in ("Del", "F1", "F5", "F11")


def make_actions(parent: QObject, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Make a QAction for each row of ACTIONS, its objectName the row's id.

    Args:
        parent: owns the actions.
        handlers: what each action does, by id.

    Raises:
        KeyError: an action has no handler.
    """
    actions: dict[str, QAction] = {}
    tools = QActionGroup(parent)
    for spec in ACTIONS:
        action = QAction(spec.text, parent)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts(key_sequences(spec))
        action.setAutoRepeat(spec.repeats)
        if spec.icon:
            set_icon(action, spec.icon, first_size=24 if spec.id in RAIL else 16 if spec.id in DRAFT_BUTTONS else 0)
        action.setToolTip(tooltip(spec))
        handler = handlers[spec.id]
        action.triggered.connect(lambda _checked=False, run=handler: run())
        if spec.id.startswith("tool."):
            tools.addAction(action)
        actions[spec.id] = action
    return actions


def tooltip(spec: ActionSpec) -> str:
    """Return an action's tooltip: what it does, and its key."""
    text = spec.tip or spec.text.rstrip("…")
    sequences = key_sequences(spec)
    if not sequences:
        return text
    return f"{text} ({sequences[0].toString(QKeySequence.SequenceFormat.NativeText)})"


def apply_state(actions: Mapping[str, QAction], state: UiState) -> None:
    """Enable and check the actions as a state asks, touching only what differs.

    F accepts while there is something to accept, and fits the image while there is not.
    """
    for spec in ACTIONS:
        action = actions[spec.id]
        enabled = is_enabled(spec.id, state, spec.needs)
        if action.isEnabled() != enabled:
            action.setEnabled(enabled)
        if spec.checkable and action.isChecked() != is_checked(spec.id, state):
            action.setChecked(is_checked(spec.id, state))
    f_key = QKeySequence("F")
    for action_id, has_f in (("prompt.accept", state.can_accept), ("view.fit", not state.can_accept)):
        action = actions[action_id]
        keys = action.shortcuts()
        if (f_key in keys) != has_f:
            spec = next(spec for spec in ACTIONS if spec.id == action_id)
            action.setShortcuts([key for key in key_sequences(spec) if has_f or key != f_key])


def key_table() -> list[tuple[str, str, str]]:
    """Return (section, text, keys) of every action with a key, and of the pointer, for the key sheet."""
    rows = [
        ("Pointer", "This belongs to the object", "Left click"),
        ("Pointer", "This does not", "Right click, Shift+left click"),
        ("Pointer", "Box around the object", "Left drag"),
        ("Pointer", "Zoom at the pointer", "Wheel, Ctrl+wheel"),
        ("Pointer", "Scroll sideways", "Shift+wheel"),
        ("Pointer", "Move the image", "Middle drag, Space+drag"),
    ]
    rows += [
        ("Pointer", "Size of the brush", "Alt+wheel"),
        ("Pointer", "Close the polygon", "Enter, double click"),
        ("Pointer", "Take its last corner back", "Backspace"),
    ]
    for spec in ACTIONS:
        keys = ", ".join(s.toString(QKeySequence.SequenceFormat.NativeText) for s in key_sequences(spec))
        if keys and spec.menu:
            rows.append((spec.menu, spec.text.rstrip("…"), keys))
    rows.append(("Annotation", "Category of the selection, or for the next mask", "1 to 9, 0"))
    return rows
