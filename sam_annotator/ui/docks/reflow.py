"""Reflow: a few controls beside each other, or below each other where their words need the room. Imports theme only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from sam_annotator.ui.theme import HALF_GAP

_BOX_FRAME = 64  # of a combo box around its text


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
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another number of columns where that is right for the width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        widest = max(_wanted(control) for control in self._controls)
        columns = 2 if 2 * widest + HALF_GAP <= self.width() else 1
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
