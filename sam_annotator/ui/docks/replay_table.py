"""ReplayTable: the list of answers, whose columns share the room there is. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.models.replay_list import (
    CATEGORY,
    CHANGE,
    IMAGE,
    IOU,
    NEW_AREA,
    OLD_AREA,
    STATE,
    STATE_WORDS,
    ReplayProxy,
)
from sam_annotator.ui.theme import GAP, body_font, tabular

_OF_ANSWERS = (NEW_AREA, CHANGE, IOU)  # say nothing where nothing was answered
_NUMBERS = {OLD_AREA: "000 000", NEW_AREA: "000 000", CHANGE: "+000.0 %", IOU: "0.000"}  # the widest of the usual
_LEAST_NAME = 80
_LOOKED_AT = 200  # rows, for the widest state
_PADDING = 3 * GAP
_ARROW = GAP  # of the column that is sorted by

_ROW_HEIGHT = 24
_HALF = 0.6  # of a sentence's width, for two lines: they end between words


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
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._on_resized)
        self.setMinimumHeight(96)
        proxy.layoutChanged.connect(lambda *_: self.fit_columns())  # sorted otherwise: other rows are the long ones

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
        least = max(metrics.horizontalAdvance(tr(state)) for state in STATE_WORDS.values()) + _PADDING
        room_of_state = max(room - 2 * _LEAST_NAME, least)
        has_two_lines = widest_state > room_of_state
        in_two = max(min(round(widest_state * _HALF), room_of_state), least)
        self._set_width(STATE, in_two if has_two_lines else widest_state)
        self._set_heights(words)
        room = max(room - self.columnWidth(STATE), 2 * _LEAST_NAME)
        self._set_width(CATEGORY, max(room * 2 // 5, _LEAST_NAME))
        self._set_width(IMAGE, max(room - self.columnWidth(CATEGORY), _LEAST_NAME))
        self._is_fitting = False

    def _set_heights(self, words: Sequence[str]) -> None:
        """Give a second line to those of the first rows that need one: why a mask stays can be a whole sentence."""
        header, metrics, room = self.verticalHeader(), self.fontMetrics(), self.columnWidth(STATE) - _PADDING
        needs_two = [metrics.horizontalAdvance(text) > room for text in words]
        self.setWordWrap(any(needs_two))
        for place, needs in enumerate(needs_two[: header.count()]):
            height = _ROW_HEIGHT + (metrics.lineSpacing() if needs else 0)
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)

    def _set_width(self, column: int, width: int) -> None:
        if column not in self._set_by_hand:
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the other room."""
        super().resizeEvent(event)
        self.fit_columns()
