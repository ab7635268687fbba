"""The window's layout: what is hidden or folded comes back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QRegion
from PySide6.QtWidgets import QLabel, QLineEdit, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from sam_annotator.core.records import Category
from sam_annotator.ui.action_table import ACTIONS
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """A window of the size it has at the first start, with nothing in it."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1400, 900)
    window.show()
    come_to_rest(window, qtbot)
    return window


def come_to_rest(window: MainWindow, qtbot: QtBot) -> None:
    """Let the event loop turn until the panels have kept their sizes for ten turns."""
    before, turns = sizes(window), 0
    while turns < 10:
        qtbot.wait(5)
        turns = turns + 1 if sizes(window) == before else 0
        before = sizes(window)


def sizes(window: MainWindow) -> list[tuple[int, int]]:
    return [(dock.width(), dock.height()) for dock in window.docks]


def near(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> bool:
    """Whether sizes are the same, but for what rounding gives to a neighbour."""
    pairs = zip(first, second, strict=True)
    return all(abs(a - c) <= 4 and abs(b - d) <= 4 for (a, b), (c, d) in pairs)


def test_image_only_and_back_keeps_the_panels(window: MainWindow, qtbot: QtBot) -> None:
    """Looking at the image alone for a moment must not cost the layout that was made by hand."""
    window.details_dock.hide()
    come_to_rest(window, qtbot)
    before = sizes(window)
    window.toggle_panels()
    come_to_rest(window, qtbot)
    assert not any(dock.isVisible() for dock in window.docks)
    window.toggle_panels()
    come_to_rest(window, qtbot)
    assert near(sizes(window)[:2], before[:2]) and window.details_dock.isHidden()


def test_folding_keeps_the_column_and_unfolding_the_height(window: MainWindow, qtbot: QtBot) -> None:
    """Folding one panel must neither squeeze the others nor leave it a sliver when it is unfolded."""
    before = sizes(window)
    for dock in (window.category_dock, window.image_dock):
        dock.set_folded(True)
        come_to_rest(window, qtbot)
    assert {dock.width() for dock in window.docks[:3]} == {before[0][0]}
    for dock in (window.image_dock, window.category_dock):
        dock.set_folded(False)
        come_to_rest(window, qtbot)
    assert near(sizes(window), before)


def test_closing_with_hidden_panels_remembers_them(window: MainWindow, qtbot: QtBot) -> None:
    """Closing while the image is alone must not open a window without panels the next morning."""
    before = sizes(window)
    window.toggle_panels()
    window.save_layout()
    again = MainWindow()
    qtbot.addWidget(again)
    again.restore_layout()
    again.resize(1400, 900)
    again.show()
    come_to_rest(again, qtbot)
    assert all(dock.isVisible() for dock in again.docks) and len(sizes(again)) == len(before)


def test_images_at_the_side_are_a_column(window: MainWindow, qtbot: QtBot) -> None:
    """Moving the images to a side must leave the room to the picture that is worked on."""
    for area, is_right in (
        (Qt.DockWidgetArea.LeftDockWidgetArea, lambda dock: dock.width() <= 300),
        (Qt.DockWidgetArea.BottomDockWidgetArea, lambda dock: dock.height() <= 200),
    ):
        window.removeDockWidget(window.image_dock)
        window.addDockWidget(area, window.image_dock)
        window.image_dock.show()
        come_to_rest(window, qtbot)
        assert is_right(window.image_dock)


def test_the_current_category_stays_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    """After folding or resizing, the category that masks go to must not be somewhere out of view."""
    dock = window.category_dock
    dock.set_categories([Category(i, f"class {i}", "#e69f00") for i in range(1, 41)], {})
    dock.set_current(40)

    def is_in_sight() -> bool:
        return dock.view.viewport().rect().contains(dock.view.visualRect(dock.model.index(39)))

    qtbot.waitUntil(is_in_sight)
    dock.set_folded(True)
    come_to_rest(window, qtbot)
    dock.set_folded(False)
    qtbot.waitUntil(is_in_sight)
    window.resize(1100, 600)
    qtbot.waitUntil(is_in_sight)


class LaterDock(Dock):
    """A panel of a part of the window that comes after its first image."""

    def __init__(self, name: str = "laterDock") -> None:
        super().__init__("Later", name)


def test_a_panel_that_comes_later_comes_back_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    """A panel that was put beside the picture must stand there tomorrow, though it is made after the others."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    dock = LaterDock()
    window.add_dock(dock)
    assert dock.isHidden()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.show()
    come_to_rest(window, qtbot)
    window.save_layout()
    never_made = MainWindow()  # closed before its later panels were made
    never_made.add_actions({spec.id: QAction(never_made) for spec in ACTIONS})
    never_made.restore_layout()
    never_made.save_layout()
    again = MainWindow()
    for made in (never_made, again):
        qtbot.addWidget(made)
    again.add_actions({spec.id: QAction(again) for spec in ACTIONS})
    again.restore_layout()
    again.show()
    back = LaterDock()
    again.add_dock(back)
    come_to_rest(again, qtbot)
    assert back.isVisible() and again.dockWidgetArea(back) == Qt.DockWidgetArea.LeftDockWidgetArea


def test_what_stands_in_a_title_stays_before_the_close_button(window: MainWindow, qtbot: QtBot) -> None:
    """After a panel was floated, the button that closes it must not stand in the middle of its title."""
    bar = QLineEdit()
    dock = window.category_dock
    for _ in range(3):
        dock.add_to_title(bar)
    bar.show()
    come_to_rest(window, qtbot)
    close = dock.titleBarWidget().findChildren(QToolButton)[1]
    assert close.accessibleName().startswith("Close") and bar.geometry().right() < close.x()


def test_the_first_layout_can_be_had_back(window: MainWindow, qtbot: QtBot) -> None:
    """Panels that were dragged into a mess, or closed by mistake, must come back by one command."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    dock = LaterDock()
    window.add_dock(dock)
    window.rail.show()
    come_to_rest(window, qtbot)
    before = sizes(window)
    window.details_dock.hide()
    window.category_dock.set_folded(True)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.annotation_dock)
    window.image_dock.setFloating(True)
    dock.show()
    come_to_rest(window, qtbot)
    window.reset_layout()
    come_to_rest(window, qtbot)
    assert near(sizes(window)[:4], before[:4]) and dock.isHidden()
    assert window.details_dock.isVisible() and not window.image_dock.isFloating()


def test_restoring_the_layout_narrows_a_column_that_was_drawn_out(window: MainWindow, qtbot: QtBot) -> None:
    """The picture would stay as narrow as it was beside a wide panel, which has gone."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    dock = LaterDock()
    dock.setMinimumWidth(380)
    window.add_dock(dock)
    come_to_rest(window, qtbot)
    first = window.category_dock.width()
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    come_to_rest(window, qtbot)
    window.resizeDocks([window.category_dock], [500], Qt.Orientation.Horizontal)
    come_to_rest(window, qtbot)
    assert window.category_dock.width() >= 480
    window.reset_layout()
    come_to_rest(window, qtbot)
    assert abs(window.category_dock.width() - first) <= 2


def test_titles_of_panels_that_lie_on_one_another_stay_whole(window: MainWindow, qtbot: QtBot) -> None:
    """Tabs that read "De…", "Pro…" and "Ins…" say nothing; what has no room is scrolled to."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    titles = ["Progress of the project", "Inspect a mask", "Segment everything", "Table of annotations"]
    for number, title in enumerate(titles):
        dock = Dock(title, f"later{number}")
        window.add_dock(dock)
        dock.show()
    come_to_rest(window, qtbot)
    (bar,) = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    assert bar.elideMode() == Qt.TextElideMode.ElideNone
    for i in range(bar.count()):
        assert bar.tabRect(i).width() > bar.fontMetrics().horizontalAdvance(bar.tabText(i))
    assert any(button.isVisible() for button in bar.findChildren(QToolButton))


def test_tab_never_goes_to_tabs_out_of_sight(window: MainWindow, qtbot: QtBot) -> None:
    """Qt keeps the tabs of panels that are closed far outside the window, where the focus would be lost."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    docks = [Dock(f"Panel {number}", f"later{number}") for number in range(3)]
    for dock in docks:
        window.add_dock(dock)
    come_to_rest(window, qtbot)

    def reached() -> list[QTabBar]:
        bars = window.findChildren(QTabBar)
        assert bars
        return [bar for bar in bars if bar.isVisible() and bar.focusPolicy() & Qt.FocusPolicy.TabFocus]

    for _ in range(2):
        assert reached() == []
        for dock in docks:
            dock.show()
        come_to_rest(window, qtbot)
        (bar,) = reached()
        assert window.rect().contains(bar.geometry()) and bar.count() >= 3
        for dock in docks:
            dock.hide()
        come_to_rest(window, qtbot)


def test_the_smallest_window_leaves_room_for_names_and_cuts_no_number(window: MainWindow, qtbot: QtBot) -> None:
    """Beside another program, categories must not be one letter each, nor two numbers be written over each other."""
    panel = window.status_panel
    panel.set_zoom(1.0)
    panel.set_prediction_ms(54.0)
    panel.set_saved("saved 20:37:01")
    window.resize(window.minimumSizeHint())
    come_to_rest(window, qtbot)
    assert all(dock.width() >= 200 for dock in window.docks[:3])
    keys = ("position", "pixel", "zoom", "engine", "time", "saved")
    shown = [panel.findChild(QLabel, f"status-{key}") for key in keys]
    visible = [label.geometry() for label in shown if label.isVisible()]
    assert all(not a.intersects(b) for i, a in enumerate(visible) for b in visible[i + 1 :])
    assert all(panel.rect().contains(rect) for rect in visible)
    window.resize(1400, 900)
    come_to_rest(window, qtbot)
    assert all(label.isVisible() for label in shown)


class TallDock(Dock):
    """A panel that needs some height."""

    def __init__(self, name: str) -> None:
        super().__init__("Tall", name)
        self.setMinimumHeight(300)


def test_restoring_the_layout_keeps_the_windows_size(window: MainWindow, qtbot: QtBot) -> None:
    """Pressed to tidy up, it must not push the lower edge of the window off the screen."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    for number in range(3):
        dock = TallDock(f"tall{number}")
        window.add_dock(dock)
        dock.show()
    come_to_rest(window, qtbot)
    size = window.size()
    window.reset_layout()
    come_to_rest(window, qtbot)
    assert window.size() == size


def test_a_panel_below_the_picture_leaves_it_the_larger_part(window: MainWindow, qtbot: QtBot) -> None:
    """A table that comes up over the picture it is about would have to be dragged down first, each time."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    dock = LaterDock()
    dock.home = Qt.DockWidgetArea.BottomDockWidgetArea
    window.add_dock(dock)
    come_to_rest(window, qtbot)
    dock.show()
    come_to_rest(window, qtbot)
    qtbot.waitUntil(lambda: dock.height() <= 300)
    assert window.canvas.height() > dock.height() and window.image_dock.height() <= 160


class WideBar(QWidget):
    """A bar with many words."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setMinimumSize(width, 32)
        self.hide()


def test_a_wide_bar_gives_the_panels_their_width_back(window: MainWindow, qtbot: QtBot) -> None:
    """After a review in a narrow window, names of categories would be cut until the column is drawn out by hand."""
    window.resize(1000, 700)
    come_to_rest(window, qtbot)
    column = window.category_dock.width()
    bar = WideBar(window.canvas.width() + 60)
    window.add_bar(bar)
    for _ in range(2):
        bar.show()
        come_to_rest(window, qtbot)
        assert window.category_dock.width() <= column - 50
        bar.hide()
        come_to_rest(window, qtbot)
        assert abs(window.category_dock.width() - column) <= 2
    bar.show()
    come_to_rest(window, qtbot)
    window.resizeDocks([window.category_dock], [210], Qt.Orientation.Horizontal)  # by hand, while it is squeezed
    come_to_rest(window, qtbot)
    bar.hide()
    come_to_rest(window, qtbot)
    assert abs(window.category_dock.width() - 210) <= 2
    window.resizeDocks([window.category_dock], [column], Qt.Orientation.Horizontal)
    come_to_rest(window, qtbot)
    window.option_bar.set_tool("tool.outline")  # which has much to set
    for wait_ms in (5, 40):
        for width in (*range(1000, 620, -40), *range(620, 1400, 40)):  # as an edge of the window is dragged
            window.resize(width, 700)
            qtbot.wait(wait_ms)
        come_to_rest(window, qtbot)
        assert abs(window.category_dock.width() - column) <= 2


def test_a_wide_panel_that_goes_leaves_the_column_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    """A panel that was tried at the side for a moment would take a piece of the picture for good."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    dock = LaterDock()
    dock.setMinimumWidth(380)
    window.add_dock(dock)
    come_to_rest(window, qtbot)
    column = window.category_dock.width()
    dock.show()
    come_to_rest(window, qtbot)
    assert window.category_dock.width() >= 380
    dock.hide()
    come_to_rest(window, qtbot)
    assert abs(window.category_dock.width() - column) <= 2


def test_no_tab_is_seen_in_part(window: MainWindow, qtbot: QtBot) -> None:
    """Half a title at the edge, such as "ails", reads as another word."""
    window.add_actions({spec.id: QAction(window) for spec in ACTIONS})
    docks = [Dock(title, f"later{n}") for n, title in enumerate(("Progress", "Inspect", "Segment all", "Compare"))]
    for dock in docks:
        window.add_dock(dock)
        dock.show()
    come_to_rest(window, qtbot)
    (bar,) = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    arrows = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    room = QRegion(bar.rect())
    for arrow in arrows:
        room -= QRegion(QRect(arrow.x(), 0, arrow.width(), bar.height()))
    for dock in (*docks, window.details_dock, *reversed(docks)):
        dock.raise_()
        come_to_rest(window, qtbot)
        drawn = bar.grab().toImage()
        others = [w for w in bar.children() if isinstance(w, QWidget) and w.isVisible() and w not in arrows]
        seen = QRegion(room)
        for other in others:
            seen -= QRegion(other.geometry())
        for i in range(bar.count()):
            inside = bar.tabRect(i).adjusted(4, 4, -4, -4)  # its title
            shown = seen & QRegion(inside)
            assert shown.isEmpty() or shown.boundingRect() == inside, (bar.tabText(i), bar.tabText(bar.currentIndex()))
            hidden = (room & QRegion(inside)).boundingRect() if shown.isEmpty() else QRect()
            colors = {drawn.pixel(x, y) for x in range(hidden.left(), hidden.right()) for y in (10, 13, 16)}
            assert len(colors) <= 1, bar.tabText(i)
        assert seen.contains(bar.tabRect(bar.currentIndex()).center())
