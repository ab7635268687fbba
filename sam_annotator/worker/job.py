"""Job: one function run off the GUI thread, with progress, cancel and its end as signals. Holds no widget.

Each job has a thread of its own: a download of an hour must not stand in the way of an export.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.words import tr
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.background_thread import BackgroundThread

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]

_PATIENCE_MS = 2000

_log = logging.getLogger(__name__)
_running: set[Job] = set()  # keeps a job alive whose owner let go of it


class _Relay(QObject):
    """Carries what the job's thread tells to the thread that the job lives on."""

    progressed = Signal(object, object)
    ended = Signal(object, object)


class Job(QObject):
    """Runs `work(progress, cancelled)`.

    Args:
        work: called on another thread with `progress(done, total)`, to be called now and then, and `cancelled()`, to
            be asked now and then. It may return anything or raise.
        parent: as for every QObject.

    Signals:
        progress(int, int): done and total, in what the work counts (more than 32 bits where it counts bytes).
        done(object): what the work returned.
        failed(str): a sentence for the user.
        finished(): the last one, always, once; the only one after `cancel`.
    """

    progress = Signal(object, object)
    done = Signal(object)
    failed = Signal(str)
    finished = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()
        self._relay = _Relay()
        self._relay.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._relay.ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)
        self._thread = BackgroundThread("job", self._run, self._cancel.set)

    def start(self) -> Job:
        """Start the work and return the job."""
        _running.add(self)
        self._thread.begin()
        return self

    @property
    def is_running(self) -> bool:
        """Whether it was started and its end was not told yet."""
        return self in _running

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask the work to stop. Whatever it still gives is dropped; `finished` comes when it has ended."""
        self._cancel.set()

    def stop(self, timeout_ms: int = _PATIENCE_MS) -> bool:
        """Cancel and wait for the end; for when the window closes.

        Returns:
            Whether it ended in time; if not, it ends in the background.
        """
        has_ended = self._thread.finish(timeout_ms)
        _running.discard(self)
        return has_ended

    def _run(self) -> None:
        try:
            result = self._work(lambda done, total: self._relay.progressed.emit(done, total), self._cancel.is_set)
        except SamAnnotatorError as e:
            self._relay.ended.emit(None, str(e))
        except Exception as e:
            _log.exception("A job ended by an error")
            detail = ": ".join(part for part in (type(e).__name__, " ".join(str(e).split())[:120]) if part)
            self._relay.ended.emit(None, tr("That failed ({reason}); try again.", reason=detail))
        else:
            self._relay.ended.emit(result, "")

    def _on_progress(self, done: int, total: int) -> None:
        if not self.is_cancelled:
            self.progress.emit(done, total)

    @arriving
    def _on_end(self, result: object, message: str) -> None:
        if self not in _running:
            return
        self._thread.join(_PATIENCE_MS)
        _running.discard(self)
        if not self.is_cancelled:
            if message:
                self.failed.emit(message)
            else:
                self.done.emit(result)
        self.finished.emit()


def stop_all_jobs(timeout_ms: int = _PATIENCE_MS) -> None:
    """Cancel every job and wait for them together; for when the program ends."""
    for job in list(_running):
        job.cancel()
    for job in list(_running):
        job.stop(timeout_ms)
