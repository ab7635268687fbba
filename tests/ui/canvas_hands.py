"""The canvas under test, and hands on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas import Canvas

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
H, W = 300, 400
GREY = 128


def move(canvas: Canvas, at: QPoint, held: Qt.MouseButton = NONE, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    place = QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, place, canvas.mapToGlobal(place), NONE, held, keys)
    QApplication.sendEvent(canvas, event)


def wheel(canvas: Canvas, at: QPoint, notches: float, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    place = QPointF(at)
    turned = QPoint(0, round(120 * notches))
    event = QWheelEvent(
        place, canvas.mapToGlobal(place), QPoint(), turned, NONE, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(canvas, event)


def drag(canvas: Canvas, a: QPoint, b: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(canvas, button, NO_KEYS, a)
    move(canvas, (a + b) / 2, button)
    move(canvas, b, button)
    QTest.mouseRelease(canvas, button, NO_KEYS, b)


def picture(canvas: Canvas) -> np.ndarray:
    """The canvas as RGB, in device pixels."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def color_at(canvas: Canvas, x: float, y: float) -> np.ndarray:
    at = canvas.map_from_image(x, y)
    return picture(canvas)[at.y(), at.x()]


def annotation(annotation_id: int, pixels: np.ndarray, category_id: int = 1) -> Annotation:
    return Annotation(annotation_id, 1, category_id, Mask.from_array(pixels))


def rectangle(x0: int, y0: int, x1: int, y1: int) -> np.ndarray:
    pixels = np.zeros((H, W), bool)
    pixels[y0:y1, x0:x1] = True
    return pixels


COLORS = {1: "#ff0000", 2: "#00ff00"}
