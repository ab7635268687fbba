"""What one test holds down, the next one does not."""

from __future__ import annotations

from patience import let_modifiers_go
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot


def test_a_key_with_control_is_over_when_it_was_let_go(qtbot: QtBot) -> None:
    """Tests of lists would fail, or pass, by what ran before them."""
    table = QTableWidget(3, 1)
    qtbot.addWidget(table)
    table.selectRow(0)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(table, Qt.Key.Key_F5, modifier)
        let_modifiers_go()
        assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        for row in (1, 2):
            table.selectRow(row)
            assert [index.row() for index in table.selectionModel().selectedRows()] == [row]
