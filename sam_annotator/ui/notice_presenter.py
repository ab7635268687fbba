"""What the quiet bar says: sentences of all parts, and what its button does; and the progress of what takes long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.words import tr
from sam_annotator.ui.docks import NoticeBar
from sam_annotator.ui.docks.progress_panel import ProgressPanel
from sam_annotator.ui.transfer_controller import TransferController

_NOTICE_MS = {"info": 6000, "warning": 20_000}  # an error stays until it is closed
_PROGRESS_MS = 500  # what ends before that is not worth a row
_MAX_UNREAD = 20


@dataclass(frozen=True, slots=True, eq=False)
class _Notice:
    text: str
    kind: str
    button: str
    action: Callable[[], object] | None


class Ongoing(Protocol):
    """What takes long, as a Job: with the signals progress(done, total) and finished()."""

    @property
    def progress(self) -> Any:
        """Tells how far it is."""

    @property
    def finished(self) -> Any:
        """Tells its end."""

    def cancel(self) -> None:
        """End it."""

    def __hash__(self) -> int: ...


class NoticePresenter(QObject):
    """Shows one notice at a time, the newest. An error that was not closed comes back after what was shown over it.

    Signals:
        failed(str): an error was shown.
    """

    failed = Signal(str)

    def __init__(
        self, bar: NoticeBar, progress: ProgressPanel, transfer: TransferController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bar, self._progress, self._transfer = bar, progress, transfer
        self._shown: _Notice | None = None
        self._unread: list[_Notice] = []  # errors, the newest last
        self._engine_error = ""
        bar.action.connect(self._act)
        bar.dismissed.connect(self._on_dismissed)
        bar.more.connect(self._show_older)
        transfer.started.connect(lambda job, what: self.show_progress(job, what, delay_ms=0))

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
        notice = _Notice(text, kind, button, action)
        if kind == "error":
            others = [n for n in self._unread if n.text != text]
            self._unread = [*others[1 - _MAX_UNREAD :], notice]
        self._put_up(notice)
        if kind == "error":
            self.failed.emit(text)

    def show_progress(self, job: Ongoing, text: str, *, delay_ms: int | None = None) -> None:
        """Show how far a job is, and let the user cancel it, until it ends; its result is for whoever began it.

        Args:
            job: started, or about to be.
            text: what it does, as in "Exporting to out.json…".
            delay_ms: a job that ends before that is not shown at all; half a second where it is not given.
        """
        last: list[tuple[int, int]] = []

        def add() -> None:
            if has_ended:
                return
            row = self._progress.add(job, text)
            row.cancelled.connect(job.cancel)
            if last:
                row.set_progress(*last[0])

        def move(done: int, total: int) -> None:
            last[:] = [(done, total)]
            if (row := self._progress.row(job)) is not None:
                row.set_progress(done, total)

        def end() -> None:
            has_ended.append(True)
            self._progress.remove(job)

        has_ended: list[bool] = []
        job.progress.connect(move)
        job.finished.connect(end)
        delay_ms = _PROGRESS_MS if delay_ms is None else delay_ms
        if delay_ms:
            QTimer.singleShot(delay_ms, self, add)
        else:
            add()

    def show_engine_error(self, text: str, action: Callable[[], object]) -> None:
        """Say why an engine is not there; the notice goes when one is."""
        self._forget(self._engine_error)
        self._engine_error = text
        self.show(text, "error", button=tr("Engines…"), action=action)

    def forget_engine_error(self) -> None:
        """Take back what `show_engine_error` said."""
        self._forget(self._engine_error)
        self._engine_error = ""

    def leave_project(self) -> None:
        """Take back what was about the project that is left."""
        self._unread = [n for n in self._unread if n.text == self._engine_error]
        if self._shown is None or self._shown not in self._unread:
            self._put_up_last()
        else:
            self._bar.set_more(0)

    def _forget(self, text: str) -> None:
        """Take an error back, on screen or not."""
        if not text:
            return
        self._unread = [n for n in self._unread if n.text != text]
        if self._bar.text == text:
            self._put_up_last()
        else:
            self._count()

    def _put_up(self, notice: _Notice) -> None:
        self._shown = notice
        stays = bool(notice.button) and not self._unread  # there is time to press it; nothing waits behind it
        timeout_ms = 0 if stays else _NOTICE_MS.get(notice.kind, 0)
        self._bar.show_notice(notice.text, notice.kind, button=notice.button, timeout_ms=timeout_ms)
        self._count()

    def _put_up_last(self) -> None:
        """Show the newest error that was not read; nothing where there is none."""
        if self._unread:
            self._put_up(self._unread[-1])
        else:
            self._shown = None
            self._bar.clear()

    def _count(self) -> None:
        self._bar.set_more(sum(notice is not self._shown for notice in self._unread))

    def _show_older(self) -> None:
        """Turn to the next error that was not read."""
        others = [notice for notice in self._unread if notice is not self._shown]
        if others:
            self._unread = [*(n for n in self._unread if n is self._shown), *others]
            self._put_up(others[-1])

    def _on_dismissed(self) -> None:
        self._unread = [notice for notice in self._unread if notice is not self._shown]
        self._put_up_last()

    def _act(self) -> None:
        shown = self._shown
        self._unread = [notice for notice in self._unread if notice is not shown]  # it was read
        self._count()
        if shown is not None and shown.action is not None:
            shown.action()
