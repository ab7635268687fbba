"""A thread that can be left behind: what it does may not be interruptible, and the window must close all the same.

A QThread destroyed while it runs aborts the program, and a thread that outlives the interpreter crashes it. So every
thread is kept alive here until it has ended, and the interpreter waits for those that have not, within bounds,
before it goes.
"""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QThread

_EXIT_PATIENCE_S = 20.0

_log = logging.getLogger(__name__)
_alive: set[BackgroundThread] = set()


class BackgroundThread(QThread):
    """Runs a function once.

    Args:
        name: for debuggers.
        work: what to run.
        stop: makes `work` end soon, or as soon as it can be interrupted; called on another thread, perhaps twice.
    """

    def __init__(self, name: str, work: Callable[[], None], stop: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._work = work
        self._stop = stop
        self._ended = threading.Event()

    def begin(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Start the thread."""
        for thread in [t for t in _alive if t.isFinished()]:
            _alive.discard(thread)
        _alive.add(self)
        self.start(priority)

    def run(self) -> None:
        """Do the work; what it raises is logged."""
        try:
            self._work()
        except Exception:
            _log.exception("The thread %s ended by an error", self.objectName())
        finally:
            self._ended.set()

    def request_stop(self) -> None:
        """Make the work end, without waiting for it."""
        self._stop()

    def finish(self, timeout_ms: int) -> bool:
        """Make the work end and wait for it.

        Args:
            timeout_ms: how long at most.

        Returns:
            Whether it ended. If not, it goes on unwatched until it does.
        """
        self._stop()
        return self.join(timeout_ms)

    def join(self, timeout_ms: int) -> bool:
        """Wait for the end of the work; see `finish`."""
        if self not in _alive:
            return True
        # Python's event first: waiting for it lets the other thread run Python code in any case.
        if self._ended.wait(timeout_ms / 1000) and self.wait(1000):
            _alive.discard(self)
            return True
        return False


def _end_all() -> None:
    """End the threads that nobody ended before the interpreter goes; at worst end the program without it."""
    threads = list(_alive)
    for thread in threads:
        thread.request_stop()
    deadline = time.monotonic() + _EXIT_PATIENCE_S
    for thread in threads:
        if not thread.finish(max(1, int((deadline - time.monotonic()) * 1000))):
            # Finalising Python under a running thread is a crash; everything of the user's is on disk by now.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)


atexit.register(_end_all)
