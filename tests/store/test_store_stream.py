"""A project that is read bit by bit while others work on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store import database, schema
from sam_annotator.store.store import Store

COUNT = 700


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    rng = np.random.default_rng(1)
    with Store.create(tmp_path, tmp_path, category_names=["a", "b"]) as store:
        images = store.add_images(["1.png", "2.png"])
        store.set_probes((image.id, ImageProbe(30, 20, "ab")) for image in images)
        store.restore_annotations(
            Annotation(number, 1, 1, Mask.from_array(rng.random((20, 30)) < 0.5)) for number in range(1, COUNT + 1)
        )
        yield store


def test_a_stream_shows_what_was_there_and_nobody_waits_for_it(store: Store) -> None:
    """An object accepted during an export would freeze the window, get lost, or come into half of the file."""
    before = store.dataset()
    with Store.open(store.project_dir, read_only=True) as reader, reader.stream() as stream:
        annotations = iter(stream.annotations())
        seen = [next(annotations)]
        store.delete_annotations([2, COUNT])
        store.add_annotation(Annotation(0, 2, 2, before.annotations[0].mask, created_at=1.0))
        store.merge_categories(1, 2)
        seen += annotations
        assert [plain.annotation for plain in seen] == list(before.annotations)
        assert (stream.images, stream.categories, stream.name) == (before.images, before.categories, before.name)
        assert stream.annotation_count == COUNT
    after = store.dataset()
    with store.stream() as stream:
        plain = [replace(a, created_at=0.0) for a in after.annotations]  # which no format knows
        assert [p.annotation for p in stream.annotations()] == plain
    store.set_image_state(1, store.image(1).state)  # the stream has let go of the file


@pytest.mark.parametrize(("changes", "calls"), [(0, [1]), (2, [1]), (1000, [1, -1])])
def test_a_copy_of_a_project_in_use_ends_and_is_of_one_moment(
    store: Store, monkeypatch: pytest.MonkeyPatch, changes: int, calls: list[int]
) -> None:
    """An export would never begin while the user works, or mix two states of the project."""
    monkeypatch.setattr(database, "_PIECE_PAGES", 1)
    seen: list[int] = []
    left = changes

    class Source(sqlite3.Connection):
        """A connection with another program that writes between two pieces of a copy."""

        def backup(self, target: sqlite3.Connection, *, pages: int = -1, progress: Any = None, **more: Any) -> None:
            def work(*told: int) -> None:
                nonlocal left
                if left > 0 and pages > 0:
                    left -= 1
                    with store._db.transaction() as connection:
                        connection.execute("UPDATE annotations SET category_id = 3 - category_id")
                if progress is not None:
                    progress(*told)

            seen.append(pages)
            super().backup(target, pages=pages, progress=work, **more)

    source = sqlite3.connect(store._db.file, isolation_level=None, factory=Source)
    copy = database._copied(source, store._db.file)
    assert seen == calls
    assert copy.execute("SELECT count(*) FROM annotations GROUP BY category_id").fetchall() == [(COUNT,)]
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    copy.close()
    source.close()


def test_no_room_for_the_copy_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The export would end in a word about the project's disk, which has room."""

    def fail(*_: Any) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(database, "_copied_by", fail)
    with (
        Store.open(store.project_dir, read_only=True) as reader,
        pytest.raises(ProjectError, match="no room for a copy"),
        reader.stream(),
    ):
        pass


def test_an_older_project_is_streamed_without_a_change(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project of the last version that can't be written could not be exported."""
    store.close()
    step = ("ALTER TABLE images ADD COLUMN later TEXT NOT NULL DEFAULT 'x'",)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    before = store._db.file.read_bytes()
    with Store.open(store.project_dir, read_only=True) as reader, reader.stream() as stream:
        assert len(list(stream.annotations())) == COUNT
    assert store._db.file.read_bytes() == before
