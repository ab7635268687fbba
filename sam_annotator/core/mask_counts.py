"""How many parts and holes a mask has, counted in its runs. Imports core only.

A run of pixels in a column touches the runs beside it whose rows it shares. Runs that hang together are a part.
Whatever closes a ring of touching runs makes a hole: in a graph these are edges - nodes + parts (Euler's formula).
"""

from __future__ import annotations

from typing import NamedTuple

from sam_annotator.core.late import np
from sam_annotator.core.mask import IntArray, Mask
from sam_annotator.core.raster_facts import hole_areas, part_areas

_MOST_TIES = 10_000  # that are followed one by one; a mask of noise is quicker counted in its pixels


class MaskCounts(NamedTuple):
    """What must be counted in the pixels of a mask; what touches at a corner only is two parts."""

    parts: int
    holes: int


def counts_of(mask: Mask) -> MaskCounts:
    """Return how many parts and holes a mask has.

    Raises:
        MaskError: counts that were taken on trust are damaged.
    """
    found = _counts_of_runs(mask)
    if found is not None:
        return found
    _x, _y, pixels = mask.to_crop()
    return MaskCounts(len(part_areas(pixels)), len(hole_areas(pixels)))


def _counts_of_runs(mask: Mask) -> MaskCounts | None:
    """Return the same of the runs; None where they are not as this program writes them, or are like noise."""
    height, width = mask.size_hw
    lengths = mask.run_lengths()
    if lengths[0] < 0 or (lengths[1:] <= 0).any() or int(lengths.sum()) != height * width:
        return None
    bounds = np.cumsum(lengths)
    tops, bottoms = _by_columns(bounds[:-1:2], bounds[1::2], height)
    count = len(tops)
    # The runs in the column to the left that share rows with each: of these, first up to, but without, end.
    first = np.searchsorted(bottoms, tops - height, side="right")
    end = np.searchsorted(tops, bottoms - height, side="left")
    touching = end - first
    more = np.flatnonzero(touching > 1)
    further = touching[more] - 1
    ties = int(further.sum())
    if ties > _MOST_TIES:
        return None
    roots = np.where(touching > 0, first, np.arange(count))
    while not np.array_equal(roots, followed := roots[roots]):
        roots = followed
    steps = np.arange(ties) - np.repeat(np.cumsum(further) - further, further)
    others = np.repeat(first[more] + 1, further) + steps
    parts = count - int(np.count_nonzero(touching)) - _joined(roots[np.repeat(more, further)], roots[others])
    return MaskCounts(parts, int(touching.sum()) - count + parts)


def _by_columns(tops: IntArray, bottoms: IntArray, height: int) -> tuple[IntArray, IntArray]:
    """Return begin and end of runs, counted column by column, cut where they go on in the next column."""
    left = tops // height
    columns = (bottoms - 1) // height - left + 1
    if not (columns > 1).any():
        return tops, bottoms
    steps = np.arange(int(columns.sum())) - np.repeat(np.cumsum(columns) - columns, columns)
    at = (np.repeat(left, columns) + steps) * height
    return np.maximum(np.repeat(tops, columns), at), np.minimum(np.repeat(bottoms, columns), at + height)


def _joined(ones: IntArray, others: IntArray) -> int:
    """Return how many groups fewer there are when these are put together, pair by pair."""
    above: dict[int, int] = {}
    joined = 0
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        while one in above:
            one = above[one]
        while other in above:
            other = above[other]
        if one != other:
            above[max(one, other)] = min(one, other)
            joined += 1
    return joined
