"""The real window with ViT-B on photographs, and hands on it: what measurements through the window share.

The window is offscreen, its events are real. The weights are random: no network takes another time for other weights.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.engines import HEIGHT, WIDTH

WINDOW = (1600, 1000)
POINTS = [(1500, 1200), (900, 2100), (3100, 700), (2200, 1600), (400, 500), (2700, 2500), (3600, 1500)]
_PATIENCE_S = 300.0


def picture(number: int) -> Any:
    """Return what is on a photograph: soft structure and some noise, uint8 (HEIGHT, WIDTH, 3)."""
    from PIL import Image

    rng = np.random.default_rng(number)
    coarse = Image.fromarray(rng.integers(0, 255, (30, 40, 3), np.uint8)).resize((WIDTH, HEIGHT))
    noisy = np.clip(np.asarray(coarse, np.int16) + rng.integers(-8, 8, (HEIGHT, WIDTH, 1), np.int16), 0, 255)
    return noisy.astype(np.uint8)


def photographs(folder: Path, count: int) -> None:
    """Write 12-megapixel JPEGs."""
    from PIL import Image

    folder.mkdir()
    for number in range(count):
        Image.fromarray(picture(number)).save(folder / f"photo{number:02}.jpg", quality=90)


class PhotoWindow:
    """The program's window with ViT-B, and hands on it."""

    def __init__(self, folder: Path, checkpoint: Path) -> None:
        from PySide6.QtGui import QAction

        from sam_annotator.app import Composition, create_window

        self._window = create_window(folder, "vit_b", checkpoint=checkpoint, device="cpu")
        self._canvas = self._window.canvas
        parts = self._window.findChild(Composition)
        assert parts is not None
        self._parts = parts
        self._action: Callable[[str], Any] = lambda name: self._window.findChild(QAction, name)
        self._is_ready = False
        self._shown: list[Any] = []
        self._previews = 0
        self._window.engine_ready.connect(lambda _info: setattr(self, "_is_ready", True))
        self._window.prediction_shown.connect(self._on_shown)
        parts.worker.predicted.connect(self._on_predicted)
        self._paints, self._paints_before = _count_paints(self._canvas), 0
        self._window.resize(WINDOW[0] + 600, WINDOW[1] + 200)
        self._window.show()
        self._until(lambda: self._action("view.fit").isEnabled())

    def __enter__(self) -> PhotoWindow:
        return self

    def __exit__(self, *_: object) -> None:
        self._window.close()
        self._window.deleteLater()

    def wait_for_engine(self) -> None:
        """Wait until the engine is there and the image is encoded."""
        self._until(lambda: self._is_ready)
        image_id = self._parts.project.image.id
        self._until(lambda: self._parts.worker.is_encoded(image_id))

    def click_ms(self, point: tuple[int, int]) -> float:
        """Click, and wait until the mask of the chosen engine is painted."""
        ms = self._click(point, draft=False)
        self._action("prompt.clear").trigger()
        return ms

    def first_mask(self, *, draft: bool = False) -> float:
        """Click once, and wait until a mask is painted: a draft, or one of the chosen engine."""
        ms = self._click(POINTS[0], draft=draft)
        self._action("prompt.clear").trigger()
        return ms

    def hover_ms(self, point: tuple[int, int]) -> float:
        """Move the pointer, and wait until the preview is painted."""
        from PySide6.QtTest import QTest

        before = self._previews
        start = time.perf_counter()
        QTest.mouseMove(self._canvas, self._canvas.map_from_image(*point))
        self._until(lambda: self._previews > before)
        self._until_painted()
        return (time.perf_counter() - start) * 1000

    def next_image(self, *, await_encoding: bool) -> None:
        """Go on, and wait until the next image is on screen."""
        project = self._parts.project
        before = project.image.id
        self._action("image.next").trigger()
        self._until(lambda: project.image.id != before and self._action("view.fit").isEnabled())
        if await_encoding:
            self._until(lambda: self._parts.worker.is_encoded(project.image.id))

    def label(self, point: tuple[int, int], pause_s: float) -> float:
        """Click, wait for a mask, look at it and accept it; return how long the mask took, in milliseconds."""
        ms = self._click(point, draft=True)
        self.look(pause_s)
        self._action("prompt.accept").trigger()
        return ms

    def look(self, seconds: float) -> None:
        """Do nothing for a while, as somebody who looks at the image."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def wait_until_ahead(self) -> None:
        """Wait until the next image is encoded: the only one that is, ahead."""
        images, row = self._parts.project.images, self._parts.project.row
        self._until(lambda: self._parts.worker.is_encoded(images[row + 1].id))

    def next_image_first_mask(self) -> float:
        """Go on and click at once: the time from the key to the painted mask."""
        start = time.perf_counter()
        self.next_image(await_encoding=False)
        self._click(POINTS[0], draft=False)
        ms = (time.perf_counter() - start) * 1000
        self._action("prompt.clear").trigger()
        return ms

    def _click(self, point: tuple[int, int], *, draft: bool) -> float:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self._shown.clear()
        start = time.perf_counter()
        QTest.mouseClick(
            self._canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._canvas.map_from_image(*point)
        )
        self._until(lambda: any(draft or not answer.is_draft for answer in self._shown))
        self._until_painted()
        return (time.perf_counter() - start) * 1000

    def _until_painted(self) -> None:
        """Wait until what came last is painted, as the window does it by itself."""
        self._until(lambda: self._paints.count > self._paints_before)

    def _on_shown(self, answer: Any) -> None:
        self._shown.append(answer)
        self._paints_before = self._paints.count

    def _on_predicted(self, result: Any) -> None:
        self._previews += result.request.is_preview
        self._paints_before = self._paints.count

    def _until(self, condition: Callable[[], bool]) -> None:
        """Wait; what is waited for is looked at after each answer and each paint, so that looking costs nothing."""
        from PySide6.QtCore import QEventLoop, QTimer

        deadline = time.monotonic() + _PATIENCE_S
        loop = QEventLoop()
        for signal in (self._window.prediction_shown, self._parts.worker.predicted, self._paints.painted):
            signal.connect(loop.quit)
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError("the window did not get there")
            QTimer.singleShot(20, loop.quit)
            loop.exec()


def _count_paints(widget: Any) -> Any:
    """Return an object whose `count` is how often a widget was painted, and whose `painted` tells of each."""
    from PySide6.QtCore import QEvent, QObject, QTimer, Signal

    class Paints(QObject):
        painted = Signal()

        def __init__(self) -> None:
            super().__init__(widget)
            self.count = 0
            self._after = QTimer(self, singleShot=True, interval=0)  # in the next turn: then it is done
            self._after.timeout.connect(self.painted.emit)

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.count += 1
                self._after.start()
            return False

    paints = Paints()
    widget.installEventFilter(paints)
    return paints


def ms_of(function: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = time.perf_counter()
    function()
    return (time.perf_counter() - start) * 1000
