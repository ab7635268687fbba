"""Masks side by side: the same pixels as at full size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_crops import crop_together, with_same_edits

PLANES = arrays.arrays(np.bool_, st.tuples(st.just(3), st.integers(1, 9), st.integers(1, 9)), elements=st.booleans())


@given(PLANES)
def test_crops_hold_all_pixels_at_their_places(planes: np.ndarray) -> None:
    """A click would be simulated beside the object, and hand edits land elsewhere."""
    masks = [Mask.from_array(plane) for plane in planes]
    x, y, crops = crop_together(masks)
    assert len({crop.shape for crop in crops}) == 1
    for plane, crop in zip(planes, crops, strict=True):
        whole = np.zeros_like(plane)
        whole[y : y + crop.shape[0], x : x + crop.shape[1]] = crop
        assert np.array_equal(whole, plane)
    if planes.any():
        assert np.any(crops, axis=0)[0].any() and np.any(crops, axis=0)[:, 0].any()  # no larger than need be


@given(PLANES)
def test_what_the_hand_changed_stays_and_nothing_else(planes: np.ndarray) -> None:
    """A better engine would undo work by hand, or keep its own old errors."""
    new, before, after = planes
    got = with_same_edits(*(Mask.from_array(plane) for plane in planes)).to_array()
    touched = before != after
    assert np.array_equal(got[touched], after[touched])
    assert np.array_equal(got[~touched], new[~touched])


def test_masks_of_two_images_are_not_compared() -> None:
    """Pixels of one image would be painted into another."""
    masks = [Mask.from_array(np.ones(shape, bool)) for shape in ((3, 4), (4, 3))]
    with pytest.raises(MaskError):
        crop_together(masks)


def test_a_small_object_in_a_large_image_stays_small() -> None:
    """An object of 100 pixels in 300 megapixels would take 300 MB for each mask compared."""
    size = (20_000, 15_000)
    offset = 9_000 * size[0] + 12_000
    mask = Mask.from_uncompressed(size, [offset, 10, size[0] * size[1] - offset - 10])
    x, y, (crop, empty) = crop_together([mask, Mask.from_uncompressed(size, [size[0] * size[1]])])
    assert (x, y) == (9_000, 12_000) and crop.shape == (10, 1) and crop.all() and not empty.any()
