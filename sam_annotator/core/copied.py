"""Copied: annotations on their way from an image to another, perhaps of another project, as JSON. Imports core only.

Categories travel by their names. What was said of the work on an annotation (review, time, lock) stays behind.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sam_annotator.core.dataset_stream import attributes_of, with_attributes
from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import Pace, no_pace, placed
from sam_annotator.core.records import Annotation, Category, Image, Provenance, ReviewState

_VERSION = 1
_HIGHEST = 1 << 31  # place in the order


@dataclass(frozen=True, slots=True)
class Copied:
    """Annotations that were copied.

    Attributes:
        image_name: file name of the image they were copied from.
        image_sha256: of its file; "" where that was not known.
        categories: theirs, with ids that `annotations` use.
        annotations: from the bottom to the top; their ids are 0.
    """

    image_name: str
    image_sha256: str
    categories: tuple[Category, ...]
    annotations: tuple[Annotation, ...]

    @classmethod
    def of(cls, image: Image, annotations: Sequence[Annotation], categories: Sequence[Category]) -> Copied:
        """Copy annotations of an image."""
        used = {a.category_id for a in annotations}
        kept = tuple(c for c in categories if c.id in used)
        return cls(image.file_name, image.sha256, kept, tuple(map(_fresh, annotations)))

    def on(self, image: Image, pace: Pace = no_pace) -> tuple[Annotation, ...]:
        """Return the annotations as they lie on an image: at the same pixels, what is outside cut off or left out.

        On another image than theirs, their prompts lead nowhere and their score says nothing: both are left out.

        Args:
            image: that they come to.
            pace: called for each of them; it may raise to end this.
        """
        is_same = bool(self.image_sha256) and image.sha256 == self.image_sha256
        result: list[Annotation] = []
        for annotation in self.annotations:
            pace()
            mask = placed(annotation.mask, image.size_hw)
            if mask.is_empty:
                continue
            moved = replace(annotation, image_id=image.id, mask=mask)
            result.append(moved if is_same else _on_other_image(moved, self.image_name))
        return tuple(result)

    def fits(self, image: Image) -> bool:
        """Whether an image has the size of theirs."""
        return all(a.mask.size_hw == image.size_hw for a in self.annotations)

    def to_json(self) -> str:
        """Return them as JSON text."""
        return json.dumps(
            {
                "sam_annotator": _VERSION,
                "image": {"file_name": self.image_name, "sha256": self.image_sha256},
                "categories": [
                    {"id": c.id, "name": c.name, "color": c.color, "supercategory": c.supercategory}
                    for c in self.categories
                ],
                "annotations": [_to_json(a) for a in self.annotations],
            }
        )

    @classmethod
    def from_json(cls, text: str, pace: Pace = no_pace) -> Copied:
        """Read what `to_json` wrote; `pace` as in `on`.

        Raises:
            ValueError: it is something else, or damaged.
        """
        try:
            data = json.loads(text)
            if data["sam_annotator"] != _VERSION:
                raise ValueError("another version")
            categories = tuple(
                Category(int(c["id"]), str(c["name"]), str(c["color"]), str(c["supercategory"]))
                for c in data["categories"]
            )
            ids = {c.id for c in categories}
            annotations = tuple(_from_json(a, ids, pace) for a in data["annotations"])
            return cls(str(data["image"]["file_name"]), str(data["image"]["sha256"]), categories, annotations)
        except (TypeError, KeyError, AttributeError, MaskError, RecursionError) as e:
            raise ValueError(f"no copied annotations: {e}") from e


def _fresh(annotation: Annotation) -> Annotation:
    return replace(
        annotation,
        id=0,
        image_id=0,
        locked=False,
        hidden=False,
        review=ReviewState.NONE,
        comment="",
        created_at=0.0,
        seconds=0.0,
        clicks=0,
    )


def _on_other_image(annotation: Annotation, image_name: str) -> Annotation:
    old = annotation.provenance
    extra = {**old.extra, "source_before": old.source, "pasted_from": image_name}
    return replace(annotation, score=None, provenance=Provenance(source="paste", extra=extra))


def _to_json(annotation: Annotation) -> dict[str, Any]:
    return {
        "category_id": annotation.category_id,
        "segmentation": annotation.mask.to_coco_rle(),
        "iscrowd": annotation.iscrowd,
        "score": annotation.score,
        "z_order": annotation.z_order,
        "attributes": attributes_of(annotation),
        "provenance": annotation.provenance.to_json(),
    }


def _from_json(data: Mapping[str, Any], category_ids: set[int], pace: Pace) -> Annotation:
    pace()
    rle, score, category_id = data["segmentation"], data["score"], int(data["category_id"])
    if category_id not in category_ids:
        raise ValueError("an annotation has no category")
    mask = Mask(tuple(rle["size"]), rle["counts"])
    if mask.is_empty:
        raise ValueError("a mask is empty")
    z_order = int(data["z_order"])
    if abs(z_order) > _HIGHEST:
        raise ValueError("the order is beyond all bounds")
    annotation = Annotation(
        0,
        0,
        category_id,
        mask,
        iscrowd=data["iscrowd"] is True,
        score=None if score is None else float(score),
        provenance=Provenance.from_json(data["provenance"]),
        z_order=z_order,
    )
    return with_attributes(annotation, data["attributes"])[0]
