"""CommandPalette: every action by a few letters of its name, with its key. Imports theme and drawing only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QShowEvent, QStandardItem
from PySide6.QtGui import QStandardItemModel as ItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.ui.docks.drawing import ROW_HEIGHT, draw_row_background, draw_text
from sam_annotator.ui.icons import draw_all_sizes
from sam_annotator.ui.theme import GAP, body_font, current_theme

_ACTION_ROLE = Qt.ItemDataRole.UserRole + 1
_KEYS_ROLE = Qt.ItemDataRole.UserRole + 2
_MAX_ROWS = 12
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_Index = QModelIndex | QPersistentModelIndex


def fuzzy_score(query: str, text: str) -> int | None:
    """Return how well a text matches a query, higher is better; None where it does not.

    The query's letters must all be in the text in their order; the start of words and letters in a row count more.
    Spaces in the query are passed over.
    """
    wanted, hay = query.casefold().replace(" ", ""), text.casefold()
    if not wanted:
        return 0
    best: int | None = None
    for start in (i for i, letter in enumerate(hay) if letter == wanted[0]):
        score = _score_from(wanted, hay, start)
        if score is not None and (best is None or score > best):
            best = score
    return best


def _score_from(wanted: str, hay: str, start: int) -> int | None:
    """Score the match that begins at `start`: each letter at the next word's start, else at its next place."""
    score, at, last = -len(hay), start, start - 1
    for i, letter in enumerate(wanted):
        if i:
            found = hay.find(letter, last + 1)
            if found < 0:
                return None
            word = next((k for k in range(last + 1, len(hay)) if hay[k] == letter and _starts_word(hay, k)), found)
            at = found if found == last + 1 else word
            if any(hay.find(rest, at + 1) < 0 for rest in wanted[i + 1 :]):
                at = found
        score += 10 + (20 if at == last + 1 and i else 0) + (30 if _starts_word(hay, at) else 0)
        last = at
    return score - start


def _starts_word(text: str, index: int) -> bool:
    return index == 0 or not text[index - 1].isalnum()


class CommandDelegate(QStyledItemDelegate):
    """Draws an action's name and, at the right, its key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one action."""
        theme, row = current_theme(), option.rect
        action = index.data(_ACTION_ROLE)
        enabled = isinstance(action, QAction) and action.isEnabled()
        painter.save()
        draw_row_background(painter, option, theme)
        keys = str(index.data(_KEYS_ROLE))
        width = QFontMetrics(body_font()).horizontalAdvance(keys) + 2
        right = QRect(row.right() - GAP - width, row.top(), width, row.height())
        draw_text(painter, right, keys, body_font(), theme.muted if enabled else theme.disabled)
        left = QRect(row.left() + GAP + 4, row.top(), right.left() - row.left() - 3 * GAP, row.height())
        draw_text(painter, left, str(index.data()), body_font(), theme.text if enabled else theme.disabled)
        painter.restore()


class CommandPalette(QDialog):
    """A line to type into over a list of actions. Enter does the marked one, Escape closes."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Command palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        draw_all_sizes()
        self._actions = [action for action in actions if action.text() and not action.isSeparator()]
        self._line = QLineEdit(self)
        self._line.setObjectName("paletteLine")
        self._line.setPlaceholderText("What do you want to do?")
        self._line.setAccessibleName("Command")
        self._line.textChanged.connect(self._match)
        self._line.installEventFilter(self)
        self._items = ItemModel(self)
        self._view = QListView(self)
        self._view.setObjectName("paletteList")
        self._view.setAccessibleName("Commands")
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setItemDelegate(CommandDelegate(self._view))
        self._view.setModel(self._items)
        self._view.setFixedHeight(ROW_HEIGHT * _MAX_ROWS)
        self._view.clicked.connect(self._do)
        self._none = QLabel("No command is called so.", self)
        self._none.setProperty("muted", True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setFixedHeight(ROW_HEIGHT * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._line)
        column.addWidget(self._view)
        column.addWidget(self._none)
        self.setFixedWidth(520)
        self._match("")

    def open(self) -> None:
        """Show the palette over the upper part of its window, without blocking it."""
        self.show()
        self._line.setFocus()

    def titles(self) -> list[str]:
        """Return the names in the list, best first."""
        return [self._items.item(row).text() for row in range(self._items.rowCount())]

    def _match(self, query: str) -> None:
        scored: list[tuple[bool, int, int, QAction]] = []
        for position, action in enumerate(self._actions):
            score = fuzzy_score(query, plain_text(action))
            if score is not None:
                scored.append((not action.isEnabled(), -score, position, action))
        self._items.clear()
        for _disabled, _score, _position, action in sorted(scored, key=lambda row: row[:3]):
            item = QStandardItem(plain_text(action))
            item.setData(action, _ACTION_ROLE)
            item.setData(_keys_text(action), _KEYS_ROLE)
            self._items.appendRow(item)
        found = self._items.rowCount()
        self._view.setVisible(found > 0)
        self._none.setVisible(found == 0)
        if found:
            self._view.setCurrentIndex(self._items.index(0, 0))
        self.adjustSize()

    def _do(self, index: QModelIndex) -> None:
        action = index.data(_ACTION_ROLE)
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            action.trigger()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let the line move the mark in the list, and do what is marked."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self._view.currentIndex())
                return True
            if event.key() in _TO_LIST:
                self._view.keyPressEvent(event)
                return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Take a place over the upper part of the window."""
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None:
            place = window.window().mapToGlobal(window.window().rect().topLeft())
            self.move(place.x() + (window.window().width() - self.width()) // 2, place.y() + 8 * GAP)

    def changeEvent(self, event: QEvent) -> None:
        """Close when another window is gone to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.close()


def plain_text(action: QAction) -> str:
    """Return an action's name as it is read: without the mark of its menu letter."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys_text(action: QAction) -> str:
    shortcuts = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
    return next((keys for keys in shortcuts if keys), "")
