"""ViT-B through the real window on 12-megapixel photographs, against plain SamPredictor with the same weights.

What an annotator waits for: the encoding, a click to the painted overlay, previews while hovering, the first mask on
an image that nobody has encoded, and on one that was encoded ahead or in an earlier run.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.engines import HEIGHT, WIDTH, plain_model
from benchmarks.photo_window import POINTS, WINDOW, PhotoWindow, ms_of, own_folders, photographs
from benchmarks.report import Row


def rows(encode_rounds: int, rounds: int) -> Iterator[Row]:
    """Compare ViT-B in the window with SamPredictor."""
    with tempfile.TemporaryDirectory() as name, own_folders(Path(name)):
        folder = Path(name)
        images = photographs(folder / "photos", 5)
        model, checkpoint = plain_model("vit_b", folder)
        plain = _Plain(model)
        with PhotoWindow(folder / "photos", checkpoint) as window:
            yield from _compare(plain, window, images, encode_rounds, rounds)
        # Another start of the program, with what the first one left on disk.
        with PhotoWindow(folder / "photos", checkpoint) as window:
            window.wait_for_engine()
            first = window.first_mask()
            click = statistics.median(window.click_ms(p) for p in POINTS)
            yield Row("vit_b", "first mask, encoded in an earlier run (plain: a click)", click, first, 1)


def _compare(plain: _Plain, window: PhotoWindow, images: list[Any], encode_rounds: int, rounds: int) -> Iterator[Row]:
    drafts = [window.first_mask(draft=True)]
    window.wait_for_engine()
    window.first_mask()
    plain_encode, here_encode = [], []
    for i in range(encode_rounds):
        plain_encode.append(ms_of(lambda i=i: plain.encode(images[i % len(images)])))  # type: ignore[misc]
        here_encode.append(window.encode_ms(images[i % len(images)]))
    yield Row("vit_b", "encode", statistics.median(plain_encode), statistics.median(here_encode), encode_rounds)
    plain_click, plain_predict, here_click, here_hover = [], [], [], []
    for i in range(rounds):
        point = POINTS[i % len(POINTS)]
        plain_predict.append(ms_of(lambda point=point: plain.predict(point)))  # type: ignore[misc]
        plain_click.append(ms_of(lambda point=point: plain.predict_and_draw(point)))  # type: ignore[misc]
        here_click.append(window.click_ms(point))
        here_hover.append(window.hover_ms(point))
    click = statistics.median(here_click)
    yield Row("vit_b", "click to painted overlay", statistics.median(plain_click), click, rounds)
    yield Row(
        "vit_b", "one preview while hovering", statistics.median(plain_predict), statistics.median(here_hover), rounds
    )
    window.wait_until_ahead()
    ahead = window.next_image_first_mask()
    yield Row("vit_b", "first mask, encoded ahead (plain: a click)", click, ahead, 1)
    for _ in range(3):
        window.next_image(await_encoding=False)
        drafts.append(window.first_mask(draft=True))
    yield Row(
        "vit_b",
        "first mask, not encoded: a draft (plain: its encoding)",
        statistics.median(plain_encode),
        statistics.median(drafts[1:]),
        3,
    )


class _Plain:
    """SamPredictor, and the simplest way to show its mask."""

    def __init__(self, model: Any) -> None:
        from segment_anything import SamPredictor

        self._predictor = SamPredictor(model)
        self._color = np.uint32(0x7356B4E9)

    def encode(self, image: Any) -> None:
        self._predictor.set_image(image)

    def predict(self, point: tuple[int, int]) -> Any:
        masks, predicted_iou, _ = self._predictor.predict(np.array([point], np.float64), np.array([1]))
        return masks[int(np.argmax(predicted_iou))]

    def predict_and_draw(self, point: tuple[int, int]) -> None:
        from PySide6.QtCore import QRectF
        from PySide6.QtGui import QImage, QPainter

        mask = self.predict(point)
        argb = mask * self._color
        picture = QImage(argb.data, WIDTH, HEIGHT, WIDTH * 4, QImage.Format.Format_ARGB32_Premultiplied)
        target = QImage(*WINDOW, QImage.Format.Format_RGB32)
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, *WINDOW), picture)
        painter.end()
