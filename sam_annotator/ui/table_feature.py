"""TableFeature: fills the table of annotations when it is seen and after edits, and exports it.

Which rows there are is found by a job with a store of its own; rows are read where they are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from sam_annotator.core.annotation_table import Cancelled, Entry, write_csv
from sam_annotator.core.errors import FormatError, SamAnnotatorError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_counts import MaskCounts, counts_of
from sam_annotator.core.progress_tables import Cell
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.store.store import Store
from sam_annotator.store.table import AnnotationTable, KeptColumns, TableQuery
from sam_annotator.ui.docks.table_dock import TableDock
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.models.annotation_table import AnnotationTableModel
from sam_annotator.ui.models.figures import grouped
from sam_annotator.worker.job import Job

_AFTER_EDIT_MS = 1000
_TOLD_EVERY = 500
_COUNTED_AT_ONCE = 64  # masks
_HEIGHT = 240


class TableFeature(Feature):
    """The panel and its action."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._project, self._edits = parts.project, parts.edits
        self._kept = KeptColumns()
        self._job: Job | None = None
        self._counting: Job | None = None
        self._is_stale = True
        self._model = AnnotationTableModel(self._read, self._image_name, self._edits.category, self)
        self._model.counts_wanted.connect(self._count)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._find)
        dock = self.dock = TableDock(self._model)
        dock.came_up.connect(self._on_up)
        dock.asked.connect(self._find)
        dock.chosen.connect(self._go)
        dock.export_requested.connect(self._choose_file)
        self._project.store_changed.connect(lambda _store: self._on_store())
        self._project.images_changed.connect(self._on_edit)
        for signal in (self._edits.saved, self._edits.lists_changed, self._edits.doubts_changed):
            signal.connect(self._on_edit)
        self._edits.categories_changed.connect(lambda: dock.set_categories(self._edits.categories))
        self._edits.selection_changed.connect(self._follow)
        dock.set_categories(self._edits.categories)
        parts.add_dock(dock)

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {"view.table": self.show}

    def show(self) -> None:
        """Bring the panel up."""
        self.dock.set_folded(False)
        self.dock.show()
        self.dock.raise_()
        self.dock.want_height(_HEIGHT)
        self.dock.view.setFocus()

    def shut_down(self) -> None:
        """Give up what is read."""
        self._soon.stop()
        for job in (self._job, self._counting):
            if job is not None:
                job.cancel()

    def _on_store(self) -> None:
        self._kept = KeptColumns()
        self._is_stale = True
        self._model.set_ids(np.zeros(0, np.int64))
        self._on_up()

    def _on_edit(self) -> None:
        self._is_stale = True
        if self.dock.is_seen:
            self._model.forget()
            if not self._soon.isActive():
                self._soon.start(_AFTER_EDIT_MS)

    def _on_up(self) -> None:
        if self.dock.is_seen and self._is_stale:
            self._soon.start(0)

    def _image_name(self, image_id: int) -> str:
        image = self._project.image_of(image_id)
        return "" if image is None else image.file_name

    def _read(self, ids: Sequence[int]) -> Mapping[int, Entry]:
        store = self._project.store
        try:
            return {} if store is None else AnnotationTable(store.database, (), ()).entries(ids)
        except SamAnnotatorError as e:
            self.parts.notices.show(str(e), "error")
            return {}

    def _count(self) -> None:
        """Count parts and holes of rows that are looked at, some masks at a time."""
        if self._counting is None:
            masks = self._model.uncounted(_COUNTED_AT_ONCE)
            if masks:
                job = self._counting = Job(lambda _told, cancelled: _counts(masks, cancelled), self)
                job.done.connect(self._model.set_counts)
                job.finished.connect(self._on_counted)
                job.start()

    def _on_counted(self) -> None:
        is_cancelled = self._counting is not None and self._counting.is_cancelled
        self._counting = None
        if self.dock.is_seen and not is_cancelled:
            self._count()

    def _find(self) -> None:
        """Find which rows there are, and in which order; a newer question takes the place of an older."""
        store = self._project.store
        if store is None:
            return
        if self._job is not None:
            self._job.cancel()
            self._kept = KeptColumns(counted=self._kept.counted)  # the other job still has the old one
        if self._is_stale:
            self._kept.forget()
            self._is_stale = False
        sort, descending = self.dock.order
        query = TableQuery(self.dock.search.text(), self.dock.category_id, sort, descending)
        project_dir, kept = store.project_dir, self._kept

        def work(told: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
            with Store.open(project_dir, read_only=True) as own:
                return AnnotationTable(own.database, own.images(), own.categories(), kept).ids(query, told, cancelled)

        def ended() -> None:
            if self._job is job:
                self._job = None

        job = self._job = Job(work, self)
        job.done.connect(lambda ids: self._on_found(job, ids))
        job.failed.connect(lambda text: self.parts.notices.show(text, "error"))
        job.finished.connect(ended)
        self.parts.notices.show_progress(job, tr("Sorting the table…"))
        job.start()

    def _on_found(self, job: Job, ids: object) -> None:
        if job is not self._job or not isinstance(ids, np.ndarray):
            return
        if not len(ids) or not np.array_equal(ids, self._model.ids):
            self._model.set_ids(ids)
        n = len(ids)
        self.dock.set_count(tr("{n} annotation", n=1) if n == 1 else tr("{n} annotations", n=grouped(n)))
        self._follow()

    def _go(self, annotation: Annotation) -> None:
        self._edits.show(annotation.image_id, (annotation.id,))

    def _follow(self) -> None:
        selected = self._edits.only_selected
        if selected is not None and self.dock.is_seen:
            self.dock.show_row(self._model.row_of(selected.id))

    # Exporting

    def _choose_file(self, everything: bool) -> None:
        store = self._project.store
        if store is None:
            return
        dialog = QFileDialog(self.parts.dialog_parent, tr("Export the table"))
        dialog.setObjectName("tableFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDirectory(str(store.project_dir))
        dialog.fileSelected.connect(lambda path: self.export_csv(Path(path), everything=everything))
        dialog.open()

    def export_csv(self, path: Path, *, everything: bool = False) -> None:
        """Write the rows that the table shows, or all, in its order, with exact numbers."""
        store = self._project.store
        if store is None:
            return
        project_dir, shown = store.project_dir, self._model.ids
        sort, descending = self.dock.order
        query, kept = TableQuery(sort=sort, descending=descending), KeptColumns(counted=self._kept.counted)

        def work(told: Callable[[int, int], None], cancelled: Callable[[], bool]) -> int:
            with Store.open(project_dir, read_only=True) as own:
                table = AnnotationTable(own.database, own.images(), own.categories(), kept)
                ids = table.ids(query, None, cancelled) if everything else shown
                if ids is None:
                    return 0
                try:
                    return write_csv(path, _rows(table, ids.tolist(), told, cancelled), cancelled)
                except Cancelled:
                    return 0
                except OSError as e:
                    raise FormatError(
                        tr("{path} can't be written ({reason}); choose another place.", path=path,
                           reason=e.strerror or e)
                    ) from e  # fmt: skip

        notices = self.parts.notices
        job = Job(work, self)
        job.done.connect(lambda n: notices.show(tr("{n} rows are in {path}.", n=grouped(n), path=path)))
        job.failed.connect(lambda text: notices.show(text, "error"))
        notices.show_progress(job, tr("Writing the table…"))
        job.start()


def _rows(
    table: AnnotationTable, ids: list[int], told: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Iterator[tuple[Cell, ...]]:
    for done, cells in enumerate(table.cells(ids)):
        if done % _TOLD_EVERY == 0:
            told(done, len(ids))
            if cancelled():
                return
        yield cells


def _counts(masks: Sequence[Mask], cancelled: Callable[[], bool]) -> dict[Mask, MaskCounts]:
    """Count until it is cancelled; a damaged mask counts as empty: `check` tells which."""
    found: dict[Mask, MaskCounts] = {}
    for mask in masks:
        if cancelled():
            break
        found[mask] = counts_of(mask)
    return found
