"""Every word of the window and its dialogs is whole, in each language; and the bar shows what the tool needs only."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mask_hands import block, put
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from sam_annotator.core.settings import load_settings, save_settings
from sam_annotator.ui.docks.texts import ElidedLabel
from sam_annotator.ui.language import install_language

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
LANGUAGES = ("en", "de", "zh_CN")
DIALOGS = (
    "file.new", "file.import", "file.export", "file.settings", "app.engines", "app.shortcuts", "app.edit_shortcuts",
    "app.about", "project.attributes", "category.change_all", "category.supercategory", "image.go_to",
    "image.edit_note",
)  # fmt: skip


@pytest.fixture
def open_in(open_window: Open, photos: Photos, qapp: QApplication) -> Iterator[Callable[[str], Any]]:
    """Open the window in a language, on an image with objects and categories, one of them selected."""

    def open_it(language: str) -> Any:
        save_settings(dataclasses.replace(load_settings(), language=language))
        driver = open_window(photos[0])
        driver.window.resize(1400, 900)
        for name in ("person", "car"):
            driver.parts.edits.add_category(name)
        first, _second = put(driver, block(20, 20, 60, 60), block(70, 20, 90, 60))
        driver.parts.edits.select([first])
        return driver

    yield open_it
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, (QDialog, QMenu)) and widget.isVisible():
            widget.close()
    install_language(qapp, "en")


def plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def is_cut(widget: QWidget) -> bool:
    """Whether the text of a label, a button or a choice has less room than it takes."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel):
        room = widget.contentsRect()
        if isinstance(widget, ElidedLabel) or not widget.text() or "<" in widget.text():
            return False
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width()) - 1
        lines = plain(widget.text()).split("\n")
        return max(metrics.horizontalAdvance(line) for line in lines) > room.width() + 1
    if isinstance(widget, (QCheckBox, QRadioButton, QPushButton)):
        return bool(widget.text()) and (
            widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()
        )
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly:
        return bool(widget.text()) and metrics.horizontalAdvance(plain(widget.text())) > widget.width()
    if isinstance(widget, QComboBox):
        return metrics.horizontalAdvance(widget.currentText()) > widget.width() - 32
    return False


def cut(top: QWidget) -> list[str]:
    """Return the words that are cut in a window."""
    found = []
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QMenu) and is_cut(widget):
            words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()  # type: ignore[attr-defined]
            found.append(f"{type(widget).__name__} {widget.objectName()}: {words}")
    return found


def over_each_other(top: QWidget) -> list[str]:
    """Return the labels and buttons of one parent that lie on one another."""
    found = []
    kinds = (QLabel, QAbstractButton, QComboBox)
    for parent in (top, *top.findChildren(QWidget)):
        shown = [
            w for w in parent.children() if isinstance(w, kinds) and w.isVisible() and w.width() > 1 and w.height() > 1
        ]
        for i, first in enumerate(shown):
            for second in shown[i + 1 :]:
                if first.geometry().adjusted(1, 1, -1, -1).intersects(second.geometry().adjusted(1, 1, -1, -1)):
                    found.append(f"{first.objectName() or type(first).__name__} and {second.objectName()}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_window_is_cut(open_in: Callable[[str], Any], language: str) -> None:
    """A German word is half as long again as the English one that the window was drawn with."""
    driver = open_in(language)
    for dock in driver.window.docks:
        if dock.isVisible():
            driver.qtbot.waitUntil(lambda dock=dock: dock.height() > 60)
    for tool in ("prompt", "select", "brush", "eraser", "polygon", "lasso", "fill", "outline"):
        driver.trigger(f"tool.{tool}")
        driver.qtbot.wait(10)
        assert cut(driver.window.option_bar) == [] == over_each_other(driver.window.option_bar), tool
    driver.trigger("mask.clean_up")
    driver.qtbot.wait(10)
    assert cut(driver.window) == [] == over_each_other(driver.window)
    driver.trigger("clean_up.cancel")
    driver.trigger("review.toggle")
    driver.qtbot.wait(10)
    assert cut(driver.window) == [] == over_each_other(driver.window)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action_id", DIALOGS)
def test_no_word_of_a_dialog_is_cut(open_in: Callable[[str], Any], action_id: str, language: str) -> None:
    """A button of which half a word is seen is not pressed."""
    driver = open_in(language)
    before = set(QApplication.topLevelWidgets())
    driver.trigger(action_id)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if w not in before and isinstance(w, QDialog)]
    driver.qtbot.waitUntil(dialog.isVisible)
    driver.qtbot.wait(20)
    assert cut(dialog) == [] == over_each_other(dialog)
    formats = dialog.findChild(QComboBox, "exportFormat")
    for row in range(formats.count() if formats is not None else 0):
        formats.setCurrentIndex(row)
        driver.qtbot.wait(10)
        assert cut(dialog) == [] == over_each_other(dialog), formats.currentText()


def test_buttons_of_a_draft_stand_where_there_can_be_one(open_in: Callable[[str], Any], photos: Photos) -> None:
    """Three grey buttons take the room that the hint of the brush needs; a draft must keep them with any tool."""
    driver = open_in("en")
    driver.parts.edits.select(())
    bar = driver.window.option_bar

    def shown() -> bool:
        (accept,) = [b for b in bar.findChildren(QToolButton) if b.defaultAction() is driver.action("prompt.accept")]
        return bool(accept.isVisible())

    driver.trigger("tool.prompt")
    assert shown()
    driver.trigger("tool.lasso")
    assert not shown()
    driver.trigger("tool.prompt")
    driver.click(*photos[1]["photo1.png"][4])
    driver.settle()
    driver.trigger("tool.brush")
    assert shown()
