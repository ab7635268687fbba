"""What the engine's thread does: take a job, ask the engine, tell. No widget, no decision about what to show.

Long work on an image, such as finding all its objects, looks around likewise, and lets all that is waited for go first.

An encoding stops now and then to look around (`Engine.encode`, between_steps): clicks on images that are encoded
are answered in between, and it is given up when the program closes, when another engine is asked for, or when it
has become less wanted than another image.

There can be two such threads: the chosen engine's, and that of a quick one which answers with drafts while the chosen
one is busy with an image. The chosen one's encoding then stands still as long as the quick one has something to do:
side by side on the same cores, the quick one would be no longer quick.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import Protocol

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.giving_way import giving_way
from sam_annotator.core.requests import EncodeRequest, EngineInfo, Logits, Prediction, PredictRequest, PredictResult
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.base import Embedding, Engine, PreparingEngine
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.engine.free_memory import give_back
from sam_annotator.engine.mailbox import Job, JobKind, LoadRequest, LongWork, Mailbox
from sam_annotator.engine.mask_prompt import mask_prompt
from sam_annotator.engine.threads import apart, leave_a_core, use_one_core

LoadEngine = Callable[[str, str | None, str], Engine]

_GLANCE_S = 0.02  # between two looks at whether to go on standing still
_PATIENCE_S = 2.0  # with a quick engine that does not come to rest
_LOADING_S = 20.0  # where that may have to be loaded, too
_PAINTED_S = 0.08  # after which an answer is on screen
_IDLE_S = 0.5  # after which there is time to tidy up

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

    def mask_made(self, prediction: Prediction) -> None:
        """A mask of an answer is at hand at the image's size."""

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
        quick: where the jobs of a quick engine wait that answers meanwhile; None where there is none.
        is_beside: whether it works beside another engine, and leaves the cores to that.
        is_needless: tells of an image, by its pixels_key, that another engine answers clicks on it at once.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        cache: EmbeddingCache,
        listener: Listener,
        load_engine: LoadEngine,
        *,
        quick: Mailbox | None = None,
        is_beside: bool = False,
        is_needless: Callable[[str], bool] = lambda _key: False,
    ) -> None:
        self._mailbox = mailbox
        self._cache = cache
        self._listener = listener
        self._load_engine = load_engine
        self._quick = quick
        self._is_beside = is_beside
        self._is_needless = is_needless
        self._engine: Engine | None = None
        self._is_loading = False
        self._on_screen: EncodeRequest | None = None
        self._gives_way = False
        self._steps = 0  # of the encoding under way
        self._steps_in_all = 0  # of the last one that was finished
        self._has_litter = False  # memory that was freed, but not given back

    @property
    def engine_key(self) -> str:
        """`Engine.embedding_key` of the engine in use, "" before there is one; may be read from any thread."""
        engine = self._engine
        return engine.embedding_key if engine is not None else ""

    def is_at_hand(self, key: str) -> bool:
        """Whether the embedding of the image with that pixels_key is in memory; may be called from any thread."""
        return self._cache.contains(self.engine_key, key)

    def answers_at_once(self, key: str) -> bool:
        """Whether a click on an image would be answered by the engine asked for; may be called from any thread."""
        return not self._is_loading and not self._mailbox.has_load and self.is_at_hand(key)

    def fetch(self, key: str) -> bool:
        """Bring an embedding that was made before into memory, perhaps from disk; may be called from any thread.

        Returns:
            Whether clicks on that image are answered at once now.
        """
        if self._engine is not None and not self._is_loading:
            self._cache.get(self.engine_key, key)
        return self.answers_at_once(key)

    def run(self) -> None:
        """Take and do jobs until the mailbox is closed."""
        while (job := self._next_job()) is not None:
            self._do(job)
            del job  # or its image would stay in memory until the next one
        self._engine = None

    def _next_job(self) -> Job | None:
        """Wait for a job; where none comes for a while, tidy up after the last ones."""
        if self._has_litter:
            job = self._mailbox.take(self.is_at_hand, timeout=_IDLE_S)
            if job is not None or self._mailbox.is_closed:
                return job
            self._has_litter = False
            give_back()
        return self._mailbox.take(self.is_at_hand)

    def _do(self, job: Job) -> None:
        request = job.request
        if isinstance(request, LoadRequest):
            self._load(request)
        elif isinstance(request, PredictRequest):
            if job.kind is not JobKind.UPGRADE or self._encode(request.encode, upgrade=request):
                self._answer(request, is_upgrade=job.kind is JobKind.UPGRADE)
        elif not isinstance(request, EncodeRequest):
            self._work(request)
        else:
            if job.kind is JobKind.ENCODE:
                self._on_screen = request
            self._encode(request, is_prefetch=job.kind is JobKind.PREFETCH)

    def _load(self, request: LoadRequest) -> None:
        self._listener.engine_loading(request.engine_id)
        self._is_loading = True
        try:
            load = partial(self._load_engine, request.engine_id, request.checkpoint, request.device)
            self._gives_way = True
            with giving_way(partial(self._give_way, _LOADING_S)):
                engine = apart(load) if self._is_beside else load()
        except Exception as e:
            self._is_loading = False
            self._listener.engine_failed(_sentence(e, mark("The engine can't be loaded")))
            return
        if self._is_beside:
            use_one_core()
        elif engine.info.device == "cpu":
            leave_a_core()
        self._has_litter = True
        self._engine, self._is_loading, self._steps_in_all = engine, False, 0
        if self._on_screen is not None and not self._mailbox.has_encode:
            self._mailbox.put_encode(self._on_screen)
        self._listener.engine_ready(engine.info)
        self._mailbox.set_ready(True)

    def _encode(
        self, request: EncodeRequest, *, is_prefetch: bool = False, upgrade: PredictRequest | None = None
    ) -> bool:
        """Bring an image's embedding into memory: from memory, from disk, or by the network; return whether it is."""
        engine = self._current_engine()
        if self._is_needless(request.pixels_key):
            self._mailbox.take_waiting_on(request.pixels_key)
            return False
        start = time.perf_counter()
        is_ahead = is_prefetch or upgrade is not None
        try:
            if self._cache.get(engine.embedding_key, request.pixels_key) is None:
                self._listener.encode_started(request.image_id)
                self._steps, self._gives_way = 0, engine.info.device == "cpu"
                embedding = engine.encode(request.pixels, lambda: self._look_around(request, is_ahead, upgrade))
                self._steps_in_all, self._has_litter = self._steps, True
                self._cache.put(request.pixels_key, embedding)
        except _GivenUp:
            if upgrade is not None:
                self._mailbox.put_upgrade(upgrade, replace=False)
            elif is_prefetch:
                self._mailbox.put_prefetch(request, replace=False)
            return False
        except Exception as e:
            message = _sentence(e, mark("The image can't be encoded"))
            self._listener.failed(request if upgrade is None else upgrade, message)
            for waiting in self._mailbox.take_waiting_on(request.pixels_key):
                self._listener.failed(waiting, message)
            return False
        self._listener.encoded(request.image_id, _ms_since(start))
        if upgrade is None:
            self._prepare(engine, request)
        return True

    def _prepare(self, engine: Engine, request: EncodeRequest) -> None:
        """Do what every click on an image needs, while nobody has clicked on it."""
        if not isinstance(engine, PreparingEngine):
            return
        embedding = self._cache.get(engine.embedding_key, request.pixels_key)
        if embedding is None:  # pushed out already
            return
        try:
            engine.prepare(embedding)
        except Exception:  # a click tells, should it fail likewise
            _log.debug("Image %s is not prepared for clicks", request.image_id, exc_info=True)

    def _work(self, work: LongWork) -> None:
        """Do long work; where its image can't be encoded now, it waits again."""
        request, engine = work.encode, self._current_engine()

        def look_around() -> None:
            if work.is_cancelled:
                raise _GivenUp
            self._look_around(request, True, None)

        def is_over() -> bool:
            while (job := self._mailbox.take_answerable(self.is_at_hand)) is not None:
                self._do(job)
            self._give_way()
            return work.is_cancelled or self._mailbox.is_closed or self._mailbox.has_load

        def pause() -> None:
            while not is_over() and (job := self._mailbox.take_wanted(self.is_at_hand)) is not None:
                self._do(job)

        if work.is_cancelled:
            return
        try:
            embedding = self._cache.get(engine.embedding_key, request.pixels_key)
            if embedding is None:
                self._steps, self._gives_way = 0, engine.info.device == "cpu"
                embedding = self._cache.put(request.pixels_key, engine.encode(request.pixels, look_around))
        except _GivenUp:
            if not work.is_cancelled:
                self._mailbox.put_work(work, first=True)
            return
        except Exception as e:
            work.fail(_sentence(e, mark("The image can't be encoded")))
            return
        self._has_litter = True
        work.run(engine, embedding, is_over, pause)

    def _look_around(self, request: EncodeRequest, is_ahead: bool, upgrade: PredictRequest | None) -> None:
        """Give an encoding up, answer in between what can be answered, and let the quick engine go first."""
        mailbox = self._mailbox
        self._steps += 1
        if mailbox.is_closed or mailbox.has_load:
            raise _GivenUp
        is_less_wanted = not mailbox.is_awaited(request.pixels_key) and mailbox.awaits_encode(
            self.is_at_hand, clicks=is_ahead
        )
        if is_less_wanted and not self._is_worth_finishing(request, upgrade):
            raise _GivenUp
        while (job := mailbox.take_answerable(self.is_at_hand)) is not None:
            self._do(job)
        self._give_way()

    def _is_worth_finishing(self, request: EncodeRequest, upgrade: PredictRequest | None) -> bool:
        """Whether to go on with an image although another is on screen now.

        That is where a mask waits for it, so that all of it would have to be done again; where more than half is done,
        so that the image on screen waits for less than is saved; and where the quick engine answers on that meanwhile.
        """
        if self._quick is None or not self._quick.is_answering:
            return False
        is_half_done = self._steps_in_all <= 2 * self._steps and self._steps <= self._steps_in_all
        return is_half_done and (upgrade is not None or self._mailbox.awaits_upgrade(request.pixels_key))

    def _give_way(self, patience_s: float = _PATIENCE_S) -> None:
        """Stand still while the quick engine has something to do; not for ever, should it never come to rest."""
        quick, mailbox = self._quick, self._mailbox
        if quick is None or not self._gives_way:
            return
        deadline = time.monotonic() + patience_s
        while not quick.wait_until_quiet(_GLANCE_S) and not mailbox.is_closed and not mailbox.has_load:
            if time.monotonic() >= deadline:
                self._gives_way = False  # until the next image
                return

    def _answer(self, request: PredictRequest, *, is_upgrade: bool = False) -> None:
        engine = self._current_engine()
        if self._is_needless(request.encode.pixels_key):
            return
        start = time.perf_counter()
        try:
            embedding = self._cache.get(engine.embedding_key, request.encode.pixels_key)
            if embedding is None:  # pushed out of the memory since the job was taken
                embedding = self._cache.put(request.encode.pixels_key, engine.encode(request.encode.pixels))
            mask_input = request.mask_input
            if mask_input is None and request.trail:
                mask_input = replay(engine, embedding, request)
            elif mask_input is None and request.base_mask is not None:
                mask_input = mask_prompt(engine, request.base_mask)
            prediction = engine.predict(embedding, request.prompt, mask_input, request.multimask_output)
            if is_upgrade:
                for candidate in range(len(prediction)):
                    prediction.mask(candidate)
            elif prediction.scaling is None:
                prediction.mask(prediction.best)  # it is drawn from that, and not made by the window
        except Exception as e:
            self._listener.failed(request, _sentence(e, mark("The click can't be answered")))
            return
        self._listener.predicted(PredictResult(request, prediction, engine.info, _ms_since(start)))
        if not request.is_preview and not is_upgrade:
            self._make_masks(prediction)

    def _make_masks(self, prediction: Prediction) -> None:
        """Make masks ahead of their acceptance, the best first, while there is nothing else to answer.

        Not before the answer is on screen: both take all of Python's time, and the answer is waited for.
        """
        for candidate in prediction.ranking:
            if prediction.has_mask(candidate):
                continue
            if self._mailbox.wait_for_answerable(self.is_at_hand, _PAINTED_S):
                return
            prediction.mask(candidate)
            self._listener.mask_made(prediction)

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
        if step.mask is not None:
            mask_input = mask_prompt(engine, step.mask)
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
        return tr("{what}: the computer's memory is full; close other programs and try again.", what=tr(what))
    _log.error("%s", what, exc_info=error)
    detail = ": ".join(part for part in (type(error).__name__, " ".join(str(error).split())[:120]) if part)
    return tr("{what} ({reason}); try again or choose another engine.", what=tr(what), reason=detail)
