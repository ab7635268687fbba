"""Replaces masks that were accepted as drafts by the chosen engine's, once it has nothing else to do.

Only what nobody touched since: an annotation that was changed or deleted is left alone. All of an image become one step
of the undo stack, never while there are steps to redo, which would be lost by it. What was replaced is listed until
somebody looks at it. Of the images that wait, the pixels of one are held at a time; nothing here is waited for when the
window closes, for the drafts are on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.clean_up import cleaned_up
from sam_annotator.core.errors import EngineUnknownError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_edits import clean_up_of, with_clean_up
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, PromptStep
from sam_annotator.core.requests import NO_SESSION, EncodeRequest, PredictRequest, PredictResult
from sam_annotator.core.session import Answer
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.registry import engine_row
from sam_annotator.ui.commands import UpdateAnnotations
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.engine_controller import EngineController
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.ui.session_controller import KeptDraft, SessionController
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.image_loader import ImageLoader, LoadedImage


@dataclass(frozen=True, slots=True, eq=False)
class _Draft:
    """An accepted draft, and what is to be asked in its place; without the pixels of its image."""

    annotation: Annotation
    pixels_key: str
    prompt: Prompt
    trail: tuple[PromptStep, ...]
    base_mask: Mask | None
    multimask_output: bool
    is_cycled: bool

    @property
    def image_id(self) -> int:
        return self.annotation.image_id


class UpgradeController(QObject):
    """Upgrades accepted drafts.

    Signals:
        listed(str): what was upgraded and not looked at yet, in words; "" for nothing.
    """

    listed = Signal(str)

    def __init__(
        self,
        worker: EngineWorker,
        loader: ImageLoader,
        project: ProjectController,
        edits: EditController,
        session: SessionController,
        engines: EngineController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._loader, self._project = worker, loader, project
        self._edits, self._session, self._engines = edits, session, engines
        self._is_enabled = True
        self._request_ids: Iterator[int] = count(1)
        self._drafts: dict[int, _Draft] = {}  # by annotation, the one accepted last at the end
        self._answers: dict[int, Annotation | None] = {}  # what takes their places; None for nothing
        self._sent: dict[int, _Draft] = {}  # by request
        self._waiting_id = 0  # the annotation that the engine is asked for
        self._fetching_id = 0  # the image that is being loaded
        self._held: EncodeRequest | None = None
        self._listed: dict[int, tuple[int, ...]] = {}  # annotations upgraded, by image
        self._title = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        session.draft_kept.connect(self._on_kept)
        worker.predicted.connect(self._on_predicted)
        worker.failed.connect(self._on_failed)
        loader.fetched.connect(self._on_fetched)
        engines.ready.connect(lambda _info: self._on_engine())
        engines.failed.connect(lambda _engine_id, _message: self._on_engine())
        project.store_changed.connect(lambda _store: self._leave_project())
        for signal in (worker.encoded, session.changed, edits.undo_stack.indexChanged, project.image_going):
            signal.connect(self._later)

    @property
    def is_waiting(self) -> bool:
        """Whether drafts wait to be upgraded."""
        return bool(self._drafts)

    def set_enabled(self, enabled: bool) -> None:
        """Upgrade drafts accepted from now on, or leave all as they are."""
        self._is_enabled = enabled
        if not enabled:
            self._forget()

    def show_listed(self) -> None:
        """Go to the image upgraded last that nobody looked at yet, and select what was upgraded in it."""
        if self._listed:
            image_id, ids = self._listed.popitem()
            self._edits.show(image_id, ids)
            self._tell()

    # What waits

    def _on_kept(self, kept: KeptDraft) -> None:
        if not self._is_enabled:
            return
        request, annotation = kept.request, kept.annotation
        self._forget_one(annotation.id)  # one refined again
        self._drafts[annotation.id] = _Draft(
            annotation,
            request.encode.pixels_key,
            request.prompt,
            request.trail,
            request.base_mask,
            request.multimask_output,
            kept.is_cycled,
        )
        self._later()

    def _on_engine(self) -> None:
        """Upgrade to the engine that answers now, and to none that is no better than the drafts."""
        info = self._engines.info
        if info is not None and not _needs_draft(info.engine_id):
            self._forget()
            return
        self._answers.clear()
        self._sent.clear()
        self._waiting_id = 0
        self._later()

    def _leave_project(self) -> None:
        self._forget()
        self._listed.clear()
        self._tell()

    def _forget(self) -> None:
        for annotation_id in list(self._drafts):
            self._forget_one(annotation_id)
        self._sent.clear()
        self._worker.cancel_upgrade()
        self._held = None

    def _forget_one(self, annotation_id: int) -> None:
        self._drafts.pop(annotation_id, None)
        self._answers.pop(annotation_id, None)
        if self._waiting_id == annotation_id:
            self._waiting_id = 0

    # One after another

    def _later(self, *_what: object) -> None:
        """Go on when what is being done now is done: a command must not go on the stack in the middle of another."""
        if self._drafts:
            self._soon.start()

    @arriving
    def _go_on(self) -> None:
        if not self._edits.undo_stack.canRedo():
            for image_id in {draft.image_id for draft in self._drafts.values()}:
                self._write(image_id)
        self._ask()
        if not self._drafts:
            self._held = None
            self._sent.clear()

    def _write(self, image_id: int) -> None:
        """Replace the drafts of an image once all of them are answered."""
        drafts = {key: draft for key, draft in self._drafts.items() if draft.image_id == image_id}
        if not drafts.keys() <= self._answers.keys() or self._session.in_hand_id in drafts:
            return
        before, after = [], []
        for annotation_id, draft in drafts.items():
            answer = self._answers[annotation_id]
            if answer is not None and self._is_untouched(draft):
                before.append(draft.annotation)
                after.append(answer)
            self._forget_one(annotation_id)
        info = self._engines.info
        if not before or info is None:
            return
        one, more = mark("Upgrade mask to {title}"), mark("Upgrade {n} masks to {title}")
        text = tr(one if len(before) == 1 else more, n=len(before), title=tr(info.title))
        if self._edits.run(lambda edits: UpdateAnnotations(edits, text, before, after, select=False)):
            self._list(image_id, before, info.title)

    def _is_untouched(self, draft: _Draft) -> bool:
        return self._edits.stored(draft.annotation.id) == draft.annotation

    def _list(self, image_id: int, annotations: Sequence[Annotation], title: str) -> None:
        ids = dict.fromkeys((*self._listed.pop(image_id, ()), *(a.id for a in annotations)))
        self._listed[image_id], self._title = tuple(ids), title
        self._tell()

    def _tell(self) -> None:
        number = sum(len(ids) for ids in self._listed.values())
        one, more = mark("{n} mask upgraded by {title}"), mark("{n} masks upgraded by {title}")
        self.listed.emit(tr(one if number == 1 else more, n=grouped(number), title=tr(self._title)) if number else "")

    # Asking

    def _ask(self) -> None:
        """Ask for the next draft; of an image that is not on screen, its pixels first."""
        draft = self._next()
        if draft is None or draft.annotation.id == self._waiting_id:
            return
        if not self._edits.undo_stack.canRedo() and not self._is_untouched(draft):
            self._forget_one(draft.annotation.id)
            self._later()
            return
        encode = self._pixels_of(draft)
        if encode is None:
            self._fetch(draft)
            return
        request_id = next(self._request_ids)
        self._held, self._waiting_id, self._sent[request_id] = encode, draft.annotation.id, draft
        self._worker.upgrade(
            PredictRequest(
                request_id,
                NO_SESSION,
                draft.prompt,
                encode,
                multimask_output=draft.multimask_output,
                trail=draft.trail,
                base_mask=draft.base_mask,
            )
        )

    def _next(self) -> _Draft | None:
        """Return a draft of an image that is encoded, else of the image where something was accepted last.

        The latter is the one that is being encoded, or was until it was left.
        """
        drafts = [draft for key, draft in self._drafts.items() if key not in self._answers]
        encoded = [draft for draft in drafts if self._worker.has_embedding(draft.pixels_key)]
        drafts = encoded or drafts
        return next((draft for draft in drafts if draft.image_id == drafts[-1].image_id), None)

    def _pixels_of(self, draft: _Draft) -> EncodeRequest | None:
        for encode in (self._session.image, self._held):
            if encode is not None and (encode.image_id, encode.pixels_key) == (draft.image_id, draft.pixels_key):
                return encode
        return None

    def _fetch(self, draft: _Draft) -> None:
        store, image = self._project.store, self._project.image_of(draft.image_id)
        if draft.image_id == self._fetching_id:
            return
        if store is None or image is None:
            self._give_up(draft.image_id)
            return
        self._held, self._fetching_id = None, draft.image_id
        self._loader.fetch(image.id, store.path_of(image))

    def _on_fetched(self, image_id: int, loaded: LoadedImage | None) -> None:
        if image_id != self._fetching_id:
            return
        self._fetching_id = 0
        if loaded is None or not any(d.pixels_key == loaded.pixels_key for d in self._drafts.values()):
            self._give_up(image_id)  # the file is gone, or another one
        else:
            self._held = EncodeRequest(image_id, loaded.pixels, loaded.pixels_key)
        self._later()

    def _give_up(self, image_id: int) -> None:
        for key in [key for key, draft in self._drafts.items() if draft.image_id == image_id]:
            self._forget_one(key)

    def _on_predicted(self, result: PredictResult) -> None:
        draft = self._taken(result.request)
        if draft is not None:
            if result.engine == self._engines.info:
                self._answers[draft.annotation.id] = _upgraded(draft, result)
            self._later()

    def _on_failed(self, request: object, _message: str) -> None:
        draft = self._taken(request)
        if draft is not None:
            self._answers[draft.annotation.id] = None
            self._later()

    def _taken(self, request: object) -> _Draft | None:
        """Return the draft that was asked for; None where it was another's request, or the draft is forgotten."""
        if not isinstance(request, PredictRequest) or request.session_id != NO_SESSION:
            return None
        draft = self._sent.pop(request.request_id, None)
        if draft is None or self._drafts.get(draft.annotation.id) is not draft:
            return None
        if draft.annotation.id == self._waiting_id:
            self._waiting_id = 0
        return draft


def _upgraded(draft: _Draft, result: PredictResult) -> Annotation | None:
    """Return a draft's annotation with the chosen engine's mask, or None where that is empty.

    Where the user chose a candidate of the draft, it is the one most like it; else the best.
    """
    prediction, mask = result.prediction, draft.annotation.mask
    candidate = prediction.best
    if draft.is_cycled:
        candidate = max(prediction.ranking, key=lambda i: prediction.mask(i).iou(mask))
    answer = Answer(result.request, prediction, result.engine, candidate)
    if answer.mask.is_empty or answer.mask.size_hw != mask.size_hw:
        return None
    upgraded = replace(draft.annotation, mask=answer.mask, score=answer.score, provenance=answer.provenance)
    clean_up = clean_up_of(draft.annotation.provenance)
    return with_clean_up(upgraded, cleaned_up(answer.mask, clean_up), clean_up)


def _needs_draft(engine_id: str) -> bool:
    try:
        return engine_row(engine_id).needs_draft
    except EngineUnknownError:
        return False
