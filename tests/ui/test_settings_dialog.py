from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from sam_annotator.core.settings import Settings
from sam_annotator.ui.dialogs.settings import SettingsDialog

Show = Callable[..., SettingsDialog]


@pytest.fixture
def dialog(shown: Show) -> SettingsDialog:
    """Show the dialog with settings that are not the defaults."""
    made = SettingsDialog(Settings(engine_id="vit_b", recent_projects=("/a", "/b")))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return shown(made, 520, 640)


def test_every_setting_has_an_editor(dialog: SettingsDialog) -> None:
    """A new setting must be reachable without anybody remembering the dialog."""
    for spec in dataclasses.fields(Settings):
        editor = dialog.findChild(object, f"setting-{spec.name}")  # type: ignore[type-var]
        assert (editor is None) == bool(spec.metadata.get("hidden")), spec.name
    assert len(dialog.visible_settings()) == len([f for f in dataclasses.fields(Settings) if "label" in f.metadata])


def test_changes_count_at_once(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """Each kind of field must give its own type, and leave the others alone."""
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    check = dialog.findChild(QCheckBox, "setting-hover_preview")
    theme = dialog.findChild(QComboBox, "setting-theme")
    opacity = dialog.findChild(QDoubleSpinBox, "setting-mask_opacity")
    memory = dialog.findChild(QSpinBox, "setting-embedding_memory_mb")
    assert check and theme and opacity and memory
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    qtbot.keyClick(theme, Qt.Key.Key_End)
    opacity.setFocus()
    qtbot.keyClick(opacity, Qt.Key.Key_Up)
    memory.setFocus()
    memory.selectAll()
    qtbot.keyClicks(memory, "1024")
    qtbot.keyClick(memory, Qt.Key.Key_Tab)
    expected = Settings(
        engine_id="vit_b",
        recent_projects=("/a", "/b"),
        hover_preview=False,
        theme="dark",
        mask_opacity=0.5,
        embedding_memory_mb=1024,
    )
    assert told[-1] == expected and len(told) == 4
    assert dialog.settings == expected


def test_restoring_keeps_what_is_not_shown(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """Defaults must not forget the recent projects."""
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    button = dialog.findChild(QPushButton, "settingsRestore")
    assert button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [Settings(recent_projects=("/a", "/b"))]
    engine = dialog.findChild(QComboBox, "setting-engine_id")
    assert engine and engine.currentData() == "builtin"
    dialog.set_settings(Settings(theme="light"))
    assert len(told) == 1


def test_search_finds_by_label_and_help(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """Twelve settings are many already."""
    line = dialog.findChild(QLineEdit, "settingsSearch")
    assert line
    qtbot.keyClicks(line, "memory embed")
    assert dialog.visible_settings() == ["Memory for embeddings (MB)"]
    line.clear()
    qtbot.keyClicks(line, "zzz")
    assert dialog.visible_settings() == []


def test_wheel_over_a_field_changes_nothing(dialog: SettingsDialog) -> None:
    """Scrolling through the settings must not change the one under the pointer."""
    opacity = dialog.findChild(QDoubleSpinBox, "setting-mask_opacity")
    assert opacity
    before = opacity.value()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(opacity, event)
    assert opacity.value() == before
