from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from sam_annotator.engine.checkpoints import official_path, set_checkpoint_file
from sam_annotator.engine.registry import ENGINES, engine_row
from sam_annotator.ui.dialogs.engines import EnginesDialog


@pytest.fixture
def dialog(shown: Callable[..., EnginesDialog]) -> EnginesDialog:
    """Show the dialog on a computer without checkpoints."""
    return shown(EnginesDialog(), 560, 700)


def _button(dialog: EnginesDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None, name
    return found


def _facts(dialog: EnginesDialog, engine_id: str) -> str:
    label = dialog.findChild(QLabel, f"facts-{engine_id}")
    assert label is not None
    return label.text()


def test_every_engine_has_a_card_with_what_matters(dialog: EnginesDialog) -> None:
    """Size, presence and licence decide what a user may and can take."""
    for row in ENGINES:
        assert row.licence in _facts(dialog, row.id)
        assert _button(dialog, f"use-{row.id}").isVisible() == (not row.needs_checkpoint)
        assert _button(dialog, f"download-{row.id}").isVisible() == bool(row.url)
    assert _facts(dialog, "vit_b") == "375\u2009MB, not on this computer, Apache-2.0"


def test_running_engine_is_marked(qtbot: QtBot, dialog: EnginesDialog) -> None:
    """Which engine answers must be plain, and another must be one click away."""
    dialog.set_current("builtin", "cpu")
    assert not _button(dialog, "use-builtin").isVisible()
    assert dialog.card("builtin").property("current") and not dialog.card("fake").property("current")
    with qtbot.waitSignal(dialog.use_requested) as blocker:
        qtbot.mouseClick(_button(dialog, "use-fake"), Qt.MouseButton.LeftButton)
    assert blocker.args == ["fake"]


def test_download_shows_progress_and_can_be_cancelled(qtbot: QtBot, dialog: EnginesDialog) -> None:
    """2.6 GB without progress looks like a hang; without cancel it is one. Nothing starts by itself."""
    asked: list[tuple[str, str]] = []
    dialog.download_requested.connect(lambda engine_id: asked.append(("download", engine_id)))
    dialog.cancel_requested.connect(lambda engine_id: asked.append(("cancel", engine_id)))
    dialog.refresh()
    assert asked == []
    qtbot.mouseClick(_button(dialog, "download-vit_h"), Qt.MouseButton.LeftButton)
    card = dialog.card("vit_h")
    assert card.progress_bar.isVisible() and not _button(dialog, "download-vit_h").isVisible()
    dialog.set_progress("vit_h", 1_282_275_439, 2_564_550_879)
    assert card.progress_bar.value() == 499
    assert card._progress_text.text() == "1.3\u2009GB of 2.6\u2009GB"
    qtbot.mouseClick(_button(dialog, "cancel-vit_h"), Qt.MouseButton.LeftButton)
    assert asked == [("download", "vit_h"), ("cancel", "vit_h")]
    dialog.refresh()
    assert not card.progress_bar.isVisible() and _button(dialog, "download-vit_h").isVisible()
    dialog.set_progress("vit_h", 5, 0)
    assert card.progress_bar.maximum() == 0


def test_failure_is_one_sentence_and_can_be_tried_again(dialog: EnginesDialog) -> None:
    """Without a network the user reads why, and the rest goes on."""
    dialog.set_progress("vit_b", 10, 100)
    dialog.set_failed("vit_b", "There is no network; try again later.")
    dialog.refresh()
    message = dialog.findChild(QLabel, "message-vit_b")
    assert message is not None and message.isVisible() and "no network" in message.text()
    assert _button(dialog, "download-vit_b").isVisible()
    part = official_path(engine_row("vit_b"))
    assert part is not None
    part.parent.mkdir(parents=True, exist_ok=True)
    part.with_name(part.name + ".part").write_bytes(b"x")
    dialog.refresh()
    assert _button(dialog, "download-vit_b").text() == "Resume download"
    dialog.set_progress("vit_b", 20, 100)
    assert not message.isVisible()


def test_files_that_are_there_are_seen(dialog: EnginesDialog, tmp_path: Path) -> None:
    """A checkpoint that is on the computer must be usable at once, the user's own by its name."""
    official = official_path(engine_row("vit_b"))
    assert official is not None
    official.parent.mkdir(parents=True, exist_ok=True)
    official.write_bytes(b"weights")
    own = tmp_path / "fine-tuned.pth"
    own.write_bytes(b"weights")
    set_checkpoint_file(engine_row("vit_l"), own)
    dialog.refresh()
    assert "on this computer" in _facts(dialog, "vit_b").lower()
    assert "fine-tuned.pth" in _facts(dialog, "vit_l")
    for engine_id in ("vit_b", "vit_l"):
        assert _button(dialog, f"use-{engine_id}").isVisible()
        assert not _button(dialog, f"download-{engine_id}").isVisible()


def test_file_and_device_are_wishes(qtbot: QtBot, dialog: EnginesDialog) -> None:
    """Another device or a fine-tuned file is chosen here."""
    files: list[tuple[str, str]] = []
    devices: list[str] = []
    dialog.file_chosen.connect(lambda *wish: files.append(wish))
    dialog.device_changed.connect(devices.append)
    dialog.card("vit_l").file_chosen.emit("/x/own.pth")
    dialog.set_device("cpu")
    box = dialog.findChild(QComboBox, "engineDevice")
    assert box is not None and box.currentData() == "cpu"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert files == [("vit_l", "/x/own.pth")]
    assert devices == ["cuda"]


def test_cards_end_where_the_buttons_do_unless_they_scroll(qtbot: QtBot, dialog: EnginesDialog) -> None:
    """Cards a little narrower than all else look like a fault; under a scroll bar their ends would be hidden."""
    area = dialog.findChild(QScrollArea)
    assert area is not None
    for height in (1000, 400, 1000):
        dialog.resize(560, height)
        scrolls = height < 600
        qtbot.waitUntil(lambda scrolls=scrolls: area.verticalScrollBar().isVisible() == scrolls)
        card = dialog.card("vit_b")
        end = card.mapTo(area, QPoint(card.width(), 0)).x()
        if scrolls:
            assert end <= area.verticalScrollBar().mapTo(area, QPoint(0, 0)).x() - 4
        else:
            qtbot.waitUntil(lambda card=card: card.mapTo(area, QPoint(card.width(), 0)).x() == area.width())
