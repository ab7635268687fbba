"""Brush and eraser: paint on the mask with a round brush. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import BrushFeedback, Feedback, PointerEvent, Tool
from sam_annotator.tools.intents import Intent, PaintStroke, SelectAt, SetBrushRadius

MIN_RADIUS = 0.5  # one pixel
MAX_RADIUS = 2000.0
RADIUS_STEP = 1.15  # of one notch of the wheel or one key press


def stepped_radius(radius: float, steps: float) -> float:
    """Return a radius some steps larger or smaller: by a factor, but at least half a pixel for each whole step."""
    grown = float(radius * RADIUS_STEP**steps)
    if abs(grown - radius) < 0.5 * abs(steps):
        grown = radius + 0.5 * steps
    return min(max(round(grown * 2) / 2, MIN_RADIUS), MAX_RADIUS)


class BrushTool(Tool):
    """Left drag paints; the whole stroke is one intent at its end. Alt+wheel changes the size, Ctrl+click selects."""

    id: ClassVar[str] = "brush"
    title: ClassVar[str] = "Brush"
    cursor: ClassVar[str] = "none"
    erases: ClassVar[bool] = False

    def __init__(self, radius: float = 10.0) -> None:
        self._radius = radius
        self._stroke: list[Point] = []
        self._touched = False  # whether the stroke has come near the image
        self._pointer: Point | None = None

    @property
    def radius(self) -> float:
        """Radius of the brush in image pixels; 0.5 is one pixel."""
        return self._radius

    @radius.setter
    def radius(self, value: float) -> None:
        self._radius = min(max(value, MIN_RADIUS), MAX_RADIUS)

    @property
    def feedback(self) -> Feedback | None:
        """The circle at the pointer, and the stroke so far."""
        if self._pointer is None and not self._stroke:
            return None
        return BrushFeedback(self._pointer, self._radius, self.erases, tuple(self._stroke))

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a stroke; with Ctrl, select what lies there."""
        if event.button != "left":
            return ()
        done = self._finish()
        self._pointer = event.point
        if event.picks:
            return (*done, SelectAt(event.point, False))
        self._extend(event)
        return done

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Extend the stroke, or move the circle."""
        self._pointer = event.point
        if not self._stroke:
            return ()
        if event.button != "left":
            return self._finish()
        self._extend(event)
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """End the stroke."""
        if event.button != "left" or not self._stroke:
            return ()
        self._extend(event)
        return self._finish()

    def leave(self) -> tuple[Intent, ...]:
        """Hide the circle; a stroke that is being painted goes on."""
        self._pointer = None
        return ()

    def wheel(self, steps: float) -> tuple[Intent, ...]:
        """Change the size."""
        self.radius = stepped_radius(self._radius, steps)
        return (SetBrushRadius(self._radius),)

    def cancel(self) -> tuple[Intent, ...]:
        """Drop the stroke."""
        self._stroke, self._touched = [], False
        return ()

    def interrupt(self) -> tuple[Intent, ...]:
        """Keep what was painted so far."""
        return self._finish()

    def _extend(self, event: PointerEvent) -> None:
        if not self._stroke or event.point != self._stroke[-1]:
            self._stroke.append(event.point)
        height, width = event.size_hw
        x, y, r = event.point.x, event.point.y, self._radius
        self._touched = self._touched or (-r < x < width + r and -r < y < height + r)

    def _finish(self) -> tuple[Intent, ...]:
        stroke, touched = tuple(self._stroke), self._touched
        self._stroke, self._touched = [], False
        return (PaintStroke(stroke, self._radius, self.erases),) if stroke and touched else ()


class EraserTool(BrushTool):
    """The brush that takes pixels away."""

    id: ClassVar[str] = "eraser"
    title: ClassVar[str] = "Eraser"
    erases: ClassVar[bool] = True
