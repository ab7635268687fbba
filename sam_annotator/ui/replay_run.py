"""ReplayRun: the prompts of one image's annotations after the other's answered again, by the engine that runs.

Images are read by jobs, which load the engines that made masks edited by hand, too; the engine that runs is asked on
its own thread between clicks. Nothing is changed in the project. Holds no widget.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.errors import EngineError
from sam_annotator.core.image_io import read_image
from sam_annotator.core.records import Provenance
from sam_annotator.core.requests import EncodeRequest, EngineInfo
from sam_annotator.core.words import tr
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.original_engines import OriginalEngines, has_answered
from sam_annotator.engine.reading_ahead import ImageEmbeddings
from sam_annotator.engine.replaying import ReplayImage, ReplayResult, failed, kept_at_once, replay_image
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.engine_job import EngineJob, EngineTask, IsOver, Pause, Progress
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.job import Job

Look = Callable[[int], ReplayImage | None]

_SURE_S = 0.5  # of work, before it is told how long the rest takes


class _Over(Exception):
    """Nobody waits for the answer any more."""


class ReplayRun(QObject):
    """Goes through images until all are done, or it is cancelled.

    Args:
        worker: asks the engine.
        info: of the engine; where another one runs by then, nothing is answered.
        image_ids: the images, in order.
        look: gives an image's file and the annotations to ask about, as they are when its turn comes; None where there
            are none any more.
        originals: the other engines that made masks.
        folder: of embeddings, for those.
        again: whether to ask, too, where the engine has made the mask already.
        at_hand: gives an image that is in memory, by its id; else it is read.
        parent: as for every QObject.

    Signals:
        progress(float): the share that is done, 0 to 1.
        answered(object): the results of an image, a tuple of ReplayResult.
        finished(): the last one, once.
    """

    progress = Signal(float)
    answered = Signal(object)
    finished = Signal()

    def __init__(
        self,
        worker: EngineWorker,
        info: EngineInfo,
        image_ids: Sequence[int],
        look: Look,
        originals: OriginalEngines,
        folder: EmbeddingFolder | None,
        *,
        again: bool = False,
        at_hand: Callable[[int], EncodeRequest | None] = lambda _image_id: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._info, self._image_ids, self._look = worker, info, tuple(image_ids), look
        self._originals, self._folder, self._again, self._at_hand = originals, folder, again, at_hand
        self._image: ReplayImage | None = None  # whose turn it is
        self._job: Job | EngineJob | None = None
        self._place, self._passed_over, self._within = -1, 0, 0.0
        self._started = 0.0
        self.is_over = False
        self.is_cancelled = False

    # How far it is

    @property
    def total(self) -> int:
        """Number of images."""
        return len(self._image_ids)

    @property
    def place(self) -> int:
        """Which image it is at, from 0."""
        return max(self._place, 0)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes, as far as can be told; None where it can't yet."""
        done = self.place - self._passed_over + self._within
        elapsed = time.monotonic() - self._started
        if done <= 0 or elapsed < _SURE_S:
            return None
        return elapsed / done * (self.total - self._passed_over - done)

    def start(self) -> None:
        """Begin with the first image."""
        self._started = time.monotonic()
        self._next()

    def cancel(self) -> None:
        """End it; what was answered was told."""
        if self.is_over:
            return
        self.is_cancelled = True
        if self._job is not None:
            self._job.cancel()
        self._end()

    def _end(self) -> None:
        self.is_over = True
        self._job = self._image = None
        self.finished.emit()

    # One image

    @arriving
    def _next(self) -> None:
        if self.is_over:
            return
        self._place, self._within = self._place + 1, 0.0
        self.progress.emit(self._place / max(self.total, 1))
        if self._place >= self.total:
            self._end()
            return
        image = self._image = self._look(self._image_ids[self._place])
        if image is None or not _asked(image, self._info, again=self._again):
            self._passed_over += 1
            if image is not None:
                self._tell(tuple(_untouched(image, self._info, "", again=self._again)))
            else:
                self._soon()
            return
        at_hand = self._at_hand(self._image_ids[self._place])
        info, originals, image_id = self._info, self._originals, self._image_ids[self._place]
        job = Job(lambda _progress, _cancelled: _ready(image, image_id, info, originals, at_hand), self)
        job.done.connect(self._ask)
        job.failed.connect(self._on_failed)
        self._job = job
        job.start()

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._next)  # many images in a row must not hold the window up

    def _ask(self, encode: EncodeRequest) -> None:
        if self.is_over or self._image is None:
            return
        task = _task(self._image, encode, self._info, self._originals, self._folder, again=self._again)
        job = EngineJob(encode, task, self)
        job.progress.connect(self._on_progress)
        job.done.connect(self._tell)
        job.failed.connect(self._on_failed)
        self._job = job
        job.start(self._worker)

    def _on_progress(self, done: int, total: int) -> None:
        self._within = done / max(total, 1)
        self.progress.emit((self._place + self._within) / self.total)

    def _on_failed(self, message: str) -> None:
        if self.is_over or self._image is None:
            return
        self._tell(tuple(_untouched(self._image, self._info, message, again=self._again)))

    def _tell(self, results: tuple[ReplayResult, ...]) -> None:
        if self.is_over:
            return
        self.answered.emit(results)
        self._soon()


def _asked(image: ReplayImage, info: EngineInfo, *, again: bool) -> bool:
    return any(kept_at_once(annotation, info, again=again) is None for annotation in image.annotations)


def _untouched(image: ReplayImage, info: EngineInfo, why: str, *, again: bool) -> list[ReplayResult]:
    """Return that all annotations of an image stay: for what is so of each, else because of what went wrong."""
    return [kept_at_once(each, info, again=again) or failed(each, why) for each in image.annotations]


def _ready(
    image: ReplayImage, image_id: int, info: EngineInfo, originals: OriginalEngines, at_hand: EncodeRequest | None
) -> EncodeRequest:
    """Read an image, and load the engines that made masks of it which were edited by hand."""
    for annotation in image.annotations:
        made = annotation.provenance
        if made.edited and not made.prompt.is_empty and not annotation.locked and not has_answered(info, made):
            originals.find(made)
    if at_hand is not None:
        return at_hand
    pixels = read_image(image.path)
    pixels.setflags(write=False)
    return EncodeRequest(image_id, pixels, pixels_key(pixels))


def _task(
    image: ReplayImage,
    encode: EncodeRequest,
    info: EngineInfo,
    originals: OriginalEngines,
    folder: EmbeddingFolder | None,
    *,
    again: bool,
) -> EngineTask:
    """Return what the engine's thread does with an image."""

    def run(
        engine: Engine, embedding: Embedding, progress: Progress, is_over: IsOver, pause: Pause
    ) -> tuple[ReplayResult, ...]:
        if engine.info != info:
            raise EngineError(tr("Another engine runs now; replay again to ask it."))

        def find(made: Provenance) -> Engine | None:
            return engine if has_answered(engine.info, made) else originals.find(made)

        def between_steps() -> None:
            if is_over():
                raise _Over

        embeddings = ImageEmbeddings(encode.pixels, folder)
        embeddings.take(embedding)
        results: list[ReplayResult] = []
        try:
            for result in replay_image(image, embeddings, engine, find, again=again, between_steps=between_steps):
                results.append(result)
                progress(len(results), len(image.annotations))
                if is_over():
                    break
                pause()
        except _Over:
            pass
        rest: Any = image.annotations[len(results) :]
        return (*results, *(failed(each, tr("The replay was ended before it.")) for each in rest))

    return run
