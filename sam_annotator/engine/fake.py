"""An engine without a network: colour likeness around the clicks. Deterministic, numpy only, no torch.

For trying the program where torch is not at hand, and for tests: an answer takes milliseconds or as long as asked
for, and depends on the image, the prompt and the mask_input as a real one's does.
"""

from __future__ import annotations

import hashlib
import os
import time

import numpy as np
import numpy.typing as npt

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.requests import EngineInfo, Logits, Prediction
from sam_annotator.core.words import mark
from sam_annotator.engine.base import (
    BetweenSteps,
    Embedding,
    check_image,
    check_prediction_arguments,
    read_only_prediction,
)

PREDICT_DELAY_VARIABLE = "SAM_ANNOTATOR_FAKE_DELAY_MS"
ENCODE_DELAY_VARIABLE = "SAM_ANNOTATOR_FAKE_ENCODE_MS"

_SIDE = 256  # of the square that the image is scaled into, upper left, as SAM does
_TOLERANCES = (0.10, 0.18, 0.30)  # colour distances, of 1 from black to white: subpart, part, whole
_STABILITY_OFFSET = 0.5  # of the logits
_LOGITS_PER_UNIT = 40.0
_MASK_INPUT_WEIGHT = 0.05
_FAR = np.float32(10.0)

_Plane = npt.NDArray[np.float32]


class FakeEngine:
    """The engine `fake`.

    Args:
        predict_delay_ms: how long an answer takes at least; the default is read from SAM_ANNOTATOR_FAKE_DELAY_MS.
        encode_delay_ms: how long encoding takes at least; the default is read from SAM_ANNOTATOR_FAKE_ENCODE_MS.
    """

    def __init__(self, predict_delay_ms: float | None = None, encode_delay_ms: float | None = None) -> None:
        self._predict_delay_ms = _delay(predict_delay_ms, PREDICT_DELAY_VARIABLE)
        self._encode_delay_ms = _delay(encode_delay_ms, ENCODE_DELAY_VARIABLE)
        self._info = EngineInfo(engine_id="fake", title=mark("Fake (colour likeness)"))

    @property
    def info(self) -> EngineInfo:
        """See Engine."""
        return self._info

    @property
    def embedding_key(self) -> str:
        """See Engine."""
        return "fake/1"

    def encode(self, image: RgbImage, between_steps: BetweenSteps | None = None) -> Embedding:
        """See Engine. The features are the image itself, scaled into 256 x 256: float32 (256, 256, 3), 0 to 1."""
        check_image(image)
        _wait(self._encode_delay_ms, between_steps)
        size_hw = (image.shape[0], image.shape[1])
        rows, columns = _cells(size_hw)
        height, width = _input_size(size_hw)
        features = np.zeros((_SIDE, _SIDE, 3), np.float32)
        # One pixel of each cell stands for it: its content decides, and no answer needs more.
        features[:height, :width] = image[_middles(rows, height)][:, _middles(columns, width)] / np.float32(255)
        # A trace of every pixel, so that images alike in these cells still have answers of their own.
        digest = hashlib.blake2b(np.ascontiguousarray(image).data, digest_size=4).digest()
        features[-1, -1] = np.frombuffer(digest[:3], np.uint8) / np.float32(2550)
        features.setflags(write=False)
        return Embedding(features, size_hw, (height, width), self.embedding_key, is_exact=True)

    def predict(
        self,
        embedding: Embedding,
        prompt: Prompt,
        mask_input: Logits | None = None,
        multimask_output: bool = True,
    ) -> Prediction:
        """See Engine. Three nested candidates: more and more unlike colours, joined to the positive points."""
        check_prediction_arguments(self.embedding_key, embedding, prompt, mask_input, (_SIDE, _SIDE))
        _wait(self._predict_delay_ms, None)
        scores = _scores(embedding, prompt)
        if mask_input is not None:
            scores = scores + np.tanh(mask_input[0]) * np.float32(_MASK_INPUT_WEIGHT)
        seeds = _seeds(embedding, prompt)
        logits = np.stack([(scores + np.float32(tolerance)) * _LOGITS_PER_UNIT for tolerance in _TOLERANCES])
        reached = np.zeros_like(seeds)
        for candidate in logits:
            candidate[seeds] = np.maximum(candidate[seeds], 1)
            reached = _joined(seeds | reached, candidate > 0)
            candidate[(candidate > 0) & ~reached] = -1
        predicted_iou = np.array([_stability(candidate) for candidate in logits], np.float32)
        predicted_iou -= np.float32(embedding.features[-1, -1, 0])
        if not multimask_output:
            logits, predicted_iou = logits[1:2], predicted_iou[1:2]
        logits = np.ascontiguousarray(logits, np.float32)
        rows, columns = _cells(embedding.original_size_hw)
        masks = np.stack([(candidate > 0)[rows][:, columns] for candidate in logits])
        return read_only_prediction(masks, predicted_iou, logits)


def _delay(value_ms: float | None, variable: str) -> float:
    if value_ms is not None:
        return value_ms
    try:
        return float(os.environ.get(variable) or 0)
    except ValueError:
        return 0.0


def _wait(delay_ms: float, between_steps: BetweenSteps | None) -> None:
    end = time.monotonic() + delay_ms / 1000
    while True:
        if between_steps is not None:
            between_steps()
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, 0.02) if between_steps is not None else left)


def _input_size(size_hw: tuple[int, int]) -> tuple[int, int]:
    scale = _SIDE / max(size_hw)
    return (max(1, round(size_hw[0] * scale)), max(1, round(size_hw[1] * scale)))


def _cells(size_hw: tuple[int, int]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the cell, row and column, that each row and column of an image lies in."""
    height, width = _input_size(size_hw)
    return (np.arange(size_hw[0]) * height // size_hw[0], np.arange(size_hw[1]) * width // size_hw[1])


def _middles(cells: npt.NDArray[np.intp], count: int) -> npt.NDArray[np.intp]:
    """Return an image row or column in the middle of each of the `count` cells."""
    return np.minimum(((np.arange(count) + 0.5) * len(cells) / count).astype(np.intp), len(cells) - 1)


def _cell_of(embedding: Embedding, x: float, y: float) -> tuple[int, int]:
    height, width = embedding.original_size_hw
    input_h, input_w = embedding.input_size_hw
    row = int(np.clip(y, 0, height - 1)) * input_h // height
    column = int(np.clip(x, 0, width - 1)) * input_w // width
    return row, column


def _positives(embedding: Embedding, prompt: Prompt) -> list[tuple[int, int]]:
    """Return the cells of the positive points; the middle of the box, or of the image, where there are none."""
    points = [p for p, label in zip(prompt.point_coords, prompt.point_labels, strict=True) if label == POSITIVE]
    if not points:
        height, width = embedding.original_size_hw
        x0, y0, x1, y1 = prompt.box_xyxy or (0, 0, width, height)
        points = [((x0 + x1) / 2, (y0 + y1) / 2)]
    return [_cell_of(embedding, x, y) for x, y in points]


def _scores(embedding: Embedding, prompt: Prompt) -> _Plane:
    """Return how alike each cell is to the prompt: 0 at best, lower is less alike."""
    colors = embedding.features
    negatives = [
        _cell_of(embedding, x, y)
        for (x, y), label in zip(prompt.point_coords, prompt.point_labels, strict=True)
        if label != POSITIVE
    ]
    away = np.min([_distance(colors, cell) for cell in _positives(embedding, prompt)], axis=0)
    for cell in negatives:
        away = np.where(_distance(colors, cell) <= away, np.maximum(away, 1), away)
    if prompt.box_xyxy is not None:
        x0, y0, x1, y1 = prompt.box_xyxy
        row0, column0 = _cell_of(embedding, x0, y0)
        row1, column1 = _cell_of(embedding, np.ceil(x1) - 1, np.ceil(y1) - 1)
        outside = np.ones(away.shape, bool)
        outside[row0 : row1 + 1, column0 : column1 + 1] = False
        away = np.where(outside, _FAR, away)
    height, width = embedding.input_size_hw
    away[height:] = _FAR
    away[:, width:] = _FAR
    scores: _Plane = -away.astype(np.float32)
    return scores


def _distance(colors: npt.NDArray[np.float32], cell: tuple[int, int]) -> _Plane:
    """Return each cell's distance to one: mostly of colours, 1 from black to white, a little of places."""
    row, column = cell
    apart = np.sqrt(((colors - colors[row, column]) ** 2).mean(axis=2))
    rows = np.abs(np.arange(_SIDE, dtype=np.float32) - row)[:, None]
    columns = np.abs(np.arange(_SIDE, dtype=np.float32) - column)[None, :]
    distance: _Plane = apart + np.float32(0.1 / _SIDE) * (rows + columns)
    return distance


def _seeds(embedding: Embedding, prompt: Prompt) -> npt.NDArray[np.bool_]:
    seeds = np.zeros((_SIDE, _SIDE), bool)
    for row, column in _positives(embedding, prompt):
        seeds[row, column] = True
    return seeds


def _joined(seeds: npt.NDArray[np.bool_], allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return the cells of `allowed` that hang together with the seeds over their sides."""
    reached = seeds & allowed
    count = -1
    while count != (count := int(reached.sum())):
        for plane, inside in ((reached, allowed), (reached.T, allowed.T)):
            _sweep(plane, inside)
            _sweep(plane[::-1], inside[::-1])
    return reached


def _sweep(reached: npt.NDArray[np.bool_], allowed: npt.NDArray[np.bool_]) -> None:
    """Carry what is reached from each row into the next one, in place."""
    for i in range(1, len(reached)):
        reached[i] |= reached[i - 1] & allowed[i]


def _stability(logits: _Plane) -> float:
    """Return SAM's stability score (area above a raised over area above a lowered threshold), as a predicted IoU."""
    inner = int((logits > _STABILITY_OFFSET).sum())
    outer = int((logits > -_STABILITY_OFFSET).sum())
    return 0.5 + 0.49 * inner / max(outer, 1)
