"""The select tool: a click selects the annotation under the pointer, a drag moves the view. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.tools.base import PointerEvent, Tool
from sam_annotator.tools.intents import Intent, SelectAt


class SelectTool(Tool):
    """Click selects, Shift or Ctrl adds to the selection, drag pans."""

    id: ClassVar[str] = "select"
    title: ClassVar[str] = "Select"
    cursor: ClassVar[str] = "arrow"
    pans_on_drag: ClassVar[bool] = True
    selects: ClassVar[bool] = True

    def __init__(self) -> None:
        self._pressed: PointerEvent | None = None

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a click."""
        if event.button == "left":
            self._pressed = event
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Forget the click once the pointer drags, or where its release was lost."""
        start = self._pressed
        if start is not None and (event.button != "left" or event.is_drag_from(start.point)):
            self._pressed = None
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Select at the place of the press; a click beside the image selects nothing."""
        start, self._pressed = self._pressed, None
        if event.button != "left" or start is None or event.is_drag_from(start.point):
            return ()
        return (SelectAt(start.point, start.shift or start.ctrl),)

    def cancel(self) -> tuple[Intent, ...]:
        """Forget the click."""
        return self.interrupt()

    def interrupt(self) -> tuple[Intent, ...]:
        """Forget the click whose release is lost."""
        self._pressed = None
        return ()
