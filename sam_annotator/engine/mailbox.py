"""What waits for the engine: a few slots, each holding the newest wish of its kind. Thread-safe; no Qt.

Taken first to last: an engine to load; clicks, one slot for each prompt session, the session that asked last first;
a preview; the image on screen to encode; long work on an image, which lets all these go first while it is under way;
the next image to encode; a mask to upgrade, which was accepted before the engine had answered (before the next image,
where its own image is encoded). Putting replaces what waits in the same slot, and nothing else: a click is dropped only
by a newer click of its own session. Long work replaces none: each is told its end, so all have their turn.

A click on an image that is not encoded stays in its slot while `take` gives out its image to encode: what is clicked
or cancelled meanwhile needs no further care. A preview of such an image is dropped.

Only `take` and what is named `wait_...` wait, and none holds the lock for longer than a few dictionary operations.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from sam_annotator.core.requests import EncodeRequest, PredictRequest

if TYPE_CHECKING:
    from sam_annotator.engine.base import Embedding, Engine

LULL_S = 0.4  # between coming to an image and the first click on it, mostly; else nobody is in a hurry
LONGEST_LULL_S = 2.0

IsEncoded = Callable[[str], bool]
"""Tells by its pixels_key whether an image's embedding is at hand; called with the mailbox locked, so quick."""


class JobKind(Enum):
    """What a job is for."""

    LOAD = "load"
    PREDICT = "predict"
    PREVIEW = "preview"
    ENCODE = "encode"
    PREFETCH = "prefetch"
    UPGRADE = "upgrade"
    WORK = "work"


class LongWork(Protocol):
    """What an engine does on one image for seconds or more: find all its objects, answer many boxes."""

    @property
    def encode(self) -> EncodeRequest:
        """The image."""

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it any more; may be asked on any thread."""

    def run(self, engine: Engine, embedding: Embedding, is_over: Callable[[], bool], pause: Callable[[], None]) -> None:
        """Do it, on the engine's thread, and tell what came of it; raises nothing.

        Args:
            engine: to ask.
            embedding: of the image.
            is_over: to be asked now and then whether to stop; clicks are answered meanwhile.
            pause: to be called now and then while no image is being encoded: other images may be, meanwhile.
        """

    def fail(self, message: str) -> None:
        """Take the sentence that says why it can't be done."""


@dataclass(frozen=True, slots=True)
class LoadRequest:
    """Load an engine; the arguments of `load_engine`."""

    engine_id: str
    checkpoint: str | None = None
    device: str = "auto"


Request = LoadRequest | PredictRequest | EncodeRequest | LongWork


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One thing to do.

    LOAD with a LoadRequest, PREDICT, PREVIEW, UPGRADE with a PredictRequest, WORK with LongWork, else an EncodeRequest.

    The image of an UPGRADE may have to be encoded first; of the other PredictRequests it is encoded.
    """

    kind: JobKind
    request: Request


class Mailbox:
    """The slots. Until `set_ready`, only an engine to load is taken: everything else waits for it.

    Args:
        lull: seconds without a wish after which the next image is given out: the user who has just come to an image
            is about to click, and what is begun ahead would be in the way.
        longest_lull: seconds after which it is given out nevertheless; not less than `lull`.
    """

    def __init__(self, lull: float = 0.0, longest_lull: float = 0.0) -> None:
        self._lull, self._longest_lull = lull, longest_lull
        self._wished_at = self._prefetch_at = 0.0  # when something else, and the next image, was asked for
        self._condition = threading.Condition()
        self._is_ready = False
        self._is_closed = False
        self._load: LoadRequest | None = None
        self._predicts: dict[int, PredictRequest] = {}  # by session, the one that asked last at the end
        self._preview: PredictRequest | None = None
        self._encode: EncodeRequest | None = None
        self._prefetch: EncodeRequest | None = None
        self._upgrade: PredictRequest | None = None
        self._work: deque[LongWork] = deque()
        self._has_given = False  # a job that is no preview, and its taker has not come back

    def put_load(self, request: LoadRequest) -> None:
        """Ask for an engine. What waits goes on waiting until it is there."""
        with self._condition:
            if not self._is_closed:
                self._load = request
                self._condition.notify_all()

    def put_predict(self, request: PredictRequest) -> None:
        """Ask for the answer to a click; replaces what waits of the same session."""
        with self._condition:
            if not self._is_closed:
                self._predicts.pop(request.session_id, None)
                self._predicts[request.session_id] = request
                self._wished_at = time.monotonic()
                self._condition.notify_all()

    def put_preview(self, request: PredictRequest) -> None:
        """Ask what a click would give; replaces the preview that waits."""
        with self._condition:
            if not self._is_closed:
                self._preview = request
                self._wished_at = time.monotonic()
                self._condition.notify_all()

    def put_encode(self, request: EncodeRequest) -> None:
        """Ask for the image on screen to be encoded; replaces the one that waits."""
        with self._condition:
            if not self._is_closed:
                self._encode = request
                self._wished_at = time.monotonic()
                self._condition.notify_all()

    def put_prefetch(self, request: EncodeRequest, *, replace: bool = True) -> None:
        """Ask for the next image to be encoded when there is nothing else to do.

        Args:
            request: the image.
            replace: whether to take the place of another one that waits.
        """
        with self._condition:
            if not self._is_closed and (replace or self._prefetch is None):
                self._prefetch = request
                self._prefetch_at = time.monotonic()
                self._condition.notify_all()

    def put_upgrade(self, request: PredictRequest, *, replace: bool = True) -> None:
        """Ask for the answer to the prompt of an accepted mask when there is nothing else to do.

        Args:
            request: the prompt, and its image.
            replace: whether to take the place of another one that waits.
        """
        with self._condition:
            if not self._is_closed and (replace or self._upgrade is None):
                self._upgrade = request
                self._condition.notify_all()

    def put_work(self, work: LongWork, *, first: bool = False) -> None:
        """Ask for long work on an image.

        Args:
            work: what to do.
            first: whether it goes before other work that waits, else behind it.
        """
        with self._condition:
            if not self._is_closed:
                if first:
                    self._work.appendleft(work)
                else:
                    self._work.append(work)
                self._condition.notify_all()

    def set_ready(self, is_ready: bool) -> None:
        """Say whether there is an engine to ask."""
        with self._condition:
            self._is_ready = is_ready
            self._condition.notify_all()

    def take(self, is_encoded: IsEncoded, timeout: float | None = None) -> Job | None:
        """Wait for something to do and return it.

        Args:
            is_encoded: tells which images' clicks can be answered.
            timeout: in seconds; None waits as long as it takes.

        Returns:
            The job; None when the mailbox was closed or the time is over.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._condition:
            self._come_back()
            while not self._is_closed:
                job = self._next(is_encoded)
                if job is not None:
                    self._has_given = job.kind is not JobKind.PREVIEW
                    return job
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return None
                lull = self._lull_left
                self._condition.wait(left if not lull or not self._is_ready else min(lull, left or lull))
            return None

    def take_answerable(self, is_encoded: IsEncoded) -> Job | None:
        """Return a click, preview or upgrade on an image that is encoded, without waiting; None where there is none."""
        with self._condition:
            if self._is_closed or not self._is_ready or self._load is not None:
                return None
            for request in reversed(self._predicts.values()):
                if is_encoded(request.encode.pixels_key):
                    return self._take_predict(request)
            return self._take_preview(is_encoded) or self._take_upgrade(is_encoded)

    def take_wanted(self, is_encoded: IsEncoded) -> Job | None:
        """Return what goes before long work, without waiting: as `take_answerable`, and images to encode."""
        with self._condition:
            if self._is_closed or not self._is_ready or self._load is not None:
                return None
            return self._next_wanted(is_encoded)

    def wait_for_answerable(self, is_encoded: IsEncoded, timeout: float) -> bool:
        """Wait until there is something that a user waits for: a click, a preview, the image on screen, an engine.

        Args:
            is_encoded: tells which images' clicks and previews can be answered.
            timeout: in seconds, how long at most.

        Returns:
            Whether there is; also where the mailbox was closed.
        """
        with self._condition:
            self._come_back()
            return self._condition.wait_for(lambda: self._is_wanted(is_encoded), timeout)

    def _come_back(self) -> None:
        """Say that what was given out last is done."""
        if self._has_given:
            self._has_given = False
            self._condition.notify_all()

    def _is_wanted(self, is_encoded: IsEncoded) -> bool:
        if self._is_closed or self._load is not None or self._encode is not None:
            return True
        if self._preview is not None and is_encoded(self._preview.encode.pixels_key):
            return True
        return any(is_encoded(r.encode.pixels_key) for r in self._predicts.values())

    def take_waiting_on(self, pixels_key: str) -> tuple[PredictRequest, ...]:
        """Remove and return the clicks on an image, the oldest first: it can't be encoded."""
        with self._condition:
            requests = tuple(r for r in self._predicts.values() if r.encode.pixels_key == pixels_key)
            for request in requests:
                del self._predicts[request.session_id]
            return requests

    def is_awaited(self, pixels_key: str) -> bool:
        """Whether a click waits for an image, or it is the image on screen that waits to be encoded."""
        with self._condition:
            if self._encode is not None and self._encode.pixels_key == pixels_key:
                return True
            return any(r.encode.pixels_key == pixels_key for r in self._predicts.values())

    def awaits_encode(self, is_encoded: IsEncoded, *, clicks: bool = True) -> bool:
        """Whether the image on screen, or (with `clicks`) one that a click waits on, is still to be encoded."""
        with self._condition:
            if self._encode is not None and not is_encoded(self._encode.pixels_key):
                return True
            return clicks and any(not is_encoded(r.encode.pixels_key) for r in self._predicts.values())

    def awaits_upgrade(self, pixels_key: str) -> bool:
        """Whether the mask that waits to be upgraded is on this image."""
        with self._condition:
            return self._upgrade is not None and self._upgrade.encode.pixels_key == pixels_key

    def cancel_session(self, session_id: int) -> None:
        """Forget the click of a session that waits."""
        with self._condition:
            self._predicts.pop(session_id, None)

    def cancel_preview(self) -> None:
        """Forget the preview that waits."""
        with self._condition:
            self._preview = None

    def cancel_prefetch(self) -> None:
        """Forget the image that was to be encoded ahead."""
        with self._condition:
            self._prefetch = None

    def cancel_upgrade(self) -> None:
        """Forget the mask that waits to be upgraded."""
        with self._condition:
            self._upgrade = None

    def forget_requests(self) -> None:
        """Forget all that waits but an engine to load; nobody waits for what is being done."""
        with self._condition:
            self._forget_requests()
            self._has_given = False
            self._condition.notify_all()

    def wait_until_quiet(self, timeout: float) -> bool:
        """Wait until nothing is being done or waits to be done; previews don't count.

        Args:
            timeout: in seconds, how long at most.

        Returns:
            Whether it came to rest.
        """
        with self._condition:
            return self._condition.wait_for(lambda: not self._is_busy, timeout)

    def close(self) -> None:
        """Wake who waits in `take`, which returns None from now on; what waits is forgotten."""
        with self._condition:
            self._is_closed = True
            self._load = None
            self._forget_requests()
            self._condition.notify_all()

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        with self._condition:
            return self._is_closed

    @property
    def has_load(self) -> bool:
        """Whether another engine is asked for."""
        with self._condition:
            return self._load is not None

    @property
    def is_answering(self) -> bool:
        """Whether there is an engine that answers what is put in."""
        with self._condition:
            return self._is_ready and not self._is_closed

    @property
    def is_busy(self) -> bool:
        """Whether something is being done or can be; previews don't count."""
        with self._condition:
            return self._is_busy

    @property
    def has_encode(self) -> bool:
        """Whether the image on screen waits to be encoded."""
        with self._condition:
            return self._encode is not None

    def _next(self, is_encoded: IsEncoded) -> Job | None:
        if self._load is not None:
            load, self._load = self._load, None
            return Job(JobKind.LOAD, load)
        if not self._is_ready:
            return None
        if (job := self._next_wanted(is_encoded)) is not None:
            return job
        while self._work:
            work = self._work.popleft()
            if not work.is_cancelled:
                return Job(JobKind.WORK, work)
        if self._prefetch is not None:
            if self._lull_left:
                return None
            prefetch, self._prefetch = self._prefetch, None
            return Job(JobKind.PREFETCH, prefetch)
        return self._take_upgrade(lambda _key: True)

    def _next_wanted(self, is_encoded: IsEncoded) -> Job | None:
        # What can be answered at once is, before an image is encoded: that would push its embedding out, at worst.
        for request in reversed(self._predicts.values()):
            if is_encoded(request.encode.pixels_key):
                return self._take_predict(request)
        if self._predicts:
            return Job(JobKind.ENCODE, next(reversed(self._predicts.values())).encode)
        if (job := self._take_preview(is_encoded)) is not None:
            return job
        if self._encode is not None:
            encode, self._encode = self._encode, None
            return Job(JobKind.ENCODE, encode)
        return self._take_upgrade(is_encoded)

    @property
    def _lull_left(self) -> float:
        """Seconds until the next image is given out; 0 where it is, or where there is none."""
        if self._prefetch is None:
            return 0.0
        since = min(max(self._wished_at, self._prefetch_at), self._prefetch_at + self._longest_lull - self._lull)
        return max(since + self._lull - time.monotonic(), 0.0)

    def _take_predict(self, request: PredictRequest) -> Job:
        del self._predicts[request.session_id]
        return Job(JobKind.PREDICT, request)

    def _take_preview(self, is_encoded: IsEncoded) -> Job | None:
        preview, self._preview = self._preview, None
        if preview is None or not is_encoded(preview.encode.pixels_key):
            return None
        return Job(JobKind.PREVIEW, preview)

    def _take_upgrade(self, is_encoded: IsEncoded) -> Job | None:
        upgrade = self._upgrade
        if upgrade is None or not is_encoded(upgrade.encode.pixels_key):
            return None
        self._upgrade = None
        return Job(JobKind.UPGRADE, upgrade)

    def _forget_requests(self) -> None:
        self._preview = self._encode = self._prefetch = self._upgrade = None
        self._predicts.clear()
        self._work.clear()

    @property
    def _is_busy(self) -> bool:
        if self._is_closed:
            return False
        begins_ahead = self._prefetch is not None and not self._lull_left
        slots = (self._encode, self._upgrade)
        waits = self._predicts or self._work or begins_ahead or any(slot is not None for slot in slots)
        return self._has_given or self._load is not None or (self._is_ready and bool(waits))
