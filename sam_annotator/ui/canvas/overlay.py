"""OverlayLayer: one mask above the accepted ones, as one picture that is made once and moved with the view."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from sam_annotator.ui.canvas.shading import ColorTable, Sampled, picture_of, reach
from sam_annotator.ui.canvas.styles import MaskStyle, color_table
from sam_annotator.ui.canvas.tiles import Look, Placed, Rect

MARGIN = 256  # device pixels around what is in sight that are drawn too, so that moving the view seldom needs more
_NO_COLOR = "#999999"


class OverlayLayer:
    """One mask without an outline of its own, or with a thin one."""

    def __init__(self, style: MaskStyle) -> None:
        self._style = style
        self._mask: Sampled | None = None
        self._color = _NO_COLOR
        self._opacity = 0.45
        self._dpr = 1.0
        self._placed: Placed | None = None
        self._pixels: ColorTable | None = None  # what the picture refers to
        self._drawn: Rect = (0, 0, 0, 0)  # what of the device space the picture shows, if there is anything
        self._is_made = False

    @property
    def mask(self) -> Sampled | None:
        """The mask shown."""
        return self._mask

    def set_mask(self, mask: Sampled | None, color: str) -> None:
        """Show this one, or none."""
        self._mask, self._color = mask, color
        self._placed = self._pixels = None
        self._is_made = False

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly it is filled, 0 to 1."""
        self._opacity, self._is_made = opacity, False

    def paint(self, painter: QPainter, look: Look, dpr: float) -> None:
        """Paint the mask, the painter being in device pixels: exactly, or in a new view as it was before, scaled."""
        if self._mask is None:
            return
        if not self._is_made or dpr != self._dpr:
            self.make(look, dpr)
        if self._placed is not None:
            target = self._placed.target(look)
            if self._placed.zoom == look.zoom:
                painter.drawImage(target.topLeft(), self._placed.image)
            else:
                painter.drawImage(target, self._placed.image)

    def is_exact(self, look: Look) -> bool:
        """Whether what `paint` shows is made for this view."""
        if self._mask is None:
            return True
        is_at = self._placed is None or self._placed.zoom == look.zoom
        return self._is_made and is_at and contains(self._drawn, look.sight)

    def make(self, look: Look, dpr: float) -> None:
        """Make the picture for a view."""
        self._dpr, self._is_made = dpr, True
        self._placed = self._pixels = None
        self._drawn = with_margin(look.sight)
        if self._mask is None:
            return
        x0, y0, w, h = reach(self._mask, look.zoom, dpr)
        x1, y1 = min(x0 + w, self._drawn[0] + self._drawn[2]), min(y0 + h, self._drawn[1] + self._drawn[3])
        x0, y0 = max(x0, self._drawn[0]), max(y0, self._drawn[1])
        if x0 < x1 and y0 < y1:
            table = color_table(self._color, self._style, self._opacity, dpr)
            image, self._pixels = picture_of(self._mask, look.zoom, (x0, y0, x1 - x0, y1 - y0), dpr, table)
            self._placed = Placed(image, look.zoom, x0, y0)


def with_margin(sight: Rect) -> Rect:
    """Return what is in sight and a margin."""
    return (sight[0] - MARGIN, sight[1] - MARGIN, sight[2] + 2 * MARGIN, sight[3] + 2 * MARGIN)


def contains(outer: Rect, inner: Rect) -> bool:
    """Whether a rectangle lies within another."""
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )
