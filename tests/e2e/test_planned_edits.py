"""What becomes of very many annotations is worked out on another thread, with Cancel: masks, answers, the clipboard."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gates import Gate, hold_elsewhere
from hands import make_photo
from mask_hands import SIZE, block, exported
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSpinBox
from replay_hands import accept, panel, press, run, states
from waiting_hands import cancelled_at

from sam_annotator.core import mask_algebra, mask_edits
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.mask_edits import MaskEdit, settle, split_parts, take_from
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store
from sam_annotator.ui.mask_commands import ChangeMasks
from sam_annotator.ui.models.replay_list import State

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
COUNT = 210


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, open_window: Open) -> Iterator[Gate]:
    """A gate in what is worked out of each mask: its parts, or what others leave of it."""
    gate = Gate()
    for module, name in ((mask_edits, "split"), (mask_edits, "difference"), (mask_algebra, "difference")):
        hold_elsewhere(monkeypatch, module, name, gate)
    yield gate
    gate.open()


def planes() -> list[BoolArray]:
    """Pairs of blocks, one beside the other; each overlaps its neighbours."""
    made = []
    for i in range(COUNT):
        x, y = i % 21 * 7, i // 21 * 11
        made.append(block(x, y, x + 9, y + 9) & ~block(x + 4, 0, x + 5, SIZE[0]))
    return made


def add(driver: Any, masks: list[BoolArray]) -> tuple[Annotation, ...]:
    edits = driver.parts.edits
    added = tuple(Annotation(0, edits.image.id, edits.current_category_id, Mask.from_array(pixels)) for pixels in masks)
    known = {a.id for a in edits.annotations}
    assert edits.run(lambda on: ChangeMasks(on, "Add", MaskEdit(added=added)))
    return tuple(a for a in edits.annotations if a.id not in known)


def pixels_of(driver: Any) -> list[bytes]:
    return sorted(a.mask.counts.encode() for a in driver.parts.edits.annotations)


def start(open_window: Open, photos: Photos) -> tuple[Any, tuple[Annotation, ...]]:
    driver = open_window(photos[0])
    driver.parts.features.make()
    driver.parts.edits.add_category("cell")
    return driver, add(driver, planes())


@pytest.mark.parametrize("action_id", ["mask.split", "mask.take_from_others", "annotation.move_right"])
def test_what_many_masks_become_can_be_cancelled_and_is_the_same(
    open_window: Open, photos: Photos, tmp_path: Path, gate: Gate, action_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window would stand still for seconds, a wrong key could not be stopped, or a pixel would get lost."""
    from sam_annotator.ui import move_feature

    hold_elsewhere(monkeypatch, move_feature, "shifted", gate)
    driver, there = start(open_window, photos)
    edits = driver.parts.edits
    chosen = there[::2] if action_id == "mask.take_from_others" else there
    before, steps = exported(driver, tmp_path), edits.undo_stack.index()
    edits.select([a.id for a in chosen])
    told: list[str] = []
    edits.notice.connect(told.append)
    assert len(cancelled_at(gate, lambda: driver.trigger(action_id))) == 1
    assert told == ["That was cancelled; nothing was changed."]
    assert exported(driver, tmp_path) == before and edits.undo_stack.index() == steps
    assert edits.selection == {a.id for a in chosen}
    driver.trigger(action_id)
    if action_id == "mask.split":
        plan = split_parts(there)
    elif action_id == "mask.take_from_others":
        plan = take_from(chosen, [a for a in there if a not in chosen])
    else:
        plan = MaskEdit(there, tuple(mask_algebra.with_mask(a, mask_algebra.shifted(a.mask, 1, 0)) for a in there))
    gone = {a.id for a in (*plan.before, *plan.lost)}
    wanted = [*(a for a in there if a.id not in gone), *plan.after, *plan.added]
    assert pixels_of(driver) == sorted(a.mask.counts.encode() for a in wanted)
    after = exported(driver, tmp_path)
    for _ in range(2):
        driver.trigger("edit.undo")
        assert exported(driver, tmp_path) == before
        driver.trigger("edit.redo")
        assert exported(driver, tmp_path) == after
    assert edits.undo_stack.index() == steps + 1 and driver.parts.project.store.check() == []


def test_cleaning_up_very_many_can_be_cancelled_and_is_drawn_once(
    open_window: Open, photos: Photos, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window would stand still twice: for the notes of thousands, and to draw what was on screen already."""
    from sam_annotator.ui import clean_up_feature

    hold_elsewhere(monkeypatch, clean_up_feature, "with_clean_up", gate)
    driver, there = start(open_window, photos)
    edits = driver.parts.edits
    before, steps = exported(driver, tmp_path), edits.undo_stack.index()
    edits.select([a.id for a in there])
    driver.trigger("mask.clean_up")
    driver.window.findChild(QSpinBox, "cleanUpGrow").setValue(1)
    driver.qtbot.waitUntil(lambda: len(edits.previewed) == COUNT)
    shown = dict(edits.previewed)
    assert cancelled_at(gate, lambda: driver.trigger("clean_up.apply")) == ["Clean up"]
    assert exported(driver, tmp_path) == before and edits.undo_stack.index() == steps and edits.previewed == shown
    drawn: list[int] = []
    edits.annotations_changed.connect(lambda: drawn.append(len(edits.previewed)))
    driver.trigger("clean_up.apply")
    assert drawn == [COUNT] and not edits.previewed
    assert {a.id: a.mask for a in edits.annotations} == shown
    driver.trigger("edit.undo")
    assert exported(driver, tmp_path) == before


def test_one_mask_that_takes_from_very_many_can_be_cancelled(
    open_window: Open, photos: Photos, tmp_path: Path, gate: Gate
) -> None:
    """Where no pixel may belong to two, one brush stroke over hundreds of masks would hold the window."""
    driver, there = start(open_window, photos)
    edits = driver.parts.edits
    driver.trigger("mask.no_overlap")
    before, steps = exported(driver, tmp_path), edits.undo_stack.index()
    wide = Annotation(0, edits.image.id, edits.current_category_id, Mask.from_array(np.ones(SIZE, np.bool_)))
    plan = MaskEdit(added=(wide,))
    made: list[bool] = []
    assert cancelled_at(gate, lambda: made.append(edits.run(lambda on: ChangeMasks(on, "Add", plan)))) == ["Add"]
    assert made == [False] and exported(driver, tmp_path) == before and edits.undo_stack.index() == steps
    (placed,) = add(driver, [np.ones(SIZE, np.bool_)])
    assert settle((*there, placed), {placed.id}).lost == there
    assert pixels_of(driver) == [placed.mask.counts.encode()]
    after = exported(driver, tmp_path)
    driver.trigger("edit.undo")
    assert exported(driver, tmp_path) == before
    driver.trigger("edit.redo")
    assert exported(driver, tmp_path) == after


def test_an_edit_that_is_on_disk_stands_whatever_fails_after_it(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What was deleted would be gone from the disk, still be on screen, and could not be taken back."""
    driver, there = start(open_window, photos)
    edits = driver.parts.edits
    before, steps = exported(driver, tmp_path), edits.undo_stack.index()
    read = Store.annotations

    def fail_elsewhere(store: Store, image_id: int) -> tuple[Annotation, ...]:
        if threading.current_thread() is threading.main_thread():
            return read(store, image_id)
        raise MemoryError("no room to read ahead")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "annotations", fail_elsewhere)
        edits.delete([a.id for a in there])
        assert "no room to read ahead" in caplog.text
        assert edits.annotations == () and edits.undo_stack.index() == steps + 1
        driver.trigger("edit.undo")
        assert edits.annotations == there
    assert exported(driver, tmp_path) == before and driver.parts.project.store.check() == []


def test_accepting_very_many_answers_can_be_cancelled(
    open_window: Open, photos: Photos, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of a project would have new masks after Cancel, or answers that were not taken would be gone."""
    from sam_annotator.ui import replay_commands

    hold_elsewhere(monkeypatch, replay_commands, "state_of", gate)
    driver = open_window(photos[0])
    edits = driver.parts.edits
    accept(driver, photos[1]["photo1.png"][0])
    (first,) = edits.annotations
    made = replace(first.provenance, engine_id="another")
    old = tuple(replace(first, id=0, mask=Mask.from_array(pixels), provenance=made) for pixels in planes())
    assert edits.run(lambda on: ChangeMasks(on, "Add", MaskEdit(added=old), select=False))
    old = edits.annotations[1:]
    dock = panel(driver)
    run(driver, dock, "image")
    edits.delete([old[0].id])
    edits.select([old[1].id])
    driver.trigger("annotation.toggle_lock")
    shown, before, steps = states(dock), exported(driver, tmp_path), edits.undo_stack.index()
    assert shown == [State.STAYS, State.GONE, *[State.OPEN] * (COUNT - 1)]
    driver.qtbot.waitUntil(lambda: f"({COUNT - 1})" in dock.accept_shown.text())
    said = cancelled_at(gate, lambda: press(dock, "replayAcceptShown"))
    assert said == [f"Accept {COUNT - 1} new masks"]
    assert driver.window.notice_bar.text == "That was cancelled; nothing was changed."
    assert exported(driver, tmp_path) == before and edits.undo_stack.index() == steps and states(dock) == shown
    press(dock, "replayAcceptShown")
    assert driver.window.notice_bar.text == f"{COUNT - 2} new masks accepted. 1 is locked and stays."
    assert edits.undo_stack.undoText() == f"Accept {COUNT - 2} new masks"
    assert states(dock) == [State.STAYS, State.GONE, State.OPEN, *[State.ACCEPTED] * (COUNT - 2)]
    assert {a.mask for a in edits.annotations} == {first.mask, old[1].mask}
    press(dock, "replayAcceptShown")  # there is only the one that is locked
    assert driver.window.notice_bar.text == "0 new masks accepted. 1 is locked and stays."
    assert edits.undo_stack.index() == steps + 1
    driver.trigger("edit.undo")
    assert exported(driver, tmp_path) == before and states(dock) == shown
    driver.trigger("edit.redo")
    assert driver.parts.project.store.check() == []


def test_pasting_very_many_from_another_window_can_be_cancelled(
    open_window: Open, photos: Photos, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window would stand still while thousands of masks are read, or keep some of them after Cancel."""
    from sam_annotator.core import copied

    hold_elsewhere(monkeypatch, copied, "placed", gate)
    QGuiApplication.clipboard().clear()
    driver, there = start(open_window, photos)
    driver.parts.edits.select([a.id for a in there])
    driver.trigger("annotation.copy")
    folder = tmp_path / "other"
    folder.mkdir()
    make_photo(folder / "photo.png", seed=1)
    other = open_window(folder)
    other.parts.features.make()
    edits = other.parts.edits
    before, steps = exported(other, tmp_path), edits.undo_stack.index()
    assert cancelled_at(gate, lambda: other.trigger("annotation.paste")) == ["Paste"]
    assert exported(other, tmp_path) == before and edits.undo_stack.index() == steps
    other.trigger("annotation.paste")
    assert pixels_of(other) == sorted(a.mask.counts.encode() for a in there)
    assert edits.selection == {a.id for a in edits.annotations}
    other.trigger("edit.undo")
    assert exported(other, tmp_path) == before
    other.trigger("edit.redo")
    assert pixels_of(other) == sorted(a.mask.counts.encode() for a in there)
