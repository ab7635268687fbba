"""The polygon tool: clicks add vertices, which can be moved, added and removed until it is applied. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import Feedback, PointerEvent, PolygonFeedback, Tool
from sam_annotator.tools.intents import FillPolygon, Intent, SelectAt
from sam_annotator.tools.vertices import EDGE_SCREEN_PX, VERTEX_SCREEN_PX, Steps, edge_at, vertex_at

_Points = tuple[Point, ...]


class PolygonTool(Tool):
    """A click adds a vertex; a double click, Enter or a click on the first vertex applies, with Shift to cut.

    A vertex can be dragged, a press on an edge adds one, a right click or Alt+click removes one.
    """

    id: ClassVar[str] = "polygon"
    title: ClassVar[str] = "Polygon"
    cursor: ClassVar[str] = "cross"

    def __init__(self) -> None:
        self._points: _Points = ()
        self.steps: Steps[_Points] = Steps()
        self._pointer: Point | None = None
        self._shift = False
        self._dragged: int | None = None
        self._pressed: PointerEvent | None = None  # of the vertex that is held
        self._is_new = False  # whether the press added it
        self._is_moved = False
        self._near: tuple[int | None, int | None] = (None, None)  # vertex, else edge under the pointer

    @property
    def points(self) -> tuple[Point, ...]:
        """The vertices so far."""
        return self._points

    @property
    def feedback(self) -> Feedback | None:
        """The vertices so far, and a line to the pointer where a click would add one."""
        if not self._points:
            return None
        vertex, edge = self._near
        is_loose = self._dragged is None and vertex is None and edge is None
        hot = self._dragged if self._dragged is not None else vertex
        return PolygonFeedback(self._points, self._pointer if is_loose else None, self._shift, hot, edge)

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Take a vertex, or add one on an edge or at the end; a vertex may lie outside the image.

        With Ctrl, before the first vertex, select what lies there.
        """
        if event.picks and not self._points:
            return (SelectAt(event.point, False),)
        self._pointer, self._shift = event.point, event.shift
        self._let_go()
        vertex, edge = self._under(event)
        if event.button == "right" or (event.button == "left" and event.alt):
            if vertex is not None:
                self._change(self._points[:vertex] + self._points[vertex + 1 :])
                self._look(event)
            return ()
        if event.button != "left":
            return ()
        self._is_new, self._is_moved, self._pressed = vertex is None, False, event
        if vertex is None:
            vertex = len(self._points) if edge is None else edge + 1
            self._change((*self._points[:vertex], event.point, *self._points[vertex:]))
        self._dragged, self._near = vertex, (vertex, None)
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Move the vertex that is held, or the loose end."""
        self._pointer, self._shift = event.point, event.shift
        if self._dragged is not None and event.button == "left":
            self._drag(event)
            return ()
        self._let_go()
        self._look(event)
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Let the vertex go; one that was only clicked, and is the first, closes the polygon."""
        if event.button != "left" or self._dragged is None:
            return ()
        self._drag(event)
        closes = self._dragged == 0 and not self._is_new and not self._is_moved and len(self._points) >= 3
        self._let_go()
        self._look(event)
        return self._close(event.shift) if closes else ()

    def double_click(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Close; the first press of the double click has added the last vertex."""
        return self._close(event.shift) if event.button == "left" else self.press(event)

    def leave(self) -> tuple[Intent, ...]:
        """Drop the loose end."""
        self._pointer, self._near = None, (None, None)
        return ()

    def wants_key(self, name: str) -> bool:
        """Take every key of its own from the first vertex on, and steps as long as there are some."""
        if name == "undo":
            return self.steps.can_undo
        if name == "redo":
            return self.steps.can_redo
        return bool(name) and bool(self._points)

    def key(self, name: str) -> tuple[Intent, ...]:
        """Close on "enter" ("shift+enter" cuts), take the last vertex away on "backspace", and take steps."""
        if name in ("enter", "shift+enter"):
            return self._close(name == "shift+enter")
        if name == "backspace" and self._points and self.steps.last != self._points[:-1]:
            self._change(self._points[:-1])
        elif name in ("undo", "backspace"):  # to take back a vertex that was just added is no step of its own
            self._points = self.steps.undo(self._points)
        elif name == "redo":
            self._points = self.steps.redo(self._points)
        self._let_go()
        self._near = (None, None)
        return ()

    def cancel(self) -> tuple[Intent, ...]:
        """Drop all vertices."""
        self._points = ()
        self.steps.clear()
        self._let_go()
        self._near = (None, None)
        return ()

    def interrupt(self) -> tuple[Intent, ...]:
        """Let the vertex go where it is."""
        self._let_go()
        return ()

    def _under(self, event: PointerEvent) -> tuple[int | None, int | None]:
        vertex = vertex_at(self._points, event.point, VERTEX_SCREEN_PX / event.view_scale)
        if vertex is not None:
            return vertex, None
        return None, edge_at(self._points, event.point, EDGE_SCREEN_PX / event.view_scale)

    def _look(self, event: PointerEvent) -> None:
        self._near = self._under(event)

    def _drag(self, event: PointerEvent) -> None:
        start, i = self._pressed, self._dragged
        assert start is not None and i is not None
        if not self._is_moved and not event.is_drag_from(start.point):
            return
        if not self._is_moved and not self._is_new:
            self.steps.note(self._points)
        self._is_moved = True
        self._points = (*self._points[:i], event.point, *self._points[i + 1 :])

    def _let_go(self) -> None:
        self._dragged = self._pressed = None

    def _change(self, points: _Points) -> None:
        self.steps.note(self._points)
        self._points = points

    def _close(self, erase: bool) -> tuple[Intent, ...]:
        if len(self._points) < 3:
            return ()
        points = self._points
        self.cancel()
        return (FillPolygon(points, erase),)
