"""ReplayTable: the list of answers, whose columns share the room there is. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.models.replay_list import CATEGORY, CHANGE, IMAGE, IOU, NEW_AREA, OLD_AREA, STATE, ReplayProxy
from sam_annotator.ui.theme import GAP, body_font, tabular

_OF_ANSWERS = (NEW_AREA, CHANGE, IOU)  # say nothing where nothing was answered
_NUMBERS = {OLD_AREA: "000 000", NEW_AREA: "000 000", CHANGE: "+000.0 %", IOU: "0.000"}  # the widest of the usual
_LEAST_NAME = 96
_LOOKED_AT = 200  # rows, for the widest state
_PADDING = 3 * GAP
_ARROW = GAP  # of the column that is sorted by


class ReplayTable(QTableView):
    """Numbers get what they need, the state what its words need, names the rest; a width that the user set stays."""

    def __init__(self, proxy: ReplayProxy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self._is_fitting = False
        self._set_by_hand: set[int] = set()
        self.setObjectName("replayTable")
        self.setAccessibleName(tr("Old and new masks"))
        self.setModel(proxy)
        self.setFont(tabular(body_font()))
        self.setSortingEnabled(True)
        self.sortByColumn(IOU, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._on_resized)
        self.setMinimumHeight(96)

    def _on_resized(self, column: int) -> None:
        if not self._is_fitting:
            self._set_by_hand.add(column)

    def fit_columns(self) -> None:
        """Share the room anew; it depends on the rows that are shown."""
        rows = [self._proxy.row_at(place) for place in range(min(self._proxy.rowCount(), _LOOKED_AT))]
        has_answers = not rows or any(row.result.mask is not None for row in rows)
        metrics, heads = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        self._is_fitting = True
        for column in _OF_ANSWERS:
            self.setColumnHidden(column, not has_answers)
        room = self.viewport().width()
        for column, widest in _NUMBERS.items():
            head = str(self._proxy.headerData(column, Qt.Orientation.Horizontal))
            needed = max(heads.horizontalAdvance(head) + _ARROW, metrics.horizontalAdvance(widest))
            self._set_width(column, needed + _PADDING)
            room -= self.columnWidth(column)  # 0 where it is hidden
        words = [row.words for row in rows] or [""]
        widest_state = max(map(metrics.horizontalAdvance, words)) + _PADDING
        self._set_width(STATE, max(min(widest_state, room - 2 * _LEAST_NAME), _LEAST_NAME))
        room = max(room - self.columnWidth(STATE), 2 * _LEAST_NAME)
        self._set_width(CATEGORY, max(room * 2 // 5, _LEAST_NAME))
        self._set_width(IMAGE, max(room - self.columnWidth(CATEGORY), _LEAST_NAME))
        self._is_fitting = False

    def _set_width(self, column: int, width: int) -> None:
        if column not in self._set_by_hand:
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the other room."""
        super().resizeEvent(event)
        self.fit_columns()
