"""Points and boxes in image pixels, and their conversions. Pure; imports nothing of the program."""

from __future__ import annotations

import math
from numbers import Real
from typing import NamedTuple


class Point(NamedTuple):
    """A place in an image, in pixels; the centre of the upper left pixel is (0.5, 0.5)."""

    x: float
    y: float


class Box(NamedTuple):
    """A box in image pixels: x0 <= x1, y0 <= y1, x1 and y1 exclusive."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.y1 - self.y0


def box_from_corners(a: Point, b: Point) -> Box:
    """Return the box spanned by two opposite corners, in any order."""
    return Box(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y))


def box_xyxy_to_xywh(box: Box) -> tuple[float, float, float, float]:
    """Convert x0, y0, x1, y1 to COCO's x, y, width, height."""
    return (box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)


def box_xywh_to_xyxy(bbox_xywh: tuple[float, float, float, float]) -> Box:
    """Convert COCO's x, y, width, height to x0, y0, x1, y1."""
    x, y, w, h = bbox_xywh
    return Box(x, y, x + w, y + h)


def clip_point(point: Point, size_hw: tuple[int, int]) -> Point:
    """Return the nearest point to `point` inside an image of (height, width).

    The right and lower borders are exclusive, so that the result always lies in a pixel.
    """
    h, w = size_hw
    x = min(max(point.x, 0.0), math.nextafter(w, 0.0))
    y = min(max(point.y, 0.0), math.nextafter(h, 0.0))
    return Point(x, y)


def clip_box(box: Box, size_hw: tuple[int, int]) -> Box:
    """Return the part of `box` inside an image of (height, width)."""
    h, w = size_hw
    return Box(min(max(box.x0, 0.0), w), min(max(box.y0, 0.0), h), min(max(box.x1, 0.0), w), min(max(box.y1, 0.0), h))


def finite_number(value: object) -> float:
    """Return a number of any kind as a float.

    Raises:
        ValueError: it is no number (text and truth values are none), or not finite.
    """
    if type(value) is float and math.isfinite(value):  # almost always, in a twentieth of the time
        return value
    if not isinstance(value, Real) or isinstance(value, bool):
        raise ValueError(f"{value!r:.40} is not a number")
    try:
        number = float(value)
    except OverflowError as e:
        raise ValueError("a number is too large") from e
    if not math.isfinite(number):
        raise ValueError("a number is not finite")
    return number
