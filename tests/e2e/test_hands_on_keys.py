"""Keys and hands: what a held key, a key in the wrong place or a half-drawn shape must not cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
CORNERS = ((20, 20), (120, 20), (120, 100))


def held(widget: Any, key: Qt.Key, text: str) -> None:
    """Send what a keyboard sends for a key that is still down."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, True, 1))


def draw(driver: Any, places: tuple[tuple[int, int], ...]) -> None:
    driver.trigger("tool.polygon")
    for place in places:
        driver.click(*place)


def test_enter_closes_a_polygon(open_window: Open, photos: Photos) -> None:
    """The bar says that Enter closes it; someone who drew twenty corners must not have to draw them again."""
    driver = open_window(photos[0])
    draw(driver, CORNERS)
    driver.key(Qt.Key.Key_Return)
    assert len(driver.annotations) == 1 and driver.annotations[0].sum() > 3000


def test_backspace_and_undo_take_a_corner_back(open_window: Open, photos: Photos) -> None:
    """One wrong corner must cost one key, and undo must not take back an accepted mask in its place."""
    driver = open_window(photos[0])
    draw(driver, CORNERS)
    driver.key(Qt.Key.Key_Return)
    draw(driver, CORNERS)
    driver.key(Qt.Key.Key_Backspace)
    assert len(driver.canvas.tool.points) == 2
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.trigger("edit.undo")
    assert driver.canvas.tool.points == () and len(driver.annotations) == 1
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.annotations == []


def test_a_polygon_stays_on_its_image(open_window: Open, photos: Photos) -> None:
    """Corners clicked on one image must not become a mask on the next one."""
    driver = open_window(photos[0])
    draw(driver, CORNERS[:2])
    driver.trigger("tool.brush")
    driver.go("image.next")
    driver.trigger("tool.polygon")
    assert driver.canvas.tool.points == ()
    draw(driver, CORNERS[:2])
    driver.go("image.previous")
    assert driver.canvas.tool.points == ()


def test_f_held_too_long_does_not_lose_the_place(open_window: Open, photos: Photos) -> None:
    """F accepts; the repeats of a slow finger must not zoom out of the place that is worked on."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.canvas.zoom_by(3)
    scale = driver.canvas.scale
    driver.key(Qt.Key.Key_F)
    for _ in range(3):
        held(driver.canvas, Qt.Key.Key_F, "f")
    assert len(driver.annotations) == 1 and driver.canvas.scale == scale


def test_d_held_walks_to_the_end(open_window: Open, photos: Photos) -> None:
    """Leafing through by holding D must end on the image that the list marks."""
    driver = open_window(photos[0])
    driver.key(Qt.Key.Key_D)
    for _ in range(30):
        held(driver.canvas, Qt.Key.Key_D, "d")
    driver.await_image()
    project = driver.parts.project
    assert project.row == 4 and driver.window.image_dock.view.current_id == project.image.id
    assert driver.parts.images._encode.image_id == project.image.id


def test_tab_stays_on_the_canvas_while_prompting(open_window: Open, photos: Photos) -> None:
    """Tab for a candidate that is not there must not carry the next keys off to a list."""
    folder, points = photos
    driver = open_window(folder)
    driver.canvas.setFocus()
    for place in points["photo1.png"][:2]:
        driver.click(*place)
        driver.settle()
    assert len(driver.parts.session.answer.prediction.masks) == 1
    driver.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is driver.canvas


def test_space_moves_the_image_after_a_click_in_a_list(open_window: Open, photos: Photos) -> None:
    """After choosing an image in the list, Space and drag must pan, not draw a box nobody wanted."""
    driver = open_window(photos[0])
    driver.window.activateWindow()
    driver.qtbot.waitUntil(driver.window.isActiveWindow)
    driver.window.image_dock.view.setFocus()
    at = QPointF(driver.at(80, 60))
    QApplication.sendEvent(driver.canvas, QEnterEvent(at, at, QPointF(driver.canvas.mapToGlobal(at))))
    assert QApplication.focusWidget() is driver.canvas
    QTest.keyPress(driver.canvas, Qt.Key.Key_Space)
    view = driver.canvas.view
    driver.drag(80, 60, 100, 70)
    QTest.keyRelease(driver.canvas, Qt.Key.Key_Space)
    assert driver.canvas.view != view and driver.parts.session.click_count == 0


def test_typing_a_name_is_only_typing(open_window: Open, photos: Photos) -> None:
    """Letters and digits of a category's name must not switch tools, images or categories."""
    driver = open_window(photos[0])
    line, parts = driver.window.category_dock.new_name, driver.parts
    line.setFocus()
    QTest.keyClicks(line, "daqvbepfh[]123 F")
    assert line.text() == "daqvbepfh[]123 F" and parts.project.row == 0 and parts.tools.tool_id == "tool.prompt"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [c.name for c in parts.edits.categories] == ["daqvbepfh[]123 F"]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not line


def test_the_lists_leave_the_keys_to_the_window(open_window: Open, photos: Photos) -> None:
    """After a click into a list, D, A, digits and Del must do what they always do."""
    folder, points = photos
    driver = open_window(folder)
    parts, window = driver.parts, driver.window
    parts.edits.add_category("cat")
    parts.edits.add_category("dog")
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    window.activateWindow()
    driver.qtbot.waitUntil(window.isActiveWindow)
    for view in (window.image_dock.view, window.annotation_dock.view, window.category_dock.view):
        view.setFocus()
        for key, row in ((Qt.Key.Key_D, 1), (Qt.Key.Key_A, 0)):
            with driver.qtbot.waitSignal(window.image_ready):
                QTest.keyClick(view, key)
            assert parts.project.row == row
    view = window.annotation_dock.view
    parts.edits.select_all()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_1)
    assert parts.edits.annotations[0].category_id == parts.edits.categories[0].id
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert parts.edits.annotations == ()


def test_undo_takes_back_what_waits_for_its_answer(
    open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter and at once Ctrl+Z must take that object back, not the finished one before it."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_DELAY_MS", "300")
    assert driver.parts.engines.use("fake")
    driver.qtbot.waitUntil(lambda: not driver.parts.engines.is_loading)
    driver.click(*points["photo1.png"][1])
    driver.key(Qt.Key.Key_Return)
    assert driver.parts.session.is_finishing
    driver.trigger("edit.undo")
    driver.settle()
    assert len(driver.annotations) == 1 and driver.parts.session.click_count == 1 and driver.draft is not None
    driver.key(Qt.Key.Key_Return)
    assert len(driver.annotations) == 2


def test_a_typed_radius_gives_the_keys_back(open_window: Open, photos: Photos) -> None:
    """After typing a radius and Enter, the next digit must choose a category, not change the brush."""
    driver = open_window(photos[0])
    driver.trigger("tool.brush")
    radius = driver.window.option_bar.findChild(QDoubleSpinBox)
    radius.setFocus()
    radius.selectAll()
    QTest.keyClicks(radius, "30")
    QTest.keyClick(radius, Qt.Key.Key_Return)
    assert driver.canvas.tool.radius == 30 and not radius.hasFocus()
