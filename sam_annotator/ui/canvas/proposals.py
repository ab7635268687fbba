"""ProposalLayer: masks that an engine proposes, drawn thinly into the same tiles as the accepted ones, above them."""

from __future__ import annotations

from collections.abc import Mapping

from sam_annotator.core.geometry import Point
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.masks import AnnotationLayer
from sam_annotator.ui.canvas.styles import MaskStyle

_PROPOSED = MaskStyle(line=1.2, halo=0.7, fill_factor=0.0, brighten=0.25, line_alpha=0.9)
_LIFTED = MaskStyle(line=2.0, ring=1.0, fill_factor=1.2, brighten=0.2)
_MOST_STEPS = 512  # of a sweep between two events of the pointer


class ProposalLayer(AnnotationLayer):
    """All proposals shown: outlines, but for the one under the pointer and those swept, which are filled."""

    def set_proposals(self, masks: Mapping[int, Mask], color: str) -> None:
        """Show these masks, by their keys, in one colour."""
        self.set_annotations([Annotation(key, 0, 0, mask) for key, mask in masks.items()], {0: color})

    @property
    def is_empty(self) -> bool:
        """Whether none is shown."""
        return not self._annotations

    def _style(self, annotation_id: int) -> MaskStyle:
        return _LIFTED if annotation_id in self._selected or annotation_id == self._hovered else _PROPOSED

    def passed(self, start: Point, end: Point, step: float) -> frozenset[int]:
        """Return the keys of those that a pointer shows on its way between two points.

        Args:
            start: in image pixels.
            end: likewise.
            step: image pixels between two places that are looked at.
        """
        way = max(abs(end.x - start.x), abs(end.y - start.y))
        count = min(max(int(way / max(step, 1e-6)), 1), _MOST_STEPS)
        places = (i / count for i in range(count + 1))
        found = (self.at(Point(start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t)) for t in places)
        return frozenset(key for key in found if key is not None)
