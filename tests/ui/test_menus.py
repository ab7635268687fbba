"""The menus: short enough to be read, and every action in one place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from sam_annotator.ui.action_table import ACTIONS, MENUS
from sam_annotator.ui.actions import make_actions
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.main_window import MainWindow
from sam_annotator.ui.menus import SUBMENUS, context_menu

MOST_ROWS = 20


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.add_actions(make_actions(window, KeyMap()))
    yield window


def rows(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def menus_within(menu: QMenu) -> list[QMenu]:
    return [menu, *(found for action in menu.actions() if (found := action.menu()) is not None)]


@pytest.mark.parametrize("name", MENUS)
def test_no_menu_is_longer_than_can_be_read(window: MainWindow, name: str) -> None:
    """Of thirty rows nobody finds the one, and on a laptop the last are off the screen."""
    menu = window.menuBar().findChild(QMenu, f"menu{name}")
    for part in menus_within(menu):
        shown = part.actions()
        assert len(rows(part)) <= MOST_ROWS, part.title()
        assert not shown or not (shown[0].isSeparator() or shown[-1].isSeparator()), part.title()
        for first, second in pairwise(shown):
            assert not (first.isSeparator() and second.isSeparator()), part.title()


def test_every_action_is_in_the_menu_of_its_row_once(window: MainWindow) -> None:
    """An action that got lost between two menus would be found by its key only."""
    for name in MENUS:
        menu = window.menuBar().findChild(QMenu, f"menu{name}")
        ids = [action.objectName() for part in menus_within(menu) for action in part.actions()]
        wanted = [spec.id for spec in ACTIONS if spec.menu == name]
        assert sorted(action_id for action_id in ids if action_id in wanted) == sorted(wanted)


def test_submenus_hold_what_is_there() -> None:
    """A row that was renamed would leave its submenu and stand in the middle of the menu."""
    ids = {spec.id: spec.menu for spec in ACTIONS}
    for title, members in SUBMENUS.items():
        assert len({ids[member] for member in members}) == 1, title


def test_recent_projects_stand_with_opening_and_quit_is_last(window: MainWindow) -> None:
    """Below Quit, the projects opened last were one slip away from closing the window."""
    names = [action.objectName() for action in rows(window.menuBar().findChild(QMenu, "menuFile"))]
    assert names[-1] == "file.quit"
    file_rows = rows(window.menuBar().findChild(QMenu, "menuFile"))
    places = [i for i, action in enumerate(file_rows) if action.menu() is window.recent_menu]
    assert len(places) == 1 and file_rows[places[0] - 1].objectName() == "file.open_image"


@pytest.mark.parametrize("contexts", [("annotation",), ("canvas", "image"), ("image",)])
def test_context_menus_are_short(window: MainWindow, contexts: tuple[str, ...]) -> None:
    """A menu as high as the window covers the object it is about."""
    actions = {action.objectName(): action for action in window.findChildren(QAction) if action.objectName()}
    menu = context_menu(contexts, actions, window)
    assert len(rows(menu)) <= 16
