"""What is painted by hand: strokes, polygons and fills become new pixels of the selected mask, or of a new one.

Strokes and masks are put together as runs: what it costs depends on them, not on the image's size.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject

from sam_annotator.core.late import np
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_region import united, without
from sam_annotator.core.raster_fill import hole_at, part_at
from sam_annotator.core.raster_paint import polygon_changes, stroke_changes
from sam_annotator.core.records import Annotation, Provenance
from sam_annotator.core.words import tr
from sam_annotator.tools.intents import FillAt, FillPolygon, PaintStroke
from sam_annotator.ui.commands import UpdateAnnotations
from sam_annotator.ui.edit_controller import EditController


class PaintController(QObject):
    """Takes the intents of the tools that paint; each is one undoable step."""

    def __init__(self, edits: EditController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits

    def take(self, intent: PaintStroke | FillPolygon) -> None:
        """Paint on the selected mask, or make a new one; erasing what is left of a mask deletes it."""
        if not self._may_paint():
            return
        target = self._edits.only_selected
        if target is None and intent.erase:
            self._edits.notice.emit(tr("Select the annotation to erase from."))
        elif target is None:
            self._add(intent)
        elif self.may_change(target):
            self.change(target, _painted(target.mask, intent), tr("Paint"))

    def fill(self, intent: FillAt) -> None:
        """Fill a hole of the selected mask, or remove one of its parts."""
        target = self._edits.only_selected
        if not self._may_paint():
            return
        if target is None:
            self._edits.notice.emit(tr("Select the annotation to fill."))
        elif self.may_change(target):
            places = (part_at if intent.remove else hole_at)(target.mask, *intent.point)
            if places is not None:
                mask = without(target.mask, places) if intent.remove else united(target.mask, places)
                self.change(target, mask, tr("Remove part") if intent.remove else tr("Fill"))
            elif intent.remove:
                self._edits.notice.emit(tr("There is no part of the selected mask; Shift+click one to remove it."))
            else:
                self._edits.notice.emit(tr("Nothing is enclosed there; click in a hole of the selected mask."))

    def change(self, target: Annotation, mask: Mask, text: str) -> bool:
        """Give an annotation other pixels; without any it is deleted. Returns whether it was changed."""
        seconds = self._edits.hand_work.stroke(target.id, monotonic())
        if mask.is_empty:
            self._edits.delete([target.id])
            return True
        if mask == target.mask:
            return False
        after = replace(
            target,
            mask=mask,
            provenance=replace(target.provenance, edited=True),
            seconds=round(target.seconds + seconds, 2),
            clicks=target.clicks + 1,
        )
        return self._edits.run(lambda edits: UpdateAnnotations(edits, text, [target], [after]))

    def _add(self, intent: PaintStroke | FillPolygon) -> None:
        image = self._edits.image
        assert image is not None
        nothing = Mask.from_run_lengths(image.size_hw, np.array([image.width * image.height], np.int64))
        mask = _painted(nothing, intent)
        seconds = self._edits.hand_work.stroke(0, monotonic())
        if mask.is_empty:
            return
        source = intent.tool if isinstance(intent, FillPolygon) else "brush"
        made = Annotation(0, image.id, self._edits.current_category_id, mask, provenance=Provenance(source))
        kept = self._edits.accept(replace(made, seconds=round(seconds, 2), clicks=1))
        if kept is not None:
            self._edits.hand_work.made(kept.id)
            self._edits.select([kept.id])

    def _may_paint(self) -> bool:
        edits = self._edits
        if edits.image is None or not edits.image.is_probed or edits.is_read_only:
            return False
        if not edits.is_true_to_size:
            text = tr("{name} has another size than its masks; put the old file back to go on.", name=edits.image.name)
            edits.notice.emit(text)
            return False
        return True

    def may_change(self, target: Annotation) -> bool:
        """Whether the pixels of an annotation may be changed; says why not."""
        if target.locked:
            self._edits.notice.emit(tr("This annotation is locked; unlock it to change its pixels."))
        elif target.hidden:
            self._edits.notice.emit(tr("This annotation is hidden; show it to change its pixels."))
        return not target.locked and not target.hidden


def _painted(mask: Mask, intent: PaintStroke | FillPolygon) -> Mask:
    if isinstance(intent, PaintStroke):
        places = stroke_changes(intent.points, intent.radius, mask.size_hw)
    else:
        places = polygon_changes(intent.points, mask.size_hw)
    return without(mask, places) if intent.erase else united(mask, places)
