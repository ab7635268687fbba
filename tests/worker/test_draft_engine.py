"""While the chosen engine is busy with an image, a quick one answers, and gets out of the way again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from draft_engines import QUICK_ID, BigEngine, Desk, QuickEngine, TitledEngine, click, image, needs_draft, reference
from pytestqt.qtbot import QtBot

from sam_annotator.core.errors import CheckpointError
from sam_annotator.core.giving_way import give_way
from sam_annotator.core.requests import NO_SESSION
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.worker import engine_loop
from sam_annotator.worker.engine_worker import EngineWorker


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.close()


def start(desk: Desk, *, hold: str = "encode") -> None:
    """Choose the large engine, hold it, and have it turn to an image."""
    desk.big.gates[hold].shut()
    desk.worker.load("big")
    desk.worker.encode(image(1))
    desk.until(lambda: desk.big.gates[hold].is_holding)


@pytest.mark.parametrize("hold", ["load", "encode"])
def test_a_click_is_answered_by_a_draft_and_then_for_real(desk: Desk, hold: str) -> None:
    """The first mask on an image would take as long as loading a large engine, or its encoding."""
    start(desk, hold=hold)
    desk.ask(1)
    desk.until(lambda: desk.answered == [(1, True)])
    assert desk.big.gates[hold].is_holding
    draft = desk.results[0]
    assert draft.engine.engine_id == QUICK_ID
    desk.big.gates[hold].open()
    desk.until(lambda: desk.answered == [(1, True), (1, False)])
    real = desk.results[1]
    assert real.engine.engine_id == "big"
    assert not np.array_equal(real.prediction.masks, draft.prediction.masks)


def test_the_image_on_screen_is_encoded_ahead_of_the_first_click(desk: Desk) -> None:
    """The first click would wait for the quick engine's encoding, too."""
    start(desk)
    desk.until(lambda: desk.worker.is_drafted(1))
    assert ("drafted", 1) in desk.told and not desk.worker.is_encoded(1)
    desk.worker.prefetch(image(2))
    desk.until(lambda: desk.worker.is_drafted(2))
    assert desk.big.gates["encode"].is_holding
    desk.big.gates["encode"].open()
    desk.until(lambda: desk.worker.is_encoded(1))
    assert not desk.worker.is_drafted(1)


def test_the_image_on_screen_is_encoded_ahead_while_the_engine_is_loaded(desk: Desk) -> None:
    """Who starts the program with a large engine would wait for it before the first mask."""
    desk.big.gates["load"].shut()
    desk.worker.encode(image(1))  # it is on screen before the engine is asked for
    desk.worker.load("big")
    desk.until(lambda: desk.worker.is_drafted(1))
    assert desk.big.gates["load"].is_holding


def test_a_large_engine_is_loaded_behind_the_first_draft(qtbot: QtBot) -> None:
    """Both would be loaded on the same cores, and the first mask after a start come a second later."""
    done: list[str] = []
    engines = {"big": BigEngine(), QUICK_ID: QuickEngine()}

    def load(engine_id: str, *_: object) -> TitledEngine:
        for _step in range(5):
            give_way()
            threading.Event().wait(0.01)
        done.append(engine_id)
        return engines[engine_id]

    worker = EngineWorker(load=load, needs_draft=needs_draft)
    worker.drafted.connect(lambda _: done.append("draft"))
    try:
        worker.encode(image(1))
        worker.load("big")
        qtbot.waitUntil(lambda: "big" in done and "draft" in done)
        assert done[0] == QUICK_ID
    finally:
        worker.stop()


def test_what_is_told_is_told_of_the_chosen_engine(desk: Desk) -> None:
    """The window would say that the built-in engine was chosen, or that an image is encoded which is not."""
    start(desk)
    desk.ask(1)
    desk.until(lambda: desk.answered == [(1, True)])
    assert [entry[0] for entry in desk.told if entry[0] != "drafted"] == [
        "engine_loading", "engine_ready", "encode_started",
    ]  # fmt: skip
    assert desk.worker.info is desk.big.info


def test_an_engine_that_is_quick_itself_gets_no_drafts(desk: Desk) -> None:
    """Whoever chose the built-in engine would have everything computed twice."""
    desk.quick.gates["encode"].shut()
    desk.worker.load(QUICK_ID)
    desk.worker.encode(image(1))
    desk.ask(1)
    desk.until(lambda: desk.quick.gates["encode"].is_holding)
    desk.quick.gates["encode"].open()
    desk.until(lambda: desk.answered == [(1, False)])
    assert desk.quick.gates["encode"].entered == 1 and not desk.worker.is_drafting


def test_an_engine_found_to_be_quick_gets_no_drafts_any_more(qtbot: QtBot) -> None:
    """On a fast GPU each click would flicker from the draft to the mask."""
    desk = Desk(qtbot, quick_ms=1e9)
    try:
        desk.worker.load("big")
        desk.worker.encode(image(1))
        desk.until(lambda: desk.worker.is_encoded(1) and not desk.worker.is_drafting)
        desk.big.gates["encode"].shut()
        desk.ask(1, image_id=2)
        desk.until(lambda: desk.big.gates["encode"].is_holding)
        assert not desk.worker.is_drafted(2)
    finally:
        desk.close()


def test_an_embedding_at_hand_needs_no_draft(desk: Desk) -> None:
    """The mask would flicker on images that are encoded."""
    desk.worker.load("big")
    desk.worker.encode(image(1))
    desk.until(lambda: desk.worker.is_encoded(1))
    done = len(desk.quick.encoded)
    desk.ask(1)
    desk.until(lambda: desk.answered == [(1, False)])
    assert len(desk.quick.encoded) == done and not desk.quick.threads


def test_an_embedding_on_disk_needs_no_draft(qtbot: QtBot, tmp_path: Any) -> None:
    """Images encoded in an earlier run would show a draft first, and cost an encoding more."""
    first = EmbeddingCache(folder=tmp_path, disk_bytes=10_000_000)
    big = reference(BigEngine())
    first.put(image(1).pixels_key, big.encode(image(1).pixels))
    first.close(60)
    desk = Desk(qtbot)
    desk.worker.stop()
    cache = EmbeddingCache(folder=tmp_path, disk_bytes=10_000_000)
    desk.worker = EngineWorker(cache=cache, load=desk.load, needs_draft=needs_draft, quick_ms=0.0)
    desk.worker.predicted.connect(desk.results.append)
    try:
        desk.worker.load("big")
        with qtbot.waitSignal(desk.worker.engine_ready):
            pass
        desk.worker.encode(image(1))
        desk.ask(1)
        desk.until(lambda: (1, False) in desk.answered)
        assert desk.quick.encoded == [] and desk.big.encoded == []
    finally:
        desk.close()


def hold_draft(desk: Desk) -> None:
    """Have the quick engine stand in the middle of an answer, and let the large one go on."""
    start(desk)
    desk.until(lambda: desk.worker.is_drafted(1))
    desk.quick.gates["predict"].shut()
    desk.ask(1)
    desk.until(lambda: desk.quick.gates["predict"].is_holding)
    desk.big.gates["encode"].open()


def test_the_large_encoding_stands_still_for_a_draft(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On two cores the draft would take as long as what it is to bridge."""
    monkeypatch.setattr(engine_loop, "_PATIENCE_S", 600.0)
    hold_draft(desk)
    desk.qtbot.wait(100)  # time enough to end in, for one that does not stand still
    assert not desk.worker.is_encoded(1) and desk.answered == []
    desk.quick.gates["predict"].open()
    desk.until(lambda: desk.answered == [(1, True), (1, False)])


def test_a_quick_engine_that_hangs_holds_nothing_up_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """One bug in the quick engine would stop the large one, too."""
    monkeypatch.setattr(engine_loop, "_PATIENCE_S", 0.05)
    hold_draft(desk)
    desk.until(lambda: desk.answered == [(1, False)])
    assert desk.quick.gates["predict"].is_holding


@pytest.mark.parametrize("by", ["stop", "engine"])
def test_standing_still_ends_where_it_has_no_use(desk: Desk, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    """Closing the window, or choosing another engine, would wait for a draft that nobody looks at."""
    monkeypatch.setattr(engine_loop, "_PATIENCE_S", 600.0)
    hold_draft(desk)
    if by == "stop":
        desk.worker.stop(timeout_ms=1)
        assert desk.worker._thread.join(60_000)
    else:
        desk.engines["other"] = BigEngine("other")
        desk.worker.load("other")
        desk.until(lambda: desk.answered == [(1, False)])
    assert desk.quick.gates["predict"].is_holding


@pytest.mark.parametrize("call", ["load", "encode", "predict"])
def test_a_quick_engine_that_fails_does_so_in_silence(desk: Desk, call: str) -> None:
    """A sentence about an engine that nobody chose would stand on screen; or clicks would never be answered."""
    if call == "load":
        desk.quick.fails = CheckpointError("gone")
    start(desk)
    if call != "load":
        desk.until(lambda: desk.worker.is_drafted(1))
        desk.quick.fails = MemoryError()
    desk.ask(1, image_id=1 if call == "predict" else 2)
    desk.ask(2, session_id=2)
    desk.big.gates["encode"].open()
    desk.until(lambda: {(1, False), (2, False)} <= set(desk.answered))
    assert not [entry for entry in desk.told if entry[0] in ("failed", "engine_failed")]
    assert not any(is_draft for _, is_draft in desk.answered)


def test_changing_to_a_quick_engine_ends_drafts(desk: Desk) -> None:
    """Images would be encoded twice for nothing, and late drafts be shown as masks of the engine just chosen."""
    start(desk)
    desk.until(lambda: desk.worker.is_drafted(1))
    desk.quick.gates["predict"].shut()
    desk.ask(1)
    desk.until(lambda: desk.quick.gates["predict"].is_holding)
    desk.ask(2, session_id=2)
    other = BigEngine("other")
    desk.engines["other"] = other
    desk.worker.load("other")
    assert not desk.worker.is_drafting and not desk.worker.is_drafted(1)
    desk.quick.gates["predict"].open()
    desk.until(lambda: {(1, False), (2, False)} <= set(desk.answered))
    assert (2, True) not in desk.answered
    assert all(result.engine.engine_id == "other" for result in desk.results if not result.request.is_draft)


def test_an_engine_that_can_t_be_loaded_leaves_the_drafts_to_the_one_before(desk: Desk) -> None:
    """After a damaged checkpoint the engine that goes on would be without drafts, or a quick one have some."""
    start(desk)
    desk.big.gates["encode"].open()
    desk.until(lambda: desk.worker.is_encoded(1))
    desk.engines["big too"] = BigEngine("big too")
    desk.engines["big too"].fails = CheckpointError("damaged")
    desk.worker.load("big too")
    desk.until(lambda: any(entry[0] == "engine_failed" for entry in desk.told))
    assert desk.worker.is_drafting and desk.worker.is_encoded(1)


def test_stopping_waits_for_neither_engine(desk: Desk) -> None:
    """The window would stay open until both networks are done."""
    start(desk)
    desk.until(lambda: desk.worker.is_drafted(1))
    desk.quick.gates["predict"].shut()
    desk.ask(1)
    desk.until(lambda: desk.quick.gates["predict"].is_holding)
    assert not desk.worker.stop(timeout_ms=1)
    desk.qtbot.wait(0)
    assert desk.answered == []


def test_no_quick_engine_is_loaded_before_it_is_needed(desk: Desk) -> None:
    """Each start of the program would load two engines."""
    desk.worker.load("other")
    desk.engines["other"] = BigEngine("other")
    desk.worker.encode(image(1))
    desk.ask(1)
    desk.until(lambda: desk.answered == [(1, False)])
    assert desk.quick.gates["load"].entered == 0


# What is worth finishing, and what is upgraded


def leave(desk: Desk, *, steps: int, waits: bool) -> list[Any]:
    """Leave image 2 at a step of its encoding, of ten; with `waits` a mask waits for it to be upgraded."""
    desk.big.steps = 10
    desk.worker.load("big")
    desk.worker.encode(image(1))
    desk.until(lambda: desk.worker.is_encoded(1))
    desk.until(lambda: desk.worker._draft.mailbox.is_answering)
    size_hw, is_asked = image(2).pixels.shape[:2], threading.Event()

    def leave_at(at_hw: tuple[int, int], step: int) -> None:
        if at_hw == size_hw:
            is_asked.wait()
            if step == steps:
                desk.big.before_step = lambda *_: None
                desk.worker._mailbox.put_encode(image(3))

    desk.big.before_step = leave_at
    if waits:
        desk.worker.upgrade(click(90, NO_SESSION, 2))
    desk.worker.encode(image(2))
    is_asked.set()
    desk.until(lambda: desk.worker._loop.is_at_hand(image(3).pixels_key))
    return desk.big.encoded


def test_an_image_left_early_is_given_up(desk: Desk) -> None:
    """The image on screen would wait for one that was left as soon as it was seen."""
    assert leave(desk, steps=3, waits=True)[:2] == [image(1).pixels.shape[:2], image(3).pixels.shape[:2]]


def test_an_image_left_late_is_finished_if_a_mask_waits_for_it(desk: Desk) -> None:
    """Whoever is faster than the engine would have every image encoded in vain, and no mask upgraded."""
    assert leave(desk, steps=7, waits=True) == [image(i).pixels.shape[:2] for i in (1, 2, 3)]


def test_an_image_left_late_is_given_up_if_no_mask_waits_for_it(desk: Desk) -> None:
    """Leafing through the images would make the one on screen wait for those nobody clicked on."""
    assert leave(desk, steps=7, waits=False)[:2] == [image(1).pixels.shape[:2], image(3).pixels.shape[:2]]


def test_an_upgrade_encodes_its_image_and_is_answered(desk: Desk) -> None:
    """Masks accepted as drafts on images left meanwhile would stay drafts."""
    desk.worker.load("big")
    desk.worker.upgrade(click(90, NO_SESSION, 2))
    desk.until(lambda: desk.answered == [(90, False)])
    result = desk.results[0]
    assert result.engine.engine_id == "big" and all(result.prediction.has_mask(i) for i in range(3))
    desk.worker.upgrade(click(91, NO_SESSION, 2))
    desk.until(lambda: len(desk.answered) == 2)
    assert len(desk.big.encoded) == 1


def test_an_upgrade_gives_way_to_the_image_on_screen_and_comes_back(desk: Desk) -> None:
    """The image on screen would wait for one left long ago, or that one never be upgraded."""
    desk.big.gates["encode"].shut()
    desk.worker.load("big")
    desk.worker.upgrade(click(90, NO_SESSION, 2))
    desk.until(lambda: desk.big.gates["encode"].is_holding)
    desk.worker.encode(image(1))
    desk.until(lambda: desk.big.gates["encode"].entered == 2)
    desk.big.gates["encode"].open()
    desk.until(lambda: desk.answered == [(90, False)])
    assert desk.big.encoded == [image(1).pixels.shape[:2], image(2).pixels.shape[:2]]


def test_an_upgrade_that_fails_says_which(desk: Desk) -> None:
    """The one after it would never be tried."""
    desk.worker.load("big")
    with desk.qtbot.waitSignal(desk.worker.engine_ready):
        pass
    desk.big.fails = MemoryError()
    desk.worker.upgrade(click(90, NO_SESSION, 2))
    desk.until(lambda: any(entry[0] == "failed" for entry in desk.told))
    (failed,) = [entry for entry in desk.told if entry[0] == "failed"]
    assert failed[1].request_id == 90
