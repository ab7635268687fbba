"""Cleaning masks up: what each number does, and that an object is never lost or left different by where it lies."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.clean_up import CleanUp, apply_clean_up, cleaned_up
from sam_annotator.core.mask import Mask


def blob() -> np.ndarray:
    """A block of 20 x 20 with a hole of 2 x 2, and an island of 3 pixels."""
    pixels = np.zeros((60, 80), np.bool_)
    pixels[20:40, 30:50] = True
    pixels[28:30, 38:40] = False
    pixels[5, 5:8] = True
    return pixels


def test_islands_and_holes_go_by_their_size() -> None:
    """Else specks stay in the export, or a hole that was meant is filled."""
    assert apply_clean_up(blob(), CleanUp(islands=3)).sum() == blob().sum()
    assert not apply_clean_up(blob(), CleanUp(islands=4))[5].any()
    assert apply_clean_up(blob(), CleanUp(holes=4)).sum() == blob().sum()
    assert apply_clean_up(blob(), CleanUp(holes=5)).sum() == blob().sum() + 4


def test_a_notch_at_the_border_is_no_hole() -> None:
    """Else an arch at the border of the image is filled."""
    pixels = np.ones((20, 20), np.bool_)
    pixels[15:, 8:12] = False
    assert (apply_clean_up(pixels, CleanUp(holes=1000)) == pixels).all()


def test_growing_and_shrinking_move_the_outline_by_so_many_pixels() -> None:
    """Else a number of pixels means something else at every mask."""
    pixels = np.zeros((40, 40), np.bool_)
    pixels[10:30, 10:30] = True
    grown, shrunk = apply_clean_up(pixels, CleanUp(grow=3)), apply_clean_up(pixels, CleanUp(grow=-3))
    assert grown[20, 7:33].all() and not grown[20, 6] and not grown[7, 7]
    assert shrunk[13:27, 13:27].all() and shrunk.sum() == 14 * 14


def test_a_mask_at_the_border_does_not_draw_back_from_it() -> None:
    """Else every object that the photograph cuts off gets a gap at the edge."""
    pixels = np.zeros((40, 40), np.bool_)
    pixels[:20, :] = True
    shrunk = apply_clean_up(pixels, CleanUp(grow=-3, smooth=2))
    assert shrunk[:17].all() and not shrunk[17:].any()


@pytest.mark.parametrize("clean_up", [CleanUp(grow=-30), CleanUp(islands=10_000), CleanUp(smooth=30)])
def test_nothing_is_ever_cleaned_away_whole(clean_up: CleanUp) -> None:
    """Else an annotation disappears because a number was large."""
    single = np.zeros((50, 50), np.bool_)
    single[25, 25] = True
    assert apply_clean_up(single, clean_up).any()
    assert apply_clean_up(blob(), clean_up).any()
    assert not apply_clean_up(np.zeros((5, 5), np.bool_), clean_up).any()


def test_pixels_given_are_left_alone() -> None:
    """Else a preview changes the mask that Cancel should bring back."""
    pixels = blob()
    for clean_up in (CleanUp(), CleanUp(9, 9, 2, 2)):
        assert apply_clean_up(pixels, clean_up) is not pixels
    assert (pixels == blob()).all()


def test_a_mask_is_cleaned_on_its_box_as_on_the_whole_image() -> None:
    """Else the outcome depends on how large the photograph is."""
    random = np.random.default_rng(3)
    for _ in range(40):
        pixels = np.zeros((90, 110), np.bool_)
        y, x = random.integers(0, 60), random.integers(0, 80)
        pixels[y : y + 30, x : x + 30] = random.random((30, 30)) < 0.7
        clean_up = CleanUp(*(int(v) for v in random.integers(0, 6, 3)), int(random.integers(-4, 9)))
        assert cleaned_up(Mask.from_array(pixels), clean_up) == Mask.from_array(apply_clean_up(pixels, clean_up))


def test_numbers_come_back_from_json() -> None:
    """Else a project forgets its clean-up, or a damaged file sets a wild one."""
    for clean_up in (CleanUp(), CleanUp(10, 20, 2, -3)):
        assert CleanUp.from_json(clean_up.to_json()) == clean_up
    assert CleanUp().is_identity and CleanUp().to_json() == {}
    wild: tuple[object, ...] = ({"islands": -1}, {"grow": 1000}, {"smooth": 1.5}, {"holes": True}, [])
    for data in wild:
        with pytest.raises(ValueError, match="must be"):
            CleanUp.from_json(data)  # type: ignore[arg-type]
