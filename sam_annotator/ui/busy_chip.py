"""BusyChip: says on the canvas what the user waits for: the image's file, the engine, or the encoding of the image.

Where a draft is on screen meanwhile, it says so, and which engine is going to replace it. What the engine of drafts
does itself is not worth a word.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from sam_annotator.core.errors import EngineUnknownError
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.registry import engine_row
from sam_annotator.ui.canvas import Canvas
from sam_annotator.worker.engine_worker import EngineWorker

_TICK_MS = 200
_QUIET_MS = 250  # what is done sooner is not worth a word


class BusyChip(QObject):
    """The chip in the corner of the canvas."""

    def __init__(self, worker: EngineWorker, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker, self._canvas = worker, canvas
        self._load_since: QElapsedTimer | None = None
        self._engine_since: QElapsedTimer | None = None
        self._encode_since: QElapsedTimer | None = None
        self._loading_id = ""
        self._encoding_id = 0
        self._image_id = 0
        self._shows_draft = False
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._show)
        worker.engine_loading.connect(self._on_loading)
        worker.engine_ready.connect(self._on_engine)
        worker.engine_failed.connect(self._on_engine)
        worker.encode_started.connect(self._on_encode_started)
        worker.encoded.connect(self._on_encoded)
        worker.failed.connect(lambda _request, _message: self._on_encoded(self._encoding_id, 0.0))

    def expect_image(self, expected: bool) -> None:
        """Tell that there is no image on screen, and whether one is being read."""
        self._image_id, self._load_since = 0, _started() if expected else None
        self._timer.start()
        self._show()

    def show_image(self, image_id: int) -> None:
        """Tell which image is on screen."""
        self._image_id, self._load_since = image_id, None
        self._show()

    def show_draft(self, shows_draft: bool) -> None:
        """Tell whether a draft is on screen."""
        if shows_draft != self._shows_draft:
            self._shows_draft = shows_draft
            self._show()

    def _on_loading(self, engine_id: str) -> None:
        self._loading_id, self._engine_since = engine_id, _started()
        self._timer.start()

    def _on_engine(self, _what: object) -> None:
        self._engine_since = None
        self._show()

    def _on_encode_started(self, image_id: int) -> None:
        self._encoding_id, self._encode_since = image_id, _started()
        self._timer.start()

    def _on_encoded(self, image_id: int, _ms: float) -> None:
        if image_id == self._encoding_id:
            self._encoding_id, self._encode_since = 0, None
        self._show()

    def _show(self) -> None:
        text = ""
        if self._load_since is not None:
            text = _elapsed(tr("Reading the image…"), self._load_since)
        elif self._engine_since is not None:
            what = tr("Draft, {title} is loading…", title=engine_title(self._loading_id))
            what = what if self._shows_draft else tr("Loading the engine…")
            text = _elapsed(what, self._engine_since)
        elif self._encode_since is not None and self._image_id and not self._worker.is_encoded(self._image_id):
            text = _elapsed(self._encoding_text(self._encoding_id == self._image_id), self._encode_since)
        else:
            self._timer.stop()
        self._canvas.set_busy(text)

    def _encoding_text(self, is_this_image: bool) -> str:
        info = self._worker.info
        if not self._shows_draft or info is None:
            return tr("Encoding the image…") if is_this_image else tr("Finishing another image…")
        text = (
            mark("Draft, {title} is encoding…") if is_this_image else mark("Draft, {title} is finishing another image…")
        )
        return tr(text, title=tr(info.title))


def engine_title(engine_id: str) -> str:
    """Return what an engine is called; its id where there is no such engine."""
    try:
        return tr(engine_row(engine_id).title)
    except EngineUnknownError:
        return engine_id


def _started() -> QElapsedTimer:
    timer = QElapsedTimer()
    timer.start()
    return timer


def _elapsed(what: str, since: QElapsedTimer) -> str:
    ms = since.elapsed()
    if ms < _QUIET_MS:
        return ""
    return what if ms < 1000 else tr("{what} {seconds} s", what=what, seconds=ms // 1000)
