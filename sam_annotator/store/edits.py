"""Changes of a project as steps within a transaction; `Store` opens and commits it. Imports core."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.records import CATEGORY_COLORS, Annotation, Category, Dataset, ImageState, default_color
from sam_annotator.store.rows import ANNOTATION_COLUMNS, annotation_values, checked_category

_LARGEST_ID = 1 << 52  # that is kept of an imported file: other readers hold ids in doubles
_INSERT_ANNOTATION = (
    f"INSERT INTO annotations ({ANNOTATION_COLUMNS}) VALUES ({', '.join('?' * len(ANNOTATION_COLUMNS.split(',')))})"
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed; `Store.remove_imported` takes it back, `Store.restore_imported` does it again.

    Attributes:
        categories: that were added, with their ids.
        annotations: that were added, with their ids.
        states_before: (image id, state) of the images whose state was changed.
        states_after: the same images with what they were set to.
    """

    categories: tuple[Category, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    states_before: tuple[tuple[int, ImageState], ...] = ()
    states_after: tuple[tuple[int, ImageState], ...] = ()


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value of the project under a key."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def insert_images(connection: sqlite3.Connection, file_names: Iterable[str]) -> list[int]:
    """Add images that are not there yet; returns their ids."""
    known = {row[0] for row in connection.execute("SELECT file_name FROM images")}
    ids: list[int] = []
    for file_name in file_names:
        if file_name not in known:
            known.add(file_name)
            cursor = connection.execute("INSERT INTO images (file_name) VALUES (?)", (file_name,))
            ids.append(int(cursor.lastrowid or 0))
    return ids


def set_states(connection: sqlite3.Connection, states: Iterable[tuple[int, ImageState]]) -> None:
    """Set the states of images."""
    connection.executemany("UPDATE images SET state = ? WHERE id = ?", [(str(state), i) for i, state in states])


def free_color(taken: Sequence[str]) -> str:
    """Return the colour for one more category: that of its position, or the next that is not taken."""
    positions = range(len(taken), len(taken) + len(CATEGORY_COLORS))
    return next((c for c in map(default_color, positions) if c not in taken), default_color(len(taken)))


def insert_category(connection: sqlite3.Connection, category: Category) -> int:
    """Add a category, with its id or, where that is 0, a new one; returns the id."""
    checked = checked_category(category)
    refuse_taken_name(connection, checked)
    cursor = connection.execute(
        "INSERT INTO categories (id, name, color, supercategory) VALUES (?, ?, ?, ?)",
        (checked.id or None, checked.name, checked.color, checked.supercategory),
    )
    return int(cursor.lastrowid or 0)


def refuse_taken_name(connection: sqlite3.Connection, category: Category) -> None:
    """Raise ProjectError where another category has the name."""
    sql = "SELECT 1 FROM categories WHERE name = ? AND id != ?"
    if connection.execute(sql, (category.name, category.id)).fetchone():
        raise ProjectError(f'There is already a category "{category.name}"; choose another name.')


def refuse_equal_names(categories: Sequence[Category]) -> None:
    """Raise ProjectError where a name comes twice, or a name or colour is not usable."""
    names = [checked_category(category).name for category in categories]
    for name in names:
        if names.count(name) > 1:
            raise ProjectError(f'The category "{name}" is given twice; name it once.')


def insert_annotations(connection: sqlite3.Connection, annotations: Iterable[Annotation]) -> list[int]:
    """Add annotations, with their ids or, where they are 0, new ones; returns the ids."""
    ids: list[int] = []
    for annotation in annotations:
        refuse_other_size(connection, annotation)
        ids.append(int(connection.execute(_INSERT_ANNOTATION, annotation_values(annotation)).lastrowid or 0))
    return ids


def refuse_other_size(connection: sqlite3.Connection, annotation: Annotation) -> None:
    """Raise ProjectError where a mask does not have the size of its image."""
    row = connection.execute(
        "SELECT height, width, file_name FROM images WHERE id = ?", (annotation.image_id,)
    ).fetchone()
    if row is None:
        raise ProjectError(f"There is no image {annotation.image_id} in this project; open it again.")
    height, width, file_name = row
    if width and (height, width) != annotation.mask.size_hw:
        mask_height, mask_width = annotation.mask.size_hw
        raise ProjectError(
            f"A mask of {mask_width} x {mask_height} does not fit {file_name}, which has {width} x {height} pixels; "
            "the file was replaced: put the old one back."
        )


def import_dataset(connection: sqlite3.Connection, dataset: Dataset) -> Imported:
    """Add what an imported file holds; see `Store.import_dataset`."""
    category_ids = _given_ids(connection, "categories", [c.id for c in dataset.categories])
    categories = tuple(
        checked_category(replace(c, id=i)) for c, i in zip(dataset.categories, category_ids, strict=True)
    )
    translated = {old.id: new.id for old, new in zip(dataset.categories, categories, strict=True)}
    annotation_ids = _given_ids(connection, "annotations", [a.id for a in dataset.annotations])
    annotations = tuple(
        replace(a, id=i, category_id=translated.get(a.category_id, a.category_id))
        for a, i in zip(dataset.annotations, annotation_ids, strict=True)
    )
    states = dict(connection.execute("SELECT id, state FROM images"))
    changed = [image for image in dataset.images if states.get(image.id, image.state) != image.state]
    imported = Imported(
        categories,
        annotations,
        tuple((image.id, ImageState(states[image.id])) for image in changed),
        tuple((image.id, image.state) for image in changed),
    )
    restore_imported(connection, imported)
    return imported


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
    insert_annotations(connection, imported.annotations)
    set_states(connection, imported.states_after)


def remove_imported(connection: sqlite3.Connection, imported: Imported) -> None:
    """Take away what an import added; a category that is in use by now stays."""
    connection.executemany("DELETE FROM annotations WHERE id = ?", [(a.id,) for a in imported.annotations])
    connection.executemany(
        "DELETE FROM categories WHERE id = ? AND id NOT IN (SELECT category_id FROM annotations)",
        [(c.id,) for c in imported.categories],
    )
    set_states(connection, imported.states_before)
