"""Rows of the project file to records and back. Imports core; no file is touched here."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import Any

from sam_annotator.core.dataset_stream import PlainAnnotation, json_text
from sam_annotator.core.errors import MaskError, ProjectDamagedError, ProjectError
from sam_annotator.core.mask import MAX_PIXELS, Mask
from sam_annotator.core.records import Annotation, Category, Image, ImageState, Provenance

IMAGE_COLUMNS = "id, file_name, width, height, sha256, state, missing"
CATEGORY_COLUMNS = "id, name, color, supercategory"
ANNOTATION_COLUMNS = "id, image_id, category_id, mask_height, mask_width, mask_counts, area, iscrowd, score, provenance"

_STATES = {str(state): state for state in ImageState}
_COLOR = re.compile(r"#[0-9a-f]{6}")
_FLOAT = r"-?(?:0|[1-9][0-9]{0,15})\.(?:0|[0-9]{0,17}[1-9])"
_WORD = r'"[^"\\,:\x00-\x1f\x7f-\U0010ffff]*"'
_POINT = rf"\[{_FLOAT},{_FLOAT}\]"
_STEP = (
    rf'{{"prompt":{{"point_coords":\[(?:{_POINT}(?:,{_POINT})*)?\],"point_labels":\[(?:[01](?:,[01])*)?\],'
    rf'"box_xyxy":(?:null|\[{_FLOAT},{_FLOAT},{_FLOAT},{_FLOAT}\])}},'
    r'"multimask_output":(?:true,"candidate":[012]|false,"candidate":0)}'
)
# What annotation_values writes of a provenance without `extra`; no comma or colon of it stands in a string.
_USUAL_PROVENANCE = (
    rf'{{"source":{_WORD},"engine":{_WORD},"checkpoint_sha256":{_WORD},(?:"precision":{_WORD},)?'
    rf'"steps":\[(?:{_STEP}(?:,{_STEP})*)?\],'
    rf'"threshold":{_FLOAT},"predicted_iou":(?:null|{_FLOAT}),"edited":(?:true|false),"extra":{{}}}}'
)


@cache
def _usual_provenance() -> re.Pattern[str]:
    return re.compile(_USUAL_PROVENANCE)  # 10 ms, which no window needs to wait for


def image_from_row(row: tuple[Any, ...]) -> Image:
    """Make an Image of IMAGE_COLUMNS; a state this version doesn't know is shown as new.

    Raises:
        ProjectDamagedError: a value is of another kind than was written.
    """
    id_, file_name, width, height, sha256, state, missing = row
    if not (type(file_name) is type(sha256) is str and type(width) is type(height) is int and width >= 0 <= height):
        raise _damaged("Image", id_)
    return Image(id_, file_name, width, height, sha256, _STATES.get(state, ImageState.NEW), bool(missing))


def category_from_row(row: tuple[Any, ...]) -> Category:
    """Make a Category of CATEGORY_COLUMNS.

    Raises:
        ProjectDamagedError: a value is of another kind than was written.
    """
    id_, name, color, supercategory = row
    if not type(name) is type(color) is type(supercategory) is str:
        raise _damaged("Category", id_)
    return Category(id_, name, color, supercategory)


def annotation_from_row(row: tuple[Any, ...]) -> Annotation:
    """Make an Annotation of ANNOTATION_COLUMNS; its mask is trusted, `Store.check` looks at it.

    Raises:
        ProjectDamagedError: a value is of another kind than was written, or its provenance can't be read.
    """
    id_, image_id, category_id, height, width, counts, _, iscrowd, score, provenance = row
    _refuse_damaged_annotation(row)
    try:
        made, mask = _provenance(provenance), Mask.from_trusted_rle((height, width), counts)
    except (ValueError, MaskError) as e:
        raise _damaged("Annotation", id_) from e
    return Annotation(id_, image_id, category_id, mask, bool(iscrowd), score, made)


def plain_annotation_from_row(row: tuple[Any, ...]) -> PlainAnnotation:
    """Make a PlainAnnotation of ANNOTATION_COLUMNS.

    Raises:
        ProjectDamagedError: as `annotation_from_row`.
    """
    id_, image_id, category_id, height, width, counts, _, iscrowd, score, provenance = row
    _refuse_damaged_annotation(row)
    try:
        text = _provenance_json(provenance)
    except ValueError as e:
        raise _damaged("Annotation", id_) from e
    return PlainAnnotation(id_, image_id, category_id, (height, width), counts, bool(iscrowd), score, text)


def _refuse_damaged_annotation(row: tuple[Any, ...]) -> None:
    """Raise ProjectDamagedError where a value is of another kind: sqlite's columns hold any, and a bit can flip."""
    id_, image_id, category_id, height, width, counts, _, _, score, provenance = row
    if not (
        type(image_id) is type(category_id) is type(height) is type(width) is int
        and type(counts) is type(provenance) is str
        and min(image_id, category_id, height, width) >= 1
        and counts.isascii()
        and height * width <= MAX_PIXELS
        and (score is None or isinstance(score, (float, int)))
    ):
        raise _damaged("Annotation", id_)


def _damaged(what: str, id_: Any) -> ProjectDamagedError:
    return ProjectDamagedError(
        f"{what} {id_} of this project is damaged; run: sam-annotator check, and restore a copy."
    )


def _provenance_json(text: str) -> str:
    """Return the `json_text` of a provenance as it is kept; ValueError where it is none."""
    if _usual_provenance().fullmatch(text):  # a tenth of the time of making records of it
        return text.replace(",", ", ").replace(":", ": ")
    return _unusual_provenance_json(text)


@lru_cache(maxsize=4096)
def _unusual_provenance_json(text: str) -> str:
    return json_text(_provenance(text).to_json())


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
