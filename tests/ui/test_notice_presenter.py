"""The quiet bar: an error waits until it was read, and work that takes long shows how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sam_annotator.ui import notice_presenter
from sam_annotator.ui.docks import NoticeBar
from sam_annotator.ui.docks.progress_panel import ProgressPanel
from sam_annotator.ui.notice_presenter import NoticePresenter
from sam_annotator.ui.transfer_controller import TransferController
from sam_annotator.worker.job import Job


class Bars:
    """Both bars in a window, and what fills them."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.bar, self.panel = NoticeBar(self.window), ProgressPanel(self.window)
        column = QVBoxLayout(self.window)
        for widget in (self.bar, self.panel):
            column.addWidget(widget)
        self.transfer = TransferController(self.window)
        self.notices = NoticePresenter(self.bar, self.panel, self.transfer, self.window)

    def press(self, qtbot: QtBot, name: str) -> None:
        button = self.window.findChild(QPushButton, name) or self.window.findChild(QToolButton, name)
        assert button is not None and button.isVisible()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def bars(shown: Callable[..., object]) -> Bars:
    made = Bars()
    shown(made.window, 600, 200)
    return made


@pytest.fixture
def held() -> Iterator[tuple[threading.Event, Job]]:
    """A job that goes on until it is let go or cancelled."""
    go = threading.Event()

    def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
        progress(1, 4)
        while not go.wait(0.01) and not cancelled():
            pass
        return "done"

    job = Job(work)
    yield go, job
    go.set()
    job.stop()


def test_an_error_comes_back_after_what_was_shown_over_it(
    qtbot: QtBot, bars: Bars, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full must not be hidden for good by the word that something was saved."""
    monkeypatch.setitem(notice_presenter._NOTICE_MS, "info", 20)
    bars.notices.show("The disk is full; free some space.", "error")
    bars.notices.show("One image is there again.")
    assert bars.bar.text == "One image is there again."
    qtbot.waitUntil(lambda: bars.bar.text.startswith("The disk"))
    assert bars.bar.kind == "error"
    bars.press(qtbot, "noticeClose")
    assert bars.bar.text == ""


def test_several_errors_are_counted_and_each_can_be_read(qtbot: QtBot, bars: Bars) -> None:
    """Of two errors at once, the first would never be seen."""
    for text in ("First error.", "Second error.", "First error.", "Third error."):
        bars.notices.show(text, "error")
    assert bars.bar.text == "Third error."
    more = bars.window.findChild(QPushButton, "noticeMore")
    assert more is not None and more.isVisible() and more.text() == "2 more errors"
    seen = {bars.bar.text}
    for _ in range(2):
        bars.press(qtbot, "noticeMore")
        seen.add(bars.bar.text)
    assert seen == {"First error.", "Second error.", "Third error."}
    for left in (1, 0):
        bars.press(qtbot, "noticeClose")
        assert more.isVisible() == bool(left)
    bars.press(qtbot, "noticeClose")
    assert bars.bar.isHidden()


def test_the_next_step_reads_an_error(qtbot: QtBot, bars: Bars) -> None:
    """What was acted on must not come back again and again."""
    done: list[str] = []
    bars.notices.show("The checkpoint is missing.", "error", button="Engines…", action=lambda: done.append("asked"))
    bars.press(qtbot, "noticeAction")
    bars.notices.show("Saved.", "warning")
    bars.press(qtbot, "noticeClose")
    assert done == ["asked"] and bars.bar.isHidden()


def test_leaving_a_project_keeps_what_is_about_the_engine(qtbot: QtBot, bars: Bars) -> None:
    """The next project has the same missing engine, and none of the images of the one before."""
    bars.notices.show_engine_error("The engine can't be loaded.", lambda: None)
    bars.notices.show("photo.png can't be read.", "error")
    bars.notices.leave_project()
    assert bars.bar.text == "The engine can't be loaded."
    bars.notices.forget_engine_error()
    assert bars.bar.isHidden()


def test_work_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, bars: Bars, held: tuple[threading.Event, Job]
) -> None:
    """A window that does something for a minute and says nothing looks hung; so does one that can't be stopped."""
    _go, job = held
    bars.notices.show_progress(job, "Computing figures…", delay_ms=0)
    job.start()
    qtbot.waitUntil(lambda: bars.panel.texts == ["Computing figures… 25 %"])
    assert bars.panel.isVisible()
    bars.notices.show("An error meanwhile.", "error")
    assert bars.panel.texts and bars.bar.text == "An error meanwhile."
    with qtbot.waitSignal(job.finished):
        bars.press(qtbot, "progressCancel")
    assert job.is_cancelled and bars.panel.texts == [] and bars.panel.isHidden()


def test_what_ends_at_once_is_not_shown(qtbot: QtBot, bars: Bars, held: tuple[threading.Event, Job]) -> None:
    """A bar that flashes for each small thing is noise."""
    go, job = held
    bars.notices.show_progress(job, "Quick…", delay_ms=60_000)
    with qtbot.waitSignal(job.finished):
        job.start()
        go.set()
    assert bars.panel.texts == []


def test_more_work_than_there_is_room_for(qtbot: QtBot, bars: Bars) -> None:
    """Ten jobs must not push the picture out of the window, and each must come up in its turn."""
    for i in range(5):
        bars.panel.add(i, f"Work {i}")
    qtbot.waitUntil(lambda: bars.panel.height() > 0)
    rows = [bars.panel.row(i) for i in range(5)]
    assert [row is not None and row.isVisible() for row in rows] == [True, True, True, False, False]
    bars.panel.remove(0)
    assert rows[3] is not None and rows[3].isVisible()
