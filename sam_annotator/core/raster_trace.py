"""The outlines of a mask, found in its runs: what it costs depends on them, not on the size of the image.

Arrays out; numpy and core only.
"""

from __future__ import annotations

from sam_annotator.core.late import np
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_region import changes
from sam_annotator.core.raster import Loop, loops_through


def outlines_of(mask: Mask) -> list[Loop]:
    """Trace the pixel edges around every part and every hole, as `raster.outlines` does, in places of the image."""
    height = mask.size_hw[0]
    places = changes(mask)
    # The runs of each column; one that goes on in the next column is a run in both.
    starts, stops = places[0::2], places[1::2]
    first, last = starts // height, (stops - 1) // height
    lengths = last - first + 1
    run = np.repeat(np.arange(len(starts)), lengths)
    step = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    columns = first[run] + step
    tops = np.where(step == 0, starts[run] - columns * height, 0)
    bottoms = np.where(step == lengths[run] - 1, stops[run] - columns * height, height)
    # Where a column changes is a corner with its neighbour, unless that changes there in the same way.
    rows = height + 1
    ends = np.concatenate((columns * rows + tops, columns * rows + bottoms))
    is_bottom = np.repeat((False, True), len(columns))
    at = np.concatenate((ends + rows, ends))  # as the column left of a corner, and as the one right of it
    order = np.argsort(at, kind="stable")  # the left one first
    at, is_bottom = at[order], np.concatenate((is_bottom, is_bottom))[order]
    is_pair = np.zeros(at.size + 1, np.bool_)
    is_pair[1:-1] = at[1:] == at[:-1]  # the second of two
    begins_pair = is_pair[1:]
    same = np.zeros(at.size, np.bool_)
    same[:-1] = begins_pair[:-1] & (is_bottom[:-1] == is_bottom[1:])
    kept = ~is_pair[:-1] & ~same
    xs, ys = np.divmod(at[kept], rows)
    loops = loops_through(xs, ys, begins_pair[kept], is_bottom[kept])
    if not loops:
        return []
    heads = np.array([loop[:2] for loop in loops], np.int64)  # the first edge of each, which is horizontal
    y, x0, x1 = heads[:, 0, 1], heads[:, 0, 0], heads[:, 1, 0]
    pixel = np.minimum(x0, x1) * height + np.minimum(y, height - 1)
    is_below_inside = (y < height) & (np.searchsorted(places, pixel, side="right") % 2 == 1)
    turns = (is_below_inside != (x1 > x0)).tolist()
    return [np.ascontiguousarray(loop[::-1]) if turn else loop for loop, turn in zip(loops, turns, strict=True)]
