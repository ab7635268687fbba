"""Rectangles of masks, read and written through their runs, against plain arrays."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_region import changed_box, changes, from_changes, region, united, with_region, without


def some_masks(rng: np.random.Generator) -> list[np.ndarray]:
    """Noise, blocks, full, empty and single pixels in the corners."""
    h, w = int(rng.integers(1, 24)), int(rng.integers(1, 24))
    noise = rng.random((h, w)) < rng.choice([0.05, 0.5, 0.95])
    block = np.zeros((h, w), bool)
    block[h // 3 :, : w // 2 + 1] = True
    corners = np.zeros((h, w), bool)
    corners[0, 0] = corners[-1, -1] = corners[0, -1] = True
    columns = np.zeros((h, w), bool)
    columns[:, w // 3 :] = True
    return [noise, block, corners, columns, np.ones((h, w), bool), np.zeros((h, w), bool)]


@pytest.mark.parametrize("seed", range(60))
def test_reading_and_writing_a_rectangle_is_what_arrays_do(seed: int) -> None:
    """Else painting in one corner of a large image would change, or lose, pixels somewhere else."""
    rng = np.random.default_rng(seed)
    for pixels in some_masks(rng):
        h, w = pixels.shape
        mask = Mask.from_array(pixels)
        x, y = int(rng.integers(0, w)), int(rng.integers(0, h))
        rw, rh = int(rng.integers(1, w - x + 1)), int(rng.integers(1, h - y + 1))
        assert np.array_equal(region(mask, (x, y, rw, rh)), pixels[y : y + rh, x : x + rw])
        painted = rng.random((rh, rw)) < 0.6
        expected = pixels.copy()
        expected[y : y + rh, x : x + rw] = painted
        written = with_region(mask, x, y, painted)
        assert written == Mask.from_array(expected) and written.counts == Mask.from_array(expected).counts
        assert with_region(written, x, y, painted) is written
        assert from_changes(mask.size_hw, changes(mask)) == mask
        ys, xs = np.nonzero(pixels != expected)
        box = (xs.min(), ys.min(), np.ptp(xs) + 1, np.ptp(ys) + 1) if xs.size else (0, 0, 0, 0)
        bx, by, bw, bh = changed_box(mask, written)
        if not xs.size:
            assert (bw, bh) == (0, 0)
        else:  # all rows where a run goes on into the next column
            assert (bx, bw) == (box[0], box[2])
            assert (by, bh) == (box[1], box[3]) or (by, bh) == (0, h)


def test_a_rectangle_beside_the_image_is_refused() -> None:
    """Else a stroke at the border would be painted on the other side of the image."""
    mask = Mask.from_array(np.ones((4, 6), bool))
    for rect in ((-1, 0, 2, 2), (0, 3, 2, 2), (5, 0, 2, 2), (0, 0, 0, 2)):
        with pytest.raises(MaskError):
            region(mask, rect)


@pytest.mark.parametrize("seed", range(60))
def test_adding_and_taking_away_runs_is_what_arrays_do(seed: int) -> None:
    """Else a stroke over holes, parts and single pixels would leave others than it was painted over."""
    rng = np.random.default_rng(seed)
    for pixels in some_masks(rng):
        mask = Mask.from_array(pixels)
        other = rng.random(pixels.shape) < rng.choice([0.05, 0.5, 1.0])
        places = changes(Mask.from_array(other))
        assert united(mask, places) == Mask.from_array(pixels | other)
        assert without(mask, places) == Mask.from_array(pixels & ~other)
        assert united(united(mask, places), places) == united(mask, places)
        assert without(united(mask, places), places) == Mask.from_array(pixels & ~other)
