"""EngineWorker: the window's side of the engine. Lives on the GUI thread, owns the engine's thread; holds no widget.

A method only puts a record into the mailbox and returns at once. Answers come as signals on the GUI thread, whatever
they are connected to: the engine's thread emits into a queued connection to a method here, which emits them on.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from sam_annotator.core.requests import EncodeRequest, EngineInfo, PredictRequest, PredictResult
from sam_annotator.core.settings import Settings, load_settings
from sam_annotator.engine import registry
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.engine.mailbox import LoadRequest, Mailbox
from sam_annotator.worker.background_thread import BackgroundThread
from sam_annotator.worker.engine_loop import EngineLoop, LoadEngine

_KEYS_REMEMBERED = 10_000


class _Relay(QObject):
    """Carries what the engine's thread tells to the GUI thread: called there, its signal arrives here."""

    told = Signal(str, object)

    def engine_loading(self, engine_id: str) -> None:
        """See engine_loop.Listener."""
        self.told.emit("engine_loading", (engine_id,))

    def engine_ready(self, info: EngineInfo) -> None:
        """See engine_loop.Listener."""
        self.told.emit("engine_ready", (info,))

    def engine_failed(self, message: str) -> None:
        """See engine_loop.Listener."""
        self.told.emit("engine_failed", (message,))

    def encode_started(self, image_id: int) -> None:
        """See engine_loop.Listener."""
        self.told.emit("encode_started", (image_id,))

    def encoded(self, image_id: int, elapsed_ms: float) -> None:
        """See engine_loop.Listener."""
        self.told.emit("encoded", (image_id, elapsed_ms))

    def predicted(self, result: PredictResult) -> None:
        """See engine_loop.Listener."""
        self.told.emit("predicted", (result,))

    def failed(self, request: EncodeRequest | PredictRequest, message: str) -> None:
        """See engine_loop.Listener."""
        self.told.emit("failed", (request, message))


class EngineWorker(QObject):
    """Asks the engine without waiting for it.

    Requests may be made before an engine is loaded: they wait for it, and none is lost. Where an engine can't be
    loaded, the one before it goes on; clicks that wait keep waiting for the next one that can.

    Args:
        parent: as for every QObject.
        cache: where embeddings are kept; None takes what the settings say.
        load: what loads engines; None takes registry.load_engine.

    Signals:
        engine_loading(str): the id of an engine that is being loaded.
        engine_ready(EngineInfo): it is there.
        engine_failed(str): it is not, and why.
        encode_started(int): the network begins with an image, asked for or ahead.
        encoded(int, float): an image's embedding is at hand; milliseconds it took, few where it was made before.
        predicted(PredictResult): a click or a preview is answered.
        failed(EncodeRequest | PredictRequest, str): a request ended by an error, and which.
    """

    engine_loading = Signal(str)
    engine_ready = Signal(object)
    engine_failed = Signal(str)
    encode_started = Signal(int)
    encoded = Signal(int, float)
    predicted = Signal(object)
    failed = Signal(object, str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        cache: EmbeddingCache | None = None,
        load: LoadEngine | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache = cache if cache is not None else EmbeddingCache.from_settings(load_settings())
        self._mailbox = Mailbox()
        self._keys: dict[int, str] = {}
        self._info: EngineInfo | None = None
        self._is_stopped = False
        self._relay = _Relay()
        self._relay.told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._loop = EngineLoop(self._mailbox, self._cache, self._relay, load or registry.load_engine)
        self._thread = BackgroundThread("engine", self._loop.run, self._mailbox.close)
        self._thread.begin()
        self.destroyed.connect(self._mailbox.close)  # where nobody called stop; the thread may be gone before its slots

    @property
    def info(self) -> EngineInfo | None:
        """The engine in use; None before there is one."""
        return self._info

    def load(self, engine_id: str, checkpoint: Path | str | None = None, device: str = "auto") -> None:
        """Load an engine, in place of the one there is; what waits is answered by the new one."""
        self._mailbox.put_load(LoadRequest(engine_id, None if checkpoint is None else str(checkpoint), device))

    def encode(self, request: EncodeRequest) -> None:
        """Encode the image on screen. One that is encoded, or being encoded, is not started again."""
        self._remember(request)
        self._mailbox.put_encode(request)

    def prefetch(self, request: EncodeRequest) -> None:
        """Encode an image ahead, when there is nothing else to do."""
        self._remember(request)
        self._mailbox.put_prefetch(request)

    def predict(self, request: PredictRequest) -> None:
        """Answer a click; its image is encoded first if need be. Replaces an older click of the same session."""
        self._remember(request.encode)
        self._mailbox.put_predict(request)

    def preview(self, request: PredictRequest) -> None:
        """Show what a click would give; dropped where the image is not encoded."""
        self._mailbox.put_preview(request)

    def cancel_session(self, session_id: int) -> None:
        """Forget the waiting click of a session that was cleared or accepted."""
        self._mailbox.cancel_session(session_id)

    def cancel_preview(self) -> None:
        """Forget the waiting preview."""
        self._mailbox.cancel_preview()

    def is_encoded(self, image_id: int) -> bool:
        """Whether a click on an image would be answered at once."""
        key = self._keys.get(image_id)
        return key is not None and self._loop.is_at_hand(key)

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
        has_ended = self._thread.finish(timeout_ms)
        self._cache.close()
        return has_ended

    def _remember(self, request: EncodeRequest) -> None:
        self._keys.pop(request.image_id, None)
        self._keys[request.image_id] = request.pixels_key
        if len(self._keys) > _KEYS_REMEMBERED:
            del self._keys[next(iter(self._keys))]

    def _tell(self, signal: str, values: tuple[object, ...]) -> None:
        if self._is_stopped:
            return
        if signal == "engine_ready" and isinstance(values[0], EngineInfo):
            self._info = values[0]
        getattr(self, signal).emit(*values)
