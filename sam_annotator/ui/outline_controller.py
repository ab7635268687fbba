"""Gives the outline tool the selected mask's rings, shows what their simplification costs, and applies them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sam_annotator.core.mask import Mask
from sam_annotator.core.outline import Ring, fit, redrawn, rings_of
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.tools.outline import OutlineTool
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.option_bar import OptionBar
from sam_annotator.ui.paint_controller import PaintController

_FIT_MS = 25  # at most this often while a vertex is dragged


class OutlineController(QObject):
    """Keeps the tool at the annotation that is selected, while the tool is in hand."""

    def __init__(
        self,
        tool: OutlineTool,
        canvas: Canvas,
        option_bar: OptionBar,
        edits: EditController,
        paint: PaintController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tool, self._canvas, self._option_bar = tool, canvas, option_bar
        self._edits, self._paint = edits, paint
        self._is_in_hand = False
        self._target: Annotation | None = None
        self._fits = QTimer(self, singleShot=True, interval=_FIT_MS)
        self._fits.timeout.connect(self._show_fit)
        edits.selection_changed.connect(self._follow)
        edits.annotations_changed.connect(self._follow)
        option_bar.tolerance_changed.connect(self._set_tolerance)
        option_bar.outline_applied.connect(lambda: canvas.tool_key("enter"))

    def set_in_hand(self, is_in_hand: bool) -> None:
        """Take note that the tool was taken in hand, or put away; what was edited is dropped then."""
        self._is_in_hand = is_in_hand
        self._option_bar.set_tolerance(self._tool.tolerance)
        self._follow()

    def changed(self) -> None:
        """Show, soon, how well the outline fits now."""
        if not self._fits.isActive():
            self._fits.start()

    def apply(self, rings: tuple[Ring, ...]) -> None:
        """Draw the rings that were touched into the mask."""
        target = self._target
        if target is not None and self._paint.may_change(target):
            mask = redrawn(rings, target.mask.size_hw)
            if not self._paint.change(target, mask, tr("Edit outline")):
                self._load(target)

    def _follow(self) -> None:
        """Take the annotation that is selected, where its pixels are others than those of the rings."""
        target = self._edits.only_selected if self._is_in_hand else None
        if target is not None and (target.locked or target.hidden or not self._edits.is_true_to_size):
            target = None
        before = self._target
        if target is None and before is None:
            return
        if target is None or before is None or (target.id, target.mask) != (before.id, before.mask):
            self._load(target)
        self._target = target

    def _load(self, target: Annotation | None) -> None:
        self._target = target
        self._tool.set_rings(() if target is None else rings_of(target.mask, self._tool.tolerance))
        self._canvas.update()
        self._show_fit()

    def _set_tolerance(self, tolerance: float) -> None:
        self._tool.tolerance = tolerance
        self._canvas.update()
        self._show_fit()

    def _show_fit(self) -> None:
        self._fits.stop()
        mask: Mask | None = None if self._target is None else self._target.mask
        rings = self._tool.rings
        vertices = sum(len(ring.vertices) for ring in rings)
        iou = None if mask is None or not rings else fit(rings, mask)
        self._option_bar.set_fit(iou, vertices, can_apply=self._tool.is_edited)
