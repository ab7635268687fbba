"""The lasso: draw around what to add, or with Shift, to cut. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import Feedback, PointerEvent, PolygonFeedback, Tool
from sam_annotator.tools.intents import FillPolygon, Intent, SelectAt


class LassoTool(Tool):
    """Left drag draws a line that closes itself where it is let go; Shift, held then, cuts."""

    id: ClassVar[str] = "lasso"
    title: ClassVar[str] = "Lasso"
    cursor: ClassVar[str] = "cross"

    def __init__(self) -> None:
        self._points: list[Point] = []
        self._shift = False
        self._start: PointerEvent | None = None
        self._is_dragged = False

    @property
    def feedback(self) -> Feedback | None:
        """The line so far."""
        if not self._points:
            return None
        return PolygonFeedback(tuple(self._points), None, self._shift, is_freehand=True)

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a line; with Ctrl, select what lies there."""
        if event.picks:
            return (*self._finish(), SelectAt(event.point, False))
        if event.button == "left":
            self._points, self._start, self._is_dragged = [event.point], event, False
            self._shift = event.shift
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Draw on; a drag whose release was lost ends here."""
        if not self._points:
            return ()
        if event.button != "left":
            return self._finish()
        self._extend(event)
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Close the line."""
        if event.button != "left" or not self._points:
            return ()
        self._extend(event)
        return self._finish()

    def cancel(self) -> tuple[Intent, ...]:
        """Drop the line."""
        self._points, self._start = [], None
        return ()

    def interrupt(self) -> tuple[Intent, ...]:
        """Keep what was drawn so far."""
        return self._finish()

    def _extend(self, event: PointerEvent) -> None:
        assert self._start is not None
        self._shift = event.shift
        self._is_dragged = self._is_dragged or event.is_drag_from(self._start.point)
        if event.point != self._points[-1]:
            self._points.append(event.point)

    def _finish(self) -> tuple[Intent, ...]:
        points, is_dragged = tuple(self._points), self._is_dragged
        self.cancel()
        return (FillPolygon(points, self._shift, "lasso"),) if is_dragged and len(points) >= 3 else ()
