"""Menus made of the rows of ACTIONS; what belongs together stands in a menu of its own, so that none is long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sam_annotator.core.words import mark, tr
from sam_annotator.ui.action_table import ACTIONS, ActionSpec

SUBMENUS: dict[str, tuple[str, ...]] = {
    mark("Category"): ("category.change_all", "category.supercategory", "category.digit", "category.search"),
    mark("Mark as"): ("annotation.toggle_crowd", "annotation.toggle_occluded", "annotation.toggle_truncated"),
    mark("Order"): ("annotation.raise", "annotation.lower", "annotation.to_top", "annotation.to_bottom"),
    mark("Combine"): (
        "mask.join", "mask.split", "mask.union", "mask.subtract", "mask.intersect", "mask.take_from_others",
    ),
    mark("Proposals"): (
        "automatic.next", "automatic.previous", "automatic.accept", "automatic.reject", "automatic.accept_shown",
        "automatic.forget",
    ),
    mark("Differences"): (
        "compare.next", "compare.previous", "compare.take_theirs", "compare.keep_ours", "compare.keep_both",
        "compare.toggle_layer", "compare.close",
    ),
    mark("Replayed masks"): ("replay.accept", "replay.keep", "replay.view"),
}  # fmt: skip
PANELS = mark("Panels")
RECENT = mark("Open recent")
_RECENT_AFTER = "file.open_image"
_SUBMENU_OF = {action_id: title for title, ids in SUBMENUS.items() for action_id in ids}


def fill_menu(menu: QMenu, rows: Iterable[ActionSpec], actions: Mapping[str, QAction]) -> None:
    """Add rows of ACTIONS to a menu, a line above each group; a submenu stands where its first row would.

    Args:
        menu: to add to.
        rows: in the order of the table.
        actions: every QAction by its id.
    """
    made: dict[str, QMenu] = {}
    for spec in rows:
        title = _SUBMENU_OF.get(spec.id, "")
        if title not in made and spec.starts_group and not menu.isEmpty():
            menu.addSeparator()
        if title and title not in made:
            made[title] = submenu(menu, title)
        made.get(title, menu).addAction(actions[spec.id])


def fill_menu_of_bar(menu: QMenu, name: str, actions: Mapping[str, QAction]) -> QMenu:
    """Fill a menu of the menu bar; return the menu in it that is filled by others: of recent projects, or of panels.

    Args:
        menu: to fill, empty.
        name: one of MENUS.
        actions: every QAction by its id.
    """
    rows = [spec for spec in ACTIONS if spec.menu == name]
    before = next((i + 1 for i, spec in enumerate(rows) if spec.id == _RECENT_AFTER), len(rows))
    fill_menu(menu, rows[:before], actions)
    recent = submenu(menu, RECENT) if name == "File" else menu
    fill_menu(menu, rows[before:], actions)
    if name != "View":
        return recent
    menu.addSeparator()
    return submenu(menu, PANELS)


def submenu(menu: QMenu, title: str) -> QMenu:
    """Add a menu to another; its object name is its title in English."""
    made = QMenu(tr(title), menu)
    made.setObjectName(f"menu{title.title().replace(' ', '')}")
    menu.addMenu(made)
    return made


def context_menu(contexts: tuple[str, ...], actions: Mapping[str, QAction], parent: QWidget) -> QMenu:
    """Return a menu of the actions of some contexts, in the order of the table; it goes when it is closed.

    Args:
        contexts: of CONTEXTS; a line divides them.
        actions: every QAction by its id.
        parent: owns the menu.
    """
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    used: set[str] = set()
    for context in contexts:
        rows = [spec for spec in ACTIONS if context in spec.contexts and spec.id not in used]
        if rows and not menu.isEmpty() and not rows[0].starts_group:
            menu.addSeparator()
        fill_menu(menu, rows, actions)
        used |= {spec.id for spec in rows}
    menu.setAccessibleName(tr("Actions"))
    return menu
