"""Mask: the pixels of one object, immutable, kept as COCO run-length encoding.

The only importer of pycocotools. Everything that comes from outside is validated here in numpy before the C
library sees it: it crashes or reads uninitialised memory on counts that don't fit and on wild polygons.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import Any, TypeAlias

from sam_annotator.core.errors import MaskError
from sam_annotator.core.late import np, npt
from sam_annotator.core.words import tr

# With every numpy 2; a user who wants warnings as errors would get no mask at all.
warnings.filterwarnings("ignore", "__array__ implementation", DeprecationWarning, r"pycocotools")

BoolArray: TypeAlias = "npt.NDArray[np.bool_]"
IntArray: TypeAlias = "npt.NDArray[np.int64]"

MAX_PIXELS = 1 << 30  # the C library keeps run lengths and areas in 32 bits, and doesn't see a failed malloc
_MAX_POLYGON_STEPS = 50_000_000  # it takes this many of 1/5 pixel along an outline; each costs some 20 bytes
_PIXELS_PER_RUN = 32
_PAIRS_AT_ONCE = 2_000_000  # of masks that are compared: some 50 ms
_CHUNK_BITS = 5  # of COCO's compressed counts, see cocoapi/common/maskApi.c, rleToString


@cache
def _coco() -> Any:
    """Return pycocotools' functions on masks; imported here, since the window is there before its first mask."""
    from pycocotools import mask

    return mask


class Mask:
    """The pixels of an object in an image of `size_hw`, bit for bit.

    Equal masks are equal and hash alike: the counts are kept in canonical form.
    """

    __slots__ = ("__dict__", "_counts", "_size_hw")

    def __init__(self, size_hw: tuple[int, int], counts: str) -> None:
        """Take an image size (height, width) and COCO's compressed counts.

        Raises:
            MaskError: the counts are damaged or don't fit the size.
        """
        size = _checked_size(size_hw)
        self._size_hw = size
        self._counts = _compress(_canonical(_decompress(counts), size), size)

    @classmethod
    def _trusted(cls, size_hw: tuple[int, int], counts: str) -> Mask:
        mask = cls.__new__(cls)
        mask._size_hw, mask._counts = size_hw, counts
        return mask

    @classmethod
    def from_array(cls, pixels: npt.NDArray[Any]) -> Mask:
        """Make a mask from an array of shape (H, W); non-zero means inside."""
        if pixels.ndim != 2:
            raise MaskError(tr("A mask has two dimensions, this array has {count}.", count=pixels.ndim))
        size = _checked_size((pixels.shape[0], pixels.shape[1]))
        plane = pixels if pixels.dtype == np.bool_ else pixels != 0
        counts = _run_lengths(plane)
        if counts is not None:
            return cls._trusted(size, _compress(counts, size))
        rle = _coco().encode(np.asfortranarray(plane.view(np.uint8)))
        return cls._trusted(size, rle["counts"].decode("ascii"))

    @classmethod
    def from_crop(cls, size_hw: tuple[int, int], x: int, y: int, pixels: BoolArray) -> Mask:
        """Make a mask from the part of its pixels that lies at (x, y); outside of it nothing is inside.

        Quick for small objects in large images: nothing of the image's size is looked at.

        Args:
            size_hw: of the image.
            x: column of the image that the part's first column is.
            y: likewise, row.
            pixels: bool (h, w), not reaching out of the image.
        """
        size, (h, w) = _checked_size(size_hw), pixels.shape
        if x < 0 or y < 0 or x + w > size[1] or y + h > size[0]:
            raise MaskError(
                tr(
                    "A part of {w} x {h} pixels at ({x}, {y}) does not fit into the mask.",
                    w=w,
                    h=h,
                    x=x,
                    y=y,
                )
            )
        counts = None if h == size[0] else _run_lengths_of_crop(size, x, y, pixels)
        if counts is not None:
            return cls._trusted(size, _compress(counts, size))
        plane = np.zeros(size, np.bool_)
        plane[y : y + h, x : x + w] = pixels
        return cls.from_array(plane)

    @classmethod
    def from_uncompressed(cls, size_hw: tuple[int, int], counts: Sequence[int]) -> Mask:
        """Make a mask from COCO's uncompressed counts (column by column, background first).

        Raises:
            MaskError: a count is no integer >= 0, or they don't sum to height * width.
        """
        size = _checked_size(size_hw)
        if not isinstance(counts, Sequence) or not all(isinstance(c, int) and not isinstance(c, bool) for c in counts):
            raise MaskError(tr("The counts of an RLE must be integers."))
        if any(c < 0 or c > size[0] * size[1] for c in counts):
            raise MaskError(tr("The counts of an RLE must be between 0 and height * width."))
        return cls._trusted(size, _compress(_canonical(np.array(counts, np.int64), size), size))

    @classmethod
    def from_run_lengths(cls, size_hw: tuple[int, int], counts: IntArray) -> Mask:
        """Make a mask from COCO's uncompressed counts as int64; empty runs are joined.

        Raises:
            MaskError: a count is below 0, or they don't sum to height * width.
        """
        size = _checked_size(size_hw)
        return cls._trusted(size, _compress(_canonical(counts, size), size))

    @classmethod
    def from_trusted_rle(cls, size_hw: tuple[int, int], counts: str) -> Mask:
        """Take canonical compressed counts that a Mask gave before; `check` looks at them.

        Raises:
            MaskError: the size is none, or the counts are no ASCII text.
        """
        if not counts.isascii():
            raise MaskError(tr("The counts of a compressed RLE hold a character that can't be there."))
        return cls._trusted(_checked_size(size_hw), counts)

    def check(self) -> None:
        """Look at counts that were taken on trust.

        Raises:
            MaskError: they are damaged or don't fit the size.
        """
        if Mask(self._size_hw, self._counts) != self:
            raise MaskError(tr("The counts of its RLE are not in the form that this program writes."))

    @classmethod
    def from_polygons(cls, polygons: Iterable[Sequence[float]], size_hw: tuple[int, int]) -> Mask:
        """Make a mask from COCO polygons x0, y0, x1, y1, ..., as pycocotools fills them; parts are united.

        Raises:
            MaskError: a polygon has fewer than 6 numbers, an odd number of them, one that is not finite, or one
                far outside the image; or its outline is too long to be filled.
        """
        size = _checked_size(size_hw)
        height, width = size
        margin = max(height, width)
        checked: list[list[float]] = []
        if not isinstance(polygons, Iterable):
            raise MaskError(tr("The polygons of a mask must be a list."))
        for polygon in polygons:
            if isinstance(polygon, (str, bytes, dict)) or not isinstance(polygon, Sequence):
                raise MaskError(tr("A polygon must be a list of numbers."))
            if len(polygon) < 6 or len(polygon) % 2:
                raise MaskError(
                    tr(
                        "A polygon needs an even number of at least 6 numbers, this one has {count}.",
                        count=len(polygon),
                    )
                )
            if not all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in polygon):
                raise MaskError(tr("A polygon must be a list of numbers."))
            if not all(-margin <= v <= 2 * margin for v in polygon):  # false for NaN, too
                raise MaskError(tr("A polygon has a coordinate that is not finite or lies far outside the image."))
            checked.append([float(v) for v in polygon])
        if sum(_upsampled_steps(polygon) for polygon in checked) > _MAX_POLYGON_STEPS:
            raise MaskError(tr("The polygons of a mask have outlines that are too long to be filled."))
        if not checked:
            return cls.from_array(np.zeros(size, np.bool_))
        merged = _coco().merge(_coco().frPyObjects(checked, height, width))
        return cls(size, merged["counts"].decode("ascii"))

    @property
    def size_hw(self) -> tuple[int, int]:
        """Height and width of the image the mask belongs to."""
        return self._size_hw

    @property
    def counts(self) -> str:
        """COCO's compressed counts, in canonical form."""
        return self._counts

    @cached_property
    def area(self) -> int:
        """Number of pixels inside."""
        return int(_coco().area(self._rle))

    @cached_property
    def bbox_xywh(self) -> tuple[int, int, int, int]:
        """The smallest box around the pixels: x, y, width, height; all zero for an empty mask."""
        if self.is_empty:
            return (0, 0, 0, 0)
        x, y, w, h = (int(v) for v in _coco().toBbox(self._rle))
        return (x, y, w, h)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel is inside."""
        return self.area == 0

    @property
    def _rle(self) -> dict[str, Any]:
        return {"size": list(self._size_hw), "counts": self._counts.encode("ascii")}

    def to_array(self) -> BoolArray:
        """Return the pixels, bool of shape (H, W).

        Raises:
            MaskError: counts that were taken on trust are damaged.
        """
        try:
            plane: BoolArray = _coco().decode(self._rle).view(np.bool_)
        except ValueError as e:
            raise MaskError(tr("The counts of a mask are damaged; delete the annotation and make it again.")) from e
        return plane

    def to_crop(self) -> tuple[int, int, BoolArray]:
        """Return (x, y, pixels) of the part within `bbox_xywh`; an empty mask has shape (0, 0)."""
        x, y, w, h = self.bbox_xywh
        if w == 0:
            return (0, 0, np.zeros((0, 0), np.bool_))
        height = self._size_hw[0]
        ends = np.cumsum(_decompress(self._counts), dtype=np.int64)
        pixels = _crop_of_short_runs(ends, height, (x, y, w, h))
        if pixels is not None:
            return (x, y, pixels)
        # Only the columns x .. x+w-1 are expanded: a small object in a large image stays cheap.
        column = np.zeros(w * height + 1, np.int8)
        bounds = np.clip(ends[:-1] - x * height, 0, w * height)
        np.add.at(column, bounds[0::2], 1)
        np.add.at(column, bounds[1::2], -1)
        plane = np.cumsum(column[:-1], dtype=np.int8).view(np.bool_).reshape(w, height).T
        return (x, y, np.ascontiguousarray(plane[y : y + h]))

    def uncompressed_counts(self) -> list[int]:
        """Return COCO's uncompressed counts: run lengths column by column, background first."""
        return [int(c) for c in _decompress(self._counts)]

    def run_lengths(self) -> IntArray:
        """Return COCO's uncompressed counts as a new int64 array."""
        return np.array(_decompress(self._counts), np.int64)

    def to_coco_rle(self) -> dict[str, Any]:
        """Return the COCO dict {"size": [h, w], "counts": str}."""
        return {"size": list(self._size_hw), "counts": self._counts}

    def iou(self, other: Mask) -> float:
        """Return intersection over union with a mask of the same image; 1.0 for two empty masks.

        Raises:
            MaskError: the sizes differ.
        """
        if self._size_hw != other._size_hw:
            raise MaskError(
                tr(
                    "Masks of different sizes can't be compared: {one} and {other}.",
                    one=self._size_hw,
                    other=other._size_hw,
                )
            )
        if self.is_empty and other.is_empty:
            return 1.0
        return float(_coco().iou([self._rle], [other._rle], [0])[0, 0])

    def contains(self, x: float, y: float) -> bool:
        """Whether the pixel at (x, y) is inside; False outside the image."""
        height, width = self._size_hw
        if not (0 <= x < width and 0 <= y < height):
            return False
        ends = np.cumsum(_decompress(self._counts), dtype=np.int64)
        return bool(np.searchsorted(ends, math.floor(x) * height + math.floor(y), side="right") % 2)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mask) and (self._size_hw, self._counts) == (other._size_hw, other._counts)

    def __hash__(self) -> int:
        return hash((self._size_hw, self._counts))

    def __repr__(self) -> str:
        return f"Mask(size_hw={self._size_hw}, area={self.area}, bbox_xywh={self.bbox_xywh})"


def iou_table(masks: Sequence[Mask], others: Sequence[Mask], *, crowd: bool = False) -> npt.NDArray[np.float64]:
    """Return the IoU of each mask with each other one, float64 (N, M); quick where few boxes meet.

    Args:
        masks: of one image.
        others: of the same image.
        crowd: return how much of each mask lies in each other one instead, as a share of its own area.

    Raises:
        MaskError: the sizes differ.
    """
    if not masks or not others:
        return np.zeros((len(masks), len(others)))
    sizes = {mask._size_hw for mask in (*masks, *others)}
    if len(sizes) > 1:
        one, other = sorted(sizes)[:2]
        raise MaskError(tr("Masks of different sizes can't be compared: {one} and {other}.", one=one, other=other))
    # The C library compares the boxes first, and runs only where those meet. No other thread can go on meanwhile.
    rles, their_rles = ([mask._rle for mask in side] for side in (masks, others))
    at_once = max(_PAIRS_AT_ONCE // len(others), 1)
    table = np.empty((len(masks), len(others)))
    for first in range(0, len(rles), at_once):
        part = slice(first, first + at_once)
        table[part] = np.reshape(_coco().iou(rles[part], their_rles, [int(crowd)] * len(others)), (-1, len(others)))
    return table


def _checked_size(size_hw: Sequence[int]) -> tuple[int, int]:
    """Return the size as two plain integers, or raise MaskError."""
    if not isinstance(size_hw, (tuple, list)) or len(size_hw) != 2 or not all(_is_side(v) for v in size_hw):
        raise MaskError(tr("A mask's size must be [height, width], two integers above 0."))
    height, width = int(size_hw[0]), int(size_hw[1])
    if height * width > MAX_PIXELS:
        raise MaskError(
            tr(
                "A mask of {height} x {width} pixels is larger than this program takes.",
                height=height,
                width=width,
            )
        )
    return (height, width)


def _is_side(value: object) -> bool:
    return isinstance(value, (int, np.integer)) and not isinstance(value, bool) and int(value) > 0


def _upsampled_steps(polygon: list[float]) -> float:
    """Return how many points the C library makes of an outline (maskApi.c, rleFrPoly)."""
    corners = np.array(polygon).reshape(-1, 2)
    return float(5 * np.abs(corners - np.roll(corners, 1, axis=0)).max(axis=1).sum()) + len(corners)


def _run_lengths(plane: BoolArray) -> IntArray | None:
    """Return COCO's uncompressed counts of a plane, or None where it has so many runs that sorting them is slow.

    Counts go column by column, arrays lie row by row: turning a plane of 24 megapixels takes ten times as long as
    finding where it changes.
    """
    height, width = plane.shape
    changes = np.flatnonzero(plane[1:] != plane[:-1])
    if changes.size > plane.size // _PIXELS_PER_RUN:
        return None
    rows, columns = np.divmod(changes, width)
    tops = np.flatnonzero(plane[0, 1:] != plane[-1, :-1]) + 1
    ends = np.sort(np.concatenate((columns * height + rows + 1, tops * height)))
    counts = np.diff(np.concatenate(([0], ends, [plane.size])))
    return np.concatenate(([0], counts)) if plane[0, 0] else counts


def _run_lengths_of_crop(size_hw: tuple[int, int], x: int, y: int, pixels: BoolArray) -> IntArray | None:
    """Return COCO's uncompressed counts as `_run_lengths`; the part is less high than the image."""
    height, width = size_hw
    h, w = pixels.shape
    changes = np.flatnonzero(pixels[1:] != pixels[:-1])
    if changes.size > pixels.size // _PIXELS_PER_RUN:
        return None
    rows, columns = np.divmod(changes, max(w, 1))
    # Above and below is background, so that each column's runs begin and end in it.
    begin, end = (np.flatnonzero(pixels[row]) * height for row in (0, -1)) if h else (rows, rows)
    ends = np.sort(np.concatenate((columns * height + rows + 1, begin, end + h))) + (x * height + y)
    total = height * width
    if ends.size and ends[-1] == total:
        return np.diff(np.concatenate(([0], ends)))
    return np.diff(np.concatenate(([0], ends, [total])))


def _crop_of_short_runs(ends: IntArray, height: int, box_xywh: tuple[int, int, int, int]) -> BoolArray | None:
    """Return the pixels in a box, bool (h, w), of runs that end where they say; None where one spans columns.

    Only the box is looked at. Of a mask that is less high than the image no run goes on in the next column.
    """
    x, y, w, h = box_xywh
    starts = ends[:-1:2]
    stops = ends[1::2]
    column, top = np.divmod(starts, height)
    column, top = column - x, top - y
    bottom = top + (stops - starts)
    # Counts that were taken on trust may be damaged, or hold empty runs.
    if (stops <= starts).any() or (starts[1:] <= stops[:-1]).any() or column.min() < 0 or column.max() >= w:
        return None
    if h == height or top.min() < 0 or bottom.max() > h:
        return None
    turns = np.zeros(w * (h + 1), np.int8)
    turns[column * (h + 1) + top] = 1
    turns[column * (h + 1) + bottom] = -1
    plane = np.cumsum(turns, dtype=np.int8).view(np.bool_).reshape(w, h + 1)
    return np.ascontiguousarray(plane[:, :h].T)


def _canonical(counts: IntArray, size_hw: tuple[int, int]) -> IntArray:
    """Check uncompressed counts against a size and join runs that empty runs divide."""
    total = size_hw[0] * size_hw[1]
    # Each count is compared before they are added up: a forged sum can come round to the right one in 64 bits.
    if counts.size == 0 or counts.min() < 0 or counts.max() > total or int(counts.sum()) != total:
        raise MaskError(
            tr(
                "The counts of an RLE must sum to height * width ({height} x {width}).",
                height=size_hw[0],
                width=size_hw[1],
            )
        )
    if not (counts[1:] == 0).any():
        return counts
    values = np.arange(counts.size) % 2
    kept = counts > 0
    values, lengths = values[kept], counts[kept]
    first = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
    runs = np.add.reduceat(lengths, first)
    return np.concatenate(([0], runs)) if values[0] == 1 else runs


def _compress(counts: IntArray, size_hw: tuple[int, int]) -> str:
    rle = _coco().frPyObjects({"size": list(size_hw), "counts": counts.tolist()}, *size_hw)
    text: bytes = rle["counts"]
    return text.decode("ascii")


def _decompress(text: str) -> IntArray:
    """Return uncompressed counts of COCO's compressed string (maskApi.c, rleFrString), checked.

    Raises:
        MaskError: the string has other characters than these, ends inside a number, or holds a wild number.
    """
    if not isinstance(text, str) or not text:
        raise MaskError(tr("The counts of a compressed RLE must be a string that is not empty."))
    try:
        data = np.frombuffer(text.encode("ascii"), np.uint8).astype(np.int64) - 48
    except UnicodeEncodeError as e:
        raise MaskError(tr("The counts of a compressed RLE hold a character that can't be there.")) from e
    if data.min() < 0 or data.max() > 63:
        raise MaskError(tr("The counts of a compressed RLE hold a character that can't be there."))
    ends = np.flatnonzero((data & 0x20) == 0)
    if ends.size == 0 or ends[-1] != data.size - 1:
        raise MaskError(tr("The counts of a compressed RLE end in the middle of a number."))
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts + 1
    if int(lengths.max()) > 8:
        raise MaskError(tr("The counts of a compressed RLE hold a number that is too large."))
    position = np.arange(data.size) - np.repeat(starts, lengths)
    deltas = np.add.reduceat((data & 0x1F) << (_CHUNK_BITS * position), starts)
    deltas = np.where(data[ends] & 0x10, deltas - (1 << (_CHUNK_BITS * lengths)), deltas)
    counts = deltas.astype(np.int64)
    counts[1::2] = np.cumsum(deltas[1::2])  # each number is the difference to the one two before it,
    counts[2::2] = np.cumsum(deltas[2::2])  # but for the first three
    return counts
