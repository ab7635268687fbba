"""DatasetStream: a dataset whose annotations are read while they are used, so that a large one needs little memory.

A format that writes takes one, or a Dataset. Imports core.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import (
    Annotation,
    AttributeValue,
    Category,
    Dataset,
    Image,
    Provenance,
    ReviewState,
)

if TYPE_CHECKING:
    from sam_annotator.core.options import AttributeSpec

OCCLUDED, TRUNCATED, NOTE = "occluded", "truncated", "note"  # beside a project's own attributes, as other programs do
OWN_ATTRIBUTES = frozenset((OCCLUDED, TRUNCATED, NOTE))

_FEW = 1000  # images whose annotations are read one image after the other


class PlainAnnotation(NamedTuple):
    """What a format writes of an annotation, as text of which nothing was decoded; the fields are those of Annotation.

    Attributes:
        counts: COCO's compressed counts of its mask, taken on trust.
        provenance_json: `json_text` of its provenance.
        attributes_json: `json_text` of what `attributes_of` says of it; "" where it has none.
        review: what a reviewer said of it.
        comment: the reviewer's words.
    """

    id: int
    image_id: int
    category_id: int
    size_hw: tuple[int, int]
    counts: str
    iscrowd: bool
    score: float | None
    provenance_json: str
    attributes_json: str = ""
    review: ReviewState = ReviewState.NONE
    comment: str = ""

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
            json_text(attributes) if (attributes := attributes_of(annotation)) else "",
            annotation.review,
            annotation.comment,
        )

    @property
    def mask(self) -> Mask:
        """Its mask; MaskError where the size is none."""
        return Mask.from_trusted_rle(self.size_hw, self.counts)

    @property
    def annotation(self) -> Annotation:
        """The annotation with what formats know of it; MaskError or ValueError where the text is none."""
        made = Provenance.from_json(json.loads(self.provenance_json))
        whole = Annotation(
            self.id,
            self.image_id,
            self.category_id,
            self.mask,
            self.iscrowd,
            self.score,
            made,
            review=self.review,
            comment=self.comment,
        )
        return with_attributes(whole, json.loads(self.attributes_json))[0] if self.attributes_json else whole


def attributes_of(annotation: Annotation) -> dict[str, AttributeValue]:
    """Return what an annotation is beside mask and category, by name; what it is not is left out."""
    return joined_attributes(annotation.occluded, annotation.truncated, annotation.note, annotation.attributes)


def joined_attributes(
    occluded: bool, truncated: bool, note: str, attributes: Mapping[str, AttributeValue]
) -> dict[str, AttributeValue]:
    """Return a project's attributes of an annotation together with those every annotation has."""
    own: dict[str, AttributeValue] = {}
    if occluded:
        own[OCCLUDED] = True
    if truncated:
        own[TRUNCATED] = True
    if note:
        own[NOTE] = note
    return own | {name: value for name, value in attributes.items() if name not in OWN_ATTRIBUTES}


def with_attributes(annotation: Annotation, record: Mapping[str, Any]) -> tuple[Annotation, dict[str, Any]]:
    """Return an annotation with the attributes that a file says, and what of them it can't hold.

    Text, numbers and yes or no are held; lists, objects and nothing are not.
    """
    occluded, truncated, note = (record.get(name) for name in (OCCLUDED, TRUNCATED, NOTE))
    attributes: dict[str, AttributeValue] = {}
    rest: dict[str, Any] = {}
    for name, value in record.items():
        if name in OWN_ATTRIBUTES:
            if not isinstance(value, str if name == NOTE else bool):
                rest[name] = value
        elif isinstance(value, (str, bool)) or (isinstance(value, (int, float)) and _is_plain(value)):
            attributes[name] = value
        else:
            rest[name] = value
    whole = replace(
        annotation,
        occluded=occluded is True,
        truncated=truncated is True,
        note=note if isinstance(note, str) else "",
        attributes=attributes,
    )
    return whole, rest


def _is_plain(number: float) -> bool:
    try:
        return math.isfinite(float(number))
    except OverflowError:
        return False


@dataclass(frozen=True, slots=True)
class DatasetStream:
    """All of a project that formats write.

    Attributes:
        images: in the order of their ids.
        categories: likewise.
        annotation_count: how many annotations there are.
        annotations: reads them from the first to the last, in the order of their ids; it may be called again.
        annotations_of: reads those of an image of that id as they are drawn, in the order of (z_order, id).
        counts: how many annotations each image has, by image id; images without are left out.
        name: the project's.
        attributes: that its annotations have, in the order they are shown.
    """

    images: tuple[Image, ...]
    categories: tuple[Category, ...]
    annotation_count: int
    annotations: Callable[[], Iterable[PlainAnnotation]]
    annotations_of: Callable[[int], Sequence[PlainAnnotation]]
    counts: Mapping[int, int]
    name: str = ""
    attributes: tuple[AttributeSpec, ...] = ()

    @classmethod
    def of(cls, dataset: Dataset) -> DatasetStream:
        """Return the stream of a dataset that is in memory."""
        annotations = sorted(dataset.annotations, key=lambda a: a.id)
        drawn: dict[int, list[Annotation]] = defaultdict(list)
        for annotation in sorted(annotations, key=lambda a: (a.z_order, a.id)):
            drawn[annotation.image_id].append(annotation)

        def read() -> Iterator[PlainAnnotation]:
            return map(PlainAnnotation.of, annotations)

        def read_of(image_id: int) -> list[PlainAnnotation]:
            return [PlainAnnotation.of(annotation) for annotation in drawn.get(image_id, ())]

        return cls(
            tuple(sorted(dataset.images, key=lambda i: i.id)),
            tuple(sorted(dataset.categories, key=lambda c: c.id)),
            len(annotations),
            read,
            read_of,
            {image_id: len(found) for image_id, found in drawn.items()},
            dataset.name,
            dataset.attributes,
        )

    def limited(
        self,
        *,
        image_ids: Collection[int] | None = None,
        category_ids: Collection[int] | None = None,
        annotation_ids: Collection[int] | None = None,
    ) -> DatasetStream:
        """Return the stream of a part; what is None limits nothing, and of several all must fit.

        Where annotations are asked for by id, the images are those they are on. All categories stay.
        """
        if image_ids is None and category_ids is None and annotation_ids is None:
            return self
        images, categories, ids = map(_as_set, (image_ids, category_ids, annotation_ids))

        def fits(annotation: PlainAnnotation) -> bool:
            return (
                (images is None or annotation.image_id in images)
                and (categories is None or annotation.category_id in categories)
                and (ids is None or annotation.id in ids)
            )

        def read() -> Iterator[PlainAnnotation]:
            if images is not None and len(images) <= _FEW:  # not all of a large project for one image of it
                near = [a for image_id in images if self.counts.get(image_id) for a in self.annotations_of(image_id)]
                return iter(sorted(filter(fits, near), key=lambda a: a.id))
            return filter(fits, self.annotations())

        def read_of(image_id: int) -> list[PlainAnnotation]:
            return [annotation for annotation in self.annotations_of(image_id) if fits(annotation)]

        if categories is None and ids is None:
            counts: Mapping[int, int] = {i: n for i, n in self.counts.items() if images is None or i in images}
        else:
            counts = Counter(annotation.image_id for annotation in read())
        shown = counts.keys() if ids is not None else images
        return replace(
            self,
            images=tuple(image for image in self.images if shown is None or image.id in shown),
            annotation_count=sum(counts.values()),
            annotations=read,
            annotations_of=read_of,
            counts=counts,
        )


def _as_set(ids: Collection[int] | None) -> frozenset[int] | None:
    return None if ids is None else frozenset(ids)


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
