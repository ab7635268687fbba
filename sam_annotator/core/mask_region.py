"""A rectangle of a mask's pixels, read and written back through its runs: no array of the image's size is made.

Imports core only. A mask is kept as the places where it changes, column by column; two masks differ where one
changes and the other doesn't, so that writing a rectangle is a symmetric difference of sorted places.
"""

from __future__ import annotations

from sam_annotator.core.errors import MaskError
from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, IntArray, Mask
from sam_annotator.core.words import tr

Rect = tuple[int, int, int, int]  # x, y, width, height


def changes(mask: Mask) -> IntArray:
    """Return where a mask changes, counted column by column: the first place inside, the first outside, and so on.

    Returns:
        int64, strictly rising; an even number of them: what is inside to the end ends at height * width.
    """
    ends = np.cumsum(mask.run_lengths(), dtype=np.int64)
    if len(ends) % 2:  # the last run is outside: it ends nothing
        ends = ends[:-1]
    return ends[1:] if len(ends) > 1 and ends[0] == ends[1] else ends


def from_changes(size_hw: tuple[int, int], places: IntArray) -> Mask:
    """Return the mask that changes at these places; see `changes`. A place given twice changes nothing."""
    height, width = size_hw
    bounds = np.concatenate(([0], _odd_ones(places), [height * width]))
    return Mask.from_run_lengths(size_hw, np.diff(bounds))


def region(mask: Mask, rect: Rect) -> BoolArray:
    """Return the pixels of a rectangle within the image, bool (height, width), a new array."""
    x, y, w, h = _checked(rect, mask.size_hw)
    return _region(changes(mask), mask.size_hw[0], (x, y, w, h))


def _region(places: IntArray, height: int, rect: Rect) -> BoolArray:
    x, y, w, h = rect
    starts, stops = places[0::2], places[1::2]
    first = int(np.searchsorted(stops, x * height, side="right"))
    last = int(np.searchsorted(starts, (x + w) * height, side="left"))
    starts, stops = starts[first:last] - x * height, stops[first:last] - x * height
    # A run that spans columns is a run in each of them.
    left = np.clip(starts // height, 0, w)
    right = np.clip((stops - 1) // height, -1, w - 1)
    lengths = right - left + 1
    run = np.repeat(np.arange(len(starts)), lengths)
    column = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths - left, lengths)
    top = np.clip(starts[run] - column * height - y, 0, h)
    bottom = np.clip(stops[run] - column * height - y, 0, h)
    size = w * (h + 1)
    turn = np.bincount(column * (h + 1) + top, minlength=size) - np.bincount(column * (h + 1) + bottom, minlength=size)
    plane = np.cumsum(turn.astype(np.int8).reshape(w, h + 1), axis=1, dtype=np.int8)
    return np.ascontiguousarray((plane[:, :-1] != 0).T)


def with_region(mask: Mask, x: int, y: int, pixels: BoolArray) -> Mask:
    """Return a mask with these pixels, bool (h, w), at (x, y), and else its own; the mask itself where it has them."""
    h, w = pixels.shape
    rect = _checked((x, y, w, h), mask.size_hw)
    height = mask.size_hw[0]
    places = changes(mask)
    differs = _region(places, height, rect) != pixels
    columns = np.zeros((w, h + 2), np.bool_)
    columns[:, 1:-1] = differs.T
    column, row = np.divmod(np.flatnonzero(columns[:, 1:] != columns[:, :-1]), h + 1)
    if column.size == 0:
        return mask
    new = (column + x) * height + row + y
    # Only what lies between the first and the last of the new places has to be sorted.
    low, high = np.searchsorted(places, (new[0], new[-1] + 1))
    between = np.sort(np.concatenate((places[low:high], new)), kind="stable")
    return from_changes(mask.size_hw, np.concatenate((places[:low], between, places[high:])))


def united(mask: Mask, places: IntArray) -> Mask:
    """Return a mask with more pixels, given as `changes` has them; the mask itself where it has them all."""
    return _put_together(mask, places, erase=False)


def without(mask: Mask, places: IntArray) -> Mask:
    """Return a mask with pixels taken away, given as `changes` has them; the mask itself where it has none of them."""
    return _put_together(mask, places, erase=True)


def _put_together(mask: Mask, places: IntArray, *, erase: bool) -> Mask:
    if places.size == 0:
        return mask
    own = changes(mask)
    # Only what lies between the first and the last of the places has to be sorted; an even number lies before it.
    low, high = np.searchsorted(own, (places[0], places[-1])).tolist()
    low, high = low - low % 2, high + high % 2
    near = own[low:high]
    at = np.concatenate((near, places))
    order = np.argsort(at, kind="stable")
    at = at[order]
    steps = np.ones(at.size, np.int32)
    steps[1 : near.size : 2] = -1
    steps[near.size + 1 :: 2] = -1
    is_own = order < near.size
    of_mask = np.cumsum(np.where(is_own, steps[order], 0))
    of_others = np.cumsum(np.where(is_own, 0, steps[order]))
    inside = (of_mask > 0) & (of_others == 0) if erase else (of_mask > 0) | (of_others > 0)
    turns = _odd_ones(at[np.flatnonzero(np.diff(inside, prepend=False))])
    if np.array_equal(turns, near):
        return mask
    return from_changes(mask.size_hw, np.concatenate((own[:low], turns, own[high:])))


def changed_box(before: Mask, after: Mask) -> Rect:
    """Return the smallest box around the pixels that two masks of one image have not in common; no width for none."""
    if before.size_hw != after.size_hw:
        raise MaskError(tr("Masks of different sizes can't be compared."))
    if before == after:
        return (0, 0, 0, 0)
    height = before.size_hw[0]
    places = _odd_ones(np.sort(np.concatenate((changes(before), changes(after))), kind="stable"))
    starts, last = places[0::2], places[1::2] - 1
    x0, x1 = int(starts[0]) // height, int(last[-1]) // height + 1
    if np.any(starts // height != last // height):  # a run that goes on in the next column has all rows
        return (x0, 0, x1 - x0, height)
    y0, y1 = int((starts % height).min()), int((last % height).max()) + 1
    return (x0, y0, x1 - x0, y1 - y0)


def _odd_ones(places: IntArray) -> IntArray:
    """Return which of the sorted places are there an odd number of times."""
    if len(places) < 2 or not np.any(places[1:] == places[:-1]):
        return places
    first = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1])))
    counts = np.diff(np.append(first, len(places)))
    return np.asarray(places[first[counts % 2 == 1]], np.int64)


def _checked(rect: Rect, size_hw: tuple[int, int]) -> Rect:
    x, y, w, h = rect
    if x < 0 or y < 0 or w < 1 or h < 1 or x + w > size_hw[1] or y + h > size_hw[0]:
        raise MaskError(tr("A part of {w} x {h} pixels at ({x}, {y}) does not fit into the mask.", w=w, h=h, x=x, y=y))
    return rect
