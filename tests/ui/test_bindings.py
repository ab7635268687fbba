"""The Qt bindings themselves, where a version of them is known to break the program."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_keep_references_to_none(qapp: QApplication) -> None:
    """With bindings that lose a reference to None at each call the program dies after minutes of work."""
    painter = QPainter(QImage(8, 8, QImage.Format.Format_RGB32))
    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(200):
        painter.setPen(pen)
    assert sys.getrefcount(None) > before - 100
    painter.end()
