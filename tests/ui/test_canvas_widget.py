"""The canvas driven by real mouse, wheel and key events."""

from __future__ import annotations

import pytest
from canvas_hands import GREY, LEFT, MIDDLE, NO_KEYS, NONE, RIGHT, H, W, color_at, drag, move, wheel
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.prompt import NEGATIVE, POSITIVE
from sam_annotator.tools import make_tool
from sam_annotator.tools.brush import BrushTool
from sam_annotator.tools.intents import AddPoint, Hover, HoverEnd, PaintStroke, SetBox, SetBrushRadius
from sam_annotator.ui.canvas import Canvas

# Pointer and intents


def test_clicks_become_points_in_image_pixels(canvas: Canvas, intents: list[object]) -> None:
    """Else the engine would be asked about another place than the one clicked."""
    at = canvas.map_from_image(123.5, 77.5)
    QTest.mouseClick(canvas, LEFT, NO_KEYS, at)
    QTest.mouseClick(canvas, RIGHT, NO_KEYS, at)
    QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.ShiftModifier, at)
    assert [intent.label for intent in intents] == [POSITIVE, NEGATIVE, NEGATIVE]
    for intent in intents:
        assert isinstance(intent, AddPoint)
        assert (int(intent.point.x), int(intent.point.y)) == (123, 77)


def test_every_click_of_a_burst_counts(canvas: Canvas, intents: list[object]) -> None:
    """A click always counts, a double click is two."""
    for i in range(10):
        QTest.mouseClick(canvas, LEFT, NO_KEYS, canvas.map_from_image(20 + 10 * i, 30))
    at = canvas.map_from_image(200, 200)
    QTest.mouseClick(canvas, LEFT, NO_KEYS, at)
    QTest.mouseDClick(canvas, LEFT, NO_KEYS, at)  # sends the second press only
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, at)
    assert len(intents) == 12


def test_a_drag_becomes_a_box_clipped_to_the_image(canvas: Canvas, intents: list[object]) -> None:
    """Else boxes would have pixels that are not there."""
    drag(canvas, canvas.map_from_image(50, 40), canvas.map_from_image(150, 140))
    drag(canvas, canvas.map_from_image(350, 250), QPoint(799, 599))
    first, second = intents
    assert isinstance(first, SetBox) and isinstance(second, SetBox)
    assert first.box == pytest.approx(Box(50, 40, 150, 140), abs=1)
    assert second.box == pytest.approx(Box(350, 250, W, H), abs=1)


def test_clicks_beside_the_image_and_without_one_say_nothing(canvas: Canvas, intents: list[object]) -> None:
    """Else a click on the margin would be a point."""
    QTest.mouseClick(canvas, LEFT, NO_KEYS, QPoint(3, 3))
    canvas.set_image(None)
    QTest.mouseClick(canvas, LEFT, NO_KEYS, QPoint(400, 300))
    wheel(canvas, QPoint(400, 300), 1)
    assert intents == []


def test_right_click_opens_no_menu(canvas: Canvas, qtbot: QtBot) -> None:
    """Else a menu would cover the image at every negative point."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(400, 300), QPoint(400, 300))
    assert canvas.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    QApplication.sendEvent(canvas, event)
    assert QApplication.activePopupWidget() is None


def test_pointer_is_reported_in_image_pixels_and_none_outside(canvas: Canvas, qtbot: QtBot) -> None:
    """Else the status bar would show a wrong place."""
    heard: list[Point | None] = []
    canvas.pointer_moved.connect(heard.append)
    move(canvas, canvas.map_from_image(10.5, 20.5))
    move(canvas, QPoint(2, 2))
    assert heard[0] == pytest.approx(Point(10.5, 20.5), abs=0.6)
    assert heard[1] is None


def test_hover_asks_for_previews_and_ends_them(canvas: Canvas) -> None:
    """Else no preview would come, or one would stay."""
    heard: list[object] = []
    canvas.intent.connect(heard.append)
    move(canvas, canvas.map_from_image(10.5, 20.5))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert isinstance(heard[0], Hover) and heard[-1] == HoverEnd()


def test_a_lost_release_leaves_nothing_stuck(canvas: Canvas, intents: list[object]) -> None:
    """Else a box or a pan would stick to the pointer after switching windows."""
    QTest.mousePress(canvas, LEFT, NO_KEYS, canvas.map_from_image(50, 50))
    move(canvas, canvas.map_from_image(150, 150), LEFT)
    assert canvas.tool.feedback is not None
    canvas.clearFocus()
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.FocusOut)) if canvas.tool.feedback else None
    move(canvas, canvas.map_from_image(160, 160))
    assert canvas.tool.feedback is None
    QTest.mousePress(canvas, MIDDLE, NO_KEYS, QPoint(400, 300))
    before = canvas.map_from_image(0, 0)
    move(canvas, QPoint(500, 380))
    assert canvas.map_from_image(0, 0) == before
    QTest.mouseClick(canvas, LEFT, NO_KEYS, canvas.map_from_image(60, 60))
    assert len(intents) == 1 and isinstance(intents[0], AddPoint)


def test_tool_wheel_with_alt(canvas: Canvas, intents: list[object]) -> None:
    """Else the brush could be sized from the bar only."""
    canvas.set_tool(BrushTool(10.0))
    before = canvas.scale
    wheel(canvas, QPoint(400, 300), 1, Qt.KeyboardModifier.AltModifier)
    assert intents == [SetBrushRadius(11.5)] and canvas.scale == before


def test_switching_tools_ends_the_gesture(canvas: Canvas, intents: list[object]) -> None:
    """Else half a stroke would wait for the brush to come back."""
    canvas.set_tool(BrushTool(10.0))
    QTest.mousePress(canvas, LEFT, NO_KEYS, canvas.map_from_image(50, 50))
    canvas.set_tool(make_tool("select"))
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, canvas.map_from_image(50, 50))
    assert [type(intent) for intent in intents] == [PaintStroke]


def test_enter_and_escape_reach_the_polygon(canvas: Canvas, intents: list[object]) -> None:
    """Else the window couldn't give its keys to the tool."""
    canvas.set_tool(make_tool("polygon"))
    for x, y in ((10, 10), (100, 10), (100, 100)):
        QTest.mouseClick(canvas, LEFT, NO_KEYS, canvas.map_from_image(x, y))
    assert canvas.tool_key("backspace") and not intents
    QTest.mouseClick(canvas, LEFT, NO_KEYS, canvas.map_from_image(100, 100))
    assert canvas.tool_key("enter") and len(intents) == 1
    assert not canvas.tool_key("enter") and not canvas.cancel_gesture()


# View


@pytest.mark.parametrize("place", [(100, 100), (350, 40), (20, 280), (200, 150)])
def test_wheel_zooms_at_the_pointer(canvas: Canvas, place: tuple[int, int]) -> None:
    """Else zooming would lose the object: drift at most 1 px over many notches, in and out."""
    at = canvas.map_from_image(*place)
    target = canvas.map_to_image(at)
    for notches in (1, 1, 1, 2, 0.25, 1, -1, -3, 1, 1, 1, -2):
        wheel(canvas, at, notches, Qt.KeyboardModifier.ControlModifier if notches == 2 else NO_KEYS)
        shown = canvas.map_from_image(*target)
        assert abs(shown.x() - at.x()) <= 1 and abs(shown.y() - at.y()) <= 1
    assert canvas.scale > 2


def test_shift_wheel_scrolls_sideways(canvas: Canvas) -> None:
    """Else wide images couldn't be scrolled with a mouse."""
    canvas.zoom_by(4)
    before, scale = canvas.map_from_image(0, 0), canvas.scale
    wheel(canvas, QPoint(400, 300), -1, Qt.KeyboardModifier.ShiftModifier)
    after = canvas.map_from_image(0, 0)
    assert after.x() < before.x() and after.y() == before.y() and canvas.scale == scale


def test_a_trackpad_scroll_pans(canvas: Canvas) -> None:
    """Else two fingers would zoom wildly."""
    canvas.zoom_by(4)
    before, scale = canvas.map_from_image(0, 0), canvas.scale
    place = QPointF(400, 300)
    event = QWheelEvent(
        place, place, QPoint(-7, -9), QPoint(-14, -18), NONE, NO_KEYS, Qt.ScrollPhase.ScrollUpdate, False
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.map_from_image(0, 0) - before == QPoint(-7, -9) and canvas.scale == scale


@pytest.mark.parametrize("button", [MIDDLE, LEFT])
def test_middle_drag_and_space_drag_pan(canvas: Canvas, intents: list[object], button: Qt.MouseButton) -> None:
    """Else one couldn't move while a tool is in hand."""
    canvas.zoom_by(4)
    canvas.setFocus()
    before = canvas.map_from_image(0, 0)
    if button == LEFT:
        QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, QPoint(400, 300), QPoint(340, 270), button)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.map_from_image(0, 0) - before == QPoint(-60, -30)
    assert intents == []
    QTest.mouseClick(canvas, LEFT, NO_KEYS, QPoint(400, 300))
    assert len(intents) == 1


def test_fit_actual_size_and_their_report(canvas: Canvas) -> None:
    """Else the status bar would show a wrong zoom."""
    heard: list[float] = []
    canvas.view_changed.connect(heard.append)
    canvas.actual_size()
    assert canvas.scale == 1.0 and heard[-1] == 1.0
    canvas.fit()
    corner, opposite = canvas.map_from_image(0, 0), canvas.map_from_image(W, H)
    assert corner.x() >= 0 and corner.y() >= 0 and opposite.x() <= 800 and opposite.y() <= 600
    assert heard[-1] == canvas.scale


def test_resizing_keeps_the_image_fitted(canvas: Canvas) -> None:
    """Else folding a panel would cut the image off."""
    canvas.resize(500, 500)
    assert canvas.map_from_image(W, H).x() <= 500
    assert color_at(canvas, 200, 150) == pytest.approx([GREY] * 3)
