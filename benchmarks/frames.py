"""Frames of the canvas while it is zoomed and panned, against one smooth drawing of a 12-megapixel image.

A frame is what an input event costs until the picture is on screen: the event, and the painting of the whole canvas.
Events come 60 times a second; between them the event loop turns, as it does under a hand. Reference and canvas take
turns in the same window size.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import pictures
from benchmarks.report import Row
from sam_annotator.ui.canvas import Canvas, prepare_image

WIDTH, HEIGHT = 1600, 1000
_EVENT_S = 1 / 60
_NONE, _NO_KEYS = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
_MIDDLE = Qt.MouseButton.MiddleButton


class PlainPicture(QWidget):
    """Shows an image as the simplest viewer does: drawn smoothly into the window at every paint."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(WIDTH, HEIGHT)
        pixels = pictures.photograph(12)
        height, width = pixels.shape[:2]
        self._image = QImage(pixels.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888)
        self._image = self._image.convertToFormat(QImage.Format.Format_RGB32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.end()


class Run(QObject):
    """Plays moves to a canvas and notes what each frame and each turn of the event loop took, in milliseconds."""

    def __init__(self, canvas: Canvas, plain: PlainPicture) -> None:
        super().__init__(canvas)
        self._canvas, self._plain = canvas, plain
        self._painted = time.perf_counter()
        self.plain_ms: list[float] = []
        self.turns_ms: list[float] = []
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the canvas is painted."""
        if event.type() == QEvent.Type.Paint:
            self._painted = time.perf_counter()
        return False

    def play(self, moves: Iterator[Callable[[], object]]) -> list[float]:
        """Make the moves, one each 1/60 s; return the time of each frame."""
        frames: list[float] = []
        for move in moves:
            start = time.perf_counter()
            self.plain_ms.append(_ms(self._plain.repaint))
            frame = time.perf_counter()
            move()
            self._canvas.repaint()
            frames.append((time.perf_counter() - frame) * 1000)
            while time.perf_counter() < start + _EVENT_S:
                self.turns_ms.append(_ms(QApplication.processEvents))
        return frames

    def rest(self) -> float:
        """Let the event loop turn until the canvas was painted for the last time; return how long that took."""
        start = self._painted = time.perf_counter()
        while time.perf_counter() < self._painted + 0.2:
            self.turns_ms.append(_ms(QApplication.processEvents))
        return (self._painted - start) * 1000


def rows(megapixels: int, plain: PlainPicture, count: int = 200) -> Iterator[Row]:
    """Compare frames at one size of image."""
    canvas = Canvas()
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    QApplication.processEvents()  # until then nothing is painted
    canvas.set_image(prepare_image(pictures.photograph(megapixels)))
    canvas.set_annotations(pictures.objects(megapixels, count), pictures.COLORS)
    canvas.settle()
    run = Run(canvas, plain)
    zooming = run.play(_zooms(canvas))
    sharp_ms = run.rest()
    canvas.actual_size()
    run.rest()
    panning = run.play(_pans(canvas))
    run.rest()
    part, reference = f"window, {megapixels} MP", statistics.median(run.plain_ms)
    for what, frames in (("zooming", zooming), ("panning", panning)):
        yield Row(part, f"frame {what}, median", reference, statistics.median(frames), len(frames))
        yield Row(part, f"frame {what}, p95", reference, float(np.percentile(frames, 95)), len(frames))
    yield Row(part, "longest turn of the event loop", reference, max(run.turns_ms), len(run.turns_ms))
    yield Row(part, "last turn of the wheel to sharp", reference, sharp_ms, 1)
    canvas.close()


def _zooms(canvas: Canvas) -> Iterator[Callable[[], object]]:
    """Zoom in and out at several places, by notches of a wheel."""
    for place in (QPoint(500, 300), QPoint(1100, 700), QPoint(800, 500)):
        for notches in [1] * 18 + [-1] * 18 + [0.25] * 24 + [-0.25] * 24:
            yield partial(wheel, canvas, place, notches)


def _pans(canvas: Canvas) -> Iterator[Callable[[], object]]:
    """Drag in circles, slowly and quickly."""
    at = QPointF(WIDTH / 2, HEIGHT / 2)
    _mouse(canvas, QEvent.Type.MouseButtonPress, at)
    for i in range(250):
        angle, speed = i / 20, (6, 25, 60)[i // 84]
        at = at + QPointF(speed * np.cos(angle), speed * np.sin(angle) * 0.7)
        yield partial(_mouse, canvas, QEvent.Type.MouseMove, at)
    _mouse(canvas, QEvent.Type.MouseButtonRelease, at)


def wheel(canvas: Canvas, at: QPoint, notches: float) -> None:
    """Turn the wheel over the canvas."""
    place, turned = QPointF(at), QPoint(0, round(120 * notches))
    there = canvas.mapToGlobal(place)
    event = QWheelEvent(place, there, QPoint(), turned, _NONE, _NO_KEYS, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(canvas, event)


def _mouse(canvas: Canvas, kind: QEvent.Type, at: QPointF) -> None:
    button = _NONE if kind == QEvent.Type.MouseMove else _MIDDLE
    held = _NONE if kind == QEvent.Type.MouseButtonRelease else _MIDDLE
    QApplication.sendEvent(canvas, QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, _NO_KEYS))


def _ms(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return (time.perf_counter() - start) * 1000
