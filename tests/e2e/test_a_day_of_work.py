"""A hundred objects on twenty photographs, by mouse and keys, then back to the start and forth again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hands import Driver, make_photo
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sam_annotator.core.records import ReviewState
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format

IMAGES = 20


class Annotator:
    """Works through the images, each in another way."""

    def __init__(self, driver: Driver, points: list[list[tuple[int, int]]]) -> None:
        self.driver, self.points = driver, points

    def annotate(self, number: int) -> None:
        """Make five objects, and edit them."""
        driver, points = self.driver, self.points[number]
        driver.trigger("tool.prompt")
        for k, (x, y) in enumerate(points[:3]):
            driver.key(Qt.Key(Qt.Key.Key_1 + (number + k) % 3))
            driver.click(x, y)
            if k == 1:
                driver.settle()
                driver.click(x + 3, y + 3, Qt.MouseButton.RightButton)
            driver.settle()
            driver.key(Qt.Key.Key_Return)
            driver.settle()
        x, y = points[3]
        driver.drag(max(x - 20, 1), max(y - 16, 1), x + 20, y + 16)  # a box
        driver.settle()
        driver.key(Qt.Key.Key_Return)
        driver.settle()
        self.polygon(points[4])
        assert len(driver.annotations) == 5
        self.paint(points[5])
        self.combine(number)

    def polygon(self, at: tuple[int, int]) -> None:
        """Draw a triangle."""
        driver, (x, y) = self.driver, at
        driver.trigger("prompt.clear")
        driver.trigger("tool.polygon")
        for corner in ((x - 12, y - 10), (x + 12, y - 8), (x, y + 11)):
            driver.click(*corner)
        driver.key(Qt.Key.Key_Return)

    def paint(self, at: tuple[int, int]) -> None:
        """Add a stroke to what is selected, and rub a hole into it."""
        driver, (x, y) = self.driver, at
        driver.trigger("tool.brush")
        driver.drag(x - 15, y, x + 15, y)
        driver.trigger("tool.eraser")
        driver.key(Qt.Key.Key_Comma)
        driver.drag(x - 2, y, x + 2, y)

    def combine(self, number: int) -> None:
        """Join, cut, split, clean up or take from others, in turn."""
        driver, edits = self.driver, self.driver.parts.edits
        ids = [a.id for a in edits.annotations]
        match number % 5:
            case 0:
                edits.select(ids[:2])
                driver.trigger("mask.join")
                driver.trigger("mask.split")
            case 1:
                edits.select(ids[2:4])
                driver.trigger("mask.union")
            case 2:
                edits.select(ids[-2:])
                driver.trigger("mask.subtract")
            case 3:
                edits.select(ids[:1])
                driver.trigger("mask.clean_up")
                driver.trigger("clean_up.apply")
            case _:
                edits.select(ids[:1])
                driver.trigger("annotation.duplicate")
                driver.trigger("annotation.toggle_occluded")
                driver.trigger("mask.take_from_others")
        if driver.parts.edits.selection:
            driver.key(Qt.Key.Key_3)
        driver.trigger("tool.select")
        driver.trigger("prompt.clear")
        driver.trigger("image.toggle_done")

    def review(self) -> None:
        """Accept and reject by keys, to the last image."""
        driver = self.driver
        driver.trigger("image.first")
        driver.qtbot.waitUntil(lambda: driver.parts.project.row == 0 and driver.action("view.fit").isEnabled())
        driver.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        place = driver.window.findChild(QLabel, "reviewPlace")
        assert place is not None
        for turn in range(30):
            driver.qtbot.waitUntil(lambda turn=turn: place.text().startswith(f"{turn + 1} of "))
            driver.await_image()
            driver.key(Qt.Key.Key_N if turn % 4 == 3 else Qt.Key.Key_Y)
        driver.key(Qt.Key.Key_Escape)


def test_everything_can_be_undone_and_done_again(tmp_path: Path, open_window: Callable[..., Driver]) -> None:
    """A day's work could not be taken back step by step, or would come back different."""
    photos = tmp_path / "photos"
    photos.mkdir()
    points = [make_photo(photos / f"{number:02}.png", number, (240, 320)) for number in range(IMAGES)]
    driver = open_window(photos)
    for name in ("cup", "leaf", "stone"):
        driver.parts.edits.add_category(name)
    annotator = Annotator(driver, points)
    start = exported(driver, tmp_path / "start.json")
    for number in range(IMAGES):
        annotator.annotate(number)
        if number + 1 < IMAGES:
            driver.go("image.next")
            driver.await_image()
    annotator.review()
    store = driver.parts.project.store
    assert store is not None
    done = exported(driver, tmp_path / "done.json")
    annotations = store.dataset().annotations
    assert len(annotations) >= 5 * IMAGES - IMAGES // 5
    assert {a.review for a in annotations} == set(ReviewState)
    rows = records(driver)

    stack = driver.parts.edits.undo_stack
    steps = stack.count()
    while stack.canUndo():
        driver.trigger("edit.undo")
    assert exported(driver, tmp_path / "undone.json") != done
    assert store.dataset().annotations == ()
    while stack.canRedo():
        driver.trigger("edit.redo")
    assert stack.count() == steps
    assert exported(driver, tmp_path / "redone.json") == done
    assert records(driver) == rows
    assert start != done


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
