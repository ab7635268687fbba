"""Brush, lasso, outline and commands on what is being clicked: a mask is put right by hand before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import Driver
from mask_hands import block, put
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

Open = Callable[..., Driver]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
_KEYS = {"brush": Qt.Key.Key_B, "eraser": Qt.Key.Key_E, "lasso": Qt.Key.Key_L, "outline": Qt.Key.Key_O}


def take(driver: Driver, tool: str) -> None:
    """Take a tool in hand by its key."""
    driver.key(_KEYS[tool])
    assert driver.action(f"tool.{tool}").isChecked()


def ctrl_click(driver: Driver, x: float, y: float) -> None:
    driver.click(x, y, modifier=Qt.KeyboardModifier.ControlModifier)


def prompted(driver: Driver, photos: Photos) -> tuple[int, int]:
    """Click an object, and wait for its mask; return where."""
    x, y = photos[1]["photo1.png"][0]
    driver.click(x, y)
    driver.settle()
    assert driver.draft is not None and driver.draft[y, x]
    return x, y


def test_a_stroke_goes_to_the_mask_that_is_not_accepted_yet(open_window: Open, photos: Photos) -> None:
    """Else the stroke that was to mend it would be another object, under or over the first."""
    driver = open_window(photos[0])
    x, y = prompted(driver, photos)
    draft = driver.draft
    assert draft is not None
    take(driver, "brush")
    driver.drag(x, y, x, 118)
    assert len(driver.annotations) == 1
    (painted,) = driver.annotations
    assert painted[draft].all() and painted[112:, x].any()
    assert driver.draft is None and len(driver.parts.edits.selection) == 1
    take(driver, "eraser")
    driver.drag(x, 118, x, 110)
    assert not driver.annotations[0][112:, x].any()
    for _ in range(2):
        driver.trigger("edit.undo")
    assert np.array_equal(driver.annotations[0], draft)
    driver.trigger("edit.undo")
    assert not driver.annotations
    for _ in range(3):
        driver.trigger("edit.redo")
    assert len(driver.annotations) == 1


def test_a_stroke_while_refining_is_not_lost(open_window: Open, photos: Photos) -> None:
    """Else what was painted on a mask that is being refined would go when the clicks are accepted."""
    driver = open_window(photos[0])
    prompted(driver, photos)
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    (first,) = driver.parts.edits.annotations
    driver.parts.edits.select([first.id])
    x, y = photos[1]["photo1.png"][4]
    driver.click(x, y)
    driver.settle()
    refined = driver.draft
    assert refined is not None and not np.array_equal(refined, first.mask.to_array())
    take(driver, "eraser")
    driver.drag(x - 3, y, x + 3, y)
    (after,) = driver.parts.edits.annotations
    assert after.id == first.id and driver.draft is None
    erased = refined & ~after.mask.to_array()
    assert erased[y, x] and np.array_equal(after.mask.to_array(), refined & ~erased)
    driver.trigger("edit.undo")
    assert np.array_equal(driver.annotations[0], refined)
    driver.trigger("edit.undo")
    assert np.array_equal(driver.annotations[0], first.mask.to_array())


def test_a_stroke_waits_for_the_mask_of_the_last_click(open_window: Open, photos: Photos, held_engine: object) -> None:
    """Else it would be painted on nothing, and the mask come beside it."""
    driver = open_window(photos[0])
    gate = held_engine.gates["predict"]  # type: ignore[attr-defined]
    gate.shut()
    x, y = photos[1]["photo1.png"][0]
    driver.click(x, y)
    take(driver, "brush")
    driver.drag(x, y, x, 118)
    assert not driver.annotations
    assert "still being made" in driver.window.notice_bar.text
    gate.open()
    driver.settle()
    driver.drag(x, y, x, 118)
    assert len(driver.annotations) == 1


def test_the_outline_of_what_is_clicked(open_window: Open, photos: Photos) -> None:
    """Else a click on the very mask one sees would select nothing."""
    driver = open_window(photos[0])
    x, y = prompted(driver, photos)
    take(driver, "outline")
    driver.click(x, y)
    (kept,) = driver.parts.edits.annotations
    assert driver.parts.edits.selection == {kept.id}
    assert driver.parts.tools._tools["tool.outline"].rings


def test_a_command_takes_the_mask_that_is_seen(open_window: Open, photos: Photos) -> None:
    """Else it would split what was there before the clicks, and the clicks bring it back whole."""
    driver = open_window(photos[0])
    (first,) = put(driver, block(4, 4, 20, 20) | block(130, 4, 150, 20))
    driver.parts.edits.select([first])
    x, y = photos[1]["photo1.png"][4]
    driver.click(x, y)
    driver.settle()
    seen = driver.draft
    assert seen is not None
    driver.key(Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    driver.settle()
    assert driver.draft is None
    assert np.array_equal(np.logical_or.reduce(driver.annotations), seen)


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_E, Qt.Key.Key_P, Qt.Key.Key_L, Qt.Key.Key_G])
def test_ctrl_click_selects_with_a_painting_tool_in_hand(open_window: Open, photos: Photos, key: Qt.Key) -> None:
    """Else each object to be mended would need two changes of the tool."""
    driver = open_window(photos[0])
    one, other = put(driver, block(10, 10, 60, 60), block(90, 10, 150, 100))
    driver.key(key)
    steps = driver.parts.edits.undo_stack.count()
    for x, expected in ((30, {one}), (120, {other}), (75, set())):
        ctrl_click(driver, x, 40)
        assert driver.parts.edits.selection == expected
    assert driver.parts.edits.undo_stack.count() == steps


def test_a_polygon_that_is_begun_is_not_dropped_by_a_selection(open_window: Open, photos: Photos) -> None:
    """Else Ctrl, held by mistake, would send the corners to another mask."""
    driver = open_window(photos[0])
    put(driver, block(90, 10, 150, 100))
    driver.key(Qt.Key.Key_P)
    for corner in ((10, 10), (40, 12)):
        driver.click(*corner)
    QTest.mouseMove(driver.canvas, QPoint(5, 5))
    ctrl_click(driver, 30, 60)
    driver.key(Qt.Key.Key_Return)
    assert len(driver.annotations) == 2
