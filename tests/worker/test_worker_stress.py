"""200 random clicks, drags and image switches on an engine that takes 300 ms: no answer goes astray."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.requests import EncodeRequest, PredictResult
from sam_annotator.core.session import PromptSession
from sam_annotator.engine.embedding_cache import EmbeddingCache, pixels_key
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.worker.engine_worker import EngineWorker

ACTIONS = 200
IMAGES = 5


def image(image_id: int) -> EncodeRequest:
    rng = np.random.default_rng(image_id)
    height, width = 60 + 10 * image_id, 90 + 5 * image_id  # a mask tells its image by its size
    pixels = rng.integers(0, 255, (height, width, 3), np.uint8)
    pixels.setflags(write=False)
    return EncodeRequest(image_id, pixels, pixels_key(pixels))


class Desk:
    """What the window does with sessions, without a window."""

    def __init__(self, worker: EngineWorker, seed: int) -> None:
        self.worker = worker
        self.rng = random.Random(seed)
        self.images = {i: image(i) for i in range(1, IMAGES + 1)}
        self.request_id = 0
        self.sessions: dict[int, PromptSession] = {}
        self.current = 0
        self.shown: list[PredictResult] = []
        worker.predicted.connect(self.on_predicted)
        self.go_to(1)

    def go_to(self, image_id: int) -> None:
        session_id = len(self.sessions) + 1
        self.sessions[session_id] = PromptSession(image_id, session_id)
        self.current = session_id
        self.worker.encode(self.images[image_id])
        self.worker.prefetch(self.images[image_id % IMAGES + 1])

    def act(self) -> None:
        session = self.sessions[self.current]
        height, width = self.images[session.image_id].pixels.shape[:2]
        point = Point(self.rng.uniform(0, width), self.rng.uniform(0, height))
        dice = self.rng.random()
        if dice < 0.12:
            self.go_to(self.rng.randint(1, IMAGES))
            return
        if dice < 0.2 and not session.is_empty:  # Esc
            self.worker.cancel_session(session.session_id)
            del self.sessions[self.current]
            self.sessions[-self.current] = session  # kept, to see that nothing of it is shown
            self.go_to(session.image_id)
            return
        if dice < 0.5:
            self.request_id += 1
            self.worker.preview(session.preview(point, self.request_id, self.images[session.image_id]))
            return
        if dice < 0.65:
            session = session.set_box(Box(point.x / 2, point.y / 2, point.x, point.y))
        else:
            session = session.add_point(point, self.rng.choice((0, 1)))
        self.request_id += 1
        session, request = session.issue(self.request_id, self.images[session.image_id])
        self.sessions[self.current] = session
        self.worker.predict(request)

    def on_predicted(self, result: PredictResult) -> None:
        self.shown.append(result)
        session = self.sessions.get(result.request.session_id)
        if session is not None:
            self.sessions[session.session_id] = session.receive(result)

    @property
    def is_waiting(self) -> bool:
        return any(session.is_waiting for key, session in self.sessions.items() if key > 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_answer_goes_astray_and_the_last_click_is_always_answered(qtbot: QtBot, seed: int) -> None:
    """A mask would show on another image, or the last click never be answered, once in a hundred times."""
    worker = EngineWorker(cache=EmbeddingCache(), load=lambda *_: FakeEngine(300, 100))
    worker.load("fake")
    desk = Desk(worker, seed)
    try:
        for number in range(ACTIONS):
            desk.act()
            if number % 20 == 19:
                qtbot.waitUntil(lambda: not desk.is_waiting)
            else:
                qtbot.wait(desk.rng.choice((0, 1, 5, 30, 120)))
        qtbot.waitUntil(lambda: not desk.is_waiting)
    finally:
        worker.stop()
    check(desk)


def check(desk: Desk) -> None:
    """Each answer belongs to its request; each session still open shows the answer to its last click."""
    engine = FakeEngine(0, 0)
    embeddings = {i: engine.encode(request.pixels) for i, request in desk.images.items()}
    assert len(desk.shown) >= 10
    for result in desk.shown:
        request = result.request
        assert result.prediction.masks.shape[1:] == request.encode.pixels.shape[:2]
        if request.mask_input is None and not request.trail:
            again = engine.predict(embeddings[request.image_id], request.prompt, None, request.multimask_output)
            assert np.array_equal(result.prediction.low_res_logits, again.low_res_logits)
    for key, session in desk.sessions.items():
        if key > 0 and not session.is_empty:
            assert session.answer is not None
            assert session.answer.request.prompt == session.prompt
            assert session.answer.request.image_id == session.image_id


def test_the_clock_of_this_test_is_right(qtbot: QtBot) -> None:
    """The test above would pass whatever is shown, were the engine quick."""
    start = time.monotonic()
    engine = FakeEngine(300, 0)
    request = image(1)
    session, predict = PromptSession(1, 1).add_point(Point(3, 3), 1).issue(1, request)
    engine.predict(engine.encode(request.pixels), predict.prompt)
    assert time.monotonic() - start >= 0.3
    assert session.is_waiting
