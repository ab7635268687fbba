"""A thread that can be left behind: what it does may not be interruptible, and the window must close all the same.

A QThread destroyed while it runs aborts the program, and a thread that outlives the interpreter crashes it. So a
thread that does not end in time is kept alive here, and the interpreter waits for it, within bounds, before it goes.
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
_left_behind: set[BackgroundThread] = set()


class BackgroundThread(QThread):
    """Runs a function once. Its owner calls `finish` before it goes.

    Args:
        name: for debuggers.
        work: what to run; it ends by itself when told to by other means.
    """

    def __init__(self, name: str, work: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._work = work
        self._ended = threading.Event()

    def run(self) -> None:
        """Do the work; what it raises is logged."""
        try:
            self._work()
        except Exception:
            _log.exception("The thread %s ended by an error", self.objectName())
        finally:
            self._ended.set()

    def finish(self, timeout_ms: int) -> bool:
        """Wait for the end.

        Args:
            timeout_ms: how long at most.

        Returns:
            Whether it ended. If not, it goes on unwatched, and the object is kept alive until it has.
        """
        if self.isFinished() or not self.isRunning():
            return True
        # Wait on Python's event first: it lets the other thread run Python code meanwhile.
        if self._ended.wait(timeout_ms / 1000) and self.wait(1000):
            return True
        _left_behind.add(self)
        return False


def _await_left_behind() -> None:
    """Wait for threads left behind before the interpreter goes; at worst end the program without it."""
    deadline = time.monotonic() + _EXIT_PATIENCE_S
    for thread in list(_left_behind):
        if not thread.isFinished() and not thread.wait(max(1, int((deadline - time.monotonic()) * 1000))):
            # Finalising Python under a running thread is a crash; everything of the user's is on disk by now.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)
    _left_behind.clear()


atexit.register(_await_left_behind)
