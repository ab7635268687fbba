"""What the quiet bar says: sentences of all parts, the progress of imports and exports, and what its button does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sam_annotator.ui.docks import NoticeBar
from sam_annotator.ui.transfer_controller import TransferController

_NOTICE_MS = {"info": 6000, "warning": 20_000}  # an error stays until it is closed


class NoticePresenter(QObject):
    """Shows one notice at a time; the newest wins.

    Signals:
        failed(str): an error was shown.
    """

    failed = Signal(str)

    def __init__(self, bar: NoticeBar, transfer: TransferController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._transfer = bar, transfer
        self._action: Callable[[], object] | None = None
        self._transfer_text = self._engine_error = ""
        bar.action.connect(self._act)
        transfer.busy_changed.connect(self._on_transfer)
        transfer.progress.connect(self._on_progress)

    def show(
        self, text: str, kind: str = "info", *, button: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence.

        Args:
            text: one sentence, with a next step where there is one.
            kind: "info", "warning" or "error".
            button: its words, or "" for none.
            action: what the button does.
        """
        self._action = action
        timeout_ms = 0 if button else _NOTICE_MS.get(kind, 0)
        self._bar.show_notice(text, kind, button=button, timeout_ms=timeout_ms)
        if kind == "error":
            self.failed.emit(text)

    def show_engine_error(self, text: str, action: Callable[[], object]) -> None:
        """Say why an engine is not there; the notice goes when one is."""
        self._engine_error = text
        self.show(text, "error", button="Engines…", action=action)

    def forget_engine_error(self) -> None:
        """Take back what `show_engine_error` said."""
        if self._bar.text == self._engine_error:
            self._bar.clear()
        self._engine_error = ""

    def leave_project(self) -> None:
        """Take back what was about the project that is left."""
        if not self._transfer.is_busy:
            self._bar.clear()

    def _act(self) -> None:
        if self._action is not None:
            self._action()

    def _on_transfer(self, what: str) -> None:
        if not what and self._bar.text == self._transfer_text:
            self._bar.clear()
        self._transfer_text = what
        if what:
            self.show(what, button="Cancel", action=self._transfer.cancel)

    def _on_progress(self, done: int, total: int) -> None:
        if self._transfer.is_busy and self._bar.text == self._transfer_text:
            self._transfer_text = self._transfer.what + (f" {100 * done // total} %" if total > 0 else "")
            if self._bar.text != self._transfer_text:
                self.show(self._transfer_text, button="Cancel", action=self._transfer.cancel)
