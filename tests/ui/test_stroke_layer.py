"""The stroke on screen while it is painted: it looks as what it makes, and costs what it covers."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from canvas_hands import COLORS, LEFT, NO_KEYS, H, W, annotation, color_at, move, picture, rectangle
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sam_annotator.core.mask_region import united, without
from sam_annotator.core.raster_paint import paint_stroke, stroke_changes
from sam_annotator.tools import make_tool
from sam_annotator.tools.brush import BrushTool
from sam_annotator.tools.intents import PaintStroke
from sam_annotator.ui.canvas import Canvas


def take(canvas: Canvas, name: str, radius: float) -> BrushTool:
    tool = make_tool(name)
    assert isinstance(tool, BrushTool)
    tool.radius = radius
    canvas.set_tool(tool)
    return tool


def paint(canvas: Canvas, places: list[QPoint]) -> None:
    """Press and drag; the button stays down."""
    move(canvas, places[0])
    QTest.mousePress(canvas, LEFT, NO_KEYS, places[0])
    for place in places[1:]:
        move(canvas, place, LEFT)
        QApplication.processEvents()


def without_pointer(canvas: Canvas) -> np.ndarray:
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    return picture(canvas)


def finish(canvas: Canvas) -> None:
    while canvas._rest.isActive():
        QApplication.processEvents()


WAY = [QPoint(250 + 9 * i, 295 + (i * i) % 70) for i in range(20)]


@pytest.mark.parametrize("name", ["brush", "eraser"])
@pytest.mark.parametrize(("zoom", "radius"), [(0.7, 14.0), (1.0, 12.5), (1.7, 6.5), (5.0, 2.5), (5.0, 0.5)])
def test_a_stroke_looks_as_the_mask_it_makes(canvas: Canvas, name: str, zoom: float, radius: float) -> None:
    """Else people would paint by guess, and see the outline jump when they let go."""
    pixels = rectangle(80, 60, 300, 240) & ~rectangle(150, 100, 200, 150)
    pixels[0, 0] = pixels[-1, -1] = True  # the handles around it stay where they are
    before = annotation(1, pixels)
    other = annotation(2, rectangle(120, 40, 180, 260), 2)
    canvas.set_annotations([before, other], COLORS)
    canvas.set_selected([1])
    canvas.zoom_by(zoom / canvas.scale)
    tool = take(canvas, name, radius)
    finish(canvas)
    got: list[PaintStroke] = []
    canvas.intent.connect(got.append)
    untouched = without_pointer(canvas)
    paint(canvas, WAY)
    shown = without_pointer(canvas)
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, WAY[-1])
    [stroke] = got
    places = stroke_changes(stroke.points, stroke.radius, (H, W))
    mask = (without if tool.erases else united)(before.mask, places)
    canvas.set_annotations([replace(before, mask=mask), other], COLORS)
    finish(canvas)
    made = without_pointer(canvas)
    differs = np.abs(shown - made).max(axis=2)
    changed = np.abs(untouched - made).max(axis=2) > 40
    assert changed.any()
    if zoom >= 1:
        assert differs.max() <= 16
    else:  # half a pixel of the image is less than one of the screen
        assert (differs > 60).sum() < 0.03 * changed.sum() + 8


def test_a_stroke_that_is_refused_leaves_nothing_on_screen(canvas: Canvas) -> None:
    """Else a stroke on a locked or missing annotation would look as if it had been kept."""
    canvas.set_annotations([annotation(1, rectangle(80, 60, 300, 240))], COLORS)
    canvas.set_selected([1])
    take(canvas, "eraser", 15.0)
    finish(canvas)
    before = without_pointer(canvas)
    paint(canvas, WAY)
    assert not np.array_equal(without_pointer(canvas), before)
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, WAY[-1])  # nobody takes the intent
    finish(canvas)
    assert np.array_equal(without_pointer(canvas), before)
    paint(canvas, WAY)
    canvas.cancel_gesture()
    finish(canvas)
    assert np.array_equal(without_pointer(canvas), before)


def test_locked_hidden_and_missing_targets_show_no_stroke(canvas: Canvas) -> None:
    """Else it would look as if something were painted that can't be."""
    shown = annotation(1, rectangle(80, 60, 300, 240))
    canvas.set_annotations([replace(shown, locked=True)], COLORS)
    canvas.set_selected([1])
    take(canvas, "eraser", 15.0)
    for selection in ((1,), (2,), ()):
        canvas.set_selected(selection)
        finish(canvas)
        before = without_pointer(canvas)
        paint(canvas, WAY)
        assert np.array_equal(without_pointer(canvas), before)
        canvas.cancel_gesture()


def test_zooming_while_painting_keeps_the_stroke(canvas: Canvas) -> None:
    """Else the wheel in the middle of a long stroke would wipe what was painted."""
    canvas.set_annotations([annotation(1, rectangle(80, 60, 300, 240))], COLORS)
    canvas.set_selected([1])
    take(canvas, "eraser", 15.0)
    paint(canvas, WAY)
    x, y = canvas.map_to_image(WAY[3])
    gone = color_at(canvas, x, y)
    canvas.zoom_by(1.6)
    assert np.abs(color_at(canvas, x, y) - gone).max() <= 2


@pytest.mark.parametrize("zoom", [2.0, 7.0])
@pytest.mark.parametrize("radius", [0.5, 1.0, 3.5, 10.0])
def test_the_circle_surrounds_the_pixels_that_a_press_paints(canvas: Canvas, zoom: float, radius: float) -> None:
    """Else the last pixel along an edge would always be a surprise."""
    canvas.zoom_by(zoom / canvas.scale)
    take(canvas, "brush", radius)
    plain = without_pointer(canvas)
    at = canvas.map_from_image(200.3, 150.6)
    move(canvas, at)
    line = np.abs(picture(canvas) - plain).max(axis=2) > 25
    painted = paint_stroke(np.zeros((H, W), bool), [canvas.map_to_image(at)], radius, True)
    ys, xs = np.nonzero(painted)
    for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
        centre = canvas.map_from_image(x + 0.5, y + 0.5)
        ring = painted[y, x + 1] and painted[y, x - 1] and painted[y + 1, x] and painted[y - 1, x]
        if ring and zoom >= 7 and radius >= 3:
            assert not line[centre.y(), centre.x()]
    for y in (ys.min(), ys.max() + 1):
        x = xs[ys == min(y, ys.max())].mean() + 0.5
        edge = canvas.map_from_image(x, y)
        assert line[edge.y() - 2 : edge.y() + 3, edge.x()].any()


def test_a_move_copies_nothing_of_the_size_of_the_image(canvas: Canvas) -> None:
    """Else painting on 24 megapixels would stutter."""
    height, width = 4000, 6000
    canvas.set_image(np.full((height, width, 3), 90, np.uint8))
    pixels = np.zeros((height, width), bool)
    pixels[300:3700, 400:5600] = True
    canvas.set_annotations([annotation(1, pixels)], COLORS)
    canvas.set_selected([1])
    take(canvas, "brush", 60.0)
    finish(canvas)
    paint(canvas, WAY[:3])
    tracemalloc.start()
    try:
        for place in WAY[3:]:
            tracemalloc.reset_peak()
            start = tracemalloc.get_traced_memory()[0]
            move(canvas, place, LEFT)
            QApplication.processEvents()
            assert tracemalloc.get_traced_memory()[1] - start < 4_000_000
    finally:
        tracemalloc.stop()
