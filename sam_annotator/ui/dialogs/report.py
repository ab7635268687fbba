"""ReportDialog: what an import or export did, or why it was refused, with every reason; all of it can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from sam_annotator.core.words import mark, tr
from sam_annotator.ui.dialogs.parts import Dialog, heading
from sam_annotator.ui.models.figures import count_text
from sam_annotator.ui.theme import body_font, tabular


class ReportDialog(Dialog):
    """A summary, and a list of reasons where there are any."""

    def __init__(
        self,
        title: str,
        summary: str,
        reasons: Sequence[str] = (),
        *,
        heads: tuple[str, str] = (mark("{n} reason"), mark("{n} reasons")),
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            title: of the dialog.
            summary: one sentence.
            reasons: more of them.
            heads: what one of those, and several, are called.
            folder: that a button opens; None for no button.
            parent: of the dialog.
        """
        super().__init__(title, "reportDialog", parent, width=560)
        self._summary, self._reasons = summary, tuple(reasons)
        words = QLabel(summary, self)
        words.setObjectName("reportSummary")
        words.setWordWrap(True)
        words.setFont(tabular(body_font()))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(words)
        if self._reasons:
            self.column.addWidget(heading(count_text(len(self._reasons), *heads)))
            reasons_view = QPlainTextEdit("\n".join(self._reasons), self)
            reasons_view.setObjectName("reportReasons")
            reasons_view.setAccessibleName(tr("Reasons"))
            reasons_view.setReadOnly(True)
            reasons_view.setTabChangesFocus(True)
            lines = min(12, max(3, len(self._reasons) + 1))
            reasons_view.setMinimumHeight(reasons_view.fontMetrics().lineSpacing() * lines + 16)
            self.column.addWidget(reasons_view, 1)
        else:
            self.column.addStretch(1)
        if folder is not None:
            url = QUrl.fromLocalFile(str(folder))
            self.add_button(tr("Open folder"), "reportFolder").clicked.connect(lambda: QDesktopServices.openUrl(url))
        copy = self.add_button(tr("Copy"), "reportCopy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        self.add_close_button(default=True).setFocus()

    @property
    def text(self) -> str:
        """The whole report as plain text."""
        return "\n".join((self._summary, *self._reasons))
