"""The largest part of a mask and its middle: where a patient annotator clicks."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.raster import deepest_pixel, largest_part


def test_the_largest_part_is_cut_out() -> None:
    """A simulated click would land on a crumb, and every engine look bad."""
    pixels = np.zeros((20, 30), bool)
    pixels[1:3, 1:3] = True
    pixels[5:15, 10:20] = True
    pixels[7, 12] = False
    x, y, part = largest_part(pixels)
    assert (x, y, part.shape) == (10, 5, (10, 10))
    assert part.sum() == 99 and not part[2, 2]


def test_a_part_next_to_another_s_box_is_left_out() -> None:
    """What lies in the box of the largest part, but does not belong to it, would count."""
    pixels = np.zeros((9, 9), bool)
    pixels[0, :] = pixels[:, 0] = True
    pixels[4:6, 4:6] = True
    x, y, part = largest_part(pixels)
    assert (x, y, int(part.sum())) == (0, 0, 17)


def test_corners_join() -> None:
    """A thin diagonal object would be many parts of one pixel."""
    assert largest_part(np.eye(6, dtype=bool))[2].sum() == 6


@pytest.mark.parametrize("shape", [(4, 5), (0, 0)])
def test_nothing_has_no_part(shape: tuple[int, int]) -> None:
    """A right mask would end the measurement with an error."""
    x, y, part = largest_part(np.zeros(shape, bool))
    assert (x, y, part.shape) == (0, 0, (0, 0))


def test_the_deepest_pixel_is_the_middle() -> None:
    """A click at the border of an object asks for something else."""
    pixels = np.zeros((15, 41), bool)
    pixels[:, :15] = True
    pixels[7, 15:] = True
    assert deepest_pixel(pixels) == (7, 7)


def test_the_image_s_border_is_a_border_too() -> None:
    """Where an object fills the image the click would land in a corner."""
    assert deepest_pixel(np.ones((11, 11), bool)) == (5, 5)
