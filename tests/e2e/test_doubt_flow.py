"""The review by doubt in the whole window: the most doubtful first, through all images."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sam_annotator.core.doubt import Evidence
from sam_annotator.core.image_io import probe_image
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.doubts import AskedMask, asked_ids, write_doubts
from sam_annotator.store.store import Store

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def test_a_review_begins_with_the_most_doubtful(open_window: Open, photos: Photos) -> None:
    """A reviewer with time for a quarter of the masks would spend it on good ones."""
    folder, _points = photos
    with Store.create(folder, folder, category_names=["block"]) as store:
        images = store.add_images(sorted(path.name for path in folder.glob("*.png")))
        store.set_probes([(image.id, probe_image(folder / image.file_name)) for image in images])
        for row, score in ((0, 0.9), (0, 0.3), (2, 0.6), (3, 0.8)):
            pixels = np.zeros((120, 160), np.bool_)
            pixels[10:40, 20:50] = True
            store.add_annotation(Annotation(0, images[row].id, 1, Mask.from_array(pixels), score=score))
        asked = AskedMask(4, store.annotation(4).mask, Evidence(0.1, prompted=True))
        write_doubts(store.database, [asked], engine_id="fake", checkpoint_sha256="", now=time.time())
    driver = open_window(folder)
    driver.parts.features.make()
    driver.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    label = driver.window.findChild(QLabel, "reviewPlace")
    assert label is not None
    driver.qtbot.waitUntil(lambda: label.text() == "1 of 4")
    driver.trigger("review.by_doubt")
    edits = driver.parts.edits
    for number, wanted in enumerate((4, 2, 3, 1), 1):
        driver.qtbot.waitUntil(lambda i=wanted: edits.only_selected is not None and edits.only_selected.id == i)  # type: ignore[misc]
        driver.await_image()
        driver.qtbot.waitUntil(lambda n=number: label.text() == f"{n} of 4")  # type: ignore[misc]
        driver.key(Qt.Key.Key_Y)
    driver.qtbot.waitUntil(lambda: driver.window.notice_bar.text.startswith("Nothing more to review"))


def test_the_engine_is_asked_and_its_answers_are_kept(open_window: Open, photos: Photos) -> None:
    """An imported mask has no score: without asking, nothing tells it from a good one."""
    folder, _points = photos
    with Store.create(folder, folder, category_names=["block"]) as store:
        images = store.add_images(sorted(path.name for path in folder.glob("*.png")))
        store.set_probes([(image.id, probe_image(folder / image.file_name)) for image in images])
        pixels = np.zeros((120, 160), np.bool_)
        pixels[10:40, 20:50] = True
        for row in (0, 2):
            store.add_annotation(Annotation(0, images[row].id, 1, Mask.from_array(pixels)))
    driver = open_window(folder)
    driver.parts.features.make()
    driver.qtbot.waitUntil(lambda: driver.parts.engines.info is not None)
    driver.trigger("doubt.ask")
    driver.qtbot.waitUntil(lambda: driver.window.notice_bar.text.startswith("Asked about 2 masks"))
    store = driver.parts.project.store
    assert store is not None and asked_ids(store.database, "fake", "") == {1, 2}
