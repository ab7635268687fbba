"""From photographs to a COCO file, through the window alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pycocotools.coco import COCO
from PySide6.QtCore import Qt

from sam_annotator.__main__ import main as cli_main
from sam_annotator.store.store import Store

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]


def export(folder: Path, out: Path) -> COCO:
    assert cli_main(["export", str(folder), "--format", "coco", "--out", str(out)]) == 0
    return COCO(str(out))


def exported_masks(coco: COCO) -> list[tuple[str, np.ndarray]]:
    return [
        (coco.loadImgs(a["image_id"])[0]["file_name"], coco.annToMask(a).astype(bool))
        for a in sorted(coco.anns.values(), key=lambda a: a["id"])
    ]


def annotate_image(driver: Any, points: list[tuple[int, int]]) -> list[np.ndarray]:
    """Make four objects: by a point, a box, a box with a point, and points with a negative one."""
    on_screen = []
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[:4]
    driver.click(ax, ay)
    driver.settle()
    driver.key(Qt.Key.Key_Tab)  # the next candidate
    on_screen.append(driver.draft)
    driver.key(Qt.Key.Key_Return)
    driver.drag(bx - 12, by - 12, bx + 12, by + 12)
    driver.settle()
    on_screen.append(driver.draft)
    driver.key(Qt.Key.Key_F)
    driver.drag(cx - 10, cy - 10, cx + 11, cy + 11)
    driver.settle()
    driver.click(cx, cy)
    driver.settle()
    on_screen.append(driver.draft)
    driver.key(Qt.Key.Key_Enter)
    driver.click(dx, dy)
    driver.settle()
    driver.click(dx, dy - 30, Qt.MouseButton.RightButton)
    driver.settle()
    driver.click(ax, ay, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    driver.settle()
    on_screen.append(driver.draft)
    driver.key(Qt.Key.Key_Return)
    return on_screen


def test_twenty_objects_on_five_photographs(open_window: Open, photos: Photos, tmp_path: Path, qtbot: Any) -> None:
    """A user would lose the day's work if what was accepted is not what the file holds, or undo loses a step."""
    folder, points = photos
    driver = open_window(folder)
    on_screen: list[tuple[str, np.ndarray]] = []
    for i, (name, places) in enumerate(points.items()):
        assert driver.parts.project.image.file_name == name
        on_screen += [(name, mask) for mask in annotate_image(driver, places)]
        if i < 4:
            driver.go("image.next")
    assert len(on_screen) == 20

    # Refine the last one with one more click; delete the first one of this image.
    dock = driver.window.annotation_dock
    edits = driver.parts.edits
    ids = [a.id for a in edits.annotations]
    dock.view.setCurrentIndex(dock.model.index(3))
    assert edits.selection == {ids[3]}
    driver.click(points["photo5.png"][4][0], points["photo5.png"][4][1])
    driver.settle()
    refined = driver.draft
    driver.key(Qt.Key.Key_Return)
    assert [a.id for a in edits.annotations] == ids and np.array_equal(driver.annotations[3], refined)
    on_screen[19] = ("photo5.png", refined)
    edits.select([ids[0]])
    driver.key(Qt.Key.Key_Delete)
    del on_screen[16]

    first = export(folder, tmp_path / "first.json")
    stack = edits.undo_stack
    steps = stack.count()
    assert steps == 22
    for _ in range(steps):
        driver.trigger("edit.undo")
        qtbot.wait(1)
    assert not driver.action("edit.undo").isEnabled() and stack.index() == 0
    empty = export(folder, tmp_path / "empty.json")
    assert not empty.anns and len(empty.imgs) == 5
    for _ in range(steps):
        driver.trigger("edit.redo")
        qtbot.wait(1)
    export(folder, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "first.json").read_bytes()

    masks = exported_masks(first)
    assert [name for name, _ in masks] == [name for name, _ in on_screen]
    for (_, written), (_, shown) in zip(masks, on_screen, strict=True):
        assert np.array_equal(written, shown)
    for annotation in first.anns.values():
        assert annotation["iscrowd"] == 0 and annotation["area"] == int(first.annToMask(annotation).sum())


def test_undo_goes_to_the_image_it_changes(open_window: Open, photos: Photos, qtbot: Any) -> None:
    """A user who undoes must see what is undone, not a change behind their back on another image."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.go("image.next")
    driver.trigger("edit.undo")
    qtbot.waitUntil(lambda: driver.parts.project.image.file_name == "photo1.png")
    driver.await_image()
    assert driver.annotations == []
    driver.trigger("edit.redo")
    qtbot.waitUntil(lambda: len(driver.annotations) == 1)


def test_clicks_are_taken_back_and_made_again(open_window: Open, photos: Photos) -> None:
    """A wrong click must cost one key, and taking it back must bring the mask that was there before."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    first = driver.draft
    driver.click(*points["photo1.png"][1])
    driver.settle()
    second = driver.draft
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(driver.draft, first)
    driver.trigger("edit.redo")
    assert np.array_equal(driver.draft, second)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.draft is None and driver.parts.session.click_count == 0
    driver.click(*points["photo1.png"][2])
    driver.settle()
    driver.key(Qt.Key.Key_Escape)
    assert driver.draft is None


def test_enter_before_the_answer_keeps_the_object(
    open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    """A fast annotator clicks, presses Enter and moves on; the object must be there, on its own image."""
    folder, points = photos
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_DELAY_MS", "300")
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.key(Qt.Key.Key_Return)
    driver.click(*points["photo1.png"][1])
    driver.key(Qt.Key.Key_Return)
    driver.go("image.next")
    driver.click(*points["photo2.png"][0])
    driver.settle()
    assert driver.annotations == []
    driver.go("image.previous")
    assert len(driver.annotations) == 2


def test_a_draft_waits_for_its_image(open_window: Open, photos: Photos) -> None:
    """Looking at another image must not cost the clicks made on this one."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    draft = driver.draft
    driver.go("image.next")
    assert driver.draft is None
    driver.go("image.previous")
    driver.settle()
    assert np.array_equal(driver.draft, draft)


def test_categories_by_digit_rename_merge_and_undo(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Names, colours and digits must stay with their annotations whatever is renamed, merged or undone."""
    folder, points = photos
    driver = open_window(folder)
    edits = driver.parts.edits
    for name in ("cat", "dog", "bird"):
        edits.add_category(name)
    driver.key(Qt.Key.Key_2)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.key(Qt.Key.Key_3)
    driver.click(*points["photo1.png"][1])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    by_name = {c.name: c for c in edits.categories}
    assert [a.category_id for a in edits.annotations] == [by_name["dog"].id, by_name["bird"].id]
    edits.select([edits.annotations[0].id])
    driver.key(Qt.Key.Key_1)
    assert edits.annotations[0].category_id == by_name["cat"].id
    edits.select([])
    edits.rename_category(by_name["cat"].id, "cat v1.0")
    edits.recolor_category(by_name["cat"].id, "#123456")
    edits.merge_categories(by_name["bird"].id, by_name["cat"].id)
    assert [c.name for c in edits.categories] == ["cat v1.0", "dog"]
    assert {a.category_id for a in edits.annotations} == {by_name["cat"].id}
    before = (tmp_path / "a.json", export(folder, tmp_path / "a.json"))[0].read_bytes()
    count = edits.undo_stack.count()
    for _ in range(count):
        driver.trigger("edit.undo")
    assert edits.categories == () and edits.annotations == ()
    for _ in range(count):
        driver.trigger("edit.redo")
    export(folder, tmp_path / "b.json")
    assert (tmp_path / "b.json").read_bytes() == before
    names = {c["name"] for c in json.loads(before)["categories"]}
    assert names == {"cat v1.0", "dog"}


def test_an_unreadable_image_is_said_and_passed(open_window: Open, photos: Photos, qtbot: Any) -> None:
    """One damaged file in a folder of thousands must not stop the work."""
    folder, _ = photos
    (folder / "photo2.png").write_bytes(b"not an image")
    driver = open_window(folder)
    with qtbot.waitSignal(driver.window.failed) as said:
        driver.trigger("image.next")
    assert "photo2.png" in said.args[0]
    driver.go("image.next")
    assert driver.parts.project.image.file_name == "photo3.png"


def test_a_second_window_looks_but_does_not_write(open_window: Open, photos: Photos) -> None:
    """Two windows on one project must not overwrite each other."""
    folder, points = photos
    first = open_window(folder)
    first.click(*points["photo1.png"][0])
    first.settle()
    first.key(Qt.Key.Key_Return)
    second = open_window(folder)
    assert "read-only" in second.window.windowTitle()
    assert len(second.annotations) == 1
    second.click(*points["photo1.png"][1])
    second.key(Qt.Key.Key_Return)
    assert second.draft is None and not second.action("prompt.accept").isEnabled()
    assert len(second.annotations) == 1


def test_closing_waits_for_what_was_accepted(
    open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    """Click, Enter, close: the object must be in the project, though its mask came later."""
    folder, points = photos
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_DELAY_MS", "400")
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.key(Qt.Key.Key_Return)
    assert not driver.window.close()
    qtbot.waitUntil(lambda: not driver.window.isVisible())
    with Store.open(folder) as store:
        assert len(store.annotations(store.images()[0].id)) == 1


def test_refining_what_was_deleted_makes_a_new_object(open_window: Open, photos: Photos) -> None:
    """A mask on screen must be kept when accepted, whatever became of the one it began with."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.parts.edits.select_all()
    driver.click(*points["photo1.png"][1])
    driver.settle()
    driver.trigger("annotation.delete")
    assert driver.annotations == []
    draft = driver.draft
    driver.key(Qt.Key.Key_Return)
    assert len(driver.annotations) == 1 and np.array_equal(driver.annotations[0], draft)
