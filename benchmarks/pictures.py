"""What the window's benchmarks look at: photographs, annotations and predictions, made in memory, always the same."""

from __future__ import annotations

from functools import partial

import cv2
import numpy as np

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import Logits, LogitScaling, Prediction
from sam_annotator.engine.sam import full_mask

SIZES_HW = {12: (3000, 4000), 24: (4000, 6000), 100: (8660, 11547)}
COLORS = {i + 1: color for i, color in enumerate(("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#d55e00", "#cc79a7"))}
_SQUARE, _LOGITS = 1024, 256


def photograph(megapixels: int, seed: int = 0) -> RgbImage:
    """Return an image with soft shapes and grain."""
    height, width = SIZES_HW[megapixels]
    rng = np.random.default_rng(seed)
    coarse = rng.integers(60, 170, (height // 60, width // 60, 3), np.uint8)
    image = np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)
    for top in range(0, height, 500):  # in strips: grain for 100 megapixels at once takes a gigabyte
        strip = image[top : top + 500]
        strip += rng.integers(0, 12, (*strip.shape[:2], 1), np.uint8)
    return image


def blocks(megapixels: int, seed: int = 0) -> RgbImage:
    """Return an image of plain coloured blocks: the fake engine finds objects in it."""
    height, width = SIZES_HW[megapixels]
    coarse = np.random.default_rng(seed).integers(0, 255, (height // 250, width // 250, 3), np.uint8)
    image: RgbImage = np.repeat(np.repeat(coarse, 250, axis=0), 250, axis=1)
    return image


def objects(megapixels: int, count: int, seed: int = 1) -> list[Annotation]:
    """Return objects of all sizes from 2 to 12 % of the image's longer side, with ragged outlines."""
    height, width = SIZES_HW[megapixels]
    rng = np.random.default_rng(seed)
    made: list[Annotation] = []
    while len(made) < count:
        radius = max(height, width) * float(np.exp(rng.uniform(np.log(0.01), np.log(0.06))))
        x, y = rng.uniform(radius, width - radius), rng.uniform(radius, height - radius)
        columns = np.arange(int(x - radius), int(x + radius))
        half = np.sqrt(np.maximum(radius**2 - (columns - x) ** 2, 0)) * rng.uniform(0.6, 1.2)
        ragged = np.cumsum(rng.normal(0, 0.8, (2, len(columns))), axis=1)
        tops = np.clip(y - half + ragged[0], 0, height - 2).astype(np.int64)
        bottoms = np.clip(np.maximum(y + half + ragged[1], tops + 1), 1, height - 1).astype(np.int64)
        ends = np.stack((columns * height + tops, columns * height + bottoms), axis=1).ravel()
        counts = np.diff(ends, prepend=0, append=height * width)
        mask = Mask.from_uncompressed((height, width), counts.tolist())
        made.append(Annotation(len(made) + 1, 1, len(made) % len(COLORS) + 1, mask))
    return made


def predictions(megapixels: int, count: int) -> list[Prediction]:
    """Return answers with three candidates, as SAM gives them: logits that become a mask when they are drawn."""
    height, width = SIZES_HW[megapixels]
    ratio = _SQUARE / max(height, width)
    input_hw = (round(height * ratio), round(width * ratio))
    full = partial(
        full_mask, input_size_hw=input_hw, original_size_hw=(height, width), square_side=_SQUARE, threshold=0.0
    )
    scaling = LogitScaling((height, width), input_hw, _SQUARE, 0.0, full)
    scores = np.array([0.6, 0.9, 0.7], np.float32)
    return [
        Prediction(None, scores, np.stack([_logits(3 * i + k, (20, 45, 80)[i % 3]) for k in range(3)]), scaling)
        for i in range(count)
    ]


def _logits(seed: int, radius: float) -> Logits:
    """Return one object whose outline has bays and grain."""
    rng = np.random.default_rng(seed)
    ys, xs = np.mgrid[:_LOGITS, :_LOGITS].astype(np.float32)
    x, y = rng.uniform(100, 150), rng.uniform(80, 110)
    angle = np.arctan2(ys - y, xs - x)
    reach = radius * (1 + 0.2 * np.sin(3 * angle + seed) + 0.1 * np.sin(9 * angle) + 0.04 * np.sin(23 * angle))
    grain = cv2.GaussianBlur(rng.standard_normal((_LOGITS, _LOGITS), np.float32), (0, 0), 2)
    logits: Logits = ((reach - np.hypot(xs - x, ys - y)) * 0.5 + grain * 5).astype(np.float32)
    return logits
