"""What the window shows as possible: one frozen record, and pure functions of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UiState:
    """Everything the actions depend on.

    Attributes:
        has_project: a project is open.
        is_read_only: it can be looked at, not changed.
        has_image: an image is on screen.
        image_count: images of the project.
        image_row: position of the image on screen, from 0; -1 for none.
        tool_id: the tool in hand.
        click_count: clicks and boxes of the object being prompted.
        undone_click_count: clicks taken back that can be made again.
        is_waiting: the last click has no answer yet.
        candidate_count: candidate masks of the answer on screen.
        selected_count: annotations selected.
        annotation_count: annotations on this image.
        category_count: categories of the project.
        can_undo, can_redo: whether the undo stack has a step that way.
        masks_visible: accepted masks are shown.
        hover_preview: a preview follows the pointer.
        is_busy: an import or export is running.
        facts: what features say is so, such as "clipboard"; rows of ACTIONS name them in `needs`.
        checked: checkable actions of features that are on.
    """

    has_project: bool = False
    is_read_only: bool = False
    has_image: bool = False
    image_count: int = 0
    image_row: int = -1
    tool_id: str = "tool.prompt"
    click_count: int = 0
    undone_click_count: int = 0
    is_waiting: bool = False
    candidate_count: int = 0
    selected_count: int = 0
    annotation_count: int = 0
    category_count: int = 0
    can_undo: bool = False
    can_redo: bool = False
    masks_visible: bool = True
    hover_preview: bool = True
    is_busy: bool = False
    facts: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()

    @property
    def can_edit(self) -> bool:
        """Whether the image on screen can be annotated."""
        return self.has_image and not self.is_read_only

    @property
    def can_accept(self) -> bool:
        """Whether there is an answer to accept, or one to come."""
        return self.can_edit and self.click_count > 0


def holds(condition: str, state: UiState) -> bool:
    """Whether a condition that an action needs is met: one of those here, else a fact that a feature tells."""
    match condition:
        case "project":
            return state.has_project
        case "writable":
            return state.has_project and not state.is_read_only
        case "idle":
            return not state.is_busy
        case "images":
            return state.image_count > 0
        case "image":
            return state.has_image
        case "edit":
            return state.can_edit
        case "annotations":
            return state.annotation_count > 0
        case "selected":
            return state.selected_count > 0
        case "one_selected":
            return state.selected_count == 1
        case "several":
            return state.selected_count > 1
        case "categories":
            return state.category_count > 0
        case _:
            return condition in state.facts


def is_enabled(action_id: str, state: UiState, needs: tuple[str, ...] = ()) -> bool:
    """Whether an action can be taken in a state that must meet what it needs."""
    if not all(holds(condition, state) for condition in needs):
        return False
    match action_id:
        case "tool.prompt" | "tool.brush" | "tool.eraser" | "tool.polygon":
            return state.can_edit
        case "tool.select":
            return state.has_image
        case "prompt.accept":
            return state.can_accept
        case "prompt.clear":
            return state.has_image
        case "prompt.cycle_candidate":
            return state.candidate_count > 1
        case "edit.undo":
            return not state.is_read_only and (state.click_count > 0 or state.can_undo)
        case "edit.redo":
            return not state.is_read_only and (state.undone_click_count > 0 or state.can_redo)
        case "annotation.delete":
            return state.can_edit and state.selected_count > 0
        case "annotation.toggle_crowd":
            return state.can_edit and state.selected_count > 0
        case "annotation.select_all":
            return state.annotation_count > 0
        case "image.next":
            return state.image_row + 1 < state.image_count
        case "image.previous":
            return state.image_row > 0
        case "image.toggle_done" | "image.toggle_flag":
            return state.image_row >= 0 and not state.is_read_only
        case "view.fit" | "view.actual_size" | "view.zoom_in" | "view.zoom_out":
            return state.has_image
        case "file.import":
            return state.has_project and not state.is_read_only and not state.is_busy
        case "file.export":
            return state.has_project and not state.is_busy
        case "file.rescan" | "file.find_images":
            return state.has_project and not state.is_read_only
        case _ if action_id.startswith("category."):
            return state.has_project and not state.is_read_only
        case _:
            return True


def is_checked(action_id: str, state: UiState) -> bool:
    """Whether a checkable action is on in a state."""
    match action_id:
        case "view.toggle_masks":
            return state.masks_visible
        case "view.hover_preview":
            return state.hover_preview
        case _:
            return action_id == state.tool_id or action_id in state.checked
