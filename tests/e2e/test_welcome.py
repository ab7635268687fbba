"""The first start, and coming back: the page, the projects opened last, and what is dropped on the window."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from sam_annotator.core.settings import Settings, load_settings, save_settings
from sam_annotator.ui.dialogs.transfer import ExportScope, ExportWish, ImportDialog
from sam_annotator.ui.welcome_page import RecentButton, WelcomePage

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def page_of(driver: Any) -> WelcomePage:
    page = driver.parts.welcome.page
    assert isinstance(page, WelcomePage)
    return page


def press(widget: Any, kind: type[Any], name: str) -> None:
    button = widget.findChild(kind, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(driver: Any, page: WelcomePage, kind: type[Any], count: int) -> list[Any]:
    """Wait until there are so many buttons of a kind, and return them."""
    found: list[Any] = []

    def are_there() -> bool:
        found[:] = [button for button in page.findChildren(kind) if button.isVisible()]
        return len(found) == count

    driver.qtbot.waitUntil(are_there)
    return found


def drop(driver: Any, *paths: Path) -> None:
    """Drop paths on the window, as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(300, 300).toPointF(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    driver.window.dropEvent(event)


def test_the_demo_is_one_click_away(open_window: Open) -> None:
    """Whoever starts the program for the first time must see in a minute what it does."""
    driver = open_window(None, wait=False)
    page = page_of(driver)
    assert page.isVisible() and page.size() == driver.canvas.size()
    driver.window.resize(900, 640)
    driver.qtbot.waitUntil(lambda: page.size() == driver.canvas.size())
    with driver.qtbot.waitSignal(driver.window.image_ready):
        press(page, QPushButton, "welcome-file.demo")
    assert page.isHidden() and driver.window.focusWidget() is driver.canvas
    driver.qtbot.waitUntil(lambda: load_settings().recent_projects != ())


def test_the_page_works_by_keys(open_window: Open) -> None:
    """The first step must not need a mouse."""
    driver = open_window(None, wait=False)
    page = page_of(driver)
    driver.window.activateWindow()
    driver.qtbot.waitUntil(page.first_button.hasFocus)
    QTest.keyClick(page.first_button, Qt.Key.Key_Tab)
    demo = page.findChild(QPushButton, "welcome-file.demo")
    assert demo is not None and demo.hasFocus()
    with driver.qtbot.waitSignal(driver.window.image_ready):
        QTest.keyClick(demo, Qt.Key.Key_Space)


def test_projects_opened_last_are_listed_and_gone_ones_marked(
    open_window: Open, photos: Photos, tmp_path: Path
) -> None:
    """Yesterday's project must be one click away; one that is gone must say so and be removable."""
    folder, _ = photos
    gone, third = tmp_path / "gone", tmp_path / "third"
    third.mkdir()
    save_settings(Settings(recent_projects=(str(folder), str(gone), str(third))))
    driver = open_window(None, wait=False)
    page = page_of(driver)
    buttons = {Path(b.path): b for b in page.findChildren(RecentButton)}
    assert list(buttons) == [folder, gone, third]
    driver.qtbot.waitUntil(lambda: buttons[gone].is_missing)
    assert "not found" in buttons[gone].accessibleName() and not buttons[folder].is_missing
    QTest.mouseClick(buttons[gone], Qt.MouseButton.LeftButton)
    assert "not at" in driver.window.notice_bar.text
    press(driver.window.notice_bar, QPushButton, "noticeAction")
    assert load_settings().recent_projects == (str(folder), str(third))
    QTest.mouseClick(shown(driver, page, QToolButton, 2)[1], Qt.MouseButton.LeftButton)
    assert load_settings().recent_projects == (str(folder),)
    listed = [a.text() for a in driver.window.recent_menu.actions() if a.text()]
    assert len(listed) == 2 and listed[0].endswith(folder.name) and listed[1] == "Clear list"
    with driver.qtbot.waitSignal(driver.window.image_ready):
        QTest.mouseClick(shown(driver, page, RecentButton, 1)[0], Qt.MouseButton.LeftButton)
    next(a for a in driver.window.recent_menu.actions() if a.text() == "Clear list").trigger()
    assert load_settings().recent_projects == () and not driver.window.recent_menu.isEnabled()


def test_several_images_and_a_file_of_annotations_are_dropped(
    open_window: Open, photos: Photos, tmp_path: Path
) -> None:
    """What is dragged over from a file manager must open, and a file of annotations must not be called no image."""
    folder, _ = photos
    other = tmp_path / "other"
    other.mkdir()
    for name in ("x.png", "y.png"):
        shutil.copy(folder / "photo2.png", other / name)
    notes = tmp_path / "notes.json"
    notes.write_text(json.dumps({"images": [], "annotations": [], "categories": []}), "utf-8")
    driver = open_window(None, wait=False)
    drop(driver, notes)
    assert "first" in driver.window.notice_bar.text and driver.parts.project.store is None
    with driver.qtbot.waitSignal(driver.window.image_ready):
        drop(driver, other / "y.png", other / "x.png")
    assert driver.parts.project.image.file_name == "y.png" and len(driver.parts.project.images) == 2
    with driver.qtbot.waitSignal(driver.window.image_ready):
        drop(driver, folder, other)
    assert "other" in driver.window.notice_bar.text and len(driver.parts.project.images) == 5
    drop(driver, notes)
    dialog = driver.window.findChild(ImportDialog)
    assert dialog is not None and dialog.isVisible()
    line = dialog.findChild(QLineEdit, "importPath")
    assert line is not None and line.text() == str(notes)
    dialog.reject()


@pytest.mark.parametrize("size", [(700, 480), (2560, 1440)])
def test_nothing_of_the_page_is_cut(open_window: Open, photos: Photos, size: tuple[int, int]) -> None:
    """On a small laptop and on a wide screen every word and button of the first page must be whole."""
    save_settings(Settings(recent_projects=(str(photos[0]), "/a/very/long/path/" * 8 + "项目")))
    driver = open_window(None, wait=False)
    driver.window.resize(*size)
    page = page_of(driver)
    driver.qtbot.waitUntil(lambda: page.size() == driver.canvas.size())
    ground = page.widget()
    driver.qtbot.waitUntil(lambda: ground.width() <= page.viewport().width())
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.height() >= button.sizeHint().height(), button.objectName()
            assert isinstance(button, RecentButton) or button.width() >= button.sizeHint().width(), button.text()
    for label in page.findChildren(QLabel):
        if label.text() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()


def test_a_file_dropped_while_another_is_written_is_answered(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """An import that is passed over in silence would be believed done."""
    driver = open_window(photos[0])
    transfer = driver.parts.transfer
    transfer.export_to(photos[0], ExportWish("coco", tmp_path / "out.json", {}, ExportScope("")), Settings())
    with driver.qtbot.waitSignal(transfer.refused) as told:
        transfer.read_from(photos[0], "coco", tmp_path / "in.json", skip_invalid=False)
    assert "wait until it ends" in told.args[0]
    driver.qtbot.waitUntil(lambda: not transfer.is_busy)


def test_the_window_says_that_something_can_be_dropped(open_window: Open, photos: Photos) -> None:
    """Without a sign, nobody knows whether the file manager or the window takes what is dragged."""
    driver = open_window(photos[0])
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photos[0]))])
    frame = driver.window.findChild(QWidget, "dropFrame")
    place, button = QPoint(300, 300), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(driver.window, QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, button, none))
    assert frame.isVisible() and frame.size() == driver.canvas.size()
    before = driver.canvas.size()
    driver.window.image_dock.close()  # as a message or a bar that comes meanwhile, it gives the canvas another size
    driver.qtbot.waitUntil(lambda: driver.canvas.size() != before and frame.size() == driver.canvas.size())
    QApplication.sendEvent(driver.window, QDragLeaveEvent())
    assert not frame.isVisible()
    QApplication.sendEvent(driver.window, QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, button, none))
    drop(driver, photos[0])
    assert not frame.isVisible()


def test_a_project_without_images_is_not_called_none(open_window: Open, tmp_path: Path) -> None:
    """Who opened an empty folder would open it again and again, told that no project is open."""
    (tmp_path / "empty").mkdir()
    driver = open_window(tmp_path / "empty", wait=False)
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    words = [label.text() for label in driver.window.image_dock.findChildren(QLabel) if label.isVisible()]
    assert "No images yet" in words and "No project open" not in words
