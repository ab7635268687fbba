"""Annotating without a mouse: the cursor that arrows move, through the tools the mouse uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from sam_annotator.core.geometry import Point
from sam_annotator.ui.canvas.keyboard_cursor import KeyboardCursor

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(open_window: Open, photos: Photos) -> Any:
    return open_window(photos[0])


def cursor_of(driver: Any) -> KeyboardCursor:
    cursor: KeyboardCursor = driver.canvas.keyboard_cursor
    return cursor


def position(driver: Any) -> Point:
    at = cursor_of(driver).position
    assert at is not None
    return at


def steer(driver: Any, x: float, y: float) -> None:
    """Bring the cursor to a pixel by keys only: coarse steps, then single screen pixels."""
    for modifier, reach in ((SHIFT, 64), (Qt.KeyboardModifier.NoModifier, 8), (CTRL, 1)):
        for _ in range(400):
            at = position(driver)
            dx, dy = (x - at.x) * driver.canvas.view.scale, (y - at.y) * driver.canvas.view.scale
            if max(abs(dx), abs(dy)) < reach:
                break
            if abs(dx) >= reach:
                driver.key(Qt.Key.Key_Right if dx > 0 else Qt.Key.Key_Left, modifier)
            else:
                driver.key(Qt.Key.Key_Down if dy > 0 else Qt.Key.Key_Up, modifier)
    at = position(driver)
    assert abs(at.x - x) < 1 and abs(at.y - y) < 1


def test_a_mask_from_clicks_by_key(driver: Any, photos: Photos) -> None:
    """Without it nobody who can't use a mouse can label anything."""
    (x, y), (other_x, other_y) = photos[1]["photo1.png"][:2]
    driver.key(Qt.Key.Key_K)
    assert cursor_of(driver).is_shown and driver.action("view.keyboard_cursor").isChecked()
    steer(driver, x, y)
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert driver.draft is not None and driver.draft[y, x]
    steer(driver, other_x, other_y)
    driver.key(Qt.Key.Key_Return, SHIFT)
    driver.settle()
    prompt = driver.parts.session.answer.request.prompt
    assert prompt.point_labels == (1, 0)
    driver.key(Qt.Key.Key_Return, CTRL)
    driver.settle()
    assert len(driver.annotations) == 1 and driver.annotations[0][y, x]


def test_enter_clicks_while_the_cursor_is_shown_and_accepts_without_it(driver: Any, photos: Photos) -> None:
    """One key with two meanings must follow what is on screen."""
    x, y = photos[1]["photo1.png"][0]
    driver.key(Qt.Key.Key_K)
    steer(driver, x, y)
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert driver.annotations == [] and driver.parts.session.click_count == 2
    assert "Ctrl+Enter" in driver.window.option_bar._hint.text()
    driver.key(Qt.Key.Key_Escape)
    assert not cursor_of(driver).is_shown and driver.parts.session.click_count == 2
    assert "Ctrl+Enter" not in driver.window.option_bar._hint.text()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert len(driver.annotations) == 1


def test_a_box_and_a_stroke_by_key(driver: Any, photos: Photos) -> None:
    """Dragging needs a held button: Space holds it."""
    driver.key(Qt.Key.Key_K)
    steer(driver, 10, 12)
    driver.key(Qt.Key.Key_Space)
    assert cursor_of(driver).is_held
    steer(driver, 60, 50)
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    box = driver.parts.session.answer.request.prompt.box_xyxy
    assert box is not None and all(abs(a - b) < 1.5 for a, b in zip(box, (10, 12, 60, 50), strict=True))
    driver.key(Qt.Key.Key_Return, CTRL)
    driver.settle()
    assert len(driver.annotations) == 1
    driver.parts.edits.select(())
    driver.trigger("tool.brush")
    steer(driver, 100, 90)
    driver.key(Qt.Key.Key_Space)
    steer(driver, 130, 90)
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert not cursor_of(driver).is_held
    assert any(mask[90, 100] and mask[90, 115] and mask[90, 129] for mask in driver.annotations)


def test_escape_drops_a_drag_before_it_hides(driver: Any) -> None:
    """A drag begun by mistake must not cost the cursor's place, nor leave a mask."""
    driver.key(Qt.Key.Key_K)
    steer(driver, 20, 20)
    driver.key(Qt.Key.Key_Space)
    steer(driver, 60, 60)
    driver.key(Qt.Key.Key_Escape)
    assert cursor_of(driver).is_shown and not cursor_of(driver).is_held
    driver.key(Qt.Key.Key_Space)
    driver.key(Qt.Key.Key_Escape)
    driver.key(Qt.Key.Key_Escape)
    assert not cursor_of(driver).is_shown and driver.parts.session.click_count == 0


def test_a_polygon_by_key(driver: Any) -> None:
    """Enter sets corners and Ctrl+Enter closes: both on Enter would close at the first corner."""
    driver.trigger("tool.polygon")
    driver.key(Qt.Key.Key_K)
    for x, y in ((20, 20), (80, 20), (80, 70), (20, 70)):
        steer(driver, x, y)
        driver.key(Qt.Key.Key_Return)
    driver.key(Qt.Key.Key_Return, CTRL)
    driver.settle()
    assert len(driver.annotations) == 1 and driver.annotations[0][45, 50] and not driver.annotations[0][100, 50]


def test_selecting_by_key(driver: Any, photos: Photos) -> None:
    """Someone without a mouse must reach the mask that is to be fixed."""
    x, y = photos[1]["photo1.png"][0]
    driver.click(x, y)
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    driver.parts.edits.select(())
    driver.trigger("tool.select")
    driver.key(Qt.Key.Key_K)
    steer(driver, x, y)
    driver.key(Qt.Key.Key_Return)
    assert len(driver.parts.edits.selection) == 1


def test_the_view_follows_and_the_cursor_stays_on_the_image(driver: Any) -> None:
    """A cursor that leaves the window, or the image, is lost."""
    driver.key(Qt.Key.Key_K)
    driver.canvas.zoom_by(8.0)
    for _ in range(120):
        driver.key(Qt.Key.Key_Right, SHIFT)
        driver.key(Qt.Key.Key_Down, SHIFT)
    at = position(driver)
    width, height = driver.canvas.view.image_size
    assert width - 1 <= at.x <= width and height - 1 <= at.y <= height
    x, y = driver.canvas.view.to_widget(at.x, at.y)
    assert 0 <= x < driver.canvas.width() and 0 <= y < driver.canvas.height()
    driver.go("image.next")
    assert position(driver) == Point(width / 2, height / 2)


@pytest.mark.parametrize("ground", [20, 240])
def test_the_cross_shows_on_dark_and_on_light(driver: Any, ground: int) -> None:
    """On snow and at night alike one must see where the next click goes."""
    import numpy as np

    driver.canvas.set_image(np.full((120, 160, 3), ground, np.uint8))
    driver.key(Qt.Key.Key_K)
    picture = driver.canvas.grab(cursor_of(driver).rect()).toImage()
    levels = {QColor(picture.pixel(x, y)).lightness() for x in range(picture.width()) for y in range(picture.height())}
    assert max(levels) > 230 and min(levels) < 40


def test_a_screen_reader_is_told(driver: Any, photos: Photos) -> None:
    """Who can't see the picture must at least hear which it is, where the cursor is, and what the click gave."""
    x, y = photos[1]["photo1.png"][0]
    driver.parts.features.make()
    canvas = driver.canvas
    driver.qtbot.waitUntil(lambda: "photo1.png" in canvas.accessibleName())
    assert "0 masks" in canvas.accessibleDescription()
    driver.key(Qt.Key.Key_K)
    steer(driver, x, y)
    at = position(driver)
    assert f"x {int(at.x)}, y {int(at.y)}" in canvas.accessibleDescription()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert "IoU" in canvas.accessibleDescription()
    driver.key(Qt.Key.Key_Return, CTRL)
    driver.settle()
    assert "1 mask," in canvas.accessibleDescription()


def test_another_tool_lets_go(driver: Any) -> None:
    """A button held for one tool must not paint with the next."""
    driver.key(Qt.Key.Key_K)
    steer(driver, 20, 20)
    driver.key(Qt.Key.Key_Space)
    driver.trigger("tool.brush")
    assert not cursor_of(driver).is_held
    steer(driver, 60, 60)
    driver.settle()
    assert driver.annotations == [] and driver.parts.session.click_count == 0
