"""Outlines enclose exactly the pixels, and polygons are given only where they decode to exactly the mask."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy
from pycocotools import mask as coco_mask

from sam_annotator.core.mask import Mask
from sam_annotator.core.raster import Loop, exact_polygons, outlines, signed_area

Plane = npt.NDArray[np.bool_]

planes = st_numpy.arrays(np.bool_, st_numpy.array_shapes(min_dims=2, max_dims=2, max_side=16))


def plane_of(drawing: str) -> Plane:
    """Return the mask of a drawing with # for inside."""
    return np.array([[letter == "#" for letter in line] for line in drawing.split()])


def has_hole(plane: Plane) -> bool:
    """Whether background can't reach the border, stepping in all eight directions. Slow and simple."""
    outside = ~np.pad(plane, 1)
    reached = np.zeros_like(outside)
    todo = [(0, 0)]
    reached[0, 0] = True
    while todo:
        y, x = todo.pop()
        for dy, dx in itertools.product((-1, 0, 1), repeat=2):
            at = (y + dy, x + dx)
            inside = 0 <= at[0] < outside.shape[0] and 0 <= at[1] < outside.shape[1]
            if inside and outside[at] and not reached[at]:
                reached[at] = True
                todo.append(at)
    return bool((outside & ~reached).any())


def parts(plane: Plane) -> int:
    """Count parts whose pixels share edges. Slow and simple."""
    left = {(int(y), int(x)) for y, x in np.argwhere(plane)}
    number = 0
    while left:
        number += 1
        todo = [left.pop()]
        while todo:
            y, x = todo.pop()
            for at in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                if at in left:
                    left.remove(at)
                    todo.append(at)
    return number


def filled(loops: list[npt.NDArray[np.int32]], shape: tuple[int, ...]) -> Plane:
    """Fill loops by counting the vertical edges to the left of each pixel's centre."""
    crossings = np.zeros((shape[0], shape[1] + 1), np.int64)
    for loop in loops:
        for (x0, y0), (x1, y1) in zip(loop.tolist(), np.roll(loop, -1, axis=0).tolist(), strict=True):
            if x0 == x1:
                crossings[min(y0, y1) : max(y0, y1), x0] += 1
    return np.cumsum(crossings, axis=1)[:, :-1] % 2 == 1


def assert_outlines(plane: Plane) -> list[npt.NDArray[np.int32]]:
    loops = outlines(plane)
    areas = [signed_area(loop) for loop in loops]
    assert sum(areas) == plane.sum()
    assert (filled(loops, plane.shape) == plane).all()
    for loop in loops:
        assert loop.dtype == np.int32 and loop.shape[0] >= 4 and loop.shape[0] % 2 == 0
        assert loop.min() >= 0 and (loop.max(axis=0) <= plane.shape[::-1]).all()
        step = np.roll(loop, -1, axis=0) - loop
        assert ((step == 0).sum(axis=1) == 1).all()  # along a row or a column, never both, never nothing
        assert ((step[:, 0] == 0) != (np.roll(step[:, 0], 1) == 0)).all()  # in turn
    return loops


@settings(max_examples=300, deadline=None)
@given(planes)
def test_outlines_enclose_exactly_the_pixels(plane: Plane) -> None:
    """Else the outline drawn on screen is not that of the mask."""
    loops = assert_outlines(plane)
    assert sum(signed_area(loop) > 0 for loop in loops) == parts(plane)
    assert any(signed_area(loop) < 0 for loop in loops) == has_hole(plane)


DRAWINGS = {
    "one pixel": ("#", [1]),
    "ring": ("#### #..# #..# ####", [16, -4]),
    "two parts": ("#.# #.#", [2, 2]),
    "corner to corner": ("#. .#", [1, 1]),
    "corner to corner, the other way": (".# #.", [1, 1]),
    "ring open at a corner": (".## #.# ###", [7]),
    "two holes": ("##### #.#.# #####", [15, -1, -1]),
    "two holes corner to corner": ("#### #.## ##.# ####", [16, -1, -1]),
    "island in a hole": ("##### #...# #.#.# #...# #####", [25, -9, 1]),
    "full": ("### ###", [6]),
    "empty": ("... ...", []),
}


@pytest.mark.parametrize("drawing,areas", [pytest.param(*value, id=name) for name, value in DRAWINGS.items()])
def test_parts_and_holes_are_told_by_their_sign(drawing: str, areas: list[int]) -> None:
    """Else a hole is filled, or drawn as a part."""
    loops = assert_outlines(plane_of(drawing))
    found = sorted(signed_area(loop) for loop in loops)
    if drawing == DRAWINGS["two holes corner to corner"][0]:
        assert sum(found) == 14 and sum(a for a in found if a < 0) == -2  # the two may share one loop
    else:
        assert found == sorted(areas)


def test_loops_turn_with_the_part_on_their_right() -> None:
    """Else fills by winding leave parts out."""
    (loop,) = outlines(plane_of("... .#. ..."))
    corners = [tuple(corner) for corner in loop.tolist()]
    start = corners.index((1, 1))
    assert corners[start:] + corners[:start] == [(1, 1), (2, 1), (2, 2), (1, 2)]


def decoded(polygons: list[list[float]], height: int, width: int) -> Plane:
    """Decode polygons with pycocotools alone."""
    merged = coco_mask.merge(coco_mask.frPyObjects(polygons, height, width))
    plane: Plane = coco_mask.decode(merged).astype(bool)
    return plane


def assert_polygons(plane: Plane) -> None:
    polygons = exact_polygons(Mask.from_array(plane))
    if not plane.any() or has_hole(plane):
        assert polygons is None
        return
    assert polygons is not None
    assert len(polygons) == parts(plane)
    assert all(len(p) >= 8 and all(type(v) is float for v in p) for p in polygons)
    assert (decoded(polygons, *plane.shape) == plane).all()


def test_every_small_mask_without_a_hole_has_exact_polygons() -> None:
    """Else an export with polygons changes pixels, or falls back to RLE without need: all masks of 3 x 4 pixels."""
    for bits in range(1 << 12):
        assert_polygons((bits >> np.arange(12) & 1).astype(bool).reshape(3, 4))


@settings(max_examples=300, deadline=None)
@given(planes)
def test_any_mask_has_exact_polygons_or_none(plane: Plane) -> None:
    """Else an export with polygons changes pixels of some mask."""
    assert_polygons(plane)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.05, 0.95))
def test_larger_masks_have_exact_polygons_or_none(seed: int, level: float) -> None:
    """Else the outlines of real objects, far from the border and at it, come back changed."""
    noise = np.random.default_rng(seed).random((60, 70))
    for _ in range(4):
        noise = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1) + np.roll(noise, -1, 0)) / 4
    assert_polygons(noise > np.quantile(noise, level))


def test_polygons_lie_where_the_mask_does() -> None:
    """Else the polygons of a small object in a large image are shifted to the corner."""
    plane = np.zeros((500, 700), np.bool_)
    plane[490:500, 600:700] = True
    assert exact_polygons(Mask.from_array(plane)) == [[600.0, 490.0, 700.0, 490.0, 700.0, 500.0, 600.0, 500.0]]


def test_an_outline_too_long_to_fill_has_no_polygons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the export of one extreme mask stops the whole export instead of writing that mask as RLE."""
    monkeypatch.setattr("sam_annotator.core.mask._MAX_POLYGON_STEPS", 50)
    assert exact_polygons(Mask.from_array(np.ones((20, 20), np.bool_))) is None


def test_outlines_of_a_large_mask_are_quick(count_steps: Callable[[Callable[[], object]], int]) -> None:
    """Else the window stutters with each mask of a 12-megapixel photograph: Python's work goes with the corners."""
    ys, xs = np.ogrid[:3000, :4000]
    plane = (ys - 1500) ** 2 + (xs - 2000) ** 2 < 1200**2
    plane[::40, ::40] = False
    loops: list[Loop] = []
    steps = count_steps(lambda: loops.extend(outlines(plane)))
    assert sum(signed_area(loop) for loop in loops) == plane.sum()
    corners = sum(len(loop) for loop in loops)
    assert corners < 40_000 and steps < 20 * corners
