"""Scene: what is on the canvas, layer above layer, and the painting of it. No events, no widget."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from sam_annotator.core.geometry import Point
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.prompt import Prompt
from sam_annotator.tools.base import BrushFeedback, Feedback
from sam_annotator.ui.canvas import marks
from sam_annotator.ui.canvas.colors import CanvasColors
from sam_annotator.ui.canvas.draft import DASH_PERIOD, DraftLayer
from sam_annotator.ui.canvas.masks import AnnotationLayer, Overlay, SingleMaskLayer
from sam_annotator.ui.canvas.pyramid import DenseMask, PreparedImage, sample_image
from sam_annotator.ui.canvas.stroke import StrokeLayer
from sam_annotator.ui.canvas.styles import PREVIEW
from sam_annotator.ui.canvas.tiles import Rect, Rendered, TileLayer
from sam_annotator.ui.canvas.view import ViewTransform

_DASH_SPEED = 6.0  # line widths a second
_IMAGE_BYTES = 128 << 20
_DRAFT_COLOR = "#56b4e9"


class Scene:
    """Image, accepted masks, preview, draft and prompt, from the bottom to the top.

    Attributes:
        annotations: the accepted masks.
        prompt: points and box.
        draft_color: of the draft, the preview, and what is painted with a tool.
        masks_visible: whether masks are shown.
    """

    def __init__(self) -> None:
        self.annotations = AnnotationLayer()
        self.prompt = Prompt()
        self.draft_color = _DRAFT_COLOR
        self.masks_visible = True
        self._image: PreparedImage | None = None
        self._image_tiles = TileLayer(self._render_image, _IMAGE_BYTES)
        self._draft = DraftLayer()
        self._draft_source: BoolArray | Overlay | None = None
        self._preview = SingleMaskLayer(PREVIEW)
        self._stroke = StrokeLayer()

    @property
    def image(self) -> PreparedImage | None:
        """The image shown."""
        return self._image

    @property
    def has_moving_outline(self) -> bool:
        """Whether there is a draft in sight."""
        return self.masks_visible and not self._draft.is_empty

    def set_image(self, image: PreparedImage | None) -> None:
        """Show an image and nothing else."""
        self._image = image
        self._image_tiles.clear()
        self.annotations.clear()
        self.prompt = Prompt()
        self.set_draft(None, self.draft_color)
        self.set_preview(None)

    def set_draft(self, mask: BoolArray | Overlay | None, color: str) -> None:
        """Show a mask that is not accepted yet, as bool (H, W) or as what can be sampled, or none."""
        if color == self.draft_color and _is_same(mask, self._draft_source):
            return
        self.draft_color, self._draft_source = color, mask
        self._draft.set_mask(_overlay(mask), color)

    def set_preview(self, mask: BoolArray | Overlay | None) -> None:
        """Show what a click would give, as bool (H, W) or as what can be sampled, or nothing."""
        overlay = _overlay(mask)
        self._preview.set_mask(None if overlay is None or overlay.is_empty else overlay, self.draft_color)

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly masks are filled, 0 to 1."""
        self.annotations.set_opacity(opacity)
        self._draft.set_opacity(opacity)
        self._preview.set_opacity(opacity)

    def annotation_at(self, point: Point) -> int | None:
        """Return the id of the smallest annotation under a point; None where there is none in sight."""
        return self.annotations.at(point) if self.masks_visible else None

    def draft_rect(self, view: ViewTransform) -> QRect:
        """Return where the draft lies in the widget, with its outline."""
        x, y, w, h = self._draft.bbox_xywh
        left, top = view.to_widget(x, y)
        right, bottom = view.to_widget(x + w, y + h)
        rect = QRect(math.floor(left), math.floor(top), math.ceil(right - left) + 1, math.ceil(bottom - top) + 1)
        return rect.adjusted(-4, -4, 4, 4)

    def paint_layers(self, painter: QPainter, view: ViewTransform, seconds: float | None) -> bool:
        """Paint image and masks; the painter is in widget pixels.

        Args:
            painter: where to.
            view: where the image lies.
            seconds: the time that moves the draft's outline; None lets it stand still.

        Returns:
            Whether all of it was there; else it should soon be painted again.
        """
        zoom, dpr, origin = view.zoom, view.dpr, view.origin_device
        viewport = (math.ceil(view.viewport[0] * dpr), math.ceil(view.viewport[1] * dpr))
        sight = (-origin[0], -origin[1], *viewport)
        width, height = view.image_size
        bounds = (0, 0, max(round(width * zoom), 1), max(round(height * zoom), 1))
        painter.save()
        painter.scale(1 / dpr, 1 / dpr)
        done = self._image_tiles.paint(painter, zoom, origin, sight, bounds)
        if self.masks_visible:
            done = self.annotations.paint(painter, zoom, origin, sight, dpr) and done
            done = self._preview.paint(painter, zoom, origin, sight, dpr) and done
            if seconds is not None:
                self._draft.phase = -seconds * _DASH_SPEED % DASH_PERIOD
            done = self._draft.paint(painter, zoom, origin, sight, dpr) and done
        painter.restore()
        return done

    def paint_marks(
        self, painter: QPainter, view: ViewTransform, colors: CanvasColors, feedback: Feedback | None
    ) -> None:
        """Paint selection handles, prompts and a tool's feedback, at one size at every zoom."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painted = view.as_painted
        if self.masks_visible:
            for annotation in self.annotations.selected():
                marks.draw_selection(painter, annotation.mask.bbox_xywh, painted, colors.accent)
        stroke = feedback if isinstance(feedback, BrushFeedback) else None
        self._stroke.paint(painter, stroke, painted, self.draft_color)
        marks.draw_prompt(painter, self.prompt, painted, colors)
        if feedback is not None:
            marks.draw_feedback(painter, feedback, painted, colors, self.draft_color)

    def _render_image(self, zoom: float, rect: Rect) -> Rendered | None:
        if self._image is None:
            return None
        data = sample_image(self._image, zoom, rect)
        return Rendered(QImage(data.data, rect[2], rect[3], rect[2] * 4, QImage.Format.Format_RGB32), data)


def _overlay(mask: BoolArray | Overlay | None) -> Overlay | None:
    return DenseMask(mask) if isinstance(mask, np.ndarray) else mask


def _is_same(a: BoolArray | Overlay | None, b: BoolArray | Overlay | None) -> bool:
    """Whether two masks are surely the same: one object, or read-only views of the same memory."""
    if not isinstance(a, np.ndarray) or not isinstance(b, np.ndarray):
        return a is b
    if a.flags.writeable or b.flags.writeable:
        return False
    return bool(a.ctypes.data == b.ctypes.data and a.shape == b.shape and a.strides == b.strides)
