"""What each plot of the progress panel says, as plain records: titles, values, ticks and words. No widget.

Imports core, and Qt for dates in the user's language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate

from sam_annotator.core.progress import Histogram, Period, Progress, Span
from sam_annotator.core.records import ImageState
from sam_annotator.core.words import local_number, mark, tr
from sam_annotator.ui.language import names_locale
from sam_annotator.ui.models.figures import grouped

MOST_ROWS = 12  # categories with a bar of their own
STATE_WORDS = {
    ImageState.NEW: mark("New"),
    ImageState.IN_PROGRESS: mark("In progress"),
    ImageState.DONE: mark("Done"),
    ImageState.FLAGGED: mark("Flagged"),
}
_SPAN_WORDS = {Span.DAY: mark("per day"), Span.WEEK: mark("per week"), Span.MONTH: mark("per month")}
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Bars:
    """Upright bars side by side.

    Attributes:
        values: the height of each.
        ticks: (place, words) along the bars, the first bar is from -0.5 to 0.5.
        tips: what each bar says in words.
    """

    values: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    tips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Points joined by a line; None is a gap. Ticks and tips as for Bars."""

    values: tuple[float | None, ...]
    ticks: tuple[tuple[float, str], ...]
    tips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A lying bar under its name; the colour is "#rrggbb", or "" for the theme's grey."""

    name: str
    count: int
    share: float
    color: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Lying bars, one below the other."""

    rows: tuple[Row, ...]

    @property
    def tips(self) -> tuple[str, ...]:
        """What each bar says in words."""
        return tuple(f"{row.name}: {grouped(row.count)} ({row.share:.0%})" for row in self.rows)


Plot = Bars | Line | Rows


@dataclass(frozen=True, slots=True)
class Content:
    """One plot with its words.

    Attributes:
        id: for file names and object names.
        title: what it shows.
        remark: the one figure that sums it up, or what is not in it.
        plot: None where there is nothing to draw yet.
    """

    id: str
    title: str
    remark: str
    plot: Plot | None


def contents_of(progress: Progress) -> tuple[Content, ...]:
    """Return all plots in the order they stand in."""
    per = tr(_SPAN_WORDS[progress.span])
    periods = progress.periods
    undated = progress.undated
    not_dated = "" if not undated else tr("{n} without a date are not shown", n=grouped(undated))
    done = sum(p.images_done for p in periods)
    return (
        Content("images", tr("Images"), _left(progress), _states(progress)),
        Content(
            "images_done",
            tr("Images done {per_day}", per_day=per),
            "",
            _over_time(progress, lambda p: p.images_done, _images_tip) if done else None,
        ),
        Content(
            "annotations",
            tr("Annotations made {per_day}", per_day=per),
            not_dated,
            _over_time(progress, lambda p: p.annotations, _annotations_tip),
        ),
        Content("categories", tr("Annotations per category"), "", _categories(progress)),
        Content("seconds", tr("Seconds per annotation"), _median_seconds(progress), _seconds(progress.seconds)),
        Content(
            "seconds_median",
            tr("Median seconds {per_day}", per_day=per),
            "",
            _line(progress, lambda p: p.median_seconds, mark("{day}: {value} s")),
        ),
        Content("clicks", tr("Clicks per annotation"), _median_clicks(progress), _clicks(progress.clicks)),
        Content(
            "clicks_median",
            tr("Median clicks {per_day}", per_day=per),
            "",
            _line(progress, lambda p: p.median_clicks, mark("{day}: {value} clicks")),
        ),
        Content("areas", tr("Size of annotations in pixels"), _median_area(progress), _areas(progress.areas)),
    )


def summary_of(progress: Progress) -> str:
    """Return the sentence above the plots."""
    parts = [
        tr(
            "{done} of {n} images done", done=grouped(progress.states[ImageState.DONE]), n=grouped(progress.image_count)
        ),
        tr("{n} annotation", n=1)
        if progress.annotation_count == 1
        else tr("{n} annotations", n=grouped(progress.annotation_count)),
    ]
    if progress.worked_seconds:
        parts.append(tr("{time} of work", time=duration(progress.worked_seconds)))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """Return a time as people say it: "45 s", "12 min", "3 h 20 min"."""
    if seconds < _MINUTE:
        return tr("{n} s", n=round(seconds))
    minutes = round(seconds / _MINUTE)
    if minutes < _HOUR // _MINUTE:
        return tr("{n} min", n=minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 10 or rest == 0:
        return tr("{n} h", n=grouped(round(seconds / _HOUR)))
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)


def day_text(day: date, span: Span) -> str:
    """Return a day as short as it goes."""
    return names_locale().toString(
        QDate(day.year, day.month, day.day), tr("MMM yyyy") if span == Span.MONTH else tr("d MMM")
    )


def number_text(value: float) -> str:
    """Return a number in few characters: "0.5", "12", "3k", "1.5M"."""
    for limit, unit in ((1_000_000, "M"), (1000, "k")):
        if value >= limit:
            return local_number(f"{value / limit:.3g}{unit}")
    return local_number(f"{value:.3g}")


def _left(progress: Progress) -> str:
    left = progress.left_count
    if progress.image_count and not left:
        return tr("Nothing is left")
    if progress.forecast_seconds:
        return tr("{n} left, about {time} of work", n=grouped(left), time=duration(progress.forecast_seconds))
    return tr("{n} left", n=grouped(left)) if left else ""


def _states(progress: Progress) -> Rows | None:
    total = progress.image_count
    if not total:
        return None
    return Rows(
        tuple(Row(tr(words), progress.states[s], progress.states[s] / total) for s, words in STATE_WORDS.items())
    )


def _categories(progress: Progress) -> Rows | None:
    total = progress.annotation_count
    if not total:
        return None
    shown, rest = progress.categories[:MOST_ROWS], progress.categories[MOST_ROWS:]
    rows = [Row(s.category.name, s.count, s.count / total, s.category.color) for s in shown]
    if rest:
        count = sum(share.count for share in rest)
        rows.append(Row(tr("{n} other categories", n=len(rest)), count, count / total))
    return Rows(tuple(rows))


def _dates(progress: Progress) -> tuple[tuple[float, str], ...]:
    return tuple((i, day_text(p.start, progress.span)) for i, p in enumerate(progress.periods))


def _over_time(progress: Progress, value: Callable[[Period], int], tip: Callable[[str, int], str]) -> Bars | None:
    if not progress.periods:
        return None
    values = tuple(value(p) for p in progress.periods)
    ticks = _dates(progress)
    return Bars(values, ticks, tuple(tip(day, n) for (_i, day), n in zip(ticks, values, strict=True)))


def _images_tip(day: str, n: int) -> str:
    return tr("{day}: {n} image", day=day, n=n) if n == 1 else tr("{day}: {n} images", day=day, n=grouped(n))


def _annotations_tip(day: str, n: int) -> str:
    return tr("{day}: {n} annotation", day=day, n=n) if n == 1 else tr("{day}: {n} annotations", day=day, n=grouped(n))


def _line(progress: Progress, value: Callable[[Period], float | None], words: str) -> Line | None:
    values = tuple(value(p) for p in progress.periods)
    if not any(v is not None for v in values):
        return None
    ticks = _dates(progress)
    pairs = zip(ticks, values, strict=True)
    tips = tuple("" if v is None else tr(words, day=day, value=number_text(v)) for (_i, day), v in pairs)
    return Line(values, ticks, tips)


def _seconds(histogram: Histogram) -> Bars | None:
    if not histogram.total:
        return None
    ranges = _ranges(histogram, number_text)
    ticks = tuple((i - 0.5, number_text(edge)) for i, edge in enumerate(histogram.edges))
    return Bars(histogram.counts, ticks, tuple(_tip(tr("{range} s", range=r), n) for r, n in ranges))


def _clicks(histogram: Histogram) -> Bars | None:
    if not histogram.total:
        return None
    words = [number_text(edge) for edge in histogram.edges]
    words[-1] += "+"
    pairs = zip(words, histogram.counts, strict=True)
    tips = tuple(_tip(tr("1 click") if w == "1" else tr("{n} clicks", n=w), n) for w, n in pairs)
    return Bars(histogram.counts, tuple(enumerate(words)), tips)


def _areas(histogram: Histogram) -> Bars | None:
    if not histogram.total:
        return None
    ranges = _ranges(histogram, lambda edge: number_text(round(edge) if edge >= 10 else round(edge, 1)))
    decades = [(i - 0.5, edge) for i, edge in enumerate(histogram.edges) if f"{edge + 1e-6:.0e}".startswith("1e")]
    ticks = tuple((place, number_text(round(edge))) for place, edge in decades)
    return Bars(histogram.counts, ticks, tuple(_tip(tr("{range} px", range=r), n) for r, n in ranges))


def _ranges(histogram: Histogram, words: Callable[[float], str]) -> list[tuple[str, int]]:
    edges = [words(edge) for edge in histogram.edges]
    ranges = [f"{low}–{high}" for low, high in pairwise(edges)] + [f"≥ {edges[-1]}"]
    return list(zip(ranges, histogram.counts, strict=True))


def _tip(what: str, n: int) -> str:
    return (
        tr("{what}: {n} annotation", what=what, n=n)
        if n == 1
        else tr("{what}: {n} annotations", what=what, n=grouped(n))
    )


def _median_seconds(progress: Progress) -> str:
    median = progress.seconds.median
    return tr("No times are known yet") if median is None else tr("Median {n} s", n=number_text(median))


def _median_clicks(progress: Progress) -> str:
    median = progress.clicks.median
    return tr("No clicks are known yet") if median is None else tr("Median {n}", n=number_text(median))


def _median_area(progress: Progress) -> str:
    median = progress.areas.median
    return "" if median is None else tr("Median {n} px", n=grouped(round(median)))
