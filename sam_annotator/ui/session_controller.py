"""The way of a click through the window: intents -> PromptSession -> request; prediction -> overlay; accept.

The session of the image on screen is the current one. A session left with its image is parked and comes back with it.
One that was accepted before its answer came is finishing: its mask is kept when the answer is there, while the user is
already at the next object or the next image.

Each click is asked for twice: of the chosen engine, and as a draft, which only comes where that engine can't answer at
once. A draft on screen is replaced by the chosen engine's answer; a draft that is accepted is kept as what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from time import monotonic

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import NO_SESSION, EncodeRequest, Prediction, PredictRequest, PredictResult
from sam_annotator.core.session import Answer, Frame, PromptSession, leads_to_mask
from sam_annotator.core.words import tr
from sam_annotator.tools.intents import AddPoint, Hover, HoverEnd, SetBox
from sam_annotator.ui.answer_cleaner import AnswerCleaner
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.hover_controller import HoverController
from sam_annotator.worker.engine_worker import EngineWorker

_PARKED_WITH_ANSWER = 8


@dataclass(frozen=True, slots=True)
class _Finishing:
    """A session accepted before its answer came, and the image and category it was accepted with."""

    session: PromptSession
    encode: EncodeRequest
    category_id: int


@dataclass(frozen=True, slots=True, eq=False)
class KeptDraft:
    """A draft that was accepted.

    Attributes:
        annotation: as it is stored.
        request: what the chosen engine would have been asked for in its place.
        is_cycled: whether the user chose another candidate than the best.
    """

    annotation: Annotation
    request: PredictRequest
    is_cycled: bool


class SessionController(QObject):
    """Turns clicks into requests and predictions into what is on screen.

    Signals:
        prediction_shown(Answer): an answer came on screen: a draft, and then the chosen engine's, or that at once.
        mask_made(): the mask of the answer on screen is at hand at the image's size.
        draft_kept(KeptDraft): a draft was accepted.
        changed(): what can be done, or what is shown of the session, changed.
        notice(str): one sentence for the user.
    """

    prediction_shown = Signal(object)
    mask_made = Signal()
    draft_kept = Signal(object)
    changed = Signal()
    notice = Signal(str)

    def __init__(
        self,
        worker: EngineWorker,
        canvas: Canvas,
        selected_annotation: Callable[[], Annotation | None],
        keep: Callable[[Annotation], Annotation | None],
        parent: QObject | None = None,
    ) -> None:
        """Make the controller.

        Args:
            worker: answers.
            canvas: shows.
            selected_annotation: gives the one that clicks refine.
            keep: takes an accepted mask, its id 0 or that of the annotation it refines; returns it as it is stored, or
                None where it is not.
            parent: as for every QObject.
        """
        super().__init__(parent)
        self._keep = keep
        self._worker, self._canvas = worker, canvas
        self._selected_annotation = selected_annotation
        self._request_ids, self._session_ids = count(1), count(1)
        self._encode: EncodeRequest | None = None
        self._session: PromptSession | None = None
        self._parked: dict[int, PromptSession] = {}
        self._finishing: dict[int, _Finishing] = {}
        self._undone: list[Frame] = []
        self._color = "#56b4e9"
        self._is_enabled = True
        self.cleaner = AnswerCleaner(self)
        self.cleaner.changed.connect(self._draw)
        self._hover = HoverController(worker, canvas, self._request_ids, self._in_hand, self)
        self._hover.changed.connect(self.changed)
        worker.predicted.connect(self._on_predicted)
        worker.mask_made.connect(self._on_mask_made)
        worker.failed.connect(self._on_failed)

    # What is shown

    @property
    def answer(self) -> Answer | None:
        """The answer on screen."""
        return self._session.answer if self._session else None

    @property
    def prompt(self) -> Prompt:
        """The prompt on screen."""
        return self._session.prompt if self._session else Prompt()

    @property
    def is_waiting(self) -> bool:
        """Whether the last click has no answer yet."""
        return self._session is not None and self._session.is_waiting

    @property
    def shows_draft(self) -> bool:
        """Whether the mask on screen, or the preview, is a draft, which the chosen engine's follows."""
        answer = self.answer
        return self._hover.shows_draft or (answer is not None and answer.is_draft)

    @property
    def image(self) -> EncodeRequest | None:
        """The image on screen, as engines take it."""
        return self._encode

    @property
    def in_hand_id(self) -> int | None:
        """The annotation that is being refined, with or without an answer yet."""
        return self._session.annotation_id if self._session else None

    @property
    def is_finishing(self) -> bool:
        """Whether something accepted still waits for its answer."""
        return bool(self._finishing)

    @property
    def click_count(self) -> int:
        """Clicks and boxes made for the object in hand."""
        return len(self._session.frames) if self._session else 0

    @property
    def undone_click_count(self) -> int:
        """Clicks taken back that can be made again."""
        return len(self._undone)

    @property
    def refined_id(self) -> int | None:
        """The annotation being refined, if its mask is replaced on screen by an answer."""
        return self._session.annotation_id if self._session and self._session.answer else None

    @property
    def is_refining(self) -> bool:
        """Whether the object in hand is an annotation that was there before."""
        return self._session is not None and self._session.annotation_id is not None

    def set_color(self, color: str) -> None:
        """Draw the draft in a category's colour."""
        if color != self._color:
            self._color = color
            self._draw()

    def set_enabled(self, enabled: bool) -> None:
        """Take clicks, or don't (a project open read-only)."""
        self._is_enabled = enabled

    def set_hover_preview(self, enabled: bool) -> None:
        """Preview what a click at the pointer would give, or don't."""
        self._hover.set_enabled(enabled)

    # Images and engines

    def leave_image(self) -> None:
        """Park the session of the image that is left."""
        session = self._session
        self._hover.end()
        if session is not None:
            self._worker.cancel_session(session.session_id)
            if not session.is_empty:
                self._parked[session.image_id] = session.left(monotonic()).slimmed()
                self._slim_oldest()
        self._session, self._encode = None, None
        self._undone.clear()
        self._draw()

    def show_image(self, encode: EncodeRequest) -> None:
        """Prompt on an image from now on; a parked session of it goes on."""
        self.leave_image()
        self._encode = encode
        self._session = self._parked.pop(encode.image_id, None) or self._new_session(encode.image_id)
        self._ask_again()
        self._draw()

    def forget_images(self) -> None:
        """Drop all sessions: the project was closed."""
        self.leave_image()
        for session_id in self._finishing:
            self._worker.cancel_session(session_id)
        self._parked.clear()
        self._finishing.clear()

    def change_engine(self) -> None:
        """Ask again for every prompt that is open: another engine is going to answer, from the prompts alone."""
        self._hover.end()
        self._parked = {image_id: session.without_answers() for image_id, session in self._parked.items()}
        for finishing in list(self._finishing.values()):
            session = self._send(finishing.session.without_answers(), finishing.encode)
            self._finishing[session.session_id] = replace(finishing, session=session)
        if self._session is not None and not self._session.is_empty:
            self._session = self._session.without_answers()
            self._ask_again()
        self._undone = [Frame(frame.prompt) for frame in self._undone]
        self._draw()

    def _new_session(self, image_id: int) -> PromptSession:
        return PromptSession(image_id, next(self._session_ids))

    def _slim_oldest(self) -> None:
        with_answer = [image_id for image_id, session in self._parked.items() if session.answer is not None]
        for image_id in with_answer[:-_PARKED_WITH_ANSWER]:
            self._parked[image_id] = self._parked[image_id].without_answers()

    # Clicks

    def take(self, intent: object) -> bool:
        """Take an intent of the prompt tool; returns whether it was one."""
        match intent:
            case AddPoint(point, label):
                self._click(lambda session: session.add_point(point, label))
            case SetBox(box):
                self._click(lambda session: session.set_box(box))
            case Hover(point):
                self._hover.move(point)
            case HoverEnd():
                self._hover.end()
            case _:
                return False
        return True

    def _click(self, transition: Callable[[PromptSession], PromptSession]) -> None:
        if self._encode is None or self._session is None:
            return
        if not self._is_enabled:
            self.notice.emit(tr("This project is read-only: you can look, but not change it."))
            return
        self._hover.cancel()  # but what it showed stays until the answer replaces it
        session = self._session
        if session.is_empty and session.annotation_id is None:
            selected = self._refinable()
            if selected is not None:
                session = PromptSession.refining(selected, session.session_id)
        self._session = self._send(transition(session).worked(monotonic()), self._encode)
        self._undone.clear()
        self._draw()

    def _refinable(self) -> Annotation | None:
        """Return the annotation that the next click goes on with: the selected one, unless it is locked."""
        selected = self._selected_annotation()
        return None if selected is None or selected.locked else selected

    def _send(self, session: PromptSession, encode: EncodeRequest) -> PromptSession:
        """Ask for the prompt as it stands, and for a draft where nothing of it is on screen."""
        session, request = session.issue(next(self._request_ids), encode)
        self._worker.predict(request)
        if session.is_waiting:
            self._worker.predict(session.draft(encode))
        return session

    def _ask_again(self) -> None:
        """Drop what is still queued, and ask where the chosen engine has not answered the last click."""
        if self._session is None or self._encode is None:
            return
        self._worker.cancel_session(self._session.session_id)
        if self._session.awaits_real:
            self._session = self._send(self._session, self._encode)

    def _in_hand(self) -> tuple[PromptSession, EncodeRequest] | None:
        if self._session is None or self._encode is None or not self._is_enabled:
            return None
        selected = self._refinable() if self._session.is_empty else None
        if selected is not None and not leads_to_mask(selected.provenance):
            return PromptSession.refining(selected, self._session.session_id), self._encode
        return self._session, self._encode

    def work(self) -> None:
        """Take note that the user is at work on the object in hand: time without a sign of it is a pause."""
        if self._session is not None:
            self._session = self._session.worked(monotonic())

    def undo_click(self) -> bool:
        """Take back the last click; returns whether there was one."""
        if self._session is None or self._session.is_empty:
            return False
        self._undone.append(self._session.frames[-1])
        self._session = self._session.pop()
        self._ask_again()
        if self._session.is_empty:
            self._session = self._new_session(self._session.image_id)
        self._draw()
        return True

    @property
    def can_undo_accept(self) -> bool:
        """Whether the last thing accepted here still waits for its answer, with no other object begun."""
        return self._newest_finishing() is not None

    def undo_accept(self) -> bool:
        """Take the last thing accepted here, and not answered yet, in hand again; returns whether there was one."""
        newest = self._newest_finishing()
        if newest is None:
            return False
        del self._finishing[newest.session_id]
        self._session = newest
        self._undone.clear()
        self._draw()
        return True

    def _newest_finishing(self) -> PromptSession | None:
        current = self._session
        if current is None or not current.is_empty:
            return None
        here = [f.session for f in self._finishing.values() if f.session.image_id == current.image_id]
        return here[-1] if here else None

    def redo_click(self) -> bool:
        """Make the last click that was taken back again; returns whether there was one."""
        if self._session is None or not self._undone:
            return False
        frame = self._undone.pop()
        selected = self._refinable()
        if self._session.is_empty and selected is not None:
            self._session = PromptSession.refining(selected, self._session.session_id)
        self._session = self._session.push(frame)
        self._ask_again()
        self._draw()
        return True

    def clear(self) -> bool:
        """Drop all clicks of the object in hand; returns whether there were any."""
        self._hover.end()
        if self._session is None or self._session.is_empty:
            return False
        self._worker.cancel_session(self._session.session_id)
        self._session = self._new_session(self._session.image_id)
        self._undone.clear()
        self._draw()
        return True

    def cycle(self, step: int = 1) -> None:
        """Choose the next candidate of the answer on screen."""
        if self._session is not None and self._session.answer is not None:
            self._session = self._session.cycle(step)
            self._show_answer()

    def set_threshold(self, threshold: float | None) -> None:
        """Put what is inside at logits above a threshold, None for the engine's own; nothing is asked of it."""
        if self._session is not None:
            self._session = self._session.with_threshold(threshold)
            self._draw()

    def choose(self, candidate: int) -> None:
        """Choose a candidate of the answer on screen by its index."""
        answer, session = self.answer, self._session
        if answer is None or session is None or not 0 <= candidate < len(answer.prediction):
            return
        order = answer.prediction.ranking
        self.cycle(order.index(candidate) - order.index(answer.candidate))

    def accept(self, category_id: int) -> Annotation | None:
        """Accept the object in hand into a category, as soon as its last click is answered.

        Returns:
            It as it is stored, or None where it is not, or not yet.
        """
        if self._session is None or self._session.is_empty or self._encode is None:
            return None
        session, encode = self._session.worked(monotonic()), self._encode
        kept = None
        if session.is_waiting:
            self._finishing[session.session_id] = _Finishing(session, encode, category_id)
        else:
            kept = self._hand_over(session, encode, category_id)
            if kept is None:
                return None
        self._session = self._new_session(session.image_id)
        self._undone.clear()
        self._draw()
        return kept

    def _hand_over(self, session: PromptSession, encode: EncodeRequest, category_id: int) -> Annotation | None:
        annotation, answer = session.to_annotation(category_id), session.answer
        if annotation is None or answer is None:
            self.notice.emit(tr("The mask is empty; click on the object to add to it."))
            return None
        kept = self._keep(self.cleaner.cleaned(annotation))
        if kept is not None and answer.is_draft:
            self._worker.cancel_session(session.session_id)  # nobody waits for the chosen engine's answer any more
            self.draft_kept.emit(KeptDraft(kept, session.upgrade(encode), answer.is_cycled))
        return kept

    # Answers

    def _on_predicted(self, result: PredictResult) -> None:
        request = result.request
        if request.is_preview:
            self._hover.receive(result)
            return
        current = self._session
        if current is not None and request.session_id == current.session_id:
            self._session = current.receive(result)
            if self._session.answer is not current.answer:
                self._show_answer()
            return
        if finishing := self._finishing.get(request.session_id):
            session = finishing.session.receive(result)
            answer = session.answer
            has_nothing = answer is not None and answer.is_draft and answer.mask.is_empty  # the chosen engine may have
            if not session.is_waiting and not has_nothing:
                del self._finishing[request.session_id]
                if not self._hand_over(session, finishing.encode, finishing.category_id):
                    self._bring_back(session)
                self._draw()
            else:
                self._finishing[request.session_id] = replace(finishing, session=session)
            return
        parked = self._parked.get(request.image_id)
        if parked is not None and parked.session_id == request.session_id:
            self._parked[request.image_id] = parked.receive(result)

    def _on_failed(self, request: object, message: str) -> None:
        if not isinstance(request, PredictRequest):
            self.notice.emit(message)
            return
        if request.is_preview:
            self._hover.fail()
            return
        if request.session_id == NO_SESSION:
            return
        self.notice.emit(message)
        finishing = self._finishing.pop(request.session_id, None)
        if finishing is not None:
            self._bring_back(finishing.session)
        self._draw()

    def _bring_back(self, session: PromptSession) -> None:
        """Let the user go on with what could not be accepted, unless another object is in hand on its image."""
        current = self._session
        if current is None or current.image_id != session.image_id:
            self._parked.setdefault(session.image_id, session)
        elif current.is_empty:
            self._session = session

    def _on_mask_made(self, prediction: Prediction) -> None:
        answer = self.answer
        if answer is not None and answer.prediction is prediction and answer.has_mask:
            self.mask_made.emit()

    def _show_answer(self) -> None:
        self._hover.hide()
        self._draw()
        answer = self.answer
        if answer is not None:
            self.prediction_shown.emit(answer)

    def _draw(self) -> None:
        """Bring the canvas in line with the session."""
        self._canvas.set_draft(self.cleaner.drawn(self.answer), self._color)
        prompt = self.prompt
        if self.click_count == 0:
            selected = self._refinable() if self._session is not None else None
            has_prompts = selected is not None and leads_to_mask(selected.provenance)
            prompt = selected.provenance.prompt if selected is not None and has_prompts else Prompt()
        self._canvas.set_prompt(prompt)
        self.changed.emit()

    def refresh(self) -> None:
        """Draw again, after the selection changed."""
        self._draw()
