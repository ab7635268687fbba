"""The worker as the window uses it: every click is answered by its image and engine, and nothing waits for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from gates import Gate
from patience import PATIENCE_MS
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from sam_annotator.core.errors import CheckpointError, EngineError
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import PromptStep
from sam_annotator.core.requests import EncodeRequest, PredictRequest, PredictResult
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.embedding_cache import EmbeddingCache, pixels_key
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.worker.engine_worker import EngineWorker

POINT = Prompt(((20.5, 10.5),), (1,))


def image(image_id: int) -> EncodeRequest:
    rng = np.random.default_rng(image_id)
    pixels = np.repeat(np.repeat(rng.integers(0, 255, (8, 10, 3), np.uint8), 8, axis=0), 8, axis=1)
    pixels.setflags(write=False)
    return EncodeRequest(image_id, pixels, pixels_key(pixels))


def click(request_id: int, session_id: int = 1, image_id: int = 1, **more: Any) -> PredictRequest:
    return PredictRequest(request_id, session_id, more.pop("prompt", POINT), image(image_id), **more)


class GatedEngine(FakeEngine):
    """A fake engine whose encodings wait until they are let through; counts them."""

    def __init__(self, name: str = "fake") -> None:
        super().__init__(0, 0)
        self._info = replace(self._info, engine_id=name)
        self.gate = Gate()
        self.encodes = 0
        self.fails: Exception | None = None
        self.looks_around = True

    @property
    def embedding_key(self) -> str:
        return self.info.engine_id

    def encode(self, image: Any, between_steps: Callable[[], None] | None = None) -> Embedding:
        self.encodes += 1
        if self.fails is not None:
            raise self.fails
        self.gate.pass_through(between_steps if self.looks_around else None)
        return replace(super().encode(image), engine_key=self.embedding_key)

    def predict(self, *arguments: Any, **named: Any) -> Any:
        if self.fails is not None:
            raise self.fails
        return super().predict(*arguments, **named)


class Log:
    """What a worker told, in order."""

    def __init__(self, worker: EngineWorker) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.results: list[PredictResult] = []
        for name in ("engine_loading", "engine_ready", "engine_failed", "encode_started", "encoded", "failed"):
            getattr(worker, name).connect(lambda *values, name=name: self.told.append((name, *values)))
        worker.predicted.connect(self._on_predicted)

    def _on_predicted(self, result: PredictResult) -> None:
        self.told.append(("predicted", result.request.request_id))
        self.results.append(result)

    @property
    def names(self) -> list[str]:
        return [entry[0] for entry in self.told]

    def has_encoded(self, image_id: int) -> bool:
        """Whether it told so; the embedding is there a moment before, and other signals may be under way."""
        return any(entry[:2] == ("encoded", image_id) for entry in self.told)

    @property
    def answered(self) -> list[int]:
        return [result.request.request_id for result in self.results]


@pytest.fixture
def engine() -> GatedEngine:
    return GatedEngine()


@pytest.fixture
def make_worker(qtbot: QtBot) -> Iterator[Callable[..., EngineWorker]]:
    workers: list[EngineWorker] = []

    def make(load: Callable[..., Engine], cache: EmbeddingCache | None = None) -> EngineWorker:
        worker = EngineWorker(cache=cache or EmbeddingCache(), load=load)
        workers.append(worker)
        return worker

    yield make
    for worker in workers:
        worker.stop()


@pytest.fixture
def worker(make_worker: Callable[..., EngineWorker], engine: GatedEngine) -> EngineWorker:
    return make_worker(lambda *_: engine)


def test_a_click_made_before_there_is_an_engine_is_answered(qtbot: QtBot, worker: EngineWorker) -> None:
    """The first click after the start would be lost."""
    log = Log(worker)
    worker.predict(click(1))
    assert worker.info is None
    assert not worker.is_encoded(1)
    worker.load("fake")
    qtbot.waitUntil(lambda: log.answered == [1])
    assert log.names == ["engine_loading", "engine_ready", "encode_started", "encoded", "predicted"]
    assert worker.info is not None
    assert worker.is_encoded(1)
    result = log.results[0]
    expected = FakeEngine().predict(FakeEngine().encode(image(1).pixels), POINT)
    assert np.array_equal(result.prediction.masks, expected.masks)
    assert result.engine == worker.info
    assert result.elapsed_ms > 0


def test_signals_arrive_on_the_gui_thread_whatever_they_are_connected_to(qtbot: QtBot, worker: EngineWorker) -> None:
    """A lambda would touch widgets from another thread, which crashes now and then."""
    threads: list[Any] = []
    for signal in (worker.engine_loading, worker.engine_ready, worker.encoded, worker.predicted):
        signal.connect(lambda *_: threads.append(QThread.currentThread()))
    worker.load("fake")
    worker.predict(click(1))
    qtbot.waitUntil(lambda: len(threads) == 4)
    app = QCoreApplication.instance()
    assert app is not None
    assert all(thread is app.thread() or thread == app.thread() for thread in threads)


def test_an_image_at_hand_is_not_encoded_again(qtbot: QtBot, worker: EngineWorker, engine: GatedEngine) -> None:
    """Going back to an image would cost seconds."""
    log = Log(worker)
    worker.load("fake")
    for _ in range(2):
        for image_id in (1, 2):
            worker.encode(image(image_id))
            qtbot.waitUntil(lambda i=image_id: bool(log.told) and log.told[-1][:2] == ("encoded", i))
    assert engine.encodes == 2
    assert log.names.count("encode_started") == 2


class PreparingEngine(GatedEngine):
    """Notes which images it is told to prepare for clicks."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: list[Embedding] = []
        self.refuses: Exception | None = None

    def prepare(self, embedding: Embedding) -> None:
        self.prepared.append(embedding)
        if self.refuses is not None:
            raise self.refuses


@pytest.mark.parametrize("error", [EngineError("No memory."), RuntimeError("a kernel is missing")])
def test_images_are_prepared_before_they_are_clicked(
    qtbot: QtBot, make_worker: Callable[..., EngineWorker], error: Exception
) -> None:
    """The first click on each image would do what could be done while nobody waits; or fail with it."""
    engine = PreparingEngine()
    worker = make_worker(lambda *_: engine)
    log = Log(worker)
    worker.load("fake")
    worker.encode(image(1))
    qtbot.waitUntil(lambda: len(engine.prepared) == 1)
    worker.prefetch(image(2))
    qtbot.waitUntil(lambda: len(engine.prepared) == 2)
    features = [FakeEngine().encode(image(image_id).pixels).features for image_id in (1, 2)]
    assert all(np.array_equal(p.features, f) for p, f in zip(engine.prepared, features, strict=True))
    engine.refuses = error
    worker.encode(image(3))
    worker.predict(click(1, image_id=3))
    qtbot.waitUntil(lambda: log.answered == [1])
    qtbot.waitUntil(lambda: len(engine.prepared) >= 3)
    worker.predict(click(2, image_id=3))
    qtbot.waitUntil(lambda: log.answered == [1, 2])


def test_the_running_encoding_is_the_one_asked_for(qtbot: QtBot, worker: EngineWorker, engine: GatedEngine) -> None:
    """Going to the image being prepared would start it again."""
    log = Log(worker)
    engine.gate.shut()
    worker.load("fake")
    worker.prefetch(image(2))
    qtbot.waitUntil(lambda: ("encode_started", 2) in log.told)
    worker.encode(image(2))
    worker.predict(click(1, image_id=2))
    qtbot.wait(50)
    engine.gate.open()
    qtbot.waitUntil(lambda: log.answered == [1])
    assert engine.encodes == 1


def test_a_click_is_answered_while_the_next_image_is_encoded(
    qtbot: QtBot, worker: EngineWorker, engine: GatedEngine
) -> None:
    """With a slow engine each click would wait for the image encoded ahead."""
    log = Log(worker)
    worker.load("fake")
    worker.encode(image(1))
    qtbot.waitUntil(lambda: log.has_encoded(1))
    engine.gate.shut()
    worker.prefetch(image(2))
    qtbot.waitUntil(lambda: ("encode_started", 2) in log.told)
    worker.predict(click(1))
    worker.preview(click(2, is_preview=True))
    qtbot.waitUntil(lambda: log.answered == [1, 2])
    assert not worker.is_encoded(2)
    engine.gate.open()
    qtbot.waitUntil(lambda: log.has_encoded(2))


def test_an_image_encoded_ahead_makes_way_and_comes_later(
    qtbot: QtBot, worker: EngineWorker, engine: GatedEngine
) -> None:
    """Jumping to another image would wait for one nobody looks at."""
    log = Log(worker)
    engine.gate.shut()
    worker.load("fake")
    worker.prefetch(image(2))
    qtbot.waitUntil(lambda: ("encode_started", 2) in log.told)
    worker.encode(image(3))
    worker.predict(click(1, image_id=3))
    qtbot.waitUntil(lambda: ("encode_started", 3) in log.told)
    engine.gate.open()
    qtbot.waitUntil(lambda: log.has_encoded(2))
    started = [entry[1] for entry in log.told if entry[0] == "encode_started"]
    assert started == [2, 3, 2]
    assert log.answered == [1]


def test_an_image_left_behind_makes_way_but_not_one_that_was_clicked(
    qtbot: QtBot, worker: EngineWorker, engine: GatedEngine
) -> None:
    """Leafing through images would encode each one before the one on screen; or a click would be forgotten."""
    log = Log(worker)
    engine.gate.shut()
    worker.load("fake")
    worker.encode(image(1))
    qtbot.waitUntil(lambda: ("encode_started", 1) in log.told)
    worker.encode(image(2))
    qtbot.waitUntil(lambda: ("encode_started", 2) in log.told)
    worker.predict(click(1, session_id=1, image_id=2))
    worker.encode(image(3))
    worker.predict(click(2, session_id=2, image_id=3))
    qtbot.wait(100)
    assert ("encode_started", 3) not in log.told
    engine.gate.open()
    qtbot.waitUntil(lambda: len(log.answered) == 2)
    assert engine.encodes == 3  # the first one was given up


def test_clicks_while_encoding_are_answered_by_their_last(
    qtbot: QtBot, worker: EngineWorker, engine: GatedEngine
) -> None:
    """After waiting for the image, the user would watch old clicks one by one, or lose the newest."""
    log = Log(worker)
    engine.gate.shut()
    worker.load("fake")
    for i in range(1, 6):
        worker.predict(click(i))
        qtbot.wait(5)
    worker.predict(click(9, session_id=2))
    worker.cancel_session(2)
    engine.gate.open()
    qtbot.waitUntil(lambda: log.answered == [5])
    qtbot.wait(30)
    assert log.answered == [5]


def test_a_preview_never_starts_the_network(qtbot: QtBot, worker: EngineWorker, engine: GatedEngine) -> None:
    """Moving the mouse over an image would block the next click."""
    log = Log(worker)
    worker.load("fake")
    worker.preview(click(1, is_preview=True))
    qtbot.waitUntil(lambda: "engine_ready" in log.names)
    qtbot.wait(30)
    assert engine.encodes == 0
    worker.encode(image(1))
    qtbot.waitUntil(lambda: log.has_encoded(1))
    worker.preview(click(2, is_preview=True))
    qtbot.waitUntil(lambda: log.answered == [2])
    assert log.results[0].request.is_preview


def test_a_trail_is_answered_again_step_by_step(qtbot: QtBot, worker: EngineWorker) -> None:
    """Refining an object after a restart would start from nothing."""
    engine = FakeEngine()
    embedding = engine.encode(image(1).pixels)
    prompts = [Prompt(((20.5, 10.5),), (1,)), Prompt(((20.5, 10.5), (60, 50)), (1, 0))]
    last = Prompt(((20.5, 10.5), (60, 50), (30, 30)), (1, 0, 1))
    first = engine.predict(embedding, prompts[0], None, True)
    second = engine.predict(embedding, prompts[1], first.low_res_logits[2:3], False)
    expected = engine.predict(embedding, last, second.low_res_logits[:1], False)
    log = Log(worker)
    worker.load("fake")
    trail = (PromptStep(prompts[0], True, 2), PromptStep(prompts[1], False, 0))
    worker.predict(click(1, prompt=last, trail=trail, multimask_output=False))
    worker.predict(click(2, session_id=2, prompt=last, mask_input=second.low_res_logits[:1], multimask_output=False))
    qtbot.waitUntil(lambda: len(log.results) == 2)
    for result in log.results:
        assert np.array_equal(result.prediction.low_res_logits, expected.low_res_logits)
    plain = engine.predict(embedding, last, None, False)
    assert not np.array_equal(plain.low_res_logits, expected.low_res_logits)


def test_a_trail_of_another_engine_with_more_candidates_is_no_obstacle(qtbot: QtBot, worker: EngineWorker) -> None:
    """An object made with one engine could not be refined with another."""
    log = Log(worker)
    worker.load("fake")
    worker.predict(click(1, trail=(PromptStep(POINT, False, 2),)))
    qtbot.waitUntil(lambda: log.answered == [1])


def test_an_error_in_a_job_is_told_and_the_next_one_done(
    qtbot: QtBot, worker: EngineWorker, engine: GatedEngine, caplog: pytest.LogCaptureFixture
) -> None:
    """The interface would wait for ever, or the thread be dead."""
    log = Log(worker)
    worker.load("fake")
    engine.fails = ValueError("a bug\nin two lines")
    request = click(1)
    worker.predict(request)
    qtbot.waitUntil(lambda: log.names.count("failed") == 2)
    told = [entry for entry in log.told if entry[0] == "failed"]
    assert isinstance(told[0][1], EncodeRequest)
    assert told[1][1] is request
    assert "\n" not in told[1][2]
    assert told[1][2].endswith(".")
    engine.fails = None
    worker.predict(click(2))
    qtbot.waitUntil(lambda: log.answered == [2])
    engine.fails = MemoryError()
    worker.predict(click(3))
    qtbot.waitUntil(lambda: log.names.count("failed") == 3)
    assert "memory" in log.told[-1][2]
    engine.fails = None
    worker.predict(click(4))
    qtbot.waitUntil(lambda: log.answered == [2, 4])


def test_another_engine_takes_over_what_waits(qtbot: QtBot, make_worker: Callable[..., EngineWorker]) -> None:
    """Switching engines would lose a click, or answer it with the engine just left."""
    slow, other = GatedEngine("slow"), GatedEngine("other")
    slow.gate.shut()
    worker = make_worker(lambda engine_id, *_: {"slow": slow, "other": other}[engine_id])
    log = Log(worker)
    worker.load("slow")
    worker.encode(image(1))
    qtbot.waitUntil(lambda: ("encode_started", 1) in log.told)
    worker.predict(click(1))
    worker.load("other")
    qtbot.waitUntil(lambda: log.answered == [1])
    assert log.results[0].engine.engine_id == "other"
    assert worker.is_encoded(1)
    assert other.encodes == 1


def test_the_image_on_screen_is_encoded_for_another_engine(
    qtbot: QtBot, make_worker: Callable[..., EngineWorker]
) -> None:
    """After switching engines the first click would wait."""
    engines = {name: GatedEngine(name) for name in ("one", "two")}
    worker = make_worker(lambda engine_id, *_: engines[engine_id])
    log = Log(worker)
    worker.load("one")
    worker.encode(image(1))
    qtbot.waitUntil(lambda: log.has_encoded(1))
    worker.load("two")
    qtbot.waitUntil(lambda: engines["two"].encodes == 1 and worker.is_encoded(1))


def test_an_engine_that_can_t_be_loaded_leaves_the_one_before(
    qtbot: QtBot, make_worker: Callable[..., EngineWorker]
) -> None:
    """Choosing an engine without its checkpoint would stop all work."""
    engine = GatedEngine()

    def load(engine_id: str, *_: Any) -> Engine:
        if engine_id == "missing":
            raise CheckpointError("Its checkpoint is missing; download it.")
        if engine_id == "buggy":
            raise ZeroDivisionError
        return engine

    worker = make_worker(load)
    log = Log(worker)
    worker.predict(click(1))
    worker.load("missing")
    qtbot.waitUntil(lambda: "engine_failed" in log.names)
    assert log.told[-1] == ("engine_failed", "Its checkpoint is missing; download it.")
    assert not log.answered
    worker.load("fake")
    qtbot.waitUntil(lambda: log.answered == [1])
    worker.load("buggy")
    qtbot.waitUntil(lambda: log.names.count("engine_failed") == 2)
    worker.predict(click(2))
    qtbot.waitUntil(lambda: log.answered == [1, 2])


def test_embeddings_outlive_the_program(qtbot: QtBot, make_worker: Callable[..., EngineWorker], tmp_path: Any) -> None:
    """Every start would encode everything again."""
    engines = [GatedEngine(), GatedEngine()]
    for engine in engines:
        worker = make_worker(lambda *_, engine=engine: engine, EmbeddingCache(10**6, tmp_path, 10**8))
        log = Log(worker)
        worker.load("fake")
        worker.predict(click(1))
        qtbot.waitUntil(lambda log=log: log.answered == [1])
        assert worker.stop()
    assert [engine.encodes for engine in engines] == [1, 0]


def test_a_memory_too_small_for_one_embedding_still_answers(
    qtbot: QtBot, make_worker: Callable[..., EngineWorker], engine: GatedEngine
) -> None:
    """It would encode in circles for ever."""
    worker = make_worker(lambda *_: engine, EmbeddingCache(memory_bytes=1))
    log = Log(worker)
    worker.load("fake")
    for i in (1, 2, 3):
        worker.predict(click(i, session_id=i, image_id=i))
    qtbot.waitUntil(lambda: sorted(log.answered) == [1, 2, 3])
    assert engine.encodes == 3


def test_stop_ends_a_long_encoding_and_tells_nothing_more(
    qtbot: QtBot, worker: EngineWorker, engine: GatedEngine
) -> None:
    """Closing the window would take as long as the network."""
    log = Log(worker)
    engine.gate.shut()
    worker.load("fake")
    worker.encode(image(1))
    qtbot.waitUntil(lambda: ("encode_started", 1) in log.told)
    assert worker.stop(PATIENCE_MS) and not engine.gate.gave_up  # the gate is shut: it was left, not waited for
    before = list(log.told)
    qtbot.wait(50)
    assert log.told == before
    worker.predict(click(1))
    assert worker.stop()


def test_stop_leaves_behind_what_can_t_be_interrupted(qtbot: QtBot, worker: EngineWorker, engine: GatedEngine) -> None:
    """The window would hang when it is closed, or the program abort."""
    engine.looks_around = False
    engine.gate.shut()
    worker.load("fake")
    worker.encode(image(1))
    engine.gate.await_call(qtbot)
    assert not worker.stop(100)
    assert engine.gate.is_holding
    engine.gate.open()
    assert worker.stop(PATIENCE_MS)


def test_no_call_waits_for_the_engine(qtbot: QtBot, worker: EngineWorker, engine: GatedEngine) -> None:
    """The window would freeze while the network works."""
    engine.looks_around = False
    engine.gate.shut()
    worker.load("fake")
    worker.encode(image(1))
    engine.gate.await_call(qtbot)
    for request in [click(i) for i in range(20)]:
        worker.predict(request)
        worker.preview(request)
        worker.encode(request.encode)
        worker.prefetch(request.encode)
        worker.is_encoded(1)
        worker.cancel_preview()
        worker.cancel_session(7)
        assert engine.gate.is_holding
    engine.gate.open()
