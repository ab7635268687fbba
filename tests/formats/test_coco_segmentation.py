"""Masks of a file are the same whether they are made one by one or many at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from coco_samples import random_mask

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.formats.coco_segmentation import from_segmentation, sound_masks


def test_masks_made_at_once_are_those_made_one_by_one() -> None:
    """An import would change pixels, or let a damaged mask in."""
    rng = np.random.default_rng(1)
    segmentations: list[Any] = [None, [], {}, {"size": [3, 4], "counts": 5}, {"size": [3, True], "counts": "0"}]
    for number in range(400):
        size_hw = (int(rng.integers(1, 60)), int(rng.integers(1, 60)))
        rle = Mask.from_array(random_mask(rng, *size_hw)).to_coco_rle()
        if number % 5 == 1:
            rle["counts"] += "0"
        elif number % 5 == 2:
            rle["size"] = rle["size"][::-1]
        elif number % 5 == 3:
            rle["counts"] = Mask(size_hw, rle["counts"]).uncompressed_counts()
        segmentations.append(rle)
    segmentations += [
        [[2, 3, 6, 3, 6, 8, 2, 8]],
        {"size": [1 << 70, 2], "counts": "04"},
        {"size": "34", "counts": "04"},
    ]
    made = 0
    for segmentation, mask in zip(segmentations, sound_masks(segmentations), strict=True):
        if mask is not None:
            made += 1
            assert mask == from_segmentation(segmentation, mask.size_hw)
            mask.check()
        elif isinstance(segmentation, dict) and isinstance(segmentation.get("counts"), str):
            try:
                alone = from_segmentation(segmentation, tuple(segmentation["size"]))  # type: ignore[arg-type]
            except (MaskError, TypeError):
                continue
            assert alone.counts != segmentation["counts"]
    assert made >= 160
