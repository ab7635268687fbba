"""What was asked about masks: kept over a restart, gone with the mask it was about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.doubt import Evidence
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.doubts import AskedMask, asked_ids, evidence_of, read_doubts, write_doubts
from sam_annotator.store.store import Store
from sam_annotator.store.table import SORT_KEYS, AnnotationTable, TableQuery


def annotation(area: int, score: float | None = None) -> Annotation:
    pixels = np.zeros((10, 10), np.bool_)
    pixels.flat[:area] = True
    return Annotation(0, 1 + area % 2, 1, Mask.from_array(pixels), score=score, note=f"note{area}")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two images, and four annotations of rising size and falling score."""
    store = Store.create(tmp_path / "project", tmp_path, category_names=["cat", "dog"])
    store.add_images(["b.png", "a.png"])
    for i in range(1, 5):
        store.add_annotation(annotation(i, 1 - i / 10))
    return store


def ask(store: Store, annotation_id: int, agreement: float) -> int:
    asked = AskedMask(annotation_id, store.annotation(annotation_id).mask, Evidence(agreement, prompted=True))
    return write_doubts(store.database, [asked], engine_id="fake", checkpoint_sha256="", now=1.0)


def test_it_survives_a_restart(store: Store) -> None:
    """An hour of asking would be lost when the window closes."""
    assert ask(store, 1, 0.1) == 1
    store.close()
    with Store.open(store.project_dir, read_only=True) as again:
        evidence = evidence_of(again.database, 1)
        assert evidence is not None and evidence.agreement == 0.1
        doubts = read_doubts(again.database)
        assert doubts is not None
        assert doubts.annotation_ids[doubts.order].tolist() == [1, 4, 3, 2]
        assert asked_ids(again.database, "fake", "") == {1}


def test_a_changed_mask_makes_it_void(store: Store) -> None:
    """A mask that was put right would still be called wrong."""
    ask(store, 1, 0.1)
    old = store.annotation(1)
    store.update_annotations([replace(old, note="same mask")])
    assert evidence_of(store.database, 1) is not None
    store.update_annotations([replace(old, mask=store.annotation(3).mask)])
    assert evidence_of(store.database, 1) is None
    ask(store, 2, 0.1)
    store.delete_annotations([2])
    assert asked_ids(store.database, "fake", "") == frozenset()


def test_an_answer_about_an_older_mask_is_not_kept(store: Store) -> None:
    """Who edits while the engine is asked would get the doubt of a mask that is gone."""
    asked = AskedMask(1, store.annotation(4).mask, Evidence(0.1, prompted=True))
    assert write_doubts(store.database, [asked], engine_id="fake", checkpoint_sha256="", now=1.0) == 0


def test_the_table_sorts_and_searches(store: Store) -> None:
    """A researcher who sorts by a number must get all rows, in that order."""
    table = AnnotationTable(store.database, store.images(), store.categories())

    def ids(**named: object) -> list[int]:
        found = table.ids(TableQuery(**named))  # type: ignore[arg-type]
        assert found is not None
        return found.tolist()

    for key in SORT_KEYS:
        assert sorted(ids(sort=key)) == [1, 2, 3, 4], key
    assert ids() == [1, 3, 2, 4]  # a.png first, which is image 2
    assert ids(sort="area", descending=True) == [4, 3, 2, 1] == ids(sort="score")
    assert ids(text="a.png") == [1, 3] and ids(text="note2") == [2] and ids(text="cat 4") == [4]
    assert ids(category_id=2) == []
    cells = list(table.cells([4]))
    assert cells[0][:4] == (4, "b.png", "cat", 4)
