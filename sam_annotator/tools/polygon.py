"""The polygon tool: clicks add vertices, a double click or Enter closes. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import DRAG_SCREEN_PX, Feedback, PointerEvent, PolygonFeedback, Tool
from sam_annotator.tools.intents import FillPolygon, Intent

_CLOSE_SCREEN_PX = 2 * DRAG_SCREEN_PX  # a click this near to the first vertex closes too


class PolygonTool(Tool):
    """A click adds a vertex; a double click, Enter or a click on the first vertex closes, with Shift to erase."""

    id: ClassVar[str] = "polygon"
    title: ClassVar[str] = "Polygon"
    cursor: ClassVar[str] = "cross"

    def __init__(self) -> None:
        self._points: list[Point] = []
        self._pointer: Point | None = None
        self._shift = False

    @property
    def points(self) -> tuple[Point, ...]:
        """The vertices so far."""
        return tuple(self._points)

    @property
    def feedback(self) -> Feedback | None:
        """The vertices so far, and a line to the pointer."""
        return PolygonFeedback(self.points, self._pointer, self._shift) if self._points else None

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Add a vertex, or close at the first one; a vertex may lie outside the image."""
        if event.button != "left":
            return ()
        self._pointer, self._shift = event.point, event.shift
        if len(self._points) >= 3 and self._is_near(event, self._points[0]):
            return self._close(event.shift)
        if not self._points or event.point != self._points[-1]:
            self._points.append(event.point)
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Move the loose end."""
        self._pointer, self._shift = event.point, event.shift
        return ()

    def double_click(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Close; the first press of the double click has added the last vertex."""
        return self._close(event.shift) if event.button == "left" else ()

    def leave(self) -> tuple[Intent, ...]:
        """Drop the loose end."""
        self._pointer = None
        return ()

    def wants_key(self, name: str) -> bool:
        """Take every key of its own from the first vertex on."""
        return bool(name) and bool(self._points)

    def key(self, name: str) -> tuple[Intent, ...]:
        """Close on "enter" ("shift+enter" erases), take the last vertex back on "backspace"."""
        if name in ("enter", "shift+enter"):
            return self._close(name == "shift+enter")
        if name == "backspace" and self._points:
            self._points.pop()
        return ()

    def cancel(self) -> tuple[Intent, ...]:
        """Drop all vertices."""
        self._points = []
        return ()

    def _is_near(self, event: PointerEvent, vertex: Point) -> bool:
        dx, dy = event.point.x - vertex.x, event.point.y - vertex.y
        return max(abs(dx), abs(dy)) * event.view_scale <= _CLOSE_SCREEN_PX

    def _close(self, erase: bool) -> tuple[Intent, ...]:
        if len(self._points) < 3:
            return ()
        points, self._points = tuple(self._points), []
        return (FillPolygon(points, erase),)
