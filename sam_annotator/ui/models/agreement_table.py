"""AgreementTableModel: how far two sets agree, a row for each category or image, to be sorted by any column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sam_annotator.core.comparison import Truth, figure
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.theme import body_font, tabular

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

FIGURES = ("PQ", mark("Mean IoU"), mark("Precision##share of the masks that are true"), mark("Recall"))
_HEADS = (
    *FIGURES, mark("Ours"), mark("Theirs"), mark("Pairs"), mark("Only ours"), mark("Only theirs"),
    mark("Other category"),
)  # fmt: skip
_SUM_NAMES = ("pairs", "only_left", "only_right", "other_category", "iou_sum")

Columns = Mapping[str, npt.NDArray[np.float64]]


def cells_of(sums: Columns, truth: Truth) -> npt.NDArray[np.float64]:
    """Return the cells of rows, float64 (N, 10), NaN where there is nothing to divide by.

    Args:
        sums: columns by the names of Sums' fields.
        truth: which set is taken for true.
    """
    pairs, only_left, only_right, other, iou_sum = (np.asarray(sums[name], np.float64) for name in _SUM_NAMES)
    left, right = pairs + only_left, pairs + only_right
    with np.errstate(divide="ignore", invalid="ignore"):
        found_left, found_right = pairs / left, pairs / right
        is_ours = truth is Truth.OURS
        precision, recall = (found_right, found_left) if is_ours else (found_left, found_right)
        quality = iou_sum / (pairs + (only_left + only_right) / 2)
        mean = iou_sum / pairs
    return np.column_stack((quality, mean, precision, recall, left, right, pairs, only_left, only_right, other))


class AgreementTableModel(QAbstractTableModel):
    """Rows with a key each; PQ from the lowest on, until another column is asked for."""

    def __init__(self, first_head: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_head = first_head
        self._keys: Sequence[int] = ()
        self._names: Sequence[str] = ()
        self._cells: npt.NDArray[np.float64] = np.zeros((0, len(_HEADS)))
        self._order: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self.sorted_by = (1, Qt.SortOrder.AscendingOrder)
        self._font = tabular(body_font())

    def set_rows(self, keys: Sequence[int], names: Sequence[str], cells: npt.NDArray[np.float64]) -> None:
        """Show other rows, sorted as before.

        Args:
            keys: what each row is of.
            names: for people.
            cells: see `cells_of`.
        """
        self.beginResetModel()
        self._keys, self._names, self._cells = keys, names, cells
        self._order = self._sorted()
        self.endResetModel()

    def key_at(self, row: int) -> int | None:
        """Return what a row is of; None beside the table."""
        return self._keys[int(self._order[row])] if 0 <= row < len(self._order) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what has no figure comes last."""
        self.sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        self._order = self._sorted()
        self.layoutChanged.emit()

    def _sorted(self) -> npt.NDArray[np.int64]:
        column, order = self.sorted_by
        falls = order == Qt.SortOrder.DescendingOrder
        if column <= 0:
            rows = sorted(range(len(self._names)), key=lambda i: self._names[i].casefold(), reverse=falls)
            return np.array(rows, np.int64)
        values = self._cells[:, column - 1]
        return np.argsort(-values if falls else values, kind="stable").astype(np.int64)  # NaN goes last either way

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns: the name, and the figures."""
        return 0 if parent.isValid() else 1 + len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = int(self._order[index.row()]), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column == 0:
                return self._names[row]
            value = float(self._cells[row, column - 1])
            if np.isnan(value):
                return "–"
            return figure(value) if column <= len(FIGURES) else grouped(round(value))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._names[row]
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and column:
            return self._font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._first_head if section == 0 else tr(_HEADS[section - 1])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
