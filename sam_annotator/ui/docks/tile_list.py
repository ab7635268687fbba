"""TileList: a list view of tiles of one size, side by side or one above the other. Knows no records.

QListView goes through all rows whenever it lays them out, which is half a million calls into a Python model of 100,000
rows until the first of them is on screen. Where tiles are of one size, the place of a row is a product: this view asks
the model for the rows it paints, and for no other.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollBar, QStyle, QStyleOptionViewItem, QWidget

_Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemView.ScrollHint
_Move = QAbstractItemView.CursorAction
_State = QStyle.StateFlag
_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
_STEPS = {
    _Move.MoveLeft: (True, -1), _Move.MoveRight: (True, 1), _Move.MoveUp: (False, -1), _Move.MoveDown: (False, 1),
}  # fmt: skip


class TileList(QListView):
    """Shows the rows of a list model along its flow; the delegate's size hint is the size of each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one that Python knows; to name Qt's own it makes classes of all widgets: 10 ms
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._pointer: QPoint | None = None  # in the viewport

    # Where rows are

    @property
    def _is_column(self) -> bool:
        return self.flow() == QListView.Flow.TopToBottom

    @property
    def _bar(self) -> QScrollBar:
        return self.verticalScrollBar() if self._is_column else self.horizontalScrollBar()

    @property
    def _count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount(self.rootIndex())

    @property
    def _pitch(self) -> int:
        """Return how far it is from one row to the next."""
        size = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        return max(1, size.height() if self._is_column else size.width())

    def _rect_of(self, row: int) -> QRect:
        """Return where a row is in the viewport."""
        pitch, room = self._pitch, self.viewport().size()
        start = row * pitch - self._bar.value()
        return QRect(0, start, room.width(), pitch) if self._is_column else QRect(start, 0, pitch, room.height())

    def rows_within(self, area: QRect) -> range:
        """Return the rows that show in an area of the viewport."""
        first, last = (area.top(), area.bottom()) if self._is_column else (area.left(), area.right())
        pitch, offset = self._pitch, self._bar.value()
        return range(max(0, (first + offset) // pitch), min(self._count, (last + offset) // pitch + 1))

    def visualRect(self, index: _Index) -> QRect:
        """Return where an index is in the viewport."""
        return self._rect_of(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return what is at a point of the viewport."""
        for row in self.rows_within(QRect(point, QSize(1, 1))):
            if self._rect_of(row).contains(point):
                return self.model().index(row, 0, self.rootIndex())
        return QModelIndex()

    def scrollTo(self, index: _Index, hint: _Hint = _ENSURE_VISIBLE) -> None:
        """Scroll no further than it takes."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        pitch = self._pitch
        start, room = index.row() * pitch, self._bar.pageStep()
        first, last = start, start + pitch - room  # what the bar shows when the row is at the one end, or the other
        if hint == _Hint.PositionAtCenter:
            value = (first + last) // 2
        elif hint == _Hint.PositionAtTop:
            value = first
        elif hint == _Hint.PositionAtBottom:
            value = last
        else:
            value = min(max(self._bar.value(), last), first)
        self._bar.setValue(value)

    def horizontalOffset(self) -> int:
        """Return how far it is scrolled sideways."""
        return 0 if self._is_column else self._bar.value()

    def verticalOffset(self) -> int:
        """Return how far it is scrolled down."""
        return self._bar.value() if self._is_column else 0

    def isIndexHidden(self, index: _Index) -> bool:
        """Return False: all rows are shown."""
        return False

    def doItemsLayout(self) -> None:
        """Fit the scroll bars; no row is asked for."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Fit the scroll bars to the number of rows."""
        QAbstractItemView.updateGeometries(self)
        across = self.horizontalScrollBar() if self._is_column else self.verticalScrollBar()
        across.setRange(0, 0)
        room = self.viewport().height() if self._is_column else self.viewport().width()
        pitch = self._pitch
        self._bar.setPageStep(room)
        self._bar.setSingleStep(pitch)
        self._bar.setRange(0, max(0, self._count * pitch - room))

    # Keyboard and mouse

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key leads to; what leads across the flow stays."""
        count, current = self._count, self.currentIndex()
        if count == 0:
            return QModelIndex()
        row, page = current.row(), max(1, self._bar.pageStep() // self._pitch - 1)
        if not current.isValid():
            row = count - 1 if action == _Move.MoveEnd else 0
        elif action in _STEPS:
            is_sideways, step = _STEPS[action]
            row += 0 if is_sideways == self._is_column else step
        else:
            row = {
                _Move.MoveHome: 0,
                _Move.MoveEnd: count - 1,
                _Move.MovePageUp: row - page,
                _Move.MovePageDown: row + page,
                _Move.MovePrevious: row - 1,
                _Move.MoveNext: row + 1,
            }[action]
        return self.model().index(min(max(row, 0), count - 1), 0, self.rootIndex())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what a rectangle touches."""
        x0, x1 = sorted((rect.left(), rect.right()))
        y0, y1 = sorted((rect.top(), rect.bottom()))
        rows, model = self.rows_within(QRect(QPoint(x0, y0), QPoint(x1, y1))), self.model()
        selection = QItemSelection()
        if rows:
            selection.select(model.index(rows[0], 0, self.rootIndex()), model.index(rows[-1], 0, self.rootIndex()))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return the part of the viewport that a selection covers."""
        region = QRegion()
        area = self.viewport().rect()
        for part in selection.toList():
            region += self._rect_of(part.top()).united(self._rect_of(part.bottom())).intersected(area)
        return region

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the pointer."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._pointer = event.position().toPoint()
        elif event.type() == QEvent.Type.Leave:
            self._pointer = None
        return super().viewportEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that show."""
        rows = self.rows_within(event.rect())
        if not rows:
            return
        model, selected, current = self.model(), self.selectionModel(), self.currentIndex()
        delegate: Any = self.itemDelegate()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~(_State.State_Selected | _State.State_MouseOver | _State.State_HasFocus)
        has_focus = self.hasFocus() or self.viewport().hasFocus()
        painter = QPainter(self.viewport())
        for row in rows:
            index, rect, state = model.index(row, 0, self.rootIndex()), self._rect_of(row), plain
            if selected.isSelected(index):
                state |= _State.State_Selected
            if self._pointer is not None and rect.contains(self._pointer):
                state |= _State.State_MouseOver
            if has_focus and index == current:
                state |= _State.State_HasFocus
            option.rect, option.state = rect, state
            delegate.paint(painter, option, index)
        painter.end()
