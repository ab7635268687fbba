"""DraftEngine: a quick engine on a thread of its own, which answers clicks until the chosen one can. Holds no widget.

It is loaded when it is needed for the first time. Where it fails, it does so in silence, but for the log: clicks then
wait for the chosen engine, as they would without it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.requests import EncodeRequest, PredictRequest
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.engine.mailbox import LONGEST_LULL_S, LULL_S, LoadRequest, Mailbox
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.background_thread import BackgroundThread
from sam_annotator.worker.engine_loop import EngineLoop, LoadEngine
from sam_annotator.worker.engine_relay import EngineRelay

# With a GPU the chosen engine has it, and the cores are free.
_DEVICE = "cpu"

_log = logging.getLogger(__name__)


class DraftEngine(QObject):
    """Answers with drafts. Its methods are as those of EngineWorker.

    Args:
        engine_id: the quick engine.
        cache: where embeddings are kept; may be shared with the chosen engine.
        load: what loads engines.
        is_needless: tells of an image, by its pixels_key, that the chosen engine answers at once; called on the
            engine's thread, and may read the embedding from disk.
        parent: as for every QObject.

    Signals:
        encoded(int): clicks on the image of this id can be answered.
        predicted(PredictResult): a click or a preview is answered.
        mask_made(Prediction): a mask of an answer is at hand at the image's size.
    """

    encoded = Signal(int)
    predicted = Signal(object)
    mask_made = Signal(object)

    def __init__(
        self,
        engine_id: str,
        cache: EmbeddingCache,
        load: LoadEngine,
        is_needless: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine_id = engine_id
        self.mailbox = Mailbox(LULL_S, LONGEST_LULL_S)
        self._relay = EngineRelay(self._tell)
        self._loop = EngineLoop(self.mailbox, cache, self._relay, load, is_beside=True, is_needless=is_needless)
        self._thread = BackgroundThread("draft engine", self._loop.run, self.mailbox.close)
        self._has_begun = self._is_stopped = False
        self.destroyed.connect(self.mailbox.close)

    def is_at_hand(self, key: str) -> bool:
        """Whether a click on the image with that pixels_key would be answered at once."""
        return self._loop.is_at_hand(key)

    def encode(self, request: EncodeRequest) -> None:
        """Encode the image on screen."""
        self._begin()
        self.mailbox.put_encode(request)

    def prefetch(self, request: EncodeRequest) -> None:
        """Encode an image ahead."""
        self._begin()
        self.mailbox.put_prefetch(request)

    def predict(self, request: PredictRequest) -> None:
        """Answer a click; its image is encoded first if need be."""
        self._begin()
        self.mailbox.put_predict(request)

    def preview(self, request: PredictRequest) -> None:
        """Show what a click would give; dropped where the image is not encoded."""
        self.mailbox.put_preview(request)

    def rest(self) -> None:
        """Forget all that waits: the chosen engine needs no drafts."""
        self.mailbox.forget_requests()

    def request_stop(self) -> None:
        """End the thread as soon as possible, without waiting for it; no signal comes after this."""
        self._is_stopped = True
        self._thread.request_stop()

    def join(self, timeout_ms: int) -> bool:
        """Wait for the thread's end; returns whether it came."""
        return not self._has_begun or self._thread.join(timeout_ms)

    def _begin(self) -> None:
        if not self._has_begun and not self._is_stopped:
            self._has_begun = True
            self.mailbox.put_load(LoadRequest(self._engine_id, None, _DEVICE))
            self._thread.begin()

    @arriving
    def _tell(self, what: str, values: tuple[object, ...]) -> None:
        if self._is_stopped:
            return
        match what:
            case "encoded":
                self.encoded.emit(values[0])
            case "predicted":
                self.predicted.emit(values[0])
            case "mask_made":
                self.mask_made.emit(values[0])
            case "engine_failed":
                _log.warning("There are no drafts: %s", values[0])
                self.mailbox.close()
            case "failed":
                _log.warning("A draft failed: %s", values[1])
