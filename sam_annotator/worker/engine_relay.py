"""EngineRelay: what an engine's thread tells, carried to the thread that the relay lives on. Holds no widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from sam_annotator.core.requests import EncodeRequest, EngineInfo, Prediction, PredictRequest, PredictResult

Tell = Callable[[str, tuple[object, ...]], None]


class EngineRelay(QObject):
    """Called on the engine's thread, as engine_loop.Listener; what it was told arrives where it was made.

    Args:
        tell: a method of an object that lives there; called with the name of what was told, and its values.
    """

    _told = Signal(str, object)

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._told.connect(tell, Qt.ConnectionType.QueuedConnection)

    def engine_loading(self, engine_id: str) -> None:
        """See engine_loop.Listener."""
        self._told.emit("engine_loading", (engine_id,))

    def engine_ready(self, info: EngineInfo) -> None:
        """See engine_loop.Listener."""
        self._told.emit("engine_ready", (info,))

    def engine_failed(self, message: str) -> None:
        """See engine_loop.Listener."""
        self._told.emit("engine_failed", (message,))

    def encode_started(self, image_id: int) -> None:
        """See engine_loop.Listener."""
        self._told.emit("encode_started", (image_id,))

    def encoded(self, image_id: int, elapsed_ms: float) -> None:
        """See engine_loop.Listener."""
        self._told.emit("encoded", (image_id, elapsed_ms))

    def predicted(self, result: PredictResult) -> None:
        """See engine_loop.Listener."""
        self._told.emit("predicted", (result,))

    def mask_made(self, prediction: Prediction) -> None:
        """See engine_loop.Listener."""
        self._told.emit("mask_made", (prediction,))

    def failed(self, request: EncodeRequest | PredictRequest, message: str) -> None:
        """See engine_loop.Listener."""
        self._told.emit("failed", (request, message))
