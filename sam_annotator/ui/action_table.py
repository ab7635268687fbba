"""ACTIONS: everything the user can do, as data. Menus, tool rail, shortcuts, palette and the key sheet come from it.

No Qt: a row is words, keys and conditions. `ui/actions.py` makes QActions of them.
"""

from __future__ import annotations

from dataclasses import dataclass

MENUS = ("File", "Edit", "Image", "Annotation", "Tools", "View", "Help")
RAIL = (
    "tool.prompt", "tool.select", "tool.brush", "tool.eraser", "tool.polygon", "",
    "edit.undo", "edit.redo", "", "view.fit", "view.toggle_masks",
)  # fmt: skip
CONTEXTS = ("canvas", "annotation", "image", "category")
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
        needs: what must be so for it to be enabled: conditions of `ui/state.py`, or facts that a feature tells.
        repeats: whether a held key does it again and again.
        contexts: the context menus it is in: of CONTEXTS; "annotation" also shows on a mask of the canvas.
        before: ids of actions whose common keys are this one's while it is enabled, "*" for all; a mode's rows name it.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    starts_group: bool = False
    needs: tuple[str, ...] = ()
    repeats: bool = False
    contexts: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "New project…", "File", ("New",), "folder-new", "Make a project for a folder of images."),
    ActionSpec("file.open", "Open folder…", "File", ("Open",), "folder-open", "Open a project or a folder of images."),
    ActionSpec("file.open_image", "Open image…", "File", ("Ctrl+Shift+O",), "", "Open one image and its folder."),
    ActionSpec("file.demo", "Open demo project", "File", (), "", "Try it on a few photographs."),
    ActionSpec("file.rescan", "Look for new images", "File", ("F5",), "", starts_group=True, needs=("writable",)),
    ActionSpec("file.find_images", "Find images folder…", "File", (), "", "Say where the project's images are now.",
               needs=("writable",)),
    ActionSpec("file.import", "Import annotations…", "File", ("Ctrl+I",), "import",
               "Read a COCO file into the project.", needs=("writable", "idle")),
    ActionSpec("file.export", "Export annotations…", "File", ("Ctrl+E",), "export",
               "Write the project as a COCO file.", needs=("project", "idle")),
    ActionSpec("file.settings", "Settings…", "File", ("Preferences", "Ctrl+,"), "settings", starts_group=True),
    ActionSpec("file.quit", "Quit", "File", ("Ctrl+Q",), "", starts_group=True),
    ActionSpec("edit.undo", "Undo", "Edit", ("Undo",), "undo", "Take back the last click, or the last change.",
               repeats=True, needs=("undo",)),
    ActionSpec("edit.redo", "Redo", "Edit", ("Redo", "Ctrl+Y", "Ctrl+Shift+Z"), "redo", repeats=True, needs=("redo",)),
    ActionSpec("annotation.select_all", "Select all", "Edit", ("SelectAll",), "", starts_group=True,
               needs=("annotations",), contexts=("canvas",)),
    ActionSpec("image.next", "Next image", "Image", ("D", "PgDown"), "next", repeats=True, needs=("next_image",)),
    ActionSpec("image.previous", "Previous image", "Image", ("A", "PgUp"), "previous", repeats=True,
               needs=("previous_image",)),
    ActionSpec("image.toggle_done", "Mark as done", "Image", ("Ctrl+D",), "check", starts_group=True,
               needs=("current_image", "writable"), contexts=("image",)),
    ActionSpec("image.toggle_flag", "Flag", "Image", ("Ctrl+G",), "flag",
               needs=("current_image", "writable"), contexts=("image",)),
    ActionSpec("prompt.accept", "Accept mask", "Annotation", ("Return", "Enter", "F", "Ctrl+Return", "Ctrl+Enter"),
               "accept", "Keep the mask, in the current category.", needs=("draft",), before=("view.fit",)),
    ActionSpec("prompt.clear", "Clear", "Annotation", ("Escape",), "clear",
               "Clear the clicks, or the selection.", needs=("image",)),
    ActionSpec("prompt.cycle_candidate", "Next candidate", "Annotation", ("Tab",), "candidate",
               "Show the next of the candidate masks of an ambiguous click.", repeats=True, needs=("candidates",)),
    ActionSpec("annotation.delete", "Delete", "Annotation", ("Delete", "Ctrl+Backspace"), "delete",
               "Delete the selected annotations.", starts_group=True,
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.toggle_crowd", "Crowd region", "Annotation", (), "",
               "Mark the selected annotations as a group of objects (iscrowd).",
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("tool.prompt", "Click and box", "Tools", ("Q",), "tool-prompt",
               "Left click: this. Right click: not this. Drag: a box.", checkable=True, needs=("edit",)),
    ActionSpec("tool.select", "Select", "Tools", ("V",), "tool-select", "Select annotations by clicking.",
               checkable=True, needs=("image",)),
    ActionSpec("tool.brush", "Brush", "Tools", ("B",), "tool-brush", "Paint the selected mask, or a new one.",
               checkable=True, needs=("edit",)),
    ActionSpec("tool.eraser", "Eraser", "Tools", ("E",), "tool-eraser", "Erase from the selected mask.",
               checkable=True, needs=("edit",)),
    ActionSpec("tool.polygon", "Polygon", "Tools", ("P",), "tool-polygon",
               "Click corners; Enter or double click closes. With Shift it cuts.", checkable=True, needs=("edit",)),
    ActionSpec("view.fit", "Fit image", "View", ("F", "Ctrl+9"), "fit", needs=("image",), contexts=("canvas",)),
    ActionSpec("view.actual_size", "Actual size", "View", ("Ctrl+0",), "actual-size", "One image pixel per pixel.",
               needs=("image",), contexts=("canvas",)),
    ActionSpec("view.zoom_in", "Zoom in", "View", ("ZoomIn", "Ctrl+=", "+"), "", repeats=True, needs=("image",)),
    ActionSpec("view.zoom_out", "Zoom out", "View", ("ZoomOut", "-"), "", repeats=True, needs=("image",)),
    ActionSpec("view.toggle_masks", "Show masks", "View", ("H",), "eye", checkable=True, starts_group=True,
               contexts=("canvas",)),
    ActionSpec("view.opacity_down", "Fainter masks", "View", ("[",), "", repeats=True),
    ActionSpec("view.opacity_up", "Stronger masks", "View", ("]",), "", repeats=True),
    ActionSpec("view.hover_preview", "Preview on hover", "View", ("Ctrl+H",), "",
               "Show what a click here would give.", checkable=True),
    ActionSpec("view.keyboard_cursor", "Keyboard cursor", "View", ("K",), "",
               "Move a cursor over the image by the arrow keys; Enter clicks there.", checkable=True, needs=("image",)),
    ActionSpec("view.full_image", "Image only", "View", ("F11", "Ctrl+Shift+F"), "",
               "Hide the panels around the image.", starts_group=True),
    ActionSpec("view.restore_layout", "Restore layout", "View", (), "", "Put all panels back to where they were first."),
    ActionSpec("view.theme", "Light or dark", "View", (), "moon"),
    ActionSpec("app.engines", "Engines…", "Help", ("Ctrl+Shift+E",), "engine",
               "Choose, download or load the network that makes the masks."),
    ActionSpec("app.command_palette", "Command palette…", "Help", ("Ctrl+Shift+P",), "search"),
    ActionSpec("app.shortcuts", "Keys", "Help", ("HelpContents", "F1"), "keyboard"),
    ActionSpec("app.edit_shortcuts", "Change keys…", "Help", ("Ctrl+K",), "", "Choose the keys of every action."),
    ActionSpec("app.about", "About", "Help", (), "", starts_group=True),
    *(
        ActionSpec(f"category.{digit}", f"Category {digit}", "", (str(digit),), needs=("writable",))
        for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
    ),
)  # fmt: skip
