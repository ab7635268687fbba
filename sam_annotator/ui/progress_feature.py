"""ProgressFeature: reads how far the project is when the panel is seen and after edits, and exports it.

Reading is a job with a store of its own, so that a project of a million annotations does not hold the window up. It
is not read more often than every few times that reading takes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from sam_annotator.core.progress import Progress
from sam_annotator.core.words import tr
from sam_annotator.store.store import Store
from sam_annotator.ui.docks.progress_dock import ProgressDock
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.progress.jobs import read_progress, write_pictures, write_tables
from sam_annotator.worker.job import Job

if TYPE_CHECKING:
    from sam_annotator.ui.progress.contents import Content

_HEIGHT = 420  # of the panel: the states of the images, and a plot
_LEAST_MS = 1000  # between an edit and the figures
_SHOWN_MS = 30  # for the panel to come up first
_REST = 4  # times that reading took, until it is done again


class ProgressFeature(Feature):
    """The panel of plots and its actions."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._store: Store | None = None
        self._reading: Job | None = None
        self._export: Job | None = None
        self._is_stale = True
        self._took_ms = 0.0
        self._then: Callable[[Progress], object] | None = None  # waits for figures
        self._to_draw: list[Content] = []
        self._pictures: list[tuple[str, QImage]] = []
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._read)
        self.dock = ProgressDock()
        self.dock.set_export_actions([parts.actions["progress.export_csv"], parts.actions["progress.export_png"]])
        self.dock.came_up.connect(self._refresh)
        self.dock.cancel_requested.connect(self._stop_reading)
        self.dock.again_requested.connect(self._read_again)
        self.dock.open_requested.connect(parts.actions["file.open"].trigger)
        parts.project.store_changed.connect(self._on_store)
        for signal in (parts.edits.saved, parts.edits.lists_changed, parts.project.images_changed):
            signal.connect(self._on_edit)
        self._on_store(parts.project.store)
        parts.add_dock(self.dock)

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "view.progress": self.show,
            "progress.export_csv": lambda: self._choose_folder(self.export_csv),
            "progress.export_png": lambda: self._choose_folder(self.export_png),
        }

    def show(self) -> None:
        """Bring the panel up."""
        self.dock.set_folded(False)
        self.dock.show()
        self.dock.raise_()
        QTimer.singleShot(0, self, lambda: self.dock.want_height(_HEIGHT))  # once it has its place

    def shut_down(self) -> None:
        """Give up what is read and written."""
        self._soon.stop()
        self._to_draw = []
        self._cancel_reading()
        if self._export is not None:
            self._export.cancel()

    # Reading

    def _on_store(self, store: Store | None) -> None:
        self._store = store
        self._then = None
        self._to_draw = []
        self._cancel_reading()
        self._is_stale = True
        self._took_ms = 0.0
        self.dock.show_nothing(has_project=store is not None)
        self._refresh()

    def _on_edit(self) -> None:
        self._is_stale = True
        if self.dock.is_seen and not self._soon.isActive():
            self._soon.start(round(max(_LEAST_MS, _REST * self._took_ms)))

    def _refresh(self) -> None:
        """Read at once what the panel shall show, unless it shows it."""
        if self.dock.is_seen and self._is_stale:
            self._soon.start(_SHOWN_MS)

    def _read(self) -> None:
        if self._store is None:
            return
        if self._reading is not None:  # what changed meanwhile is read after it
            return
        self._is_stale = False
        self.dock.prepare()
        began, project_dir = monotonic(), self._store.project_dir

        def ended() -> None:
            if self._reading is job:
                self._reading = None
                self._took_ms = 1000 * (monotonic() - began)
                self.dock.set_reading(0, 0)
                if self._is_stale:
                    self._on_edit()

        job = self._reading = Job(lambda told, cancelled: read_progress(project_dir, told, cancelled), self)
        job.progress.connect(self.dock.set_reading)
        job.done.connect(self._on_read)
        job.failed.connect(self._on_failed)
        job.finished.connect(ended)
        self.dock.set_reading(0, 1)
        job.start()

    def _on_read(self, progress: Progress) -> None:
        self.dock.show_progress(progress)
        if self._then is not None:
            then, self._then = self._then, None
            then(progress)

    def _on_failed(self, text: str) -> None:
        self._then = None
        self.dock.show_failure(text)
        self.parts.notices.show(text, "warning")

    def _stop_reading(self) -> None:
        self._cancel_reading()
        self._then = None
        self.dock.show_stopped()

    def _read_again(self) -> None:
        self.dock.show_nothing(has_project=self._store is not None)
        self._read()

    def _cancel_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
            self._is_stale = True
            self.dock.set_reading(0, 0)

    # Exporting

    def _choose_folder(self, chosen: Callable[[Path], object]) -> None:
        if self._store is None:
            return
        dialog = QFileDialog(self.parts.dialog_parent, tr("Choose a folder for the progress"))
        dialog.setObjectName("progressFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._store.project_dir))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def export_csv(self, parent: Path) -> None:
        """Write all annotations and the figures of each plot as tables, into a new folder."""
        if self._store is None:
            return
        project_dir, name = self._store.project_dir, self._folder_name()
        self._write(
            lambda told, cancelled: write_tables(project_dir, parent, name, told, cancelled),
            lambda folder, n: tr("{n} tables are in {folder}.", n=n, folder=folder),
            tr("Writing the tables…"),
        )

    def export_png(self, parent: Path) -> None:
        """Write each plot as a picture, into a new folder."""
        if self._store is None:
            return
        if self.dock.progress is not None and not self._is_stale:
            self._write_pictures(self.dock.progress, parent)
        else:
            self._then = lambda progress: self._write_pictures(progress, parent)
            self._soon.start(0)

    def _write_pictures(self, progress: Progress, parent: Path) -> None:
        from sam_annotator.ui.progress.contents import contents_of  # late, as in the panel

        if self._to_draw:
            self._tell_running()
            return
        self._to_draw = [content for content in contents_of(progress) if content.plot is not None]
        self._pictures = []
        QTimer.singleShot(0, self, partial(self._draw_one, parent, self._to_draw))

    def _draw_one(self, parent: Path, to_draw: list[Content]) -> None:
        """Draw the next picture; the window does not wait for all of them."""
        from sam_annotator.ui.progress.cards import picture_of

        if to_draw is not self._to_draw:  # it was cancelled
            return
        if to_draw:
            content = to_draw.pop(0)
            self._pictures.append((content.id, picture_of(content).toImage()))
        what, done, left = tr("Writing the pictures…"), len(self._pictures), len(self._to_draw)
        if left:
            share = tr("{what} {percent} %", what=what, percent=100 * done // (done + left))
            self.parts.notices.show(share, button=tr("Cancel"), action=self._stop_drawing)
            QTimer.singleShot(0, self, partial(self._draw_one, parent, self._to_draw))
            return
        pictures, name = self._pictures, self._folder_name()
        self._write(
            lambda _told, _cancelled: write_pictures(pictures, parent, name),
            lambda folder, n: tr("{n} pictures are in {folder}.", n=n, folder=folder),
            what,
        )

    def _stop_drawing(self) -> None:
        if self._to_draw:
            self._to_draw = []
            self.parts.notices.show(tr("The export was cancelled; nothing was written."))

    def _tell_running(self) -> None:
        text = tr("An export of the progress is running; wait until it has ended.")
        self.parts.notices.show(text, "warning")

    def _folder_name(self) -> str:
        assert self._store is not None
        return tr("{project} progress {day}", project=self._store.project_dir.name, day=date.today().isoformat())

    def _write(self, work: Callable[..., tuple[Path, int]], words: Callable[[Path, int], str], what: str) -> None:
        """Run an export, and say what it came to."""
        notices = self.parts.notices
        if self._export is not None:
            self._tell_running()
            return

        def done(result: tuple[Path, int]) -> None:
            folder, count = result
            url = QUrl.fromLocalFile(str(folder))
            notices.show(words(folder, count), button=tr("Open folder"), action=lambda: QDesktopServices.openUrl(url))

        def told(done_count: int, total: int) -> None:
            share = tr("{what} {percent} %", what=what, percent=100 * done_count // max(total, 1))
            if share not in shown:
                shown[:] = [share]
                notices.show(share, button=tr("Cancel"), action=job.cancel)

        def ended() -> None:
            self._export = None
            if job.is_cancelled:
                notices.show(tr("The export was cancelled; nothing was written."))

        shown: list[str] = []
        job = self._export = Job(work, self)
        job.progress.connect(told)
        job.done.connect(done)
        job.failed.connect(lambda text: notices.show(text, "error"))
        job.finished.connect(ended)
        notices.show(what, button=tr("Cancel"), action=job.cancel)
        job.start()
