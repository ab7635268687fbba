"""EngineJob: long work on one image, done on the engine's thread between clicks; its end comes as signals, as a Job's.

Holds no widget.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.requests import EncodeRequest
from sam_annotator.core.words import tr
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.engine_worker import EngineWorker

Progress = Callable[[int, int], None]
IsOver = Callable[[], bool]
Pause = Callable[[], None]
EngineTask = Callable[[Engine, Embedding, Progress, IsOver, Pause], Any]

_log = logging.getLogger(__name__)


class _Relay(QObject):
    """Carries what the engine's thread tells to the thread that the job lives on."""

    progressed = Signal(object, object)
    ended = Signal(object, object)


class EngineJob(QObject):
    """Runs `task(engine, embedding, progress, is_over, pause)` with an image's embedding.

    Args:
        encode: the image.
        task: called on the engine's thread; see `LongWork.run` for `is_over` and `pause`. It may return anything or
            raise; what it does after `is_over` has said so is dropped.
        parent: as for every QObject.

    Signals:
        progress(int, int): done and total, in what the task counts.
        done(object): what the task returned.
        failed(str): a sentence for the user.
        finished(): the last one, once; the only one after `cancel`. None comes of a job that waits when the program
            ends.
    """

    progress = Signal(object, object)
    done = Signal(object)
    failed = Signal(str)
    finished = Signal()

    def __init__(self, encode: EncodeRequest, task: EngineTask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._encode, self._task = encode, task
        self._cancel = threading.Event()
        self._has_ended = False
        self._relay = _Relay()
        self._relay.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._relay.ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)

    def start(self, worker: EngineWorker) -> EngineJob:
        """Ask for it, behind others that wait; returns the job."""
        worker.work(self)
        return self

    def cancel(self) -> None:
        """End it: at once for who listens, and soon on the engine's thread."""
        self._cancel.set()
        self._relay.ended.emit(None, "")

    @property
    def encode(self) -> EncodeRequest:
        """See LongWork."""
        return self._encode

    @property
    def is_cancelled(self) -> bool:
        """See LongWork."""
        return self._cancel.is_set()

    def run(self, engine: Engine, embedding: Embedding, is_over: IsOver, pause: Pause) -> None:
        """See LongWork."""
        if self.is_cancelled:
            return
        result, message = None, ""
        try:
            result = self._task(engine, embedding, self._relay.progressed.emit, is_over, pause)
        except SamAnnotatorError as e:
            message = str(e)
        except MemoryError:
            message = tr("The computer's memory is full; close other programs and try again.")
        except Exception as e:
            _log.exception("Work of the engine ended by an error")
            detail = ": ".join(part for part in (type(e).__name__, " ".join(str(e).split())[:120]) if part)
            message = tr("That failed ({reason}); try again.", reason=detail)
        self._relay.ended.emit(result, message)

    def fail(self, message: str) -> None:
        """See LongWork."""
        self._relay.ended.emit(None, message)

    def _on_progress(self, done: int, total: int) -> None:
        if not self.is_cancelled:
            self.progress.emit(done, total)

    @arriving
    def _on_end(self, result: object, message: str) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        # Whoever began it may keep it for long; what it holds is large.
        encode, self._task = self._encode, _nothing
        self._encode = EncodeRequest(encode.image_id, encode.pixels[:1, :1].copy(), encode.pixels_key)
        if not self.is_cancelled:
            if message:
                self.failed.emit(message)
            else:
                self.done.emit(result)
        self.finished.emit()


def _nothing(*_of_it: object) -> None:
    """Stand for a task that was done."""
