"""DoubtWalk: the annotations of all listed images, the most doubtful first, for a review. No Qt."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sam_annotator.store.doubts import Doubts
from sam_annotator.ui.models.image_figures import ImageFigures
from sam_annotator.ui.review_walk import Stop, Tally

Ids = npt.NDArray[np.int64]


class DoubtWalk:
    """Goes from annotation to annotation; the order stays while the review lasts.

    Args:
        doubts: of all annotations.
        figures: of all annotations, as they are now.
        image_ids: of the images that are listed, in the order of the list.
    """

    def __init__(self, doubts: Doubts, figures: ImageFigures, image_ids: Ids) -> None:
        order = doubts.order
        ids, owners = doubts.annotation_ids[order], doubts.image_ids[order]
        by_image = np.argsort(image_ids, kind="stable")
        found = np.minimum(np.searchsorted(image_ids[by_image], owners), max(len(image_ids) - 1, 0))
        is_listed = image_ids[by_image][found] == owners if len(image_ids) else np.zeros(len(owners), np.bool_)
        self._ids: Ids = ids[is_listed]
        self._places: Ids = by_image[found[is_listed]] if len(image_ids) else np.zeros(0, np.int64)
        by_id = np.argsort(figures.annotation_ids, kind="stable")
        known = figures.annotation_ids[by_id]
        rows = np.minimum(np.searchsorted(known, self._ids), max(len(known) - 1, 0))
        is_there = known[rows] == self._ids if len(known) else np.zeros(len(self._ids), np.bool_)
        self._reviews = np.full(len(self._ids), -1, np.int8)  # -1 of what was deleted
        if len(known):
            self._reviews[is_there] = figures.reviews[by_id[rows[is_there]]]

    def position(self, annotation_id: int) -> int | None:
        """Return where an annotation is in the order, from 0; None where it is not in it."""
        found = np.flatnonzero(self._ids == annotation_id)
        return int(found[0]) if len(found) else None

    def step(self, position: int, by: int, *, only: int | None) -> Stop | None:
        """Return the next annotation.

        Args:
            position: where in the order one is; -1 before the first.
            by: 1 forwards, -1 backwards.
            only: those with this review, as `review_code` gives it; None for all.
        """
        fitting = np.flatnonzero(self._reviews >= 0 if only is None else self._reviews == only)
        fitting = fitting[fitting > position] if by > 0 else fitting[fitting < position]
        if not len(fitting):
            return None
        at = int(fitting[0 if by > 0 else -1])
        return Stop(int(self._places[at]), int(self._ids[at]))

    def tally(self, annotation_id: int) -> Tally:
        """Return how far the review is."""
        there = self._reviews >= 0
        at = self.position(annotation_id)
        number = 0 if at is None else int(np.count_nonzero(there[: at + 1]))
        accepted, rejected = (
            int(np.count_nonzero(self._reviews == code)) for code in (ImageFigures.ACCEPTED, ImageFigures.REJECTED)
        )
        return Tally(number, int(np.count_nonzero(there)), accepted, rejected)
