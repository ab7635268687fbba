"""What the window shows as possible: one frozen record, and pure functions of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from sam_annotator.core.words import mark, tr

NOT_NOW = mark("Not possible now")
READ_ONLY = mark("This project can only be looked at")
REASONS = {
    "project": mark("Open a project first"),
    "writable": mark("Open a project first"),
    "idle": mark("Wait until the import or export ends"),
    "images": mark("There are no images"),
    "image": mark("Open an image first"),
    "edit": mark("Open an image first"),
    "annotations": mark("This image has no annotations"),
    "selected": mark("Select an annotation first"),
    "one_selected": mark("Select one annotation first"),
    "several": mark("Select several annotations first"),
    "categories": mark("Add a category first"),
    "current_image": mark("Open an image first"),
    "next_image": mark("This is the last image"),
    "previous_image": mark("This is the first image"),
    "draft": mark("Click an object first"),
    "candidates": mark("There is no other candidate"),
    "brush": mark("Take the brush or the eraser first"),
    "undo": mark("There is nothing to undo"),
    "redo": mark("There is nothing to redo"),
    "image_filter": mark("All images are shown"),
    "review": mark("Start the review first"),
    "reviewing": mark("Start the review first"),
    "logits": mark("Click an object first, or ask again in Inspect"),
    "replayed": mark("Replay prompts first, and choose a row to decide"),
    "replay_row": mark("Replay prompts first, and choose a row"),
    "comparison": mark("Compare with a file or a project first"),
    "differences": mark("There is no difference to go to"),
    "difference": mark("Choose a difference first"),
    "proposals": mark("Segment everything first"),
    "has_offers": mark("Segment everything first"),
    "proposing": mark("Take the tool for proposals first"),
    "proposal": mark("Point at a proposal first"),
}  # what to say where a condition is not met; a feature may add its facts


@dataclass(frozen=True, slots=True)
class UiState:
    """Everything the actions depend on.

    Attributes:
        has_project: a project is open.
        is_read_only: it can be looked at, not changed.
        has_image: an image is on screen.
        image_count: images that are listed.
        image_row: position of the image on screen among them, from 0; -1 for none.
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
        case "current_image":
            return state.image_row >= 0
        case "next_image":
            return state.image_row + 1 < state.image_count
        case "previous_image":
            return state.image_row > 0
        case "draft":
            return state.can_accept
        case "candidates":
            return state.candidate_count > 1
        case "brush":
            return state.can_edit and state.tool_id in ("tool.brush", "tool.eraser")
        case "undo":
            return not state.is_read_only and (state.click_count > 0 or state.can_undo)
        case "redo":
            return not state.is_read_only and (state.undone_click_count > 0 or state.can_redo)
        case _:
            return condition in state.facts


def is_enabled(state: UiState, needs: tuple[str, ...]) -> bool:
    """Whether an action can be taken in a state that must meet what it needs."""
    return all(holds(condition, state) for condition in needs)


def why_not(state: UiState, needs: tuple[str, ...]) -> str:
    """Return in a few words what is missing for an action that needs these; "" where nothing is."""
    missing = next((condition for condition in needs if not holds(condition, state)), None)
    if missing is None:
        return ""
    if missing in ("writable", "edit", "current_image") and state.has_project and state.is_read_only:
        return tr(READ_ONLY)
    return tr(REASONS.get(missing, NOT_NOW))


def is_checked(action_id: str, state: UiState) -> bool:
    """Whether a checkable action is on in a state."""
    match action_id:
        case "view.toggle_masks":
            return state.masks_visible
        case "view.hover_preview":
            return state.hover_preview
        case _:
            return action_id == state.tool_id or action_id in state.checked
