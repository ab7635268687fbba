"""ImageListModel: the project's images, with state, count and thumbnail. Quick at 100,000 rows.

All images are known; a filter says which of them have a row, and in which order.

It never reads a file: it asks for thumbnails of the rows it is told are visible, and shows what it is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sam_annotator.core.late import np, npt
from sam_annotator.core.records import Image, ImageState, ReviewState
from sam_annotator.core.words import listed, mark, series, tr
from sam_annotator.ui.models.figures import count_text
from sam_annotator.ui.models.thumbnails import DEFAULT_BYTES, ThumbnailCache

IMAGE_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
THUMBNAIL_ROLE = Qt.ItemDataRole.UserRole + 3

STATE_TITLES = {
    ImageState.NEW: mark("Not started"),
    ImageState.IN_PROGRESS: mark("In progress"),
    ImageState.DONE: mark("Done"),
    ImageState.FLAGGED: mark("Flagged"),
}
REVIEW_TITLES = {
    ReviewState.NONE: mark("Not reviewed"),
    ReviewState.ACCEPTED: mark("Accepted in review"),
    ReviewState.REJECTED: mark("Rejected in review"),
}

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ImageListModel(QAbstractListModel):
    """One row for each image that is listed.

    Signals:
        thumbnail_wanted(image_id): a visible row has no thumbnail yet.
        thumbnails_unwanted(): what was asked for before is out of sight; drop it.
    """

    thumbnail_wanted = Signal(int)
    thumbnails_unwanted = Signal()

    def __init__(self, parent: QObject | None = None, *, thumbnail_bytes: int = DEFAULT_BYTES) -> None:
        super().__init__(parent)
        self._images: list[Image] = []
        self._places: dict[int, int] = {}  # in _images, by id
        self._order: npt.NDArray[np.int64] | None = None  # places of the rows; None for all of them
        self._row_at: npt.NDArray[np.int64] | None = None  # row of each place, -1 where it has none
        self._counts: dict[int, int] = {}
        self._thumbnails = ThumbnailCache(thumbnail_bytes)
        self._asked: set[int] = set()

    def set_images(self, images: Sequence[Image], counts: Mapping[int, int] | None = None) -> None:
        """Show other images.

        Args:
            images: in the order of their names; all have a row until `set_order` says otherwise.
            counts: number of annotations by image id; an id that is not there has none. None: those known so far, if
                the images are of the same project.
        """
        places = {image.id: place for place, image in enumerate(images)}
        self.beginResetModel()
        if not self._thumbnails_fit(images, places):
            self._thumbnails.clear()
        if counts is not None or not images:
            self._counts = dict(counts or {})
        self._images = list(images)
        self._places = places
        self._order = self._row_at = None
        self._asked.clear()
        self.endResetModel()

    def set_order(self, order: npt.NDArray[np.int64] | None) -> None:
        """List some of the images only, or in another order.

        Args:
            order: int64, places in what `set_images` was given; None for all as they were given.
        """
        if order is self._order or (
            order is not None and self._order is not None and np.array_equal(order, self._order)
        ):
            return
        self.beginResetModel()
        self._order, self._row_at = order, None
        if order is not None:
            self._row_at = np.full(len(self._images), -1, np.int64)
            self._row_at[order] = np.arange(len(order))
        self.endResetModel()

    @property
    def total(self) -> int:
        """How many images the project has, listed or not."""
        return len(self._images)

    def _thumbnails_fit(self, images: Sequence[Image], places: Mapping[int, int]) -> bool:
        """Whether the new rows are of the same project as the old: the first image they share is the same file."""
        for old in self._images:
            place = places.get(old.id)
            if place is not None:
                new = images[place]
                return bool(new.sha256) and (new.file_name, new.sha256) == (old.file_name, old.sha256)
        return False

    def update_image(self, image: Image) -> None:
        """Show an image's new state; one that is not in the list is left out."""
        place = self._places.get(image.id)
        if place is None:
            return
        if self._images[place].missing != image.missing:
            self._thumbnails.forget(image.id)
            self._asked.discard(image.id)
        self._images[place] = image
        self._emit_changed(image.id)

    def set_count(self, image_id: int, count: int) -> None:
        """Show how many annotations an image has."""
        if image_id in self._places and self._counts.get(image_id, 0) != count:
            self._counts[image_id] = count
            self._emit_changed(image_id)

    def set_counts(self, image_ids: range, counts: Mapping[int, int]) -> None:
        """Show how many annotations the images of a range of ids have; an id that is not in `counts` has none."""
        for image_id in image_ids:
            self._counts.pop(image_id, None)
        self._counts.update(counts)
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(rows - 1))

    def set_thumbnail(self, image_id: int, pixels: npt.NDArray[np.uint8] | None) -> None:
        """Show a thumbnail, uint8 (H, W, 3) RGB; None where the file gives none, which is then not asked for again."""
        self._asked.discard(image_id)
        if image_id in self._places:
            self._thumbnails.put(image_id, pixels)
            self._emit_changed(image_id)

    def request_thumbnails(self, first_row: int, last_row: int) -> None:
        """Ask for the thumbnails of the rows that are visible now; what was asked before for others is given up."""
        rows = range(max(0, first_row), min(last_row + 1, self.rowCount()))
        images = [image for row in rows if (image := self.image_at(row)) is not None]
        if self._asked - {image.id for image in images}:
            self._asked.clear()
            self.thumbnails_unwanted.emit()
        wanted = []
        for image in images:
            if not image.missing and image.id not in self._thumbnails and image.id not in self._asked:
                self._asked.add(image.id)
                wanted.append(image.id)
        for image_id in wanted:
            self.thumbnail_wanted.emit(image_id)

    def row_of(self, image_id: int) -> int | None:
        """Return the row of an image, or None where it is not listed."""
        place = self._places.get(image_id)
        if place is None or self._row_at is None:
            return place
        row = int(self._row_at[place])
        return row if row >= 0 else None

    def image_at(self, row: int) -> Image | None:
        """Return the image in a row, or None outside the list."""
        if not 0 <= row < self.rowCount():
            return None
        return self._images[row if self._order is None else int(self._order[row])]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of images that are listed."""
        if parent.isValid():
            return 0
        return len(self._images) if self._order is None else len(self._order)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        image = self.image_at(index.row()) if index.isValid() else None
        if image is None:
            return None
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
            return listed((image.name, self._describe(image)))
        return None

    def _describe(self, image: Image) -> str:
        parts = [
            tr(STATE_TITLES[image.state]),
            count_text(self._counts.get(image.id, 0), mark("{n} annotation"), mark("{n} annotations")),
        ]
        if image.width and image.height:
            parts.insert(0, tr("{width} × {height} px", width=image.width, height=image.height))
        if image.missing:
            parts.insert(0, tr("The file is missing"))
        if image.review != ReviewState.NONE:
            parts.append(tr(REVIEW_TITLES[image.review]))
        if image.tags:
            parts.append(tr("Tags: {tags}", tags=series(image.tags)))
        if image.note:
            parts.append(tr("Note: {text}", text=image.note))
        if image.comment:
            parts.append(tr("Reviewer: {text}", text=image.comment))
        return listed(parts)

    def _emit_changed(self, image_id: int) -> None:
        row = self.row_of(image_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)
