"""Choosing keys: press one, and see at once whose it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from sam_annotator.ui.dialogs.shortcut_editor import ShortcutEditor
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.language import install_language

CHOICES = ("swapKeys", "takeKey", "leaveKey")


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, shown: Callable[..., object]) -> ShortcutEditor:
    install_language(qapp, "en")  # as at every start: keys have the program's names
    made = ShortcutEditor(KeyMap())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    shown(made, 656, 640)
    return made


def button(editor: ShortcutEditor, name: str) -> QPushButton:
    return next(b for b in editor.findChildren(QPushButton, name) if not b.isHidden() or name in CHOICES)


def press(
    qtbot: QtBot,
    editor: ShortcutEditor,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press Add a key, then a key."""
    add = button(editor, "addKey")
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    qtbot.keyClick(add, key, modifier)


def texts(editor: ShortcutEditor, action_id: str) -> list[str]:
    return [sequence.toString() for sequence in editor.keys.sequences(action_id)]


def test_a_free_key_is_taken_at_once(qtbot: QtBot, editor: ShortcutEditor) -> None:
    """Several keys for one action, each by one press, and in force at once."""
    assert editor.choose("image.next")
    with qtbot.waitSignal(editor.changed) as told:
        press(qtbot, editor, Qt.Key.Key_Right)
    assert texts(editor, "image.next") == ["D", "PgDown", "Right"]
    assert told.args == [(("image.next", "D", "PgDown", "Right"),)]
    press(qtbot, editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert texts(editor, "image.next")[-1] == "Shift+Tab"
    assert editor.chosen is not None and editor.chosen.id == "image.next"


def test_a_key_of_another_action_is_said_and_left_to_the_user(qtbot: QtBot, editor: ShortcutEditor) -> None:
    """A key that silently moves from one action to another is found out hours later."""
    editor.choose("image.toggle_flag")
    with qtbot.assertNotEmitted(editor.changed):
        press(qtbot, editor, Qt.Key.Key_H)
    said = editor.findChild(QLabel, "conflict")
    assert said is not None and said.isVisible() and "Show masks" in said.text() and "H" in said.text()
    qtbot.mouseClick(button(editor, "leaveKey"), Qt.MouseButton.LeftButton)
    assert editor.keys.rows == () and not said.isVisible()
    press(qtbot, editor, Qt.Key.Key_H)
    qtbot.mouseClick(button(editor, "swapKeys"), Qt.MouseButton.LeftButton)
    assert texts(editor, "image.toggle_flag") == ["H"] and texts(editor, "view.toggle_masks") == ["Ctrl+G"]
    editor.choose("annotation.toggle_crowd")
    press(qtbot, editor, Qt.Key.Key_H)
    assert button(editor, "swapKeys").isHidden()
    qtbot.mouseClick(button(editor, "takeKey"), Qt.MouseButton.LeftButton)
    assert texts(editor, "annotation.toggle_crowd") == ["H"] and texts(editor, "image.toggle_flag") == []


def test_removing_and_restoring(qtbot: QtBot, editor: ShortcutEditor) -> None:
    """Whoever has tried around must find the way back, for one action and for all."""
    editor.choose("image.next")
    qtbot.mouseClick(button(editor, "removeKey"), Qt.MouseButton.LeftButton)
    assert texts(editor, "image.next") == ["PgDown"]
    editor.choose("image.toggle_flag")
    press(qtbot, editor, Qt.Key.Key_D)
    assert texts(editor, "image.toggle_flag") == ["Ctrl+G", "D"]
    editor.choose("image.next")
    qtbot.mouseClick(button(editor, "restoreOne"), Qt.MouseButton.LeftButton)
    assert texts(editor, "image.next") == ["D", "PgDown"] and texts(editor, "image.toggle_flag") == ["Ctrl+G"]
    editor.choose("view.theme")
    press(qtbot, editor, Qt.Key.Key_F10)
    with qtbot.waitSignal(editor.changed) as told:
        qtbot.mouseClick(button(editor, "restoreAll"), Qt.MouseButton.LeftButton)
    assert told.args == [()] and not button(editor, "restoreAll").isEnabled()


def test_escape_stops_waiting_and_does_not_close(qtbot: QtBot, editor: ShortcutEditor) -> None:
    """Escape while a key is awaited must neither be bound nor lose the dialog."""
    editor.choose("image.next")
    with qtbot.assertNotEmitted(editor.changed):
        press(qtbot, editor, Qt.Key.Key_Escape)
        press(qtbot, editor, Qt.Key.Key_Space)
    assert editor.isVisible() and not button(editor, "addKey").text().startswith("Press")


def test_search_by_name_and_by_key(qtbot: QtBot, editor: ShortcutEditor) -> None:
    """Among a hundred actions one is found by a word, or by the key that did something unexpected."""
    line = editor.findChild(QLineEdit, "editorSearch")
    assert line is not None
    qtbot.keyClicks(line, "next im")
    assert "Next image" in editor.titles() and "Previous image" not in editor.titles()
    line.clear()
    qtbot.keyClicks(line, "ctrl+shift+p")
    assert editor.titles() == ["Command palette"]
    line.clear()
    qtbot.keyClicks(line, "zzzz")
    assert editor.titles() == [] and not button(editor, "addKey").isEnabled()


def test_keys_stand_on_one_line_while_they_fit(qtbot: QtBot, editor: ShortcutEditor) -> None:
    """A fifth key alone on a second line, beside an empty half of the first, looks as if it were something else."""

    def places() -> list[QRect]:
        return [b.geometry() for b in editor.findChildren(QPushButton, "removeKey") if not b.isHidden()]

    editor.choose("prompt.accept")
    qtbot.waitUntil(lambda: len(places()) == 5 and len({place.y() for place in places()}) == 1)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        for key in (Qt.Key.Key_F9, Qt.Key.Key_F10):
            press(qtbot, editor, key, modifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(places()) == 9 and len({place.y() for place in places()}) > 1)
    panel = editor.findChild(QFrame, "card")
    assert panel is not None
    qtbot.waitUntil(lambda: all(panel.contentsRect().contains(place) for place in places()))
    assert not any(a.intersects(b) for i, a in enumerate(places()) for b in places()[i + 1 :])
