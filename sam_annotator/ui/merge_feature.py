"""MergeFeature: takes what another project or a COCO file has, after a plan was looked at; one undoable step.

The plan is made on another thread, and shown in a dialog in front of the window, so that nothing changes beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from sam_annotator.core.merging import Choice, resolved
from sam_annotator.core.words import mark, tr
from sam_annotator.store.store import Store
from sam_annotator.ui import comparing
from sam_annotator.ui.compare_commands import TakeOver
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.models.figures import count_text
from sam_annotator.worker.job import Job


class MergeFeature(Feature):
    """Asks what to merge, shows the plan, does it."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._job: Job | None = None
        self._store: Store | None = parts.project.store
        parts.project.store_changed.connect(self._on_store)

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {"compare.merge": self._choose}

    def shut_down(self) -> None:
        """Give up what is being read."""
        if self._job is not None:
            self._job.cancel()

    def _on_store(self, store: Store | None) -> None:
        self._store = store
        self.shut_down()

    def _choose(self) -> None:
        dialog = QFileDialog(self.parts.dialog_parent, tr("Merge the project in a folder"))
        dialog.setObjectName("mergeProject")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.open(Path(path)))
        dialog.open()

    def open(self, path: Path) -> None:
        """Make the plan of a merge, then show it."""
        store, notices = self._store, self.parts.notices
        if store is None:
            return
        if self._job is not None:
            notices.show(tr("Another merge is being prepared; wait until it is there, or cancel it."), "warning")
            return
        project_dir = store.project_dir

        def done(offer: comparing.MergeOffer | None) -> None:
            if offer is not None and self._store is store:
                self._show(offer)

        def ended() -> None:
            self._job = None

        job = self._job = Job(lambda told, cancelled: comparing.plan(project_dir, path, told, cancelled), self)
        job.done.connect(done)
        job.failed.connect(lambda text: notices.show(text, "error"))
        job.finished.connect(ended)
        notices.show_progress(job, tr("Looking at what {name} has…", name=path.name))
        job.start()

    def _show(self, offer: comparing.MergeOffer) -> None:
        from sam_annotator.ui.dialogs.merge import MergeDialog

        self.parts.project.set_probes(list(offer.probes))
        names = {image_id: image.file_name for image_id, image in offer.images.items()}
        dialog = MergeDialog(offer.plan, names, offer.categories, self.parts.dialog_parent)
        dialog.merge_requested.connect(lambda choices: self._merge(offer, choices))
        dialog.open()

    def _merge(self, offer: comparing.MergeOffer, choices: Sequence[Choice]) -> None:
        takeover = resolved(offer.plan, choices, offer.images)
        if takeover.is_empty:
            self.parts.notices.show(tr("Nothing was changed: all that was chosen is in this project."))
            return
        if self.parts.edits.run(lambda edits: TakeOver(edits, tr("Merge"), takeover)):
            added = count_text(len(takeover.added), mark("{n} annotation added"), mark("{n} annotations added"))
            changed = count_text(len(takeover.after), mark("{n} replaced"), mark("{n} replaced"))
            self.parts.notices.show(
                tr("Merged {name}: {added}, {changed}.", name=offer.plan.name, added=added, changed=changed),
                button=tr("Undo"),
                action=self.parts.edits.undo,
            )
