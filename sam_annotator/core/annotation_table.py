"""The table of annotations: its columns, and the cells of an annotation with their exact numbers. Imports core only.

Names of columns are the same in every language, so that scripts can read them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sam_annotator.core.files import replacing
from sam_annotator.core.mask_counts import MaskCounts
from sam_annotator.core.progress_tables import Cell, time_text
from sam_annotator.core.records import Annotation

HEADER = (
    "id", "image", "category", "area", "bbox_x", "bbox_y", "bbox_width", "bbox_height", "parts", "holes",
    "predicted_iou", "stability", "doubt", "clicks", "points", "boxes", "steps", "prompt", "engine",
    "checkpoint_sha256", "precision", "candidate", "threshold", "seconds", "source", "edited", "review", "flags",
    "note", "comment", "created_at",
)  # fmt: skip
FLAGS = ("iscrowd", "occluded", "truncated", "locked", "hidden")


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation, and what is known beside it.

    Attributes:
        annotation: the annotation.
        doubt: how likely it is wrong, 0 to 1; None where no engine was asked.
        stability: SAM's stability score of the mask; None where it is not known.
    """

    annotation: Annotation
    doubt: float | None = None
    stability: float | None = None


def flags_of(annotation: Annotation) -> tuple[str, ...]:
    """Return the flags that are set, of FLAGS."""
    return tuple(name for name in FLAGS if getattr(annotation, name))


def candidate_of(annotation: Annotation) -> int | None:
    """Return which of the engine's candidates the mask is, from 0; None where there were not several."""
    steps = annotation.provenance.steps
    return steps[-1].candidate if steps and steps[-1].multimask_output else None


def cells_of(entry: Entry, image: str, category: str, counts: MaskCounts) -> tuple[Cell, ...]:
    """Return the cells of HEADER.

    Args:
        entry: the annotation.
        image: its file's name.
        category: its category's name.
        counts: of its mask.
    """
    annotation = entry.annotation
    made, mask = annotation.provenance, annotation.mask
    prompt = made.prompt
    return (
        annotation.id, image, category, mask.area, *mask.bbox_xywh, *counts,
        annotation.score, _finite(entry.stability), entry.doubt,
        annotation.clicks, len(prompt.point_coords), int(prompt.box_xyxy is not None), len(made.steps),
        "" if prompt.is_empty else json.dumps(prompt.to_json(), separators=(",", ":")),
        made.engine_id, made.checkpoint_sha256, made.precision, candidate_of(annotation),
        made.threshold if made.engine_id else None, annotation.seconds or None, made.source, int(made.edited),
        str(annotation.review), " ".join(flags_of(annotation)), annotation.note, annotation.comment,
        time_text(annotation.created_at),
    )  # fmt: skip


def write_csv(path: Path, rows: Iterable[Sequence[Cell]], cancelled: Callable[[], bool] = lambda: False) -> int:
    """Write rows under HEADER in one step; returns how many.

    Args:
        path: of the file; what is there is replaced.
        rows: of `cells_of`. Every text is quoted, numbers are as exact as they are kept.
        cancelled: asked at the end: then nothing is written.

    Raises:
        OSError: it can't be written.
        Cancelled: `cancelled` said so.
    """
    import csv  # late: a library, which would wait for torch's while the window starts

    count = 0
    with replacing(path) as temporary:
        with temporary.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)  # the mark at the start is for spreadsheets
            writer.writerow(HEADER)
            for row in rows:
                writer.writerow(["" if cell is None else cell for cell in row])
                count += 1
        if cancelled():
            raise Cancelled
    return count


class Cancelled(Exception):
    """The table is no longer wanted."""


def as_json(cells: Sequence[Cell]) -> dict[str, Any]:
    """Return cells by the names of their columns; the prompt as an object, flags as a list."""
    row: dict[str, Any] = dict(zip(HEADER, cells, strict=True))
    row["prompt"] = json.loads(row["prompt"]) if row["prompt"] else None
    row["flags"] = row["flags"].split()
    row["edited"] = bool(row["edited"])
    return row


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
