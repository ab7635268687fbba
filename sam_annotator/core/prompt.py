"""What the user asked an engine for: points, their labels and a box. Imports core.geometry only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sam_annotator.core.geometry import Box, Point, finite_number

POSITIVE = 1
NEGATIVE = 0


@dataclass(frozen=True, slots=True)
class Prompt:
    """Points and a box for one object, in image pixels.

    Attributes:
        point_coords: (x, y) of each point, in the order they were given.
        point_labels: 1 (positive) or 0 (negative) for each point.
        box_xyxy: x0, y0, x1, y1 with x1 and y1 exclusive, or None.

    Raises:
        ValueError: lengths differ, a label is not 0 or 1, a coordinate is not finite, or the box is inverted.
    """

    point_coords: tuple[tuple[float, float], ...] = ()
    point_labels: tuple[int, ...] = ()
    box_xyxy: tuple[float, float, float, float] | None = None

    def __post_init__(self) -> None:
        try:
            coords = tuple(Point(finite_number(x), finite_number(y)) for x, y in self.point_coords)
            labels = tuple(finite_number(label) for label in self.point_labels)
            box = None if self.box_xyxy is None else Box(*(finite_number(v) for v in self.box_xyxy))
        except TypeError as e:
            raise ValueError(f"not a prompt: {e}") from e
        if len(coords) != len(labels):
            raise ValueError("a prompt needs one label for each point")
        if any(label not in (POSITIVE, NEGATIVE) for label in labels):
            raise ValueError("a point's label is 1 (positive) or 0 (negative)")
        if box is not None and (box.x0 > box.x1 or box.y0 > box.y1):
            raise ValueError("a box is x0, y0, x1, y1 with x0 <= x1 and y0 <= y1")
        object.__setattr__(self, "point_coords", coords)
        object.__setattr__(self, "point_labels", tuple(int(label) for label in labels))
        object.__setattr__(self, "box_xyxy", box)

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a point nor a box."""
        return not self.point_coords and self.box_xyxy is None

    @property
    def click_count(self) -> int:
        """How many points and boxes it has."""
        return len(self.point_coords) + (self.box_xyxy is not None)

    @property
    def is_ambiguous(self) -> bool:
        """Whether one click is all there is, so that whole, part and subpart are all fair answers."""
        return len(self.point_coords) == 1 and self.box_xyxy is None

    def with_point(self, point: Point, label: int) -> Prompt:
        """Return this prompt with one more point."""
        return replace(self, point_coords=(*self.point_coords, point), point_labels=(*self.point_labels, label))

    def with_box(self, box: Box | None) -> Prompt:
        """Return this prompt with its box replaced."""
        return replace(self, box_xyxy=box)

    def to_json(self) -> dict[str, Any]:
        """Return the prompt as plain JSON values."""
        return {
            "point_coords": [[x, y] for x, y in self.point_coords],
            "point_labels": list(self.point_labels),
            "box_xyxy": None if self.box_xyxy is None else list(self.box_xyxy),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Prompt:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the data is no prompt.
        """
        if not isinstance(data, Mapping):
            raise ValueError("not a prompt: it must be an object")
        return cls(data.get("point_coords", ()), data.get("point_labels", ()), data.get("box_xyxy"))
