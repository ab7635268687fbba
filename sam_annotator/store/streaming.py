"""Read a project's annotations while they are used: all in the order of their ids, or an image's as they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.options import AttributeSpec
from sam_annotator.core.records import Category, Image
from sam_annotator.store.database import Database
from sam_annotator.store.rows import PLAIN_COLUMNS, plain_annotation_from_row


def stream_of(
    database: Database,
    images: tuple[Image, ...],
    categories: tuple[Category, ...],
    counts: Mapping[int, int],
    name: str,
    attributes: tuple[AttributeSpec, ...],
) -> DatasetStream:
    """Return the stream of a project that nobody writes to meanwhile.

    Args:
        database: of the project.
        images: of it, by id.
        categories: likewise.
        counts: how many annotations each image has.
        name: the project's.
        attributes: that its annotations have.
    """

    def annotations() -> Iterator[PlainAnnotation]:
        return map(plain_annotation_from_row, database.rows_by_id(PLAIN_COLUMNS, "annotations"))

    def annotations_of(image_id: int) -> list[PlainAnnotation]:
        sql = f"SELECT {PLAIN_COLUMNS} FROM annotations WHERE image_id = ? ORDER BY z_order, id"
        return list(map(plain_annotation_from_row, database.rows(sql, (image_id,))))

    total = sum(counts.values())
    return DatasetStream(images, categories, total, annotations, annotations_of, counts, name, attributes)
