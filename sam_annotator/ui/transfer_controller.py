"""Import and export in the window: jobs that read and write files while the user goes on, and their reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.errors import FormatError, ImportRefused, SamAnnotatorError
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.records import Dataset
from sam_annotator.core.settings import Settings
from sam_annotator.core.words import tr
from sam_annotator.store.edits import Rows, rows_of
from sam_annotator.store.scan import AnyDataset, probe_images, with_probes
from sam_annotator.store.store import Imported, Store
from sam_annotator.ui.commands import Change, Edits, StoreCommand
from sam_annotator.worker.job import Job

if TYPE_CHECKING:
    from sam_annotator.formats.base import ExportReport, ImportResult
    from sam_annotator.ui.dialogs.transfer import ExportWish

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Probes = list[tuple[int, ImageProbe]]


class ImportAnnotations(StoreCommand):
    """Add what a file held, all or nothing."""

    def __init__(self, edits: Edits, dataset: Dataset, rows: Rows) -> None:
        super().__init__(edits, tr("Import"))
        self._dataset, self._rows = dataset, rows
        self._imported: Imported | None = None

    @property
    def size(self) -> int:
        """How many are added."""
        return len(self._rows)

    def apply(self) -> Change:
        """Add it; ids given the first time stay."""
        if self._imported is None:
            self._imported = self._edits.store.import_dataset(self._dataset, self._rows)
        else:
            self._edits.store.restore_imported(self._imported)
        return self._change()

    def revert(self) -> Change:
        """Take it out again."""
        assert self._imported is not None
        self._edits.store.remove_imported(self._imported)
        return self._change()

    def _change(self) -> Change:
        assert self._imported is not None
        return Change(categories=True, lists=True, options=bool(self._imported.attributes))


class TransferController(QObject):
    """Runs imports and exports of the open project.

    Signals:
        busy_changed(str): what is running, or "".
        started(Job, str): an import or export begins, and what it is.
        progress(int, int): done and total of it.
        exported(ExportReport): a file was written and read back.
        parsed(ImportResult, Rows): a file was read and fits; it is not in the project yet. Its annotations as they
            are kept: on the window's thread that would take a second for every 20,000.
        refused(str, tuple[str, ...]): it failed: one sentence, and reasons.
        probed(list): sizes and hashes that an export had to read: (image_id, ImageProbe).
    """

    busy_changed = Signal(str)
    started = Signal(object, str)
    progress = Signal(object, object)
    exported = Signal(object)
    parsed = Signal(object, object)
    refused = Signal(str, object)
    probed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._project_dir: Path | None = None
        self._is_import = False
        self.what = ""

    def set_project(self, project_dir: Path | None) -> None:
        """Take another project: a file being read was meant for the one before; an export of that one goes on."""
        if self._is_import and project_dir != self._project_dir:
            self.cancel()
        self._project_dir = project_dir

    @property
    def is_busy(self) -> bool:
        """Whether an import or export is running."""
        return self._job is not None

    def export_to(self, project_dir: Path, wish: ExportWish, settings: Settings) -> None:
        """Write the project, or the part that is wished for, as it is on disk now.

        Args:
            project_dir: of the project.
            wish: what, how and where to.
            settings: where engines run, for formats that ask one.
        """

        def write(progress: Progress, cancelled: Cancelled) -> tuple[ExportReport, Probes]:
            from sam_annotator.engine.replayed_logits import replayed_logits
            from sam_annotator.formats.base import ExportOptions  # late: the window needs no format
            from sam_annotator.formats.registry import get_format

            with Store.open(project_dir, read_only=True) as store, store.stream() as stream:
                part = stream.limited(image_ids=wish.scope.image_ids, annotation_ids=wish.scope.annotation_ids)
                probed, probes = _probed(part, store)
                options = ExportOptions(
                    progress=progress,
                    cancelled=cancelled,
                    values=wish.values,
                    path_of=store.path_of,
                    image_root=store.image_root,
                    logits_of=replayed_logits(
                        store.path_of, settings.device, settings.precision, settings.embedding_disk_mb
                    ),
                )
                return get_format(wish.format_id).write(probed, wish.path, options), probes

        def done(result: tuple[ExportReport, Probes]) -> None:
            report, probes = result
            if probes and project_dir == self._project_dir:  # the ids are those of that project
                self.probed.emit(probes)
            self.exported.emit(report)

        self._run(_caught(write), done, tr("Exporting to {name}…", name=wish.path.name))

    def read_from(self, project_dir: Path, format_id: str, path: Path, *, skip_invalid: bool) -> None:
        """Read and check a file against the project; `parsed` brings what would be added."""

        def read(progress: Progress, cancelled: Cancelled) -> tuple[ImportResult, Rows]:
            from sam_annotator.formats.base import ImportOptions
            from sam_annotator.formats.registry import get_format

            with Store.open(project_dir, read_only=True) as store:
                dataset, _ = _probed(store.dataset(), store)
            result = get_format(format_id).read(path, dataset, ImportOptions(skip_invalid=skip_invalid))
            return result, rows_of(result.annotations)

        def done(read: tuple[ImportResult, Rows]) -> None:
            self.parsed.emit(*read)

        self._run(_caught(read), done, tr("Reading {name}…", name=path.name), is_import=True)

    def cancel(self) -> None:
        """Stop what is running; nothing is left half written."""
        if self._job is not None:
            self._job.cancel()

    def _run(self, fn: Callable[..., object], done: Callable[..., None], what: str, *, is_import: bool = False) -> None:
        if self._job is not None:
            self.refused.emit(tr("Another import or export is running; wait until it ends, then try again."), ())
            return
        job = self._job = Job(fn, self)
        self._is_import, self.what = is_import, what

        def finish(result: object) -> None:
            if isinstance(result, ImportRefused):
                self.refused.emit(str(result), result.reasons)
            elif isinstance(result, SamAnnotatorError):
                self.refused.emit(str(result), ())
            else:
                done(result)

        def fail(message: str) -> None:
            finish(FormatError(message))

        def end() -> None:
            self._job, self._is_import = None, False
            self.busy_changed.emit("")

        job.progress.connect(self.progress)
        job.done.connect(finish)
        job.failed.connect(fail)
        job.finished.connect(end)
        self.busy_changed.emit(what)
        self.started.emit(job, what)
        job.start()


def _caught(fn: Callable[[Progress, Cancelled], object]) -> Callable[[Progress, Cancelled], object]:
    """Return a function that gives our own errors back as results, so that their reasons come along."""

    def run(progress: Progress, cancelled: Cancelled) -> object:
        try:
            return fn(progress, cancelled)
        except SamAnnotatorError as e:
            return e

    return run


def _probed(dataset: AnyDataset, store: Store) -> tuple[AnyDataset, Probes]:
    """Return a dataset with sizes and hashes read of images that nobody looked at yet, and what was read."""
    waiting = [image for image in dataset.images if not image.is_probed and not image.missing]
    probes = list(probe_images(waiting, store.path_of).probes)
    return with_probes(dataset, probes), probes
