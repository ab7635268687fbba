"""Hands on the whole window: mouse and keyboard, as a person would use them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image as PilImage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sam_annotator.app import Composition
from sam_annotator.core.mask import BoolArray
from sam_annotator.ui.main_window import MainWindow


def make_photo(path: Path, seed: int, size_hw: tuple[int, int] = (120, 160)) -> list[tuple[int, int]]:
    """Write an image of coloured blocks on a dark ground; return a point (x, y) in each of its six blocks."""
    rng = np.random.default_rng(seed)
    height, width = size_hw
    pixels = np.full((height, width, 3), 20, np.uint8)
    points = []
    for row in range(2):
        for column in range(3):
            y, x = row * height // 2 + height // 12, column * width // 3 + width // 18
            h, w = int(rng.integers(height // 5, height // 3)), int(rng.integers(width // 6, width // 4))
            pixels[y : y + h, x : x + w] = rng.integers(90, 255, 3)
            points.append((x + w // 2, y + h // 2))
    PilImage.fromarray(pixels).save(path)
    return points


class Driver:
    """One window, and the hands on it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.canvas = qtbot, window, window.canvas
        parts = window.findChild(Composition)
        assert parts is not None
        self.parts = parts

    def at(self, x: float, y: float) -> QPoint:
        return self.canvas.map_from_image(x, y)

    def click(
        self,
        x: float,
        y: float,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.mouseClick(self.canvas, button, modifier, self.at(x, y))

    def drag(self, x0: float, y0: float, x1: float, y1: float) -> None:
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.at(x0, y0))
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(self.canvas, self.at(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.at(x1, y1))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifier)

    def action(self, action_id: str) -> QAction:
        action = self.window.findChild(QAction, action_id)
        assert action is not None, action_id
        return action

    def trigger(self, action_id: str) -> None:
        action = self.action(action_id)
        assert action.isEnabled(), f"{action_id} is not enabled"
        action.trigger()

    def settle(self) -> None:
        """Wait until the last click is answered and nothing accepted is still on its way."""
        session = self.parts.session
        self.qtbot.waitUntil(lambda: not session.is_waiting and not session.is_finishing)

    def await_image(self) -> None:
        """Wait until the image turned to last is on screen and takes clicks."""
        self.qtbot.waitUntil(self.action("view.fit").isEnabled)

    def go(self, action_id: str) -> None:
        """Go to another image and wait until it is on screen."""
        with self.qtbot.waitSignal(self.window.image_ready):
            self.trigger(action_id)

    @property
    def draft(self) -> BoolArray | None:
        """The mask on screen that is not accepted yet."""
        answer = self.parts.session.answer
        return None if answer is None else answer.pixels.copy()

    @property
    def annotations(self) -> list[BoolArray]:
        """The accepted masks of the image on screen."""
        return [a.mask.to_array() for a in self.parts.edits.annotations]

    def close(self) -> None:
        self.window.close()
