"""ProposalLayer: masks that an engine proposes, drawn thinly into the same tiles as the accepted ones, above them."""

from __future__ import annotations

from collections.abc import Mapping

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.masks import AnnotationLayer
from sam_annotator.ui.canvas.styles import MaskStyle

_PROPOSED = MaskStyle(line=1.2, halo=0.7, fill_factor=0.0, brighten=0.25, line_alpha=0.9)
_LIFTED = MaskStyle(line=2.0, ring=1.0, fill_factor=1.2, brighten=0.2)
_MOST_STEPS = 512  # of a sweep between two events of the pointer


class ProposalLayer(AnnotationLayer):
    """All proposals shown: outlines, but for the one under the pointer and those swept, which are filled.

    Attributes:
        region: the part of the image that is going to be searched, drawn as a box; None for none.
        is_visible: whether masks are shown at all; what is not shown is not under the pointer either.
    """

    region: Box | None = None
    is_visible: bool = True

    def set_proposals(self, masks: Mapping[int, Mask], colors: Mapping[int, str]) -> None:
        """Show these masks, by their numbers, each in its colour."""
        palette = {color: i for i, color in enumerate(sorted(set(colors.values())))}
        annotations = [Annotation(number, 0, palette[colors[number]], mask) for number, mask in masks.items()]
        self.set_annotations(annotations, {i: color for color, i in palette.items()})

    @property
    def is_empty(self) -> bool:
        """Whether none is shown."""
        return not self._annotations

    def clear(self) -> None:
        """Show none: it is another image."""
        super().clear()
        self.region = None

    def at(self, point: Point) -> int | None:
        """Return the number of the smallest one under a point of the image, or None."""
        return super().at(point) if self.is_visible and self._annotations else None

    def _style(self, annotation_id: int) -> MaskStyle:
        return _LIFTED if annotation_id in self._selected or annotation_id == self._hovered else _PROPOSED

    def passed(self, start: Point, end: Point, step: float) -> frozenset[int]:
        """Return the numbers of those that a pointer shows on its way between two points.

        Args:
            start: in image pixels.
            end: likewise.
            step: image pixels between two places that are looked at.
        """
        way = max(abs(end.x - start.x), abs(end.y - start.y))
        count = min(max(int(way / max(step, 1e-6)), 1), _MOST_STEPS)
        places = (i / count for i in range(count + 1))
        found = (self.at(Point(start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t)) for t in places)
        return frozenset(number for number in found if number is not None)
