"""Painting with a round brush and filling polygons: exactly the pixels whose centres are within.

Arrays in, arrays out; numpy and core only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray

FloatArray: TypeAlias = "npt.NDArray[np.float64]"
IntArray: TypeAlias = "npt.NDArray[np.int64]"


def paint_stroke(pixels: BoolArray, points: Sequence[tuple[float, float]], radius: float, value: bool) -> BoolArray:
    """Return a copy with a round brush drawn along a path.

    A pixel is painted where its centre is at most `radius` from the path. The pixels the path itself runs through
    are painted too, so that the thinnest brush leaves a line without gaps.

    Args:
        pixels: bool (H, W).
        points: the path as (x, y) in image pixels; it may leave the image.
        radius: in image pixels; 0.5 paints single pixels.
        value: True to paint, False to erase.

    Returns:
        bool (H, W), a new array.
    """
    result = np.array(pixels, np.bool_, order="C")
    path = np.asarray(points, np.float64).reshape(-1, 2)
    if path.size == 0:
        return result
    starts, ends = (path[:-1], path[1:]) if len(path) > 1 else (path, path)
    _fill_spans(result, *_capsule_spans(starts, ends, radius), value)
    if radius < 1.5:
        xs, ys = _cells_along(starts, ends)
        inside = (xs >= 0) & (xs < result.shape[1]) & (ys >= 0) & (ys < result.shape[0])
        result[ys[inside], xs[inside]] = value
    return result


def fill_polygon(pixels: BoolArray, points: Sequence[tuple[float, float]], value: bool) -> BoolArray:
    """Return a copy with the inside of a closed polygon filled.

    A pixel is inside where its centre is (non-zero winding: a loop that crosses itself has no holes).

    Args:
        pixels: bool (H, W).
        points: corners as (x, y) in image pixels; they may lie outside the image.
        value: True to paint, False to erase.

    Returns:
        bool (H, W), a new array.
    """
    result = np.array(pixels, np.bool_, order="C")
    corners = np.asarray(points, np.float64).reshape(-1, 2)
    if len(corners) < 3:
        return result
    row, x, turn = _crossings(corners, np.roll(corners, -1, axis=0), result.shape[0])
    order = np.lexsort((x, row))
    row, x, winding = row[order], x[order], np.cumsum(turn[order])
    # From one crossing to the next the winding is the same; it is zero again at the end of each row.
    within = winding[:-1] != 0
    _fill_spans(result, row[:-1][within], x[:-1][within], x[1:][within], value)
    return result


def stroke_box(
    points: Sequence[tuple[float, float]], radius: float, size_hw: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Return x, y, width, height of what a stroke may paint on, within the image; no width where that is nothing."""
    return _box(points, radius + 1, size_hw)


def polygon_box(points: Sequence[tuple[float, float]], size_hw: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return x, y, width, height of what filling a polygon may change, within the image; no width for nothing."""
    return _box(points, 1, size_hw)


def _box(points: Sequence[tuple[float, float]], margin: float, size_hw: tuple[int, int]) -> tuple[int, int, int, int]:
    if not points:
        return (0, 0, 0, 0)
    path = np.asarray(points, np.float64).reshape(-1, 2)
    (left, top), (right, bottom) = path.min(axis=0).tolist(), path.max(axis=0).tolist()
    height, width = size_hw
    x0, y0 = max(math.floor(left - margin), 0), max(math.floor(top - margin), 0)
    x1, y1 = min(math.ceil(right + margin), width), min(math.ceil(bottom + margin), height)
    return (x0, y0, x1 - x0, y1 - y0) if x0 < x1 and y0 < y1 else (0, 0, 0, 0)


def shifted(points: Sequence[tuple[float, float]], x: float, y: float) -> list[tuple[float, float]]:
    """Return places as they are counted from (x, y)."""
    return [(px - x, py - y) for px, py in points]


def _capsule_spans(starts: FloatArray, ends: FloatArray, radius: float) -> tuple[IntArray, FloatArray, FloatArray]:
    """Cut the capsules around segments into rows: return (row, left x, right x) of each; right < left is none."""
    first = np.floor(np.minimum(starts[:, 1], ends[:, 1]) - radius).astype(np.int64)
    last = np.ceil(np.maximum(starts[:, 1], ends[:, 1]) + radius).astype(np.int64)
    lengths = last - first + 1
    segment = np.repeat(np.arange(len(starts)), lengths)
    row = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths - first, lengths)
    y = row + 0.5
    left, right = np.full(row.size, np.inf), np.full(row.size, -np.inf)
    for centre in (starts[segment], ends[segment]):
        reach = radius**2 - (y - centre[:, 1]) ** 2
        half = np.sqrt(np.maximum(reach, 0))
        left = np.where(reach >= 0, np.minimum(left, centre[:, 0] - half), left)
        right = np.where(reach >= 0, np.maximum(right, centre[:, 0] + half), right)
    # The body between the two discs: 0 <= along <= length^2 and |across| <= radius * length, all linear in x.
    ax, ay = starts[segment].T
    dx, dy = (ends - starts)[segment].T
    length = np.hypot(dx, dy)
    along_low, along_high = _linear_range(dx, (y - ay) * dy - ax * dx, np.zeros_like(length), length**2)
    across_low, across_high = _linear_range(dy, -(y - ay) * dx - ax * dy, -radius * length, radius * length)
    low, high = np.maximum(along_low, across_low), np.minimum(along_high, across_high)
    body = (low <= high) & (length > 0)
    left = np.where(body, np.minimum(left, low), left)
    right = np.where(body, np.maximum(right, high), right)
    return row, left, right


def _linear_range(
    slope: FloatArray, offset: FloatArray, low: FloatArray, high: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the range of x in which low <= slope * x + offset <= high."""
    flat = slope == 0
    safe = np.where(flat, 1.0, slope)
    a, b = (low - offset) / safe, (high - offset) / safe
    holds = (low <= offset) & (offset <= high)
    return (
        np.where(flat, np.where(holds, -np.inf, np.inf), np.minimum(a, b)),
        np.where(flat, np.where(holds, np.inf, -np.inf), np.maximum(a, b)),
    )


def _fill_spans(pixels: BoolArray, row: IntArray, left: FloatArray, right: FloatArray, value: bool) -> None:
    """Set the pixels of a contiguous array whose centres lie in any of the spans."""
    height, width = pixels.shape
    kept = (row >= 0) & (row < height) & (left <= right)
    row, left, right = row[kept], left[kept], right[kept]
    start = np.clip(np.ceil(left - 0.5), 0, width).astype(np.int64)
    stop = np.clip(np.floor(right - 0.5) + 1, 0, width).astype(np.int64)
    kept = start < stop
    start, stop = (row * width + start)[kept], (row * width + stop)[kept]
    if start.size == 0:
        return
    order = np.argsort(start)
    start, reach = start[order], np.maximum.accumulate(stop[order])
    first = np.flatnonzero(np.concatenate(([True], start[1:] > reach[:-1])))  # spans that overlap become one
    flat = pixels.reshape(-1)
    for a, b in zip(start[first].tolist(), reach[np.append(first[1:], start.size) - 1].tolist(), strict=True):
        flat[a:b] = value


def _cells_along(starts: FloatArray, ends: FloatArray) -> tuple[IntArray, IntArray]:
    """Return x and y of the pixels that segments run through, sampled finely enough to leave no gap."""
    steps = np.ceil(np.abs(ends - starts).max(axis=1) * 2).astype(np.int64) + 1
    segment = np.repeat(np.arange(len(starts)), steps)
    step = np.arange(steps.sum()) - np.repeat(np.cumsum(steps) - steps, steps)
    t = step / np.maximum(steps - 1, 1)[segment]
    cells = np.floor(starts[segment] + (ends - starts)[segment] * t[:, None]).astype(np.int64)
    last = np.floor(ends).astype(np.int64)
    return np.concatenate((cells[:, 0], last[:, 0])), np.concatenate((cells[:, 1], last[:, 1]))


def _crossings(starts: FloatArray, ends: FloatArray, height: int) -> tuple[IntArray, FloatArray, IntArray]:
    """Return where edges cross the centre lines of rows: row, x, and 1 downwards or -1 upwards."""
    low, high = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
    first = np.clip(np.ceil(low - 0.5), 0, height).astype(np.int64)
    stop = np.clip(np.ceil(high - 0.5), 0, height).astype(np.int64)
    lengths = np.maximum(stop - first, 0)
    edge = np.repeat(np.arange(len(starts)), lengths)
    row = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths - first, lengths)
    (ax, ay), (bx, by) = starts[edge].T, ends[edge].T
    x = ax + (row + 0.5 - ay) * (bx - ax) / (by - ay)
    return row, x, np.where(by > ay, 1, -1)
