"""ViT-B through the real window on 12-megapixel photographs, against plain SamPredictor with the same weights.

What an annotator waits for: the encoding, a click to the painted overlay, previews while hovering, the first mask on
an image that nobody has encoded, and on one that was encoded ahead or in an earlier run.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Self

import numpy as np

from benchmarks.engines import HEIGHT, WIDTH, plain_checkpoint
from benchmarks.photo_window import POINTS, WINDOW, PhotoWindow, ms_of, photographs, picture
from benchmarks.report import Row
from benchmarks.window import own_folders
from sam_annotator.engine.registry import load_engine

_AHEAD, _DRAFTS = 4, 3  # images to go on to
_IMAGES = 1 + _AHEAD + _DRAFTS


def rows(encode_rounds: int, rounds: int, threads: int) -> Iterator[Row]:
    """Compare ViT-B in the window with SamPredictor, both with so many threads."""
    with tempfile.TemporaryDirectory() as name, own_folders(Path(name)):
        folder = Path(name)
        photographs(folder / "photos", _IMAGES)
        checkpoint = plain_checkpoint("vit_b", folder)
        with Plain(checkpoint, _IMAGES, threads) as plain:
            with _Alone(_begin_here, checkpoint, _IMAGES, threads) as here:
                times = [(plain.encode_ms(i), here.encode_ms(i)) for i in range(encode_rounds)]
            encode, here_encode = (statistics.median(side) for side in zip(*times, strict=True))
            yield Row("vit_b", "encode", encode, here_encode, encode_rounds)
            with PhotoWindow(folder / "photos", checkpoint) as window:
                yield from _compare(plain, window, encode, rounds)
        # Another start of the program, with what the first one left on disk.
        with PhotoWindow(folder / "photos", checkpoint) as window:
            window.wait_for_engine()
            first = window.first_mask()
            click = statistics.median(window.click_ms(p) for p in POINTS)
            yield Row("vit_b", "first mask, encoded in an earlier run (plain: a click)", click, first, 1)


def _compare(plain: Plain, window: PhotoWindow, encode: float, rounds: int) -> Iterator[Row]:
    window.first_mask(draft=True)
    window.wait_for_engine()
    window.first_mask()
    window.wait_until_ahead()
    plain_click, plain_predict, here_click, here_hover = [], [], [], []
    for i in range(rounds):
        point = POINTS[i % len(POINTS)]
        predict, click = plain.predict_ms(point)
        plain_predict.append(predict)
        plain_click.append(click)
        here_click.append(window.click_ms(point))
        here_hover.append(window.hover_ms(point))
    click = statistics.median(here_click)
    yield Row("vit_b", "click to painted overlay", statistics.median(plain_click), click, rounds)
    yield Row(
        "vit_b", "one preview while hovering", statistics.median(plain_predict), statistics.median(here_hover), rounds
    )
    ahead = []
    for _ in range(_AHEAD):
        window.wait_until_ahead()
        ahead.append(window.next_image_first_mask())
    yield Row("vit_b", "first mask, encoded ahead (plain: a click)", click, statistics.median(ahead), _AHEAD)
    drafts = []
    for _ in range(_DRAFTS):
        window.next_image(await_encoding=False)
        drafts.append(window.first_mask(draft=True))
    yield Row(
        "vit_b",
        "first mask, not encoded: a draft (plain: its encoding)",
        encode,
        statistics.median(drafts),
        _DRAFTS,
    )


class _Alone:
    """An encoder in a process of its own. Two in one would share what torch's runtime has of threads, and be slower.

    Args:
        begin: makes it there, of the other arguments: leaves a function that encodes in `_state`.
        checkpoint: its weights file.
        images: how many pictures to have ready.
        threads: of torch.
    """

    def __init__(self, begin: Callable[[Path], None], checkpoint: Path, images: int, threads: int) -> None:
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), _begin, (begin, checkpoint, images, threads))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    def encode_ms(self, number: int) -> float:
        """Return how long an image is encoded."""
        return self._pool.submit(_encode_ms, number).result()


class Plain(_Alone):
    """SamPredictor, and the simplest way to show its mask, as a program without this one."""

    def __init__(self, checkpoint: Path, images: int, threads: int) -> None:
        super().__init__(_begin_plain, checkpoint, images, threads)

    def predict_ms(self, point: tuple[int, int]) -> tuple[float, float]:
        """Return how long a click takes, and how long to predict and to draw the mask at full size."""
        return self._pool.submit(_predict_ms, point).result()


_state: dict[str, Any] = {}  # of the process that `_Alone` starts


def _begin(begin: Callable[[Path], None], checkpoint: Path, images: int, threads: int) -> None:
    import torch

    torch.set_num_threads(threads)
    begin(checkpoint)
    _state["images"] = [picture(number) for number in range(images)]


def _begin_plain(checkpoint: Path) -> None:
    from segment_anything import SamPredictor, sam_model_registry

    _state["predictor"] = SamPredictor(sam_model_registry["vit_b"](checkpoint).eval())
    _state["encode"] = _state["predictor"].set_image


def _begin_here(checkpoint: Path) -> None:
    """Make the engine as the window has it, without the window's other work."""
    _state["encode"] = load_engine("vit_b", checkpoint, "cpu", "auto").encode


def _encode_ms(number: int) -> float:
    return ms_of(lambda: _state["encode"](_state["images"][number % len(_state["images"])]))


def _predict_ms(point: tuple[int, int]) -> tuple[float, float]:
    def predict() -> Any:
        masks, predicted_iou, _ = _state["predictor"].predict(np.array([point], np.float64), np.array([1]))
        return masks[int(np.argmax(predicted_iou))]

    return ms_of(predict), ms_of(lambda: _draw(predict()))


def _draw(mask: Any) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    argb = mask * np.uint32(0x7356B4E9)
    image = QImage(argb.data, WIDTH, HEIGHT, WIDTH * 4, QImage.Format.Format_ARGB32_Premultiplied)
    target = QImage(*WINDOW, QImage.Format.Format_RGB32)
    painter = QPainter(target)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, *WINDOW), image)
    painter.end()
