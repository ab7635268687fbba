"""From the first start to an exported file without a mouse: labelling, mending, naming, reviewing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hands import Driver
from key_hands import CONTROL, SHIFT, KeyHands
from pycocotools.coco import COCO
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from sam_annotator.core.records import ImageState, ReviewState
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.transfer import ExportDialog

Key = Qt.Key


class NoMouse(QObject):
    """Notes every press of a mouse's button in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel) and event.spontaneous():
            self.pressed.append(watched)
        return False


@pytest.fixture
def hands(open_window: Callable[..., Driver]) -> Any:
    """A window at its first page."""
    watch = NoMouse()
    driver = open_window(None, wait=False)
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    yield KeyHands(driver)
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]
    assert not watch.pressed


def open_demo(hands: KeyHands) -> None:
    """Come to the demo from the first page."""
    driver = hands.driver
    driver.window.activateWindow()
    driver.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    demo = driver.window.findChild(QPushButton, "welcome-file.demo")
    assert demo is not None
    hands.tab_to(demo)
    with driver.qtbot.waitSignal(driver.window.image_ready):
        hands.key(Key.Key_Space)
    driver.await_image()
    driver.parts.features.make()


def label(hands: KeyHands) -> None:
    """A person, by two clicks; mended by brush and eraser, cleaned up, and said what there is to say of it."""
    driver = hands.driver
    hands.do("category.1")
    hands.do("view.keyboard_cursor")
    hands.steer(220, 120)
    hands.key(Key.Key_Return)
    driver.settle()
    hands.steer(20, 20)
    hands.key(Key.Key_Return, SHIFT)
    driver.settle()
    assert driver.draft is not None and driver.parts.session.click_count == 2
    hands.do("edit.undo")
    driver.settle()
    assert driver.parts.session.click_count == 1
    seen = driver.draft
    hands.do("tool.brush")
    hands.drag((220, 120), (300, 400))
    (person,) = driver.parts.edits.annotations
    assert person.mask.contains(299, 399) and (person.mask.to_array() | ~seen).all()
    hands.do("tool.eraser")
    for _ in range(4):
        hands.do("brush.smaller")
    hands.drag((300, 400), (302, 400))
    assert not driver.annotations[0][400, 301]
    hands.do("mask.clean_up")
    hands.key(Key.Key_Tab)  # from islands to holes
    hands.type("500")
    hands.key(Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.parts.edits.undo_stack.undoText() == "Clean up")
    assert driver.annotations[0][400, 301]
    hands.do("annotation.toggle_occluded")
    hands.do("annotation.edit_note")
    hands.type("a smile")
    hands.key(Key.Key_Return)
    assert hands.focus is driver.canvas
    hands.do("image.toggle_done")


def draw(hands: KeyHands) -> None:
    """On the next image two polygons of a new category, one cut out of the other."""
    driver = hands.driver
    hands.go("image.next")
    new = driver.window.findChild(QLineEdit, "newCategory")
    assert new is not None
    hands.tab_to(new)
    hands.type("sign")
    hands.key(Key.Key_Return)
    hands.key(Key.Key_Escape)
    assert driver.parts.edits.categories[-1].name == "sign" and hands.focus is driver.canvas
    hands.do("tool.polygon")
    for x0, y0, x1, y1 in ((40, 40, 240, 200), (120, 100, 320, 300)):
        while driver.canvas.keyboard_cursor.is_shown or driver.parts.edits.selection:
            hands.key(Key.Key_Escape)  # else the next would be added to what is selected
        hands.do("view.keyboard_cursor")
        for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)):
            hands.steer(*corner)
            hands.key(Key.Key_Return)
        hands.key(Key.Key_Return, CONTROL)
    first, second = driver.parts.edits.annotations
    hands.do("tool.select")
    hands.steer(60, 60)
    hands.key(Key.Key_Return)
    hands.steer(300, 280)
    hands.key(Key.Key_Return, SHIFT)
    assert driver.parts.edits.selection == {first.id, second.id}
    hands.do("mask.subtract")
    planes = first.mask.to_array(), second.mask.to_array()
    assert np.array_equal(driver.annotations[0], planes[0] & ~planes[1]) and (planes[0] & planes[1]).any()
    assert np.array_equal(driver.annotations[1], planes[1])
    assert not driver.action("annotation.toggle_crowd").shortcuts()
    hands.do_by_name("crowd region")  # what has no key
    assert driver.parts.edits.annotations[0].iscrowd


def review(hands: KeyHands) -> None:
    """Accept what is right; reject with a comment what is not."""
    driver = hands.driver
    hands.go("image.first")
    hands.do("review.toggle")
    place = driver.window.findChild(QLabel, "reviewPlace")
    assert place is not None
    for turn, key in enumerate((Key.Key_Y, Key.Key_N, Key.Key_Y), start=1):
        driver.qtbot.waitUntil(lambda turn=turn: place.text().startswith(f"{turn} of "))
        driver.await_image()
        if key == Key.Key_N:
            hands.do("review.comment")
            hands.type("too wide")
            hands.key(Key.Key_Return)
        hands.key(key)
    hands.do("review.leave")


def export(hands: KeyHands, out: Path) -> None:
    """Write a COCO file by the dialog, and close the report."""
    driver = hands.driver
    hands.do("file.export")
    driver.qtbot.waitUntil(lambda: isinstance(hands.focus.window(), ExportDialog))
    line = hands.focus.window().findChild(QLineEdit, "exportPath")
    assert line is not None
    hands.tab_to(line)
    hands.key(Key.Key_A, CONTROL)
    hands.type(str(out))
    hands.key(Key.Key_Return)
    driver.qtbot.waitUntil(lambda: isinstance(hands.focus.window(), ReportDialog))
    hands.key(Key.Key_Escape)


def test_from_the_first_page_to_a_file(hands: KeyHands, tmp_path: Path) -> None:
    """Who can't use a mouse would be stuck at some step of the work, and the steps before it were for nothing."""
    open_demo(hands)
    label(hands)
    draw(hands)
    review(hands)
    export(hands, tmp_path / "out.json")
    driver = hands.driver
    assert driver.parts.project.store is not None
    dataset = driver.parts.project.store.dataset()
    assert dataset.images[0].state == ImageState.DONE
    assert [a.review for a in dataset.annotations] == [
        ReviewState.ACCEPTED, ReviewState.REJECTED, ReviewState.ACCEPTED,
    ]  # fmt: skip
    assert dataset.annotations[1].comment == "too wide"
    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert written["annotations"][0]["attributes"] == {"occluded": True, "note": "a smile"}
    coco = COCO(str(tmp_path / "out.json"))
    for annotation in dataset.annotations:
        assert np.array_equal(coco.annToMask(coco.anns[annotation.id]), annotation.mask.to_array())
