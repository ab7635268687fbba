"""Parts and holes counted in runs, against counting them in pixels."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core import mask_counts
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.mask_counts import MaskCounts, counts_of
from sam_annotator.core.raster_facts import hole_areas, part_areas


def in_pixels(pixels: BoolArray) -> MaskCounts:
    return MaskCounts(len(part_areas(pixels)), len(hole_areas(pixels)))


def drawn(text: str) -> BoolArray:
    return np.array([[letter == "#" for letter in line] for line in text.split()])


@pytest.mark.parametrize(
    ("text", "parts", "holes"),
    [
        ("##### #...# #.#.# #...# #####", 2, 1),  # a part within a hole
        ("####### #.....# #.###.# #.#.#.# #.###.# #.....# #######", 2, 2),  # a hole within a part within a hole
        ("#.. .#. ..#", 3, 0),  # neighbours at corners
        (".#. #.# .#.", 4, 0),  # a ring of corners encloses nothing
        ("### #.. ###", 1, 0),  # open to the border
        ("### #.# #.#", 1, 0),
        ("#### #.## ##.# ####", 1, 1),  # two pixels of a hole that touch at a corner are one hole
        ("##.## ##.##", 2, 0),  # to the borders on all sides
        ("### ### ###", 1, 0),
        ("... ... ...", 0, 0),
        ("#", 1, 0),
        ("#.#.#", 3, 0),
    ],
)
def test_what_is_a_part_and_what_a_hole(text: str, parts: int, holes: int) -> None:
    """A researcher who sorts by holes would find masks without any, and miss those with some."""
    pixels = drawn(text)
    for turned in (pixels, pixels.T, pixels[::-1], pixels[:, ::-1]):
        assert counts_of(Mask.from_array(turned)) == in_pixels(turned) == (parts, holes)


@pytest.mark.parametrize("seed", range(60))
def test_runs_tell_what_pixels_tell(seed: int) -> None:
    """The table would give other numbers than the panel beside it."""
    rng = np.random.default_rng(seed)
    for share in (0.02, 0.3, 0.5, 0.6, 0.75, 0.95):
        h, w = int(rng.integers(1, 40)), int(rng.integers(1, 40))
        pixels = rng.random((h, w)) < share
        assert counts_of(Mask.from_array(pixels)) == in_pixels(pixels)
        coarse = np.kron(pixels, np.ones((int(rng.integers(1, 5)), int(rng.integers(1, 5))), np.bool_))
        assert counts_of(Mask.from_array(coarse)) == in_pixels(coarse)


def test_noise_is_counted_in_its_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mask of noise would hold the whole table up, or get other numbers."""
    pixels = np.random.default_rng(1).random((60, 60)) < 0.6
    monkeypatch.setattr(mask_counts, "_MOST_TIES", 10)
    assert counts_of(Mask.from_array(pixels)) == in_pixels(pixels)


def test_runs_that_empty_runs_divide_are_one() -> None:
    """A mask whose runs are not joined in the file would be in more parts than it has."""
    text = "1100"  # 1 outside, 1 inside, 0 outside, then the difference of 0 to the 1 inside before
    written = Mask.from_trusted_rle((3, 1), text)
    assert written.run_lengths().tolist() == [1, 1, 0, 1]
    assert counts_of(written) == (1, 0)
