"""Intents: what the user wants, said in image pixels. Frozen; imports core only."""

from __future__ import annotations

from dataclasses import dataclass

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.outline import Ring


@dataclass(frozen=True, slots=True)
class AddPoint:
    """Add a click to the prompt; label 1 is positive, 0 negative."""

    point: Point
    label: int


@dataclass(frozen=True, slots=True)
class SetBox:
    """Set or replace the prompt's box."""

    box: Box


@dataclass(frozen=True, slots=True)
class Hover:
    """The pointer rests or moves over the image: what would a click here give?"""

    point: Point


@dataclass(frozen=True, slots=True)
class HoverEnd:
    """The pointer left the image, or a gesture began: show no preview."""


@dataclass(frozen=True, slots=True)
class SelectAt:
    """Select the annotation under a point, or none where none is; `toggle` adds it or takes it away."""

    point: Point
    toggle: bool


@dataclass(frozen=True, slots=True)
class SelectBox:
    """Select the annotations that lie in a box; `add` leaves those selected that are."""

    box: Box
    add: bool


@dataclass(frozen=True, slots=True)
class MoveSelected:
    """Move what is selected by so many image pixels from where it was; only to be seen until it `is_done`."""

    dx: float
    dy: float
    is_done: bool


@dataclass(frozen=True, slots=True)
class PaintStroke:
    """Paint along a path with a round brush, `radius` in image pixels; `erase` takes pixels away."""

    points: tuple[Point, ...]
    radius: float
    erase: bool


@dataclass(frozen=True, slots=True)
class SetBrushRadius:
    """Change the brush's radius, in image pixels."""

    radius: float


@dataclass(frozen=True, slots=True)
class FillPolygon:
    """Fill a closed polygon; `erase` takes its pixels away. `tool` is noted in what is made anew."""

    points: tuple[Point, ...]
    erase: bool
    tool: str = "polygon"


@dataclass(frozen=True, slots=True)
class FillAt:
    """Fill what the selected mask encloses at a point; with `remove`, take away its connected part there."""

    point: Point
    remove: bool


@dataclass(frozen=True, slots=True, eq=False)
class ShowOutline:
    """The outline that is edited is another than before: show what it costs."""


@dataclass(frozen=True, slots=True, eq=False)
class ApplyOutline:
    """Draw the rings that were touched anew into the mask whose outline they are."""

    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class TakeProposal:
    """Accept the proposal under a point."""

    point: Point


@dataclass(frozen=True, slots=True)
class DropProposal:
    """Reject the proposal under a point."""

    point: Point


@dataclass(frozen=True, slots=True)
class SweepTo:
    """A sweep goes on from one point to another, over proposals to accept."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class SweepProposals:
    """A sweep ends; `taken` accepts what it passed, else that is left."""

    taken: bool


Intent = (
    AddPoint
    | SetBox
    | Hover
    | HoverEnd
    | SelectAt
    | SelectBox
    | MoveSelected
    | PaintStroke
    | SetBrushRadius
    | FillPolygon
    | FillAt
    | ShowOutline
    | ApplyOutline
    | TakeProposal
    | DropProposal
    | SweepTo
    | SweepProposals
)
