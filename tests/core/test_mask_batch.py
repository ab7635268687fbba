"""Many masks measured at once are measured as each one alone."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_batch import measure_masks

SIZES = ((30, 40), (1, 60), (60, 1), (1, 1), (500, 301), (3000, 4000))


def some_masks(seed: int = 1, count: int = 300) -> list[Mask]:
    """Noise, holes, borders, single pixels and whole images of all sizes; never empty."""
    rng = np.random.default_rng(seed)
    masks = []
    for number in range(count):
        height, width = SIZES[number % (6 if number < 24 else 5)]
        pixels = np.zeros((height, width), np.bool_)
        kind = number % 7
        if kind == 0 and height < 1000:
            pixels[:] = rng.random((height, width)) < rng.random()
        elif kind == 1:
            pixels[:] = True
        elif kind == 2:
            pixels[0, 0] = pixels[-1, -1] = True
        else:
            for _ in range(rng.integers(1, 5)):
                y, x = rng.integers(height), rng.integers(width)
                pixels[y : y + rng.integers(1, 400), x : x + rng.integers(1, 400)] = kind != 6 or rng.random() < 0.7
        pixels[rng.integers(height), rng.integers(width)] = True
        masks.append(Mask.from_array(pixels))
    return masks


def sound_alone(mask: Mask) -> bool:
    try:
        mask.check()
    except MaskError:
        return False
    return not mask.is_empty


def test_a_batch_gives_the_same_area_and_box() -> None:
    """Trainers would take wrong boxes and areas from every export."""
    masks = some_masks()
    facts = measure_masks([m.size_hw for m in masks], [m.counts for m in masks])
    assert all(facts.is_sound)
    assert facts.area == [m.area for m in masks]
    assert [tuple(box) for box in facts.bbox_xywh] == [m.bbox_xywh for m in masks]
    assert measure_masks([], []).area == []


def damaged(mask: Mask, how: int, rng: random.Random) -> Mask:
    """Return a mask with its text, or its size, changed."""
    text, size_hw = mask.counts, mask.size_hw
    at = rng.randrange(len(text))
    if how == 0:
        text = text[:at] + chr(rng.randrange(32, 127)) + text[at + 1 :]
    elif how == 1:
        text = text[:at] + text[at + 1 :]
    elif how == 2:
        text = text[:at] + rng.choice("0oPpO?_ 1") * rng.randrange(1, 9) + text[at:]
    elif how == 3:
        size_hw = (size_hw[0] + rng.randrange(2), size_hw[1] + rng.randrange(2))
    elif how == 4:
        text += rng.choice(("0", "00", "P", "O", "9", "~"))
    return Mask.from_trusted_rle(size_hw, text)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_damaged_mask_is_told_and_spoils_no_other(rng: random.Random) -> None:
    """A flipped bit in the project would go into the training unseen, or take sound objects with it."""
    masks = [damaged(mask, rng.randrange(8), rng) for mask in some_masks(rng.randrange(1000), 40)]
    facts = measure_masks([m.size_hw for m in masks], [m.counts for m in masks])
    for number, mask in enumerate(masks):
        assert facts.is_sound[number] == sound_alone(mask), mask.counts[:200]
        if facts.is_sound[number]:
            assert facts.area[number] == mask.area
            assert tuple(facts.bbox_xywh[number]) == mask.bbox_xywh


@pytest.mark.parametrize(
    ("size_hw", "counts"),
    [
        ((3, 4), ""),
        ((3, 4), "é"),
        ((3, 4), "<"),  # 12 pixels of background
        ((3, 4), "P"),  # goes on, and ends
        ((0, 4), "04"),
        ((3, -4), "04"),
        ((1 << 20, 1 << 20), "04"),
        ((3, 4), "ooooooo?ooooooo?"),
        ((3, 4), "0\x7f"),
        ((3, 4), "0\n"),
        ((3, 4), "0" * 100_000),
        ((1 << 14, 1 << 14), "ooooooO" * 1000),
    ],
)
def test_wild_text_is_no_mask(size_hw: tuple[int, int], counts: str) -> None:
    """One damaged row would end the whole export, or read memory that is not ours."""
    good = some_masks(count=1)[0]
    facts = measure_masks([size_hw, good.size_hw, size_hw], [counts, good.counts, counts])
    assert facts.is_sound == [False, True, False]
    assert facts.area[1] == good.area and tuple(facts.bbox_xywh[1]) == good.bbox_xywh
