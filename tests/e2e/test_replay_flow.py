"""Replay in the real window: prompts answered again, old beside new, and what is accepted, kept, and taken back."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hands import make_photo
from mask_hands import exported
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView
from replay_hands import accept, change, child, panel, press, run, states

from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_edits import MaskEdit
from sam_annotator.core.records import Annotation
from sam_annotator.engine.replaying import ReplayResult
from sam_annotator.store.store import Store
from sam_annotator.ui import replay_feature
from sam_annotator.ui.commands import UpdateAnnotations
from sam_annotator.ui.docks.replay_dock import ReplayDock
from sam_annotator.ui.mask_commands import ChangeMasks
from sam_annotator.ui.models.replay_list import State
from sam_annotator.ui.replay_commands import AcceptReplayed, Standing

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def test_the_same_engine_gives_the_same_masks(open_window: Open, photos: Photos) -> None:
    """Stored prompts that gave other masks the next time could not be trusted for anything."""
    driver = open_window(photos[0])
    accept(driver, *photos[1]["photo1.png"][:3])
    driver.go("image.next")
    accept(driver, *photos[1]["photo2.png"][:2])
    dock = panel(driver)
    run(driver, dock, "project")
    assert states(dock) == [State.STAYS] * 5 and "has made it already" in dock.proxy.shown[0].words
    QTest.mouseClick(dock.form.again, Qt.MouseButton.LeftButton, pos=dock.form.again.rect().center() * 0.2)
    assert dock.form.again.isChecked()
    run(driver, dock, "project")
    assert states(dock) == [State.SAME] * 5 and not driver.action("replay.accept").isEnabled()


def test_masks_of_another_engine_are_shown_compared_and_accepted_in_one_step(
    open_window: Open, photos: Photos, tmp_path: Path
) -> None:
    """A better model would be of no use for what is annotated already."""
    driver = open_window(photos[0])
    accept(driver, *photos[1]["photo1.png"][:3])
    ids = [a.id for a in driver.parts.edits.annotations]
    true = {i: driver.parts.edits.stored(i) for i in ids}
    olds = [change(driver, i, columns) for i, columns in zip(ids, (2, 6, 11), strict=True)]
    driver.go("image.next")
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    dock = panel(driver)
    run(driver, dock, "project")
    assert states(dock) == [State.OPEN] * 3
    assert [row.annotation_id for row in dock.proxy.shown] == ids[::-1]  # the least alike first
    assert exported(driver, tmp_path) == before  # nothing is changed before it is accepted
    driver.qtbot.waitUntil(lambda: driver.parts.project.image.name == "photo1.png" and driver.parts.images.has_image)
    driver.qtbot.waitUntil(lambda: driver.parts.edits.selection == {ids[2]})
    new = true[ids[2]]
    assert new is not None and driver.parts.edits.previewed == {ids[2]: new.mask}
    gained = [a.mask.to_array() for a in driver.canvas.differences.annotations]
    assert len(gained) == 1 and np.array_equal(gained[0], new.mask.to_array() & ~olds[2].mask.to_array())
    press(dock, "replayView-old")
    assert driver.parts.edits.previewed == {} and driver.canvas.differences.is_empty
    driver.trigger("replay.view")
    assert driver.parts.edits.previewed != {}
    table = child(dock, QTableView, "replayTable")
    QTest.keyClick(table, Qt.Key.Key_Down)  # type: ignore[arg-type]
    assert driver.parts.edits.selection == {ids[1]}
    press(dock, "replayAcceptShown")
    assert [driver.parts.edits.stored(i).mask for i in ids] == [true[i].mask for i in ids]  # type: ignore[union-attr]
    assert [driver.parts.edits.stored(i).provenance.engine_id for i in ids] == ["fake"] * 3  # type: ignore[union-attr]
    assert driver.parts.edits.undo_stack.index() == steps + 1 and states(dock) == [State.ACCEPTED] * 3
    driver.go("image.next")
    driver.trigger("edit.undo")  # goes to the image it changes
    driver.qtbot.waitUntil(lambda: driver.parts.project.image.name == "photo1.png" and driver.parts.images.has_image)
    assert exported(driver, tmp_path) == before and states(dock) == [State.OPEN] * 3
    driver.trigger("edit.redo")
    assert states(dock) == [State.ACCEPTED] * 3


def test_one_is_accepted_one_kept_and_those_above_an_iou_together(open_window: Open, photos: Photos) -> None:
    """To look at the doubtful ones and to take the others unseen is the point of the list."""
    driver = open_window(photos[0])
    accept(driver, *photos[1]["photo1.png"])
    ids = [a.id for a in driver.parts.edits.annotations]
    for i, columns in zip(ids, (1, 1, 1, 8, 9, 10), strict=True):
        change(driver, i, columns)
    dock = panel(driver)
    run(driver, dock, "image")
    worst = [row.annotation_id for row in dock.proxy.shown]
    driver.qtbot.waitUntil(lambda: dock.current is not None)
    driver.trigger("replay.accept")
    assert states(dock)[ids.index(worst[0])] is State.ACCEPTED
    driver.qtbot.waitUntil(lambda: dock.current is not None and dock.current.annotation_id == worst[1])
    press(dock, "replayKeep")
    assert states(dock)[ids.index(worst[1])] is State.KEPT
    limit = child(dock, QComboBox, "replayLimit")
    limit.setCurrentIndex(1)  # type: ignore[attr-defined]
    dock.iou.setValue(0.9)
    above = [row.annotation_id for row in dock.proxy.shown]
    assert above and set(above) < set(worst[2:])
    driver.qtbot.waitUntil(lambda: f"({len(above)})" in dock.accept_shown.text())
    press(dock, "replayAcceptShown")
    accepted = {i for i, state in zip(ids, states(dock), strict=True) if state is State.ACCEPTED}
    assert accepted == {worst[0], *above}
    dock.shown.setCurrentIndex(1)
    limit.setCurrentIndex(0)  # type: ignore[attr-defined]
    assert len(dock.proxy.shown) == len(accepted) + 1
    search = child(dock, QLineEdit, "replaySearch")
    QTest.keyClicks(search, "nothing like it")  # type: ignore[arg-type]
    assert not dock.proxy.shown


def test_what_was_changed_meanwhile_is_left_alone(open_window: Open, photos: Photos) -> None:
    """An hour of handwork since the replay would go with one click; so would what is locked."""
    driver = open_window(photos[0])
    accept(driver, *photos[1]["photo1.png"][:4])
    ids = [a.id for a in driver.parts.edits.annotations]
    for i in ids:
        change(driver, i, 3)
    dock = panel(driver)
    run(driver, dock, "image")
    changed = change(driver, ids[0], 5)
    driver.parts.edits.delete([ids[1]])
    driver.parts.edits.select([ids[2]])
    driver.trigger("annotation.toggle_lock")
    locked = driver.parts.edits.stored(ids[2])
    assert states(dock) == [State.CHANGED, State.GONE, State.OPEN, State.OPEN]
    driver.qtbot.waitUntil(lambda: "(2)" in dock.accept_shown.text())
    press(dock, "replayAcceptShown")
    assert driver.parts.edits.stored(ids[0]) == changed and driver.parts.edits.stored(ids[1]) is None
    assert driver.parts.edits.stored(ids[2]) == locked and states(dock)[3] is State.ACCEPTED
    assert driver.window.notice_bar.text == "1 new mask accepted. 1 is locked and stays."


def three_answers(driver: Driver, photos: Photos) -> ReplayDock:
    """Replay the image on screen, with three masks on it that were changed; returns the panel."""
    accept(driver, *photos[1]["photo1.png"][:3])
    for annotation in driver.parts.edits.annotations:
        change(driver, annotation.id, 3)
    dock = panel(driver)
    run(driver, dock, "image")
    return dock


def test_accepting_twice_says_nothing_the_second_time(
    open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While many rows are looked at again, a second click would say that nothing was accepted."""
    monkeypatch.setattr(replay_feature, "_CHECKED_AT_ONCE", 1)
    driver = open_window(photos[0])
    edits, dock = driver.parts.edits, three_answers(driver, photos)
    driver.qtbot.waitUntil(lambda: "(3)" in dock.accept_shown.text())
    said: list[str] = []
    edits.notice.connect(said.append)
    steps = edits.undo_stack.index()
    press(dock, "replayAcceptShown")
    assert states(dock) == [State.OPEN] * 3
    press(dock, "replayAcceptShown")
    assert said == [] and driver.window.notice_bar.text == "3 new masks accepted."
    assert edits.undo_stack.index() == steps + 1
    driver.qtbot.waitUntil(lambda: states(dock) == [State.ACCEPTED] * 3)


def test_few_of_many_are_accepted_without_reading_the_rest(
    open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One mask accepted on each of a hundred crowded images would hold the window while all their masks are read."""
    driver = open_window(photos[0])
    edits = driver.parts.edits
    accept(driver, photos[1]["photo1.png"][0])
    old = replace(change(driver, edits.annotations[0].id, 3), id=0)
    assert edits.run(lambda on: ChangeMasks(on, "Add", MaskEdit(added=(old,) * 11), select=False))
    dock = panel(driver)
    run(driver, dock, "image")
    assert states(dock) == [State.OPEN] * 12
    results = [row.result for row in dock.proxy.sourceModel().rows]  # type: ignore[attr-defined]
    edits.delete([results[0].annotation.id])
    driver.go("image.next")
    read: list[int] = []
    real = Store.annotations

    def noted(store: Store, image_id: int) -> tuple[Annotation, ...]:
        read.append(image_id)
        return real(store, image_id)

    def accepted(few: list[ReplayResult]) -> Standing | None:
        made: list[AcceptReplayed] = []
        edits.run(lambda on: made.append(AcceptReplayed(on, few)) or made[0])  # type: ignore[func-returns-value]
        return made[0].standing

    monkeypatch.setattr(Store, "annotations", noted)
    assert accepted(results[:2]) == Standing(1, 0, 1) and read == []
    assert accepted(results[2:]) == Standing(10, 0, 0) and read == [old.image_id]
    for result in results[1:]:
        stored = edits.stored(result.annotation.id)
        assert stored is not None and stored.mask == result.mask


def test_answers_that_were_taken_are_not_kept_for_undo(open_window: Open, photos: Photos) -> None:
    """The old and new masks of a whole project would stay in memory a second time, beside those of the step."""
    driver = open_window(photos[0])
    edits, dock = driver.parts.edits, three_answers(driver, photos)
    asked = [id(row.result.annotation) for row in dock.proxy.shown]
    old = [row.result.annotation for row in dock.proxy.shown]  # they live, so their addresses are theirs
    driver.qtbot.waitUntil(lambda: "(3)" in dock.accept_shown.text())
    press(dock, "replayAcceptShown")
    run(driver, dock, "image")
    gc.collect()
    assert not [r for r in gc.get_objects() if type(r) is ReplayResult and id(r.annotation) in asked]
    driver.trigger("edit.undo")
    assert [edits.stored(a.id) for a in old] == old
    driver.trigger("edit.redo")


def paint(driver: Driver, annotation_id: int) -> Annotation:
    """Add pixels in a corner by hand, far from the object."""
    edits = driver.parts.edits
    before = edits.stored(annotation_id)
    assert before is not None
    pixels = before.mask.to_array()
    pixels[:4, :4] = True
    after = replace(before, mask=Mask.from_array(pixels), provenance=replace(before.provenance, edited=True))
    assert edits.run(lambda each: UpdateAnnotations(each, "test", [before], [after], select=False))
    return after


def test_what_else_was_said_of_an_annotation_stays(open_window: Open, photos: Photos) -> None:
    """A category or a note given after the replay is no part of the answer, and is not taken back by it."""
    driver = open_window(photos[0])
    accept(driver, photos[1]["photo1.png"][0])
    (first,) = driver.parts.edits.annotations
    change(driver, first.id, 3)
    dock = panel(driver)
    run(driver, dock, "image")
    driver.parts.edits.add_category("other")
    driver.parts.edits.set_category([first.id], driver.parts.edits.current_category_id)
    assert states(dock) == [State.OPEN]
    driver.qtbot.waitUntil(lambda: "(1)" in dock.accept_shown.text())
    press(dock, "replayAcceptShown")
    stored = driver.parts.edits.stored(first.id)
    assert stored is not None and stored.mask == first.mask
    assert stored.category_id == driver.parts.edits.current_category_id != first.category_id


def test_hand_edits_stay_on_top(open_window: Open, photos: Photos) -> None:
    """What was corrected by hand would be corrected again after every replay."""
    driver = open_window(photos[0])
    accept(driver, *photos[1]["photo1.png"][:2])
    ids = [a.id for a in driver.parts.edits.annotations]
    painted = paint(driver, ids[0])
    dock = panel(driver)
    dock.form.again.setChecked(True)
    run(driver, dock, "image")
    assert states(dock) == [State.SAME] * 2
    lost = replace(painted, provenance=replace(painted.provenance, engine_id="vit_b", checkpoint_sha256="ab" * 32))
    driver.parts.edits.run(lambda each: UpdateAnnotations(each, "test", [painted], [lost], select=False))
    run(driver, dock, "image")
    assert states(dock) == [State.STAYS, State.SAME]
    assert "edited by hand" in dock.proxy.sourceModel().rows[0].words  # type: ignore[attr-defined]


def test_a_run_can_be_ended_and_clicks_are_answered_meanwhile(
    open_window: Open, photos: Photos, held_engine: object
) -> None:
    """Whoever replays ten thousand masks goes on working, and may think better of it."""
    driver = open_window(photos[0])
    for name in ("photo1.png", "photo2.png"):
        accept(driver, *photos[1][name][:2])
        driver.go("image.next")
    dock = panel(driver)
    dock.form.again.setChecked(True)
    gate = held_engine.gates["encode"]  # type: ignore[attr-defined]
    gate.shut()
    dock.form.choose_scope("project")
    press(dock, "replayRun")
    driver.qtbot.waitUntil(lambda: dock.form.cancel.isVisible())
    driver.qtbot.waitUntil(lambda: "Image" in dock.form.note.text())
    press(dock, "replayCancel")
    assert dock.form.run.isVisible() and "Ended" in dock.form.note.text()
    gate.open()
    accept(driver, photos[1]["photo3.png"][0])
    assert len(driver.parts.edits.annotations) == 1
    run(driver, dock, "project")
    assert states(dock)[:4] == [State.SAME] * 4


@pytest.mark.parametrize("what", ["project", "engine", "close", "images"])
def test_what_ends_or_outlives_a_run(
    open_window: Open, photos: Photos, held_engine: object, tmp_path: Path, what: str
) -> None:
    """Answers of one project must not come into another; a window that is closed must close."""
    driver = open_window(photos[0])
    for name in ("photo1.png", "photo2.png"):
        accept(driver, *photos[1][name][:2])
        driver.go("image.next")
    other = tmp_path / "other"
    other.mkdir()
    make_photo(other / "x.png", 9)
    dock = panel(driver)
    dock.form.again.setChecked(True)
    gate = held_engine.gates["predict"]  # type: ignore[attr-defined]
    gate.shut()
    dock.form.choose_scope("project")
    press(dock, "replayRun")
    driver.qtbot.waitUntil(lambda: "Image" in dock.form.note.text())
    if what == "project":
        with driver.qtbot.waitSignal(driver.window.image_ready):
            driver.parts.opening.open(other)
        gate.open()
        driver.settle()
        driver.qtbot.wait(50)
        assert dock.form.run.isVisible() and states(dock) == []
    elif what == "engine":
        driver.parts.engines.use("fake")
        gate.open()
        driver.qtbot.waitUntil(lambda: driver.parts.engines.info is not None)
        assert dock.form.run.isVisible() and "another engine" in dock.form.note.text()
    elif what == "images":
        driver.go("image.previous")
        driver.go("image.next")
        gate.open()
        driver.qtbot.waitUntil(dock.form.run.isVisible)
        assert states(dock) == [State.SAME] * 4
    else:
        driver.close()
        gate.open()
        assert not driver.window.isVisible()


def test_another_engine_is_loaded_and_asked(open_window: Open, photos: Photos) -> None:
    """A better model is chosen where its masks are wanted, not in another dialog first."""
    driver = open_window(photos[0])
    accept(driver, *photos[1]["photo1.png"][:2])
    painted = paint(driver, driver.parts.edits.annotations[0].id)
    dock = panel(driver)
    dock.form.engine.setCurrentIndex(dock.form.engine.findData("builtin"))
    dock.form.choose_scope("image")
    press(dock, "replayRun")
    driver.qtbot.waitUntil(lambda: len(states(dock)) == 2)
    driver.qtbot.waitUntil(dock.form.run.isVisible)
    assert driver.parts.engines.info.engine_id == "builtin" and State.STAYS not in states(dock)
    made = [row.result.provenance for row in dock.proxy.sourceModel().rows]  # type: ignore[attr-defined]
    assert [each.engine_id for each in made] == ["builtin"] * 2 and all(each.checkpoint_sha256 for each in made)
    assert driver.parts.edits.annotations[0].provenance.engine_id == "fake"
    first = dock.proxy.sourceModel().row_of(painted.id).result.mask  # type: ignore[attr-defined]
    assert first.to_array()[:4, :4].all()  # the hand's pixels, found by asking the engine that made the mask, too


def test_only_what_is_selected_is_asked_about(open_window: Open, photos: Photos) -> None:
    """To try an engine on one object, one would have to wait for all."""
    driver = open_window(photos[0])
    accept(driver, *photos[1]["photo1.png"][:3])
    ids = [a.id for a in driver.parts.edits.annotations]
    change(driver, ids[1], 4)
    driver.parts.edits.select([ids[1]])
    dock = panel(driver)
    assert dock.form.scope.currentData() == "selected"
    run(driver, dock, "selected")
    assert states(dock) == [State.OPEN]


def test_a_missing_image_is_said_and_the_others_go_on(open_window: Open, photos: Photos) -> None:
    """One file that is gone must not end a run of hours."""
    driver = open_window(photos[0])
    for name in ("photo1.png", "photo2.png"):
        accept(driver, photos[1][name][0])
        driver.go("image.next")
    (photos[0] / "photo1.png").unlink()
    dock = panel(driver)
    dock.form.again.setChecked(True)
    run(driver, dock, "project")
    assert states(dock) == [State.STAYS, State.SAME] and "can't be answered" in dock.form.note.text()
    assert "photo1.png" in dock.proxy.sourceModel().rows[0].words  # type: ignore[attr-defined]


def test_a_project_that_can_only_be_looked_at_is_compared(open_window: Open, photos: Photos) -> None:
    """A reviewer wants to see what a better model would change, without changing it."""
    driver = open_window(photos[0])
    accept(driver, photos[1]["photo1.png"][0])
    change(driver, driver.parts.edits.annotations[0].id, 4)
    other = open_window(photos[0])
    assert other.parts.edits.is_read_only
    dock = panel(other)
    run(other, dock, "image")
    other.qtbot.waitUntil(lambda: dock.current is not None)
    assert states(dock) == [State.OPEN] and not dock.accept_shown.isEnabled()
    assert not other.action("replay.accept").isEnabled()


@pytest.mark.parametrize("name", ["replayScope", "replayEngine", "replayShown", "replayLimit"])
def test_every_box_says_what_it_is(open_window: Open, photos: Photos, name: str) -> None:
    """A screen reader would say "combo box" four times."""
    driver = open_window(photos[0])
    dock = panel(driver)
    assert child(dock, QComboBox, name).accessibleName()  # type: ignore[attr-defined]
