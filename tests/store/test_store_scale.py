"""A project of 100,000 images and 1,000,000 annotations stays quick. The bounds leave room for slow computers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, ImageState
from sam_annotator.store.rows import ANNOTATION_COLUMNS, annotation_values
from sam_annotator.store.store import Store

IMAGES, PER_IMAGE = 100_000, 10


@contextmanager
def within(seconds: float) -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < seconds


def test_a_large_project_stays_quick(tmp_path: Path) -> None:
    """Each switch of the image, or each accepted object, would take seconds."""
    mask = Mask.from_array(np.pad(np.ones((3, 4), bool), 5))
    annotation = Annotation(0, 1, 1, mask)
    with Store.create(tmp_path, tmp_path, category_names=["cat"]) as store:
        with within(10):
            store.add_images(f"folder{i % 100}/img{i}.jpg" for i in range(IMAGES))
        values = annotation_values(annotation)[2:]
        with store._db.transaction() as connection:
            connection.executemany(
                f"INSERT INTO annotations ({ANNOTATION_COLUMNS}) VALUES (NULL, ?, {', '.join('?' * len(values))})",
                ((1 + i % IMAGES, *values) for i in range(IMAGES * PER_IMAGE)),
            )
        with within(5):
            assert len(store.images()) == IMAGES
        with within(3):
            counts = store.annotation_counts()
            assert len(counts) == IMAGES and set(counts.values()) == {PER_IMAGE}
        with within(3):
            assert store.category_counts() == {1: IMAGES * PER_IMAGE}
        with within(2):
            for image_id in range(1, 200):
                assert len(store.annotations(image_id)) == PER_IMAGE
        with within(3):
            for _ in range(10):
                added = store.add_annotation(annotation)
                store.set_image_state(1, ImageState.DONE)
                store.delete_annotations([added.id])
        with within(2):
            store.set_probes([(5, ImageProbe(14, 13, "x"))])
            store.last_image_id = 5
    with within(3), Store.open(tmp_path) as store:
        assert store.last_image_id == 5
