"""The masks on screen: all accepted annotations as one layer of tiles, and single masks (preview, draft fill)."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np
from PySide6.QtGui import QImage, QPainter

from sam_annotator.core import raster
from sam_annotator.core.geometry import Point
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.pyramid import ByteArray
from sam_annotator.ui.canvas.runs import MaskRuns
from sam_annotator.ui.canvas.styles import ACCEPTED, APRON, BLUR_SIGMA, HOVERED, SELECTED, MaskStyle, color_table
from sam_annotator.ui.canvas.tiles import Rect, Rendered, TileLayer

_RUNS_BYTES = 128 << 20
_LAYER_BYTES = 128 << 20
_SINGLE_BYTES = 32 << 20
_NO_COLOR = "#999999"


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


def draw_mask(
    painter: QPainter, mask: Sampled, zoom: float, rect: Rect, color: str, style: MaskStyle, opacity: float, dpr: float
) -> None:
    """Draw the part of a mask in a rectangle of device space, whose corner is the painter's origin."""
    apron = math.ceil(APRON * dpr)
    left, top, width, height = _device_bbox(mask, zoom)
    x0, y0 = max(rect[0], left - apron), max(rect[1], top - apron)
    x1 = min(rect[0] + rect[2], left + width + apron)
    y1 = min(rect[1] + rect[3], top + height + apron)
    if x0 >= x1 or y0 >= y1:
        return
    # The blur needs to see a little beyond what is drawn.
    coverage = mask.sample(zoom, (x0 - apron, y0 - apron, x1 - x0 + 2 * apron, y1 - y0 + 2 * apron))
    level = raster.blurred(coverage, BLUR_SIGMA * dpr)
    np.maximum(level, coverage >> 1, out=level)  # what is thinner than the blur stays visible, as a line
    argb = color_table(color, style, opacity, dpr).take(level[apron:-apron, apron:-apron])
    image = QImage(argb.data, x1 - x0, y1 - y0, (x1 - x0) * 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(x0 - rect[0], y0 - rect[1], image)


def _device_bbox(mask: Sampled | Mask, zoom: float) -> Rect:
    x, y, w, h = mask.bbox_xywh
    left, top = math.floor(x * zoom), math.floor(y * zoom)
    return (left, top, math.ceil((x + w) * zoom) - left, math.ceil((y + h) * zoom) - top)


class AnnotationLayer:
    """All accepted masks of the image, small ones above large ones."""

    def __init__(self) -> None:
        self._annotations: tuple[Annotation, ...] = ()  # in the order of drawing
        self._colors: dict[int, str] = {}
        self._selected: frozenset[int] = frozenset()
        self._hovered: int | None = None
        self._opacity = 0.45
        self._dpr = 1.0
        self._runs: OrderedDict[Mask, MaskRuns] = OrderedDict()
        self._runs_bytes = 0
        self._tiles = TileLayer(self._render, _LAYER_BYTES)

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What is shown, from the bottom to the top."""
        return self._annotations

    def set_annotations(self, annotations: Sequence[Annotation], colors: Mapping[int, str]) -> None:
        """Show these, each in the colour of its category; only what differs is drawn again."""
        before = {a.id: (a.mask, self._colors.get(a.category_id)) for a in self._annotations}
        after = {a.id: (a.mask, colors.get(a.category_id)) for a in annotations}
        for key in before.keys() | after.keys():
            if before.get(key) != after.get(key):
                for looks in (before.get(key), after.get(key)):
                    if looks is not None:
                        self._invalidate_mask(looks[0])
        self._annotations = tuple(sorted(annotations, key=lambda a: -a.mask.area))
        self._colors = dict(colors)

    def clear(self) -> None:
        """Show none: it is another image."""
        self._annotations = ()
        self._selected, self._hovered = frozenset(), None
        self._tiles.clear()

    def set_selected(self, ids: Collection[int]) -> None:
        """Emphasise these."""
        changed = self._selected ^ frozenset(ids)
        self._selected = frozenset(ids)
        self._invalidate_ids(changed)

    def set_hovered(self, annotation_id: int | None) -> None:
        """Lift this one."""
        changed = {i for i in (self._hovered, annotation_id) if i is not None and self._hovered != annotation_id}
        self._hovered = annotation_id
        self._invalidate_ids(changed)

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly masks are filled, 0 to 1."""
        if opacity != self._opacity:
            self._opacity = opacity
            self._tiles.invalidate()

    def selected(self) -> list[Annotation]:
        """Return the annotations that are selected."""
        return [a for a in self._annotations if a.id in self._selected]

    def at(self, point: Point) -> int | None:
        """Return the id of the smallest annotation under a point of the image, or None."""
        for annotation in reversed(self._annotations):
            x, y, w, h = annotation.mask.bbox_xywh
            inside = x <= point.x < x + w and y <= point.y < y + h
            if inside and self._runs_of(annotation.mask).contains(point.x, point.y):
                return annotation.id
        return None

    def paint(self, painter: QPainter, zoom: float, origin: tuple[int, int], sight: Rect, dpr: float) -> bool:
        """Paint what is in sight, the painter being in device pixels; return whether all of it is there."""
        if dpr != self._dpr:
            self._dpr = dpr
            self._tiles.clear()
        return self._tiles.paint(painter, zoom, origin, sight, sight_bounds(zoom, sight))

    def _render(self, zoom: float, rect: Rect) -> Rendered | None:
        apron = math.ceil(APRON * self._dpr)
        shown = [a for a in self._annotations if _touches(_device_bbox(a.mask, zoom), rect, apron)]
        if not shown:
            return None
        image = QImage(rect[2], rect[3], QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        lifted = self._selected | ({self._hovered} if self._hovered is not None else frozenset())
        for annotation in sorted(shown, key=lambda a: a.id in lifted):
            draw_mask(
                painter,
                self._runs_of(annotation.mask),
                zoom,
                rect,
                self._colors.get(annotation.category_id, _NO_COLOR),
                self._style(annotation.id),
                self._opacity,
                self._dpr,
            )
        painter.end()
        return Rendered(image)

    def _style(self, annotation_id: int) -> MaskStyle:
        if annotation_id in self._selected:
            return SELECTED
        return HOVERED if annotation_id == self._hovered else ACCEPTED

    def _runs_of(self, mask: Mask) -> MaskRuns:
        runs = self._runs.pop(mask, None)
        if runs is None:
            runs = MaskRuns(mask)
            self._runs_bytes += runs.nbytes
        self._runs[mask] = runs
        while self._runs_bytes > _RUNS_BYTES and len(self._runs) > 1:
            self._runs_bytes -= self._runs.popitem(last=False)[1].nbytes
        return runs

    def _invalidate_ids(self, ids: Collection[int]) -> None:
        for annotation in self._annotations:
            if annotation.id in ids:
                self._invalidate_mask(annotation.mask)

    def _invalidate_mask(self, mask: Mask) -> None:
        x, y, w, h = mask.bbox_xywh
        self._tiles.invalidate((x, y, x + w, y + h), math.ceil(APRON * self._dpr))


class SingleMaskLayer:
    """One mask without an outline of its own, or with a thin one."""

    def __init__(self, style: MaskStyle) -> None:
        self._style = style
        self._mask: Sampled | None = None
        self._color = _NO_COLOR
        self._opacity = 0.45
        self._dpr = 1.0
        self._tiles = TileLayer(self._render, _SINGLE_BYTES)

    def set_mask(self, mask: Sampled | None, color: str) -> None:
        """Show this one."""
        self._mask, self._color = mask, color
        self._tiles.clear()

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly it is filled, 0 to 1."""
        self._opacity = opacity
        self._tiles.invalidate()

    def paint(self, painter: QPainter, zoom: float, origin: tuple[int, int], sight: Rect, dpr: float) -> bool:
        """Paint what is in sight, the painter being in device pixels; return whether all of it is there."""
        if self._mask is None:
            return True
        if dpr != self._dpr:
            self._dpr = dpr
            self._tiles.clear()
        return self._tiles.paint(painter, zoom, origin, sight, sight_bounds(zoom, sight))

    def _render(self, zoom: float, rect: Rect) -> Rendered | None:
        mask = self._mask
        if mask is None or not _touches(_device_bbox(mask, zoom), rect, math.ceil(APRON * self._dpr)):
            return None
        image = QImage(rect[2], rect[3], QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        draw_mask(painter, mask, zoom, rect, self._color, self._style, self._opacity, self._dpr)
        painter.end()
        return Rendered(image)


def sight_bounds(zoom: float, sight: Rect) -> Rect:
    """Return bounds that never cut a tile: outlines may lie beside the image."""
    far = 1 << 30
    return (-far, -far, 2 * far, 2 * far)


def _touches(a: Rect, b: Rect, margin: int) -> bool:
    return (
        a[0] - margin < b[0] + b[2]
        and b[0] < a[0] + a[2] + margin
        and a[1] - margin < b[1] + b[3]
        and b[1] < a[1] + a[3] + margin
    )
