"""QActions made of the rows of `ui/action_table.py`, and how a state enables and checks them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from sam_annotator.core.words import series, tr
from sam_annotator.ui.action_table import ACTIONS, DRAFT_BUTTONS, RAIL, ActionSpec
from sam_annotator.ui.icons import set_icon
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.state import UiState, is_checked, is_enabled

_IDS: dict[tuple[str, ...], list[str]] = {}  # of the actions with the same needs
for _spec in ACTIONS:
    _IDS.setdefault(_spec.needs, []).append(_spec.id)
_CHECKABLE = tuple(spec.id for spec in ACTIONS if spec.checkable)


def make_actions(parent: QObject, keys: KeyMap) -> dict[str, QAction]:
    """Make a QAction for each row of ACTIONS, its objectName the row's id; they do nothing yet.

    Args:
        parent: owns the actions.
        keys: the keys they have.
    """
    actions: dict[str, QAction] = {}
    tools = QActionGroup(parent)
    for spec in ACTIONS:
        action = QAction(parent)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(spec.repeats)
        if spec.icon:
            set_icon(action, spec.icon, first_size=24 if spec.id in RAIL else 16 if spec.id in DRAFT_BUTTONS else 0)
        if spec.id.startswith("tool."):
            tools.addAction(action)
        actions[spec.id] = action
    show_words(actions, keys)
    return actions


def connect_actions(actions: Mapping[str, QAction], handlers: Mapping[str, Callable[[], object]]) -> None:
    """Let the actions do something, by id.

    Raises:
        KeyError: an action has no handler.
    """
    for action_id, action in actions.items():
        action.triggered.connect(lambda _checked=False, run=handlers[action_id]: run())


def show_words(actions: Mapping[str, QAction], keys: KeyMap) -> None:
    """Give the actions their texts in the user's language, their keys, and both in the tooltip."""
    for spec in ACTIONS:
        action = actions[spec.id]
        action.setText(tr(spec.text))
        action.setShortcuts(keys.sequences(spec.id))
        action.setToolTip(tooltip(spec, keys))


def tooltip(spec: ActionSpec, keys: KeyMap) -> str:
    """Return an action's tooltip: what it does, and its key."""
    text = tr(spec.tip) if spec.tip else short_text(spec)
    texts = keys.texts(spec.id)
    return f"{text} ({texts[0]})" if texts else text


def short_text(spec: ActionSpec) -> str:
    """Return an action's text without the dots that announce a dialog."""
    return tr(spec.text).rstrip("…")


class ActionStates:
    """Enables and checks actions as a state asks, touching only what differs from the state before.

    Nobody else enables one. A click asks several times, and few needs are met or missed anew.

    A key that several actions have belongs to the first of them that is enabled: F accepts while there is something
    to accept, and fits the image while there is not.

    Args:
        actions: by id.
    """

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        self._actions = actions
        self._met: dict[tuple[str, ...], bool] = {}  # which needs the actions show as met
        self._keys: KeyMap | None = None  # that they have, where those of enabled ones are shared out

    def apply(self, state: UiState, keys: KeyMap) -> None:
        """Show a state, with these keys."""
        actions = self._actions
        met = {needs: is_enabled(state, needs) for needs in _IDS}
        known = self._met if self._keys is keys else {}
        changed = {i: met[needs] for needs, ids in _IDS.items() if known.get(needs) != met[needs] for i in ids}
        for action_id, enabled in changed.items():
            if actions[action_id].isEnabled() != enabled:
                actions[action_id].setEnabled(enabled)
        if any(owner in changed for owners in keys.shared.values() for owner in owners):
            _give_keys(actions, keys)
        self._met, self._keys = met, keys
        # Always: a click on one has changed it already. And last: who is told of a check may show another state.
        for action_id in _CHECKABLE:
            wanted = is_checked(action_id, state)
            if actions[action_id].isChecked() != wanted:
                actions[action_id].setChecked(wanted)


def _give_keys(actions: Mapping[str, QAction], keys: KeyMap) -> None:
    lost: dict[str, list[QKeySequence]] = {}
    for key, owners in keys.shared.items():
        winner = next((owner for owner in owners if actions[owner].isEnabled()), None)
        for owner in owners:
            lost.setdefault(owner, [])
            if owner != winner and actions[owner].isEnabled():  # what is off gets no key, and shows it in the menu
                lost[owner].append(QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText))
    for action_id, gone in lost.items():
        wanted = [sequence for sequence in keys.sequences(action_id) if sequence not in gone]
        if actions[action_id].shortcuts() != wanted:
            actions[action_id].setShortcuts(wanted)


def key_table(keys: KeyMap) -> list[tuple[str, str, str]]:
    """Return (section, text, keys) of every action with a key, and of the pointer, for the key sheet."""
    pointer = tr("Pointer")
    rows = [
        (pointer, tr("This belongs to the object"), tr("Left click")),
        (pointer, tr("This does not"), tr("Right click, Shift+left click")),
        (pointer, tr("Box around the object"), tr("Left drag")),
        (pointer, tr("Zoom at the pointer"), tr("Wheel, Ctrl+wheel")),
        (pointer, tr("Scroll sideways"), tr("Shift+wheel")),
        (pointer, tr("Move the image"), tr("Middle drag, Space+drag")),
        (pointer, tr("Size of the brush"), tr("Alt+wheel")),
        (pointer, tr("Close the polygon"), tr("Enter, double click")),
        (pointer, tr("Take its last corner back"), tr("Backspace")),
    ]
    if keys.texts("view.keyboard_cursor"):
        cursor = tr("Keyboard cursor")
        rows += [
            (cursor, tr("Show or hide it"), series(keys.texts("view.keyboard_cursor"))),
            (cursor, tr("Move it; faster; by one pixel"), tr("Arrows; Shift+arrows; Ctrl+arrows")),
            (cursor, tr("Click there; with Shift: not this"), tr("Enter, Shift+Enter")),
            (cursor, tr("Hold or let go of the button, to drag"), tr("Space")),
            (cursor, tr("Accept the mask, close the polygon"), tr("Ctrl+Enter")),
            (cursor, tr("Hide it"), tr("Esc")),
        ]
    for spec in ACTIONS:
        texts = series(keys.texts(spec.id))
        if texts and spec.menu:
            rows.append((tr(spec.menu), short_text(spec), texts))
    digits = [text for digit in (*range(1, 10), 0) for text in keys.texts(f"category.{digit}")[:1]]
    if digits:
        rows.append((tr("Annotation"), tr("Category of the selection, or for the next mask"), series(digits)))
    return rows
