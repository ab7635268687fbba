"""Measuring what the inspection shows of an answer or an annotation, on another thread. No widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_facts import MaskFacts, facts_of
from sam_annotator.core.requests import Prediction
from sam_annotator.core.session import Answer
from sam_annotator.core.stability import stability_of
from sam_annotator.worker.job import Job

_PAUSE_MS = 60  # for a slider that moves


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """What was measured of an answer's candidates at a threshold, by index; or of one mask."""

    prediction: Prediction | None
    mask: Mask | None
    threshold: float
    facts: tuple[MaskFacts, ...]
    stability: tuple[float, ...] = ()


class Measurer(QObject):
    """Measures one subject at a time; a newer one takes the place of an older.

    Signals:
        measured(): `measures` are others.
    """

    measured = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.measures: Measures | None = None
        self._wanted: Answer | Mask | None = None
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._begin)

    def want(self, subject: Answer | Mask | None) -> None:
        """Measure an answer or a mask, unless that is done."""
        if subject is None or self._has(subject):
            self._wanted = None
            return
        self._wanted = subject
        if self._job is None and not self._soon.isActive():
            self._soon.start()

    def of_answer(self, answer: Answer) -> Measures | None:
        """Return what was measured of an answer at its threshold."""
        return self.measures if self._has(answer) else None

    def of_mask(self, mask: Mask) -> MaskFacts | None:
        """Return the facts of a mask."""
        return self.measures.facts[0] if self.measures is not None and self._has(mask) else None

    def shut_down(self) -> None:
        """Give up what is being measured."""
        self._wanted = None
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()

    def _has(self, subject: Answer | Mask) -> bool:
        made = self.measures
        if made is None:
            return False
        if isinstance(subject, Mask):
            return made.mask is not None and made.mask == subject
        return made.prediction is subject.prediction and made.threshold == subject.threshold

    def _begin(self) -> None:
        subject = self._wanted
        if subject is None or self._job is not None:
            return
        self._job = Job(lambda _progress, cancelled: _measure(subject, cancelled), self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        self._job.start()

    def _on_done(self, measures: Measures | None) -> None:
        if measures is not None:
            self.measures = measures
            self.measured.emit()

    def _on_failed(self, _text: str) -> None:
        self._wanted = None

    def _on_finished(self) -> None:
        self._job = None
        if self._wanted is not None and not self._has(self._wanted):
            self._begin()


def _measure(subject: Answer | Mask, cancelled: Callable[[], bool]) -> Measures | None:
    if isinstance(subject, Mask):
        return Measures(None, subject, 0.0, (facts_of(subject),))
    prediction, threshold = subject.prediction, subject.threshold
    facts: list[MaskFacts] = []
    stability: list[float] = []
    for candidate in range(len(prediction)):
        if cancelled():
            return None
        facts.append(facts_of(prediction.mask(candidate, threshold)))
        stability.append(stability_of(prediction, candidate, threshold))
    return Measures(prediction, None, threshold, tuple(facts), tuple(stability))
