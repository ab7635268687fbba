"""MoveFeature: what is selected is dragged to another place, or moved by keys, pixel by pixel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from sam_annotator.core.errors import MaskError
from sam_annotator.core.geometry import Point
from sam_annotator.core.mask_algebra import Pace, shifted, with_mask
from sam_annotator.core.mask_edits import MaskEdit
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.tools.intents import MoveSelected
from sam_annotator.tools.select import SelectTool
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.mask_commands import PlanMasks

_FAR = 10  # image pixels of a large step
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class MoveFeature(Feature):
    """Moves the selected masks; what leaves the image is cut off when they are let go, and not before."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits = parts.edits
        self._canvas = parts.panels.canvas
        tool = parts.tools.tool("tool.select")
        assert isinstance(tool, SelectTool)
        tool.grabs = self._grabs
        self._canvas.intent.connect(self._take)

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
        found = self._canvas.annotation_at(point)
        chosen = next((a for a in self._edits.selected if a.id == found), None)
        return chosen is not None and not chosen.locked and self._may_move()

    def _may_move(self) -> bool:
        edits = self._edits
        return not edits.is_read_only and edits.is_true_to_size and "review" not in self.parts.state().facts

    def _take(self, intent: object) -> None:
        if not isinstance(intent, MoveSelected):
            return
        way = (round(intent.dx), round(intent.dy))
        if intent.is_done:
            self._move(*way)
            return
        self._canvas.moving.show([a.id for a in self._edits.selected if not a.locked], *way)
        self._canvas.update()

    def _nudge(self, dx: int, dy: int) -> None:
        if self._may_move() and self.parts.tools.finish_clicks(only_refining=True):
            self._move(dx, dy)

    def _move(self, dx: int, dy: int) -> None:
        """Keep the selected masks at another place, as one step; what was only to be seen is dropped."""
        if (dx, dy) != (0, 0) and self._keep(dx, dy):
            self._canvas.moving.end()
        else:
            self._canvas.moving.clear()
        self._canvas.update()

    def _keep(self, dx: int, dy: int) -> bool:
        before = self._edits.free(self._edits.selected)
        return bool(before) and self._edits.run(
            lambda edits: PlanMasks(
                edits, tr("Move"), lambda pace: _moved(before, dx, dy, pace), before, select=False, as_one=True
            )
        )


def _moved(before: Sequence[Annotation], dx: int, dy: int, pace: Pace) -> MaskEdit:
    after: list[Annotation] = []
    for annotation in before:
        pace()
        mask = shifted(annotation.mask, dx, dy)
        if mask.is_empty:
            raise MaskError(tr("It would lie outside of the image; move it less far."))
        after.append(with_mask(annotation, mask))
    return MaskEdit(tuple(before), tuple(after))
