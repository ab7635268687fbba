"""The point that stands for a mask beside clicks that only say what doesn't belong to it."""

from __future__ import annotations

import numpy as np

from sam_annotator.core.anchor import anchor_of
from sam_annotator.core.geometry import Point
from sam_annotator.core.mask import Mask


def test_it_lies_inside_and_away_from_the_click() -> None:
    """Else the two points contradict each other, and the object is lost."""
    for size_hw in ((100, 120), (2000, 2400)):
        pixels = np.zeros(size_hw, np.bool_)
        height, width = size_hw
        pixels[height // 10 : -height // 10, width // 10 : -width // 10] = True
        pixels[height // 2, width // 2] = False
        mask = Mask.from_array(pixels)
        for click in (Point(width / 2, height / 2), Point(width / 8, height / 8), Point(0, 0)):
            point = anchor_of(mask, click)
            assert point is not None and mask.contains(*point)
            assert (point.x - click.x) ** 2 + (point.y - click.y) ** 2 > mask.area / 16


def test_there_is_none_where_all_is_beside_the_click() -> None:
    """Else a click on the one pixel of a mask asks for it and against it."""
    pixels = np.zeros((20, 20), np.bool_)
    pixels[5, 5] = True
    assert anchor_of(Mask.from_array(pixels), Point(5.5, 5.5)) is None
