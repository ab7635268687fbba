"""A project as COCO in the plainest way: all records as dicts in memory, and a line for each."""

from __future__ import annotations

import json
import math
from typing import Any

from sam_annotator import __version__
from sam_annotator.core.raster import exact_polygons
from sam_annotator.core.records import Annotation, Dataset


def plain_document(dataset: Dataset, *, polygons: bool = False) -> dict[str, Any]:
    """Return the whole file as Python values."""
    return {
        "info": {"description": "Exported by SAM Annotator", "version": __version__},
        "images": [
            {
                "id": image.id,
                "file_name": image.file_name,
                "width": image.width,
                "height": image.height,
                "sam_annotator": {"sha256": image.sha256, "state": str(image.state)},
            }
            for image in sorted(dataset.images, key=lambda i: i.id)
        ],
        "categories": [
            {
                "id": category.id,
                "name": category.name,
                "supercategory": category.supercategory,
                "sam_annotator": {"color": category.color},
            }
            for category in sorted(dataset.categories, key=lambda c: c.id)
        ],
        "annotations": [_record(a, polygons=polygons) for a in sorted(dataset.annotations, key=lambda a: a.id)],
    }


def plain_coco(dataset: Dataset, *, polygons: bool = False) -> str:
    """Return the text of the whole file."""
    document = plain_document(dataset, polygons=polygons)
    text = '{\n"info": ' + _json(document.pop("info"))
    for key, records in document.items():
        text += f',\n"{key}": [' + ",".join("\n" + _json(record) for record in records) + "\n]"
    return text + "\n}\n"


def _record(annotation: Annotation, *, polygons: bool) -> dict[str, Any]:
    mask = annotation.mask
    exact = exact_polygons(mask) if polygons and not annotation.iscrowd else None
    return {
        "id": annotation.id,
        "image_id": annotation.image_id,
        "category_id": annotation.category_id,
        "segmentation": mask.to_coco_rle() if exact is None else exact,
        "area": mask.area,
        "bbox": list(mask.bbox_xywh),
        "iscrowd": int(annotation.iscrowd),
        "sam_annotator": {"score": annotation.score, "provenance": annotation.provenance.to_json()},
    }


def _json(value: Any) -> str:
    return json.dumps(_null_for_nan(value), ensure_ascii=True, allow_nan=False)


def _null_for_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _null_for_nan(v) for key, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_null_for_nan(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
