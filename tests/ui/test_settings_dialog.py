from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sam_annotator.core.settings import SECTIONS, Settings, setting
from sam_annotator.ui.dialogs.setting_row import SettingRow, marked
from sam_annotator.ui.dialogs.settings import SettingsDialog
from sam_annotator.ui.theme import apply_theme, current_theme

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


@dataclass(frozen=True, slots=True)
class MoreSettings(Settings):
    """Settings as they are once somebody has added one of each kind."""

    sound: bool = setting(False, "General", "Sound", "Click when a mask is accepted.")
    handle_size: int = setting(9, "Drawing", "Size of handles", "Of corners, in pixels.", minimum=5, maximum=30)
    halo: float = setting(0.5, "Drawing", "Halo", "Around outlines.", maximum=2.0, step=0.25)
    units: str = setting("px", "Reports", "Units", "Of sizes.", {"px": "Pixels", "mm": "Millimetres"})
    author: str = setting("", "Reports", "Author", "Written into files.")
    seen_tips: tuple[str, ...] = dataclasses.field(default=(), metadata={"hidden": True})


def test_a_new_setting_needs_no_code_of_the_dialog(qtbot: QtBot, shown: Show) -> None:
    """A field with its metadata gets an editor of its kind, its limits, its section, a search and a way back."""
    dialog = shown(SettingsDialog(MoreSettings()), 520, 640)
    kinds = {
        "sound": QCheckBox, "handle_size": QSpinBox, "halo": QDoubleSpinBox, "units": QComboBox, "author": QLineEdit,
    }  # fmt: skip
    editors = {name: dialog.findChild(kind, f"setting-{name}") for name, kind in kinds.items()}
    assert all(editors.values())
    assert dialog.findChild(QWidget, "setting-seen_tips") is None
    size, units, author = editors["handle_size"], editors["units"], editors["author"]
    assert isinstance(size, QSpinBox) and (size.minimum(), size.maximum()) == (5, 30)
    assert isinstance(units, QComboBox) and [units.itemText(i) for i in range(2)] == ["Pixels", "Millimetres"]
    assert isinstance(author, QLineEdit)
    told: list[MoreSettings] = []
    dialog.changed.connect(told.append)
    size.setValue(12)
    units.setCurrentIndex(1)
    author.setFocus()
    qtbot.keyClicks(author, "Ada")
    qtbot.keyClick(author, Qt.Key.Key_Tab)
    assert told[-1] == MoreSettings(handle_size=12, units="mm", author="Ada")
    labels = dialog.visible_settings()
    assert labels.index("Sound") < labels.index("Mask opacity") < labels.index("Halo") < labels.index("Units")


def test_settings_stand_in_the_order_of_their_sections(dialog: SettingsDialog) -> None:
    """What belongs together stands together."""
    by_name = {spec.name: spec for spec in dataclasses.fields(Settings)}
    names = [row.name for row in dialog.findChildren(SettingRow)]
    places = [SECTIONS.index(by_name[name].metadata["section"]) for name in names]
    assert set(places) == set(range(len(SECTIONS)))
    labels = dialog.visible_settings()
    assert labels[0] == "Theme" and labels[-1] == "Polygons in COCO files"


def test_one_setting_takes_its_default_again(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """Restoring all for the sake of one would lose the rest."""
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    button = dialog.findChild(QToolButton, "reset-engine_id")
    other = dialog.findChild(QToolButton, "reset-theme")
    opacity = dialog.findChild(QDoubleSpinBox, "setting-mask_opacity")
    assert button and other and opacity
    assert button.isVisible() and not other.isVisible()
    assert button.accessibleName() == "Take the default of Engine"
    opacity.setValue(0.9)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert told[-1] == Settings(recent_projects=("/a", "/b"), mask_opacity=0.9)
    assert not button.isVisible() and dialog.focusWidget() is dialog.findChild(QComboBox, "setting-engine_id")


def test_restore_is_offered_where_there_is_something_to_restore(dialog: SettingsDialog) -> None:
    """A button that does nothing makes people wonder."""
    restore = dialog.findChild(QPushButton, "settingsRestore")
    assert restore and restore.isEnabled()
    restore.click()
    assert not restore.isEnabled()
    dialog.set_settings(Settings(prefetch=False))
    assert restore.isEnabled()


def test_the_keyboard_is_enough(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """Type, go down, change, come back, leave: nothing needs the mouse."""
    line = dialog.findChild(QLineEdit, "settingsSearch")
    assert line and dialog.focusWidget() is line
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    qtbot.keyClicks(line, "hover")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    check = dialog.findChild(QCheckBox, "setting-hover_preview")
    assert check and dialog.focusWidget() is check and dialog.isVisible()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert told[-1].hover_preview is False
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "" and dialog.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_editor_is_reached_by_tab(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """A setting that Tab passes over does not exist for some."""
    reached = set()
    for _ in range(60):
        focused = dialog.focusWidget()
        reached.add(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    expected = {f"setting-{f.name}" for f in dataclasses.fields(Settings) if not f.metadata.get("hidden")}
    assert expected | {"settingsSearch", "reset-engine_id", "settingsRestore", "closeButton"} <= reached


def test_nothing_found_says_so_and_leads_back(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """An empty page looks like a fault."""
    line = dialog.findChild(QLineEdit, "settingsSearch")
    assert line
    qtbot.keyClicks(line, "zzz")
    step = dialog.findChild(QPushButton, "emptyStep")
    assert step and step.isVisible() and dialog.visible_settings() == []
    step.click()
    assert line.text() == "" and len(dialog.visible_settings()) > 10


def test_what_matches_is_marked(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """It must show why a row is there, in both themes, and whatever is typed."""
    line = dialog.findChild(QLineEdit, "settingsSearch")
    assert line
    qtbot.keyClicks(line, "opac")
    (row,) = (row for row in dialog.findChildren(SettingRow) if not row.isHidden())
    assert row.label.text().count("<span") == 1 and current_theme().selection in row.label.text()
    apply_theme(QApplication.instance(), "light")  # type: ignore[arg-type]
    assert current_theme().selection in row.label.text()
    assert marked("a < b & c", ["<"]).count("&lt;") == 1 and "<b" not in marked("a <b", ["a"])
    assert marked("a.b", ["."]).count("<span") == 1


def test_a_click_on_the_words_is_one_on_the_box(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """The box alone is a small target."""
    check = dialog.findChild(QCheckBox, "setting-prefetch")
    row = next(row for row in dialog.findChildren(SettingRow) if row.name == "prefetch")
    assert check and check.isChecked()
    qtbot.mouseClick(row.label, Qt.MouseButton.LeftButton)
    assert not check.isChecked()
