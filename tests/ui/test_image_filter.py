from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from sam_annotator.core.records import Image, ImageState, ReviewState
from sam_annotator.ui.models.image_figures import ImageFigures, Row
from sam_annotator.ui.models.image_filter import ImageColumns, ImageFilter, ReviewFilter, SortKey, words_of

IMAGES = (
    Image(1, "day/Street 1.png", note="blurred Ä", tags=("rain", "Night shift")),
    Image(2, "day/street 2.png", state=ImageState.DONE, done_at=50.0, review=ReviewState.ACCEPTED),
    Image(3, "night/park.png", state=ImageState.FLAGGED, review=ReviewState.REJECTED, comment="too dark"),
    Image(4, "night/river.png", state=ImageState.DONE, done_at=20.0, tags=("rain",)),
)


def _row(image_id: int, annotation_id: int, category_id: int, score: float = math.nan, review: int = 0) -> Row:
    return (image_id, annotation_id, category_id, score, review, False)


def _figures() -> ImageFigures:
    return ImageFigures(
        [_row(4, 9, 2, 0.5), _row(1, 7, 1, 0.9), _row(1, 8, 2, 0.7, ImageFigures.REJECTED), _row(2, 3, 1)]
    )


def _listed(wanted: ImageFilter) -> list[int]:
    columns, figures = ImageColumns(IMAGES), _figures()
    rows = np.flatnonzero(columns.matching(wanted, figures))
    return [int(i) for i in columns.ids[columns.sorted(rows, wanted, figures)]]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ImageFilter(), [1, 2, 3, 4]),
        (ImageFilter(text="STREET"), [1, 2]),
        (ImageFilter(text="street 2"), [2]),
        (ImageFilter(text="tag:rain"), [1, 4]),
        (ImageFilter(text='tag:"night shift"'), [1]),
        (ImageFilter(text="note:ä street"), [1]),
        (ImageFilter(text="tag:"), []),
        (ImageFilter(states=frozenset((ImageState.DONE, ImageState.FLAGGED))), [2, 3, 4]),
        (ImageFilter(category_id=2), [1, 4]),
        (ImageFilter(count_high=0), [3]),
        (ImageFilter(count_low=1), [1, 2, 4]),
        (ImageFilter(count_low=2), [1]),
        (ImageFilter(score_below=0.5), []),
        (ImageFilter(score_below=0.51), [4]),
        (ImageFilter(score_below=0.71), [1, 4]),
        (ImageFilter(review=ReviewFilter.REJECTED), [3]),
        (ImageFilter(review=ReviewFilter.SOME_REJECTED), [1]),
        (ImageFilter(review=ReviewFilter.SOME_NOT_REVIEWED), [1, 2, 4]),
        (ImageFilter(review=ReviewFilter.COMMENTED), [3]),
        (ImageFilter(sort=SortKey.COUNT), [3, 2, 4, 1]),
        (ImageFilter(sort=SortKey.COUNT, descending=True), [1, 2, 4, 3]),
        (ImageFilter(sort=SortKey.LOWEST_SCORE), [4, 1, 2, 3]),
        (ImageFilter(sort=SortKey.LOWEST_SCORE, descending=True), [1, 4, 2, 3]),
        (ImageFilter(sort=SortKey.DATE_DONE), [4, 2, 1, 3]),
        (ImageFilter(sort=SortKey.STATE), [1, 2, 4, 3]),
        (ImageFilter(descending=True), [4, 3, 2, 1]),
    ],
)
def test_what_is_listed(wanted: ImageFilter, ids: list[int]) -> None:
    """A filter that leaves an image out hides work that is still to be done."""
    assert _listed(wanted) == ids


def test_words_of_a_search() -> None:
    """Whoever types a tag of two words must find it."""
    assert words_of('Car tag:"Night shift" note:x "two w') == (
        ("name", "car"), ("tag", "night shift"), ("note", "x"), ("name", "two w"),
    )  # fmt: skip


def test_columns_follow_edits() -> None:
    """A list made of what was true an hour ago sends people to images that are done."""
    columns = ImageColumns(IMAGES)
    wanted = ImageFilter(text="tag:snow", states=frozenset((ImageState.DONE,)))
    assert not columns.matching(wanted, None).any()
    columns.update(replace(IMAGES[0], tags=("snow",), state=ImageState.DONE))
    assert columns.matching(wanted, None).tolist() == [True, False, False, False]


def test_figures_follow_edits() -> None:
    """Else a filter by category lists images whose annotation was deleted."""
    figures = _figures()
    figures.replace(1, [_row(1, 8, 2, 0.1)])
    assert figures.counts(np.array([1, 2, 3, 4])).tolist() == [1, 1, 0, 1]
    figures.replace(3, [_row(3, 11, 5), _row(3, 10, 5)])
    assert figures.images_with(figures.category_ids == 5).tolist() == [3]
    assert figures.annotation_ids.tolist() == [8, 3, 11, 10, 9]
    figures.replace(3, [])
    figures.replace(1, [_row(1, 8, 3, 0.2)])
    assert figures.category_ids.tolist() == [3, 1, 2]
    assert figures.lowest_scores(np.array([4, 1, 2, 99])).tolist()[:2] == [0.5, 0.2]


def test_no_annotations_at_all() -> None:
    """A new project is sorted and filtered, too."""
    columns, figures = ImageColumns(IMAGES), ImageFigures()
    for sort in SortKey:
        rows = columns.sorted(np.arange(4), ImageFilter(sort=sort), figures)
        assert sorted(rows.tolist()) == [0, 1, 2, 3]
    assert columns.matching(ImageFilter(category_id=1), figures).sum() == 0
