"""AnnotationTableModel: all annotations of the project as rows; those that are looked at are read, a page at a time.

What must be counted in the pixels of masks is asked for, and shown once it is there.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from sam_annotator.core.annotation_table import Entry, candidate_of
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_counts import MaskCounts
from sam_annotator.core.records import Category
from sam_annotator.core.words import local_number, mark, tr
from sam_annotator.ui.models.annotation_words import flag_words, review_words, source_words
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.theme import body_font, tabular

_PAGE = 64  # rows that are read together
_MOST_PAGES = 32  # that are kept
_MOST_COUNTS = 20_000  # masks whose counts are kept

COLUMNS = (
    ("image", mark("Image")), ("id", mark("Number##of an annotation")), ("category", mark("Category")),
    ("area", mark("Area")), ("box", mark("Box")), ("parts", mark("Parts")), ("holes", mark("Holes")),
    ("score", mark("Predicted IoU")), ("stability", mark("Stability")), ("doubt", mark("Doubt")),
    ("clicks", mark("Clicks")), ("prompts", mark("Prompts")), ("engine", mark("Engine")),
    ("checkpoint", mark("Checkpoint")), ("candidate", mark("Candidate")), ("threshold", mark("Threshold")),
    ("seconds", mark("Seconds")), ("source", mark("Source")), ("review", mark("Review")), ("flags", mark("Flags")),
)  # fmt: skip
_COUNTED = [number for number, (key, _title) in enumerate(COLUMNS) if key in ("parts", "holes")]
_TEXTS = ("image", "category", "engine", "checkpoint", "source", "review", "flags")

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ReadEntries = Callable[[Sequence[int]], Mapping[int, Entry]]


class AnnotationTableModel(QAbstractTableModel):
    """One row for each annotation.

    Args:
        read: gives rows by their ids.
        image_name: gives the file name of an image.
        category: gives a category by its id.

    Signals:
        counts_wanted(): rows are looked at whose masks are not counted yet; `uncounted` gives them.
    """

    counts_wanted = Signal()

    def __init__(
        self,
        read: ReadEntries,
        image_name: Callable[[int], str],
        category: Callable[[int], Category | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._image_name, self._category = read, image_name, category
        self._ids: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._pages: OrderedDict[int, list[tuple[Entry, dict[str, str]] | None]] = OrderedDict()
        self._counts: dict[Mask, MaskCounts] = {}

    @property
    def ids(self) -> npt.NDArray[np.int64]:
        """The annotations in the order of the rows."""
        return self._ids

    def set_ids(self, ids: npt.NDArray[np.int64]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Read again what is looked at: something was changed."""
        self._pages.clear()
        if len(self._ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    def uncounted(self, most: int) -> list[Mask]:
        """Return masks of rows that were looked at last and are not counted, those looked at last first."""
        found: list[Mask] = []
        for page in reversed(self._pages.values()):
            for row in page:
                if row is not None and row[0].annotation.mask not in self._counts:
                    found.append(row[0].annotation.mask)
                    if len(found) == most:
                        return found
        return found

    def set_counts(self, counts: Mapping[Mask, MaskCounts]) -> None:
        """Show how many parts and holes masks have."""
        if len(self._counts) > _MOST_COUNTS:
            self._counts.clear()
        self._counts.update(counts)
        for number, page in self._pages.items():
            for at, row in enumerate(page):
                if row is not None and row[0].annotation.mask in counts:
                    row[1].update(_count_words(counts[row[0].annotation.mask]))
                    place = number * _PAGE + at
                    self.dataChanged.emit(self.index(place, _COUNTED[0]), self.index(place, _COUNTED[-1]))

    def row_of(self, annotation_id: int) -> int | None:
        """Return the row of an annotation, or None."""
        found = np.flatnonzero(self._ids == annotation_id)
        return int(found[0]) if len(found) else None

    def entry_at(self, row: int) -> Entry | None:
        """Return what is in a row; None where that is gone, or outside."""
        found = self._row(row)
        return None if found is None else found[0]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of annotations."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section][1])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(COLUMNS[section][0])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        key = COLUMNS[index.column()][0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(key)
        if role == Qt.ItemDataRole.FontRole:
            return tabular(body_font())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole):
            return None
        found = self._row(index.row())
        if found is None:
            return None
        entry, words = found
        if role == Qt.ItemDataRole.DecorationRole:
            category = self._category(entry.annotation.category_id) if key == "category" else None
            return None if category is None else QColor(category.color)
        if role == Qt.ItemDataRole.ToolTipRole and key == "checkpoint":
            return entry.annotation.provenance.checkpoint_sha256
        return words[key]

    def _row(self, row: int) -> tuple[Entry, dict[str, str]] | None:
        if not 0 <= row < len(self._ids):
            return None
        number = row // _PAGE
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * _PAGE : (number + 1) * _PAGE].tolist()
            found = self._read(ids)
            page = [(found[i], self._words(found[i])) if i in found else None for i in ids]
            self._pages[number] = page
            if any(entry.annotation.mask not in self._counts for entry in found.values()):
                self.counts_wanted.emit()
            while len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[row - number * _PAGE]

    def _words(self, entry: Entry) -> dict[str, str]:
        a = entry.annotation
        made, prompt, category = a.provenance, a.provenance.prompt, self._category(a.category_id)
        x, y, w, h = a.mask.bbox_xywh
        candidate = candidate_of(a)
        return {
            "image": self._image_name(a.image_id),
            "id": str(a.id),
            "category": "" if category is None else category.name,
            "area": grouped(a.mask.area),
            "box": tr("{w} × {h} at {x}, {y}", w=w, h=h, x=x, y=y),
            **_count_words(self._counts.get(a.mask)),
            "score": _number(a.score),
            "stability": _number(entry.stability),
            "doubt": _number(entry.doubt),
            "clicks": grouped(a.clicks) if a.clicks else "",
            "prompts": grouped(prompt.click_count) if prompt.click_count else "",
            "engine": made.engine_id,
            "checkpoint": made.checkpoint_sha256[:8],
            "candidate": "" if candidate is None else str(candidate + 1),
            "threshold": local_number(f"{made.threshold:.1f}") if made.engine_id else "",
            "seconds": local_number(f"{a.seconds:.1f}") if a.seconds else "",
            "source": source_words(made.source),
            "review": review_words(a.review),
            "flags": flag_words(a),
        }


def _count_words(counts: MaskCounts | None) -> dict[str, str]:
    return {"parts": "…" if counts is None else grouped(counts.parts),
            "holes": "…" if counts is None else grouped(counts.holes)}  # fmt: skip


def _side(key: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if key in _TEXTS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _number(value: float | None) -> str:
    return "" if value is None else local_number(f"{value:.3f}")
