"""Stability: how little a mask changes when its threshold does, as SAM defines it. Imports core only.

The intersection over union of the mask at a raised and at a lowered threshold; the one lies within the other, so it is
a quotient of two areas. `engine/automatic_masks.py` has the reference generator's number bit for bit, with torch.
"""

from __future__ import annotations

import math

from sam_annotator.core.late import np
from sam_annotator.core.requests import Logits, LogitScaling, Prediction

STABILITY = "stability_score"  # in a provenance's extra
OFFSET = 1.0  # of the logits: the reference's default


def stability_of(prediction: Prediction, candidate: int, threshold: float, offset: float = OFFSET) -> float:
    """Return a candidate's stability at the size of the image; NaN where it is empty even at the lowered threshold.

    Args:
        prediction: the answer.
        candidate: of it.
        threshold: of the logits.
        offset: how far that is raised and lowered.
    """
    logits, scaling = prediction.low_res_logits[candidate], prediction.scaling
    if scaling is None:
        return low_res_stability(logits, threshold, offset)
    inner, outer = (
        int(np.count_nonzero(scaling.full(logits - np.float32(threshold + shift - scaling.threshold))))
        for shift in (offset, -offset)
    )
    return inner / outer if outer else math.nan


def low_res_stability(logits: Logits, threshold: float, offset: float = OFFSET) -> float:
    """Return the stability counted in the network's own cells, float32 (h, w): a hundred times as quick."""
    inner, outer = (int(np.count_nonzero(logits > threshold + shift)) for shift in (offset, -offset))
    return inner / outer if outer else math.nan


def stability_to_keep(prediction: Prediction, candidate: int, threshold: float) -> dict[str, float]:
    """Return what a provenance's `extra` says of the stability of an answer, in the network's own cells.

    Args:
        prediction: the answer.
        candidate: of it.
        threshold: of the logits.
    """
    stability = low_res_stability(_in_image(prediction.low_res_logits[candidate], prediction.scaling), threshold)
    return {STABILITY: round(stability, 4)} if math.isfinite(stability) else {}


def _in_image(logits: Logits, scaling: LogitScaling | None) -> Logits:
    """Return the part of low-res logits, float32 (h, w), that lies in the image; the rest pads its square."""
    if scaling is None:
        return logits
    height, width = (
        math.ceil(cells * side / scaling.square_side)
        for cells, side in zip(logits.shape, scaling.input_size_hw, strict=True)
    )
    return logits[:height, :width]
