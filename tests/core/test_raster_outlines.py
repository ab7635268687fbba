"""Outlines and exact polygons of masks."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core import raster
from sam_annotator.core.mask import Mask


def random_pixels(seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    h, w = rng.integers(1, 24, 2)
    pixels = rng.random((h, w)) < rng.choice([0.05, 0.3, 0.5, 0.8, 1.0])
    return np.kron(pixels, np.ones((2, 3), bool)) if seed % 3 == 0 else pixels


def even_odd(loops: list[raster.Loop], size_hw: tuple[int, int]) -> np.ndarray:
    """Fill loops by counting the vertical edges left of each pixel."""
    crossings = np.zeros((size_hw[0], size_hw[1] + 1), int)
    for loop in loops:
        for (x0, y0), (x1, y1) in zip(loop.tolist(), np.roll(loop, -1, axis=0).tolist(), strict=True):
            if x0 == x1:
                crossings[min(y0, y1) : max(y0, y1), x0] += 1
    return np.cumsum(crossings, axis=1)[:, :-1] % 2 == 1


@pytest.mark.parametrize("seed", range(60))
def test_outlines_enclose_exactly_the_pixels(seed: int) -> None:
    """Else an outline would show other pixels than the mask has."""
    pixels = random_pixels(seed)
    loops = raster.outlines(pixels)
    assert (even_odd(loops, pixels.shape) == pixels).all()
    assert sum(raster.signed_area(loop) for loop in loops) == pixels.sum()


def test_hole_and_part_differ_in_sign() -> None:
    """Else a hole would be exported as a part."""
    pixels = np.ones((5, 7), bool)
    pixels[2, 3] = False
    assert sorted(raster.signed_area(loop) for loop in raster.outlines(pixels)) == [-1.0, 35.0]


def test_no_pixels_have_no_outline() -> None:
    """Else an empty mask would crash the canvas."""
    assert raster.outlines(np.zeros((4, 4), bool)) == []


@pytest.mark.parametrize("seed", range(40))
def test_exact_polygons_decode_to_the_same_mask(seed: int) -> None:
    """Else a polygon export would change pixels."""
    mask = Mask.from_array(random_pixels(seed))
    polygons = raster.exact_polygons(mask)
    if polygons is not None:
        assert Mask.from_polygons(polygons, mask.size_hw) == mask


def test_a_mask_with_a_hole_has_no_exact_polygons() -> None:
    """Else the hole would be filled."""
    pixels = np.ones((9, 9), bool)
    pixels[4, 4] = False
    assert raster.exact_polygons(Mask.from_array(pixels)) is None


def test_simplified_keeps_to_the_line() -> None:
    """Else a draft's outline would lie beside its mask."""
    angles = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    circle = np.column_stack((np.cos(angles), np.sin(angles))) * 50
    fewer = raster.simplified(circle, 0.3)
    assert 8 < len(fewer) < 100
    assert np.abs(np.hypot(*fewer.T) - 50).max() < 0.01
    middles = (fewer + np.roll(fewer, -1, axis=0)) / 2
    assert np.abs(np.hypot(*middles.T) - 50).max() < 0.35
