"""MovingLayer: accepted masks while they are dragged, as pictures that are made once and drawn at another place.

What a frame of a drag costs does not depend on the masks: they are in no tile of the layer below meanwhile, and their
own tiles are copied. Tiles are made as they come in sight, a few in each frame and the rest between frames.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QRegion

from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.masks import AnnotationLayer
from sam_annotator.ui.canvas.shading import apron_of
from sam_annotator.ui.canvas.tiles import TILE, Key, Look, Rect, overlap

_FRAME_S = 0.005  # spent on new tiles in a frame


class MovingLayer:
    """Masks on their way.

    Args:
        annotations: draws them, and leaves them out of all else.

    Attributes:
        is_ended: whether they are there, and only shown here until the layer below shows them.
    """

    def __init__(self, annotations: AnnotationLayer) -> None:
        self._annotations = annotations
        self._way = (0, 0)  # image pixels
        self._tiles: dict[Key, QImage | None] = {}  # None where there is nothing of them
        self._made_at = (0.0, 0.0)  # zoom and pixel ratio
        self.is_ended = False

    def show(self, ids: Collection[int], dx: int, dy: int) -> None:
        """Show the annotations of these ids so many image pixels further to the right and down."""
        if self.is_ended or self._annotations.moving != frozenset(ids):
            self.clear()
            self._annotations.set_moving(ids)
        self._way = (dx, dy)

    def end(self) -> None:
        """Keep the picture until the layer below shows the masks where they were let go."""
        self.is_ended = bool(self._annotations.moving)
        self._annotations.set_moving(())

    def clear(self) -> None:
        """Show nothing; the masks are drawn where they are."""
        self._tiles.clear()
        self.is_ended = False
        self._annotations.set_moving(())

    def box_of(self, annotation: Annotation) -> Rect:
        """Return the box around a mask, x, y, width and height in image pixels, where it is shown."""
        x, y, w, h = annotation.mask.bbox_xywh
        dx, dy = self._way if annotation.id in self._annotations.moving else (0, 0)
        return (x + dx, y + dy, w, h)

    def paint(self, painter: QPainter, look: Look, dpr: float, behind: QRegion) -> None:
        """Paint them, the painter being in device pixels of the widget.

        Args:
            painter: where to.
            look: what is looked at.
            dpr: device pixels per widget pixel.
            behind: what of the widget, in device pixels, the layer below does not show up to date.
        """
        if not self._annotations.moving and not self.is_ended:
            return
        self.make(look, dpr, time.perf_counter() + _FRAME_S)
        (x, y), (dx, dy), (left, top, width, height) = look.origin, self._offset(look), look.bounds
        region = QRegion(QRect(x + left, y + top, width, height))
        painter.save()
        painter.setClipRegion(region & behind if self.is_ended else region)
        for tx, ty in self._keys(look):
            image = self._tiles.get((tx, ty))
            if image is not None:
                painter.drawImage(x + dx + tx * TILE, y + dy + ty * TILE, image)
        painter.restore()

    def is_exact(self, look: Look) -> bool:
        """Whether all that is in sight is made."""
        if not self._annotations.moving:
            return True
        return look.zoom == self._made_at[0] and all(key in self._tiles for key in self._keys(look))

    def make(self, look: Look, dpr: float, until: float) -> None:
        """Make what is in sight and not made yet, up to a time of `time.perf_counter`, at least a tile."""
        if self._made_at != (look.zoom, dpr):
            self._tiles.clear()
            self._made_at = (look.zoom, dpr)
        if not self._annotations.moving:
            return
        for key in self._keys(look):
            if key not in self._tiles:
                self._tiles[key] = self._picture(key, look.zoom, dpr)
                if time.perf_counter() >= until:
                    break

    def _picture(self, key: Key, zoom: float, dpr: float) -> QImage | None:
        rect = (key[0] * TILE, key[1] * TILE, TILE, TILE)
        image = QImage(TILE, TILE, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        steps = sum(1 for _ in self._annotations.draw(image, zoom, rect, dpr, apron_of(dpr), moving=True))
        return image if steps else None

    def _offset(self, look: Look) -> tuple[int, int]:
        return (round(self._way[0] * look.zoom), round(self._way[1] * look.zoom))

    def _keys(self, look: Look) -> Iterator[Key]:
        """Give the tiles that are in sight where the masks are shown."""
        (dx, dy), (x, y, w, h) = self._offset(look), look.sight
        x0, y0, x1, y1 = overlap((x - dx, y - dy, w, h), look.bounds)
        if x0 < x1 and y0 < y1:
            for ty in range(y0 // TILE, (y1 - 1) // TILE + 1):
                for tx in range(x0 // TILE, (x1 - 1) // TILE + 1):
                    yield (tx, ty)
