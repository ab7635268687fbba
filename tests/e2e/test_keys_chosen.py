"""Keys the user chose, and the palette, in the real window: from the editor to the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from sam_annotator.core.settings import load_settings
from sam_annotator.ui.dialogs.shortcut_editor import ShortcutEditor
from sam_annotator.ui.dialogs.shortcuts import ShortcutsDialog
from sam_annotator.ui.palette import Command, CommandPalette

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def opened(driver: Any, kind: type[Any]) -> Any:
    """Wait for a dialog of a kind and return it."""
    found: list[Any] = []

    def is_there() -> bool:
        found[:] = [w for w in driver.window.findChildren(kind) if w.isVisible()]
        return bool(found)

    driver.qtbot.waitUntil(is_there)
    return found[0]


def bind(driver: Any, action_id: str, key: Qt.Key, answer: str = "") -> None:
    """Open the editor, give an action a key by pressing it, and close."""
    driver.trigger("app.edit_shortcuts")
    editor = opened(driver, ShortcutEditor)
    assert editor.choose(action_id)
    add = editor.findChild(QPushButton, "addKey")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    QTest.keyClick(add, key)
    if answer:
        QTest.mouseClick(editor.findChild(QPushButton, answer), Qt.MouseButton.LeftButton)
    editor.close()


def test_a_chosen_key_counts_at_once_and_at_the_next_start(open_window: Open, photos: Photos) -> None:
    """A key that works only after a restart, or is shown nowhere, is not believed."""
    driver = open_window(photos[0])
    bind(driver, "image.next", Qt.Key.Key_F3)
    project = driver.parts.project
    with driver.qtbot.waitSignal(driver.window.image_ready):
        driver.key(Qt.Key.Key_F3)
    with driver.qtbot.waitSignal(driver.window.image_ready):
        driver.key(Qt.Key.Key_D)
    assert project.row == 2
    driver.trigger("app.shortcuts")
    sheet = opened(driver, ShortcutsDialog)
    assert any("F3" in label.text() for label in sheet.findChildren(QLabel))
    sheet.close()
    driver.trigger("app.command_palette")
    palette = opened(driver, CommandPalette)
    command = next(c for c in palette._commands if c.id == "image.next")
    assert isinstance(command, Command) and command.keys == "D, PgDown"
    palette.close()
    driver.close()
    again = open_window(photos[0])
    with again.qtbot.waitSignal(again.window.image_ready):
        again.key(Qt.Key.Key_F3)


def test_a_key_taken_from_another_leaves_it(open_window: Open, photos: Photos) -> None:
    """A key that does two things does neither."""
    driver = open_window(photos[0])
    bind(driver, "image.next", Qt.Key.Key_H, "takeKey")
    with driver.qtbot.waitSignal(driver.window.image_ready):
        driver.key(Qt.Key.Key_H)
    assert driver.action("view.toggle_masks").isChecked() and driver.action("view.toggle_masks").shortcuts() == []
    assert driver.action("view.toggle_masks").toolTip() == "Show masks"


def test_f_accepts_and_fits_after_keys_were_changed(open_window: Open, photos: Photos) -> None:
    """Changing one key must not break the one that has two meanings."""
    driver = open_window(photos[0])
    bind(driver, "image.next", Qt.Key.Key_F3)
    f_key = QKeySequence("F")
    assert f_key in driver.action("view.fit").shortcuts()
    driver.click(*photos[1]["photo1.png"][0])
    driver.settle()
    assert f_key not in driver.action("view.fit").shortcuts()
    driver.key(Qt.Key.Key_F)
    driver.settle()
    assert len(driver.annotations) == 1 and f_key in driver.action("view.fit").shortcuts()


def type_and_enter(driver: Any, words: str) -> None:
    driver.trigger("app.command_palette")
    line = opened(driver, CommandPalette).findChild(QLineEdit)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_palette_takes_categories_and_remembers(open_window: Open, photos: Photos) -> None:
    """With three hundred categories the name is faster than a list, and the last command faster than any name."""
    driver = open_window(photos[0])
    for name in ("cat", "dog", "zebra"):
        driver.parts.edits.add_category(name)
    driver.click(*photos[1]["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    driver.parts.edits.select([a.id for a in driver.parts.edits.annotations])
    type_and_enter(driver, "dog")
    edits = driver.parts.edits
    assert edits.category(edits.current_category_id).name == "dog"
    assert {edits.category(a.category_id).name for a in edits.annotations} == {"dog"}
    type_and_enter(driver, "fit image")
    assert load_settings().recent_commands[:2] == ("view.fit", "category:dog")
    driver.trigger("app.command_palette")
    assert opened(driver, CommandPalette).titles()[:2] == ["Fit image", "Category: dog"]


def test_the_palette_says_why_not(open_window: Open) -> None:
    """Grey without a reason leaves people guessing what to do first."""
    driver = open_window(None, wait=False)
    driver.trigger("app.command_palette")
    palette = opened(driver, CommandPalette)
    reasons = {command.id: command.reason for command in palette._commands}
    assert reasons["file.export"] == "Open a project first" and reasons["file.open"] == ""
    assert all(reason for action_id, reason in reasons.items() if not is_enabled(driver, action_id))


def is_enabled(driver: Any, command_id: str) -> bool:
    action = driver.parts.actions.get(command_id)
    return action is None or action.isEnabled()


@pytest.mark.parametrize("stop", [False, True])
def test_looking_for_images_can_be_watched_and_stopped(
    open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch, stop: bool
) -> None:
    """On a network drive a walk through the folder takes minutes: it must be seen, and given up if wanted."""
    from sam_annotator.ui import notice_presenter, project_controller

    driver = open_window(photos[0])
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    monkeypatch.setattr(notice_presenter, "_PROGRESS_MS", 1)
    real, released = project_controller.find_images, []

    def slow(root: Path, *, cancelled: Callable[[], bool]) -> Any:
        import time

        while not released and not cancelled():
            time.sleep(0.01)
        return real(root, cancelled=cancelled)

    monkeypatch.setattr(project_controller, "find_images", slow)
    driver.trigger("file.rescan")
    panel = driver.window.progress_panel
    driver.qtbot.waitUntil(lambda: len(panel.texts) == 1)
    if stop:
        QTest.mouseClick(panel.findChild(QPushButton, "progressCancel"), Qt.MouseButton.LeftButton)
    else:
        released.append(True)
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning and panel.texts == [])
    assert len(driver.parts.project.images) == 5
