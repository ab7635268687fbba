"""FigureKeeper: what annotations the project has, read beside the window when first asked for, and kept in step.

Reads the store, changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.records import Annotation, Image, ReviewState
from sam_annotator.store.store import Store
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.models.image_figures import ImageFigures, Row, review_code
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.worker.job import Job

_NAME = "figureKeeper"


class FigureKeeper(QObject):
    """Holds the figures of the open project; one for each window, see `figure_keeper_of`.

    Signals:
        changed(): the figures are others, or were read.
        failed(): they can't be read; the user was told why.
    """

    changed = Signal()
    failed = Signal()

    def __init__(self, project: ProjectController, edits: EditController) -> None:
        super().__init__(project)
        self.setObjectName(_NAME)
        self._project, self._edits = project, edits
        self._job: Job | None = None
        self._missed: set[int] = set()  # images that changed while they were read
        self._category_ids: frozenset[int] = frozenset()
        self.figures: ImageFigures | None = None
        project.store_changed.connect(lambda _store: self._forget())
        edits.image_changed.connect(self._on_image)
        edits.lists_changed.connect(self._read_again)
        edits.categories_changed.connect(self._on_categories)

    @property
    def is_reading(self) -> bool:
        """Whether the figures are on their way."""
        return self._job is not None

    def read(self) -> None:
        """Read the figures, if they are not there or on their way; `changed` is sent when they are."""
        store = self._project.store
        if self.figures is not None or self._job is not None or store is None:
            return
        self._missed.clear()
        self._category_ids = frozenset(c.id for c in self._edits.categories)
        project_dir = store.project_dir

        def work(_progress: Callable[[int, int], None], _cancelled: Callable[[], bool]) -> ImageFigures:
            return read_figures(project_dir)

        job = self._job = Job(work, self)
        job.done.connect(lambda figures: self._on_read(job, figures))
        job.failed.connect(lambda text: self._on_failed(job, text))
        job.start()

    def shut_down(self) -> None:
        """Give up what is being read."""
        self._forget()

    def _on_read(self, job: Job, figures: ImageFigures) -> None:
        if job is self._job:
            self._job, self.figures = None, figures
            for image_id in self._missed:
                self._replace(image_id)
            self.changed.emit()

    def _on_failed(self, job: Job, text: str) -> None:
        if job is self._job:
            self._job = None
            self._project.notice.emit(text, "error")
            self.failed.emit()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self.figures = None

    def _read_again(self) -> None:
        if self.figures is not None or self._job is not None:
            self._forget()
            self.read()

    def _on_categories(self) -> None:
        """Read again where categories went: their annotations are of others now."""
        category_ids = frozenset(c.id for c in self._edits.categories)
        gone = self._category_ids - category_ids
        back = category_ids - self._category_ids
        self._category_ids = category_ids
        if self.figures is not None and (gone or back):
            self._read_again()

    def _on_image(self, image: Image, _count: int) -> None:
        if self.figures is None:
            self._missed.add(image.id)
            return
        self._replace(image.id)
        self.changed.emit()

    def _replace(self, image_id: int) -> None:
        store, figures = self._project.store, self.figures
        if store is None or figures is None:
            return
        shown = self._edits.image
        try:
            is_shown = shown is not None and shown.id == image_id
            annotations = self._edits.annotations if is_shown else store.annotations(image_id)
        except SamAnnotatorError as e:
            self._project.notice.emit(str(e), "error")
            return
        figures.replace(image_id, rows_of(annotations))


def figure_keeper_of(project: ProjectController, edits: EditController) -> FigureKeeper:
    """Return the window's keeper; it is made when it is first asked for."""
    found = project.findChild(FigureKeeper, _NAME)
    return found if found is not None else FigureKeeper(project, edits)


def rows_of(annotations: Sequence[Annotation]) -> list[Row]:
    """Return the figures of annotations in their order."""
    return [
        (
            a.image_id,
            a.id,
            a.category_id,
            math.nan if a.score is None else a.score,
            review_code(a.review),
            bool(a.comment),
        )
        for a in annotations
    ]


def read_figures(project_dir: Path) -> ImageFigures:
    """Read the figures of a project; called on another thread than the window's."""
    codes = {str(state): review_code(state) for state in ReviewState}
    with Store.open(project_dir, read_only=True) as store:
        rows = sorted(store.figures(), key=lambda f: (f.image_id, f.z_order, f.id))
    return ImageFigures(
        [
            (
                f.image_id,
                f.id,
                f.category_id,
                math.nan if f.score is None else f.score,
                codes.get(f.review, ImageFigures.NONE),
                bool(f.commented),
            )
            for f in rows
        ]
    )
