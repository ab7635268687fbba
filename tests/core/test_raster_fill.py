"""Holes and parts at a place, and outlines found in runs, against what whole arrays give."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core import raster_fill
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_region import from_changes
from sam_annotator.core.raster import outlines
from sam_annotator.core.raster_fill import hole_at, part_at
from sam_annotator.core.raster_trace import outlines_of


def spread(pixels: np.ndarray, x: int, y: int, *, diagonally: bool) -> np.ndarray:
    """The connected region of True around a place, one step at a time."""
    found = np.zeros_like(pixels)
    found[y, x] = pixels[y, x]
    while True:
        grown = np.zeros(np.array(found.shape) + 2, bool)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if diagonally or 0 in (dx, dy):
                    grown[1 + dy : 1 + dy + found.shape[0], 1 + dx : 1 + dx + found.shape[1]] |= found
        grown = grown[1:-1, 1:-1] & pixels
        if np.array_equal(grown, found):
            return found
        found = grown


def is_open(region: np.ndarray) -> bool:
    return bool(region[0].any() or region[-1].any() or region[:, 0].any() or region[:, -1].any())


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("window", [1, 256])
def test_holes_and_parts_are_what_can_be_reached(seed: int, window: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a fill would leak through a thin line, stop short, or take a part too many."""
    monkeypatch.setattr(raster_fill, "_WINDOW", window)
    rng = np.random.default_rng(seed)
    pixels = rng.random((int(rng.integers(1, 25)), int(rng.integers(1, 25)))) < rng.choice([0.3, 0.6, 0.8])
    mask = Mask.from_array(pixels)
    for _ in range(12):
        x, y = int(rng.integers(0, pixels.shape[1])), int(rng.integers(0, pixels.shape[0]))
        hole, part = hole_at(mask, x + 0.5, y + 0.5), part_at(mask, x + 0.5, y + 0.5)
        if pixels[y, x]:
            assert hole is None and part is not None
            expected = spread(pixels, x, y, diagonally=True)
            assert from_changes(mask.size_hw, part) == Mask.from_array(expected)
            continue
        region = spread(~pixels, x, y, diagonally=False)
        assert part is None and (hole is None) == is_open(region)
        if hole is not None:
            assert from_changes(mask.size_hw, hole) == Mask.from_array(region)


@pytest.mark.parametrize("seed", range(80))
def test_outlines_found_in_runs_are_those_of_the_pixels(seed: int) -> None:
    """Else the outline that is edited would be another than the mask's."""
    rng = np.random.default_rng(seed)
    shape = (int(rng.integers(1, 20)), int(rng.integers(1, 20)))
    pixels = rng.random(shape) < rng.choice([0.0, 0.2, 0.5, 0.8, 1.0])

    def turned(loops: list[np.ndarray]) -> set[tuple[tuple[int, int], ...]]:
        """Loops beginning at their first corner, so that they can be compared."""
        found = set()
        for loop in loops:
            points = [tuple(p) for p in loop.tolist()]
            rounds = [tuple(points[i:] + points[:i]) for i in range(len(points))]
            found.add(min(rounds))
        return found

    expected, got = outlines(pixels), outlines_of(Mask.from_array(pixels))
    assert len(got) == len(expected) and turned(got) == turned(expected)
