"""What every tool is: pointer events in, intents out, and what to draw meanwhile. No Qt.

A tool is a small state machine. It never touches a widget: the canvas hands it events in image pixels, sends its
intents on, and draws its feedback.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.outline import Ring
from sam_annotator.tools.intents import Intent
from sam_annotator.tools.vertices import Steps

DRAG_SCREEN_PX = 4.0  # a press that moves further than this is a drag


@dataclass(frozen=True, slots=True)
class PointerEvent:
    """One move, press or release of the pointer.

    Attributes:
        point: in image pixels; may lie outside the image.
        button: "left", "right", "middle" or "": of a press or release the button it is about, of a move the one
            that is held.
        shift: whether Shift is held; likewise ctrl (Command on macOS) and alt.
        view_scale: screen pixels per image pixel.
        size_hw: height and width of the image.
    """

    point: Point
    button: str = ""
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    view_scale: float = 1.0
    size_hw: tuple[int, int] = (0, 0)

    @property
    def is_inside(self) -> bool:
        """Whether the point lies in the image."""
        height, width = self.size_hw
        return 0 <= self.point.x < width and 0 <= self.point.y < height

    @property
    def picks(self) -> bool:
        """Whether it is a press that selects what lies there, whatever the tool paints with."""
        return self.button == "left" and self.ctrl

    def is_drag_from(self, start: Point) -> bool:
        """Whether the way from `start` is longer than a hand's tremble."""
        dx, dy = self.point.x - start.x, self.point.y - start.y
        return max(abs(dx), abs(dy)) * self.view_scale > DRAG_SCREEN_PX


@dataclass(frozen=True, slots=True)
class BoxFeedback:
    """Draw a rubber band."""

    box: Box


@dataclass(frozen=True, slots=True)
class BrushFeedback:
    """Draw the brush as a circle, and the stroke so far."""

    center: Point | None
    radius: float
    erase: bool
    stroke: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class PolygonFeedback:
    """Draw the vertices so far and a line to the pointer.

    Attributes:
        points: the vertices.
        pointer: where a click adds the next; None where it would not.
        erase: whether it cuts.
        hot: index of the vertex under the pointer, or held.
        hot_edge: index of the vertex that begins the edge under the pointer.
        is_freehand: whether it is a drawn line, whose vertices are not shown.
    """

    points: tuple[Point, ...]
    pointer: Point | None
    erase: bool
    hot: int | None = None
    hot_edge: int | None = None
    is_freehand: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class OutlineFeedback:
    """Draw the outline that is edited.

    Attributes:
        rings: outer borders and holes.
        hot: ring and index of the vertex under the pointer, or held.
        hot_edge: ring and index of the vertex that begins the edge under the pointer.
    """

    rings: tuple[Ring, ...]
    hot: tuple[int, int] | None = None
    hot_edge: tuple[int, int] | None = None


Feedback = BoxFeedback | BrushFeedback | PolygonFeedback | OutlineFeedback


class Tool:
    """A tool that does nothing; each tool overrides what it answers to.

    Attributes:
        id: the end of its action's id, as in "tool.prompt".
        title: its name for people.
        cursor: "arrow", "cross" or "none", the shape of the pointer.
        pans_on_drag: whether a left drag moves the view.
        selects: whether the annotation under the pointer is highlighted.
        steps: of what is begun, to be taken back and made again; None for a tool without any.
    """

    id: ClassVar[str] = ""
    title: ClassVar[str] = ""
    cursor: ClassVar[str] = "arrow"
    pans_on_drag: ClassVar[bool] = False
    selects: ClassVar[bool] = False
    steps: Steps[Any] | None = None

    @property
    def feedback(self) -> Feedback | None:
        """What to draw now."""
        return None

    def press(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Answer a button going down."""
        return ()

    def move(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Answer a move, with or without a button held."""
        return ()

    def release(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Answer a button going up."""
        return ()

    def double_click(self, event: PointerEvent) -> tuple[Intent, ...]:
        """Answer the second press of a double click, which comes instead of a press; a quick click still counts."""
        return self.press(event)

    def leave(self) -> tuple[Intent, ...]:
        """Answer the pointer leaving the canvas."""
        return ()

    def wheel(self, steps: float) -> tuple[Intent, ...]:
        """Answer the wheel turned with Alt held; one step is one notch."""
        return ()

    def wants_key(self, name: str) -> bool:
        """Whether a key is for the tool now, rather than for the window; see `key`."""
        return False

    def key(self, name: str) -> tuple[Intent, ...]:
        """Answer "enter", "shift+enter", "backspace", or a step back or forth: "undo", "redo"."""
        return ()

    def cancel(self) -> tuple[Intent, ...]:
        """Drop whatever is begun (Esc)."""
        return ()

    def interrupt(self) -> tuple[Intent, ...]:
        """End the running drag: its release will never come (focus lost, window left, view panned)."""
        return ()
