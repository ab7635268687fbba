"""Read what a detector found: boxes of a project's images, each with a category and perhaps a score. Imports core.

Two kinds of files: COCO (a list of results with bbox, or instances) and YOLO (a folder of text files, one an image).
What does not fit is left out and told, sorted by why: a detector that was trained on other categories, or ran on more
images, is no reason to refuse the rest.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sam_annotator.core.collector import collector_paused
from sam_annotator.core.errors import FormatError
from sam_annotator.core.geometry import Box, clip_box
from sam_annotator.core.records import Dataset, Image
from sam_annotator.core.words import mark, series, tr
from sam_annotator.formats.base import ImportOptions
from sam_annotator.formats.coco_read import read_references
from sam_annotator.formats.coco_second import ids_by_name
from sam_annotator.formats.strict_json import load_strict
from sam_annotator.formats.values import number_of, shown

DETECTION_FORMATS = (("coco", mark("COCO (results or instances)")), ("yolo", mark("YOLO (a text file for each image)")))
_LISTED = 3  # examples in a sentence
_STEP = 1024  # boxes between two questions whether to go on
_LEAST = 1e-3  # pixels of a side; what is narrower has no pixel

# Why boxes are left out: of one, and of several. "{where}" names some of them.
NO_IMAGE = (
    mark("{n} box is on an image that is not in this project: {where}."),
    mark("{n} boxes are on images that are not in this project: {where}."),
)
NO_CATEGORY = (
    mark("{n} box is of a category that is not known here: {where}."),
    mark("{n} boxes are of categories that are not known here: {where}."),
)
NO_SIZE = (
    mark("{n} box is on an image that can't be read on this computer: {where}."),
    mark("{n} boxes are on images that can't be read on this computer: {where}."),
)
NO_BOX = (
    mark("{n} record has no box of four numbers, with width and height above 0: {where}."),
    mark("{n} records have no box of four numbers, with width and height above 0: {where}."),
)
BAD_SCORE = (
    mark("{n} box has a score that is no number: {where}."),
    mark("{n} boxes have scores that are no numbers: {where}."),
)
OUTSIDE = (
    mark("{n} box lies outside its image: {where}."),
    mark("{n} boxes lie outside their images: {where}."),
)


@dataclass(frozen=True, slots=True)
class Detection:
    """A box that a detector found.

    Attributes:
        box_xyxy: in pixels of the image, inside it.
        category: name of what it says it is.
        score: how sure it is; None where it does not say.
    """

    box_xyxy: Box
    category: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Detections:
    """What a detector found on a project's images.

    Attributes:
        name: of the file or folder.
        by_image: the boxes by image id, in the order of the file.
        left_out: one sentence for each reason why something does not fit.
        left_out_count: how many boxes that are.
        notes: whatever else to know.
    """

    name: str
    by_image: Mapping[int, tuple[Detection, ...]]
    left_out: tuple[str, ...] = ()
    left_out_count: int = 0
    notes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Number of boxes."""
        return sum(map(len, self.by_image.values()))

    @property
    def categories(self) -> dict[str, int]:
        """Number of boxes by the name of their category, the most frequent first."""
        counts: defaultdict[str, int] = defaultdict(int)
        for detections in self.by_image.values():
            for detection in detections:
                counts[detection.category] += 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def has_scores(self) -> bool:
        """Whether any box has a score."""
        return any(d.score is not None for found in self.by_image.values() for d in found)

    def with_score(self, least: float) -> Detections:
        """Return those whose score is not below a limit; a box without a score stays."""
        chosen = {
            image_id: tuple(d for d in found if d.score is None or d.score >= least)
            for image_id, found in self.by_image.items()
        }
        return replace(self, by_image={image_id: found for image_id, found in chosen.items() if found})


@dataclass(slots=True)
class Reading:
    """What was read so far, and what was left out and why.

    Attributes:
        images: of the project, by id.
        by_image: the boxes.
        notes: whatever else to know.
    """

    images: Mapping[int, Image]
    by_image: defaultdict[int, list[Detection]] = field(default_factory=lambda: defaultdict(list))
    notes: list[str] = field(default_factory=list)
    _reasons: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _counts: defaultdict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    def leave_out(self, why: tuple[str, str], where: object, count: int = 1) -> None:
        """Count something that does not fit, and keep the first few places."""
        self._counts[why] += count
        places, text = self._reasons.setdefault(why, []), shown(where)
        if text not in places and len(places) <= _LISTED:
            places.append(text)

    def add(self, image: Image, box: Box, category: str, score: float | None, where: object) -> None:
        """Take a box, as far as it lies in its image."""
        if not image.width:
            self.leave_out(NO_SIZE, image.file_name)
            return
        inside = clip_box(box, image.size_hw)
        if inside.width < _LEAST or inside.height < _LEAST:
            self.leave_out(OUTSIDE, where)
            return
        self.by_image[image.id].append(Detection(inside, category, score))

    def result(self, name: str, further: tuple[str, ...] = ()) -> Detections:
        """Return what was read."""
        sentences = [
            tr(why[0] if self._counts[why] == 1 else why[1], n=self._counts[why], where=series(places, _LISTED))
            for why, places in self._reasons.items()
        ]
        found = {image_id: tuple(boxes) for image_id, boxes in self.by_image.items()}
        left_out = sum(self._counts.values())
        return Detections(name, found, (*sentences, *further), left_out, tuple(self.notes))


def read_detections(
    path: Path, format_id: str, dataset: Dataset, options: ImportOptions, names: Path | None = None
) -> Detections:
    """Read the boxes that a detector found on the images of a project; nothing is changed.

    Args:
        path: a COCO file; a folder of YOLO's text files, or one of them.
        format_id: "coco", "yolo", or "" for what the path looks like.
        dataset: images and categories of the project.
        options: progress and cancel.
        names: a file with the names of YOLO's classes; None looks for one in the folder and above it.

    Raises:
        FormatError: the file can't be read, or is none of these kinds.
    """
    if not path.exists():
        raise FormatError(tr("There is no file {path}; check the path.", path=path))
    chosen = format_id or guessed_format(path)
    with collector_paused():
        if chosen == "yolo":
            from sam_annotator.formats.detections_yolo import read_yolo

            return read_yolo(path, dataset, options, names)
        if chosen == "coco":
            if path.is_dir():
                raise FormatError(tr("{name} is a folder; give the COCO file in it.", name=path.name or path))
            return _read_coco(path, dataset, options)
    raise FormatError(tr('There is no format "{format}" for boxes; choose coco or yolo.', format=shown(format_id)))


def guessed_format(path: Path) -> str:
    """Return the format that a path looks like."""
    return "yolo" if path.is_dir() or path.suffix.lower() == ".txt" else "coco"


# COCO


def _read_coco(path: Path, dataset: Dataset, options: ImportOptions) -> Detections:
    document = load_strict(path)
    reading = Reading({image.id: image for image in dataset.images})
    if isinstance(document, list):
        if document and not any(isinstance(r, dict) and "image_id" in r for r in document):
            raise FormatError(tr("{name} is no list of COCO results; choose another file.", name=path.name))
        by_name = ids_by_name(dataset.images)
        names = {category.id: category.name for category in dataset.categories}
        _read_records(reading, document, lambda value: _image_of(reading.images, by_name, value), names, options)
        return reading.result(path.name)
    references = read_references(document, path.name, dataset)
    reading.notes += references.notes
    images = references.images
    _read_records(
        reading,
        references.annotations,
        lambda value: images.get(value) if isinstance(value, int) and not isinstance(value, bool) else None,
        references.categories,
        options,
    )
    return reading.result(path.name, references.reasons)


def _image_of(images: Mapping[int, Image], by_name: Mapping[str, int], value: Any) -> Image | None:
    """Return the image that a result names by its id, or by the name of its file."""
    if isinstance(value, str):
        return images.get(by_name.get(value, int(value) if value.isdecimal() and len(value) < 19 else 0))
    return images.get(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _read_records(
    reading: Reading,
    records: list[Any],
    image_of: Callable[[Any], Image | None],
    names: Mapping[int, str],
    options: ImportOptions,
) -> None:
    for number, record in enumerate(records, start=1):
        if number % _STEP == 1:
            tell(options, number - 1, len(records))
        where = tr("record {n}", n=number)
        if not isinstance(record, dict):
            reading.leave_out(NO_BOX, where)
            continue
        image = image_of(record.get("image_id"))
        category = _category_of(record, names)
        box = _box_of(record.get("bbox"))
        score = record.get("score")
        if image is None:
            reading.leave_out(NO_IMAGE, record.get("image_id"))
        elif category is None:
            reading.leave_out(NO_CATEGORY, record.get("category_id"))
        elif box is None:
            reading.leave_out(NO_BOX, where)
        elif score is not None and number_of(score) is None:
            reading.leave_out(BAD_SCORE, where)
        else:
            reading.add(image, box, category, None if score is None else number_of(score), where)


def _category_of(record: Mapping[str, Any], names: Mapping[int, str]) -> str | None:
    id_ = record.get("category_id")
    if isinstance(id_, int) and not isinstance(id_, bool) and id_ in names:
        return names[id_]
    name = record.get("category_name")
    return name.strip() if isinstance(name, str) and name.strip() else None


def _box_of(bbox: Any) -> Box | None:
    if not isinstance(bbox, list) or len(bbox) != 4:
        return None
    numbers = [number_of(value) for value in bbox]
    if any(number is None for number in numbers):
        return None
    x, y, w, h = (number or 0.0 for number in numbers)
    box = Box(x, y, x + w, y + h)
    return box if w > 0 and h > 0 and all(map(math.isfinite, box)) else None


def tell(options: ImportOptions, done: int, total: int) -> None:
    """Say how far the reading is.

    Raises:
        FormatError: it is not wanted any more.
    """
    if options.cancelled():
        raise FormatError(tr("The import was cancelled; nothing was changed."))
    if options.progress is not None:
        options.progress(done, total)
