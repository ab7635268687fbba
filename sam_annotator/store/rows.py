"""Rows of the project file to records and back. Imports core; no file is touched here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sam_annotator.core.errors import MaskError, ProjectDamagedError, ProjectError
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Image, ImageState, Provenance

IMAGE_COLUMNS = "id, file_name, width, height, sha256, state, missing"
CATEGORY_COLUMNS = "id, name, color, supercategory"
ANNOTATION_COLUMNS = "id, image_id, category_id, mask_height, mask_width, mask_counts, area, iscrowd, score, provenance"

_STATES = {str(state): state for state in ImageState}
_COLOR = re.compile(r"#[0-9a-f]{6}")


def image_from_row(row: tuple[Any, ...]) -> Image:
    """Make an Image of IMAGE_COLUMNS; a state this version doesn't know is shown as new.

    Raises:
        ProjectDamagedError: a value is of another kind than was written.
    """
    id_, file_name, width, height, sha256, state, missing = row
    _refuse_damaged("Image", id_, (file_name, sha256), (width, height))
    return Image(id_, file_name, width, height, sha256, _STATES.get(state, ImageState.NEW), bool(missing))


def category_from_row(row: tuple[Any, ...]) -> Category:
    """Make a Category of CATEGORY_COLUMNS.

    Raises:
        ProjectDamagedError: a value is of another kind than was written.
    """
    id_, name, color, supercategory = row
    _refuse_damaged("Category", id_, (name, color, supercategory), ())
    return Category(id_, name, color, supercategory)


def annotation_from_row(row: tuple[Any, ...]) -> Annotation:
    """Make an Annotation of ANNOTATION_COLUMNS; its mask is trusted, `Store.check` looks at it.

    Raises:
        ProjectDamagedError: a value is of another kind than was written, or its provenance can't be read.
    """
    id_, image_id, category_id, height, width, counts, _, iscrowd, score, provenance = row
    _refuse_damaged("Annotation", id_, (counts, provenance), (image_id, category_id, height, width), smallest=1)
    if score is not None and not isinstance(score, (float, int)):
        raise _damaged("Annotation", id_)
    try:
        made, mask = _provenance(provenance), Mask.from_trusted_rle((height, width), counts)
    except (ValueError, MaskError) as e:
        raise _damaged("Annotation", id_) from e
    return Annotation(id_, image_id, category_id, mask, bool(iscrowd), score, made)


def _refuse_damaged(what: str, id_: Any, texts: Iterable[Any], numbers: Iterable[Any], *, smallest: int = 0) -> None:
    """Raise ProjectDamagedError where a value is of another kind: sqlite's columns hold any, and a bit can flip."""
    if not all(type(text) is str for text in texts) or not all(type(n) is int and n >= smallest for n in numbers):
        raise _damaged(what, id_)


def _damaged(what: str, id_: Any) -> ProjectDamagedError:
    return ProjectDamagedError(
        f"{what} {id_} of this project is damaged; run: sam-annotator check, and restore a copy."
    )


@lru_cache(maxsize=4096)
def _provenance(text: str) -> Provenance:
    return Provenance.from_json(json.loads(text))


def annotation_values(annotation: Annotation) -> tuple[Any, ...]:
    """Return the values of ANNOTATION_COLUMNS; id None where it is 0.

    Raises:
        MaskError: the mask is empty.
    """
    mask = annotation.mask
    if mask.is_empty:
        raise MaskError("An object must have at least one pixel; click on it again.")
    return (
        annotation.id or None,
        annotation.image_id,
        annotation.category_id,
        *mask.size_hw,
        mask.counts,
        mask.area,
        int(annotation.iscrowd),
        annotation.score,
        json.dumps(annotation.provenance.to_json(), ensure_ascii=False, separators=(",", ":")),
    )


def refuse_broken_text(what: str, text: str) -> None:
    """Raise ProjectError for bytes that are no characters, as they come from the command line and from file names."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as e:
        raise ProjectError(f"{what} holds bytes that are no characters; rename it.") from e


def checked_category(category: Category) -> Category:
    """Return the category as it is stored: name without outer spaces, colour in lower case.

    Raises:
        ProjectError: the name is empty or the colour is none.
    """
    name, color = category.name.strip(), category.color.lower()
    if not name:
        raise ProjectError("A category needs a name; type one.")
    refuse_broken_text(f'The name "{name}"', name)
    if not _COLOR.fullmatch(color):
        raise ProjectError(f'"{category.color}" is no colour; write it as #rrggbb.')
    return Category(category.id, name, color, category.supercategory.strip())
