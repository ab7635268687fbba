"""Files as other programs write them: what is clear is taken, what is not is refused with why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from coco_samples import write_json

from sam_annotator.core.errors import ImportRefused
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Category, Dataset, Image
from sam_annotator.formats.base import ExportOptions, ImportOptions, ImportResult
from sam_annotator.formats.registry import get_format

HEIGHT, WIDTH = 20, 30
SQUARE = [2, 3, 6, 3, 6, 8, 2, 8]
SQUARE_MASK = np.zeros((HEIGHT, WIDTH), bool)
SQUARE_MASK[3:8, 2:6] = True


def project(*names: str) -> Dataset:
    images = tuple(Image(i, name, WIDTH, HEIGHT, f"hash {i}") for i, name in enumerate(names, start=1))
    return Dataset(images, (Category(1, "cat", "#e69f00"),))


def document(file_name: str, annotation: dict[str, Any], categories: list[dict[str, Any]]) -> dict[str, Any]:
    image = {"id": annotation["image_id"], "file_name": file_name, "width": WIDTH, "height": HEIGHT}
    return {"images": [image], "categories": categories, "annotations": [annotation]}


def read(folder: Path, content: Any, dataset: Dataset) -> ImportResult:
    return get_format("coco").read(write_json(folder, content), dataset, ImportOptions())


def labelme2coco() -> dict[str, Any]:
    annotation = {"iscrowd": 0, "image_id": 1, "bbox": [2.0, 3.0, 4.0, 5.0], "segmentation": [SQUARE], "category_id": 0}
    return document("photos/a b.png", annotation | {"id": 1, "area": 12}, [{"id": 0, "name": "cat"}])


def cvat() -> dict[str, Any]:
    rle = {"size": [HEIGHT, WIDTH], "counts": Mask.from_array(SQUARE_MASK).uncompressed_counts()}
    annotation = {"id": 1, "image_id": 1, "category_id": 1, "segmentation": rle, "area": 20.0, "bbox": [2, 3, 4, 5]}
    content = document(
        "a b.png",
        annotation | {"iscrowd": 1, "attributes": {"occluded": False}},
        [{"id": 1, "name": "cat", "supercategory": ""}],
    )
    content["images"][0] |= {"license": 0, "flickr_url": "", "coco_url": "", "date_captured": 0}
    return content | {"licenses": [{"name": "", "id": 0, "url": ""}], "info": {"contributor": ""}}


def label_studio() -> dict[str, Any]:
    annotation = {"id": 0, "image_id": 0, "category_id": 0, "segmentation": [[v + 0.0 for v in SQUARE]], "ignore": 0}
    return document(
        "images/a%20b.png", annotation | {"iscrowd": 0, "bbox": [2, 3, 4, 5], "area": 20}, [{"id": 0, "name": "cat"}]
    )


def x_anylabeling() -> dict[str, Any]:
    annotation = {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [SQUARE], "area": 20.0, "ignore": 0}
    content = document("a b.png", annotation | {"iscrowd": 0, "bbox": [2, 3, 4, 5]}, [])
    content["categories"] = [{"id": 1, "name": "cat", "supercategory": ""}, {"id": 2, "name": "v1.0"}]
    return content | {"info": {"year": 2024}, "type": "instances"}


@pytest.mark.parametrize("program", [labelme2coco, cvat, label_studio, x_anylabeling])
def test_other_programs_files_are_taken(tmp_path: Path, program: Any) -> None:
    """Work that was done elsewhere would be lost, or land on another image, category or pixel."""
    result = read(tmp_path, program(), project("sub/a b.png", "sub/c.png"))
    (annotation,) = result.annotations
    assert (annotation.image_id, annotation.category_id) == (1, 1)
    assert annotation.mask == Mask.from_array(SQUARE_MASK)
    assert annotation.iscrowd is (program is cvat)


def test_crowds_are_told(tmp_path: Path) -> None:
    """Where a program calls every mask a crowd, trainers would pass over all of them and nobody would know why."""
    assert "iscrowd 1 of 1 annotation" in " ".join(read(tmp_path, cvat(), project("a b.png")).notes)


@pytest.mark.parametrize("segmentation", [[], None, "", {}])
def test_a_box_alone_is_told(tmp_path: Path, segmentation: Any) -> None:
    """Boxes of a detector would silently become nothing."""
    content = labelme2coco()
    content["annotations"][0]["segmentation"] = segmentation
    with pytest.raises(ImportRefused) as caught:
        read(tmp_path, content, project("a b.png"))
    assert len(caught.value.reasons) == 1 and "Annotation 1" in caught.value.reasons[0]


ODD_NAMES = (
    "a:b.png",
    "q\\r.png",
    "\u00fc.png",
    "u\u0308.png",
    "100%25.png",
    "100%.png",
    "x\ny'\".png",
    "A.png",
    "a.png",
)


def test_an_exact_name_always_means_its_image(tmp_path: Path) -> None:
    """Objects would land on the image whose name looks the same, or an export could not be imported again."""
    dataset = project(*ODD_NAMES)
    get_format("coco").write(dataset, tmp_path / "out.json", ExportOptions())
    assert get_format("coco").read(tmp_path / "out.json", dataset, ImportOptions()).notes == ()
    for image in dataset.images:
        annotation = {"id": 1, "image_id": 5, "category_id": 1, "segmentation": [SQUARE]}
        content = document(image.file_name, annotation, [{"id": 1, "name": "cat"}])
        assert [a.image_id for a in read(tmp_path, content, dataset).annotations] == [image.id]


def test_a_name_that_looks_like_two_images_is_refused(tmp_path: Path) -> None:
    """Objects would land on either of them."""
    annotation = {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [SQUARE]}
    content = document("./\u00fc.png", annotation, [{"id": 1, "name": "cat"}])
    with pytest.raises(ImportRefused, match="any of 2 images"):
        read(tmp_path, content, project("\u00fc.png", "u\u0308.png"))
