"""Hands for the dialog that stands before the window while an edit takes long."""

from __future__ import annotations

from collections.abc import Callable

from gates import Gate
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from sam_annotator.ui.dialogs.waiting import WaitingDialog


def cancelled_at(gate: Gate, act: Callable[[], object]) -> list[str]:
    """Do something, and cancel it where it stands at the gate; returns what was said of it."""
    said: list[str] = []

    def turn() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, WaitingDialog) and w.isVisible()]
        if shown and gate.is_holding:
            timer.stop()
            said.append(shown[0].row.text.rsplit(":", 1)[0])
            button = shown[0].findChild(QPushButton, "progressCancel")
            assert button is not None
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            gate.open()

    gate.shut()
    timer = QTimer(interval=10)
    timer.timeout.connect(turn)
    timer.start()
    act()
    assert not gate.gave_up
    return said
