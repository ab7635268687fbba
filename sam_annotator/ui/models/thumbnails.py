"""ThumbnailCache: small pictures kept up to a number of bytes, the least lately used dropped first. QtGui only."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QImage

from sam_annotator.core.late import np, npt

DEFAULT_BYTES = 64_000_000


class ThumbnailCache:
    """Pictures by image id; an id may also be known to have none."""

    def __init__(self, max_bytes: int = DEFAULT_BYTES) -> None:
        self._max_bytes = max_bytes
        self._pictures: OrderedDict[int, QImage | None] = OrderedDict()
        self._bytes = 0

    def __contains__(self, image_id: int) -> bool:
        return image_id in self._pictures

    def __len__(self) -> int:
        return len(self._pictures)

    @property
    def nbytes(self) -> int:
        """Bytes of all pictures kept."""
        return self._bytes

    def get(self, image_id: int) -> QImage | None:
        """Return a picture and count it as used now, or None where there is none."""
        if image_id not in self._pictures:
            return None
        self._pictures.move_to_end(image_id)
        return self._pictures[image_id]

    def put(self, image_id: int, pixels: npt.NDArray[np.uint8] | None) -> None:
        """Keep a picture, uint8 (H, W, 3) RGB; None notes that there is none to be had."""
        self.forget(image_id)
        picture = None if pixels is None else image_from_rgb(pixels)
        self._pictures[image_id] = picture
        self._bytes += 0 if picture is None else picture.sizeInBytes()
        while self._bytes > self._max_bytes and len(self._pictures) > 1:
            self.forget(next(iter(self._pictures)))

    def forget(self, image_id: int) -> None:
        """Drop a picture, if there is one."""
        picture = self._pictures.pop(image_id, None)
        self._bytes -= 0 if picture is None else picture.sizeInBytes()

    def clear(self) -> None:
        """Drop all pictures."""
        self._pictures.clear()
        self._bytes = 0


def image_from_rgb(pixels: npt.NDArray[np.uint8]) -> QImage:
    """Return a QImage with a copy of uint8 (H, W, 3) RGB pixels."""
    rgb = np.ascontiguousarray(pixels)
    height, width = rgb.shape[:2]
    return QImage(rgb.data, width, height, rgb.strides[0], QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
