"""Intents: what the user wants, said in image pixels. Frozen; imports core only."""

from __future__ import annotations

from dataclasses import dataclass

from sam_annotator.core.geometry import Box, Point


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
    """Fill a closed polygon; `erase` takes its pixels away."""

    points: tuple[Point, ...]
    erase: bool


Intent = AddPoint | SetBox | Hover | HoverEnd | SelectAt | SelectBox | PaintStroke | SetBrushRadius | FillPolygon
