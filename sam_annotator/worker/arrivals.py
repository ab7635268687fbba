"""Arrivals: what threads tell waits at the door while one long edit has the project, and comes in after it, in order.

The window shows how far that edit is, and turns its event loop for it. What would be delivered meanwhile (an answer
to a click that was accepted, sizes of images, the result of a job) may change the project or the list of edits, and
belongs after the edit that is under way. So the slots that threads tell to, and timers that use the project, are marked
`arriving`.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import ParamSpec

from PySide6.QtCore import QTimer

P = ParamSpec("P")
Deliver = Callable[[], object]

_log = logging.getLogger(__name__)


class _Door:
    """The door of the window's thread; used on that thread only."""

    def __init__(self) -> None:
        self.holds = 0
        self.waiting: deque[Deliver] = deque()
        self.is_letting_in = False

    def let_in(self) -> None:
        """Deliver what waits; it may begin the next long edit, and the rest then waits for that."""
        if self.is_letting_in:
            return
        self.is_letting_in = True
        try:
            while self.waiting and not self.holds:
                deliver = self.waiting.popleft()
                try:
                    deliver()
                except Exception:  # as Qt goes on where a slot raises
                    _log.exception("What a thread told could not be taken")
        finally:
            self.is_letting_in = False


_door = _Door()


def comes_later(deliver: Deliver) -> bool:
    """Keep a delivery for after the long edit that is under way.

    Args:
        deliver: called then; it may ask here again.

    Returns:
        Whether it is kept. If not, it is to be taken now.
    """
    if not _door.holds and (not _door.waiting or _door.is_letting_in):
        return False
    _door.waiting.append(deliver)
    return True


def arriving(slot: Callable[P, None]) -> Callable[P, None]:
    """Let a slot be called now, or after the long edit that is under way."""

    @wraps(slot)
    def take(*values: P.args, **named: P.kwargs) -> None:
        if not comes_later(partial(take, *values, **named)):
            slot(*values, **named)

    return take


@contextmanager
def held() -> Iterator[None]:
    """Keep all deliveries of the block; they come in when the event loop turns next after it."""
    _door.holds += 1
    try:
        yield
    finally:
        _door.holds -= 1
        QTimer.singleShot(0, _door.let_in)
