"""KeyMap: which keys do what: those of the table of actions, unless the user chose others. Imports the table and words.

What the user chose is kept in the settings as rows of an action's id and its keys, in Qt's portable text. A row of an
unknown action, or a key that is none, is passed over, so that a settings file from elsewhere never stops the program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from sam_annotator.core.words import tr
from sam_annotator.ui.action_table import ACTIONS, ActionSpec

Rows = tuple[tuple[str, ...], ...]

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_LEAD_KEYS = (Qt.Key.Key_Space,)  # the canvas's own: a drag pans while it is held
_HELD_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


def default_sequences(spec: ActionSpec) -> list[QKeySequence]:
    """Return an action's keys on this platform as the table has them, without repeats."""
    result: list[QKeySequence] = []
    for key in spec.keys:
        standard = getattr(QKeySequence.StandardKey, key, None)
        named = [QKeySequence.fromString(key, _PORTABLE)] if standard is None else QKeySequence.keyBindings(standard)
        for sequence in named:
            if (standard is None or _is_on_keyboards(sequence)) and sequence not in result:
                result.append(sequence)
    return result


def _is_on_keyboards(sequence: QKeySequence) -> bool:
    """Leave out the platform's bindings of keys that hardly a keyboard has, such as New, Undo or F14."""
    text = sequence.toString(_PORTABLE)
    return "+" in text or text in ("Del", "F1", "F5", "F11")


def key_text(sequence: QKeySequence) -> str:
    """Return a key as people read it; the keypad's Enter is told apart where it is called as the other one is."""
    text = sequence.toString(_NATIVE)
    pressed = sequence[0]  # type: ignore[index]
    if pressed.key() == Qt.Key.Key_Enter:
        other = QKeySequence(QKeyCombination(pressed.keyboardModifiers(), Qt.Key.Key_Return))
        return tr("{key} (keypad)", key=text) if other.toString(_NATIVE) == text else text
    return text


def is_bindable(sequence: QKeySequence) -> bool:
    """Whether a key can be given to an action: one press, of a key that is not the canvas's own."""
    if sequence.count() != 1:
        return False
    pressed = sequence[0]  # type: ignore[index]
    if pressed.key() in _LEAD_KEYS and pressed.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
        return False
    return pressed.key() not in (Qt.Key.Key_unknown, *_HELD_KEYS) and bool(sequence.toString(_PORTABLE))


class KeyMap:
    """The keys of all actions; frozen: a change gives another map.

    Args:
        rows: what the user chose, as in the settings.
    """

    def __init__(self, rows: Rows = ()) -> None:
        self._specs: Mapping[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}
        self._defaults = {spec.id: default_sequences(spec) for spec in ACTIONS}
        self._chosen: dict[str, list[QKeySequence]] = {}
        for row in rows:
            keys = [QKeySequence.fromString(text, _PORTABLE) for text in row[1:]]
            usable = list(dict.fromkeys(key for key in keys if is_bindable(key)))
            if row and row[0] in self._specs and (usable or not keys):
                self._chosen[row[0]] = usable
        self._chosen = {i: keys for i, keys in self._chosen.items() if keys != self._defaults[i]}
        self.rows: Rows = tuple((i, *(key.toString(_PORTABLE) for key in keys)) for i, keys in self._chosen.items())
        owners: dict[str, list[str]] = {}
        for action_id in self._specs:
            for sequence in self.sequences(action_id):
                owners.setdefault(sequence.toString(_PORTABLE), []).append(action_id)
        self.shared: Mapping[str, tuple[str, ...]] = {
            key: tuple(sorted(ids, key=lambda i, ids=ids: self._precedence(i, ids)))  # type: ignore[misc]
            for key, ids in owners.items()
            if len(ids) > 1
        }

    def _precedence(self, action_id: str, owners: Sequence[str]) -> tuple[int, bool, int]:
        before = self._specs[action_id].before
        rank = 0 if "*" in before else 1 if any(owner in before for owner in owners) else 2
        return rank, action_id not in self._chosen, list(self._specs).index(action_id)

    def sequences(self, action_id: str) -> list[QKeySequence]:
        """Return an action's keys; the first is the one to show."""
        chosen = self._chosen.get(action_id)
        return self._defaults[action_id] if chosen is None else chosen

    def texts(self, action_id: str) -> list[str]:
        """Return an action's keys as people read them; two that are called the same are said once."""
        return list(dict.fromkeys(sequence.toString(_NATIVE) for sequence in self.sequences(action_id)))

    def is_changed(self, action_id: str) -> bool:
        """Whether an action has other keys than in the table."""
        return action_id in self._chosen

    def conflicts(self, action_id: str, sequence: QKeySequence) -> list[ActionSpec]:
        """Return the other actions that have a key and would not give way, or be given way to."""
        mine = self._specs[action_id]
        return [
            spec
            for spec in ACTIONS
            if spec.id != action_id
            and sequence in self.sequences(spec.id)
            and not _gives_way(spec, mine)
            and not _gives_way(mine, spec)
        ]

    def with_keys(self, action_id: str, sequences: Sequence[QKeySequence]) -> KeyMap:
        """Return the map with other keys for an action."""
        others = tuple(row for row in self.rows if row[0] != action_id)
        return KeyMap((*others, (action_id, *(sequence.toString(_PORTABLE) for sequence in sequences))))

    def taken(self, action_id: str, sequence: QKeySequence) -> KeyMap:
        """Return the map in which an action has a key more, and those that it would be ambiguous with don't."""
        result = self
        for other in self.conflicts(action_id, sequence):
            result = result.with_keys(other.id, [key for key in result.sequences(other.id) if key != sequence])
        return result.with_keys(action_id, [*result.sequences(action_id), sequence])

    def swapped(self, action_id: str, sequence: QKeySequence) -> KeyMap:
        """Return the map in which an action has a key of another one, which gets this one's first key for it."""
        others, mine = self.conflicts(action_id, sequence), self.sequences(action_id)
        if not others or not mine:
            return self.taken(action_id, sequence)
        given, other = mine[0], others[0]
        result = self.with_keys(action_id, mine[1:]).taken(action_id, sequence)
        keys = result.sequences(action_id)
        result = result.with_keys(action_id, [sequence, *(key for key in keys if key != sequence)])
        return result.with_keys(other.id, [given, *result.sequences(other.id)])

    def restored(self, action_id: str) -> KeyMap:
        """Return the map with the table's keys for an action."""
        return KeyMap(tuple(row for row in self.rows if row[0] != action_id))


def _gives_way(loser: ActionSpec, winner: ActionSpec) -> bool:
    return loser.id in winner.before or "*" in winner.before
