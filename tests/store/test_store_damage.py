"""A project file with damaged bytes is told in a sentence, whatever the bytes are."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import MaskError, ProjectDamagedError, SamAnnotatorError
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.rows import ANNOTATION_COLUMNS
from sam_annotator.store.store import PROJECT_FILE, Store


@pytest.fixture
def project(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(1).random((20, 30)) < 0.5
    with Store.create(tmp_path, tmp_path, category_names=["a", "b"]) as store:
        images = store.add_images(["1.png", "2.png"])
        store.set_probes((image.id, ImageProbe(30, 20, "ab")) for image in images)
        store.restore_annotations(
            Annotation(number, 1 + number % 2, 1 + number % 2, Mask.from_array(np.roll(pixels, number)))
            for number in range(1, 13)
        )
    return tmp_path


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some bytes changed, a page lost, or its end cut off."""
    changed = bytearray(data)
    page = chance.randrange(len(data) // 4096) * 4096
    kind = chance.randrange(6)
    if kind == 0:
        return bytes(changed[: chance.randrange(len(data))])
    if kind == 1:
        changed[page : page + 4096] = bytes(4096)
    for _ in range(chance.choice((1, 10, 100)) if kind > 1 else 0):
        changed[page + chance.randrange(4096)] = chance.randrange(256)
    return bytes(changed)


def use(store: Store) -> None:
    store.check(files=True)
    dataset = store.dataset()
    for annotation in dataset.annotations:
        assert annotation.mask.bbox_xywh
        assert annotation.mask.to_crop()
        annotation.mask.to_array()
    with store.stream() as stream:
        assert [plain.annotation for plain in stream.annotations()] == list(dataset.annotations)
    store.last_image_id = 1
    store.add_category("new")


def test_changed_bytes_raise_only_our_errors(project: Path) -> None:
    """Else a bad sector ends in a traceback, a crash or a window that hangs."""
    data = (project / PROJECT_FILE).read_bytes()
    refused = 0
    for seed in range(60):
        (project / PROJECT_FILE).write_bytes(damaged(data, random.Random(seed)))
        for journal in project.glob("*-journal"):
            journal.unlink()
        try:
            with Store.open(project) as store:
                use(store)
        except SamAnnotatorError as e:
            refused += 1
            assert len(str(e).splitlines()) == 1
    assert refused > 10


def execute(project: Path, sql: str) -> None:
    with sqlite3.connect(project / PROJECT_FILE) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE annotations SET mask_height = 0 WHERE id = 3",
        "UPDATE annotations SET mask_width = 'x' WHERE id = 3",
        "UPDATE annotations SET mask_counts = x'ff00' WHERE id = 3",
        "UPDATE annotations SET mask_counts = 'ü' WHERE id = 3",
        "UPDATE annotations SET score = 'high' WHERE id = 3",
        "UPDATE annotations SET provenance = 5 WHERE id = 3",
        "UPDATE images SET width = 'wide' WHERE id = 1",
        "UPDATE categories SET name = x'00' WHERE id = 1",
    ],
)
def test_a_value_of_another_kind_is_damage(project: Path, damage: str) -> None:
    """Else it goes into the masks' C library, which divides by it or reads beyond it."""
    execute(project, damage)
    with Store.open(project) as store, pytest.raises(ProjectDamagedError):
        store.dataset()
    with Store.open(project, read_only=True) as store, pytest.raises(ProjectDamagedError), store.stream() as stream:
        list(stream.annotations())


def test_a_damaged_mask_is_told_by_check_and_when_it_is_drawn(project: Path) -> None:
    """Else memory that belongs to nobody is drawn, and saved as the object."""
    execute(project, "UPDATE annotations SET mask_counts = '0' || mask_counts || '9999' WHERE id = 3")
    with Store.open(project) as store:
        assert any("annotation 3 " in problem for problem in store.check())
        with pytest.raises(MaskError):
            store.annotation(3).mask.check()
        store.annotation(4).mask.check()


def test_bytes_that_are_no_text_hide_nothing_else(project: Path) -> None:
    """Else one bad byte in one name keeps a user from everything."""
    execute(project, "UPDATE images SET file_name = CAST(x'61ff2e706e67' AS TEXT) WHERE id = 1")
    with Store.open(project) as store:
        assert [image.file_name for image in store.dataset().images] == ["a\ufffd.png", "2.png"]


def test_ids_that_do_not_rise_end_the_check(project: Path) -> None:
    """Else check never comes back, and an export leaves objects out without a word."""
    with Store.open(project) as store:
        rows = store._db.rows
        (low,) = rows(f"SELECT {ANNOTATION_COLUMNS} FROM annotations WHERE id = 3")
        pages = iter([[(5, *low[1:])], [low]] * 3)

        def damaged(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
            columns = sql.partition(" FROM ")[0].count(",") + 1
            return [row[:columns] for row in next(pages)] if "LIMIT" in sql else rows(sql, values)

        store._db.rows = damaged  # type: ignore[method-assign]
        assert [problem for problem in store.check() if "do not rise" in problem]
        with pytest.raises(ProjectDamagedError, match="do not rise"):
            store.dataset()
        with store.stream() as stream, pytest.raises(ProjectDamagedError, match="do not rise"):
            list(stream.annotations())
