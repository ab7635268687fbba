"""Filters, jumps, review and edits in an order that nobody thought of."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sam_annotator.core.records import ImageState
from sam_annotator.ui.docks.image_filter_bar import ImageFilterBar
from sam_annotator.ui.figure_keeper import FigureKeeper, read_figures
from sam_annotator.ui.models.image_filter import ImageFilter, ReviewFilter, SortKey

SEED, STEPS = 5, 300
Key = Qt.Key
_KEYS = (
    Key.Key_Y, Key.Key_N, Key.Key_Space, Key.Key_Backspace, Key.Key_Left, Key.Key_Right, Key.Key_X, Key.Key_S,
    Key.Key_I, Key.Key_R, Key.Key_Escape, Key.Key_D, Key.Key_A, Key.Key_Return,
)  # fmt: skip
_ACTIONS = (
    "review.toggle", "review.toggle", "edit.undo", "edit.undo", "edit.redo", "annotation.delete", "image.toggle_flag",
    "image.toggle_done", "image.next", "image.previous", "image.first", "image.last", "image.next_new",
    "image.next_flagged", "image.next_with_category", "image.clear_filter", "annotation.select_all",
)  # fmt: skip


def _any_filter(rng: random.Random) -> ImageFilter:
    return ImageFilter(
        text=rng.choice(("", "", "photo", "2", "tag:x")),
        states=frozenset(rng.sample(list(ImageState), rng.choice((0, 0, 1, 3)))),
        category_id=rng.choice((0, 0, 1)),
        count_low=rng.choice((0, 0, 1, 2)),
        count_high=rng.choice((None, None, 0)),
        review=rng.choice(list(ReviewFilter)) if rng.random() < 0.4 else ReviewFilter.ANY,
        sort=rng.choice(list(SortKey)),
        descending=rng.random() < 0.5,
    )


def _check(driver: Any) -> None:
    """The strip shows what the keys walk, the image on screen is in it, and the figures are those on disk."""
    project, model = driver.parts.project, driver.window.image_dock.model
    assert [model.image_at(row).id for row in range(model.rowCount())] == [project.images[i].id for i in project.walk]
    assert project.row < 0 or project.walk_place >= 0
    keeper = project.findChild(FigureKeeper)
    if keeper.figures is not None and not keeper.is_reading:
        stored = read_figures(project.store.project_dir)
        for name in ("image_ids", "annotation_ids", "category_ids", "reviews", "commented"):
            assert getattr(keeper.figures, name).tolist() == getattr(stored, name).tolist(), name
    has_some = project.store.annotation_counts()
    for image in project.store.images():
        assert image == project.image_of(image.id)
        if image.state in (ImageState.NEW, ImageState.IN_PROGRESS):
            assert (image.state == ImageState.IN_PROGRESS) == (image.id in has_some)


def test_list_review_and_file_agree(open_window: Callable[..., Any], photos: tuple[Path, dict[str, Any]]) -> None:
    """A review in a list that is out of step says of one mask what was meant for another."""
    folder, points = photos
    driver = open_window(folder)
    driver.parts.features.make()
    driver.qtbot.waitUntil(lambda: len(driver.parts.project.images) == 5)
    rng = random.Random(SEED)
    bar = driver.window.findChild(ImageFilterBar)
    for number in range(STEPS):
        match rng.randrange(10):
            case 0:
                wanted = _any_filter(rng)
                bar.set_filter(wanted)
                bar.changed.emit(wanted)
            case 1 | 2:
                action = driver.window.findChild(QAction, rng.choice(_ACTIONS))
                if action.isEnabled():
                    action.trigger()
            case 3 | 4 if driver.parts.edits.image is not None and driver.parts.tools.is_prompting:
                driver.click(*rng.choice(points[driver.parts.edits.image.name]))
                driver.settle()
                driver.key(Key.Key_Return)
                driver.settle()
            case 5 if "review" in driver.parts.features.facts:
                driver.key(Key.Key_C)
                line = QApplication.focusWidget()
                if line is not None and line.objectName() == "reviewComment":
                    QTest.keyClicks(line, rng.choice(("", "y n x")))
                    QTest.keyClick(line, rng.choice((Key.Key_Return, Key.Key_Escape)))
            case _:
                driver.key(rng.choice(_KEYS))
        if rng.random() < 0.3:
            driver.qtbot.wait(rng.randrange(20))
        if number % 20 == 19:
            driver.qtbot.wait(30)
            _check(driver)
    bar.clear()
    stack = driver.parts.edits.undo_stack
    assert stack.count() > 20
    while stack.canUndo():
        driver.parts.edits.undo()
    driver.qtbot.wait(30)
    _check(driver)
    assert driver.parts.project.store.annotation_counts() == {}
    assert {image.review for image in driver.parts.project.store.images()} == {""}
