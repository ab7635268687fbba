"""EngineWorker: the window's side of the engine. Lives on the GUI thread, owns the engine's thread; holds no widget.

A method only puts a record into the mailbox and returns at once. Answers come as signals on the GUI thread, whatever
they are connected to: the engine's thread emits into a queued connection to a method here, which emits them on.

While the engine asked for is being loaded, or encodes an image for seconds, a quick one answers clicks with drafts
(`PredictRequest.is_draft`). All else that is told is told of the engine asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.errors import EngineUnknownError
from sam_annotator.core.requests import EncodeRequest, EngineInfo, PredictRequest
from sam_annotator.core.settings import Settings, load_settings
from sam_annotator.engine import registry
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.engine.mailbox import LONGEST_LULL_S, LULL_S, LoadRequest, LongWork, Mailbox
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.background_thread import BackgroundThread
from sam_annotator.worker.engine_draft import DraftEngine
from sam_annotator.worker.engine_loop import EngineLoop, LoadEngine
from sam_annotator.worker.engine_relay import EngineRelay

_KEYS_REMEMBERED = 10_000
_QUICK_MS = 300.0  # to encode an image: sooner than a draft could be looked at


def _needs_draft(engine_id: str) -> bool:
    try:
        return registry.engine_row(engine_id).needs_draft
    except EngineUnknownError:
        return False


class EngineWorker(QObject):
    """Asks the engine without waiting for it.

    Requests may be made before an engine is loaded: they wait for it, and none is lost. Where an engine can't be
    loaded, the one before it goes on; clicks that wait keep waiting for the next one that can.

    Args:
        parent: as for every QObject.
        cache: where embeddings are kept; None takes what the settings say.
        load: what loads engines; None takes registry.load_engine_as_set.
        draft_engine_id: the quick engine.
        needs_draft: tells by its id for which engines the quick one answers meanwhile.
        quick_ms: an engine that has encoded an image in less time needs no drafts any more; None takes _QUICK_MS.

    Signals:
        engine_loading(str): the id of an engine that is being loaded.
        engine_ready(EngineInfo): it is there.
        engine_failed(str): it is not, and why.
        encode_started(int): the network begins with an image, asked for or ahead.
        encoded(int, float): an image's embedding is at hand; milliseconds it took, few where it was made before.
        predicted(PredictResult): a click or a preview is answered, or a mask to upgrade.
        drafted(int): drafts on an image can be had at once.
        mask_made(Prediction): a mask of an answer is at hand at the image's size.
        failed(EncodeRequest | PredictRequest, str): a request ended by an error, and which.
    """

    engine_loading = Signal(str)
    engine_ready = Signal(object)
    engine_failed = Signal(str)
    encode_started = Signal(int)
    encoded = Signal(int, float)
    predicted = Signal(object)
    drafted = Signal(int)
    mask_made = Signal(object)
    failed = Signal(object, str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        cache: EmbeddingCache | None = None,
        load: LoadEngine | None = None,
        draft_engine_id: str = "builtin",
        needs_draft: Callable[[str], bool] = _needs_draft,
        quick_ms: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache = cache if cache is not None else EmbeddingCache.from_settings(load_settings())
        self._mailbox = Mailbox(LULL_S, LONGEST_LULL_S)
        self._keys: dict[int, str] = {}
        self._info: EngineInfo | None = None
        self._is_stopped = False
        self._needs_draft, self._quick_ms = needs_draft, _QUICK_MS if quick_ms is None else quick_ms
        self._chosen_id = ""  # the engine asked for last
        self._is_quick = False
        self._encoding_id = 0  # the image that the network is at
        self._on_screen: EncodeRequest | None = None
        self._relay = EngineRelay(self._tell)
        load = load or registry.load_engine_as_set
        self._draft = DraftEngine(draft_engine_id, self._cache, load, lambda key: self._loop.fetch(key), self)
        self._loop = EngineLoop(self._mailbox, self._cache, self._relay, load, quick=self._draft.mailbox)
        for signal, own in (
            (self._draft.encoded, self.drafted),
            (self._draft.predicted, self.predicted),
            (self._draft.mask_made, self.mask_made),
        ):
            signal.connect(own)
        self._thread = BackgroundThread("engine", self._loop.run, self._mailbox.close)
        self._thread.begin()
        self.destroyed.connect(self._mailbox.close)  # where nobody called stop; the thread may be gone before its slots

    @property
    def info(self) -> EngineInfo | None:
        """The engine in use; None before there is one."""
        return self._info

    @property
    def is_drafting(self) -> bool:
        """Whether drafts are given while the engine asked for is not at hand."""
        return self._needs_draft(self._chosen_id) and not self._is_quick

    def load(self, engine_id: str, checkpoint: Path | str | None = None, device: str = "auto") -> None:
        """Load an engine, in place of the one there is; what waits is answered by the new one."""
        self._choose(engine_id)  # first: a quick engine that is needed goes ahead
        self._mailbox.put_load(LoadRequest(engine_id, None if checkpoint is None else str(checkpoint), device))

    def encode(self, request: EncodeRequest) -> None:
        """Encode the image on screen. One that is encoded, or being encoded, is not started again."""
        self._remember(request)
        self._on_screen = request
        self._mailbox.put_encode(request)
        if self._wants_draft(request):
            self._draft.encode(request)

    def prefetch(self, request: EncodeRequest) -> None:
        """Encode an image ahead, when there is nothing else to do."""
        self._remember(request)
        self._mailbox.put_prefetch(request)
        if self._wants_draft(request):
            self._draft.prefetch(request)

    def predict(self, request: PredictRequest) -> None:
        """Answer a click; its image is encoded first if need be. Replaces an older click of the same session.

        A draft is asked for besides, and dropped where the engine asked for answers at once or none is wanted.
        """
        if not request.is_draft:
            self._remember(request.encode)
            self._mailbox.put_predict(request)
        elif self._wants_draft(request.encode):
            self._draft.predict(request)

    def preview(self, request: PredictRequest) -> None:
        """Show what a click would give; dropped where the image is not encoded."""
        if not request.is_draft:
            self._mailbox.put_preview(request)
        elif self._wants_draft(request.encode):
            self._draft.preview(request)

    def upgrade(self, request: PredictRequest) -> None:
        """Answer the prompt of a mask that was accepted before, when there is nothing else to do; replaces another."""
        self._mailbox.put_upgrade(request)

    def work(self, work: LongWork) -> None:
        """Do long work on an image when nobody waits for anything else, behind other work that waits."""
        self._mailbox.put_work(work)

    def cancel_upgrade(self) -> None:
        """Forget the mask that waits to be upgraded."""
        self._mailbox.cancel_upgrade()

    def cancel_session(self, session_id: int) -> None:
        """Forget the waiting click of a session that was cleared or accepted."""
        self._mailbox.cancel_session(session_id)
        self._draft.mailbox.cancel_session(session_id)

    def cancel_preview(self) -> None:
        """Forget the waiting preview."""
        self._mailbox.cancel_preview()
        self._draft.mailbox.cancel_preview()

    def is_encoded(self, image_id: int) -> bool:
        """Whether a click on an image would be answered at once by the engine asked for."""
        key = self._keys.get(image_id)
        return key is not None and self._loop.answers_at_once(key)

    def has_embedding(self, pixels_key: str) -> bool:
        """Whether an image is encoded, for the engine asked for; see `is_encoded`."""
        return self._loop.answers_at_once(pixels_key)

    def is_drafted(self, image_id: int) -> bool:
        """Whether a click on an image would be answered by a draft at once, and not yet by the engine asked for."""
        key = self._keys.get(image_id)
        return key is not None and self._draft.is_at_hand(key) and self.is_drafting and not self.is_encoded(image_id)

    def use_settings(self, settings: Settings) -> None:
        """Take the budgets for embeddings in the settings from now on."""
        self._cache.use_settings(settings)

    def stop(self, timeout_ms: int = 3000) -> bool:
        """End the thread; no signal comes after this.

        Args:
            timeout_ms: how long to wait at most. Work that can't be interrupted that quickly ends in the background,
                before the program does.

        Returns:
            Whether the thread ended.
        """
        self._is_stopped = True
        self._draft.request_stop()
        has_ended = self._thread.finish(timeout_ms)
        has_ended = self._draft.join(timeout_ms) and has_ended
        self._cache.close()
        return has_ended

    def _remember(self, request: EncodeRequest) -> None:
        self._keys.pop(request.image_id, None)
        self._keys[request.image_id] = request.pixels_key
        if len(self._keys) > _KEYS_REMEMBERED:
            del self._keys[next(iter(self._keys))]

    def _choose(self, engine_id: str) -> None:
        self._chosen_id, self._is_quick = engine_id, False
        if not self.is_drafting:
            self._draft.rest()
        elif self._on_screen is not None:
            self._draft.encode(self._on_screen)

    def _wants_draft(self, request: EncodeRequest) -> bool:
        return self.is_drafting and not self._loop.answers_at_once(request.pixels_key)

    def _note_speed(self, encode_ms: float) -> None:
        if self._info is not None and self._info.engine_id == self._chosen_id:
            self._is_quick = encode_ms < self._quick_ms
            if self._is_quick:
                self._draft.rest()

    @arriving
    def _tell(self, signal: str, values: tuple[object, ...]) -> None:
        if self._is_stopped:
            return
        match signal, values:
            case "engine_ready", (EngineInfo() as info,):
                self._info, self._is_quick, self._encoding_id = info, False, 0
            case "engine_failed", _ if not self._mailbox.has_load:  # the one before goes on
                self._choose(self._info.engine_id if self._info is not None else "")
            case "encode_started", (int(image_id),):
                self._encoding_id = image_id
            case "encoded", (int(image_id), float(ms)) if image_id == self._encoding_id:
                self._encoding_id = 0
                self._note_speed(ms)
        getattr(self, signal).emit(*values)
