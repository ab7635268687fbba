"""Edits of whole annotations: nobody's pixels, fields or history go in silence, and what is locked stays as it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_edits import (
    intersect,
    is_locked_away,
    join,
    settle,
    split_parts,
    subtract,
    take_from,
    unite,
)
from sam_annotator.core.records import Annotation, Provenance

SIZE = (40, 50)


def block(annotation_id: int, x0: int, y0: int, x1: int, y1: int, **fields: object) -> Annotation:
    pixels = np.zeros(SIZE, np.bool_)
    pixels[y0:y1, x0:x1] = True
    made = Annotation(annotation_id, 1, annotation_id, Mask.from_array(pixels), provenance=Provenance("import"))
    return replace(made, **fields)  # type: ignore[arg-type]


def test_booleans_change_the_first_and_leave_the_others() -> None:
    """Else the object that should be cut is the one that cuts."""
    first, other = block(1, 0, 0, 20, 20, note="mine"), block(2, 10, 0, 30, 20)
    for edit, area in ((unite, 600), (subtract, 200), (intersect, 200)):
        done = edit(first, [other])
        assert done.before == (first,) and not done.lost and not done.added
        assert done.after[0].mask.area == area and done.after[0].note == "mine" and done.after[0].id == 1


def test_what_would_change_nothing_or_leave_nothing_is_said() -> None:
    """Else the key seems dead, or an object disappears."""
    first, far = block(1, 0, 0, 10, 10), block(2, 30, 30, 40, 40)
    inside = block(3, 2, 2, 5, 5)
    for edit, others in ((subtract, far), (intersect, far), (unite, inside), (intersect, block(4, 0, 0, 20, 20))):
        with pytest.raises(MaskError, match=r"\.$"):
            edit(first, [others])
    assert subtract(inside, [first]).lost == (inside,)


def test_joining_keeps_all_pixels_and_tells_whose_they_were() -> None:
    """Else parts are lost, or the time and the prompts of what was joined."""
    first, other = block(1, 0, 0, 10, 10, seconds=2.0, clicks=1), block(2, 30, 30, 40, 40, seconds=3.5, clicks=2)
    done = join(first, [other])
    whole = done.after[0]
    assert whole.mask.area == 200 and done.lost == (other,) and (whole.seconds, whole.clicks) == (5.5, 3)
    assert whole.provenance.extra["joined"] == [other.provenance.to_json()] and whole.provenance.source == "join"


def test_splitting_keeps_fields_and_counts_work_once() -> None:
    """Else the parts have to be named and described again, or the figures count twice."""
    whole = join(block(1, 0, 0, 10, 10, note="n", occluded=True, seconds=4.0), [block(2, 30, 30, 35, 35)]).after[0]
    done = split_parts([whole])
    assert [a.mask.area for a in (*done.after, *done.added)] == [100, 25]
    (part,) = done.added
    assert (part.id, part.note, part.occluded, part.category_id, part.seconds) == (0, "n", True, 1, 0.0)
    assert part.provenance.source == "split"
    with pytest.raises(MaskError):
        split_parts([block(1, 0, 0, 5, 5)])


def test_a_mask_of_specks_is_not_made_thousands_of_annotations() -> None:
    """Else one key fills a project with rubbish."""
    pixels = np.zeros((100, 100), np.bool_)
    pixels[::2, ::2] = True
    with pytest.raises(MaskError, match="clean"):
        split_parts([replace(block(1, 0, 0, 1, 1), mask=Mask.from_array(pixels))])


def test_locked_ones_are_left_alone() -> None:
    """Else the lock keeps nothing."""
    locked, other = block(1, 0, 0, 10, 10, locked=True), block(2, 5, 0, 15, 10)
    for edit in (unite, subtract, intersect, join):
        with pytest.raises(MaskError, match="unlock"):
            edit(locked, [other])
    with pytest.raises(MaskError, match="unlock"):
        join(other, [locked])
    assert take_from([other], [locked]).is_nothing


def test_taking_deletes_what_has_nothing_left() -> None:
    """Else an annotation without pixels stays."""
    taker, inside, beside = block(1, 0, 0, 20, 20), block(2, 5, 5, 8, 8), block(3, 10, 10, 30, 30)
    done = take_from([taker], [inside, beside])
    assert done.lost == (inside,) and done.after[0].mask.area == 300


def test_settling_leaves_no_pixel_to_two() -> None:
    """Else two objects own one pixel although the project says that none do."""
    old, locked = block(1, 0, 0, 20, 20), block(2, 20, 0, 30, 20, locked=True)
    new, newer = block(3, 10, 0, 25, 20), block(4, 12, 0, 14, 20)
    done = settle([old, locked, new, newer], {3, 4})
    masks = {a.id: a.mask for a in done.after}
    assert masks[1].area == 200 and masks[3].area == 160 and 2 not in masks and 4 not in masks
    assert settle([old, locked], {1}).is_nothing
    inside = block(5, 21, 1, 24, 5)
    assert settle([locked, inside], {5}).lost == (inside,) and is_locked_away([locked, inside], {5}, [inside])
    assert settle([inside, block(6, 20, 0, 30, 20)], {5, 6}).lost == (inside,)
    assert not is_locked_away([inside, block(6, 20, 0, 30, 20)], {5, 6}, [inside])


@pytest.mark.parametrize("seed", range(20))
def test_settling_many_is_settling_one_after_the_other(seed: int) -> None:
    """Else a pixel goes to another annotation than it would where each is placed alone."""
    rng = np.random.default_rng(seed)
    some = []
    for i in range(12):
        x, y, w, h = (int(v) for v in (*rng.integers(0, 30, 2), *rng.integers(2, 14, 2)))
        some.append(block(i + 1, x, y, x + w, y + h, locked=bool(rng.random() < 0.3)))
    placed = {a.id for a in some if rng.random() < 0.5}
    planes = {a.id: a.mask.to_array() for a in some}
    for a in some:
        if a.id in placed:
            for other in some:
                if other.locked and other.id not in placed:
                    planes[a.id] = planes[a.id] & ~planes[other.id]
            for other in some:
                if other.id != a.id and (other.id < a.id if other.id in placed else not other.locked):
                    planes[other.id] = planes[other.id] & ~planes[a.id]
    done = settle(some, placed)
    left = {a.id: a.mask for a in some} | {a.id: a.mask for a in done.after}
    assert {a.id for a in done.lost} == {i for i, plane in planes.items() if not plane.any()}
    assert all(np.array_equal(left[i].to_array(), plane) for i, plane in planes.items() if plane.any())


def test_what_moves_as_one_keeps_its_shape() -> None:
    """Else what lies on another object loses its pixels, or is deleted, by a step to the right of both."""
    wide, on_it, still = block(1, 0, 0, 20, 20), block(2, 5, 5, 9, 9), block(3, 15, 0, 30, 20)
    locked = block(4, 0, 18, 30, 22, locked=True)
    done = settle([on_it, wide, still, locked], {1, 2}, together=True)
    masks = {a.id: a.mask.area for a in done.after}
    assert not done.lost and masks == {1: 20 * 18, 3: 15 * 20 - 5 * 18}
