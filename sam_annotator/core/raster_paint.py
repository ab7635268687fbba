"""Painting with a round brush and filling polygons: exactly the pixels whose centres are within.

Arrays in, arrays out; numpy and core only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray

FloatArray: TypeAlias = "npt.NDArray[np.float64]"
IntArray: TypeAlias = "npt.NDArray[np.int64]"
Points: TypeAlias = Sequence[tuple[float, float]]

_MOST_SPANS = 100_000  # that are worked on at once


def paint_stroke(pixels: BoolArray, points: Points, radius: float, value: bool) -> BoolArray:
    """Return a copy with a round brush drawn along a path; see `stroke_changes`.

    Args:
        pixels: bool (H, W).
        points: the path as (x, y) in image pixels; it may leave the image.
        radius: in image pixels; 0.5 paints single pixels.
        value: True to paint, False to erase.

    Returns:
        bool (H, W), a new array.
    """
    height, width = pixels.shape
    return _filled(pixels, stroke_changes(points, radius, (height, width)), value)


def fill_polygon(pixels: BoolArray, points: Points, value: bool) -> BoolArray:
    """Return a copy with the inside of a closed polygon filled; see `polygon_changes`.

    Args:
        pixels: bool (H, W).
        points: corners as (x, y) in image pixels; they may lie outside the image.
        value: True to paint, False to erase.

    Returns:
        bool (H, W), a new array.
    """
    height, width = pixels.shape
    return _filled(pixels, polygon_changes(points, (height, width)), value)


def stroke_changes(points: Points, radius: float, size_hw: tuple[int, int]) -> IntArray:
    """Return the pixels that a round brush paints along a path, as the places where they begin and end.

    A pixel is painted where its centre is at most `radius` from the path. The pixels the path itself runs through
    are painted too, so that the thinnest brush leaves a line without gaps.

    Args:
        points: the path as (x, y) in image pixels; it may leave the image.
        radius: in image pixels; 0.5 paints single pixels.
        size_hw: of the image.

    Returns:
        int64, rising: first place inside, first place outside, ..., counted column by column.
    """
    path = np.asarray(points, np.float64).reshape(-1, 2)
    if path.size == 0:
        return np.zeros(0, np.int64)
    starts, ends = (path[:-1], path[1:]) if len(path) > 1 else (path, path)
    pieces: list[IntArray] = []
    widths = np.cumsum(np.abs(ends[:, 0] - starts[:, 0]) + 2 * radius + 3)
    borders = np.searchsorted(widths, np.arange(_MOST_SPANS, widths[-1], _MOST_SPANS)).tolist()
    for first, last in pairwise([0, *borders, len(starts)]):
        if first < last:  # a long stroke with a large brush in pieces, or it would take a gigabyte
            pieces.append(_joined(*_capsule_spans(starts[first:last, ::-1], ends[first:last, ::-1], radius), size_hw))
    if radius < 1.5:
        columns, rows = _cells_along(starts, ends)
        tops = rows.astype(np.float64)
        pieces.append(_joined(columns, tops, tops + 1.0, size_hw))
    if len(pieces) == 1:
        return pieces[0]
    together = np.concatenate(pieces)
    return _merged(together[0::2], together[1::2])


def polygon_changes(points: Points, size_hw: tuple[int, int]) -> IntArray:
    """Return the pixels inside a closed polygon, as the places where they begin and end; see `stroke_changes`.

    A pixel is inside where its centre is (non-zero winding: a loop that crosses itself has no holes).

    Args:
        points: corners as (x, y) in image pixels; they may lie outside the image.
        size_hw: of the image.
    """
    corners = np.asarray(points, np.float64).reshape(-1, 2)[:, ::-1]
    if len(corners) < 3:
        return np.zeros(0, np.int64)
    column, y, turn, _ = crossings(corners, np.roll(corners, -1, axis=0), size_hw[1])
    order = np.lexsort((y, column))
    column, y, winding = column[order], y[order], np.cumsum(turn[order])
    # From one crossing to the next the winding is the same; it is zero again at the end of each column.
    within = winding[:-1] != 0
    return _joined(column[:-1][within], y[:-1][within], y[1:][within], size_hw)


def _filled(pixels: BoolArray, changes: IntArray, value: bool) -> BoolArray:
    columns = np.array(pixels.T, np.bool_, order="C")
    flat = columns.reshape(-1)
    for start, stop in zip(changes[0::2].tolist(), changes[1::2].tolist(), strict=True):
        flat[start:stop] = value
    return np.ascontiguousarray(columns.T)


def _joined(column: IntArray, top: FloatArray, bottom: FloatArray, size_hw: tuple[int, int]) -> IntArray:
    """Return the pixels whose centres lie in any of the spans of columns, as the places where they begin and end."""
    kept = (column >= 0) & (column < size_hw[1]) & (top <= bottom)
    start, stop = pixel_range(column[kept], top[kept], bottom[kept], size_hw)
    kept = start < stop
    return _merged(start[kept], stop[kept])


def pixel_range(
    column: IntArray, top: FloatArray, bottom: FloatArray, size_hw: tuple[int, int]
) -> tuple[IntArray, IntArray]:
    """Return where the pixels of columns whose centres lie between two heights begin and end, counted in columns."""
    height = size_hw[0]
    start = np.clip(np.ceil(top - 0.5), 0, height).astype(np.int64)
    stop = np.clip(np.floor(bottom - 0.5) + 1, 0, height).astype(np.int64)
    return column * height + start, column * height + np.maximum(start, stop)


def _merged(start: IntArray, stop: IntArray) -> IntArray:
    """Make one of spans that overlap or touch: return where each begins and ends, in turn."""
    if start.size == 0:
        return np.zeros(0, np.int64)
    order = np.argsort(start, kind="stable")
    start, reach = start[order], np.maximum.accumulate(stop[order])
    first = np.flatnonzero(np.concatenate(([True], start[1:] > reach[:-1])))
    last = np.append(first[1:], start.size) - 1
    return np.stack((start[first], reach[last]), axis=1).reshape(-1)


def stroke_box(points: Points, radius: float, size_hw: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return x, y, width, height of what a stroke may paint on, within the image; no width where that is nothing."""
    return _box(points, radius + 1, size_hw)


def _box(points: Points, margin: float, size_hw: tuple[int, int]) -> tuple[int, int, int, int]:
    if not points:
        return (0, 0, 0, 0)
    path = np.asarray(points, np.float64).reshape(-1, 2)
    (left, top), (right, bottom) = path.min(axis=0).tolist(), path.max(axis=0).tolist()
    height, width = size_hw
    x0, y0 = max(math.floor(left - margin), 0), max(math.floor(top - margin), 0)
    x1, y1 = min(math.ceil(right + margin), width), min(math.ceil(bottom + margin), height)
    return (x0, y0, x1 - x0, y1 - y0) if x0 < x1 and y0 < y1 else (0, 0, 0, 0)


def shifted(points: Points, x: float, y: float) -> list[tuple[float, float]]:
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


def _cells_along(starts: FloatArray, ends: FloatArray) -> tuple[IntArray, IntArray]:
    """Return x and y of the pixels that segments run through, sampled finely enough to leave no gap."""
    steps = np.ceil(np.abs(ends - starts).max(axis=1) * 2).astype(np.int64) + 1
    segment = np.repeat(np.arange(len(starts)), steps)
    step = np.arange(steps.sum()) - np.repeat(np.cumsum(steps) - steps, steps)
    t = step / np.maximum(steps - 1, 1)[segment]
    cells = np.floor(starts[segment] + (ends - starts)[segment] * t[:, None]).astype(np.int64)
    last = np.floor(ends).astype(np.int64)
    return np.concatenate((cells[:, 0], last[:, 0])), np.concatenate((cells[:, 1], last[:, 1]))


def crossings(starts: FloatArray, ends: FloatArray, height: int) -> tuple[IntArray, FloatArray, IntArray, IntArray]:
    """Return where edges cross the centre lines of rows: row, x, 1 downwards or -1 upwards, and which edge."""
    low, high = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
    first = np.clip(np.ceil(low - 0.5), 0, height).astype(np.int64)
    stop = np.clip(np.ceil(high - 0.5), 0, height).astype(np.int64)
    lengths = np.maximum(stop - first, 0)
    edge = np.repeat(np.arange(len(starts)), lengths)
    row = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths - first, lengths)
    (ax, ay), (bx, by) = starts[edge].T, ends[edge].T
    x = ax + (row + 0.5 - ay) * (bx - ax) / (by - ay)
    return row, x, np.where(by > ay, 1, -1), edge
