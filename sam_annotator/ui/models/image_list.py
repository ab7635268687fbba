"""ImageListModel: the project's images, with state, count and thumbnail. Quick at 100,000 rows.

It never reads a file: it asks for thumbnails of the rows it is told are visible, and shows what it is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sam_annotator.core.late import np, npt
from sam_annotator.core.records import Image, ImageState
from sam_annotator.ui.models.figures import count_text
from sam_annotator.ui.models.thumbnails import DEFAULT_BYTES, ThumbnailCache

IMAGE_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
THUMBNAIL_ROLE = Qt.ItemDataRole.UserRole + 3

STATE_TITLES = {
    ImageState.NEW: "Not started",
    ImageState.IN_PROGRESS: "In progress",
    ImageState.DONE: "Done",
    ImageState.FLAGGED: "Flagged",
}

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ImageListModel(QAbstractListModel):
    """One row for each image.

    Signals:
        thumbnail_wanted(image_id): a visible row has no thumbnail yet.
        thumbnails_unwanted(): what was asked for before is out of sight; drop it.
    """

    thumbnail_wanted = Signal(int)
    thumbnails_unwanted = Signal()

    def __init__(self, parent: QObject | None = None, *, thumbnail_bytes: int = DEFAULT_BYTES) -> None:
        super().__init__(parent)
        self._images: list[Image] = []
        self._rows: dict[int, int] = {}
        self._counts: dict[int, int] = {}
        self._thumbnails = ThumbnailCache(thumbnail_bytes)
        self._asked: set[int] = set()

    def set_images(self, images: Sequence[Image], counts: Mapping[int, int] | None = None) -> None:
        """Show other images.

        Args:
            images: in the order of the rows.
            counts: number of annotations by image id; an id that is not there has none. None: those known so far, if
                the images are of the same project.
        """
        rows = {image.id: row for row, image in enumerate(images)}
        self.beginResetModel()
        if not self._thumbnails_fit(images, rows):
            self._thumbnails.clear()
        if counts is not None or not images:
            self._counts = dict(counts or {})
        self._images = list(images)
        self._rows = rows
        self._asked.clear()
        self.endResetModel()

    def _thumbnails_fit(self, images: Sequence[Image], rows: Mapping[int, int]) -> bool:
        """Whether the new rows are of the same project as the old: the first image they share is the same file."""
        for old in self._images:
            row = rows.get(old.id)
            if row is not None:
                new = images[row]
                return bool(new.sha256) and (new.file_name, new.sha256) == (old.file_name, old.sha256)
        return False

    def update_image(self, image: Image) -> None:
        """Show an image's new state; one that is not in the list is left out."""
        row = self._rows.get(image.id)
        if row is None:
            return
        if self._images[row].missing != image.missing:
            self._thumbnails.forget(image.id)
            self._asked.discard(image.id)
        self._images[row] = image
        self._emit_changed(row)

    def set_count(self, image_id: int, count: int) -> None:
        """Show how many annotations an image has."""
        row = self._rows.get(image_id)
        if row is not None and self._counts.get(image_id, 0) != count:
            self._counts[image_id] = count
            self._emit_changed(row)

    def set_counts(self, image_ids: range, counts: Mapping[int, int]) -> None:
        """Show how many annotations the images of a range of ids have; an id that is not in `counts` has none."""
        for image_id in image_ids:
            self._counts.pop(image_id, None)
        self._counts.update(counts)
        if self._images:
            self.dataChanged.emit(self.index(0), self.index(len(self._images) - 1))

    def set_thumbnail(self, image_id: int, pixels: npt.NDArray[np.uint8] | None) -> None:
        """Show a thumbnail, uint8 (H, W, 3) RGB; None where the file gives none, which is then not asked for again."""
        self._asked.discard(image_id)
        row = self._rows.get(image_id)
        if row is not None:
            self._thumbnails.put(image_id, pixels)
            self._emit_changed(row)

    def request_thumbnails(self, first_row: int, last_row: int) -> None:
        """Ask for the thumbnails of the rows that are visible now; what was asked before for others is given up."""
        rows = range(max(0, first_row), min(last_row + 1, len(self._images)))
        visible = {self._images[row].id for row in rows}
        if self._asked - visible:
            self._asked.clear()
            self.thumbnails_unwanted.emit()
        wanted = []
        for row in rows:
            image = self._images[row]
            if not image.missing and image.id not in self._thumbnails and image.id not in self._asked:
                self._asked.add(image.id)
                wanted.append(image.id)
        for image_id in wanted:
            self.thumbnail_wanted.emit(image_id)

    def row_of(self, image_id: int) -> int | None:
        """Return the row of an image, or None."""
        return self._rows.get(image_id)

    def image_at(self, row: int) -> Image | None:
        """Return the image in a row, or None outside the list."""
        return self._images[row] if 0 <= row < len(self._images) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of images."""
        return 0 if parent.isValid() else len(self._images)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        if not index.isValid() or not 0 <= index.row() < len(self._images):
            return None
        image = self._images[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return image.name
        if role == IMAGE_ROLE:
            return image
        if role == COUNT_ROLE:
            return self._counts.get(image.id, 0)
        if role == THUMBNAIL_ROLE:
            return self._thumbnails.get(image.id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{image.file_name}\n{self._describe(image)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{image.name}, {self._describe(image)}"
        return None

    def _describe(self, image: Image) -> str:
        parts = [STATE_TITLES[image.state], count_text(self._counts.get(image.id, 0), "annotation")]
        if image.width and image.height:
            parts.insert(0, f"{image.width} × {image.height} px")
        if image.missing:
            parts.insert(0, "The file is missing")
        return ", ".join(parts)

    def _emit_changed(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)
