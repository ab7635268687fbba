"""Write COCO instances. Imports core; no Qt, no torch.

Ids are the project's (>= 1, never derived from order), records are sorted by id, one to a line. `segmentation` is
compressed RLE, or polygons where they decode to exactly the same pixels; `area` counts pixels; `bbox` is exact;
`iscrowd` is what the user set. No date is written, so a second export of the same project is the same, byte for byte.
`attributes` holds the project's attributes, occluded, truncated and note, where an annotation has any, as CVAT does.
What only this program knows stands in the key EXTRA_KEY of each record, and the definitions of the project's
attributes in that of the document; other readers pass over both.

The file is written beside its place, a batch of records at a time; each batch is read back and compared with the
dataset, and only at the end is the file put in its place. So no more than a batch of annotations is in memory.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from sam_annotator import __version__
from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation, json_text
from sam_annotator.core.errors import FormatError, MaskError
from sam_annotator.core.files import replacing
from sam_annotator.core.mask_batch import measure_masks
from sam_annotator.core.records import Category, Dataset, Image
from sam_annotator.core.words import tr
from sam_annotator.formats.base import ExportOptions, ExportReport
from sam_annotator.formats.coco_segmentation import from_segmentation, to_segmentation
from sam_annotator.formats.refusals import (
    cancelled_error,
    left_out_sentence,
    unread_sentence,
    why_unfit,
    why_unsound,
    writing_error,
)

EXTRA_KEY = "sam_annotator"
ATTRIBUTES_KEY, REVIEW_KEY, COMMENT_KEY = "attributes", "review", "comment"  # in it

_BATCH = 128  # records that are in memory at a time, and between two questions whether to go on
_BATCH_CHARACTERS = 1 << 18  # of their masks, which can be large


@dataclass(slots=True)
class _Writing:
    """One export on its way.

    Attributes:
        stream: what is exported.
        options: how.
        images: that are written, by id.
        category_ids: that there are.
        left_out: one sentence for each image or annotation that is not written, with why.
    """

    stream: DatasetStream
    options: ExportOptions
    images: dict[int, Image]
    category_ids: frozenset[int]
    left_out: list[str]
    annotations_in: int = 0
    annotations_out: int = 0
    polygons_out: int = 0


def write_coco(dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
    """Write a dataset as a COCO file; see `Format.write`."""
    out = Path(os.path.realpath(out))  # the file a link leads to is replaced, not the link
    _refuse_place(out)
    writing = _begin(dataset if isinstance(dataset, DatasetStream) else DatasetStream.of(dataset), options)
    try:
        with replacing(out) as temporary, temporary.open("wb") as file, temporary.open("rb", buffering=0) as back:
            _write_document(_CheckedFile(file, back), writing)
    except OSError as e:
        raise writing_error(e, out) from e
    images = writing.images.values()
    return ExportReport(
        path=out,
        images_in=len(writing.stream.images),
        images_out=len(images),
        annotations_in=writing.annotations_in,
        annotations_out=writing.annotations_out,
        categories_out=len(writing.stream.categories),
        polygons_out=writing.polygons_out,
        left_out=tuple(writing.left_out),
        notes=tuple(
            tr("{name} is missing on disk; its annotations were written.", name=i.file_name)
            for i in images
            if i.missing
        ),
    )


def _refuse_place(out: Path) -> None:
    if out.is_dir():
        raise FormatError(tr("{path} is a folder; give the name of a file in it.", path=out))
    if not out.parent.is_dir():
        raise FormatError(
            tr(
                "There is no folder {folder}; make it first, or choose another place.",
                folder=out.parent,
            )
        )
    if out.exists() and out.suffix.lower() != ".json":
        raise FormatError(
            tr(
                "{name} is there already and no COCO file; choose a name that ends in .json.",
                name=out.name,
            )
        )


def _begin(stream: DatasetStream, options: ExportOptions) -> _Writing:
    """Choose the images that can be written: those whose size is known."""
    known = {image.id: image for image in stream.images if image.width > 0 and image.height > 0}
    left_out = [unread_sentence(image) for image in stream.images if image.id not in known]
    return _Writing(stream, options, known, frozenset(category.id for category in stream.categories), left_out)


class _CheckedFile:
    """A file that gives back what was written to it, as it was read again."""

    def __init__(self, file: BinaryIO, back: BinaryIO) -> None:
        self._file, self._back = file, back

    def write(self, text: str) -> str:
        """Write ASCII and return what is in the file in its place."""
        data = text.encode("ascii")
        self._file.write(data)
        self._file.flush()
        parts: list[bytes] = []
        missing = len(data)
        while missing and (part := self._back.read(missing)):
            parts.append(part)
            missing -= len(part)
        return b"".join(parts).decode("ascii", "replace")


def _write_document(file: _CheckedFile, writing: _Writing) -> None:
    info = {"description": "Exported by SAM Annotator", "version": __version__}
    _write_frame(file, '{\n"info": ' + json_text(info))
    _write_records(file, "images", map(_image_record, writing.images.values()))
    _write_records(file, "categories", map(_category_record, writing.stream.categories))
    if specs := writing.stream.attributes:
        _write_frame(file, f',\n"{EXTRA_KEY}": ' + json_text({ATTRIBUTES_KEY: [spec.to_json() for spec in specs]}))
    _write_frame(file, ',\n"annotations": [')
    for batch in _batches(writing):
        _write_annotations(file, writing, batch)
    _write_frame(file, "\n]\n}\n")


def _write_frame(file: _CheckedFile, text: str) -> None:
    if file.write(text) != text:
        raise _verify_error(tr("what stands around the records"))


def _write_records(file: _CheckedFile, key: str, records: Iterator[dict[str, Any]]) -> None:
    """Write a list of records."""
    _write_frame(file, f',\n"{key}": [')
    is_first = True
    while batch := list(islice(records, _BATCH)):
        if _written(file, list(map(json_text, batch)), is_first=is_first) != batch:
            raise _verify_error(tr("the {key}", key=key))
        is_first = False
    _write_frame(file, "\n]")


def _written(file: _CheckedFile, lines: Sequence[str], *, is_first: bool) -> list[Any]:
    """Write records of a list, one to a line, and return them as they are in the file."""
    start = "\n" if is_first else ",\n"
    text = file.write(start + ",\n".join(lines))
    try:
        records: list[Any] = json.loads(f"[{text.removeprefix(start)}]")
    except ValueError as e:
        raise _verify_error(tr("what is no JSON ({reason})", reason=e)) from e
    return records


def _image_record(image: Image) -> dict[str, Any]:
    return {
        "id": image.id,
        "file_name": image.file_name,
        "width": image.width,
        "height": image.height,
        EXTRA_KEY: {
            "sha256": image.sha256,
            "state": str(image.state),
            **({"note": image.note} if image.note else {}),
            **({"tags": list(image.tags)} if image.tags else {}),
            **_review(image),
        },
    }


def _review(reviewed: Image | PlainAnnotation) -> dict[str, str]:
    """Return what a reviewer said, where one said something."""
    return {
        **({REVIEW_KEY: str(reviewed.review)} if reviewed.review else {}),
        **({COMMENT_KEY: reviewed.comment} if reviewed.comment else {}),
    }


def _category_record(category: Category) -> dict[str, Any]:
    return {
        "id": category.id,
        "name": category.name,
        "supercategory": category.supercategory,
        EXTRA_KEY: {"color": category.color},
    }


def _batches(writing: _Writing) -> Iterator[list[PlainAnnotation]]:
    """Give all annotations, some at a time; tell how far it is, and end where the user wants it."""
    options, total = writing.options, writing.stream.annotation_count
    batch: list[PlainAnnotation] = []
    characters = 0
    for annotation in writing.stream.annotations():
        batch.append(annotation)
        characters += len(annotation.counts)
        if len(batch) == _BATCH or characters > _BATCH_CHARACTERS:
            _go_on(options, writing.annotations_in, total)
            yield batch
            writing.annotations_in += len(batch)
            batch, characters = [], 0
    if batch:
        _go_on(options, writing.annotations_in, total)
        yield batch
        writing.annotations_in += len(batch)
    _go_on(options, total, total)


def _go_on(options: ExportOptions, done: int, total: int) -> None:
    if options.cancelled():
        raise cancelled_error()
    if options.progress is not None:
        options.progress(done, total)


def _write_annotations(file: _CheckedFile, writing: _Writing, batch: Sequence[PlainAnnotation]) -> None:
    """Write a batch of annotations but for those that don't fit, and compare what is in the file with them."""
    written: list[PlainAnnotation] = []
    lines: list[str] = []
    facts = measure_masks([a.size_hw for a in batch], [a.counts for a in batch])
    for annotation, is_sound, area, bbox in zip(batch, *facts, strict=True):
        image = writing.images.get(annotation.image_id)
        why = why_unfit(annotation, image, writing.category_ids) or ("" if is_sound else why_unsound(annotation.mask))
        if why:
            writing.left_out.append(left_out_sentence(annotation.id, why))
            continue
        if not is_sound:  # too large to be measured with others
            area, bbox = annotation.mask.area, list(annotation.mask.bbox_xywh)
        written.append(annotation)
        lines.append(_annotation_line(annotation, area, bbox, polygons=writing.options.polygons))
    if not written:
        return
    for annotation, record in zip(written, _written(file, lines, is_first=writing.annotations_out == 0), strict=True):
        writing.polygons_out += _verify(annotation, record)
    writing.annotations_out += len(written)


def _annotation_line(annotation: PlainAnnotation, area: int, bbox_xywh: Sequence[int], *, polygons: bool) -> str:
    """Return the record of an annotation as JSON; put together as text, in half the time of encoding a dict."""
    # Readers expect RLE of a crowd and take polygons for single objects.
    if polygons and not annotation.iscrowd:
        segmentation = json_text(to_segmentation(annotation.mask, polygons=True))
    else:
        height, width = annotation.size_hw
        segmentation = f'{{"size": [{height}, {width}], "counts": {json_text(annotation.counts)}}}'
    x, y, w, h = bbox_xywh
    attributes = f'"attributes": {annotation.attributes_json}, ' if annotation.attributes_json else ""
    review = _review(annotation) if annotation.review or annotation.comment else {}
    said = f", {json_text(review)[1:-1]}" if review else ""
    score = annotation.score
    score_json = float.__repr__(score) if isinstance(score, float) and math.isfinite(score) else json_text(score)
    return (
        f'{{"id": {annotation.id}, "image_id": {annotation.image_id}, "category_id": {annotation.category_id}, '
        f'"segmentation": {segmentation}, "area": {area}, "bbox": [{x}, {y}, {w}, {h}], '
        f'"iscrowd": {int(annotation.iscrowd)}, {attributes}'
        f'"{EXTRA_KEY}": {{"score": {score_json}, "provenance": {annotation.provenance_json}{said}}}}}'
    )


def _verify(annotation: PlainAnnotation, record: dict[str, Any]) -> bool:
    """Compare an annotation with what is in the file.

    Counts are kept in a canonical form, so they are equal exactly where every pixel is.

    Returns:
        Whether polygons were written.

    Raises:
        FormatError: something differs.
    """
    what = tr("annotation {id}", id=annotation.id)
    if (record["id"], record["image_id"], record["category_id"]) != annotation[:3]:
        raise _verify_error(what)
    if annotation.attributes_json and record.get("attributes") != json.loads(annotation.attributes_json):
        raise _verify_error(what)
    extra = record[EXTRA_KEY]
    if (extra.get(REVIEW_KEY, ""), extra.get(COMMENT_KEY, "")) != (annotation.review, annotation.comment):
        raise _verify_error(what)
    segmentation = record["segmentation"]
    if isinstance(segmentation, dict):
        if segmentation != {"size": list(annotation.size_hw), "counts": annotation.counts}:
            raise _verify_error(what)
        return False
    try:
        mask = from_segmentation(segmentation, annotation.size_hw)
    except MaskError as e:
        raise _verify_error(f"{what} ({e})") from e
    if mask != annotation.mask:
        raise _verify_error(what)
    return True


def _verify_error(what: str) -> FormatError:
    return FormatError(
        tr(
            "The file that was written differs from the project in {what}; nothing was kept, try again.",
            what=what,
        )
    )
