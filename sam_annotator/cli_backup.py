"""Keep annotations as a COCO file in the project before a command replaces them, and take that back. No Qt."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sam_annotator.core.errors import FormatError, ProjectError
from sam_annotator.core.records import Annotation, Dataset
from sam_annotator.formats.base import ExportOptions, ImportOptions
from sam_annotator.formats.coco import CocoFormat
from sam_annotator.store.store import Store

FOLDER = "replaced"
_WRITTEN, _UNDONE = ".written", ".undone"  # beside the file: what came in place, and that it was taken back


def keep_replaced(store: Store, annotations: Sequence[Annotation], command: str) -> Path:
    """Write annotations as they were to a new file of the project's folder; older ones stay.

    Args:
        store: the project.
        annotations: that are about to be replaced.
        command: that does it; the file is named after it and the time.

    Raises:
        FormatError: it can't be written.
    """
    folder = store.project_dir / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as e:
        raise FormatError(f"{folder} can't be made ({e.strerror or e}); make room, or give the folder back.") from e
    stem = f"{command}-{datetime.now():%Y%m%d-%H%M%S}"
    out, number = folder / f"{stem}.json", 1
    while out.exists():
        number += 1
        out = folder / f"{stem}-{number:02}.json"
    image_ids = {annotation.image_id for annotation in annotations}
    images = tuple(image for image in sorted(store.images(), key=lambda i: i.id) if image.id in image_ids)
    dataset = Dataset(images, store.categories(), tuple(sorted(annotations, key=lambda a: a.id)), store.name)
    CocoFormat().write(dataset, out, ExportOptions())
    return out


def note_written(kept_in: Path, annotations: Iterable[Annotation]) -> None:
    """Note beside a file what is about to come in place of annotations in it, so that it can be taken back.

    Raises:
        FormatError: it can't be written.
    """
    lines = [f"{annotation.id} {_fingerprint(annotation)}\n" for annotation in annotations]
    path = kept_in.with_suffix(_WRITTEN)
    try:
        with path.open("a", encoding="ascii") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as e:
        raise FormatError(f"{path} can't be written ({e.strerror or e}); make room, then try again.") from e


@dataclass(frozen=True, slots=True)
class Restoring:
    """What is taken back.

    Attributes:
        kept_in: the file that it comes from.
        restored: annotations as they shall be: as they are, with the masks they had.
        changed: of those that were changed since, or locked; they stay.
        gone: ids of those that were deleted since.
        unread: sentences on those that can't be read from the file.
    """

    kept_in: Path
    restored: tuple[Annotation, ...]
    changed: tuple[Annotation, ...]
    gone: tuple[int, ...]
    unread: tuple[str, ...]


def last_kept(store: Store, command: str) -> Path:
    """Return the newest file of what a command replaced that was not taken back.

    Raises:
        ProjectError: there is none.
    """
    folder = store.project_dir / FOLDER
    found = [path for path in folder.glob(f"{command}-*.json") if path.with_suffix(_WRITTEN).is_file()]
    if not found:
        raise ProjectError(f"There is no {command} to take back in {store.project_dir}; nothing was changed.")
    return max(found, key=lambda path: path.stem)


def plan_restoring(store: Store, kept_in: Path) -> Restoring:
    """Read what a command replaced, and compare it with what is there now; nothing is changed.

    Raises:
        SamAnnotatorError: the file can't be read.
    """
    try:
        lines = kept_in.with_suffix(_WRITTEN).read_text("ascii").split("\n")
    except (OSError, UnicodeDecodeError) as e:
        raise FormatError(f"{kept_in.with_suffix(_WRITTEN)} can't be read ({e}); nothing was changed.") from e
    written = {int(number): found for number, _, found in (line.partition(" ") for line in lines) if number.isdigit()}
    images = tuple(sorted(store.images(), key=lambda image: image.id))
    read = CocoFormat().read(kept_in, Dataset(images, store.categories()), ImportOptions(skip_invalid=True))
    restored: list[Annotation] = []
    changed: list[Annotation] = []
    gone: list[int] = []
    for old in read.annotations:
        if old.id not in written:
            continue
        try:
            now = store.annotation(old.id)
        except ProjectError:
            gone.append(old.id)
            continue
        if now.mask == old.mask and now.provenance == old.provenance:
            continue
        if now.locked or _fingerprint(now) != written[old.id]:
            changed.append(now)
        else:
            restored.append(replace(now, mask=old.mask, score=old.score, provenance=old.provenance))
    return Restoring(kept_in, tuple(restored), tuple(changed), tuple(gone), read.skipped)


def restore(store: Store, restoring: Restoring) -> None:
    """Take back what a command replaced, in one transaction."""
    store.update_annotations(restoring.restored)
    with suppress(OSError):  # else the same is offered again, and finds nothing to do
        restoring.kept_in.with_suffix(_WRITTEN).replace(restoring.kept_in.with_suffix(_UNDONE))


def _fingerprint(annotation: Annotation) -> str:
    """Return what tells one mask, and how it was made, from all others."""
    mask = annotation.mask
    text = json.dumps([*mask.size_hw, mask.counts, annotation.provenance.to_json()], sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
