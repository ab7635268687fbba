"""What a click at the pointer would give: asks for previews while the pointer moves, and shows them.

The newest position counts, never a queue: while one preview is on its way, the next one waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from sam_annotator.core.geometry import Point
from sam_annotator.core.requests import EncodeRequest, PredictResult
from sam_annotator.core.session import PromptSession
from sam_annotator.ui.canvas import Canvas, overlay_of
from sam_annotator.worker.engine_worker import EngineWorker

_PATIENCE_MS = 2000  # a preview can be dropped without a word; then the next one is asked for

InHand = Callable[[], tuple[PromptSession, EncodeRequest] | None]


class HoverController(QObject):
    """Shows previews.

    Args:
        worker: answers.
        canvas: shows.
        request_ids: gives each request its id, rising.
        in_hand: gives the session on screen and its image, or None where nothing can be clicked.
        parent: as for every QObject.

    Signals:
        changed(): whether the preview on screen is a draft.
    """

    changed = Signal()

    def __init__(
        self,
        worker: EngineWorker,
        canvas: Canvas,
        request_ids: Iterator[int],
        in_hand: InHand,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._canvas = worker, canvas
        self._request_ids, self._in_hand = request_ids, in_hand
        self._wanted_at: Point | None = None
        self._pointer_at: Point | None = None
        self._request_id = 0
        self._age = QElapsedTimer()
        self._is_enabled = True
        self.shows_draft = False
        worker.encoded.connect(self._on_encoded)

    def set_enabled(self, enabled: bool) -> None:
        """Show previews, or don't."""
        self._is_enabled = enabled
        if not enabled:
            self.end()

    def move(self, point: Point) -> None:
        """Show what a click at this point would give, as soon as it is known."""
        self._pointer_at = self._wanted_at = point
        if self._request_id == 0 or self._age.hasExpired(_PATIENCE_MS):
            self._ask()

    def receive(self, result: PredictResult) -> None:
        """Show a preview that was asked for."""
        request, in_hand = result.request, self._in_hand()
        if request.request_id != self._request_id:
            return
        self._request_id = 0
        if in_hand is None or in_hand[0].session_id != request.session_id or in_hand[0].is_waiting:
            return
        if request.is_draft and self._worker.is_encoded(request.image_id):
            self._wanted_at = self._wanted_at or self._pointer_at
        else:
            self._canvas.set_preview(overlay_of(result.prediction, result.prediction.best))
            self._set_shows_draft(request.is_draft)
        if self._wanted_at is not None:
            self._ask()

    def fail(self) -> None:
        """Take note that a preview failed; the next one is asked for when the pointer moves."""
        self._request_id = 0

    def cancel(self) -> None:
        """Ask for nothing more; what is on screen stays."""
        self._wanted_at, self._pointer_at, self._request_id = None, None, 0
        self._worker.cancel_preview()

    def hide(self) -> None:
        """Take the preview off the screen."""
        self._canvas.set_preview(None)
        self._set_shows_draft(False)

    def end(self) -> None:
        """Ask for nothing more and take the preview off the screen."""
        self.cancel()
        self.hide()

    def _ask(self) -> None:
        point, in_hand = self._wanted_at, self._in_hand()
        if not self._is_enabled or in_hand is None or point is None:
            return
        session, encode = in_hand
        is_draft = self._worker.is_drafted(encode.image_id)
        if session.is_waiting or not (is_draft or self._worker.is_encoded(encode.image_id)):
            return
        self._wanted_at = None
        self._request_id = next(self._request_ids)
        self._age.start()
        self._worker.preview(session.preview(point, self._request_id, encode, is_draft=is_draft))

    def _on_encoded(self, image_id: int, _ms: float) -> None:
        """Ask the chosen engine for what a draft showed, though the pointer rests."""
        point, in_hand = self._pointer_at, self._in_hand()
        if self.shows_draft and point is not None and in_hand is not None and in_hand[1].image_id == image_id:
            self.move(point)

    def _set_shows_draft(self, shows_draft: bool) -> None:
        if shows_draft != self.shows_draft:
            self.shows_draft = shows_draft
            self.changed.emit()
