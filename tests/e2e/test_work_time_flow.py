"""Seconds and clicks of each object, made with the hands on mouse and keys and a clock that the test turns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from hands import Driver


Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


class Clock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Let the window go by a clock of the test's."""
    clock = Clock()
    for module in ("session_controller", "paint_controller", "work_timer"):
        monkeypatch.setattr(f"sam_annotator.ui.{module}.monotonic", clock)
    return clock


def test_a_prompted_object_knows_its_seconds_and_clicks(open_window: Open, photos: Photos, clock: Clock) -> None:
    """Looking with the pointer is work, lunch is not, and what an object took is on disk with it."""
    driver = open_window(photos[0])
    (x, y), (x2, y2) = photos[1]["photo1.png"][:2]
    clock.pass_(500)  # before the first click
    driver.click(x, y)
    driver.settle()
    clock.pass_(4)
    QTest.mouseMove(driver.canvas, driver.at(x + 3, y + 3))
    clock.pass_(100)  # lunch
    driver.click(x2, y2, Qt.MouseButton.RightButton)
    driver.settle()
    clock.pass_(3)
    driver.trigger("prompt.accept")
    made = driver.parts.edits.annotations[-1]
    assert (made.seconds, made.clicks) == (7.0, 2)
    driver.trigger("edit.undo")
    driver.trigger("edit.redo")
    assert driver.parts.edits.annotations[-1].seconds == 7.0


def test_time_on_another_image_is_not_the_objects(open_window: Open, photos: Photos, clock: Clock) -> None:
    """An object begun, left with its image and finished later."""
    driver = open_window(photos[0])
    x, y = photos[1]["photo1.png"][0]
    driver.click(x, y)
    driver.settle()
    clock.pass_(2)
    driver.go("image.next")
    clock.pass_(20)
    driver.go("image.previous")
    driver.settle()
    clock.pass_(10)  # until the first sign of work, as before the first click
    QTest.mouseMove(driver.canvas, driver.at(x + 5, y + 2))
    clock.pass_(5)
    driver.trigger("prompt.accept")
    made = driver.parts.edits.annotations[-1]
    assert (made.seconds, made.clicks) == (7.0, 1)


def test_refining_adds_to_what_was_spent_before(open_window: Open, photos: Photos, clock: Clock) -> None:
    """An object that took two sittings is not a quick one."""
    driver = open_window(photos[0])
    x, y = photos[1]["photo1.png"][0]
    driver.click(x, y)
    driver.settle()
    clock.pass_(2)
    driver.trigger("prompt.accept")
    edits = driver.parts.edits
    edits.select([edits.annotations[-1].id])
    clock.pass_(25)
    driver.click(x + 4, y + 4)
    driver.settle()
    clock.pass_(6)
    driver.trigger("prompt.accept")
    made = edits.annotations[-1]
    assert (made.seconds, made.clicks) == (8.0, 2)


def test_a_painted_object_counts_its_strokes(open_window: Open, photos: Photos, clock: Clock) -> None:
    """Painting must be comparable with clicking."""
    driver = open_window(photos[0])
    driver.trigger("tool.brush")
    clock.pass_(50)
    start, end = driver.at(20, 20), driver.at(60, 40)
    QTest.mousePress(driver.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    clock.pass_(3)
    QTest.mouseRelease(driver.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    made = driver.parts.edits.annotations[-1]
    assert (made.seconds, made.clicks) == (3.0, 1)
    clock.pass_(5)
    QTest.mousePress(driver.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    clock.pass_(1)
    QTest.mouseRelease(driver.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end + QPoint(30, 20))
    made = driver.parts.edits.annotations[-1]
    assert (made.seconds, made.clicks) == (9.0, 2)
