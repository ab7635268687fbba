"""Measures an engine's candidates at the size of the image, as SamAutomaticMaskGenerator does, one at a time.

The numbers are the reference's bit for bit, but only what can lie inside a mask is scaled up: a candidate takes the
memory of one plane at most, where the reference holds three for each of a batch's points, 9 GB at 12 megapixels.
Imports torch late, inside functions; no Qt.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from sam_annotator.core.mask import BoolArray
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.raster import bounding_box
from sam_annotator.core.requests import Logits, LogitScaling, Prediction
from sam_annotator.engine.base import Embedding, Engine, Points, PromptBatchEngine

if TYPE_CHECKING:
    from torch import Tensor

_STRIP = 1 << 18  # logits that are looked at together
_SMALL_SIDE = 128  # torch has another kernel where height and width sum up to no more
_ROUNDING = 1e-5  # of the largest logit: more than interpolation in float32 can be off


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A candidate at the size of the encoded image.

    Attributes:
        stability_score: area above a raised over area above a lowered threshold.
        x: of the smallest box around its pixels.
        y: likewise.
        pixels: bool (h, w), in that box; at least one is inside.
    """

    stability_score: float
    x: int
    y: int
    pixels: BoolArray


class Answers(Protocol):
    """Answers to a batch of clicks: predicted IoU of each candidate, and the candidates that are asked for."""

    @property
    def predicted_iou(self) -> npt.NDArray[np.float32]:
        """Of all candidates, float32 (N, 3)."""

    def measured(self, point: int, candidate: int, offset: float, lowest: float) -> Measured | None:
        """Measure a candidate.

        Args:
            point: index of the click.
            candidate: 0, 1 or 2.
            offset: how far the threshold is raised and lowered for the stability.
            lowest: stability that it must have.

        Returns:
            None where it is less stable or has no pixels.
        """


def answers(engine: Engine, embedding: Embedding, points: Points) -> Answers:
    """Answer clicks on an image, at once where the engine can.

    Args:
        engine: any.
        embedding: of this engine.
        points: float64 (N, 2), x and y in pixels of the image that was encoded.
    """
    if isinstance(engine, PromptBatchEngine):
        low_res_logits, predicted_iou = engine.predict_points(embedding, points)
        return _ScaledAnswers(low_res_logits, predicted_iou, engine.scaling(embedding), engine.info.device)
    prompts = [Prompt(((float(x), float(y)),), (POSITIVE,)) for x, y in points]
    return _SingleAnswers([engine.predict(embedding, prompt) for prompt in prompts], engine.info.mask_threshold)


def _stability(inner: int, outer: int) -> float:
    """Return the quotient as torch divides two counts: in float32; NaN of nothing."""
    return float(np.float32(inner) / np.float32(outer)) if outer else math.nan


def _is_stable(stability: float, lowest: float) -> bool:
    return bool(np.float32(stability) >= np.float32(lowest))  # as torch compares: in float32


class _SingleAnswers:
    """Answers of an engine that takes one click at a time; stability is counted in its low-res logits."""

    def __init__(self, predictions: list[Prediction], threshold: float) -> None:
        self._predictions, self._threshold = predictions, threshold
        self.predicted_iou = np.stack([prediction.predicted_iou for prediction in predictions])

    def measured(self, point: int, candidate: int, offset: float, lowest: float) -> Measured | None:
        """See Answers."""
        prediction = self._predictions[point]
        logits = prediction.low_res_logits[candidate]
        inner, outer = (int(np.count_nonzero(logits > self._threshold + shift)) for shift in (offset, -offset))
        stability = _stability(inner, outer)
        if not _is_stable(stability, lowest):
            return None
        x, y, pixels = prediction.mask(candidate).to_crop()
        return Measured(stability, x, y, pixels) if pixels.size else None


class _ScaledAnswers:
    """Answers as low-res logits, which are scaled as `Sam.postprocess_masks` does."""

    def __init__(
        self, low_res_logits: Logits, predicted_iou: npt.NDArray[np.float32], scaling: LogitScaling, device: str
    ) -> None:
        self._low_res_logits, self.predicted_iou = low_res_logits, predicted_iou
        self._scaling, self._device = scaling, device
        # Used for one candidate after the other: fresh memory costs more than what is done with it.
        self._scratch = _Scratch(scaling.original_size_hw)

    def measured(self, point: int, candidate: int, offset: float, lowest: float) -> Measured | None:
        """See Answers."""
        import torch

        threshold = self._scaling.threshold
        planes = torch.from_numpy(self._low_res_logits[point, candidate])[None, None]
        with torch.inference_mode():
            if self._device != "cpu":
                return _measured_there(planes.to(self._device), self._scaling, offset, lowest)
            x, y, full = _full_logits(planes, self._scaling, threshold - offset, self._scratch)
        inner, outer, pixels = _thresholded(full.numpy(), threshold, offset, self._scratch)
        stability = _stability(inner, outer)
        if not _is_stable(stability, lowest):
            return None
        left, top, width, height = bounding_box(pixels.view(np.uint8))
        if width == 0:
            return None
        return Measured(stability, x + left, y + top, pixels[top : top + height, left : left + width].copy())


class _Scratch:
    """Memory for one plane of logits and one of pixels, which the system gives where they are written."""

    def __init__(self, size_hw: tuple[int, int]) -> None:
        self._logits = np.empty(size_hw[0] * size_hw[1], np.float32)
        self._pixels = np.empty(size_hw[0] * size_hw[1], np.bool_)

    def logits(self, height: int, width: int) -> Logits:
        """Return a plane, float32 (height, width), of any content."""
        return self._logits[: height * width].reshape(height, width)

    def pixels(self, height: int, width: int) -> BoolArray:
        """Likewise bool."""
        return self._pixels[: height * width].reshape(height, width)


def _measured_there(planes: Tensor, scaling: LogitScaling, offset: float, lowest: float) -> Measured | None:
    """Measure a candidate on a GPU, as the reference does; only the pixels in its box come back."""
    square = _scaled(planes, (scaling.square_side, scaling.square_side))
    seen = square[..., : scaling.input_size_hw[0], : scaling.input_size_hw[1]]
    full = _scaled(seen, scaling.original_size_hw)[0, 0]
    inner, outer = (int((full > scaling.threshold + shift).sum()) for shift in (offset, -offset))
    stability = _stability(inner, outer)
    if not _is_stable(stability, lowest):
        return None
    inside = full > scaling.threshold
    rows, columns = (inside.any(dim=dim).nonzero().flatten().tolist() for dim in (1, 0))
    if not rows:
        return None
    x, y = columns[0], rows[0]
    return Measured(stability, x, y, inside[y : rows[-1] + 1, x : columns[-1] + 1].cpu().numpy())


def _thresholded(logits: Logits, threshold: float, offset: float, scratch: _Scratch) -> tuple[int, int, BoolArray]:
    """Compare logits with three thresholds, in strips that fit the processor's cache.

    Returns:
        How many are above the raised and the lowered threshold, and which are above the threshold itself.
    """
    height, width = logits.shape
    pixels = scratch.pixels(height, width)
    step = max(1, _STRIP // max(1, width))
    strip_pixels = np.empty((step, width), np.bool_)
    counts = [0, 0]
    for top in range(0, height, step):
        strip = logits[top : top + step]
        np.greater(strip, np.float32(threshold), out=pixels[top : top + step])
        for i, shifted in enumerate((threshold + offset, threshold - offset)):
            above = np.greater(strip, np.float32(shifted), out=strip_pixels[: len(strip)])
            counts[i] += int(np.count_nonzero(above))
    return counts[0], counts[1], pixels


def _full_logits(planes: Tensor, scaling: LogitScaling, lowest: float, scratch: _Scratch) -> tuple[int, int, Tensor]:
    """Scale low-res logits to the image: the numbers of `Sam.postprocess_masks`.

    Args:
        planes: float32 (1, 1, h, w), on the CPU.
        scaling: the sizes.
        lowest: what is outside of the answer is not above it.
        scratch: where the answer may lie.

    Returns:
        x and y of the part that was scaled, and its logits, float32 (H', W').
    """
    square = _scaled(planes, (scaling.square_side, scaling.square_side))
    seen = square[..., : scaling.input_size_hw[0], : scaling.input_size_hw[1]]
    size_hw = scaling.original_size_hw
    if min(size_hw) <= _SMALL_SIDE or not _can_scale_in_parts():
        return 0, 0, _scaled(seen, size_hw, scratch)[0, 0]
    values = seen[0, 0].numpy()
    high = values > lowest - _ROUNDING * float(np.abs(values).max())
    rows, columns = np.flatnonzero(high.any(axis=1)), np.flatnonzero(high.any(axis=0))
    if not rows.size:
        return 0, 0, planes.new_empty(0, 0)
    y0, y1 = _reach(int(rows[0]), int(rows[-1]), len(values), size_hw[0])
    x0, x1 = _reach(int(columns[0]), int(columns[-1]), values.shape[1], size_hw[1])
    return x0, y0, _scaled_part(seen, size_hw, (x0, y0, x1, y1), scratch)


def _reach(first: int, last: int, count: int, full_count: int) -> tuple[int, int]:
    """Return the range of rows of the image that rows of the square have a share in, and some more."""
    scale = full_count / count
    return max(0, math.floor((first - 0.5) * scale) - 2), min(full_count, math.ceil((last + 1.5) * scale) + 2)


def _scaled(planes: Tensor, size_hw: tuple[int, int], scratch: _Scratch | None = None) -> Tensor:
    """Interpolate (1, 1, h, w) as `Sam.postprocess_masks` does, into the scratch where there is one."""
    import torch
    from torch.nn import functional as F

    if scratch is None:
        return F.interpolate(planes, size_hw, mode="bilinear", align_corners=False)
    out = torch.from_numpy(scratch.logits(*size_hw))[None, None]
    torch.ops.aten.upsample_bilinear2d.out(planes, list(size_hw), False, None, None, out=out)
    return out


def _scaled_part(
    planes: Tensor, size_hw: tuple[int, int], box_xyxy: tuple[int, int, int, int], scratch: _Scratch | None = None
) -> Tensor:
    """Return a part of what `_scaled` gives, bit for bit, for the price of the part's columns.

    The kernel interpolates in x, and what comes out in y. The two can be done after each other, with all that is not
    needed left out in between; where a size stays as it is the weights are 1 and 0.
    """
    x0, y0, x1, y1 = box_xyxy
    count = planes.shape[2]
    first = max(0, math.floor((y0 + 0.5) * count / size_hw[0] - 0.5) - 1)
    last = min(count, math.floor((y1 - 0.5) * count / size_hw[0] - 0.5) + 3)
    in_x = planes.new_zeros(1, 1, count, x1 - x0)
    in_x[..., first:last, :] = _scaled(planes[..., first:last, :], (last - first, size_hw[1]))[..., x0:x1]
    return _scaled(in_x, (size_hw[0], x1 - x0), scratch)[0, 0, y0:y1]


@cache
def _can_scale_in_parts() -> bool:
    """Whether this torch, on this processor, gives the same numbers in parts; looked at once."""
    import torch

    planes: Any = torch.tensor(np.random.default_rng(0).normal(size=(1, 1, 41, 257)), dtype=torch.float32)
    for size_hw in ((301, 419), (130, 129)):  # more and less than there is
        box = (size_hw[1] // 5, size_hw[0] // 4, size_hw[1] // 2, size_hw[0] - 3)
        part = _scaled_part(planes, size_hw, box)
        if not torch.equal(part, _scaled(planes, size_hw)[0, 0, box[1] : box[3], box[0] : box[2]]):
            return False
    return True
