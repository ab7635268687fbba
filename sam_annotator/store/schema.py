"""The tables of a project file, and the steps that bring an older file to them. Imports core.errors only.

`PRAGMA user_version` holds the version of the tables; step i of MIGRATIONS leads from version i to i + 1. A step is
never changed once it was released: a change of the tables is a new step at the end.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sam_annotator.core.errors import ProjectDamagedError, ProjectMissingError
from sam_annotator.core.words import tr

APPLICATION_ID = 0x53414D41  # "SAMA"

# AUTOINCREMENT everywhere: an id that was given once is never given again, even after its row was deleted.
_VERSION_1 = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE images (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
        file_name TEXT NOT NULL UNIQUE,
        width INTEGER NOT NULL DEFAULT 0,
        height INTEGER NOT NULL DEFAULT 0,
        sha256 TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'new',
        missing INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE categories (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
        name TEXT NOT NULL UNIQUE,
        color TEXT NOT NULL,
        supercategory TEXT NOT NULL DEFAULT ''
    )""",
    """CREATE TABLE annotations (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
        image_id INTEGER NOT NULL REFERENCES images (id),
        category_id INTEGER NOT NULL REFERENCES categories (id),
        mask_height INTEGER NOT NULL,
        mask_width INTEGER NOT NULL,
        mask_counts TEXT NOT NULL,
        area INTEGER NOT NULL CHECK (area >= 1),
        iscrowd INTEGER NOT NULL DEFAULT 0,
        score REAL,
        provenance TEXT NOT NULL
    )""",
    "CREATE INDEX annotations_image ON annotations (image_id)",
    "CREATE INDEX annotations_category ON annotations (category_id)",
    f"PRAGMA application_id = {APPLICATION_ID}",
)

# What is worked with beside masks: attributes, review, order, and how long it took. Added columns cost an old file
# nothing: sqlite reads the default where a row ends before them.
_VERSION_2 = (
    "ALTER TABLE images ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE images ADD COLUMN tags TEXT NOT NULL DEFAULT ''",  # a JSON list, or nothing
    "ALTER TABLE images ADD COLUMN review TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE images ADD COLUMN comment TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE images ADD COLUMN done_at REAL NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN occluded INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN truncated INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE annotations ADD COLUMN attributes TEXT NOT NULL DEFAULT ''",  # a JSON object, or nothing
    "ALTER TABLE annotations ADD COLUMN locked INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN z_order INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN review TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE annotations ADD COLUMN comment TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE annotations ADD COLUMN created_at REAL NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN seconds REAL NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN clicks INTEGER NOT NULL DEFAULT 0",
)

# What engines said of masks when they were asked. It is about pixels: it goes with them, by whatever they are changed.
_VERSION_3 = (
    """CREATE TABLE doubts (
        annotation_id INTEGER PRIMARY KEY,
        doubt REAL NOT NULL,
        stability REAL,
        evidence TEXT NOT NULL,
        engine TEXT NOT NULL,
        checkpoint_sha256 TEXT NOT NULL,
        asked_at REAL NOT NULL
    )""",
    """CREATE TRIGGER doubts_of_changed AFTER UPDATE OF mask_counts ON annotations
        WHEN OLD.mask_counts != NEW.mask_counts
        BEGIN DELETE FROM doubts WHERE annotation_id = OLD.id; END""",
    """CREATE TRIGGER doubts_of_deleted AFTER DELETE ON annotations
        BEGIN DELETE FROM doubts WHERE annotation_id = OLD.id; END""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1, _VERSION_2, _VERSION_3)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the newest version, each step in a transaction of its own."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, statements in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def check_version(connection: sqlite3.Connection, file: Path) -> int:
    """Return the version of a project file's tables.

    Raises:
        ProjectMissingError: nothing was ever committed to the file.
        ProjectDamagedError: it is another program's database, or was made by a newer version of this one.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables and not version:
        raise ProjectMissingError(
            tr("{folder} holds no project yet; make one with: sam-annotator new.", folder=file.parent)
        )
    if application_id != APPLICATION_ID:
        raise ProjectDamagedError(
            tr("{file} is a database of another program; choose another project folder.", file=file)
        )
    if version > len(MIGRATIONS):
        raise ProjectDamagedError(
            tr(
                "The project {folder} was made by a newer version of SAM Annotator (its format "
                "is {version}, this program knows {known}); update the program.",
                folder=file.parent,
                version=version,
                known=len(MIGRATIONS),
            )
        )
    return int(version)
