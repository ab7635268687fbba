"""Read a COCO file as a second set of annotations: instances, or the list of results that evaluators take.

Results (https://cocodataset.org/#format-results) are a list of objects with image_id, category_id, segmentation and
score; the ids are those of the file the model was tested on, as this program exports it: the project's. An image_id
may also be the name of a file. Imports core.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from sam_annotator.core.collector import collector_paused
from sam_annotator.core.errors import FormatError
from sam_annotator.core.records import Dataset, Image
from sam_annotator.core.second_set import SecondSet, SetKind, set_of, with_categories
from sam_annotator.core.words import tr
from sam_annotator.formats.base import ImportOptions
from sam_annotator.formats.coco_read import read_document
from sam_annotator.formats.strict_json import load_strict


def read_second_file(path: Path, dataset: Dataset, options: ImportOptions) -> SecondSet:
    """Read a file of annotations on the images of a project; what does not fit is left out and told.

    Args:
        path: of the file.
        dataset: images and categories of the project; its annotations are not looked at.
        options: progress and cancel.

    Raises:
        FormatError: the file can't be read, or is no COCO file.
    """
    plain = Dataset(dataset.images, dataset.categories)
    lenient = ImportOptions(skip_invalid=True, progress=options.progress, cancelled=options.cancelled)
    with collector_paused():
        document = load_strict(path)
        is_results = isinstance(document, list)
        if is_results:
            document = _as_instances(document, plain, path.name)
        result, image_ids = read_document(document, path.name, plain, lenient)
    notes = result.notes
    if is_results:
        # Which images the model was shown is not told; those that it found something on were among them.
        image_ids = frozenset(annotation.image_id for annotation in result.annotations)
        notes = (*notes, tr("Images without a result are not compared: a list of results does not name them."))
    fresh = {category.id: -number for number, category in enumerate(result.categories, start=1)}
    return set_of(
        path.name,
        SetKind.RESULTS if is_results else SetKind.TRUTH,
        [replace(category, id=fresh[category.id]) for category in result.categories],
        image_ids,
        with_categories(result.annotations, fresh),
        result.skipped,
        notes,
    )


def _as_instances(results: list[Any], dataset: Dataset, name: str) -> dict[str, Any]:
    """Return a list of results as an instances document of the project's images and categories."""
    if results and not any(isinstance(r, dict) and "image_id" in r for r in results):
        raise FormatError(tr("{name} is no list of COCO results; choose another file.", name=name))
    by_name = ids_by_name(dataset.images)
    images = [
        {"id": i.id, "file_name": i.file_name, "width": i.width, "height": i.height} for i in dataset.images if i.width
    ]
    annotations = [
        {**r, "id": number, "image_id": _image_id(r.get("image_id"), by_name)} if isinstance(r, dict) else r
        for number, r in enumerate(results, start=1)
    ]
    categories = [{"id": c.id, "name": c.name, "supercategory": c.supercategory} for c in dataset.categories]
    return {"images": images, "categories": categories, "annotations": annotations}


def ids_by_name(images: tuple[Image, ...]) -> dict[str, int]:
    """Return image ids by path, by a name that is unique, and by that without its suffix."""
    ids: dict[str, int] = {}
    for names in ([i.name.rpartition(".")[0] for i in images], [i.name for i in images]):
        counts = Counter(names)
        ids |= {n: i.id for n, i in zip(names, images, strict=True) if n and counts[n] == 1}
    return ids | {i.file_name: i.id for i in images}


def _image_id(value: Any, by_name: dict[str, int]) -> Any:
    return by_name.get(value, value) if isinstance(value, str) else value
