"""WaitingDialog: stands before the window while one edit takes long, says how far it is, and lets it be cancelled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sam_annotator.ui.dialogs.parts import Dialog
from sam_annotator.ui.docks.progress_panel import ProgressRow


class WaitingDialog(Dialog):
    """A row with a bar, under a title that says what it is. Closing it, or Escape, is to cancel.

    It goes when the edit has ended, one way or the other.

    Signals:
        cancelled(): the user wants it to stop.
    """

    cancelled = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "waitingDialog", parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.row = ProgressRow(text, self, is_alone=True)
        self.row.cancelled.connect(self.fit)  # what it says then is longer
        self.row.cancelled.connect(self.cancelled)
        self.column.addWidget(self.row)
        self.setFocus()  # not the button: whoever types on must not cancel by that

    def reject(self) -> None:
        """Ask to stop; the dialog stays until that is so."""
        self.row.ask()

    def end(self) -> None:
        """Go."""
        super().reject()
