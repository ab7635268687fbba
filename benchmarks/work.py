"""A person who works through photographs with ViT-B: how long each mask lets them wait, from the first minute on.

Three objects on each of twenty 12-megapixel photographs that nobody has encoded; between two clicks a person looks and
thinks. Where the large network is not ready, a draft comes.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.engines import plain_model
from benchmarks.photo_window import POINTS, PhotoWindow, ms_of, own_folders, photographs
from benchmarks.report import Row

_PHOTOGRAPHS = 20
_OBJECTS = 3
_LOOK_S = 0.6  # before a click, and again before a mask is accepted


def rows() -> Iterator[Row]:
    """Compare the waits for masks with what SamPredictor lets wait on a new image, and for a click."""
    with tempfile.TemporaryDirectory() as name, own_folders(Path(name)):
        folder = Path(name)
        images = photographs(folder / "photos", _PHOTOGRAPHS)
        model, checkpoint = plain_model("vit_b", folder)
        encode, predict = _plain(model, images[0])
        del model, images
        with PhotoWindow(folder / "photos", checkpoint) as window:
            waits = []
            for number in range(_PHOTOGRAPHS):
                if number:
                    window.next_image(await_encoding=False)
                for i in range(_OBJECTS):
                    window.look(_LOOK_S)
                    waits.append(window.label(POINTS[(number + i) % len(POINTS)], _LOOK_S))
    yield Row("work, vit_b", "longest wait for a mask (plain: a new image)", encode + predict, max(waits), len(waits))
    yield Row("work, vit_b", "wait for a mask (plain: a click)", predict, statistics.median(waits), len(waits))


def _plain(model: object, image: object) -> tuple[float, float]:
    from segment_anything import SamPredictor

    predictor = SamPredictor(model)
    encode = ms_of(lambda: predictor.set_image(image))
    points, labels = np.array([POINTS[0]], np.float64), np.array([1])
    return encode, statistics.median(ms_of(lambda: predictor.predict(points, labels)) for _ in range(5))
