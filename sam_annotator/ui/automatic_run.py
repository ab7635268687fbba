"""AutomaticRun: one task of the engine for one image after the other, and what came of each put into the folder.

Images are read and results written by jobs; the task runs on the engine's thread between clicks. Holds no widget.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from sam_annotator.core.errors import ImageError, ImageMissingError
from sam_annotator.core.image_io import RgbImage, decode_image
from sam_annotator.core.requests import EncodeRequest
from sam_annotator.core.words import tr
from sam_annotator.engine.automatic import SOURCE
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.engine.offers import Offer, OfferFolder
from sam_annotator.worker.engine_job import EngineJob, IsOver, Pause, Progress
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.job import Job

_PREVIEW_S = 0.3  # between two of them
_STEPS = 1000  # of the progress of a run

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Watch:
    """How work on an image tells how far it is, and hears that it is not wanted any more; see `LongWork.run`.

    Attributes:
        progress: to be told what is done, and of how much.
        is_over: to be asked now and then.
        pause: to be called now and then.
        show: to be told what there is so far.
    """

    progress: Progress
    is_over: IsOver
    pause: Pause
    show: Callable[[Callable[[], tuple[Offer, ...]]], None]


Work = Callable[[Engine, Embedding, RgbImage, Watch], tuple[Offer, ...]]


@dataclass(frozen=True, slots=True)
class Stop:
    """One image of a run.

    Attributes:
        image_id: id in the project.
        path: of its file.
        work: what the engine does.
        size_hw: as the project has it; (0, 0) where that is not known.
        encode: the image, where it is at hand.
        sha256: of the file, where `encode` is given.
        searched: how it is searched as a whole, JSON values; empty where it is not. An image that was searched so
            before is passed over, unless it is given in `encode`.
    """

    image_id: int
    path: Path
    work: Work
    size_hw: tuple[int, int] = (0, 0)
    encode: EncodeRequest | None = None
    sha256: str = ""
    searched: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """What came of an image.

    Attributes:
        image_id: id in the project.
        key: of its offers.
        offers: the new ones.
        replaced: the source of those that they stand in place of; see `offers.together`.
        is_kept: whether they are in the folder.
    """

    image_id: int
    key: str
    offers: tuple[Offer, ...]
    replaced: str = ""
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class _Read:
    """An image's pixels, and the key of its offers."""

    encode: EncodeRequest
    key: str


class _Relay(QObject):
    """Carries what the engine's thread shows to the thread that the run lives on."""

    shown = Signal(object)


class AutomaticRun(QObject):
    """Goes through images until all are done, or it is cancelled.

    Args:
        worker: asks the engine.
        folder: keeps what was found.
        stops: the images, in order.
        key_of: gives the key of an image's offers for the hash of its file.
        parent: as for every QObject.

    Signals:
        progress(int, int): done and total, of all images together.
        previewed(Found): what there is so far of the image that it is at.
        found(Found): what came of an image.
        failed(int, str): an image that can't be done, and why.
        finished(): the last one, once.
    """

    progress = Signal(object, object)
    previewed = Signal(object)
    found = Signal(object)
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
        self._is_cancelled = False
        self.started = 0.0
        self._within = 0.0
        self.passed_over = 0  # images that were done before
        self.message = ""  # of the first image that can't be done
        self.problems = 0
        self.done_count = 0  # images
        self.found_count = 0
        self.preview: Found | None = None  # of the image that it is at
        self._relay = _Relay(self)
        self._relay.shown.connect(self._on_shown, Qt.ConnectionType.QueuedConnection)

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
    def image_id(self) -> int:
        """Id of the image that it is at; 0 for none."""
        return self._stops[self._place].image_id if 0 <= self._place < len(self._stops) else 0

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` ended it."""
        return self._is_cancelled

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return min((self.place + self._within) / max(len(self._stops), 1), 1.0)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes, as far as can be told; None where it can't yet."""
        done = self.place - self.passed_over + self._within
        elapsed = time.monotonic() - self.started
        if done < 0.02 or elapsed < 0.5:
            return None
        return max(elapsed / done * (len(self._stops) - self.passed_over - done), 0.0)

    def start(self) -> None:
        """Begin with the first image."""
        self.started = time.monotonic()
        self._next()

    def cancel(self) -> None:
        """End it; what was found stays."""
        if self._is_over:
            return
        self._is_over = self._is_cancelled = True
        if self._job is not None:
            self._job.cancel()
        self.finished.emit()

    # One image

    def _next(self) -> None:
        self._place, self._within, self.preview = self._place + 1, 0.0, None
        self._tell_progress()
        if self._place >= len(self._stops):
            self._is_over = True
            self.finished.emit()
            return
        stop = self._stops[self._place]
        if stop.encode is not None and stop.sha256:
            self._ask(_Read(stop.encode, self._key_of(stop.sha256)))
            return
        folder, key_of = self._folder, self._key_of
        self._run(lambda _progress, _cancelled: _read(stop, folder, key_of), self._on_read)

    def _tell_progress(self) -> None:
        self.progress.emit(round(self.share * _STEPS), _STEPS)

    def _run(self, work: Callable[..., object], done: Callable[[Any], None]) -> None:
        job = self._job = Job(work, self)
        job.done.connect(lambda result: None if self._is_over else done(result))
        job.failed.connect(self._on_failed)
        job.finished.connect(job.deleteLater)  # there may be very many images
        job.start()

    def _on_read(self, read: _Read | None) -> None:
        if read is None:
            self.passed_over += 1
            self._next()
        else:
            self._ask(read)

    def _ask(self, read: _Read) -> None:
        stop, relay, last = self._stops[self._place], self._relay, [time.monotonic()]
        replaced = SOURCE if stop.searched else ""

        def show(make: Callable[[], tuple[Offer, ...]]) -> None:
            if time.monotonic() - last[0] >= _PREVIEW_S:
                relay.shown.emit(Found(stop.image_id, read.key, make(), replaced, is_kept=False))
                last[0] = time.monotonic()

        def task(engine: Engine, embedding: Embedding, progress: Progress, is_over: IsOver, pause: Pause) -> object:
            return stop.work(engine, embedding, read.encode.pixels, Watch(progress, is_over, pause, show))

        job = self._job = EngineJob(read.encode, task, self)
        job.progress.connect(self._on_progress)
        job.done.connect(partial(self._on_offers, read.key))
        job.failed.connect(self._on_failed)
        job.start(self._worker)

    def _on_progress(self, done: int, total: int) -> None:
        if not self._is_over:
            self._within = done / max(total, 1)
            self._tell_progress()

    def _on_shown(self, preview: Found) -> None:
        if not self._is_over and preview.image_id == self.image_id:
            self.preview = preview
            self.previewed.emit(preview)

    def _on_offers(self, key: str, offers: tuple[Offer, ...]) -> None:
        if self._is_over:
            return
        stop, folder = self._stops[self._place], self._folder
        replaced = SOURCE if stop.searched else ""

        def keep(_progress: object, _cancelled: object) -> bool:
            try:
                folder.add(key, offers, stop.searched or None, replaced)
            except OSError as e:  # they can be accepted all the same, as long as the window is open
                _log.warning("Proposals can't be kept: %s", e)
                return False
            return True

        def tell(is_kept: bool) -> None:
            self.done_count += 1
            self.found_count += len(offers)
            self.found.emit(Found(stop.image_id, key, offers, replaced, is_kept))
            self._next()

        self._run(keep, tell)

    def _on_failed(self, message: str) -> None:
        if self._is_over:
            return
        self.message = self.message or message
        self.problems += 1
        self.failed.emit(self.image_id, message)
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
    if stop.size_hw not in ((0, 0), pixels.shape[:2]):
        raise ImageError(
            tr("{name} has another size than when it was added; put the old file back.", name=stop.path.name)
        )
    pixels.setflags(write=False)
    return _Read(EncodeRequest(stop.image_id, pixels, pixels_key(pixels)), key)
