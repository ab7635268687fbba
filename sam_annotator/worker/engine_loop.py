"""What the engine's thread does: take a job, ask the engine, tell. No widget, no decision about what to show.

An encoding stops now and then to look around (`Engine.encode`, between_steps): clicks on images that are encoded
are answered in between, and it is given up when the program closes, when another engine is asked for, or when it
has become less wanted than another image.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Protocol

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.requests import EncodeRequest, EngineInfo, Logits, PredictRequest, PredictResult
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.engine.mailbox import Job, JobKind, LoadRequest, Mailbox
from sam_annotator.engine.threads import leave_a_core

LoadEngine = Callable[[str, str | None, str], Engine]

_log = logging.getLogger(__name__)


class Listener(Protocol):
    """Who is told; called on the engine's thread."""

    def engine_loading(self, engine_id: str) -> None:
        """An engine is about to be loaded."""

    def engine_ready(self, info: EngineInfo) -> None:
        """It is there."""

    def engine_failed(self, message: str) -> None:
        """It could not be loaded; the one before it, if any, goes on."""

    def encode_started(self, image_id: int) -> None:
        """The network begins with an image."""

    def encoded(self, image_id: int, elapsed_ms: float) -> None:
        """An image's embedding is at hand."""

    def predicted(self, result: PredictResult) -> None:
        """A click or a preview is answered."""

    def failed(self, request: EncodeRequest | PredictRequest, message: str) -> None:
        """A request ended by an error."""


class _GivenUp(Exception):
    """An encoding is no longer wanted."""


class EngineLoop:
    """The engine's thread.

    Args:
        mailbox: where jobs come from; `run` ends when it is closed.
        cache: where embeddings are kept.
        listener: who is told.
        load_engine: as in engine.registry.
    """

    def __init__(self, mailbox: Mailbox, cache: EmbeddingCache, listener: Listener, load_engine: LoadEngine) -> None:
        self._mailbox = mailbox
        self._cache = cache
        self._listener = listener
        self._load_engine = load_engine
        self._engine: Engine | None = None
        self._on_screen: EncodeRequest | None = None

    @property
    def engine_key(self) -> str:
        """`Engine.embedding_key` of the engine in use, "" before there is one; may be read from any thread."""
        engine = self._engine
        return engine.embedding_key if engine is not None else ""

    def is_at_hand(self, key: str) -> bool:
        """Whether the embedding of the image with that pixels_key is in memory; may be called from any thread."""
        return self._cache.contains(self.engine_key, key)

    def run(self) -> None:
        """Take and do jobs until the mailbox is closed."""
        while (job := self._mailbox.take(self.is_at_hand)) is not None:
            self._do(job)
            del job  # or its image would stay in memory until the next one
        self._engine = None

    def _do(self, job: Job) -> None:
        request = job.request
        if isinstance(request, LoadRequest):
            self._load(request)
        elif isinstance(request, PredictRequest):
            self._answer(request)
        else:
            if job.kind is JobKind.ENCODE:
                self._on_screen = request
            self._encode(request, is_prefetch=job.kind is JobKind.PREFETCH)

    def _load(self, request: LoadRequest) -> None:
        self._listener.engine_loading(request.engine_id)
        try:
            engine = self._load_engine(request.engine_id, request.checkpoint, request.device)
        except Exception as e:
            self._listener.engine_failed(_sentence(e, "The engine can't be loaded"))
            return
        if engine.info.device == "cpu":
            leave_a_core()
        self._engine = engine
        if self._on_screen is not None and not self._mailbox.has_encode:
            self._mailbox.put_encode(self._on_screen)
        self._listener.engine_ready(engine.info)
        self._mailbox.set_ready(True)

    def _encode(self, request: EncodeRequest, *, is_prefetch: bool) -> None:
        """Bring an image's embedding into memory: from memory, from disk, or by the network."""
        engine = self._current_engine()
        start = time.perf_counter()
        try:
            if self._cache.get(engine.embedding_key, request.pixels_key) is None:
                self._listener.encode_started(request.image_id)
                embedding = engine.encode(request.pixels, lambda: self._look_around(request, is_prefetch))
                self._cache.put(request.pixels_key, embedding)
        except _GivenUp:
            if is_prefetch:
                self._mailbox.put_prefetch(request, replace=False)
            return
        except Exception as e:
            message = _sentence(e, "The image can't be encoded")
            self._listener.failed(request, message)
            for waiting in self._mailbox.take_waiting_on(request.pixels_key):
                self._listener.failed(waiting, message)
            return
        self._listener.encoded(request.image_id, _ms_since(start))

    def _look_around(self, request: EncodeRequest, is_prefetch: bool) -> None:
        """Give an encoding up, or answer in between what can be answered."""
        mailbox = self._mailbox
        if mailbox.is_closed or mailbox.has_load:
            raise _GivenUp
        if not mailbox.is_awaited(request.pixels_key) and mailbox.awaits_encode(self.is_at_hand, clicks=is_prefetch):
            raise _GivenUp
        while (job := mailbox.take_answerable(self.is_at_hand)) is not None:
            self._do(job)

    def _answer(self, request: PredictRequest) -> None:
        engine = self._current_engine()
        start = time.perf_counter()
        try:
            embedding = self._cache.get(engine.embedding_key, request.encode.pixels_key)
            if embedding is None:  # pushed out of the memory since the job was taken
                embedding = self._cache.put(request.encode.pixels_key, engine.encode(request.encode.pixels))
            mask_input = request.mask_input
            if mask_input is None and request.trail:
                mask_input = replay(engine, embedding, request)
            prediction = engine.predict(embedding, request.prompt, mask_input, request.multimask_output)
            if prediction.scaling is None:
                prediction.mask(prediction.best)  # it is drawn from that, and not made by the window
        except Exception as e:
            self._listener.failed(request, _sentence(e, "The click can't be answered"))
            return
        self._listener.predicted(PredictResult(request, prediction, engine.info, _ms_since(start)))
        if not request.is_preview and not self._mailbox.has_answerable(self.is_at_hand):
            prediction.mask(prediction.best)  # ahead of its acceptance, while there is nothing else to answer

    def _current_engine(self) -> Engine:
        assert self._engine is not None  # the mailbox gives nothing out before
        return self._engine


def replay(engine: Engine, embedding: Embedding, request: PredictRequest) -> Logits | None:
    """Answer the steps of a request's trail again and return the logits that its prompt builds on.

    Returns:
        float32 (1, h, w), or None where there are no steps.
    """
    mask_input: Logits | None = None
    for step in request.trail:
        prediction = engine.predict(embedding, step.prompt, mask_input, step.multimask_output)
        candidate = min(step.candidate, len(prediction.low_res_logits) - 1)
        mask_input = prediction.low_res_logits[candidate : candidate + 1]
    return mask_input


def _ms_since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _sentence(error: Exception, what: str) -> str:
    """Return what the user reads of an error; one that is a bug of ours goes to the log in full."""
    if isinstance(error, SamAnnotatorError):
        return str(error)
    if isinstance(error, MemoryError):
        return f"{what}: the computer's memory is full; close other programs and try again."
    _log.error("%s", what, exc_info=error)
    detail = " ".join(str(error).split())[:120]
    return f"{what} ({type(error).__name__}{': ' + detail if detail else ''}); try again or choose another engine."
