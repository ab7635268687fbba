"""Reflow, Lines, Flow: controls beside each other, or below where their words need it. Imports theme only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.ui.theme import GAP, HALF_GAP

_BOX_FRAME = 64  # of a combo box around its text
_BOX_ROOM = 44  # the least around it
_LINE_ROOM = 40  # of a line with a button to clear it


class Reflow(QWidget):
    """Puts controls of one width into as many columns as fit, of two at most."""

    def __init__(self, controls: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls = tuple(controls)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(HALF_GAP)
        for control in self._controls:
            control.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place(2)  # until it is shown: it must not ask for more height than it is going to take

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another number of columns where that is right for the width."""
        super().resizeEvent(event)
        widest = max(_wanted(control) for control in self._controls)
        self._place(2 if 2 * widest + HALF_GAP <= self.width() else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for i, control in enumerate(self._controls):
            self._grid.addWidget(control, i // columns, i % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        self._grid.setHorizontalSpacing(HALF_GAP if columns == 2 else 0)


def _wanted(control: QWidget) -> int:
    """Return the width that a control's words need; of a combo box those of its first row, others may be cut."""
    if isinstance(control, QComboBox):
        return control.fontMetrics().horizontalAdvance(control.itemText(0)) + _BOX_FRAME
    return control.sizeHint().width()


class Lines(QWidget):
    """Groups of controls on one line, or on as many as their words need: the first left, the others right.

    Signals:
        count_changed(): they stand on another number of lines.
    """

    count_changed = Signal()

    def __init__(self, groups: Sequence[Sequence[tuple[QWidget, int]]], parent: QWidget | None = None) -> None:
        """Take groups whose controls stay beside each other, each control with its share of the room that is left."""
        super().__init__(parent)
        self._groups = [list(group) for group in groups]
        self._lines: list[list[int]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_GAP)
        for group in self._groups:
            for control, _share in group:
                control.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.place()

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the width needs."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Put the groups on lines; to be called when their words are others."""
        lines: list[list[int]] = []
        left = 0
        for i, group in enumerate(self._groups):
            needed = sum(_needed(control) + GAP for control, _share in group if not _is_put_away(control))
            if not lines or needed > left + GAP:
                lines.append([])
                left = self.width()
            lines[-1].append(i)
            left -= needed
        if lines == self._lines:
            return
        is_another_count = len(lines) != len(self._lines)
        self._lines = lines
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.layout()) is not None:
                while old.takeAt(0) is not None:
                    pass
                old.deleteLater()
        for line in lines:
            self._column.addLayout(self._row(line))
        if is_another_count:
            self.updateGeometry()
            self.count_changed.emit()

    def _row(self, line: Sequence[int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        fills = any(share for i in line for _control, share in self._groups[i])
        if not fills and line[0] != 0:
            row.addStretch(1)
        for i in line:
            for control, share in self._groups[i]:
                row.addWidget(control, share)
            if not fills and i == 0:
                row.addStretch(1)
        return row


def _is_put_away(control: QWidget) -> bool:
    """Whether a control was hidden, and is not only one that was never shown yet."""
    return control.isHidden() and control.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _needed(control: QWidget) -> int:
    """Return the width that a control needs for all of its words."""
    if isinstance(control, QComboBox):
        texts = (control.itemText(i) for i in range(control.count()))
        widest = max((control.fontMetrics().horizontalAdvance(text) for text in texts), default=0) + _BOX_ROOM
        return max(widest, control.minimumSizeHint().width())  # it takes that where its words are short
    if isinstance(control, QLineEdit):
        return control.fontMetrics().horizontalAdvance(control.placeholderText()) + _LINE_ROOM
    return control.sizeHint().width()


class Flow(QLayout):
    """Puts widgets of their own sizes beside each other, and below where a line is full, like words."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(HALF_GAP)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width: it does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of the widest item: more width is taken as it comes."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        sizes = [item.sizeHint() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put each item at its place."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        at, line_height = QPoint(0, 0), 0
        for item in self._items:
            size = item.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at, line_height = QPoint(0, at.y() + line_height + self.spacing()), 0
            places.append(QRect(at, size))
            at.setX(at.x() + size.width() + self.spacing())
            line_height = max(line_height, size.height())
        return places
