"""CategoryDock: choose, add, rename, recolour, merge and delete categories. It says wishes; others answer them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeySequence, QMouseEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from sam_annotator.core.category_keys import DIGITS
from sam_annotator.core.records import CATEGORY_COLORS, Category
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.docks.dock import Dock, icon_button
from sam_annotator.ui.docks.drawing import (
    ROW_HEIGHT,
    draw_row_background,
    draw_swatch,
    draw_text,
    is_selected,
    swatch_icon,
    swatch_rect,
)
from sam_annotator.ui.docks.texts import EmptyState, OwnKeysLineEdit
from sam_annotator.ui.models.category_list import CATEGORY_ROLE, COUNT_ROLE, DIGIT_ROLE, CategoryListModel
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font, strong, tabular

COLOR_NAMES = (
    mark("Orange"), mark("Sky blue"), mark("Green blue"), mark("Yellow"),
    mark("Blue"), mark("Vermilion"), mark("Rose"), mark("Grey"),
    mark("Brown"), mark("Violet"), mark("Green"), mark("Pink"),
    mark("Steel blue"), mark("Light green"), mark("Red"), mark("Lavender"),
)  # fmt: skip

_SWATCH_LEFT = GAP + 2
_DIGIT_LEFT = _SWATCH_LEFT + 14 + GAP
_NAME_LEFT = _DIGIT_LEFT + 12 + HALF_GAP

_Index = QModelIndex | QPersistentModelIndex


class CategoryDelegate(QStyledItemDelegate):
    """Draws swatch, digit, name and count of a category."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows."""
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one category."""
        category = index.data(CATEGORY_ROLE)
        if not isinstance(category, Category):
            return
        theme = current_theme()
        row = option.rect
        painter.save()
        draw_row_background(painter, option, theme)
        draw_swatch(painter, swatch_rect(row, _SWATCH_LEFT), category.color, theme)
        digit = QRect(row.left() + _DIGIT_LEFT, row.top(), 12, row.height())
        draw_text(painter, digit, str(index.data(DIGIT_ROLE)), small_font(), theme.muted, Qt.AlignmentFlag.AlignHCenter)
        known = index.data(COUNT_ROLE)
        count = "" if known is None else grouped(int(known))
        figures = tabular(body_font())
        width = QFontMetrics(figures).horizontalAdvance(count) + 2
        right = QRect(row.right() - GAP - width, row.top(), width, row.height())
        draw_text(painter, right, count, figures, theme.muted, Qt.AlignmentFlag.AlignRight)
        font = strong(body_font()) if is_selected(option) else body_font()
        name = self.name_rect(row).adjusted(0, 0, -width, 0)
        draw_text(painter, name, category.name, font, theme.text)
        if category.supercategory:
            name.setLeft(name.left() + QFontMetrics(font).horizontalAdvance(category.name) + GAP)
            if name.width() > 3 * GAP:
                draw_text(painter, name, category.supercategory, small_font(), theme.muted)
        painter.restore()

    def name_rect(self, row: QRect) -> QRect:
        """Return where the name stands, before room for the count is taken off."""
        return row.adjusted(_NAME_LEFT, 0, -2 * GAP, 0)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Return the line to rename in."""
        editor = OwnKeysLineEdit(parent)
        editor.setObjectName("categoryName")
        editor.setAccessibleName(tr("Category name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Put the line where the name stands."""
        editor.setGeometry(self.name_rect(option.rect).adjusted(-5, 1, GAP, -1))


class CategoryList(QListView):
    """The list of categories; a click on a swatch asks for its colour and chooses nothing.

    Signals:
        swatch_clicked(row): of a category.
    """

    swatch_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("categoryList")
        self.setAccessibleName(tr("Categories"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(CategoryDelegate(self))

    def _swatch_row(self, position: QPoint) -> int | None:
        index = self.indexAt(position)
        if not index.isValid():
            return None
        swatch = swatch_rect(self.visualRect(index), _SWATCH_LEFT).adjusted(-HALF_GAP, -GAP, HALF_GAP, GAP)
        return index.row() if swatch.contains(position) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the choice alone where a swatch is pressed."""
        row = self._swatch_row(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.swatch_clicked.emit(row)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename, unless on a swatch."""
        if self._swatch_row(event.position().toPoint()) is None:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current category in view."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_current)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the current category into view, as when the panel is unfolded."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters and digits are the window's keys, here as everywhere."""


class CategoryDock(Dock):
    """The categories of the project.

    Signals:
        category_chosen(category_id): the user made it the current one.
        add_requested(name), rename_requested(category_id, name), recolor_requested(category_id, color),
        merge_requested(source_id, target_id), delete_requested(category_id), supercategory_requested(category_id),
        change_requested(category_id), digit_requested(category_id, digit): wishes.
        left(): the user is done with searching.
    """

    category_chosen = Signal(int)
    add_requested = Signal(str)
    rename_requested = Signal(int, str)
    recolor_requested = Signal(int, str)
    merge_requested = Signal(int, int)
    delete_requested = Signal(int)
    supercategory_requested = Signal(int)
    change_requested = Signal(int)
    digit_requested = Signal(int, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Categories"), "categoryDock", parent)
        self.model = CategoryListModel(self)
        self.model.rename_wanted.connect(self.rename_requested)
        self.view = CategoryList(self)
        self.view.setModel(self.model)
        self.model.modelReset.connect(self._refresh)  # after the view's own answer, which drops the selection
        self.view.swatch_clicked.connect(self._offer_colors)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self._empty = EmptyState(tr("No categories yet"), tr("Type a name below and press Enter."), parent=self)
        self._pages = QStackedWidget(self)
        self._none_found = EmptyState(tr("No category is called so"), parent=self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._none_found)
        self.new_name = OwnKeysLineEdit(self)
        self.new_name.setObjectName("newCategory")
        self.new_name.setPlaceholderText(tr("New category…"))
        self.new_name.setAccessibleName(tr("New category"))
        self.new_name.setMaxLength(200)
        self.new_name.returnPressed.connect(self._add)
        self.new_name.escaped.connect(self.new_name.clear)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(GAP, HALF_GAP, GAP, GAP)
        foot.setSpacing(HALF_GAP)
        foot.addWidget(self.new_name, 1)
        self._search_row = QWidget(self)
        self._search_row.hide()
        self.search: OwnKeysLineEdit | None = None  # made when it is asked for
        self._column.addWidget(self._search_row)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self._foot)
        self._current_id: int | None = None
        self._is_quiet = False
        self._is_read_only = False

    def set_more_actions(self, actions: Sequence[QAction | None]) -> None:
        """Put a button beside the line for new names, with a menu of actions; None is a line in it."""
        button = icon_button("more", tr("More on categories"), self._foot)
        button.setObjectName("moreCategories")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        button.setMenu(menu)
        layout = self._foot.layout()
        assert layout is not None
        layout.addWidget(button)

    def start_search(self) -> None:
        """Show the line to search in, and let the user type."""
        self.show()
        self.raise_()
        self.set_folded(False)
        if self.search is None:
            self.search = self._make_search()
        self._search_row.show()
        self.search.setFocus()
        self.search.selectAll()

    def _make_search(self) -> OwnKeysLineEdit:
        search = OwnKeysLineEdit(self._search_row)
        search.setObjectName("categorySearch")
        search.setPlaceholderText(tr("Search"))
        search.setAccessibleName(tr("Search categories"))
        search.setClearButtonEnabled(True)
        search.textChanged.connect(lambda _text: self._filter())
        search.returnPressed.connect(self._choose_found)
        search.escaped.connect(self._end_search)
        row = QHBoxLayout(self._search_row)
        row.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        row.addWidget(search)
        return search

    def _filter(self) -> None:
        """Show the categories with all the words that are searched for, in their name or supercategory."""
        words = [] if self.search is None else self.search.text().casefold().split()
        for row, category in enumerate(self.model.categories):
            text = f"{category.name} {category.supercategory}".casefold()
            self.view.setRowHidden(row, not all(word in text for word in words))
        self._show_page()

    def _show_page(self) -> None:
        """Show the list, or what is the matter where nothing is in it."""
        count = self.model.rowCount()
        if not count:
            self._pages.setCurrentWidget(self._empty)
        elif all(self.view.isRowHidden(row) for row in range(count)):
            self._pages.setCurrentWidget(self._none_found)
        else:
            self._pages.setCurrentWidget(self.view)

    def _choose_found(self) -> None:
        """Make the first category that was found the current one."""
        rows = (row for row in range(self.model.rowCount()) if not self.view.isRowHidden(row))
        row = next(rows, None)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))
        self._end_search()

    def _end_search(self) -> None:
        if self.search is not None:
            self.search.clear()
        self._search_row.hide()
        self.left.emit()

    @property
    def current_id(self) -> int | None:
        """The category that new annotations get, or None."""
        return self._current_id

    def set_categories(
        self,
        categories: Sequence[Category],
        counts: Mapping[int, int] | None,
        digits: Mapping[int, str] | None = None,
    ) -> None:
        """Show other categories; see `CategoryListModel.set_categories`."""
        self.model.set_categories(categories, counts, digits)

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show other numbers of annotations, by category id."""
        self.model.set_counts(counts)

    def set_current(self, category_id: int | None) -> None:
        """Mark the current category; `category_chosen` is not sent."""
        self._current_id = category_id
        row = None if category_id is None else self.model.row_of(category_id)
        self._is_quiet = True
        try:
            if row is None:
                self.view.clearSelection()
            else:
                self.view.setCurrentIndex(self.model.index(row))
        finally:
            self._is_quiet = False

    def set_read_only(self, read_only: bool) -> None:
        """Let categories be changed, or not."""
        self._is_read_only = read_only
        self.model.set_read_only(read_only)
        self._foot.setVisible(not read_only)
        if read_only:
            self._empty.set_words(tr("No categories"))
        else:
            self._empty.set_words(tr("No categories yet"), tr("Type a name below and press Enter."))

    def category_menu(self, category_id: int) -> QMenu:
        """Return the menu of a category."""
        menu = QMenu(self)
        row = self.model.row_of(category_id)
        category = None if row is None else self.model.category_at(row)
        if row is None or category is None:
            return menu
        rename = menu.addAction(tr("Rename"), QKeySequence("F2"))
        rename.triggered.connect(lambda: self.view.edit(self.model.index(row)))
        menu.addMenu(self.color_menu(category, menu))
        menu.addMenu(self.digit_menu(category, menu))
        merge = QMenu(tr("Merge into"), menu)
        for other in self.model.categories:
            if other.id != category.id:
                action = merge.addAction(swatch_icon(other.color, current_theme()), _menu_text(other.name))
                action.triggered.connect(
                    lambda _checked=False, target=other.id: self.merge_requested.emit(category.id, target)
                )
        merge.setEnabled(not merge.isEmpty())
        menu.addMenu(merge)
        kind = menu.addAction(tr("Supercategory…"))
        kind.triggered.connect(lambda: self.supercategory_requested.emit(category.id))
        change = menu.addAction(tr("Change annotations to…"))
        change.setEnabled(not merge.isEmpty())
        change.triggered.connect(lambda: self.change_requested.emit(category.id))
        menu.addSeparator()
        delete = menu.addAction(tr("Delete"))
        delete.triggered.connect(lambda: self.delete_requested.emit(category.id))
        for action in menu.actions():
            action.setEnabled(action.isEnabled() and not self._is_read_only)
        return menu

    def color_menu(self, category: Category, parent: QWidget) -> QMenu:
        """Return the menu of the standard colours, and any other."""
        menu = QMenu(tr("Colour"), parent)
        for color, name in zip(CATEGORY_COLORS, map(tr, COLOR_NAMES), strict=True):
            words = tr("{name} (now)", name=name) if color == category.color.lower() else name
            action = menu.addAction(swatch_icon(color, current_theme()), words)
            action.triggered.connect(
                lambda _checked=False, wanted=color: self.recolor_requested.emit(category.id, wanted)
            )
        menu.addSeparator()
        other = QAction(tr("Other…"), menu)
        other.triggered.connect(lambda: self._pick_color(category))
        menu.addAction(other)
        return menu

    def digit_menu(self, category: Category, parent: QWidget) -> QMenu:
        """Return the menu of the digits, each with the category that it chooses now."""
        menu = QMenu(tr("Key"), parent)
        owners = {digit: self.model.row_of(owner) for owner, digit in self.model.digits.items()}
        for digit in DIGITS:
            row = owners.get(digit)
            owner = None if row is None else self.model.category_at(row)
            action = menu.addAction(f"&{digit}" if owner is None else f"&{digit}   {_menu_text(owner.name)}")
            action.setCheckable(True)
            action.setChecked(owner is not None and owner.id == category.id)
            action.triggered.connect(
                lambda _checked=False, wanted=digit: self.digit_requested.emit(category.id, wanted)
            )
        return menu

    def offer_digits(self) -> None:
        """Let the user choose the digit of the current category."""
        row = None if self._current_id is None else self.model.row_of(self._current_id)
        category = None if row is None else self.model.category_at(row)
        if row is None or category is None or self._is_read_only:
            return
        self.show()
        self.raise_()
        self.set_folded(False)
        index = self.model.index(row)
        self.view.scrollTo(index)
        menu = self.digit_menu(category, self)
        menu.setObjectName("categoryDigits")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(index).bottomLeft()))

    def _offer_colors(self, row: int) -> None:
        category = self.model.category_at(row)
        if category is None or self._is_read_only:
            return
        menu = self.color_menu(category, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(self.model.index(row)).bottomLeft()))

    def _pick_color(self, category: Category) -> None:
        dialog = QColorDialog(QColor(category.color), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Colour of {name}", name=category.name))
        dialog.colorSelected.connect(lambda color: self.recolor_requested.emit(category.id, color.name()))
        dialog.open()

    def _show_menu(self, position: QPoint) -> None:
        index = self.view.indexAt(position)
        category = self.model.category_at(index.row()) if index.isValid() else None
        if category is not None:
            menu = self.category_menu(category.id)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(position))

    def _add(self) -> None:
        name = " ".join(self.new_name.text().split())
        if name:
            self.new_name.clear()
            self.add_requested.emit(name)

    def _selection_changed(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        indexes = selected.indexes()
        category = self.model.category_at(indexes[0].row()) if indexes else None
        if category is not None and not self._is_quiet and category.id != self._current_id:
            self._current_id = category.id
            self.category_chosen.emit(category.id)

    def _refresh(self) -> None:
        self._filter()
        count = self.model.rowCount()
        self.set_remark(grouped(count) if count else "")
        self.set_current(self._current_id)


def _menu_text(name: str) -> str:
    """Return a name for a menu: no key is taken from it, and a very long one is cut."""
    short = name if len(name) <= 60 else name[:40] + "…" + name[-16:]
    return short.replace("&", "&&")
