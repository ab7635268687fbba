"""DifferencePanel: the list of differences, what is listed, and the buttons that decide. Decides nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.comparison import Difference, Place, figure
from sam_annotator.core.records import Category
from sam_annotator.core.words import tr
from sam_annotator.ui.docks.drawing import draw_row_background, draw_swatch, draw_text, swatch_rect
from sam_annotator.ui.docks.reflow import Reflow
from sam_annotator.ui.docks.texts import EmptyState
from sam_annotator.ui.docks.tile_list import TileList
from sam_annotator.ui.icons import pixmap
from sam_annotator.ui.models.difference_list import KIND_WORDS, PLACE_ROLE, SEEN_ROLE, DifferenceListModel
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font, tabular

_SWATCH_LEFT = GAP + 2
_TEXT_LEFT = _SWATCH_LEFT + 14 + GAP
_HAS_IOU = (Difference.MASK, Difference.CATEGORY)
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
             Qt.Key.Key_PageDown)  # fmt: skip
BULK = ("take_image", "take_kind", "", "keep_image", "keep_kind", "", "both_image", "both_kind")

_Index = QModelIndex | QPersistentModelIndex


def claims_key(event: QEvent) -> bool:
    """Take keys that lists and tables have a use for, before the window's shortcuts do; return whether it is one."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or event.key() not in _OWN_KEYS:
        return False
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
        return False
    event.accept()
    return True


class DifferenceDelegate(QStyledItemDelegate):
    """Draws the category and IoU of a difference, its kind and image below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows."""
        lines = QFontMetrics(body_font()).lineSpacing() + QFontMetrics(small_font()).lineSpacing()
        return QSize(120, lines + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one difference."""
        place, model = index.data(PLACE_ROLE), index.model()
        if not isinstance(place, Place) or not isinstance(model, DifferenceListModel):
            return
        theme, row = current_theme(), option.rect
        painter.save()
        draw_row_background(painter, option, theme)
        inner = row.adjusted(0, HALF_GAP, -GAP, -HALF_GAP)
        height = QFontMetrics(body_font()).lineSpacing()
        first = QRect(inner.left(), inner.top(), inner.width(), height)
        second = QRect(inner.left(), inner.top() + height, inner.width(), inner.height() - height)
        category = model.category(place.our_category or place.their_category)
        color = theme.control if category is None else category.color
        draw_swatch(painter, swatch_rect(first, _SWATCH_LEFT), color, theme)
        right = inner.right()
        if place.kind in _HAS_IOU:
            figures, text = tabular(body_font()), figure(place.iou)
            width = QFontMetrics(figures).horizontalAdvance(text) + 2
            at = QRect(right - width, first.top(), width, height)
            draw_text(painter, at, text, figures, theme.text, Qt.AlignmentFlag.AlignRight)
            right = at.left() - GAP
        if index.data(SEEN_ROLE):
            scale = painter.device().devicePixelRatioF()
            painter.drawPixmap(right - 16, first.center().y() - 7, pixmap("check", 16, theme.success, scale))
            right -= 16 + GAP
        name = QRect(inner.left() + _TEXT_LEFT, first.top(), right - inner.left() - _TEXT_LEFT, height)
        draw_text(painter, name, str(index.data()), body_font(), theme.text)
        below = QRect(inner.left() + _TEXT_LEFT, second.top(), inner.width() - _TEXT_LEFT, second.height())
        words = f"{tr(KIND_WORDS[place.kind])} · {model.image_name(place.image_id)}"
        draw_text(painter, below, words, small_font(), theme.muted, elide=Qt.TextElideMode.ElideRight)
        painter.restore()


class DifferenceView(TileList):
    """The list; Enter goes to what is current, and no other part of the window takes it."""

    def event(self, event: QEvent) -> bool:
        """Claim the keys of lists before the window's shortcuts do."""
        return claims_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what is current with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class DifferencePanel(QWidget):
    """What is listed, the list, and what to do with what is current.

    Signals:
        place_chosen(Place): go there.
        filter_changed(): others are listed.
    """

    place_chosen = Signal(object)
    filter_changed = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DifferenceListModel(self)
        self._is_quiet = False
        self.kinds = _box("compareKinds", tr("Kind of difference"), self)
        self.kinds.addItem(tr("All kinds"), None)
        for kind, words in KIND_WORDS.items():
            self.kinds.addItem(tr(words), kind)
        self.categories = _box("compareCategories", tr("Category"), self)
        self.categories.addItem(tr("All categories"), None)
        self.seen = QCheckBox(tr("Show what was seen"), self)
        self.seen.setObjectName("compareSeen")
        self.view = DifferenceView(self)
        self.view.setObjectName("compareList")
        self.view.setAccessibleName(tr("Differences"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(DifferenceDelegate(self.view))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setMinimumHeight(
            3 * self.view.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        )
        self._empty = EmptyState("", parent=self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(HALF_GAP)
        top = QVBoxLayout()
        top.setContentsMargins(GAP, 0, GAP, 0)
        top.setSpacing(HALF_GAP)
        top.addWidget(Reflow((self.kinds, self.categories), self))
        top.addWidget(self.seen)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addLayout(self._make_buttons(actions))
        self.kinds.currentIndexChanged.connect(lambda _i: self._filter())
        self.categories.currentIndexChanged.connect(lambda _i: self._filter())
        self.seen.toggled.connect(lambda _on: self._filter())
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.model.modelReset.connect(self._on_reset)
        self._on_reset()

    def _make_buttons(self, actions: Mapping[str, QAction]) -> QHBoxLayout:
        self.buttons = [
            _button_of(actions[f"compare.{name}"], self) for name in ("take_theirs", "keep_ours", "keep_both")
        ]
        self.more = QPushButton(tr("Several"), self)
        self.more.setObjectName("compareSeveral")
        self.more.setToolTip(tr("Decide all that are listed of this image, or of this kind, in one step."))
        self.more.setAutoDefault(False)
        menu = QMenu(self.more)
        for name in BULK:
            if name:
                menu.addAction(actions[f"compare.{name}"])
            else:
                menu.addSeparator()
        self.more.setMenu(menu)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, HALF_GAP, GAP, 0)
        row.addWidget(Reflow((*self.buttons, self.more), self))
        return row

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer these, and keep what is chosen where it is among them."""
        chosen = self.categories.currentData()
        items = [(c.name, c.id) for c in categories]
        box = self.categories
        if items == [(box.itemText(i), box.itemData(i)) for i in range(1, box.count())]:
            return
        self._is_quiet = True
        self.categories.clear()
        self.categories.addItem(tr("All categories"), None)
        for name, category_id in items:
            self.categories.addItem(name, category_id)
        self.categories.setCurrentIndex(max(0, self.categories.findData(chosen)))
        self._is_quiet = False
        if self.categories.currentData() != chosen:
            self._filter()

    def choose_category(self, category_id: int) -> None:
        """List the differences of a category."""
        self.categories.setCurrentIndex(max(0, self.categories.findData(category_id)))

    def set_current(self, row: int | None) -> None:
        """Mark a row as the one that is looked at."""
        if row is None:
            self.view.clearSelection()
            return
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    @property
    def current_row(self) -> int:
        """The row that is marked; -1 for none."""
        return self.view.currentIndex().row()

    def _filter(self) -> None:
        if not self._is_quiet:
            self.model.set_filter(
                self.kinds.currentData(), self.categories.currentData(), shows_seen=self.seen.isChecked()
            )
            self.filter_changed.emit()

    def _choose(self, index: QModelIndex) -> None:
        place = self.model.place_at(index.row())
        if place is not None:
            self.place_chosen.emit(place)

    def _on_reset(self) -> None:
        is_empty = self.model.rowCount() == 0
        if is_empty:
            is_all = self.model.kind is None and self.model.category_id is None
            title = tr("No differences left") if is_all else tr("No differences of this kind")
            self._empty.set_words(title, "" if is_all else tr("Choose another kind or category above."))
        self._pages.setCurrentWidget(self._empty if is_empty else self.view)


def _box(name: str, words: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(name)
    box.setAccessibleName(words)
    box.setToolTip(words)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    return box


def _button_of(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that does what an action does, while it is enabled."""
    button = QPushButton(action.text(), parent)
    button.setObjectName(f"button.{action.objectName()}")
    button.setAutoDefault(False)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return button
