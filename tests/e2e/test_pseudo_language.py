"""The whole window in a made-up language: every text comes back in brackets, and what stands outside of any fails.

tests/test_untranslated.py reads the code; this finds what is put together from pieces, or never goes through `tr`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QColorDialog,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QFontDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QWidget,
)

from sam_annotator.core import words
from sam_annotator.ui import frame as frame_module
from sam_annotator.ui.action_table import ACTIONS

# Data of the project under test, names that are the same in all languages, units, and how keys are written.
CATEGORIES = ("zebra", "quagga")
DATA = {
    "zebra", "quagga", "photos", "png", "json", "pth", "COCO", "SAM", "Annotator", "ViT", "Fake", "fake", "builtin",
    "Apache", "CPU", "cpu", "CUDA", "MPS", "auto", "float32", "English", "Deutsch", "Python", "Qt", "PyTorch", "Linux",
    "segment", "anything", "RGB", "px", "px²", "ms", "kB", "MB", "GB", "IoU", "no",
    "Ctrl", "Shift", "Alt", "Meta", "Return", "Enter", "Esc", "Tab", "Space", "Del", "Ins", "Backspace", "PgUp",
    "PgDown", "Home", "End", "Up", "Down", "Left", "Right", "F1", "F2", "F5", "F11", "Menu",
}  # fmt: skip
# What leaves the window under test, or takes long and has no text of its own.
NOT_TRIGGERED = {"file.quit", "file.demo", "file.open", "file.open_image", "file.find_images", "view.theme"}
QT_DIALOGS = (QFileDialog, QColorDialog, QFontDialog)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every window speak the made-up language."""
    monkeypatch.setattr(
        frame_module, "install_language", lambda _app, _language: words.install(lambda text: f"⟦{text}⟧")
    )
    yield
    words.install(None)


def left_over(text: str) -> list[str]:
    """Return the words of a text that are neither in brackets nor data."""
    depth, outside = 0, []
    for ch in text:
        depth += (ch == "⟦") - (ch == "⟧")
        outside.append(ch if depth == 0 and ch != "⟧" else " ")
    plain = re.sub(r"<[^>]*>|\S*/\S*|\S*\.(?:png|json|pth)\b|[0-9a-f]{8,}|\d\S*", " ", "".join(outside))
    return [word for word in re.findall(r"[^\W\d_]{2,}", plain) if word not in DATA]


def texts_of_model(model: QAbstractItemModel) -> Iterator[str]:
    root = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(min(200, model.rowCount(root))):
        for column in range(columns):
            for role in ROLES:
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield value
    for section in range(columns):
        value = model.headerData(section, Qt.Orientation.Horizontal)
        if isinstance(value, str) and not value.isdecimal():
            yield value


def texts_of_widget(widget: QWidget) -> Iterator[str]:
    """Yield all that a widget shows, tells on hovering, and says to a screen reader."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow() or isinstance(widget, QDockWidget):
        yield widget.windowTitle()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, (QMenu, QGroupBox)):
        yield widget.title()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(i) for i in range(widget.count()))
    if isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
    if isinstance(widget, QSpinBox):
        yield from (widget.prefix(), widget.suffix())
    if isinstance(widget, QProgressBar) and widget.isTextVisible():
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from texts_of_model(widget.model())
    text = getattr(widget, "text", None)  # of the panels' own widgets, which draw it themselves
    if isinstance(text, str):
        yield text
    for action in widget.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())


def is_of_qt(widget: QWidget) -> bool:
    """Whether Qt translates it itself."""
    above: Any = widget
    while above is not None:
        if isinstance(above, QT_DIALOGS):
            return True
        above = above.parentWidget()
    return widget.objectName().startswith(("qt_", "ScrollLeftButton", "ScrollRightButton"))


def faults(window: QWidget) -> set[str]:
    """Return what a window and its dialogs show, or would show on hovering, without having been translated."""
    found = set()
    for widget in (window, *window.findChildren(QWidget)):
        if is_of_qt(widget):
            continue
        for text in texts_of_widget(widget):
            if text and (words_left := left_over(text)):
                found.add(f"{type(widget).__name__} {widget.objectName()!r}: {text!r} ({', '.join(words_left)})")
    return found


def close_what_opened(window: QWidget) -> None:
    for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, (QDialog, QMenu)) and w.isVisible()]:
        if dialog is not window:
            dialog.close()
    QApplication.processEvents()


def test_nothing_is_left_when_all_actions_are_taken(
    pseudo: None, open_window: Callable[..., Any], photos: tuple[Path, Any]
) -> None:
    """A dialog, notice or tooltip would be in English among all else in the user's language."""
    folder, points = photos
    driver = open_window(folder)
    driver.parts.features.make()
    for name in CATEGORIES:
        driver.parts.edits.add_category(name)
    for dock in driver.window.docks:
        dock.show()
    for x, y in points["photo1.png"][:3]:
        driver.click(x, y)
        driver.settle()
        found = faults(driver.window)
        driver.trigger("prompt.accept")
    driver.settle()
    edits = driver.parts.edits
    edits.select([a.id for a in edits.annotations])
    for view in driver.window.findChildren(QAbstractItemView):
        if view.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu and view.model().rowCount():
            view.customContextMenuRequested.emit(view.visualRect(view.model().index(0, 0)).center())
            found |= faults(driver.window)
            close_what_opened(driver.window)
    for spec in ACTIONS:
        if spec.id in NOT_TRIGGERED or spec.id in ("annotation.delete", "edit.cut"):
            continue
        edits.select([a.id for a in edits.annotations])
        action = driver.action(spec.id)
        if action.isEnabled():
            action.trigger()
            QApplication.processEvents()
            found |= faults(driver.window)
            close_what_opened(driver.window)
    driver.settle()
    assert not found, "\n".join(sorted(found))


def test_nothing_is_left_in_the_empty_window_and_in_menus(pseudo: None, open_window: Callable[..., Any]) -> None:
    """The first thing that a new user sees would be in English."""
    driver = open_window(None, wait=False)
    driver.parts.features.make()
    QApplication.processEvents()
    found = faults(driver.window)
    for action in driver.window.findChildren(QAction):
        found |= {f"{action.objectName()}: {t!r}" for t in (action.text(), action.toolTip()) if left_over(t)}
    assert not found, "\n".join(sorted(found))


def test_nothing_is_left_in_errors_and_reports(
    pseudo: None, open_window: Callable[..., Any], photos: tuple[Path, Any], tmp_path: Path
) -> None:
    """What went wrong would be said in a language that the user may not read."""
    folder, _points = photos
    driver = open_window(folder)
    said: list[str] = []
    driver.window.failed.connect(said.append)
    driver.parts.notices.failed.connect(said.append)
    driver.parts.opening.open(tmp_path / "nowhere")
    (tmp_path / "no_project").mkdir()
    (tmp_path / "no_project" / "notes.txt").write_text("no image")
    driver.parts.opening.open(tmp_path / "no_project" / "notes.txt")
    broken = tmp_path / "broken.json"
    broken.write_text('{"images": [], "categories": []}')
    refused: list[str] = []
    driver.parts.transfer.refused.connect(lambda message, reasons: refused.extend((message, *reasons)))
    driver.parts.transfer.read_from(driver.parts.project.store.project_dir, "coco", broken, skip_invalid=False)
    driver.qtbot.waitUntil(lambda: not driver.parts.transfer.is_busy)
    QApplication.processEvents()
    assert len(said) >= 2 and refused
    assert not [text for text in (*said, *refused) if left_over(text)]
    assert not faults(driver.window)
    close_what_opened(driver.window)
