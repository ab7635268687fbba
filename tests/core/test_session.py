"""The way of a click: what a session asks, which answers it takes, and what it shows."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from itertools import count

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import NEGATIVE, POSITIVE, Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.core.requests import EncodeRequest, EngineInfo, Prediction, PredictRequest, PredictResult
from sam_annotator.core.session import PromptSession

ENGINE = EngineInfo(engine_id="fake", title="Fake", checkpoint_sha256="ab" * 32, mask_threshold=0.25)
ENCODE = EncodeRequest(image_id=5, pixels=np.zeros((6, 8, 3), np.uint8), pixels_key="key")
A, B, C = Point(1.5, 1.5), Point(2.5, 3.5), Point(6.5, 4.5)


def prediction(request: PredictRequest, ious: tuple[float, ...] = (0.5, 0.9, 0.7)) -> Prediction:
    """Return an answer whose masks and logits tell request and candidate."""
    number = len(ious) if request.multimask_output else 1
    masks = np.zeros((number, 6, 8), np.bool_)
    logits = np.zeros((number, 2, 2), np.float32)
    for i in range(number):
        masks[i, : i + 1, : request.request_id % 8 + 1] = True
        logits[i] = request.request_id * 10 + i
    return Prediction(masks, np.array(ious[:number], np.float32), logits)


def result(request: PredictRequest, ious: tuple[float, ...] = (0.5, 0.9, 0.7)) -> PredictResult:
    return PredictResult(request, prediction(request, ious), ENGINE, 12.5)


def started() -> PromptSession:
    return PromptSession(image_id=5, session_id=3)


def clicked(session: PromptSession, point: Point, request_id: int) -> tuple[PromptSession, PredictRequest]:
    return session.add_point(point, POSITIVE).issue(request_id, ENCODE)


def shown_id(session: PromptSession) -> int | None:
    return session.answer.request.request_id if session.answer else None


def test_a_request_carries_all_the_worker_needs() -> None:
    """Else the worker reads state that has changed by then, and a mask lands on another image."""
    session, request = clicked(started(), A, 11)
    assert (request.image_id, request.session_id, request.request_id) == (5, 3, 11)
    assert request.prompt == Prompt((A,), (POSITIVE,)) == session.prompt
    assert request.encode is ENCODE and request.mask_input is None and request.trail == ()
    assert request.multimask_output and not request.is_preview
    assert session.is_waiting and not session.is_empty and session.answer is None


def test_sessions_do_not_change() -> None:
    """Else undo shows a state that never was."""
    session = started()
    more = session.add_point(A, POSITIVE).set_box(Box(0, 0, 4, 4)).add_point(B, NEGATIVE)
    assert session.is_empty and session.prompt.is_empty
    assert more.prompt == Prompt((A, B), (POSITIVE, NEGATIVE), (0, 0, 4, 4))
    with pytest.raises(dataclasses.FrozenInstanceError):
        more.frames = ()  # type: ignore[misc]


def test_the_best_candidate_is_shown_first() -> None:
    """Else the mask on screen after a click is not the engine's best."""
    session, request = clicked(started(), A, 11)
    session = session.receive(result(request))
    assert session.answer is not None and not session.is_waiting
    assert session.answer.candidate == 1 and session.answer.predicted_iou == pytest.approx(0.9)
    assert (session.answer.pixels == prediction(request).masks[1]).all()
    assert session.answer.logits.shape == (1, 2, 2) and (session.answer.logits == 111).all()
    assert session.answer.engine is ENGINE


def test_logits_and_trail_go_into_the_next_click() -> None:
    """Else further clicks start from nothing, and the mask jumps."""
    session, first = clicked(started(), A, 11)
    session, second = clicked(session.receive(result(first)), B, 12)
    assert second.mask_input is not None and (second.mask_input == 111).all()
    assert not second.multimask_output
    assert second.trail == (PromptStep(first.prompt, True, 1),)
    session, third = clicked(session.receive(result(second)), C, 13)
    assert third.mask_input is not None and (third.mask_input == 120).all()
    assert third.trail == (*second.trail, PromptStep(second.prompt, False, 0))


def test_a_click_made_while_waiting_goes_on_from_the_last_answer() -> None:
    """Else quick clicks lose what the engine already knew, or wait for an answer that was replaced."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(first))
    session, _ = clicked(session, B, 12)
    session, third = clicked(session, C, 13)
    assert third.mask_input is not None and (third.mask_input == 111).all()
    assert third.prompt.point_coords == (A, B, C)
    assert third.trail == (PromptStep(first.prompt, True, 1),)


def test_a_first_click_still_waiting_gives_no_logits() -> None:
    """Else the second click made while the image is encoded ends in a crash."""
    session, _ = clicked(started(), A, 11)
    session, second = clicked(session, B, 12)
    assert second.mask_input is None and second.trail == () and not second.multimask_output
    session = session.receive(result(second, (0.5,)))
    assert shown_id(session) == 12


def test_another_box_forgets_the_logits() -> None:
    """Else the mask of the first box keeps pulling at the second."""
    session, first = started().set_box(Box(0, 0, 4, 4)).issue(11, ENCODE)
    session = session.receive(result(first))
    session, second = session.set_box(Box(2, 2, 8, 6)).issue(12, ENCODE)
    assert second.mask_input is None and second.trail == ()
    session, third = clicked(session.receive(result(second)), A, 13)
    assert third.mask_input is not None and (third.mask_input == 120).all()
    assert third.trail == (PromptStep(second.prompt, second.multimask_output, 0),)
    assert third.prompt.box_xyxy == (2, 2, 8, 6)


def test_a_box_added_to_points_keeps_the_points() -> None:
    """Else box and points can't be combined."""
    session, first = clicked(started(), A, 11)
    session, second = session.receive(result(first)).set_box(Box(0, 0, 4, 4)).issue(12, ENCODE)
    assert second.prompt == Prompt((A,), (POSITIVE,), (0, 0, 4, 4))
    assert second.mask_input is None and not second.multimask_output
    session, third = clicked(session, B, 13)  # the answer without a box must not come in through this one
    assert third.mask_input is None and third.trail == ()


def test_an_answer_to_a_popped_click_is_dropped() -> None:
    """Else a click taken back shows its mask a moment later."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(first))
    session, second = clicked(session, B, 12)
    session = session.pop()
    assert session.receive(result(second)) is session
    assert shown_id(session) == 11 and session.prompt == first.prompt and not session.is_waiting


def test_an_answer_to_a_click_that_was_replaced_is_dropped() -> None:
    """Else the mask of a click taken back shows as that of the click made instead."""
    session, first = clicked(started(), A, 11)
    session, second = clicked(session.pop(), B, 12)
    assert session.receive(result(first)) is session
    assert shown_id(session.receive(result(second))) == 12


def test_a_late_answer_never_replaces_a_newer_one() -> None:
    """Else the mask falls back to an earlier click's."""
    session, first = clicked(started(), A, 11)
    session, second = clicked(session, B, 12)
    session = session.receive(result(second))
    assert session.receive(result(first)) is session
    assert session.receive(result(second)) is session


def test_an_earlier_answer_shows_until_the_newer_one_is_there() -> None:
    """Else nothing shows during quick clicking until it stops."""
    session, first = clicked(started(), A, 11)
    session, second = clicked(session, B, 12)
    session = session.receive(result(first))
    assert shown_id(session) == 11 and session.is_waiting
    session = session.receive(result(second))
    assert shown_id(session) == 12 and not session.is_waiting


def test_taking_back_shows_the_answer_before() -> None:
    """Else Ctrl+Z has to ask the engine, and a mask chosen before is lost."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(first)).cycle()
    chosen = session.answer
    session, second = clicked(session, B, 12)
    session = session.receive(result(second)).pop()
    assert session.answer is chosen
    assert session.pop().is_empty and session.pop().answer is None
    assert session.pop().pop().is_empty


def test_a_click_taken_back_can_be_put_again() -> None:
    """Else redo has to ask the engine again."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(first))
    frame = session.frames[-1]
    again = session.pop().push(frame)
    assert again.answer is session.answer and again.prompt == session.prompt


def test_a_request_issued_again_takes_only_the_new_answer() -> None:
    """Else an answer of the engine used before shows after another was chosen."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(first)).without_answers()
    assert session.answer is None and session.is_waiting and session.prompt == first.prompt
    assert session.receive(result(first)) is session
    session, again = session.issue(12, ENCODE)
    assert again.prompt == first.prompt and again.mask_input is None and again.multimask_output
    assert session.receive(result(first)) is session
    assert shown_id(session.receive(result(again))) == 12


@pytest.mark.parametrize("change", ["session", "image", "preview"])
def test_answers_of_others_are_dropped(change: str) -> None:
    """Else a mask shows on another image, or a mere preview counts as a click."""
    session, request = clicked(started(), A, 11)
    other = {
        "session": dataclasses.replace(request, session_id=2),
        "image": dataclasses.replace(request, encode=dataclasses.replace(ENCODE, image_id=6)),
        "preview": dataclasses.replace(request, is_preview=True),
    }[change]
    assert session.receive(result(other)) is session


def test_cycling_goes_by_quality_and_comes_round() -> None:
    """Else Tab skips a candidate, or asks the engine."""
    session, request = clicked(started(), A, 11)
    assert session.cycle() is session
    session = session.receive(result(request))
    seen = []
    for _ in range(4):
        assert session.answer is not None
        seen.append(session.answer.candidate)
        session = session.cycle()
    assert seen == [1, 2, 0, 1]
    assert session.cycle(-1).answer.candidate == 1 and session.cycle(-2).answer.candidate == 0  # type: ignore[union-attr]


def test_the_chosen_candidate_goes_on() -> None:
    """Else the candidate the user chose is thrown away by the next click."""
    session, request = clicked(started(), A, 11)
    session = session.receive(result(request)).cycle()
    _, second = clicked(session, B, 12)
    assert second.mask_input is not None and (second.mask_input == 112).all()
    assert second.trail == (PromptStep(request.prompt, True, 2),)


def test_cycling_while_the_next_click_waits_keeps_that_click() -> None:
    """Else Tab pressed a moment too early drops a click."""
    session, first = clicked(started(), A, 11)
    session, second = clicked(session.receive(result(first)), B, 12)
    cycled = session.cycle()
    assert cycled.is_waiting and cycled.answer is not None and cycled.answer.candidate == 2
    assert shown_id(cycled.receive(result(second))) == 12


def test_one_mask_has_nothing_to_cycle() -> None:
    """Else Tab on a certain answer breaks it."""
    session, request = started().set_box(Box(0, 0, 4, 4)).issue(11, ENCODE)
    session = session.receive(result(request))
    assert session.cycle().answer.candidate == 0  # type: ignore[union-attr]


def test_a_preview_asks_for_the_next_click() -> None:
    """Else what hovering shows is not what a click gives."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(first))
    preview = session.preview(B, 12, ENCODE)
    _, click = clicked(session, B, 12)
    assert preview.is_preview
    assert (preview.prompt, preview.trail, preview.multimask_output) == (click.prompt, click.trail, False)
    assert preview.mask_input is not None and click.mask_input is not None
    assert (preview.mask_input == click.mask_input).all()
    assert started().preview(A, 13, ENCODE).multimask_output


def finished() -> Annotation:
    session, first = clicked(started(), A, 11)
    session, second = clicked(session.receive(result(first)), B, 12)
    annotation = session.receive(result(second)).to_annotation(category_id=4)
    assert annotation is not None
    return dataclasses.replace(annotation, id=21)


def test_what_is_accepted_is_what_is_on_screen() -> None:
    """Else Enter saves another mask than the one looked at."""
    session, first = clicked(started(), A, 11)
    assert session.to_annotation(4) is None
    session = session.receive(result(first)).cycle()
    annotation = session.to_annotation(category_id=4, iscrowd=True)
    assert annotation is not None
    assert annotation.mask == Mask.from_array(prediction(first).masks[2])
    assert (annotation.id, annotation.image_id, annotation.category_id, annotation.iscrowd) == (0, 5, 4, True)
    assert annotation.score == pytest.approx(0.7) == annotation.provenance.predicted_iou
    assert annotation.provenance == Provenance(
        source="prompt",
        engine_id="fake",
        checkpoint_sha256="ab" * 32,
        steps=(PromptStep(first.prompt, True, 2),),
        threshold=0.25,
        predicted_iou=annotation.score,
        extra=annotation.provenance.extra,
        precision="float32",
    )
    assert 0 <= annotation.provenance.extra["stability_score"] <= 1


def test_a_click_without_its_answer_is_not_accepted_as_answered() -> None:
    """Else the stored prompts hold a click that the mask has never seen."""
    session, first = clicked(started(), A, 11)
    session, _ = clicked(session.receive(result(first)), B, 12)
    annotation = session.to_annotation(4)
    assert annotation is not None and annotation.provenance.prompt == first.prompt


def test_an_empty_mask_is_not_accepted() -> None:
    """Else the export holds objects without a pixel, which other programs crash on."""
    session, request = clicked(started(), A, 11)
    empty = Prediction(np.zeros((1, 6, 8), np.bool_), np.ones(1, np.float32), np.zeros((1, 2, 2), np.float32))
    session = session.receive(PredictResult(request, empty, ENGINE, 1.0))
    assert session.answer is not None and session.to_annotation(4) is None


@pytest.mark.parametrize(
    "ious", [(np.nan, 0.4, 0.9), (np.nan, np.nan, np.nan), (np.inf, 0.2, 0.1), (0.1, -np.inf, 0.3)]
)
def test_an_engine_without_a_number_spoils_nothing(ious: tuple[float, ...]) -> None:
    """Else one NaN from half precision on a GPU is stored, and the project can't be read again."""
    session, request = clicked(started(), A, 11)
    session = session.receive(result(request, ious))
    seen = set()
    for _ in range(3):
        assert session.answer is not None
        seen.add(session.answer.candidate)
        annotation = session.to_annotation(4)
        assert annotation is not None
        assert annotation.score is None or np.isfinite(annotation.score)
        text = json.dumps(annotation.provenance.to_json(), allow_nan=False)
        assert Provenance.from_json(json.loads(text)) == annotation.provenance
        session = session.cycle()
    assert seen == {0, 1, 2}


def test_a_candidate_without_a_number_is_not_the_best() -> None:
    """Else the worst candidate is shown first."""
    session, request = clicked(started(), A, 11)
    answer = session.receive(result(request, (np.nan, 0.4, 0.9))).answer
    assert answer is not None and answer.candidate == 2


def test_refining_goes_on_from_the_stored_prompts() -> None:
    """Else a finished object can only be drawn again."""
    annotation = finished()
    session = PromptSession.refining(annotation, session_id=9)
    assert session.is_empty and session.answer is None and not session.is_waiting
    assert session.prompt == annotation.provenance.prompt
    session, request = clicked(session, C, 30)
    assert request.prompt.point_coords == (A, B, C)
    assert request.trail == annotation.provenance.steps and len(request.trail) == 2
    assert request.mask_input is None  # the worker makes it by answering the trail
    assert not request.multimask_output
    refined = session.receive(result(request)).to_annotation(annotation.category_id)
    assert refined is not None and refined.id == annotation.id
    assert refined.provenance.steps == (*annotation.provenance.steps, PromptStep(request.prompt, False, 0))


def test_refining_with_another_box_starts_anew() -> None:
    """Else the old mask keeps pulling at the new box."""
    session = PromptSession.refining(finished(), session_id=9)
    _, request = session.set_box(Box(1, 1, 5, 5)).issue(30, ENCODE)
    assert request.trail == () and request.mask_input is None
    assert request.prompt.point_coords == (A, B)


def test_taking_back_all_of_a_refinement() -> None:
    """Else Ctrl+Z during refining takes the stored clicks away, too."""
    annotation = finished()
    session, _ = clicked(PromptSession.refining(annotation, session_id=9), C, 30)
    assert session.pop().is_empty and session.pop().prompt == annotation.provenance.prompt


class Clicking(RuleBasedStateMachine):
    """Clicks, boxes, Ctrl+Z, Tab and answers in any order; answers may be late, lost, doubled, or of other sessions."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: Iterator[int] = count(1)
        self.sent: list[PredictRequest] = []
        self.standing: list[int] = []  # request ids of the clicks that stand, in order
        self.newest_shown: dict[tuple[int, ...], int] = {}

    @initialize(refine=st.booleans())
    def start(self, refine: bool) -> None:
        self.session = PromptSession.refining(finished(), session_id=3) if refine else started()

    def _issue(self) -> None:
        self.session, request = self.session.issue(next(self.ids), ENCODE)
        self.sent.append(request)
        self.standing.append(request.request_id)

    @rule(x=st.integers(0, 7), y=st.integers(0, 5), label=st.sampled_from([POSITIVE, NEGATIVE]))
    def click(self, x: int, y: int, label: int) -> None:
        self.session = self.session.add_point(Point(x + 0.5, y + 0.5), label)
        self._issue()

    @rule(x=st.integers(0, 4), y=st.integers(0, 3))
    def box(self, x: int, y: int) -> None:
        self.session = self.session.set_box(Box(x, y, x + 2, y + 2))
        self._issue()

    @precondition(lambda self: self.standing)
    @rule()
    def take_back(self) -> None:
        self.session = self.session.pop()
        self.standing.pop()
        if self.session.is_waiting:  # its request may have been replaced by the one of the click taken back
            self.standing.pop()
            self._issue()

    @rule(step=st.sampled_from([1, -1]))
    def cycle(self, step: int) -> None:
        before = shown_id(self.session)
        self.session = self.session.cycle(step)
        assert shown_id(self.session) == before

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(self.sent))
        before, shown = self.session, shown_id(self.session)
        self.session = before.receive(result(request))
        if self.session is before:
            return
        assert request.request_id in self.standing
        assert shown is None or request.request_id > shown
        assert shown_id(self.session) == request.request_id

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def answer_of_another(self, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(self.sent))
        for other in (dataclasses.replace(request, session_id=99), dataclasses.replace(request, is_preview=True)):
            assert self.session.receive(result(other)) is self.session

    @precondition(lambda self: self.standing)
    @rule()
    def newest_answer(self) -> None:
        newest = next(r for r in reversed(self.sent) if r.request_id == self.standing[-1])
        self.session = self.session.receive(result(newest))
        assert shown_id(self.session) == newest.request_id
        assert not self.session.is_waiting

    @invariant()
    def what_is_shown_stands(self) -> None:
        if not hasattr(self, "session"):
            return
        shown = shown_id(self.session)
        assert shown is None or shown in self.standing
        key = tuple(self.standing)
        if shown is not None:
            assert shown >= self.newest_shown.get(key, 0)  # never older than was shown for these very clicks
            self.newest_shown[key] = shown
        assert len(self.session.frames) == len(self.standing)

    @invariant()
    def what_would_be_accepted_is_shown(self) -> None:
        if not hasattr(self, "session") or self.session.answer is None:
            return
        annotation = self.session.to_annotation(1)
        assert annotation is not None
        assert (annotation.mask.to_array() == self.session.answer.pixels).all()
        assert annotation.provenance.prompt == self.session.answer.request.prompt

    @invariant()
    def trails_belong_to_what_stands(self) -> None:
        for frame in self.session.frames if hasattr(self, "session") else ():
            if frame.answer is not None:
                assert frame.answer.request.prompt == frame.prompt


TestClicking = Clicking.TestCase
TestClicking.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
