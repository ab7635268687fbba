"""TableDock: the numbers of all annotations, to sort and search. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QPushButton, QTableView, QWidget

from sam_annotator.core.records import Category
from sam_annotator.core.words import tr
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.texts import OwnKeysLineEdit
from sam_annotator.ui.models.annotation_table import COLUMNS, AnnotationTableModel
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font

_TYPING_MS = 200
_WIDE = {"image": 180, "category": 140, "box": 170}


class TableDock(Dock):
    """The table under a row of search, category and export.

    Signals:
        came_up(): it is to be seen, and shall show what is so now.
        asked(): search, category or order are others.
        chosen(int): the annotation of a row was clicked, or Enter pressed on it.
        export_requested(): the rows are to be written to a file.
    """

    home = Qt.DockWidgetArea.BottomDockWidgetArea
    came_up = Signal()
    asked = Signal()
    chosen = Signal(object)
    export_requested = Signal()

    def __init__(self, model: AnnotationTableModel, parent: QWidget | None = None) -> None:
        super().__init__(tr("Table of annotations"), "tableDock", parent)
        self._model = model
        self._is_up = False
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.asked)
        self.search = OwnKeysLineEdit(self)
        self.search.setObjectName("tableSearch")
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search annotations by image, category, note or engine"))
        self.search.textEdited.connect(lambda _text: self._typing.start())
        self.category = QComboBox(self)
        self.category.setObjectName("tableCategory")
        self.category.setAccessibleName(tr("Only of this category"))
        self.category.activated.connect(lambda _index: self.asked.emit())
        self.count = QLabel(self)
        self.count.setObjectName("tableCount")
        self.count.setProperty("muted", True)
        self.export = QPushButton(tr("Export…"), self)
        self.export.setObjectName("tableExport")
        self.export.setAutoDefault(False)
        self.export.clicked.connect(self.export_requested)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        row.setSpacing(GAP)
        row.addWidget(self.search, 2)
        row.addWidget(self.category, 1)
        row.addWidget(self.count, 1)
        row.addWidget(self.export)
        self._column.addLayout(row)
        self._column.addWidget(self._make_view(), 1)
        self.set_categories(())
        self.visibilityChanged.connect(self._on_visibility)
        self.folded.connect(lambda folded: self._on_visibility(not folded and self.isVisible()))

    def _make_view(self) -> QTableView:
        view = self.view = QTableView(self)
        view.setObjectName("annotationTable")
        view.setAccessibleName(tr("Table of annotations"))
        view.setModel(self._model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        line = QFontMetrics(body_font())
        view.verticalHeader().setDefaultSectionSize(line.lineSpacing() + GAP)
        header = view.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setAccessibleName(tr("Columns"))
        header.setHighlightSections(False)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(lambda _column, _order: self.asked.emit())
        for number, (key, title) in enumerate(COLUMNS):
            view.setColumnWidth(number, max(_WIDE.get(key, 72), line.horizontalAdvance(tr(title)) + 5 * GAP))
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    @property
    def is_seen(self) -> bool:
        """Whether the user can see it."""
        return self._is_up and not self.is_folded

    @property
    def category_id(self) -> int:
        """The category that is wanted; 0 for all."""
        return int(self.category.currentData() or 0)

    @property
    def order(self) -> tuple[str, bool]:
        """The key of the column that is sorted by, and whether the largest is first."""
        header = self.view.horizontalHeader()
        column = min(max(header.sortIndicatorSection(), 0), len(COLUMNS) - 1)
        return COLUMNS[column][0], header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer these categories."""
        chosen = self.category_id
        self.category.clear()
        self.category.addItem(tr("All categories"), 0)
        for category in categories:
            self.category.addItem(category.name, category.id)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))

    def show_row(self, row: int | None) -> None:
        """Mark a row and bring it into view, or none."""
        if row is None:
            self.view.clearSelection()
        elif row != self.view.currentIndex().row() or not self.view.selectionModel().hasSelection():
            self.view.setCurrentIndex(self._model.index(row, max(self.view.currentIndex().column(), 0)))

    def _choose(self, index: QModelIndex) -> None:
        entry = self._model.entry_at(index.row())
        if entry is not None:
            self.chosen.emit(entry.annotation)

    def _on_visibility(self, is_up: bool) -> None:
        self._is_up = is_up
        if self.is_seen:
            self.came_up.emit()
