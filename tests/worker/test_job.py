"""Jobs: a function off the GUI thread that always tells its end."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from gates import Gate
from patience import PATIENCE_MS, PROGRAM_S
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from sam_annotator.core.errors import DownloadError
from sam_annotator.worker import job as job_module
from sam_annotator.worker.job import Job, stop_all_jobs


def watch(job: Job) -> list[tuple[Any, ...]]:
    told: list[tuple[Any, ...]] = []
    for name in ("progress", "done", "failed", "finished"):
        getattr(job, name).connect(lambda *values, name=name: told.append((name, *values)))
    return told


def test_the_result_and_progress_arrive(qtbot: QtBot) -> None:
    """A progress bar would stand still, or overflow for files over 2 GB."""
    threads: list[Any] = []

    def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> dict[str, int]:
        threads.append(QThread.currentThread())
        progress(1, 2_564_550_879)
        progress(2_564_550_879, 2_564_550_879)
        return {"answer": 42}

    job = Job(work)
    told = watch(job)
    assert not job.is_running
    with qtbot.waitSignal(job.finished):
        job.start()
        assert job.is_running
    assert told == [
        ("progress", 1, 2_564_550_879),
        ("progress", 2_564_550_879, 2_564_550_879),
        ("done", {"answer": 42}),
        ("finished",),
    ]
    assert not job.is_running
    assert not job.is_cancelled
    assert threads[0] != QThread.currentThread()


def test_errors_are_sentences(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    """A dialog would stay open for ever, or show a traceback."""

    def known(*_: Any) -> None:
        raise DownloadError("There is no network; connect and try again.")

    def bug(*_: Any) -> None:
        raise KeyError("two\nlines")

    messages = []
    for work in (known, bug):
        job = Job(work)
        told = watch(job)
        with qtbot.waitSignal(job.finished):
            job.start()
        assert [entry[0] for entry in told] == ["failed", "finished"]
        messages.append(told[0][1])
    assert messages[0] == "There is no network; connect and try again."
    assert "KeyError" in messages[1]
    assert "\n" not in messages[1]


def test_a_cancelled_job_only_finishes(qtbot: QtBot) -> None:
    """A file would appear in a project after its import was cancelled."""

    def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
        while not cancelled():
            time.sleep(0.005)
        progress(9, 9)
        return "late"

    job = Job(work)
    told = watch(job)
    job.start()
    job.cancel()
    qtbot.waitUntil(lambda: told == [("finished",)])
    assert job.is_cancelled


def test_a_job_whose_owner_let_go_goes_on(qtbot: QtBot) -> None:
    """The program would abort when a thread's object is deleted under it."""
    gate, ended = Gate(), []
    gate.shut()

    def work(*_: Any) -> None:
        gate.pass_through()
        ended.append(True)

    Job(work).start()
    parent = QObject()
    Job(work, parent).start()
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    del parent
    gate.open()
    qtbot.waitUntil(lambda: len(ended) == 2)
    qtbot.wait(50)
    stop_all_jobs()
    assert not job_module._running


def test_stopping_all_is_bounded(qtbot: QtBot) -> None:
    """Closing the window would wait for a download."""
    gate = Gate()
    gate.shut()
    polite = Job(lambda progress, cancelled: [time.sleep(0.01) for _ in iter(lambda: cancelled(), True)]).start()
    deaf = Job(lambda progress, cancelled: gate.pass_through()).start()
    gate.await_call(qtbot)
    stop_all_jobs(200)
    assert gate.is_holding
    assert not polite.is_running
    assert not deaf.is_running
    gate.open()
    assert deaf.stop(PATIENCE_MS)


EXITS = """
import sys, threading, time
from PySide6.QtCore import QCoreApplication
from sam_annotator.worker.background_thread import BackgroundThread
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.image_loader import ImageLoader
from sam_annotator.worker.job import Job
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.core.requests import EncodeRequest
import numpy as np

begun, leaving = threading.Event(), threading.Event()

def busy():
    leaving.wait()
    end = time.monotonic() + 0.7  # on into the end of the program
    while time.monotonic() < end:
        sum(range(1000))

class Deaf(FakeEngine):
    def encode(self, image, between_steps=None):
        print("encoding", flush=True)
        begun.set()
        busy()
        return super().encode(image)

app = QCoreApplication([])
worker = EngineWorker(cache=EmbeddingCache(), load=lambda *_: Deaf())
loader = ImageLoader()
job = Job(lambda progress, cancelled: busy()).start()
worker.load("fake")
worker.encode(EncodeRequest(1, np.zeros((4, 4, 3), np.uint8), "k"))
while not begun.is_set():
    app.processEvents()
if "stop" in sys.argv:
    assert not worker.stop(10)
    loader.stop(10)
    job.stop(10)
if "del" in sys.argv:
    del worker, loader, job
leaving.set()
if "error" in sys.argv:
    raise SystemExit(3)
"""


@pytest.mark.parametrize(("how", "status"), [("stop", 0), ("del", 0), ("leave", 0), ("error", 3)])
def test_the_program_ends_cleanly_with_work_under_way(how: str, status: int) -> None:
    """Closing the window while an image is encoded would end in "QThread: Destroyed while thread is still running"."""
    result = subprocess.run([sys.executable, "-c", EXITS, how], capture_output=True, text=True, timeout=PROGRAM_S)
    assert result.returncode == status, result.stderr
    assert result.stdout == "encoding\n"
    assert result.stderr == ""
