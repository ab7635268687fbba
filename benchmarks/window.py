"""The window under the hand: frames, drawing an answer, the next image, and the longest time it does not listen.

Everything is offscreen, with real events. What is compared with stands in each row: one smooth drawing of a
12-megapixel image, drawing a mask at the image's size, decoding the image's file, an idle event loop.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import pictures
from benchmarks.report import Row
from sam_annotator.core.requests import Prediction

if TYPE_CHECKING:
    from sam_annotator.ui.canvas import Canvas

_WIDTH, _HEIGHT = 1600, 1000
_IMAGES = 9
_PATIENCE_S = 60.0
_COLOR = "#e69f00"
_FAKE_ENCODE_MS, _FAKE_PREDICT_MS = 2000, 150


def rows(rounds: int) -> Iterator[Row]:
    """Compare all of it."""
    with tempfile.TemporaryDirectory() as name, own_folders(Path(name)):
        from PySide6.QtWidgets import QApplication

        from benchmarks import frames, painting

        app = QApplication.instance() or QApplication([])
        plain = frames.PlainPicture()
        plain.show()
        for megapixels in (24, 100):
            yield from frames.rows(megapixels, plain)
        plain.close()
        yield from painting.rows()
        for megapixels in (12, 24):
            yield from _drawing(megapixels, 3 * rounds)
        yield from _next_images(_written(Path(name) / "photos", pictures.photograph))
        yield _gaps(_written(Path(name) / "blocks", pictures.blocks))
        app.processEvents()


@contextlib.contextmanager
def own_folders(folder: Path) -> Iterator[None]:
    """Keep settings, cache and data of the user out of it."""
    before = dict(os.environ)
    for kind in ("CONFIG", "CACHE", "DATA"):
        os.environ[f"SAM_ANNOTATOR_{kind}_DIR"] = str(folder / kind.lower())
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _drawing(megapixels: int, rounds: int) -> Iterator[Row]:
    """Compare drawing an answer's mask with drawing it at the image's size."""
    from PySide6.QtWidgets import QApplication

    from sam_annotator.ui.canvas import Canvas, prepare_image

    canvas = Canvas()
    canvas.resize(_WIDTH, _HEIGHT)
    canvas.show()
    QApplication.processEvents()  # until then nothing is painted
    canvas.set_image(prepare_image(pictures.photograph(megapixels)))
    canvas.set_annotations(pictures.objects(megapixels, 50), pictures.COLORS)
    canvas.settle()
    canvas.repaint()
    plain, click, preview = [], [], []
    for prediction in pictures.predictions(megapixels, rounds):
        full = np.ascontiguousarray(prediction.mask(1).to_array())
        plain.append(_ms(partial(_draw_plainly, full)))
        click.append(_ms(partial(_draw_answer, canvas, prediction)))
        canvas.set_draft(None, _COLOR)
        canvas.repaint()
        preview.append(_ms(partial(_draw_preview, canvas, prediction)))
        canvas.set_preview(None)
        canvas.repaint()
    canvas.close()
    part = f"window, {megapixels} MP"
    yield Row(part, "answer to painted overlay", statistics.median(plain), statistics.median(click), rounds)
    yield Row(part, "preview to painted", statistics.median(plain), statistics.median(preview), rounds)


def _draw_answer(canvas: Canvas, prediction: Prediction) -> None:
    from sam_annotator.ui.canvas import overlay_of

    canvas.set_draft(overlay_of(prediction, 1), _COLOR)
    canvas.repaint()


def _draw_preview(canvas: Canvas, prediction: Prediction) -> None:
    from sam_annotator.ui.canvas import overlay_of

    canvas.set_preview(overlay_of(prediction, 1))
    canvas.repaint()


def _draw_plainly(mask: Any) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    height, width = mask.shape
    argb = mask * np.uint32(0x7356B4E9)
    picture = QImage(argb.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    target = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(target)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, _WIDTH, _HEIGHT), picture)
    painter.end()


def _written(folder: Path, make: Callable[[int, int], Any]) -> Path:
    """Write 12-megapixel images and return where."""
    from PIL import Image

    folder.mkdir()
    for i in range(_IMAGES):
        Image.fromarray(make(12, i)).save(folder / f"photo{i}.jpg", quality=90)
    return folder


def _next_images(folder: Path) -> Iterator[Row]:
    """Compare the way from the key to the painted next image with decoding its file."""
    window = _Window(folder, encode_ms=0, predict_ms=0)
    part = "window, 12 MP"
    decoding, onwards, quickly, backwards = [], [], [], []
    for _ in range(4):
        window.wait_until_preloaded()
        decoding.append(_ms(partial(_decode, window.path())))
        onwards.append(window.step(1))
    window.wait_until_preloaded()
    for _ in range(3):
        decoding.append(_ms(partial(_decode, window.path())))
        quickly.append(window.step(1))
    for _ in range(3):
        window.wait_until_preloaded()
        backwards.append(window.step(-1))
    window.close()
    plain = statistics.median(decoding)
    yield Row(part, "next image (plain: decoding it)", plain, statistics.median(onwards), len(onwards))
    yield Row(part, "three next images without a pause, each", plain, statistics.mean(quickly), len(quickly))
    yield Row(part, "previous image after a turn", plain, statistics.median(backwards), len(backwards))


def _decode(path: Path) -> Any:
    from PIL import Image

    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def _gaps(folder: Path) -> Row:
    """Compare the longest time between two turns of the event loop with that of an idle window."""
    window = _Window(folder, encode_ms=_FAKE_ENCODE_MS, predict_ms=_FAKE_PREDICT_MS)
    idle = window.longest_gap(lambda: window.pause(3.0))
    busy = window.longest_gap(window.work)
    window.close()
    return Row("window, 12 MP", "longest time without listening (plain: idle)", idle, busy, 1)


class _Window:
    """The program's window with the fake engine, and hands on it."""

    def __init__(self, folder: Path, *, encode_ms: float, predict_ms: float) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtGui import QAction

        from sam_annotator.app import Composition, create_window
        from sam_annotator.engine.fake import ENCODE_DELAY_VARIABLE, PREDICT_DELAY_VARIABLE

        os.environ[ENCODE_DELAY_VARIABLE], os.environ[PREDICT_DELAY_VARIABLE] = str(encode_ms), str(predict_ms)
        self._window = create_window(folder, "fake")
        self._canvas = self._window.canvas
        parts = self._window.findChild(Composition)
        assert parts is not None
        self._parts = parts
        self._find: Callable[[str], Any] = lambda name: self._window.findChild(QAction, name)
        self._ready: list[int] = []
        self._preloaded: set[int] = set()
        parts.images.image_ready.connect(self._ready.append)
        parts.loader.preloaded.connect(lambda loaded: self._preloaded.add(loaded.image_id))
        self._last = 0.0
        self._gaps: list[float] = []
        self._timer = QTimer(self._window, interval=1)
        self._timer.timeout.connect(self._turn)
        self._window.resize(_WIDTH + 400, _HEIGHT + 200)
        self._window.show()
        self._until(lambda: bool(self._ready))
        self._canvas.settle()

    def close(self) -> None:
        """Close it."""
        self._window.close()
        self._window.deleteLater()

    def path(self) -> Path:
        """Return the file of the image on screen."""
        project = self._parts.project
        assert project.store is not None and project.image is not None
        return project.store.path_of(project.image)

    def wait_until_preloaded(self) -> None:
        """Wait as a user does who looks at the image: until the next one is there, for a second at least."""
        project, start = self._parts.project, time.monotonic()

        def is_over() -> bool:
            seconds = time.monotonic() - start
            following = project.images[project.row + 1 : project.row + 2]
            return seconds > 5 or (seconds > 1 and all(image.id in self._preloaded for image in following))

        self._until(is_over)

    def step(self, by: int) -> float:
        """Go on or back; return the milliseconds until the image is painted."""
        self._ready.clear()
        start = time.perf_counter()
        self._find("image.next" if by > 0 else "image.previous").trigger()
        self._until(lambda: bool(self._ready))
        self._canvas.repaint()
        return (time.perf_counter() - start) * 1000

    def pause(self, seconds: float) -> None:
        """Let the event loop turn."""
        end = time.monotonic() + seconds
        self._until(lambda: time.monotonic() > end)

    def longest_gap(self, act: Callable[[], object]) -> float:
        """Return the longest time between two turns of the event loop while something is done, in milliseconds."""
        self._gaps.clear()
        self._last = time.perf_counter()
        self._timer.start()
        act()
        self._timer.stop()
        return max(self._gaps)

    def work(self) -> None:
        """Look around, click, accept and go on, while the engine is slow."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        from benchmarks.frames import wheel

        for image in range(3):
            for i in range(12):
                QTest.mouseMove(self._canvas, QPoint(300 + 40 * i, 400))
                wheel(self._canvas, QPoint(600, 400), 1 if i < 6 else -1)
                self.pause(0.05)
            for i in range(4):
                place = QPoint(400 + 150 * i, 350 + 60 * i)
                QTest.mouseClick(self._canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
                self.pause(0.3)
                self._find("prompt.accept").trigger()
            for name in ("view.toggle_masks", "view.toggle_masks", "view.actual_size", "view.fit"):
                self._find(name).trigger()
                self.pause(0.1)
            self.pause(1.0 if image else 2.5)
            self._find("image.next").trigger()
            self.pause(0.5)

    def _turn(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now

    def _until(self, condition: Callable[[], bool]) -> None:
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        deadline = time.monotonic() + _PATIENCE_S
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError("the window did not get there")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            time.sleep(0.0005)


def _ms(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return (time.perf_counter() - start) * 1000
