"""GoToImageDialog: to an image by its number or a part of its name. Imports theme and what dialogs are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.parts import Dialog
from sam_annotator.ui.docks.drawing import ROW_HEIGHT
from sam_annotator.ui.theme import tabular

_MOST = 50
_FIGURE_SPACE = "\u2007"
_ROW = Qt.ItemDataRole.UserRole
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class GoToImageDialog(Dialog):
    """A line to type into, and the images that fit it.

    Signals:
        chosen(int): the row of an image in the project's list.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Go to image"), "goToImageDialog", parent, width=440)
        self._names = [(row, name, name.casefold()) for row, name in enumerate(names)]
        self.line = QLineEdit(self)
        self.line.setObjectName("goToImageLine")
        self.line.setAccessibleName(tr("Number or name"))
        self.line.setPlaceholderText(tr("Number or name"))
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("goToImageList")
        self.list.setFont(tabular(self.list.font()))
        self.list.setAccessibleName(tr("Images that fit"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end of a long name tells it from the next
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.itemClicked.connect(lambda _item: self._go())
        self._words = QLabel(self)
        self._words.setProperty("muted", True)
        for widget in (self.line, self.list, self._words):
            self.column.addWidget(widget)
        self.add_close_button(tr("Cancel"))
        self.go = self.add_button(tr("Go"), "goButton", default=True)
        self.go.clicked.connect(self._go)
        self._fill("")
        self.resize(self.width(), 360)

    def _fill(self, text: str) -> None:
        wanted = text.strip().casefold()
        found: list[int] = []
        if wanted.isdecimal() and 1 <= int(wanted) <= len(self._names):
            found.append(int(wanted) - 1)
        is_more = False
        for row, _name, folded in self._names:
            if wanted in folded and row not in found[:1]:
                is_more = len(found) >= _MOST
                if is_more:
                    break
                found.append(row)
        self.list.clear()
        figures = len(str(max(found, default=0) + 1))  # as many places for each, so that the names stand in one line
        for row in found:
            number = str(row + 1).rjust(figures, _FIGURE_SPACE)
            item = QListWidgetItem(f"{number}   {self._names[row][1]}")
            item.setData(_ROW, row)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.go.setEnabled(bool(found))
        if not found:
            self._words.setText(tr("No image has this number or name."))
        else:
            self._words.setText(tr("There are more; type more of the name.") if is_more else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list by the arrows while the line has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(int(item.data(_ROW)))
            self.accept()
