"""A mask as mask_input: what the network's own logits would be had it given that mask. Imports core only.

An annotation that was painted, imported or changed by hand has no logits to go on from. SAM's mask_input are low-res
logits in the frame of the image's longer side; a mask scaled into that frame, its inside positive and its outside
negative, takes their place. Cells that the outline cuts get what is covered of them.
"""

from __future__ import annotations

import math
from typing import Any, Protocol, runtime_checkable

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import Mask
from sam_annotator.core.requests import Logits

_SAM_SIDE = 256  # of SAM's mask_input, whatever the image's size
_LOGIT = 12.0  # of what is surely inside; surely outside is as far below zero


@runtime_checkable
class MaskEngine(Protocol):
    """An engine whose mask_input has another size than SAM's."""

    @property
    def mask_input_side(self) -> int:
        """Height and width of its mask_input."""


def mask_prompt(engine: object, mask: Mask) -> Logits:
    """Return a mask as an engine takes it as mask_input."""
    return mask_logits(mask, engine.mask_input_side if isinstance(engine, MaskEngine) else _SAM_SIDE)


def mask_logits(mask: Mask, side: int = _SAM_SIDE, magnitude: float = _LOGIT) -> Logits:
    """Return a mask as mask_input.

    Args:
        mask: at the image's size.
        side: of the frame that the image's longer side is scaled to.
        magnitude: the logit of a cell that is wholly inside.

    Returns:
        float32 (1, side, side), the image in the upper left; read-only.
    """
    covered = np.zeros((side, side), np.float32)
    x, y, pixels = mask.to_crop()
    if pixels.size:
        scale = side / max(mask.size_hw)
        top, across = _means_of_rows(pixels, y, scale, side)
        left, part = _means_of_rows(across.T, x, scale, side)
        covered[top : top + part.shape[1], left : left + part.shape[0]] = part.T
    logits = ((2 * covered - 1) * np.float32(magnitude))[None]
    logits.setflags(write=False)
    return logits


def _means_of_rows(
    values: npt.NDArray[Any], start: int, scale: float, side: int
) -> tuple[int, npt.NDArray[np.float32]]:
    """Scale rows that begin at row `start` of the image; beyond them is nothing.

    Returns:
        The first row of the frame that they touch, and what they cover of each from there on, float32 (n, w).
    """
    count = values.shape[0]
    first, last = math.floor(start * scale), min(math.ceil((start + count) * scale), side)
    last = max(last, first + 1)
    # A cell takes the rows from its upper edge to its lower one, or the row it lies in where it is smaller than a row.
    edges = np.floor(np.arange(first, last + 1) / scale).astype(np.int64)
    sizes = np.maximum(np.diff(edges), 1)
    begin = np.clip(edges[:-1] - start, 0, count - 1)
    sums = np.add.reduceat(values, begin, axis=0, dtype=np.float32)
    return first, np.asarray(sums / sizes[:, None].astype(np.float32), np.float32)
