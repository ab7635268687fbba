"""Masks on screen while they are dragged: they look as they will where they are let go, and a frame costs a copy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from canvas_hands import COLORS, H, W, annotation, picture, rectangle
from PySide6.QtWidgets import QApplication

from sam_annotator.core.mask_algebra import shifted
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.canvas.runs import MaskRuns


def specks(seed: int = 0) -> np.ndarray:
    """Blocks, single pixels and holes."""
    rng = np.random.default_rng(seed)
    pixels = rectangle(60, 50, 220, 180) & (rng.random((H, W)) < 0.97)
    return pixels | (rectangle(40, 30, 240, 200) & (rng.random((H, W)) < 0.02))


@pytest.mark.parametrize(("zoom", "way"), [(0.5, (40, 26)), (1.0, (33, -17)), (3.0, (-15, 21)), (1.0, (200, 150))])
def test_what_is_dragged_looks_as_it_will_when_it_is_let_go(canvas: Canvas, zoom: float, way: tuple[int, int]) -> None:
    """People would let go by guess, and see the object jump."""
    moved, other, still = annotation(1, specks()), annotation(2, specks(1)[::-1].copy(), 2), annotation(3, specks(2))
    canvas.set_annotations([moved, other, still], COLORS)
    canvas.set_selected([1, 2])
    canvas.zoom_by(zoom / canvas.scale)
    canvas.moving.show([1, 2], *way)
    canvas.update()
    shown = picture(canvas)
    after = [replace(a, mask=shifted(a.mask, *way)) for a in (moved, other)]
    canvas.set_annotations([*after, still], COLORS)
    canvas.moving.end()
    canvas.update()
    made = picture(canvas)
    assert not canvas.moving.is_ended
    x, y = canvas.map_from_image(0, 0).toTuple()  # what leaves the image is cut, and gets an outline there, when let go
    height, width = made.shape[:2]
    left, top = max(x, 0) + 8, max(y, 0) + 8
    right, bottom = min(x + round(W * zoom), width) - 8, min(y + round(H * zoom), height) - 8
    inside = slice(top, bottom), slice(left, right)
    differs = np.abs(shown[inside] - made[inside]).max(axis=2)
    if way == (200, 150):
        assert (differs > 8).mean() < 0.05  # what is left of it has its own handles, and an outline at the border
    else:
        assert differs.max() <= 4


def test_what_is_put_back_leaves_nothing(canvas: Canvas) -> None:
    """Escape would leave a ghost of the object, or take it off the screen."""
    canvas.set_annotations([annotation(1, specks())], COLORS)
    canvas.set_selected([1])
    before = picture(canvas)
    canvas.moving.show([1], 50, 40)
    canvas.update()
    assert not np.array_equal(picture(canvas), before)
    canvas.moving.clear()
    canvas.update()
    assert np.array_equal(picture(canvas), before)


def test_a_frame_of_a_drag_samples_no_mask(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mask of six megapixels would follow the pointer in jerks."""
    canvas.set_annotations([annotation(1, specks()), annotation(2, specks(1), 2)], COLORS)
    canvas.set_selected([1])
    canvas.moving.show([1], 1, 1)
    picture(canvas)  # all is made
    sampled: list[object] = []
    sample = MaskRuns.sample
    monkeypatch.setattr(MaskRuns, "sample", lambda runs, *rest: (sampled.append(runs), sample(runs, *rest))[1])
    for i in range(2, 40):
        canvas.moving.show([1], i, i // 2)
        canvas.set_hovered(1 if i % 2 else None)
        canvas.update()
        QApplication.processEvents()
    assert sampled == []


def test_zooming_while_dragging_keeps_it(canvas: Canvas) -> None:
    """The wheel in the middle of a drag would wipe the object off the screen."""
    canvas.set_annotations([annotation(1, specks())], COLORS)
    canvas.set_selected([1])
    canvas.moving.show([1], 30, 30)
    canvas.zoom_by(1.5)
    zoomed = picture(canvas)
    canvas.moving.clear()
    canvas.set_annotations([annotation(1, shifted(annotation(1, specks()).mask, 30, 30).to_array())], COLORS)
    assert (np.abs(zoomed - picture(canvas)).max(axis=2) > 60).mean() < 0.02  # half a pixel of the screen


def test_where_many_were_nothing_of_them_is_left(canvas: Canvas) -> None:
    """After moving all objects of a crowded image ghosts of some would stay on screen."""
    places = [(10 + 35 * (i % 10), 10 + 40 * (i // 10)) for i in range(60)]
    before = [annotation(i, rectangle(x, y, x + 20, y + 20)) for i, (x, y) in enumerate(places, 1)]
    canvas.set_annotations(before, COLORS)
    picture(canvas)
    after = [replace(a, mask=shifted(a.mask, 12, 9)) for a in before]
    canvas.set_annotations(after, COLORS)
    canvas.settle()
    shown = picture(canvas)
    canvas.set_annotations([], COLORS)
    canvas.settle()
    picture(canvas)
    canvas.set_annotations(after, COLORS)
    canvas.settle()
    assert np.array_equal(picture(canvas), shown)
