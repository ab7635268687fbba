"""Which keys do what: the table's, the user's, and what happens where two actions want one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from sam_annotator.core.settings import Settings, config_dir, load_settings, save_settings
from sam_annotator.ui.action_table import ACTIONS, CONTEXTS, MENUS
from sam_annotator.ui.actions import ActionStates, key_table, make_actions, show_words
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.menus import context_menu
from sam_annotator.ui.state import REASONS, UiState, why_not


def key(text: str) -> QKeySequence:
    return QKeySequence.fromString(text)


def texts(keys: KeyMap, action_id: str) -> list[str]:
    return [sequence.toString() for sequence in keys.sequences(action_id)]


@pytest.fixture
def actions(qapp: QApplication) -> Iterator[dict[str, QAction]]:
    window = QMainWindow()
    yield make_actions(window, KeyMap())
    window.deleteLater()


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_every_row_is_whole(spec: Any, qapp: QApplication) -> None:
    """A row with a menu, a context or a neighbour that is not there would be an action nobody finds."""
    assert spec.menu in (*MENUS, "") and set(spec.contexts) <= set(CONTEXTS)
    assert set(spec.before) <= {row.id for row in ACTIONS} | {"*"}
    assert spec.text and spec.text.rstrip("…")


def test_no_key_of_the_table_is_ambiguous(qapp: QApplication) -> None:
    """Of two actions that are enabled at once and have one key, Qt does neither."""
    keys = KeyMap()
    for spec in ACTIONS:
        for sequence in keys.sequences(spec.id):
            others = keys.conflicts(spec.id, sequence)
            assert not others, (sequence.toString(), spec.id, [other.id for other in others])


def test_chosen_keys_take_the_place_of_the_tables(actions: dict[str, QAction]) -> None:
    """Who learnt other keys elsewhere must see them in menus, tooltips and on the sheet, all at once."""
    keys = KeyMap((("image.next", "Right", "Ctrl+Alt+N"), ("image.toggle_flag",)))
    show_words(actions, keys)
    assert actions["image.next"].shortcuts() == [key("Right"), key("Ctrl+Alt+N")]
    assert actions["image.next"].toolTip() == "Next image (Right)"
    assert actions["image.toggle_flag"].shortcuts() == [] and actions["image.toggle_flag"].toolTip() == "Flag"
    rows = {text: shown for _section, text, shown in key_table(keys)}
    assert rows["Next image"] == "Right, Ctrl+Alt+N" and "Flag" not in rows
    assert keys.is_changed("image.next") and not keys.is_changed("image.previous")


@pytest.mark.parametrize(
    "rows",
    [
        [["no.such.action", "X"]],
        [["image.next", "NoSuchKey"]],
        [["image.next", "Space"]],
        [["image.next", "Ctrl+Shift", "Shift", "F99", ""]],
        [["image.next", "Ctrl+K, Ctrl+C"]],
        [[]],
        [["image.next", 7]],
        "nonsense",
        {"image.next": "X"},
        None,
        [None, 3, "image.next"],
    ],
)
def test_what_is_no_key_is_passed_over(rows: object, qapp: QApplication, own_folders: Path) -> None:
    """A settings file from another version, or edited by hand, must not stop the program or take keys away."""
    save_settings(Settings())
    path = config_dir() / "settings.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "shortcuts": rows}), "utf-8")
    keys = KeyMap(load_settings().shortcuts)
    assert texts(keys, "image.next") == ["D", "PgDown"] and keys.rows == ()


def test_keys_survive_the_settings_file(qapp: QApplication, own_folders: Path) -> None:
    """Keys chosen today must be there tomorrow."""
    keys = KeyMap().taken("image.next", key("Ctrl+,")).with_keys("view.theme", [])
    save_settings(Settings(shortcuts=keys.rows))
    again = KeyMap(load_settings().shortcuts)
    assert again.rows == keys.rows
    assert texts(again, "image.next") == ["D", "PgDown", "Ctrl+,"] and "Ctrl+," not in texts(again, "file.settings")


def test_taking_and_swapping(qapp: QApplication) -> None:
    """One press must not silently leave another action without its only key, or with it twice."""
    keys = KeyMap()
    assert [spec.id for spec in keys.conflicts("image.toggle_flag", key("H"))] == ["view.toggle_masks"]
    taken = keys.taken("image.toggle_flag", key("H"))
    assert texts(taken, "view.toggle_masks") == [] and texts(taken, "image.toggle_flag") == ["Ctrl+G", "H"]
    swapped = keys.swapped("image.toggle_flag", key("H"))
    assert texts(swapped, "view.toggle_masks") == ["Ctrl+G"] and texts(swapped, "image.toggle_flag") == ["H"]
    assert swapped.restored("image.toggle_flag").restored("view.toggle_masks").rows == ()
    assert KeyMap().with_keys("image.next", keys.sequences("image.next")).rows == ()


def test_f_accepts_else_fits(actions: dict[str, QAction]) -> None:
    """F must do what is meant: with a mask to accept it accepts, without one it shows the whole image."""
    looking = UiState(has_project=True, has_image=True, image_count=1, image_row=0)
    clicked = UiState(has_project=True, has_image=True, image_count=1, image_row=0, click_count=1)
    keys = KeyMap()
    for state, accepts in ((looking, False), (clicked, True), (looking, False)):
        ActionStates(actions).apply(state, keys)
        owners = [name for name, action in actions.items() if action.isEnabled() and key("F") in action.shortcuts()]
        assert owners == ["prompt.accept" if accepts else "view.fit"]
        assert actions["prompt.accept"].shortcuts()[0] == key("Return")
    moved = KeyMap((("view.fit", "Ctrl+J"),))
    show_words(actions, moved)
    for state in (looking, clicked):
        ActionStates(actions).apply(state, moved)
        assert actions["view.fit"].shortcuts() == [key("Ctrl+J")]
    assert KeyMap().conflicts("view.fit", key("F")) == []


def test_a_key_given_twice_by_hand_still_works(actions: dict[str, QAction]) -> None:
    """Two rows of a settings file with one key must not make the key dead."""
    keys = KeyMap((("image.next", "X"), ("image.previous", "X")))
    show_words(actions, keys)
    state = UiState(has_project=True, has_image=True, image_count=3, image_row=1)
    ActionStates(actions).apply(state, keys)
    owners = [name for name, action in actions.items() if action.isEnabled() and key("X") in action.shortcuts()]
    assert len(owners) == 1


def test_what_is_missing_is_said(qapp: QApplication) -> None:
    """An action that is grey and says nothing leaves people guessing."""
    nothing, read_only = UiState(), UiState(has_project=True, is_read_only=True, has_image=True, image_row=0)
    assert why_not(nothing, ("project", "idle")) == "Open a project first"
    assert "looked at" in why_not(read_only, ("edit", "selected"))
    assert why_not(read_only, ("image",)) == ""
    plain = {need for spec in ACTIONS for need in spec.needs if need in REASONS}
    for need in plain - {"idle"}:
        assert why_not(nothing, (need,)), need


def test_context_menus_come_from_the_table(actions: dict[str, QAction], qapp: QApplication) -> None:
    """A menu of its own would miss the next action, and name the same thing by other words."""
    window = QMainWindow()
    menu = context_menu(("annotation", "canvas"), actions, window)
    parts = (menu, *menu.findChildren(QMenu))
    ids = [action.objectName() for part in parts for action in part.actions() if action.objectName()]
    wanted = {spec.id for name in ("annotation", "canvas") for spec in ACTIONS if name in spec.contexts}
    assert set(ids) == wanted and len(ids) == len(wanted) and actions["annotation.delete"] in menu.actions()
    assert not menu.actions()[0].isSeparator()
