from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu
from pytestqt.qtbot import QtBot
from ui_samples import CHINESE_NAME, LONG_NAME

from sam_annotator.core.records import CATEGORY_COLORS, Category
from sam_annotator.ui.docks import CategoryDock
from sam_annotator.ui.docks.category_dock import COLOR_NAMES

Show = Callable[..., CategoryDock]
MakeCategories = Callable[..., tuple[Category, ...]]


def _row_point(dock: CategoryDock, row: int, x: int) -> QPoint:
    rect = dock.view.visualRect(dock.model.index(row))
    return QPoint(rect.left() + x, rect.center().y())


def _actions(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if action.text()}


def test_choosing_by_click_and_keys(qtbot: QtBot, shown: Show, make_categories: MakeCategories) -> None:
    """The next mask goes into the category that is chosen here."""
    dock = shown(CategoryDock())
    dock.set_categories(make_categories("person", "car", "dog"), {})
    chosen: list[int] = []
    dock.category_chosen.connect(chosen.append)
    qtbot.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=_row_point(dock, 1, 100))
    qtbot.keyClick(dock.view, Qt.Key.Key_Down)
    dock.set_current(1)
    assert chosen == [2, 3]
    assert dock.current_id == 1
    dock.set_categories(make_categories("person"), {})
    assert dock.view.selectionModel().selectedIndexes()[0].row() == 0


def test_adding_by_name_and_enter(qtbot: QtBot, shown: Show) -> None:
    """Adding a category must be a name and Enter, nothing more."""
    dock = shown(CategoryDock())
    wishes: list[str] = []
    dock.add_requested.connect(wishes.append)
    line = dock.findChild(QLineEdit, "newCategory")
    assert line is dock.new_name
    qtbot.keyClicks(line, "  traffic   light ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert wishes == ["traffic light"] and line.text() == ""


def test_enter_in_the_line_is_not_the_windows_enter(qtbot: QtBot, themed: object) -> None:
    """Naming a category must not accept a mask, nor letters choose tools."""
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = CategoryDock()
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    fired: list[str] = []
    for key in ("Return", "F", "Tab", "Escape", "1"):
        action = QAction(key, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False, key=key: fired.append(key))
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
    dock.new_name.setFocus()
    wishes: list[str] = []
    dock.add_requested.connect(wishes.append)
    handle = window.windowHandle()
    for key in (Qt.Key.Key_F, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        qtbot.keyClick(handle, key)  # type: ignore[arg-type]
    assert wishes == ["f1"]
    assert fired == []


def test_renaming_in_place(qtbot: QtBot, shown: Show, make_categories: MakeCategories) -> None:
    """F2 and a double click are how names are changed everywhere."""
    dock = shown(CategoryDock())
    dock.set_categories(make_categories("person", "car"), {})
    wishes: list[tuple[int, str]] = []
    dock.rename_requested.connect(lambda category_id, name: wishes.append((category_id, name)))
    dock.set_current(2)
    dock.view.setFocus()
    qtbot.keyClick(dock.view, Qt.Key.Key_F2)
    editor = dock.view.findChild(QLineEdit, "categoryName")
    assert editor is not None and editor.text() == "car"
    editor.setText("lorry")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wishes == [(2, "lorry")])
    point = _row_point(dock, 0, 100)
    qtbot.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    editor = next(e for e in dock.view.findChildren(QLineEdit, "categoryName") if e.text() == "person")
    editor.setText(CHINESE_NAME)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wishes[1:] == [(1, CHINESE_NAME)])


def test_swatch_offers_colours_and_chooses_nothing(qtbot: QtBot, shown: Show, make_categories: MakeCategories) -> None:
    """A click on the colour changes the colour, not what the next mask is."""
    dock = shown(CategoryDock())
    dock.set_categories(make_categories("person", "car"), {})
    chosen: list[int] = []
    wishes: list[tuple[int, str]] = []
    dock.category_chosen.connect(chosen.append)
    dock.recolor_requested.connect(lambda category_id, color: wishes.append((category_id, color)))
    qtbot.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=_row_point(dock, 1, 16))
    menu = next(m for m in dock.findChildren(QMenu) if m.isVisible())
    actions = _actions(menu)
    assert list(actions)[:16] == [*COLOR_NAMES[:1], "Sky blue (now)", *COLOR_NAMES[2:]]
    actions["Red"].trigger()
    menu.close()
    assert wishes == [(2, CATEGORY_COLORS[COLOR_NAMES.index("Red")])]
    assert chosen == []


def test_menu_of_a_category(qtbot: QtBot, shown: Show, make_categories: MakeCategories) -> None:
    """Merging, deleting and recolouring are reached by the context menu, by keyboard too."""
    dock = shown(CategoryDock())
    dock.set_categories(make_categories("person", "R&D", LONG_NAME), {})
    merged: list[tuple[int, int]] = []
    deleted: list[int] = []
    dock.merge_requested.connect(lambda source, target: merged.append((source, target)))
    dock.delete_requested.connect(deleted.append)
    menu = dock.category_menu(1)
    actions = _actions(menu)
    assert list(actions) == [
        "Rename", "Colour", "Key", "Merge into", "Supercategory…", "Change annotations to…", "Delete",
    ]  # fmt: skip
    merge = actions["Merge into"].menu()
    assert isinstance(merge, QMenu)
    assert next(iter(_actions(merge))) == "R&&D" and len(_actions(merge)) == 2
    _actions(merge)["R&&D"].trigger()
    actions["Delete"].trigger()
    assert (merged, deleted) == ([(1, 2)], [1])
    dock.set_read_only(True)
    assert not any(action.isEnabled() for action in dock.category_menu(1).actions() if action.text())
    assert not dock.new_name.isVisible()


def test_names_of_any_length_are_drawn(shown: Show, make_categories: MakeCategories) -> None:
    """Long and Chinese names, and big counts, must neither fail nor hide each other."""
    dock = shown(CategoryDock(), 280, 300)
    categories = make_categories(LONG_NAME * 3, CHINESE_NAME, "x")
    dock.set_categories((*categories[:2], replace(categories[2], color="#ffffff")), {1: 12_345_678})
    assert not dock.grab().isNull()
    assert dock.view.horizontalScrollBar().maximum() == 0
