"""The review: annotation by annotation and image by image, by keys alone, in the whole window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from sam_annotator.core.image_io import probe_image
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, ReviewState
from sam_annotator.store.store import Store

if TYPE_CHECKING:
    from hands import Driver

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., "Driver"]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE, ACCEPTED, REJECTED = ReviewState.NONE, ReviewState.ACCEPTED, ReviewState.REJECTED


@pytest.fixture
def driver(open_window: Open, photos: Photos) -> Driver:
    """Five photographs; two annotations in the first, none in the second, one in the third, two in the fourth."""
    folder, _points = photos
    with Store.create(folder, folder, category_names=["block"]) as store:
        images = store.add_images(sorted(path.name for path in folder.glob("*.png")))
        store.set_probes([(image.id, probe_image(folder / image.file_name)) for image in images])
        for row, count in ((0, 2), (2, 1), (3, 2)):
            for i in range(count):
                pixels = np.zeros((120, 160), np.bool_)
                pixels[10 + 40 * i : 30 + 40 * i, 20:50] = True
                store.add_annotation(Annotation(0, images[row].id, 1, Mask.from_array(pixels), score=0.9))
    driver = open_window(folder)
    driver.parts.features.make()
    return driver


def _begin(driver: Driver) -> None:
    driver.key(Key.Key_R, CONTROL)
    driver.qtbot.waitUntil(lambda: _place(driver)[:1].isdigit())


def _place(driver: Driver) -> str:
    label = driver.window.findChild(QLabel, "reviewPlace")
    assert label is not None
    return label.text()


def _sums(driver: Driver) -> str:
    label = driver.window.findChild(QLabel, "reviewSums")
    assert label is not None
    return label.text()


def _at(driver: Driver, place: str) -> None:
    driver.qtbot.waitUntil(lambda: _place(driver) == place)
    driver.await_image()


def _reviews(driver: Driver) -> list[str]:
    store = driver.parts.project.store
    assert store is not None
    return [str(a.review) for image in store.images() for a in store.annotations(image.id)]


def test_a_whole_review_by_keys(driver: Driver) -> None:
    """A thousand annotations are reviewed with one hand on the keys, or not at all."""
    _begin(driver)
    _at(driver, "1 of 5")
    driver.key(Key.Key_Y)
    _at(driver, "2 of 5")
    driver.key(Key.Key_N)
    _at(driver, "3 of 5")
    assert driver.parts.project.row == 2, "an image without annotations is passed over"
    driver.key(Key.Key_Space)
    _at(driver, "4 of 5")
    driver.key(Key.Key_Return)
    _at(driver, "5 of 5")
    driver.key(Key.Key_Left)
    _at(driver, "3 of 5")  # what is reviewed is passed over
    driver.key(Key.Key_S)
    driver.key(Key.Key_Backspace)
    _at(driver, "2 of 5")
    assert _sums(driver) == "2 accepted, 1 rejected"
    assert _reviews(driver) == ["accepted", "rejected", "", "accepted", ""]
    driver.key(Key.Key_Escape)
    assert driver.parts.tools.tool_id == "tool.prompt" and not driver.parts.features.checked & {"review.toggle"}


def test_each_word_is_one_step_that_can_be_undone(driver: Driver) -> None:
    """A key pressed too fast must be taken back where it was pressed."""
    _begin(driver)
    _at(driver, "1 of 5")
    driver.key(Key.Key_Y)
    _at(driver, "2 of 5")
    driver.key(Key.Key_N)
    _at(driver, "3 of 5")
    driver.key(Key.Key_Z, CONTROL)
    _at(driver, "2 of 5")
    assert _reviews(driver)[:2] == ["accepted", ""]
    driver.key(Key.Key_Z, CONTROL)
    _at(driver, "1 of 5")
    driver.key(Key.Key_Y, CONTROL)
    driver.qtbot.waitUntil(lambda: _reviews(driver)[0] == "accepted")


def test_a_comment_is_typed_and_kept(driver: Driver) -> None:
    """The annotator must read what is wrong; letters typed must not accept or reject."""
    _begin(driver)
    _at(driver, "1 of 5")
    driver.key(Key.Key_C)
    line = driver.window.findChild(QLineEdit, "reviewComment")
    assert line is not None and QApplication.focusWidget() is line
    QTest.keyClicks(line, "any edge, yes")
    QTest.keyClick(line, Key.Key_Return)
    assert driver.canvas.hasFocus()
    first = driver.parts.edits.annotations[0]
    assert first.comment == "any edge, yes" and first.review == NONE
    driver.key(Key.Key_C)
    QTest.keyClicks(line, "other")
    QTest.keyClick(line, Key.Key_Escape)
    assert driver.parts.edits.annotations[0].comment == "any edge, yes" and line.text() == "any edge, yes"
    model = driver.window.annotation_dock.model
    assert "any edge" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    driver.trigger("edit.undo")
    assert driver.parts.edits.annotations[0].comment == ""


def test_a_comment_has_the_room_that_is_free(driver: Driver) -> None:
    """A sentence of which three words are seen, beside an empty half of the bar, can't be checked before Enter."""
    driver.window.resize(1400, 900)
    _begin(driver)
    _at(driver, "1 of 5")
    driver.key(Key.Key_C)
    line = driver.window.findChild(QLineEdit, "reviewComment")
    words = "the left edge is cut off by the helmet"
    QTest.keyClicks(line, words)
    assert line.width() >= line.fontMetrics().horizontalAdvance(words) + 16
    QTest.keyClicks(line, ", and more than a line can hold, " * 4)
    QTest.keyClick(line, Key.Key_Return)
    assert line.cursorPosition() == 0  # it is read from its beginning


def test_a_review_leaves_a_narrow_window_as_it_is(driver: Driver) -> None:
    """A window that grows by itself is cut by the edge of the screen, or covers what stands beside it."""
    driver.window.resize(880, 600)
    width = driver.window.width()
    _begin(driver)
    _at(driver, "1 of 5")
    bar = driver.window.findChild(QWidget, "reviewBar")
    assert driver.window.width() == width
    shown = [w for w in bar.findChildren(QWidget) if w.isVisible() and w.parentWidget() is bar]
    assert all(bar.rect().contains(w.geometry()) for w in shown)
    icon = next(w for w in shown if isinstance(w, QLabel) and not w.pixmap().isNull())
    assert icon.toolTip() == "Not reviewed"


def test_fix_and_back(driver: Driver) -> None:
    """What is nearly right is put right at once, not in a second round."""
    _begin(driver)
    _at(driver, "1 of 5")
    shown = driver.parts.edits.annotations[0].id
    driver.key(Key.Key_X)
    assert driver.parts.tools.tool_id == "tool.prompt" and driver.parts.edits.selection == {shown}
    driver.key(Key.Key_Y)
    assert _reviews(driver)[0] == "", "the review's keys rest meanwhile"
    driver.key(Key.Key_X)
    assert driver.parts.tools.tool_id == "tool.select" and driver.parts.edits.selection == {shown}
    driver.key(Key.Key_Y)
    _at(driver, "2 of 5")


def test_clicks_of_a_fix_are_kept_on_the_way_back(driver: Driver, photos: Photos) -> None:
    """Whoever forgets Enter would lose the fix, and accept the mask that was wrong."""
    _begin(driver)
    _at(driver, "1 of 5")
    before = driver.parts.edits.annotations[0]
    driver.key(Key.Key_X)
    driver.click(*photos[1]["photo1.png"][4])
    driver.settle()
    seen = driver.draft
    assert seen is not None
    driver.key(Key.Key_X)
    after = driver.parts.edits.annotations[0]
    assert driver.draft is None and driver.parts.edits.selection == {before.id}
    assert after.id == before.id and after.mask != before.mask and (after.mask.to_array() == seen).all()
    driver.key(Key.Key_Y)
    _at(driver, "2 of 5")
    driver.trigger("edit.undo")
    driver.trigger("edit.undo")
    assert driver.parts.edits.stored(before.id) == before


def test_what_is_reviewed_is_close(driver: Driver) -> None:
    """A mask of ten pixels can't be judged in a photograph of four thousand."""
    _begin(driver)
    _at(driver, "1 of 5")
    box = driver.parts.edits.annotations[0].mask.bbox_xywh
    middle = driver.canvas.map_from_image(box[0] + box[2] / 2, box[1] + box[3] / 2)
    assert (middle - driver.canvas.rect().center()).manhattanLength() <= 4
    assert driver.canvas.view.scale > driver.canvas.view.fit_scale


def test_image_by_image(driver: Driver) -> None:
    """Small images with many objects are judged as a whole."""
    _begin(driver)
    driver.key(Key.Key_I)
    _at(driver, "Image 1 of 5")
    driver.key(Key.Key_N)
    _at(driver, "Image 2 of 5")
    driver.key(Key.Key_C)
    line = driver.window.findChild(QLineEdit, "reviewComment")
    assert line is not None
    QTest.keyClicks(line, "no block?")
    QTest.keyClick(line, Key.Key_Return)
    driver.key(Key.Key_Y)
    _at(driver, "Image 3 of 5")
    store = driver.parts.project.store
    assert store is not None
    assert [(i.review, i.comment) for i in store.images()[:2]] == [(REJECTED, ""), (ACCEPTED, "no block?")]
    driver.trigger("edit.undo")
    _at(driver, "Image 2 of 5")
    assert store.images()[1].review == NONE


def test_the_review_follows_the_filter(driver: Driver) -> None:
    """Whoever reviews a part of the images must not be led out of it."""
    driver.trigger("image.search")
    line = driver.window.findChild(QLineEdit, "imageSearch")
    assert line is not None
    QTest.keyClicks(line, "photo4")
    QTest.keyClick(line, Key.Key_Return)
    driver.go("image.next")
    _begin(driver)
    _at(driver, "1 of 2")
    driver.key(Key.Key_Y)
    _at(driver, "2 of 2")
    driver.key(Key.Key_Y)
    assert _reviews(driver) == ["", "", "", "accepted", "accepted"]
    driver.key(Key.Key_Space)
    assert driver.parts.project.row == 3 and driver.window.notice_bar.text


def test_the_list_stands_still_while_it_is_reviewed(driver: Driver) -> None:
    """Whoever reviews what is not reviewed yet must be able to go back to what was said a moment ago."""
    button = driver.window.findChild(QToolButton, "imageReviewFilter")
    assert button is not None
    button.menu().aboutToShow.emit()
    next(action for action in button.menu().actions() if action.text() == "Annotations not reviewed").trigger()
    driver.qtbot.waitUntil(lambda: len(driver.parts.project.walk) == 3)
    _begin(driver)
    for place in ("1 of 5", "2 of 5"):
        _at(driver, place)
        driver.key(Key.Key_Y)
    _at(driver, "3 of 5")
    driver.key(Key.Key_S)
    driver.key(Key.Key_Left)
    _at(driver, "2 of 5")
    driver.key(Key.Key_Right)
    _at(driver, "3 of 5")
    driver.key(Key.Key_Escape)
    assert len(driver.parts.project.walk) == 2, "then the list is what matches"


def test_another_image_by_its_key_and_a_deleted_annotation(driver: Driver) -> None:
    """The other keys go on working, and the review goes on where they led."""
    _begin(driver)
    _at(driver, "1 of 5")
    driver.trigger("annotation.delete")
    driver.qtbot.waitUntil(lambda: _place(driver) == "- of 4")
    driver.key(Key.Key_Y)
    assert _reviews(driver) == ["", "", "", ""], "nothing is on screen that could be accepted"
    driver.key(Key.Key_Space)
    _at(driver, "1 of 4")
    driver.key(Key.Key_End, CONTROL)
    driver.await_image()
    driver.go("image.previous")
    _at(driver, "3 of 4")


def test_the_key_sheet_lists_the_reviews_keys(driver: Driver) -> None:
    """Keys that nobody finds are not used."""
    for action_id, key in (("review.accept", "Y"), ("review.reject", "N"), ("review.comment", "C")):
        assert key in driver.parts.keys.texts(action_id)
