"""The table of all annotations: which rows a search gives, in which order, and the rows themselves. Imports core.

Of a million annotations only columns of numbers are held, those that were sorted by; rows are read where they are
looked at. Everything is read in pieces, between which others may write.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sam_annotator.core.annotation_table import Entry, cells_of
from sam_annotator.core.errors import ProjectDamagedError
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_counts import MaskCounts, counts_of
from sam_annotator.core.progress_tables import Cell
from sam_annotator.core.records import Annotation, Category, Image
from sam_annotator.store.database import Database
from sam_annotator.store.doubts import STABILITY
from sam_annotator.store.rows import ANNOTATION_COLUMNS, annotation_from_row

_PIECE = 10_000  # rows of numbers; some milliseconds
_MASKS = 500  # masks that are counted between two looks around
_MOST_AT_ONCE = 500  # ids in one query

Told = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
Ids = "npt.NDArray[np.int64]"


def _made(path: str) -> str:
    """Return what reads a part of the provenance; NULL where that is damaged."""
    return f"CASE WHEN json_valid(a.provenance) THEN json_extract(a.provenance, '$.{path}') END"


_STEP = "steps[#-1]"
_NUMBERS: Mapping[str, str] = {
    "area": "a.area",
    "score": "a.score",
    "stability": STABILITY,
    "doubt": "d.doubt",
    "clicks": "a.clicks",
    "prompts": "CASE WHEN json_valid(a.provenance) THEN coalesce(json_array_length(a.provenance, "
    f"'$.{_STEP}.prompt.point_labels'), 0) + (json_type(a.provenance, '$.{_STEP}.prompt.box_xyxy') = 'array') END",
    "candidate": f"CASE WHEN {_made(f'{_STEP}.multimask_output')} THEN {_made(f'{_STEP}.candidate')} END",
    "threshold": f"CASE WHEN {_made('engine')} != '' THEN {_made('threshold')} END",
    "seconds": "a.seconds",
    "flags": "a.iscrowd * 16 + a.occluded * 8 + a.truncated * 4 + a.locked * 2 + a.hidden",
}
_TEXTS: Mapping[str, str] = {
    "engine": _made("engine"),
    "checkpoint": _made("checkpoint_sha256"),
    "source": _made("source"),
    "review": "a.review",
}
_OF_MASKS = ("box", "parts", "holes")
SORT_KEYS = ("id", "image", "category", *_NUMBERS, *_TEXTS, *_OF_MASKS)
_SEARCHED = f"a.note || ' ' || a.comment || ' ' || a.review || ' ' || coalesce({_made('source')}, '') || ' ' || " \
            f"coalesce({_made('engine')}, '')"  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableQuery:
    """Which rows, and in which order.

    Attributes:
        text: words that all must be found: in the image's or category's name, note, comment, review, source or
            engine; a number is an id, too.
        category_id: of this category; 0 for all.
        sort: one of SORT_KEYS; what is alike stays in the order of images, and what has no value comes last.
        descending: the largest first.
    """

    text: str = ""
    category_id: int = 0
    sort: str = "image"
    descending: bool = False


@dataclass(eq=False)
class KeptColumns:
    """Columns that were read, for the next question; `forget` after an edit. Used by one job at a time.

    What was counted in masks is kept beyond that, with what tells whether a mask is still the same.
    """

    ids: npt.NDArray[np.int64] | None = None
    columns: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict)
    counted: npt.NDArray[np.int64] | None = None  # (N, 6), by id: id, hash, x, y, parts, holes

    @property
    def known(self) -> npt.NDArray[np.int64]:
        """What was counted, never changed in place: other threads may hold it."""
        return np.zeros((0, 6), np.int64) if self.counted is None else self.counted

    def forget(self) -> None:
        """Read everything again: something was changed."""
        self.ids = None
        self.columns = {}


class AnnotationTable:
    """Reads the table of one project.

    Args:
        database: of the project; used by the thread that made it.
        images: in the order that they are sorted in.
        categories: of the project.
        kept: columns read before, by an earlier table of the project.
    """

    def __init__(
        self,
        database: Database,
        images: Sequence[Image],
        categories: Sequence[Category],
        kept: KeptColumns | None = None,
    ) -> None:
        self._db = database
        self._images = images
        self._categories = categories
        self._kept = kept or KeptColumns()

    # Which rows

    def ids(
        self, query: TableQuery, told: Told | None = None, cancelled: IsCancelled = lambda: False
    ) -> npt.NDArray[np.int64] | None:
        """Return the ids of the rows in their order, int64; None where it was cancelled.

        Args:
            query: which.
            told: told how much is read, and of how much.
            cancelled: asked now and then.
        """
        told = told or (lambda _done, _total: None)
        if not self._read_base(told, cancelled):
            return None
        keys = self._column(query.sort, told, cancelled)
        if keys is None:
            return None
        kept = self._kept
        assert kept.ids is not None
        fitting = np.ones(len(kept.ids), np.bool_)
        if query.category_id:
            fitting &= kept.columns["category_id"] == query.category_id
        for word in query.text.casefold().split():
            found = self._having(word, cancelled)
            if found is None:
                return None
            fitting &= found
        rows = np.flatnonzero(fitting)
        keys, images = keys[rows], kept.columns["image"][rows]
        missing = np.isnan(keys)
        signed = np.where(missing, 0.0, -keys if query.descending else keys)
        if query.sort == "id":
            order = np.argsort(signed, kind="stable")
        else:
            order = np.lexsort((kept.ids[rows], images, signed, missing))
        return np.asarray(kept.ids[rows[order]], np.int64)

    def _read_base(self, told: Told, cancelled: IsCancelled) -> bool:
        kept = self._kept
        if kept.ids is not None:
            return True
        pieces = self._numbers("a.image_id, a.category_id", 2, told, cancelled)
        if pieces is None:
            return False
        ranks = {image.id: rank for rank, image in enumerate(self._images)}
        image_ids, known = np.unique(pieces[:, 1], return_inverse=True)
        placed = np.array([ranks.get(int(i), math.nan) for i in image_ids], np.float64)
        kept.columns = {"category_id": pieces[:, 2], "image": placed[known], "image_id": pieces[:, 1]}
        kept.ids = pieces[:, 0].astype(np.int64)
        return True

    def _column(self, key: str, told: Told, cancelled: IsCancelled) -> npt.NDArray[np.float64] | None:
        """Return the values of a column, in the order of the ids; NaN where there is none."""
        kept = self._kept
        assert kept.ids is not None
        if key in kept.columns:
            return kept.columns[key]
        values: npt.NDArray[np.float64] | None
        if key == "id":
            values = kept.ids.astype(np.float64)
        elif key == "category":
            names = sorted(self._categories, key=lambda c: (c.name.casefold(), c.id))
            values = _looked_up(kept.columns["category_id"], {c.id: rank for rank, c in enumerate(names)})
        elif key in _NUMBERS:
            pieces = self._numbers(_NUMBERS[key], 1, told, cancelled)
            values = None if pieces is None else self._fitted(pieces)
        elif key in _TEXTS:
            values = self._words(_TEXTS[key], told, cancelled)
        else:
            values = self._of_masks(key, told, cancelled)
        if values is None:
            return None
        if key == "seconds":
            values = np.where(values == 0, math.nan, values)
        kept.columns[key] = values
        return values

    def _pieces(
        self, columns: str, size: int, told: Told, cancelled: IsCancelled
    ) -> Iterator[list[tuple[object, ...]]]:
        """Give rows that begin with the id; ends early where it was cancelled."""
        ((total,),) = self._db.rows("SELECT count(*) FROM annotations")
        sql = (
            f"SELECT a.id, {columns} FROM annotations a LEFT JOIN doubts d ON d.annotation_id = a.id "
            f"WHERE a.id > ? ORDER BY a.id LIMIT {size}"
        )
        last = done = 0
        while rows := self._db.rows(sql, (last,)):
            yield rows
            done += len(rows)
            told(done, max(total, done))
            if cancelled() or rows[-1][0] <= last:
                return
            last = rows[-1][0]

    def _numbers(self, columns: str, count: int, told: Told, cancelled: IsCancelled) -> npt.NDArray[np.float64] | None:
        pieces = [np.zeros((0, 1 + count))]
        for rows in self._pieces(columns, _PIECE, told, cancelled):
            try:
                pieces.append(np.array(rows, np.float64))
            except (TypeError, ValueError):  # sqlite's columns hold anything, and a file can be damaged
                pieces.append(np.array([[_number(value) for value in row] for row in rows], np.float64))
        return None if cancelled() else np.concatenate(pieces)

    def _fitted(self, pieces: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return values in the order of the ids; somebody may have added or deleted rows meanwhile."""
        ids = self._kept.ids
        assert ids is not None
        values = np.full(len(ids), math.nan)
        if len(pieces):
            places = np.minimum(np.searchsorted(pieces[:, 0], ids), len(pieces) - 1)
            found = pieces[places, 0] == ids
            values[found] = pieces[places[found], 1]
        return values

    def _words(self, column: str, told: Told, cancelled: IsCancelled) -> npt.NDArray[np.float64] | None:
        """Return the places of texts among all of the column, sorted; NaN where there is none."""
        codes: dict[str, int] = {"": 0}
        pieces = [np.zeros((0, 2))]
        for rows in self._pieces(column, _PIECE, told, cancelled):
            found = [(row[0], codes.setdefault(str(row[1] or ""), len(codes))) for row in rows]
            pieces.append(np.array(found, np.float64))
        if cancelled():
            return None
        ranks = np.full(len(codes), math.nan)
        for rank, text in enumerate(sorted(codes, key=lambda text: (text.casefold(), text))):
            ranks[codes[text]] = rank if text else math.nan
        values = self._fitted(np.concatenate(pieces))
        return np.where(np.isnan(values), math.nan, ranks[np.nan_to_num(values).astype(np.int64)])

    def _having(self, word: str, cancelled: IsCancelled) -> npt.NDArray[np.bool_] | None:
        """Return which rows have a folded word."""
        kept = self._kept
        assert kept.ids is not None
        images = np.array([image.id for image in self._images if word in image.file_name.casefold()], np.float64)
        categories = np.array([c.id for c in self._categories if word in c.name.casefold()], np.float64)
        found = np.isin(kept.columns["image_id"], images) | np.isin(kept.columns["category_id"], categories)
        if word.isdecimal():
            found |= kept.ids == int(word[:18])
        fitting: list[int] = []
        for rows in self._pieces(_SEARCHED, _PIECE, lambda _done, _total: None, cancelled):
            fitting += [int(str(row[0])) for row in rows if word in str(row[1]).casefold()]
        return None if cancelled() else found | np.isin(kept.ids, np.array(fitting, np.int64))

    # What must be counted in masks

    def _of_masks(self, key: str, told: Told, cancelled: IsCancelled) -> npt.NDArray[np.float64] | None:
        kept = self._kept
        old = kept.known
        counts = key != "box"
        pieces = [np.zeros((0, 6), np.int64)]
        columns = "a.mask_height, a.mask_width, a.mask_counts"
        for rows in self._pieces(columns, _MASKS if counts else _PIECE, told, cancelled):
            pieces.append(_counted(rows, old, counts))
        counted = np.concatenate(pieces)
        if cancelled():  # what was counted is not counted again
            kept.counted = np.concatenate((counted, old[old[:, 0] > (counted[-1, 0] if len(counted) else 0)]))
            return None
        kept.counted = counted
        value = {"box": counted[:, 2] * 1e6 + counted[:, 3], "parts": counted[:, 4], "holes": counted[:, 5]}[key]
        return self._fitted(np.stack((counted[:, 0], value), axis=1).astype(np.float64))

    # The rows themselves

    def entries(self, ids: Sequence[int]) -> dict[int, Entry]:
        """Return rows by their ids; those that were deleted, or can't be read, are left out."""
        found: dict[int, Entry] = {}
        columns = ", ".join(f"a.{column.strip()}" for column in ANNOTATION_COLUMNS.split(","))
        for start in range(0, len(ids), _MOST_AT_ONCE):
            some = [int(i) for i in ids[start : start + _MOST_AT_ONCE]]
            sql = (
                f"SELECT {columns}, d.doubt, {STABILITY} FROM annotations a LEFT JOIN doubts d "
                f"ON d.annotation_id = a.id WHERE a.id IN ({', '.join('?' * len(some))})"
            )
            for row in self._db.rows(sql, some):
                try:
                    annotation = annotation_from_row(row[:-2])
                except ProjectDamagedError:
                    continue
                doubt, stability = (None if math.isnan(_number(value)) else _number(value) for value in row[-2:])
                found[annotation.id] = Entry(annotation, doubt, stability)
        return found

    def cells(self, ids: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
        """Give the cells of rows, one after the other, parts and holes counted; those that are gone are left out."""
        images = {image.id: image.file_name for image in self._images}
        categories = {category.id: category.name for category in self._categories}
        for start in range(0, len(ids), _MOST_AT_ONCE):
            some = ids[start : start + _MOST_AT_ONCE]
            found = self.entries(some)
            counts = self._counts([found[id_].annotation for id_ in some if id_ in found])
            for id_ in some:
                if id_ in found:
                    a = found[id_].annotation
                    names = images.get(a.image_id, ""), categories.get(a.category_id, "")
                    yield cells_of(found[id_], *names, counts[id_])

    def _counts(self, annotations: Sequence[Annotation]) -> dict[int, MaskCounts]:
        """Return parts and holes of masks by the ids of annotations; what was counted for sorting is not again."""
        rows = [(a.id, *a.mask.size_hw, a.mask.counts) for a in annotations]
        counted = _counted(rows, self._kept.known, counts=True)
        return {int(row[0]): MaskCounts(int(row[4]), int(row[5])) for row in counted}


def _counted(rows: Sequence[tuple[object, ...]], old: npt.NDArray[np.int64], counts: bool) -> npt.NDArray[np.int64]:
    """Return what is in masks, from what was counted before where the mask is the same; -1 for what was not counted."""
    places = np.searchsorted(old[:, 0], np.array([row[0] for row in rows], np.int64))
    result: list[tuple[int, ...]] = []
    for row, place in zip(rows, places, strict=True):
        id_, height, width, text = int(str(row[0])), row[1], row[2], row[3]
        key = hash((height, width, text))
        known = old[place] if place < len(old) and old[place, 0] == id_ and old[place, 1] == key else None
        if known is not None and (known[4] >= 0 or not counts):
            result.append(tuple(int(n) for n in known))
            continue
        try:
            mask = Mask.from_trusted_rle((int(str(height)), int(str(width))), str(text))
            x, y, *_size = mask.bbox_xywh
            result.append((id_, key, x, y, *(counts_of(mask) if counts else (-1, -1))))
        except Exception:  # a damaged mask, whatever the decoder says to it; `check` tells which
            result.append((id_, key, 0, 0, 0, 0))
    return np.array(result, np.int64).reshape(-1, 6)


def _looked_up(ids: npt.NDArray[np.float64], ranks: Mapping[int, int]) -> npt.NDArray[np.float64]:
    known, places = np.unique(ids, return_inverse=True)
    return np.array([ranks.get(int(i), math.nan) for i in known], np.float64)[places]


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else math.nan
