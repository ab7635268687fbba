"""The select tool: a click selects the annotation under the pointer, a drag those in a box. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Box, box_from_corners
from sam_annotator.tools.base import BoxFeedback, Feedback, PointerEvent, Tool
from sam_annotator.tools.intents import Intent, SelectAt, SelectBox


class SelectTool(Tool):
    """Click selects, drag selects what lies in the box, Shift or Ctrl adds."""

    id: ClassVar[str] = "select"
    title: ClassVar[str] = "Select"
    cursor: ClassVar[str] = "arrow"
    selects: ClassVar[bool] = True

    def __init__(self) -> None:
        self._pressed: PointerEvent | None = None
        self._box: Box | None = None

    @property
    def feedback(self) -> Feedback | None:
        """The rubber band, while a box is dragged."""
        return BoxFeedback(self._box) if self._box is not None else None

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a click or a box."""
        if event.button == "left":
            self._pressed, self._box = event, None
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Drag the box; forget it where its release was lost."""
        if self._pressed is not None and event.button != "left":
            return self.interrupt()
        start = self._pressed
        if start is not None and (self._box is not None or event.is_drag_from(start.point)):
            self._box = box_from_corners(start.point, event.point)
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Select at the place of the press, or what lies in the box; a click beside the image selects nothing."""
        start, box = self._pressed, self._box
        if event.button != "left" or start is None:
            return ()
        self._pressed = self._box = None
        adds = start.shift or start.ctrl
        if box is not None or event.is_drag_from(start.point):
            return (SelectBox(box_from_corners(start.point, event.point), adds),)
        return (SelectAt(start.point, adds),)

    def cancel(self) -> tuple[Intent, ...]:
        """Forget the click or the box."""
        return self.interrupt()

    def interrupt(self) -> tuple[Intent, ...]:
        """Forget the click or box whose release is lost."""
        self._pressed = self._box = None
        return ()
