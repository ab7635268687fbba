"""ReplayView: the old mask, the new one, or the difference of both, drawn on the image. Holds no widget of its own."""

from __future__ import annotations

from sam_annotator.core.geometry import Box
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import difference
from sam_annotator.ui.canvas.close_up import close_up
from sam_annotator.ui.docks.replay_dock import VIEWS
from sam_annotator.ui.feature import Parts
from sam_annotator.ui.models.replay_list import ReplayRow
from sam_annotator.ui.replay_commands import is_accepted, is_untouched

_SMALL = 48.0  # widget pixels: an object that is smaller on screen is brought close


class ReplayView:
    """Draws the masks of one row, where its image is on screen and the annotation is as it was.

    Attributes:
        view: of VIEWS, what is drawn.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts, self._edits, self._canvas = parts, parts.edits, parts.panels.canvas
        self.view = VIEWS[1]
        self._is_drawing = False

    def turn(self) -> None:
        """Go to the next view."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]

    def draw(self, row: ReplayRow | None) -> None:
        """Draw a row's masks, or none."""
        gained = lost = new = None
        shown = self._edits.image
        if row is not None and shown is not None and shown.id == row.image_id and self.view != "old":
            gained, lost, new = self._masks(row)
        was_drawing, self._is_drawing = self._is_drawing, new is not None
        if new is not None and row is not None:
            self._edits.set_previewed({row.annotation_id: new})
        elif was_drawing:
            self._edits.set_previewed({})
        if was_drawing or self._is_drawing:
            self._canvas.differences.show(gained, lost)
            self._canvas.set_selected(self._edits.selection, alone=self._is_drawing)

    def _masks(self, row: ReplayRow) -> tuple[Mask | None, Mask | None, Mask | None]:
        """Return what to draw as gained, lost, and in place of the old mask."""
        stored = next((a for a in self._edits.annotations if a.id == row.annotation_id), None)
        old, new = row.result.annotation.mask, row.result.mask
        is_busy = self._parts.session.click_count > 0 or "cleaning" in self._parts.state().facts
        if stored is None or new is None or new.is_empty or is_busy:
            return None, None, None
        if not (is_untouched(row.result, stored) or is_accepted(row.result, stored)):
            return None, None, None
        if self.view == "new":
            return None, None, new
        return difference(new, [old]), difference(old, [new]), new

    def look_at(self, row: ReplayRow) -> None:
        """Bring an object into view that is out of it, or small."""
        masks = [mask for mask in (row.result.annotation.mask, row.result.mask) if mask and not mask.is_empty]
        boxes = [mask.bbox_xywh for mask in masks]
        box = Box(
            min(x for x, _, _, _ in boxes),
            min(y for _, y, _, _ in boxes),
            max(x + w for x, _, w, _ in boxes),
            max(y + h for _, y, _, h in boxes),
        )
        view = self._canvas.view
        left, top = view.to_widget(box.x0, box.y0)
        right, bottom = view.to_widget(box.x1, box.y1)
        is_in_sight = left >= 0 and top >= 0 and right <= self._canvas.width() and bottom <= self._canvas.height()
        if not is_in_sight or max(right - left, bottom - top) < _SMALL:
            close_up(self._canvas, box)
