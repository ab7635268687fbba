"""Painting with the brush on a large image, against painting into the whole array and redrawing everything.

And dragging a mask with thousands of specks, against showing the mask that each place would give.

Times are what the window's thread computes (`time.thread_time`), from the event to the painted canvas; reference and
canvas take turns at the same places. The mask that is painted on covers half of the image and has holes.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks import pictures
from benchmarks.report import Row
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import shifted
from sam_annotator.core.mask_region import united
from sam_annotator.core.raster_paint import paint_stroke, stroke_changes
from sam_annotator.core.records import Annotation
from sam_annotator.tools import make_tool
from sam_annotator.tools.brush import BrushTool
from sam_annotator.tools.intents import PaintStroke
from sam_annotator.ui.canvas import Canvas, prepare_image

_WIDTH, _HEIGHT = 1600, 1000
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_OTHERS = 50
_SPECKS = 6000
_PLAIN_MOVES = 4  # of each stroke: one takes as long as a hundred here


class _Hand:
    """A canvas with a brush in hand, beside one that is told whole masks."""

    def __init__(self, megapixels: int) -> None:
        image = prepare_image(pictures.photograph(megapixels))
        self._pixels = _large_object(image.size_hw)
        self._mask = Mask.from_array(self._pixels)
        self._others = [replace(a, id=a.id + 1) for a in pictures.objects(megapixels, _OTHERS)]
        self._tool = make_tool("brush")
        self._canvas, self._plain = Canvas(), Canvas()
        for canvas in (self._canvas, self._plain):
            canvas.resize(_WIDTH, _HEIGHT)
            canvas.show()
            QApplication.processEvents()  # until then nothing is painted
            canvas.set_image(image)
            self._show(canvas, self._mask)
            canvas.set_selected([1])
            canvas.settle()
        self._canvas.set_tool(self._tool)
        self._canvas.intent.connect(self._take)
        self.plain_ms: list[float] = []
        self.frames_ms: list[float] = []
        self.releases_ms: list[float] = []

    def close(self) -> None:
        self._canvas.close()
        self._plain.close()

    def stroke(self, zoom: float, radius: float, moves: int) -> None:
        """Paint along a wave; every few moves do the same in the plain way."""
        assert isinstance(self._tool, BrushTool)
        self._tool.radius = radius
        for canvas in (self._canvas, self._plain):
            canvas.zoom_by(zoom / canvas.scale)
            canvas.settle()
        places = [QPointF(250 + 12 * i, 500 + 120 * np.sin(i / 6)) for i in range(moves)]
        self._send(QEvent.Type.MouseMove, places[0], _NONE, _NONE)
        self._send(QEvent.Type.MouseButtonPress, places[0], _LEFT, _LEFT)
        for i, place in enumerate(places[1:], start=1):
            self.frames_ms.append(self._send(QEvent.Type.MouseMove, place, _NONE, _LEFT))
            if i % (moves // _PLAIN_MOVES) == 0:
                self.plain_ms.append(_cpu_ms(lambda a=places[i - 1], b=place: self._paint_plainly([a, b], radius)))
        self.releases_ms.append(self._send(QEvent.Type.MouseButtonRelease, places[-1], _LEFT, _NONE))

    def _send(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> float:
        there = self._canvas.mapToGlobal(at)
        event = QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)

        def act() -> None:
            QApplication.sendEvent(self._canvas, event)
            QApplication.processEvents()

        return _cpu_ms(act)

    def _take(self, intent: object) -> None:
        if isinstance(intent, PaintStroke):
            places = stroke_changes(intent.points, intent.radius, self._mask.size_hw)
            self._mask = united(self._mask, places)
            self._show(self._canvas, self._mask)

    def _paint_plainly(self, places: list[QPointF], radius: float) -> None:
        points = [self._plain.map_to_image(place) for place in places]
        self._pixels = paint_stroke(self._pixels, points, radius, True)
        self._show(self._plain, Mask.from_array(self._pixels))
        self._plain.settle()
        self._plain.repaint()

    def _show(self, canvas: Canvas, mask: Mask) -> None:
        canvas.set_annotations([Annotation(1, 1, 1, mask), *self._others], pictures.COLORS)


def rows(megapixels: int = 24, moves: int = 60) -> Iterator[Row]:
    """Compare the frames of a drag, and letting go."""
    hand = _Hand(megapixels)
    for zoom, radius in ((0.2, 60.0), (0.2, 250.0), (1.0, 12.0), (1.0, 120.0), (4.0, 20.0)):
        hand.stroke(zoom, radius, moves)
    hand.close()
    part, plain = f"paint, {megapixels} MP", statistics.median(hand.plain_ms)
    yield Row(part, "frame of a drag, median", plain, statistics.median(hand.frames_ms), len(hand.frames_ms))
    yield Row(part, "frame of a drag, p95", plain, float(np.percentile(hand.frames_ms, 95)), len(hand.frames_ms))
    yield Row(part, "letting go, to the first frame", plain, max(hand.releases_ms), len(hand.releases_ms))
    plain_ms, frames_ms = _drag(megapixels, moves)
    p95 = float(np.percentile(frames_ms, 95))
    yield Row(f"move, {megapixels} MP", "frame of a drag, p95", statistics.median(plain_ms), p95, len(frames_ms))


def _drag(megapixels: int, moves: int) -> tuple[list[float], list[float]]:
    """Drag a mask; return the times of frames in the plain way, and of frames as the window makes them."""
    image = prepare_image(pictures.photograph(megapixels))
    mask = _specked_object(image.size_hw)
    canvas = Canvas()
    canvas.resize(_WIDTH, _HEIGHT)
    canvas.show()
    canvas.set_image(image)

    def frame(act: Callable[[], object]) -> float:
        def paint() -> None:
            act()
            canvas.update()
            QApplication.processEvents()

        return _cpu_ms(paint)

    def put(at: Mask) -> None:
        canvas.set_annotations([Annotation(1, 1, 1, at)], pictures.COLORS)

    put(mask)
    canvas.set_selected([1])
    canvas.settle()
    plain_ms = [frame(lambda n=n: put(shifted(mask, 12 * n, 4 * n))) for n in range(1, _PLAIN_MOVES + 1)]
    put(mask)
    canvas.settle()
    frames_ms = [frame(lambda n=n: canvas.moving.show([1], 12 * n, 4 * n)) for n in range(1, moves + 1)]
    canvas.close()
    return plain_ms, frames_ms


def _specked_object(size_hw: tuple[int, int]) -> Mask:
    height, width = size_hw
    rng = np.random.default_rng(0)
    ys, xs = np.mgrid[:height, :width].astype(np.float32)
    pixels = ((xs / width - 0.5) / 0.33) ** 2 + ((ys / height - 0.5) / 0.26) ** 2 < 1
    for y, x in zip(rng.integers(0, height - 4, _SPECKS), rng.integers(0, width - 4, _SPECKS), strict=True):
        pixels[y : y + 4, x : x + 4] ^= True
    return Mask.from_array(np.asarray(pixels, np.bool_))


def _large_object(size_hw: tuple[int, int]) -> np.ndarray:
    height, width = size_hw
    ys, xs = np.mgrid[:height, :width].astype(np.float32)
    pixels = ((xs / width - 0.5) / 0.42) ** 2 + ((ys / height - 0.5) / 0.42) ** 2 < 1
    holes = np.sin(xs / 60) * np.sin(ys / 60) > 0.97
    return np.asarray(pixels & ~holes, np.bool_)


def _cpu_ms(act: Callable[[], object]) -> float:
    start = time.thread_time()
    act()
    return (time.thread_time() - start) * 1000
