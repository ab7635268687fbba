"""Segment everything in the window: search, look, accept, reject, undo, on this image and on many."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mask_hands import block, exported, put, undo_all
from proposal_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from sam_annotator.core.image_io import read_image
from sam_annotator.core.mask import Mask
from sam_annotator.engine.automatic import SOURCE, propose
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.registry import load_engine
from sam_annotator.ui.automatic_feature import in_window
from sam_annotator.ui.dialogs.boxes import BoxesDialog

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


def test_they_survive_going_away_and_a_restart(open_window: Open, photos: Photos) -> None:
    """What was found overnight would be gone with the window, and what was rejected be there again."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run()
    driver.click(*hands.place(hands.clickable()[0]))
    driver.click(*hands.place(hands.clickable()[0]), button=RIGHT)
    left = masks_of(hands)
    driver.go("image.next")
    assert not hands.shown
    driver.go("image.previous")
    assert masks_of(hands) == left
    driver.close()
    again = open_window(photos[0])
    again.parts.features.make()
    presenter = Hands(again).feature.presenter
    again.qtbot.waitUntil(lambda: bool(presenter.shown))
    assert {offer.mask for offer in presenter.shown.values()} == left and len(again.annotations) == 1
    again.trigger("tool.propose")
    again.trigger("automatic.accept_shown")
    assert left <= {a.mask for a in again.parts.edits.annotations}


def test_the_whole_project_while_the_user_goes_on(open_window: Open, photos: Photos) -> None:
    """Masks of one image would land on another, or the window be blocked for the night."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.choose("project")
    hands.press_run()
    driver.go("image.next")
    driver.go("image.next")
    hands.wait()
    assert driver.window.progress_panel.texts == []
    found = {}
    for _ in range(5):
        image = driver.parts.edits.image
        driver.qtbot.waitUntil(lambda: bool(hands.shown))
        expected = propose(FakeEngine(), read_image(photos[0] / image.file_name), hands.dock.options)
        found[image.id] = [offer.mask for offer in hands.shown.values()]
        assert found[image.id] == [p.mask for p in expected]
        row = driver.parts.project.row
        if row < 4:
            driver.go("image.next")
        else:
            driver.go("image.first")
    assert len(found) == 5
    hands.run("project")
    assert "5 images were searched so before" in driver.window.notice_bar.text


def test_undo_goes_to_the_image_and_brings_its_proposals(open_window: Open, photos: Photos) -> None:
    """Undo on another image would seem to do nothing, and the proposal be lost."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run("project")
    driver.qtbot.waitUntil(lambda: bool(hands.shown))
    image_id, everything = driver.parts.edits.image.id, masks_of(hands)
    driver.trigger("tool.propose")
    driver.click(*hands.place(hands.clickable()[0]))
    driver.go("image.next")
    driver.qtbot.waitUntil(lambda: bool(hands.shown))
    hands.feature.presenter._shelf.forget()  # as if many images had been looked at meanwhile
    with driver.qtbot.waitSignal(driver.window.image_ready):
        driver.trigger("edit.undo")
    assert driver.parts.edits.image.id == image_id
    driver.qtbot.waitUntil(lambda: masks_of(hands) == everything)
    assert driver.annotations == []


def test_clicks_are_answered_while_a_search_goes_on(open_window: Open, photos: Photos, held_engine: Any) -> None:
    """The window would be dead for the minutes that a search takes."""
    driver = open_window(photos[0])
    hands = Hands(driver, points=40)
    hands.choose("image")
    hands.press_run()
    driver.qtbot.waitUntil(lambda: 0 < hands.feature.runner.share < 0.5)
    x, y = photos[1]["photo1.png"][0]
    driver.trigger("tool.prompt")
    driver.click(x, y)
    driver.settle()
    assert driver.draft is not None and hands.feature.runner.is_running
    driver.trigger("prompt.accept")
    driver.qtbot.waitUntil(lambda: len(driver.annotations) == 1)
    assert hands.feature.runner.is_running and "%" in hands.feature.runner.text
    driver.qtbot.waitUntil(lambda: bool(hands.shown))  # the preview
    QTest.mouseClick(hands.dock.cancel, Qt.MouseButton.LeftButton)
    assert not hands.feature.runner.is_running
    assert hands.shown and len(driver.annotations) == 1  # what was found so far stays
    assert "Stopped" in hands.feature.runner.text or "Stopped" in hands.dock._text.text()
    left = masks_of(hands)
    driver.go("image.next")
    driver.go("image.previous")
    driver.qtbot.waitUntil(lambda: masks_of(hands) == left)


def test_a_preview_can_be_accepted(open_window: Open, photos: Photos) -> None:
    """Who sees the object found would have to wait for the end of the search, and then find it twice."""
    driver = open_window(photos[0])
    hands = Hands(driver, points=40)
    hands.choose("image")
    hands.press_run()
    driver.qtbot.waitUntil(lambda: bool(hands.shown))
    assert all(number < 0 for number in hands.shown)
    driver.trigger("tool.propose")
    number = hands.clickable()[0]
    mask = hands.shown[number].mask
    driver.click(*hands.place(number))
    assert [a.mask for a in driver.parts.edits.annotations] == [mask]
    hands.wait()
    assert hands.shown and mask not in masks_of(hands) and min(hands.shown) > 0
    driver.trigger("edit.undo")
    assert driver.annotations == [] and mask in masks_of(hands)


def test_another_engine_ends_the_search_with_a_word(open_window: Open, photos: Photos) -> None:
    """Half of a project would be searched by one engine and half by another, without a sign."""
    driver = open_window(photos[0])
    hands = Hands(driver, points=60)
    hands.choose("project")
    hands.press_run()
    driver.qtbot.waitUntil(lambda: hands.feature.runner.share > 0)
    driver.parts.engines.use("fake")
    assert not hands.feature.runner.is_running
    assert "Another engine was chosen" in driver.window.notice_bar.text
    driver.qtbot.waitUntil(lambda: driver.parts.engines.info is not None)
    hands.dock.form.numbers["points_per_side"].setValue(5)
    hands.run()
    assert hands.shown


def test_images_marked_as_done_are_left_alone(open_window: Open, photos: Photos) -> None:
    """Finished images would get proposals again, and nobody could tell what is left to do."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    driver.trigger("image.toggle_done")
    done_id = driver.parts.edits.image.id
    hands.run("project")
    assert not hands.shown and hands.feature.presenter.image.id == done_id
    driver.go("image.next")
    driver.qtbot.waitUntil(lambda: bool(hands.shown))


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


# Boxes of a detector


def fill_dialog(driver: Any, path: Path) -> BoxesDialog:
    """Open the dialog, and type a path into it."""
    driver.trigger("automatic.from_boxes")
    dialog = driver.window.findChild(BoxesDialog)
    assert dialog is not None
    dialog.set_path(path)
    button = dialog.findChild(QPushButton, "boxesButton")
    said = dialog.findChild(QLabel, "boxesSummary")
    driver.qtbot.waitUntil(lambda: button.isEnabled() or said.property("tone") == "error")
    return dialog


def press(dialog: BoxesDialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def results_of(driver: Any, points: dict[str, list[tuple[int, int]]], folder: Path) -> Path:
    """A detector's results: a box around the first two blocks of each image, and two that fit nothing."""
    records: list[dict[str, Any]] = []
    for image in driver.parts.project.images:
        for number, (x, y) in enumerate(points[image.name][:2]):
            bbox, score = [x - 24, max(y - 24, 0), 48, 48], 0.9 - 0.6 * number
            records.append({"image_id": image.file_name, "category_name": "block", "bbox": bbox, "score": score})
    records += [records[0] | {"image_id": 99}, records[0] | {"bbox": [1, 2]}]
    path = folder / "results.json"
    path.write_text(json.dumps(records))
    return path


def test_boxes_become_proposals_of_their_category(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A detector's boxes could be used on the command line only, and without being looked at."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    dialog = fill_dialog(driver, results_of(driver, photos[1], tmp_path))
    said = dialog.findChild(QLabel, "boxesSummary").text()
    details = dialog.findChild(QLabel, "boxesDetails").text()
    assert said == "10 boxes on 5 images of this project. block 10"
    assert "1 box is on an image that is not in this project: 99." in details and "1 record has no box" in details
    dialog.score.setValue(0.5)
    assert dialog.findChild(QLabel, "boxesSummary").text().startswith("5 boxes on 5 images")
    dialog.score.setValue(0.0)
    press(dialog, "boxesButton")
    hands.wait()
    assert driver.window.notice_bar.text == "10 proposals of 10 boxes, in 5 images."
    assert len(hands.shown) == 2 and driver.annotations == [] and driver.parts.tools.tool_id == "tool.propose"
    assert {offer.category for offer in hands.shown.values()} == {"block"}
    driver.trigger("automatic.accept_shown")
    made = driver.parts.edits.annotations
    assert [a.provenance.source for a in made] == ["boxes"] * 2
    assert sorted(a.score for a in made) == pytest.approx([0.3, 0.9])
    assert {driver.parts.edits.category(a.category_id).name for a in made} == {"block"}
    driver.trigger("edit.undo")
    assert driver.parts.edits.categories == () and len(hands.shown) == 2
    driver.go("image.next")
    driver.qtbot.waitUntil(lambda: len(hands.shown) == 2)


def test_a_folder_of_labels_into_one_category(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Labels of YOLO would be put into categories named by numbers."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    driver.parts.edits.add_category("cell")
    labels = tmp_path / "labels"
    labels.mkdir()
    x, y = photos[1]["photo1.png"][0]
    (labels / "photo1.txt").write_text(f"0 {x / 160} {y / 120} 0.3 0.4 0.8\n3 0.5 0.5 0.1 0.1\n")
    dialog = fill_dialog(driver, labels)
    assert dialog.format_id == "yolo" and "not known here: 3" in dialog.findChild(QLabel, "boxesDetails").text()
    category = dialog.findChild(QComboBox, "boxesCategory")
    category.setCurrentIndex(category.findData("cell"))
    press(dialog, "boxesButton")
    hands.wait()
    driver.qtbot.waitUntil(lambda: len(hands.shown) == 1)
    driver.click(*hands.place(hands.clickable()[0]))
    (annotation,) = driver.parts.edits.annotations
    assert driver.parts.edits.category(annotation.category_id).name == "cell"


def test_a_file_that_is_none_is_said_in_the_dialog(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A wrong file would be found out after the dialog is gone."""
    driver = open_window(photos[0])
    Hands(driver)
    path = tmp_path / "broken.json"
    path.write_text("[{")
    dialog = fill_dialog(driver, path)
    assert "no valid JSON" in dialog.findChild(QLabel, "boxesSummary").text()
    assert not dialog.findChild(QPushButton, "boxesButton").isEnabled()
    path.write_text("[]")
    dialog.set_path(tmp_path)
    dialog.set_path(path)
    driver.qtbot.waitUntil(lambda: "0 boxes" in dialog.findChild(QLabel, "boxesSummary").text())
    assert not dialog.findChild(QPushButton, "boxesButton").isEnabled()
    press(dialog, "closeButton")


def test_a_real_network_gives_the_reference_s_masks_through_the_window(open_window: Open, photos: Photos) -> None:
    """Between cache, threads and batches of the window, single pixels would differ from a script's."""
    from segment_anything import SamAutomaticMaskGenerator

    driver = open_window(photos[0], "builtin")
    hands = Hands(driver, points=5)
    for name, value in (("pred_iou_thresh", 0.25), ("stability_score_thresh", 0.6)):
        hands.dock.form.numbers[name].setValue(value)
    hands.run()
    engine = load_engine("builtin", device="cpu")
    options = in_window(hands.dock.options, engine.info)
    generator = SamAutomaticMaskGenerator(engine._model, **options.to_json(), output_mode="coco_rle")
    records = [r for r in generator.generate(read_image(photos[0] / "photo1.png")) if r["area"]]
    assert len(records) > 2
    for offer, record in zip(hands.shown.values(), records, strict=True):
        assert offer.mask.to_coco_rle() == record["segmentation"]
        assert offer.predicted_iou == record["predicted_iou"] and offer.stability_score == record["stability_score"]
        assert [list(point) for point in offer.provenance.prompt.point_coords] == record["point_coords"]


def test_a_broken_image_stops_none_of_the_others(open_window: Open, photos: Photos) -> None:
    """One damaged file would end the search of the night, or be passed over without a word."""
    (photos[0] / "photo3.png").write_bytes(b"no image")
    driver = open_window(photos[0])
    hands = Hands(driver)
    hands.run("project")
    text = driver.window.notice_bar.text
    assert "in 4 images" in text and "1 image can't be used" in text and "photo3.png" in text


def test_a_search_of_one_image_ends_while_another_is_on_screen(open_window: Open, photos: Photos) -> None:
    """The tool would change under the hand of who works on the next image, or a mask land there."""
    driver = open_window(photos[0])
    hands = Hands(driver, points=24)
    hands.choose("image")
    hands.press_run()
    driver.go("image.next")
    driver.trigger("tool.brush")
    hands.wait()
    assert not hands.shown and driver.parts.tools.tool_id == "tool.brush"
    driver.go("image.previous")
    driver.qtbot.waitUntil(lambda: bool(hands.shown))


def test_the_list_is_searched_where_a_filter_is_set(open_window: Open, photos: Photos) -> None:
    """Who filtered for a few images would search all of them."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    rows = [1, 3]
    driver.parts.project.set_walk(rows)
    driver.parts.images.changed.emit()
    hands.run("filtered")
    assert "in 2 images" in driver.window.notice_bar.text
    driver.parts.project.set_walk(None)
    driver.go("image.next")
    driver.qtbot.waitUntil(lambda: bool(hands.shown))


def test_a_search_waits_for_the_engine(open_window: Open, photos: Photos, held_engine: Any) -> None:
    """Who is quicker than the loading of the network would have to press again."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    held_engine.gates["load"].shut()
    driver.parts.engines.use("fake")
    hands.choose("image")
    hands.press_run()
    assert hands.feature.runner.is_running and "Waiting" in hands.feature.runner.text
    held_engine.gates["load"].open()
    hands.wait()
    driver.qtbot.waitUntil(lambda: bool(hands.shown))
