"""ComparisonTable: what a comparison found on all images, in columns; kept in step one image at a time. Imports core.

Some 60 bytes a difference and a line of sums, so that 100,000 images with a million annotations fit in memory.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

import numpy as np
import numpy.typing as npt

from sam_annotator.core.agreement import Sums
from sam_annotator.core.comparison import Difference, ImageAgreement, Place

_KINDS = tuple(Difference)
_FLUSH = 4096  # rows that are collected before they become columns
_FEW = 100  # rows of an image that find their places one by one

_PLACES = np.dtype(
    [
        ("image_id", np.int64),
        ("kind", np.int8),
        ("ours", np.int64),
        ("theirs", np.int32),
        ("iou", np.float64),
        ("weight", np.float64),
        ("area", np.int64),
        ("our_category", np.int64),
        ("their_category", np.int64),
    ]
)
_SUMS = np.dtype(
    [
        ("image_id", np.int64),
        ("category_id", np.int64),
        ("pairs", np.int64),
        ("only_left", np.int64),
        ("only_right", np.int64),
        ("other_category", np.int64),
        ("iou_sum", np.float64),
    ]
)
_COUNTED = ("pairs", "only_left", "only_right", "other_category", "iou_sum")

Records = npt.NDArray[np.void]
Ids = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class ComparisonTable:
    """The differences of all images, the worst first, and the sums of each image and category."""

    def __init__(self, agreements: Iterable[ImageAgreement] = ()) -> None:
        places, sums = _Column(_PLACES), _Column(_SUMS)
        for agreement in agreements:
            places.extend(map(_place_row, agreement.places))
            sums.extend(_sums_rows(agreement))
        self._places = _sorted(places.done())
        found = sums.done()
        self._sums = found[np.argsort(found["image_id"], kind="stable")]

    def copy(self) -> ComparisonTable:
        """Return one that does not change with this."""
        other = ComparisonTable()
        other._places, other._sums = self._places.copy(), self._sums.copy()
        return other

    # Differences

    def __len__(self) -> int:
        return len(self._places)

    def place(self, row: int) -> Place:
        """Return the difference of a row."""
        return _place_of(self._places[row])

    def rows(
        self, *, kind: Difference | None = None, category_id: int | None = None, image_id: int | None = None
    ) -> Ids:
        """Return the rows of one kind, of a category on either side, or on an image, the worst first."""
        chosen = np.ones(len(self._places), np.bool_)
        if kind is not None:
            chosen &= self._places["kind"] == _KINDS.index(kind)
        if category_id is not None:
            ours, theirs = self._places["our_category"], self._places["their_category"]
            chosen &= (ours == category_id) | (theirs == category_id)
        if image_id is not None:
            chosen &= self._places["image_id"] == image_id
        return np.flatnonzero(chosen)

    def are(self, keys: Set[tuple[int, int, int]]) -> Flags:
        """Return which rows have one of these keys: image, our annotation, place of theirs."""
        places = self._places
        flags = np.isin(places["image_id"], np.fromiter({key[0] for key in keys}, np.int64))
        near = np.flatnonzero(flags)
        columns = (places[name][near].tolist() for name in ("image_id", "ours", "theirs"))
        flags[near] = [key in keys for key in zip(*columns, strict=True)]
        return flags

    def find(self, image_id: int, ours: int, theirs: int) -> int | None:
        """Return the row of a difference; None where it is gone."""
        places = self._places
        found = np.flatnonzero(
            (places["image_id"] == image_id) & (places["ours"] == ours) & (places["theirs"] == theirs)
        )
        return int(found[0]) if len(found) else None

    # Sums

    def by_category(self) -> dict[int, Sums]:
        """Return the sums of all images by category id."""
        ids, inverse = np.unique(self._sums["category_id"], return_inverse=True)
        columns = [np.bincount(inverse, self._sums[name], len(ids)).tolist() for name in _COUNTED]
        return {int(i): _sums_of(values) for i, *values in zip(ids.tolist(), *columns, strict=True)}

    def by_image(self) -> tuple[Ids, Mapping[str, npt.NDArray[np.float64]]]:
        """Return image ids, rising, and the sums of each by the names of Sums' fields, float64 (N,)."""
        ids, firsts = np.unique(self._sums["image_id"], return_index=True)
        if not len(ids):
            return ids, {name: np.zeros(0) for name in _COUNTED}
        return ids, {name: np.add.reduceat(self._sums[name].astype(np.float64), firsts) for name in _COUNTED}

    def by_image_and_category(self) -> Iterator[tuple[int, int, Sums]]:
        """Give image id, category id and sums, in the order of the images' ids."""
        for image_id, category_id, *values in self._sums.tolist():
            yield image_id, category_id, _sums_of(values)

    # Changes

    def replace(self, agreement: ImageAgreement) -> None:
        """Take what an image's comparison is now."""
        image_id = agreement.image_id
        kept = self._places[self._places["image_id"] != image_id]
        new = _sorted(np.array([_place_row(p) for p in agreement.places], _PLACES))
        if len(new) > _FEW:
            self._places = _sorted(np.concatenate((new, kept)))
        else:  # each by itself: sorting all of a large project takes a second
            ranks = [_place_of(row).rank for row in new]
            at = [bisect_left(range(len(kept)), rank, key=lambda i: _place_of(kept[i]).rank) for rank in ranks]
            self._places = np.insert(kept, at, new) if at else kept
        start, stop = (int(np.searchsorted(self._sums["image_id"], image_id, side)) for side in ("left", "right"))
        rows = np.array(list(_sums_rows(agreement)), _SUMS)
        self._sums = np.concatenate((self._sums[:start], rows, self._sums[stop:]))

    def rename(self, category_ids: Mapping[int, int]) -> None:
        """Give categories other ids, which none of them has."""
        for old, new in category_ids.items():
            for column in (self._sums["category_id"], self._places["our_category"], self._places["their_category"]):
                column[column == old] = new


class _Column:
    """Collects rows, a few thousand at a time as tuples."""

    def __init__(self, dtype: np.dtype[np.void]) -> None:
        self._dtype = dtype
        self._parts: list[Records] = []
        self._rows: list[tuple[Any, ...]] = []

    def extend(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._rows.extend(rows)
        if len(self._rows) >= _FLUSH:
            self._flush()

    def done(self) -> Records:
        self._flush()
        return np.concatenate(self._parts)

    def _flush(self) -> None:
        self._parts.append(np.array(self._rows, self._dtype))
        self._rows.clear()


def _place_row(place: Place) -> tuple[Any, ...]:
    return (
        place.image_id,
        _KINDS.index(place.kind),
        place.ours,
        place.theirs,
        place.iou,
        place.weight,
        place.area,
        place.our_category,
        place.their_category,
    )


def _place_of(row: np.void) -> Place:
    image_id, kind, *rest = row.tolist()
    return Place(image_id, _KINDS[kind], *rest)


def _sums_rows(agreement: ImageAgreement) -> Iterator[tuple[Any, ...]]:
    for category_id, sums in sorted(agreement.sums.items()):
        yield (agreement.image_id, category_id, *(getattr(sums, name) for name in _COUNTED))


def _sums_of(values: list[float]) -> Sums:
    pairs, only_left, only_right, other_category, iou_sum = values
    return Sums(int(pairs), int(only_left), int(only_right), int(other_category), iou_sum)


def _sorted(places: Records) -> Records:
    """Return places in the order of `Place.rank`."""
    kinds = places["kind"]
    doubt = np.where(
        kinds == _KINDS.index(Difference.MASK),
        places["iou"],
        np.where(kinds == _KINDS.index(Difference.CATEGORY), -1.0, -2.0),
    )
    return places[np.lexsort((-places["area"], -places["weight"], doubt))]
