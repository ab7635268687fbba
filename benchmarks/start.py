"""From the start of a Python process to the first paint of the window, against an empty PySide6 window.

Each round starts two processes in turn. The clock is the parent's: it starts before the process is made, and the
child reads it after its first paint event, so the interpreter, all imports and the layout are in it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any

from benchmarks.report import Row

_FIRST_PAINT = """
import json, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    def __init__(self, window):
        super().__init__()
        self._window = window
        self._is_painted = False
        window.installEventFilter(self)
        window.show()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.report)  # after everything in the window has painted
        return False

    def report(self):
        ms = (time.time() - float(sys.argv[1])) * 1000
        print(json.dumps({"ms": ms, "torch": "torch" in sys.modules}), flush=True)
        self._window.close()
        app.quit()
"""
_EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1200, 800)
first = FirstPaint(window)
app.exec()
"""
_OURS = """
from PySide6.QtWidgets import QApplication
from sam_annotator.app import create_window
app = QApplication.instance() or QApplication([])
window = create_window(None)
app = QApplication.instance()
first = FirstPaint(window)
app.exec()
"""


def rows(rounds: int) -> list[Row]:
    """Compare; the first round warms the disk cache and is not counted."""
    times: dict[str, list[float]] = {_EMPTY: [], _OURS: []}
    for turn in range(rounds + 1):
        for script, kept in times.items():
            result = _first_paint(script)
            if result["torch"]:
                raise SystemExit("The window imported torch before its first paint.")
            if turn > 0:
                kept.append(float(result["ms"]))
    plain, ours = (statistics.median(kept) for kept in times.values())
    return [Row("start", "to first paint", plain, ours, rounds)]


def _first_paint(script: str) -> dict[str, Any]:
    environment = dict(os.environ)
    if sys.platform.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "CACHE", "DATA"):
            environment[f"SAM_ANNOTATOR_{name}_DIR"] = folder
        command = [sys.executable, "-c", _FIRST_PAINT + script]
        result = subprocess.run([*command, str(time.time())], env=environment, capture_output=True, text=True)
    if result.returncode != 0 or not result.stdout:
        raise SystemExit(f"The window could not be measured:\n{result.stderr}")
    measured: dict[str, Any] = json.loads(result.stdout.splitlines()[0])
    return measured
