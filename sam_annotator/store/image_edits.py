"""Changes of a project's images as steps within a transaction; `Store` opens and commits it. Imports core."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.records import Image, ImageState
from sam_annotator.core.words import tr
from sam_annotator.store.rows import work_values
from sam_annotator.store.scan import SyncPlan


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


def mark_image(connection: sqlite3.Connection, image_id: int, state: ImageState) -> None:
    """Say how far an image is, and since when where that is done."""
    done_at = time.time() if state == ImageState.DONE else 0.0
    connection.execute(
        "UPDATE images SET state = ?, done_at = CASE WHEN state = ? THEN done_at ELSE ? END WHERE id = ?",
        (str(state), str(state), done_at, image_id),
    )


def follow_annotations(connection: sqlite3.Connection, image_ids: Iterable[int]) -> None:
    """Mark new images that have annotations now as in progress, and those in progress that have none as new again."""
    has_some = "EXISTS (SELECT 1 FROM annotations WHERE image_id = images.id)"
    for image_id in sorted(set(image_ids)):
        for before, after, condition in (
            (ImageState.NEW, ImageState.IN_PROGRESS, has_some),
            (ImageState.IN_PROGRESS, ImageState.NEW, f"NOT {has_some}"),
        ):
            sql = f"UPDATE images SET state = ? WHERE id = ? AND state = ? AND {condition}"
            if connection.execute(sql, (str(after), image_id, str(before))).rowcount:
                break


def update_images(connection: sqlite3.Connection, images: Iterable[Image]) -> None:
    """Write what people say of images; see `Store.update_images`."""
    sql = "UPDATE images SET note = ?, tags = ?, state = ?, review = ?, comment = ?, done_at = ? WHERE id = ?"
    for image in images:
        if connection.execute(sql, work_values(image)).rowcount != 1:
            raise ProjectError(
                tr("There is no image {image_id} in this project; nothing was changed.", image_id=image.id)
            )


def set_probes(connection: sqlite3.Connection, probes: Iterable[tuple[int, ImageProbe]]) -> tuple[int, ...]:
    """Write down size and hash of images; returns the ids of those that were left, see `Store.set_probes`."""
    unfit: list[int] = []
    for image_id, probe in probes:
        other = connection.execute(
            "SELECT 1 FROM annotations WHERE image_id = ? AND (mask_height, mask_width) != (?, ?) LIMIT 1",
            (image_id, probe.height, probe.width),
        ).fetchone()
        if other:
            unfit.append(image_id)
        else:
            values = (probe.width, probe.height, probe.sha256, image_id)
            connection.execute("UPDATE images SET width = ?, height = ?, sha256 = ? WHERE id = ?", values)
    return tuple(unfit)


def apply_sync(connection: sqlite3.Connection, plan: SyncPlan) -> None:
    """Write down what a look at the folder found."""
    connection.executemany("UPDATE images SET missing = 1 WHERE id = ?", [(i,) for i in plan.missing_ids])
    connection.executemany("UPDATE images SET missing = 0 WHERE id = ?", [(i,) for i in plan.found_ids])
    connection.executemany(
        "UPDATE images SET missing = 0, file_name = ? WHERE id = ?", [(name, i) for i, name in plan.moved]
    )
    insert_images(connection, plan.added)
    connection.executemany(
        "UPDATE images SET width = ?, height = ?, sha256 = ? WHERE file_name = ? AND sha256 = ''",
        [(probe.width, probe.height, probe.sha256, name) for name, probe in plan.probes],
    )
