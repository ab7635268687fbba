"""The canvas looked at pixel by pixel."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from canvas_hands import (
    COLORS,
    GREY,
    LEFT,
    NO_KEYS,
    H,
    W,
    annotation,
    color_at,
    drag,
    move,
    picture,
    rectangle,
)
from patience import PROGRAM_S
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QNativeGestureEvent,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sam_annotator.core.geometry import Point
from sam_annotator.core.prompt import Prompt
from sam_annotator.tools import make_tool
from sam_annotator.tools.brush import BrushTool
from sam_annotator.tools.intents import PaintStroke, SelectAt, SelectBox
from sam_annotator.ui.canvas import LIGHT, Canvas, prepare_image

# What is seen


def test_the_image_is_where_the_mapping_says(canvas: Canvas) -> None:
    """Else clicks and pixels would not agree."""
    pixels = np.full((H, W, 3), GREY, np.uint8)
    pixels[100, 200] = (255, 0, 0)
    canvas.set_image(pixels)
    canvas.zoom_by(8 / canvas.scale, QPointF(canvas.map_from_image(200, 100)))
    corner = canvas.map_from_image(200, 100)
    shown = picture(canvas)[corner.y() - 2 : corner.y() + 10, corner.x() - 2 : corner.x() + 10]
    red = (shown == (255, 0, 0)).all(axis=2)
    expected = np.zeros((12, 12), bool)
    expected[2:10, 2:10] = True
    assert (red == expected).all()


def test_a_prepared_image_is_shown_alike(canvas: Canvas) -> None:
    """Else an image read on another thread would look different."""
    pixels = np.random.default_rng(0).integers(0, 256, (H, W, 3), np.uint8)
    canvas.set_image(pixels)
    plain = picture(canvas)
    canvas.set_image(prepare_image(pixels))
    assert (picture(canvas) == plain).all()


def test_masks_are_filled_in_their_color_and_holes_are_not(canvas: Canvas) -> None:
    """Else a hole would look like part of the object."""
    pixels = rectangle(50, 50, 250, 250)
    pixels[120:180, 120:180] = False
    canvas.set_annotations([annotation(1, pixels)], COLORS)
    filled, hole, beside = (color_at(canvas, *p) for p in ((80, 80), (150, 150), (300, 100)))
    assert filled[0] > GREY + 30 and filled[1] < GREY - 30
    assert (hole == GREY).all() and (beside == GREY).all()


def test_the_outline_lies_on_the_edge(canvas: Canvas) -> None:
    """Else one could not judge where an object ends: strongest within 1 px of the pixel edge, at every zoom."""
    canvas.set_annotations([annotation(1, rectangle(100, 100, 200, 200))], COLORS)
    canvas.set_mask_opacity(0.0)
    for zoom in (0.7, 1.0, 1.6, 4.0, 8.0):
        canvas.fit()
        canvas.zoom_by(zoom / canvas.scale, QPointF(canvas.map_from_image(100, 150)))
        at = canvas.map_from_image(100, 150)
        row = picture(canvas)[at.y(), at.x() - 8 : at.x() + 8]
        redness = row[:, 0] - row[:, 1]
        assert redness.max() > 200
        strongest = np.flatnonzero(redness > 200) - 8
        assert -2 <= strongest.min() <= 0 and -1 <= strongest.max() <= 1
        assert abs(redness[0]) < 10 and abs(redness[-1]) < 10


def test_a_single_pixel_is_seen(canvas: Canvas) -> None:
    """Else a stray pixel of a mask would be exported unseen."""
    canvas.set_annotations([annotation(1, rectangle(200, 100, 201, 101))], COLORS)
    canvas.zoom_by(8 / canvas.scale, QPointF(canvas.map_from_image(200, 100)))
    middle = color_at(canvas, 200.5, 100.5)
    assert middle[0] > middle[1] + 60
    canvas.fit()
    canvas.zoom_by(0.5 / canvas.scale)
    assert np.abs(picture(canvas)[..., 0] - picture(canvas)[..., 1]).max() > 25


def test_small_masks_lie_above_large_ones(canvas: Canvas) -> None:
    """Else an object within another couldn't be seen or selected."""
    small, large = annotation(1, rectangle(100, 100, 150, 150), 2), annotation(2, rectangle(20, 20, 300, 280))
    for order in ([small, large], [large, small]):
        canvas.set_annotations(order, COLORS)
        inside = color_at(canvas, 125, 125)
        assert inside[1] > inside[0]
        assert canvas.annotation_at(Point(125, 125)) == 1
        assert canvas.annotation_at(Point(40, 40)) == 2
        assert canvas.annotation_at(Point(350, 40)) is None


def test_hidden_masks_are_neither_seen_nor_selected(canvas: Canvas) -> None:
    """Else one couldn't look at the photograph itself."""
    plain = picture(canvas)
    canvas.set_annotations([annotation(1, rectangle(50, 50, 250, 250))], COLORS)
    canvas.set_selected([1])
    canvas.set_draft(rectangle(10, 10, 90, 90), "#0000ff")
    canvas.set_preview(rectangle(200, 200, 290, 290))
    canvas.set_masks_visible(False)
    assert (picture(canvas) == plain).all()
    assert canvas.annotation_at(Point(100, 100)) is None
    canvas.set_masks_visible(True)
    assert (picture(canvas) != plain).any()


def test_opacity_changes_the_fill(canvas: Canvas) -> None:
    """Else masks would hide what they lie on."""
    canvas.set_annotations([annotation(1, rectangle(50, 50, 250, 250))], COLORS)
    seen = []
    for opacity in (0.0, 0.3, 0.8):
        canvas.set_mask_opacity(opacity)
        seen.append(int(color_at(canvas, 150, 150)[0]))
    assert seen[0] == GREY and seen[0] < seen[1] < seen[2]


def test_changed_masks_are_drawn_again_and_the_others_stay(canvas: Canvas) -> None:
    """Else a deleted mask would stay on screen."""
    one, two = annotation(1, rectangle(20, 20, 100, 100)), annotation(2, rectangle(200, 150, 300, 250))
    canvas.set_annotations([one, two], COLORS)
    both = picture(canvas)
    canvas.set_annotations([two], COLORS)
    at = canvas.map_from_image(60, 60)
    assert (picture(canvas)[at.y(), at.x()] == GREY).all()
    canvas.set_annotations([one, two], COLORS)
    assert (picture(canvas) == both).all()
    canvas.set_annotations([one, two], {1: "#0000ff"})
    assert color_at(canvas, 60, 60)[2] > GREY + 30


def test_the_four_states_look_different_without_color(canvas: Canvas) -> None:
    """Else a colour-blind person couldn't tell what is accepted: compared in grey."""
    pixels = rectangle(100, 80, 300, 220)
    looks: list[np.ndarray] = []
    for show in ("accepted", "hovered", "selected", "draft"):
        canvas.set_annotations([] if show == "draft" else [annotation(1, pixels)], {1: "#777777"})
        canvas.set_draft(pixels if show == "draft" else None, "#777777")
        canvas.set_hovered(1 if show == "hovered" else None)
        canvas.set_selected([1] if show == "selected" else [])
        looks.append(picture(canvas).mean(axis=2))
    for i, a in enumerate(looks):
        for b in looks[:i]:
            assert (np.abs(a - b) > 40).sum() > 300


def test_prompts_have_the_same_size_at_every_zoom(canvas: Canvas) -> None:
    """Else points would hide small objects when zoomed in."""
    canvas.set_prompt(Prompt(((100.0, 100.0), (300.0, 200.0)), (1, 0)))
    sizes = []
    for zoom in (1.0, 2.0, 8.0):
        canvas.fit()
        canvas.zoom_by(zoom / canvas.scale, QPointF(canvas.map_from_image(100, 100)))
        at = canvas.map_from_image(100, 100)
        near = picture(canvas)[at.y() - 20 : at.y() + 20, at.x() - 20 : at.x() + 20]
        sizes.append(int((np.abs(near - GREY).max(axis=2) > 20).sum()))
    assert max(sizes) - min(sizes) <= 24 and min(sizes) > 150


def test_prompts_are_told_apart(canvas: Canvas) -> None:
    """Else positive and negative points would be mixed up: a filled green disc, a red ring on white."""
    canvas.set_prompt(Prompt(((100.0, 100.0), (300.0, 200.0)), (1, 0), (50.0, 50.0, 350.0, 250.0)))
    seen = picture(canvas)
    plus, minus = canvas.map_from_image(100, 100), canvas.map_from_image(300, 200)
    green, inner = seen[plus.y() - 5, plus.x() - 3], seen[minus.y() - 4, minus.x()]
    assert green[1] > green[0] + 40
    assert inner.min() > 180
    edge = canvas.map_from_image(200, 50)
    assert seen[edge.y() - 2 : edge.y() + 3, edge.x()].max() > 220


def test_the_draft_moves_only_when_animated(canvas: Canvas, qtbot: QtBot) -> None:
    """Else a still outline would cost power, or a moving one not move."""
    canvas.set_draft(rectangle(50, 50, 300, 250), "#e69f00")
    still = picture(canvas)
    QTest.qWait(150)
    assert (picture(canvas) == still).all()
    canvas.set_animated(True)
    before = picture(canvas)
    qtbot.waitUntil(lambda: bool((picture(canvas) != before).any()))


def test_a_ragged_draft_is_shown_too(canvas: Canvas) -> None:
    """Else a mask like noise would freeze the window while its outline is traced."""
    noise = np.random.default_rng(0).random((H, W)) < 0.5
    canvas.set_draft(noise, "#ff0000")
    canvas.actual_size()
    assert (picture(canvas) != GREY).any()
    canvas.set_draft(np.zeros((H, W), bool), "#ff0000")
    assert (color_at(canvas, 100, 100) == GREY).all()


def test_another_image_shows_nothing_of_the_one_before(canvas: Canvas) -> None:
    """No mask on a wrong image."""
    plain = picture(canvas)
    canvas.set_annotations([annotation(1, rectangle(50, 50, 250, 250))], COLORS)
    canvas.set_selected([1])
    canvas.set_draft(rectangle(10, 10, 90, 90), "#0000ff")
    canvas.set_preview(rectangle(200, 200, 290, 290))
    canvas.set_prompt(Prompt(((100.0, 100.0),), (1,)))
    assert (picture(canvas) != plain).any()
    canvas.set_image(np.full((H, W, 3), GREY, np.uint8))
    assert (picture(canvas) == plain).all()


def test_keep_view(canvas: Canvas) -> None:
    """Else two images of a series couldn't be compared at one place."""
    canvas.zoom_by(3, QPointF(100, 100))
    view = canvas.view
    canvas.set_image(np.zeros((H, W, 3), np.uint8), keep_view=True)
    assert canvas.view == view
    canvas.set_image(np.zeros((H, W, 3), np.uint8))
    assert canvas.view != view


# Selecting


def test_select_tool_highlights_and_selects(canvas: Canvas, intents: list[object]) -> None:
    """Else one wouldn't know what a click selects."""
    canvas.set_tool(make_tool("select"))
    canvas.set_annotations([annotation(7, rectangle(50, 50, 150, 150))], COLORS)
    heard: list[int | None] = []
    canvas.hovered.connect(heard.append)
    plain = picture(canvas)
    move(canvas, canvas.map_from_image(100, 100))
    assert heard == [7] and (picture(canvas) != plain).any()
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.ControlModifier, canvas.map_from_image(100, 100))
    assert isinstance(intents[-1], SelectAt) and intents[-1].toggle
    move(canvas, canvas.map_from_image(300, 200))
    assert heard == [7, None] and (picture(canvas) == plain).all()


def test_select_tool_selects_by_dragging_a_box(canvas: Canvas, intents: list[object]) -> None:
    """Else a drag with the select tool would move the image, or do nothing."""
    canvas.set_tool(make_tool("select"))
    canvas.zoom_by(4)
    before = canvas.map_from_image(0, 0)
    drag(canvas, QPoint(400, 300), QPoint(340, 270))
    assert canvas.map_from_image(0, 0) == before
    assert [type(intent) for intent in intents] == [SelectBox]


# Words


def test_message_with_its_button(canvas: Canvas, qtbot: QtBot) -> None:
    """Else an empty project would say nothing, or its button do nothing."""
    canvas.set_image(None)
    canvas.set_message("No images yet", "Choose a folder of photographs.", "Open a folder")
    button = canvas.findChild(QPushButton, "canvasMessageButton")
    assert button is not None and button.isVisible()
    with qtbot.waitSignal(canvas.message_action):
        QTest.mouseClick(button, LEFT)
    canvas.set_message("")
    assert not button.isVisible()


def test_message_fits_small_windows_and_long_words(canvas: Canvas) -> None:
    """Else a message would be cut off."""
    canvas.set_message("這張圖片無法讀取" * 3, "A long detail that takes several lines in a small window. " * 3, "Next")
    for width, height in ((800, 600), (300, 400)):
        canvas.resize(width, height)
        panel = canvas.findChild(QPushButton, "canvasMessageButton").parentWidget()
        assert canvas.rect().contains(panel.geometry())


def test_busy_chip_and_theme(canvas: Canvas) -> None:
    """Else waiting would look like hanging, and the light theme stay dark."""
    plain = picture(canvas)
    canvas.set_busy("Encoding the image... 3 s")
    chip = picture(canvas)
    assert (chip[560:590, 15:150] != plain[560:590, 15:150]).any() and (chip[:500] == plain[:500]).all()
    canvas.set_busy("")
    assert (picture(canvas) == plain).all()
    canvas.set_theme_colors(LIGHT)
    assert QColor(*picture(canvas)[2, 2].tolist()).name() == LIGHT.background


def test_what_the_brush_shows_is_what_it_paints(canvas: Canvas) -> None:
    """Else the circle would lie: it is as large on screen as the brush in the image."""
    canvas.set_tool(BrushTool(20.0))
    plain = picture(canvas)
    move(canvas, canvas.map_from_image(200, 150))
    changed = np.abs(picture(canvas) - plain).max(axis=2) > 40
    xs = np.flatnonzero(changed.any(axis=0))
    assert xs.max() - xs.min() == pytest.approx(40 * canvas.scale, abs=5)
    assert canvas.cursor().shape() == Qt.CursorShape.BlankCursor


def test_focus_and_name(canvas: Canvas) -> None:
    """Else keyboard and screen reader users couldn't reach the image."""
    assert canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus and canvas.accessibleName()
    assert canvas.objectName() == "canvas"


SCRIPT = """
import numpy as np, sys
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from sam_annotator.ui.canvas import Canvas
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
app = QApplication(sys.argv)
canvas = Canvas(); canvas.resize(400, 300); canvas.show(); app.processEvents()
assert canvas.devicePixelRatioF() == 2.0
pixels = np.zeros((300, 400, 3), np.uint8); pixels[::2, ::2] = 255; pixels[1::2, 1::2] = 255
canvas.set_image(pixels); canvas.actual_size()
assert canvas.scale == 1.0
def seen():
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)
shot = seen()
assert shot.shape == (600, 800, 3)
x, y = (v for v in canvas.view.origin_device)
assert (shot[y : y + 300, x : x + 400] == pixels).all(), "100 % is not crisp"
mask = np.zeros((300, 400), bool); mask[100:200, 100:200] = True
canvas.set_image(np.full((300, 400, 3), 128, np.uint8)); canvas.set_mask_opacity(0.0)
canvas.set_annotations([Annotation(1, 1, 1, Mask.from_array(mask))], {1: "#ff0000"})
canvas.zoom_by(8 / canvas.scale, QPointF(canvas.map_from_image(100, 150)))
at = canvas.view.as_painted.to_widget(100, 150)
row = seen()[round(at[1] * 2), round(at[0] * 2) - 12 : round(at[0] * 2) + 12]
strong = np.flatnonzero(row[:, 0] - row[:, 1] > 200) - 12
assert 3 <= strong.size <= 5 and -2.5 <= strong.mean() + 0.5 <= 1, strong
print("ok")
"""


def test_crisp_on_a_2x_screen() -> None:
    """Else everything would be blurred, or half as large, on a fine screen."""
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=PROGRAM_S, check=False
    )
    assert done.stdout.strip() == "ok", done.stderr


def test_a_pinch_zooms_at_the_fingers(canvas: Canvas) -> None:
    """Else a trackpad's own gesture would do nothing."""
    at = QPointF(canvas.map_from_image(100, 100))
    before, target = canvas.scale, canvas.map_to_image(at)
    device = QPointingDevice.primaryPointingDevice()
    for kind, value in ((Qt.NativeGestureType.ZoomNativeGesture, 0.5), (Qt.NativeGestureType.RotateNativeGesture, 9)):
        QApplication.sendEvent(
            canvas, QNativeGestureEvent(kind, device, 2, at, at, canvas.mapToGlobal(at), value, QPointF())
        )
    assert canvas.scale == pytest.approx(before * 1.5)
    assert canvas.map_from_image(*target) == at.toPoint()


def test_focus_by_key_is_seen(canvas: Canvas) -> None:
    """Else keyboard users wouldn't know that keys go to the image; a click needs no frame."""
    plain = picture(canvas)
    for reason, framed in ((Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusIn, reason))
        assert bool((picture(canvas)[0] != plain[0]).any()) == framed


def test_the_same_answer_again_costs_nothing_and_another_is_drawn(canvas: Canvas) -> None:
    """Else every refresh of the window would measure the draft anew, or a new answer not be seen."""
    masks = np.stack([rectangle(50, 50, 150, 150), rectangle(200, 100, 300, 200)])
    masks.flags.writeable = False
    canvas.set_draft(masks[0], "#ff0000")
    first = picture(canvas)
    canvas.set_draft(masks[0], "#ff0000")
    assert (picture(canvas) == first).all()
    canvas.set_draft(masks[1], "#ff0000")
    assert (color_at(canvas, 100, 100) == GREY).all() and color_at(canvas, 250, 150)[0] > GREY + 30
    changing = rectangle(50, 50, 150, 150)
    canvas.set_draft(changing, "#ff0000")
    changing[:] = False
    canvas.set_draft(changing, "#ff0000")
    assert (color_at(canvas, 100, 100) == GREY).all()


def test_a_stroke_is_drawn_evenly_and_ends_with_its_intent(canvas: Canvas, intents: list[object]) -> None:
    """Else a stroke would look darker where the pointer moved slowly, or stay on screen after its release."""
    canvas.set_tool(BrushTool(12.0))
    canvas.set_draft(None, "#0000ff")
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    plain = picture(canvas)
    QTest.mousePress(canvas, LEFT, NO_KEYS, canvas.map_from_image(100, 150))
    for x in range(101, 220, 3):
        move(canvas, canvas.map_from_image(x, 150), LEFT)
        canvas.repaint()
    row = canvas.map_from_image(100, 150).y()
    left, right = canvas.map_from_image(100, 150).x(), canvas.map_from_image(190, 150).x()
    painted = picture(canvas)[row, left:right]
    assert (painted[:, 2] > GREY + 40).all() and np.ptp(painted, axis=0).max() <= 2
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, canvas.map_from_image(220, 150))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert (picture(canvas) == plain).all()
    assert len(intents) == 1 and isinstance(intents[0], PaintStroke) and len(intents[0].points) > 30
