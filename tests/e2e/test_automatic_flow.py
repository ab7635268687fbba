"""Segment everything in the window: search, look, accept, reject, undo, on this image and on many."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mask_hands import block, exported, put, undo_all
from proposal_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sam_annotator.core.image_io import read_image
from sam_annotator.core.mask import Mask
from sam_annotator.engine.automatic import SOURCE, propose
from sam_annotator.engine.fake import FakeEngine

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton


def masks_of(hands: Hands) -> set[Mask]:
    return {offer.mask for offer in hands.shown.values()}


def test_what_is_found_is_what_the_generator_finds(open_window: Open, photos: Photos) -> None:
    """The window would propose other masks than the command, or a script, with the same parameters."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    image = read_image(photos[0] / driver.parts.edits.image.file_name)
    expected = propose(FakeEngine(), image, hands.dock.options)
    assert expected and [o.mask for o in hands.shown.values()] == [p.mask for p in expected]
    assert [o.predicted_iou for o in hands.shown.values()] == [p.predicted_iou for p in expected]
    assert driver.annotations == []  # nothing is accepted by itself
    assert driver.parts.tools.tool_id == "tool.propose"
    assert "".join(hands.dock.counts.text().split()) == f"{len(expected)}of{len(expected)}"


def test_click_accepts_right_click_rejects_and_undo_brings_all_back(
    open_window: Open, photos: Photos, tmp_path: Path
) -> None:
    """Each is one step; a slip of the hand must cost nothing."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    before, everything = exported(driver, tmp_path), masks_of(hands)
    first = hands.clickable()[0]
    offer, place = hands.shown[first], hands.place(first)
    hands.move(*place)
    assert hands.feature.presenter.current == first and driver.action("automatic.accept").isEnabled()
    driver.click(*place)
    (annotation,) = driver.parts.edits.annotations
    assert annotation.mask == offer.mask and annotation.score == offer.predicted_iou
    assert annotation.provenance.source == SOURCE and annotation.provenance.steps
    assert driver.parts.edits.category(annotation.category_id).name == "object" and not driver.parts.edits.selection
    assert offer.mask not in masks_of(hands)
    second = hands.clickable()[0]
    rejected = hands.shown[second].mask
    driver.click(*hands.place(second), button=RIGHT)
    assert rejected not in masks_of(hands) and len(driver.annotations) == 1
    assert driver.parts.edits.undo_stack.index() == 2
    driver.key(Qt.Key.Key_Z, CTRL)
    assert rejected in masks_of(hands)
    driver.key(Qt.Key.Key_Z, CTRL)
    assert masks_of(hands) == everything and exported(driver, tmp_path) == before
    driver.trigger("edit.redo")
    driver.trigger("edit.redo")
    assert len(driver.annotations) == 1 and not {rejected, offer.mask} & masks_of(hands)


def test_a_drag_sweeps_several_as_one_step(open_window: Open, photos: Photos) -> None:
    """Accepting thirty cells one by one takes a minute; a sweep takes a second, and one undo."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    numbers = hands.clickable()
    a, b = numbers[0], numbers[-1]
    masks = {hands.shown[n].mask for n in (a, b)}
    (x0, y0), (x1, y1) = hands.place(a), hands.place(b)
    driver.drag(x0, y0, x1, y1)
    accepted = {annotation.mask for annotation in driver.parts.edits.annotations}
    assert masks <= accepted and driver.parts.edits.undo_stack.index() == 1
    assert not accepted & masks_of(hands)
    driver.trigger("edit.undo")
    assert driver.annotations == [] and accepted <= masks_of(hands)


def test_escape_drops_a_sweep(open_window: Open, photos: Photos) -> None:
    """A sweep begun by mistake could only be ended by accepting it."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    a, b = hands.clickable()[:2]
    QTest.mousePress(driver.canvas, Qt.MouseButton.LeftButton, pos=driver.at(*hands.place(a)))
    QTest.mouseMove(driver.canvas, driver.at(*hands.place(b)))
    assert hands.feature.presenter.swept >= 2
    driver.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(driver.canvas, Qt.MouseButton.LeftButton, pos=driver.at(*hands.place(b)))
    assert hands.feature.presenter.swept == 0 and driver.annotations == []
    assert driver.parts.edits.undo_stack.index() == 0


def test_filters_act_at_once_and_decide_what_all_means(open_window: Open, photos: Photos) -> None:
    """Accepting all would take the specks, and the masks that were hidden."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    areas = sorted(offer.mask.area for offer in hands.shown.values())
    everything = len(areas)
    hands.slider("min_area").setValue(120)
    least = hands.dock.filter.min_area
    wanted = list(hands.shown.values())
    assert areas[0] < least and wanted and all(offer.mask.area >= least for offer in wanted)
    assert len(wanted) == sum(area >= least for area in areas) < everything
    hands.slider("min_iou").setValue(100)
    assert not hands.shown and not driver.action("automatic.accept_shown").isEnabled()
    assert driver.action("automatic.forget").isEnabled()
    hands.slider("min_iou").setValue(0)
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_Return, SHIFT)
    assert {a.mask for a in driver.parts.edits.annotations} == {offer.mask for offer in wanted}
    assert driver.parts.edits.undo_stack.index() == 1
    hands.slider("max_overlap").setValue(100)
    hands.slider("min_area").setValue(0)
    assert len(hands.shown) == everything - len(wanted)
    driver.trigger("edit.undo")
    assert len(hands.shown) == everything and driver.annotations == []


def test_what_is_annotated_is_not_proposed(open_window: Open, photos: Photos) -> None:
    """Each object that is done already would be there twice."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    number = hands.clickable()[0]
    mask = hands.shown[number].mask
    driver.trigger("automatic.forget")
    assert not hands.shown and not driver.action("automatic.forget").isEnabled()
    (kept,) = put(driver, mask.to_array())
    hands.run()
    assert hands.shown and mask not in masks_of(hands)
    hands.driver.parts.edits.delete([kept])
    assert mask in masks_of(hands)


def test_forgetting_is_undone_as_any_edit(open_window: Open, photos: Photos) -> None:
    """The work of an hour of searching is one key away from being lost."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    everything = masks_of(hands)
    hands.slider("min_area").setValue(150)
    driver.trigger("automatic.forget")
    hands.slider("min_area").setValue(0)
    assert not hands.shown
    driver.trigger("edit.undo")
    assert masks_of(hands) == everything


def test_by_keys_alone(open_window: Open, photos: Photos) -> None:
    """Who can't use a mouse could search, but not take a single mask."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    QTest.keyClick(driver.window.focusWidget(), Qt.Key.Key_Space)  # the Run button has the focus
    hands.wait()
    driver.canvas.setFocus()
    driver.trigger("tool.prompt")
    driver.key(Qt.Key.Key_W)
    presenter = hands.feature.presenter
    assert driver.parts.tools.tool_id == "tool.propose" and presenter.current is None
    driver.key(Qt.Key.Key_Tab)
    first = presenter.current
    driver.key(Qt.Key.Key_Tab)
    second = presenter.current
    assert first is not None and second is not None and first != second
    driver.key(Qt.Key.Key_W, SHIFT)
    assert presenter.current == first
    mask = presenter.shown[first].mask
    driver.key(Qt.Key.Key_Return)
    assert [a.mask for a in driver.parts.edits.annotations] == [mask] and presenter.current not in (None, first)
    gone = presenter.shown[presenter.current].mask
    driver.key(Qt.Key.Key_Backspace)
    assert gone not in masks_of(hands) and len(driver.annotations) == 1
    driver.key(Qt.Key.Key_K)
    driver.key(Qt.Key.Key_Tab)
    wanted = presenter.shown[presenter.current].mask
    driver.key(Qt.Key.Key_Return)
    assert driver.parts.edits.annotations[-1].mask == wanted and len(driver.annotations) == 2
    driver.key(Qt.Key.Key_Tab)
    dropped = presenter.shown[presenter.current].mask
    driver.key(Qt.Key.Key_Return, SHIFT)  # the cursor's "not this"
    assert dropped not in masks_of(hands) and len(driver.annotations) == 2
    driver.key(Qt.Key.Key_K)
    left = masks_of(hands)
    driver.key(Qt.Key.Key_Return, SHIFT)
    assert {a.mask for a in driver.parts.edits.annotations} >= left and not hands.shown


@pytest.mark.parametrize("drawn_with", ["prompt", "select"])
def test_only_in_the_box(open_window: Open, photos: Photos, drawn_with: str) -> None:
    """The part that was drawn would be ignored, or the box left as an object."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    driver.trigger(f"tool.{drawn_with}")
    driver.drag(2, 2, 82, 118)
    driver.settle()
    hands.run("box")
    assert hands.shown and driver.parts.session.click_count == 0
    box = driver.canvas.proposals.region
    assert box is not None and abs(box.x0 - 2) <= 1 and abs(box.x1 - 82) <= 1
    for offer in hands.shown.values():
        x, _, w, _ = offer.mask.bbox_xywh
        assert x + w <= 84
    image = read_image(photos[0] / driver.parts.edits.image.file_name)
    assert [o.mask for o in hands.shown.values()] == [
        p.mask for p in propose(FakeEngine(), image, hands.dock.options, box_xyxy=box)
    ]


def test_no_overlap_and_locked_masks_lose_no_proposal(open_window: Open, photos: Photos) -> None:
    """A proposal that can't be accepted would be gone all the same."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    number = hands.clickable()[0]
    mask = hands.shown[number].mask
    put(driver, block(0, 0, 160, 120))
    driver.trigger("mask.no_overlap")
    driver.trigger("annotation.select_all")
    driver.trigger("annotation.toggle_lock")
    hands.slider("max_overlap").setValue(100)
    driver.trigger("tool.propose")
    assert mask in masks_of(hands)
    driver.click(*hands.place(number))
    assert mask in masks_of(hands) and len(driver.annotations) == 1
    assert "locked" in driver.window.notice_bar.text


def test_hidden_masks_hide_proposals(open_window: Open, photos: Photos) -> None:
    """A click on the bare image would accept what nobody sees."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    place = hands.place(hands.clickable()[0])
    driver.key(Qt.Key.Key_H)
    driver.click(*place)
    assert driver.annotations == []
    driver.key(Qt.Key.Key_H)
    driver.click(*place)
    assert len(driver.annotations) == 1


def test_nothing_is_written_into_the_project_by_searching(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Looking would change what is exported."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    before = exported(driver, tmp_path)
    hands.run()
    assert exported(driver, tmp_path) == before and not driver.action("edit.undo").isEnabled()
    driver.trigger("automatic.accept_shown")
    undo_all(driver, 0)
    assert exported(driver, tmp_path) == before
    assert np.all([a.size for a in driver.annotations])
