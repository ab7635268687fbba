"""AnnotationFigures: what tables and plots need of each annotation, without masks. Imports core and store.database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sam_annotator.store.database import Database

_COLUMNS = (
    "id, image_id, category_id, area, score, iscrowd, occluded, truncated, locked, hidden, z_order, review, "
    "created_at, seconds, clicks, comment != ''"
)
_PIECE = 10_000  # rows; some milliseconds


class AnnotationFigures(NamedTuple):
    """The figures of one annotation; the fields are those of Annotation, as they are in the file.

    Attributes:
        area: pixels of its mask.
        iscrowd, occluded, truncated, locked, hidden: 0 or 1.
        review: value of a ReviewState.
        commented: 0 or 1, whether a reviewer wrote something.
    """

    id: int
    image_id: int
    category_id: int
    area: int
    score: float | None
    iscrowd: int
    occluded: int
    truncated: int
    locked: int
    hidden: int
    z_order: int
    review: str
    created_at: float
    seconds: float
    clicks: int
    commented: int


def read_figures(database: Database) -> Iterator[AnnotationFigures]:
    """Give the figures of all annotations in the order of their ids; a million take some seconds.

    They are read in pieces, between which others may write: who commits does not wait for a million rows.
    """
    sql, last = f"SELECT {_COLUMNS} FROM annotations WHERE id > ? ORDER BY id LIMIT {_PIECE}", 0
    while rows := database.rows(sql, (last,)):
        yield from map(AnnotationFigures._make, rows)
        if rows[-1][0] <= last:
            return
        last = rows[-1][0]
