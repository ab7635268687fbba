"""The window in another language: which is taken, and that it is there before the first widget."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sam_annotator.app import create_window
from sam_annotator.core.settings import Settings, load_settings, save_settings
from sam_annotator.core.words import sentences, series, tr
from sam_annotator.ui import language as language_module
from sam_annotator.ui.actions import key_table
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.language import install_language, language_of


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    install_language(qapp, "en")


@pytest.mark.parametrize(
    ("setting", "system", "wanted"),
    [
        ("de", ["zh-Hans-CN"], "de"),
        ("en", ["de-DE"], "en"),
        ("system", ["de-AT", "en"], "de"),
        ("system", ["zh-Hans-CN", "zh-CN"], "zh_CN"),
        ("system", ["zh_SG"], "zh_CN"),
        ("system", ["zh-Hant-TW", "zh-TW", "zh-Hant", "zh", "en"], "en"),
        ("system", ["zh-Hant-HK", "zh", "zh-Hans-CN"], "zh_CN"),
        ("system", ["fr-FR", "de-DE"], "de"),
        ("system", ["en-GB", "de-DE"], "en"),
        ("system", ["fr"], "en"),
        ("system", [], "en"),
    ],
)
def test_the_first_of_the_users_languages_is_taken(setting: str, system: list[str], wanted: str) -> None:
    """Someone would have to look for a setting in a language they don't read."""
    assert language_of(setting, system) == wanted


def test_words_of_the_program_and_of_qt(app: QApplication) -> None:
    """A file dialog's buttons would be in another language than the window."""
    install_language(app, "de")
    assert tr("Category") == "Kategorie"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().monthName(5) == "Mai"
    install_language(app, "zh_CN")
    assert tr("Category") == "类别"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    install_language(app, "en")
    assert tr("Category") == "Category"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_missing_file_is_english(app: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An incomplete installation would not start."""
    monkeypatch.setattr(language_module, "resource_path", lambda name: tmp_path / name)
    install_language(app, "de")
    assert tr("Category") == "Category"


def test_the_window_is_in_the_language_of_the_settings(app: QApplication, qtbot: QtBot) -> None:
    """The setting would do nothing."""
    save_settings(dataclasses.replace(load_settings(), language="de"))
    window = create_window(None, "fake")
    qtbot.addWidget(window)
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles[:2] == ["Datei", "Bearbeiten"]
    assert window.category_dock.windowTitle() == "Kategorien"
    window.close()


def test_another_language_says_when_it_counts(app: QApplication, qtbot: QtBot) -> None:
    """Someone who chose it would wait for it, or think that it failed."""
    window = create_window(None, "fake")
    qtbot.addWidget(window)
    parts = next(child for child in window.children() if hasattr(child, "settings"))
    parts.settings.apply(dataclasses.replace(Settings(), language="zh_CN"))  # type: ignore[attr-defined]
    assert "next start" in window.notice_bar.text
    assert load_settings().language == "zh_CN"
    window.close()


@pytest.mark.parametrize(
    ("language", "enter"), [("en", "Enter"), ("de", "Eingabe"), ("zh_CN", "回车"), ("en", "Enter")]
)
def test_the_enter_key_has_one_name(app: QApplication, language: str, enter: str) -> None:
    """A hint would say "press Enter", and the menu and the list of keys speak of a key "Return"."""
    install_language(app, language)
    assert enter in tr("Click an object in the image, then press Enter.")
    shown = {text: keys for _section, text, keys in key_table(KeyMap())}
    accept = shown[tr("Accept mask")]
    assert accept.startswith(enter) and "Return" not in accept
    assert enter in shown[tr("Close the polygon")]
    pressed = {sequence[0].key() for sequence in KeyMap().sequences("prompt.accept")}  # type: ignore[index]
    assert {Qt.Key.Key_Return, Qt.Key.Key_Enter} <= pressed  # one name, and still both keys
    assert QCoreApplication.translate("QShortcut", "Home")  # what it does not name stays Qt's


def test_keys_stand_in_a_list_as_the_script_writes_it(app: QApplication) -> None:
    """The Chinese list of keys would have two kinds of commas, one of another script."""
    install_language(app, "zh_CN")
    keys = [keys for _section, _text, keys in key_table(KeyMap())]
    assert any("、" in row for row in keys) and not [row for row in keys if ", " in row or "，" in row]


def test_sentences_follow_each_other_as_the_script_writes_them(app: QApplication) -> None:
    """Chinese sentences would have a gap of a letter's width and a space between them."""
    assert sentences(("One.", "Two.")) == "One. Two."
    install_language(app, "zh_CN")
    assert sentences(("一。", "二。")) == "一。二。" and series(("一", "二")) == "一、二"
