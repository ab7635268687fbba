"""Which of many boxes are duplicates: torchvision's `batched_nms`, number for number, without importing torchvision.

Imports nothing of the program; touches torch only where it is loaded.
"""

from __future__ import annotations

import sys

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_MANY = 1000  # boxes above which batched_nms goes another way


def kept_boxes(boxes_xyxy: npt.NDArray[np.generic], scores: Floats, iou_threshold: float) -> Ints:
    """Drop each box that overlaps a better one too much: greedy non-maximum suppression.

    Args:
        boxes_xyxy: (N, 4), any numbers; the area is (x1 - x0) * (y1 - y0).
        scores: float32 (N,), finite; of equal ones the first is the better one.
        iou_threshold: boxes with a larger intersection over union are duplicates.

    Returns:
        Indices of those that stay, int64, the best first.
    """
    x0, y0, x1, y1 = np.asarray(boxes_xyxy, np.float32).reshape(-1, 4).T
    area = (x1 - x0) * (y1 - y0)
    left = np.argsort(-scores, kind="stable")
    kept: list[int] = []
    while left.size:
        best, left = left[0], left[1:]
        kept.append(int(best))
        width = np.minimum(x1[best], x1[left]) - np.maximum(x0[best], x0[left])
        height = np.minimum(y1[best], y1[left]) - np.maximum(y0[best], y0[left])
        overlap = np.maximum(width, 0) * np.maximum(height, 0)
        with np.errstate(invalid="ignore", divide="ignore"):  # two boxes without area: no duplicates
            iou = overlap / (area[best] + area[left] - overlap)
        # As there: a float32 is compared with a float64.
        left = left[~(iou.astype(np.float64) > iou_threshold)]
    result = np.array(kept, np.int64)
    return _sorted_again(result, scores) if len(scores) > _MANY else result


def _sorted_again(kept: Ints, scores: Floats) -> Ints:
    """Order very many as batched_nms does, which sorts them once more: equal ones come as torch's sort leaves them."""
    torch = sys.modules.get("torch")
    if torch is None:
        return kept
    kept = np.sort(kept)
    order: Ints = torch.tensor(scores[kept]).sort(descending=True)[1].numpy()
    return kept[order]
