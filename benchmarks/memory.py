"""Memory of the window with ViT-B on a 12-megapixel image, against plain SamPredictor that holds the same.

Two processes of their own: one loads the weights with segment_anything, encodes the image and predicts a mask; the
other is the program's window with the same weights, image and mask. Each tells what it holds in the end, and the most
it ever held. A third is the window with neighbours of the image to load ahead, which the plain one has none of.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Row

_MB = 1_000_000

_HELD = """
import gc, json, sys
def tell():
    gc.collect()
    lines = open("/proc/self/status").read().splitlines()
    kb = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    print(json.dumps({"held": kb["VmRSS"] * 1024, "most": kb["VmHWM"] * 1024}), flush=True)
folder, checkpoint = sys.argv[1:]
"""
_PLAIN = """
import numpy as np
from pathlib import Path
from PIL import Image
from segment_anything import SamPredictor, sam_model_registry
predictor = SamPredictor(sam_model_registry["vit_b"](checkpoint))
image = np.asarray(Image.open(sorted(Path(folder).iterdir())[0]))
predictor.set_image(image)
masks = predictor.predict(point_coords=np.array([[1500.0, 1200.0]]), point_labels=np.array([1]))
tell()
"""
_WINDOW = """
import time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sam_annotator.app import Composition, create_window
window = create_window(Path(folder), "vit_b", checkpoint=checkpoint, device="cpu")
parts = window.findChild(Composition)
ready, shown = [], []
window.image_ready.connect(ready.append)
window.engine_ready.connect(ready.append)
window.prediction_shown.connect(lambda answer: shown.append(answer) if not getattr(answer, "is_draft", False) else None)
window.resize(2000, 1200)
window.show()
def wait(condition):
    end = time.monotonic() + 500
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("the window did not get there")
        QApplication.processEvents()
        time.sleep(0.002)
wait(lambda: len(ready) > 1)
canvas = window.canvas
at = canvas.map_from_image(1500, 1200)
QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
wait(lambda: shown)
end = time.monotonic() + float(parts.project.images[1:] != []) * 60 + 1
images = parts.project.images
wait(lambda: time.monotonic() > end or (len(images) > 1 and parts.worker.is_encoded(images[1].id)))
canvas.repaint()
end = time.monotonic() + 3
wait(lambda: time.monotonic() > end)
tell()
window.close()
"""


def rows() -> Iterator[Row]:
    """Compare; values are megabytes. Only where /proc tells of memory."""
    if not sys.platform.startswith("linux"):
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder)
        plain = _measured(folder, "one", _PLAIN)
        window = _measured(folder, "one", _WINDOW)
        ahead = _measured(folder, "four", _WINDOW)
    yield Row("memory, MB", "held with a 12 MP image and ViT-B", plain["held"] / _MB, window["held"] / _MB, 1)
    yield Row("memory, MB", "the most it ever held", plain["most"] / _MB, window["most"] / _MB, 1)
    yield Row("memory, MB", "held with two images ahead", plain["held"] / _MB, ahead["held"] / _MB, 1)


def _write(folder: Path) -> None:
    """Write images and random weights, in a process of its own: what it needs must not be counted."""
    script = """
import sys, torch
from pathlib import Path
from PIL import Image
from segment_anything import sam_model_registry
from benchmarks import pictures
folder = Path(sys.argv[1])
torch.manual_seed(0)
torch.save(sam_model_registry["vit_b"](None).state_dict(), folder / "vit_b.pth")
for name, count in (("one", 1), ("four", 4)):
    (folder / name).mkdir()
    for i in range(count):
        Image.fromarray(pictures.photograph(12, i)).save(folder / name / f"photo{i}.jpg", quality=90)
"""
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True)


def _measured(folder: Path, images: str, script: str) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for kind in ("CONFIG", "CACHE", "DATA"):
        environment[f"SAM_ANNOTATOR_{kind}_DIR"] = str(folder / f"own-{images}")
    command = [sys.executable, "-c", _HELD + script, str(folder / images), str(folder / "vit_b.pth")]
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"Memory could not be measured:\n{result.stderr}")
    measured: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return measured
