"""Moving what is selected, by drag and by keys, and going from annotation to annotation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import Driver
from mask_hands import block, exported, mask, put
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

Open = Callable[..., Driver]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Key = Qt.Key
ALT, SHIFT, NO_KEYS = (getattr(Qt.KeyboardModifier, name) for name in ("AltModifier", "ShiftModifier", "NoModifier"))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def driver(open_window: Open, photos: Photos) -> Driver:
    driver = open_window(photos[0])
    driver.parts.features.make()
    driver.key(Key.Key_V)
    return driver


def holed() -> np.ndarray:
    """A block with a hole, a single pixel beside it."""
    pixels = block(40, 30, 70, 60)
    pixels[40:46, 50:56] = False
    pixels[20, 34] = True
    return pixels


def shift(pixels: np.ndarray, dx: int, dy: int) -> np.ndarray:
    """Return pixels elsewhere; what leaves the image is gone."""
    y, x = np.nonzero(pixels)
    y, x = y + dy, x + dx
    kept = (y >= 0) & (x >= 0) & (y < pixels.shape[0]) & (x < pixels.shape[1])
    moved = np.zeros_like(pixels)
    moved[y[kept], x[kept]] = True
    return moved


def looks(driver: Driver, x: int, y: int) -> str:
    """The colour on screen of a pixel of the image."""
    return driver.canvas.grab().toImage().pixelColor(driver.at(x + 0.5, y + 0.5)).name()


def test_a_drag_moves_what_is_selected(driver: Driver, tmp_path: Path) -> None:
    """A copy on the next frame would have to be drawn again where the object has moved by a few pixels."""
    (one,) = put(driver, holed())
    before = exported(driver, tmp_path)
    driver.click(44, 50)
    steps = driver.parts.edits.undo_stack.count()
    driver.drag(44, 50, 74, 62)
    assert np.array_equal(mask(driver, one), shift(holed(), 30, 12))
    assert driver.parts.edits.undo_stack.count() == steps + 1 and driver.parts.edits.selection == {one}
    assert driver.parts.edits.undo_stack.undoText() == "Move" and not driver.parts.edits.previewed
    driver.trigger("edit.undo")
    assert exported(driver, tmp_path) == before


def test_it_is_seen_while_it_is_dragged_and_escape_puts_it_back(driver: Driver) -> None:
    """Nobody could tell where it would come to lie."""
    plain = [looks(driver, x, 33) for x in (43, 86)]
    (one,) = put(driver, holed())
    driver.click(44, 50)
    covered = looks(driver, 43, 33)
    steps = driver.parts.edits.undo_stack.count()
    QTest.mousePress(driver.canvas, LEFT, NO_KEYS, driver.at(44, 50))
    QTest.mouseMove(driver.canvas, driver.at(54, 50))
    QTest.mouseMove(driver.canvas, driver.at(64, 50))
    assert looks(driver, 43, 33) == plain[0] != covered, "it is gone where it was"
    assert looks(driver, 86, 33) != plain[1], "it is seen where it would lie"
    driver.key(Key.Key_Escape)
    assert looks(driver, 43, 33) == covered and looks(driver, 86, 33) == plain[1]
    QTest.mouseRelease(driver.canvas, LEFT, NO_KEYS, driver.at(64, 50))
    assert np.array_equal(mask(driver, one), holed()) and driver.parts.edits.undo_stack.count() == steps


def test_keys_move_by_one_pixel_and_by_ten(driver: Driver) -> None:
    """The last pixel can't be met by a hand, and some have no mouse."""
    one, other = put(driver, holed(), block(100, 10, 120, 40))
    driver.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.key(Key.Key_Right, ALT)
    driver.key(Key.Key_Down, ALT)
    driver.key(Key.Key_Left, ALT | SHIFT)
    driver.key(Key.Key_Up, ALT | SHIFT)
    assert np.array_equal(mask(driver, one), shift(holed(), -9, -9))
    assert np.array_equal(mask(driver, other), shift(block(100, 10, 120, 40), -9, -9))


def test_what_leaves_the_image_is_cut_and_comes_back_with_undo(driver: Driver) -> None:
    """A mask at the border would be refused, or come back at the other side, or stay as nothing."""
    said: list[str] = []
    driver.parts.edits.notice.connect(said.append)
    (one,) = put(driver, block(100, 10, 120, 40))
    driver.click(110, 20)
    driver.drag(110, 20, 155, 20)
    assert np.array_equal(mask(driver, one), block(145, 10, 160, 40))
    driver.key(Key.Key_Right, ALT | SHIFT)
    driver.key(Key.Key_Right, ALT | SHIFT)
    assert np.array_equal(mask(driver, one), block(155, 10, 160, 40)) and "outside" in said[-1]
    driver.trigger("edit.undo")
    driver.trigger("edit.undo")
    assert np.array_equal(mask(driver, one), block(100, 10, 120, 40))


def test_locked_ones_stay_and_a_box_is_drawn_over_what_is_not_selected(driver: Driver) -> None:
    """A lock would hold against everything but a slip of the hand."""
    one, other = put(driver, block(10, 10, 60, 60), block(90, 10, 150, 100))
    driver.click(30, 30)
    driver.trigger("annotation.toggle_lock")
    driver.drag(30, 30, 50, 50)
    driver.key(Key.Key_Right, ALT)
    assert np.array_equal(mask(driver, one), block(10, 10, 60, 60))
    driver.drag(80, 5, 158, 110)
    assert driver.parts.edits.selection == {other}
    driver.key(Key.Key_Escape)
    driver.drag(120, 50, 158, 110)  # begun on a mask that is not selected
    assert np.array_equal(mask(driver, other), block(90, 10, 150, 100))


def test_what_moves_together_takes_from_what_stays_only(driver: Driver, tmp_path: Path) -> None:
    """With No overlap on, objects that lie on one another would eat each other, or could not be moved at all."""
    wide, on_it, still = put(driver, block(10, 10, 60, 60), block(20, 20, 30, 30), block(62, 10, 90, 60))
    driver.trigger("mask.no_overlap")
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.count()
    driver.parts.edits.select([wide, on_it])
    for _ in range(2):
        driver.key(Key.Key_Right, ALT | SHIFT)
    assert np.array_equal(mask(driver, wide), block(30, 10, 80, 60))
    assert np.array_equal(mask(driver, on_it), block(40, 20, 50, 30))
    assert np.array_equal(mask(driver, still), block(80, 10, 90, 60))
    assert driver.parts.edits.undo_stack.count() == steps + 2
    after = exported(driver, tmp_path)
    for _ in range(2):
        driver.trigger("edit.undo")
    assert exported(driver, tmp_path) == before
    for _ in range(2):
        driver.trigger("edit.redo")
    assert exported(driver, tmp_path) == after


def test_nothing_moves_in_a_review(driver: Driver) -> None:
    """Who looks at masks and drags would change them."""
    (one,) = put(driver, block(10, 10, 60, 60))
    driver.key(Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    driver.qtbot.waitUntil(lambda: driver.parts.edits.selection == {one})
    driver.drag(30, 30, 50, 50)
    driver.key(Key.Key_Right, ALT)
    assert np.array_equal(mask(driver, one), block(10, 10, 60, 60))


def test_from_annotation_to_annotation_by_a_key(driver: Driver) -> None:
    """To look at each of forty small objects would take a click on each, wherever it is."""
    ids = put(driver, block(10, 10, 14, 14), block(70, 50, 74, 54), block(140, 100, 144, 104))
    seen = []
    for _ in range(4):
        driver.key(Key.Key_N)
        seen += driver.parts.edits.selection
    assert seen == [*ids, ids[0]]
    driver.key(Key.Key_U)
    assert driver.parts.edits.selection == {ids[2]}
    driver.key(Key.Key_Z)
    scale = driver.canvas.scale
    assert scale > driver.canvas.view.fit_scale
    assert driver.canvas.rect().contains(driver.at(142, 102))
    driver.key(Key.Key_N)
    assert driver.parts.edits.selection == {ids[0]}
    assert driver.canvas.rect().contains(driver.at(12, 12)), "it is brought into view"
    driver.trigger("annotation.toggle_hidden")
    driver.key(Key.Key_Escape)
    driver.key(Key.Key_N)
    assert driver.parts.edits.selection == {ids[1]}
