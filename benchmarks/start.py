"""From the start of a Python process to the first paint of the window, and to the first mask.

The first paint is compared with that of an empty PySide6 window, the first mask with `import torch` alone. The program
is started as a user starts it, with its demo project. Each round starts all four in turn. The clock is the parent's:
it starts before the process is made, and the child reads it, so the interpreter, all imports and the layout are in it.
Bytecode is kept between rounds, as an installed program keeps it; the first round, which writes it, is not counted.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.report import Row

_TELL = """
import json, sys, time

def tell(**what):
    print(json.dumps({"ms": (time.time() - float(sys.argv[1])) * 1000, **what}), flush=True)
"""
_FIRST_PAINT = """
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class FirstPaint(QObject):
    def __init__(self, watched, then):
        super().__init__()
        self._then = then
        watched.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)  # once everything in the window has painted
        return False
"""
_EMPTY = f"""
{_FIRST_PAINT}
def painted():
    tell()
    app.quit()

app = QApplication([])
window = QMainWindow()
window.resize(1400, 900)
first = FirstPaint(window, painted)
window.show()
app.exec()
"""
# Found once the event loop runs: that is before the window is painted, and adds nothing to what the start does.
_OURS = f"""
import gc, os
gc.disable()  # as the program does, which imports Qt later than this
{_FIRST_PAINT}
from sam_annotator.__main__ import main

def find():
    global window, first
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "first_painted"))
    first = FirstPaint(window.canvas, painted)
    window.image_ready.connect(click)
    window.prediction_shown.connect(shown)

def painted():
    tell(torch="torch" in sys.modules)
    if sys.argv[2] == "paint":
        os._exit(0)

def click(_image_id):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    canvas = window.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, canvas.rect().center())

def shown(_answer):
    tell()
    os._exit(0)

app = QApplication([])
QTimer.singleShot(0, find)
sys.exit(main(["--demo", "--engine", "builtin", "--device", "cpu"]))
"""
_TORCH = """
import torch
tell()
"""


def rows(rounds: int) -> list[Row]:
    """Compare; the first round warms the disk cache and is not counted."""
    kept: dict[str, list[float]] = {name: [] for name in ("empty", "paint", "torch", "mask")}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(rounds + 1):
            painted = _run(_OURS, Path(folder), "paint")
            if painted[0]["torch"]:
                raise SystemExit("The window imported torch before its first paint.")
            times = {
                "empty": _run(_EMPTY, Path(folder))[-1],
                "paint": painted[0],
                "torch": _run(_TORCH, Path(folder))[-1],
                "mask": _run(_OURS, Path(folder), "mask")[-1],
            }
            if turn > 0:
                for name, measured in times.items():
                    kept[name].append(float(measured["ms"]))
    ms = {name: statistics.median(values) for name, values in kept.items()}
    return [
        Row("start", "to first paint", ms["empty"], ms["paint"], rounds),
        Row("start", "to first mask", ms["torch"], ms["mask"], rounds),
    ]


def _run(script: str, folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """Run a script in a process of its own and return what it told."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    if sys.platform.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("CONFIG", "DATA"):
        environment[f"SAM_ANNOTATOR_{name}_DIR"] = str(folder / name.lower())
    command = [sys.executable, "-c", _TELL + script]
    with tempfile.TemporaryDirectory() as cache:  # its own for each, or the image would be encoded already
        environment["SAM_ANNOTATOR_CACHE_DIR"] = cache
        command += [str(time.time()), *arguments]
        result = subprocess.run(command, env=environment, capture_output=True, text=True)
    if result.returncode != 0 or not result.stdout:
        raise SystemExit(f"The window could not be measured:\n{result.stderr}")
    return [json.loads(line) for line in result.stdout.splitlines()]
