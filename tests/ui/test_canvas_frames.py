"""What a frame does and what is left for between frames, counted; and that in the end the picture is the right one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from canvas_hands import COLORS, GREY, annotation, move, picture, rectangle, wheel
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation
from sam_annotator.tools import make_tool
from sam_annotator.ui.canvas import LIGHT, Canvas, masks, scene, tiles
from sam_annotator.ui.canvas.runs import MaskRuns

SIZE_HW = (1200, 1600)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is rendered: "image" for the photograph of a tile, "mask" for each mask that is sampled."""
    done: list[str] = []
    sample_image, sample_mask = scene.sample_image, MaskRuns.sample

    def image(*arguments: Any) -> Any:
        done.append("image")
        return sample_image(*arguments)

    def mask(*arguments: Any) -> Any:
        done.append("mask")
        return sample_mask(*arguments)

    monkeypatch.setattr(scene, "sample_image", image)
    monkeypatch.setattr(MaskRuns, "sample", mask)
    return done


class Painted(QObject):
    """Notes where a widget is painted."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.rects: list[QRect] = []
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.region().boundingRect())
        return False

    def after(self, qtbot: QtBot) -> QRect:
        """Return what is painted of the changes made since the last time."""
        self.rects.clear()
        qtbot.waitUntil(lambda: bool(self.rects))
        return self.rects[0]


def large() -> tuple[np.ndarray, list[Annotation]]:
    """An image with structure, and masks of all sizes, some beyond what is sampled in one go."""
    rng = np.random.default_rng(3)
    height, width = SIZE_HW
    pixels = np.repeat(np.repeat(rng.integers(0, 256, (height // 8, width // 8, 3), np.uint8), 8, 0), 8, 1)
    made = []
    for i in range(40):
        inside = np.zeros(SIZE_HW, bool)
        w, h = (int(v) for v in rng.integers(3, 900 if i % 8 == 0 else 150, 2))
        x, y = int(rng.integers(0, width)), int(rng.integers(0, height))
        inside[y : y + h, x : x + w] = True
        inside[y + h // 3 : y + h // 2, x + w // 3 : x + w // 2] = False
        made.append(Annotation(i + 1, 1, i % 2 + 1, Mask.from_array(inside)))
    return pixels, made


@pytest.fixture
def full(canvas: Canvas) -> Iterator[Canvas]:
    pixels, made = large()
    canvas.set_image(pixels)
    canvas.set_annotations(made, COLORS)
    canvas.settle()
    canvas.repaint()
    yield canvas


def test_a_frame_of_a_zoom_renders_nothing(full: Canvas, steps: list[str]) -> None:
    """Zooming would stutter: a frame shows what is there, scaled, however many masks there are."""
    for notches in (1, 1, -1, -3, 0.25):
        wheel(full, QPoint(500, 300), notches)
        full.repaint()
    assert steps == []


def test_zooming_out_shows_all_of_the_image_at_once(full: Canvas) -> None:
    """What comes into sight would be black, or without its masks, until it is rendered."""
    whole = picture(full)
    full.zoom_by(6, QPointF(400, 300))
    full.settle()
    full.repaint()
    full.fit()
    beside = np.ones(whole.shape[:2], bool)
    beside[200:400, 300:500] = False  # what was in sight last is in front
    assert (one_frame(full) == whole)[beside].all()


def colors_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def one_frame(canvas: Canvas) -> np.ndarray:
    """The canvas as RGB after one frame, without what comes later."""
    target = QImage(canvas.size(), QImage.Format.Format_RGB32)
    canvas.render(target)
    return colors_of(target)


def on_screen(canvas: Canvas) -> np.ndarray:
    """What the screen shows of the canvas now, as RGB."""
    QApplication.processEvents()
    return colors_of(canvas.screen().grabWindow(canvas.winId()).toImage())


def test_what_is_left_comes_between_frames_and_is_the_right_picture(full: Canvas, qtbot: QtBot) -> None:
    """The picture would stay blurred, or masks be missing, after the last turn of the wheel."""
    for notches in (2, 1, -1):
        wheel(full, QPoint(500, 300), notches)
        full.repaint()
    qtbot.waitUntil(lambda: not full._rest.isActive())
    seen = one_frame(full)
    fresh = Canvas()
    qtbot.addWidget(fresh)
    fresh.resize(full.size())
    fresh.show()
    pixels, made = large()
    fresh.set_animated(False)
    fresh.set_image(pixels)
    fresh.set_annotations(made, COLORS)
    fresh._set_view(full.view)
    assert (picture(fresh) == seen).all()


def test_a_slice_ends_when_its_time_is_over(full: Canvas, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two frames the window would not listen while everything is rendered."""

    class Leaping:
        now = 0.0

        def perf_counter(self) -> float:
            self.now += 1.0
            return self.now

    leaping = Leaping()
    monkeypatch.setattr(scene, "time", leaping)
    monkeypatch.setattr(tiles, "time", leaping)
    full.zoom_by(1.7)
    full.repaint()
    for _ in range(5):
        before = len(steps)
        _, is_done = full._scene.work()
        assert not is_done and len(steps) - before <= 1


def test_tiles_have_no_seams(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines would be seen where tiles meet: a picture made of small tiles is that made of one."""
    pixels, made = large()
    views = []
    for tile in (4096, 97):
        monkeypatch.setattr(tiles, "TILE", tile)
        canvas.set_image(pixels)
        canvas.set_annotations(made, COLORS)
        seen = []
        for zoom in (1.0, 1.3, 0.61, 4.7):
            canvas.zoom_by(zoom, QPointF(300, 200))
            seen.append(picture(canvas))
        views.append(seen)
    for one, many in zip(*views, strict=True):
        assert np.abs(one - many).max() <= 2


def test_a_mask_is_sampled_once_and_lifting_it_samples_none(full: Canvas, steps: list[str]) -> None:
    """Moving over two hundred masks would sample each and its neighbours again and again."""
    small = [a for a in full._scene.annotations.annotations if a.mask.bbox_xywh[2] < 150]
    full.set_selected([a.id for a in small[:5]])
    full.settle()
    known = {a.mask for a in small}
    assert steps.count("mask") <= 3 * len([a for a in full._scene.annotations.annotations if a.mask not in known])
    steps.clear()
    full.zoom_by(0.8)
    full.settle()
    assert steps.count("mask") <= 40 + 8 * 20


def test_a_new_draft_repaints_where_it_is_and_was(full: Canvas, qtbot: QtBot) -> None:
    """Each answer would cost a painting of the whole window."""
    painted = Painted(full)
    one, two = np.zeros(SIZE_HW, bool), np.zeros(SIZE_HW, bool)
    one[100:200, 100:300] = True
    two[500:600, 900:1000] = True

    def place(inside: np.ndarray) -> QRect:
        ys, xs = np.nonzero(inside)
        corner = full.map_from_image(xs.min(), ys.min())
        return QRect(corner, full.map_from_image(xs.max() + 1, ys.max() + 1))

    full.set_draft(one, "#ff0000")
    first = painted.after(qtbot)
    assert first.contains(place(one)) and first.width() < place(one).width() + 20
    full.set_draft(two, "#ff0000")
    second = painted.after(qtbot)
    assert second.contains(place(one)) and second.contains(place(two))
    assert second.width() < full.width() * 0.8
    full.set_draft(None, "#ff0000")
    third = painted.after(qtbot)
    assert third.contains(place(two)) and not third.intersects(place(one))
    full.set_preview(one)
    assert painted.after(qtbot).width() < place(one).width() + 20
    full.set_preview(None)
    qtbot.wait(1)
    full.set_prompt(Prompt(((1200.0, 900.0),), (1,)))
    assert painted.after(qtbot).contains(full.map_from_image(1200, 900))


def test_painting_a_part_leaves_the_same_picture(full: Canvas, qtbot: QtBot) -> None:
    """Remains of an old mask, or a cut outline, would stand on screen."""
    rng = np.random.default_rng(0)
    for i in range(8):
        inside = np.zeros(SIZE_HW, bool)
        x, y = int(rng.integers(0, 1300)), int(rng.integers(0, 900))
        inside[y : y + 200, x : x + 250] = True
        full.set_draft(inside if i % 3 else None, "#00aa00")
        full.set_preview(inside[::-1] if i % 2 else None)
        full.set_prompt(Prompt(((float(x), float(y)),), (1,)))
        full.set_hovered(i + 1)
        full.repaint()
        qtbot.waitUntil(lambda: not full._rest.isActive())
        shown = on_screen(full)
        assert (shown == picture(full)).all()


def test_a_draft_is_shown_in_its_place_while_zooming(canvas: Canvas) -> None:
    """The mask would jump, or vanish, between the turn of the wheel and the next picture."""
    canvas.set_image(np.full((*SIZE_HW, 3), GREY, np.uint8))
    inside = np.zeros(SIZE_HW, bool)
    inside[400:800, 500:1100] = True
    canvas.set_draft(inside, "#0000ff")
    canvas.set_preview(inside)
    canvas.settle()
    canvas.repaint()
    for factor in (1.25, 1.25, 0.6, 0.7):
        canvas.zoom_by(factor, QPointF(420, 310))
        quick, exact = one_frame(canvas), picture(canvas)
        assert np.median(np.abs(quick - exact)[(exact != GREY).any(axis=2)]) == 0
        canvas.repaint()


def test_all_masks_hidden_and_shown_without_sampling(full: Canvas, steps: list[str]) -> None:
    """Comparing with the photograph by a key would take longer each time."""
    before = picture(full)
    full.set_masks_visible(False)
    full.settle()
    steps.clear()
    full.set_masks_visible(True)
    full.settle()
    small = [a for a in full._scene.annotations.annotations if a.mask.bbox_xywh[2] < 150]
    assert steps.count("mask") < 40 + 8 * 20 - len(small)
    assert (picture(full) == before).all()


def test_a_theme_recolors_what_is_around_the_image(full: Canvas) -> None:
    """A rim in the old theme's colour would stay around the image."""
    full.set_theme_colors(LIGHT)
    seen = picture(full)
    corner = full.map_from_image(0, 0)
    light = [int(LIGHT.background[i : i + 2], 16) for i in (1, 3, 5)]
    full.set_annotations([], COLORS)
    assert (picture(full)[corner.y() - 3 : corner.y(), 300:400] == light).all()
    assert (seen[2, 2] == light).all()


def test_panning_renders_only_what_comes_into_sight(full: Canvas, steps: list[str]) -> None:
    """Dragging would render the same again."""
    full.actual_size()
    full.settle()
    full.repaint()
    steps.clear()
    full._set_view(full.view.panned(-10, 0))
    full.repaint()
    shown = steps.count("image")
    assert shown <= 600 // tiles.TILE + 2  # one column of tiles at most
    full.settle()
    full._set_view(full.view.panned(10, 0))
    steps.clear()
    full.repaint()
    assert steps == []


def test_a_mask_beside_a_tile_is_nothing() -> None:
    """A tile that a mask's box touches, but none of its pixels, would break the painting."""
    inside = np.zeros((400, 400), bool)
    inside[:, :2] = inside[:, 398:] = True
    runs = MaskRuns(Mask.from_array(inside))
    empty = runs.sample(0.5, (50, 50, 60, 60))
    assert empty.dtype == np.uint8 and empty.shape == (60, 60) and not empty.any()


def test_many_changes_are_told_as_one(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    """Selecting 2,000 annotations would mark the tiles 2,000 times."""
    told: list[object] = []
    layer = masks.AnnotationLayer(told.append)
    made = [annotation(i + 1, rectangle(i % 100, 5, i % 100 + 4, 9)) for i in range(2000)]
    layer.set_annotations(made, COLORS)
    layer.set_selected(range(1, 2001))
    assert len(told) == 2
    layer.set_selected(range(1, 2000))
    assert len(told) == 3


def test_hovering_over_masks_repaints_and_stays_right(full: Canvas) -> None:
    """A mask once lifted would stay lifted."""
    full.set_tool(make_tool("select"))
    QApplication.sendEvent(full, QEvent(QEvent.Type.Leave))
    plain = picture(full)
    for x in range(60, 760, 50):
        move(full, QPoint(x, 300))
        full.repaint()
    QApplication.sendEvent(full, QEvent(QEvent.Type.Leave))
    QTest.qWait(1)
    assert (picture(full) == plain).all()


def test_handles_of_thousands_are_left_out(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all of 2,000 annotations selected each frame would take a tenth of a second."""
    drawn: list[object] = []
    monkeypatch.setattr(scene.marks, "draw_selection", lambda *arguments: drawn.append(arguments))
    made = [annotation(i + 1, rectangle(i % 100, 5, i % 100 + 4, 9)) for i in range(200)]
    canvas.set_annotations(made, COLORS)
    canvas.set_selected(range(1, 4))
    canvas.settle()
    assert len(drawn) == 3
    canvas.set_selected(range(1, 201))
    canvas.settle()
    assert len(drawn) == 3
