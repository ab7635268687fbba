"""Drafts in a session: which answer is on screen, and that the two engines never build on each other's logits."""

from __future__ import annotations

import random
from itertools import count

import numpy as np

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.prompt import POSITIVE
from sam_annotator.core.records import PromptStep
from sam_annotator.core.requests import EncodeRequest, EngineInfo, Prediction, PredictRequest, PredictResult
from sam_annotator.core.session import PromptSession

BIG = EngineInfo(engine_id="big", title="Big", mask_threshold=0.0)
QUICK = EngineInfo(engine_id="quick", title="Quick", mask_threshold=0.5)
ENCODE = EncodeRequest(image_id=5, pixels=np.zeros((8, 8, 3), np.uint8), pixels_key="key")
A, B, C = Point(1.5, 1.5), Point(2.5, 3.5), Point(6.5, 4.5)


def prediction(request: PredictRequest, ious: tuple[float, ...] = (0.5, 0.9, 0.7), *, side: int = 4) -> Prediction:
    """Return an answer of three growing masks; the marks in its logits tell request, candidate and kind."""
    number = len(ious) if request.multimask_output else 1
    logits = np.full((number, side, side), -1, np.float32)
    for i in range(number):
        logits[i, : (i + 1) * side // 4] = 1
        logits[i, -1, -1] = -(request.request_id * 10 + i + (0.5 if request.is_draft else 0))
    masks = np.repeat(np.repeat(logits > 0, 8 // side, axis=1), 8 // side, axis=2)
    return Prediction(masks, np.array(ious[:number], np.float32), logits)


def result(request: PredictRequest, ious: tuple[float, ...] = (0.5, 0.9, 0.7), *, side: int = 4) -> PredictResult:
    return PredictResult(request, prediction(request, ious, side=side), QUICK if request.is_draft else BIG, 12.5)


def clicked(session: PromptSession, point: Point, request_id: int) -> tuple[PromptSession, PredictRequest]:
    return session.add_point(point, POSITIVE).issue(request_id, ENCODE)


def started() -> PromptSession:
    return PromptSession(image_id=5, session_id=3)


def shown(session: PromptSession) -> tuple[int, bool] | None:
    answer = session.answer
    return None if answer is None else (answer.request.request_id, answer.is_draft)


def mark(request: PredictRequest) -> float:
    assert request.mask_input is not None
    return -float(request.mask_input[0, -1, -1])


def test_a_draft_is_shown_until_the_chosen_engine_has_answered() -> None:
    """Else the first mask on an image takes as long as its encoding, or the better one never comes."""
    session, request = clicked(started(), A, 11)
    draft = session.draft(ENCODE)
    assert draft.is_draft and not request.is_draft
    assert (draft.request_id, draft.prompt, draft.multimask_output) == (11, request.prompt, True)
    assert session.is_waiting and session.awaits_real
    session = session.receive(result(draft))
    assert shown(session) == (11, True) and not session.is_waiting and session.awaits_real
    session = session.receive(result(request))
    assert shown(session) == (11, False) and not session.awaits_real
    assert session.answer is not None and session.answer.engine is BIG


def test_a_late_draft_replaces_nothing() -> None:
    """Else the good mask falls back to the rough one a moment later."""
    session, first = clicked(started(), A, 11)
    first_draft = session.draft(ENCODE)
    session = session.receive(result(first))
    assert session.receive(result(first_draft)) is session
    session, second = clicked(session, B, 12)
    session = session.receive(result(second))
    assert session.receive(result(first_draft)) is session


def test_an_older_click_answered_by_the_chosen_engine_does_not_replace_a_newer_draft() -> None:
    """Else the newest click vanishes from the mask until the next answer."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(session.draft(ENCODE)))
    session, second = clicked(session, B, 12)
    session = session.receive(result(session.draft(ENCODE)))
    assert session.receive(result(first)) is session and shown(session) == (12, True)
    assert shown(session.receive(result(second))) == (12, False)


def test_an_older_click_answered_by_the_chosen_engine_shows_until_the_newer_draft_is_there() -> None:
    """Else nothing moves on screen although a better answer came."""
    session, first = clicked(started(), A, 11)
    session = session.receive(result(session.draft(ENCODE)))
    session, _ = clicked(session, B, 12)
    draft = session.draft(ENCODE)
    session = session.receive(result(first))
    assert shown(session) == (11, False) and session.is_waiting
    assert shown(session.receive(result(draft))) == (12, True)


def test_the_engines_never_build_on_each_others_logits() -> None:
    """Else one network is fed what another one made, and both masks get worse without anybody seeing why."""
    session, first = clicked(started(), A, 11)
    first_draft = session.draft(ENCODE)
    session = session.receive(result(first_draft))
    session, second = clicked(session, B, 12)
    second_draft = session.draft(ENCODE)
    assert second.mask_input is None and second.trail == () and second.prompt.point_coords == (A, B)
    assert not second.multimask_output
    assert mark(second_draft) == 111.5 and second_draft.trail == (PromptStep(first.prompt, True, 1),)
    session = session.receive(result(second_draft)).receive(result(second))
    session, third = clicked(session, C, 13)
    assert mark(third) == 120 and third.trail == (PromptStep(second.prompt, False, 0),)
    assert mark(session.draft(ENCODE)) == 111.5  # the newest draft there is
    ahead = session.preview(Point(7, 7), 14, ENCODE, is_draft=True)
    assert ahead.is_draft and ahead.is_preview and mark(ahead) == 111.5
    assert mark(session.preview(Point(7, 7), 15, ENCODE)) == 120


def test_the_first_answer_of_the_chosen_engine_is_asked_for_as_if_there_had_been_no_draft() -> None:
    """Else what is accepted in the end depends on how quick the computer is."""
    session = started()
    for request_id, point in ((11, A), (12, B)):
        session, _ = clicked(session, point, request_id)
        session = session.receive(result(session.draft(ENCODE)))
    session, real = session.set_box(Box(0, 0, 4, 4)).issue(13, ENCODE)
    _, expected = started().add_point(A, POSITIVE).add_point(B, POSITIVE).set_box(Box(0, 0, 4, 4)).issue(13, ENCODE)
    for name in ("prompt", "mask_input", "trail", "multimask_output", "is_preview", "is_draft"):
        assert getattr(real, name) == getattr(expected, name)


def test_a_candidate_chosen_of_the_draft_is_the_one_that_follows() -> None:
    """Else the mask jumps back from the part that was chosen to the whole, and Tab was in vain."""
    session, request = clicked(started(), A, 11)
    session = session.receive(result(session.draft(ENCODE), side=8)).cycle()
    assert session.answer is not None and session.answer.candidate == 2
    answer = session.receive(result(request)).answer
    assert answer is not None and answer.candidate == 2 and not answer.is_draft
    best = session.cycle().cycle()  # round to the best one again
    assert best.answer is not None and best.answer.candidate == 1
    answer = best.receive(result(request, (0.95, 0.9, 0.7))).answer
    assert answer is not None and answer.candidate == 0  # nobody chose: its best


def test_taking_a_click_back_asks_the_chosen_engine_for_what_only_a_draft_has_answered() -> None:
    """Else Ctrl+Z leaves a rough mask on screen for good."""
    session, _ = clicked(started(), A, 11)
    session = session.receive(result(session.draft(ENCODE)))
    session, second = clicked(session, B, 12)
    session = session.receive(result(second)).pop()
    assert shown(session) == (11, True) and session.awaits_real and not session.is_waiting
    session, again = session.issue(14, ENCODE)
    assert shown(session) == (11, True)
    assert shown(session.receive(result(again))) == (14, False)


def test_a_draft_is_accepted_as_what_it_is() -> None:
    """Else the project says that the large engine made a mask which it has never seen."""
    session, request = clicked(started(), A, 11)
    session = session.receive(result(session.draft(ENCODE)))
    annotation = session.to_annotation(4)
    assert annotation is not None
    assert (annotation.provenance.engine_id, annotation.provenance.threshold) == ("quick", 0.5)
    assert annotation.provenance.steps == (PromptStep(request.prompt, True, 1),)


def test_any_order_of_answers_ends_with_the_chosen_engine_on_the_last_click() -> None:
    """Else what is on screen depends on which of two threads is quicker."""
    rng = random.Random(5)
    for _ in range(300):
        session, ids = started(), count(1)
        sent: list[PredictRequest] = []
        best = (0, False)
        for _ in range(rng.randint(2, 12)):
            match rng.choice(["click", "answer", "answer", "pop"]):
                case "click":
                    session, request = clicked(session, Point(rng.uniform(0, 8), rng.uniform(0, 8)), next(ids))
                    sent += [request, session.draft(ENCODE)]
                case "answer" if sent:
                    before, session = session, session.receive(result(rng.choice(sent)))
                    answer = session.answer
                    if session is not before and answer is not None:
                        now = (answer.request.request_id, not answer.is_draft)
                        assert now >= best
                        best = now
                case "pop" if session.frames:
                    session = session.pop()
                    if session.awaits_real:
                        session, request = session.issue(next(ids), ENCODE)
                        sent.append(request)
                    best = (0, False)
        if not session.frames:
            continue
        last = [r for r in sent if r.request_id == session.frames[-1].request_id]
        rng.shuffle(last)
        for request in last:
            session = session.receive(result(request))
        assert session.answer is not None and not session.answer.is_draft and not session.is_waiting
        assert session.answer.request.prompt == session.prompt
