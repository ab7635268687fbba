"""Which engine answers: choosing, loading, fetching checkpoints, and saying what it is doing.

Nothing is fetched without being asked for. While an engine loads, clicks wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.words import tr
from sam_annotator.engine.checkpoints import download_checkpoint, find_checkpoint, set_checkpoint_file
from sam_annotator.engine.registry import engine_row
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.job import Job


class EngineController(QObject):
    """Loads engines and their checkpoints. Where one can't be loaded, the one before it goes on.

    Signals:
        changing(): another engine is going to answer.
        ready(EngineInfo): an engine is loaded.
        failed(str, str): its id, and one sentence why it could not be loaded.
        download_progress(str, int, int): engine id, bytes done, bytes in all.
        download_ended(str, str): engine id, and "" or one sentence why it failed.
    """

    changing = Signal()
    ready = Signal(object)
    failed = Signal(str, str)
    download_progress = Signal(str, int, int)
    download_ended = Signal(str, str)

    def __init__(self, worker: EngineWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.engine_id = ""
        self.device = "auto"
        self.info: EngineInfo | None = None
        self._wanted = ("", "auto")  # engine id and device asked for last
        self._file: Path | None = None  # and its weights, where they are not the row's
        self._loaded: tuple[str, str, EngineInfo] | None = None  # what answers until another is loaded
        self.is_loading = False
        self._unproven: tuple[str, Path] | None = None  # a file chosen that has not loaded yet
        self._downloads: dict[str, Job] = {}
        worker.engine_ready.connect(self._on_ready)
        worker.engine_failed.connect(self._on_failed)

    def use(self, engine_id: str, *, checkpoint: Path | None = None, device: str | None = None) -> bool:
        """Let an engine answer from now on; returns whether it can be tried."""
        try:
            row = engine_row(engine_id)
            checkpoint = checkpoint or (find_checkpoint(row) if row.needs_checkpoint else None)
        except SamAnnotatorError as e:
            self.failed.emit(engine_id, str(e))
            return False
        if row.needs_checkpoint and checkpoint is None:
            self.failed.emit(
                engine_id, tr("The checkpoint of {title} is not here; get it in Tools > Engines.", title=tr(row.title))
            )
            return False
        self.engine_id, self.device, self.info = engine_id, device or self.device, None
        self._wanted, self.is_loading, self._file = (engine_id, self.device), True, checkpoint
        self._worker.load(engine_id, checkpoint, self.device)
        self.changing.emit()
        return True

    @property
    def running_id(self) -> str:
        """The engine that answers, or is about to; "" for none."""
        return self.engine_id if self.info is not None or self.is_loading else ""

    def set_device(self, device: str) -> None:
        """Run the engine on another device."""
        if device != self.device and self.engine_id:
            self.use(self.engine_id, device=device)

    def load_again(self) -> None:
        """Load the engine anew, after a setting that it is loaded with has changed."""
        if self.running_id:
            self.use(self.running_id, checkpoint=self._file)

    def set_file(self, engine_id: str, path: Path) -> bool:
        """Use a checkpoint file of the user's own for an engine; it is remembered once it has loaded."""
        self._unproven = None if not self.use(engine_id, checkpoint=path) else (engine_id, path)
        return self._unproven is not None

    def download(self, engine_id: str) -> None:
        """Fetch the official checkpoint of an engine, as the user asked."""
        if engine_id in self._downloads:
            return
        row = engine_row(engine_id)

        def fetch(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Path:
            return download_checkpoint(row, progress=progress, cancelled=cancelled)

        job = Job(fetch, self)
        self._downloads[engine_id] = job
        job.progress.connect(lambda done, total: self.download_progress.emit(engine_id, done, total))
        job.failed.connect(lambda message: self._end_download(engine_id, message))
        job.finished.connect(lambda: self._end_download(engine_id, ""))
        job.start()

    def cancel_download(self, engine_id: str) -> None:
        """Stop fetching; what is there is kept for the next try."""
        if job := self._downloads.get(engine_id):
            job.cancel()

    def cancel_all(self) -> None:
        """Stop everything that is being fetched."""
        for job in self._downloads.values():
            job.cancel()

    def _end_download(self, engine_id: str, message: str) -> None:
        if self._downloads.pop(engine_id, None) is not None:
            self.download_ended.emit(engine_id, message)

    def _on_ready(self, info: EngineInfo) -> None:
        engine_id, device = self._wanted
        if info.engine_id != engine_id:  # the one before, loaded while another was chosen already
            self._loaded = (info.engine_id, device, info)
            return
        self.engine_id, self.device, self.info, self.is_loading = engine_id, device, info, False
        unproven, self._unproven = self._unproven, None
        if unproven is not None and unproven[0] == engine_id:
            try:
                set_checkpoint_file(engine_row(engine_id), unproven[1])
            except (SamAnnotatorError, OSError) as e:
                self.failed.emit(engine_id, str(e))
        self._loaded = (engine_id, device, info)
        self.ready.emit(info)

    def _on_failed(self, message: str) -> None:
        engine_id, self.is_loading, self._unproven = self.engine_id, False, None
        if self._loaded is not None:
            self.engine_id, self.device, self.info = self._loaded  # it goes on answering
        self.failed.emit(engine_id, message)
