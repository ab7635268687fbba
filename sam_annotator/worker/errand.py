"""Errand: one function that another thread runs while the window's thread waits for it, and can be cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop

from sam_annotator.worker.background_thread import BackgroundThread

Told = Callable[[int], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Told, IsCancelled], Any]


class Errand:
    """Runs `work(told, cancelled)`.

    Unlike a Job it is waited for, and gives back or raises what the function does.

    Args:
        work: called on another thread; calls `told(done)` now and then, and asks `cancelled()`.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._cancel = threading.Event()
        self._ended = threading.Event()
        self._result: Any = None
        self._error: BaseException | None = None
        self.done = 0
        self._thread = BackgroundThread("errand", self._run, self._cancel.set)

    def start(self) -> None:
        """Start the work."""
        self._thread.begin()

    def wait(self, timeout_ms: int | None = None) -> bool:
        """Wait for the end, without an event being handled; returns whether it came."""
        return self._ended.wait(None if timeout_ms is None else timeout_ms / 1000)

    def run_events(self) -> None:
        """Handle events until the end."""
        loop = QEventLoop()
        self._thread.finished.connect(loop.quit)
        if not self._thread.isFinished():
            loop.exec()
        self.wait()  # where the loop was ended by the end of the program

    def cancel(self) -> None:
        """Ask the work to stop; it may have been done by then."""
        self._cancel.set()

    @property
    def result(self) -> Any:
        """What the work returned, once it has ended; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._result

    def _run(self) -> None:
        try:
            self._result = self._work(self._tell, self._cancel.is_set)
        except BaseException as e:  # it is raised where the result is taken
            self._error = e
        finally:
            self._ended.set()

    def _tell(self, done: int) -> None:
        self.done = done
