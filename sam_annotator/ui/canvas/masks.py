"""AnnotationLayer: all accepted masks of the image, drawn into tiles one after the other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from PySide6.QtGui import QImage, QPainter

from sam_annotator.core.geometry import Point
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_region import changed_box
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.pyramid import ByteArray
from sam_annotator.ui.canvas.runs import MaskRuns
from sam_annotator.ui.canvas.shading import draw_level, reach, shaded
from sam_annotator.ui.canvas.styles import ACCEPTED, DIMMED, HOVERED, SELECTED, MaskStyle, color_table
from sam_annotator.ui.canvas.tiles import Rect

_RUNS_BYTES = 64 << 20
_LEVELS_BYTES = 24 << 20
_WHOLE_PIXELS = 1 << 16  # a mask up to this size on screen is sampled once, not for each tile
_FEW = 50  # changes that are told one by one
_NO_COLOR = "#999999"

Area = tuple[float, float, float, float]
_Looks = tuple[Mask, str | None, int]  # mask and colour


class AnnotationLayer:
    """All accepted masks of the image in their order; where it is the same, small ones above large ones.

    Args:
        changed: is told what looks different now: x0, y0, x1, y1 in image pixels, or None for all.

    Attributes:
        moving: the ids of those that are shown elsewhere, and are left out here.
    """

    def __init__(self, changed: Callable[[Area | None], None]) -> None:
        self._changed = changed
        self._annotations: tuple[Annotation, ...] = ()  # in the order of drawing
        self._boxes: npt.NDArray[np.float64] | None = None  # x0, y0, x1, y1 of each; made when first asked for
        self._colors: dict[int, str] = {}
        self._selected: frozenset[int] = frozenset()
        self._hovered: int | None = None
        self.moving: frozenset[int] = frozenset()
        self._alone = False  # what is not selected is faint while something is
        self._opacity = 0.45
        self._runs: OrderedDict[Mask, MaskRuns] = OrderedDict()
        self._runs_bytes = 0
        self._levels: dict[Mask, tuple[Rect, ByteArray]] = {}
        self._levels_bytes = 0
        self._levels_at = (0.0, 0.0)  # zoom and pixel ratio

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What is shown, from the bottom to the top."""
        return self._annotations

    def set_annotations(self, annotations: Sequence[Annotation], colors: Mapping[int, str]) -> None:
        """Show these, each in the colour of its category; only what differs is drawn again."""
        before = {a.id: (a.mask, self._colors.get(a.category_id), a.z_order) for a in self._annotations}
        after = {a.id: (a.mask, colors.get(a.category_id), a.z_order) for a in annotations}
        differ = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
        seen = _difference if len(differ) <= _FEW else _both  # of many the box around all of them is told
        self._tell_areas([area for key in differ for area in seen(before.get(key), after.get(key))])
        self._annotations = tuple(sorted(annotations, key=lambda a: (a.z_order, -a.mask.area)))
        self._boxes = None
        self._colors = dict(colors)
        kept = {a.mask for a in annotations}
        for mask in [mask for mask in self._levels if mask not in kept]:
            self._levels_bytes -= self._levels.pop(mask)[1].nbytes

    def clear(self) -> None:
        """Show none: it is another image."""
        self._annotations, self._boxes = (), None
        self._selected, self._hovered, self.moving = frozenset(), None, frozenset()
        self._runs.clear()
        self._runs_bytes = 0
        self._forget_levels()

    def set_selected(self, ids: Collection[int], alone: bool | None = None) -> None:
        """Emphasise these; `alone`: from now on all others are faint while some are selected, or never."""
        was_alone = self._alone and bool(self._selected)
        self._alone = self._alone if alone is None else alone
        if was_alone != (self._alone and bool(ids)):
            self._changed(None)
        changed = self._selected ^ frozenset(ids)
        self._selected = frozenset(ids)
        self._tell_ids(changed)

    def set_hovered(self, annotation_id: int | None) -> None:
        """Lift this one."""
        changed = {i for i in (self._hovered, annotation_id) if i is not None and self._hovered != annotation_id}
        self._hovered = annotation_id
        self._tell_ids(changed)

    def set_moving(self, ids: Collection[int]) -> None:
        """Leave these out, but where they are asked for."""
        changed, self.moving = self.moving ^ frozenset(ids), frozenset(ids)
        self._tell([annotation.mask for annotation in self._annotations if annotation.id in changed])

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly masks are filled, 0 to 1."""
        if opacity != self._opacity:
            self._opacity = opacity
            self._changed(None)

    def selected(self) -> list[Annotation]:
        """Return the annotations that are selected."""
        return [a for a in self._annotations if a.id in self._selected] if self._selected else []

    @property
    def selected_count(self) -> int:
        """Number of annotations selected, those that are not shown too."""
        return len(self._selected)

    @property
    def only_selected(self) -> Annotation | None:
        """The selected annotation, if it is one and is shown."""
        selected = self.selected()
        return selected[0] if len(self._selected) == 1 and selected else None

    def color_of(self, annotation: Annotation) -> str:
        """Return the colour of its category."""
        return self._colors.get(annotation.category_id, _NO_COLOR)

    def selected_table(self, color: str, dpr: float) -> npt.NDArray[np.uint32]:
        """Return the colours of a selected mask; see `color_table`."""
        return color_table(color, SELECTED, self._opacity, dpr)

    def _edges(self) -> npt.NDArray[np.float64]:
        """Return the boxes of all annotations, (4, N): left, top, right and bottom."""
        if self._boxes is None:
            self._boxes = np.array([_area(a.mask) for a in self._annotations], np.float64).reshape(-1, 4)
        return self._boxes.T

    def at(self, point: Point) -> int | None:
        """Return the id of the smallest annotation under a point of the image, or None."""
        x0, y0, x1, y1 = self._edges()
        inside = (x0 <= point.x) & (point.x < x1) & (y0 <= point.y) & (point.y < y1)
        for i in np.flatnonzero(inside)[::-1]:
            annotation = self._annotations[int(i)]
            if self.runs_of(annotation.mask).contains(point.x, point.y):
                return annotation.id
        return None

    def draw(
        self,
        image: QImage,
        zoom: float,
        rect: Rect,
        dpr: float,
        margin: int,
        without: int | None = None,
        *,
        moving: bool = False,
    ) -> Iterator[None]:
        """Draw what is in a rectangle of device space into an image of its size, a mask at each step.

        Either what stays or what is moving.
        """
        if self._levels_at != (zoom, dpr):
            self._forget_levels()
            self._levels_at = (zoom, dpr)
        lifted = self._selected | ({self._hovered} if self._hovered is not None else frozenset())
        touching = [self._annotations[i] for i in self._touching(zoom, rect, margin)]
        shown = [a for a in touching if a.id != without and (a.id in self.moving) == moving]
        for annotation in sorted(shown, key=lambda a: a.id in lifted):
            part, level = self._level(annotation.mask, zoom, rect, dpr)
            painter = QPainter(image)
            self._paint(painter, level, part[:2], rect, annotation, dpr)
            painter.end()
            yield

    def _paint(
        self, painter: QPainter, level: ByteArray, at: tuple[int, int], clip: Rect, annotation: Annotation, dpr: float
    ) -> None:
        """Draw one mask, of which there is a level at a place of device space, within a rectangle."""
        table = color_table(self.color_of(annotation), self._style(annotation.id), self._opacity, dpr)
        draw_level(painter, level, at, clip, table)

    def _touching(self, zoom: float, rect: Rect, margin: int) -> list[int]:
        x0, y0, x1, y1 = self._edges() * zoom
        across = (x0 - margin - 1 < rect[0] + rect[2]) & (x1 + margin + 1 > rect[0])
        down = (y0 - margin - 1 < rect[1] + rect[3]) & (y1 + margin + 1 > rect[1])
        return [int(i) for i in np.flatnonzero(across & down)]

    def _level(self, mask: Mask, zoom: float, rect: Rect, dpr: float) -> tuple[Rect, ByteArray]:
        """Return what to draw of a mask, and where it lies in device space; at least the part in a rectangle."""
        known = self._levels.get(mask)
        if known is not None:
            return known
        whole = reach(mask, zoom, dpr)
        runs = self.runs_of(mask)
        if whole[2] * whole[3] > _WHOLE_PIXELS:
            x0, y0 = max(whole[0], rect[0]), max(whole[1], rect[1])
            x1, y1 = min(whole[0] + whole[2], rect[0] + rect[2]), min(whole[1] + whole[3], rect[1] + rect[3])
            part = (x0, y0, max(x1 - x0, 1), max(y1 - y0, 1))
            return part, shaded(runs, zoom, part, dpr)
        level = shaded(runs, zoom, whole, dpr)
        if self._levels_bytes + level.nbytes <= _LEVELS_BYTES:
            self._levels[mask] = (whole, level)
            self._levels_bytes += level.nbytes
        return whole, level

    def _forget_levels(self) -> None:
        self._levels.clear()
        self._levels_bytes = 0

    def _style(self, annotation_id: int) -> MaskStyle:
        if annotation_id in self._selected:
            return SELECTED
        if annotation_id == self._hovered:
            return HOVERED
        return DIMMED if self._alone and self._selected else ACCEPTED

    def runs_of(self, mask: Mask) -> MaskRuns:
        """Return the runs of a mask, made once."""
        runs = self._runs.pop(mask, None)
        if runs is None:
            runs = MaskRuns(mask)
            self._runs_bytes += runs.nbytes
        self._runs[mask] = runs
        while self._runs_bytes > _RUNS_BYTES and len(self._runs) > 1:
            self._runs_bytes -= self._runs.popitem(last=False)[1].nbytes
        return runs

    def _tell_ids(self, ids: Collection[int]) -> None:
        seen = frozenset(ids) - self.moving
        if seen:
            self._tell([annotation.mask for annotation in self._annotations if annotation.id in seen])

    def _tell(self, masks: Sequence[Mask]) -> None:
        self._tell_areas([_area(mask) for mask in masks])

    def _tell_areas(self, areas: list[Area]) -> None:
        if len(areas) > _FEW:
            x0, y0, x1, y1 = zip(*areas, strict=True)
            areas = [(min(x0), min(y0), max(x1), max(y1))]
        for area in areas:
            self._changed(area)


def _difference(before: _Looks | None, after: _Looks | None) -> list[Area]:
    """Return where two looks of an annotation differ; None stands for one that is not shown."""
    if before is None or after is None or before[1:] != after[1:] or before[0].size_hw != after[0].size_hw:
        return _both(before, after)
    x, y, w, h = changed_box(before[0], after[0])
    return [(x, y, x + w, y + h)]


def _both(before: _Looks | None, after: _Looks | None) -> list[Area]:
    """Return where an annotation was and where it is."""
    return [_area(looks[0]) for looks in (before, after) if looks is not None]


def _area(mask: Mask) -> Area:
    x, y, w, h = mask.bbox_xywh
    return (x, y, x + w, y + h)
