"""Encoding and click to mask on a 12-megapixel image, against plain SamPredictor with the same network.

Three comparisons for an engine: encode; predict; and a click through the worker, from the window's call to the signal
on the GUI thread, against SamPredictor.predict. Both sides have the same weights and number of threads.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.report import Row, compare
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import EncodeRequest, PredictRequest, PredictResult
from sam_annotator.core.resources import resource_path
from sam_annotator.engine.base import Engine
from sam_annotator.engine.embedding_cache import EmbeddingCache, pixels_key
from sam_annotator.engine.registry import BUILTIN_WEIGHTS, load_engine

HEIGHT, WIDTH = 3000, 4000
POINT = Prompt(((1500.0, 1200.0),), (1,))


def set_threads(threads: int | None) -> int:
    """Have torch use that many threads, or as many as beside the window, on both sides; return how many."""
    import torch

    from sam_annotator.engine.threads import leave_a_core

    if threads is None:
        leave_a_core()
    else:
        torch.set_num_threads(threads)
    os.environ["OMP_NUM_THREADS"] = str(torch.get_num_threads())  # nobody changes it from now on
    return int(torch.get_num_threads())


def photograph() -> RgbImage:
    """Return a 12-megapixel image with structure at all scales; the networks take the same time for any content."""
    rng = np.random.default_rng(0)
    coarse = rng.integers(0, 255, (HEIGHT // 100, WIDTH // 100, 3), np.uint8)
    image = np.repeat(np.repeat(coarse, 100, axis=0), 100, axis=1)
    noisy: RgbImage = image // 2 + rng.integers(0, 127, image.shape, np.uint8)
    return noisy


def rows(engine_id: str, encode_rounds: int, predict_rounds: int) -> Iterator[Row]:
    """Compare one engine: builtin with its weights, vit_b with random ones."""
    with tempfile.TemporaryDirectory() as folder:
        model, checkpoint = plain_model(engine_id, Path(folder))
        engine = load_engine(engine_id, checkpoint, "cpu")
    from segment_anything import SamPredictor

    plain = SamPredictor(model)
    image = photograph()
    yield compare(engine_id, "encode", lambda: plain.set_image(image), lambda: engine.encode(image), encode_rounds)
    embedding = engine.encode(image)
    coords, labels = np.array(POINT.point_coords), np.array(POINT.point_labels)

    def predict() -> Any:
        return plain.predict(point_coords=coords, point_labels=labels)

    yield compare(engine_id, "click, engine", predict, lambda: engine.predict(embedding, POINT), predict_rounds)
    with _Clicks(engine, image) as clicks:
        yield compare(engine_id, "click, through the worker", predict, clicks.click, predict_rounds)


def plain_model(engine_id: str, folder: Path) -> tuple[Any, Path]:
    """Return a network as segment_anything's users have it, and its weights file; ViT-B with random weights."""
    if engine_id == "builtin":
        from sam_annotator.engine.builtin import build_builtin

        weights = resource_path(BUILTIN_WEIGHTS)
        return build_builtin(weights), weights
    import torch
    from segment_anything import sam_model_registry

    torch.manual_seed(0)
    model = sam_model_registry[engine_id](checkpoint=None)
    checkpoint = folder / f"random_{engine_id}.pth"
    torch.save(model.state_dict(), checkpoint)
    return model.eval(), checkpoint


def plain_checkpoint(engine_id: str, folder: Path) -> Path:
    """As `plain_model`, in a process of its own: return the weights file."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_made_checkpoint, engine_id, folder).result()


def _made_checkpoint(engine_id: str, folder: Path) -> Path:
    return plain_model(engine_id, folder)[1]


class _Clicks:
    """Clicks as the window makes them, each awaited in an event loop."""

    def __init__(self, engine: Engine, image: RgbImage) -> None:
        from PySide6.QtCore import QCoreApplication, QEventLoop

        from sam_annotator.worker.engine_worker import EngineWorker

        self._app = QCoreApplication.instance() or QCoreApplication([])
        self._loop = QEventLoop()
        self._worker = EngineWorker(cache=EmbeddingCache(), load=lambda *_: engine)
        self._encode = EncodeRequest(1, image, pixels_key(image))
        self._request_id = 0
        self._worker.predicted.connect(self._on_predicted)
        self._worker.load(engine.info.engine_id)

    def click(self) -> None:
        """Click and wait for the mask."""
        self._request_id += 1
        self._worker.predict(PredictRequest(self._request_id, 1, POINT, self._encode))
        self._loop.exec()

    def _on_predicted(self, result: PredictResult) -> None:
        self._loop.quit()

    def __enter__(self) -> _Clicks:
        return self

    def __exit__(self, *_: object) -> None:
        self._worker.stop()
