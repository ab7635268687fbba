"""InspectFeature: the panel that says why a mask is as it is, the heat map of its logits, and its threshold.

What is inspected is the answer on screen; else the annotation selected, from what is stored of it, or from the answer
of the engine that runs to its prompts, once that was asked for. It changes nothing but the threshold of the draft.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from PySide6.QtCore import QObject, QTimer

from sam_annotator.core.geometry import Point
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import EncodeRequest, Prediction, PredictRequest, PredictResult
from sam_annotator.core.session import Answer
from sam_annotator.core.words import local_number, tr
from sam_annotator.store.doubts import evidence_of
from sam_annotator.ui.canvas import LogitMask, Overlay, overlay_of
from sam_annotator.ui.canvas.heat_map import heat_field
from sam_annotator.ui.docks.candidate_card import CandidateView
from sam_annotator.ui.docks.inspect_dock import InspectDock
from sam_annotator.ui.docks.inspect_facts import annotation_words, answer_words, checkpoint_of, doubt_words
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.inspection import Measurer

_HEIGHT = 420  # of the panel: the candidates, the threshold, and the first of the facts
_ASKING = -1  # the session_id of what is asked here; sessions of the window count from 1


class InspectFeature(Feature):
    """The panel and its actions."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._session, self._edits, self._canvas = parts.session, parts.edits, parts.panels.canvas
        self._shows_logits = self._has_logits = False
        self._ids = count(1)
        self._asked_id = 0  # the request that is under way; 0 for none
        self._asked_of: Annotation | None = None  # whose prompts were answered, or are going to be
        self._asked: Answer | None = None
        self._pointer: Point | None = None
        self._drawn: tuple[object, ...] = ()  # what the heat map shows
        self._overlays: tuple[Prediction, tuple[Overlay, ...]] | None = None
        self._measurer = Measurer(self)
        self._measurer.measured.connect(self._show)
        dock = self.dock = InspectDock()
        dock.came_up.connect(self._show)
        dock.ask_requested.connect(self.ask)
        dock.candidates.chosen.connect(self._choose)
        dock.threshold.moved.connect(self._session.set_threshold)
        dock.set_heat_action(parts.actions["inspect.logits"])
        for signal in (self._session.changed, self._session.mask_made, self._edits.annotations_changed,
                       self._edits.selection_changed, self._edits.categories_changed,
                       self._edits.doubts_changed):  # fmt: skip
            signal.connect(self._show)
        for signal in (parts.engines.ready, parts.engines.changing):
            signal.connect(self._on_engine)
        parts.images.image_ready.connect(lambda _id: self._show())
        parts.worker.predicted.connect(self._on_predicted)
        parts.worker.failed.connect(self._on_failed)
        self._canvas.pointer_moved.connect(self._on_pointer)
        parts.add_dock(dock)
        self._show()

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {"view.inspect": self.show, "inspect.logits": self._toggle_logits}

    @property
    def facts(self) -> frozenset[str]:
        """Whether there are logits to show."""
        return frozenset(("logits",)) if self._has_logits else frozenset()

    @property
    def checked(self) -> frozenset[str]:
        """Whether the logits are shown."""
        return frozenset(("inspect.logits",)) if self._shows_logits else frozenset()

    def show(self) -> None:
        """Bring the panel up."""
        self.dock.set_folded(False)
        self.dock.show()
        self.dock.raise_()
        QTimer.singleShot(0, self, lambda: self.dock.want_height(_HEIGHT))  # once it has its place

    def shut_down(self) -> None:
        """Give up what is being measured."""
        self._measurer.shut_down()

    # What is inspected

    @property
    def _subject(self) -> Annotation | None:
        """The annotation that is inspected where there is no draft."""
        return self._edits.only_selected if self._session.answer is None else None

    @property
    def answer(self) -> Answer | None:
        """The answer that is inspected: the draft, or what was asked of the selected annotation."""
        if self._session.answer is not None:
            return self._session.answer
        selected, asked_of = self._subject, self._asked_of
        if selected is None or asked_of is None or self._asked is None:
            return None
        same = (selected.id, selected.mask, selected.provenance) == (asked_of.id, asked_of.mask, asked_of.provenance)
        return self._asked if same else None

    def _choose(self, candidate: int) -> None:
        if self._session.answer is not None:
            self._session.choose(candidate)
        elif self._asked is not None:
            self._asked = replace(self._asked, candidate=candidate)
            self._show()

    def _toggle_logits(self) -> None:
        self._shows_logits = not self._shows_logits
        self.dock.show_legend(self._shows_logits and self.answer is not None)
        self._show()
        self.changed.emit()

    # Asking again

    def ask(self) -> None:
        """Answer the stored prompts of the selected annotation with the engine that runs."""
        annotation, encode = self._subject, self._session.image
        if annotation is None or encode is None or self._why_not(annotation):
            return
        self._asked_id, self._asked_of, self._asked = next(self._ids), annotation, None
        self.parts.worker.predict(request_of(annotation, encode, self._asked_id))
        self._show()

    def _why_not(self, annotation: Annotation) -> str:
        if not annotation.provenance.steps:
            return tr("It has no prompts: it was painted or imported.")
        if self.parts.engines.info is None:
            return tr("Wait for the engine, or choose one in Tools > Engines.")
        if self._session.image is None:
            return tr("Open an image first")
        return ""

    def _on_predicted(self, result: PredictResult) -> None:
        request, asked_of = result.request, self._asked_of
        if request.session_id != _ASKING or request.request_id != self._asked_id or asked_of is None:
            return
        self._asked_id = 0
        self._asked = answer_of(asked_of, result)
        self._show()

    def _on_failed(self, request: object, _message: str) -> None:
        if isinstance(request, PredictRequest) and request.session_id == _ASKING:
            self._asked_id = 0  # the user was told why
            self._show()

    def _on_engine(self, *_what: object) -> None:
        """Forget what another engine said."""
        self.parts.worker.cancel_session(_ASKING)
        self._asked_id, self._asked, self._asked_of = 0, None, None
        self._show()

    # What is shown

    def _show(self) -> None:
        answer = self.answer
        has_logits = answer is not None
        if has_logits != self._has_logits:
            self._has_logits = has_logits
            self.changed.emit()
        self._show_heat(answer)
        if not self.dock.is_seen:
            return
        selected = self._subject
        if answer is not None:
            self._show_answer(answer, selected)
        elif selected is not None:
            self._show_annotation(selected)
        else:
            self._measurer.want(None)
            self.dock.show_nothing()

    def _show_answer(self, answer: Answer, selected: Annotation | None) -> None:
        self._measurer.want(answer)
        measures, dock = self._measurer.of_answer(answer), self.dock
        prediction, threshold = answer.prediction, answer.threshold
        image = self._session.image
        views = tuple(
            CandidateView(
                candidate,
                float(prediction.predicted_iou[candidate]),
                None if measures is None else measures.stability[candidate],
                self._overlay(prediction, candidate, threshold),
                candidate == answer.candidate,
            )
            for candidate in prediction.ranking
        )
        dock.show_candidates(views, None if image is None else image.pixels, self._color(selected))
        facts = None if measures is None else measures.facts[answer.candidate]
        words = answer_words(answer, facts)
        if selected is None:
            note = tr("Draft, the chosen engine's mask follows.") if answer.is_draft else tr("Not accepted yet.")
            dock.show_subject(tr("Prediction"), note, words, checkpoint_of(answer))
        else:
            if measures is not None:
                overlap = local_number(f"{answer.mask.iou(selected.mask):.3f}")
                words["Overlap"] = tr("IoU {iou} with the mask that is stored", iou=overlap)
            note = tr("This is what the engine says now; the annotation stays as it is.")
            dock.show_subject(tr("Asked again"), note, words, checkpoint_of(answer))
        own, why_not = answer.engine.mask_threshold, ""
        if prediction.scaling is None:
            why_not = tr("This engine gives its masks at its own threshold only.")
        elif selected is not None:
            why_not = tr("Click on the image to go on from this mask; then the threshold can be moved.")
        dock.threshold.show_threshold(threshold, own, why_not=why_not)
        dock.legend.set_threshold(threshold)
        dock.show_ask(selected is not None, "" if selected is None else self._why_not(selected))

    def _overlay(self, prediction: Prediction, candidate: int, threshold: float) -> Overlay:
        """Return a candidate's mask for its card; the logits are scaled once."""
        if self._overlays is None or self._overlays[0] is not prediction:
            self._overlays = prediction, tuple(overlay_of(prediction, i) for i in range(len(prediction)))
        overlay = self._overlays[1][candidate]
        return overlay.at(threshold) if isinstance(overlay, LogitMask) and overlay.threshold != threshold else overlay

    def _show_annotation(self, annotation: Annotation) -> None:
        self._measurer.want(annotation.mask)
        facts, dock = self._measurer.of_mask(annotation.mask), self.dock
        dock.show_candidates((), None, "")
        category = self._edits.category(annotation.category_id)
        note = tr("From what is stored. The candidates and logits come when you ask again.")
        if self._asked_id:
            note = tr("Asking the engine…")
        store = self.parts.project.store
        evidence = None if store is None else evidence_of(store.database, annotation.id)
        words = {**annotation_words(annotation, category, facts), **doubt_words(evidence)}
        title = tr("Annotation {id}", id=annotation.id)
        dock.show_subject(title, note, words, checkpoint_of(annotation.provenance))
        dock.show_ask(True, self._why_not(annotation))

    def _color(self, selected: Annotation | None) -> str:
        category_id = self._edits.current_category_id if selected is None else selected.category_id
        return self._edits.colors.get(category_id, "#56b4e9")

    def _show_heat(self, answer: Answer | None) -> None:
        image = self._session.image
        if answer is None or image is None or not self._shows_logits:
            self._drawn = ()
            self._canvas.heat.show(None)
        else:
            key = (answer.prediction, answer.candidate)
            is_drawn = self._canvas.heat.field is not None and self._drawn
            if not is_drawn or self._drawn[0] is not key[0] or self._drawn[1] != key[1]:
                self._drawn = key
                size_hw = (image.pixels.shape[0], image.pixels.shape[1])
                self._canvas.heat.show(heat_field(*key, size_hw, answer.engine.mask_threshold))
        self._show_pointer()

    def _on_pointer(self, point: Point | None) -> None:
        self._pointer = point
        if self._canvas.heat.field is not None and self.dock.is_seen:
            self._show_pointer()

    def _show_pointer(self) -> None:
        field, point = self._canvas.heat.field, self._pointer
        self.dock.show_pointer(None if field is None or point is None else field.at(point.x, point.y))


def request_of(annotation: Annotation, encode: EncodeRequest, request_id: int) -> PredictRequest:
    """Return the last of an annotation's steps as a request; the worker answers those before it."""
    *before, last = annotation.provenance.steps
    return PredictRequest(
        request_id,
        _ASKING,
        last.prompt,
        encode,
        multimask_output=last.multimask_output,
        trail=tuple(before),
        base_mask=None if before else last.mask,
    )


def answer_of(annotation: Annotation, result: PredictResult) -> Answer:
    """Return an answer to an annotation's prompts, with the candidate that is most like its mask or was chosen."""
    prediction, provenance, engine = result.prediction, annotation.provenance, result.engine
    made_it = (engine.engine_id, engine.checkpoint_sha256) == (provenance.engine_id, provenance.checkpoint_sha256)
    threshold = provenance.threshold if made_it and provenance.threshold != engine.mask_threshold else None
    answer = Answer(result.request, prediction, engine, prediction.best, result.elapsed_ms, threshold)
    if made_it:
        return replace(answer, candidate=min(provenance.steps[-1].candidate, len(prediction) - 1))
    candidates = [replace(answer, candidate=i) for i in prediction.ranking]
    return max(candidates, key=lambda one: one.mask.iou(annotation.mask))
