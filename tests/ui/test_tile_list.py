from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMainWindow
from pytestqt.qtbot import QtBot

from sam_annotator.core.records import Image
from sam_annotator.ui.docks import ImageStrip
from sam_annotator.ui.models.image_list import ImageListModel
from sam_annotator.ui.theme import current_theme

Show = Callable[..., ImageStrip]
MakeImages = Callable[[int], tuple[Image, ...]]
Key = Qt.Key


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often Qt asked the model, by function."""
    asked: Counter[str] = Counter()

    def watch(name: str) -> None:
        call = getattr(ImageListModel, name)

        def count(*arguments: Any) -> Any:
            asked[name] += 1
            return call(*arguments)

        monkeypatch.setattr(ImageListModel, name, count)

    for name in ("rowCount", "data"):
        watch(name)
    return asked


@pytest.fixture
def column(qtbot: QtBot, themed: QApplication, make_images: MakeImages) -> Iterator[ImageStrip]:
    """A strip of 200 images at the side of a window, laid out as a column."""
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = ImageStrip(window)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.resize(800, 500)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: dock.view.flow() == QListView.Flow.TopToBottom)
    dock.model.set_images(make_images(200), {})
    yield dock


def test_only_rows_in_sight_are_asked_for(
    qtbot: QtBot, shown: Show, make_images: MakeImages, asked: Counter[str]
) -> None:
    """A question for each row, at each layout, kept the window from showing a large project's first image."""
    dock = shown(ImageStrip(), 600, 140)
    wanted: list[int] = []
    dock.model.thumbnail_wanted.connect(wanted.append)
    dock.model.set_images(make_images(100_000), {})
    for image_id in (1, 50_000, 100_000):
        dock.set_current(image_id)
        dock.view.grab()
        qtbot.waitUntil(lambda: image_id in wanted)  # noqa: B023
    dock.resize(700, 160)
    dock.view.grab()
    assert 0 < asked["rowCount"] < 2000 and 0 < asked["data"] < 2000


def test_keys_lead_along_the_strip(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """A key that leads elsewhere, or out of sight, loses the user's place."""
    dock = shown(ImageStrip(), 600, 140)
    dock.model.set_images(make_images(200), {})
    view = dock.view
    for key, row in (
        (Key.Key_Right, 100), (Key.Key_Left, 99), (Key.Key_Up, 99), (Key.Key_Down, 99), (Key.Key_PageDown, 103),
        (Key.Key_PageUp, 99), (Key.Key_End, 199), (Key.Key_Right, 199), (Key.Key_PageDown, 199), (Key.Key_Home, 0),
        (Key.Key_Left, 0), (Key.Key_PageUp, 0),
    ):  # fmt: skip
        if key == Key.Key_Right and row == 100:
            dock.set_current(100)
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row, key
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex())), key


def test_keys_lead_along_the_column(qtbot: QtBot, column: ImageStrip) -> None:
    """As above; at the side up and down are the way."""
    view = column.view
    column.set_current(1)
    for key, row in ((Key.Key_Down, 1), (Key.Key_Right, 1), (Key.Key_Left, 1), (Key.Key_Up, 0), (Key.Key_End, 199)):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row, key
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex())), key
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().maximum() == 0


def test_an_empty_list_takes_keys(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """A key before a project is open must not end the program, and the first one after it must lead somewhere."""
    dock = shown(ImageStrip(), 600, 140)
    view = dock.view
    for key in (Key.Key_Right, Key.Key_End, Key.Key_PageUp):
        qtbot.keyClick(view, key)
    assert not view.indexAt(QPoint(5, 5)).isValid() and not view.currentIndex().isValid()
    dock.model.set_images(make_images(5), {})
    view.setCurrentIndex(QModelIndex())
    qtbot.keyClick(view, Key.Key_Right)
    assert view.currentIndex().row() == 0


@pytest.mark.parametrize("hint", list(QListView.ScrollHint))
def test_any_row_scrolls_into_sight(
    hint: QListView.ScrollHint, shown: Show, make_images: MakeImages, column: ImageStrip
) -> None:
    """Other programs bring an image into view with Qt's own call."""
    strip = shown(ImageStrip(), 600, 140)
    strip.model.set_images(make_images(200), {})
    for dock in (strip, column):
        view = dock.view
        for row in (150, 20, 199, 0):
            index = dock.model.index(row)
            view.scrollTo(index, hint)
            rect, room = view.visualRect(index), view.viewport().rect()
            assert room.contains(rect)
            assert view.indexAt(rect.center()) == index
            if hint == QListView.ScrollHint.PositionAtCenter and 0 < row < 199:
                assert (rect.center() - room.center()).manhattanLength() <= rect.width()
    assert not strip.view.indexAt(QPoint(5, -5)).isValid()


def test_the_row_under_the_pointer_is_lit(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """Else nothing tells which image a click would go to."""
    dock = shown(ImageStrip(), 600, 140)
    dock.model.set_images(make_images(50), {})
    view = dock.view

    def is_lit(row: int) -> bool:
        picture = view.grab(view.visualRect(dock.model.index(row))).toImage()
        return picture.pixelColor(1, 1) == QColor(current_theme().hover)

    for row, other in ((2, 3), (3, 2)):
        QTest.mouseMove(view.viewport(), view.visualRect(dock.model.index(row)).center())
        qtbot.waitUntil(lambda: is_lit(row) and not is_lit(other))  # noqa: B023
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert not is_lit(3)


def test_a_screen_reader_finds_the_list(shown: Show, make_images: MakeImages) -> None:
    """A list that is drawn by hand can be silent to those who don't see it."""
    dock = shown(ImageStrip(), 600, 140)
    dock.model.set_images(make_images(200), {2: 1})
    interface = QAccessible.queryAccessibleInterface(dock.view)
    assert interface.role() == QAccessible.Role.List and interface.childCount() == 200
    second = interface.child(1)
    assert second.text(QAccessible.Text.Name) == "IMG_000002.jpg, 640 × 480 px, Not started, 1 annotation"
    place = dock.view.visualRect(dock.model.index(1))
    assert second.rect().topLeft() == dock.view.viewport().mapToGlobal(place.topLeft())
