"""Contrast as it is on the screen: measured from the pixels of the window and its dialogs, in both themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from sam_annotator.ui.theme import apply_theme

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Pixels = NDArray[np.uint8]
DIALOGS = ("file.new", "file.export", "file.settings", "app.engines", "app.shortcuts", "app.edit_shortcuts")
FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QPushButton)
TEXT, CONTROL = 4.5, 3.0
ALMOST = 0.97  # of the ink of a stroke that lies between two pixels


@pytest.fixture
def driver(open_window: Open, photos: Photos) -> Iterator[Any]:
    made = open_window(photos[0])
    made.parts.features.make()
    made.window.resize(1400, 900)
    made.parts.edits.add_category("person")
    x, y = photos[1]["photo1.png"][0]
    made.click(x, y)
    made.settle()
    made.key(Qt.Key.Key_Return)
    made.settle()
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.close()


def pixels_of(window: QWidget) -> Pixels:
    """Return what a window shows, uint8 (H, W, 3) RGB."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def part(shown: Pixels, window: QWidget, widget: QWidget, rect: QRect | None = None) -> Pixels:
    """Return the pixels of a widget, or of a rectangle in it, out of those of its window."""
    scale = shown.shape[1] / window.width()
    rect = widget.rect() if rect is None else rect
    place = QRect(widget.mapTo(window, rect.topLeft()), rect.size()).intersected(window.rect())
    above = widget.parentWidget()
    while above is not None and above is not window:
        place &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    x0, y0 = round(place.x() * scale), round(place.y() * scale)
    x1, y1 = round((place.x() + place.width()) * scale), round((place.y() + place.height()) * scale)
    return shown[y0:y1, x0:x1]


def luminance(colors: Pixels) -> NDArray[np.float64]:
    """Return the relative luminance of colours, uint8 (..., 3)."""
    channels = colors.astype(np.float64) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(shown: Pixels) -> float:
    """Return the contrast of the ink that stands out most with the colour there is most of."""
    flat = shown.reshape(-1, 3)
    colors, counts = np.unique(flat, axis=0, return_counts=True)
    ground = luminance(colors[counts.argmax()])
    others = luminance(colors)
    lighter, darker = np.maximum(others, ground), np.minimum(others, ground)
    return float(((lighter + 0.05) / (darker + 0.05)).max())


def edge_contrast(shown: Pixels) -> float:
    """Return the contrast of a control's left and right edges with what is inside: the least of both."""
    height = shown.shape[0]
    rows = shown[height // 3 : max(height // 3 + 1, 2 * height // 3)]
    return min(contrast(rows[:, :8]), contrast(rows[:, -8:]))


def faint(window: QWidget) -> list[str]:
    """Return what can't be read or seen well enough in a window; what is off is exempt."""
    shown = pixels_of(window)
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or isinstance(widget.parentWidget(), QAbstractSpinBox):
            continue
        seen = part(shown, window, widget)
        if seen.shape[0] < 8 or seen.shape[1] < 8:
            continue
        words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
        name = f"{type(widget).__name__} {widget.objectName()} {words}"
        if isinstance(widget, QLabel) and words and contrast(seen) < TEXT * ALMOST:
            found.append(f"{name}: text {contrast(seen):.2f}")
        if isinstance(widget, QCheckBox):
            box = part(shown, window, widget, QRect(0, 0, 20, widget.height()))
            if contrast(box) < CONTROL:
                found.append(f"{name}: box {contrast(box):.2f}")
        elif isinstance(widget, QPushButton) and words and contrast(seen[:, 8:-8]) < TEXT * ALMOST:
            found.append(f"{name}: text {contrast(seen[:, 8:-8]):.2f}")
        elif isinstance(widget, QToolButton) and not widget.icon().isNull() and contrast(seen) < CONTROL:
            found.append(f"{name}: icon {contrast(seen):.2f}")
        is_flat = isinstance(widget, QPushButton) and (widget.isFlat() or widget.isDefault())
        if isinstance(widget, FIELDS) and not is_flat and edge_contrast(seen) < CONTROL * ALMOST:
            found.append(f"{name}: edge {edge_contrast(seen):.2f}")
    return found


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_what_the_window_shows_can_be_read(driver: Any, theme: str) -> None:
    """The theme's numbers may be right and a widget may still draw grey on grey."""
    apply_theme(QApplication.instance(), theme)
    window = driver.window
    for dock in window.docks:
        dock.show()
        dock.raise_()
        driver.qtbot.wait(30)
        assert faint(window) == [], dock.objectName()
    window.notice_bar.show_notice("The disk is full.", "error", button="Look again")
    for action_id in ("tool.brush", "tool.outline", "mask.clean_up"):
        driver.trigger(action_id)
        driver.qtbot.wait(30)
        assert faint(window) == [], action_id


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("action_id", DIALOGS)
def test_what_dialogs_show_can_be_read(driver: Any, action_id: str, theme: str) -> None:
    """A dialog in another grey than the window's is where a theme is forgotten."""
    apply_theme(QApplication.instance(), theme)
    before = set(QApplication.topLevelWidgets())
    driver.trigger(action_id)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if w not in before and isinstance(w, QDialog)]
    driver.qtbot.waitUntil(dialog.isVisible)
    driver.qtbot.wait(30)
    assert faint(dialog) == []
