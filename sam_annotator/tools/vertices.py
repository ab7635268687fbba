"""Which vertex or edge of a line lies under the pointer, and the steps of an edit, taken back and made again. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from sam_annotator.core.geometry import Point

VERTEX_SCREEN_PX = 7.0  # a press this near to a vertex takes it
EDGE_SCREEN_PX = 4.0  # and to an edge, adds a vertex there

T = TypeVar("T")


class Steps(Generic[T]):
    """States of something that is edited, before and after the present one.

    Attributes:
        changed: is called after there are others.
    """

    def __init__(self) -> None:
        self.changed: Callable[[], object] = lambda: None
        self._before: list[T] = []
        self._after: list[T] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a state before."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a state that was taken back."""
        return bool(self._after)

    def note(self, state: T) -> None:
        """Keep a state that is about to be changed."""
        self._before.append(state)
        self._after.clear()
        self.changed()

    @property
    def last(self) -> T | None:
        """The state before the present one."""
        return self._before[-1] if self._before else None

    def undo(self, present: T) -> T:
        """Return the state before, or the present one where there is none."""
        if not self._before:
            return present
        self._after.append(present)
        state = self._before.pop()
        self.changed()
        return state

    def redo(self, present: T) -> T:
        """Return the state that was taken back last, or the present one where there is none."""
        if not self._after:
            return present
        self._before.append(present)
        state = self._after.pop()
        self.changed()
        return state

    def clear(self) -> None:
        """Forget all."""
        self._before.clear()
        self._after.clear()
        self.changed()


def vertex_at(points: Sequence[Point], at: Point, reach: float) -> int | None:
    """Return the index of the vertex nearest to a place, at most `reach` away; None where there is none."""
    best, found = reach, None
    for i, point in enumerate(points):
        away = max(abs(point.x - at.x), abs(point.y - at.y))
        if away <= best:
            best, found = away, i
    return found


def edge_at(points: Sequence[Point], at: Point, reach: float) -> int | None:
    """Return the index of the vertex that begins the edge nearest to a place; None where none is within reach."""
    best, found = reach, None
    for i, (a, b) in enumerate(pairwise(points)):
        dx, dy = b.x - a.x, b.y - a.y
        length = dx * dx + dy * dy
        t = min(max(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.0), 1.0) if length else 0.0
        away = ((a.x + t * dx - at.x) ** 2 + (a.y + t * dy - at.y) ** 2) ** 0.5
        if away <= best:
            best, found = away, i
    return found
