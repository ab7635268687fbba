"""A hundred objects on twenty photographs, by mouse and keys alone, then back to the start and forth again.

Whatever is done here is a press of a button or a key on what has the focus; the program is only looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hands import Driver, make_photo
from key_hands import CONTROL, NO_KEYS, SHIFT, KeyHands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from sam_annotator.core.geometry import Point
from sam_annotator.core.records import ReviewState
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format
from sam_annotator.tools.base import OutlineFeedback
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.transfer import ExportDialog

IMAGES = 20
CATEGORIES = ("cup", "leaf", "stone")
Places = Sequence[tuple[float, float]]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Annotator:
    """Works through the images, each in another way."""

    def __init__(self, driver: Driver, points: list[list[tuple[int, int]]]) -> None:
        self.driver, self.points, self.hands = driver, points, KeyHands(driver)
        self.done: set[str] = set()

    # By hand

    def drag(self, places: Places, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press at the first place, and let go at the last."""
        canvas, at = self.driver.canvas, self.driver.at
        QTest.mousePress(canvas, LEFT, modifier, at(*places[0]))
        for (x0, y0), (x1, y1) in pairwise(places):
            for share in (0.5, 1.0):
                QTest.mouseMove(canvas, at(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
        QTest.mouseRelease(canvas, LEFT, modifier, at(*places[-1]))

    def expect(self, text: str) -> None:
        """See that the last step is the one that was meant."""
        assert self.driver.parts.edits.undo_stack.undoText() == text
        self.done.add(text)

    def select(self, *places: tuple[float, float]) -> None:
        """Select what lies at the places, by clicks."""
        self.hands.do("tool.select")
        for i, (x, y) in enumerate(places):
            self.driver.click(x, y, modifier=SHIFT if i else NO_KEYS)

    # Objects

    def annotate(self, number: int) -> None:
        """Make six objects, and edit them."""
        driver, hands, points = self.driver, self.hands, self.points[number]
        hands.do("tool.prompt")
        for k, (x, y) in enumerate(points[:3]):
            hands.do(f"category.{1 + (number + k) % 3}")
            driver.click(x, y)
            if k == 1:
                driver.settle()
                driver.click(x + 3, y + 3, Qt.MouseButton.RightButton)
            driver.settle()
            hands.do("prompt.accept")
            driver.settle()
        x, y = points[3]
        driver.drag(max(x - 20, 1), max(y - 16, 1), x + 20, y + 16)  # a box
        driver.settle()
        hands.do("prompt.accept")
        driver.settle()
        self.expect("Add annotation")
        self.polygon(points[4])
        self.lasso(points[5])
        assert len(driver.annotations) == 6
        self.paint(points[4])
        self.mend(points[5])
        self.combine(number, points)
        self.describe(number, points)

    def polygon(self, at: tuple[int, int]) -> None:
        """Draw a square, one corner of which is moved before it is applied."""
        driver, hands, (x, y) = self.driver, self.hands, at
        hands.do("prompt.clear")
        hands.do("tool.polygon")
        corners = ((x - 14, y - 12), (x + 14, y - 12), (x + 14, y + 12), (x - 20, y + 20))
        for corner in corners:
            driver.click(*corner)
        self.drag((corners[-1], (x - 14, y + 12)))
        hands.key(Key.Key_Return)
        self.expect("Add annotation")

    def lasso(self, at: tuple[int, int]) -> None:
        """Draw around a place."""
        x, y = at
        self.hands.do("prompt.clear")
        self.hands.do("tool.lasso")
        self.drag(((x - 15, y - 12), (x + 15, y - 12), (x + 15, y + 12), (x - 15, y + 12)))
        self.expect("Add annotation")

    def paint(self, at: tuple[int, int]) -> None:
        """Add a stroke to an object, rub a hole into it, and fill that again."""
        driver, hands, (x, y) = self.driver, self.hands, at
        hands.do("tool.brush")
        driver.click(x, y, modifier=CONTROL)
        self.drag(((x - 25, y), (x + 25, y)))
        self.expect("Paint")
        hands.do("tool.eraser")
        while driver.canvas.tool.radius > 4:  # type: ignore[attr-defined]
            hands.do("brush.smaller")
        self.drag(((x - 2, y), (x + 2, y)))
        self.expect("Paint")
        hands.do("tool.fill")
        driver.click(x, y)
        self.expect("Fill")
        hands.do("tool.brush")
        while driver.canvas.tool.radius < 10:  # type: ignore[attr-defined]
            hands.do("brush.larger")

    def mend(self, at: tuple[int, int]) -> None:
        """Drag a vertex of an object's outline."""
        driver, hands = self.driver, self.hands
        hands.do("tool.outline")
        driver.click(*at)
        shown = driver.canvas.tool.feedback
        assert isinstance(shown, OutlineFeedback)
        corner = Point(*shown.rings[0].vertices[0])
        self.drag((corner, (corner.x + 6, corner.y + 5)))
        hands.key(Key.Key_Return)
        self.expect("Edit outline")

    def combine(self, number: int, points: Places) -> None:
        """Join, cut, split, clean up or take from others, in turn."""
        hands = self.hands
        match number % 6:
            case 0:
                self.select(points[0], points[4])
                hands.do("mask.join")
                self.expect("Join annotations")
                hands.do("mask.split")
                self.expect("Split into parts")
            case 1:
                self.select(points[4], points[5])
                hands.do("mask.union")
                self.expect("Add masks")
            case 2:
                self.select(points[4], points[5])
                hands.do("mask.union")
                self.select(points[4], points[5])
                hands.do("mask.intersect")
                self.expect("Keep the overlap")
            case 3:
                self.select(points[5])
                hands.do("mask.clean_up")
                hands.key(Key.Key_Tab, SHIFT)
                for words in ("0", "0", "2", "3"):  # islands, holes, smooth, grow
                    hands.key(Key.Key_Tab)
                    hands.type(words)
                hands.key(Key.Key_Return)
                self.driver.qtbot.waitUntil(lambda: self.driver.parts.edits.undo_stack.undoText() == "Clean up")
                self.expect("Clean up")
            case 4:
                self.select(points[5])
                hands.do("annotation.duplicate")
                hands.do("mask.take_from_others")
                self.expect("Take from the others")
            case _:
                self.select(points[4], points[5])
                hands.do("mask.union")
                self.select(points[4], points[5])
                hands.do("mask.subtract")
                self.expect("Cut masks out")

    def describe(self, number: int, points: Places) -> None:
        """Say what there is to say of an object, lock or hide another, and end the image."""
        hands = self.hands
        self.select(points[5])
        hands.do("category.3")
        hands.do("annotation.toggle_occluded")
        if number % 3 == 0:
            hands.do("annotation.edit_note")
            hands.type(f"number {number}")
            hands.key(Key.Key_Return)
        self.select(points[4])
        hands.do("annotation.toggle_lock" if number % 2 else "annotation.to_top")
        hands.do("prompt.clear")
        hands.do("image.toggle_done")

    # All of it

    def review(self) -> None:
        """Accept and reject by keys, with a comment now and then."""
        driver, hands = self.driver, self.hands
        hands.do("image.first")
        driver.qtbot.waitUntil(lambda: driver.parts.project.row == 0 and driver.action("view.fit").isEnabled())
        hands.do("review.toggle")
        place = driver.window.findChild(QLabel, "reviewPlace")
        assert place is not None
        for turn in range(30):
            driver.qtbot.waitUntil(lambda turn=turn: place.text().startswith(f"{turn + 1} of "))
            driver.await_image()
            if turn % 8 == 7:
                hands.do("review.comment")
                hands.type(f"look again at {turn}")
                hands.key(Key.Key_Return)
            hands.key(Key.Key_N if turn % 4 == 3 else Key.Key_Y)
        hands.do("review.leave")

    def export(self, out: Path) -> bytes:
        """Write a COCO file by the window's dialog."""
        driver, hands = self.driver, self.hands
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
        return out.read_bytes()


@pytest.fixture
def annotator(tmp_path: Path, open_window: Callable[..., Driver]) -> Annotator:
    """Somebody before twenty photographs and three categories, which were typed."""
    photos = tmp_path / "photos"
    photos.mkdir()
    points = [make_photo(photos / f"{number:02}.png", number, (240, 320)) for number in range(IMAGES)]
    driver = open_window(photos)
    driver.parts.features.make()
    driver.window.activateWindow()
    driver.canvas.setFocus()
    driver.qtbot.waitUntil(driver.canvas.hasFocus)
    driver.qtbot.waitUntil(lambda: all(image.is_probed for image in driver.parts.project.images))
    return Annotator(driver, points)


def test_everything_can_be_undone_and_done_again(annotator: Annotator, tmp_path: Path) -> None:
    """A day's work could not be taken back step by step, or would come back different."""
    driver, hands = annotator.driver, annotator.hands
    start = exported(driver, tmp_path / "start.json")
    new = driver.window.findChild(QLineEdit, "newCategory")
    assert new is not None
    hands.tab_to(new)
    for name in CATEGORIES:
        hands.type(name)
        hands.key(Key.Key_Return)
    hands.key(Key.Key_Escape)
    for number in range(IMAGES):
        annotator.annotate(number)
        if number + 1 < IMAGES:
            hands.go("image.next")
    annotator.review()
    store = driver.parts.project.store
    assert store is not None
    done = annotator.export(tmp_path / "done.json")
    annotations = store.dataset().annotations
    assert len(annotations) >= 100
    assert len(annotator.done) == 11
    assert {a.review for a in annotations} == set(ReviewState) and any(a.comment for a in annotations)
    assert any(a.note for a in annotations) and any(a.locked for a in annotations)
    rows = records(driver)

    stack = driver.parts.edits.undo_stack
    steps = stack.count()
    assert steps > 300
    while stack.canUndo():
        hands.do("edit.undo")
    assert exported(driver, tmp_path / "undone.json") == start
    assert store.dataset().annotations == ()
    while stack.canRedo():
        hands.do("edit.redo")
    assert stack.count() == steps
    driver.await_image()
    assert annotator.export(tmp_path / "redone.json") == done
    assert records(driver) == rows


def exported(driver: Driver, path: Path) -> bytes:
    """Return the project as a COCO file."""
    store = driver.parts.project.store
    assert store is not None
    get_format("coco").write(store.dataset(), path, ExportOptions())
    return path.read_bytes()


def records(driver: Driver) -> object:
    """Return everything that is kept of images and annotations."""
    store = driver.parts.project.store
    assert store is not None
    dataset = store.dataset()
    return dataset.annotations, [(i.id, i.state, i.review, i.note, i.tags) for i in dataset.images]
