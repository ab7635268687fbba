"""Random masks and small projects for the COCO tests."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sam_annotator.core.mask import Mask
from sam_annotator.core.options import AttributeKind, AttributeSpec
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import (
    Annotation,
    Category,
    Dataset,
    Image,
    ImageState,
    PromptStep,
    Provenance,
    ReviewState,
)

BoolArray = npt.NDArray[np.bool_]

WIDTH, HEIGHT = 40, 30


def random_mask(rng: np.random.Generator, height: int, width: int) -> BoolArray:
    """Holes, islands, single pixels, borders, the whole image; never empty."""
    kind = rng.integers(8)
    pixels = np.zeros((height, width), np.bool_)
    if kind == 0:
        pixels[:] = rng.random((height, width)) < rng.random()
    elif kind == 1:
        pixels[rng.integers(height), rng.integers(width)] = True
    elif kind == 2:
        pixels[:] = True
    elif kind == 3:
        pixels[:, [0, -1]] = pixels[[0, -1]] = True
    elif kind == 4:
        pixels[[0, 0, -1, -1], [0, -1, 0, -1]] = True
    else:
        for _ in range(rng.integers(1, 5)):  # rectangles united, and cut out again
            y, x = rng.integers(height), rng.integers(width)
            pixels[y : y + rng.integers(1, 20), x : x + rng.integers(1, 20)] = kind != 7 or rng.random() < 0.7
    if not pixels.any():
        pixels[rng.integers(height), rng.integers(width)] = True
    return pixels


def box_mask(x: int, y: int, w: int, h: int) -> Mask:
    pixels = np.zeros((HEIGHT, WIDTH), np.bool_)
    pixels[y : y + h, x : x + w] = True
    return Mask.from_array(pixels)


def small_project() -> Dataset:
    """Two images with objects and one without, three categories, one of them unused."""
    step = PromptStep(Prompt(((3.5, 4.25),), (1,)), True, 1)
    provenance = Provenance("prompt", "vit_b", "ec" * 32, (step,), 0.0, 0.875, False, {"note": "é"})
    ring = box_mask(5, 5, 10, 10).to_array().copy()
    ring[8:11, 8:11] = False
    return Dataset(
        images=(
            Image(1, "a.jpg", WIDTH, HEIGHT, "a" * 64, ImageState.DONE),
            Image(2, "sub/é.png", WIDTH, HEIGHT, "b" * 64),
            Image(5, "sub/empty.png", WIDTH, HEIGHT, "c" * 64, ImageState.FLAGGED),
        ),
        categories=(
            Category(1, "cat", "#e69f00", "animal"),
            Category(3, "v1.0", "#123456"),
            Category(4, "unused é", "#56b4e9"),
        ),
        annotations=(
            Annotation(1, 1, 1, box_mask(2, 3, 4, 5), False, 0.875, provenance),
            Annotation(2, 1, 3, Mask.from_array(ring), False, None, Provenance("brush")),
            Annotation(
                7, 2, 1, box_mask(0, 0, WIDTH, HEIGHT), True, None, Provenance("import", extra={"k": [1, None]})
            ),
        ),
        name="small",
    )


SPECS = (
    AttributeSpec("colour", AttributeKind.CHOICE, ("red", "grün"), (1,), "red"),
    AttributeSpec("age", AttributeKind.NUMBER, default=2, minimum=0.0, maximum=99.5),
    AttributeSpec("wet", AttributeKind.FLAG, category_ids=(3, 4)),
    AttributeSpec("remark"),
)


def reviewed_project() -> Dataset:
    """The same, of which a reviewer said something, and with attributes that the project defines."""
    dataset = small_project()
    first, ring, crowd = dataset.annotations
    done, *others = dataset.images
    return replace(
        dataset,
        images=(replace(done, review=ReviewState.REJECTED, comment="one is missing"), *others),
        annotations=(
            replace(first, review=ReviewState.ACCEPTED, attributes={"colour": "red"}),
            replace(ring, review=ReviewState.REJECTED, comment='too "wide" 太宽'),
            replace(crowd, comment="why a crowd?"),
        ),
        attributes=SPECS,
    )


def plain_images(dataset: Dataset) -> Dataset:
    """The images alone, as a new project has them."""
    return Dataset(
        tuple(Image(i.id, i.file_name, i.width, i.height, i.sha256) for i in dataset.images), name=dataset.name
    )


def coco_document(**changes: Any) -> dict[str, Any]:
    """A file of another program: one image, one category, one polygon."""
    document: dict[str, Any] = {
        "images": [{"id": 0, "file_name": "a.jpg", "width": WIDTH, "height": HEIGHT}],
        "categories": [{"id": 0, "name": "cat"}],
        "annotations": [
            {
                "id": 0,
                "image_id": 0,
                "category_id": 0,
                "segmentation": [[2, 3, 6, 3, 6, 8, 2, 8]],
                "area": 20.0,
                "bbox": [2, 3, 4, 5],
                "iscrowd": 0,
            }
        ],
    }
    return document | changes


def with_annotation(**changes: Any) -> dict[str, Any]:
    """The same with one thing of its annotation changed; ... takes a key away."""
    document = coco_document()
    record = document["annotations"][0] | changes
    document["annotations"] = [{key: value for key, value in record.items() if value is not ...}]
    return document


def write_json(folder: Path, document: Any) -> Path:
    path = folder / "instances.json"
    path.write_text(json.dumps(document), "utf-8")
    return path
