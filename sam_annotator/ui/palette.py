"""CommandPalette: everything that can be done by a few letters of its name. Imports theme and drawing only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QShowEvent, QStandardItem
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

from sam_annotator.core.words import listed, tr
from sam_annotator.ui.docks.drawing import ROW_HEIGHT, SWATCH, draw_row_background, draw_swatch, draw_text, swatch_rect
from sam_annotator.ui.icons import draw_all_sizes
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font

_COMMAND_ROLE = Qt.ItemDataRole.UserRole + 1
_MAX_ROWS = 12
_WIDTH = 600
_MAX_FOUND = 300
_RECENT_BONUS = 12  # of a command used lately, over one that matches as well
_PATH_MALUS = 25  # of one that matches only with its menu's name
_AS_TYPED_BONUS = 100  # of one with a word that begins as typed, over letters found here and there
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done.

    Attributes:
        id: by which it is remembered.
        text: what it is called.
        run: does it.
        path: the menu it is in, or what kind of thing it is.
        keys: its keys, as people read them.
        reason: why it can't be done now; "" where it can.
        color: of a category, "#rrggbb"; "" for none.
    """

    id: str
    text: str
    run: Callable[[], object]
    path: str = ""
    keys: str = ""
    reason: str = ""
    color: str = ""


def fuzzy_score(query: str, text: str) -> int | None:
    """Return how well a text matches a query, higher is better; None where it does not.

    The query's letters must all be in the text in their order; the start of words and letters in a row count more, and
    a word that begins as typed counts most. Spaces in the query are passed over.
    """
    wanted, hay = query.casefold().replace(" ", ""), text.casefold()
    if not wanted:
        return 0
    best: int | None = None
    for start in (i for i, letter in enumerate(hay) if letter == wanted[0]):
        score = _score_from(wanted, hay, start)
        if score is not None and (best is None or score > best):
            best = score
    if best is not None and _has_as_typed(query.casefold().strip(), hay):
        best += _AS_TYPED_BONUS
    return best


def _has_as_typed(query: str, hay: str) -> bool:
    """Whether the query, which may be several words, stands in the text from the start of a word on."""
    at = hay.find(query)
    while at >= 0 and not _starts_word(hay, at):
        at = hay.find(query, at + 1)
    return at >= 0


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
    """Draws a command's name and menu and, at the right, its key, or why it can't be done now."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one command."""
        theme, row = current_theme(), option.rect
        command = index.data(_COMMAND_ROLE)
        if not isinstance(command, Command):
            return
        painter.save()
        draw_row_background(painter, option, theme)
        right_text, right_font = (command.reason, small_font()) if command.reason else (command.keys, body_font())
        width = QFontMetrics(right_font).horizontalAdvance(right_text) + 2
        right = QRect(row.right() - GAP - width, row.top(), width, row.height())
        draw_text(painter, right, right_text, right_font, theme.muted)
        left = row.left() + GAP + HALF_GAP
        if command.color:
            draw_swatch(painter, swatch_rect(row, GAP + HALF_GAP), command.color, theme)
            left += SWATCH + GAP
        room = QRect(left, row.top(), right.left() - left - 2 * GAP, row.height())
        draw_text(painter, room, command.text, body_font(), theme.disabled if command.reason else theme.text)
        used = QFontMetrics(body_font()).horizontalAdvance(command.text) + GAP
        if room.width() - used > 3 * GAP:
            draw_text(painter, room.adjusted(used, 0, 0, 0), command.path, small_font(), theme.muted)
        painter.restore()


class CommandPalette(QDialog):
    """A line to type into over a list of commands. Enter does the marked one, Escape closes.

    Args:
        commands: all there are.
        parent: the window it opens over.
        recent: ids of those used last, the last one first.

    Signals:
        done_command(str): the command of this id was chosen.
    """

    done_command = Signal(str)

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None, recent: Sequence[str] = ()) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle(tr("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        draw_all_sizes()
        self._commands = list(commands)
        self._recent = {command_id: place for place, command_id in enumerate(recent)}
        self._line = QLineEdit(self)
        self._line.setObjectName("paletteLine")
        self._line.setPlaceholderText(tr("What do you want to do?"))
        self._line.setAccessibleName(tr("Command"))
        self._line.textChanged.connect(self._match)
        self._line.installEventFilter(self)
        self._items = ItemModel(self)
        self._view = QListView(self)
        self._view.setObjectName("paletteList")
        self._view.setAccessibleName(tr("Commands"))
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
        self._none = QLabel(tr("No command is called so."), self)
        self._none.setProperty("muted", True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setFixedHeight(ROW_HEIGHT * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._line)
        column.addWidget(self._view)
        column.addWidget(self._none)
        self.setFixedWidth(_WIDTH)
        self._match("")

    def open(self) -> None:
        """Show the palette over the upper part of its window, without blocking it."""
        self.show()
        self._line.setFocus()

    def titles(self) -> list[str]:
        """Return the names in the list, best first."""
        return [self._items.item(row).text() for row in range(self._items.rowCount())]

    def _match(self, query: str) -> None:
        scored: list[tuple[bool, int, int, Command]] = []
        for position, command in enumerate(self._commands):
            place = self._recent.get(command.id)
            score = self._score(query, command)
            if score is None:
                continue
            if query.strip():
                scored.append(
                    (bool(command.reason), -score - (_RECENT_BONUS if place is not None else 0), position, command)
                )
            else:  # what was used last, then the menus as they are
                scored.append((bool(command.reason), len(self._recent) if place is None else place, position, command))
        self._items.clear()
        for _disabled, _score, _position, command in sorted(scored, key=lambda row: row[:3])[:_MAX_FOUND]:
            item = QStandardItem(command.text)
            item.setData(command, _COMMAND_ROLE)
            parts = (command.text, command.path, command.reason or command.keys)
            item.setData(listed(part for part in parts if part), Qt.ItemDataRole.AccessibleTextRole)
            self._items.appendRow(item)
        found = self._items.rowCount()
        self._view.setVisible(found > 0)
        self._none.setVisible(found == 0)
        if found:
            self._view.setCurrentIndex(self._items.index(0, 0))
            self._view.scrollToTop()
        self.adjustSize()

    def _score(self, query: str, command: Command) -> int | None:
        by_name = fuzzy_score(query, command.text)
        by_path = fuzzy_score(query, f"{command.path} {command.text}") if command.path else None
        scores = [score for score in (by_name, None if by_path is None else by_path - _PATH_MALUS) if score is not None]
        return max(scores) if scores else None

    def _do(self, index: QModelIndex) -> None:
        command = index.data(_COMMAND_ROLE)
        if isinstance(command, Command) and not command.reason:
            self.accept()
            self.done_command.emit(command.id)
            command.run()

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
