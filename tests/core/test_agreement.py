"""Which objects of two sets are the same: against all ways to pair them."""

from __future__ import annotations

import time
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sam_annotator.core.agreement import (
    MatchOptions,
    Method,
    Sums,
    best_assignment,
    match,
    sums_by_category,
    total,
)
from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask, iou_table
from sam_annotator.core.records import Annotation

SIZE = (40, 50)
Box = tuple[int, int, int, int]

boxes = st.tuples(st.integers(0, 40), st.integers(0, 30), st.integers(3, 10), st.integers(3, 10))
objects = st.lists(st.tuples(boxes, st.integers(1, 2)), max_size=5)


def made(
    box: Box, category_id: int = 1, *, crowd: bool = False, score: float | None = None, size: tuple[int, int] = SIZE
) -> Annotation:
    x, y, w, h = box
    return Annotation(0, 1, category_id, Mask.from_crop(size, x, y, np.ones((h, w), np.bool_)), crowd, score)


def best_sum(table: np.ndarray) -> float:
    """The greatest sum of all ways to pair, by trying each."""
    if table.shape[0] > table.shape[1]:
        table = table.T
    n, m = table.shape
    return max((sum(table[i, j] for i, j in enumerate(way)) for way in permutations(range(m), n)), default=0.0)


@given(objects, objects, st.sampled_from((0.05, 0.3, 0.5)), st.booleans())
def test_pairs_have_the_greatest_sum_of_iou(
    left: list[tuple[Box, int]], right: list[tuple[Box, int]], iou: float, within: bool
) -> None:
    """A table of agreement that another way of pairing would improve tells the user of mistakes nobody made."""
    ours, theirs = [made(b, c) for b, c in left], [made(b, c) for b, c in right]
    found = match(ours, theirs, MatchOptions(iou=iou, within_category=within))
    table = np.array([[a.mask.iou(b.mask) for b in theirs] for a in ours]).reshape(len(ours), len(theirs))
    allowed = table >= iou
    if within:
        same = [[a.category_id == b.category_id for b in theirs] for a in ours]
        allowed &= np.array(same, np.bool_).reshape(table.shape)
    assert sum(p.iou for p in found.pairs) == pytest.approx(best_sum(np.where(allowed, table, 0.0)))
    assert all(allowed[p.left, p.right] and p.iou == table[p.left, p.right] for p in found.pairs)
    rest = np.where(table >= iou, table, 0.0)
    rest[[p.left for p in found.pairs], :] = 0.0
    rest[:, [p.right for p in found.pairs]] = 0.0
    assert sum(p.iou for p in found.other_category) == pytest.approx(best_sum(rest) if within else 0.0)
    if within:
        assert all(ours[p.left].category_id != theirs[p.right].category_id for p in found.other_category)
    both = (*found.pairs, *found.other_category)
    assert sorted([*(p.left for p in both), *found.only_left]) == list(range(len(ours)))
    assert sorted([*(p.right for p in both), *found.only_right]) == list(range(len(theirs)))
    sums = total(sums_by_category(found, ours, theirs))
    if within:
        assert (sums.left, sums.right, sums.other_category) == (len(ours), len(theirs), len(found.other_category))


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 1000))
def test_the_best_assignment_is_the_best_of_all(n: int, m: int, seed: int) -> None:
    """A wrong assignment pairs a mask with the neighbour of its object."""
    rng = np.random.default_rng(seed)
    table = rng.random((n, m)) * (rng.random((n, m)) < 0.6)
    found = best_assignment(table)
    assert len(found) == min(n, m) == len({i for i, _ in found}) == len({j for _, j in found})
    assert sum(table[i, j] for i, j in found) == pytest.approx(best_sum(table))


def test_a_set_agrees_with_itself() -> None:
    """Comparing a project with its own copy must show nothing to do."""
    ours = [made((2, 2, 8, 8)), made((20, 5, 6, 9), 2), made((0, 0, 50, 40), 1, crowd=True)]
    found = match(ours, ours)
    assert [(p.left, p.right, p.iou) for p in found.pairs] == [(0, 0, 1.0), (1, 1, 1.0)]
    assert not (found.other_category or found.only_left or found.only_right)
    sums = total(sums_by_category(found, ours, ours))
    assert (sums.mean_iou, sums.panoptic_quality, sums.found_left, sums.found_right) == (1.0, 1.0, 1.0, 1.0)


def test_another_category_is_told_and_counts_for_both() -> None:
    """The same object under another name is a disagreement about the name, not a missing mask."""
    ours, theirs = [made((2, 2, 8, 8), 1)], [made((2, 2, 8, 9), 2)]
    found = match(ours, theirs)
    assert not found.pairs and len(found.other_category) == 1 and not found.only_left and not found.only_right
    assert sums_by_category(found, ours, theirs) == {1: Sums(only_left=1, other_category=1), 2: Sums(only_right=1)}
    regardless = match(ours, theirs, MatchOptions(within_category=False))
    assert len(regardless.pairs) == 1 and not regardless.other_category


def test_crowds_and_what_lies_in_them_are_not_counted() -> None:
    """A detector that finds single people in a crowd would be blamed for each of them."""
    ours = [made((0, 0, 30, 30), 1, crowd=True), made((40, 30, 5, 5))]
    theirs = [made((2, 2, 5, 5)), made((10, 10, 5, 5), 2), made((40, 30, 5, 5))]
    found = match(ours, theirs)
    assert [(p.left, p.right) for p in found.pairs] == [(1, 2)]
    assert found.ignored_left == (0,) and found.ignored_right == (0,)  # the second is of another category
    assert found.only_right == (1,)
    assert match(theirs, ours).ignored_left == (0,)


def test_scores_leave_out_and_lead() -> None:
    """A model's doubtful masks must not count, and of two on one object the surer one is its."""
    ours = [made((2, 2, 10, 10))]
    theirs = [made((2, 2, 10, 10), score=0.3), made((2, 2, 10, 8), score=0.9)]
    assert [(p.right) for p in match(ours, theirs).pairs] == [0]
    assert [(p.right) for p in match(ours, theirs, MatchOptions(method=Method.GREEDY)).pairs] == [1]
    cut = match(ours, theirs, MatchOptions(min_score=0.5))
    assert [p.right for p in cut.pairs] == [1] and cut.ignored_right == (0,) and not cut.only_right


def test_figures_of_nothing_are_none() -> None:
    """A category that nobody used must not read as one with perfect or no agreement."""
    empty = Sums()
    assert (empty.mean_iou, empty.panoptic_quality, empty.found_left, empty.found_right) == (None,) * 4
    some = Sums(pairs=3, only_left=1, only_right=2, iou_sum=2.4)
    assert some.found_left == 0.75 and some.found_right == 0.6
    assert some.mean_iou == pytest.approx(0.8) and some.panoptic_quality == pytest.approx(2.4 / 4.5)


def test_a_table_of_iou_is_that_of_single_masks() -> None:
    """The batch and the single comparison must not tell the user two numbers for one pair."""
    rng = np.random.default_rng(1)
    masks = [Mask.from_array(rng.random(SIZE) < share) for share in (0.1, 0.5, 0.9)]
    table = iou_table(masks, masks[:2])
    assert table.tolist() == [[a.iou(b) for b in masks[:2]] for a in masks]
    share = iou_table(masks, masks[:2], crowd=True)
    inside = (masks[0].to_array() & masks[1].to_array()).sum() / masks[0].area
    assert share[0, 1] == pytest.approx(inside)
    assert iou_table([], masks).shape == (0, 3)
    with pytest.raises(MaskError):
        iou_table(masks, [made((1, 1, 3, 3), size=(9, 9)).mask])


def test_two_hundred_objects_a_side_are_all_paired() -> None:
    """A crowded image compares at once; every object finds its own copy although all overlap their neighbours."""
    rng = np.random.default_rng(3)
    size = (1500, 2000)
    ours = [
        made((int(x), int(y), 120, 90), 1, size=size)
        for x, y in zip(rng.integers(0, 1800, 200), rng.integers(0, 1400, 200), strict=True)
    ]
    order = rng.permutation(200)
    began = time.perf_counter()
    found = match(ours, [ours[i] for i in order])
    print(f"200 x 200 in {1000 * (time.perf_counter() - began):.0f} ms")
    assert sum(p.iou for p in found.pairs) == pytest.approx(200)
