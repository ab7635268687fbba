"""Masks as sets of pixels: not one pixel more or less, whatever their holes and parts, and only on crops."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.mask_algebra import (
    Places,
    cede,
    difference,
    intersection,
    placed,
    shifted,
    split,
    union,
    with_mask,
)
from sam_annotator.core.records import Annotation, Provenance

SIZE = (60, 80)


def noise(seed: int) -> BoolArray:
    """Specks, holes and single pixels somewhere in an image."""
    random = np.random.default_rng(seed)
    pixels = np.zeros(SIZE, np.bool_)
    y, x = random.integers(0, 40), random.integers(0, 50)
    pixels[y : y + 20, x : x + 30] = random.random((20, 30)) < 0.5
    return pixels


def made(pixels: BoolArray, annotation_id: int = 1) -> Annotation:
    return Annotation(annotation_id, 1, 1, Mask.from_array(pixels), provenance=Provenance("import"))


def test_booleans_are_those_of_the_pixels() -> None:
    """Else an object gains or loses pixels at its edge, its holes or in its specks."""
    for seed in range(30):
        a, b, c = noise(seed), noise(seed + 100), noise(seed + 200)
        masks = [Mask.from_array(pixels) for pixels in (a, b, c)]
        assert (union(masks).to_array() == (a | b | c)).all()
        assert (intersection(masks).to_array() == (a & b & c)).all()
        assert (difference(masks[0], masks[1:]).to_array() == (a & ~b & ~c)).all()


def test_masks_that_reach_the_border_or_fill_the_image() -> None:
    """Else the first or the last column is lost, where runs begin and end."""
    full, half = np.ones(SIZE, np.bool_), np.zeros(SIZE, np.bool_)
    half[:, 40:] = True
    a, b = Mask.from_array(full), Mask.from_array(half)
    assert difference(a, [b]) == Mask.from_array(full & ~half) and difference(b, [a]).is_empty
    assert union([a, b]) == a and intersection([a, b]) == b
    assert union([b, difference(a, [b])]) == a and intersection([b, difference(a, [b])]).is_empty


def test_what_is_known_of_masks_changes_nothing() -> None:
    """Else cutting hundreds of masks in one step gives other pixels than cutting each of them."""
    masks = [Mask.from_array(noise(seed)) for seed in range(30)]
    masks += [Mask.from_array(np.ones(SIZE, np.bool_)), Mask.from_array(np.zeros(SIZE, np.bool_))]
    known: Places = {}
    for i, mask in enumerate(masks):
        others = masks[:i] + masks[i + 1 :]
        for some in (others, others[:1], others[3:5], [masks[-2]], [masks[-1]]):
            assert difference(mask, some, known) == difference(mask, some)
            expected = mask.to_array() & ~np.any([other.to_array() for other in some], axis=0)
            assert (difference(mask, some, known).to_array() == expected).all()


def test_what_is_not_touched_stays_the_same() -> None:
    """Else every annotation of an image would count as edited."""
    left, right = np.zeros(SIZE, np.bool_), np.zeros(SIZE, np.bool_)
    left[:, :10], right[:, 70:] = True, True
    mask = Mask.from_array(left)
    assert difference(mask, [Mask.from_array(right)]) is mask
    assert cede([made(left)], [Mask.from_array(right)]).is_nothing


def test_masks_of_two_images_are_not_put_together() -> None:
    """Else pixels land at a wrong place in silence."""
    with pytest.raises(MaskError):
        intersection([Mask.from_array(np.ones((4, 5), np.bool_)), Mask.from_array(np.ones((5, 4), np.bool_))])


def test_parts_are_all_of_the_mask_and_touch_nowhere() -> None:
    """Else splitting loses single pixels, or cuts a part at a corner."""
    for seed in range(10):
        pixels = noise(seed)
        found = split(Mask.from_array(pixels))
        assert (sum(p.to_array().astype(int) for p in found) == pixels).all()
        assert [p.area for p in found] == sorted((p.area for p in found), reverse=True)
    corner = np.zeros(SIZE, np.bool_)
    corner[3, 3] = corner[4, 4] = corner[10, 10] = True
    assert [p.area for p in split(Mask.from_array(corner))] == [2, 1]


def test_giving_way_tells_who_changed_and_who_is_gone() -> None:
    """Else an annotation without pixels stays in the file, or one that was covered in part is deleted."""
    wide, small, far = (np.zeros(SIZE, np.bool_) for _ in range(3))
    wide[10:30, 10:60], small[12:14, 12:14], far[50:, 70:] = True, True, True
    taker = np.zeros(SIZE, np.bool_)
    taker[10:30, 10:20] = True
    given = cede([made(wide, 1), made(small, 2), made(far, 3)], [Mask.from_array(taker)])
    assert [a.id for a in given.after] == [1] and [a.id for a in given.lost] == [2]
    assert (given.after[0].mask.to_array() == (wide & ~taker)).all()
    assert given.after[0].provenance.edited and given.after[0].provenance.source == "import"


def test_the_source_is_noted() -> None:
    """Else nobody can tell later that a part was once one with others."""
    after = with_mask(made(noise(1)), Mask.from_array(noise(2)), "split", part=2)
    assert after.provenance.source == "split" and after.provenance.edited
    assert after.provenance.extra == {"part": 2, "source_before": "import"}


def test_a_mask_is_placed_in_another_size() -> None:
    """Else a paste beside the image fails, or moves."""
    pixels = noise(4)
    mask = Mask.from_array(pixels)
    assert placed(mask, SIZE) is mask
    larger = placed(mask, (100, 90)).to_array()
    assert (larger[:60, :80] == pixels).all() and larger.sum() == pixels.sum()
    smaller = placed(mask, (20, 30))
    assert (smaller.to_array() == pixels[:20, :30]).all()
    corner = np.zeros(SIZE, np.bool_)
    corner[59, 79] = True
    assert placed(Mask.from_array(corner), (5, 5)).is_empty


def test_shifting_is_that_of_pixels() -> None:
    """A mask that is moved would lose a pixel at its edge, or come back at the other side."""
    planes = [*(noise(seed) for seed in range(20)), np.ones(SIZE, np.bool_), np.zeros(SIZE, np.bool_)]
    for seed, pixels in enumerate(planes):
        dx, dy = (int(v) for v in np.random.default_rng(seed).integers(-45, 45, 2))
        y, x = np.nonzero(pixels)
        inside = (y + dy >= 0) & (y + dy < SIZE[0]) & (x + dx >= 0) & (x + dx < SIZE[1])
        expected = np.zeros(SIZE, np.bool_)
        expected[y[inside] + dy, x[inside] + dx] = True
        mask = Mask.from_array(pixels)
        assert shifted(mask, dx, dy) == Mask.from_array(expected)
        assert shifted(mask, 0, 0) == mask


@pytest.mark.parametrize("seed", range(20))
def test_shifting_up_to_the_borders_is_that_of_pixels(seed: int) -> None:
    """A mask pushed against the image's border would wrap around it, or lose its last row."""
    random = np.random.default_rng(seed)
    height, width = (int(v) for v in random.integers(1, 7, 2))
    pixels = random.random((height, width)) < random.choice((0.15, 0.5, 1.0))
    for dy in range(-height, height + 1):
        for dx in range(-width, width + 1):
            expected = np.zeros_like(pixels)
            y, x = np.nonzero(pixels)
            inside = (y + dy >= 0) & (y + dy < height) & (x + dx >= 0) & (x + dx < width)
            expected[y[inside] + dy, x[inside] + dx] = True
            moved = shifted(Mask.from_array(pixels), dx, dy)
            assert moved == Mask.from_array(expected) and moved.counts == Mask.from_array(expected).counts
