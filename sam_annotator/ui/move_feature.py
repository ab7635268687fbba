"""MoveFeature: what is selected is dragged to another place, or moved by keys, pixel by pixel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from sam_annotator.core.geometry import Point
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import shifted, with_mask
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.tools.intents import MoveSelected
from sam_annotator.tools.select import SelectTool
from sam_annotator.ui.commands import UpdateAnnotations
from sam_annotator.ui.feature import Feature, Handlers, Parts

_PREVIEW_MS = 16
_FAR = 10  # image pixels of a large step
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class MoveFeature(Feature):
    """Moves the selected masks; what leaves the image is cut off when they are let go, and not before."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits = parts.edits
        self._way = (0, 0)
        self._showing = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._showing.timeout.connect(self._show)
        tool = parts.tools.tool("tool.select")
        assert isinstance(tool, SelectTool)
        tool.grabs = self._grabs
        parts.panels.canvas.intent.connect(self._take)

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            f"annotation.move_{name}{far}": partial(self._nudge, dx * step, dy * step)
            for name, (dx, dy) in _WAYS.items()
            for far, step in (("", 1), ("_far", _FAR))
        }

    def _grabs(self, point: Point) -> bool:
        """Whether a press takes hold of what is selected: it lies there and may be changed."""
        found = self.parts.panels.canvas.annotation_at(point)
        chosen = next((a for a in self._edits.selected if a.id == found), None)
        return chosen is not None and not chosen.locked and self._may_move()

    def _may_move(self) -> bool:
        edits = self._edits
        return not edits.is_read_only and edits.is_true_to_size and "review" not in self.parts.state().facts

    def _take(self, intent: object) -> None:
        if not isinstance(intent, MoveSelected):
            return
        self._way = (round(intent.dx), round(intent.dy))
        if not intent.is_done:
            if not self._showing.isActive():
                self._showing.start()
            return
        self._showing.stop()
        self._move()

    def _nudge(self, dx: int, dy: int) -> None:
        if self._may_move() and self.parts.tools.finish_clicks(only_refining=True):
            self._way = (dx, dy)
            self._move()

    def _moved(self, annotations: tuple[Annotation, ...]) -> dict[int, Mask]:
        return {a.id: shifted(a.mask, *self._way) for a in annotations}

    def _show(self) -> None:
        self._edits.set_previewed(self._moved(tuple(a for a in self._edits.selected if not a.locked)))

    def _move(self) -> None:
        """Keep the selected masks where they are now, as one step; what was only to be seen is dropped."""
        way, self._way = self._way, (0, 0)
        self._edits.set_previewed({})
        if way == (0, 0):
            return
        self._way = way
        before = self._edits.free(self._edits.selected)
        masks = self._moved(before)
        self._way = (0, 0)
        if any(mask.is_empty for mask in masks.values()):
            self._edits.notice.emit(tr("It would lie outside of the image; move it less far."))
        elif before:
            after = [with_mask(a, masks[a.id]) for a in before]
            self._edits.run(lambda edits: UpdateAnnotations(edits, tr("Move"), before, after, select=False))
