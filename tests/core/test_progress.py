"""Figures of a project: what the plots and tables of the progress panel say."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np

from sam_annotator.core.progress import MOST_PERIODS, Columns, Progress, Span, progress_of
from sam_annotator.core.records import Category, Image, ImageState

CATEGORIES = (Category(1, "cat", "#e69f00"), Category(2, "dog", "#56b4e9"), Category(3, "cow", "#009e73"))


def at(day: date, hour: int = 12) -> float:
    return datetime(day.year, day.month, day.day, hour).timestamp()


def row(
    category_id: int = 1, *, image_id: int = 1, area: int = 100, day: date | None = None, s: float = 0, n: int = 0
) -> tuple[int, int, int, float, float, int]:
    return (image_id, category_id, area, at(day) if day else 0.0, s, n)


def progress(*rows: tuple[int, int, int, float, float, int], images: tuple[Image, ...] = ()) -> Progress:
    return progress_of(Columns.of(rows), images, CATEGORIES)


def test_an_empty_project_has_figures() -> None:
    """The panel of a new project must open."""
    nothing = progress()
    assert nothing.annotation_count == nothing.image_count == nothing.left_count == 0
    assert nothing.periods == () and nothing.seconds.median is None and nothing.areas.edges == ()
    assert [share.count for share in nothing.categories] == [0, 0, 0] and nothing.forecast_seconds is None


def test_days_are_those_of_the_users_calendar_without_gaps() -> None:
    """A day on which nothing was done is part of the picture, and midnight is the user's own."""
    monday = date(2026, 3, 2)
    days = progress(
        row(day=monday, s=2, n=1),
        row(day=monday, s=4, n=3),
        row(day=monday + timedelta(3)),
        row(),
        images=(Image(1, "a", state=ImageState.DONE, done_at=at(monday + timedelta(1), 23)), Image(2, "b")),
    )
    assert days.span == Span.DAY and days.undated == 1
    assert [(p.start.day, p.annotations, p.images_done) for p in days.periods] == [
        (2, 2, 0),
        (3, 0, 1),
        (4, 0, 0),
        (5, 1, 0),
    ]
    assert [p.median_seconds for p in days.periods] == [3.0, None, None, None]
    assert days.periods[0].median_clicks == 2.0


def test_the_small_hours_belong_to_their_day() -> None:
    """Who works at one in the morning sees it on that day, and at 23:59 on the day before."""
    first = date(2026, 7, 10)
    times = [datetime(2026, 7, 10, 0, 1), datetime(2026, 7, 10, 23, 59), datetime(2026, 7, 11, 0, 1)]
    found = progress_of(Columns.of([(1, 1, 9, t.timestamp(), 0.0, 0) for t in times]), (), CATEGORIES)
    assert [(p.start, p.annotations) for p in found.periods] == [(first, 2), (first + timedelta(1), 1)]


def test_long_projects_are_told_in_weeks_and_months() -> None:
    """Four hundred bars can't be told apart."""
    first = date(2025, 1, 1)
    for days, span in ((MOST_PERIODS - 1, Span.DAY), (MOST_PERIODS, Span.WEEK), (300, Span.WEEK), (900, Span.MONTH)):
        found = progress(row(day=first), row(day=first + timedelta(days)))
        assert found.span == span and len(found.periods) <= MOST_PERIODS
        assert found.periods[0].annotations == found.periods[-1].annotations == 1
        assert sum(p.annotations for p in found.periods) == 2
        if span == Span.WEEK:
            assert {p.start.weekday() for p in found.periods} == {0}
        if span == Span.MONTH:
            assert {p.start.day for p in found.periods} == {1}


def test_times_that_are_no_dates_are_left_out() -> None:
    """A damaged or foreign file must not make a plot of ten thousand years."""
    odd = [(1, 1, 1, time, 0.0, 0) for time in (-5.0, 1e18, 12.0, float("nan"))]
    found = progress_of(Columns.of(odd), (Image(1, "a", done_at=-1e30),), CATEGORIES)
    assert found.periods == () and found.undated == 4


def test_categories_come_with_the_largest_first_and_unused_ones_too() -> None:
    """The one that has none yet is what there is still to find."""
    found = progress(row(2), row(2), row(1), row(99))
    assert [(share.category.name, share.count) for share in found.categories] == [("dog", 2), ("cat", 1), ("cow", 0)]


def test_seconds_and_clicks_count_only_where_they_are_known() -> None:
    """Imported annotations took nobody a second, which would be the median."""
    found = progress(row(s=0.5, n=1), row(s=5, n=2), row(s=1000, n=25), row(), row())
    assert found.seconds.total == found.clicks.total == 3
    assert found.seconds.median == 5 and found.clicks.median == 2
    assert found.seconds.counts[0] == found.seconds.counts[3] == found.seconds.counts[-1] == 1
    assert found.clicks.counts == (1, 1, 0, 0, 0, 0, 0, 0, 0, 1)
    assert found.worked_seconds == 1005.5


def test_sizes_are_binned_by_powers_of_ten() -> None:
    """Objects of a pixel and of a whole photograph must fit one plot."""
    found = progress(*(row(area=area) for area in (1, 3, 4, 10, 99, 100, 1_000_000)))
    assert found.areas.total == 7 and len(found.areas.edges) == 13
    assert found.areas.counts[:5] == (2, 1, 1, 1, 1) and found.areas.counts[-1] == 1


def test_what_is_left_is_forecast_from_what_is_done() -> None:
    """Three images done in a minute each tell that the other two take two minutes."""
    states = [ImageState.DONE] * 3 + [ImageState.NEW, ImageState.IN_PROGRESS, ImageState.FLAGGED]
    images = tuple(Image(i + 1, f"{i}.jpg", state=state) for i, state in enumerate(states))
    rows = [row(image_id=i, s=30) for i in (1, 1, 2, 2, 3, 3)] + [row(image_id=4, s=999)]
    found = progress(*rows, images=images)
    assert found.forecast_seconds == 120 and found.left_count == 2 and found.image_count == 6
    assert progress(*rows[2:], images=images).forecast_seconds is None


def test_pieces_join_to_the_whole() -> None:
    """The rows of a large project come in pieces."""
    rows = [row(day=date(2026, 1, 1 + i), s=i + 1, n=i) for i in range(6)]
    whole, joined = Columns.of(rows), Columns.joined([Columns.of(rows[:2]), Columns.of(rows[2:])])
    assert len(joined) == 6 and np.array_equal(whole.created_at, joined.created_at)
    assert len(Columns.joined([])) == 0
