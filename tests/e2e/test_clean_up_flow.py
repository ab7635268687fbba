"""Cleaning masks up in the window: seen while numbers change, applied in one step, and for predictions if wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mask_hands import block, exported, mask, put, undo_all
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QSpinBox, QWidget

from sam_annotator.core.clean_up import CleanUp, apply_clean_up
from sam_annotator.core.mask import BoolArray

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def frayed() -> BoolArray:
    pixels = block(20, 20, 60, 60)
    pixels[30:33, 30:33] = False
    pixels[100, 100:103] = True
    return pixels


def shown(driver: Any, annotation_id: int) -> BoolArray:
    """The mask that the canvas draws of an annotation."""
    return next(a.mask.to_array() for a in driver.parts.edits.drawn if a.id == annotation_id)  # type: ignore[no-any-return]


def type_number(driver: Any, name: str, value: int) -> None:
    number = driver.window.findChild(QSpinBox, name)
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, str(value))


def open_bar(driver: Any) -> QWidget:
    driver.key(Qt.Key.Key_K, SHIFT)
    bar = driver.window.findChild(QWidget, "cleanUpBar")
    assert bar is not None and bar.isVisible()
    return bar  # type: ignore[no-any-return]


def test_the_preview_follows_the_numbers_and_esc_drops_it(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """What one sees is what Apply would give; until then nothing is changed, not a byte."""
    driver = open_window(photos[0])
    (one,) = put(driver, frayed())
    before = exported(driver, tmp_path)
    driver.trigger("tool.select")
    driver.click(25, 25)
    bar = open_bar(driver)
    for name, value in (("cleanUpIslands", 4), ("cleanUpHoles", 10), ("cleanUpGrow", -3), ("cleanUpSmooth", 2)):
        type_number(driver, name, value)
    wanted = apply_clean_up(frayed(), CleanUp(4, 10, 2, -3))
    driver.qtbot.waitUntil(lambda: bool((shown(driver, one) == wanted).all()))
    assert (mask(driver, one) == frayed()).all() and exported(driver, tmp_path) == before
    QTest.keyClick(driver.window.findChild(QSpinBox, "cleanUpGrow"), Qt.Key.Key_Escape)
    assert not bar.isVisible() and (shown(driver, one) == frayed()).all()
    assert driver.parts.edits.selection == {one}
    driver.key(Qt.Key.Key_Escape)
    assert driver.parts.edits.selection == frozenset()


def test_apply_is_one_step_over_the_selection(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Twenty masks are cleaned with one key, and come back with one undo; locked ones stay."""
    driver = open_window(photos[0])
    one, two, locked = put(driver, frayed(), frayed()[::-1].copy(), frayed()[:, ::-1].copy())
    driver.parts.edits.select([locked])
    driver.trigger("annotation.toggle_lock")
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    driver.trigger("annotation.select_all")
    bar = open_bar(driver)
    driver.qtbot.waitUntil(lambda: bool(shown(driver, one)[31, 31]))
    QTest.keyClick(driver.window.findChild(QSpinBox, "cleanUpIslands"), Qt.Key.Key_Return)
    assert not bar.isVisible() and driver.parts.edits.undo_stack.index() == steps + 1
    assert (mask(driver, one) == block(20, 20, 60, 60)).all() and (mask(driver, two) == block(20, 60, 60, 100)).all()
    assert (mask(driver, locked) == frayed()[:, ::-1]).all()
    undo_all(driver, steps)
    assert exported(driver, tmp_path) == before


def test_apply_waits_for_the_numbers_typed_last(open_window: Open, photos: Photos) -> None:
    """A number typed and Enter at once must not apply the preview of the number before."""
    driver = open_window(photos[0])
    (one,) = put(driver, frayed())
    driver.parts.edits.select([one])
    open_bar(driver)
    type_number(driver, "cleanUpGrow", 4)
    QTest.keyClick(driver.window.findChild(QSpinBox, "cleanUpGrow"), Qt.Key.Key_Return)
    wanted = apply_clean_up(frayed(), CleanUp(100, 100, 0, 4))
    driver.qtbot.waitUntil(lambda: bool((mask(driver, one) == wanted).all()))


def test_predictions_are_cleaned_where_the_project_says_so(open_window: Open, photos: Photos) -> None:
    """Chosen once, for this project; seen before it is accepted, and the provenance tells."""
    folder, points = photos
    driver = open_window(folder)
    driver.parts.features.make()
    driver.click(*points["photo1.png"][0])
    driver.settle()
    plain = driver.draft
    driver.key(Qt.Key.Key_Escape)
    bar = open_bar(driver)
    type_number(driver, "cleanUpGrow", 5)
    QTest.mouseClick(driver.window.findChild(QCheckBox, "cleanUpUse"), Qt.MouseButton.LeftButton)
    numbers = CleanUp(100, 100, 0, 5)
    assert driver.parts.edits.options.clean_up == numbers
    QTest.mouseClick(driver.window.findChild(QPushButton, "cleanUpCancel"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    driver.click(*points["photo1.png"][0])
    driver.settle()
    wanted = apply_clean_up(plain, numbers)
    height, width = wanted.shape
    answer = driver.parts.session.answer
    driver.qtbot.waitUntil(lambda: driver.parts.session.cleaner.overlay(answer) is not None)
    overlay = driver.parts.session.cleaner.overlay(answer)
    assert (overlay.region(0, 0, width, height) == wanted).all() and (driver.draft == plain).all()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    (kept,) = driver.parts.edits.annotations
    assert (kept.mask.to_array() == wanted).all()
    assert kept.provenance.extra["clean_up"] == numbers.to_json() and not kept.provenance.edited
    driver.trigger("edit.undo")
    driver.trigger("edit.undo")
    assert driver.parts.edits.options.clean_up.is_identity and driver.parts.session.cleaner.clean_up.is_identity
