"""Changes of a project's categories as steps within a transaction; `Store` opens and commits it. Imports core."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.records import CATEGORY_COLORS, Category, default_color
from sam_annotator.core.words import tr
from sam_annotator.store.rows import checked_category


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
        raise ProjectError(tr('There is already a category "{name}"; choose another name.', name=category.name))


def refuse_equal_names(categories: Sequence[Category]) -> None:
    """Raise ProjectError where a name comes twice, or a name or colour is not usable."""
    names = [checked_category(category).name for category in categories]
    for name in names:
        if names.count(name) > 1:
            raise ProjectError(tr('The category "{name}" is given twice; name it once.', name=name))


def update_category(connection: sqlite3.Connection, category: Category) -> None:
    """Change name, colour or supercategory."""
    checked = checked_category(category)
    refuse_taken_name(connection, checked)
    connection.execute(
        "UPDATE categories SET name = ?, color = ?, supercategory = ? WHERE id = ?",
        (checked.name, checked.color, checked.supercategory, checked.id),
    )


def delete_category(connection: sqlite3.Connection, category: Category) -> None:
    """Delete a category; ProjectError where annotations use it."""
    (used,) = connection.execute("SELECT count(*) FROM annotations WHERE category_id = ?", (category.id,)).fetchone()
    if used:
        texts = (
            tr('"{name}" has 1 annotation; merge it into another category or delete it first.', name=category.name),
            tr(
                '"{name}" has {used} annotations; merge it into another category or delete them first.',
                name=category.name,
                used=used,
            ),
        )
        raise ProjectError(texts[used > 1])
    connection.execute("DELETE FROM categories WHERE id = ?", (category.id,))


def merge_categories(connection: sqlite3.Connection, source_id: int, target_id: int) -> tuple[int, ...]:
    """Give all annotations of one category to another and delete the first; returns their ids."""
    sql = "SELECT id FROM annotations WHERE category_id = ? ORDER BY id"
    moved = tuple(row[0] for row in connection.execute(sql, (source_id,)))
    connection.execute("UPDATE annotations SET category_id = ? WHERE category_id = ?", (target_id, source_id))
    connection.execute("DELETE FROM categories WHERE id = ?", (source_id,))
    return moved


def change_category(connection: sqlite3.Connection, source_id: int, target_id: int) -> tuple[int, ...]:
    """Give all annotations of one category to another but for those that are locked; returns their ids."""
    sql = "SELECT id FROM annotations WHERE category_id = ? AND NOT locked ORDER BY id"
    moved = tuple(row[0] for row in connection.execute(sql, (source_id,)))
    connection.execute(
        "UPDATE annotations SET category_id = ? WHERE category_id = ? AND NOT locked", (target_id, source_id)
    )
    return moved


def set_categories_of(connection: sqlite3.Connection, ids: Iterable[int], category_id: int) -> None:
    """Give annotations a category."""
    connection.executemany("UPDATE annotations SET category_id = ? WHERE id = ?", [(category_id, i) for i in ids])
