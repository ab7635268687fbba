from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sam_annotator.core.geometry import Point
from sam_annotator.ui.docks import NoticeBar, StatusPanel
from sam_annotator.ui.docks.progress_panel import ProgressPanel
from sam_annotator.ui.docks.texts import WrappedText

Show = Callable[..., QWidget]


def test_notice_has_one_step_and_goes(qtbot: QtBot, shown: Show) -> None:
    """An error must offer its next step and leave when told, without a dialog in the way."""
    window = QWidget()
    bar = NoticeBar(window)
    QVBoxLayout(window).addWidget(bar)
    shown(window, 500, 200)
    assert not bar.isVisible() and bar.text == ""
    bar.show_notice("The image is gone; put it back.", "error", "Look again")
    button, close = bar.findChild(QPushButton, "noticeAction"), bar.findChild(QToolButton, "noticeClose")
    assert button is not None and close is not None
    assert bar.isVisible() and bar.kind == "error" and button.text() == "Look again"
    assert close.accessibleName()
    with qtbot.waitSignal(bar.action):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.show_notice("Saved.", timeout_ms=20)
    assert not button.isVisible()
    with qtbot.waitSignal(bar.dismissed):
        pass
    bar.show_notice("Again.", "no such kind")
    assert bar.kind == "info"
    with qtbot.assertNotEmitted(bar.dismissed):
        bar.clear()
    assert bar.text == ""


def test_newer_notice_stays_its_own_time(qtbot: QtBot, shown: Show) -> None:
    """A passing notice must not take an error with it when its time is up."""
    bar = NoticeBar()
    shown(bar, 400, 40)
    bar.show_notice("Saved.", timeout_ms=30)
    bar.show_notice("The disk is full; free some space.", "error")
    qtbot.wait(80)
    assert bar.isVisible()


def test_long_text_wraps_and_elides(qtbot: QtBot, shown: Show) -> None:
    """A path without spaces must not widen the window, nor run out of the bar."""
    path = "/home/user/" + "very-long-folder-name/" * 20 + "image.jpg"
    text = WrappedText(path, max_lines=2)
    shown(text, 300, 60)
    assert text.minimumSizeHint().width() < 60
    lines = text._lines(300)
    assert len(lines) == 2 and lines[-1].endswith("…")
    metrics = QFontMetrics(text.font())
    assert all(metrics.horizontalAdvance(line) <= 300 for line in lines)
    assert text.toolTip() == path
    assert text.heightForWidth(100_000) < text.heightForWidth(300)


def test_how_far_it_is_is_seen_beside_a_long_name(shown: Show) -> None:
    """The name of the file that is written would push the percentage out of a narrow window."""
    panel = ProgressPanel()
    shown(panel, 560, 60)
    row = panel.add("export", "Exporting to /home/somebody/" + "long-folder/" * 9 + "annotations.json…")
    row.set_progress(37, 100)
    said = row.findChild(WrappedText)
    assert said is not None
    (line,) = said._lines(300)
    assert line.startswith("Exporting to") and line.endswith("37 %")
    assert QFontMetrics(said.font()).horizontalAdvance(line) <= 300


def test_a_draft_is_marked_and_upgrades_are_told(qtbot: QtBot, shown: Show) -> None:
    """A rough mask would pass for the chosen engine's, and masks change without a word."""
    panel = StatusPanel()
    shown(panel, 1000, 28)
    panel.set_prediction_ms(34.2, is_draft=True)
    assert panel.text("time") == "draft 34 ms"
    panel.set_prediction_ms(34.2)
    assert panel.text("time") == "34 ms" and not panel.upgraded.isVisible()
    places, height = [label.x() for label in panel.findChildren(QLabel)], panel.minimumSizeHint().height()
    panel.set_upgraded("2 masks upgraded by SAM ViT-B")
    assert panel.upgraded.isVisible() and panel.upgraded.accessibleName() == "2 masks upgraded by SAM ViT-B"
    qtbot.waitUntil(lambda: panel.upgraded.text() == "2 masks upgraded by SAM ViT-B")
    with qtbot.waitSignal(panel.upgraded_clicked):
        qtbot.mouseClick(panel.upgraded, Qt.MouseButton.LeftButton)
    assert [label.x() for label in panel.findChildren(QLabel)] == places
    assert max(panel.minimumHeight(), panel.minimumSizeHint().height()) == max(panel.minimumHeight(), height)
    panel.setFixedWidth(panel.minimumSizeHint().width())
    qtbot.waitUntil(lambda: panel.upgraded.text() != "2 masks upgraded by SAM ViT-B")
    panel.set_upgraded("")
    assert not panel.upgraded.isVisible()


def test_status_fields_do_not_move(qtbot: QtBot, shown: Show) -> None:
    """Fields that jump while the pointer moves can't be read."""
    panel = StatusPanel()
    shown(panel, 1000, 28)

    def places() -> list[tuple[int, int]]:
        return [(label.x(), label.width()) for label in panel.findChildren(QLabel)]

    panel.set_position(Point(1.5, 2.5), (1, 2, 3))
    panel.set_zoom(0.05)
    panel.set_prediction_ms(3.4)
    before = places()
    panel.set_position(Point(12345.9, 54321.2), (255, 255, 255))
    panel.set_zoom(16.0)
    panel.set_engine("A fine-tuned network with a very long title", "cuda")
    panel.set_prediction_ms(12345.6)
    panel.set_saved(datetime(2026, 1, 2, 3, 4, 5))
    assert places() == before
    shown_texts = [panel.text(key) for key in ("position", "pixel", "zoom", "time", "saved")]
    assert shown_texts == ["x 12345  y 54321", "RGB 255 255 255", "1600 %", "12346 ms", "saved 03:04:05"]
    for label in panel.findChildren(QLabel):
        assert QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.width(), label.text()
    panel.set_position(None)
    panel.set_saved("read-only")
    panel.set_zoom(None)
    assert (panel.text("position"), panel.text("zoom"), panel.text("saved")) == ("", "", "read-only")
    panel.set_saved_now()
    assert panel.text("saved").startswith("saved ")
