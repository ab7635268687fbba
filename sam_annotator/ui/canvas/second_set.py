"""SecondLayer: the masks of another set, drawn into the tiles above the accepted ones; and where two masks differ.

Told apart from ours without colour: hatched instead of filled, and with a dashed outline. Of the difference that is
looked at, what only we have is hatched one way, what only they have the other way, more densely than either set.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtGui import QPainter

from sam_annotator.core.late import np
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.masks import AnnotationLayer, Area
from sam_annotator.ui.canvas.pyramid import ByteArray
from sam_annotator.ui.canvas.shading import ColorTable, draw_colors
from sam_annotator.ui.canvas.styles import MaskStyle, color_table
from sam_annotator.ui.canvas.tiles import Rect

ONLY_OURS, ONLY_THEIRS = 1, 2  # annotations and categories of the difference
DIFFERENCE_COLORS = {ONLY_OURS: "#e69f00", ONLY_THEIRS: "#0096ff"}  # apart for every kind of colour blindness
_THEIRS = MaskStyle(line=2.0, halo=0.9, fill_factor=0.0, brighten=0.3)
_CHOSEN = MaskStyle(line=3.0, ring=0.0, halo=1.2, fill_factor=0.0, brighten=0.5)
_FAINT = MaskStyle(line=1.4, halo=0.5, fill_factor=0.0, brighten=0.3, line_alpha=0.8)
_GAP = MaskStyle(line=2.0, halo=0.0, fill_factor=0.0, line_alpha=0.55, line_is_dark=True)  # between two dashes
_LINES = MaskStyle(line=2.0, halo=0.9, fill_factor=1.5, brighten=0.3)  # where a line of the hatching is
_DIFFERENCE = MaskStyle(line=1.2, halo=0.6, fill_factor=0.8, brighten=0.0)
_DIFFERENCE_LINES = MaskStyle(line=1.2, halo=0.6, fill_factor=2.0, brighten=0.55)
_HATCH, _HATCH_LINE = 11.0, 2.0  # widget pixels from line to line across, and how wide one is
_FINE, _FINE_LINE = 7.0, 2.0
_DASH = 6.0  # widget pixels


def hatched(corner: tuple[int, int], size: tuple[int, int], dpr: float, *, fine: bool, falling: bool) -> ByteArray:
    """Return where lines of the hatching are, bool (height, width); it runs through device space.

    Args:
        corner: of a rectangle of device space.
        size: its width and height.
        dpr: device pixels per widget pixel.
        fine: whether they are close together.
        falling: whether they fall to the right, instead of rising.
    """
    (u, v), (width, height) = corner, size
    period, line = (_FINE, _FINE_LINE) if fine else (_HATCH, _HATCH_LINE)
    across, down = np.arange(u, u + width)[None, :], np.arange(v, v + height)[:, None]
    place = (across - down if falling else across + down) % max(round(period * dpr), 2)
    return np.asarray(place < max(round(line * dpr), 1))


def _dashed(corner: tuple[int, int], size: tuple[int, int], dpr: float) -> ByteArray:
    """Return where dashes are, bool (height, width): stripes that next to no edge runs along."""
    (u, v), (width, height) = corner, size
    across, down = np.arange(u, u + width)[None, :], np.arange(v, v + height)[:, None]
    period = max(round(2 * _DASH * dpr), 2)
    return np.asarray((across + 5 * down // 3) % period < period * 0.6)


class SecondLayer(AnnotationLayer):
    """All masks of another set on the image; ids are their places in it, from 1."""

    def __init__(self, changed: Callable[[Area | None], None]) -> None:
        super().__init__(changed)
        self.sides = SidesLayer(changed)
        self._is_faint = False
        self._theirs: Mapping[int, Annotation] = {}

    def set_theirs(self, theirs: Mapping[int, Annotation], colors: Mapping[int, str]) -> None:
        """Show these, by their places, each in the colour of its category; one that is hidden there is shown."""
        if theirs != self._theirs or colors != self._colors:
            self._theirs = theirs
            self.set_annotations([_numbered(a, place + 1) for place, a in theirs.items()], colors)

    def set_chosen(self, places: Collection[int], *, faint: bool) -> None:
        """Emphasise those at these places; the others are outlines only where they are to be faint."""
        if faint != self._is_faint:
            self._is_faint = faint
            self._changed(None)
        self.set_selected([place + 1 for place in places])

    def clear(self) -> None:
        """Show none."""
        super().clear()
        self._theirs = {}
        self.sides.clear()

    def set_opacity(self, opacity: float) -> None:
        """See AnnotationLayer."""
        super().set_opacity(opacity)
        self.sides.set_opacity(opacity)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return not self._annotations and self.sides.is_empty

    def _paint(
        self, painter: QPainter, level: ByteArray, at: tuple[int, int], clip: Rect, annotation: Annotation, dpr: float
    ) -> None:
        color, is_chosen = self.color_of(annotation), annotation.id in self._selected
        is_faint = self._is_faint and not is_chosen
        plain = _CHOSEN if is_chosen else _FAINT if is_faint else _THEIRS
        styles = (plain, plain if is_faint else _LINES, _GAP)
        tables = [color_table(color, style, self._opacity, dpr) for style in styles]

        def colors(part: ByteArray, corner: tuple[int, int]) -> ColorTable:
            size = (part.shape[1], part.shape[0])
            lines = hatched(corner, size, dpr, fine=False, falling=False)
            argb = np.where(lines, tables[1].take(part), tables[0].take(part))
            if is_chosen:
                return np.asarray(argb)
            gaps = ~_dashed(corner, size, dpr) & (part < 250) & ~(lines & (part > 200))
            argb[gaps] = tables[2].take(part[gaps])
            return np.asarray(argb)

        draw_colors(painter, level, at, clip, colors)


class SidesLayer(AnnotationLayer):
    """The pixels that only one of two masks has."""

    def show(self, only_ours: Mask | None, only_theirs: Mask | None) -> None:
        """Show these, or nothing."""
        masks = {ONLY_OURS: only_ours, ONLY_THEIRS: only_theirs}
        shown = [Annotation(i, 0, i, mask) for i, mask in masks.items() if mask is not None and not mask.is_empty]
        self.set_annotations(shown, DIFFERENCE_COLORS)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return not self._annotations

    def _paint(
        self, painter: QPainter, level: ByteArray, at: tuple[int, int], clip: Rect, annotation: Annotation, dpr: float
    ) -> None:
        color, falling = self.color_of(annotation), annotation.id == ONLY_OURS
        tables = [color_table(color, style, self._opacity, dpr) for style in (_DIFFERENCE, _DIFFERENCE_LINES)]

        def colors(part: ByteArray, corner: tuple[int, int]) -> ColorTable:
            lines = hatched(corner, (part.shape[1], part.shape[0]), dpr, fine=True, falling=falling)
            return np.asarray(np.where(lines, tables[1].take(part), tables[0].take(part)))

        draw_colors(painter, level, at, clip, colors)


def _numbered(annotation: Annotation, number: int) -> Annotation:
    return Annotation(number, annotation.image_id, annotation.category_id, annotation.mask)
