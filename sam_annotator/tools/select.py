"""The select tool: a click selects the annotation under the pointer, a drag those in a box, or moves them. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from sam_annotator.core.geometry import Box, Point, box_from_corners
from sam_annotator.tools.base import BoxFeedback, Feedback, PointerEvent, Tool
from sam_annotator.tools.intents import Intent, MoveSelected, SelectAt, SelectBox


class SelectTool(Tool):
    """Click selects, drag selects what lies in the box, Shift or Ctrl adds; a drag of what is selected moves it.

    Attributes:
        grabs: says whether a press at a point takes hold of what is selected.
    """

    id: ClassVar[str] = "select"
    title: ClassVar[str] = "Select"
    cursor: ClassVar[str] = "arrow"
    selects: ClassVar[bool] = True

    def __init__(self) -> None:
        self.grabs: Callable[[Point], bool] = lambda _point: False
        self._pressed: PointerEvent | None = None
        self._box: Box | None = None
        self._holds = False
        self._is_moved = False

    @property
    def feedback(self) -> Feedback | None:
        """The rubber band, while a box is dragged."""
        return BoxFeedback(self._box) if self._box is not None else None

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a click, a box, or a move of what is selected."""
        if event.button != "left":
            return ()
        lost = self.interrupt()
        self._pressed = event
        self._holds = not event.shift and not event.ctrl and self.grabs(event.point)
        return lost

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Drag the box, or what is held; forget it where its release was lost."""
        if self._pressed is not None and event.button != "left":
            return self.interrupt()
        start = self._pressed
        if start is None or not (self._is_moved or self._box is not None or event.is_drag_from(start.point)):
            return ()
        if not self._holds:
            self._box = box_from_corners(start.point, event.point)
            return ()
        self._is_moved = True
        return (_moved(start, event, is_done=False),)

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Select at the place of the press, or what lies in the box; a click beside the image selects nothing."""
        start, box, holds, is_moved = self._pressed, self._box, self._holds, self._is_moved
        if event.button != "left" or start is None:
            return ()
        self._pressed, self._box, self._holds, self._is_moved = None, None, False, False
        adds = start.shift or start.ctrl
        is_drag = is_moved or box is not None or event.is_drag_from(start.point)
        if is_drag and holds:
            return (_moved(start, event, is_done=True),)
        if is_drag:
            return (SelectBox(box_from_corners(start.point, event.point), adds),)
        return (SelectAt(start.point, adds),)

    def cancel(self) -> tuple[Intent, ...]:
        """Forget the click or the box, and put back what was moved."""
        return self.interrupt()

    def interrupt(self) -> tuple[Intent, ...]:
        """Forget the click, box or move whose release is lost."""
        is_moved = self._is_moved
        self._pressed, self._box, self._holds, self._is_moved = None, None, False, False
        return (MoveSelected(0, 0, is_done=True),) if is_moved else ()


def _moved(start: PointerEvent, event: PointerEvent, *, is_done: bool) -> MoveSelected:
    return MoveSelected(event.point.x - start.point.x, event.point.y - start.point.y, is_done)
