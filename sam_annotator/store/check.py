"""Look for damage in a project: its file, its masks and, if asked, its images. Changes nothing. Imports core."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sam_annotator.core.errors import MaskError, ProjectDamagedError
from sam_annotator.core.mask import Mask
from sam_annotator.core.options import ProjectOptions
from sam_annotator.core.records import Image, ImageState, Provenance
from sam_annotator.store.database import Database
from sam_annotator.store.rows import IMAGE_COLUMNS, PLAIN_COLUMNS, attributes_from_text, image_from_row

_CHUNK_BYTES = 1 << 20

Progress = Callable[[int, int], None]


def find_problems(
    database: Database, image_root: Path | None, progress: Progress | None, cancelled: Callable[[], bool]
) -> list[str]:
    """Return one sentence for each problem; the image files are read where `image_root` is given."""
    try:
        problems = _problems_of_file(database)
        images = [image_from_row(row) for row in database.rows(f"SELECT {IMAGE_COLUMNS} FROM images ORDER BY id")]
        ((annotations,),) = database.rows("SELECT count(*) FROM annotations")
    except ProjectDamagedError as e:
        return [str(e)]
    total, done = annotations + (len(images) if image_root else 0), 0
    problems += _problems_of_rows(database)
    sizes = {image.id: image.size_hw for image in images}
    try:
        for row in database.rows_by_id(PLAIN_COLUMNS, "annotations"):
            problems += _problems_of_annotation(row, sizes)
            done += 1
            if done % 1000 == 0:
                if cancelled():
                    return problems
                if progress is not None:
                    progress(done, total)
    except ProjectDamagedError as e:
        problems.append(str(e))
    for image in images if image_root else ():
        assert image_root is not None
        problems += _problems_of_image(image, image_root / image.file_name)
        done += 1
        if cancelled():
            break
        if progress is not None:
            progress(done, total)
    return problems


def _problems_of_file(database: Database) -> list[str]:
    problems = [
        f"The project file is damaged ({text}); restore a copy of it."
        for (text,) in database.rows("PRAGMA integrity_check(20)")
        if text != "ok"
    ]
    return problems + [
        f"Row {row_id} of {table} names one of {parent} that is not there; restore a copy of the project."
        for table, row_id, parent, _ in database.rows("PRAGMA foreign_key_check")
    ]


def _problems_of_rows(database: Database) -> list[str]:
    states = {str(state) for state in ImageState}
    problems = [
        f"Image {image_id} ({file_name}) has an unknown state {state!r}; set it again."
        for image_id, file_name, state in database.rows("SELECT id, file_name, state FROM images")
        if state not in states
    ]
    for (text,) in database.rows("SELECT value FROM meta WHERE key = 'options'"):
        try:
            ProjectOptions.from_json(json.loads(text))
        except (ValueError, TypeError) as e:
            problems.append(f"The project's options can't be read ({e}); set them again.")
    return problems + [
        f"Category {category_id} has no name; rename it."
        for (category_id,) in database.rows("SELECT id FROM categories WHERE trim(name) = ''")
    ]


def _problems_of_annotation(row: tuple[Any, ...], sizes: dict[int, tuple[int, int]]) -> list[str]:
    id_, image_id, _, height, width, counts, area, iscrowd, _, provenance, _, _, _, attributes = row[:14]
    try:
        mask = Mask((height, width), counts)
    except (MaskError, TypeError) as e:
        return [f"The mask of annotation {id_} (image {image_id}) is damaged ({e}); delete it and make it again."]
    problems: list[str] = []
    if mask.is_empty or mask.area != area or mask.counts != counts:
        problems.append(f"The mask of annotation {id_} (image {image_id}) is not as it was written; make it again.")
    size_hw = sizes.get(image_id, (0, 0))
    if size_hw[0] and size_hw != (height, width):
        problems.append(
            f"The mask of annotation {id_} has {width} x {height} pixels, its image {image_id} has "
            f"{size_hw[1]} x {size_hw[0]}; put the old image file back."
        )
    if iscrowd not in (0, 1):
        problems.append(f"Annotation {id_} has iscrowd {iscrowd!r}; set it to 0 or 1.")
    try:
        Provenance.from_json(json.loads(provenance))
    except (ValueError, TypeError) as e:
        problems.append(f"The provenance of annotation {id_} can't be read ({e}); make the annotation again.")
    try:
        attributes_from_text(attributes)
    except (ValueError, TypeError) as e:
        problems.append(f"The attributes of annotation {id_} can't be read ({e}); make the annotation again.")
    return problems


def _problems_of_image(image: Image, path: Path) -> list[str]:
    if not path.is_file():
        return [f"{image.file_name} is not in the image folder; put it back at {path}."]
    if not image.sha256:
        return []
    try:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                digest.update(chunk)
    except OSError as e:
        return [f"{image.file_name} can't be read ({e.strerror}); check {path}."]
    if digest.hexdigest() != image.sha256:
        return [f"{image.file_name} is not the file the masks were made on; put the old one back at {path}."]
    return []
