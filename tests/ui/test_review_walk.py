from __future__ import annotations

import math

import numpy as np

from sam_annotator.ui.models.image_figures import ImageFigures
from sam_annotator.ui.review_walk import AnnotationWalk, Stop, Tally, image_step, image_tally

OPEN, ACCEPTED, REJECTED = ImageFigures.NONE, ImageFigures.ACCEPTED, ImageFigures.REJECTED


def _walk() -> AnnotationWalk:
    """Images 30, 10, 20 in this order; 20 has no annotation."""
    reviews = {1: ACCEPTED, 2: OPEN, 3: REJECTED, 4: OPEN}
    rows = [(10, 1), (10, 2), (30, 3), (30, 4)]
    figures = ImageFigures([(image, i, 1, math.nan, reviews[i], False) for image, i in rows])
    return AnnotationWalk(figures, np.array([30, 10, 20]))


def test_forwards_and_backwards_through_the_list() -> None:
    """A review that passes an annotation over lets a wrong mask through."""
    walk = _walk()
    seen, place, index = [], -1, -1
    while (stop := walk.step(place, index, 1, only=None)) is not None:
        seen.append(stop)
        place, index = stop.place, walk.index_of(stop.place, stop.annotation_id) or 0
    assert seen == [Stop(0, 3), Stop(0, 4), Stop(1, 1), Stop(1, 2)]
    assert walk.step(1, 0, -1, only=None) == Stop(0, 4)
    assert walk.step(0, 0, -1, only=None) is None
    assert walk.step(2, -1, -1, only=None) == Stop(1, 2)


def test_only_what_is_wanted() -> None:
    """Whoever reviews what is new does not want to see a thousand others again."""
    walk = _walk()
    assert walk.step(-1, -1, 1, only=OPEN) == Stop(0, 4)
    assert walk.step(0, 1, 1, only=OPEN) == Stop(1, 2)
    assert walk.step(1, 1, 1, only=OPEN) is None
    assert walk.step(1, 0, -1, only=REJECTED) == Stop(0, 3)


def test_how_far_it_is() -> None:
    """The count tells how long the review still takes."""
    walk = _walk()
    assert walk.tally(1, 1) == Tally(3, 4, 1, 1)
    assert walk.tally(2, 0) == Tally(0, 4, 1, 1)
    empty = AnnotationWalk(ImageFigures(), np.array([1, 2]))
    assert empty.tally(0, 0) == Tally(0, 0, 0, 0) and empty.step(0, -1, 1, only=None) is None


def test_image_by_image() -> None:
    """Images are reviewed in the order of the list, too."""
    reviews = np.array([OPEN, ACCEPTED, OPEN, REJECTED], np.int8)
    assert image_step(0, 1, reviews, only=OPEN) == Stop(2)
    assert image_step(2, 1, reviews, only=OPEN) is None
    assert image_step(2, 1, reviews, only=None) == Stop(3)
    assert image_step(2, -1, reviews, only=REJECTED) is None
    assert image_tally(2, reviews) == Tally(3, 4, 1, 1)
