"""Changes of tens of thousands of rows, made by another thread: how far they are, stopped, and alone on the file."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from patience import PATIENCE_S

from sam_annotator.core.errors import ChangeCancelled
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Dataset
from sam_annotator.store.store import PROJECT_FILE, Store

COUNT = 5000
MASK = Mask.from_array(np.ones((6, 8), np.bool_))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A project of one image, without annotations."""
    store = Store.create(tmp_path / "project", tmp_path, category_names=["cat", "dog"])
    store.add_images(["a.png"])
    store.set_probes([(1, ImageProbe(8, 6, "x"))])
    return store


def many() -> Dataset:
    return Dataset(annotations=tuple(Annotation(0, 1, 1, MASK) for _ in range(COUNT)))


def test_it_tells_how_far_it_is(store: Store) -> None:
    """The window would have a bar that says nothing."""
    told: list[int] = []
    with store.database.watched(told.append, lambda: False):
        store.import_dataset(many())
    assert len(told) > 10 and told == sorted(told) and told[0] < COUNT / 2 < told[-1] <= COUNT + 1
    before = len(told)
    store.change_category(1, 2)
    assert len(told) == before


@pytest.mark.parametrize("after", [0, 1, 20])
def test_a_stopped_change_leaves_the_file_as_it_was(store: Store, after: int) -> None:
    """Half of an import would be in the project of somebody who cancelled it."""
    store.import_dataset(Dataset(annotations=many().annotations[:10]))
    file = store.project_dir / PROJECT_FILE
    before, asked = file.read_bytes(), 0

    def is_enough() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with store.database.watched(lambda _done: None, is_enough), pytest.raises(ChangeCancelled):
        store.import_dataset(many())
    assert file.read_bytes() == before and len(store.annotations(1)) == 10 and store.check() == []
    with store.database.watched(lambda _done: None, lambda: False):
        store.import_dataset(many())
    assert len(store.annotations(1)) == 10 + COUNT


def test_a_stop_counts_until_the_change_is_on_disk(store: Store) -> None:
    """Whoever cancels in the last moment would find the change made."""
    stop = threading.Event()
    with store.database.watched(lambda _done: None, stop.is_set), pytest.raises(ChangeCancelled), store.together():
        store.add_annotation(Annotation(0, 1, 1, MASK))
        stop.set()
    assert store.annotations(1) == ()


def test_who_else_uses_it_waits_until_it_is_done(store: Store) -> None:
    """The window would show half an import, or its own edit would be rolled back with one that is cancelled."""
    is_in_it, may_end = threading.Event(), threading.Event()

    def change() -> None:
        with store.together():
            store.import_dataset(many())
            is_in_it.set()
            assert may_end.wait(PATIENCE_S)
            raise RuntimeError  # it fails in the end

    def fail() -> None:
        with pytest.raises(RuntimeError):
            change()

    thread = threading.Thread(target=fail)
    thread.start()
    assert is_in_it.wait(PATIENCE_S)
    seen: list[int] = []

    def edit() -> None:
        seen.append(len(store.annotations(1)))
        store.add_annotation(Annotation(0, 1, 2, MASK))

    other = threading.Thread(target=edit)
    other.start()
    other.join(0.2)
    assert other.is_alive() and seen == []
    may_end.set()
    for ended in (thread, other):
        ended.join(PATIENCE_S)
    assert seen == [0] and [a.category_id for a in store.annotations(1)] == [2]
