"""Changes of a project as steps within a transaction; `Store` opens and commits it. Imports core."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.options import AttributeSpec
from sam_annotator.core.records import Annotation, Category, Dataset, Image, ImageState
from sam_annotator.core.words import tr
from sam_annotator.store.category_edits import insert_category
from sam_annotator.store.image_edits import follow_annotations, update_images
from sam_annotator.store.option_edits import add_attributes, missing_attributes, remove_attributes
from sam_annotator.store.rows import (
    ANNOTATION_COLUMNS,
    IMAGE_COLUMNS,
    annotation_values,
    attributes_from_text,
    attributes_text,
    checked_category,
    image_from_row,
    refuse_broken_text,
)

Rows = tuple[tuple[Any, ...], ...]
_Review = tuple[int, str, str]

_LARGEST_ID = 1 << 52  # that is kept of an imported file: other readers hold ids in doubles
_ASSIGNMENTS = ", ".join(f"{column.strip()} = ?" for column in ANNOTATION_COLUMNS.split(",")[1:])
_INSERT_ANNOTATION = (
    f"INSERT INTO annotations ({ANNOTATION_COLUMNS}) VALUES ({', '.join('?' * len(ANNOTATION_COLUMNS.split(',')))})"
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed; `Store.remove_imported` takes it back, `Store.restore_imported` does it again.

    Attributes:
        categories: that were added, with their ids.
        annotations: that were added, with their ids.
        images_before: those whose state, note, tags or review were changed, as they were.
        images_after: the same as they are then.
        rows: of the annotations, as they are kept.
        attributes: that were added.
        reviews_before: of annotations that got another: id, review and comment as they were.
        reviews_after: the same as they are then.
    """

    categories: tuple[Category, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    rows: Rows = ()
    images_before: tuple[Image, ...] = ()
    images_after: tuple[Image, ...] = ()
    attributes: tuple[AttributeSpec, ...] = ()
    reviews_before: tuple[_Review, ...] = ()
    reviews_after: tuple[_Review, ...] = ()


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value of the project under a key."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def insert_annotations(connection: sqlite3.Connection, annotations: Iterable[Annotation]) -> list[int]:
    """Add annotations, with their ids or, where they are 0, new ones; returns the ids."""
    ids: list[int] = []
    for annotation in annotations:
        refuse_other_size(connection, annotation)
        ids.append(int(connection.execute(_INSERT_ANNOTATION, annotation_values(annotation)).lastrowid or 0))
    return ids


def add_annotation(connection: sqlite3.Connection, annotation: Annotation) -> int:
    """Add an annotation that is new, with the time it is now where it has none; returns its id."""
    (annotation_id,) = insert_annotations(
        connection, [replace(annotation, created_at=annotation.created_at or time.time())]
    )
    return annotation_id


def update_annotation(connection: sqlite3.Connection, annotation: Annotation) -> None:
    """Replace the annotation that has this id."""
    refuse_other_size(connection, annotation)
    values = (*annotation_values(annotation)[1:], annotation.id)
    if connection.execute(f"UPDATE annotations SET {_ASSIGNMENTS} WHERE id = ?", values).rowcount != 1:
        raise ProjectError(
            tr(
                "There is no annotation {annotation_id} in this project; nothing was changed.",
                annotation_id=annotation.id,
            )
        )


def rename_attributes(connection: sqlite3.Connection, names: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """Give attributes of all annotations other names, "" to take their values away; see `Store.rename_attributes`."""
    before: list[tuple[int, str]] = []
    for annotation_id, text in connection.execute("SELECT id, attributes FROM annotations WHERE attributes != ''"):
        values = attributes_from_text(text)
        if not names.keys().isdisjoint(values):
            before.append((annotation_id, text))
    after = []
    for annotation_id, text in before:
        values = {names.get(name, name): value for name, value in attributes_from_text(text).items()}
        values.pop("", None)
        after.append((annotation_id, attributes_text(values)))
    write_attributes(connection, after)
    return tuple(before)


def write_attributes(connection: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Write attributes as they are kept, of (annotation id, text)."""
    connection.executemany("UPDATE annotations SET attributes = ? WHERE id = ?", [(text, i) for i, text in texts])


def delete_annotations(connection: sqlite3.Connection, annotation_ids: Iterable[int]) -> None:
    """Delete annotations; an image that was in progress and has none left is new again."""
    image_ids: list[int] = []
    for annotation_id in annotation_ids:
        sql = "SELECT image_id FROM annotations WHERE id = ?"
        image_ids += [int(row[0]) for row in connection.execute(sql, (annotation_id,))]
        connection.execute("DELETE FROM annotations WHERE id = ?", (annotation_id,))
    follow_annotations(connection, image_ids)


def refuse_other_size(connection: sqlite3.Connection, annotation: Annotation) -> None:
    """Raise ProjectError where a mask does not have the size of its image."""
    row = connection.execute(
        "SELECT height, width, file_name FROM images WHERE id = ?", (annotation.image_id,)
    ).fetchone()
    if row is None:
        raise ProjectError(tr("There is no image {id} in this project; open it again.", id=annotation.image_id))
    height, width, file_name = row
    if width and (height, width) != annotation.mask.size_hw:
        mask_height, mask_width = annotation.mask.size_hw
        raise ProjectError(
            tr(
                "A mask of {mask_width} x {mask_height} does not fit {file_name}, which has "
                "{width} x {height} pixels; the file was replaced: put the old one back.",
                mask_width=mask_width,
                mask_height=mask_height,
                file_name=file_name,
                width=width,
                height=height,
            )
        )


def rows_of(annotations: Iterable[Annotation]) -> Rows:
    """Return annotations as they are kept; what takes most of the time of adding many, and can be done beforehand.

    Raises:
        MaskError, ProjectError: as `annotation_values`.
    """
    return tuple(map(annotation_values, annotations))


def _insert_rows(connection: sqlite3.Connection, annotations: Sequence[Annotation], rows: Rows) -> None:
    """Add annotations that all have ids, and their rows."""
    fitting: set[tuple[int, tuple[int, int]]] = set()
    for annotation in annotations:
        place = (annotation.image_id, annotation.mask.size_hw)
        if place not in fitting:
            refuse_other_size(connection, annotation)
            fitting.add(place)
    connection.executemany(_INSERT_ANNOTATION, rows)


def import_dataset(connection: sqlite3.Connection, dataset: Dataset, rows: Rows | None = None) -> Imported:
    """Add what an imported file holds; see `Store.import_dataset`."""
    category_ids = _given_ids(connection, "categories", [c.id for c in dataset.categories])
    categories = tuple(
        checked_category(replace(c, id=i)) for c, i in zip(dataset.categories, category_ids, strict=True)
    )
    translated = {old.id: new.id for old, new in zip(dataset.categories, categories, strict=True)}
    annotation_ids = _given_ids(connection, "annotations", [a.id for a in dataset.annotations])
    annotations = tuple(
        _placed(a, i, translated.get(a.category_id, a.category_id))
        for a, i in zip(dataset.annotations, annotation_ids, strict=True)
    )
    given = rows_of(dataset.annotations) if rows is None else rows
    rows = tuple((a.id, a.image_id, a.category_id, *row[3:]) for a, row in zip(annotations, given, strict=True))
    changed = _changed_images(connection, dataset)
    before, after = tuple(b for b, _ in changed), tuple(a for _, a in changed)
    specs = tuple(
        replace(spec, category_ids=tuple(translated.get(i, i) for i in spec.category_ids))
        for spec in missing_attributes(connection, dataset.attributes)
    )
    reviews = _changed_reviews(connection, dataset.reviewed)
    imported = Imported(
        categories,
        annotations,
        rows,
        before,
        after,
        specs,
        tuple(b for b, _ in reviews),
        tuple(a for _, a in reviews),
    )
    restore_imported(connection, imported)
    return imported


def _placed(annotation: Annotation, id_: int, category_id: int) -> Annotation:
    """Return an annotation with an id and a category; itself where it has them."""
    if (annotation.id, annotation.category_id) == (id_, category_id):
        return annotation
    return replace(annotation, id=id_, category_id=category_id)


def _changed_images(connection: sqlite3.Connection, dataset: Dataset) -> list[tuple[Image, Image]]:
    """Return the images that an import changes, as they are and as they shall be.

    They get what the file says of them; one that is new, and gets annotations, is in progress.
    """
    wanted = {image.id: image for image in dataset.images}
    annotated = {annotation.image_id for annotation in dataset.annotations}
    changed = []
    for image_id in sorted(wanted.keys() | annotated):
        row = connection.execute(f"SELECT {IMAGE_COLUMNS} FROM images WHERE id = ?", (image_id,)).fetchone()
        if row is None:  # whatever is to go there is refused
            continue
        before = image_from_row(row)
        said = wanted.get(image_id, before)
        after = replace(
            before, state=said.state, note=said.note, tags=said.tags, review=said.review, comment=said.comment
        )
        if after.state == ImageState.NEW and image_id in annotated:
            after = replace(after, state=ImageState.IN_PROGRESS)
        if after != before:
            changed.append((before, after))
    return changed


def _changed_reviews(connection: sqlite3.Connection, reviewed: Sequence[Annotation]) -> list[tuple[_Review, _Review]]:
    """Return the reviews that an import changes, as they are and as they shall be."""
    changed = []
    for annotation in reviewed:
        refuse_broken_text(tr("The text"), annotation.comment)
        sql = "SELECT id, review, comment FROM annotations WHERE id = ?"
        before = connection.execute(sql, (annotation.id,)).fetchone()
        after = (annotation.id, str(annotation.review), annotation.comment)
        if before is not None and before != after:
            changed.append((before, after))
    return changed


def _write_reviews(connection: sqlite3.Connection, reviews: Iterable[_Review]) -> None:
    sql = "UPDATE annotations SET review = ?, comment = ? WHERE id = ?"
    connection.executemany(sql, [(review, comment, i) for i, review, comment in reviews])


def _given_ids(connection: sqlite3.Connection, table: str, wanted: Sequence[int]) -> list[int]:
    """Return an id for each wanted one: itself where it was never given, else a new one."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    last = int(row[0]) if row else 0
    kept = {i for i in wanted if last < i <= _LARGEST_ID}
    fresh = max(kept, default=last)
    ids: list[int] = []
    for i in wanted:
        if i in kept:
            kept.remove(i)  # of several alike the first keeps it
            ids.append(i)
        else:
            fresh += 1
            ids.append(fresh)
    return ids


def restore_imported(connection: sqlite3.Connection, imported: Imported) -> None:
    """Add what an import added."""
    for category in imported.categories:
        insert_category(connection, category)
    _insert_rows(connection, imported.annotations, imported.rows)
    update_images(connection, imported.images_after)
    _write_reviews(connection, imported.reviews_after)
    add_attributes(connection, imported.attributes)


def remove_imported(connection: sqlite3.Connection, imported: Imported) -> None:
    """Take away what an import added; a category that is in use by now stays."""
    connection.executemany("DELETE FROM annotations WHERE id = ?", [(a.id,) for a in imported.annotations])
    connection.executemany(
        "DELETE FROM categories WHERE id = ? AND id NOT IN (SELECT category_id FROM annotations)",
        [(c.id,) for c in imported.categories],
    )
    update_images(connection, imported.images_before)
    _write_reviews(connection, imported.reviews_before)
    remove_attributes(connection, imported.attributes)
