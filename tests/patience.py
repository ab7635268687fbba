"""How long tests wait for what is sure to come, so that the load of the machine never decides, and what they let go of.

These are times to give up after, not times that anything is judged by: a test that passes never waits for one.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

PATIENCE_S = 60.0
PATIENCE_MS = 60_000
PROGRAM_S = 240.0  # for another Python to start and end


class PatientQtBot(QtBot):
    """pytest-qt's qtbot, whose own patience of 5 s is too short beside other work."""

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)


def let_modifiers_go() -> None:
    """End what Qt takes for held: a list would add to what is selected where it should choose."""
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        # WORKAROUND: QTest lets Control go without modifiers, and QKeyEvent.modifiers() turns that round. A key that
        # is no modifier tells Qt what is held.
        QTest.keyRelease(QWidget(), Qt.Key.Key_F35)
