"""Read COCO instances: validate everything, match images, tell what a project gets. Changes nothing.

Imports core; no Qt, no torch. A step that finds something that does not fit raises Unfit with the reason; the loops
collect the reasons, and at the end the file is refused with them, or they are reported as skipped.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

from sam_annotator.core.collector import collector_paused
from sam_annotator.core.dataset_stream import with_attributes
from sam_annotator.core.errors import FormatError, ImportRefused, MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Dataset, Image, Provenance, default_color
from sam_annotator.core.words import mark, tr
from sam_annotator.formats.base import ImportOptions, ImportResult
from sam_annotator.formats.coco_match import Matcher, Unfit, extra_of
from sam_annotator.formats.coco_said import Definitions, as_said, definitions_of, review_of, with_review
from sam_annotator.formats.coco_segmentation import from_segmentation, sound_masks
from sam_annotator.formats.coco_write import EXTRA_KEY
from sam_annotator.formats.strict_json import load_strict
from sam_annotator.formats.values import number_of as _number
from sam_annotator.formats.values import shown as _shown

_STEP = 128  # annotations that are looked at together, between two questions whether to go on
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_ANNOTATION_KEYS = frozenset(
    {"id", "image_id", "category_id", "segmentation", "area", "bbox", "iscrowd", "score", "attributes", EXTRA_KEY}
)

_T = TypeVar("_T")
_Key = tuple[int, int, Mask, bool]


@dataclass(slots=True)
class _Reading:
    """What was understood so far."""

    dataset: Dataset
    reasons: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    images: dict[int, Image] = field(default_factory=dict)  # of the project, by the file's ids
    said: list[Image] = field(default_factory=list)
    categories: dict[int, int] = field(default_factory=dict)  # the project's ids or those of the new, by the file's
    new_categories: list[Category] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    definitions: Definitions = field(default_factory=Definitions)
    reviewed: list[Annotation] = field(default_factory=list)  # of the project
    already_there: int = 0


def read_coco(path: Path, dataset: Dataset, options: ImportOptions) -> ImportResult:
    """Read a COCO file; see `Format.read`."""
    with collector_paused():
        return read_document(load_strict(path), path.name, dataset, options)[0]


def read_document(
    document: Any, name: str, dataset: Dataset, options: ImportOptions
) -> tuple[ImportResult, frozenset[int]]:
    """Read what a COCO file holds; see `Format.read`. Returns, too, the ids of the project's images that it is of."""
    reading = _Reading(dataset)
    images, categories, annotations = _sections(document, name)
    _read_images(reading, images)
    _read_categories(reading, categories)
    reading.definitions = definitions_of(extra_of(document), dataset.attributes, reading.categories)
    _read_annotations(reading, annotations, options)
    _note_crowds(reading)
    _note_reviews(reading)
    if reading.reasons and not options.skip_invalid:
        one = mark(
            "{name} does not fit this project, nothing was imported: {reason}; correct the file, or import it again "
            "and skip what does not fit."
        )
        more = mark(
            "{name} does not fit this project, nothing was imported: {reason} and {n} more; correct the file, or "
            "import it again and skip what does not fit."
        )
        first, n = reading.reasons[0].rstrip(".。"), len(reading.reasons) - 1
        raise ImportRefused(tr(more if n else one, name=name, reason=first, n=n), reading.reasons)
    result = ImportResult(
        categories=tuple(reading.new_categories),
        annotations=tuple(reading.annotations),
        images=tuple(reading.said),
        attributes=reading.definitions.added,
        reviewed=tuple(reading.reviewed),
        already_there=reading.already_there,
        skipped=tuple(reading.reasons),
        notes=(*reading.notes, *reading.definitions.notes),
    )
    return result, frozenset(image.id for image in reading.images.values())


@dataclass(frozen=True, slots=True)
class References:
    """What annotations of a COCO file refer to, and the records of these, which are not looked at.

    Attributes:
        images: of the project, by the file's ids.
        categories: their names, by the file's ids.
        annotations: the records.
        reasons: one sentence for each image and category that does not fit.
        notes: whatever else to know.
    """

    images: dict[int, Image]
    categories: dict[int, str]
    annotations: list[Any]
    reasons: tuple[str, ...]
    notes: tuple[str, ...]


def read_references(document: Any, name: str, dataset: Dataset) -> References:
    """Read the images and categories of a COCO file.

    Raises:
        FormatError: it is none.
    """
    reading = _Reading(dataset)
    images, categories, annotations = _sections(document, name)
    _read_images(reading, images)
    _read_categories(reading, categories)
    names = {category.id: category.name for category in (*dataset.categories, *reading.new_categories)}
    known = {id_: names[other] for id_, other in reading.categories.items()}
    return References(reading.images, known, annotations, tuple(reading.reasons), tuple(reading.notes))


def _sections(document: Any, name: str) -> tuple[list[Any], list[Any], list[Any]]:
    if not isinstance(document, dict):
        raise FormatError(
            tr(
                "{name} is no COCO instances file (a list of results?); choose another file.",
                name=name,
            )
        )
    sections = [document.get(key) for key in ("images", "categories", "annotations")]
    for key, section in zip(("images", "categories", "annotations"), sections, strict=True):
        if not isinstance(section, list):
            raise FormatError(
                tr(
                    '{name} is no COCO instances file: it has no list "{key}"; choose another file.',
                    name=name,
                    key=key,
                )
            )
    images, categories, annotations = sections
    return images or [], categories or [], annotations or []


# Images


def _read_images(reading: _Reading, records: list[Any]) -> None:
    matcher = Matcher(reading.dataset.images, records)
    seen: set[int] = set()
    taken: set[int] = set()
    for number, record in enumerate(records, start=1):
        try:
            id_ = _id_of(record, tr("Image record {number}", number=number), seen)
            image, note = matcher.match(record, tr("Image {id}", id=id_))
            if image.id in taken:
                raise Unfit(
                    tr(
                        "Image {id} ({name}) is {file_name} a second time.",
                        id=id_,
                        name=_shown(record["file_name"]),
                        file_name=image.file_name,
                    )
                )
            _check_size(record, image, tr("Image {id}", id=id_))
            extra = extra_of(record)
            if (sha256 := extra.get("sha256")) and image.sha256 and sha256 != image.sha256:
                reading.notes.append(
                    tr(
                        "{file_name} is not the same file that the annotations were made on.",
                        file_name=image.file_name,
                    )
                )
        except Unfit as e:
            reading.reasons.append(str(e))
            continue
        taken.add(image.id)
        reading.images[id_] = image
        if note:
            reading.notes.append(note)
        if (said := as_said(image, extra)) != image:
            reading.said.append(said)


def _check_size(record: dict[str, Any], image: Image, what: str) -> None:
    width, height = _whole(record.get("width")), _whole(record.get("height"))
    if width is None or height is None or width < 1 or height < 1:
        raise Unfit(tr("{what} ({file_name}) has no width and height.", what=what, file_name=image.file_name))
    if not image.width:
        raise Unfit(
            tr(
                "{what} ({file_name}) can't be read on this computer.",
                what=what,
                file_name=image.file_name,
            )
        )
    if (width, height) != (image.width, image.height):
        turned = mark(
            "{what} ({name}) has {width} x {height} pixels in the file and {image_width} x {image_height} in this "
            "project; the file was made without its EXIF rotation."
        )
        other = mark(
            "{what} ({name}) has {width} x {height} pixels in the file and {image_width} x {image_height} in this "
            "project."
        )
        raise Unfit(
            tr(
                turned if (height, width) == (image.width, image.height) else other,
                what=what,
                name=image.file_name,
                width=width,
                height=height,
                image_width=image.width,
                image_height=image.height,
            )
        )


# Categories


def _read_categories(reading: _Reading, records: list[Any]) -> None:
    known = {category.name: category.id for category in reading.dataset.categories}
    used = {category.id for category in reading.dataset.categories}
    wanted = {r["id"] for r in records if isinstance(r, dict) and _is_int(r.get("id"))}
    fresh = itertools.count(max(used | wanted | {0}) + 1)
    seen: set[int] = set()
    names: set[str] = set()
    for number, record in enumerate(records, start=1):
        try:
            id_ = _id_of(record, tr("Category record {number}", number=number), seen)
            name = record.get("name")
            if not isinstance(name, str) or not name.strip():
                raise Unfit(tr("Category {id} has no name.", id=id_))
            name = name.strip()
            if name in names:
                raise Unfit(
                    tr(
                        "Category {id} has the name of another one ({name}).",
                        id=id_,
                        name=_shown(name),
                    )
                )
            supercategory = record.get("supercategory") or ""
            if not isinstance(supercategory, str):
                raise Unfit(
                    tr(
                        "Category {id} ({name}) has a supercategory that is no text.",
                        id=id_,
                        name=_shown(name),
                    )
                )
        except Unfit as e:
            reading.reasons.append(str(e))
            continue
        names.add(name)
        if name in known:
            reading.categories[id_] = known[name]
            continue
        # An id that the project uses for another category can't be kept; the store gives the final one.
        new_id = id_ if id_ >= 1 and id_ not in used else next(fresh)
        used.add(new_id)
        color = extra_of(record).get("color")
        if not isinstance(color, str) or not _COLOR.fullmatch(color):
            color = default_color(len(known) + len(reading.new_categories))
        reading.categories[id_] = new_id
        reading.new_categories.append(Category(new_id, name, color.lower(), supercategory.strip()))


# Annotations


def _read_annotations(reading: _Reading, records: list[Any], options: ImportOptions) -> None:
    there: defaultdict[_Key, deque[Annotation]] = defaultdict(deque)
    for annotation in reading.dataset.annotations:
        there[_key(annotation)].append(annotation)
    seen: set[int] = set()
    masks: list[Mask | None] = []
    for number, record in enumerate(records, start=1):
        if (number - 1) % _STEP == 0:
            _report(options, number - 1, len(records))
            batch = records[number - 1 : number - 1 + _STEP]
            masks = sound_masks([r.get("segmentation") if isinstance(r, dict) else None for r in batch])
        try:
            id_ = _id_of(record, tr("Annotation record {number}", number=number), seen)
            annotation = _annotation(reading, record, id_, masks[(number - 1) % _STEP])
        except Unfit as e:
            reading.reasons.append(str(e))
            continue
        if same := there.get(_key(annotation)):  # each one of the project stands for one of the file
            ours = same.popleft()
            reading.already_there += 1
            if (reviewed := with_review(ours, annotation.review, annotation.comment)) is not ours:
                reading.reviewed.append(reviewed)
        else:
            reading.annotations.append(annotation)


def _note_crowds(reading: _Reading) -> None:
    """Tell of crowds: some programs call every RLE one, and trainers pass over them."""
    crowds = sum(annotation.iscrowd for annotation in reading.annotations)
    if crowds:
        one = mark("Kept iscrowd 1 of {n} annotation, as the file says; trainers pass over it.")
        more = mark("Kept iscrowd 1 of {n} annotations, as the file says; trainers pass over them.")
        reading.notes.append(tr(one if crowds == 1 else more, n=crowds))


def _note_reviews(reading: _Reading) -> None:
    """Tell how many annotations of the project get a review."""
    if n := len(reading.reviewed):
        one = mark("Took the review of {n} annotation that was there already.")
        more = mark("Took the review of {n} annotations that were there already.")
        reading.notes.append(tr(one if n == 1 else more, n=n))


def _report(options: ImportOptions, done: int, total: int) -> None:
    if options.cancelled():
        raise FormatError(tr("The import was cancelled; nothing was changed."))
    if options.progress is not None:
        options.progress(done, total)


def _key(annotation: Annotation) -> _Key:
    return (annotation.image_id, annotation.category_id, annotation.mask, annotation.iscrowd)


def _annotation(reading: _Reading, record: dict[str, Any], id_: int, mask: Mask | None) -> Annotation:
    what = tr("Annotation {id}", id=id_)
    on_image = mark("{what} is on image {id}, which is not there or does not fit.")
    of_category = mark("{what} is of category {id}, which is not there or does not fit.")
    image = _known(reading.images, record.get("image_id"), what, on_image)
    category_id = _known(reading.categories, record.get("category_id"), what, of_category)
    iscrowd = 0 if record.get("iscrowd") is None else record["iscrowd"]
    if iscrowd not in (0, 1) or isinstance(iscrowd, float):
        raise Unfit(
            tr(
                "{what} has iscrowd {value}, which is neither 0 nor 1.",
                what=what,
                value=_shown(iscrowd),
            )
        )
    _check_numbers(record, what)
    if mask is None or mask.size_hw != image.size_hw:
        try:
            mask = from_segmentation(record.get("segmentation"), image.size_hw)
        except MaskError as e:
            raise Unfit(tr("{what} can't be used. {reason}", what=what, reason=e)) from e
    score, provenance = _origin(record, what)
    annotation = Annotation(id_ if id_ >= 1 else 0, image.id, category_id, mask, bool(iscrowd), score, provenance)
    annotation = with_review(annotation, *review_of(extra_of(record)))
    return _with_attributes(annotation, record["attributes"]) if record.get("attributes") else annotation


def _with_attributes(annotation: Annotation, record: Any) -> Annotation:
    """Take the attributes of a record; what an annotation can't hold of them stays with its provenance."""
    whole, rest = with_attributes(annotation, record) if isinstance(record, dict) else (annotation, record)
    if not rest:
        return whole
    made = replace(whole.provenance, extra={**whole.provenance.extra, "attributes": rest})
    return replace(whole, provenance=made)


def _known(table: dict[int, _T], id_: Any, what: str, text: str) -> _T:
    if not _is_int(id_) or id_ not in table:
        raise Unfit(tr(text, what=what, id=_shown(id_)))
    return table[id_]


def _check_numbers(record: dict[str, Any], what: str) -> None:
    """Refuse an area or bbox that is none; their values don't matter, both follow from the mask."""
    area, bbox = record.get("area"), record.get("bbox")
    if area is not None and _number(area) is None:
        raise Unfit(tr("{what} has an area that is no number.", what=what))
    if bbox is not None and not (
        isinstance(bbox, list) and len(bbox) == 4 and all(_number(v) is not None for v in bbox)
    ):
        raise Unfit(tr("{what} has a bbox that is not four numbers.", what=what))


def _origin(record: dict[str, Any], what: str) -> tuple[float | None, Provenance]:
    """Return score and provenance: this program's own, or what else another program's record says."""
    extra = extra_of(record)
    if "provenance" not in extra:
        others = {key: value for key, value in record.items() if key not in _ANNOTATION_KEYS}
        return _number(record.get("score")), Provenance(source="import", extra=others)
    score = extra.get("score")
    if score is not None and _number(score) is None:
        raise Unfit(tr("{what} has a score that is no number.", what=what))
    try:
        return _number(score), Provenance.from_json(extra["provenance"])
    except (ValueError, OverflowError) as e:
        raise Unfit(tr('{what} has a provenance that can\'t be read in "{key}".', what=what, key=EXTRA_KEY)) from e


# Values


def _id_of(record: Any, what: str, seen: set[int]) -> int:
    """Return a record's id, once."""
    if not isinstance(record, dict):
        raise Unfit(tr("{what} is no object.", what=what))
    id_ = record.get("id")
    if not _is_int(id_):
        raise Unfit(tr("{what} has no whole number as id.", what=what))
    if id_ in seen:
        raise Unfit(tr("{what} has the id {id} of another one.", what=what, id=_shown(id_)))
    seen.add(id_)
    return int(id_)


def _is_int(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63


def _whole(value: Any) -> int | None:
    """Return a whole number, which some programs write as 640.0."""
    if _is_int(value):
        return int(value)
    return int(value) if isinstance(value, float) and value.is_integer() else None
