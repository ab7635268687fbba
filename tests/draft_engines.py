"""Two engines that can be told apart: a large one that tests hold in its encoding, and a quick one for drafts.

And a desk with both, for tests that need no window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from gates import Gate
from pytestqt.qtbot import QtBot

from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import EncodeRequest, Logits, Prediction, PredictRequest, PredictResult
from sam_annotator.engine.base import Embedding
from sam_annotator.engine.embedding_cache import EmbeddingCache, pixels_key
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.worker.engine_worker import EngineWorker

QUICK_ID = "builtin"


class TitledEngine(FakeEngine):
    """A fake engine of another name, whose embeddings no other one takes; counts what it does."""

    def __init__(self, engine_id: str, title: str) -> None:
        super().__init__(0, 0)
        self._info = replace(self._info, engine_id=engine_id, title=title)
        self.gates = {call: Gate() for call in ("load", "encode", "predict")}
        self.fails: Exception | None = None
        self.is_reference = False  # for tests to compare with: without gates
        self.steps = 1  # of an encoding, at each of which it looks around
        self.before_step: Callable[[tuple[int, int], int], None] = lambda _size_hw, _step: None
        self.encoded: list[tuple[int, int]] = []  # sizes of the images that were

    @property
    def embedding_key(self) -> str:
        return f"{self.info.engine_id}/1"

    def encode(self, image: Any, between_steps: Callable[[], None] | None = None) -> Embedding:
        if self.fails is not None:
            raise self.fails
        for step in range(self.steps if between_steps is not None else 0):
            assert between_steps is not None
            self.before_step(image.shape[:2], step)
            between_steps()
        if not self.is_reference:
            self.gates["encode"].pass_through(between_steps)
        embedding = replace(super().encode(image), engine_key=self.embedding_key)
        self.encoded.append(image.shape[:2])
        return embedding

    def predict(
        self, embedding: Embedding, prompt: Prompt, mask_input: Logits | None = None, multimask_output: bool = True
    ) -> Prediction:
        if self.fails is not None:
            raise self.fails
        if not self.is_reference:
            self.gates["predict"].pass_through()
        return super().predict(embedding, prompt, mask_input, multimask_output)


class BigEngine(TitledEngine):
    """The engine that was chosen; an encoding waits at its gate, looking around."""

    def __init__(self, engine_id: str = "big", title: str = "Big") -> None:
        super().__init__(engine_id, title)


class QuickEngine(TitledEngine):
    """The engine of drafts: its masks have every second row only, and each knows the logits that went in."""

    def __init__(self) -> None:
        super().__init__(QUICK_ID, "Built-in")
        self.threads: set[str] = set()

    def predict(
        self, embedding: Embedding, prompt: Prompt, mask_input: Logits | None = None, multimask_output: bool = True
    ) -> Prediction:
        self.threads.add(threading.current_thread().name)
        whole = super().predict(embedding, prompt, mask_input, multimask_output)
        logits = whole.low_res_logits.copy()
        logits[:, 1::2] = -9.0
        masks = whole.masks.copy()
        masks[:, 1::2] = False
        return Prediction(masks, np.array(whole.predicted_iou), logits)


def needs_draft(engine_id: str) -> bool:
    return engine_id.startswith("big")


def reference(engine: TitledEngine) -> TitledEngine:
    """Let the test itself ask an engine."""
    engine.is_reference = True
    return engine


POINT = Prompt(((20.5, 10.5),), (1,))


def image(image_id: int) -> EncodeRequest:
    rng = np.random.default_rng(image_id)
    height, width = 8 + image_id, 10 + image_id  # a mask tells its image by its size
    pixels = np.repeat(np.repeat(rng.integers(0, 255, (height, width, 3), np.uint8), 8, axis=0), 8, axis=1)
    pixels.setflags(write=False)
    return EncodeRequest(image_id, pixels, pixels_key(pixels))


def click(request_id: int, session_id: int = 1, image_id: int = 1, **more: Any) -> PredictRequest:
    return PredictRequest(request_id, session_id, more.pop("prompt", POINT), image(image_id), **more)


class Desk:
    """A worker with both engines, and what it told."""

    def __init__(self, qtbot: QtBot, **options: Any) -> None:
        self.big, self.quick = BigEngine(), QuickEngine()
        self.engines: dict[str, TitledEngine] = {"big": self.big, QUICK_ID: self.quick}
        self.cache = EmbeddingCache()
        self.worker = EngineWorker(
            cache=self.cache, load=self.load, needs_draft=needs_draft, **{"quick_ms": 0.0, **options}
        )
        self.qtbot = qtbot
        self.told: list[tuple[Any, ...]] = []
        self.results: list[PredictResult] = []
        for name in ("engine_loading", "engine_ready", "engine_failed", "encode_started", "encoded", "failed"):
            getattr(self.worker, name).connect(lambda *values, name=name: self.told.append((name, *values)))
        self.worker.drafted.connect(lambda image_id: self.told.append(("drafted", image_id)))
        self.worker.predicted.connect(self.results.append)

    def load(self, engine_id: str, *_: object) -> TitledEngine:
        engine = self.engines[engine_id]
        engine.gates["load"].pass_through()
        if engine.fails is not None:
            raise engine.fails
        return engine

    def ask(self, request_id: int, session_id: int = 1, image_id: int = 1, **more: Any) -> None:
        """Click, as the window does: both engines are asked."""
        self.worker.predict(click(request_id, session_id, image_id, **more))
        self.worker.predict(click(request_id, session_id, image_id, is_draft=True, **more))

    @property
    def answered(self) -> list[tuple[int, bool]]:
        return [(result.request.request_id, result.request.is_draft) for result in self.results]

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def close(self) -> None:
        for engine in self.engines.values():
            for gate in engine.gates.values():
                gate.open()
        self.worker.stop()
