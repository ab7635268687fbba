"""TileLayer: an opaque picture in device space kept as tiles, so that moving the view is a copy.

Tiles are rendered in small steps, most of them between frames: a frame shows what is there. What is not there yet is
shown as it was before: older, scaled from another zoom, or coarse.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

Rect = tuple[int, int, int, int]  # x, y, width, height
Key = tuple[int, int]
TILE = 256  # device pixels
_CHANGED_S = 0.012  # spent in the first frame after the picture changed: most changes are seen at once
_MOVED_S = 0.0015  # spent in a frame where only the view moved


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at.

    Attributes:
        zoom: device pixels per image pixel.
        origin: the image's corner in device pixels of the widget.
        sight: x, y, width, height in device space that is seen.
        bounds: x, y, width, height in device space, beyond which there is nothing: the image and a rim.
        rim: device pixels around the image.
    """

    zoom: float
    origin: tuple[int, int]
    sight: Rect
    bounds: Rect
    rim: int = 0

    @property
    def image(self) -> Rect:
        """The bounds without the rim."""
        x, y, w, h = self.bounds
        return (x + self.rim, y + self.rim, w - 2 * self.rim, h - 2 * self.rim)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A picture of the layer at another zoom: its upper left corner is at x, y of that zoom's device space."""

    image: QImage
    zoom: float
    x: int = 0
    y: int = 0

    def target(self, look: Look) -> QRectF:
        """Return where it lies in device pixels of the widget."""
        ratio = look.zoom / self.zoom
        left, top = look.origin[0] + self.x * ratio, look.origin[1] + self.y * ratio
        return QRectF(left, top, self.image.width() * ratio, self.image.height() * ratio)


@dataclass(slots=True)
class _Tile:
    key: Key
    rect: Rect
    image: QImage | None = None  # complete, but perhaps of an older state
    is_fresh: bool = False
    begun: QImage | None = None  # the one that is being rendered
    steps: Iterator[None] | None = None

    @property
    def nbytes(self) -> int:
        return sum(image.sizeInBytes() for image in (self.image, self.begun) if image is not None)


class TileLayer:
    """Tiles of one picture at one zoom.

    Args:
        render: paints the picture of a rectangle of device space at a zoom, in steps; what the first one leaves can
            be shown if need be.
        max_bytes: what tiles may take, those that are not in sight too.
    """

    def __init__(self, render: Callable[[float, Rect, QImage], Iterator[None]], max_bytes: int) -> None:
        self._render = render
        self._max_bytes = max_bytes
        self._tiles: OrderedDict[Key, _Tile] = OrderedDict()
        self._look = Look(0.0, (0, 0), (0, 0, 0, 0), (0, 0, 0, 0))
        self._way = (0, 0)  # in which the view moved last
        self._make_coarse: Callable[[], Placed] | None = None
        self._coarse: Placed | None = None
        self._whole: Placed | None = None  # the last complete picture that showed everything
        self._stale: Placed | None = None  # what was on screen at another zoom
        self._has_changed = True

    def clear(self, coarse: Callable[[], Placed] | None = None) -> None:
        """Forget everything: it is another picture, of which `coarse` makes one for where there is nothing better."""
        self._tiles.clear()
        self._make_coarse, self._coarse, self._whole, self._stale = coarse, None, None, None
        self._has_changed = True

    def invalidate(self, area: tuple[float, float, float, float] | None = None, margin: int = 0) -> None:
        """Mark tiles as old, to be rendered again; they are shown until then.

        Args:
            area: x0, y0, x1, y1 in image pixels; None for all.
            margin: device pixels around it.
        """
        self._has_changed = True
        if area is None:
            self._whole = None
        x0, y0, x1, y1 = (value * self._look.zoom for value in area or (0, 0, 0, 0))
        for tile in self._tiles.values():
            x, y, w, h = tile.rect
            beside = x > x1 + margin or x + w < x0 - margin
            above_or_below = y > y1 + margin or y + h < y0 - margin
            if area is None or not (beside or above_or_below):
                tile.is_fresh, tile.begun, tile.steps = False, None, None

    def paint(self, painter: QPainter, look: Look, exposed: Rect, background: QColor) -> None:
        """Paint what is in sight, the painter being in device pixels; render the little there is time for.

        Args:
            painter: where to.
            look: what is looked at.
            exposed: x, y, width, height in device space that must be painted.
            background: colour where there is nothing.
        """
        self._turn_to(look)
        tiles = self._tiles_in(exposed)
        # A tile of which only a part is painted now stays as it is, or it would show two states.
        wholly = [tile for tile in tiles if _has_all(exposed, tile.rect, look.sight)]
        if self._has_changed:
            self._has_changed = False
            self._advance(wholly, time.perf_counter() + _CHANGED_S)
        else:
            self._begin(wholly, time.perf_counter() + _MOVED_S)
        (x, y), (left, top, width, height) = look.origin, exposed
        bare = QRegion(QRect(x + left, y + top, width, height))
        shown: list[tuple[_Tile, QImage]] = []
        for tile in tiles:
            image = tile.image or (None if self._is_below(tile) else tile.begun)
            if image is not None:
                shown.append((tile, image))
        if len(shown) == len(tiles):
            bare -= QRect(x + look.bounds[0], y + look.bounds[1], *look.bounds[2:])
        else:
            bare = self._paint_below(painter, bare)
        for rect in _rects(bare):
            painter.fillRect(rect, background)
        for tile, image in shown:
            painter.drawImage(x + tile.rect[0], y + tile.rect[1], image)

    def work(self, until: float) -> list[Rect]:
        """Render what is in sight, then a little ahead of it, up to a time of `time.perf_counter`.

        Returns:
            The rectangles of device space that should be painted again.
        """
        done = self._advance(self._tiles_in(self._look.sight), until)
        if self.is_done:
            self._stale = None
            self._advance(self._tiles_in(self._ahead()), until)
            self._drop_oldest()
        return done

    @property
    def is_done(self) -> bool:
        """Whether all that is in sight is there and up to date."""
        return all(tile.is_fresh for tile in self._tiles_in(self._look.sight))

    def behind(self, look: Look) -> QRegion:
        """Return where in the widget, in device pixels, something older than the picture is shown."""
        region, (x, y) = QRegion(), look.origin
        for tile in self._tiles_in(look.sight):
            if not tile.is_fresh:
                region += QRect(x + tile.rect[0], y + tile.rect[1], tile.rect[2], tile.rect[3])
        return region

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to render, ahead of what is in sight neither."""
        return self.is_done and all(tile.is_fresh for tile in self._tiles_in(self._ahead()))

    def _turn_to(self, look: Look) -> None:
        before = self._look
        if (look.zoom, look.bounds) != (before.zoom, before.bounds):
            self._keep_picture()
            self._tiles.clear()
        is_same = look.zoom == before.zoom and look.sight[2:] == before.sight[2:]
        way = (look.sight[0] - before.sight[0], look.sight[1] - before.sight[1]) if is_same else (0, 0)
        if way != (0, 0) or not is_same:
            self._way = way
        self._look = look

    def _ahead(self) -> Rect:
        x, y, w, h = self._look.sight
        dx, dy = ((value > 0) - (value < 0) for value in self._way)
        return (x + min(dx, 0) * TILE, y + min(dy, 0) * TILE, w + abs(dx) * TILE, h + abs(dy) * TILE)

    def _tiles_in(self, area: Rect) -> list[_Tile]:
        left, top = self._look.bounds[:2]
        x0, y0, x1, y1 = overlap(area, self._look.bounds)
        if x0 >= x1 or y0 >= y1:
            return []
        tiles: list[_Tile] = []
        for ty in range((y0 - top) // TILE, (y1 - top - 1) // TILE + 1):
            for tx in range((x0 - left) // TILE, (x1 - left - 1) // TILE + 1):
                tile = self._tiles.get((tx, ty))
                if tile is None:
                    tile = self._tiles[tx, ty] = _Tile((tx, ty), _tile_rect(tx, ty, self._look.bounds))
                tiles.append(tile)
        return tiles

    def _begin(self, tiles: list[_Tile], until: float) -> list[Rect]:
        """Make the first step where there would be nothing to show, up to a time; return where."""
        begun: list[Rect] = []
        for tile in tiles:
            if tile.image is None and tile.begun is None and not self._is_below(tile):
                self._step(tile)
                begun.append(tile.rect)
                if time.perf_counter() >= until:
                    break
        return begun

    def _advance(self, tiles: list[_Tile], until: float) -> list[Rect]:
        """Render tiles up to a time, at least one step: first something everywhere, then all; return what is seen."""
        seen = self._begin(tiles, until)
        for tile in tiles:
            while not tile.is_fresh and time.perf_counter() < until:
                self._step(tile)
                if tile.is_fresh:
                    seen.append(tile.rect)
        return seen

    def _step(self, tile: _Tile) -> None:
        if tile.steps is None:
            tile.begun = QImage(tile.rect[2], tile.rect[3], QImage.Format.Format_RGB32)
            tile.steps = self._render(self._look.zoom, tile.rect, tile.begun)
        if next(tile.steps, tile) is tile:  # it was the last
            tile.image, tile.is_fresh, tile.begun, tile.steps = tile.begun, True, None, None

    def _is_below(self, tile: _Tile) -> bool:
        """Whether a picture of another zoom shows all of a tile."""
        return any(placed is not None and self._covers(placed, tile.rect) for placed in (self._stale, self._whole))

    def _covers(self, placed: Placed, rect: Rect) -> bool:
        """Whether a picture shows all of a rectangle of device space that is not beside the image."""
        x0, y0, x1, y1 = overlap(rect, self._look.image)
        x, y = self._look.origin
        within = QRectF(x + x0, y + y0, x1 - x0, y1 - y0)
        return placed.target(self._look).adjusted(-1, -1, 1, 1).contains(within)  # sizes are rounded

    def _paint_below(self, painter: QPainter, bare: QRegion) -> QRegion:
        """Paint pictures of other zooms, the best in front; return where there is none."""
        for placed in (self._stale, self._whole, self._coarse_picture()):
            if placed is None:
                continue
            target = placed.target(self._look)
            left, top = math.ceil(target.left()), math.ceil(target.top())
            inner = QRect(left, top, math.floor(target.right()) - left, math.floor(target.bottom()) - top)
            for rect in _rects(bare & inner):
                painter.setClipRect(rect)
                painter.drawImage(target, placed.image)
            bare -= inner
            if bare.isEmpty():
                break
        painter.setClipping(False)
        return bare

    def _coarse_picture(self) -> Placed | None:
        if self._stale is None and self._whole is None and self._coarse is None and self._make_coarse is not None:
            self._coarse = self._make_coarse()
        return self._coarse

    def _keep_picture(self) -> None:
        """Put what is in sight into one picture, to be shown scaled until the tiles of the next zoom are there."""
        look = self._look
        x0, y0, x1, y1 = overlap(look.sight, look.bounds)
        if x0 >= x1 or y0 >= y1 or not self.is_done:
            return  # what is on screen is itself scaled: that one serves on
        picture = QImage(x1 - x0, y1 - y0, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        for tile in self._tiles_in(look.sight):
            assert tile.image is not None
            painter.drawImage(tile.rect[0] - x0, tile.rect[1] - y0, tile.image)
        painter.end()
        self._stale = Placed(picture, look.zoom, x0, y0)
        if (x0, y0, x1 - x0, y1 - y0) == look.bounds:
            self._whole = self._stale

    def _drop_oldest(self) -> None:
        for tile in self._tiles_in(self._look.sight):
            self._tiles.move_to_end(tile.key)
        used = sum(tile.nbytes for tile in self._tiles.values())
        in_sight = len(self._tiles_in(self._look.sight))
        while used > self._max_bytes and len(self._tiles) > in_sight:
            used -= self._tiles.popitem(last=False)[1].nbytes


def _has_all(exposed: Rect, rect: Rect, sight: Rect) -> bool:
    """Whether all of a rectangle that is in sight is exposed."""
    return overlap(rect, sight) == overlap(rect, exposed)


def _rects(region: QRegion) -> Iterable[QRect]:
    return cast(Iterable[QRect], region)  # it can be iterated over; the stubs don't say so


def overlap(a: Rect, b: Rect) -> Rect:
    """Return x0, y0, x1, y1 of what two rectangles have in common; x1 <= x0 or y1 <= y0 where that is nothing."""
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[0] + a[2], b[0] + b[2]), min(a[1] + a[3], b[1] + b[3]))


def _tile_rect(tx: int, ty: int, bounds: Rect) -> Rect:
    x, y = bounds[0] + tx * TILE, bounds[1] + ty * TILE
    return (x, y, min(TILE, bounds[0] + bounds[2] - x), min(TILE, bounds[1] + bounds[3] - y))
