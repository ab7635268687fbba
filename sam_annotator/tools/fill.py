"""The fill tool: a click fills a hole, with Shift it removes a part. No Qt."""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.tools.base import PointerEvent, Tool
from sam_annotator.tools.intents import FillAt, Intent, SelectAt


class FillTool(Tool):
    """A click fills what the selected mask encloses there; Shift+click removes the connected part clicked."""

    id: ClassVar[str] = "fill"
    title: ClassVar[str] = "Fill"
    cursor: ClassVar[str] = "cross"

    def __init__(self) -> None:
        self._pressed: PointerEvent | None = None

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a click; with Ctrl, select what lies there."""
        if event.picks:
            self._pressed = None
            return (SelectAt(event.point, False),)
        if event.button == "left":
            self._pressed = event
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Forget the click where its release was lost."""
        if event.button != "left":
            self._pressed = None
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Fill at the place of the press; a drag and a click beside the image do nothing."""
        start = self._pressed
        if event.button != "left" or start is None:
            return ()
        self._pressed = None
        if not start.is_inside or event.is_drag_from(start.point):
            return ()
        return (FillAt(start.point, start.shift),)

    def cancel(self) -> tuple[Intent, ...]:
        """Forget the click."""
        return self.interrupt()

    def interrupt(self) -> tuple[Intent, ...]:
        """Forget the click whose release is lost."""
        self._pressed = None
        return ()
