"""The figures of a project's progress as tables for spreadsheets: CSV with a comma, in UTF-8. Imports core only.

Names of columns are the same in every language, so that scripts can read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sam_annotator.core.files import replacing
from sam_annotator.core.progress import Histogram, Progress

Cell = str | int | float | None

ANNOTATION_HEADER = (
    "id", "image_id", "file_name", "category_id", "category", "area", "score", "iscrowd", "occluded", "truncated",
    "review", "created_at", "seconds", "clicks",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; its name is that of its file, without suffix."""

    name: str
    header: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


def tables_of(progress: Progress) -> tuple[Table, ...]:
    """Return what the plots show, one table each."""
    periods = (
        (p.start.isoformat(), p.annotations, p.images_done, _short(p.median_seconds), p.median_clicks)
        for p in progress.periods
    )
    categories = ((s.category.id, s.category.name, s.category.supercategory, s.count) for s in progress.categories)
    over_time = ("from", "annotations", "images_done", "median_seconds", "median_clicks")
    return (
        Table("image_states", ("state", "images"), [(str(state), n) for state, n in progress.states.items()]),
        Table(f"per_{progress.span}", over_time, list(periods)),
        Table("per_category", ("category_id", "category", "supercategory", "annotations"), list(categories)),
        _bins("seconds", progress.seconds),
        _bins("clicks", progress.clicks),
        _bins("area", progress.areas),
    )


def time_text(seconds: float) -> str:
    """Return a time since 1970 as "2026-03-02 09:15:00" where the computer is; "" where it is not known."""
    try:
        return datetime.fromtimestamp(seconds).isoformat(" ", "seconds") if seconds > 0 else ""
    except (OverflowError, OSError, ValueError):  # a damaged file
        return ""


def write_table(table: Table, folder: Path) -> Path:
    """Write a table into a folder, in one step.

    Raises:
        OSError: it can't be written.
    """
    import csv  # late: a library, which would wait for torch's while the window starts

    path = folder / f"{table.name}.csv"
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)  # with a mark at the start, without which spreadsheets take it for another encoding
        writer.writerow(table.header)
        writer.writerows(table.rows)
    return path


def new_folder(parent: Path, name: str) -> Path:
    """Make a folder that was not there: its name gets a number where one of that name is.

    Raises:
        OSError: it can't be made.
    """
    number = 1
    while True:
        folder = parent / (name if number == 1 else f"{name} ({number})")
        try:
            folder.mkdir()
        except FileExistsError:
            number += 1
        else:
            return folder


def _bins(name: str, histogram: Histogram) -> Table:
    uppers: list[float | None] = [*histogram.edges[1:], None]
    bins = zip(histogram.edges, uppers, histogram.counts, strict=False)
    rows = [(_short(low), _short(high), count) for low, high, count in bins]
    return Table(name, (f"{name}_from", f"{name}_below", "annotations"), rows)


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
