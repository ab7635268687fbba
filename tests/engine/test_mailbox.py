"""The slots between window and engine: what is taken first, what replaces what, and that no click is lost."""

from __future__ import annotations

import random
import threading
import time

import numpy as np
import pytest
from patience import PATIENCE_S

from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import EncodeRequest, PredictRequest
from sam_annotator.engine.mailbox import Job, JobKind, LoadRequest, Mailbox

PIXELS = np.zeros((1, 1, 3), np.uint8)


def image(image_id: int) -> EncodeRequest:
    return EncodeRequest(image_id, PIXELS, f"key{image_id}")


def click(request_id: int, session_id: int = 1, image_id: int = 1, *, is_preview: bool = False) -> PredictRequest:
    return PredictRequest(request_id, session_id, Prompt(((1, 1),), (1,)), image(image_id), is_preview=is_preview)


def everything(key: str) -> bool:
    return True


def nothing(key: str) -> bool:
    return False


@pytest.fixture
def mailbox() -> Mailbox:
    box = Mailbox()
    box.set_ready(True)
    return box


def take(mailbox: Mailbox, is_encoded: object = everything) -> Job | None:
    return mailbox.take(is_encoded, timeout=0)  # type: ignore[arg-type]


def taken(mailbox: Mailbox) -> list[tuple[JobKind, int]]:
    """Take all there is; each job as its kind and its request or image id."""
    jobs = []
    while (job := take(mailbox)) is not None:
        request = job.request
        assert not isinstance(request, LoadRequest)
        jobs.append((job.kind, request.request_id if isinstance(request, PredictRequest) else request.image_id))
    return jobs


def test_jobs_come_in_the_order_of_their_worth(mailbox: Mailbox) -> None:
    """A click would wait for an image encoded ahead."""
    mailbox.put_prefetch(image(9))
    mailbox.put_encode(image(8))
    mailbox.put_preview(click(7, is_preview=True))
    mailbox.put_predict(click(6))
    assert taken(mailbox) == [
        (JobKind.PREDICT, 6),
        (JobKind.PREVIEW, 7),
        (JobKind.ENCODE, 8),
        (JobKind.PREFETCH, 9),
    ]


def test_an_engine_to_load_comes_first(mailbox: Mailbox) -> None:
    """Clicks would be answered by the engine the user just left."""
    mailbox.put_predict(click(1))
    mailbox.put_load(LoadRequest("fake"))
    job = take(mailbox)
    assert job is not None
    assert job.kind is JobKind.LOAD
    assert taken(mailbox) == [(JobKind.PREDICT, 1)]


def test_only_the_newest_of_a_slot_is_kept(mailbox: Mailbox) -> None:
    """Old clicks would be answered one by one while the user waits for the last."""
    for i in (1, 2, 3):
        mailbox.put_predict(click(i))
        mailbox.put_preview(click(10 + i, is_preview=True))
        mailbox.put_encode(image(20 + i))
        mailbox.put_prefetch(image(30 + i))
    assert [number for _, number in taken(mailbox)] == [3, 13, 23, 33]


def test_a_session_s_click_never_drops_another_s(mailbox: Mailbox) -> None:
    """The last click on one object would be lost by going to the next."""
    mailbox.put_predict(click(1, session_id=1))
    mailbox.put_predict(click(2, session_id=2))
    mailbox.put_predict(click(3, session_id=3))
    mailbox.put_predict(click(4, session_id=1))
    assert [number for _, number in taken(mailbox)] == [4, 3, 2]


def test_a_preview_never_takes_a_click_s_place(mailbox: Mailbox) -> None:
    """Moving the mouse after a click would swallow it."""
    mailbox.put_predict(click(1))
    mailbox.put_preview(click(2, is_preview=True))
    assert [number for _, number in taken(mailbox)] == [1, 2]


def test_a_click_on_an_image_not_encoded_has_it_encoded_and_stays(mailbox: Mailbox) -> None:
    """The first click after opening an image would be dropped."""
    mailbox.put_predict(click(1, image_id=5))
    job = take(mailbox, nothing)
    assert job is not None
    assert (job.kind, job.request.image_id) == (JobKind.ENCODE, 5)  # type: ignore[union-attr]
    assert taken(mailbox) == [(JobKind.PREDICT, 1)]


def test_a_preview_of_an_image_not_encoded_is_dropped(mailbox: Mailbox) -> None:
    """Moving the mouse would start the network."""
    mailbox.put_preview(click(1, is_preview=True))
    assert take(mailbox, nothing) is None
    assert take(mailbox) is None


def test_answerable_clicks_are_taken_in_the_middle_of_an_encoding(mailbox: Mailbox) -> None:
    """A click on the image on screen would wait seconds for the next image."""
    mailbox.put_predict(click(1, session_id=1, image_id=1))
    mailbox.put_predict(click(2, session_id=2, image_id=2))
    mailbox.put_preview(click(3, session_id=1, image_id=1, is_preview=True))
    jobs = [mailbox.take_answerable(lambda key: key == "key1") for _ in range(3)]
    assert [job and job.kind for job in jobs] == [JobKind.PREDICT, JobKind.PREVIEW, None]
    assert taken(mailbox) == [(JobKind.PREDICT, 2)]


def test_nothing_is_answerable_while_another_engine_is_asked_for(mailbox: Mailbox) -> None:
    """The old engine would answer with a mask that the new one then replaces."""
    mailbox.put_predict(click(1))
    mailbox.put_load(LoadRequest("fake"))
    assert mailbox.take_answerable(everything) is None


def test_before_there_is_an_engine_everything_waits() -> None:
    """A click made while torch is imported would be lost."""
    mailbox = Mailbox()
    mailbox.put_predict(click(1))
    mailbox.put_encode(image(2))
    assert take(mailbox) is None
    assert mailbox.take_answerable(everything) is None
    mailbox.set_ready(True)
    assert taken(mailbox) == [(JobKind.PREDICT, 1), (JobKind.ENCODE, 2)]


def test_cancelling_forgets_one_session_s_click_only(mailbox: Mailbox) -> None:
    """Esc would drop the click on the object before, or keep a mask nobody wants."""
    mailbox.put_predict(click(1, session_id=1))
    mailbox.put_predict(click(2, session_id=2))
    mailbox.put_preview(click(3, session_id=2, is_preview=True))
    mailbox.cancel_session(1)
    mailbox.cancel_session(77)
    mailbox.cancel_preview()
    mailbox.put_prefetch(image(4))
    mailbox.cancel_prefetch()
    assert taken(mailbox) == [(JobKind.PREDICT, 2)]


def test_clicks_on_an_image_that_can_t_be_encoded_are_given_back(mailbox: Mailbox) -> None:
    """They would be tried for ever, or never told of."""
    mailbox.put_predict(click(1, session_id=1, image_id=1))
    mailbox.put_predict(click(2, session_id=2, image_id=2))
    mailbox.put_predict(click(3, session_id=3, image_id=1))
    assert [r.request_id for r in mailbox.take_waiting_on("key1")] == [1, 3]
    assert taken(mailbox) == [(JobKind.PREDICT, 2)]


def test_what_is_awaited_is_known(mailbox: Mailbox) -> None:
    """An encoding that the user waits for would be given up, or one nobody wants finished."""
    assert not mailbox.awaits_encode(nothing)
    mailbox.put_predict(click(1, image_id=1))
    assert mailbox.is_awaited("key1")
    assert mailbox.awaits_encode(nothing)
    assert not mailbox.awaits_encode(nothing, clicks=False)
    assert not mailbox.awaits_encode(everything)
    mailbox.put_encode(image(2))
    assert mailbox.is_awaited("key2")
    assert mailbox.awaits_encode(nothing, clicks=False)
    assert mailbox.has_encode
    assert not mailbox.is_awaited("key3")


def test_a_prefetch_put_back_does_not_replace_a_newer_one(mailbox: Mailbox) -> None:
    """After turning round, the image in the old direction would be encoded first."""
    mailbox.put_prefetch(image(1))
    mailbox.put_prefetch(image(2), replace=False)
    assert taken(mailbox) == [(JobKind.PREFETCH, 1)]
    mailbox.put_prefetch(image(3), replace=False)
    assert taken(mailbox) == [(JobKind.PREFETCH, 3)]


def await_waiting(mailbox: Mailbox) -> None:
    """Return when another thread waits in `take`."""
    deadline = time.monotonic() + PATIENCE_S
    while not mailbox._condition._waiters and time.monotonic() < deadline:  # type: ignore[attr-defined]
        time.sleep(0.001)
    assert mailbox._condition._waiters  # type: ignore[attr-defined]


def test_put_wakes_who_waits(mailbox: Mailbox) -> None:
    """The first click after a pause would never be answered."""
    got: list[Job | None] = []
    thread = threading.Thread(target=lambda: got.append(mailbox.take(everything)))
    thread.start()
    await_waiting(mailbox)
    mailbox.put_predict(click(1))
    thread.join(PATIENCE_S)
    assert got[0] is not None
    assert got[0].kind is JobKind.PREDICT


def test_close_wakes_who_waits_and_ends_everything(mailbox: Mailbox) -> None:
    """The window would hang when it is closed."""
    got: list[object] = []
    thread = threading.Thread(target=lambda: got.append(mailbox.take(everything)))
    thread.start()
    await_waiting(mailbox)
    mailbox.close()
    thread.join(PATIENCE_S)
    assert got == [None]
    for put in (mailbox.put_predict, mailbox.put_preview):
        put(click(1))
    for put_image in (mailbox.put_encode, mailbox.put_prefetch):
        put_image(image(1))
    mailbox.put_load(LoadRequest("fake"))
    assert mailbox.is_closed
    assert not mailbox.has_load
    assert mailbox.take(everything) is None
    assert mailbox.take_answerable(everything) is None


def test_a_wait_ends_in_time(mailbox: Mailbox) -> None:
    """A test or a program that polls would hang."""
    got: list[Job | None] = []
    thread = threading.Thread(target=lambda: got.append(mailbox.take(everything, timeout=0.05)))
    thread.start()
    thread.join(PATIENCE_S)
    has_ended = not thread.is_alive()
    mailbox.close()
    assert has_ended and got == [None]


def test_under_many_threads_the_last_click_of_each_session_arrives(mailbox: Mailbox) -> None:
    """Now and then a click would vanish, when two things happen at once."""
    answered: dict[int, list[int]] = {}

    def work() -> None:
        while (job := mailbox.take(everything)) is not None:
            if isinstance(job.request, PredictRequest):
                answered.setdefault(job.request.session_id, []).append(job.request.request_id)

    def ask(session_id: int) -> None:
        rng = random.Random(session_id)
        for i in range(300):
            mailbox.put_predict(click(i, session_id))
            mailbox.put_preview(click(10_000 + i, session_id=-1, is_preview=True))
            if rng.random() < 0.05:
                time.sleep(0.0005)

    worker = threading.Thread(target=work)
    worker.start()
    askers = [threading.Thread(target=ask, args=(session_id,)) for session_id in range(6)]
    for thread in askers:
        thread.start()
    for thread in askers:
        thread.join()
    deadline = time.monotonic() + PATIENCE_S
    while any(answered.get(s, [0])[-1] != 299 for s in range(6)) and time.monotonic() < deadline:
        time.sleep(0.01)
    mailbox.close()
    worker.join(PATIENCE_S)
    for session_id in range(6):
        assert answered[session_id][-1] == 299
        assert answered[session_id] == sorted(set(answered[session_id]))


def test_the_next_image_waits_for_a_lull_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first click on an image the user has just come to would wait for an encoding that nobody needs yet."""
    now = 100.0
    monkeypatch.setattr("sam_annotator.engine.mailbox.time.monotonic", lambda: now)
    box = Mailbox(lull=0.4, longest_lull=2.0)
    box.set_ready(True)
    box.put_prefetch(image(9))
    assert take(box, nothing) is None and not box.is_busy
    for _ in range(6):  # a pointer that keeps moving
        now += 0.3
        box.put_preview(click(1, is_preview=True))
        job = take(box)
        assert job is not None and job.kind is JobKind.PREVIEW
        assert take(box) is None
    now += 0.25  # it has waited for two seconds
    job = take(box)
    assert job is not None and job.kind is JobKind.PREFETCH
    box.put_prefetch(image(10))
    now += 0.41
    job = take(box)
    assert job is not None and job.kind is JobKind.PREFETCH


class Work:
    """Long work on an image that does nothing."""

    def __init__(self, image_id: int) -> None:
        self.encode, self.is_cancelled = image(image_id), False

    def run(self, *_: object) -> None:
        """Nothing."""

    def fail(self, message: str) -> None:
        """Nothing."""


def test_long_work_has_its_turn_one_after_the_other() -> None:
    """A search of the project would be lost in silence when masks are made of boxes meanwhile."""
    box = Mailbox()
    box.set_ready(True)
    first, second, third = Work(1), Work(2), Work(3)
    for work in (first, second, third):
        box.put_work(work)
    second.is_cancelled = True
    taken = box.take(lambda _key: True)
    assert taken is not None and taken.request is first
    box.put_work(first, first=True)  # its image could not be encoded yet
    assert [box.take(lambda _key: True, timeout=0).request for _ in range(2)] == [first, third]  # type: ignore[union-attr]
    assert box.take(lambda _key: True, timeout=0) is None and not box.is_busy
