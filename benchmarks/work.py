"""A person who works through photographs with ViT-B: how long each mask lets them wait, from the first minute on.

Three objects on each of twenty 12-megapixel photographs that nobody has encoded; between two clicks a person looks and
thinks. Where the large network is not ready, a draft comes. The first click comes half a second after the window, while
the engines are loaded; torch is imported already, which `start` measures.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clicks import Plain
from benchmarks.engines import plain_checkpoint
from benchmarks.photo_window import POINTS, PhotoWindow, photographs
from benchmarks.report import Row
from benchmarks.window import own_folders

_PHOTOGRAPHS = 20
_OBJECTS = 3
_LOOK_S = 0.6  # before a click, and again before a mask is accepted


def rows(threads: int) -> Iterator[Row]:
    """Compare the waits for masks with what SamPredictor lets wait on a new image, and for a click."""
    with tempfile.TemporaryDirectory() as name, own_folders(Path(name)):
        folder = Path(name)
        photographs(folder / "photos", _PHOTOGRAPHS)
        checkpoint = plain_checkpoint("vit_b", folder)
        with Plain(checkpoint, 1, threads) as plain:
            encode = plain.encode_ms(0)
            predict = statistics.median(plain.predict_ms(point)[0] for point in POINTS)
        with PhotoWindow(folder / "photos", checkpoint) as window:
            waits = []
            for number in range(_PHOTOGRAPHS):
                if number:
                    window.next_image(await_encoding=False)
                for i in range(_OBJECTS):
                    window.look(_LOOK_S)
                    waits.append(window.label(POINTS[(number + i) % len(POINTS)], _LOOK_S))
    first, *later = waits
    yield Row("work, vit_b", "first mask after the start (plain: a new image)", encode + predict, first, 1)
    yield Row("work, vit_b", "longest wait from then on (plain: a new image)", encode + predict, max(later), len(later))
    yield Row("work, vit_b", "wait for a mask (plain: a click)", predict, statistics.median(later), len(later))
