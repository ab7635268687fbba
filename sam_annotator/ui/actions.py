"""ACTIONS: everything the user can do, as data. Menus, tool rail, shortcuts, palette and the key sheet come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from sam_annotator.ui.icons import set_icon
from sam_annotator.ui.state import UiState, is_checked, is_enabled

MENUS = ("File", "Edit", "Image", "Annotation", "Tools", "View", "Help")
RAIL = (
    "tool.prompt", "tool.select", "tool.brush", "tool.eraser", "tool.polygon", "",
    "edit.undo", "edit.redo", "", "view.fit", "view.toggle_masks",
)  # fmt: skip
DRAFT_BUTTONS = ("prompt.cycle_candidate", "prompt.clear", "prompt.accept")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do.

    Attributes:
        id: objectName of the QAction; other programs find it by this.
        text: as in the menu.
        menu: one of MENUS.
        keys: shortcuts, the first is shown; a name of QKeySequence.StandardKey stands for the platform's.
        icon: name of an icon, or "".
        tip: one sentence for the tooltip; the text where it is "".
        checkable: whether it is on or off.
        starts_group: whether a line goes above it in the menu.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    starts_group: bool = False


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "New project…", "File", ("New",), "folder-new", "Make a project for a folder of images."),
    ActionSpec("file.open", "Open folder…", "File", ("Open",), "folder-open", "Open a project or a folder of images."),
    ActionSpec("file.open_image", "Open image…", "File", ("Ctrl+Shift+O",), "", "Open one image and its folder."),
    ActionSpec("file.demo", "Open demo project", "File", (), "", "Try it on a few photographs."),
    ActionSpec("file.rescan", "Look for new images", "File", ("F5",), "", starts_group=True),
    ActionSpec("file.find_images", "Find images folder…", "File", (), "", "Say where the project's images are now."),
    ActionSpec("file.import", "Import annotations…", "File", ("Ctrl+I",), "import",
               "Read a COCO file into the project."),
    ActionSpec("file.export", "Export annotations…", "File", ("Ctrl+E",), "export",
               "Write the project as a COCO file."),
    ActionSpec("file.settings", "Settings…", "File", ("Preferences", "Ctrl+,"), "settings", starts_group=True),
    ActionSpec("file.quit", "Quit", "File", ("Ctrl+Q",), "", starts_group=True),
    ActionSpec("edit.undo", "Undo", "Edit", ("Undo",), "undo", "Take back the last click, or the last change."),
    ActionSpec("edit.redo", "Redo", "Edit", ("Redo", "Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    ActionSpec("annotation.select_all", "Select all", "Edit", ("SelectAll",), "", starts_group=True),
    ActionSpec("image.next", "Next image", "Image", ("D", "PgDown"), "next"),
    ActionSpec("image.previous", "Previous image", "Image", ("A", "PgUp"), "previous"),
    ActionSpec("image.toggle_done", "Mark as done", "Image", ("Ctrl+D",), "check", starts_group=True),
    ActionSpec("image.toggle_flag", "Flag", "Image", ("Ctrl+G",), "flag"),
    ActionSpec("prompt.accept", "Accept mask", "Annotation", ("Return", "Enter", "F"), "accept",
               "Keep the mask, in the current category."),
    ActionSpec("prompt.clear", "Clear", "Annotation", ("Escape",), "clear",
               "Clear the clicks, or the selection."),
    ActionSpec("prompt.cycle_candidate", "Next candidate", "Annotation", ("Tab",), "candidate",
               "Show the next of the candidate masks of an ambiguous click."),
    ActionSpec("annotation.delete", "Delete", "Annotation", ("Delete", "Ctrl+Backspace"), "delete",
               "Delete the selected annotations.", starts_group=True),
    ActionSpec("annotation.toggle_crowd", "Crowd region", "Annotation", (), "",
               "Mark the selected annotations as a group of objects (iscrowd)."),
    ActionSpec("tool.prompt", "Click and box", "Tools", ("Q",), "tool-prompt",
               "Left click: this. Right click: not this. Drag: a box.", checkable=True),
    ActionSpec("tool.select", "Select", "Tools", ("V",), "tool-select", "Select annotations by clicking.",
               checkable=True),
    ActionSpec("tool.brush", "Brush", "Tools", ("B",), "tool-brush", "Paint the selected mask, or a new one.",
               checkable=True),
    ActionSpec("tool.eraser", "Eraser", "Tools", ("E",), "tool-eraser", "Erase from the selected mask.",
               checkable=True),
    ActionSpec("tool.polygon", "Polygon", "Tools", ("P",), "tool-polygon",
               "Click corners; Enter or double click closes. With Shift it cuts.", checkable=True),
    ActionSpec("view.fit", "Fit image", "View", ("F", "Ctrl+9"), "fit"),
    ActionSpec("view.actual_size", "Actual size", "View", ("Ctrl+0",), "actual-size", "One image pixel per pixel."),
    ActionSpec("view.zoom_in", "Zoom in", "View", ("ZoomIn", "Ctrl+=", "+"), ""),
    ActionSpec("view.zoom_out", "Zoom out", "View", ("ZoomOut", "-"), ""),
    ActionSpec("view.toggle_masks", "Show masks", "View", ("H",), "eye", checkable=True, starts_group=True),
    ActionSpec("view.opacity_down", "Fainter masks", "View", ("[",), ""),
    ActionSpec("view.opacity_up", "Stronger masks", "View", ("]",), ""),
    ActionSpec("view.hover_preview", "Preview on hover", "View", ("Ctrl+H",), "",
               "Show what a click here would give.", checkable=True),
    ActionSpec("view.full_image", "Image only", "View", ("F11", "Ctrl+Shift+F"), "",
               "Hide the panels around the image.", starts_group=True),
    ActionSpec("view.theme", "Light or dark", "View", (), "moon"),
    ActionSpec("app.engines", "Engines…", "Help", ("Ctrl+Shift+E",), "engine",
               "Choose, download or load the network that makes the masks."),
    ActionSpec("app.command_palette", "Command palette…", "Help", ("Ctrl+Shift+P",), "search"),
    ActionSpec("app.shortcuts", "Keys", "Help", ("HelpContents", "F1"), "keyboard"),
    ActionSpec("app.about", "About", "Help", (), "", starts_group=True),
    *(
        ActionSpec(f"category.{digit}", f"Category {digit}", "", (str(digit),))
        for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
    ),
)  # fmt: skip


# What a held key does again and again. Not F, for one: it accepts, and then would fit the image.
_REPEATED = frozenset(
    ("image.next", "image.previous", "edit.undo", "edit.redo", "prompt.cycle_candidate",
     "view.zoom_in", "view.zoom_out", "view.opacity_down", "view.opacity_up")
)  # fmt: skip


def key_sequences(spec: ActionSpec) -> list[QKeySequence]:
    """Return an action's shortcuts on this platform, without repeats."""
    result: list[QKeySequence] = []
    for key in spec.keys:
        standard = getattr(QKeySequence.StandardKey, key, None)
        named = [QKeySequence(key)] if standard is None else QKeySequence.keyBindings(standard)
        for sequence in named:
            if (standard is None or _is_on_keyboards(sequence)) and sequence not in result:
                result.append(sequence)
    return result


def _is_on_keyboards(sequence: QKeySequence) -> bool:
    """Leave out the platform's bindings of keys that hardly a keyboard has, such as New, Undo or F14."""
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return "+" in text or text in ("Del", "F1", "F5", "F11")


def make_actions(parent: QObject, handlers: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Make a QAction for each row of ACTIONS, its objectName the row's id.

    Args:
        parent: owns the actions.
        handlers: what each action does, by id.

    Raises:
        KeyError: an action has no handler.
    """
    actions: dict[str, QAction] = {}
    tools = QActionGroup(parent)
    for spec in ACTIONS:
        action = QAction(spec.text, parent)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts(key_sequences(spec))
        action.setAutoRepeat(spec.id in _REPEATED)
        if spec.icon:
            set_icon(action, spec.icon, first_size=24 if spec.id in RAIL else 16 if spec.id in DRAFT_BUTTONS else 0)
        action.setToolTip(tooltip(spec))
        handler = handlers[spec.id]
        action.triggered.connect(lambda _checked=False, run=handler: run())
        if spec.id.startswith("tool."):
            tools.addAction(action)
        actions[spec.id] = action
    return actions


def tooltip(spec: ActionSpec) -> str:
    """Return an action's tooltip: what it does, and its key."""
    text = spec.tip or spec.text.rstrip("…")
    sequences = key_sequences(spec)
    if not sequences:
        return text
    return f"{text} ({sequences[0].toString(QKeySequence.SequenceFormat.NativeText)})"


def apply_state(actions: Mapping[str, QAction], state: UiState) -> None:
    """Enable and check the actions as a state asks, touching only what differs.

    F accepts while there is something to accept, and fits the image while there is not.
    """
    for spec in ACTIONS:
        action = actions[spec.id]
        enabled = is_enabled(spec.id, state)
        if action.isEnabled() != enabled:
            action.setEnabled(enabled)
        if spec.checkable and action.isChecked() != is_checked(spec.id, state):
            action.setChecked(is_checked(spec.id, state))
    f_key = QKeySequence("F")
    for action_id, has_f in (("prompt.accept", state.can_accept), ("view.fit", not state.can_accept)):
        action = actions[action_id]
        keys = action.shortcuts()
        if (f_key in keys) != has_f:
            spec = next(spec for spec in ACTIONS if spec.id == action_id)
            action.setShortcuts([key for key in key_sequences(spec) if has_f or key != f_key])


def key_table() -> list[tuple[str, str, str]]:
    """Return (section, text, keys) of every action with a key, and of the pointer, for the key sheet."""
    rows = [
        ("Pointer", "This belongs to the object", "Left click"),
        ("Pointer", "This does not", "Right click, Shift+left click"),
        ("Pointer", "Box around the object", "Left drag"),
        ("Pointer", "Zoom at the pointer", "Wheel, Ctrl+wheel"),
        ("Pointer", "Scroll sideways", "Shift+wheel"),
        ("Pointer", "Move the image", "Middle drag, Space+drag"),
    ]
    rows += [
        ("Pointer", "Size of the brush", "Alt+wheel"),
        ("Pointer", "Close the polygon", "Enter, double click"),
        ("Pointer", "Take its last corner back", "Backspace"),
    ]
    for spec in ACTIONS:
        keys = ", ".join(s.toString(QKeySequence.SequenceFormat.NativeText) for s in key_sequences(spec))
        if keys and spec.menu:
            rows.append((spec.menu, spec.text.rstrip("…"), keys))
    rows.append(("Annotation", "Category of the selection, or for the next mask", "1 to 9, 0"))
    return rows
