"""DifferenceLayer: what a mask would gain and lose, drawn into the same tiles as the accepted masks, above them."""

from __future__ import annotations

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.masks import AnnotationLayer
from sam_annotator.ui.canvas.styles import MaskStyle

GAINED_COLOR = "#00c8ff"  # of no category by itself, and told apart by colour-blind people, too
LOST_COLOR = "#ff4d00"
_GAINED, _LOST = 1, 2
_STYLE = MaskStyle(line=1.2, halo=0.6, fill_factor=1.8, brighten=0.1)


class DifferenceLayer(AnnotationLayer):
    """At most two sets of pixels, each in its own colour."""

    def show(self, gained: Mask | None = None, lost: Mask | None = None) -> None:
        """Show what is new and what is gone; nothing without arguments."""
        shown = [(_GAINED, gained), (_LOST, lost)]
        self.set_annotations(
            [Annotation(key, 0, key, mask) for key, mask in shown if mask is not None and not mask.is_empty],
            {_GAINED: GAINED_COLOR, _LOST: LOST_COLOR},
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return not self._annotations

    def _style(self, annotation_id: int) -> MaskStyle:
        return _STYLE
