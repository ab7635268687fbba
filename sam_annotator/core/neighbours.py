"""Neighbours: which of very many masks can have pixels in common with another one. Imports core only."""

from __future__ import annotations

from collections.abc import Sequence

from sam_annotator.core.late import np
from sam_annotator.core.mask import Mask


class Neighbours:
    """Finds masks whose boxes meet that of another one; only what lies about as far to the right is looked at.

    Args:
        masks: of one image.
    """

    def __init__(self, masks: Sequence[Mask]) -> None:
        self._masks = tuple(masks)
        boxes = np.array([mask.bbox_xywh for mask in masks], np.int64).reshape(-1, 4)
        self._order = np.argsort(boxes[:, 0], kind="stable")
        boxes = boxes[self._order]
        self._lefts, self._tops = boxes[:, 0], boxes[:, 1]
        self._rights, self._bottoms = boxes[:, 0] + boxes[:, 2], boxes[:, 1] + boxes[:, 3]
        self._widest = int(boxes[:, 2].max(initial=0))

    def rows_near(self, mask: Mask, first: int = 0) -> list[int]:
        """Return the rows of those whose boxes meet that of a mask, in their order, from a first row on."""
        x, y, w, h = mask.bbox_xywh
        low, high = np.searchsorted(self._lefts, (x - self._widest, x + w)).tolist()
        some = slice(low, high)
        meets = (self._rights[some] > x) & (self._tops[some] < y + h) & (self._bottoms[some] > y)
        rows = self._order[some][meets]
        found: list[int] = np.sort(rows[rows >= first]).tolist()
        return found

    def near(self, mask: Mask, first: int = 0) -> list[Mask]:
        """Return those of `rows_near`."""
        return [self._masks[row] for row in self.rows_near(mask, first)]
