"""CategoryListModel: the project's categories, with colour, digit and count. Renaming in place is only a wish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sam_annotator.core.category_keys import digits_of
from sam_annotator.core.records import Category
from sam_annotator.core.words import listed, mark, tr
from sam_annotator.ui.models.figures import count_text

CATEGORY_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
DIGIT_ROLE = Qt.ItemDataRole.UserRole + 3

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CategoryListModel(QAbstractListModel):
    """One row for each category.

    Signals:
        rename_wanted(category_id, name): a row was edited in place; the row changes when the categories are set again.
    """

    rename_wanted = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._categories: tuple[Category, ...] = ()
        self._rows: dict[int, int] = {}
        self._counts: dict[int, int] | None = {}
        self._digits: dict[int, str] = {}
        self._read_only = False

    def set_categories(
        self,
        categories: Sequence[Category],
        counts: Mapping[int, int] | None,
        digits: Mapping[int, str] | None = None,
    ) -> None:
        """Show other categories, or the same with other names, colours, digits or counts.

        Args:
            categories: in the order of the rows.
            counts: number of annotations by category id; None while they are not known.
            digits: the key that chooses a category, by its id; by default the first ten have 1 to 9 and 0.
        """
        self._digits = digits_of([c.id for c in categories]) if digits is None else dict(digits)
        new, known = tuple(categories), None if counts is None else dict(counts)
        rows = {category.id: row for row, category in enumerate(new)}
        if list(rows) == list(self._rows):
            self._categories, self._counts = new, known
            self._emit_changed()
            return
        self.beginResetModel()
        self._categories, self._rows, self._counts = new, rows, known
        self.endResetModel()

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show other counts, by category id."""
        if self._counts != dict(counts):
            self._counts = dict(counts)
            self._emit_changed()

    def set_read_only(self, read_only: bool) -> None:
        """Let rows be edited in place, or not."""
        self._read_only = read_only

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories, in the order of the rows."""
        return self._categories

    def row_of(self, category_id: int) -> int | None:
        """Return the row of a category, or None."""
        return self._rows.get(category_id)

    def category_at(self, row: int) -> Category | None:
        """Return the category in a row, or None outside the list."""
        return self._categories[row] if 0 <= row < len(self._categories) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of categories."""
        return 0 if parent.isValid() else len(self._categories)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        category = self.category_at(index.row()) if index.isValid() else None
        if category is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return category.name
        if role == CATEGORY_ROLE:
            return category
        if role == COUNT_ROLE:
            return None if self._counts is None else self._counts.get(category.id, 0)
        if role == DIGIT_ROLE:
            return self._digits.get(category.id, "")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(category)
        return None

    def _describe(self, category: Category) -> str:
        text = listed(part for part in (category.name, category.supercategory) if part)
        if self._counts is not None:
            count = self._counts.get(category.id, 0)
            text = listed((text, count_text(count, mark("{n} annotation"), mark("{n} annotations"))))
        digit = self._digits.get(category.id)
        return text if digit is None else tr("{text}, key {key}", text=text, key=digit)

    @property
    def digits(self) -> Mapping[int, str]:
        """The key that chooses a category, by its id."""
        return self._digits

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return the flags of a row: a category can be chosen, and renamed unless the list is read-only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._read_only else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; answers whether it was asked for."""
        category = self.category_at(index.row()) if index.isValid() else None
        if category is None or role != Qt.ItemDataRole.EditRole or self._read_only:
            return False
        name = " ".join(str(value).split())
        if not name or name == category.name:
            return False
        self.rename_wanted.emit(category.id, name)
        return True

    def _emit_changed(self) -> None:
        if self._categories:
            self.dataChanged.emit(self.index(0), self.index(len(self._categories) - 1))
