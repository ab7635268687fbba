"""Decisions made while others are being read: nothing is taken twice, and no set's decisions reach another set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from compare_hands import Objects, await_kinds, choose, compare, kinds, make_project, make_projects, stored
from gates import Gate, hold_elsewhere
from mask_hands import block

from sam_annotator.core.comparison import Difference
from sam_annotator.ui import comparing

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]

MASK = Difference.MASK


def test_what_is_being_taken_is_not_taken_by_itself_too(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever goes on while all of a kind is read would change an object twice, or find a step that did nothing."""
    ours, theirs = make_projects(tmp_path, photos[0])
    gate = Gate()
    hold_elsewhere(monkeypatch, comparing, "gather", gate)
    driver = open_window(ours)
    dock = compare(driver, theirs)
    before, masks = kinds(dock), stored(ours)
    for _ in range(before.index(MASK) + 1):
        driver.trigger("compare.next")
    gate.shut()
    driver.trigger("compare.take_kind")
    gate.await_call(driver.qtbot)
    for action in ("compare.take_theirs", "compare.take_kind", "compare.keep_both"):
        driver.trigger(action)
        assert driver.parts.edits.undo_stack.count() == 0, action
    gate.open()
    await_kinds(driver, dock, *(kind for kind in before if kind is not MASK))
    assert driver.parts.edits.undo_stack.count() == 1
    driver.trigger("edit.undo")
    await_kinds(driver, dock, *before)
    assert stored(ours) == masks


def test_a_step_of_before_another_set_says_nothing_about_it(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Undone and made again, a decision about one annotator would hide a difference from another one."""
    ours, theirs = make_projects(tmp_path, photos[0])
    others: Objects = {"photo4.png": [("tree", block(100, 10, 130, 40))]}  # where theirs has its own, but elsewhere
    third = make_project(tmp_path / "third", photos[0], others, ("dog", "tree", "car"))
    driver = open_window(ours)
    dock = compare(driver, theirs)
    before = kinds(dock)
    driver.trigger("compare.next")  # to the one that only theirs has
    driver.trigger("compare.keep_both")
    await_kinds(driver, dock, *before[1:])
    driver.trigger("edit.undo")
    await_kinds(driver, dock, *before)
    choose(driver, "compare.open_project", "compareProject", third)
    driver.qtbot.waitUntil(lambda: sorted(kinds(dock)) == [*[Difference.ONLY_OURS] * 5, Difference.ONLY_THEIRS])
    driver.trigger("edit.redo")
    driver.qtbot.waitUntil(lambda: sorted(kinds(dock)) == [*[Difference.ONLY_OURS] * 6, Difference.ONLY_THEIRS])
    driver.trigger("edit.undo")
    driver.qtbot.waitUntil(lambda: sorted(kinds(dock)) == [*[Difference.ONLY_OURS] * 5, Difference.ONLY_THEIRS])
