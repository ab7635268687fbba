"""The tool for proposals: a click takes the one under the pointer, a drag those it passes, a right click drops one.

A click with Shift drops one, too, as the prompt tool has it for "not this". No Qt.
"""

from __future__ import annotations

from typing import ClassVar

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import PointerEvent, Tool
from sam_annotator.tools.intents import DropProposal, Intent, SweepProposals, SweepTo, TakeProposal


class ProposeTool(Tool):
    """Left click takes, left drag sweeps several, right click or Shift+click drops."""

    id: ClassVar[str] = "propose"
    title: ClassVar[str] = "Proposals"
    cursor: ClassVar[str] = "cross"

    def __init__(self) -> None:
        self._pressed: PointerEvent | None = None
        self._path: list[Point] = []

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Begin a click or a sweep; a right click drops at once."""
        ended = self.interrupt()
        if event.button == "right" and event.is_inside:
            return (*ended, DropProposal(event.point))
        if event.button == "left":
            self._pressed = event
        return ended

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Sweep on; forget it where its release was lost."""
        start = self._pressed
        if start is None:
            return ()
        if event.button != "left":
            return self.interrupt()
        if start.shift or (not self._path and not event.is_drag_from(start.point)):
            return ()
        self._path = self._path or [start.point]
        before, self._path = self._path[-1], [*self._path, event.point]
        return (SweepTo(before, event.point),)

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Take what was clicked, or what was swept."""
        start, path = self._pressed, self._path
        if event.button != "left" or start is None:
            return ()
        self._pressed, self._path = None, []
        if path:
            return (SweepTo(path[-1], event.point), SweepProposals(taken=True))
        if not start.is_inside:
            return ()
        return (DropProposal(start.point) if start.shift else TakeProposal(start.point),)

    def double_click(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Do nothing: the first press took one, and the one under it is not meant."""
        return self.interrupt()

    def leave(self) -> tuple[Intent, ...]:
        """A sweep may leave the canvas and come back."""
        return ()

    def cancel(self) -> tuple[Intent, ...]:
        """Drop the sweep."""
        return self.interrupt()

    def interrupt(self) -> tuple[Intent, ...]:
        """Drop the click or sweep whose release is lost."""
        had_path = bool(self._path)
        self._pressed, self._path = None, []
        return (SweepProposals(taken=False),) if had_path else ()
