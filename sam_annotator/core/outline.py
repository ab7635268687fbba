"""The outline of a mask as rings of vertices that can be edited, and the pixels that rings enclose.

Imports core only. A ring keeps the exact border of its part or hole beside its vertices: who doesn't touch it gets its
pixels back. Everything is worked out in runs, so that it doesn't depend on the size of the image.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import IntArray, Mask
from sam_annotator.core.mask_region import changes, from_changes
from sam_annotator.core.raster import FloatArray, Loop, signed_area, simplified
from sam_annotator.core.raster_paint import crossings, pixel_range
from sam_annotator.core.raster_trace import outlines_of

MIN_VERTICES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Ring:
    """The border of one part of a mask, or of one hole.

    Attributes:
        exact: corners along the pixel edges, int32 (N, 2) as (x, y), as `raster.outlines` has them.
        is_hole: whether what it encloses is outside of the mask.
        vertices: float64 (M, 2), M >= 3.
        is_touched: whether the vertices were edited.
    """

    exact: Loop
    is_hole: bool
    vertices: FloatArray
    is_touched: bool = False

    def moved(self, index: int, x: float, y: float) -> Ring:
        """Return the ring with one vertex elsewhere."""
        vertices = self.vertices.copy()
        vertices[index] = (x, y)
        return replace(self, vertices=vertices, is_touched=True)

    def with_vertex(self, index: int, x: float, y: float) -> Ring:
        """Return the ring with one vertex more, before the one at an index."""
        return replace(self, vertices=np.insert(self.vertices, index, (x, y), axis=0), is_touched=True)

    def without_vertex(self, index: int) -> Ring:
        """Return the ring with one vertex less; the ring itself where it would be no area then."""
        if len(self.vertices) <= MIN_VERTICES:
            return self
        return replace(self, vertices=np.delete(self.vertices, index, axis=0), is_touched=True)


def rings_of(mask: Mask, tolerance: float) -> tuple[Ring, ...]:
    """Return the outline of a mask, each ring simplified so that it is at most `tolerance` pixels beside its border."""
    if mask.is_empty:
        return ()
    return tuple(Ring(loop, signed_area(loop) < 0, _vertices(loop, tolerance)) for loop in outlines_of(mask))


def at_tolerance(rings: Iterable[Ring], tolerance: float) -> tuple[Ring, ...]:
    """Return rings simplified at another tolerance; those that were touched keep their vertices."""
    return tuple(r if r.is_touched else replace(r, vertices=_vertices(r.exact, tolerance)) for r in rings)


def _vertices(loop: Loop, tolerance: float) -> FloatArray:
    """Simplify a loop, with at least three vertices left: a small part is simplified less."""
    while tolerance >= 0.25:
        vertices = simplified(loop.astype(np.float64), tolerance)
        if len(vertices) >= MIN_VERTICES and signed_area(vertices.astype(np.int32)) != 0:  # they are corners of it
            return vertices
        tolerance /= 2
    return loop.astype(np.float64)


def redrawn(rings: Sequence[Ring], size_hw: tuple[int, int]) -> Mask:
    """Return the mask that rings enclose: those touched by their vertices, all others exactly."""
    places = _enclosed([r.vertices if r.is_touched else r.exact for r in rings], [r.is_hole for r in rings], size_hw)
    return from_changes(size_hw, places)


def fit(rings: Sequence[Ring], mask: Mask) -> float:
    """Return the IoU with a mask of what the vertices of its rings enclose."""
    places = _enclosed([r.vertices for r in rings], [r.is_hole for r in rings], mask.size_hw)
    own = changes(mask)
    inside = int(np.sum(_inside_before(own, places[1::2]) - _inside_before(own, places[0::2])))
    union = mask.area + int(np.sum(places[1::2] - places[0::2])) - inside
    return inside / union if union else 1.0


def _inside_before(places: IntArray, at: IntArray) -> IntArray:
    """Return how many pixels of a mask, given as it changes, lie before each place."""
    starts, lengths = places[0::2], places[1::2] - places[0::2]
    if not starts.size:
        return np.zeros(at.shape, np.int64)
    run = np.searchsorted(starts, at, side="right") - 1
    before = np.cumsum(lengths) - lengths
    here = np.minimum(at - starts[np.maximum(run, 0)], lengths[np.maximum(run, 0)])
    return np.asarray(np.where(run >= 0, before[np.maximum(run, 0)] + here, 0), np.int64)


def _enclosed(loops: Sequence[npt.NDArray[np.number]], holes: Sequence[bool], size_hw: tuple[int, int]) -> IntArray:
    """Return the pixels whose centres lie within more rings of parts than of holes, as places where they change.

    Each ring is filled by itself, non-zero winding: one that crosses itself has no holes.
    """
    if not loops:
        return np.zeros(0, np.int64)
    lengths = [len(loop) for loop in loops]
    starts = np.concatenate([np.asarray(loop, np.float64) for loop in loops])[:, ::-1]
    ends = np.concatenate([np.roll(np.asarray(loop, np.float64), -1, axis=0) for loop in loops])[:, ::-1]
    ring_of_edge = np.repeat(np.arange(len(loops)), lengths)
    column, y, turn, edge = crossings(starts, ends, size_hw[1])
    ring = ring_of_edge[edge]
    order = np.lexsort((y, column, ring))
    column, y, ring, winding = column[order], y[order], ring[order], np.cumsum(turn[order])
    within = np.flatnonzero(winding[:-1] != 0)
    first, last = pixel_range(column[within], y[within], y[within + 1], size_hw)
    sign = np.where(np.array(holes)[ring[within]], -1, 1)
    at = np.concatenate((first, last))
    step = np.concatenate((sign, -sign))
    order = np.argsort(at, kind="stable")
    at, depth = at[order], np.cumsum(step[order])
    is_last = np.append(at[1:] != at[:-1], True)  # of the steps at one place only their sum counts
    at, inside = at[is_last], depth[is_last] > 0
    return np.asarray(at[np.flatnonzero(np.diff(inside, prepend=False))], np.int64)
