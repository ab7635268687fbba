"""Keep annotations as a COCO file in the project before a command replaces them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sam_annotator.core.errors import FormatError
from sam_annotator.core.records import Annotation, Dataset
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.coco import CocoFormat
from sam_annotator.store.store import Store

FOLDER = "replaced"


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
        out = folder / f"{stem}-{number}.json"
    image_ids = {annotation.image_id for annotation in annotations}
    images = tuple(image for image in sorted(store.images(), key=lambda i: i.id) if image.id in image_ids)
    dataset = Dataset(images, store.categories(), tuple(sorted(annotations, key=lambda a: a.id)), store.name)
    CocoFormat().write(dataset, out, ExportOptions())
    return out
