"""How many annotations images and categories have: read after a project's first image is on screen, and piece by piece.

All of a large project take a tenth of a second, which nobody should wait for. Reads the store, changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.store.store import Store
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.models.image_list import ImageListModel
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.worker.arrivals import arriving

_PIECE = 5000  # images; some milliseconds


class CountReader(QObject):
    """Fills the lists' counts in."""

    def __init__(
        self, project: ProjectController, edits: EditController, images: ImageListModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._edits, self._images = project, edits, images
        self._is_wanted = False  # before the first image is on screen
        self._pieces: list[range] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._read_piece)
        project.store_changed.connect(self._on_store)
        project.settled.connect(self._begin)

    def read_again(self) -> None:
        """Read the counts of all images; until then those that were read before are shown. The first come at once."""
        if not self._is_wanted:
            return
        last_id = max((image.id for image in self._project.images), default=0)
        self._pieces = [range(first, first + _PIECE) for first in range(1, last_id + 1, _PIECE)][::-1]
        self._read_piece()

    def _on_store(self, _store: Store | None) -> None:
        self._is_wanted = False
        self._pieces.clear()

    def _begin(self) -> None:
        self._is_wanted = True
        try:
            self._edits.read_counts()
        except SamAnnotatorError as e:
            self._project.notice.emit(str(e), "error")
        self.read_again()

    @arriving
    def _read_piece(self) -> None:
        store = self._project.store
        if store is None or not self._pieces:
            return
        ids = self._pieces.pop()
        try:
            self._images.set_counts(ids, store.annotation_counts(ids))
        except SamAnnotatorError as e:
            self._pieces.clear()
            self._project.notice.emit(str(e), "error")
            return
        self._next.start()
