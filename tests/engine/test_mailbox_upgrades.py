"""The lowest slot, for masks to upgrade, and when a mailbox is at rest: another thread gives way until then."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from patience import PATIENCE_S

from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import NO_SESSION, EncodeRequest, PredictRequest
from sam_annotator.engine.mailbox import JobKind, LoadRequest, Mailbox

PIXELS = np.zeros((1, 1, 3), np.uint8)


def image(image_id: int) -> EncodeRequest:
    return EncodeRequest(image_id, PIXELS, f"key{image_id}")


def prompt(request_id: int, image_id: int = 1, session_id: int = NO_SESSION) -> PredictRequest:
    return PredictRequest(request_id, session_id, Prompt(((1, 1),), (1,)), image(image_id))


def nothing(key: str) -> bool:
    return False


@pytest.fixture
def mailbox() -> Mailbox:
    box = Mailbox()
    box.set_ready(True)
    return box


def kinds(mailbox: Mailbox, *encoded: str) -> list[JobKind]:
    found = []
    while (job := mailbox.take(encoded.__contains__, timeout=0)) is not None:
        found.append(job.kind)
    return found


def fill(mailbox: Mailbox) -> None:
    mailbox.put_upgrade(prompt(5, 4))
    mailbox.put_prefetch(image(3))
    mailbox.put_encode(image(2))
    mailbox.put_predict(prompt(6, 1, session_id=1))


def test_an_upgrade_waits_for_all_that_the_user_waits_for(mailbox: Mailbox) -> None:
    """A click would wait for a mask of an image left long ago."""
    fill(mailbox)
    assert kinds(mailbox, "key1") == [JobKind.PREDICT, JobKind.ENCODE, JobKind.PREFETCH, JobKind.UPGRADE]


def test_an_upgrade_on_an_encoded_image_comes_before_the_next_image(mailbox: Mailbox) -> None:
    """What takes a moment would wait for seconds, and its embedding be pushed out by then."""
    fill(mailbox)
    assert kinds(mailbox, "key1", "key4") == [JobKind.PREDICT, JobKind.ENCODE, JobKind.UPGRADE, JobKind.PREFETCH]


def test_an_upgrade_is_answered_within_another_images_encoding(mailbox: Mailbox) -> None:
    """Masks of the image just left would wait until nothing else is to be done."""
    mailbox.put_upgrade(prompt(5, 4))
    assert mailbox.take_answerable(nothing) is None
    job = mailbox.take_answerable({"key4"}.__contains__)
    assert job is not None and job.kind is JobKind.UPGRADE
    assert mailbox.take_answerable({"key4"}.__contains__) is None


def test_an_upgrade_put_back_does_not_replace_a_newer_one(mailbox: Mailbox) -> None:
    """The mask on screen would wait for the ones of images left."""
    mailbox.put_upgrade(prompt(5, 4))
    mailbox.put_upgrade(prompt(6, 3), replace=False)
    assert mailbox.awaits_upgrade("key4") and not mailbox.awaits_upgrade("key3")
    mailbox.put_upgrade(prompt(7, 3))
    assert mailbox.awaits_upgrade("key3")
    mailbox.cancel_upgrade()
    assert kinds(mailbox, "key3") == []


def test_forgetting_leaves_only_the_engine_to_load(mailbox: Mailbox) -> None:
    """Images would be encoded that nobody asks for any more; or the engine asked for would never come."""
    fill(mailbox)
    mailbox.put_load(LoadRequest("fake"))
    mailbox.forget_requests()
    assert kinds(mailbox, "key1") == [JobKind.LOAD]


def test_it_is_busy_until_its_taker_comes_back(mailbox: Mailbox) -> None:
    """The large engine would take the cores back in the middle of a draft."""
    assert not mailbox.is_busy and mailbox.wait_until_quiet(0)
    mailbox.put_encode(image(1))
    assert mailbox.is_busy and not mailbox.wait_until_quiet(0)
    assert mailbox.take(nothing, timeout=0) is not None
    assert mailbox.is_busy
    assert mailbox.take(nothing, timeout=0) is None
    assert not mailbox.is_busy


def test_previews_make_nobody_wait(mailbox: Mailbox) -> None:
    """Moving the pointer about would stop the large engine for as long as it moves."""
    mailbox.put_preview(prompt(1))
    assert not mailbox.is_busy
    job = mailbox.take({"key1"}.__contains__, timeout=0)
    assert job is not None and job.kind is JobKind.PREVIEW and not mailbox.is_busy


def test_what_waits_for_an_engine_makes_nobody_wait() -> None:
    """Without its engine the quick thread would hold the large one up for ever."""
    mailbox = Mailbox()
    mailbox.put_predict(prompt(1, session_id=1))
    assert not mailbox.is_busy
    mailbox.put_load(LoadRequest("fake"))
    assert mailbox.is_busy
    assert mailbox.take(nothing, timeout=0) is not None and mailbox.is_busy  # it is being loaded
    assert mailbox.take(nothing, timeout=0) is None and not mailbox.is_busy  # in vain
    mailbox.put_load(LoadRequest("fake"))
    mailbox.close()
    assert not mailbox.is_busy


def test_who_waits_for_rest_is_woken(mailbox: Mailbox) -> None:
    """The large engine would pause for its full patience at each click."""
    mailbox.put_predict(prompt(1, session_id=1))
    assert mailbox.take({"key1"}.__contains__, timeout=0) is not None
    rested: list[bool] = []
    waiting = threading.Thread(target=lambda: rested.append(mailbox.wait_until_quiet(PATIENCE_S)))
    waiting.start()
    assert mailbox.take(nothing, timeout=0) is None
    waiting.join(PATIENCE_S)
    assert rested == [True]
