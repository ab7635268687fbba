"""Versions of the project file: older ones are brought up, newer and foreign ones are refused."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.errors import ProjectDamagedError, ProjectError
from sam_annotator.core.mask import Mask
from sam_annotator.core.options import ProjectOptions
from sam_annotator.core.records import Annotation
from sam_annotator.store import schema
from sam_annotator.store.store import PROJECT_FILE, Store

VERSION_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE images (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1), file_name TEXT NOT NULL UNIQUE,
    width INTEGER NOT NULL DEFAULT 0, height INTEGER NOT NULL DEFAULT 0, sha256 TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'new', missing INTEGER NOT NULL DEFAULT 0);
CREATE TABLE categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1), name TEXT NOT NULL UNIQUE, color TEXT NOT NULL,
    supercategory TEXT NOT NULL DEFAULT '');
CREATE TABLE annotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1), image_id INTEGER NOT NULL REFERENCES images (id),
    category_id INTEGER NOT NULL REFERENCES categories (id), mask_height INTEGER NOT NULL,
    mask_width INTEGER NOT NULL, mask_counts TEXT NOT NULL, area INTEGER NOT NULL CHECK (area >= 1),
    iscrowd INTEGER NOT NULL DEFAULT 0, score REAL, provenance TEXT NOT NULL);
CREATE INDEX annotations_image ON annotations (image_id);
CREATE INDEX annotations_category ON annotations (category_id);
INSERT INTO meta VALUES ('image_root', '../photos'), ('name', 'Old');
INSERT INTO images VALUES (4, 'a.jpg', 3, 2, 'ff', 'done', 0);
INSERT INTO categories VALUES (2, 'cat', '#e69f00', '');
INSERT INTO annotations VALUES (9, 4, 2, 2, 3, '123', 2, 0, 0.5, '{"source": "prompt"}');
PRAGMA application_id = 1396788545;
PRAGMA user_version = 1;
"""


@pytest.fixture
def old_project(tmp_path: Path) -> Path:
    with sqlite3.connect(tmp_path / PROJECT_FILE) as connection:
        connection.executescript(VERSION_1)
    connection.close()
    return tmp_path


def with_next_version(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, statements))


def version_of(project_dir: Path) -> int:
    connection = sqlite3.connect(project_dir / PROJECT_FILE)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


def test_a_file_of_version_1_opens(old_project: Path) -> None:
    """Nobody could open a project of the first release again."""
    with Store.open(old_project) as store:
        annotation = Annotation(9, 4, 2, Mask.from_uncompressed((2, 3), [1, 2, 3]), score=0.5)
        assert store.annotations(4) == (annotation,)
        assert store.name == "Old"
        assert store.image_root == old_project.parent / "photos"
        assert store.check() == []


def test_what_version_2_knows_of_is_as_usual_in_an_old_file(old_project: Path) -> None:
    """Objects of an old project would be locked, hidden or reviewed by nobody, or could not be any of it."""
    with Store.open(old_project) as store:
        (annotation,) = store.annotations(4)
        image = store.image(4)
        assert (image.note, image.tags, image.review, image.comment, image.done_at) == ("", (), "", "", 0.0)
        changed = replace(annotation, locked=True, note="x", attributes={"a": 1.5}, z_order=-3, clicks=2)
        store.update_annotations([changed])
        store.update_images([replace(image, tags=("night", "rain"), comment="look again")])
        assert store.annotations(4) == (changed,)
        assert store.image(4).tags == ("night", "rain")
        assert store.options() == ProjectOptions()
        assert store.check() == []
    assert version_of(old_project) == len(schema.MIGRATIONS)


def test_an_older_file_is_brought_to_the_newest_version(old_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update of the program would leave old projects behind."""
    with_next_version(monkeypatch, "ALTER TABLE images ADD COLUMN later TEXT NOT NULL DEFAULT 'x'")
    with Store.open(old_project) as store:
        assert store._db.rows("SELECT later FROM images") == [("x",)]
        assert len(store.dataset().annotations) == 1
    assert version_of(old_project) == len(schema.MIGRATIONS)


def test_a_step_that_fails_leaves_the_file_as_it_was(old_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed update would leave a project that no version can read."""
    Store.open(old_project).close()  # each step by itself is kept
    before = (old_project / PROJECT_FILE).read_bytes()
    with_next_version(monkeypatch, "DROP TABLE annotations", "this is no SQL")
    with pytest.raises(ProjectError):
        Store.open(old_project)
    assert (old_project / PROJECT_FILE).read_bytes() == before
    monkeypatch.undo()
    with Store.open(old_project) as store:  # the lock was given back
        assert len(store.dataset().annotations) == 1


def test_an_older_file_is_not_changed_by_reading(old_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking at an old project on a shared disk would change it under others."""
    before = (old_project / PROJECT_FILE).read_bytes()
    with_next_version(monkeypatch, "ALTER TABLE images ADD COLUMN later TEXT NOT NULL DEFAULT 'x'")
    with Store.open(old_project, read_only=True) as store:
        assert len(store.dataset().annotations) == 1
    assert (old_project / PROJECT_FILE).read_bytes() == before


def test_a_newer_file_is_refused_with_a_sentence(old_project: Path) -> None:
    """An old program would write a newer project to pieces."""
    connection = sqlite3.connect(old_project / PROJECT_FILE)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for read_only in (False, True):
        with pytest.raises(ProjectDamagedError, match=r"newer version.*update the program"):
            Store.open(old_project, read_only=read_only)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """Another program's data would be changed."""
    connection = sqlite3.connect(tmp_path / PROJECT_FILE)
    connection.execute("CREATE TABLE x (y)")
    connection.commit()
    connection.close()
    with pytest.raises(ProjectDamagedError, match="another program"):
        Store.open(tmp_path)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE annotations SET mask_counts = 'zz'", "mask of annotation 9"),
        ("UPDATE annotations SET mask_counts = '51'", "not as it was written"),
        ("UPDATE annotations SET area = 3", "not as it was written"),
        ("UPDATE annotations SET provenance = '{'", "provenance of annotation 9"),
        ("UPDATE annotations SET provenance = '[]'", "provenance of annotation 9"),
        ("UPDATE annotations SET attributes = '[1]'", "attributes of annotation 9"),
        ("UPDATE annotations SET iscrowd = 2", "iscrowd"),
        ("INSERT INTO meta VALUES ('options', '[]')", "options"),
        ("UPDATE annotations SET image_id = 5", "not there"),
        ("UPDATE annotations SET category_id = 5", "not there"),
        ("UPDATE images SET width = 30", "put the old image file back"),
        ("UPDATE images SET state = 'odd'", "unknown state"),
        ("UPDATE categories SET name = ''", "no name"),
    ],
)
def test_check_finds_damage(old_project: Path, damage: str, sentence: str) -> None:
    """A damaged project would go unnoticed until the export."""
    Store.open(old_project).close()
    connection = sqlite3.connect(old_project / PROJECT_FILE)
    connection.execute(damage)
    connection.commit()
    connection.close()
    with Store.open(old_project, read_only=True) as store:
        assert any(sentence in problem for problem in store.check())


def test_a_page_that_is_overwritten_is_found(old_project: Path) -> None:
    """Bad sectors would end in a traceback."""
    with Store.open(old_project) as store:
        masks = [Mask.from_array(np.random.default_rng(i).random((2, 3)) < 0.9) for i in range(500)]
        store.restore_annotations(Annotation(100 + i, 4, 2, m) for i, m in enumerate(masks) if not m.is_empty)
    data = bytearray((old_project / PROJECT_FILE).read_bytes())
    data[4096 * 3 :] = bytes(len(data) - 4096 * 3)
    (old_project / PROJECT_FILE).write_bytes(data)
    with Store.open(old_project, read_only=True) as store:
        assert store.check()
        with pytest.raises(ProjectError):
            store.dataset()


def test_check_looks_at_the_image_files(old_project: Path) -> None:
    """A replaced photograph under finished masks would go unnoticed."""
    with Store.open(old_project) as store:
        assert "not in the image folder" in store.check(files=True)[0]
        store.image_root.mkdir()
        (store.image_root / "a.jpg").write_bytes(b"another")
        assert "not the file" in store.check(files=True)[0]
        seen: list[tuple[int, int]] = []
        store.check(files=True, progress=lambda done, total: seen.append((done, total)))
        assert seen[-1] == (2, 2)
