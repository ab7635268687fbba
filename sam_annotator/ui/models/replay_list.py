"""ReplayListModel: what was answered again, old beside new, and what was decided; and the part of it that is shown."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from sam_annotator.core.words import local_number, mark, tr
from sam_annotator.engine.replaying import ReplayResult
from sam_annotator.ui.models.figures import grouped

SORT_ROLE = Qt.ItemDataRole.UserRole + 1

CATEGORY, IMAGE, OLD_AREA, NEW_AREA, CHANGE, IOU, STATE = range(7)
_HEADS = (
    mark("Category"), mark("Image"), mark("Old px²"), mark("New px²"), mark("Change##of the area"),
    mark("IoU"), mark("State"),
)  # fmt: skip
_TIPS = {
    OLD_AREA: mark("Area of the mask there is, in pixels"),
    NEW_AREA: mark("Area of the mask that was answered, in pixels"),
    IOU: mark("How much the two masks overlap; 1.000 is the same mask"),
}
_RIGHT = (OLD_AREA, NEW_AREA, CHANGE, IOU)

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class State(StrEnum):
    """Where an annotation stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    KEPT = "kept"
    CHANGED = "changed"  # by somebody else, after it was asked about
    GONE = "gone"
    SAME = "same"
    STAYS = "stays"


STATE_WORDS = {
    State.OPEN: mark("To decide"),
    State.ACCEPTED: mark("Accepted##a new mask"),
    State.KEPT: mark("Old mask kept"),
    State.CHANGED: mark("Changed meanwhile"),
    State.GONE: mark("Deleted meanwhile"),
    State.SAME: mark("Same mask"),
    State.STAYS: mark("Stays"),
}
_ORDER = {state: place for place, state in enumerate(State)}


@dataclass(frozen=True, slots=True)
class ReplayRow:
    """One annotation that was asked about, or might have been.

    Attributes:
        result: what became of it.
        image_name: of the file, with its folder.
        category: its name.
        state: where it stands.
    """

    result: ReplayResult
    image_name: str
    category: str
    state: State

    @property
    def annotation_id(self) -> int:
        """Its id."""
        return self.result.annotation.id

    @property
    def image_id(self) -> int:
        """The image it lies in."""
        return self.result.annotation.image_id

    @property
    def words(self) -> str:
        """Its state in words; of one that stays, why."""
        return self.result.reason_kept or tr(STATE_WORDS[self.state])


class ReplayListModel(QAbstractTableModel):
    """One row for each annotation, in the order in which they were answered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReplayRow] = []
        self._places: dict[int, int] = {}
        self.counts: Counter[State] = Counter()

    @property
    def rows(self) -> Sequence[ReplayRow]:
        """All rows."""
        return self._rows

    def clear(self) -> None:
        """Show none."""
        self.beginResetModel()
        self._rows, self._places = [], {}
        self.counts.clear()
        self.endResetModel()

    def add(self, rows: Sequence[ReplayRow]) -> None:
        """Add rows at the end."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        for row in rows:
            self._places[row.annotation_id] = len(self._rows)
            self._rows.append(row)
            self.counts[row.state] += 1
        self.endInsertRows()

    def row_of(self, annotation_id: int) -> ReplayRow | None:
        """Return the row of an annotation; None where there is none."""
        place = self._places.get(annotation_id)
        return None if place is None else self._rows[place]

    def place_of(self, annotation_id: int) -> int:
        """Return the number of an annotation's row, from 0; -1 where there is none."""
        return self._places.get(annotation_id, -1)

    def set_states(self, states: Mapping[int, State]) -> None:
        """Say where annotations stand now, by their ids."""
        changed = [
            place
            for annotation_id, state in states.items()
            if (place := self.place_of(annotation_id)) >= 0 and self._rows[place].state is not state
        ]
        for place in changed:
            row = self._rows[place]
            self.counts[row.state] -= 1
            self._rows[place] = replace(row, state=states[row.annotation_id])
            self.counts[self._rows[place].state] += 1
        if changed:
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), STATE))

    def set_categories(self, names: Mapping[int, str]) -> None:
        """Take other names of categories, by their ids."""
        changed: list[int] = []
        for place, row in enumerate(self._rows):
            name = names.get(row.result.annotation.category_id, row.category)
            if name != row.category:
                self._rows[place] = replace(row, category=name)
                changed.append(place)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], STATE))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of annotations."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands over a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADS[section])
        if role == Qt.ItemDataRole.ToolTipRole and section in _TIPS:
            return tr(_TIPS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == SORT_ROLE:
            return _sort_value(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words if column == STATE else row.image_name if column == IMAGE else None
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _text(row: ReplayRow, column: int) -> str:
    old, new, iou = row.result.annotation.mask.area, row.result.mask, row.result.iou
    match column:
        case 0:
            return row.category
        case 1:
            return row.image_name
        case 2:
            return grouped(old)
        case 3:
            return "–" if new is None else grouped(new.area)
        case 4:
            return "–" if new is None else _percent(100 * (new.area - old) / old)
        case 5:
            if iou is None:
                return "–"
            return local_number(f"{math.floor(iou * 1000) / 1000:.3f}")  # 1.000 is the same mask only
        case _:
            return row.words


def _percent(value: float) -> str:
    return local_number(f"{value:+.1f} %") if abs(value) < 100 else f"{value:+.0f} %"


def _sort_value(row: ReplayRow, column: int) -> Any:
    old, new, iou = row.result.annotation.mask.area, row.result.mask, row.result.iou
    match column:
        case 0:
            return row.category.casefold()
        case 1:
            return row.image_name.casefold()
        case 2:
            return float(old)
        case 3:
            return -1.0 if new is None else float(new.area)
        case 4:
            return -2.0 if new is None else (new.area - old) / old
        case 5:
            return 2.0 if iou is None else iou
        case _:
            return float(_ORDER[row.state])


@dataclass(frozen=True, slots=True)
class ReplayFilter:
    """Which rows are shown.

    Attributes:
        states: those of these; empty for all.
        text: in the name of the category or image; "" for any.
        at_least: the lowest IoU, where one was answered.
        below: IoU must be below this; above 1 for no limit.
    """

    states: frozenset[State] = frozenset((State.OPEN,))
    text: str = ""
    at_least: float = 0.0
    below: float = 2.0

    @property
    def limits_iou(self) -> bool:
        """Whether rows without an IoU are left out."""
        return self.at_least > 0 or self.below <= 1

    def lets_pass(self, row: ReplayRow) -> bool:
        """Whether a row is shown."""
        if self.states and row.state not in self.states:
            return False
        text = self.text.casefold()
        if text and text not in row.category.casefold() and text not in row.image_name.casefold():
            return False
        iou = row.result.iou
        return not self.limits_iou if iou is None else self.at_least <= iou < self.below


class ReplayProxy(QSortFilterProxyModel):
    """The rows that are shown, sorted by what the user chose."""

    def __init__(self, model: ReplayListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.wanted = ReplayFilter()
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)

    def set_filter(self, wanted: ReplayFilter) -> None:
        """Show other rows."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        """Return whether a row is shown."""
        return self.wanted.lets_pass(self._model.rows[source_row])

    @property
    def shown(self) -> list[ReplayRow]:
        """The rows shown, in their order."""
        return [self.row_at(place) for place in range(self.rowCount())]

    @property
    def open_count(self) -> int:
        """How many of the rows shown are still to be decided; quicker than looking through `shown`."""
        return sum(row.state is State.OPEN and self.wanted.lets_pass(row) for row in self._model.rows)

    def row_at(self, place: int) -> ReplayRow:
        """Return the row at a place of those shown."""
        return self._model.rows[self.mapToSource(self.index(place, 0)).row()]
