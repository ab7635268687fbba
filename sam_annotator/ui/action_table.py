"""ACTIONS: everything the user can do, as data. Menus, tool rail, shortcuts, palette and the key sheet come from it.

No Qt: a row is words, keys and conditions. `ui/actions.py` makes QActions of them.
"""

from __future__ import annotations

from dataclasses import dataclass

MENUS = ("File", "Edit", "Image", "Annotation", "Review", "Tools", "View", "Help")
RAIL = (
    "tool.prompt", "tool.select", "tool.brush", "tool.eraser", "tool.polygon",
    "tool.lasso", "tool.fill", "tool.outline", "",
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
    ActionSpec("progress.export_csv", "Export progress as tables…", "File", (), "",
               "Write all annotations and the figures of each plot as CSV files.", needs=("project",)),
    ActionSpec("progress.export_png", "Export progress as pictures…", "File", (), "",
               "Write each plot of the progress as a PNG file.", needs=("project",)),
    ActionSpec("category.import", "Import categories…", "File", (), "",
               "Add the categories of a list: JSON, or names one to a line.", needs=("writable",)),
    ActionSpec("category.export", "Export categories…", "File", (), "",
               "Write the list of categories: JSON with colours, or names one to a line.", needs=("categories",)),
    ActionSpec("file.settings", "Settings…", "File", ("Preferences", "Ctrl+,"), "settings", starts_group=True),
    ActionSpec("file.quit", "Quit", "File", ("Ctrl+Q",), "", starts_group=True),
    ActionSpec("edit.undo", "Undo", "Edit", ("Undo",), "undo", "Take back the last click, or the last change.",
               repeats=True, needs=("undo",)),
    ActionSpec("edit.redo", "Redo", "Edit", ("Redo", "Ctrl+Y", "Ctrl+Shift+Z"), "redo", repeats=True, needs=("redo",)),
    ActionSpec("annotation.cut", "Cut", "Edit", ("Cut",), "", "Copy the selected annotations and delete them.",
               starts_group=True, needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.copy", "Copy", "Edit", ("Copy",), "copy", "Copy the selected annotations.",
               needs=("selected",), contexts=("annotation",)),
    ActionSpec("annotation.paste", "Paste", "Edit", ("Paste",), "",
               "Add the annotations that were copied, at the same place.",
               needs=("edit", "clipboard"), contexts=("annotation", "canvas")),
    ActionSpec("annotation.duplicate", "Duplicate", "Edit", ("Ctrl+J",), "", "Add a copy of the selected annotations.",
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.copy_to_next", "Copy all to next image", "Edit", ("Ctrl+Shift+D",), "",
               "Add a copy of all annotations to the next image and go there.",
               needs=("edit", "annotations", "next_image")),
    ActionSpec("annotation.select_all", "Select all", "Edit", ("SelectAll",), "", starts_group=True,
               needs=("annotations",), contexts=("canvas",)),
    ActionSpec("image.next", "Next image", "Image", ("D", "PgDown"), "next", repeats=True, needs=("next_image",)),
    ActionSpec("image.previous", "Previous image", "Image", ("A", "PgUp"), "previous", repeats=True,
               needs=("previous_image",)),
    ActionSpec("image.first", "First image", "Image", ("Ctrl+Home",), "", needs=("images",)),
    ActionSpec("image.last", "Last image", "Image", ("Ctrl+End",), "", needs=("images",)),
    ActionSpec("image.go_to", "Go to image…", "Image", ("Ctrl+L",), "", "Go to an image by its number or name.",
               needs=("images",)),
    ActionSpec("image.next_new", "Next new image", "Image", ("Shift+D",), "", starts_group=True, needs=("images",)),
    ActionSpec("image.next_flagged", "Next flagged image", "Image", ("Shift+G",), "", needs=("images",)),
    ActionSpec("image.next_with_category", "Next image with this category", "Image", ("Shift+C",), "",
               "Go to the next image that contains the current category.", needs=("images",)),
    ActionSpec("image.search", "Search images", "Image", ("Find",), "search",
               "List the images with a word in their name, tags or note.", starts_group=True, needs=("images",)),
    ActionSpec("image.clear_filter", "Show all images", "Image", ("Ctrl+Shift+L",), "",
               "Clear the filter, and sort by name.", needs=("image_filter",)),
    ActionSpec("image.toggle_done", "Mark as done", "Image", ("Ctrl+D",), "check", starts_group=True,
               needs=("current_image", "writable"), contexts=("image",)),
    ActionSpec("image.toggle_flag", "Flag", "Image", ("Ctrl+G",), "flag",
               needs=("current_image", "writable"), contexts=("image",)),
    ActionSpec("image.edit_note", "Note…", "Image", ("Ctrl+M",), "note", "Write a note on the image.",
               needs=("current_image", "writable"), contexts=("image",)),
    ActionSpec("image.edit_tags", "Tags…", "Image", ("Ctrl+T",), "tag", "Give the image words to find it by.",
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
    ActionSpec("annotation.toggle_occluded", "Occluded", "Annotation", ("Shift+O",), "",
               "Say that something stands before the selected annotations.", checkable=True,
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.toggle_truncated", "Truncated", "Annotation", ("Shift+B",), "",
               "Say that the image's border cuts the selected annotations.", checkable=True,
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.edit_attributes", "Edit attributes", "Annotation", ("Ctrl+Shift+A",), "",
               "Go to the attributes of the selected annotations; Esc goes back.", needs=("edit", "selected")),
    ActionSpec("annotation.edit_note", "Note on annotation", "Annotation", ("Shift+M",), "note",
               "Write a note on the selected annotations.", needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("category.change_all", "Change category…", "Annotation", (), "",
               "Give all annotations of one category to another: of the selection, the image or the project.",
               starts_group=True, needs=("writable", "two_categories")),
    ActionSpec("category.supercategory", "Supercategory…", "Annotation", (), "",
               "Say what the current category is a kind of.", needs=("writable", "categories")),
    ActionSpec("project.attributes", "Attributes of the project…", "Annotation", (), "",
               "Say what else annotations of this project have.", needs=("writable",)),
    ActionSpec("review.toggle", "Review", "Review", ("Ctrl+R",), "review",
               "Go through annotations one by one, to accept or reject them.", checkable=True,
               needs=("images", "writable")),
    ActionSpec("review.accept", "Accept in review", "Review", ("Return", "Enter", "Y"), "review-accepted",
               starts_group=True, needs=("review",), before=("*",)),
    ActionSpec("review.reject", "Reject in review", "Review", ("N",), "review-rejected", needs=("review",),
               before=("*",)),
    ActionSpec("review.comment", "Comment", "Review", ("C",), "comment", "Say what is wrong.", needs=("review",),
               before=("*",)),
    ActionSpec("review.fix", "Fix, or back to the review", "Review", ("X",), "tool-prompt",
               "Refine it by clicks; the same key goes back to the review.", needs=("reviewing",), before=("*",)),
    ActionSpec("review.next", "Next to review", "Review", ("Space", "Right"), "next", starts_group=True, repeats=True,
               needs=("review",), before=("*",)),
    ActionSpec("review.previous", "Previous", "Review", ("BackSpace", "Left"), "previous", repeats=True,
               needs=("review",), before=("*",)),
    ActionSpec("review.skip_reviewed", "Skip what is reviewed", "Review", ("S",), "", checkable=True,
               starts_group=True, needs=("review",), before=("*",)),
    ActionSpec("review.only_rejected", "Only what was rejected", "Review", ("R",), "", checkable=True,
               needs=("review",), before=("*",)),
    ActionSpec("review.by_image", "Image by image", "Review", ("I",), "", "Review images as a whole.", checkable=True,
               needs=("review",), before=("*",)),
    ActionSpec("review.leave", "Leave the review", "Review", ("Escape",), "", needs=("review",), before=("*",)),
    ActionSpec("annotation.toggle_lock", "Lock", "Annotation", ("Shift+L",), "lock",
               "Keep the selected annotations from changes, or no longer.", checkable=True,
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.toggle_hidden", "Hide", "Annotation", ("Shift+H",), "eye-off",
               "Don't draw the selected annotations; they are exported all the same.", checkable=True,
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.show_all", "Show all hidden", "Annotation", ("Ctrl+Shift+H",), "eye",
               "Draw the hidden annotations of this image again.", needs=("edit", "hidden"),
               contexts=("annotation", "canvas")),
    ActionSpec("annotation.raise", "Bring forward", "Annotation", ("Ctrl+]",), "", "Draw it above the next ones.",
               starts_group=True, needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.lower", "Send backward", "Annotation", ("Ctrl+[",), "", "Draw it below the next ones.",
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.to_top", "Bring to front", "Annotation", ("Ctrl+Shift+]",), "", "Draw it above all others.",
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("annotation.to_bottom", "Send to back", "Annotation", ("Ctrl+Shift+[",), "", "Draw it below all others.",
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("mask.join", "Join into one", "Annotation", ("J",), "mask-join",
               "Make one annotation of the selected ones, with all their parts.",
               starts_group=True, needs=("edit", "several"), contexts=("annotation",)),
    ActionSpec("mask.split", "Split into parts", "Annotation", ("Shift+J",), "mask-split",
               "Make an annotation of each connected part.", needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("mask.union", "Add the others", "Annotation", ("Shift+A",), "mask-union",
               "Union: add the other selected masks to the one selected first; they stay.",
               needs=("edit", "several"), contexts=("annotation",)),
    ActionSpec("mask.subtract", "Cut the others out", "Annotation", ("Shift+S",), "mask-subtract",
               "Difference: cut the other selected masks out of the one selected first; they stay.",
               needs=("edit", "several"), contexts=("annotation",)),
    ActionSpec("mask.intersect", "Keep the overlap", "Annotation", ("Shift+I",), "mask-intersect",
               "Intersection: leave of the mask selected first what lies in all others, too; they stay.",
               needs=("edit", "several"), contexts=("annotation",)),
    ActionSpec("mask.take_from_others", "Take from the others", "Annotation", ("Shift+T",), "",
               "Take what the selected masks cover away from all others.",
               needs=("edit", "selected"), contexts=("annotation",)),
    ActionSpec("mask.no_overlap", "No overlap", "Annotation", ("Ctrl+Shift+N",), "",
               "Let each new mask take its pixels from the others; no pixel belongs to two.", checkable=True,
               needs=("writable",)),
    ActionSpec("mask.clean_up", "Clean up…", "Annotation", ("Shift+K",), "mask-clean",
               "Remove islands, fill holes, smooth, grow or shrink the selected masks, with a preview.",
               needs=("edit",), contexts=("annotation",)),
    ActionSpec("clean_up.apply", "Apply clean-up", "", ("Return", "Enter"), "",
               needs=("can_clean",), before=("*",)),
    ActionSpec("clean_up.cancel", "Drop clean-up", "", ("Escape",), "", needs=("cleaning",), before=("*",)),
    ActionSpec("tool.prompt", "Click and box", "Tools", ("Q",), "tool-prompt",
               "Left click: this. Right click: not this. Drag: a box.", checkable=True, needs=("edit",)),
    ActionSpec("tool.select", "Select", "Tools", ("V",), "tool-select", "Select annotations by clicking.",
               checkable=True, needs=("image",)),
    ActionSpec("tool.brush", "Brush", "Tools", ("B",), "tool-brush", "Paint the selected mask, or a new one.",
               checkable=True, needs=("edit",)),
    ActionSpec("tool.eraser", "Eraser", "Tools", ("E",), "tool-eraser", "Erase from the selected mask.",
               checkable=True, needs=("edit",)),
    ActionSpec("tool.polygon", "Polygon", "Tools", ("P",), "tool-polygon",
               "Click corners and move them; Enter or double click applies. With Shift it cuts.", checkable=True,
               needs=("edit",)),
    ActionSpec("tool.lasso", "Lasso", "Tools", ("L",), "tool-lasso", "Draw around what to add. With Shift it is cut.",
               checkable=True, needs=("edit",)),
    ActionSpec("tool.fill", "Fill", "Tools", ("G",), "tool-fill",
               "Click a hole to fill it. Shift+click a part to remove it.", checkable=True, needs=("edit",)),
    ActionSpec("tool.outline", "Edit outline", "Tools", ("O",), "tool-outline",
               "Move, add and remove vertices of the selected mask.", checkable=True, needs=("edit",)),
    ActionSpec("tool.propose", "Proposals", "Tools", ("W",), "tool-propose",
               "Click a proposal to accept it, drag over several; right click rejects one.", checkable=True,
               needs=("edit", "proposals")),
    ActionSpec("automatic.run", "Segment everything…", "Tools", ("Ctrl+Shift+M",), "automatic",
               "Find all objects of this image, of a box or of the project, to accept them one by one.",
               starts_group=True, needs=("writable", "images")),
    ActionSpec("automatic.from_boxes", "Masks from boxes…", "Tools", (), "",
               "Read a detector's boxes and make a mask of each.", needs=("writable", "images")),
    ActionSpec("automatic.accept_shown", "Accept all shown proposals", "Tools", ("Shift+Return", "Shift+Enter"), "",
               needs=("edit", "proposals")),
    ActionSpec("automatic.forget", "Forget proposals", "Tools", (), "", "Drop the proposals of this image.",
               needs=("edit", "has_offers")),
    ActionSpec("brush.smaller", "Smaller brush", "Tools", (",",), "", starts_group=True, repeats=True,
               needs=("brush",)),
    ActionSpec("brush.larger", "Larger brush", "Tools", (".",), "", repeats=True, needs=("brush",)),
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
    ActionSpec("category.search", "Search categories", "View", ("Ctrl+Shift+C",), "",
               "List the categories with a word in their name.", starts_group=True, needs=("categories",)),
    ActionSpec("view.full_image", "Image only", "View", ("F11", "Ctrl+Shift+F"), "",
               "Hide the panels around the image.", starts_group=True),
    ActionSpec("view.restore_layout", "Restore layout", "View", (), "",
               "Put all panels back to where they were first."),
    ActionSpec("view.theme", "Light or dark", "View", (), "moon"),
    ActionSpec("view.progress", "Show progress", "View", ("F8",), "chart",
               "Show how far the project is: images, annotations, time and sizes, in plots."),
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
