"""Small holes and islands are those of segment_anything."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core import raster


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("min_area", [1, 4, 20, 5000])
@pytest.mark.parametrize("mode", ["holes", "islands"])
def test_small_regions_are_segment_anything_s(seed: int, min_area: int, mode: str) -> None:
    """Masks found automatically would differ from those of a script with the same parameters."""
    from segment_anything.utils.amg import remove_small_regions

    rng = np.random.default_rng(seed)
    coarse = rng.random((9, 11)) < rng.choice([0.1, 0.4, 0.7, 0.95])
    pixels = np.kron(coarse, np.ones((5, 4), np.bool_)) ^ (rng.random((45, 44)) < 0.02)
    before = pixels.copy()
    expected, is_changed = remove_small_regions(pixels, min_area, mode)
    got = raster.without_small_regions(pixels, min_area, holes=mode == "holes")
    assert (got is not None) == is_changed
    assert np.array_equal(pixels if got is None else got, expected)
    assert np.array_equal(pixels, before)


@pytest.mark.parametrize("fill", [False, True])
@pytest.mark.parametrize("holes", [False, True])
def test_planes_without_regions(fill: bool, holes: bool) -> None:
    """A mask that is all or nothing would end in an error, and with it all others of the image."""
    pixels = np.full((7, 8), fill)
    assert raster.without_small_regions(pixels, 5, holes=holes) is None
