"""The prompt tool: clicks are points, drags are boxes, hovering asks for a preview. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Box, box_from_corners, clip_box
from sam_annotator.core.prompt import NEGATIVE, POSITIVE
from sam_annotator.tools.base import BoxFeedback, Feedback, PointerEvent, Tool
from sam_annotator.tools.intents import AddPoint, Hover, HoverEnd, Intent, SetBox

MIN_BOX_PX = 2.0  # a smaller box is a click


class PromptTool(Tool):
    """Left click: positive point. Right click or Shift+left: negative point. Left drag: box."""

    id: ClassVar[str] = "prompt"
    title: ClassVar[str] = "Prompt"
    cursor: ClassVar[str] = "cross"

    def __init__(self) -> None:
        self._pressed: PointerEvent | None = None  # a left press whose release has not come yet
        self._box: Box | None = None
        self._hovering = False

    @property
    def feedback(self) -> Feedback | None:
        """The rubber band, while a box is dragged."""
        return BoxFeedback(self._box) if self._box is not None else None

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a click or a box; a right press is a negative point at once."""
        if event.button == "right" and self._pressed is None:
            return (AddPoint(event.point, NEGATIVE),) if event.is_inside else ()
        if event.button == "left":
            self._pressed, self._box = event, None
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Drag the box, or hover."""
        if self._pressed is not None and event.button != "left":
            self.interrupt()
        start = self._pressed
        if start is not None:
            if not start.shift and (self._box is not None or event.is_drag_from(start.point)):
                self._box = clip_box(box_from_corners(start.point, event.point), event.size_hw)
                return self._end_hover()
            return ()
        if event.button:
            return ()
        if event.is_inside:
            self._hovering = True
            return (Hover(event.point),)
        return self._end_hover()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """End a click or a box."""
        start = self._pressed
        if event.button != "left" or start is None:
            return ()
        dragged = not start.shift and (self._box is not None or event.is_drag_from(start.point))
        self._pressed = self._box = None
        if dragged:
            box = clip_box(box_from_corners(start.point, event.point), event.size_hw)
            if box.width >= MIN_BOX_PX and box.height >= MIN_BOX_PX:
                return (SetBox(box),)
        if not start.is_inside:
            return ()
        return (AddPoint(start.point, NEGATIVE if start.shift else POSITIVE),)

    def leave(self) -> tuple[Intent, ...]:
        """Stop the preview."""
        return self._end_hover()

    def cancel(self) -> tuple[Intent, ...]:
        """Drop the box being dragged."""
        return self.interrupt()

    def interrupt(self) -> tuple[Intent, ...]:
        """Drop the box or click whose release is lost."""
        self._pressed = self._box = None
        return ()

    def _end_hover(self) -> tuple[Intent, ...]:
        if not self._hovering:
            return ()
        self._hovering = False
        return (HoverEnd(),)
