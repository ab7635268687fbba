"""ProgressPanel: what is going on in the background, each with how far it is and a way to stop it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.docks.texts import WrappedText
from sam_annotator.ui.theme import GAP, HALF_GAP

_BAR_WIDTH = 160
_MAX_ROWS = 3  # the picture needs the room; the rest comes up as these end


class ProgressRow(QWidget):
    """One piece of work.

    Args:
        text: what it is.
        parent: its parent.
        is_alone: it has a dialog for itself, so the text stands above the bar, with all the width.

    Signals:
        cancelled(): the user wants it to stop.
    """

    cancelled = Signal()

    def __init__(self, text: str, parent: QWidget | None = None, *, is_alone: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("progressRow")
        self._words = text
        self._text = WrappedText(text, max_lines=2 if is_alone else 1, keeps_end=True, parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(text)
        self._cancel = QPushButton(tr("Cancel"), self)
        self._cancel.setObjectName("progressCancel")
        self._cancel.setAutoDefault(False)
        self._cancel.setAccessibleName(tr("Cancel: {what}", what=text))
        self._cancel.clicked.connect(self.ask)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        if is_alone:
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._text)
            row.addWidget(self._bar, 1)
        else:
            column.setContentsMargins(GAP + HALF_GAP, HALF_GAP, HALF_GAP, HALF_GAP)
            self._bar.setFixedWidth(_BAR_WIDTH)
            row.addWidget(self._text, 1)
            row.addWidget(self._bar)
        row.addWidget(self._cancel)
        column.addLayout(row)

    @property
    def text(self) -> str:
        """What is going on, and how far it is."""
        return self._text.text

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is; a total of 0 is not known."""
        known = total > 0
        self._bar.setRange(0, 1000 if known else 0)
        if known:
            percent = min(100, 100 * done // total)
            self._bar.setValue(min(1000, 1000 * done // total))
            self._text.set_text(tr("{what} {percent} %", what=self._words, percent=percent))

    def ask(self) -> None:
        """Ask that it stops, once."""
        if not self._cancel.isEnabled():
            return
        self._cancel.setEnabled(False)
        self._text.set_text(tr("Stopping: {what}", what=self._words))
        self.cancelled.emit()


class ProgressPanel(QWidget):
    """A row for each piece of work, under the notices; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressPanel")
        self.setAccessibleName(tr("In progress"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: dict[Hashable, ProgressRow] = {}
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What the rows say, the oldest first."""
        return [row.text for row in self._rows.values()]

    def row(self, key: Hashable) -> ProgressRow | None:
        """Return the row of a piece of work; None where it has none."""
        return self._rows.get(key)

    def add(self, key: Hashable, text: str) -> ProgressRow:
        """Add a row."""
        row = self._rows[key] = ProgressRow(text, self)
        self._column.addWidget(row)
        self._arrange()
        return row

    def remove(self, key: Hashable) -> None:
        """Take a row away, if it is there."""
        row = self._rows.pop(key, None)
        if row is not None:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
            self._arrange()

    def _arrange(self) -> None:
        for i, row in enumerate(self._rows.values()):
            row.setVisible(i < _MAX_ROWS)
        self.setVisible(bool(self._rows))
