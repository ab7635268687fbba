"""SelectionFeature: going from annotation to annotation of the image by keys, and looking at what is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sam_annotator.core.geometry import Box
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.close_up import close_up
from sam_annotator.ui.feature import Feature, Handlers, Parts


class SelectionFeature(Feature):
    """Selects the next annotation, and brings what is selected into view."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits, self._canvas = parts.edits, parts.panels.canvas

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "annotation.next": lambda: self._step(1),
            "annotation.previous": lambda: self._step(-1),
            "view.fit_selection": lambda: self._look(self._edits.selected),
        }

    def _step(self, by: int) -> None:
        """Select the next in the order of the list, round and round; hidden ones are passed over."""
        shown = self._edits.visible
        if not shown:
            return
        chosen = [place for place, a in enumerate(shown) if a.id in self._edits.selection]
        if chosen:
            place = (chosen[-1] + 1 if by > 0 else chosen[0] - 1) % len(shown)
        else:
            place = 0 if by > 0 else len(shown) - 1
        self._edits.select((shown[place].id,))
        if not self._is_in_view(shown[place]):
            self._look((shown[place],))

    def _is_in_view(self, annotation: Annotation) -> bool:
        x, y, w, h = annotation.mask.bbox_xywh
        return self._canvas.rect().contains(self._canvas.map_from_image(x + w / 2, y + h / 2))

    def _look(self, annotations: tuple[Annotation, ...]) -> None:
        boxes = [a.mask.bbox_xywh for a in annotations]
        if boxes:
            right, bottom = max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)
            close_up(self._canvas, Box(min(b[0] for b in boxes), min(b[1] for b in boxes), right, bottom))
