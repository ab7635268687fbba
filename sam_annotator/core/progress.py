"""Progress: how far a project is, as figures for plots and tables, worked out of its rows. numpy; imports core only.

Dates are those of the computer's own time zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sam_annotator.core.records import Category, Image, ImageState

SECONDS_EDGES = (0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0)  # the last bin has no upper edge
CLICKS_EDGES = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)
MOST_PERIODS = 62  # bars of a plot over time
_FEW_IMAGES = 3  # done ones, of which no forecast is made
_FIRST, _LAST = 315_532_800.0, 7_258_118_400.0  # 1980 to 2200: other times are no dates
_QUARTER_S = 900  # no time zone is cut finer

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


class Span(StrEnum):
    """What a bar of a plot over time stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """All annotations of a project, one array a column, each of the same length.

    Attributes:
        image_ids, category_ids: what each belongs to.
        areas: pixels.
        created_at: seconds since 1970; 0 where it is not known.
        seconds: spent on it; 0 where that is not known.
        clicks: made for it; 0 where that is not known.
    """

    image_ids: _Ints
    category_ids: _Ints
    areas: _Ints
    created_at: _Floats
    seconds: _Floats
    clicks: _Ints

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int, int, float, float, int]]) -> Columns:
        """Take rows of (image_id, category_id, area, created_at, seconds, clicks)."""
        kinds = [("i", "i8"), ("c", "i8"), ("a", "i8"), ("t", "f8"), ("s", "f8"), ("n", "i8")]
        table = np.fromiter(rows, np.dtype(kinds))
        return cls(*(np.ascontiguousarray(table[name]) for name, _kind in kinds))

    @classmethod
    def joined(cls, pieces: Sequence[Columns]) -> Columns:
        """Put pieces one after the other."""
        if not pieces:
            return cls.of(())
        names = ("image_ids", "category_ids", "areas", "created_at", "seconds", "clicks")
        return cls(*(np.concatenate([getattr(piece, name) for piece in pieces]) for name in names))

    def __len__(self) -> int:
        return len(self.image_ids)


@dataclass(frozen=True, slots=True)
class Histogram:
    """How often values fall between edges.

    Attributes:
        edges: the lower edge of each bin.
        counts: how many values are in each bin; the last one takes all above its lower edge.
        median: of the values; None without any.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    median: float | None

    @property
    def total(self) -> int:
        """How many values there are."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week or month: its first day, and what was done in it.

    Attributes:
        start: its first day.
        annotations: how many were made.
        images_done: how many images were marked as done.
        median_seconds: that annotations made in it took; None where that is not known of any.
        median_clicks: likewise.
    """

    start: date
    annotations: int = 0
    images_done: int = 0
    median_seconds: float | None = None
    median_clicks: float | None = None


@dataclass(frozen=True, slots=True)
class CategoryShare:
    """How many annotations a category has."""

    category: Category
    count: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a project is.

    Attributes:
        states: how many images are in each state.
        annotation_count: all annotations.
        periods: without a gap, from the first day that something was done to the last.
        span: what each of them is.
        undated: annotations of which nobody knows when they were made, such as imported ones.
        categories: with the most annotations first.
        seconds, clicks: for each annotation of which that is known.
        areas: in pixels, two bins for each power of ten.
        worked_seconds: the sum over all annotations.
        forecast_seconds: what the images that are left will take if they take what those done took; None where too
            few are done to tell.
    """

    states: dict[ImageState, int]
    annotation_count: int
    periods: tuple[Period, ...]
    span: Span
    undated: int
    categories: tuple[CategoryShare, ...]
    seconds: Histogram
    clicks: Histogram
    areas: Histogram
    worked_seconds: float
    forecast_seconds: float | None

    @property
    def image_count(self) -> int:
        """All images."""
        return sum(self.states.values())

    @property
    def left_count(self) -> int:
        """Images that are neither done nor flagged."""
        return self.states[ImageState.NEW] + self.states[ImageState.IN_PROGRESS]


def progress_of(columns: Columns, images: Sequence[Image], categories: Sequence[Category]) -> Progress:
    """Work out how far a project is."""
    states = dict.fromkeys(ImageState, 0)
    for image in images:
        states[image.state] += 1
    span, periods, undated = _periods(columns, images)
    timed = columns.seconds[columns.seconds > 0]
    clicked = columns.clicks[columns.clicks > 0].astype(np.float64)
    return Progress(
        states=states,
        annotation_count=len(columns),
        periods=periods,
        span=span,
        undated=undated,
        categories=_shares(columns.category_ids, categories),
        seconds=_histogram(timed, SECONDS_EDGES),
        clicks=_histogram(clicked, CLICKS_EDGES),
        areas=_areas(columns.areas.astype(np.float64)),
        worked_seconds=float(timed.sum()),
        forecast_seconds=_forecast(columns, images),
    )


def _shares(ids: _Ints, categories: Sequence[Category]) -> tuple[CategoryShare, ...]:
    found, counts = np.unique(ids, return_counts=True)
    by_id = dict(zip(found.tolist(), counts.tolist(), strict=True))
    shares = (CategoryShare(category, by_id.get(category.id, 0)) for category in categories)
    return tuple(sorted(shares, key=lambda share: -share.count))


def _histogram(values: _Floats, edges: tuple[float, ...]) -> Histogram:
    bins = np.searchsorted(np.array(edges), values, "right") - 1
    counts = np.bincount(np.clip(bins, 0, None), minlength=len(edges))
    return Histogram(edges, tuple(counts.tolist()), float(np.median(values)) if len(values) else None)


def _areas(values: _Floats) -> Histogram:
    """Return a histogram with two bins for each power of ten, from the smallest to the largest area there is."""
    if not len(values):
        return Histogram((), (), None)
    halves = np.floor(2 * np.log10(np.maximum(values, 1)) + 1e-9)
    first, last = int(halves.min()), int(halves.max())
    return _histogram(values, tuple(10 ** (half / 2) - 1e-6 for half in range(first, last + 1)))


def _forecast(columns: Columns, images: Sequence[Image]) -> float | None:
    done = np.array([image.id for image in images if image.state == ImageState.DONE], np.int64)
    left = sum(image.state in (ImageState.NEW, ImageState.IN_PROGRESS) for image in images)
    on_done = np.isin(columns.image_ids, done) & (columns.seconds > 0)
    timed_images = len(np.unique(columns.image_ids[on_done]))
    if timed_images < _FEW_IMAGES:
        return None
    return float(columns.seconds[on_done].sum()) / timed_images * left


def _periods(columns: Columns, images: Sequence[Image]) -> tuple[Span, tuple[Period, ...], int]:
    """Return what was done in each day, week or month, and how many annotations have no date."""
    days = _ordinals(columns.created_at)
    done_days = _ordinals(np.array([image.done_at for image in images], np.float64))
    is_dated = days > 0
    known = np.concatenate((days[is_dated], done_days[done_days > 0]))
    undated = int(len(days) - np.count_nonzero(is_dated))
    if not len(known):
        return Span.DAY, (), undated
    first, last = date.fromordinal(int(known.min())), date.fromordinal(int(known.max()))
    span = _span(first, last)
    starts = _starts(span, first, last)
    limits = np.array([start.toordinal() for start in starts])
    made = np.searchsorted(limits, days[is_dated], "right") - 1
    done = np.searchsorted(limits, done_days[done_days > 0], "right") - 1
    made_counts, done_counts = (np.bincount(which, minlength=len(starts)).tolist() for which in (made, done))
    seconds = _medians(made, columns.seconds[is_dated], len(starts))
    clicks = _medians(made, columns.clicks[is_dated].astype(np.float64), len(starts))
    periods = zip(starts, made_counts, done_counts, seconds, clicks, strict=True)
    return span, tuple(Period(*period) for period in periods), undated


def _ordinals(times: _Floats) -> _Ints:
    """Return the local day of each time as date.toordinal does, 0 where it is none."""
    is_date = (times >= _FIRST) & (times <= _LAST)
    quarters, which = np.unique((np.where(is_date, times, 0) // _QUARTER_S).astype(np.int64), return_inverse=True)
    days = [datetime.fromtimestamp(quarter * _QUARTER_S).date().toordinal() for quarter in quarters.tolist()]
    return np.where(is_date, np.array(days, np.int64)[which], 0) if days else np.zeros(len(times), np.int64)


def _span(first: date, last: date) -> Span:
    days = (last - first).days + 1
    if days <= MOST_PERIODS:
        return Span.DAY
    return Span.WEEK if days <= 7 * (MOST_PERIODS - 1) else Span.MONTH


def _starts(span: Span, first: date, last: date) -> list[date]:
    """Return the first day of each period between two days."""
    if span == Span.MONTH:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        return [date(month // 12, month % 12 + 1, 1) for month in months]
    step = timedelta(days=7 if span == Span.WEEK else 1)
    start = first - timedelta(days=first.weekday()) if span == Span.WEEK else first
    return [start + step * i for i in range((last - start) // step + 1)]


def _medians(which: _Ints, values: _Floats, count: int) -> list[float | None]:
    """Return the median of the values above 0 in each of `count` groups; None for a group without any."""
    is_known = values > 0
    which, values = which[is_known], values[is_known]
    order = np.argsort(which, kind="stable")
    limits = np.searchsorted(which[order], np.arange(count + 1))
    ordered = values[order]
    groups = (ordered[start:end] for start, end in pairwise(limits.tolist()))
    return [float(np.median(group)) if len(group) else None for group in groups]
