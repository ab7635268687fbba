"""Area and box of many masks at once, read from their compressed counts. Numpy only; imports nothing of the program.

A mask by itself takes some thirty calls of numpy, which cost more than the work they do; a batch takes as many.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from sam_annotator.core.late import np, npt

BoolArray: TypeAlias = "npt.NDArray[np.bool_]"
IntArray: TypeAlias = "npt.NDArray[np.int64]"
RunArray: TypeAlias = "npt.NDArray[np.int32]"

_CHUNK_BITS = 5  # of COCO's compressed counts, see cocoapi/common/maskApi.c, rleToString
# Numbers of up to 30 bits. A run and its successor of the same colour then differ by less than 2^29, so that a sum in
# 32 bits can't come round to a good value without passing one that is told to be bad.
_MAX_CHUNKS = 6
_MAX_PIXELS = 1 << 29
_MOST_CHARACTERS = 1 << 15  # that are taken at once: what is made of more does not stay in the processor's cache


class MaskFacts(NamedTuple):
    """What is known of each mask of a batch.

    Attributes:
        is_sound: whether `Mask.check` has nothing against it and it has pixels. False may also mean that it is too
            large for a batch: look at it alone.
        area: as `Mask.area`, where it is sound.
        bbox_xywh: as `Mask.bbox_xywh`, where it is sound.
    """

    is_sound: list[bool]
    area: list[int]
    bbox_xywh: list[list[int]]


class _Runs(NamedTuple):
    """The runs of all masks of a batch, one after another.

    Attributes:
        length: int32 (N,), of each run in pixels.
        first: int64 (M,), index of the first run of each mask.
        number: int64 (M,), of runs of each mask, at least 1.
    """

    length: RunArray
    first: IntArray
    number: IntArray


def measure_masks(sizes_hw: Sequence[tuple[int, int]], counts: Sequence[str]) -> MaskFacts:
    """Measure masks.

    Args:
        sizes_hw: height and width of each.
        counts: COCO's compressed counts of each; they may be damaged.
    """
    if not counts:
        return MaskFacts([], [], [])
    if len(counts) > 1 and sum(map(len, counts)) > _MOST_CHARACTERS:
        half = len(counts) // 2
        first, second = measure_masks(sizes_hw[:half], counts[:half]), measure_masks(sizes_hw[half:], counts[half:])
        return MaskFacts(first.is_sound + second.is_sound, first.area + second.area, first.bbox_xywh + second.bbox_xywh)
    can_be_read = [
        text.isascii() and text != "" and height > 0 and 0 < width <= _MAX_PIXELS // height
        for text, (height, width) in zip(counts, sizes_hw, strict=True)
    ]
    is_sound = np.array(can_be_read)
    if not all(can_be_read):
        sizes_hw = [size if fine else (1, 1) for size, fine in zip(sizes_hw, can_be_read, strict=True)]
        counts = [text if fine else "1" for text, fine in zip(counts, can_be_read, strict=True)]
    sizes = np.array(sizes_hw, np.int64)
    runs = _decoded(counts, is_sound)
    total = sizes[:, 0] * sizes[:, 1]
    is_unfit = runs.length < 1
    is_unfit[runs.first] = runs.length[runs.first] < 0  # only the background may begin with nothing
    is_unfit |= runs.length > np.repeat(total.astype(np.int32), runs.number)
    _take_away(is_sound, runs, np.flatnonzero(is_unfit))
    is_sound &= np.add.reduceat(runs.length, runs.first, dtype=np.int64) == total
    is_sound &= runs.number > 1  # else there is background only
    area, bbox = _area_and_box(runs, sizes[:, 0].astype(np.int32))
    return MaskFacts(is_sound.tolist(), area.tolist(), bbox.tolist())


def _take_away(is_sound: BoolArray, runs: _Runs, bad: IntArray) -> None:
    """Say of the masks that have the bad runs that they are not sound."""
    if bad.size:
        is_sound[np.searchsorted(runs.first, bad, side="right") - 1] = False


def _decoded(counts: Sequence[str], is_sound: BoolArray) -> _Runs:
    """Decode counts (maskApi.c, rleFrString); where they are not as this program writes them, that is told."""
    chunk = np.frombuffer("".join(counts).encode("ascii"), np.uint8) - np.uint8(48)
    last = np.cumsum([len(text) for text in counts]) - 1  # character of each mask
    is_end = chunk < 32
    is_sound &= is_end[last]
    is_end[last] = True
    ends = np.flatnonzero(is_end)
    after = np.searchsorted(ends, last) + 1
    first = np.concatenate(([0], after[:-1]))
    lengths = np.diff(ends, prepend=-1)

    top = chunk[ends] & 31
    value = ((top << 3).view(np.int8) >> 3).astype(np.int32)  # five bits with a sign
    runs = _Runs(value, first, after - first)
    longer = np.flatnonzero(lengths > 1)
    below = chunk[ends[longer] - 1] & 16
    # The uppermost chunk must say more than the sign of the one below it.
    _take_away(is_sound, runs, longer[top[longer] == np.where(below, 31, 0)])
    for place in range(1, _MAX_CHUNKS):
        value[longer] = value[longer] << _CHUNK_BITS | (chunk[ends[longer] - place] & 31)
        longer = longer[lengths[longer] > place + 1]
    _take_away(is_sound, runs, longer)
    if chunk.max() > 63:
        _take_away(is_sound, runs, np.searchsorted(ends, np.flatnonzero(chunk > 63)))
    _undo_differences(runs)
    return runs


def _undo_differences(runs: _Runs) -> None:
    """Make lengths of what is written, in place: the difference to the run two before, but for a mask's first three."""
    value, first, number = runs
    head = value[first]
    sums = np.empty_like(value)
    for parity in (0, 1):  # every other value of the whole batch is summed; what is before a mask is subtracted again
        sums[parity::2] = np.cumsum(value[parity::2], dtype=np.int32)
    same, other = sums[first], np.where(first > 0, sums[first - 1], 0)
    for parity in (0, 1):
        begins_so = first % 2 == parity
        before = np.where(begins_so, same, other)
        value[parity::2] = sums[parity::2] - np.repeat(before, (number + begins_so) // 2)
    value[first] = head


def _area_and_box(runs: _Runs, height: RunArray) -> tuple[RunArray, RunArray]:
    """Return area, int32 (M,), and x, y, width, height, int32 (M, 4), of each mask; zero where it has no pixel."""
    area = np.zeros(runs.number.size, np.int32)
    bbox = np.zeros((runs.number.size, 4), np.int32)
    filled = np.flatnonzero(runs.number > 1)
    if filled.size == 0:
        return area, bbox
    stops = np.cumsum(runs.length, dtype=np.int32)
    before = np.where(runs.first > 0, stops[runs.first - 1], 0)
    place = np.arange(runs.length.size) - np.repeat(runs.first, runs.number)
    inside = np.flatnonzero(place & 1)
    number = (runs.number // 2)[filled]
    first = np.cumsum(number) - number
    rows = np.repeat(height[filled], number)
    length = runs.length[inside]
    stop = stops[inside] - np.repeat(before[filled], number) - 1  # the last pixel
    start = stop - length + 1
    left, right = start // rows, stop // rows
    # A run that goes on in the next column touches the border below and above.
    is_long = left != right
    top = np.where(is_long, 0, start - left * rows)
    bottom = np.where(is_long, rows - 1, stop - right * rows)
    area[filled] = np.add.reduceat(length, first, dtype=np.int32)
    bbox[filled, 0] = left[first]
    bbox[filled, 1] = np.minimum.reduceat(top, first)
    bbox[filled, 2] = right[first + number - 1] - left[first] + 1
    bbox[filled, 3] = np.maximum.reduceat(bottom, first) - bbox[filled, 1] + 1
    return area, bbox
