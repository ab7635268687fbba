"""Searches that go on while the user does, over images, restarts and engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from proposal_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sam_annotator.core.image_io import read_image
from sam_annotator.core.mask import Mask
from sam_annotator.engine.automatic import propose
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.registry import load_engine
from sam_annotator.ui.automatic_feature import in_window

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton


def masks_of(hands: Hands) -> set[Mask]:
    return {offer.mask for offer in hands.shown.values()}


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
    hands = Hands(driver, points=24)
    hands.choose("image")
    hands.press_run()
    driver.qtbot.waitUntil(lambda: bool(hands.shown))
    assert all(number < 0 for number in hands.shown)
    driver.trigger("tool.propose")
    x, y = hands.place(hands.clickable()[0])
    driver.click(x, y)
    (mask,) = (a.mask for a in driver.parts.edits.annotations)  # perhaps that of a later preview, which came meanwhile
    assert mask.to_array()[int(y), int(x)] and mask not in masks_of(hands)
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
