"""AnswerCleaner: the masks of predictions as they are drawn, and cleaned where the project says so.

The mask of an answer on screen is cleaned on a thread of its own: until then it is shown as the engine gave it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.clean_up import CleanUp, cleaned_up
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_edits import with_clean_up
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import Prediction
from sam_annotator.core.session import Answer
from sam_annotator.ui.canvas import LogitMask, Overlay, overlay_of
from sam_annotator.ui.canvas.runs import MaskRuns
from sam_annotator.worker.job import Job

_Key = tuple[Prediction, int, CleanUp, float]
_Cleaned = tuple[Mask, Mask]  # as it was, and cleaned


class AnswerCleaner(QObject):
    """Cleans answers.

    Signals:
        changed(): the mask on screen is cleaned now, or shall be cleaned otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clean_up = CleanUp()
        self._wanted: _Key | None = None
        self._made: tuple[_Key, _Cleaned, MaskRuns] | None = None
        self._job: Job | None = None
        self._drawn: tuple[Prediction, int, Overlay] | None = None

    def set_clean_up(self, clean_up: CleanUp) -> None:
        """Clean so from now on; what changes nothing leaves all masks as they are given."""
        if clean_up != self.clean_up:
            self.clean_up = clean_up
            self.changed.emit()

    def drawn(self, answer: Answer | None) -> Overlay | None:
        """Return an answer's mask as the canvas draws it, cleaned as soon as it is; the same mask is one object."""
        if answer is None:
            self._drawn = None
            return None
        if (cleaned := self.overlay(answer)) is not None:
            return cleaned
        prediction, candidate, threshold = answer.prediction, answer.candidate, answer.threshold
        drawn = self._drawn
        if drawn is None or drawn[0] is not prediction or drawn[1] != candidate:
            drawn = self._drawn = (prediction, candidate, overlay_of(prediction, candidate, threshold))
        elif isinstance(drawn[2], LogitMask) and drawn[2].threshold != threshold:
            drawn = self._drawn = (prediction, candidate, drawn[2].at(threshold))
        return drawn[2]

    def overlay(self, answer: Answer) -> MaskRuns | None:
        """Return an answer's cleaned mask as the canvas draws it; None where it is none, or not there yet."""
        if self.clean_up.is_identity:
            self._wanted = self._made = None
            return None
        key = (answer.prediction, answer.candidate, self.clean_up, answer.threshold)
        if self._made is not None and _is_same(self._made[0], key):
            return self._made[2]
        self._wanted = key
        self._begin()
        return None

    def cleaned(self, annotation: Annotation) -> Annotation:
        """Return what is accepted of an answer, cleaned, with a note of it."""
        if self.clean_up.is_identity:
            return annotation
        made = self._made
        if made is not None and made[0][2] == self.clean_up and made[1][0] == annotation.mask:
            mask = made[1][1]
        else:
            mask = cleaned_up(annotation.mask, self.clean_up)
        return with_clean_up(annotation, mask, self.clean_up)

    def _begin(self) -> None:
        key = self._wanted
        if key is None or self._job is not None:
            return
        self._job = Job(lambda _progress, _cancelled: _clean(key), self)
        self._job.done.connect(lambda cleaned: self._on_done(key, cleaned))
        self._job.finished.connect(self._on_finished)
        self._job.start()

    def _on_done(self, key: _Key, cleaned: _Cleaned) -> None:
        self._made = (key, cleaned, MaskRuns(cleaned[1]))

    def _on_finished(self) -> None:
        self._job = None
        wanted, made = self._wanted, self._made
        if wanted is None:
            return
        if made is not None and _is_same(made[0], wanted):
            self._wanted = None
            self.changed.emit()
        elif made is not None:
            self._begin()


def _clean(key: _Key) -> _Cleaned:
    prediction, candidate, clean_up, threshold = key
    mask = prediction.mask(candidate, threshold)
    return mask, cleaned_up(mask, clean_up)


def _is_same(a: _Key, b: _Key) -> bool:
    return a[0] is b[0] and a[1:] == b[1:]
