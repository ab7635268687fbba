"""Masks accepted as drafts are replaced by the chosen engine's later: only untouched ones, undoably, and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from draft_engines import QUICK_ID
from drafting import Engines, Open, Photos, engines_of, expected_mask
from PySide6.QtCore import Qt

from sam_annotator.__main__ import main as cli_main
from sam_annotator.store.store import Store


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch, open_window: Open) -> Iterator[Engines]:
    engines = Engines(monkeypatch)
    yield engines
    engines.open()


@pytest.fixture
def driver(engines: Engines, open_window: Open, photos: Photos) -> Any:
    """A window on five photographs whose large engine is held in its first encoding, and drafts can be had."""
    engines.shut("big.encode")
    driver = open_window(photos[0], "big")
    await_drafts(driver)
    driver.qtbot.waitUntil(lambda: engines.big.gates["encode"].is_holding)
    return driver


def await_drafts(driver: Any) -> None:
    image_id = driver.parts.project.image.id
    driver.qtbot.waitUntil(lambda: driver.parts.worker.is_drafted(image_id))


def accept(driver: Any, place: tuple[int, int]) -> int:
    """Accept a draft; return its id."""
    driver.click(*place)
    driver.settle()
    assert driver.parts.session.answer.is_draft
    driver.key(Qt.Key.Key_Return)
    assert driver.parts.session.answer is None
    return max(a.id for a in driver.parts.edits.annotations)


def rest(driver: Any) -> None:
    """Wait until no draft waits to be upgraded."""
    driver.qtbot.waitUntil(lambda: not driver.parts.upgrades.is_waiting)


def is_answered(driver: Any) -> bool:
    """Whether the large engine has said all about the drafts that wait."""
    upgrades = driver.parts.upgrades
    return upgrades.is_waiting and upgrades._drafts.keys() == upgrades._answers.keys()


def export(folder: Path, out: Path) -> bytes:
    assert cli_main(["export", str(folder), "--format", "coco", "--out", str(out)]) == 0
    return out.read_bytes()


def check_masks(driver: Any, folder: Path) -> None:
    for image in driver.parts.project.store.images():
        for annotation in driver.parts.project.store.annotations(image.id):
            assert np.array_equal(annotation.mask.to_array(), expected_mask(annotation, folder / image.file_name))


def test_an_accepted_draft_is_stored_as_what_it_is_and_upgraded(
    driver: Any, engines: Engines, photos: Photos, tmp_path: Path
) -> None:
    """Masks of the small model would stay in a project that was made with a large one; or undo could not go back."""
    folder, points = photos
    for place in points["photo1.png"][:2]:
        accept(driver, place)
    assert engines.big.gates["encode"].is_holding and engines_of(driver) == [QUICK_ID, QUICK_ID]
    check_masks(driver, folder)
    before = export(folder, tmp_path / "before.json")
    stack = driver.parts.edits.undo_stack
    steps = stack.count()
    engines.open()
    rest(driver)
    assert engines_of(driver) == ["big", "big"] and stack.count() == steps + 1
    assert stack.undoText() == "Upgrade 2 masks to Big"
    check_masks(driver, folder)
    after = export(folder, tmp_path / "after.json")
    assert after != before

    driver.trigger("edit.undo")
    assert engines_of(driver) == [QUICK_ID, QUICK_ID] and export(folder, tmp_path / "undone.json") == before
    driver.qtbot.wait(50)
    assert engines_of(driver) == [QUICK_ID, QUICK_ID]  # what was taken back is not done again
    driver.trigger("edit.redo")
    assert export(folder, tmp_path / "redone.json") == after
    driver.trigger("edit.undo")
    driver.parts.edits.add_category("cat")
    driver.qtbot.wait(50)
    assert engines_of(driver) == [QUICK_ID, QUICK_ID] and stack.undoText() == "Add category"


def change_category(driver: Any, annotation_id: int) -> None:
    driver.parts.edits.add_category("cat")
    driver.parts.edits.set_category([annotation_id], driver.parts.edits.categories[-1].id)


def paint(driver: Any, annotation_id: int) -> None:
    driver.parts.edits.select([annotation_id])
    driver.trigger("tool.brush")
    driver.drag(100, 100, 110, 110)
    driver.trigger("tool.prompt")
    driver.parts.edits.select([])


def mark_crowd(driver: Any, annotation_id: int) -> None:
    driver.parts.edits.select([annotation_id])
    driver.parts.edits.toggle_crowd()
    driver.parts.edits.select([])


def delete(driver: Any, annotation_id: int) -> None:
    driver.parts.edits.delete([annotation_id])


@pytest.mark.parametrize("touch", [change_category, paint, mark_crowd, delete])
def test_what_was_touched_since_is_left_alone(
    driver: Any, engines: Engines, photos: Photos, touch: Callable[[Any, int], None]
) -> None:
    """Work done on a mask by hand would be overwritten a moment later, or a deleted one come back."""
    points = photos[1]["photo1.png"]
    touched, other = accept(driver, points[0]), accept(driver, points[1])
    touch(driver, touched)
    left = driver.parts.edits.stored(touched)
    engines.open()
    rest(driver)
    assert driver.parts.edits.stored(touched) == left
    assert driver.parts.edits.stored(other).provenance.engine_id == "big"


def test_the_setting_keeps_drafts(driver: Any, engines: Engines, photos: Photos) -> None:
    """Who wants masks to stay what they were when accepted could not have it."""
    first = accept(driver, photos[1]["photo1.png"][0])
    driver.parts.settings.change(upgrade_drafts=False)
    accept(driver, photos[1]["photo1.png"][1])
    assert not driver.parts.upgrades.is_waiting
    engines.open()
    driver.qtbot.waitUntil(lambda: driver.parts.worker.is_encoded(driver.parts.project.image.id))
    driver.qtbot.wait(50)
    assert engines_of(driver) == [QUICK_ID, QUICK_ID]
    driver.parts.settings.change(upgrade_drafts=True)
    driver.qtbot.wait(50)
    assert driver.parts.edits.stored(first).provenance.engine_id == QUICK_ID


def test_it_waits_while_there_is_something_to_redo(
    driver: Any, engines: Engines, photos: Photos, tmp_path: Path
) -> None:
    """Whoever undoes too much would lose it for good, because a mask was upgraded at that moment."""
    folder, points = photos
    for place in points["photo1.png"][:3]:
        accept(driver, place)
    all_three = export(folder, tmp_path / "three.json")
    driver.trigger("edit.undo")
    driver.trigger("edit.undo")
    engines.open()
    driver.qtbot.waitUntil(lambda: is_answered(driver))
    driver.qtbot.wait(50)
    stack = driver.parts.edits.undo_stack
    assert stack.canRedo() and engines_of(driver) == [QUICK_ID]
    driver.trigger("edit.redo")
    driver.qtbot.wait(50)
    assert stack.canRedo() and engines_of(driver) == [QUICK_ID] * 2
    driver.parts.edits.redo()
    assert export(folder, tmp_path / "again.json") == all_three
    rest(driver)
    assert engines_of(driver) == ["big"] * 3 and not stack.canRedo()


def test_what_was_undone_for_good_stays_away(driver: Any, engines: Engines, photos: Photos) -> None:
    """A mask that was taken back would be added again by its upgrade."""
    points = photos[1]["photo1.png"]
    accept(driver, points[0])
    accept(driver, points[1])
    driver.trigger("edit.undo")
    engines.open()
    driver.qtbot.waitUntil(lambda: is_answered(driver))
    driver.parts.edits.add_category("cat")  # nothing to redo any more
    rest(driver)
    assert engines_of(driver) == ["big"]


def test_images_that_were_left_are_upgraded_one_after_another(
    driver: Any, engines: Engines, photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is faster than the large engine would have its masks on the last image only."""
    folder, points = photos
    for _ in range(4):
        name = driver.parts.project.image.file_name
        await_drafts(driver)
        accept(driver, points[name][0])
        accept(driver, points[name][1])
        driver.go("image.next")
    fetched: list[int] = []
    driver.parts.loader.fetched.connect(lambda image_id, _loaded: fetched.append(image_id))
    engines.open()
    rest(driver)
    images = driver.parts.project.images
    store = driver.parts.project.store
    made_by = [[a.provenance.engine_id for a in store.annotations(image.id)] for image in images]
    assert made_by == [["big", "big"]] * 4 + [[]]
    check_masks(driver, folder)
    assert len(set(fetched)) == len(fetched) >= 2  # one after another, each once
    assert driver.parts.upgrades._held is None
    assert driver.parts.project.image.file_name == "photo5.png"  # nobody was taken elsewhere


def test_a_file_that_changed_or_went_is_left_alone(driver: Any, engines: Engines, photos: Photos) -> None:
    """The mask of another picture would be put in the place of one that was accepted; or all others never come."""
    folder, points = photos
    for _ in range(4):
        await_drafts(driver)
        accept(driver, points[driver.parts.project.image.file_name][0])
        driver.go("image.next")
    driver.parts.loader._decoder._kept.clear()
    (folder / "photo2.png").write_bytes((folder / "photo5.png").read_bytes())
    (folder / "photo3.png").unlink()
    engines.open()
    rest(driver)
    store = driver.parts.project.store
    made_by = [[a.provenance.engine_id for a in store.annotations(i.id)] for i in driver.parts.project.images]
    assert made_by[0] == ["big"] and made_by[1] == [QUICK_ID] and made_by[3] == ["big"]


def test_closing_waits_for_no_upgrade_and_loses_nothing(
    driver: Any, engines: Engines, photos: Photos, open_window: Open
) -> None:
    """The window would stay open for minutes, or the masks be gone."""
    folder, points = photos
    accept(driver, points["photo1.png"][0])
    with Store.open(folder, read_only=True) as store:  # a moment later the power may be gone
        (stored,) = store.annotations(driver.parts.project.image.id)
    assert driver.window.close() and engines.big.encoded == [] and not engines.big.gates["encode"].gave_up
    with Store.open(folder) as store:
        assert store.annotations(stored.image_id) == (stored,) and store.check() == []
    engines.open()
    again = open_window(folder, "big")
    again.qtbot.waitUntil(lambda: again.parts.worker.is_encoded(stored.image_id))
    assert again.parts.edits.annotations == (stored,)


def test_another_project_gets_nothing_of_it(driver: Any, engines: Engines, photos: Photos, tmp_path: Path) -> None:
    """A mask would be written into the annotation that has the same number in another project."""
    folder, points = photos
    annotation_id = accept(driver, points["photo1.png"][0])
    other = tmp_path / "other"
    other.mkdir()
    (other / "photo1.png").write_bytes((folder / "photo1.png").read_bytes())
    with driver.qtbot.waitSignal(driver.window.image_ready):
        driver.parts.opening.open(other)
    await_drafts(driver)
    driver.trigger("tool.brush")
    driver.drag(10, 10, 40, 40)
    (painted,) = driver.parts.edits.annotations
    assert painted.id == annotation_id
    engines.open()
    driver.qtbot.waitUntil(lambda: driver.parts.worker.is_encoded(driver.parts.project.image.id))
    driver.qtbot.wait(50)
    assert driver.parts.edits.annotations == (painted,) and not driver.parts.upgrades.is_waiting


@pytest.mark.parametrize("chosen", ["bigger", QUICK_ID])
def test_another_engine_chosen_meanwhile(driver: Any, engines: Engines, photos: Photos, chosen: str) -> None:
    """Masks would be upgraded by an engine that was left; or to the one that made them."""
    accept(driver, photos[1]["photo1.png"][0])
    before = driver.parts.edits.annotations
    driver.parts.engines.use(chosen)
    with driver.qtbot.waitSignal(driver.window.engine_ready):
        pass
    rest(driver)
    if chosen == "bigger":
        assert engines_of(driver) == ["bigger"]
    else:
        assert driver.parts.edits.annotations == before and driver.parts.edits.undo_stack.count() == 1


@pytest.mark.parametrize("how", ["fails", "empty"])
def test_an_answer_that_is_none_keeps_the_draft(
    driver: Any, engines: Engines, photos: Photos, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mask that was accepted would vanish, since another engine sees nothing there."""
    accept(driver, photos[1]["photo1.png"][0])
    before, told = driver.parts.edits.annotations, driver.window.notice_bar.text
    real = engines.big.predict

    def predict(*arguments: Any) -> Any:
        if how == "fails":
            raise MemoryError
        prediction = real(*arguments)
        logits, masks = np.full_like(prediction.low_res_logits, -9), np.zeros_like(prediction.masks)
        return type(prediction)(masks, prediction.predicted_iou, logits)

    monkeypatch.setattr(engines.big, "predict", predict)
    engines.open()
    rest(driver)
    assert driver.parts.edits.annotations == before and driver.window.notice_bar.text == told


def test_a_mask_that_is_being_refined_waits(driver: Any, engines: Engines, photos: Photos) -> None:
    """The mask under one's hands would change, and what is accepted then be built on another."""
    points = photos[1]["photo1.png"]
    annotation_id = accept(driver, points[0])
    driver.parts.edits.select([annotation_id])
    driver.click(*points[1])
    driver.settle()
    engines.open()
    driver.qtbot.waitUntil(lambda: is_answered(driver))
    driver.qtbot.wait(50)
    assert engines_of(driver) == [QUICK_ID]
    driver.key(Qt.Key.Key_Escape)
    rest(driver)
    assert engines_of(driver) == ["big"]


def test_a_refined_draft_is_upgraded_to_what_the_chosen_engine_would_have_shown(
    driver: Any, engines: Engines, photos: Photos
) -> None:
    """What is stored in the end would depend on how quick the computer is."""
    points = photos[1]["photo1.png"]
    annotation_id = accept(driver, points[0])
    driver.parts.edits.select([annotation_id])
    driver.click(*points[1])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    (refined,) = driver.parts.edits.annotations
    assert len(refined.provenance.prompt.point_coords) == 2
    engines.open()
    rest(driver)
    (upgraded,) = driver.parts.edits.annotations
    assert upgraded.provenance.engine_id == "big" and upgraded.provenance.prompt == refined.provenance.prompt
    check_masks(driver, photos[0])


def test_a_click_accepted_before_any_answer_is_kept_as_a_draft(driver: Any, engines: Engines, photos: Photos) -> None:
    """Whoever clicks and presses Enter at once would wait for the large engine before the mask is safe."""
    engines.shut("quick.predict")
    driver.click(*photos[1]["photo1.png"][0])
    driver.key(Qt.Key.Key_Return)
    assert driver.parts.session.is_finishing
    engines.quick.gates["predict"].open()
    driver.settle()
    assert engines_of(driver) == [QUICK_ID] and engines.big.gates["encode"].is_holding
    engines.open()
    rest(driver)
    assert engines_of(driver) == ["big"]


def test_what_was_upgraded_is_listed_and_shown(driver: Any, engines: Engines, photos: Photos) -> None:
    """Masks would change without anybody knowing which."""
    points, panel = photos[1], driver.window.status_panel
    first = [accept(driver, place) for place in points["photo1.png"][:2]]
    driver.go("image.next")
    await_drafts(driver)
    second = accept(driver, points["photo2.png"][0])
    driver.go("image.next")
    assert not panel.upgraded.isVisible()
    engines.open()
    rest(driver)
    assert panel.upgraded.isVisible() and panel.upgraded.words == "3 masks upgraded by Big"
    shown: dict[str, frozenset[int]] = {}
    for _ in range(2):
        with driver.qtbot.waitSignal(driver.window.image_ready):
            panel.upgraded.click()
        driver.await_image()
        shown[driver.parts.project.image.file_name] = driver.parts.edits.selection
    assert shown == {"photo1.png": frozenset(first), "photo2.png": frozenset((second,))}
    assert not panel.upgraded.isVisible()
