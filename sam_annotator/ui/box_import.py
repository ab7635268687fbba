"""BoxImport: a detector's boxes become proposals: asks for the file, reads it, and lets the engine answer each box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.records import Dataset, ImageState
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.box_prompts import BoxWish, answer_boxes
from sam_annotator.engine.offers import Offer
from sam_annotator.store.scan import probe_images, with_probes
from sam_annotator.store.store import Store
from sam_annotator.ui.automatic_run import AutomaticRun, Stop, Watch, Work
from sam_annotator.ui.automatic_runner import AutomaticRunner, Wish
from sam_annotator.ui.feature import Parts
from sam_annotator.ui.models.figures import count_text
from sam_annotator.ui.proposal_presenter import TOOL, ProposalPresenter
from sam_annotator.worker.job import Job

if TYPE_CHECKING:
    from sam_annotator.formats.detections import Detections
    from sam_annotator.ui.dialogs.boxes import BoxesDialog

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class BoxImport(QObject):
    """Opens the dialog and does what it asks for.

    Args:
        parts: of the window.
        presenter: shows what comes of it.
        runner: answers the boxes.
        parent: as for every QObject.
    """

    def __init__(
        self, parts: Parts, presenter: ProposalPresenter, runner: AutomaticRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._presenter, self._runner = parts, presenter, runner
        self._reading: Job | None = None
        self._asked: tuple[str, str] = ("", "")

    def ask(self) -> None:
        """Ask for a file of boxes."""
        from sam_annotator.ui.dialogs.boxes import BoxesDialog

        store = self._parts.project.store
        if store is None:
            return
        dialog = BoxesDialog([c.name for c in self._parts.edits.categories], self._parts.dialog_parent)
        dialog.file_chosen.connect(partial(self._read, dialog, store.project_dir))
        dialog.wanted.connect(self._begin)
        dialog.finished.connect(self._stop_reading)
        dialog.open()

    # The file

    def _read(self, dialog: BoxesDialog, project_dir: Path, path: str, format_id: str) -> None:
        self._stop_reading()
        job = self._reading = Job(partial(_read_file, project_dir, Path(path), format_id), self)
        job.done.connect(dialog.show_found)
        job.failed.connect(dialog.show_problem)
        job.start()

    def _stop_reading(self, *_result: object) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    # The boxes

    def _begin(self, found: Detections, category: str) -> None:
        boxes = count_text(found.count, mark("{n} box"), mark("{n} boxes"))
        what = tr("Making masks of {boxes}…", boxes=boxes)
        make = partial(self._stops, found, category)
        self._runner.begin(Wish(what, make, partial(self._on_ended, found)))

    def _stops(self, found: Detections, category: str, _info: EngineInfo) -> Sequence[Stop]:
        """Return the images that have boxes, the one on screen first; those that are done are left alone."""
        project, here = self._parts.project, self._presenter.image
        if project.store is None:
            return ()
        stops = [
            Stop(image.id, project.store.path_of(image), _answer(found, image.id, category), image.size_hw)
            for image in project.images
            if image.id in found.by_image and not image.missing and image.state is not ImageState.DONE
        ]
        return sorted(stops, key=lambda stop: here is None or stop.image_id != here.id)

    def _on_ended(self, found: Detections, run: AutomaticRun) -> None:
        boxes = count_text(found.count, mark("{n} box"), mark("{n} boxes"))
        masks = count_text(run.found_count, mark("{n} proposal"), mark("{n} proposals"))
        images = count_text(run.done_count, mark("{n} image"), mark("{n} images"))
        text = tr("{masks} of {boxes}, in {images}.", masks=masks, boxes=boxes, images=images)
        details = [*found.left_out, *found.notes]
        if run.is_cancelled:
            text = tr("Stopped. {text}", text=text)
        skipped = len(found.by_image) - run.total
        if skipped:
            one, more = mark("{n} image is missing, or marked as done."), mark("{n} images are missing, or done.")
            details.append(count_text(skipped, one, more))
        if run.problems:
            failed = count_text(run.problems, mark("{n} image can't be used"), mark("{n} images can't be used"))
            details.append(f"{failed}: {run.message}")
        report = partial(self._report, text, details)
        kind = "warning" if details else "info"
        button = tr("Details…") if details else ""
        self._parts.notices.show(text, kind, button=button, action=report if details else None)
        here = self._presenter.image
        is_here = here is not None and here.id in found.by_image
        if is_here and self._presenter.shown and self._parts.session.click_count == 0:
            self._parts.tools.use(TOOL)

    def _report(self, text: str, details: Sequence[str]) -> None:
        from sam_annotator.ui.dialogs.report import ReportDialog

        ReportDialog(tr("Masks from boxes"), text, details, parent=self._parts.dialog_parent).open()


def _read_file(project_dir: Path, path: Path, format_id: str, progress: Progress, cancelled: Cancelled) -> Detections:
    """Read a file of boxes for a project as it is on disk."""
    from sam_annotator.formats.base import ImportOptions
    from sam_annotator.formats.detections import read_detections

    with Store.open(project_dir, read_only=True) as store:
        images = store.images()
        waiting = [image for image in images if not image.is_probed and not image.missing]
        probes = probe_images(waiting, store.path_of, cancelled=cancelled).probes
        dataset = with_probes(Dataset(images, store.categories()), probes)
    return read_detections(path, format_id, dataset, ImportOptions(progress=progress, cancelled=cancelled))


def _answer(found: Detections, image_id: int, category: str) -> Work:
    """Return what an engine does with the boxes of an image."""
    wishes = [BoxWish(d.box_xyxy, category or d.category, d.score) for d in found.by_image[image_id]]

    def work(engine: Engine, embedding: Embedding, _pixels: RgbImage, watch: Watch) -> tuple[Offer, ...]:
        return answer_boxes(
            engine, embedding, wishes, progress=watch.progress, cancelled=watch.is_over, pause=watch.pause
        )

    return work
