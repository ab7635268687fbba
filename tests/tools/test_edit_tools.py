"""Polygon, lasso, fill and outline as state machines: what each gesture means, and what it never loses."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.geometry import Point
from sam_annotator.core.mask import Mask
from sam_annotator.core.outline import rings_of
from sam_annotator.tools import PointerEvent, Tool, make_tool
from sam_annotator.tools.base import OutlineFeedback, PolygonFeedback
from sam_annotator.tools.fill import FillTool
from sam_annotator.tools.intents import ApplyOutline, FillAt, FillPolygon, SelectAt, ShowOutline
from sam_annotator.tools.lasso import LassoTool
from sam_annotator.tools.outline import OutlineTool
from sam_annotator.tools.polygon import PolygonTool

SIZE_HW = (100, 200)


def at(x: float, y: float, button: str = "left", *, shift: bool = False, alt: bool = False, scale: float = 1.0):
    return PointerEvent(Point(x, y), button, shift=shift, alt=alt, view_scale=scale, size_hw=SIZE_HW)


def click(tool: Tool, event: PointerEvent):
    return tool.press(event) + tool.release(event)


def drag(tool: Tool, *events: PointerEvent):
    intents = tool.press(events[0])
    for event in events[1:]:
        intents += tool.move(event)
    return intents + tool.release(events[-1])


SQUARE = (Point(20, 20), Point(120, 20), Point(120, 80), Point(20, 80))


@pytest.fixture
def square() -> PolygonTool:
    tool = PolygonTool()
    for point in SQUARE:
        assert click(tool, at(*point)) == ()
    return tool


# Polygon


def test_a_vertex_is_dragged_and_a_tremble_moves_none(square: PolygonTool) -> None:
    """Else a click near a corner would shift it by a pixel, or a corner could never be put right."""
    assert drag(square, at(121, 21), at(123, 22)) == () and square.points == SQUARE
    assert drag(square, at(119, 81), at(130, 90), at(140, 95)) == ()
    assert square.points == (*SQUARE[:2], Point(140, 95), SQUARE[3])


def test_an_edge_gets_a_vertex_where_it_is_pressed(square: PolygonTool) -> None:
    """Else a straight piece could not be bent later."""
    drag(square, at(70, 22), at(70, 10), at(70, 5))
    assert square.points == (SQUARE[0], Point(70, 5), *SQUARE[1:])
    assert square.feedback == PolygonFeedback(square.points, None, False, 1, None)


def test_right_click_and_alt_click_remove_a_vertex_and_nothing_elsewhere(square: PolygonTool) -> None:
    """Else a wrong corner in the middle would mean to begin again."""
    click(square, at(120, 20, "right"))
    assert square.points == (SQUARE[0], *SQUARE[2:])
    click(square, at(120, 80, alt=True))
    assert square.points == (SQUARE[0], SQUARE[3])
    click(square, at(180, 50, "right"))
    click(square, at(180, 50, alt=True))
    assert square.points == (SQUARE[0], SQUARE[3])


def test_steps_of_a_polygon_go_back_and_forth(square: PolygonTool) -> None:
    """Else undo in the middle of a polygon would take back the last accepted mask."""
    drag(square, at(120, 80), at(140, 95))
    click(square, at(20, 20, "right"))
    seen = [square.points]
    while square.wants_key("undo"):
        square.key("undo")
        seen.append(square.points)
    assert seen[1][0] == SQUARE[0] and seen[2] == SQUARE and seen[-1] == () and len(seen) == 7
    again = [square.points]
    while square.wants_key("redo"):
        square.key("redo")
        again.append(square.points)
    assert again == seen[::-1]
    square.key("undo")
    click(square, at(60, 60))
    assert not square.wants_key("redo")


def test_where_a_click_would_move_or_bend_no_loose_line_is_shown(square: PolygonTool) -> None:
    """Else nobody would know whether a press adds a corner or takes one."""
    square.move(at(121, 21, ""))
    assert square.feedback == PolygonFeedback(SQUARE, None, False, 1, None)
    square.move(at(70, 21, ""))
    assert square.feedback == PolygonFeedback(SQUARE, None, False, None, 0)
    square.move(at(70, 50, ""))
    assert square.feedback == PolygonFeedback(SQUARE, Point(70, 50), False)


def test_only_a_click_on_the_first_vertex_closes_and_a_drag_moves_it(square: PolygonTool) -> None:
    """Else the first corner could not be moved without applying the polygon."""
    assert drag(square, at(20, 20), at(10, 12)) == () and square.points[0] == Point(10, 12)
    assert click(square, at(10, 12, shift=True)) == (FillPolygon((Point(10, 12), *SQUARE[1:]), True),)


def test_vertices_are_found_by_their_distance_on_screen(square: PolygonTool) -> None:
    """Else at high zoom every click would hit a corner, and far out none could be hit."""
    click(square, at(126, 20, scale=8.0))
    assert len(square.points) == 5
    tool = PolygonTool()
    for x in (10, 60):
        click(tool, at(x, 10, scale=0.2))
    drag(tool, at(85, 20, scale=0.2), at(85, 80, scale=0.2), at(85, 90, scale=0.2))
    assert tool.points == (Point(10, 10), Point(85, 90))


# Lasso and fill


def test_the_lasso_closes_where_it_is_let_go() -> None:
    """Else a drawn shape would be lost, or not be the one that was drawn."""
    tool = LassoTool()
    way = [at(10, 10), at(40, 10), at(40, 40), at(10, 40)]
    points = tuple(event.point for event in way)
    assert drag(tool, *way) == (FillPolygon(points, False, "lasso"),)
    cut = [at(*point, shift=True) for point in points]
    assert drag(tool, *cut) == (FillPolygon(points, True, "lasso"),)
    assert click(tool, at(10, 10)) == () and tool.feedback is None


def test_a_lasso_whose_release_is_lost_keeps_what_was_drawn_and_escape_drops_it() -> None:
    """Else a drag out of the window would go on for ever, or could not be given up."""
    tool = LassoTool()
    way = [at(10, 10), at(40, 10), at(40, 40), at(10, 40)]
    tool.press(way[0])
    for event in way[1:]:
        tool.move(event)
    assert tool.move(at(90, 90, "")) == (FillPolygon(tuple(e.point for e in way), False, "lasso"),)
    tool.press(way[0])
    tool.move(way[1])
    tool.cancel()
    assert tool.feedback is None and tool.release(way[2]) == ()


def test_a_click_fills_and_a_drag_does_not() -> None:
    """Else a slip of the hand would fill, or Shift would not remove."""
    tool = FillTool()
    assert click(tool, at(50, 50)) == (FillAt(Point(50, 50), False),)
    assert click(tool, at(50, 50, shift=True)) == (FillAt(Point(50, 50), True),)
    assert drag(tool, at(50, 50), at(80, 50)) == () and click(tool, at(-5, 50)) == ()


# Outline


@pytest.fixture
def outline() -> OutlineTool:
    pixels = np.zeros(SIZE_HW, bool)
    pixels[20:80, 20:120] = True
    pixels[40:60, 50:90] = False
    tool = make_tool("outline")
    assert isinstance(tool, OutlineTool)
    tool.set_rings(rings_of(Mask.from_array(pixels), tool.tolerance))
    return tool


def corners(tool: OutlineTool) -> list[set[tuple[float, float]]]:
    return [{(x, y) for x, y in ring.vertices.tolist()} for ring in tool.rings]


def test_a_vertex_of_a_ring_is_dragged_and_stays_in_the_image(outline: OutlineTool) -> None:
    """Else a border could not be moved, or would be moved where there is no pixel."""
    before = corners(outline)
    intents = drag(outline, at(119, 79), at(150, 85), at(300, 90))
    assert intents and all(isinstance(intent, ShowOutline) for intent in intents)
    outer = next(i for i, ring in enumerate(outline.rings) if not ring.is_hole)
    assert corners(outline)[outer] == before[outer] - {(120, 80)} | {(200, 90)}
    assert corners(outline)[1 - outer] == before[1 - outer]
    assert [ring.is_touched for ring in outline.rings].count(True) == 1


def test_enter_applies_only_what_was_edited(outline: OutlineTool) -> None:
    """Else Enter without an edit would make a step that changes nothing."""
    assert outline.wants_key("enter") and outline.key("enter") == ()
    drag(outline, at(70, 20), at(70, 10))
    assert len(outline.rings[0].vertices) + len(outline.rings[1].vertices) == 9
    [intent] = outline.key("enter")
    assert isinstance(intent, ApplyOutline) and intent.rings == outline.rings


def test_removing_vertices_ends_at_a_triangle(outline: OutlineTool) -> None:
    """Else a part would vanish by clicking once too often."""
    for x, y in ((20, 20), (120, 20), (120, 80)):
        outline.press(at(x, y, "right"))
    assert sorted(len(ring.vertices) for ring in outline.rings) == [3, 4]
    outline.move(at(50, 40, ""))
    assert outline.wants_key("backspace") and outline.key("backspace")
    assert sorted(len(ring.vertices) for ring in outline.rings) == [3, 3]
    outline.move(at(190, 90, ""))
    assert not outline.wants_key("backspace")
    while outline.wants_key("undo"):
        outline.key("undo")
    assert sorted(len(ring.vertices) for ring in outline.rings) == [4, 4] and not outline.is_edited


def test_escape_drops_edits_and_then_is_the_window_s(outline: OutlineTool) -> None:
    """Else Esc would never get out of the tool, or would keep what was given up."""
    shown = outline.feedback
    assert outline.cancel() == () and outline.feedback is shown
    drag(outline, at(120, 80), at(150, 85))
    assert outline.cancel() and not outline.is_edited
    assert isinstance(outline.feedback, OutlineFeedback) and outline.feedback.hot is None


def test_another_tolerance_keeps_what_was_edited(outline: OutlineTool) -> None:
    """Else moving the slider would cost the vertices moved before."""
    drag(outline, at(120, 80), at(150, 85))
    touched = next(ring for ring in outline.rings if ring.is_touched)
    outline.tolerance = 9.0
    assert touched in outline.rings and outline.tolerance == 9.0


def test_a_click_beside_selects_while_nothing_is_edited(outline: OutlineTool) -> None:
    """Else the next object could not be chosen, or an edit would be lost by choosing it."""
    assert click(outline, at(180, 50)) == (SelectAt(Point(180, 50), False),)
    assert drag(outline, at(180, 50), at(150, 50)) == ()
    drag(outline, at(120, 80), at(150, 85))
    assert click(outline, at(180, 50)) == ()


def test_without_rings_the_outline_tool_only_selects() -> None:
    """Else it would hold on to the outline of an object that is no longer selected."""
    tool = OutlineTool()
    tool.move(at(5, 5, ""))
    assert tool.feedback is None and not tool.wants_key("enter") and not tool.wants_key("undo")
    assert click(tool, at(5, 5)) == (SelectAt(Point(5, 5), False),)
