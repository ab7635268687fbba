"""The Qt bindings themselves, where a version of them is known to break the program."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class _Emitter(QObject):
    told = Signal(object)

    def hear(self, what: object) -> None:
        pass


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_signals_keep_references_to_none() -> None:
    """With bindings that lose a reference at each signal the program dies after minutes of work."""
    emitter = _Emitter()
    emitter.told.connect(emitter.hear)
    before = sys.getrefcount(None)
    for _ in range(200):
        emitter.told.emit(0)
    assert sys.getrefcount(None) > before - 100
