"""What threads tell while a long edit is under way, and the errand that makes it."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer

from sam_annotator.worker.arrivals import arriving, comes_later, held
from sam_annotator.worker.errand import Errand
from sam_annotator.worker.job import Job


class Listener(QObject):
    """Notes what it was told, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    @arriving
    def hear(self, what: object) -> None:
        self.heard.append(what)
        if what == "error":
            raise ValueError(what)


def test_what_is_told_meanwhile_comes_after_in_order(qtbot: Any) -> None:
    """An answer would be lost, or overtake the one before it."""
    listener = Listener()
    listener.hear(0)
    with held():
        listener.hear(1)
        with held():
            listener.hear(2)
        qtbot.wait(20)
        assert listener.heard == [0]
    listener.hear(3)  # the door is open, but others stand before it
    assert listener.heard == [0]
    qtbot.waitUntil(lambda: listener.heard == [0, 1, 2, 3])
    listener.hear(4)
    assert listener.heard[-1] == 4 and not comes_later(lambda: None)


def test_one_that_fails_does_not_keep_the_others_out(qtbot: Any, caplog: pytest.LogCaptureFixture) -> None:
    """One broken picture would keep every later answer out of the window."""
    listener = Listener()
    with held():
        for what in (1, "error", 2):
            listener.hear(what)
    qtbot.waitUntil(lambda: listener.heard == [1, "error", 2])
    assert "could not be taken" in caplog.text
    caplog.clear()


def test_what_comes_in_may_begin_the_next_long_edit(qtbot: Any) -> None:
    """Two imports that end one after the other would mix what comes in between."""
    listener, heard = Listener(), []

    def begin() -> None:
        with held():
            listener.hear("later")
            qtbot.wait(20)
            heard.extend(listener.heard)

    with held():
        assert comes_later(begin)
        listener.hear("first")
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert heard == [] and listener.heard == ["first", "later"]


def test_the_result_of_a_job_waits_too(qtbot: Any) -> None:
    """What a job found would be written into the middle of an import."""
    job, done = Job(lambda _progress, _cancelled: 5), []
    job.done.connect(done.append)
    with held():
        job.start()
        qtbot.wait(100)
        assert done == [] and job.is_running
    qtbot.waitUntil(lambda: done == [5])
    assert not job.is_running


def test_an_errand_gives_back_or_raises_what_its_work_does(qtbot: Any) -> None:
    """An edit that failed on the other thread would look as if it was made."""
    main = threading.current_thread()
    errand = Errand(lambda told, _cancelled: (told(7), threading.current_thread() is not main))
    errand.start()
    assert errand.wait()
    assert errand.result == (None, True) and errand.done == 7

    def fail(_told: object, _cancelled: object) -> None:
        raise ValueError("no")

    failing = Errand(fail)
    failing.start()
    failing.run_events()
    with pytest.raises(ValueError, match="no"):
        _ = failing.result


def test_events_are_handled_until_an_errand_is_cancelled(qtbot: Any) -> None:
    """The window would stand still for as long as the edit takes."""
    go_on = threading.Event()

    def work(_told: object, cancelled: Any) -> str:
        while not cancelled():
            go_on.wait(0.01)
        return "stopped"

    errand, turns = Errand(work), []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: turns.append(1) if len(turns) < 20 else errand.cancel())
    timer.start()
    errand.start()
    assert not errand.wait(5)
    errand.run_events()
    assert errand.result == "stopped" and len(turns) == 20
