"""Brush, eraser, polygon, lasso, fill and outline in the real window: what they change, and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel, QSlider, QToolButton

from sam_annotator.core.mask import Mask
from sam_annotator.core.raster_paint import fill_polygon
from sam_annotator.core.records import Annotation
from sam_annotator.tools.brush import BrushTool
from sam_annotator.tools.outline import OutlineTool
from sam_annotator.tools.polygon import PolygonTool
from sam_annotator.ui.commands import UpdateAnnotations

if TYPE_CHECKING:
    from hands import Driver


Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, NO_KEYS = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
SIZE_HW = (120, 160)


def object_pixels() -> np.ndarray:
    """A block with a hole and an island in it, a part beside it, and two single pixels."""
    pixels = np.zeros(SIZE_HW, bool)
    pixels[30:90, 40:100] = True
    pixels[45:75, 55:85] = False
    pixels[58:62, 68:72] = True
    pixels[20:30, 120:135] = True
    pixels[110, 12] = pixels[5, 150] = True
    return pixels


@pytest.fixture
def driver(open_window: Open, photos: Photos) -> Driver:
    """A window whose first image has one annotation with everything that could get lost, selected."""
    driver = open_window(photos[0])
    edits = driver.parts.edits
    edits.add_category("thing")
    made = Annotation(0, edits.image.id, edits.current_category_id, Mask.from_array(object_pixels()))
    kept = edits.accept(made)
    assert kept is not None
    edits.select([kept.id])
    return driver


def drag(driver: Driver, *places: tuple[float, float], keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Drag from place to place in image pixels, with keys held."""
    canvas = driver.canvas
    QTest.mousePress(canvas, LEFT, keys, driver.at(*places[0]))
    for place in places[1:]:
        at = QPointF(driver.at(*place))
        event = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, keys)
        QApplication.sendEvent(canvas, event)
    QTest.mouseRelease(canvas, LEFT, keys, driver.at(*places[-1]))


def steps(driver: Driver) -> int:
    return driver.parts.edits.undo_stack.count()


def take(driver: Driver, tool: str, radius: float | None = None) -> None:
    driver.trigger(f"tool.{tool}")
    if radius is not None:
        driver.window.option_bar.findChild(QDoubleSpinBox).setValue(radius)


def mask_of(driver: Driver) -> Mask:
    [annotation] = driver.parts.edits.annotations
    return annotation.mask


def lock(driver: Driver) -> None:
    [before] = driver.parts.edits.annotations
    after = replace(before, locked=True)
    assert driver.parts.edits.run(lambda edits: UpdateAnnotations(edits, "Lock", [before], [after]))


def notices(driver: Driver) -> list[str]:
    said: list[str] = []
    driver.parts.edits.notice.connect(said.append)
    return said


def assert_one_step(driver: Driver, before: Mask, expected: np.ndarray, count: int) -> None:
    """It is one step, on disk, and undo and redo give the same bits."""
    assert np.array_equal(mask_of(driver).to_array(), expected)
    assert steps(driver) == count + 1
    after = mask_of(driver)
    driver.trigger("edit.undo")
    assert mask_of(driver).counts == before.counts
    driver.trigger("edit.redo")
    assert mask_of(driver).counts == after.counts
    [annotation] = driver.parts.edits.annotations
    assert driver.parts.edits.stored(annotation.id).mask == after


def test_a_brush_stroke_adds_its_pixels_and_nothing_else(driver: Driver) -> None:
    """Else holes, islands and single pixels would go with every stroke, and undo would not bring them back."""
    take(driver, "brush", 4.0)
    before, count = mask_of(driver), steps(driver)
    drag(driver, (110, 100), (125, 104), (140, 100))
    added = mask_of(driver).to_array() & ~object_pixels()
    ys, xs = np.nonzero(added)
    assert xs.min() in (105, 106, 107) and xs.max() in (142, 143, 144) and ys.min() >= 95 and ys.max() <= 108
    assert_one_step(driver, before, object_pixels() | added, count)


def test_the_eraser_takes_its_pixels_and_nothing_else(driver: Driver) -> None:
    """Else cleaning an edge would cost the island in the hole."""
    take(driver, "eraser", 3.0)
    before, count = mask_of(driver), steps(driver)
    drag(driver, (48, 35), (48, 60))
    gone = object_pixels() & ~mask_of(driver).to_array()
    ys, xs = np.nonzero(gone)
    assert gone.sum() > 100 and xs.min() >= 44 and xs.max() <= 52 and ys.max() <= 64
    assert_one_step(driver, before, object_pixels() & ~gone, count)


def test_the_smallest_brush_paints_and_erases_single_pixels(driver: Driver) -> None:
    """Else one wrong pixel could not be set right."""
    driver.canvas.zoom_by(6)
    take(driver, "brush", 0.5)
    before, count = mask_of(driver), steps(driver)
    driver.click(80.5, 60.5)
    expected = object_pixels()
    expected[60, 80] = True
    assert_one_step(driver, before, expected, count)
    take(driver, "eraser", 0.5)
    driver.click(80.5, 60.5)
    assert mask_of(driver) == before


def test_erasing_everything_deletes_the_annotation(driver: Driver) -> None:
    """Else an annotation without pixels would stay in lists and exports."""
    before = mask_of(driver)
    take(driver, "eraser", 200.0)
    count = steps(driver)
    driver.click(80, 60)
    assert driver.annotations == [] and steps(driver) == count + 1
    driver.trigger("edit.undo")
    assert mask_of(driver).counts == before.counts


def test_a_locked_annotation_is_not_painted_on(driver: Driver) -> None:
    """Else what was finished and locked would be changed by a slip of the hand."""
    lock(driver)
    before, count, said = mask_of(driver), steps(driver), notices(driver)
    take(driver, "brush", 10.0)
    drag(driver, (100, 100), (120, 100))
    take(driver, "eraser", 10.0)
    drag(driver, (50, 40), (70, 40))
    take(driver, "lasso")
    drag(driver, (10, 10), (40, 10), (40, 40), (10, 40))
    take(driver, "fill")
    driver.click(60, 50)
    take(driver, "polygon")
    for x, y in ((100, 100), (140, 100), (120, 115)):
        driver.click(x, y)
    driver.key(Qt.Key.Key_Return)
    take(driver, "outline")
    assert driver.canvas.tool.feedback is None
    assert mask_of(driver) == before and steps(driver) == count
    assert len(said) == 5 and all("locked" in text for text in said)


def test_without_a_selection_the_brush_makes_a_new_object_and_the_eraser_says_what_to_do(driver: Driver) -> None:
    """Else the first stroke of an object would go to the one before it, or vanish."""
    driver.parts.edits.select(())
    said = notices(driver)
    take(driver, "eraser", 3.0)
    drag(driver, (48, 35), (48, 60))
    assert len(said) == 1 and "Select" in said[0]
    take(driver, "brush", 3.0)
    drag(driver, (10, 60), (20, 60))
    assert len(driver.annotations) == 2 and np.array_equal(driver.annotations[0], object_pixels())
    drag(driver, (10, 70), (20, 70))
    assert len(driver.annotations) == 2  # the new one is selected


def turn_wheel(driver: Driver, by: int) -> None:
    """Turn the wheel with Alt held, which Qt gives as a turn sideways."""
    at = QPointF(driver.at(80, 60))
    alt, none = Qt.KeyboardModifier.AltModifier, Qt.ScrollPhase.NoScrollPhase
    place = QPointF(driver.canvas.mapToGlobal(at))
    event = QWheelEvent(at, place, QPoint(), QPoint(by, 0), Qt.MouseButton.NoButton, alt, none, False)
    QApplication.sendEvent(driver.canvas, event)


def test_brush_size_by_keys_wheel_and_bar(driver: Driver) -> None:
    """Else one of the ways that people know would do nothing, or leave the others behind."""
    take(driver, "brush", 10.0)
    tool, spin = driver.canvas.tool, driver.window.option_bar.findChild(QDoubleSpinBox)
    assert isinstance(tool, BrushTool) and tool.radius == 10
    driver.key(Qt.Key.Key_Period)
    assert tool.radius > 10 and spin.value() == tool.radius
    driver.key(Qt.Key.Key_Comma)
    driver.key(Qt.Key.Key_Comma)
    assert tool.radius < 10 and spin.value() == tool.radius
    for turned, way in ((120, 1), (-120, -1), (-120, -1)):
        before, scale = tool.radius, driver.canvas.scale
        turn_wheel(driver, turned)
        assert (tool.radius - before) * way > 0 and spin.value() == tool.radius and driver.canvas.scale == scale
    slider = next(s for s in driver.window.option_bar.findChildren(QSlider) if s.isVisible())
    for key, least, most in ((Qt.Key.Key_End, 300, 1000), (Qt.Key.Key_Home, 0.5, 0.5), (Qt.Key.Key_PageUp, 1, 40)):
        QTest.keyClick(slider, key)
        assert least <= tool.radius <= most and spin.value() == tool.radius
    size = tool.radius
    take(driver, "eraser")
    assert driver.canvas.tool.radius == size
    take(driver, "select")
    driver.key(Qt.Key.Key_Period)
    assert tool.radius == size


# Polygon


def polygon(driver: Driver) -> PolygonTool:
    take(driver, "polygon")
    tool = driver.canvas.tool
    assert isinstance(tool, PolygonTool)
    for x, y in ((105, 95), (150, 95), (150, 115)):
        driver.click(x, y)
    return tool


def filled(tool: PolygonTool) -> np.ndarray:
    return fill_polygon(np.zeros(SIZE_HW, bool), tool.points, True)


def test_vertices_of_a_polygon_are_moved_added_and_removed_before_it_is_applied(driver: Driver) -> None:
    """Else one slip would mean to draw the whole polygon again."""
    tool = polygon(driver)
    before, count = mask_of(driver), steps(driver)
    drag(driver, (150, 115), (145, 110), (140, 112))
    assert len(tool.points) == 3 and tool.points[2].x == pytest.approx(140, abs=0.5)
    drag(driver, (127, 95), (127, 85))
    assert len(tool.points) == 4 and tool.points[1].y == pytest.approx(85, abs=0.5)
    driver.click(150, 95, RIGHT)
    assert [round(p.x) for p in tool.points] == [105, 127, 140]
    driver.click(127, 85, modifier=ALT)
    assert len(tool.points) == 2
    driver.key(Qt.Key.Key_Z, CTRL)
    driver.key(Qt.Key.Key_Z, CTRL)
    assert [round(p.x) for p in tool.points] == [105, 127, 150, 140]
    driver.key(Qt.Key.Key_Y, CTRL)
    assert [round(p.x) for p in tool.points] == [105, 127, 140]
    driver.key(Qt.Key.Key_Z, CTRL)
    assert steps(driver) == count
    expected = object_pixels() | filled(tool)
    driver.key(Qt.Key.Key_Return)
    assert_one_step(driver, before, expected, count)


def test_the_undo_button_takes_steps_of_a_polygon(open_window: Open, photos: Photos) -> None:
    """Else the button would be grey while there is a corner to take back, or would take back more."""
    driver = open_window(photos[0])
    assert not driver.action("edit.undo").isEnabled()
    tool = polygon(driver)
    assert not driver.action("edit.redo").isEnabled()
    driver.trigger("edit.undo")
    assert len(tool.points) == 2
    driver.trigger("edit.redo")
    assert len(tool.points) == 3 and not driver.action("edit.redo").isEnabled()
    for _ in range(3):
        driver.trigger("edit.undo")
    assert tool.points == () and not driver.action("edit.undo").isEnabled()


def test_a_polygon_cuts_with_shift_and_escape_drops_it(driver: Driver) -> None:
    """Else a straight edge could only be added, or a polygon begun by mistake would have to be applied."""
    tool = polygon(driver)
    driver.key(Qt.Key.Key_Escape)
    assert tool.points == () and mask_of(driver) == Mask.from_array(object_pixels())
    before, count = mask_of(driver), steps(driver)
    for x, y in ((30, 20), (60, 20), (45, 100)):
        driver.click(x, y)
    expected = object_pixels() & ~filled(tool)
    driver.key(Qt.Key.Key_Return, SHIFT)
    assert_one_step(driver, before, expected, count)


# Lasso and fill


def test_the_lasso_adds_and_with_shift_cuts(driver: Driver) -> None:
    """Else a free shape would have to be clicked corner by corner."""
    take(driver, "lasso")
    before, count = mask_of(driver), steps(driver)
    drag(driver, (10, 10), (30, 10), (30, 25), (10, 25))
    added = mask_of(driver).to_array() & ~object_pixels()
    assert added[12:23, 12:28].all() and added.sum() < 21 * 16 + 40
    assert_one_step(driver, before, object_pixels() | added, count)
    before, count = mask_of(driver), steps(driver)
    drag(driver, (5, 5), (35, 5), (35, 28), (5, 28), keys=SHIFT)
    assert_one_step(driver, before, object_pixels(), count)
    drag(driver, (10, 10), (11, 10))  # no more than a tremble
    assert steps(driver) == count + 1


def test_fill_closes_a_hole_around_an_island_and_removes_a_part(driver: Driver) -> None:
    """Else holes would have to be painted over by hand, and flecks erased one by one."""
    take(driver, "fill")
    before, count = mask_of(driver), steps(driver)
    driver.click(60, 50)
    expected = object_pixels()
    expected[45:75, 55:85] = True
    assert_one_step(driver, before, expected, count)
    before, count = mask_of(driver), steps(driver)
    driver.click(127, 25, modifier=SHIFT)
    expected[20:30, 120:135] = False
    assert_one_step(driver, before, expected, count)


def test_fill_says_why_it_does_nothing(driver: Driver) -> None:
    """Else a click that changes nothing would look like a fault, or would fill the whole image."""
    take(driver, "fill")
    before, said = mask_of(driver), notices(driver)
    driver.click(20, 60)
    driver.click(110, 60)
    driver.click(45, 35)
    driver.click(60, 50, modifier=SHIFT)
    driver.parts.edits.select(())
    driver.click(60, 50)
    assert mask_of(driver) == before and len(said) == 5 and len(set(said)) == 3


def test_removing_the_last_part_deletes_the_annotation(driver: Driver) -> None:
    """Else it would stay without a pixel."""
    [annotation] = driver.parts.edits.annotations
    single = np.zeros(SIZE_HW, bool)
    single[50:60, 50:60] = True
    after = replace(annotation, mask=Mask.from_array(single))
    driver.parts.edits.run(lambda edits: UpdateAnnotations(edits, "", [annotation], [after]))
    take(driver, "fill")
    driver.click(55, 55, modifier=SHIFT)
    assert driver.annotations == []


# Outline


def outline(driver: Driver, tolerance: float = 2.0) -> OutlineTool:
    take(driver, "outline")
    tool = driver.canvas.tool
    assert isinstance(tool, OutlineTool) and tool.rings
    spins = driver.window.option_bar.findChildren(QDoubleSpinBox)
    next(s for s in spins if s.accessibleName() == "Outline tolerance").setValue(tolerance)
    return tool


def fit_text(driver: Driver) -> str:
    return driver.window.option_bar.findChild(QLabel, "outlineFit").text()


@pytest.mark.parametrize("tolerance", [0.0, 2.0, 30.0])
def test_applying_an_outline_that_was_not_edited_changes_no_pixel(driver: Driver, tolerance: float) -> None:
    """Else a look at the outline would cost single pixels and corners."""
    outline(driver, tolerance)
    before, count = mask_of(driver), steps(driver)
    driver.key(Qt.Key.Key_Return)
    assert mask_of(driver).counts == before.counts and steps(driver) == count


def test_a_vertex_of_the_outline_is_dragged_and_only_its_ring_changes(driver: Driver) -> None:
    """Else mending one corner would redraw the hole, the island and the other parts."""
    tool = outline(driver)
    before, count = mask_of(driver), steps(driver)
    drag(driver, (100, 30), (106, 26), (112, 22))
    assert tool.is_edited and steps(driver) == count
    moved = next(r for r in tool.rings if r.is_touched)
    expected = fill_polygon(np.zeros(SIZE_HW, bool), [tuple(p) for p in moved.vertices.tolist()], True)
    button = driver.window.option_bar.findChild(QToolButton, "applyOutline")
    driver.qtbot.waitUntil(button.isEnabled)
    expected[45:75, 55:85] = object_pixels()[45:75, 55:85]
    for part in ((slice(20, 30), slice(120, 135)), (110, 12), (5, 150)):
        expected[part] = True
    button.click()
    assert_one_step(driver, before, expected, count)
    assert not driver.canvas.tool.is_edited and driver.canvas.tool.rings


def test_vertices_of_the_outline_are_added_removed_and_taken_back(driver: Driver) -> None:
    """Else the outline could only be bent where it happens to have a corner."""
    tool = outline(driver)
    before, count = mask_of(driver), steps(driver)
    vertices = sum(len(r.vertices) for r in tool.rings)
    drag(driver, (70, 90), (70, 100))
    assert sum(len(r.vertices) for r in tool.rings) == vertices + 1
    driver.click(40, 30, RIGHT)
    assert sum(len(r.vertices) for r in tool.rings) == vertices
    driver.key(Qt.Key.Key_Z, CTRL)
    assert sum(len(r.vertices) for r in tool.rings) == vertices + 1
    driver.key(Qt.Key.Key_Z, CTRL)
    assert not tool.is_edited and mask_of(driver) == before
    driver.key(Qt.Key.Key_Y, CTRL)
    assert tool.is_edited
    driver.key(Qt.Key.Key_Escape)
    assert not tool.is_edited and tool.rings and driver.parts.edits.selection
    driver.key(Qt.Key.Key_Return)
    assert mask_of(driver).counts == before.counts and steps(driver) == count


def test_the_cost_of_the_tolerance_is_shown_live(driver: Driver) -> None:
    """Else nobody would know how much a coarse outline loses before it is lost."""
    take(driver, "brush", 20.0)
    drag(driver, (100, 60), (115, 70))
    outline(driver, 0.0)
    assert "1.0000" in fit_text(driver)
    exact = fit_text(driver)
    outline(driver, 12.0)
    coarse = fit_text(driver)
    assert coarse != exact and "1.0000" not in coarse
    outline(driver, 0.0)
    drag(driver, (40, 30), (30, 20))
    driver.qtbot.waitUntil(lambda: fit_text(driver) not in (exact, coarse))


def test_a_click_beside_the_outline_selects_another_object(driver: Driver) -> None:
    """Else each object would need a walk to another tool and back."""
    edits = driver.parts.edits
    [first] = edits.annotations
    pixels = np.zeros(SIZE_HW, bool)
    pixels[5:15, 5:25] = True
    other = edits.accept(Annotation(0, edits.image.id, edits.current_category_id, Mask.from_array(pixels)))
    edits.select([first.id])
    tool = outline(driver)
    driver.click(15, 10)
    assert edits.selection == {other.id} and len(tool.rings) == 1
    drag(driver, (25, 5), (30, 3))
    driver.click(70, 35)  # what is edited is not lost by a slip
    assert edits.selection == {other.id} and tool.is_edited
