"""TileLayer: a picture in device space kept as tiles, so that moving the view is a copy.

A tile is rendered when it comes into sight. A frame spends a bounded time on rendering; what is left over is shown as
it was before, coarser or older, and comes with the next frames.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

Rect = tuple[int, int, int, int]
TILE = 256  # device pixels; small, so that one does not take much longer than a frame's time
_CHANGED_BUDGET_S = 0.022  # of the first frame after the picture changed
_MOVING_BUDGET_S = 0.004  # of a frame in which only the view moved


@dataclass(slots=True)
class _Tile:
    image: QImage | None  # None where there is nothing to see
    data: npt.NDArray[np.uint8] | None  # what a QImage refers to, kept alive with it
    is_fresh: bool = True


@dataclass(frozen=True, slots=True)
class Rendered:
    """A tile's picture: the image, and the array that it refers to, if any."""

    image: QImage
    data: npt.NDArray[np.uint8] | None = None


class TileLayer:
    """Tiles of one picture at one zoom.

    Args:
        render: gives the picture of a rectangle of device space at a zoom, or None where there is nothing.
        max_bytes: what tiles may take that are not in sight too.
    """

    def __init__(self, render: Callable[[float, Rect], Rendered | None], max_bytes: int) -> None:
        self._render = render
        self._max_bytes = max_bytes
        self._tiles: OrderedDict[tuple[int, int], _Tile] = OrderedDict()
        self._bytes = 0
        self._zoom = 0.0
        self._stale: QImage | None = None  # what was on screen at another zoom
        self._stale_rect = QRectF()  # where, in image pixels
        self._in_sight: Rect = (0, 0, 0, 0)
        self._has_changed = True

    def clear(self) -> None:
        """Forget everything: it is another picture."""
        self._tiles.clear()
        self._bytes = 0
        self._stale = None
        self._has_changed = True

    def invalidate(self, area: tuple[float, float, float, float] | None = None, margin: int = 0) -> None:
        """Mark tiles as old, to be rendered again; they are shown until then.

        Args:
            area: x0, y0, x1, y1 in image pixels; None for all.
            margin: device pixels around it.
        """
        self._has_changed = True
        for (tx, ty), tile in self._tiles.items():
            if area is None:
                tile.is_fresh = False
                continue
            x0, y0, x1, y1 = (value * self._zoom for value in area)
            beside = tx * TILE > x1 + margin or (tx + 1) * TILE < x0 - margin
            above_or_below = ty * TILE > y1 + margin or (ty + 1) * TILE < y0 - margin
            if not beside and not above_or_below:
                tile.is_fresh = False

    def paint(self, painter: QPainter, zoom: float, origin: tuple[int, int], sight: Rect, bounds: Rect) -> bool:
        """Paint what is in sight, the painter being in device pixels.

        Args:
            painter: where to.
            zoom: device pixels per image pixel.
            origin: the image's corner in device pixels.
            sight: x, y, width, height in device space that must be painted.
            bounds: x, y, width, height in device space, beyond which there is nothing.

        Returns:
            Whether everything is there and up to date.
        """
        if zoom != self._zoom:
            self._keep_as_stale()
            self._tiles.clear()
            self._bytes = 0
            self._zoom = zoom
        self._in_sight = sight
        missing = self._paint_fresh(painter, origin, sight, bounds)
        if missing:
            missing = self._render_some(painter, origin, missing)
        self._drop_oldest()
        if not missing:
            self._stale = None
        return not missing

    def _paint_fresh(
        self, painter: QPainter, origin: tuple[int, int], sight: Rect, bounds: Rect
    ) -> list[tuple[tuple[int, int], Rect]]:
        missing: list[tuple[tuple[int, int], Rect]] = []
        for key, rect in _tiles_in(sight, bounds):
            tile = self._tiles.get(key)
            if tile is None or not tile.is_fresh:
                missing.append((key, rect))
            else:
                self._tiles.move_to_end(key)
                if tile.image is not None:
                    painter.drawImage(origin[0] + rect[0], origin[1] + rect[1], tile.image)
        return missing

    def _render_some(
        self, painter: QPainter, origin: tuple[int, int], missing: list[tuple[tuple[int, int], Rect]]
    ) -> list[tuple[tuple[int, int], Rect]]:
        """Render tiles as long as the time lasts, at least one; paint the others as they were before."""
        # The thread's own time: what other programs take does not count.
        deadline = time.thread_time() + (_CHANGED_BUDGET_S if self._has_changed else _MOVING_BUDGET_S)
        self._has_changed = False
        left: list[tuple[tuple[int, int], Rect]] = []
        for i, (key, rect) in enumerate(missing):
            x, y = origin[0] + rect[0], origin[1] + rect[1]
            if i == 0 or time.thread_time() < deadline:
                tile = self._put(key, self._render(self._zoom, rect))
                if tile.image is not None:
                    painter.drawImage(x, y, tile.image)
                continue
            left.append((key, rect))
            older = self._tiles.get(key)
            if older is not None and older.image is not None:
                painter.drawImage(x, y, older.image)
            elif older is None and self._stale is not None:
                self._paint_stale(painter, (x, y), rect)
        return left

    def _put(self, key: tuple[int, int], rendered: Rendered | None) -> _Tile:
        before = self._tiles.pop(key, None)
        if before is not None and before.image is not None:
            self._bytes -= before.image.sizeInBytes()
        tile = _Tile(None, None) if rendered is None else _Tile(rendered.image, rendered.data)
        self._tiles[key] = tile
        if tile.image is not None:
            self._bytes += tile.image.sizeInBytes()
        return tile

    def _drop_oldest(self) -> None:
        visible = {key for key, _ in _tiles_in(self._in_sight, self._in_sight)}
        for key in list(self._tiles):
            if self._bytes <= self._max_bytes:
                return
            if key not in visible:
                image = self._tiles.pop(key).image
                self._bytes -= image.sizeInBytes() if image is not None else 0

    def _keep_as_stale(self) -> None:
        """Put what was last in sight into one picture, to be shown scaled until the new tiles are there."""
        x, y, w, h = self._in_sight
        in_sight = [key for key, _ in _tiles_in(self._in_sight, self._in_sight)]
        painted = [key for key in in_sight if key in self._tiles]
        if not painted or (self._stale is not None and len(painted) < len(in_sight)):
            return  # nothing to keep, or the older one shows more
        stale = QImage(w, h, QImage.Format.Format_ARGB32_Premultiplied)
        stale.fill(0)
        painter = QPainter(stale)
        for tx, ty in painted:
            image = self._tiles[tx, ty].image
            if image is not None:
                painter.drawImage(tx * TILE - x, ty * TILE - y, image)
        painter.end()
        self._stale = stale
        self._stale_rect = QRectF(x / self._zoom, y / self._zoom, w / self._zoom, h / self._zoom)

    def _paint_stale(self, painter: QPainter, at: tuple[int, int], rect: Rect) -> None:
        assert self._stale is not None
        ratio = self._stale.width() / self._stale_rect.width()
        source = QRectF(
            (rect[0] / self._zoom - self._stale_rect.x()) * ratio,
            (rect[1] / self._zoom - self._stale_rect.y()) * ratio,
            rect[2] / self._zoom * ratio,
            rect[3] / self._zoom * ratio,
        )
        painter.drawImage(QRectF(at[0], at[1], rect[2], rect[3]), self._stale, source)


def _tiles_in(sight: Rect, bounds: Rect) -> list[tuple[tuple[int, int], Rect]]:
    """Return the tiles that a rectangle touches, each with its own rectangle within the bounds."""
    x0, y0 = max(sight[0], bounds[0]), max(sight[1], bounds[1])
    x1 = min(sight[0] + sight[2], bounds[0] + bounds[2])
    y1 = min(sight[1] + sight[3], bounds[1] + bounds[3])
    tiles: list[tuple[tuple[int, int], Rect]] = []
    if x0 >= x1 or y0 >= y1:
        return tiles
    for ty in range(y0 // TILE, (y1 - 1) // TILE + 1):
        for tx in range(x0 // TILE, (x1 - 1) // TILE + 1):
            left, top = max(tx * TILE, bounds[0]), max(ty * TILE, bounds[1])
            right = min((tx + 1) * TILE, bounds[0] + bounds[2])
            bottom = min((ty + 1) * TILE, bounds[1] + bounds[3])
            tiles.append(((tx, ty), (left, top, right - left, bottom - top)))
    return tiles
