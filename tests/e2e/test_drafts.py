"""While a large engine encodes, the built-in one answers in the window: marked, replaced, never on a wrong image."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from draft_engines import QUICK_ID
from drafting import Engines, Open, Photos, Shown, expected_mask, hover
from PySide6.QtCore import Qt

from sam_annotator.core.session import Answer
from sam_annotator.core.settings import Settings, save_settings


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
    image_id = driver.parts.project.image.id
    driver.qtbot.waitUntil(lambda: driver.parts.worker.is_drafted(image_id))
    driver.qtbot.waitUntil(lambda: engines.big.gates["encode"].is_holding)
    return driver


def click(driver: Any, place: tuple[int, int]) -> Answer:
    """Click, and return the draft that shows."""
    before = driver.parts.session.click_count
    driver.click(*place)
    driver.settle()
    answer = driver.parts.session.answer
    assert answer is not None and answer.is_draft and driver.parts.session.click_count == before + 1
    return answer


def until_real(driver: Any) -> Answer:
    session = driver.parts.session
    driver.qtbot.waitUntil(lambda: session.answer is not None and not session.answer.is_draft)
    return session.answer


def test_a_click_shows_a_draft_and_then_the_mask(driver: Any, engines: Engines, photos: Photos) -> None:
    """The first mask on an image would take seconds; or the rough one would pass for the engine's that was chosen."""
    shown, window = Shown(driver), driver.window
    draft = click(driver, photos[1]["photo1.png"][0])
    assert engines.big.gates["encode"].is_holding and draft.engine.engine_id == QUICK_ID
    driver.qtbot.waitUntil(lambda: driver.canvas._busy.startswith("Draft, Big is encoding…"))
    assert window.details_dock.draft_note.text().startswith("Draft")
    assert window.details_dock.draft_facts.value("Engine") == "Built-in, cpu"
    assert window.status_panel.text("time").startswith("draft ")
    engines.big.gates["encode"].open()
    real = until_real(driver)
    assert real.engine.engine_id == "big" and real.request.prompt == draft.request.prompt
    assert not np.array_equal(real.pixels, draft.pixels)
    assert shown.drafts == [True, False]
    assert driver.canvas._busy == "" and not window.details_dock.draft_note.text().startswith("Draft")
    assert not window.status_panel.text("time").startswith("draft ")
    shown.check(photos[0])


def test_a_draft_is_shown_while_the_engine_is_loaded(engines: Engines, open_window: Open, photos: Photos) -> None:
    """Whoever works with a large engine would wait for it at each start of the program."""
    engines.shut("big.load")
    driver = open_window(photos[0], "big")
    click(driver, photos[1]["photo1.png"][0])
    driver.qtbot.waitUntil(lambda: driver.canvas._busy.startswith("Draft, Big is loading…"))
    assert engines.big.gates["load"].is_holding
    engines.open()
    until_real(driver)


def test_several_clicks_are_one_chain_of_drafts(driver: Any, engines: Engines, photos: Photos) -> None:
    """Each further click on a draft would wait for the large engine, or that one be fed with the draft's logits."""
    points = photos[1]["photo1.png"]
    first = click(driver, points[0])
    second = click(driver, points[1])
    assert second.request.trail == first.trail
    driver.trigger("edit.undo")
    assert driver.parts.session.answer is first
    driver.trigger("edit.redo")
    assert driver.parts.session.answer is second
    engines.open()
    real = until_real(driver)
    assert real.request.mask_input is None and real.request.trail == () and real.request.prompt == second.request.prompt
    driver.trigger("edit.undo")  # what only a draft has answered is asked of the large engine
    driver.qtbot.waitUntil(lambda: driver.parts.session.answer.engine.engine_id == "big")
    assert driver.parts.session.answer.request.prompt == first.request.prompt


def test_escape_and_tab_work_on_drafts(driver: Any, engines: Engines, photos: Photos) -> None:
    """What can be done with a mask could not be done with a draft."""
    best = click(driver, photos[1]["photo1.png"][0])
    driver.trigger("prompt.cycle_candidate")
    chosen = driver.parts.session.answer
    assert chosen.candidate != best.candidate
    driver.key(Qt.Key.Key_Escape)
    assert driver.parts.session.answer is None and not driver.canvas._busy.startswith("Draft")
    click(driver, photos[1]["photo1.png"][0])
    driver.trigger("prompt.cycle_candidate")
    engines.open()
    real = until_real(driver)
    assert np.array_equal(real.pixels, real.prediction.masks[chosen.candidate])  # the candidates of both are alike


def test_hovering_shows_drafts_meanwhile(driver: Any, engines: Engines, photos: Photos) -> None:
    """There would be no preview for seconds on each image, or a rough one would stay where the pointer rests."""
    previews: list[Any] = []
    real = driver.canvas.set_preview
    driver.canvas.set_preview = lambda mask: (previews.append(mask), real(mask))[1]
    hover(driver, photos[1]["photo1.png"][0])
    driver.qtbot.waitUntil(lambda: driver.parts.session.shows_draft)
    assert previews[-1] is not None and driver.parts.session.answer is None
    count = len(previews)
    engines.open()
    driver.qtbot.waitUntil(lambda: not driver.parts.session.shows_draft)
    assert len(previews) > count and previews[-1] is not None


def test_a_draft_waits_on_its_image(driver: Any, engines: Engines, photos: Photos) -> None:
    """Clicks on an image that was left would be gone, or their mask show on another one."""
    draft = click(driver, photos[1]["photo1.png"][0])
    driver.go("image.next")
    assert driver.parts.session.answer is None
    driver.go("image.previous")
    assert driver.parts.session.answer.prediction is draft.prediction
    engines.open()
    assert until_real(driver).request.prompt == draft.request.prompt


def test_the_area_comes_with_the_mask(driver: Any, engines: Engines, photos: Photos) -> None:
    """The panel would show no area until something else is done."""
    engines.open()
    driver.qtbot.waitUntil(lambda: driver.parts.worker.is_encoded(driver.parts.project.image.id))
    driver.click(*photos[1]["photo1.png"][0])
    until_real(driver)
    facts = driver.window.details_dock.draft_facts
    driver.qtbot.waitUntil(lambda: facts.value("Area") != "")


def test_changing_the_engine_asks_it(driver: Any, engines: Engines, photos: Photos) -> None:
    """Clicks made on a draft would be answered by an engine the user has left."""
    draft = click(driver, photos[1]["photo1.png"][0])
    engines.shut("bigger.encode")
    driver.parts.engines.use("bigger")
    driver.qtbot.waitUntil(lambda: engines.bigger.gates["encode"].is_holding)
    driver.settle()
    assert driver.parts.session.answer.is_draft
    engines.open()
    driver.qtbot.waitUntil(lambda: driver.parts.session.answer.engine.engine_id == "bigger")
    assert driver.parts.session.answer.request.prompt == draft.request.prompt
    driver.parts.engines.use(QUICK_ID)
    driver.settle()
    driver.qtbot.waitUntil(lambda: driver.parts.session.answer is not None)
    answer = driver.parts.session.answer
    assert answer.engine.engine_id == QUICK_ID and not answer.is_draft


def test_the_window_closes_while_both_engines_are_held(driver: Any, engines: Engines, photos: Photos) -> None:
    """Whoever closes the window would look at a frozen one."""
    engines.shut("quick.predict")
    driver.click(*photos[1]["photo1.png"][0])
    driver.qtbot.waitUntil(lambda: engines.quick.gates["predict"].is_holding)
    assert driver.window.close() and driver.parts.project.store is None
    assert engines.quick.gates["predict"].is_holding


def act(driver: Any, engines: Engines, rng: np.random.Generator, points: dict[str, list[tuple[int, int]]]) -> None:
    """Do one of all that can be done with drafts."""
    can_click = driver.action("view.fit").isEnabled()
    x, y = points[driver.parts.project.image.file_name][int(rng.integers(6))]
    what = ["click", "drag", "next", "previous", "undo", "redo", "clear", "accept", "tab", "hover", "gate"]
    match rng.choice(what, p=[0.3, 0.1, 0.09, 0.09, 0.05, 0.04, 0.03, 0.12, 0.04, 0.08, 0.06]):
        case "click" if can_click:
            driver.click(x, y)
        case "drag" if can_click:
            driver.drag(x - 9, y - 9, x + 9, y + 9)
        case "hover" if can_click:
            hover(driver, (x, y))
        case "gate":
            engine = engines.big if rng.random() < 0.7 else engines.quick
            gate = engine.gates[str(rng.choice(["encode", "predict"]))]
            (gate.open if rng.random() < 0.6 else gate.shut)()
        case "accept":
            driver.key(Qt.Key.Key_Return)
        case "tab":
            driver.action("prompt.cycle_candidate").trigger()
        case "clear":
            driver.action("prompt.clear").trigger()
        case "next" | "previous" as way:
            driver.action(f"image.{way}").trigger()
        case "undo" | "redo" as way:
            driver.action(f"edit.{way}").trigger()


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_actions_with_drafts(
    engines: Engines, open_window: Open, photos: Photos, qtbot: Any, seed: int
) -> None:
    """Once in a hundred times the mask of another image would be shown or stored, or a draft stay for ever."""
    folder, points = photos
    save_settings(Settings(embedding_memory_mb=0, embedding_disk_mb=0))  # each image is encoded again and again
    engines.big.steps = 4
    driver = open_window(folder, "big")
    shown, rng, session = Shown(driver), np.random.default_rng(seed), driver.parts.session
    for number in range(200):
        if number % 20 == 0:
            engines.shut("big.encode")
        act(driver, engines, rng, points)
        qtbot.wait(int(rng.integers(0, 20)))
        if number % 20 == 19:
            engines.open()
            driver.await_image()
            driver.click(*points[driver.parts.project.image.file_name][0])
            driver.settle()
            assert until_real(driver).request.prompt == session.prompt
    assert len(shown.answers) >= 20 and True in shown.drafts and False in shown.drafts
    driver.key(Qt.Key.Key_Escape)
    stack = driver.parts.edits.undo_stack
    while stack.canRedo():
        driver.parts.edits.redo()
    qtbot.waitUntil(lambda: not driver.parts.upgrades.is_waiting)
    shown.check(folder)
    store = driver.parts.project.store
    stored = [(image, annotation) for image in store.images() for annotation in store.annotations(image.id)]
    assert stored
    for image, annotation in stored:
        assert np.array_equal(annotation.mask.to_array(), expected_mask(annotation, folder / image.file_name))
    assert store.check() == []
