"""What engines said of masks when they were asked, kept beside the annotations. Imports core and store.database.

It is about pixels: a trigger of the file takes it away where a mask changes or its annotation goes. It is no edit, so
there is no undo of it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sam_annotator.core.doubt import Evidence, doubt_of, stored_doubts
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import Mask
from sam_annotator.store.database import Database

_PIECE = 10_000  # rows; some milliseconds
_STABILITY = "CASE WHEN json_valid(a.provenance) THEN json_extract(a.provenance, '$.extra.stability_score') END"
STABILITY = f"coalesce(d.stability, {_STABILITY})"


@dataclass(frozen=True, slots=True)
class AskedMask:
    """What an engine said of an annotation's mask, as it was then."""

    annotation_id: int
    mask: Mask
    evidence: Evidence


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """How doubtful all annotations are, in the order of their ids.

    Attributes:
        annotation_ids: int64 (N,).
        image_ids: likewise.
        values: float64 (N,), 0 to 1; NaN where nothing is known.
        asked: bool (N,), whether an engine was asked.
    """

    annotation_ids: npt.NDArray[np.int64]
    image_ids: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]
    asked: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.annotation_ids)

    @property
    def order(self) -> npt.NDArray[np.int64]:
        """Indices, the most doubtful first; of what nothing is known last."""
        return np.argsort(np.where(np.isnan(self.values), 1.0, -self.values), kind="stable")


def write_doubts(
    database: Database, asked: Iterable[AskedMask], *, engine_id: str, checkpoint_sha256: str, now: float
) -> int:
    """Keep what an engine said, in one transaction; what it says of masks that are others by now is passed over.

    Returns:
        How many were kept.

    Raises:
        ProjectReadOnlyError: the project is open read-only.
    """
    kept = 0
    with database.transaction() as connection:
        for one in asked:
            stability = one.evidence.stability if math.isfinite(one.evidence.stability) else None
            text = json.dumps(one.evidence.to_json(), separators=(",", ":"))
            kept += connection.execute(
                "INSERT OR REPLACE INTO doubts SELECT id, ?, ?, ?, ?, ?, ? FROM annotations "
                "WHERE id = ? AND mask_counts = ?",
                (doubt_of(one.evidence), stability, text, engine_id, checkpoint_sha256, now,
                 one.annotation_id, one.mask.counts),
            ).rowcount  # fmt: skip
    return kept


def evidence_of(database: Database, annotation_id: int) -> Evidence | None:
    """Return what was found about an annotation's mask; None where no engine was asked, or that can't be read."""
    rows = database.rows("SELECT evidence FROM doubts WHERE annotation_id = ?", (annotation_id,))
    try:
        return Evidence.from_json(json.loads(rows[0][0])) if rows else None
    except (ValueError, TypeError):
        return None


def asked_ids(database: Database, engine_id: str, checkpoint_sha256: str) -> frozenset[int]:
    """Return the annotations that an engine was asked about, and whose masks are still those."""
    sql = "SELECT annotation_id FROM doubts WHERE engine = ? AND checkpoint_sha256 = ?"
    return frozenset(row[0] for row in database.rows(sql, (engine_id, checkpoint_sha256)))


def read_doubts(database: Database, cancelled: Callable[[], bool] = lambda: False) -> Doubts | None:
    """Read how doubtful all annotations are; None where it was cancelled. A million take some seconds.

    They are read in pieces, between which others may write.
    """
    sql = (
        f"SELECT a.id, a.image_id, d.doubt, a.score, {STABILITY} FROM annotations a "
        f"LEFT JOIN doubts d ON d.annotation_id = a.id WHERE a.id > ? ORDER BY a.id LIMIT {_PIECE}"
    )
    pieces: list[npt.NDArray[np.float64]] = [np.zeros((0, 5))]
    last = 0
    while rows := database.rows(sql, (last,)):
        if cancelled():
            return None
        pieces.append(_columns(rows))
        last = rows[-1][0]
    ids, image_ids, asked, scores, stabilities = np.concatenate(pieces).T  # ids are exact in doubles up to 2**53
    is_asked = ~np.isnan(asked)
    values = np.where(is_asked, asked, stored_doubts(scores, stabilities))
    return Doubts(ids.astype(np.int64), image_ids.astype(np.int64), values, is_asked)


def _columns(rows: Sequence[tuple[object, ...]]) -> npt.NDArray[np.float64]:
    """Return rows as float64, NaN for what is no number: sqlite's columns hold anything, and a file can be damaged."""
    try:
        return np.array(rows, np.float64)
    except (TypeError, ValueError):
        return np.array([[_number(value) for value in row] for row in rows], np.float64)


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else math.nan
