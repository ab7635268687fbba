"""Comparing in the real window: from another annotator's project to what is exported."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from compare_hands import (
    THEIRS,
    await_kinds,
    choose,
    compare,
    feature,
    kinds,
    listed,
    make_project,
    make_projects,
    notice,
    on_image,
    stored,
)
from gates import Gate, hold_elsewhere
from mask_hands import block, exported
from pycocotools.coco import COCO
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QPushButton, QTableView

from sam_annotator.core.comparison import Difference
from sam_annotator.core.mask import Mask
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.coco import CocoFormat
from sam_annotator.store.store import Store
from sam_annotator.ui import comparing
from sam_annotator.ui.docks.compare_dock import CompareDock
from sam_annotator.ui.edit_controller import EditController

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


@pytest.fixture
def projects(photos: Photos, tmp_path: Path) -> tuple[Path, Path]:
    """Ours, and another annotator's of the same photographs: masks and a category differ, and each has one alone."""
    return make_projects(tmp_path, photos[0])


ALL = (Difference.ONLY_THEIRS, Difference.ONLY_OURS, Difference.CATEGORY, Difference.MASK, Difference.MASK)


def press(driver: Driver, dock: CompareDock, action_id: str) -> None:
    """Press a button of the panel."""
    button = dock.findChild(QPushButton, f"button.{action_id}")
    assert button is not None and button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_worst_first_and_theirs_taken(open_window: Open, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """The whole way: load, jump to the worst by key, take theirs, take that back, and what is exported is that."""
    ours, theirs = projects
    before = (theirs / "sam-annotator.sqlite").read_bytes()
    driver = open_window(ours)
    dock = compare(driver, theirs)
    await_kinds(driver, dock, *ALL)
    assert dock.isVisible()
    start = exported(driver, tmp_path)
    dock.tabs.setCurrentIndex(1)

    driver.key(Qt.Key.Key_F4)
    on_image(driver, "photo4.png")
    fitted = driver.canvas.scale
    assert driver.canvas.second.selected()[0].mask == Mask.from_array(THEIRS["photo4.png"][0][1])
    press(driver, dock, "compare.take_theirs")
    await_kinds(driver, dock, *ALL[1:])
    assert {c.name for c in driver.parts.edits.categories} == {"car", "dog", "tree"}
    on_image(driver, "photo3.png")  # the next one, which they don't have
    assert driver.parts.edits.only_selected is not None and driver.canvas.scale > 0
    driver.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await_kinds(driver, dock, *ALL[2:])
    on_image(driver, "photo2.png")
    press(driver, dock, "compare.take_theirs")
    await_kinds(driver, dock, *ALL[3:])
    press(driver, dock, "compare.take_theirs")
    press(driver, dock, "compare.take_theirs")
    driver.qtbot.waitUntil(lambda: dock.differences.model.rowCount() == 0)
    assert not driver.action("compare.next").isEnabled() and fitted > 0

    assert stored(ours) == stored(theirs)
    driver.qtbot.waitUntil(lambda: dock.by_category.index(0, 1).data() == "1.000")
    out = tmp_path / "taken.json"
    CocoFormat().write(driver.parts.project.store.dataset(), out, ExportOptions())
    coco = COCO(str(out))
    areas = {coco.loadImgs(a["image_id"])[0]["file_name"]: [] for a in coco.dataset["annotations"]}
    for a in coco.dataset["annotations"]:
        areas[coco.loadImgs(a["image_id"])[0]["file_name"]].append(coco.annToMask(a).astype(bool))
    for name, found in THEIRS.items():
        assert sorted(m.sum() for m in areas[name]) == sorted(pixels.sum() for _, pixels in found)

    for _ in range(5):
        driver.trigger("edit.undo")
    await_kinds(driver, dock, *ALL)
    on_image(driver, "photo4.png")  # what was changed first, and taken back last
    assert exported(driver, tmp_path) == start
    for _ in range(5):
        driver.trigger("edit.redo")
    driver.qtbot.waitUntil(lambda: dock.differences.model.rowCount() == 0)
    assert stored(ours) == stored(theirs)
    assert (theirs / "sam-annotator.sqlite").read_bytes() == before
    driver.close()
    again = open_window(ours)
    assert stored(ours) == stored(theirs) and feature(again).facts == frozenset()


def test_ours_and_both_are_kept(open_window: Open, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """What was looked at and is fine must not come up again; where both are right, both stay, and undo is exact."""
    driver = open_window(projects[0])
    dock = compare(driver, projects[1])
    start = exported(driver, tmp_path)
    dock.tabs.setCurrentIndex(1)
    driver.key(Qt.Key.Key_F4)
    on_image(driver, "photo4.png")
    press(driver, dock, "compare.keep_ours")
    await_kinds(driver, dock, *ALL[1:])
    on_image(driver, "photo3.png")
    assert exported(driver, tmp_path) == start and not driver.parts.edits.undo_stack.count()
    dock.differences.seen.click()
    await_kinds(driver, dock, *ALL)
    dock.differences.seen.click()
    press(driver, dock, "compare.keep_both")  # it stays: they have nothing
    await_kinds(driver, dock, *ALL[2:])
    on_image(driver, "photo2.png")
    press(driver, dock, "compare.keep_both")
    await_kinds(driver, dock, *ALL[3:])
    assert stored(projects[0])["photo2.png"] == [("car", 1600), ("dog", 1600), ("dog", 1600)]
    driver.trigger("edit.undo")
    await_kinds(driver, dock, *ALL[2:])
    assert exported(driver, tmp_path) == start
    driver.trigger("edit.redo")
    await_kinds(driver, dock, *ALL[3:])


def test_numbers_follow_edits(open_window: Open, projects: tuple[Path, Path]) -> None:
    """Figures of before the edit would tell that work was in vain."""
    driver = open_window(projects[0])
    dock = compare(driver, projects[1])
    driver.trigger("compare.next")
    on_image(driver, "photo4.png")
    driver.trigger("compare.next")
    on_image(driver, "photo3.png")
    driver.trigger("annotation.delete")  # what only we have is selected
    await_kinds(driver, dock, ALL[0], *ALL[2:])
    driver.trigger("edit.undo")
    await_kinds(driver, dock, *ALL)
    car, dog = (c.id for c in driver.parts.edits.categories)
    driver.parts.edits.merge_categories(dog, car)  # it is in many images
    await_kinds(driver, dock, *ALL[:3], Difference.CATEGORY, Difference.MASK)
    driver.trigger("edit.undo")
    await_kinds(driver, dock, *ALL)


CELLS = [("cell", block(x, y, x + 3, y + 3)) for x in range(0, 160, 4) for y in range(0, 120, 4)]


def compare_cells(
    open_window: Open, photos: Photos, folder: Path, ours: int, theirs: int
) -> tuple[Driver, CompareDock, EditController]:
    """Compare a first image on which both have too many annotations to be compared at once, and a second with one."""
    for name, count in (("ours", ours), ("theirs", theirs)):
        objects = {"photo1.png": CELLS[:count], "photo2.png": CELLS[:1]}
        make_project(folder / name, photos[0], objects, ("cell",))
    driver = open_window(folder / "ours")
    dock = compare(driver, folder / "theirs")
    on_image(driver, "photo1.png")
    kind = Difference.ONLY_OURS if ours > theirs else Difference.ONLY_THEIRS
    await_kinds(driver, dock, *[kind] * abs(ours - theirs))
    return driver, dock, driver.parts.edits


def test_an_image_of_very_many_is_compared_while_the_window_goes_on(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each decision about one of thousands of cells would hold the window for seconds, or the list would lag behind."""
    gate = Gate()
    driver, dock, edits = compare_cells(open_window, photos, tmp_path, len(CELLS), len(CELLS) - 300)
    before = exported(driver, tmp_path)
    hold_elsewhere(monkeypatch, comparing, "compare_image", gate)
    gate.shut()
    driver.trigger("compare.take_image")
    driver.qtbot.waitUntil(lambda: gate.is_holding)
    assert len(edits.annotations) == len(CELLS) - 300
    driver.trigger("edit.undo")  # while it is compared
    assert exported(driver, tmp_path) == before
    gate.open()
    driver.qtbot.waitUntil(lambda: gate.entered == 2 and not feature(driver).is_comparing)
    await_kinds(driver, dock, *[Difference.ONLY_OURS] * 300)
    driver.trigger("edit.redo")
    await_kinds(driver, dock)
    assert not gate.gave_up


def test_what_was_taken_is_not_taken_twice(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list lags behind an image of very many: a second click would add every object once more, and nobody sees."""
    gate, missing = Gate(), [Difference.ONLY_THEIRS] * 100
    driver, dock, edits = compare_cells(open_window, photos, tmp_path, len(CELLS) - 100, len(CELLS))
    hold_elsewhere(monkeypatch, comparing, "compare_image", gate)
    gate.shut()

    def took_once() -> bool:
        return len(edits.annotations) == len(CELLS) and edits.undo_stack.count() == 1

    driver.trigger("compare.take_image")
    driver.trigger("compare.take_image")
    gate.await_call(driver.qtbot)
    assert kinds(dock) == missing and took_once()
    driver.window.notice_bar.clear()
    driver.trigger("compare.take_image")
    assert "no difference on this image" in notice(driver) and took_once()
    driver.trigger("compare.next")
    for action in ("compare.take_theirs", "compare.keep_both", "compare.take_kind", "compare.both_image"):
        driver.trigger(action)
        assert took_once(), action
    driver.trigger("edit.undo")
    assert len(edits.annotations) == len(CELLS) - 100
    driver.trigger("compare.take_image")  # what was taken back can be taken
    assert took_once()
    driver.trigger("edit.undo")
    driver.trigger("edit.redo")
    driver.trigger("compare.take_image")
    assert took_once()
    gate.open()
    await_kinds(driver, dock)
    assert stored(tmp_path / "ours") == stored(tmp_path / "theirs")
    driver.trigger("edit.undo")
    await_kinds(driver, dock, *missing)
    driver.trigger("compare.take_image")
    await_kinds(driver, dock)
    assert took_once() and not gate.gave_up


@pytest.mark.parametrize("by", ["cancel", "another file"])
def test_what_a_job_left_undone_is_made_good(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    """An image whose comparing was cancelled, or given up for a file that can't be read, would show old figures on."""
    gate = Gate()
    driver, dock, _edits = compare_cells(open_window, photos, tmp_path, len(CELLS), len(CELLS) - 300)
    hold_elsewhere(monkeypatch, comparing, "compare_image", gate)
    gate.shut()
    driver.trigger("compare.take_image")
    driver.qtbot.waitUntil(lambda: gate.is_holding)
    if by == "cancel":
        find = driver.window.progress_panel.findChild
        driver.qtbot.waitUntil(lambda: find(QPushButton, "progressCancel") is not None)
        cancel = find(QPushButton, "progressCancel")
        assert cancel is not None
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
        gate.open()
        driver.qtbot.waitUntil(lambda: not feature(driver).is_comparing)
        for _ in range(20):
            QApplication.processEvents()
        assert gate.entered == 1 and kinds(dock) == [Difference.ONLY_OURS] * 300  # it was cancelled, and stays so
        driver.trigger("image.next")
        on_image(driver, "photo2.png")
        driver.trigger("annotation.select_all")
        driver.trigger("annotation.delete")
        await_kinds(driver, dock, Difference.ONLY_THEIRS)
    else:
        choose(driver, "compare.open_file", "compareFile", tmp_path / "missing.json")
        driver.qtbot.waitUntil(lambda: "missing.json" in notice(driver))
        gate.open()
        await_kinds(driver, dock)
    assert not gate.gave_up


def test_edits_while_all_is_compared_are_not_forgotten(
    open_window: Open, projects: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comparing a large project takes a minute, in which people go on: nothing is taken or listed twice."""
    gate, compare_sets = Gate(), comparing.compare_sets

    def held(*arguments: Any) -> Any:
        found = list(compare_sets(*arguments))
        gate.pass_through()
        return found

    monkeypatch.setattr(comparing, "compare_sets", held)
    driver = open_window(projects[0])
    made = feature(driver)
    gate.shut()
    choose(driver, "compare.open_project", "compareProject", projects[1])
    driver.qtbot.waitUntil(lambda: gate.is_holding)
    on_image(driver, "photo1.png")
    driver.trigger("annotation.select_all")
    driver.trigger("annotation.delete")
    gate.open()
    driver.qtbot.waitUntil(lambda: kinds(made.dock).count(Difference.ONLY_THEIRS) == 3)
    assert kinds(made.dock)[3:] == [Difference.ONLY_THEIRS, Difference.CATEGORY, Difference.MASK]
    driver.trigger("edit.undo")
    await_kinds(driver, made.dock, *ALL)
    gate.shut()
    made.dock.iou.setValue(0.6)
    driver.qtbot.waitUntil(lambda: gate.is_holding)
    driver.trigger("compare.next")
    on_image(driver, "photo4.png")
    driver.trigger("compare.take_theirs")
    await_kinds(driver, made.dock, *ALL[1:])
    gate.open()
    driver.qtbot.waitUntil(lambda: not made.is_comparing)
    await_kinds(driver, made.dock, *ALL[1:])
    assert stored(projects[0])["photo4.png"] == [("tree", 3600)]


def test_locked_annotations_stay(open_window: Open, projects: tuple[Path, Path]) -> None:
    """What was locked was locked for a reason; that it was left out must be said."""
    driver = open_window(projects[0])
    dock = compare(driver, projects[1])
    for _ in range(2):
        driver.trigger("compare.next")
    on_image(driver, "photo3.png")
    driver.trigger("annotation.toggle_lock")
    driver.trigger("compare.take_theirs")
    driver.qtbot.waitUntil(lambda: "locked" in notice(driver))
    assert stored(projects[0])["photo3.png"] == [("dog", 1600)] and kinds(dock) == list(ALL)


def test_all_of_a_kind_is_one_step(open_window: Open, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """A hundred missing objects are not taken one by one, and a mistake about them is one step to take back."""
    driver = open_window(projects[0])
    dock = compare(driver, projects[1])
    start = exported(driver, tmp_path)
    box = dock.findChild(QComboBox, "compareKinds")
    assert box is not None
    box.setCurrentIndex(box.findData(Difference.MASK))
    await_kinds(driver, dock, Difference.MASK, Difference.MASK)
    driver.trigger("compare.next")
    driver.trigger("compare.take_kind")
    driver.qtbot.waitUntil(lambda: dock.differences.model.rowCount() == 0)
    assert stored(projects[0])["photo1.png"] == [("car", 1040), ("car", 1600)]
    assert ("dog", 1200) in stored(projects[0])["photo2.png"]
    assert driver.parts.edits.undo_stack.count() == 1
    driver.trigger("edit.undo")
    await_kinds(driver, dock, Difference.MASK, Difference.MASK)
    assert exported(driver, tmp_path) == start
    driver.trigger("edit.redo")
    driver.qtbot.waitUntil(lambda: dock.differences.model.rowCount() == 0)
    box.setCurrentIndex(0)
    await_kinds(driver, dock, *ALL[:3])


def results_of(project: Path, out: Path, scores: tuple[float, ...]) -> Path:
    """Write the annotations of a project as a model's results, with scores."""
    with Store.open(project, read_only=True) as store:
        found = store.dataset().annotations
    rows = [
        {"image_id": a.image_id, "category_id": a.category_id, "segmentation": a.mask.to_coco_rle(), "score": score}
        for a, score in zip(found, scores, strict=True)
    ]
    out.write_text(json.dumps(rows))
    return out


def test_results_of_a_model_by_score(open_window: Open, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """How good a model is depends on the score from which on it is believed."""
    file = results_of(projects[0], tmp_path / "results.json", (0.9, 0.3, 0.8, 0.7, 0.6))
    driver = open_window(projects[0])
    made = feature(driver)
    choose(driver, "compare.open_file", "compareFile", file)
    driver.qtbot.waitUntil(lambda: "comparison" in made.facts)
    assert listed(made.dock) == [] and made.dock.truth.currentText() == "Ours"
    score = made.dock.findChild(QDoubleSpinBox, "compareScore")
    assert score is not None and score.isEnabled()
    score.setValue(0.5)
    await_kinds(driver, made.dock, Difference.ONLY_OURS)
    score.setValue(0.0)
    driver.qtbot.waitUntil(lambda: listed(made.dock) == [])


def test_the_layer_can_be_hidden(open_window: Open, projects: tuple[Path, Path]) -> None:
    """Theirs must not stand in the way of drawing, and must not look like ours."""
    driver = open_window(projects[0])
    compare(driver, projects[1])
    on_image(driver, "photo1.png")
    driver.qtbot.waitUntil(lambda: not driver.canvas.second.is_empty)
    with_theirs = driver.canvas.grab().toImage()
    driver.key(Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert driver.canvas.second.is_empty and driver.canvas.grab().toImage() != with_theirs
    driver.key(Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert driver.canvas.grab().toImage() == with_theirs
    driver.trigger("compare.close")
    assert driver.canvas.second.is_empty and not driver.action("compare.toggle_layer").isEnabled()


def test_the_list_by_mouse_and_keys(open_window: Open, projects: tuple[Path, Path]) -> None:
    """A click or Enter on a row goes there; a row of the tables does, too."""
    driver = open_window(projects[0])
    dock = compare(driver, projects[1])
    dock.tabs.setCurrentIndex(1)
    view = dock.differences.view
    driver.qtbot.waitUntil(view.isVisible)
    at = view.visualRect(dock.differences.model.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    on_image(driver, "photo2.png")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)
    on_image(driver, "photo3.png")
    dock.tabs.setCurrentIndex(2)
    dock.rows_of.setCurrentIndex(1)
    table = dock.findChild(QTableView, "compareByImage")
    assert table is not None
    row = next(r for r in range(dock.by_image.rowCount()) if dock.by_image.index(r, 0).data() == "photo1.png")
    at = QPoint(20, table.rowViewportPosition(row) + 5)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    on_image(driver, "photo1.png")


def test_the_table_for_a_spreadsheet(open_window: Open, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """What is reported of two annotators' agreement comes out of a file, not off the screen."""
    driver = open_window(projects[0])
    compare(driver, projects[1])
    out = tmp_path / "agreement.csv"
    choose(driver, "compare.export_csv", "compareCsv", out)
    driver.qtbot.waitUntil(lambda: "rows are in" in notice(driver))
    rows = list(csv.reader(out.open(encoding="utf-8")))
    assert rows[0][:3] == ["Image", "Category", "Ours"]
    assert {(row[0], row[1]) for row in rows[1:]} >= {("photo1.png", "car"), ("photo4.png", "tree")}
    car = next(row for row in rows if row[:2] == ["photo1.png", "car"])
    assert car[2:7] == ["2", "2", "2", "0", "0"] and float(car[8]) == pytest.approx((1 + 26 / 30) / 2)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("odd.json", "[]x", "JSON"),
        ("odd.json", '{"a": 1}', "COCO"),
        ("odd.json", "[[]]", "COCO"),
        ("none.json", '{"images": [], "categories": [], "annotations": []}', "no image of this project"),
        ("missing.json", None, "missing.json"),
    ],
)
def test_a_wrong_file_is_told(
    open_window: Open, projects: tuple[Path, Path], tmp_path: Path, name: str, text: str | None, words: str
) -> None:
    """A wrong file must not read as one that disagrees about everything; what was compared before stays."""
    driver = open_window(projects[0])
    dock = compare(driver, projects[1])
    file = tmp_path / name
    if text is not None:
        file.write_text(text)
    choose(driver, "compare.open_file", "compareFile", file)
    driver.qtbot.waitUntil(lambda: words in notice(driver))
    await_kinds(driver, dock, *ALL)


def test_a_wrong_project_is_told(
    open_window: Open, projects: tuple[Path, Path], tmp_path: Path, photos: Photos
) -> None:
    """The same project, none, one of other images or of a newer version: each gives one sentence."""
    driver = open_window(projects[0])
    feature(driver)
    (tmp_path / "empty").mkdir()
    other = tmp_path / "other"
    with Store.create(other, photos[0]) as store:
        store.add_images(["elsewhere.png"])
    newer = shutil.copytree(projects[1], tmp_path / "newer")
    _set_version(newer / "sam-annotator.sqlite", 999)
    for path, words in (
        (projects[0], "this project itself"),
        (tmp_path / "empty", "no project"),
        (other, "no image of this project"),
        (newer, "newer"),
    ):
        choose(driver, "compare.open_project", "compareProject", path)
        driver.qtbot.waitUntil(lambda words=words: words in notice(driver))
        driver.window.notice_bar.clear()
    with Store.open(projects[1]):  # somebody is working on it: it can be read all the same
        dock = compare(driver, projects[1])
        await_kinds(driver, dock, *ALL)


def _set_version(file: Path, version: int) -> None:
    import sqlite3

    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
