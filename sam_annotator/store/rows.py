"""Rows of the project file to records and back. Imports core; no file is touched here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache, lru_cache
from typing import Any

from sam_annotator.core.dataset_stream import PlainAnnotation, joined_attributes, json_text
from sam_annotator.core.errors import MaskError, ProjectDamagedError, ProjectError
from sam_annotator.core.mask import MAX_PIXELS, Mask
from sam_annotator.core.records import (
    Annotation,
    AttributeValue,
    Category,
    Image,
    ImageState,
    Provenance,
    ReviewState,
)
from sam_annotator.core.words import mark, tr

IMAGE_COLUMNS = "id, file_name, width, height, sha256, state, missing, note, tags, review, comment, done_at"
CATEGORY_COLUMNS = "id, name, color, supercategory"
_MASK_COLUMNS = "id, image_id, category_id, mask_height, mask_width, mask_counts, area, iscrowd, score, provenance"
PLAIN_COLUMNS = f"{_MASK_COLUMNS}, occluded, truncated, note, attributes, review, comment"
ANNOTATION_COLUMNS = f"{PLAIN_COLUMNS}, locked, hidden, z_order, created_at, seconds, clicks"

_STATES = {str(state): state for state in ImageState}
_NO_ATTRIBUTES: Mapping[str, AttributeValue] = {}  # one for all: a project has a million annotations
_REVIEWS = {str(review): review for review in ReviewState}
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


_new_image = Image.__new__
(
    _set_id, _set_file_name, _set_width, _set_height, _set_sha256, _set_state,
    _set_missing, _set_note, _set_tags, _set_review, _set_comment, _set_done_at,
) = (getattr(Image, field.name).__set__ for field in fields(Image))  # fmt: skip


@cache
def _usual_provenance() -> re.Pattern[str]:
    return re.compile(_USUAL_PROVENANCE)  # 10 ms, which no window needs to wait for


def image_from_row(row: tuple[Any, ...]) -> Image:
    """Make an Image of IMAGE_COLUMNS; a state or review this version doesn't know is shown as new, or none.

    Raises:
        ProjectDamagedError: a value is of another kind than was written.
    """
    id_, file_name, width, height, sha256, state, missing, note, tags, review, comment, done_at = row
    if not (
        type(file_name) is type(sha256) is type(note) is type(tags) is type(comment) is str
        and type(width) is type(height) is int
        and width >= 0 <= height
        and isinstance(done_at, (float, int))
    ):
        raise _damaged(mark("Image"), id_)
    known = _STATES.get(state, ImageState.NEW)
    try:
        words = _tags(tags) if tags else ()
    except ValueError as e:
        raise _damaged(mark("Image"), id_) from e
    # As Image(...), by its slots: a frozen record looks each field up by name, half as long again for 100,000 images.
    image = _new_image(Image)
    _set_id(image, id_)
    _set_file_name(image, file_name)
    _set_width(image, width)
    _set_height(image, height)
    _set_sha256(image, sha256)
    _set_state(image, known)
    _set_missing(image, bool(missing))
    _set_note(image, note)
    _set_tags(image, words)
    _set_review(image, _REVIEWS.get(review, ReviewState.NONE))
    _set_comment(image, comment)
    _set_done_at(image, float(done_at))
    return image


@lru_cache(maxsize=4096)
def _tags(text: str) -> tuple[str, ...]:
    tags = json.loads(text)
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise ValueError("tags are a list of words")
    return tuple(tags)


def work_values(image: Image) -> tuple[Any, ...]:
    """Return note, tags, state, review, comment and done_at of an image, then its id.

    Raises:
        ProjectError: a text holds what is no character.
    """
    for text in (image.note, image.comment, *image.tags):
        refuse_broken_text(tr("The text"), text)
    tags = _compact_json(list(image.tags)) if image.tags else ""
    return (image.note, tags, str(image.state), str(image.review), image.comment, image.done_at, image.id)


def category_from_row(row: tuple[Any, ...]) -> Category:
    """Make a Category of CATEGORY_COLUMNS.

    Raises:
        ProjectDamagedError: a value is of another kind than was written.
    """
    id_, name, color, supercategory = row
    if not type(name) is type(color) is type(supercategory) is str:
        raise _damaged(mark("Category"), id_)
    return Category(id_, name, color, supercategory)


def annotation_from_row(row: tuple[Any, ...]) -> Annotation:
    """Make an Annotation of ANNOTATION_COLUMNS; its mask is trusted, `Store.check` looks at it.

    Raises:
        ProjectDamagedError: a value is of another kind than was written, or its provenance can't be read.
    """
    id_, image_id, category_id, height, width, counts, _, iscrowd, score, provenance = row[:10]
    occluded, truncated, note, attributes, review, comment, locked, hidden, z_order, created, seconds, clicks = row[10:]
    _refuse_damaged_annotation(row)
    if not (
        type(z_order) is type(clicks) is int
        and type(comment) is str
        and type(created) is type(seconds) is float  # as sqlite gives all of a REAL column
    ):
        raise _damaged(mark("Annotation"), id_)
    try:
        made, mask = _provenance(provenance), Mask.from_trusted_rle((height, width), counts)
        values = attributes_from_text(attributes) if attributes else _NO_ATTRIBUTES
    except (ValueError, MaskError) as e:
        raise _damaged(mark("Annotation"), id_) from e
    said = _REVIEWS.get(review, ReviewState.NONE) if review else ReviewState.NONE
    return Annotation(
        id_, image_id, category_id, mask, bool(iscrowd), score, made, bool(occluded), bool(truncated), note, values,
        bool(locked), bool(hidden), z_order, said, comment, created, seconds, clicks,
    )  # fmt: skip


class ReadBefore:
    """The annotations of the image read last: after an edit, what is as it was is not made again.

    Masks that are the same stay the same object, with what is known of them.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[tuple[Any, ...], Annotation]] = {}

    def annotations(self, rows: Iterable[tuple[Any, ...]]) -> tuple[Annotation, ...]:
        """Make annotations of rows of ANNOTATION_COLUMNS.

        Raises:
            ProjectDamagedError: as `annotation_from_row`.
        """
        known = {row[0]: (row, self._made(row)) for row in rows}
        self._known = known  # of one image as a whole, whoever else reads at this moment
        return tuple(annotation for _row, annotation in known.values())

    def _made(self, row: tuple[Any, ...]) -> Annotation:
        before = self._known.get(row[0])
        if before is None:
            return annotation_from_row(row)
        if before[0] == row:
            return before[1]
        annotation = annotation_from_row(row)
        known = before[1].mask
        return replace(annotation, mask=known) if annotation.mask == known else annotation


@lru_cache(maxsize=4096)
def attributes_from_text(text: str) -> Mapping[str, AttributeValue]:
    """Return attributes as they are kept, to be read only; ValueError where the text is none."""
    values = json.loads(text) if text else {}
    if not isinstance(values, dict) or not all(isinstance(value, (str, int, float)) for value in values.values()):
        raise ValueError("attributes are an object of plain values")
    return values


def attributes_text(attributes: Mapping[str, AttributeValue]) -> str:
    """Return attributes as they are kept.

    Raises:
        ProjectError: a value is no number, or holds what is no character.
    """
    try:
        text = _compact_json(dict(attributes)) if attributes else ""
    except ValueError as e:
        raise ProjectError(tr("An attribute that is a number needs a finite one; type another.")) from e
    refuse_broken_text(tr("The text of an attribute"), text)
    return text


def plain_annotation_from_row(row: tuple[Any, ...]) -> PlainAnnotation:
    """Make a PlainAnnotation of PLAIN_COLUMNS.

    Raises:
        ProjectDamagedError: as `annotation_from_row`.
    """
    id_, image_id, category_id, height, width, counts, _, iscrowd, score, provenance = row[:10]
    occluded, truncated, note, own, review, comment = row[10:]
    _refuse_damaged_annotation(row)
    if type(comment) is not str:
        raise _damaged(mark("Annotation"), id_)
    said = ""
    try:
        text = _provenance_json(provenance)
        if occluded or truncated or note or own:  # most have nothing of it
            joined = joined_attributes(bool(occluded), bool(truncated), note, attributes_from_text(own))
            said = json_text(joined) if joined else ""
    except ValueError as e:
        raise _damaged(mark("Annotation"), id_) from e
    reviewed = _REVIEWS.get(review, ReviewState.NONE) if review else ReviewState.NONE
    return PlainAnnotation(
        id_, image_id, category_id, (height, width), counts, bool(iscrowd), score, text, said, reviewed, comment
    )


def _refuse_damaged_annotation(row: tuple[Any, ...]) -> None:
    """Raise ProjectDamagedError where a value is of another kind: sqlite's columns hold any, and a bit can flip.

    Args:
        row: of PLAIN_COLUMNS, or more.
    """
    id_, image_id, category_id, height, width, counts, _, _, score, provenance, _, _, note, attributes, *_ = row
    if not (
        type(image_id) is type(category_id) is type(height) is type(width) is int
        and type(counts) is type(provenance) is type(note) is type(attributes) is str
        and min(image_id, category_id, height, width) >= 1
        and counts.isascii()
        and height * width <= MAX_PIXELS
        and (score is None or isinstance(score, (float, int)))
    ):
        raise _damaged(mark("Annotation"), id_)


def _damaged(what: str, id_: Any) -> ProjectDamagedError:
    return ProjectDamagedError(
        tr(
            "{what} {id} of this project is damaged; run: sam-annotator check, and restore a copy.",
            what=what,
            id=id_,
        )
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
        ProjectError: a text holds what is no character, or an attribute is no finite number.
    """
    mask = annotation.mask
    if mask.is_empty:
        raise MaskError(tr("An object must have at least one pixel; click on it again."))
    for text in (annotation.note, annotation.comment):
        if text:
            refuse_broken_text(tr("The text"), text)
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
        int(annotation.occluded),
        int(annotation.truncated),
        annotation.note,
        attributes_text(annotation.attributes),
        str(annotation.review),
        annotation.comment,
        int(annotation.locked),
        int(annotation.hidden),
        annotation.z_order,
        annotation.created_at,
        annotation.seconds,
        annotation.clicks,
    )


def _compact_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def refuse_broken_text(what: str, text: str) -> None:
    """Raise ProjectError for bytes that are no characters, as they come from the command line and from file names."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as e:
        raise ProjectError(tr("{what} holds bytes that are no characters; rename it.", what=what)) from e


def checked_category(category: Category) -> Category:
    """Return the category as it is stored: name without outer spaces, colour in lower case.

    Raises:
        ProjectError: the name is empty or the colour is none.
    """
    name, color = category.name.strip(), category.color.lower()
    if not name:
        raise ProjectError(tr("A category needs a name; type one."))
    refuse_broken_text(tr('The name "{name}"', name=name), name)
    if not _COLOR.fullmatch(color):
        raise ProjectError(tr('"{color}" is no colour; write it as #rrggbb.', color=category.color))
    return Category(category.id, name, color, category.supercategory.strip())
