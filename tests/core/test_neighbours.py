"""Which of very many masks lie near one: none is missed, and not all are looked at."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_edits import settle, take_from
from sam_annotator.core.neighbours import Neighbours
from sam_annotator.core.records import Annotation

SIZE = (300, 400)


def boxes(count: int, seed: int) -> list[Mask]:
    rng = np.random.default_rng(seed)
    made = [Mask.from_array(np.zeros(SIZE, np.bool_))]
    for _ in range(count):
        w, h = rng.integers(1, 60, 2)
        x, y = rng.integers(0, SIZE[1] - w), rng.integers(0, SIZE[0] - h)
        made.append(Mask.from_crop(SIZE, int(x), int(y), np.ones((h, w), np.bool_)))
    return made


def test_all_that_meet_are_found_and_only_they() -> None:
    """A mask that is missed would keep pixels that belong to another one."""
    masks = boxes(60, 1)
    planes = [mask.to_array() for mask in masks]
    neighbours = Neighbours(masks)
    for mask in (*boxes(30, 2), *masks):
        for first in (0, 7):
            meets = [row for row, plane in enumerate(planes) if row >= first and (plane & mask.to_array()).any()]
            assert neighbours.rows_near(mask, first) == meets
            assert neighbours.near(mask, first) == [masks[row] for row in meets]
    assert Neighbours([]).near(masks[1]) == []


def rows_of(count: int) -> list[Annotation]:
    """Small masks in a row, each beside the next."""
    size = (4, 4 * count)
    masks = [Mask.from_crop(size, 4 * i, 0, np.ones((3, 5 if i % 2 else 3), np.bool_)) for i in range(count - 1)]
    for mask in masks:
        assert mask.bbox_xywh[3] == 3  # worked out before anything is counted
    return [Annotation(i + 1, 1, 1, mask) for i, mask in enumerate(masks)]


def test_twice_as_many_take_twice_the_steps(count_steps: Callable[[Callable[[], object]], int]) -> None:
    """Thousands of masks on one image would take minutes, each compared with each."""
    few, many = rows_of(150), rows_of(600)

    def edits(some: list[Annotation]) -> None:
        settle(some, {a.id for a in some[::2]})
        settle(some, {a.id for a in some}, together=True)
        take_from(some[::2], some[1::2])

    edits(few)  # imports what is imported late
    assert count_steps(lambda: edits(many)) < 6 * count_steps(lambda: edits(few))
