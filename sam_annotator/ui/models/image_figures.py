"""ImageFigures: what annotations there are, as columns sorted by image, for filters and the review's count. No Qt.

Read in one go beside the window, then kept in step one image at a time. Imports core and numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from sam_annotator.core.records import ReviewState

Ids = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Row = tuple[int, int, int, float, int, bool]  # image, annotation, category, score or NaN, review, whether commented

_REVIEWS = tuple(ReviewState)


def review_code(state: ReviewState) -> int:
    """Return the number that a review is kept by in columns."""
    return _REVIEWS.index(state)


class ImageFigures:
    """One row for each annotation, sorted by image and then as within it.

    Attributes:
        image_ids, annotation_ids, category_ids: int64 (N,).
        scores: float64 (N,), NaN where there is none.
        reviews: int8 (N,), NONE, ACCEPTED or REJECTED.
        commented: bool (N,), whether a reviewer wrote something.
    """

    NONE: ClassVar[int] = review_code(ReviewState.NONE)
    ACCEPTED: ClassVar[int] = review_code(ReviewState.ACCEPTED)
    REJECTED: ClassVar[int] = review_code(ReviewState.REJECTED)

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        columns = list(zip(*rows, strict=True)) if rows else [()] * 6
        image_ids = np.array(columns[0], np.int64)
        order = np.argsort(image_ids, kind="stable")
        self.image_ids: Ids = image_ids[order]
        self.annotation_ids: Ids = np.array(columns[1], np.int64)[order]
        self.category_ids: Ids = np.array(columns[2], np.int64)[order]
        self.scores = np.array(columns[3], np.float64)[order]
        self.reviews = np.array(columns[4], np.int8)[order]
        self.commented: Flags = np.array(columns[5], np.bool_)[order]

    def __len__(self) -> int:
        return len(self.image_ids)

    def replace(self, image_id: int, rows: Sequence[Row]) -> None:
        """Take what an image's annotations are now."""
        start = int(np.searchsorted(self.image_ids, image_id, "left"))
        stop = int(np.searchsorted(self.image_ids, image_id, "right"))
        new = ImageFigures(rows)
        for name in ("image_ids", "annotation_ids", "category_ids", "scores", "reviews", "commented"):
            column, values = getattr(self, name), getattr(new, name)
            if stop - start == len(new):
                column[start:stop] = values
            else:
                setattr(self, name, np.concatenate((column[:start], values, column[stop:])))

    def spans(self, image_ids: Ids) -> tuple[Ids, Ids]:
        """Return where the rows of each image begin and end."""
        starts, stops = (np.searchsorted(self.image_ids, image_ids, side) for side in ("left", "right"))
        return starts.astype(np.int64), stops.astype(np.int64)

    def counts(self, image_ids: Ids) -> Ids:
        """Return how many annotations each image has."""
        starts, stops = self.spans(image_ids)
        return stops - starts

    def counts_where(self, flags: Flags, image_ids: Ids) -> Ids:
        """Return how many annotations of each image have a flag, which is given for each row."""
        before = np.concatenate(([0], np.cumsum(flags)))
        starts, stops = self.spans(image_ids)
        return np.asarray(before[stops] - before[starts], np.int64)

    def images_with(self, flags: Flags) -> Ids:
        """Return the images that have an annotation with a flag."""
        return np.unique(self.image_ids[flags])

    def lowest_scores(self, image_ids: Ids) -> npt.NDArray[np.float64]:
        """Return the lowest score in each image; NaN where no annotation of it has one."""
        scored = ~np.isnan(self.scores)
        owners, scores = self.image_ids[scored], self.scores[scored]
        result = np.full(len(image_ids), np.nan)
        if len(owners):
            firsts = np.flatnonzero(np.concatenate(([True], owners[1:] != owners[:-1])))
            lowest, present = np.minimum.reduceat(scores, firsts), owners[firsts]
            places = np.minimum(np.searchsorted(present, image_ids), len(present) - 1)
            found = present[places] == image_ids
            result[found] = lowest[places[found]]
        return result
