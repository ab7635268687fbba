from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Dataset, ImageState
from sam_annotator.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.create(tmp_path / "project", tmp_path, category_names=["car"])
    store.add_images(["a.png", "b.png"])
    return store


def _annotation(image_id: int) -> Annotation:
    return Annotation(0, image_id, 1, Mask.from_array(np.ones((4, 4), np.bool_)))


def test_the_first_annotation_begins_an_image_and_the_last_ends_it(store: Store) -> None:
    """Somebody who looks for images that nobody worked on must not find those that have annotations."""
    first, second = store.add_annotation(_annotation(1)), store.add_annotation(_annotation(1))
    assert [image.state for image in store.images()] == [ImageState.IN_PROGRESS, ImageState.NEW]
    store.delete_annotations([first.id])
    assert store.image(1).state == ImageState.IN_PROGRESS
    store.delete_annotations([second.id])
    assert store.image(1).state == ImageState.NEW
    store.restore_annotations([first, second])
    assert store.image(1).state == ImageState.IN_PROGRESS
    store.close()


@pytest.mark.parametrize("state", [ImageState.DONE, ImageState.FLAGGED])
def test_what_the_user_said_of_an_image_stays(store: Store, state: ImageState) -> None:
    """A flag that goes at the next edit is no flag."""
    store.set_image_state(1, state)
    added = store.add_annotation(_annotation(1))
    assert store.image(1).state == state
    store.delete_annotations([added.id])
    assert store.image(1).state == state
    store.close()


def test_an_import_begins_images_and_undo_takes_that_back(store: Store) -> None:
    """Whoever walks the images that nobody worked on would be led to all those that an import has annotated."""
    store.set_image_state(2, ImageState.DONE)
    before = store.images()
    said = replace(store.image(2), note="from a colleague", tags=("rain",))
    imported = store.import_dataset(Dataset(images=(said,), annotations=(_annotation(1), _annotation(2))))
    after = store.images()
    assert [image.state for image in after] == [ImageState.IN_PROGRESS, ImageState.DONE]
    assert (after[1].note, after[1].tags, after[1].done_at) == ("from a colleague", ("rain",), before[1].done_at)
    store.remove_imported(imported)
    assert store.images() == before
    store.restore_imported(imported)
    assert store.images() == after
    store.close()
