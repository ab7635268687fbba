"""Scene: what is on the canvas, layer above layer, and the painting of it. No events, no widget."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from sam_annotator.core import raster
from sam_annotator.core.geometry import Point
from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.prompt import Prompt
from sam_annotator.tools.base import BrushFeedback, Feedback
from sam_annotator.ui.canvas import marks
from sam_annotator.ui.canvas.colors import CanvasColors
from sam_annotator.ui.canvas.differences import DifferenceLayer
from sam_annotator.ui.canvas.draft import DASH_PERIOD, DraftLayer
from sam_annotator.ui.canvas.heat_map import HeatLayer
from sam_annotator.ui.canvas.masks import AnnotationLayer, Area
from sam_annotator.ui.canvas.moving import MovingLayer
from sam_annotator.ui.canvas.overlay import OverlayLayer
from sam_annotator.ui.canvas.proposals import ProposalLayer
from sam_annotator.ui.canvas.pyramid import DenseMask, PreparedImage, sample_image
from sam_annotator.ui.canvas.second_set import SecondLayer
from sam_annotator.ui.canvas.shading import Overlay, Sampled, apron_of
from sam_annotator.ui.canvas.stroke import Ground, StrokeLayer
from sam_annotator.ui.canvas.styles import PREVIEW
from sam_annotator.ui.canvas.tiles import Look, Placed, Rect, TileLayer
from sam_annotator.ui.canvas.view import ViewTransform

_DASH_SPEED = 6.0  # line widths a second
_TILES_BYTES = 64 << 20
_COARSE_SIDE = 1024  # of what is shown of an image before anything else is there
_SLICE_S = 0.003  # of rendering between two turns of the event loop
_MOST_HANDLES = 64  # of more that are selected at once only the outlines tell
_DRAFT_COLOR = "#56b4e9"


class Scene:
    """Image, accepted masks, preview, draft and prompt, from the bottom to the top.

    Attributes:
        annotations: the accepted masks.
        moving: those of them that are dragged to another place.
        second: masks of another set, that the project is compared with.
        proposals: masks that an engine proposes, and nobody accepted yet.
        differences: what a mask would gain and lose.
        prompt: points and box.
        heat: the logits, under preview and draft.
        draft_color: of the draft, the preview, and what is painted with a tool.
    """

    def __init__(self) -> None:
        self.annotations = AnnotationLayer(self._on_annotations)
        self.moving = MovingLayer(self.annotations)
        self.second = SecondLayer(self._on_annotations)
        self.proposals = ProposalLayer(self._on_annotations)
        self.differences = DifferenceLayer(self._on_annotations)
        self.prompt = Prompt()
        self.draft_color = _DRAFT_COLOR
        self._masks_visible = True
        self._background = CanvasColors().background
        self._image: PreparedImage | None = None
        self._tiles = TileLayer(self._render, _TILES_BYTES)  # image and accepted masks
        self._draft = DraftLayer()
        self._draft_source: BoolArray | Overlay | None = None
        self._preview = OverlayLayer(PREVIEW)
        self.heat = HeatLayer()
        self._stroke = StrokeLayer()
        self._feedback: Feedback | None = None
        self._look = Look(0.0, (0, 0), (0, 0, 0, 0), (0, 0, 0, 0))
        self._dpr = 1.0

    @property
    def image(self) -> PreparedImage | None:
        """The image shown."""
        return self._image

    @property
    def has_moving_outline(self) -> bool:
        """Whether there is a draft in sight."""
        return self._masks_visible and self._draft.mask is not None

    @property
    def masks_visible(self) -> bool:
        """Whether masks are shown."""
        return self._masks_visible

    def set_masks_visible(self, visible: bool) -> None:
        """Show masks, or only the image."""
        if visible != self._masks_visible:
            self._masks_visible = self.proposals.is_visible = visible
            self._tiles.invalidate()

    def set_background(self, color: str) -> None:
        """Set the colour around the image."""
        if color != self._background:
            self._background = color
            self._tiles.invalidate()

    def set_image(self, image: PreparedImage | None) -> None:
        """Show an image and nothing else."""
        self._image = image
        self._stroke.clear()
        self.moving.clear()
        self.annotations.clear()
        self.second.clear()
        self.proposals.clear()
        self.differences.clear()
        self._tiles.clear(None if image is None else partial(_coarse, image))
        self.prompt = Prompt()
        self.set_draft(None, self.draft_color)
        self.set_preview(None)
        self.heat.show(None)

    def set_draft(self, mask: BoolArray | Overlay | None, color: str) -> bool:
        """Show a mask that is not accepted yet, as bool (H, W) or as what can be sampled, or none.

        Returns:
            Whether that is another picture than before.
        """
        if color == self.draft_color and _is_same(mask, self._draft_source):
            return False
        self.draft_color, self._draft_source = color, mask
        self._draft.set_mask(_overlay(mask), color)
        return True

    def set_preview(self, mask: BoolArray | Overlay | None) -> None:
        """Show what a click would give, as bool (H, W) or as what can be sampled, or nothing."""
        overlay = _overlay(mask)
        self._preview.set_mask(None if overlay is None or overlay.is_empty else overlay, self.draft_color)

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly masks are filled, 0 to 1."""
        self.annotations.set_opacity(opacity)
        self.second.set_opacity(opacity)
        self.proposals.set_opacity(opacity)
        self.differences.set_opacity(opacity)
        self._draft.set_opacity(opacity)
        self._preview.set_opacity(opacity)

    def annotation_at(self, point: Point) -> int | None:
        """Return the id of the smallest annotation under a point; None where there is none in sight."""
        return self.annotations.at(point) if self._masks_visible else None

    def draft_rect(self, view: ViewTransform) -> QRect:
        """Return where the draft lies in the widget, with its outline."""
        return _place(self._draft.mask, view)

    def preview_rect(self, view: ViewTransform) -> QRect:
        """Return where the preview lies in the widget."""
        return _place(self._preview.mask, view)

    def prompt_rect(self, view: ViewTransform) -> QRect:
        """Return where the prompt's points and box lie in the widget."""
        return marks.prompt_rect(self.prompt, view)

    def follow(self, feedback: Feedback | None, view: ViewTransform) -> QRect | None:
        """Take what the tool in hand has to show now.

        Returns:
            What of the widget must be painted again; None for all of it.
        """
        before, self._feedback = self._feedback, feedback
        brush = feedback if isinstance(feedback, BrushFeedback) else None
        if brush is not None and brush.stroke and self._stroke.begins(brush):
            ground = self._ground(erase=brush.erase)
            if ground is not None:
                self._stroke.begin(brush, ground)
        elif self._stroke.is_shown and not self._stroke.is_ended and (brush is None or not brush.stroke):
            self._stroke.end()
            return None
        if any(shown is not None and not isinstance(shown, BrushFeedback) for shown in (before, feedback)):
            return QRect() if feedback == before else None
        painted, rect = view.as_painted, QRect()
        for shown in (before, feedback):
            if isinstance(shown, BrushFeedback):
                rect |= marks.brush_rect(shown, painted)
        return rect if brush is None else rect | self._stroke.reach(brush, painted)

    def _ground(self, *, erase: bool) -> Ground | None:
        """Return what a stroke changes; None where it would change nothing."""
        layer = self.annotations
        target = layer.only_selected
        if target is None and (erase or layer.selected_count == 1):  # the one that is selected is not in sight
            return None
        if target is not None and target.locked:
            return None
        color = self.draft_color if target is None else layer.color_of(target)
        mask = None if target is None or not self._masks_visible else layer.runs_of(target.mask)
        below = partial(self._render, without=None if target is None else target.id)
        return Ground(mask, layer.selected_table(color, self._dpr), below)

    def paint_layers(self, painter: QPainter, view: ViewTransform, seconds: float | None, exposed: QRect) -> bool:
        """Paint image and masks; the painter is in widget pixels.

        Args:
            painter: where to.
            view: where the image lies.
            seconds: the time that moves the draft's outline; None lets it stand still.
            exposed: what of the widget must be painted.

        Returns:
            Whether all of it was there; else there is work to do.
        """
        look, dpr = _look(view), view.dpr
        if dpr != self._dpr:
            self._dpr = dpr
            self._tiles.invalidate()
        self._look = look
        left, top = math.floor(exposed.x() * dpr), math.floor(exposed.y() * dpr)
        right, bottom = math.ceil((exposed.right() + 1) * dpr), math.ceil((exposed.bottom() + 1) * dpr)
        area = (left - look.origin[0], top - look.origin[1], right - left, bottom - top)
        painter.save()
        painter.scale(1 / dpr, 1 / dpr)
        self._tiles.paint(painter, look, area, QColor(self._background))
        self.heat.paint(painter, look, dpr)
        if self._masks_visible:
            self.moving.paint(painter, look, dpr, self._tiles.behind(look) if self.moving.is_ended else QRegion())
            self._preview.paint(painter, look, dpr)
            if seconds is not None:
                self._draft.phase = -seconds * _DASH_SPEED % DASH_PERIOD
            if self.draft_rect(view).intersects(exposed):
                self._draft.paint(painter, look, dpr)
        if self._tiles.is_done:
            self._end_shown()
        stroke = self._feedback if isinstance(self._feedback, BrushFeedback) else None
        self._stroke.paint(painter, look, dpr, stroke, area)
        painter.restore()
        return self._is_done

    def work(self, *, to_the_end: bool = False) -> tuple[list[Rect], bool]:
        """Render what the last frame had no time for, for a few milliseconds.

        Returns:
            The rectangles in device pixels of the widget that should be painted again, and whether all is done.
        """
        look, (x, y) = self._look, self._look.origin
        until = math.inf if to_the_end else time.perf_counter() + _SLICE_S
        for layer in (self._draft, self._preview, self.heat) if self._masks_visible else (self.heat,):
            if not layer.is_exact(look):
                layer.make(look, self._dpr)
                return [(0, 0, look.sight[2], look.sight[3])], self._is_done
        if self._masks_visible and not self.moving.is_exact(look):
            self.moving.make(look, self._dpr, until)
            return [(0, 0, look.sight[2], look.sight[3])], self._is_done
        rects = [(x + u, y + v, w, h) for u, v, w, h in self._tiles.work(until)]
        if self._tiles.is_done and self._end_shown():
            rects.append((0, 0, look.sight[2], look.sight[3]))
        return rects, self._is_done and self._tiles.is_idle

    def _end_shown(self) -> bool:
        """Let go of what was shown until the tiles show it; returns whether there was something."""
        was_shown = self._stroke.is_ended or self.moving.is_ended
        if self._stroke.is_ended:
            self._stroke.clear()
        if self.moving.is_ended:
            self.moving.clear()
        return was_shown

    @property
    def _is_done(self) -> bool:
        overlays = self._draft.is_exact(self._look) and self._preview.is_exact(self._look)
        is_shown = self._tiles.is_done and not self._stroke.is_ended and not self.moving.is_ended
        is_shown = is_shown and (self.moving.is_exact(self._look) or not self._masks_visible)
        return is_shown and (overlays or not self._masks_visible) and self.heat.is_exact(self._look)

    def paint_marks(
        self, painter: QPainter, view: ViewTransform, colors: CanvasColors, feedback: Feedback | None
    ) -> None:
        """Paint selection handles, prompts and a tool's feedback, at one size at every zoom."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painted = view.as_painted
        if self._masks_visible:
            selected = self.annotations.selected()
            for annotation in selected if len(selected) <= _MOST_HANDLES else ():
                marks.draw_selection(painter, self.moving.box_of(annotation), painted, colors.accent)
        if self.proposals.region is not None:
            marks.draw_region(painter, self.proposals.region, painted)
        marks.draw_prompt(painter, self.prompt, painted, colors)
        if feedback is not None:
            marks.draw_feedback(painter, feedback, painted, colors, self.draft_color)

    def _render(self, zoom: float, rect: Rect, image: QImage, without: int | None = None) -> Iterator[None]:
        """Render a tile: the photograph at first, then a mask at each step, but for the one left out."""
        if self._image is not None:
            self._draw_image(self._image, zoom, rect, image)
        yield
        if self._masks_visible:
            yield from self.annotations.draw(image, zoom, rect, self._dpr, apron_of(self._dpr), without)
            for layer in (self.second, self.second.sides, self.proposals, self.differences):
                if not layer.is_empty:
                    yield from layer.draw(image, zoom, rect, self._dpr, apron_of(self._dpr))

    def _draw_image(self, source: PreparedImage, zoom: float, rect: Rect, image: QImage) -> None:
        x, y, w, h = self._look.image
        x0, y0 = max(rect[0], x), max(rect[1], y)
        x1, y1 = min(rect[0] + rect[2], x + w), min(rect[1] + rect[3], y + h)
        if (x0, y0, x1 - x0, y1 - y0) != rect:
            image.fill(QColor(self._background))
        if x0 < x1 and y0 < y1:
            data = sample_image(source, zoom, (x0, y0, x1 - x0, y1 - y0))
            painter = QPainter(image)
            part = QImage(data.data, x1 - x0, y1 - y0, (x1 - x0) * 4, QImage.Format.Format_RGB32)
            painter.drawImage(x0 - rect[0], y0 - rect[1], part)
            painter.end()

    def _on_annotations(self, area: Area | None) -> None:
        self._tiles.invalidate(area, apron_of(self._dpr))


def _look(view: ViewTransform) -> Look:
    zoom, dpr, origin = view.zoom, view.dpr, view.origin_device
    viewport = (math.ceil(view.viewport[0] * dpr), math.ceil(view.viewport[1] * dpr))
    width, height = (max(round(side * zoom), 1) for side in view.image_size)
    rim = apron_of(dpr)
    bounds = (-rim, -rim, width + 2 * rim, height + 2 * rim)
    return Look(zoom, origin, (-origin[0], -origin[1], *viewport), bounds, rim)


def _place(mask: Sampled | None, view: ViewTransform) -> QRect:
    """Return where a mask lies in the widget, with its outline; nothing where there is none."""
    if mask is None:
        return QRect()
    x, y, w, h = mask.bbox_xywh
    left, top = view.to_widget(x, y)
    right, bottom = view.to_widget(x + w, y + h)
    rect = QRect(math.floor(left), math.floor(top), math.ceil(right - left) + 1, math.ceil(bottom - top) + 1)
    return rect.adjusted(-6, -6, 6, 6)


def _coarse(image: PreparedImage) -> Placed:
    level = next((i for i, pixels in enumerate(image.levels) if max(pixels.shape[:2]) <= _COARSE_SIDE), -1)
    pixels = raster.rgb_to_bgra(image.levels[level])
    height, width = pixels.shape[:2]
    picture = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32).copy()
    return Placed(picture, 0.5 ** (level % len(image.levels)))


def _overlay(mask: BoolArray | Overlay | None) -> Overlay | None:
    return DenseMask(mask) if mask is not None and isinstance(mask, np.ndarray) else mask


def _is_same(a: BoolArray | Overlay | None, b: BoolArray | Overlay | None) -> bool:
    """Whether two masks are surely the same: one object, or read-only views of the same memory."""
    if a is None or b is None or not isinstance(a, np.ndarray) or not isinstance(b, np.ndarray):
        return a is b
    if a.flags.writeable or b.flags.writeable:
        return False
    return bool(a.ctypes.data == b.ctypes.data and a.shape == b.shape and a.strides == b.strides)
