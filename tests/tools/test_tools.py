"""Tools as state machines: events in, intents out."""

from __future__ import annotations

import random

import pytest

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.prompt import NEGATIVE, POSITIVE
from sam_annotator.tools import TOOLS, PointerEvent, Tool, make_tool
from sam_annotator.tools.base import BoxFeedback, BrushFeedback, PolygonFeedback
from sam_annotator.tools.brush import MIN_RADIUS, BrushTool, EraserTool, stepped_radius
from sam_annotator.tools.intents import (
    AddPoint,
    FillPolygon,
    Hover,
    HoverEnd,
    PaintStroke,
    SelectAt,
    SelectBox,
    SetBox,
    SetBrushRadius,
)
from sam_annotator.tools.polygon import PolygonTool
from sam_annotator.tools.prompt import PromptTool
from sam_annotator.tools.select import SelectTool

SIZE_HW = (100, 200)


def at(x: float, y: float, button: str = "left", *, shift: bool = False, ctrl: bool = False, scale: float = 1.0):
    return PointerEvent(Point(x, y), button, shift=shift, ctrl=ctrl, view_scale=scale, size_hw=SIZE_HW)


def click(tool: Tool, event: PointerEvent):
    return tool.press(event) + tool.release(event)


def drag(tool: Tool, *events: PointerEvent):
    intents = tool.press(events[0])
    for event in events[1:]:
        intents += tool.move(event)
    return intents + tool.release(events[-1])


# Prompt


def test_left_right_and_shift_click_are_points() -> None:
    """Else clicks would not say what is wanted and what is not."""
    tool = PromptTool()
    assert click(tool, at(10, 20)) == (AddPoint(Point(10, 20), POSITIVE),)
    assert click(tool, at(10, 20, "right")) == (AddPoint(Point(10, 20), NEGATIVE),)
    assert click(tool, at(10, 20, shift=True)) == (AddPoint(Point(10, 20), NEGATIVE),)
    assert click(tool, at(10, 20, "middle")) == ()


def test_a_trembling_click_is_a_point_where_it_was_pressed() -> None:
    """Else every second click would become a tiny box."""
    tool = PromptTool()
    assert drag(tool, at(10, 20), at(13, 22)) == (AddPoint(Point(10, 20), POSITIVE),)
    assert drag(tool, at(10, 20, scale=0.25), at(24, 20, scale=0.25)) == (AddPoint(Point(10, 20), POSITIVE),)


def test_a_drag_is_a_box_in_any_direction() -> None:
    """Else boxes could be drawn from one corner only."""
    tool = PromptTool()
    for a, b in (((10, 20), (50, 60)), ((50, 60), (10, 20)), ((50, 20), (10, 60))):
        assert drag(tool, at(*a), at(30, 30), at(*b)) == (SetBox(Box(10, 20, 50, 60)),)
    assert tool.feedback is None


def test_a_box_shows_while_it_is_dragged_and_is_clipped() -> None:
    """Else the engine would be asked about pixels that are not there."""
    tool = PromptTool()
    tool.press(at(150, 50))
    tool.move(at(260, 130))
    assert tool.feedback == BoxFeedback(Box(150, 50, 200, 100))
    assert tool.release(at(260, 130)) == (SetBox(Box(150, 50, 200, 100)),)


def test_a_drag_back_to_its_start_is_a_click() -> None:
    """Else a drag thought better of would set an empty box."""
    assert drag(PromptTool(), at(10, 20), at(60, 60), at(10, 20)) == (AddPoint(Point(10, 20), POSITIVE),)


def test_a_box_of_less_than_two_pixels_is_a_click() -> None:
    """Else at high zoom a small drag would be a useless box."""
    assert drag(PromptTool(), at(10, 20, scale=8), at(11, 21, scale=8)) == (AddPoint(Point(10, 20), POSITIVE),)
    assert drag(PromptTool(), at(10, 20, scale=8), at(12, 22, scale=8)) == (SetBox(Box(10, 20, 12, 22)),)


def test_clicks_outside_the_image_are_ignored_but_a_box_may_begin_there() -> None:
    """Else a click on the margin would be a point outside the picture."""
    tool = PromptTool()
    for x, y in ((-1, 5), (200, 5), (5, 100), (5, -0.1)):
        assert click(tool, at(x, y)) == () and click(tool, at(x, y, "right")) == ()
    assert drag(tool, at(-20, -20), at(50, 50)) == (SetBox(Box(0, 0, 50, 50)),)
    assert drag(tool, at(-20, -20), at(-5, -5)) == ()


def test_right_drag_is_still_a_click() -> None:
    """Else a hasty right click would be lost."""
    assert drag(PromptTool(), at(10, 20, "right"), at(60, 60, "right")) == (AddPoint(Point(10, 20), NEGATIVE),)


def test_the_second_click_of_a_double_click_counts() -> None:
    """A click always counts: two quick ones are two points."""
    tool = PromptTool()
    first = click(tool, at(10, 20))
    second = tool.double_click(at(11, 20)) + tool.release(at(11, 20))
    assert first + second == (AddPoint(Point(10, 20), POSITIVE), AddPoint(Point(11, 20), POSITIVE))


def test_hover_ends_once_and_not_while_dragging() -> None:
    """Else previews would come for places the pointer is not at."""
    tool = PromptTool()
    assert tool.move(at(10, 20, "")) == (Hover(Point(10, 20)),)
    assert tool.move(at(300, 20, "")) == (HoverEnd(),)
    assert tool.move(at(301, 20, "")) == ()
    tool.move(at(10, 20, ""))
    assert tool.leave() == (HoverEnd(),) and tool.leave() == ()
    tool.move(at(10, 20, ""))
    tool.press(at(10, 20))
    assert tool.move(at(40, 40)) == (HoverEnd(),)
    assert tool.move(at(41, 41)) == ()


def test_a_lost_release_leaves_no_box_behind() -> None:
    """Else the rubber band would stick to the pointer."""
    tool = PromptTool()
    tool.press(at(10, 20))
    tool.move(at(60, 60))
    assert tool.move(at(70, 70, "")) == (Hover(Point(70, 70)),)
    assert tool.feedback is None
    assert tool.release(at(70, 70)) == ()


# Select


def test_select_says_where_and_whether_to_toggle() -> None:
    """Else several annotations couldn't be selected."""
    tool = SelectTool()
    assert click(tool, at(10, 20)) == (SelectAt(Point(10, 20), False),)
    assert click(tool, at(10, 20, shift=True)) == (SelectAt(Point(10, 20), True),)
    assert click(tool, at(10, 20, ctrl=True)) == (SelectAt(Point(10, 20), True),)
    assert click(tool, at(10, 20, "right")) == ()


def test_a_drag_selects_what_lies_in_the_box() -> None:
    """Else twenty objects take twenty clicks, or a drag that was given up selects something."""
    tool = SelectTool()
    assert drag(tool, at(50, 40), at(10, 20)) == (SelectBox(Box(10, 20, 50, 40), False),)
    assert drag(tool, at(10, 20, shift=True), at(50, 40)) == (SelectBox(Box(10, 20, 50, 40), True),)
    tool.press(at(10, 20))
    tool.move(at(50, 40))
    assert tool.feedback == BoxFeedback(Box(10, 20, 50, 40))
    tool.cancel()
    assert tool.feedback is None and tool.release(at(50, 40)) == ()


# Brush and eraser


def test_a_stroke_is_one_intent_with_all_its_points() -> None:
    """Else a stroke would be many steps of undo."""
    tool = BrushTool(3.0)
    stroke = drag(tool, at(10, 20), at(20, 20), at(20, 30))
    assert stroke == (PaintStroke((Point(10, 20), Point(20, 20), Point(20, 30)), 3.0, False),)
    assert click(EraserTool(0.5), at(5, 5)) == (PaintStroke((Point(5, 5),), 0.5, True),)


def test_the_brush_shows_its_circle_and_stroke() -> None:
    """Else one would paint blind."""
    tool = EraserTool(4.0)
    assert tool.feedback is None
    tool.move(at(10, 20, ""))
    assert tool.feedback == BrushFeedback(Point(10, 20), 4.0, True, ())
    tool.press(at(10, 20))
    tool.move(at(15, 20))
    assert tool.feedback == BrushFeedback(Point(15, 20), 4.0, True, (Point(10, 20), Point(15, 20)))
    tool.release(at(15, 20))
    tool.leave()
    assert tool.feedback is None


def test_a_stroke_whose_release_is_lost_is_kept() -> None:
    """Else painted work would vanish."""
    tool = BrushTool(3.0)
    tool.press(at(10, 20))
    tool.move(at(20, 20))
    kept = (PaintStroke((Point(10, 20), Point(20, 20)), 3.0, False),)
    assert tool.move(at(90, 90, "")) == kept
    tool.press(at(10, 20))
    tool.move(at(20, 20))
    assert tool.interrupt() == kept
    assert tool.interrupt() == ()


def test_escape_drops_a_stroke_and_a_stroke_beside_the_image_is_none() -> None:
    """Else Esc would paint, or painting on the margin would make an empty step of undo."""
    tool = BrushTool(3.0)
    tool.press(at(10, 20))
    tool.cancel()
    assert tool.release(at(30, 20)) == ()
    assert drag(tool, at(-50, 20), at(-20, 20)) == ()
    assert len(drag(tool, at(-2, 20), at(-20, 20))) == 1


def test_brush_size_changes_by_wheel_within_limits() -> None:
    """Else the brush would stick at its smallest size, or grow without end."""
    tool = BrushTool(0.5)
    assert tool.wheel(1) == (SetBrushRadius(1.0),)
    assert tool.wheel(-5) == (SetBrushRadius(MIN_RADIUS),)
    radius, seen = MIN_RADIUS, []
    for _ in range(30):
        radius = stepped_radius(radius, 1)
        seen.append(radius)
    assert seen == sorted(set(seen)) and seen[-1] > 30


# Polygon


def corners(tool: PolygonTool) -> None:
    for x, y in ((10, 10), (90, 10), (90, 90)):
        assert click(tool, at(x, y)) == ()


TRIANGLE = (Point(10, 10), Point(90, 10), Point(90, 90))


def test_a_polygon_closes_by_enter_double_click_and_first_vertex() -> None:
    """Else one of the ways people know would not work."""
    tool = PolygonTool()
    corners(tool)
    assert tool.key("enter") == (FillPolygon(TRIANGLE, False),)
    corners(tool)
    assert tool.double_click(at(90, 90)) == (FillPolygon(TRIANGLE, False),)
    corners(tool)
    assert click(tool, at(12, 12)) == (FillPolygon(TRIANGLE, False),)
    assert tool.points == () and tool.feedback is None


def test_shift_at_closing_erases() -> None:
    """Else holes couldn't be cut with a polygon."""
    tool = PolygonTool()
    corners(tool)
    assert tool.double_click(at(90, 90, shift=True)) == (FillPolygon(TRIANGLE, True),)
    corners(tool)
    assert tool.key("shift+enter") == (FillPolygon(TRIANGLE, True),)


def test_backspace_takes_back_and_escape_drops() -> None:
    """Else one wrong click would cost the whole polygon."""
    tool = PolygonTool()
    corners(tool)
    tool.key("backspace")
    assert tool.points == TRIANGLE[:2]
    assert tool.key("enter") == () and tool.points == TRIANGLE[:2]
    tool.move(at(50, 60, ""))
    assert tool.feedback == PolygonFeedback(TRIANGLE[:2], Point(50, 60), False)
    tool.cancel()
    assert tool.feedback is None and tool.key("backspace") == ()


def test_losing_the_focus_keeps_the_vertices() -> None:
    """Else looking something up in another window would cost the polygon."""
    tool = PolygonTool()
    corners(tool)
    tool.interrupt()
    tool.leave()
    assert tool.points == TRIANGLE


# All


def test_every_tool_has_an_id_and_a_title_of_its_own() -> None:
    """Else actions could not be made of them."""
    assert [tool.id for tool in TOOLS] == [
        "prompt", "select", "brush", "eraser", "polygon", "lasso", "fill", "outline", "propose",
    ]  # fmt: skip
    assert len({tool.title for tool in TOOLS}) == len(TOOLS) and all(tool.title for tool in TOOLS)
    for tool in TOOLS:
        assert type(make_tool(tool.id)) is tool


@pytest.mark.parametrize("tool_class", TOOLS)
def test_no_order_of_events_leaves_a_tool_stuck(tool_class: type[Tool]) -> None:
    """Else a lost event would need a restart: after a random mess, a plain gesture does what it always does."""
    rng = random.Random(7)

    def plain(tool: Tool):
        intents = click(tool, at(10, 20)) + drag(tool, at(30, 30), at(60, 30), at(60, 60), at(30, 60))
        return intents + tool.key("enter") + tool.leave()

    for _ in range(300):
        tool = tool_class()
        for _ in range(12):
            event = at(rng.uniform(-20, 220), rng.uniform(-20, 120), rng.choice(["left", "right", "middle", ""]))
            act = rng.choice([tool.press, tool.move, tool.release, tool.double_click])
            act(event)
            if rng.random() < 0.1:
                rng.choice([tool.leave, tool.interrupt])()
        tool.cancel()
        tool.leave()
        assert tool.feedback is None
        assert plain(tool) == plain(tool_class())
