"""What is imported when: little before the window's first paint, and the rest before anybody asks for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

# Nothing of these paints the window; each is imported by what first needs it.
LATE = (
    "torch",
    "torchvision",
    "segment_anything",
    "numpy",
    "safetensors",
    "skimage",
    "scipy",
    "matplotlib",
    "pyqtgraph",
    "cv2",
    "PIL",
    "tifffile",
    "pycocotools",
    "importlib.metadata",
    "urllib.request",
    "filelock",
    "sqlite3",
    "sam_annotator.app",
    "sam_annotator.cli",
    "sam_annotator.demo",
    "sam_annotator.store.store",
    "sam_annotator.ui.edit_controller",
    "sam_annotator.ui.session_controller",
    "sam_annotator.worker.engine_worker",
    "sam_annotator.formats.registry",
    "sam_annotator.formats.coco",
    "sam_annotator.engine.sam",
    "sam_annotator.engine.builtin",
    "sam_annotator.ui.dialogs.about",
    "sam_annotator.ui.dialogs.engines",
    "sam_annotator.ui.dialogs.new_project",
    "sam_annotator.ui.dialogs.report",
    "sam_annotator.ui.dialogs.settings",
    "sam_annotator.ui.dialogs.shortcuts",
    "sam_annotator.ui.dialogs.transfer",
)

# The program as a user starts it, with a project. It tells what is imported when the picture's place is painted, and
# once the engine is loaded and nothing is put off any more.
PROGRAM = """
import gc, json, linecache, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from sam_annotator.__main__ import main

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            tell()
        return False

def find():
    global window
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "first_painted"))
    window.canvas.installEventFilter(first)
    window.engine_ready.connect(wait)

def tell():
    print(json.dumps([*sys.modules, *(f"source of {file}" for file in linecache.cache)]), flush=True)

def wait():
    if gc.isenabled() and "sam_annotator.ui.dialogs.about" in sys.modules:
        tell()
        window.close()
    else:
        QTimer.singleShot(20, wait)

app = QApplication([])
first = FirstPaint()
QTimer.singleShot(0, find)
sys.exit(main(["--demo", "--engine", "fake"]))
"""


# What the window makes while torch's libraries are loaded, for which any other library waits.
FEATURES = """
import json, sys
import cv2, numpy, PIL.Image  # there is an image by then
import sam_annotator.app
from sam_annotator.ui.features import FEATURES

before = set(sys.modules)
for row in FEATURES:
    __import__(row.module)
files = {name: getattr(sys.modules[name], "__file__", None) or "" for name in set(sys.modules) - before}
print(json.dumps([name for name, file in files.items() if file.endswith((".so", ".pyd"))]))
"""


@pytest.fixture(scope="module")
def told() -> list[set[str]]:
    """The modules that are imported at the first paint, and in the end; and which sources are in memory."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    lines: list[Any] = [json.loads(line) for line in done.stdout.splitlines()]
    return [set(line) for line in lines]


@pytest.mark.parametrize("module", LATE)
def test_the_first_paint_needs_no(module: str, told: list[set[str]]) -> None:
    """The window would wait for what it does not show."""
    assert module not in told[0]


def test_nothing_is_left_to_be_imported_by_the_first_dialog(told: list[set[str]]) -> None:
    """What the start put off, the first dialog would wait for."""
    assert {name for name in LATE if ".dialogs." in name or ".formats." in name} <= told[-1]


def test_no_source_is_kept_in_memory(told: list[set[str]]) -> None:
    """PySide6 reads the source of all that is imported: 40 MB with torch's, and a tenth of a second."""
    assert not [name for name in told[-1] if name.startswith("source of ") and "dialogs" in name]


def test_what_is_made_while_torch_is_loaded_needs_no_library() -> None:
    """The window would stand still until torch's libraries are there."""
    done = subprocess.run([sys.executable, "-c", FEATURES], capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
