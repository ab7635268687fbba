"""Duplicates are found as torchvision finds them, with whichever of its ways it takes for the number of boxes."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.engine.automatic_duplicates import kept_boxes


@pytest.mark.parametrize("count", [0, 1, 2, 40, 999, 1001, 1500])
@pytest.mark.parametrize("levels", [2, 50, 0])
@pytest.mark.parametrize("iou_threshold", [0.0, 0.3, 0.7, 1.0])
def test_boxes_are_kept_as_torchvision_keeps_them(count: int, levels: int, iou_threshold: float) -> None:
    """Masks would be missing or there twice, compared with the reference, where boxes are equally good or flat."""
    import torch
    from torchvision.ops.boxes import batched_nms

    rng = np.random.default_rng(count + levels)
    corners = rng.integers(0, 4100, (count, 2))
    sides = rng.integers(0, rng.choice([3, 300, 2000], (count, 1)), (count, 2))  # some without area
    boxes = np.concatenate((corners, corners + sides), axis=1)
    boxes[count // 2 :] = boxes[: count - count // 2] + rng.integers(0, 9, (count - count // 2, 4))  # many alike
    scores = (rng.random(count) if levels == 0 else rng.integers(0, levels, count) / levels).astype(np.float32)
    expected = batched_nms(
        torch.tensor(boxes).float(), torch.tensor(scores), torch.zeros(count), iou_threshold=iou_threshold
    )
    assert kept_boxes(boxes, scores, iou_threshold).tolist() == expected.tolist()


def test_a_threshold_is_compared_in_double_precision() -> None:
    """An overlap of exactly the threshold would be a duplicate here and none in the reference, or the other way."""
    import torch
    from torchvision.ops import nms

    for shared in range(1, 100):
        boxes = np.array([[0, 0, 100, 10], [100 - shared, 0, 200 - shared, 10]])
        for threshold in (shared / (200 - shared), np.nextafter(shared / (200 - shared), 0)):
            scores = np.array([1, 0.5], np.float32)
            expected = nms(torch.tensor(boxes).float(), torch.tensor(scores), float(threshold)).tolist()
            assert kept_boxes(boxes, scores, float(threshold)).tolist() == expected
