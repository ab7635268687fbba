"""200 random actions with two engines that are held and let go at random: no answer goes astray."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from draft_engines import QUICK_ID, BigEngine, Desk, QuickEngine, image, reference
from pytestqt.qtbot import QtBot

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.requests import PredictResult
from sam_annotator.core.session import PromptSession


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.close()


class Hands:
    """What the window does with sessions, without a window."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.rng = desk, random.Random(seed)
        self.request_id = self.session_id = 0
        self.open: dict[int, PromptSession] = {}
        self.shown: list[Any] = []
        desk.worker.predicted.connect(self.on_predicted)
        self.go_to(1)

    def go_to(self, image_id: int) -> None:
        self.session_id += 1
        self.current = self.session_id
        self.open[self.current] = PromptSession(image_id, self.current)
        self.desk.worker.encode(image(image_id))
        self.desk.worker.prefetch(image(image_id % 5 + 1))

    def send(self, session: PromptSession) -> None:
        self.request_id += 1
        session, request = session.issue(self.request_id, image(session.image_id))
        self.open[session.session_id] = session
        self.desk.worker.predict(request)
        self.desk.worker.predict(session.draft(request.encode))

    def act(self) -> None:
        session, worker = self.open[self.current], self.desk.worker
        height, width = image(session.image_id).pixels.shape[:2]
        point = Point(self.rng.uniform(0, width), self.rng.uniform(0, height))
        match self.rng.choices(
            ["click", "box", "pop", "go", "clear", "hover", "gate", "engine"], [9, 2, 3, 3, 1, 6, 4, 1]
        )[0]:
            case "click":
                self.send(session.add_point(point, self.rng.choice((0, 1))))
            case "box":
                self.send(session.set_box(Box(point.x / 2, point.y / 2, point.x, point.y)))
            case "pop" if session.frames:
                session = session.pop()
                worker.cancel_session(session.session_id)
                if session.awaits_real:
                    self.send(session)
                else:
                    self.open[self.current] = session
            case "go":
                self.go_to(self.rng.randint(1, 5))
            case "clear":
                worker.cancel_session(session.session_id)
                del self.open[self.current]
                self.go_to(session.image_id)
            case "hover":
                self.request_id += 1
                is_draft = worker.is_drafted(session.image_id)
                worker.preview(session.preview(point, self.request_id, image(session.image_id), is_draft=is_draft))
            case "gate":
                engine, call = self.rng.choice([self.desk.big, self.desk.quick]), self.rng.choice(["encode", "predict"])
                self.rng.choice([engine.gates[call].shut, engine.gates[call].open, engine.gates[call].open])()
            case "engine":
                for key, waiting in self.open.items():
                    self.open[key] = waiting.without_answers()
                worker.load(self.rng.choice(["big", QUICK_ID]))
                for waiting in list(self.open.values()):
                    if waiting.frames:
                        self.send(waiting)

    def on_predicted(self, result: PredictResult) -> None:
        self.shown.append(result)
        session = self.open.get(result.request.session_id)
        if session is not None:
            self.open[session.session_id] = session.receive(result)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_hundred_actions_with_drafts(desk: Desk, seed: int) -> None:
    """Once in a hundred times a mask would show on another image, or the last click stay a draft for ever."""
    desk.big.steps = 4
    desk.worker.load("big")
    hands = Hands(desk, seed)
    for _ in range(200):
        hands.act()
        desk.qtbot.wait(hands.rng.choice((0, 0, 1, 5)))
    for engine in (desk.big, desk.quick):
        for gate in engine.gates.values():
            gate.open()
    chosen = desk.worker._chosen_id
    desk.until(lambda: not any(session.awaits_real for session in hands.open.values()))
    assert len(hands.shown) > 20
    check(hands, chosen)


def check(hands: Hands, chosen: str) -> None:
    """Each answer is what its engine says of its request; each session ends with the chosen engine's last word."""
    engines = {"big": reference(BigEngine()), QUICK_ID: reference(QuickEngine())}
    embeddings = {(name, i): e.encode(image(i).pixels) for name, e in engines.items() for i in range(1, 6)}
    for result in hands.shown:
        request, name = result.request, result.engine.engine_id
        assert name == QUICK_ID or not request.is_draft
        assert result.prediction.masks.shape[1:] == request.encode.pixels.shape[:2]
        if request.mask_input is not None or not request.trail:
            embedding = embeddings[name, request.image_id]
            again = engines[name].predict(embedding, request.prompt, request.mask_input, request.multimask_output)
            assert np.array_equal(result.prediction.low_res_logits, again.low_res_logits)
    for session in hands.open.values():
        if session.frames:
            answer = session.answer
            assert answer is not None and answer.request.prompt == session.prompt
            assert answer.request.image_id == session.image_id and answer.engine.engine_id == chosen
