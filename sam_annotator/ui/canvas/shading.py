"""From a mask to what is drawn of it: its coverage of device pixels, blurred a little, then coloured by a table."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Protocol, TypeAlias

from PySide6.QtGui import QImage, QPainter

from sam_annotator.core import raster
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.ui.canvas.pyramid import ByteArray
from sam_annotator.ui.canvas.styles import APRON, BLUR_SIGMA
from sam_annotator.ui.canvas.tiles import Rect

_BLOCK = 128  # device pixels

ColorTable: TypeAlias = "npt.NDArray[np.uint32]"


class Sampled(Protocol):
    """A mask that can be sampled in device space."""

    @property
    def bbox_xywh(self) -> tuple[int, int, int, int]:
        """The smallest box around the mask, in image pixels."""
        ...

    def sample(self, zoom: float, rect: Rect) -> ByteArray:
        """Return the coverage of each device pixel of a rectangle, uint8 (height, width)."""
        ...


class Overlay(Sampled, Protocol):
    """A mask that can be shown above the accepted ones, with an outline."""

    @property
    def is_empty(self) -> bool:
        """Whether no pixel is inside."""
        ...

    def region(self, x0: int, y0: int, x1: int, y1: int) -> BoolArray:
        """Return the image pixels of a rectangle, bool (y1 - y0, x1 - x0); outside the image they are False."""
        ...


def apron_of(dpr: float) -> int:
    """Return how many device pixels the picture of a mask reaches beyond it."""
    return math.ceil(APRON * dpr)


def reach(mask: Sampled | Mask, zoom: float, dpr: float) -> Rect:
    """Return the rectangle of device space in which there is something of a mask's picture."""
    x, y, w, h = mask.bbox_xywh
    apron = apron_of(dpr)
    left, top = math.floor(x * zoom) - apron, math.floor(y * zoom) - apron
    return (left, top, math.ceil((x + w) * zoom) + apron - left, math.ceil((y + h) * zoom) + apron - top)


def shaded(mask: Sampled, zoom: float, rect: Rect, dpr: float) -> ByteArray:
    """Return the blurred coverage of the device pixels of a rectangle, uint8 (height, width): a distance to the edge.

    Half of 255 is on the edge; 0 and 255 are far outside and far inside.
    """
    return level_of(_sampled(mask, zoom, rect, dpr), dpr)


def picture_of(mask: Sampled, zoom: float, rect: Rect, dpr: float, table: ColorTable) -> tuple[QImage, ColorTable]:
    """Return the picture of a mask in a rectangle, and the array it refers to, which must live as long.

    The work is done where an edge is: most of a large mask has none. Neighbouring blocks with edges are done at once:
    a mask of thousands of parts has one in each, and each call costs something.
    """
    coverage, apron = _sampled(mask, zoom, rect, dpr), apron_of(dpr)
    _, _, width, height = rect
    argb = np.zeros((height, width), np.uint32)
    for y in range(0, height, _BLOCK):
        strip = coverage[y : y + _BLOCK + 2 * apron]
        for value, left, right in _runs(strip, width, apron):
            if value is None:
                level = level_of(strip[:, left : right + 2 * apron], dpr)
                argb[y : y + _BLOCK, left:right] = raster.looked_up(level, table)
            elif value:
                argb[y : y + _BLOCK, left:right] = table[value]
    return QImage(argb.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied), argb


def _runs(strip: ByteArray, width: int, apron: int) -> Iterator[tuple[int | None, int, int]]:
    """Divide a strip of coverage into runs of blocks.

    Args:
        strip: uint8 (h, width + 2 * apron).
        width: of the strip without what it has beyond.
        apron: how far a block's picture depends on what lies beside it.

    Yields:
        The one value that a run has, or None where it has several; where it begins, and where it ends.
    """
    low, high = strip.min(axis=0), strip.max(axis=0)

    def value(x: int) -> int | None:
        seen = slice(x, x + _BLOCK + 2 * apron)
        lowest, highest = int(low[seen].min()), int(high[seen].max())
        return lowest if lowest == highest else None

    for of_all, blocks in groupby(range(0, width, _BLOCK), value):
        first, *others = blocks
        yield of_all, first, min((others[-1] if others else first) + _BLOCK, width)


def _sampled(mask: Sampled, zoom: float, rect: Rect, dpr: float) -> ByteArray:
    """Sample a rectangle and, for the blur, a little beyond."""
    x, y, w, h = rect
    apron = apron_of(dpr)
    return mask.sample(zoom, (x - apron, y - apron, w + 2 * apron, h + 2 * apron))


def level_of(coverage: ByteArray, dpr: float) -> ByteArray:
    """Return the blurred coverage of what lies within an apron's width of the border: see `shaded`."""
    apron = apron_of(dpr)
    inner = coverage[apron:-apron, apron:-apron]
    if coverage.min() == coverage.max():
        return inner
    level = raster.blurred(coverage, BLUR_SIGMA * dpr)[apron:-apron, apron:-apron]
    return np.asarray(np.maximum(level, inner >> 1))  # what is thinner than the blur stays visible, as a line


def draw_level(painter: QPainter, level: ByteArray, at: tuple[int, int], clip: Rect, table: ColorTable) -> None:
    """Draw the part of a level in a rectangle whose corner is the painter's origin.

    Args:
        painter: where to.
        level: what `shaded` gave.
        at: where the level's corner lies in device space.
        clip: the rectangle of device space.
        table: the colour of each value.
    """
    draw_colors(painter, level, at, clip, lambda part, _corner: raster.looked_up(part, table))


def draw_colors(
    painter: QPainter,
    level: ByteArray,
    at: tuple[int, int],
    clip: Rect,
    colors: Callable[[ByteArray, tuple[int, int]], ColorTable],
) -> None:
    """Draw the part of a level in a rectangle; `colors` gives its colours, of its values and its corner."""
    x0, y0 = max(clip[0], at[0]), max(clip[1], at[1])
    x1, y1 = min(clip[0] + clip[2], at[0] + level.shape[1]), min(clip[1] + clip[3], at[1] + level.shape[0])
    if x0 < x1 and y0 < y1:
        argb = colors(level[y0 - at[1] : y1 - at[1], x0 - at[0] : x1 - at[0]], (x0, y0))
        height, width = argb.shape
        image = QImage(argb.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
        painter.drawImage(x0 - clip[0], y0 - clip[1], image)
