"""DoubtFeature: asks the engine about all masks of the project, image by image, and keeps what it says.

Images are read by jobs, the engine is asked on its own thread between clicks. No edit: there is nothing to undo.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.image_io import read_image
from sam_annotator.core.records import Image
from sam_annotator.core.requests import EncodeRequest
from sam_annotator.core.words import tr
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.doubting import AskedImage, ask_image
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.store.doubts import AskedMask, asked_ids, write_doubts
from sam_annotator.store.store import Store
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.worker.engine_job import EngineJob
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.job import Job


class DoubtRun(QObject):
    """Goes through images; signals and `cancel` are those of a Job."""

    progress = Signal(object, object)
    done = Signal(object)
    failed = Signal(str)
    finished = Signal()

    def __init__(
        self, worker: EngineWorker, store: Store, images: tuple[Image, ...], made_by: tuple[str, str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker, self._store, self._images, self._made_by = worker, store, images, made_by
        self._done_before = asked_ids(store.database, *made_by)
        self._place = -1
        self._job: Job | EngineJob | None = None
        self._is_over = False
        self.asked_count = 0
        self.problems: list[str] = []

    def start(self) -> None:
        """Begin with the first image."""
        self._next()

    def cancel(self) -> None:
        """End it; what was asked is kept."""
        if not self._is_over:
            self._is_over = True
            if self._job is not None:
                self._job.cancel()
            self.finished.emit()

    def _next(self) -> None:
        if self._is_over:
            return
        self._place += 1
        self.progress.emit(self._place, len(self._images))
        if self._place >= len(self._images):
            self._is_over = True
            self.done.emit(self.asked_count)
            self.finished.emit()
            return
        image = self._images[self._place]
        path, project_dir, done = self._store.path_of(image), self._store.project_dir, self._done_before
        self._run(lambda _progress, _cancelled: _read(project_dir, image.id, path, done), self._ask)

    def _run(self, work: Callable[..., object], done: Callable[..., None]) -> None:
        job = self._job = Job(work, self)
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.start()

    def _ask(self, read: tuple[EncodeRequest, AskedImage] | None) -> None:
        if self._is_over:
            return
        if read is None:
            self._next()
            return
        encode, asked = read

        def task(
            engine: Engine,
            embedding: Embedding,
            _progress: Callable[[int, int], None],
            is_over: Callable[[], bool],
            pause: Callable[[], None],
        ) -> list[AskedMask]:
            masks = {annotation.id: annotation.mask for annotation in asked.annotations}
            found: list[AskedMask] = []
            for annotation_id, evidence in ask_image(engine, embedding, encode.pixels, asked):
                found.append(AskedMask(annotation_id, masks[annotation_id], evidence))
                if is_over():
                    break
                pause()
            return found

        job = self._job = EngineJob(encode, task, self)
        job.done.connect(self._on_asked)
        job.failed.connect(self._on_failed)
        job.start(self._worker)

    def _on_asked(self, found: list[AskedMask]) -> None:
        if self._is_over:
            return
        engine_id, sha256 = self._made_by
        try:
            database = self._store.database
            self.asked_count += write_doubts(
                database, found, engine_id=engine_id, checkpoint_sha256=sha256, now=time.time()
            )
        except SamAnnotatorError as e:
            self._is_over = True
            self.failed.emit(str(e))
            self.finished.emit()
            return
        self._next()

    def _on_failed(self, message: str) -> None:
        self.problems.append(message)
        self._next()


class DoubtFeature(Feature):
    """The action that looks for doubtful masks."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._run: DoubtRun | None = None
        parts.project.store_changed.connect(lambda _store: self.shut_down())
        parts.engines.changing.connect(lambda *_what: self.shut_down())

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {"doubt.ask": self.ask}

    def shut_down(self) -> None:
        """Stop asking."""
        if self._run is not None:
            self._run.cancel()

    def ask(self) -> None:
        """Ask the engine that runs about the annotations of all listed images."""
        store, info, notices = self.parts.project.store, self.parts.engines.info, self.parts.notices
        if store is None or self._run is not None:
            return
        if store.read_only:
            notices.show(tr("This project is open read-only; what the engine says can't be kept."), "warning")
            return
        if info is None:
            notices.show(tr("Wait for the engine, or choose one in Tools > Engines."), "warning")
            return
        counts = store.annotation_counts()
        project = self.parts.project
        images = tuple(i for i in (project.images[row] for row in project.walk) if counts.get(i.id) and not i.missing)
        if not images:
            notices.show(tr("There are no annotations to ask about in the listed images."))
            return
        run = self._run = DoubtRun(self.parts.worker, store, images, (info.engine_id, info.checkpoint_sha256), self)
        run.done.connect(lambda count: self._on_done(run, count))
        run.failed.connect(lambda text: notices.show(text, "error"))
        run.finished.connect(lambda: self._on_finished(run))
        notices.show_progress(run, tr("Looking for doubtful masks…"))
        run.start()

    def _on_finished(self, run: DoubtRun) -> None:
        self._run = None
        if run.asked_count:
            self.parts.edits.doubts_changed.emit()

    def _on_done(self, run: DoubtRun, count: int) -> None:
        notices, actions = self.parts.notices, self.parts.actions
        if run.problems:
            notices.show(tr("{n} images could not be asked about: {why}", n=len(run.problems), why=run.problems[0]),
                         "warning")  # fmt: skip
            return
        text = tr("Asked about {n} masks. In a review, {key} begins with the most doubtful.", n=count,
                  key=actions["review.by_doubt"].shortcut().toString())  # fmt: skip
        notices.show(text)


def _read(
    project_dir: Path, image_id: int, path: Path, done: frozenset[int]
) -> tuple[EncodeRequest, AskedImage] | None:
    """Read an image and its annotations; None where all of them were asked about."""
    with Store.open(project_dir, read_only=True) as store:
        annotations = store.annotations(image_id)
    wanted = frozenset(annotation.id for annotation in annotations) - done
    if not wanted:
        return None
    pixels = read_image(path)
    pixels.setflags(write=False)
    return EncodeRequest(image_id, pixels, pixels_key(pixels)), AskedImage(image_id, path, annotations, wanted)
