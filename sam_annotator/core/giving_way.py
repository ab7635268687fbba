"""Let what is more urgent go first, from deep within what takes long. Standard library only; imports nothing of ours.

Whoever runs the work says on its own thread what that means: the engine's thread waits for the quick engine, which has
a click to answer, and the threads that read images which are not on screen for clicks of any engine. Elsewhere nothing
happens.
"""

from __future__ import annotations

import contextlib
import io
import threading
from collections.abc import Callable, Iterator

_of_thread = threading.local()


def give_way() -> None:
    """Do what `giving_way` was told on this thread.

    To be called where standing still holds up nobody else, or only somebody who can end it.
    """
    pause = getattr(_of_thread, "pause", None)
    if pause is not None:
        pause()


@contextlib.contextmanager
def giving_way(pause: Callable[[], None]) -> Iterator[None]:
    """Have `give_way` do something on this thread, for as long as this lasts."""
    _of_thread.pause = pause
    try:
        yield
    finally:
        _of_thread.pause = None


class GivingBytes(io.BytesIO):
    """The bytes of a file, for a library that reads them a part at a time: it gives way before each."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes."""
        give_way()
        return super().read(size)
