"""How long people work on an object: from its first click or stroke until it is accepted, without pauses. Imports core.

Times come in as seconds of any clock that only goes forward; nothing here asks for the time.
"""

from __future__ import annotations

from dataclasses import dataclass

PAUSE_S = 30.0  # who did nothing for longer was not at work


@dataclass(frozen=True, slots=True)
class WorkTime:
    """Time spent on one object so far.

    Attributes:
        seconds: of work, pauses left out.
        last_at: when the last sign of work came; None before the first, and while another image is on screen.
    """

    seconds: float = 0.0
    last_at: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether the time until the next sign of work counts, if it is no pause."""
        return self.last_at is not None

    def at(self, now: float) -> WorkTime:
        """Return the time after a sign of work: a click, a move of the pointer, a key."""
        gap = 0.0 if self.last_at is None else now - self.last_at
        return WorkTime(self.seconds + (gap if 0 <= gap <= PAUSE_S else 0.0), now)

    def stopped(self) -> WorkTime:
        """Return the time as it stands while something else is on screen."""
        return WorkTime(self.seconds)


class HandWork:
    """Times what is painted and drawn by hand, where each stroke is accepted as soon as it ends.

    A stroke takes as long as its gesture. Further strokes on the same object also take the time since the one before.
    """

    def __init__(self) -> None:
        self._object_id = 0  # that got the last stroke
        self._gesture = WorkTime()  # since the press that began it
        self._since = WorkTime()  # since the last stroke

    def press(self, now: float) -> None:
        """Take note that a gesture begins, or goes on with another corner."""
        if not self._gesture.is_running:
            self._gesture = WorkTime().at(now)
        self.touch(now)

    def touch(self, now: float) -> None:
        """Take note of a sign of work."""
        if self._gesture.is_running:
            self._gesture = self._gesture.at(now)
        if self._since.is_running:
            self._since = self._since.at(now)

    def drop_gesture(self) -> None:
        """Forget what was begun: it leads to no stroke."""
        self._gesture = WorkTime()

    def stroke(self, object_id: int, now: float) -> float:
        """Return the seconds that a stroke took which is applied now, to an object, or to a new one where it is 0."""
        self.touch(now)
        goes_on = object_id != 0 and object_id == self._object_id
        spent = (self._since if goes_on else self._gesture).seconds
        self._object_id, self._gesture, self._since = object_id, WorkTime(), WorkTime().at(now)
        return spent

    def made(self, object_id: int) -> None:
        """Take the id that the new object of the last stroke got."""
        self._object_id = object_id

    def leave(self) -> None:
        """Take note that another image comes on screen."""
        self._object_id, self._gesture, self._since = 0, WorkTime(), WorkTime()
