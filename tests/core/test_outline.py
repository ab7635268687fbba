"""Outlines that are edited: what is not touched stays, and the IoU shown is that of the pixels."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.mask import Mask
from sam_annotator.core.outline import Ring, at_tolerance, fit, redrawn, rings_of
from sam_annotator.core.raster_paint import fill_polygon


def noise(seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.random((int(rng.integers(1, 30)), int(rng.integers(1, 30)))) < rng.choice([0.1, 0.5, 0.9])


def blob() -> np.ndarray:
    ys, xs = np.mgrid[:120, :160] + 0.5
    pixels = np.hypot(xs - 70, ys - 60) < 45
    pixels &= np.hypot(xs - 70, ys - 60) > 12
    pixels[58:62, 68:72] = True  # an island in the hole
    pixels[5, 150] = True  # a single pixel
    pixels[100:115, 130:150] = True
    return pixels


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("tolerance", [0.0, 1.0, 3.0, 20.0])
def test_what_was_not_touched_keeps_every_pixel(seed: int, tolerance: float) -> None:
    """Else looking at an outline and applying it would eat single pixels, holes and corners."""
    mask = Mask.from_array(noise(seed))
    rings = rings_of(mask, tolerance)
    assert redrawn(rings, mask.size_hw) == mask
    assert all(len(ring.vertices) >= 3 for ring in rings)
    if tolerance == 0:
        assert fit(rings, mask) == 1.0


def test_the_fit_is_the_iou_of_the_pixels_within_the_vertices() -> None:
    """Else the number beside the slider would promise something else than what is applied."""
    pixels = blob()
    mask = Mask.from_array(pixels)
    for tolerance in (0.5, 2.0, 6.0, 15.0):
        rings = rings_of(mask, tolerance)
        touched = [Ring(r.exact, r.is_hole, r.vertices, is_touched=True) for r in rings]
        applied = redrawn(touched, mask.size_hw)
        assert fit(rings, mask) == pytest.approx(mask.iou(applied), abs=1e-12)
    fits = [fit(at_tolerance(rings_of(mask, 0), t), mask) for t in (0, 1, 4, 12)]
    assert fits[0] == 1.0 and fits == sorted(fits, reverse=True) and fits[-1] < 0.97


def test_a_touched_ring_is_its_vertices_and_the_others_stay() -> None:
    """Else dragging one corner would redraw the other parts, or fill the hole."""
    pixels = blob()
    mask = Mask.from_array(pixels)
    rings = list(rings_of(mask, 2.0))
    outer = next(i for i, r in enumerate(rings) if not r.is_hole and len(r.exact) > 60)
    vertex = int(np.argmin(rings[outer].vertices[:, 0]))
    rings[outer] = rings[outer].moved(vertex, 2.0, 60.0)
    after = redrawn(rings, mask.size_hw).to_array()
    filled = fill_polygon(np.zeros_like(pixels), [tuple(p) for p in rings[outer].vertices.tolist()], True)
    hole = np.hypot(*(np.mgrid[:120, :160] + 0.5 - np.array((60, 70))[:, None, None])) <= 12
    expected = filled & ~hole
    expected[58:62, 68:72] = expected[5, 150] = True
    expected[100:115, 130:150] = True
    assert np.array_equal(after, expected)
    assert at_tolerance(rings, 9.0)[outer] is rings[outer]


def test_vertices_can_be_added_and_removed_down_to_a_triangle() -> None:
    """Else a part could be edited away to a line that is nothing and can't be taken hold of."""
    ring = rings_of(Mask.from_array(np.ones((4, 6), bool)), 0.0)[0]
    assert len(ring.vertices) == 4
    more = ring.with_vertex(1, 3.0, -2.0)
    assert len(more.vertices) == 5 and more.is_touched and tuple(more.vertices[1]) == (3.0, -2.0)
    fewer = more.without_vertex(1).without_vertex(0)
    assert len(fewer.vertices) == 3 and fewer.without_vertex(0) is fewer
