"""Brings canvas, docks and bars in line with what is edited and prompted. Reads the controllers, changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sam_annotator.core.geometry import Point
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.session import Answer
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.models.figures import score_text
from sam_annotator.ui.panels import Panels
from sam_annotator.ui.session_controller import SessionController

_NO_CATEGORY_COLOR = "#56b4e9"
_REFINE_HINT = mark("Clicks refine the selected mask; Esc starts a new object.")
_CURSOR_HINT = mark("Enter clicks, Space drags, Ctrl+Enter accepts, Esc hides the cursor.")
_CURSOR_HINTS = {
    "tool.prompt": mark(
        "Enter: this, Shift+Enter: not this, Ctrl+Enter accepts, Space drags a box, Esc hides the cursor."
    ),
    "tool.polygon": mark("Enter sets a corner, Ctrl+Enter closes, Esc hides the cursor."),
}
_HELD_HINT = mark("Arrows drag, Space or Enter lets go, Esc drops it.")


class PanelPresenter(QObject):
    """Shows the state of the controllers in the panels, whenever it changes."""

    def __init__(
        self, panels: Panels, edits: EditController, session: SessionController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panels, self._edits, self._session = panels, edits, session
        self._pixels: RgbImage | None = None
        self._refined_id: int | None = None
        self._tool_id = "tool.prompt"
        edits.annotations_changed.connect(self._show_annotations)
        edits.categories_changed.connect(self._show_categories)
        edits.options_changed.connect(self._show_categories)
        edits.selection_changed.connect(self._show_selection)
        session.changed.connect(self._show_session)
        session.mask_made.connect(self._show_details)
        panels.canvas.pointer_moved.connect(self._show_pointer)
        for signal in (panels.canvas.keyboard_cursor.shown_changed, panels.canvas.keyboard_cursor.held_changed):
            signal.connect(lambda _is: self._show_hint())

    def show_pixels(self, pixels: RgbImage | None) -> None:
        """Take the image on screen, uint8 (H, W, 3), or None."""
        self._pixels = pixels
        self._show_pointer(None)

    def show_tool(self, tool_id: str) -> None:
        """Take the tool in hand."""
        self._tool_id = tool_id
        self._show_hint()

    def _show_annotations(self) -> None:
        edits, panels = self._edits, self._panels
        self._refined_id = self._session.refined_id
        size_hw = None if self._pixels is None else self._pixels.shape[:2]
        shown = [a for a in edits.drawn if a.id != self._refined_id and a.mask.size_hw == size_hw]
        panels.canvas.set_annotations(shown, edits.colors)
        panels.annotation_dock.set_annotations(edits.annotations, edits.categories)
        panels.annotation_dock.set_selected(edits.selection)
        self._show_details()

    def _show_categories(self) -> None:
        edits, panels = self._edits, self._panels
        panels.category_dock.set_categories(edits.categories, edits.category_counts, edits.category_digits)
        panels.category_dock.set_current(edits.current_category_id)
        panels.annotation_dock.set_categories(edits.categories)
        current = edits.category(edits.current_category_id)
        panels.option_bar.set_category(current.name if current else "", current.color if current else "")
        self._session.set_color(current.color if current else _NO_CATEGORY_COLOR)

    def _show_selection(self) -> None:
        self._panels.canvas.set_selected(self._edits.selection)
        self._panels.annotation_dock.set_selected(self._edits.selection)
        self._session.refresh()

    def _show_session(self) -> None:
        if self._session.refined_id != self._refined_id:
            self._show_annotations()
        else:
            self._show_details()
        self._show_hint()

    def _show_details(self) -> None:
        answer, selected = self._session.answer, self._edits.only_selected
        details = self._panels.details_dock
        several = self._edits.selected
        if answer is not None:
            details.show_answer(answer)
        elif len(several) > 1:
            details.show_several(len(several), sum(a.mask.area for a in several))
        elif selected is None:
            details.show_annotation(None)
        else:
            details.show_annotation(selected, self._edits.category(selected.category_id))
        self._panels.option_bar.set_candidate("" if answer is None else candidate_text(answer))

    def _show_hint(self) -> None:
        selected = self._edits.only_selected
        starts = selected is not None and not selected.locked and self._session.click_count == 0
        is_refining = self._tool_id == "tool.prompt" and (starts or self._session.is_refining)
        cursor = self._panels.canvas.keyboard_cursor
        if cursor.is_shown:
            hint = tr(_HELD_HINT) if cursor.is_held else tr(_CURSOR_HINTS.get(self._tool_id, _CURSOR_HINT))
        else:
            hint = tr(_REFINE_HINT) if is_refining else ""
        self._panels.option_bar.set_tool(self._tool_id, hint)

    def _show_pointer(self, point: Point | None) -> None:
        value: tuple[int, int, int] | None = None
        if point is not None and self._pixels is not None:
            height, width = self._pixels.shape[:2]
            if 0 <= point.x < width and 0 <= point.y < height:
                red, green, blue = (int(v) for v in self._pixels[int(point.y), int(point.x)])
                value = (red, green, blue)
        self._panels.status_panel.set_position(point if value else None, value)


def candidate_text(answer: Answer) -> str:
    """Return which candidate is on screen, by rank, and its predicted IoU."""
    scores = answer.prediction.predicted_iou
    iou = tr("IoU {iou}", iou=score_text(answer.predicted_iou))
    if len(scores) == 1:
        return iou
    rank = answer.prediction.ranking.index(answer.candidate)
    return tr("{rank} of {count}, {iou}", rank=rank + 1, count=len(scores), iou=iou)
