"""Commands on whole masks by key and mouse: each one undoable step, and back to the first byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mask_hands import block, exported, mask, put, undo_all
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_edits import MaskEdit
from sam_annotator.core.records import Annotation
from sam_annotator.ui.mask_commands import ChangeMasks

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def ring() -> Any:
    """A block with a hole, a second part and a single pixel."""
    pixels = block(20, 20, 60, 60)
    pixels[30:40, 30:40] = False
    pixels |= block(100, 20, 110, 30)
    pixels[100, 100] = True
    return pixels


def test_booleans_on_masks_selected_by_clicking(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """The mask clicked first is the one that is cut; no hole, part or pixel is lost, and undo brings all back."""
    driver = open_window(photos[0])
    first, second = put(driver, ring(), block(50, 10, 105, 70))
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    a, b = ring(), block(50, 10, 105, 70)
    for key, expected in (
        (Qt.Key.Key_A, a | b),
        (Qt.Key.Key_S, a & ~b),
        (Qt.Key.Key_I, a & b),
    ):
        driver.trigger("tool.select")
        driver.click(25, 25)
        driver.click(70, 15, modifier=SHIFT)
        assert driver.parts.edits.selection == {first, second}
        driver.key(key, SHIFT)
        assert (mask(driver, first) == expected).all() and (mask(driver, second) == b).all()
        assert driver.parts.edits.undo_stack.index() == steps + 1
        driver.key(Qt.Key.Key_Z, CTRL)
        assert exported(driver, tmp_path) == before
    driver.click(130, 110)
    driver.click(70, 15)
    driver.click(25, 25, modifier=SHIFT)
    driver.key(Qt.Key.Key_S, SHIFT)
    assert (mask(driver, second) == b & ~a).all() and (mask(driver, first) == a).all()
    undo_all(driver, steps)
    assert exported(driver, tmp_path) == before


def test_split_and_join_are_each_others_way_back(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Parts become annotations with the same fields, and one again, without a pixel lost."""
    driver = open_window(photos[0])
    (whole,) = put(driver, ring())
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    driver.trigger("tool.select")
    driver.click(25, 25)
    driver.key(Qt.Key.Key_J, SHIFT)
    edits = driver.parts.edits
    assert sorted(a.mask.area for a in edits.annotations) == [1, 100, 1500] and len(edits.selection) == 3
    assert {a.category_id for a in edits.annotations} == {edits.annotations[0].category_id}
    driver.key(Qt.Key.Key_J)
    assert len(edits.annotations) == 1 and (mask(driver, edits.annotations[0].id) == ring()).all()
    assert edits.undo_stack.index() == steps + 2 and edits.annotations[0].provenance.source == "join"
    undo_all(driver, steps)
    assert exported(driver, tmp_path) == before and edits.stored(whole) is not None
    for _ in range(2):
        driver.trigger("edit.redo")
    assert len(edits.annotations) == 1 and (mask(driver, edits.annotations[0].id) == ring()).all()


def test_what_cannot_be_done_is_said(open_window: Open, photos: Photos) -> None:
    """A key that does nothing must say why, not seem dead."""
    driver = open_window(photos[0])
    first, second = put(driver, block(0, 0, 20, 20), block(50, 50, 70, 70))
    said: list[str] = []
    driver.parts.edits.notice.connect(said.append)
    driver.key(Qt.Key.Key_A, CTRL)
    driver.key(Qt.Key.Key_S, SHIFT)
    driver.key(Qt.Key.Key_I, SHIFT)
    driver.key(Qt.Key.Key_T, SHIFT)
    driver.key(Qt.Key.Key_J, SHIFT)
    driver.key(Qt.Key.Key_L, SHIFT)
    driver.key(Qt.Key.Key_J)
    assert len(said) == 5 and all(text.endswith(".") for text in said) and "unlock" in said[-1]
    assert mask(driver, first) is not None and mask(driver, second) is not None


def test_taking_from_others_deletes_what_is_covered_whole(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """One step: the overlap goes, the annotation without pixels is deleted, and undo brings both back."""
    driver = open_window(photos[0])
    small, wide, taker = put(driver, block(30, 30, 35, 35), block(40, 20, 90, 60), block(20, 20, 60, 60))
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    driver.trigger("tool.select")
    driver.click(22, 22)
    assert driver.parts.edits.selection == {taker}
    driver.key(Qt.Key.Key_T, SHIFT)
    assert mask(driver, small) is None and (mask(driver, wide) == block(60, 20, 90, 60)).all()
    assert driver.parts.edits.undo_stack.index() == steps + 1
    undo_all(driver, steps)
    assert exported(driver, tmp_path) == before


def test_no_overlap_lets_new_masks_take_their_pixels(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Accepted and painted masks take theirs in the same step; what is locked keeps its own."""
    driver = open_window(photos[0])
    old, locked = put(driver, block(20, 20, 60, 60), block(60, 20, 90, 60))
    driver.trigger("tool.select")
    driver.click(80, 40)
    driver.key(Qt.Key.Key_L, SHIFT)
    driver.key(Qt.Key.Key_N, CTRL | SHIFT)
    assert driver.action("mask.no_overlap").isChecked() and driver.parts.edits.options.no_overlap
    driver.key(Qt.Key.Key_Escape)
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    (new,) = put(driver, block(50, 10, 70, 50))
    assert (mask(driver, old) == block(20, 20, 60, 60) & ~block(50, 10, 70, 50)).all()
    assert (mask(driver, new) == block(50, 10, 70, 50) & ~block(60, 20, 90, 60)).all()
    assert (mask(driver, locked) == block(60, 20, 90, 60)).all()
    assert driver.parts.edits.undo_stack.index() == steps + 1
    driver.key(Qt.Key.Key_Z, CTRL)
    assert exported(driver, tmp_path) == before
    driver.trigger("edit.redo")
    driver.click(25, 25)
    driver.trigger("tool.brush")
    driver.drag(55, 30, 56, 45)
    planes = [mask(driver, i) for i in (old, new, locked)]
    assert (sum(p.astype(int) for p in planes if p is not None) <= 1).all()
    undo_all(driver, steps)
    assert exported(driver, tmp_path) == before
    assert driver.parts.edits.accept(driver.parts.edits.stored(locked).__class__(0, 1, 1, inside())) is None
    assert exported(driver, tmp_path) == before and driver.parts.edits.undo_stack.index() == steps
    said: list[str] = []
    driver.parts.edits.notice.connect(said.append)
    put(driver, block(10, 10, 65, 65))
    assert mask(driver, old) is None and "deleted" in said[-1] and driver.parts.edits.undo_stack.index() == steps + 1
    driver.key(Qt.Key.Key_Z, CTRL)
    assert exported(driver, tmp_path) == before


def test_no_overlap_tells_what_new_ones_take_from_new_ones(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Several at once would be refused, with the reason that they are locked, where one covers another."""
    driver = open_window(photos[0])
    edits = driver.parts.edits
    put(driver, block(100, 20, 110, 60))
    driver.trigger("mask.no_overlap")
    before, steps = exported(driver, tmp_path), edits.undo_stack.index()
    said: list[str] = []
    edits.notice.connect(said.append)
    category = edits.annotations[0].category_id
    planes = (block(30, 30, 35, 35), block(20, 20, 60, 60), block(50, 20, 80, 60))
    new = tuple(Annotation(0, edits.image.id, category, Mask.from_array(pixels)) for pixels in planes)
    assert edits.run(lambda on: ChangeMasks(on, "Add", MaskEdit(added=new)))
    assert said == ["One annotation had no pixel left and was deleted; undo brings it back."]
    assert [a.mask.area for a in edits.annotations] == [10 * 40, 30 * 40, 30 * 40]
    assert edits.selection == {a.id for a in edits.annotations[1:]}
    after = exported(driver, tmp_path)
    for _ in range(2):
        driver.trigger("edit.undo")
        assert exported(driver, tmp_path) == before and edits.undo_stack.index() == steps
        driver.trigger("edit.redo")
        assert exported(driver, tmp_path) == after and driver.parts.project.store.check() == []


def test_undo_where_others_gave_way_goes_to_the_first_image(open_window: Open, photos: Photos) -> None:
    """After an edit of several images one looks at the first of them, not at whichever gave its pixels back last."""
    driver = open_window(photos[0])
    edits = driver.parts.edits
    put(driver, block(20, 20, 60, 60))
    driver.go("image.next")
    put(driver, block(20, 20, 60, 60))
    driver.trigger("mask.no_overlap")
    first, second = (image.id for image in driver.parts.project.images[:2])
    category, pixels = edits.annotations[0].category_id, Mask.from_array(block(40, 20, 80, 60))
    new = tuple(Annotation(0, image_id, category, pixels) for image_id in (first, second))
    driver.go("image.next")
    assert edits.run(lambda on: ChangeMasks(on, "Add", MaskEdit(added=new)))
    for action_id in ("edit.undo", "edit.redo"):
        assert driver.parts.project.image.name == "photo3.png"
        driver.go(action_id)
        assert driver.parts.project.image.name == "photo1.png"
        assert len(edits.annotations) == (1 if action_id == "edit.undo" else 2)
        for _ in range(2):
            driver.go("image.next")


def inside() -> Any:
    return Mask.from_array(block(65, 25, 80, 50))


def test_a_box_selects_what_lies_in_it(open_window: Open, photos: Photos) -> None:
    """Twenty objects are selected with one drag, and Shift adds others."""
    driver = open_window(photos[0])
    a, b, c, hidden = put(
        driver, block(10, 10, 20, 20), block(30, 10, 40, 20), block(100, 80, 120, 100), block(12, 12, 14, 14)
    )
    driver.parts.edits.select([hidden])
    driver.key(Qt.Key.Key_H, SHIFT)
    driver.trigger("tool.select")
    driver.drag(5, 5, 50, 30)
    assert driver.parts.edits.selection == {a, b}
    driver.drag(110, 90, 150, 110)
    assert driver.parts.edits.selection == frozenset()
    driver.drag(5, 5, 25, 25)
    QTest.mousePress(driver.canvas, Qt.MouseButton.LeftButton, SHIFT, driver.at(90, 70))
    QTest.mouseMove(driver.canvas, driver.at(130, 110))
    assert driver.canvas.tool.feedback is not None
    QTest.mouseRelease(driver.canvas, Qt.MouseButton.LeftButton, SHIFT, driver.at(130, 110))
    assert driver.parts.edits.selection == {a, c} and driver.canvas.tool.feedback is None
    driver.key(Qt.Key.Key_A, CTRL)
    assert driver.parts.edits.selection == {a, b, c}


def test_hidden_ones_are_neither_seen_nor_hit_and_come_back(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Hiding is for working below; it must not take anything out of the export."""
    driver = open_window(photos[0])
    below, above = put(driver, block(20, 20, 90, 90), block(40, 40, 60, 60))
    before = exported(driver, tmp_path)
    driver.trigger("tool.select")
    driver.click(50, 50)
    assert driver.parts.edits.selection == {above}
    driver.key(Qt.Key.Key_H, SHIFT)
    assert driver.action("annotation.toggle_hidden").isChecked()
    driver.click(50, 50)
    assert driver.parts.edits.selection == {below} and exported(driver, tmp_path) == before
    driver.key(Qt.Key.Key_H, CTRL | SHIFT)
    driver.click(50, 50)
    assert driver.parts.edits.selection == {above}
    assert not driver.action("annotation.show_all").isEnabled()


def test_order_decides_what_is_on_top(open_window: Open, photos: Photos) -> None:
    """A large object in front of a small one must be drawn and hit so."""
    driver = open_window(photos[0])
    large, small = put(driver, block(20, 20, 90, 90), block(40, 40, 60, 60))
    driver.trigger("tool.select")
    driver.click(25, 25)
    for key, modifiers, expected in (
        (Qt.Key.Key_BracketRight, CTRL, large),
        (Qt.Key.Key_BracketLeft, CTRL, small),
        (Qt.Key.Key_BracketRight, CTRL | SHIFT, large),
        (Qt.Key.Key_BracketLeft, CTRL | SHIFT, small),
    ):
        driver.parts.edits.select([large])
        driver.key(key, modifiers)
        driver.click(50, 50)
        assert driver.parts.edits.selection == {expected}
    order = [a.id for a in driver.parts.edits.annotations]
    assert order == [large, small]


def test_marks_in_the_list_lock_and_hide(open_window: Open, photos: Photos) -> None:
    """The lock and the eye of a row are clicked without selecting it."""
    from sam_annotator.ui.docks.annotation_dock import mark_rects

    driver = open_window(photos[0])
    first, second = put(driver, block(20, 20, 60, 60), block(70, 20, 90, 60))
    dock = driver.window.annotation_dock
    lock, eye = mark_rects(dock.view.visualRect(dock.model.index(1)))
    for rect in (lock, eye):
        QTest.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, NONE, rect.center())
    stored = driver.parts.edits.stored(second)
    assert stored.locked and stored.hidden and driver.parts.edits.selection == frozenset()
    assert not driver.parts.edits.stored(first).locked
    driver.parts.edits.select([second])
    driver.key(Qt.Key.Key_Delete)
    assert mask(driver, second) is not None
    QTest.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, NONE, lock.center())
    assert not driver.parts.edits.stored(second).locked


@pytest.mark.parametrize("where", ["canvas", "list"])
def test_the_menu_offers_the_commands(open_window: Open, photos: Photos, where: str) -> None:
    """Who doesn't know the keys finds the commands by the right button, of the mask that was clicked."""
    driver = open_window(photos[0])
    first, second = put(driver, block(20, 20, 60, 60), block(70, 20, 90, 60))
    dock = driver.window.annotation_dock
    driver.trigger("tool.select")
    if where == "canvas":
        driver.click(80, 40, button=Qt.MouseButton.RightButton)
        assert driver.parts.edits.selection == {second}
    driver.parts.edits.select([first, second])
    menu = dock.annotation_menu(driver.parts.edits.selection)
    texts = {action.text() for part in (menu, *menu.findChildren(QMenu)) for action in part.actions()}
    assert {"Join into one", "Hide", "Lock", "Duplicate"} <= texts
