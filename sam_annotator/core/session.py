"""PromptSession: the prompting of one object, as frozen state with pure transitions. Imports core only.

A session is a stack of frames, one for each click or box. A frame gets its answer when the worker sends it, perhaps
after later clicks were made, or never, because a newer request replaced it. On screen is the newest answer there is.
Taking back a click pops a frame; what was answered before is shown again without asking the engine.

While the chosen engine can't answer at once, a quick one does: a draft, which the answer of the chosen one to the same
click replaces. The two never build on each other: logits and candidates go from draft to draft, and from real to real.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from sam_annotator.core.anchor import anchor_of
from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.prompt import NEGATIVE, POSITIVE, Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.core.requests import (
    NO_SESSION,
    EncodeRequest,
    EngineInfo,
    Logits,
    Prediction,
    PredictRequest,
    PredictResult,
)
from sam_annotator.core.stability import stability_to_keep
from sam_annotator.core.work_time import WorkTime

_REFINED = "refined_from"  # in a provenance's extra: the source of the mask that its steps begin with


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A prediction, the candidate chosen of it, and what it was the answer to."""

    request: PredictRequest
    prediction: Prediction
    engine: EngineInfo
    candidate: int
    elapsed_ms: float = 0.0
    threshold_set: float | None = None  # by the user, of the logits; None for the engine's own

    @property
    def threshold(self) -> float:
        """Logits above it are inside; an engine that can't be told otherwise has its own."""
        own = self.engine.mask_threshold
        return own if self.threshold_set is None or self.prediction.scaling is None else self.threshold_set

    @property
    def has_mask(self) -> bool:
        """Whether `mask` is quick."""
        return self.prediction.has_mask(self.candidate, self.threshold)

    @property
    def is_draft(self) -> bool:
        """Whether a quick engine gave it, until the chosen one has answered."""
        return self.request.is_draft

    @property
    def is_cycled(self) -> bool:
        """Whether another candidate than the best was chosen."""
        return self.candidate != self.prediction.best

    @property
    def step(self) -> PromptStep:
        """This answer as a step of the chain that led to the mask."""
        request = self.request
        return PromptStep(request.prompt, request.multimask_output, self.candidate, request.base_mask)

    @property
    def trail(self) -> tuple[PromptStep, ...]:
        """The chain of answers up to and with this one."""
        return (*self.request.trail, self.step)

    @property
    def logits(self) -> Logits:
        """The chosen candidate's low_res_logits, float32 (1, h, w): the mask_input of the next prompt."""
        return self.prediction.low_res_logits[self.candidate : self.candidate + 1]

    @property
    def mask(self) -> Mask:
        """The chosen candidate's mask; made when it is first asked for."""
        return self.prediction.mask(self.candidate, self.threshold)

    @property
    def pixels(self) -> BoolArray:
        """The chosen candidate's mask, bool (H, W)."""
        return self.mask.to_array()

    @property
    def predicted_iou(self) -> float:
        """The engine's estimate for the chosen candidate."""
        return float(self.prediction.predicted_iou[self.candidate])

    @property
    def score(self) -> float | None:
        """The engine's estimate as it is stored: NaN, as half precision can give, has no place in a file."""
        return self.predicted_iou if math.isfinite(self.predicted_iou) else None

    @property
    def provenance(self) -> Provenance:
        """How the mask was made."""
        return Provenance(
            source="prompt",
            engine_id=self.engine.engine_id,
            checkpoint_sha256=self.engine.checkpoint_sha256,
            steps=self.trail,
            threshold=self.threshold,
            predicted_iou=self.score,
            extra=stability_to_keep(self.prediction, self.candidate, self.threshold),
            precision=self.engine.precision,
        )

    @property
    def low_res_mask(self) -> BoolArray:
        """The chosen candidate's mask as the network gave it, bool (h, w)."""
        inside: BoolArray = self.prediction.low_res_logits[self.candidate] > self.threshold
        return inside


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The prompt after one click or box, the request last sent for it, and its answer once there."""

    prompt: Prompt
    request_id: int = 0
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PromptSession:
    """The prompting of one object.

    Attributes:
        image_id: the image it is on.
        session_id: rising, one for each object prompted.
        frames: the stack of prompts; empty before the first click.
        annotation_id: the annotation being refined, or None for a new object.
        base_prompt: its stored prompt.
        base_trail: its stored steps.
        base_mask: its mask, where there are no steps that lead to it: painted, imported, or edited by hand.
        base_source: what had made that mask.
        base_seconds: the time that was spent on it before.
        base_clicks: the clicks that were made for it before.
        work: the time spent on it in this session.
        threshold: of the logits, as the user set it; None for the engine's own.
    """

    image_id: int
    session_id: int
    frames: tuple[Frame, ...] = ()
    annotation_id: int | None = None
    base_prompt: Prompt = field(default_factory=Prompt)
    base_trail: tuple[PromptStep, ...] = ()
    base_mask: Mask | None = None
    base_source: str = ""
    base_seconds: float = 0.0
    base_clicks: int = 0
    work: WorkTime = field(default_factory=WorkTime)
    threshold: float | None = None

    @classmethod
    def refining(cls, annotation: Annotation, session_id: int) -> PromptSession:
        """Start from a finished annotation: the next click goes on from its prompts and their answer.

        Where these don't lead to its mask, the click goes on from the mask itself.
        """
        provenance = annotation.provenance
        has_prompts = leads_to_mask(provenance)
        return cls(
            image_id=annotation.image_id,
            session_id=session_id,
            annotation_id=annotation.id,
            base_prompt=provenance.prompt if has_prompts else Prompt(),
            base_trail=provenance.steps if has_prompts else (),
            base_mask=None if has_prompts else annotation.mask,
            base_source=str(provenance.extra.get(_REFINED, provenance.source)),
            base_seconds=annotation.seconds,
            base_clicks=max(annotation.clicks, provenance.prompt.click_count),
            threshold=provenance.threshold if has_prompts and provenance.threshold else None,
        )

    @property
    def prompt(self) -> Prompt:
        """The whole prompt as it stands."""
        return self.frames[-1].prompt if self.frames else self.base_prompt

    @property
    def is_empty(self) -> bool:
        """Whether nothing was clicked in this session."""
        return not self.frames

    @property
    def answer(self) -> Answer | None:
        """The newest answer there is: what is on screen."""
        return next((frame.answer for frame in reversed(self.frames) if frame.answer is not None), None)

    @property
    def is_waiting(self) -> bool:
        """Whether the last click has no answer yet."""
        return bool(self.frames) and self.frames[-1].answer is None

    @property
    def awaits_real(self) -> bool:
        """Whether the chosen engine has not answered the last click yet."""
        return bool(self.frames) and (self.frames[-1].answer is None or self.frames[-1].answer.is_draft)

    @property
    def seconds(self) -> float:
        """The time spent on the object."""
        return self.base_seconds + self.work.seconds

    @property
    def clicks(self) -> int:
        """The clicks and boxes made for the object; those of an answer that was taken back don't count."""
        return self.base_clicks + max(0, self.prompt.click_count - self.base_prompt.click_count)

    def worked(self, now: float) -> PromptSession:
        """Return the session after a sign of work on it, at a time in seconds; none counts before its first click."""
        return self if self.is_empty else replace(self, work=self.work.at(now))

    def left(self, now: float) -> PromptSession:
        """Return the session as it waits while another image is on screen."""
        return replace(self, work=self.work.at(now).stopped()) if self.work.is_running else self

    def add_point(self, point: Point, label: int) -> PromptSession:
        """Return the session with one more click, POSITIVE or NEGATIVE.

        Where a mask that no engine gave is gone on with, and the first click only says what doesn't belong to it, a
        point inside it is added: networks don't keep much of an object of which no click says where it is.
        """
        assert label in (POSITIVE, NEGATIVE)
        session = self
        if label == NEGATIVE and self.is_empty and self.base_mask is not None and self.base_prompt.is_empty:
            anchor = anchor_of(self.base_mask, point)
            if anchor is not None:
                session = replace(self, base_prompt=self.base_prompt.with_point(anchor, POSITIVE))
        return session.push(Frame(session.prompt.with_point(point, label)))

    def set_box(self, box: Box) -> PromptSession:
        """Return the session with its box set or replaced; the points stay."""
        return self.push(Frame(self.prompt.with_box(box)))

    def push(self, frame: Frame) -> PromptSession:
        """Return the session with one more frame: a new click, or one that was popped before."""
        return replace(self, frames=(*self.frames, _at_threshold(frame, self.threshold)))

    def pop(self) -> PromptSession:
        """Return the session without its last click or box."""
        return replace(self, frames=self.frames[:-1])

    def cycle(self, step: int = 1) -> PromptSession:
        """Return the session with the next candidate of the answer on screen chosen; the engine is not asked."""
        for i in range(len(self.frames) - 1, -1, -1):
            answer = self.frames[i].answer
            if answer is not None:
                order = answer.prediction.ranking
                chosen = order[(order.index(answer.candidate) + step) % len(order)]
                return self._with_frame(i, replace(self.frames[i], answer=replace(answer, candidate=chosen)))
        return self

    def with_threshold(self, threshold: float | None) -> PromptSession:
        """Return the session with the threshold of the logits set, None for the engine's own; it isn't asked."""
        if threshold == self.threshold:
            return self
        frames = tuple(_at_threshold(frame, threshold) for frame in self.frames)
        return replace(self, frames=frames, threshold=threshold)

    def issue(self, request_id: int, encode: EncodeRequest) -> tuple[PromptSession, PredictRequest]:
        """Return the request for the prompt as it stands, and the session that waits for it."""
        assert self.frames
        request = self._request(self.prompt, len(self.frames) - 1, request_id, encode)
        frame = replace(self.frames[-1], request_id=request_id)
        return self._with_frame(len(self.frames) - 1, frame), request

    def draft(self, encode: EncodeRequest) -> PredictRequest:
        """Return the request issued last as the quick engine gets it."""
        assert self.frames
        request_id = self.frames[-1].request_id
        return self._request(self.prompt, len(self.frames) - 1, request_id, encode, is_draft=True)

    def upgrade(self, encode: EncodeRequest) -> PredictRequest:
        """Return the request whose answer can take the place of the draft on screen, once that is accepted.

        The worker makes its mask_input from the trail, so that it needs no logits to be kept.
        """
        request = self._request(self.prompt, len(self.frames) - 1, 0, encode)
        return replace(request, session_id=NO_SESSION, mask_input=None)

    def preview(
        self, point: Point, request_id: int, encode: EncodeRequest, *, is_draft: bool = False
    ) -> PredictRequest:
        """Return a request for what a positive click at `point` would give."""
        prompt = self.prompt.with_point(point, POSITIVE)
        request = self._request(prompt, len(self.frames), request_id, encode, is_draft=is_draft)
        return replace(request, is_preview=True)

    def _request(
        self, prompt: Prompt, position: int, request_id: int, encode: EncodeRequest, *, is_draft: bool = False
    ) -> PredictRequest:
        """Make a request; the logits of the newest answer of its kind below `position` go in, unless the box changed.

        A draft's logits are another network's: they would mislead the chosen engine, and its own would the quick one.
        """
        mask_input: Logits | None = None
        trail: tuple[PromptStep, ...] = ()
        base_mask: Mask | None = None
        answers = (f.answer for f in reversed(self.frames[:position]) if f.answer is not None)
        earlier = next((answer for answer in answers if answer.is_draft == is_draft), None)
        if earlier is not None:
            if earlier.request.prompt.box_xyxy == prompt.box_xyxy:
                mask_input, trail = earlier.logits, earlier.trail
        elif self.base_prompt.box_xyxy == prompt.box_xyxy:
            trail, base_mask = self.base_trail, self.base_mask
        return PredictRequest(
            request_id=request_id,
            session_id=self.session_id,
            prompt=prompt,
            encode=encode,
            mask_input=mask_input,
            multimask_output=prompt.is_ambiguous and not trail and base_mask is None,
            trail=trail,
            base_mask=base_mask,
            is_draft=is_draft,
        )

    def receive(self, result: PredictResult) -> PromptSession:
        """Return the session with an answer in its frame, or itself where the answer is no longer asked for.

        An answer counts when its click still stands and nothing better is on screen: an answer to a newer click, or
        the chosen engine's to the same one. Where the user chose a candidate of the draft, the one most like it is
        shown; else the best.
        """
        request = result.request
        if request.session_id != self.session_id or request.image_id != self.image_id or request.is_preview:
            return self
        shown = self.answer
        if shown is not None and _order(shown.request) >= _order(request):
            return self
        for i, frame in enumerate(self.frames):
            if frame.request_id == request.request_id:
                best, elapsed_ms = result.prediction.best, result.elapsed_ms
                answer = Answer(request, result.prediction, result.engine, best, elapsed_ms, self.threshold)
                if frame.answer is not None and frame.answer.is_cycled:
                    answer = _most_like(answer, frame.answer.low_res_mask)
                return self._with_frame(i, replace(frame, answer=answer))
        return self

    def without_answers(self) -> PromptSession:
        """Return the session with its prompts kept and its answers dropped, for another engine to answer."""
        return replace(self, frames=tuple(Frame(frame.prompt) for frame in self.frames))

    def slimmed(self) -> PromptSession:
        """Return the session with no answer but the newest, which is large: for an image not on screen."""
        newest = self.answer
        frames = tuple(f if f.answer is newest else replace(f, answer=None) for f in self.frames)
        return replace(self, frames=frames)

    def to_annotation(self, category_id: int, *, iscrowd: bool = False) -> Annotation | None:
        """Return what would be accepted now: the answer on screen; None without one or if its mask is empty."""
        answer = self.answer
        if answer is None:
            return None
        mask = answer.mask
        if mask.is_empty:
            return None
        return Annotation(
            id=self.annotation_id or 0,
            image_id=self.image_id,
            category_id=category_id,
            mask=mask,
            iscrowd=iscrowd,
            score=answer.score,
            provenance=self._provenance(answer),
            seconds=round(self.seconds, 2),
            clicks=self.clicks,
        )

    def _provenance(self, answer: Answer) -> Provenance:
        """Return how a mask was made; where its steps begin with a mask, with a note of what had made that."""
        provenance = answer.provenance
        if provenance.steps[0].mask is None:
            return provenance
        return replace(provenance, extra={**provenance.extra, _REFINED: self.base_source})

    def _with_frame(self, index: int, frame: Frame) -> PromptSession:
        return replace(self, frames=(*self.frames[:index], frame, *self.frames[index + 1 :]))


def leads_to_mask(provenance: Provenance) -> bool:
    """Whether answering the stored prompts again gives the mask: it was prompted, and not edited since."""
    return bool(provenance.steps) and not provenance.edited


def _at_threshold(frame: Frame, threshold: float | None) -> Frame:
    if frame.answer is None or frame.answer.threshold_set == threshold:
        return frame
    return replace(frame, answer=replace(frame.answer, threshold_set=threshold))


def _order(request: PredictRequest) -> tuple[int, bool]:
    """Return what makes an answer the better one to show: a newer click, then the chosen engine."""
    return (request.request_id, not request.is_draft)


def _most_like(answer: Answer, shown: BoolArray) -> Answer:
    """Return an answer with the candidate chosen that agrees best with a low-res mask, bool (h, w), of any size."""
    count = len(answer.prediction)
    candidates = [replace(answer, candidate=i) for i in answer.prediction.ranking] if count > 1 else [answer]
    return max(candidates, key=lambda candidate: _iou(candidate.low_res_mask, shown))


def _iou(mask: BoolArray, other: BoolArray) -> float:
    """Return how well two masks of the same image agree, 0 to 1; the second is brought to the size of the first."""
    height, width = mask.shape
    rows = (2 * np.arange(height) + 1) * other.shape[0] // (2 * height)
    columns = (2 * np.arange(width) + 1) * other.shape[1] // (2 * width)
    resized = other[rows][:, columns]
    union = int(np.count_nonzero(mask | resized))
    return int(np.count_nonzero(mask & resized)) / union if union else 0.0
