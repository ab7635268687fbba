"""Filtering, sorting and jumping among the images, notes and tags: with real keys in the whole window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDoubleSpinBox, QLineEdit, QMenu, QPlainTextEdit, QToolButton

from sam_annotator.core.records import ImageState
from sam_annotator.ui.action_table import ACTIONS

if TYPE_CHECKING:
    from hands import Driver

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., "Driver"]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def driver(open_window: Open, photos: Photos) -> Driver:
    folder, _points = photos
    driver = open_window(folder)
    driver.parts.features.make()
    driver.qtbot.waitUntil(lambda: len(driver.parts.project.images) == 5)
    return driver


def _listed(driver: Driver) -> list[str]:
    model = driver.window.image_dock.model
    return [image.name[5] for row in range(model.rowCount()) if (image := model.image_at(row)) is not None]


def _search(driver: Driver, text: str) -> None:
    driver.trigger("image.search")
    line = driver.window.findChild(QLineEdit, "imageSearch")
    assert line is not None
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def _choose(driver: Driver, button_name: str, *texts: str) -> None:
    """Choose entries of a filter's menu, one after the other."""
    button = driver.window.findChild(QToolButton, button_name)
    assert button is not None
    for text in texts:
        menu = button.menu()
        menu.aboutToShow.emit()
        entry = next(action for action in menu.actions() if action.text() == text)
        entry.trigger()


def _number(driver: Driver, button_name: str, name: str) -> QDoubleSpinBox:
    """Open a filter's menu, and return the number in it."""
    button = driver.window.findChild(QToolButton, button_name)
    assert button is not None
    button.menu().aboutToShow.emit()
    number = button.menu().findChild(QDoubleSpinBox, name)
    assert number is not None
    return number


def _accept_one(driver: Driver, photos: Photos) -> None:
    image = driver.parts.edits.image
    assert image is not None
    driver.click(*photos[1][image.name][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()


def _states(driver: Driver) -> list[ImageState]:
    assert driver.parts.project.store is not None
    return [image.state for image in driver.parts.project.store.images()]


def test_first_mask_begins_the_image_and_undo_takes_that_back(driver: Driver, photos: Photos) -> None:
    """States that people must set by hand are wrong after an hour."""
    _accept_one(driver, photos)
    assert _states(driver)[0] == ImageState.IN_PROGRESS
    assert driver.window.image_dock.model.image_at(0).state == ImageState.IN_PROGRESS  # type: ignore[union-attr]
    driver.trigger("edit.undo")
    assert _states(driver)[0] == ImageState.NEW
    driver.trigger("edit.redo")
    assert _states(driver)[0] == ImageState.IN_PROGRESS
    driver.trigger("image.toggle_done")
    driver.trigger("image.toggle_done")
    assert _states(driver)[0] == ImageState.IN_PROGRESS


def test_next_and_previous_walk_what_is_listed(driver: Driver) -> None:
    """A filter that the keys don't follow is no way to work through a part of the images."""
    driver.go("image.next")
    driver.trigger("image.toggle_flag")
    driver.go("image.next")
    driver.go("image.next")
    driver.trigger("image.toggle_flag")
    _choose(driver, "imageStateFilter", "Flagged")
    assert _listed(driver) == ["2", "4"]
    assert not driver.action("image.next").isEnabled()
    driver.go("image.previous")
    assert driver.parts.project.row == 1
    driver.trigger("image.toggle_flag")
    assert _listed(driver) == ["2", "4"], "the image on screen stays, though it no longer matches"
    driver.go("image.next")
    assert _listed(driver) == ["4"]
    driver.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert _listed(driver) == ["1", "2", "3", "4", "5"]
    driver.go("image.previous")
    assert driver.parts.project.row == 2


def test_the_image_on_screen_stays_in_a_list_it_does_not_match(driver: Driver) -> None:
    """A window that jumps away while one types loses the place."""
    _search(driver, "photo4")
    assert _listed(driver) == ["1", "4"]
    assert driver.parts.project.row == 0
    driver.go("image.next")
    assert driver.parts.project.row == 3 and _listed(driver) == ["4"]
    assert driver.window.focusWidget() is driver.canvas or driver.canvas.hasFocus()
    assert driver.window.findChild(QToolButton, "clearImageFilter").isVisibleTo(driver.window)  # type: ignore[union-attr]
    QTest.mouseClick(driver.window.findChild(QToolButton, "clearImageFilter"), Qt.MouseButton.LeftButton)
    assert len(_listed(driver)) == 5


def test_filters_that_need_the_annotations(driver: Driver, photos: Photos) -> None:
    """Whoever looks for images without annotations, or by how many, must not wait for a count of their own."""
    _accept_one(driver, photos)
    driver.go("image.next")
    _choose(driver, "imageCountFilter", "No annotation")
    driver.qtbot.waitUntil(lambda: _listed(driver) == ["2", "3", "4", "5"])
    _choose(driver, "imageCountFilter", "Any number")
    _choose(driver, "imageCategoryFilter", driver.parts.edits.categories[0].name)
    driver.qtbot.waitUntil(lambda: _listed(driver) == ["1", "2"])  # and the one on screen
    _choose(driver, "imageCategoryFilter", "Any category")
    driver.go("image.previous")
    (score,) = [a.score for a in driver.parts.edits.annotations]
    driver.go("image.next")
    for below, listed in ((score + 0.01, ["1", "2"]), (score - 0.01, ["2"])):  # the second is on screen
        number = _number(driver, "imageScoreFilter", "imageScoreBelow")
        number.setValue(round(below, 2))
        QTest.keyClick(number, Qt.Key.Key_Return)
        driver.qtbot.waitUntil(lambda listed=listed: _listed(driver) == listed)
    _choose(driver, "imageScoreFilter", "Any score")
    _choose(driver, "imageSort", "Annotations", "Descending")
    driver.qtbot.waitUntil(lambda: _listed(driver) == ["1", "2", "3", "4", "5"])
    _accept_one(driver, photos)
    assert driver.parts.project.walk_place == 1, "an image keeps its place while it is worked on"


def test_jumps(driver: Driver, photos: Photos) -> None:
    """Scrolling through thousands of images for the next new one is what a jump saves."""
    _accept_one(driver, photos)
    driver.key(Qt.Key.Key_End, CONTROL)
    driver.await_image()
    assert driver.parts.project.row == 4
    driver.trigger("image.toggle_flag")
    driver.key(Qt.Key.Key_D, SHIFT)
    driver.await_image()
    assert driver.parts.project.row == 1, "after the last comes the first that is new"
    driver.key(Qt.Key.Key_G, SHIFT)
    driver.await_image()
    assert driver.parts.project.row == 4
    driver.key(Qt.Key.Key_C, SHIFT)
    driver.qtbot.waitUntil(lambda: driver.parts.project.row == 0)
    driver.await_image()
    driver.key(Qt.Key.Key_C, SHIFT)
    assert driver.parts.project.row == 0 and "No other image" in driver.window.notice_bar.text
    driver.trigger("image.go_to")
    line = driver.window.findChild(QLineEdit, "goToImageLine")
    assert line is not None
    QTest.keyClicks(line, "photo3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    driver.await_image()
    assert driver.parts.project.row == 2


def test_note_and_tags_are_kept_and_taken_back(driver: Driver) -> None:
    """What somebody wrote on an image must be on disk, be found again, and be undone."""
    driver.trigger("image.edit_tags")
    tags, note = driver.window.findChild(QLineEdit, "imageTags"), driver.window.findChild(QPlainTextEdit, "imageNote")
    assert tags is not None and note is not None
    QTest.keyClicks(tags, "rain, night shift,rain")
    QTest.keyClicks(note, "ask Kim")
    QTest.keyClick(note, Qt.Key.Key_Return, CONTROL)
    store = driver.parts.project.store
    assert store is not None
    image = store.images()[0]
    assert (image.tags, image.note) == (("rain", "night shift"), "ask Kim")
    driver.go("image.next")
    _search(driver, "tag:night note:kim")
    assert _listed(driver) == ["1", "2"]
    with driver.qtbot.waitSignal(driver.window.image_ready):
        driver.trigger("edit.undo")
    assert store.images()[0].tags == () and driver.parts.project.row == 0
    assert not driver.window.findChildren(QDialog, "imageWordsDialog") or not any(
        d.isVisible() for d in driver.window.findChildren(QDialog, "imageWordsDialog")
    )


def test_the_filter_is_remembered_with_its_project(driver: Driver, tmp_path: Path, photos: Photos) -> None:
    """Whoever looks into another project for a moment comes back to the list as it was."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "photo9.png").write_bytes((photos[0] / "photo1.png").read_bytes())
    _search(driver, "photo4")
    driver.parts.opening.open(other)
    driver.qtbot.waitUntil(lambda: _listed(driver) == ["9"])
    assert driver.window.findChild(QLineEdit, "imageSearch").text() == ""  # type: ignore[union-attr]
    driver.parts.opening.open(photos[0])
    driver.qtbot.waitUntil(lambda: _listed(driver) == ["1", "4"])
    assert driver.window.findChild(QLineEdit, "imageSearch").text() == "photo4"  # type: ignore[union-attr]


def test_every_action_is_reached_by_a_key(driver: Driver) -> None:
    """Labelling is possible without the mouse."""
    ids = [spec.id for spec in ACTIONS if spec.id.startswith(("image.", "review."))]
    assert [action_id for action_id in ids if not driver.parts.keys.texts(action_id)] == []


def test_an_image_that_can_not_be_shown_can_be_flagged(driver: Driver, photos: Photos) -> None:
    """A broken file is what somebody else must look at."""
    (photos[0] / "photo2.png").write_bytes(b"no image")
    driver.trigger("image.next")
    driver.qtbot.waitUntil(lambda: driver.parts.images.message_action_id != "" or driver.parts.project.row == 1)
    driver.trigger("image.toggle_flag")
    assert _states(driver)[1] == ImageState.FLAGGED
    driver.trigger("image.toggle_flag")
    assert _states(driver)[1] == ImageState.NEW


def test_the_menu_of_an_image(driver: Driver) -> None:
    """A right click is where people look for what can be done with a thing."""
    view = driver.window.image_dock.view
    place = view.visualRect(view.model().index(2, 0)).center()
    with driver.qtbot.waitSignal(driver.window.image_ready):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    view.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    menu.close()
    assert {"image.toggle_done", "image.toggle_flag", "image.edit_note", "image.edit_tags"} <= set(names)
    assert driver.parts.project.row == 2
