"""A project of 100,000 images and 1,000,000 annotations: opening it, going from image to image, exporting it.

Opening is compared with sqlite3 reading the same rows and doing nothing with them, a switch of the image with decoding
its file, and the export with json.dump writing the same JSON from memory. The last one needs gigabytes: it is timed
with the first PART annotations, and time and memory are taken in proportion.

Each measurement is a process of its own, and both sides take turns.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.report import Row
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.store.rows import ANNOTATION_COLUMNS, annotation_values
from sam_annotator.store.store import Store

PER_IMAGE = 10
PART = 100_000  # annotations that json.dump is timed with
HEIGHT, WIDTH = 1080, 1920
_FOLDER = 1000  # images in one
_SHAPES = 100
_LONGEST_S = 600  # that one measurement may take

_PEAK = """
import json, sys, time
from pathlib import Path

def peak_mb():
    if Path("/proc/self/status").exists():  # what getrusage tells goes on from the process that started this one
        line = next(x for x in Path("/proc/self/status").read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        import psutil
        return psutil.Process().memory_info().peak_wset / 2**20
    import resource
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)

folder = Path(sys.argv[1])
"""
_OPEN_PLAIN = """
import sqlite3
start = time.perf_counter()
connection = sqlite3.connect(folder / "sam-annotator.sqlite")
for sql in (
    "SELECT id, file_name, width, height, sha256, state, missing FROM images",
    "SELECT image_id, count(*) FROM annotations GROUP BY image_id",
    "SELECT category_id, count(*) FROM annotations GROUP BY category_id",
):
    rows = connection.execute(sql).fetchall()
print(json.dumps({"ms": (time.perf_counter() - start) * 1000}))
"""
_OPEN = """
from sam_annotator.store.store import Store
from sam_annotator.ui.models.image_list import ImageListModel
model = ImageListModel()
start = time.perf_counter()
with Store.open(folder) as store:
    images = store.images()
    categories, numbers = store.categories(), store.category_counts()
    model.set_images(images, store.annotation_counts())
    annotations = store.annotations(images[0].id)
    print(json.dumps({"ms": (time.perf_counter() - start) * 1000}))
"""
_WINDOW = """
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from sam_annotator.app import create_window
from sam_annotator.core.image_io import read_image

app = QApplication.instance() or QApplication([])
class Wait:
    def __init__(self):
        self.loop, self.count = QEventLoop(), 0
    def ready(self, _image_id):
        self.count += 1
        self.loop.quit()
    def until(self, count):
        while self.count < count:
            self.loop.exec()

window = create_window(None, "fake")
app = QApplication.instance()
window.show()
for _ in range(20):
    app.processEvents()
wait = Wait()
window.image_ready.connect(wait.ready)
start = time.perf_counter()
window.dropped.emit((folder,))
wait.until(1)
opened = (time.perf_counter() - start) * 1000
QTimer.singleShot(4000, wait.loop.quit)  # the walk through the folder goes on meanwhile
wait.loop.exec()
step = window.findChild(QAction, "image.next")
switches, decodes = [], []
file = next(folder.rglob("*.png"))
for number in range(30):
    QTimer.singleShot(150, wait.loop.quit)  # a user looks at an image; nobody looks so long that all is there
    wait.loop.exec()
    start = time.perf_counter()
    step.trigger()
    wait.until(number + 2)
    switches.append((time.perf_counter() - start) * 1000)
    start = time.perf_counter()
    read_image(file)
    decodes.append((time.perf_counter() - start) * 1000)
print(json.dumps({"ms": opened, "switches": switches, "decodes": decodes}))
window.close()
"""
_EXPORT_PLAIN = """
part = int(sys.argv[2])
before = peak_mb()
document = {}
with (folder / "out.json").open() as file:
    for line in file:
        if line.endswith("[\\n"):
            records = document[json.loads(line.split(":")[0])] = []
        elif line.startswith('{"id"') and len(records) < part:
            records.append(json.loads(line.rstrip().rstrip(",")))
with (folder / "plain.json").open("w") as file:
    start = time.perf_counter()
    json.dump(document, file)
ms = (time.perf_counter() - start) * 1000
print(json.dumps({"ms": ms, "count": len(document["annotations"]), "mb": peak_mb() - before}))
"""
_EXPORT = """
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format
from sam_annotator.store.store import Store
with Store.open(folder, read_only=True) as store:
    store.annotations(1)
    before = peak_mb()
    start = time.perf_counter()
    with store.stream() as stream:
        report = get_format("coco").write(stream, folder / "out.json", ExportOptions())
    ms = (time.perf_counter() - start) * 1000
print(json.dumps({"ms": ms, "count": report.annotations_out, "mb": peak_mb() - before}))
"""


def rows(rounds: int, slow_rounds: int, images: int) -> Iterator[Row]:
    """Compare with a project of so many images; `slow_rounds` is for the export."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, images)
        yield from _opening(folder, rounds)
        yield from _export(folder, slow_rounds)


def make_project(folder: Path, images: int) -> None:
    """Make a project whose images are there, with PER_IMAGE prompted objects on each."""
    _make_images(folder, images)
    rng = random.Random(0)
    masks = _masks()
    columns = ", ".join("?" * len(ANNOTATION_COLUMNS.split(",")))
    names = [f"category {i}" for i in range(80)]
    with Store.create(folder, folder, category_names=names) as store, store._db.transaction() as connection:
        connection.executemany(
            "INSERT INTO images (file_name, width, height, sha256) VALUES (?, ?, ?, ?)",
            ((_file_name(i), WIDTH, HEIGHT, f"{i:064x}") for i in range(images)),
        )
        connection.executemany(
            f"INSERT INTO annotations ({ANNOTATION_COLUMNS}) VALUES ({columns})",
            (annotation_values(_annotation(i, masks, rng)) for i in range(images * PER_IMAGE)),
        )


def _file_name(number: int) -> str:
    return f"folder{number // _FOLDER:04}/img{number}.png"


def _make_images(folder: Path, images: int) -> None:
    """Make image files; those of a folder are one file with many names."""
    pixels = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    pixels[200:500, 300:900] = (200, 120, 40)
    for number in range(images):
        path = folder / _file_name(number)
        if number % _FOLDER == 0:
            path.parent.mkdir()
            write_png(path, pixels)
            first = path
            continue
        try:
            os.link(first, path)
        except OSError:
            shutil.copyfile(first, path)


def _masks() -> list[Mask]:
    """Return outlines with lobes, from 15 to 140 pixels across half of them."""
    rng = np.random.default_rng(0)
    masks = []
    for _ in range(_SHAPES):
        radius = rng.uniform(15, 140)
        y, x = np.mgrid[-200:201, -200:201]
        angle = np.arctan2(y, x)
        lobes = 0.2 * np.sin(3 * angle + rng.uniform(0, 6)) + 0.1 * np.sin(7 * angle + rng.uniform(0, 6))
        pixels = np.zeros((HEIGHT, WIDTH), np.bool_)
        top, left = rng.integers(0, HEIGHT - 401), rng.integers(0, WIDTH - 401)
        pixels[top : top + 401, left : left + 401] = np.hypot(y, x) <= radius * (1 + lobes)
        masks.append(Mask.from_array(pixels))
    return masks


def _annotation(number: int, masks: list[Mask], rng: random.Random) -> Annotation:
    """Make a whole record, so that a column that is new to the store is filled by the store itself."""
    clicks = rng.randint(1, 3)
    coords = tuple((round(rng.uniform(0, WIDTH), 2), round(rng.uniform(0, HEIGHT), 2)) for _ in range(clicks))
    step = PromptStep(Prompt(coords, (1,) * clicks), clicks == 1, 0)
    iou = rng.uniform(0.7, 1)
    made = Provenance("prompt", "vit_b", "ec" * 32, (step,), 0.0, iou)
    place = (number + 1, number // PER_IMAGE + 1, number * 7 % 80 + 1)
    return Annotation(*place, masks[number % len(masks)], score=iou, provenance=made)


def _opening(folder: Path, rounds: int) -> Iterator[Row]:
    """Compare opening with its list of images alone, and in the window until the first image is on screen."""
    times: dict[str, list[float]] = {_OPEN_PLAIN: [], _OPEN: [], _WINDOW: []}
    switches: list[float] = []
    decodes: list[float] = []
    for turn in range(rounds + 1):
        for script, kept in times.items():
            measured = _measured(script, folder)
            if turn > 0:  # the first warms the disk's cache
                kept.append(measured["ms"])
                switches += measured.get("switches", ())
                decodes += measured.get("decodes", ())
    plain, listed, shown = (statistics.median(kept) for kept in times.values())
    yield Row("project", "open, to the list of images", plain, listed, rounds)
    yield Row("project", "open, to the first image on screen", plain, shown, rounds)
    switch = statistics.median(switches)
    yield Row("project", "next image, against decoding it", statistics.median(decodes), switch, len(switches))


def _export(folder: Path, rounds: int) -> Iterator[Row]:
    """Compare time, and the memory that a process grows by."""
    times: tuple[list[float], list[float]] = ([], [])
    memory: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        here = _measured(_EXPORT, folder)
        plain = _measured(_EXPORT_PLAIN, folder, str(PART))
        factor = here["count"] / plain["count"]
        for kept, key in ((times, "ms"), (memory, "mb")):
            kept[0].append(plain[key] * factor)
            kept[1].append(here[key])
    yield Row("project", "export COCO", statistics.median(times[0]), statistics.median(times[1]), rounds)
    yield Row("project", "memory to export (MB)", statistics.median(memory[0]), statistics.median(memory[1]), rounds)


def _measured(script: str, folder: Path, *arguments: str) -> dict[str, Any]:
    environment = dict(os.environ)
    if sys.platform.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as settings:
        for name in ("CONFIG", "CACHE", "DATA"):
            environment[f"SAM_ANNOTATOR_{name}_DIR"] = settings
        command = [sys.executable, "-c", _PEAK + script, str(folder), *arguments]
        try:
            result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_LONGEST_S)
        except subprocess.TimeoutExpired as e:
            raise SystemExit(f"The project could not be measured within {_LONGEST_S} s:\n{e.stderr!r}") from e
    if result.returncode != 0 or not result.stdout:
        raise SystemExit(f"The project could not be measured:\n{result.stderr}")
    measured: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return measured
