"""Seconds for each object: what a project's plots and a quote for the next one are made of."""

from __future__ import annotations

from sam_annotator.core.work_time import PAUSE_S, HandWork, WorkTime


def test_time_runs_from_the_first_sign_of_work() -> None:
    """Time before the first click would be that of finding the object, or of lunch."""
    work = WorkTime().at(1000.0)
    assert work.seconds == 0 and work.is_running
    assert work.at(1002.5).at(1004.0).seconds == 4.0


def test_a_pause_does_not_count() -> None:
    """One telephone call would make an object the slowest of the project."""
    work = WorkTime().at(0.0).at(10.0).at(10.0 + PAUSE_S + 1).at(60.0)
    assert work.seconds == 10.0 + (60.0 - 41.0)
    assert WorkTime().at(0.0).at(PAUSE_S).seconds == PAUSE_S


def test_time_on_another_image_does_not_count() -> None:
    """An object half done waits while others are worked on."""
    work = WorkTime().at(0.0).at(5.0).stopped()
    assert not work.is_running
    assert work.at(20.0).at(21.0).seconds == 6.0


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    """Seconds must not become negative."""
    assert WorkTime().at(10.0).at(5.0).seconds == 0


def test_a_stroke_takes_its_gesture_and_the_next_one_the_time_between() -> None:
    """Painted objects must be comparable with prompted ones: thinking between strokes is work, too."""
    hand = HandWork()
    hand.press(100.0)
    hand.touch(101.0)
    assert hand.stroke(0, 103.0) == 3.0
    hand.made(7)
    hand.press(108.0)
    assert hand.stroke(7, 110.0) == 7.0


def test_a_stroke_on_another_object_takes_its_gesture_only() -> None:
    """Else the time between two objects would be the second one's."""
    hand = HandWork()
    hand.press(0.0)
    hand.stroke(1, 2.0)
    hand.press(10.0)
    assert hand.stroke(2, 11.0) == 1.0


def test_a_polygon_takes_the_time_of_all_its_corners() -> None:
    """It is one stroke of many presses."""
    hand = HandWork()
    for now in (0.0, 4.0, 9.0, 12.0):
        hand.press(now)
    assert hand.stroke(0, 12.0) == 12.0


def test_what_was_begun_and_dropped_is_not_counted() -> None:
    """A cancelled polygon, or a click to select, is no work on the next object."""
    hand = HandWork()
    hand.press(0.0)
    hand.drop_gesture()
    hand.press(20.0)
    assert hand.stroke(0, 21.0) == 1.0
    hand.made(3)
    hand.leave()
    hand.press(40.0)
    assert hand.stroke(3, 41.0) == 1.0


def test_a_stroke_without_a_press_takes_no_time() -> None:
    """The keyboard's cursor paints without pressing a button."""
    assert HandWork().stroke(0, 5.0) == 0.0
