"""The table of a comparison stays what a comparison of everything would give, whatever is changed in it."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.agreement import MatchOptions
from sam_annotator.core.comparison import Difference, ImageAgreement, by_category, compare_image
from sam_annotator.core.comparison_table import ComparisonTable
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category
from sam_annotator.core.second_set import aligned_ids, with_categories

SIZE = (40, 60)


def side(rng: np.random.Generator, image_id: int, first_id: int) -> list[Annotation]:
    """Boxes of three categories at a few places, so that many of two sides overlap."""
    found = []
    for number in range(int(rng.integers(0, 7))):
        x, y = 12 * int(rng.integers(0, 4)), 12 * int(rng.integers(0, 3))
        w, h = rng.integers(6, 12, 2)
        mask = Mask.from_crop(SIZE, x, y, np.ones((h, w), np.bool_))
        score = float(rng.random()) if rng.random() < 0.5 else None
        found.append(Annotation(first_id + number, image_id, int(rng.integers(1, 4)), mask, score=score))
    return found


def agreement(rng: np.random.Generator, image_id: int) -> ImageAgreement:
    return compare_image(image_id, side(rng, image_id, 1), side(rng, image_id, 1), MatchOptions())


def same(table: ComparisonTable, found: dict[int, ImageAgreement]) -> None:
    places = sorted((p for a in found.values() for p in a.places), key=lambda p: p.rank)
    rows = [table.place(row) for row in range(len(table))]
    assert sorted(rows, key=lambda p: (p.image_id, p.ours, p.theirs)) == sorted(
        places, key=lambda p: (p.image_id, p.ours, p.theirs)
    )
    assert [p.rank for p in rows] == [p.rank for p in places]
    whole, expected = table.by_category(), by_category(found.values())
    assert whole.keys() == expected.keys()
    for category_id, sums in whole.items():
        assert (sums.pairs, sums.left, sums.right, sums.other_category) == (
            expected[category_id].pairs,
            expected[category_id].left,
            expected[category_id].right,
            expected[category_id].other_category,
        )
        assert sums.iou_sum == pytest.approx(expected[category_id].iou_sum)
    ids, columns = table.by_image()
    kept = {i: a.total for i, a in found.items() if a.sums}
    assert ids.tolist() == sorted(kept)
    assert columns["pairs"].tolist() == [kept[i].pairs for i in ids.tolist()]
    assert columns["only_right"].tolist() == [kept[i].only_right for i in ids.tolist()]


def test_it_follows_edits_one_image_at_a_time() -> None:
    """After an edit the list must be the one that comparing everything again would give, in the same order."""
    rng = np.random.default_rng(3)
    found = {i: agreement(rng, i) for i in range(1, 30)}
    table = ComparisonTable(found.values())
    same(table, found)
    for _ in range(60):
        image_id = int(rng.integers(1, 32))
        found[image_id] = agreement(rng, image_id)
        table.replace(found[image_id])
        same(table, found)


def test_it_follows_edits_of_very_many_at_once() -> None:
    """The worst of thousands of cells on an image must stay first, and each stand in the list once."""
    rng = np.random.default_rng(4)
    found = {i: agreement(rng, i) for i in range(1, 30)}
    table = ComparisonTable(found.values())
    for count in (150, 400, 3, 150):
        grid = (3 * count, 60)
        cells = [Mask.from_crop(grid, 0, 3 * i, np.ones((2, int(rng.integers(1, 9))), np.bool_)) for i in range(count)]
        others = [Mask.from_crop(grid, 0, 3 * i, np.ones((2, 5), np.bool_)) for i in range(count)]
        ours, theirs = ([Annotation(n + 1, 7, 1, mask) for n, mask in enumerate(side)] for side in (cells, others))
        found[7] = compare_image(7, ours, theirs, MatchOptions())
        table.replace(found[7])
        same(table, found)


def test_an_empty_one_is_no_error() -> None:
    """Two sets that agree have no difference, and may have no annotation at all."""
    table = ComparisonTable()
    assert len(table) == 0 and table.by_category() == {} and len(table.by_image()[0]) == 0
    table.replace(ImageAgreement(1, {}, ()))
    assert len(table) == 0 and list(table.by_image_and_category()) == []


def test_rows_are_chosen_by_kind_category_and_image() -> None:
    """Who works through all missing cars must get these and no others."""
    rng = np.random.default_rng(5)
    found = {i: agreement(rng, i) for i in range(1, 90)}
    table = ComparisonTable(found.values())
    for kind in Difference:
        rows = table.rows(kind=kind, category_id=2)
        chosen = [table.place(int(row)) for row in rows]
        assert chosen and all(p.kind is kind and 2 in (p.our_category, p.their_category) for p in chosen)
    place = table.place(int(table.rows(image_id=4)[0]))
    assert place.image_id == 4 and table.find(4, place.ours, place.theirs) is not None
    assert table.find(99, 1, 1) is None


def test_a_category_of_theirs_that_was_added_is_the_same() -> None:
    """Once the project has the category, what they call so must not count as another one; and back after an undo."""
    known, new = [Category(1, "car", "#112233")], [Category(-1, "tree", "#445566")]
    changed, missing = aligned_ids(known, new, [*known, Category(7, "tree", "#445566")])
    assert changed == {-1: 7} and not missing
    changed, missing = aligned_ids(known, new, known)
    assert not changed and missing.keys() == {-1}
    changed, missing = aligned_ids(known, new, [Category(1, "vehicle", "#112233")])  # renamed
    assert not changed
    changed, missing = aligned_ids(known, new, [])  # deleted
    assert changed == {1: -2} and missing.keys() == {-1, -2} and missing[-2].name == "car"
    mask = Mask.from_crop(SIZE, 0, 0, np.ones((2, 2), np.bool_))
    assert [a.category_id for a in with_categories([Annotation(1, 1, 1, mask)], changed)] == [-2]
    table = ComparisonTable([compare_image(1, [], [Annotation(3, 1, -1, mask)], MatchOptions())])
    table.rename({-1: 7})
    assert table.by_category().keys() == {7} and table.place(0).their_category == 7
