"""The outline tool: the selected mask's borders as vertices that can be dragged, added and removed. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Point
from sam_annotator.core.late import np, npt
from sam_annotator.core.outline import Ring, at_tolerance
from sam_annotator.tools.base import Feedback, OutlineFeedback, PointerEvent, Tool
from sam_annotator.tools.intents import ApplyOutline, Intent, SelectAt, ShowOutline
from sam_annotator.tools.vertices import EDGE_SCREEN_PX, VERTEX_SCREEN_PX, Steps

_Rings = tuple[Ring, ...]
_Place = tuple[int, int]  # ring, and index in it


class OutlineTool(Tool):
    """Drag moves a vertex, a press on an edge adds one, a right click or Alt+click removes one; Enter applies.

    It is given the rings of the selected mask. While nothing was edited, a click beside them selects.
    """

    id: ClassVar[str] = "outline"
    title: ClassVar[str] = "Outline"
    cursor: ClassVar[str] = "cross"

    def __init__(self) -> None:
        self._given: _Rings = ()
        self._rings: _Rings = ()
        self._tolerance = 2.0
        self.steps: Steps[_Rings] = Steps()
        self._feedback: OutlineFeedback | None = None
        self._near: tuple[_Place | None, _Place | None] = (None, None)  # vertex, else edge under the pointer
        self._held: _Place | None = None
        self._pressed: PointerEvent | None = None
        self._is_moved = False

    @property
    def feedback(self) -> Feedback | None:
        """The rings as they are."""
        return self._feedback

    @property
    def rings(self) -> tuple[Ring, ...]:
        """The rings as they are."""
        return self._rings

    @property
    def is_edited(self) -> bool:
        """Whether a vertex was moved, added or removed."""
        return any(ring.is_touched for ring in self._rings)

    @property
    def tolerance(self) -> float:
        """How far, in image pixels, the lines may be beside the border of the mask."""
        return self._tolerance

    @tolerance.setter
    def tolerance(self, value: float) -> None:
        if value != self._tolerance:
            self._tolerance = value
            self._given = at_tolerance(self._given, value)
            self.steps.clear()  # their rings have another tolerance
            self._set(at_tolerance(self._rings, value))

    def set_rings(self, rings: tuple[Ring, ...]) -> None:
        """Edit these from now on, as they are at the tolerance, or none."""
        self._given = rings
        self._drop()

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Take a vertex, add one on an edge, or remove one."""
        self._let_go()
        self._look(event)
        vertex, edge = self._near
        if event.button == "right" or (event.button == "left" and event.alt):
            return self._remove(vertex) if vertex is not None else ()
        if event.button != "left":
            return ()
        self._pressed, self._is_moved = event, False
        if vertex is not None:
            self._held = vertex
        elif edge is not None:
            ring, i = edge[0], edge[1] + 1
            self.steps.note(self._rings)
            self._is_moved = True
            self._held = (ring, i)
            self._near = (self._held, None)
            self._replace(ring, self._rings[ring].with_vertex(i, *self._inside(event)))
            return (ShowOutline(),)
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Drag the vertex that is held, or show which is under the pointer."""
        if self._held is not None and event.button == "left":
            return self._drag(event)
        if event.button != "left":
            self._let_go()
        if self._pressed is None:
            before = self._near
            self._look(event)
            if self._near != before:
                self._set(self._rings)
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Let the vertex go; a click beside the outline selects, where nothing would be lost."""
        start, held = self._pressed, self._held
        if event.button != "left" or start is None:
            return ()
        intents = self._drag(event) if held is not None else ()
        self._let_go()
        if held is None and not self.is_edited and not event.is_drag_from(start.point):
            return (SelectAt(start.point, False),)
        return intents

    def leave(self) -> tuple[Intent, ...]:
        """Light up no vertex."""
        if self._near != (None, None) and self._held is None:
            self._near = (None, None)
            self._set(self._rings)
        return ()

    def wants_key(self, name: str) -> bool:
        """Take Enter where there is something to apply, and steps as long as there are some."""
        if name == "undo":
            return self.steps.can_undo
        if name == "redo":
            return self.steps.can_redo
        if name == "backspace":
            return self._near[0] is not None
        return name == "enter" and bool(self._rings)

    def key(self, name: str) -> tuple[Intent, ...]:
        """Apply on "enter", remove the vertex under the pointer on "backspace", and take steps."""
        if name == "backspace" and self._near[0] is not None:
            vertex = self._near[0]
            self._let_go()
            return self._remove(vertex)
        if name == "enter" and self._rings:
            self._let_go()
            return (ApplyOutline(self._rings),) if self.is_edited else ()
        if (name == "undo" and self.steps.can_undo) or (name == "redo" and self.steps.can_redo):
            step = self.steps.undo if name == "undo" else self.steps.redo
            self._let_go()
            self._near = (None, None)
            self._set(step(self._rings))
            return (ShowOutline(),)
        return ()

    def cancel(self) -> tuple[Intent, ...]:
        """Drop what was edited."""
        if not self.is_edited:
            self._let_go()
            return ()
        self._drop()
        return (ShowOutline(),)

    def interrupt(self) -> tuple[Intent, ...]:
        """Leave the vertex where it is."""
        self._let_go()
        return ()

    def _drop(self) -> None:
        self.steps.clear()
        self._let_go()
        self._near = (None, None)
        self._set(self._given)

    def _remove(self, vertex: _Place) -> tuple[Intent, ...]:
        ring, i = vertex
        fewer = self._rings[ring].without_vertex(i)
        if fewer is self._rings[ring]:
            return ()
        self.steps.note(self._rings)
        self._near = (None, None)
        self._replace(ring, fewer)
        return (ShowOutline(),)

    def _drag(self, event: PointerEvent) -> tuple[Intent, ...]:
        assert self._held is not None and self._pressed is not None
        if not self._is_moved:
            if not event.is_drag_from(self._pressed.point):
                return ()
            self.steps.note(self._rings)
            self._is_moved = True
        ring, i = self._held
        self._replace(ring, self._rings[ring].moved(i, *self._inside(event)))
        return (ShowOutline(),)

    def _let_go(self) -> None:
        self._held = self._pressed = None

    def _replace(self, ring: int, by: Ring) -> None:
        self._set((*self._rings[:ring], by, *self._rings[ring + 1 :]))

    def _set(self, rings: _Rings) -> None:
        self._rings = rings
        vertex, edge = self._near
        self._feedback = OutlineFeedback(rings, vertex, edge) if rings else None

    @staticmethod
    def _inside(event: PointerEvent) -> Point:
        height, width = event.size_hw
        return Point(min(max(event.point.x, 0.0), float(width)), min(max(event.point.y, 0.0), float(height)))

    def _look(self, event: PointerEvent) -> None:
        """Find the vertex, else the edge under the pointer."""
        self._near = (None, None)
        if not self._rings:
            return
        vertices = np.concatenate([ring.vertices for ring in self._rings])
        firsts = np.cumsum([0, *(len(ring.vertices) for ring in self._rings)])
        at = np.array(event.point, np.float64)
        away = np.abs(vertices - at).max(axis=1)
        nearest = int(np.argmin(away))
        if away[nearest] * event.view_scale <= VERTEX_SCREEN_PX:
            self._near = (_place(firsts, nearest), None)
            return
        following = np.arange(1, len(vertices) + 1)
        following[firsts[1:] - 1] = firsts[:-1]
        way = vertices[following] - vertices
        length = np.maximum((way**2).sum(axis=1), 1e-12)
        share = np.clip(((at - vertices) * way).sum(axis=1) / length, 0, 1)
        away = np.hypot(*(vertices + way * share[:, None] - at).T)
        nearest = int(np.argmin(away))
        if away[nearest] * event.view_scale <= EDGE_SCREEN_PX:
            self._near = (None, _place(firsts, nearest))


def _place(firsts: npt.NDArray[np.int64], index: int) -> _Place:
    ring = int(np.searchsorted(firsts, index, side="right")) - 1
    return ring, index - int(firsts[ring])
