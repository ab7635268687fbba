"""AutomaticRun: one task of the engine for one image after the other, and what came of each put into the folder.

Images are read and results written by jobs; the task runs on the engine's thread between clicks. Holds no widget.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.errors import ImageMissingError
from sam_annotator.core.image_io import decode_image
from sam_annotator.core.requests import EncodeRequest
from sam_annotator.core.words import tr
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.engine.offers import Offer, OfferFolder
from sam_annotator.worker.engine_job import EngineJob, EngineTask
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.job import Job


@dataclass(frozen=True, slots=True)
class Stop:
    """One image of a run.

    Attributes:
        image_id: id in the project.
        path: of its file.
        task: what the engine does; gives offers.
        encode: the image, where it is at hand.
        sha256: of the file, where `encode` is given.
        searched: how it is searched as a whole, JSON values; empty where it is not. An image that was searched so
            before is passed over.
    """

    image_id: int
    path: Path
    task: EngineTask
    encode: EncodeRequest | None = None
    sha256: str = ""
    searched: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Read:
    """An image's pixels, and the key of its offers."""

    encode: EncodeRequest
    key: str


class AutomaticRun(QObject):
    """Goes through images until all are done, or it is cancelled.

    Args:
        worker: asks the engine.
        folder: keeps what was found.
        stops: the images, in order.
        key_of: gives the key of an image's offers for the hash of its file.
        parent: as for every QObject.

    Signals:
        progress(float): the share that is done, 0 to 1.
        found(int, str, object): an image's id, the key of its offers, and the new ones, a tuple.
        failed(int, str): an image that can't be done, and why.
        finished(): the last one, once.
    """

    progress = Signal(float)
    found = Signal(int, str, object)
    failed = Signal(int, str)
    finished = Signal()

    def __init__(
        self,
        worker: EngineWorker,
        folder: OfferFolder,
        stops: Sequence[Stop],
        key_of: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._folder, self._stops, self._key_of = worker, folder, tuple(stops), key_of
        self._place = -1
        self._job: Job | EngineJob | None = None
        self._is_over = False
        self._started = 0.0
        self._passed_over = 0
        self._within = 0.0
        self.message = ""  # of the last image that can't be done
        self.problems = 0
        self.found_count = 0

    # How far it is

    @property
    def total(self) -> int:
        """Number of images."""
        return len(self._stops)

    @property
    def place(self) -> int:
        """Which image it is at, from 0."""
        return max(self._place, 0)

    @property
    def passed_over(self) -> int:
        """Images that were done before."""
        return self._passed_over

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes, as far as can be told; None where it can't yet."""
        done = max(self._place, 0) - self._passed_over + self._within
        elapsed = time.monotonic() - self._started
        if done < 0.02 or elapsed < 0.5:
            return None
        return elapsed / done * (len(self._stops) - self._passed_over - done)

    def start(self) -> None:
        """Begin with the first image."""
        self._started = time.monotonic()
        self._next()

    def cancel(self) -> None:
        """End it; what was found stays."""
        if not self._is_over:
            self._is_over = True
            if self._job is not None:
                self._job.cancel()
            self.finished.emit()

    # One image

    @property
    def _stop(self) -> Stop:
        return self._stops[self._place]

    def _next(self) -> None:
        if self._is_over:
            return
        self._place, self._within = self._place + 1, 0.0
        self.progress.emit(self._place / max(len(self._stops), 1))
        if self._place >= len(self._stops):
            self._is_over = True
            self.finished.emit()
            return
        stop = self._stop
        if stop.encode is not None and stop.sha256:
            self._ask(_Read(stop.encode, self._key_of(stop.sha256)))
            return
        folder, key_of = self._folder, self._key_of
        self._run(lambda _progress, _cancelled: _read(stop, folder, key_of), self._on_read)

    def _run(self, work: Callable[..., object], done: Callable[[Any], None]) -> None:
        job = Job(work, self)
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        self._job = job
        job.start()

    def _on_read(self, read: _Read | None) -> None:
        if self._is_over:
            return
        if read is None:
            self._passed_over += 1
            self._next()
        else:
            self._ask(read)

    def _ask(self, read: _Read) -> None:
        job = EngineJob(read.encode, self._stop.task, self)
        job.progress.connect(self._on_progress)
        job.done.connect(lambda offers: self._on_offers(read.key, offers))
        job.failed.connect(self._on_failed)
        self._job = job
        job.start(self._worker)

    def _on_progress(self, done: int, total: int) -> None:
        self._within = done / max(total, 1)
        self.progress.emit((self._place + self._within) / len(self._stops))

    def _on_offers(self, key: str, offers: tuple[Offer, ...]) -> None:
        if self._is_over:
            return
        stop, folder = self._stop, self._folder
        self.found_count += len(offers)
        self.found.emit(stop.image_id, key, offers)
        self._run(lambda _progress, _cancelled: folder.add(key, offers, stop.searched), lambda _kept: self._next())

    def _on_failed(self, message: str) -> None:
        if self._is_over:
            return
        self.message = message
        self.problems += 1
        self.failed.emit(self._stop.image_id, message)
        self._next()


def _read(stop: Stop, folder: OfferFolder, key_of: Callable[[str], str]) -> _Read | None:
    """Read an image; None where it was searched so before."""
    try:
        data = stop.path.read_bytes()
    except OSError as e:
        raise ImageMissingError(
            tr(
                "{name} can't be read ({reason}); go on with the next image.",
                name=stop.path.name,
                reason=e.strerror or e,
            )
        ) from e
    key = key_of(hashlib.sha256(data).hexdigest())
    if stop.searched and folder.searched(key) == dict(stop.searched):
        return None
    pixels = decode_image(data, stop.path.name)
    pixels.setflags(write=False)
    return _Read(EncodeRequest(stop.image_id, pixels, pixels_key(pixels)), key)
