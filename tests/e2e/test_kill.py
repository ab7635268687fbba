"""kill -9 while somebody works: everything that was accepted is there at the next start."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from patience import PROGRAM_S

from sam_annotator.store.store import Store

SESSION = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from sam_annotator.app import Composition, create_window
def run_events(ms):
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
window = create_window(Path(sys.argv[1]), "fake")
window.resize(900, 700)
window.show()
parts = window.findChild(Composition)
while not parts.actions["view.fit"].isEnabled():
    run_events(5)
print("ready", flush=True)
points = [(int(x), int(y)) for x, y in (p.split(",") for p in sys.argv[2:])]
canvas = window.canvas
parts.edits.saved.connect(lambda: print("saved", len(parts.edits.annotations), flush=True))
for i in range(100000):
    x, y = points[i % len(points)]
    QTest.mouseClick(canvas, Qt.LeftButton, Qt.NoModifier, canvas.map_from_image(x, y))
    while parts.session.is_waiting:
        run_events(1)
    before = len(parts.edits.annotations)
    QTest.keyClick(canvas, Qt.Key_Return)
    print("accepted", max(a.id for a in parts.edits.annotations), flush=True)
    run_events(1)
"""


@pytest.mark.timeout(1800)
def test_fifty_kills_lose_nothing(photos: tuple[Path, dict[str, list[tuple[int, int]]]]) -> None:
    """A power cut must not cost one accepted object, let alone an hour's work."""
    folder, points = photos
    places = [f"{x},{y}" for x, y in points["photo1.png"]]
    rng = random.Random(7)
    accepted: set[int] = set()
    starts = 50
    for _ in range(starts):
        process = subprocess.Popen(
            [sys.executable, "-c", SESSION, str(folder), *places],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            text=True,
        )
        assert process.stdout is not None
        give_up = threading.Timer(PROGRAM_S, process.kill)
        give_up.start()
        assert process.stdout.readline().strip() == "ready"
        told = [process.stdout.readline().strip() for _ in range(rng.randrange(2, 20))]  # two lines for each object
        give_up.cancel()
        assert all(told), "the window stopped working"
        time.sleep(rng.uniform(0.0, 0.02))  # and then at any moment
        process.send_signal(signal.SIGKILL)
        told += process.stdout.read().splitlines()
        process.wait()
        accepted |= {int(line.split()[1]) for line in told if line.startswith("accepted") and len(line.split()) == 2}
        with Store.open(folder) as store:
            kept = {a.id for image in store.images() for a in store.annotations(image.id)}
            assert accepted <= kept
            assert store.check() == []
    assert len(accepted) > starts
