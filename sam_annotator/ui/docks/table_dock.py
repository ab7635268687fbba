"""TableDock: the numbers of all annotations, to sort and search. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sam_annotator.core.records import Category
from sam_annotator.core.words import tr
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.drawing import swatch_icon
from sam_annotator.ui.docks.reflow import Lines
from sam_annotator.ui.docks.replay_form import short_box
from sam_annotator.ui.docks.texts import EmptyState, OwnKeysLineEdit
from sam_annotator.ui.models.annotation_table import COLUMNS, AnnotationTableModel
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme

_TYPING_MS = 200
_WIDE = {"image": 180, "category": 140, "box": 170}


class _SwatchDelegate(QStyledItemDelegate):
    """Draws a category's colour as all other lists do; Qt's own is a bare square."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put the swatch in the place of the colour."""
        super().initStyleOption(option, index)
        color = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(color, QColor):
            option.icon = swatch_icon(color.name(), current_theme())


class TableDock(Dock):
    """The table under a row of search, category and export.

    Signals:
        came_up(): it is to be seen, and shall show what is so now.
        asked(): search, category or order are others.
        chosen(int): the annotation of a row was clicked, or Enter pressed on it.
        export_requested(bool): rows are to be written to a file; whether all, or those that are shown.
    """

    home = Qt.DockWidgetArea.BottomDockWidgetArea
    came_up = Signal()
    asked = Signal()
    chosen = Signal(object)
    export_requested = Signal(bool)

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
        self.category = short_box("tableCategory", self)
        self.category.setAccessibleName(tr("Only of this category"))
        self.category.activated.connect(lambda _index: self.asked.emit())
        self.count = QLabel(self)
        self.count.setObjectName("tableCount")
        self.count.setProperty("muted", True)
        self.sort = self._menu_button("tableSort", tr("Sort"), self._fill_sorts)
        self.export = self._menu_button("tableExport", tr("Export"), self._fill_exports)
        found = [(self.search, 2), (self.category, 1)]
        self._head = Lines([found, [(self.count, 1)], [(self.sort, 0), (self.export, 0)]], self)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        row.addWidget(self._head)
        self._column.addLayout(row)
        self._empty = EmptyState("", parent=self)
        self._empty.step.connect(self._show_all)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._make_view())
        self._pages.addWidget(self._empty)
        self._column.addWidget(self._pages, 1)
        self.set_categories(())
        model.modelReset.connect(self._on_reset)
        self._on_reset()
        self.visibilityChanged.connect(self._on_visibility)
        self.folded.connect(lambda folded: self._on_visibility(not folded and self.isVisible()))

    def _menu_button(self, name: str, text: str, fill: Callable[[QMenu], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        menu = QMenu(button)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(partial(fill, menu))
        button.setMenu(menu)
        return button

    def _fill_sorts(self, menu: QMenu) -> None:
        """Offer what a click on a head of the table does."""
        header, (sorted_by, descending) = self.view.horizontalHeader(), self.order
        way = header.sortIndicatorOrder()
        group = QActionGroup(menu)
        for number, (key, title) in enumerate(COLUMNS):
            action = _checkable(menu, tr(title), key == sorted_by)
            group.addAction(action)
            action.triggered.connect(partial(header.setSortIndicator, number, way))
        menu.addSeparator()
        other = Qt.SortOrder.AscendingOrder if descending else Qt.SortOrder.DescendingOrder
        action = _checkable(menu, tr("Descending"), descending)
        action.triggered.connect(partial(header.setSortIndicator, header.sortIndicatorSection(), other))

    def _fill_exports(self, menu: QMenu) -> None:
        for text, everything in ((tr("The rows shown…"), False), (tr("All annotations…"), True)):
            menu.addAction(text).triggered.connect(partial(self.export_requested.emit, everything))

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
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
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
            if key == "category":
                view.setItemDelegateForColumn(number, _SwatchDelegate(view))
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

    def _on_reset(self) -> None:
        """Show the table, or what to do where it has no rows."""
        has_rows = self._model.rowCount() > 0
        self._pages.setCurrentWidget(self.view if has_rows else self._empty)
        if self.search.text().strip() or self.category_id:
            self._empty.set_words(tr("No annotation fits"), "", tr("Show all"))
        else:
            self._empty.set_words(tr("No annotations yet"), tr("Click an object in the image, then press Enter."))

    def _show_all(self) -> None:
        self.search.clear()
        self.category.setCurrentIndex(0)
        self.asked.emit()
        self.search.setFocus()

    def set_count(self, text: str) -> None:
        """Say how many rows there are."""
        self.count.setText(text)
        self._head.place()

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


def _checkable(menu: QMenu, text: str, checked: bool) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(checked)
    return action
