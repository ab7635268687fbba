"""Write COCO instances. Imports core; no Qt, no torch.

Ids are the project's (>= 1, never derived from order), records are sorted by id, one to a line. `segmentation` is
compressed RLE, or polygons where they decode to exactly the same pixels; `area` counts pixels; `bbox` is exact;
`iscrowd` is what the user set. No date is written, so a second export of the same project is the same, byte for byte.
What only this program knows stands in the key EXTRA_KEY of each record, which other readers pass over.

The file is written beside its place, read back, compared with the dataset, and only then put in its place.
"""

from __future__ import annotations

import errno
import json
import math
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from sam_annotator import __version__
from sam_annotator.core.errors import FormatError, MaskError
from sam_annotator.core.files import replacing
from sam_annotator.core.records import Annotation, Category, Dataset, Image
from sam_annotator.formats.base import ExportOptions, ExportReport
from sam_annotator.formats.coco_segmentation import from_segmentation, to_segmentation
from sam_annotator.formats.strict_json import load_strict

EXTRA_KEY = "sam_annotator"

_STEP = 50  # annotations between two questions whether to go on


@dataclass(frozen=True, slots=True)
class _Selection:
    """What of a dataset is written, and why the rest is not."""

    images: tuple[Image, ...]
    annotations: tuple[Annotation, ...]
    left_out: tuple[str, ...]
    notes: tuple[str, ...]


def write_coco(dataset: Dataset, out: Path, options: ExportOptions) -> ExportReport:
    """Write a dataset as a COCO file; see `Format.write`."""
    out = Path(os.path.realpath(out))  # the file a link leads to is replaced, not the link
    _refuse_place(out)
    selection = _select(dataset)
    try:
        with replacing(out) as temporary:
            with temporary.open("w", encoding="ascii", newline="\n") as file:
                _write_document(file, dataset.categories, selection, options)
            polygons = _verify(temporary, dataset.categories, selection)
    except OSError as e:
        raise _writing_error(e, out) from e
    return ExportReport(
        path=out,
        images_in=len(dataset.images),
        images_out=len(selection.images),
        annotations_in=len(dataset.annotations),
        annotations_out=len(selection.annotations),
        categories_out=len(dataset.categories),
        polygons_out=polygons,
        left_out=selection.left_out,
        notes=selection.notes,
    )


def _refuse_place(out: Path) -> None:
    if out.is_dir():
        raise FormatError(f"{out} is a folder; give the name of a file in it.")
    if not out.parent.is_dir():
        raise FormatError(f"There is no folder {out.parent}; make it first, or choose another place.")
    if out.exists() and out.suffix.lower() != ".json":
        raise FormatError(f"{out.name} is there already and no COCO file; choose a name that ends in .json.")


def _select(dataset: Dataset) -> _Selection:
    """Choose what can be written: images whose size is known, and annotations that fit them."""
    left_out: list[str] = []
    images: list[Image] = []
    for image in sorted(dataset.images, key=lambda i: i.id):
        if image.width > 0 and image.height > 0:
            images.append(image)
        else:
            left_out.append(f"Image {image.id} ({image.file_name}) was left out: its file can't be read.")
    known = {image.id: image for image in images}
    category_ids = {category.id for category in dataset.categories}
    annotations: list[Annotation] = []
    for annotation in sorted(dataset.annotations, key=lambda a: a.id):
        owner = known.get(annotation.image_id)
        why = _why_unfit(annotation, owner, category_ids)
        if why:
            left_out.append(f"Annotation {annotation.id} was left out: {why}.")
        else:
            annotations.append(annotation)
    notes = [f"{i.file_name} is missing on disk; its annotations were written." for i in images if i.missing]
    return _Selection(tuple(images), tuple(annotations), tuple(left_out), tuple(notes))


def _why_unfit(annotation: Annotation, image: Image | None, category_ids: set[int]) -> str:
    if image is None:
        return f"its image {annotation.image_id} is not written"
    if annotation.category_id not in category_ids:
        return f"its category {annotation.category_id} is not there"
    if annotation.mask.size_hw != image.size_hw:
        height, width = annotation.mask.size_hw
        return f"its mask has {width} x {height} pixels, {image.file_name} has {image.width} x {image.height}"
    try:
        annotation.mask.check()
    except MaskError as e:
        return f"its mask is damaged ({str(e).rstrip('.')})"
    return "its mask has no pixels" if annotation.mask.is_empty else ""


def _write_document(
    file: TextIO, categories: Iterable[Category], selection: _Selection, options: ExportOptions
) -> None:
    info = {"description": "Exported by SAM Annotator", "version": __version__}
    file.write('{\n"info": ' + _json(info))
    _write_list(file, "images", map(_image_record, selection.images))
    _write_list(file, "categories", map(_category_record, sorted(categories, key=lambda c: c.id)))
    _write_list(file, "annotations", _annotation_records(selection.annotations, options))
    file.write("\n}\n")


def _write_list(file: TextIO, key: str, records: Iterable[Mapping[str, Any]]) -> None:
    file.write(f',\n"{key}": [')
    for number, record in enumerate(records):
        file.write((",\n" if number else "\n") + _json(record))
    file.write("\n]")


def _json(value: Any) -> str:
    # ASCII only: pycocotools opens files in the system's encoding, which is not UTF-8 everywhere.
    try:
        return json.dumps(value, ensure_ascii=True, allow_nan=False)
    except ValueError:  # an engine's estimate can be NaN, which JSON does not know
        return json.dumps(_null_for_nan(value), ensure_ascii=True, allow_nan=False)


def _null_for_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _null_for_nan(v) for key, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_null_for_nan(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _image_record(image: Image) -> dict[str, Any]:
    return {
        "id": image.id,
        "file_name": image.file_name,
        "width": image.width,
        "height": image.height,
        EXTRA_KEY: {"sha256": image.sha256, "state": str(image.state)},
    }


def _category_record(category: Category) -> dict[str, Any]:
    return {
        "id": category.id,
        "name": category.name,
        "supercategory": category.supercategory,
        EXTRA_KEY: {"color": category.color},
    }


def _annotation_records(annotations: tuple[Annotation, ...], options: ExportOptions) -> Iterator[dict[str, Any]]:
    for number, annotation in enumerate(annotations):
        if number % _STEP == 0:
            if options.cancelled():
                raise FormatError("The export was cancelled; nothing was written.")
            if options.progress is not None:
                options.progress(number, len(annotations))
        yield _annotation_record(annotation, polygons=options.polygons)
    if options.progress is not None:
        options.progress(len(annotations), len(annotations))


def _annotation_record(annotation: Annotation, *, polygons: bool) -> dict[str, Any]:
    mask = annotation.mask
    return {
        "id": annotation.id,
        "image_id": annotation.image_id,
        "category_id": annotation.category_id,
        # Readers expect RLE of a crowd and take polygons for single objects.
        "segmentation": to_segmentation(mask, polygons=polygons and not annotation.iscrowd),
        "area": mask.area,
        "bbox": list(mask.bbox_xywh),
        "iscrowd": int(annotation.iscrowd),
        EXTRA_KEY: {"score": annotation.score, "provenance": annotation.provenance.to_json()},
    }


def _verify(file: Path, categories: tuple[Category, ...], selection: _Selection) -> int:
    """Read a written file and compare it with what it was to hold.

    Masks are kept in a canonical form, so they are equal exactly where every pixel is.

    Returns:
        The number of annotations that are polygons.

    Raises:
        FormatError: something differs.
    """
    document = load_strict(file)
    wanted = (len(selection.images), len(categories), len(selection.annotations))
    if wanted != (len(document["images"]), len(document["categories"]), len(document["annotations"])):
        raise _verify_error("the number of records")
    polygons = 0
    for annotation, record in zip(selection.annotations, document["annotations"], strict=True):
        try:
            mask = from_segmentation(record["segmentation"], annotation.mask.size_hw)
        except MaskError as e:
            raise _verify_error(f"annotation {annotation.id} ({e})") from e
        if mask != annotation.mask or (record["id"], record["image_id"], record["category_id"]) != (
            annotation.id,
            annotation.image_id,
            annotation.category_id,
        ):
            raise _verify_error(f"annotation {annotation.id}")
        polygons += isinstance(record["segmentation"], list)
    return polygons


def _verify_error(what: str) -> FormatError:
    return FormatError(f"The file that was written differs from the project in {what}; nothing was kept, try again.")


def _writing_error(error: OSError, out: Path) -> FormatError:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return FormatError(f"The disk of {out.parent} is full; free some space or choose another place.")
    return FormatError(f"{out} can't be written ({error.strerror or error}); choose another place.")
