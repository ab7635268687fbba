"""OfferKeeper: reads and changes the folder of offers off the GUI thread, one after the other. Holds no widget."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.mask import Mask
from sam_annotator.engine.offers import KeptOffers, Offer, OfferFolder
from sam_annotator.worker.job import Job

_Step = Callable[[], tuple[str, KeptOffers | None] | None]

_log = logging.getLogger(__name__)


class OfferKeeper(QObject):
    """Does what is asked for in that order, so that what is read holds all that was written before.

    Args:
        folder: of offers.
        parent: as for every QObject.

    Signals:
        was_read(str, KeptOffers | None): what lies in the folder for a key.
    """

    was_read = Signal(str, object)

    def __init__(self, folder: OfferFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._waiting: deque[_Step] = deque()
        self._job: Job | None = None
        self._under_way: list[_Step] = []

    @property
    def is_busy(self) -> bool:
        """Whether something that was asked for is not done yet."""
        return self._job is not None or bool(self._waiting)

    def read(self, key: str) -> None:
        """Read what lies there for a key; `was_read` brings it."""
        self._put(lambda: (key, self._folder.read(key)))

    def add(self, key: str, offers: Sequence[Offer]) -> None:
        """Keep more offers."""
        self._put(lambda: self._change(lambda: self._folder.add(key, offers)))

    def remove(self, key: str, masks: Collection[Mask]) -> None:
        """Forget offers."""
        self._put(lambda: self._change(lambda: self._folder.remove(key, masks)))

    def flush(self) -> None:
        """Do all that waits, here and now: the window closes."""
        if self._job is not None:
            self._job.stop()
            self._job = None
        for step in (*self._under_way, *self._waiting):
            step()
        self._under_way = []
        self._waiting.clear()

    @staticmethod
    def _change(change: Callable[[], object]) -> None:
        try:
            change()
        except OSError as e:  # annotations are in the project; what was rejected comes back the next time
            _log.warning("Proposals can't be kept: %s", e)

    def _put(self, step: _Step) -> None:
        self._waiting.append(step)
        self._begin()

    def _begin(self) -> None:
        if self._job is not None or not self._waiting:
            return
        steps = self._under_way = list(self._waiting)
        self._waiting.clear()

        def work(_progress: object, _cancelled: object) -> list[tuple[str, KeptOffers | None]]:
            read: list[tuple[str, KeptOffers | None]] = []
            while steps:
                if (found := steps[0]()) is not None:
                    read.append(found)
                del steps[0]
            return read

        job = self._job = Job(work, self)
        job.done.connect(self._on_done)
        job.finished.connect(self._on_finished)
        job.finished.connect(job.deleteLater)
        job.start()

    def _on_done(self, read: list[tuple[str, KeptOffers | None]]) -> None:
        for key, kept in read:
            self.was_read.emit(key, kept)

    def _on_finished(self) -> None:
        self._job = None
        self._begin()
