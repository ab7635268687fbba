"""DifferenceListModel: where two sets differ, the worst first; of a kind and a category, without what was seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sam_annotator.core.comparison import Difference, Place, figure
from sam_annotator.core.comparison_table import ComparisonTable, Ids
from sam_annotator.core.records import Category
from sam_annotator.core.words import listed, mark, tr

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
SEEN_ROLE = Qt.ItemDataRole.UserRole + 2

KIND_WORDS = {
    Difference.ONLY_OURS: mark("Only ours"),
    Difference.ONLY_THEIRS: mark("Only theirs"),
    Difference.CATEGORY: mark("Other category"),
    Difference.MASK: mark("Other mask"),
}

Key = tuple[int, int, int]
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def key_of(place: Place) -> Key:
    """Return what a difference is known by while the two sets are compared again."""
    return (place.image_id, place.ours, place.theirs)


class DifferenceListModel(QAbstractListModel):
    """One row for each difference that is listed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = ComparisonTable()
        self._rows: Ids = np.zeros(0, np.int64)
        self._seen: Set[Key] = frozenset()
        self._categories: Mapping[int, Category] = {}
        self._image_name: Callable[[int], str] = str
        self.kind: Difference | None = None
        self.category_id: int | None = None
        self.shows_seen = False

    def show_table(
        self,
        table: ComparisonTable,
        seen: Set[Key],
        categories: Mapping[int, Category],
        image_name: Callable[[int], str],
    ) -> None:
        """Show what is in a table now.

        Args:
            table: of all differences.
            seen: keys of those that need no look any more.
            categories: by id, of both sets.
            image_name: gives the name of an image.
        """
        self.beginResetModel()
        self._table, self._seen, self._categories, self._image_name = table, seen, categories, image_name
        self._rows = self._listed()
        self.endResetModel()

    def set_filter(self, kind: Difference | None, category_id: int | None, *, shows_seen: bool) -> None:
        """List those of a kind, and with a category on either side; None for all."""
        self.beginResetModel()
        self.kind, self.category_id, self.shows_seen = kind, category_id, shows_seen
        self._rows = self._listed()
        self.endResetModel()

    def _listed(self) -> Ids:
        rows = self._table.rows(kind=self.kind, category_id=self.category_id)
        if not self.shows_seen and self._seen:
            rows = rows[~self._table.are(self._seen)[rows]]
        return rows

    def place_at(self, row: int) -> Place | None:
        """Return the difference in a row; None beside the list."""
        return self._table.place(int(self._rows[row])) if 0 <= row < len(self._rows) else None

    def row_of(self, key: Key) -> int | None:
        """Return the row of a difference; None where it is not listed."""
        found = self._table.find(*key)
        if found is None:
            return None
        at = int(np.searchsorted(self._rows, found))
        return at if at < len(self._rows) and self._rows[at] == found else None

    def places(self, *, kind: Difference | None = None, image_id: int | None = None) -> list[Place]:
        """Return those that are listed, of a kind or on an image."""
        rows = np.intersect1d(self._rows, self._table.rows(kind=kind, image_id=image_id), assume_unique=True)
        return [self._table.place(row) for row in rows.tolist()]

    def category_name(self, category_id: int) -> str:
        """Return the name of a category of either set."""
        category = self._categories.get(category_id)
        return tr("Category {id}", id=category_id) if category is None else category.name

    def category(self, category_id: int) -> Category | None:
        """Return a category of either set."""
        return self._categories.get(category_id)

    def image_name(self, image_id: int) -> str:
        """Return the name of an image."""
        return self._image_name(image_id)

    def is_seen(self, place: Place) -> bool:
        """Whether a difference needs no look any more."""
        return key_of(place) in self._seen

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of differences that are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        place = self.place_at(index.row()) if index.isValid() else None
        if place is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.subject(place)
        if role == PLACE_ROLE:
            return place
        if role == SEEN_ROLE:
            return self.is_seen(place)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(place)
        return None

    def subject(self, place: Place) -> str:
        """Return the category, or both."""
        if place.kind is Difference.CATEGORY:
            return f"{self.category_name(place.our_category)} → {self.category_name(place.their_category)}"
        return self.category_name(place.our_category or place.their_category)

    def _describe(self, place: Place) -> str:
        parts = [tr(KIND_WORDS[place.kind]), self.subject(place), self.image_name(place.image_id)]
        if place.kind in (Difference.MASK, Difference.CATEGORY):
            parts.append(tr("IoU {iou}", iou=figure(place.iou)))
        if self.is_seen(place):
            parts.append(tr("seen"))
        return listed(parts)
