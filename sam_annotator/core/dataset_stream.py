"""DatasetStream: a dataset whose annotations are read while they are used, so that a large one needs little memory.

A format that writes takes one, or a Dataset. Imports core.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Dataset, Image, Provenance


class PlainAnnotation(NamedTuple):
    """An annotation as text, of which nothing was decoded; the fields are those of Annotation.

    Attributes:
        counts: COCO's compressed counts of its mask, taken on trust.
        provenance_json: `json_text` of its provenance.
    """

    id: int
    image_id: int
    category_id: int
    size_hw: tuple[int, int]
    counts: str
    iscrowd: bool
    score: float | None
    provenance_json: str

    @classmethod
    def of(cls, annotation: Annotation) -> PlainAnnotation:
        """Return an annotation as text."""
        return cls(
            annotation.id,
            annotation.image_id,
            annotation.category_id,
            annotation.mask.size_hw,
            annotation.mask.counts,
            annotation.iscrowd,
            annotation.score,
            json_text(annotation.provenance.to_json()),
        )

    @property
    def mask(self) -> Mask:
        """Its mask; MaskError where the size is none."""
        return Mask.from_trusted_rle(self.size_hw, self.counts)

    @property
    def annotation(self) -> Annotation:
        """The annotation itself; MaskError or ValueError where the text is none."""
        made = Provenance.from_json(json.loads(self.provenance_json))
        return Annotation(self.id, self.image_id, self.category_id, self.mask, self.iscrowd, self.score, made)


@dataclass(frozen=True, slots=True)
class DatasetStream:
    """All of a project that formats write.

    Attributes:
        images: in the order of their ids.
        categories: likewise.
        annotation_count: how many annotations there are.
        annotations: reads them from the first to the last, in the order of their ids; it may be called again.
        name: the project's.
    """

    images: tuple[Image, ...]
    categories: tuple[Category, ...]
    annotation_count: int
    annotations: Callable[[], Iterable[PlainAnnotation]]
    name: str = ""

    @classmethod
    def of(cls, dataset: Dataset) -> DatasetStream:
        """Return the stream of a dataset that is in memory."""
        annotations = sorted(dataset.annotations, key=lambda a: a.id)

        def read() -> Iterator[PlainAnnotation]:
            return map(PlainAnnotation.of, annotations)

        return cls(
            tuple(sorted(dataset.images, key=lambda i: i.id)),
            tuple(sorted(dataset.categories, key=lambda c: c.id)),
            len(annotations),
            read,
            dataset.name,
        )


_encode = json.JSONEncoder(ensure_ascii=True, allow_nan=False).encode


def json_text(value: Any) -> str:
    """Return JSON in ASCII, as json.dumps writes it; NaN and infinity, which JSON does not know, are null."""
    try:
        return _encode(value)
    except ValueError:
        return _encode(_null_for_nan(value))


def _null_for_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _null_for_nan(v) for key, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_null_for_nan(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
