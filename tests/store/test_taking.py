"""Taking from another set: one transaction, exact both ways, and nothing that changed meanwhile is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.mask import Mask
from sam_annotator.core.merging import Choice, Pick, Takeover, picked
from sam_annotator.core.records import Annotation, Category, Image, ImageState
from sam_annotator.store.store import Store
from sam_annotator.store.taking import give_back, take, take_again

SIZE = (20, 30)


def box(x: int) -> Mask:
    return Mask.from_crop(SIZE, x, 0, np.ones((8, 8), np.bool_))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "project", tmp_path, category_names=("car",)) as opened:
        opened.add_images(["a.png", "b.png"])
        yield opened


def wanted(store: Store) -> Takeover:
    """One of each: replaced, deleted, and added on a new image, of a category that is new."""
    first, second = store.images()
    replaced = store.add_annotation(Annotation(0, first.id, 1, box(0)))
    deleted = store.add_annotation(Annotation(0, first.id, 1, box(10)))
    picks = [
        Pick(replaced, Annotation(7, first.id, 1, box(1)), Choice.THEIRS),
        Pick(deleted, None, Choice.THEIRS),
        Pick(None, Annotation(8, second.id, -1, box(5), locked=True, hidden=True), Choice.THEIRS),
        Pick(replaced, None, Choice.OURS),
    ]
    images: dict[int, Image] = {image.id: image for image in store.images()}
    takeover, locked = picked(picks, [Category(-1, "tree", "#445566")], images, "theirs")
    assert not locked
    return takeover


def state(store: Store) -> object:
    return store.dataset()


def test_it_is_exact_both_ways(store: Store) -> None:
    """Undo must leave no trace, and redo must give the same ids, or later steps would miss their targets."""
    takeover = wanted(store)
    before = state(store)
    taken = take(store, takeover)
    after = store.dataset()
    assert [c.name for c in after.categories] == ["car", "tree"] and all(c.id > 0 for c in after.categories)
    assert sorted(a.mask.bbox_xywh[0] for a in after.annotations) == [1, 5]
    assert not any(a.locked or a.hidden for a in after.annotations)  # how they worked is not how we do
    assert after.images[1].state == ImageState.IN_PROGRESS
    give_back(store, taken)
    assert state(store) == before
    take_again(store, taken)
    assert store.dataset() == after


@pytest.mark.parametrize("change", [{"mask": box(3)}, {"locked": True}, {"note": "mine"}])
def test_what_changed_meanwhile_is_not_overwritten(store: Store, change: dict[str, object]) -> None:
    """A merge is looked at for minutes; work that came meanwhile must not be lost, and nothing is taken by half."""
    takeover = wanted(store)
    store.update_annotations([replace(takeover.before[0], **change)])  # type: ignore[arg-type]
    before = state(store)
    with pytest.raises(ProjectError, match=r"locked|changed meanwhile"):
        take(store, takeover)
    assert state(store) == before


def test_locked_ones_are_counted_and_stay(store: Store) -> None:
    """What is locked is left out and told, and both may stay all the same."""
    image = store.images()[0]
    ours = replace(store.add_annotation(Annotation(0, image.id, 1, box(0))), locked=True)
    theirs = Annotation(7, image.id, 1, box(1))
    picks = [Pick(ours, theirs, Choice.THEIRS), Pick(ours, None, Choice.THEIRS), Pick(ours, theirs, Choice.BOTH)]
    takeover, locked = picked(picks, [], {image.id: image}, "theirs")
    assert locked == 2 and not takeover.before and not takeover.deleted and len(takeover.added) == 1
