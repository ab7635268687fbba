"""Brush strokes and polygon fill."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from sam_annotator.core import raster, raster_paint


def empty(h: int = 40, w: int = 60) -> np.ndarray:
    return np.zeros((h, w), bool)


def reference_stroke(size_hw: tuple[int, int], points: np.ndarray, radius: float) -> np.ndarray:
    """Every pixel whose centre is within the radius of any segment, by brute force."""
    ys, xs = np.mgrid[: size_hw[0], : size_hw[1]] + 0.5
    covered = np.zeros(size_hw, bool)
    segments = itertools.pairwise(points) if len(points) > 1 else [(points[0], points[0])]
    for a, b in segments:
        way = b - a
        t = ((xs - a[0]) * way[0] + (ys - a[1]) * way[1]) / max(way @ way, 1e-12)
        t = np.clip(t, 0, 1)
        covered |= np.hypot(xs - a[0] - t * way[0], ys - a[1] - t * way[1]) <= radius
    return covered


@pytest.mark.parametrize("seed", range(40))
def test_stroke_covers_what_lies_within_its_radius(seed: int) -> None:
    """Else the brush would paint beside the circle on screen."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(-10, 70, (int(rng.integers(1, 6)), 2))
    if seed % 4 == 0:
        points = np.round(points)
        points[:, 1] = points[0, 1]  # exactly horizontal
    radius = float(rng.uniform(1.5, 12))
    painted = raster_paint.paint_stroke(empty(), points.tolist(), radius, True)
    differs = painted != reference_stroke(painted.shape, points, radius)
    assert differs.sum() == 0


def test_one_click_of_the_thinnest_brush_is_one_pixel() -> None:
    """Else single pixels couldn't be corrected."""
    for x, y in ((7.0, 5.0), (7.5, 5.5), (7.99, 5.99), (7.01, 5.98)):
        painted = raster_paint.paint_stroke(empty(), [(x, y)], 0.5, True)
        assert painted.sum() == 1 and painted[5, 7]


def test_thinnest_stroke_has_no_gaps() -> None:
    """Else a thin line would fall into parts."""
    painted = raster_paint.paint_stroke(empty(), [(3.2, 4.9), (50.7, 31.1), (12.3, 35.5)], 0.5, True)
    ys, xs = np.nonzero(painted)
    reached, todo = {(ys[0], xs[0])}, [(ys[0], xs[0])]
    cells = set(zip(ys, xs, strict=True))
    while todo:
        y, x = todo.pop()
        for near in ((y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
            if near in cells and near not in reached:
                reached.add(near)
                todo.append(near)
    assert reached == cells


def test_stroke_keeps_holes_islands_and_the_array_given() -> None:
    """Else a brush stroke would fill a hole elsewhere, or undo would find the changed pixels."""
    pixels = empty()
    pixels[5:15, 5:15] = True
    pixels[8:11, 8:11] = False
    pixels[30, 50] = True
    before = pixels.copy()
    painted = raster_paint.paint_stroke(pixels, [(40, 10)], 4, True)
    assert (pixels == before).all()
    assert not painted[9, 9] and painted[30, 50] and painted[10, 40]
    erased = raster_paint.paint_stroke(painted, [(40, 10)], 4, False)
    assert (erased == before).all()


@pytest.mark.parametrize("points", [[], [(-100.0, -100.0)], [(200.0, 10.0), (300.0, 20.0)]])
def test_stroke_beside_the_image_changes_nothing(points: list[tuple[float, float]]) -> None:
    """Else a stroke that starts outside would crash."""
    assert not raster_paint.paint_stroke(empty(), points, 5, True).any()


def test_stroke_over_a_border_paints_the_part_inside() -> None:
    """Else objects at the border couldn't be painted."""
    painted = raster_paint.paint_stroke(empty(), [(-5, 20), (5, 20)], 3, True)
    assert painted[20, 0] and painted[18, 4] and not painted[25, 2]
    assert raster_paint.paint_stroke(empty(), [(60, 40)], 2, True)[39, 59]


def test_polygon_fills_pixels_whose_centre_is_inside() -> None:
    """Else a polygon would be a pixel too large, as COCO exporters often make it."""
    assert raster_paint.fill_polygon(empty(), [(10, 10), (20, 10), (20, 20), (10, 20)], True).sum() == 100
    assert (
        raster_paint.fill_polygon(empty(), [(10.6, 10.6), (20.4, 10.6), (20.4, 20.4), (10.6, 20.4)], True).sum() == 81
    )
    triangle = raster_paint.fill_polygon(empty(), [(0, 0), (20, 0), (0, 20)], True)
    ys, xs = np.mgrid[:40, :60] + 0.5
    assert (triangle[xs + ys < 19.99]).all() and not triangle[xs + ys > 20.01].any()


def test_polygon_direction_crossings_and_outside_corners() -> None:
    """Else drawing the other way round, or beyond the border, would give nothing."""
    square = [(10, 10), (20, 10), (20, 20), (10, 20)]
    assert raster_paint.fill_polygon(empty(), square[::-1], True).sum() == 100
    twice = raster_paint.fill_polygon(empty(), [*square, *square], True)
    assert twice.sum() == 100
    assert raster_paint.fill_polygon(empty(), [(-50, -50), (200, -50), (200, 200), (-50, 200)], True).all()
    assert not raster_paint.fill_polygon(empty(), [(-50, -50), (-10, -50), (-10, -10)], True).any()


def test_polygon_erases_and_keeps_the_rest() -> None:
    """Else erasing with a polygon would touch other pixels."""
    pixels = np.ones((40, 60), bool)
    pixels[0, 0] = False
    erased = raster_paint.fill_polygon(pixels, [(10, 10), (20, 10), (20, 20), (10, 20)], False)
    assert pixels.sum() == 2399 and erased.sum() == 2299 and not erased[0, 0]


def test_two_points_are_no_polygon() -> None:
    """Else closing too early would crash."""
    assert not raster_paint.fill_polygon(empty(), [(1, 1), (9, 9)], True).any()


def test_halved_and_resampled_keep_places() -> None:
    """Else the image would shift against the masks when zoomed out."""
    pixels = np.zeros((64, 64), np.uint8)
    pixels[16:32, 8:24] = 255
    half = raster.halved(pixels)
    assert half[8:16, 4:12].all() and half.sum() == 255 * 64
    same = raster.resampled(pixels, 1.0, 0.0, 0.0, (64, 64), border=0)
    assert (same == pixels).all()
    assert raster.bounding_box(pixels) == (8, 16, 16, 16)
    assert raster.bounding_box(np.zeros((3, 3), np.uint8)) == (0, 0, 0, 0)


def reference_polygon(size_hw: tuple[int, int], corners: np.ndarray) -> np.ndarray:
    """Every pixel around whose centre the corners turn, by summing up angles."""
    ys, xs = np.mgrid[: size_hw[0], : size_hw[1]] + 0.5
    turned = np.zeros(size_hw)
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        way = np.arctan2(b[1] - ys, b[0] - xs) - np.arctan2(a[1] - ys, a[0] - xs)
        turned += (way + np.pi) % (2 * np.pi) - np.pi
    return np.abs(turned) > np.pi


@pytest.mark.parametrize("seed", range(30))
def test_polygon_fills_what_its_line_goes_around(seed: int) -> None:
    """Else a polygon that crosses itself or the border would fill other pixels than shown."""
    corners = np.random.default_rng(seed).uniform(-15, 75, (3 + seed % 6, 2))
    filled = raster_paint.fill_polygon(empty(), corners.tolist(), True)
    assert (filled == reference_polygon(filled.shape, corners)).all()
