"""What a COCO file that this program wrote says beside COCO's own: reviews, and the definitions of attributes.

All of it may be anything in a file of somebody else's: what is not understood is left out, and never refuses a file.
Imports core only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.options import AttributeSpec, check_attributes
from sam_annotator.core.records import Annotation, Image, ImageState, ReviewState
from sam_annotator.core.words import mark, tr
from sam_annotator.formats.coco_write import ATTRIBUTES_KEY, COMMENT_KEY, REVIEW_KEY

_STATES = [str(state) for state in ImageState if state != ImageState.NEW]
_REVIEWS = [str(review) for review in ReviewState if review]

_Reviewed = TypeVar("_Reviewed", Image, Annotation)


def as_said(image: Image, extra: Mapping[str, Any]) -> Image:
    """Return an image with the state, note, tags and review of its record, where the project says nothing itself."""
    state, note, tags = extra.get("state"), extra.get("note"), extra.get("tags")
    if image.state == ImageState.NEW and state in _STATES:
        image = replace(image, state=ImageState(state))
    if not image.note and isinstance(note, str):
        image = replace(image, note=note)
    if not image.tags and isinstance(tags, list):
        words = dict.fromkeys(" ".join(tag.split()) for tag in tags if isinstance(tag, str))
        image = replace(image, tags=tuple(word for word in words if word))
    return with_review(image, *review_of(extra))


def review_of(extra: Mapping[str, Any]) -> tuple[ReviewState, str]:
    """Return what a reviewer said of the image or annotation of a record, and the reviewer's words."""
    review, comment = extra.get(REVIEW_KEY), extra.get(COMMENT_KEY)
    said = ReviewState(review) if review in _REVIEWS else ReviewState.NONE
    return said, comment if isinstance(comment, str) else ""


def with_review(reviewed: _Reviewed, review: ReviewState, comment: str) -> _Reviewed:
    """Return an image or annotation with a review, where it has none and no comment: two are not mixed."""
    if reviewed.review or reviewed.comment or not (review or comment):
        return reviewed
    return replace(reviewed, review=review, comment=comment)


@dataclass(frozen=True, slots=True)
class Definitions:
    """Attributes that a file defines.

    Attributes:
        added: that the project does not have.
        notes: one sentence for each that stays as the project has it, and for those that can't be read.
    """

    added: tuple[AttributeSpec, ...] = ()
    notes: tuple[str, ...] = ()


def definitions_of(
    extra: Mapping[str, Any], known: Sequence[AttributeSpec], category_ids: Mapping[int, int]
) -> Definitions:
    """Read the definitions of attributes.

    Args:
        extra: what this program wrote into the document beside COCO's own.
        known: attributes that the project has; they stay as they are.
        category_ids: of the project, or those of the new ones, by the file's.
    """
    records = extra.get(ATTRIBUTES_KEY, [])
    here = {spec.name: spec for spec in known}
    added: dict[str, AttributeSpec] = {}
    notes: list[str] = []
    unread = 0
    for record in records if isinstance(records, list) else [records]:
        spec = _definition(record, category_ids)
        if spec is None or spec.name in added:
            unread += 1
        elif spec.name not in here:
            added[spec.name] = spec
        elif spec != here[spec.name]:
            text = tr('The attribute "{name}" is defined otherwise in the file; this project\'s stays.', name=spec.name)
            notes.append(text)
    if unread:
        one = mark("{n} definition of an attribute can't be read and was left out.")
        more = mark("{n} definitions of attributes can't be read and were left out.")
        notes.append(tr(one if unread == 1 else more, n=unread))
    return Definitions(tuple(added.values()), tuple(notes))


def _definition(record: Any, category_ids: Mapping[int, int]) -> AttributeSpec | None:
    """Return an attribute of this project; None where it is none, or of categories that the project does not get."""
    if not isinstance(record, dict) or not isinstance(record.get("name"), str):
        return None
    for key, kind in (("choices", str), ("category_ids", int)):
        values = record.get(key, [])
        if not isinstance(values, list) or not all(type(value) is kind for value in values):
            return None
    try:
        spec = AttributeSpec.from_json(record)
        ids = tuple(dict.fromkeys(category_ids[i] for i in spec.category_ids if i in category_ids))
        if spec.category_ids and not ids:
            return None
        spec = replace(spec, category_ids=ids)
        check_attributes((spec,))
    except (ValueError, ProjectError):
        return None
    return spec
