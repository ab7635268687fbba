"""A project of any size is as quick as a small one: what one image or one object costs does not grow with it.

Counted are the steps of sqlite's own machine and those of Python, which are the same on every computer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, ImageState
from sam_annotator.store.rows import ANNOTATION_COLUMNS, annotation_values
from sam_annotator.store.store import Store

SMALL, LARGE, PER_IMAGE = 500, 10_000, 10

CountSteps = Callable[[Callable[[], object]], int]
Measure = Callable[[Callable[[], object]], int]


@pytest.fixture
def measure(count_steps: CountSteps, monkeypatch: pytest.MonkeyPatch) -> Measure:
    """Count the steps of Python and of sqlite: each instruction of sqlite's machine calls back, which is counted."""
    real = sqlite3.connect
    connections: list[sqlite3.Connection] = []
    is_counting = False

    def step() -> int:
        return 0

    def watch(connection: sqlite3.Connection) -> None:
        connection.set_progress_handler(step if is_counting else None, 1)

    def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = real(*arguments, **named)
        connections.append(connection)
        watch(connection)
        return connection

    def watch_all() -> None:
        for connection in connections[:]:
            try:
                watch(connection)
            except sqlite3.ProgrammingError:  # it is closed
                connections.remove(connection)

    def measured(act: Callable[[], object]) -> int:
        nonlocal is_counting
        is_counting = True
        watch_all()
        try:
            return count_steps(act)
        finally:
            is_counting = False
            watch_all()

    monkeypatch.setattr(sqlite3, "connect", connect)
    return measured


def costs(folder: Path, images: int, measure: Measure) -> tuple[dict[str, int], dict[str, int]]:
    """Make a project of so many images; return what one thing costs in it, and what the lists of all of it do."""
    folder.mkdir()
    annotation = Annotation(0, 1, 1, Mask.from_array(np.pad(np.ones((3, 4), bool), 5)))
    names = [f"folder{i % 100}/img{i}.jpg" for i in range(images)]
    with Store.create(folder, folder, category_names=["cat"]) as store:
        one: dict[str, int] = {}
        all_ = {"add images": measure(lambda: store.add_images(names))}
        values = annotation_values(annotation)[2:]
        with store._db.transaction() as connection:
            connection.executemany(
                f"INSERT INTO annotations ({ANNOTATION_COLUMNS}) VALUES (NULL, ?, {', '.join('?' * len(values))})",
                ((1 + i % images, *values) for i in range(images * PER_IMAGE)),
            )
        assert len(store.images()) == images and store.category_counts() == {1: images * PER_IMAGE}
        assert store.annotation_counts() == dict.fromkeys(range(1, images + 1), PER_IMAGE)
        assert len(store.annotations(images)) == PER_IMAGE
        all_["list images"] = measure(store.images)
        all_["count by image"] = measure(store.annotation_counts)
        all_["count by category"] = measure(store.category_counts)
        one["turn to an image"] = measure(lambda: store.annotations(images // 2))
        one["accept"] = measure(lambda: store.add_annotation(annotation))
        one["mark as done"] = measure(lambda: store.set_image_state(1, ImageState.DONE))
        one["delete"] = measure(lambda: store.delete_annotations([images * PER_IMAGE + 1]))
        one["write down a size"] = measure(lambda: store.set_probes([(5, ImageProbe(14, 13, "x"))]))
        one["remember the place"] = measure(lambda: setattr(store, "last_image_id", 5))

    def open_again() -> None:
        with Store.open(folder) as store:
            assert store.last_image_id == 5

    one["open"] = measure(open_again)
    return one, all_


def test_a_large_project_costs_no_more_than_a_small_one(tmp_path: Path, measure: Measure) -> None:
    """Each switch of the image, or each accepted object, would take seconds in a project of 100,000 images."""
    one_small, all_small = costs(tmp_path / "small", SMALL, measure)
    one_large, all_large = costs(tmp_path / "large", LARGE, measure)
    for what, steps in one_small.items():
        assert one_large[what] <= steps * 1.2 + 50, what
    for what, steps in all_small.items():
        assert all_large[what] <= steps * (LARGE / SMALL) * 1.3, what
        assert all_large[what] <= 600 * LARGE, what


def test_a_search_through_all_is_seen(tmp_path: Path, measure: Measure) -> None:
    """The test above would pass whatever the project file is asked."""
    with Store.create(tmp_path, tmp_path) as store:
        store.add_images(f"{i}.jpg" for i in range(LARGE))
        few = measure(lambda: store._db.rows("SELECT id FROM images WHERE file_name = '7.jpg'"))
        all_ = measure(lambda: store._db.rows("SELECT id FROM images WHERE file_name LIKE '%7.jpeg'"))
    assert few < 200 and all_ > 2 * LARGE
