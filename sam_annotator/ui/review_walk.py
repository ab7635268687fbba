"""ReviewWalk: the annotations, or the images, that a review goes through, in the order of the list. No Qt.

Everything is computed from columns, so that a hundred thousand images take milliseconds. Imports core, numpy and the
figures' columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from sam_annotator.ui.models.image_figures import ImageFigures

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a review is.

    Attributes:
        place: of what is on screen, from 1; 0 for none.
        total: of all.
        accepted: of all.
        rejected: of all.
    """

    place: int
    total: int
    accepted: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a review goes: an annotation in the image of a place of the walk; 0 where it is the image itself."""

    place: int
    annotation_id: int = 0


class AnnotationWalk:
    """Goes from annotation to annotation.

    Args:
        figures: of all annotations.
        image_ids: of the images in the order of the walk.
    """

    def __init__(self, figures: ImageFigures, image_ids: Ids) -> None:
        self._figures = figures
        self._image_ids = image_ids
        self._starts, self._stops = figures.spans(image_ids)

    @cached_property
    def _before(self) -> Ids:
        """How many annotations come before each image of the walk, and at the end of all."""
        return np.concatenate(([0], np.cumsum(self._stops - self._starts)))

    def index_of(self, place: int, annotation_id: int) -> int | None:
        """Return which of its image's annotations one is, from 0; None where it is not there."""
        if not 0 <= place < len(self._starts):
            return None
        ids = self._figures.annotation_ids[self._starts[place] : self._stops[place]]
        found = np.flatnonzero(ids == annotation_id)
        return int(found[0]) if len(found) else None

    def step(self, place: int, index: int, by: int, *, only: int | None) -> Stop | None:
        """Return the next annotation.

        Args:
            place: where in the walk one is; -1 before the first.
            index: which of the image's annotations is on screen; -1 before the first of it.
            by: 1 forwards, -1 backwards.
            only: those with this review, as `review_code` gives it; None for all.
        """
        flags = np.ones(len(self._figures), np.bool_) if only is None else self._figures.reviews == only
        if 0 <= place < len(self._starts):
            start, stop = int(self._starts[place]), int(self._stops[place])
            here = np.flatnonzero(flags[start:stop])
            here = here[here > index] if by > 0 else here[here < index]
            if len(here):
                return self._stop(place, start + int(here[0 if by > 0 else -1]))
        fitting = np.flatnonzero(self._figures.counts_where(flags, self._image_ids))
        fitting = fitting[fitting > place] if by > 0 else fitting[fitting < place]
        if not len(fitting):
            return None
        there = int(fitting[0 if by > 0 else -1])
        start, stop = int(self._starts[there]), int(self._stops[there])
        rows = np.flatnonzero(flags[start:stop])
        return self._stop(there, start + int(rows[0 if by > 0 else -1]))

    def _stop(self, place: int, row: int) -> Stop:
        return Stop(place, int(self._figures.annotation_ids[row]))

    def tally(self, place: int, annotation_id: int) -> Tally:
        """Return how far the review is."""
        index = self.index_of(place, annotation_id)
        number = 0 if index is None else int(self._before[place]) + index + 1
        counts = (
            int(self._figures.counts_where(self._figures.reviews == code, self._image_ids).sum())
            for code in (ImageFigures.ACCEPTED, ImageFigures.REJECTED)
        )
        return Tally(number, int(self._before[-1]), *counts)


def image_tally(place: int, reviews: npt.NDArray[np.int8]) -> Tally:
    """Return how far a review of images is; `reviews` are those of the walk."""
    accepted, rejected = (int(np.count_nonzero(reviews == c)) for c in (ImageFigures.ACCEPTED, ImageFigures.REJECTED))
    return Tally(place + 1, len(reviews), accepted, rejected)


def image_step(place: int, by: int, reviews: npt.NDArray[np.int8], *, only: int | None) -> Stop | None:
    """Return the next image of the walk; see `AnnotationWalk.step`."""
    fitting = np.arange(len(reviews)) if only is None else np.flatnonzero(reviews == only)
    fitting = fitting[fitting > place] if by > 0 else fitting[fitting < place]
    return Stop(int(fitting[0 if by > 0 else -1])) if len(fitting) else None
