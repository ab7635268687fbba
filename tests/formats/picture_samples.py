"""A project with photographs that the formats of pictures are tried on: holes, parts, single pixels, overlaps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image as PilImage

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Dataset, Image, ImageState
from sam_annotator.formats.base import ExportOptions

HEIGHT, WIDTH = 37, 53
NAMES = ("a.jpg", "a.png", "deep/er/b.png", "deep/er/c.png", "empty.png", "done.png")
CATEGORIES = (Category(1, "cat", "#e69f00"), Category(4, "dog/½ 犬", "#56b4e9"), Category(200, "bird", "#009e73"))


def masks() -> list[npt.NDArray[np.bool_]]:
    """A ring with a hole, several parts, a single pixel in a corner, a stripe to two borders, noise, everything."""
    planes = [np.zeros((HEIGHT, WIDTH), np.bool_) for _ in range(6)]
    planes[0][5:20, 6:30] = True
    planes[0][9:14, 10:20] = False
    planes[1][0:3, 0:3] = planes[1][30:37, 40:53] = planes[1][12, 12] = True
    planes[2][HEIGHT - 1, WIDTH - 1] = True
    planes[3][18:21, :] = True
    planes[4][:] = np.random.default_rng(3).random((HEIGHT, WIDTH)) < 0.5
    planes[5][:] = True
    return planes


def picture_project(folder: Path) -> Dataset:
    """Write photographs into a folder, and return a project of them."""
    rng = np.random.default_rng(1)
    images = []
    for image_id, name in enumerate(NAMES, start=1):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        PilImage.fromarray(rng.integers(0, 255, (HEIGHT, WIDTH, 3), np.uint8)).save(path)
        state = ImageState.DONE if name == "done.png" else ImageState.NEW
        images.append(Image(image_id, name, WIDTH, HEIGHT, f"{image_id:064x}", state))
    found = []
    for number, plane in enumerate(masks()):
        for image_id in (1, 2, 3, 4):
            category = CATEGORIES[(number + image_id) % 3].id
            score = None if number == 2 else 0.5 + number / 100
            # Ids and the order of drawing differ: the first mask is drawn last.
            annotation_id = 1 + number * 10 + image_id
            found.append(
                Annotation(
                    annotation_id, image_id, category, Mask.from_array(plane), number == 3, score, z_order=-number
                )
            )
    return Dataset(tuple(images), CATEGORIES, tuple(sorted(found, key=lambda a: a.id)), "pictures")


def drawn(dataset: Dataset, image_id: int) -> list[Annotation]:
    """Return the annotations of an image, the lowest first."""
    return sorted((a for a in dataset.annotations if a.image_id == image_id), key=lambda a: (a.z_order, a.id))


def options(folder: Path, **values: Any) -> ExportOptions:
    """Return options with paths of the images in a folder."""
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return ExportOptions(values=named, path_of=lambda image: folder / image.file_name)


def without(dataset: Dataset, *image_ids: int) -> Dataset:
    """Return a dataset without the annotations of some images."""
    return replace(dataset, annotations=tuple(a for a in dataset.annotations if a.image_id not in image_ids))


def files(folder: Path) -> list[str]:
    """Return all files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
