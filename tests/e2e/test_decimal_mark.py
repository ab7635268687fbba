"""One decimal mark in the whole window, the language's; files keep the point."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mask_hands import block, exported, put
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDoubleSpinBox, QLabel, QLineEdit, QTableView

from sam_annotator.core.settings import load_settings, save_settings
from sam_annotator.core.words import local_number
from sam_annotator.ui.dialogs.settings import SettingsDialog
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.language import install_language

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
POINT = re.compile(r"(?<![\d.])\d+\.\d+(?![\d.])")  # no version, which has two


@pytest.fixture
def driver(open_window: Open, photos: Photos, qapp: QApplication) -> Iterator[Any]:
    """A German window with two objects, one with a score, selected."""
    save_settings(dataclasses.replace(load_settings(), language="de"))
    driver = open_window(photos[0])
    driver.window.resize(1400, 900)
    driver.parts.edits.add_category("Person")
    put(driver, block(20, 20, 60, 60))
    driver.click(*photos[1]["photo1.png"][4])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    driver.parts.edits.select([driver.parts.edits.annotations[-1].id])
    yield driver
    install_language(qapp, "en")


def numbers(driver: Any) -> list[str]:
    """Return what labels, fields and tables in sight say."""
    texts: list[str] = []
    for widget in driver.window.findChildren(QLabel) + driver.window.findChildren(QLineEdit):
        if widget.isVisible():
            texts.append(widget.text())
    for view in driver.window.findChildren(QTableView):
        model = view.model()
        if view.isVisible():
            cells = (
                model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())
            )
            texts += [str(cell.data() or "") for cell in cells]
    return [text for text in texts if re.search(r"\d", text)]


def test_a_german_window_shows_commas_only(driver: Any, tmp_path: Path) -> None:
    """0,90 in a field and 0.90 in the list beside it: a reader takes one of them for another number, or mistypes."""
    for action_id, name in (("view.inspect", "inspectDock"), ("view.table", "tableDock"), ("automatic.run", "")):
        driver.trigger(action_id)
        driver.qtbot.wait(50)
        if name:
            dock = driver.window.findChild(Dock, name)
            driver.qtbot.waitUntil(dock.isVisible)
            dock.raise_()
        driver.qtbot.wait(50)
        shown = numbers(driver)
        assert [text for text in shown if POINT.search(text)] == []
    assert any(re.search(r"\d,\d", text) for text in shown)
    for tool in ("brush", "outline"):
        driver.trigger(f"tool.{tool}")
        driver.qtbot.wait(20)
        assert [text for text in numbers(driver) if POINT.search(text)] == []
    document = json.loads(exported(driver, tmp_path))
    assert isinstance(document["annotations"][-1]["area"], int | float)
    score = driver.parts.edits.annotations[-1].score
    assert b"," + b"%.2f" % score not in exported(driver, tmp_path)


@pytest.mark.parametrize(("language", "shown"), [("en", "0.35"), ("de", "0,35"), ("zh_CN", "0.35")])
@pytest.mark.parametrize("typed", ["0.35", "0,35"])
def test_either_mark_can_be_typed(
    open_window: Open, photos: Photos, qapp: QApplication, language: str, shown: str, typed: str
) -> None:
    """The key of a number pad may give the other mark: 0.35 must not become 35, nor be refused without a word."""
    save_settings(dataclasses.replace(load_settings(), language=language))
    driver = open_window(photos[0])
    driver.trigger("file.settings")
    dialog = driver.window.findChild(SettingsDialog)
    assert dialog is not None
    driver.qtbot.waitUntil(dialog.isVisible)
    opacity = dialog.findChild(QDoubleSpinBox, "setting-mask_opacity")
    assert opacity is not None
    opacity.selectAll()
    QTest.keyClicks(opacity, typed)
    QTest.keyClick(opacity, Qt.Key.Key_Return)
    assert opacity.value() == 0.35 and opacity.text() == shown == local_number("0.35")
    memory = dialog.findChild(QAbstractSpinBox, "setting-embedding_disk_mb")
    assert memory is not None and memory.text() == "2\u2009048"  # as in lists and panels
    dialog.close()
    install_language(qapp, "en")
