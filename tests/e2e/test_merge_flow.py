"""Merging in the real window: the plan, its questions, one step, and the same on the next day."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from compare_hands import choose, feature, make_projects, notice, stored
from mask_hands import exported
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sam_annotator.core.merging import Choice
from sam_annotator.store.store import Store
from sam_annotator.ui.dialogs.merge import MergeDialog

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


@pytest.fixture
def projects(photos: Photos, tmp_path: Path) -> tuple[Path, Path]:
    """Ours, and another annotator's of the same photographs: masks and a category differ, and each has one alone."""
    return make_projects(tmp_path, photos[0])


def merge_dialog(driver: Driver, path: Path) -> MergeDialog:
    feature(driver)
    choose(driver, "compare.merge", "mergeProject", path)
    driver.qtbot.waitUntil(lambda: driver.window.findChild(MergeDialog, "mergeDialog") is not None)
    dialog = driver.window.findChild(MergeDialog, "mergeDialog")
    assert dialog is not None
    return dialog


def test_two_projects_are_merged(open_window: Open, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """Two annotators shared the images: one project of both, their conflicts decided, in one step to undo."""
    driver = open_window(projects[0])
    dialog = merge_dialog(driver, projects[1])
    start = exported(driver, tmp_path)
    assert dialog.model.rowCount() == 3 and dialog.model.choices == [Choice.OURS] * 3
    rows = [tuple(dialog.model.index(r, c).data() for c in range(5)) for r in range(3)]
    assert sorted(row[0] for row in rows) == ["photo1.png", "photo2.png", "photo2.png"]
    view = dialog.view
    category_row = next(r for r in range(3) if rows[r][1] != rows[r][2])
    view.selectRow(category_row)
    QTest.keyClick(view, Qt.Key.Key_B)
    view.selectRow(next(r for r in range(3) if rows[r][0] == "photo1.png"))
    QTest.mouseClick(_button(dialog, "merge.theirs"), Qt.MouseButton.LeftButton)
    assert sorted(dialog.model.choices) == [Choice.BOTH, Choice.OURS, Choice.THEIRS]
    QTest.mouseClick(_button(dialog, "mergeButton"), Qt.MouseButton.LeftButton)
    driver.qtbot.waitUntil(lambda: "Merged" in notice(driver))
    merged = {
        "photo1.png": [("car", 1040), ("car", 1600)],
        "photo2.png": [("car", 1600), ("dog", 1600), ("dog", 1600)],
        "photo3.png": [("dog", 1600)],
        "photo4.png": [("tree", 3600)],
    }
    assert stored(projects[0]) == merged
    assert driver.parts.edits.undo_stack.count() == 1
    after = exported(driver, tmp_path)
    driver.trigger("edit.undo")
    assert exported(driver, tmp_path) == start
    driver.trigger("edit.redo")
    assert exported(driver, tmp_path) == after
    driver.close()
    again = open_window(projects[0])
    assert stored(projects[0]) == merged
    second = merge_dialog(again, projects[1])  # once more: only what was decided against is still a question
    assert second.model.rowCount() == 1 and not second.findChild(QPushButton, "mergeButton").isHidden()
    second.reject()


def test_a_locked_one_stays_in_a_merge(open_window: Open, projects: tuple[Path, Path]) -> None:
    """What is locked stays ours whatever is chosen for all."""
    with Store.open(projects[0]) as store:
        store.update_annotations([replace(a, locked=True) for a in store.dataset().annotations])
    driver = open_window(projects[0])
    dialog = merge_dialog(driver, projects[1])
    QTest.mouseClick(_button(dialog, "mergeSelectAll"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(_button(dialog, "merge.theirs"), Qt.MouseButton.LeftButton)
    assert dialog.model.choices == [Choice.OURS] * 3
    assert all("locked" in dialog.model.index(r, 4).data() for r in range(3))
    dialog.view.doubleClicked.emit(dialog.model.index(0, 0))
    assert dialog.model.choices[0] is Choice.BOTH
    dialog.reject()
    assert stored(projects[0])["photo2.png"] == [("car", 1600), ("dog", 1600)]


def test_a_merge_that_has_nothing_says_so(open_window: Open, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """Nobody should wonder whether pressing the button twice added all twice."""
    copy = shutil.copytree(projects[0], tmp_path / "copy")
    driver = open_window(projects[0])
    dialog = merge_dialog(driver, copy)
    assert dialog.model.rowCount() == 0 and not _button(dialog, "mergeButton").isEnabled()
    dialog.reject()


def _button(parent: Any, name: str) -> QPushButton:
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    return button
