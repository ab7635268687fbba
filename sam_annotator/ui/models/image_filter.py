"""Which images the strip lists, and in which order: a frozen filter, and columns to compute it from. No Qt.

Quick at 100,000 images: texts are folded once, everything else is arrays. Imports core, numpy and the figures' columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from sam_annotator.core.records import Image, ImageState, ReviewState
from sam_annotator.ui.models.image_figures import ImageFigures

Rows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_STATES = tuple(ImageState)
_REVIEWS = tuple(ReviewState)
_WORD = re.compile(r'(?:(tag|note):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)


class ReviewFilter(StrEnum):
    """What a review found, of an image or of its annotations."""

    ANY = ""
    NOT_REVIEWED = "not_reviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SOME_REJECTED = "some_rejected"
    SOME_NOT_REVIEWED = "some_not_reviewed"
    COMMENTED = "commented"


class SortKey(StrEnum):
    """What the images are sorted by; those that are alike stay in the order of their names."""

    NAME = "name"
    STATE = "state"
    COUNT = "count"
    LOWEST_SCORE = "lowest_score"
    DATE_DONE = "date_done"


@dataclass(frozen=True, slots=True)
class ImageFilter:
    """Which images are listed, and how they are sorted.

    Attributes:
        text: words that all must be in the name; tag:x and note:x look there; "two words" are one.
        states: any of these; none for all.
        category_id: images that contain it; 0 for all.
        count_low: at least so many annotations.
        count_high: at most so many; None for any number.
        score_below: the lowest score of its annotations is below this; None for any score, or none.
        review: what a review found.
        sort: what they are sorted by.
        descending: the last first.
    """

    text: str = ""
    states: frozenset[ImageState] = frozenset()
    category_id: int = 0
    count_low: int = 0
    count_high: int | None = None
    score_below: float | None = None
    review: ReviewFilter = ReviewFilter.ANY
    sort: SortKey = SortKey.NAME
    descending: bool = False

    @property
    def lists_all(self) -> bool:
        """Whether no image is left out."""
        return replace(self, sort=SortKey.NAME, descending=False, text=self.text.strip()) == ImageFilter()

    @property
    def is_plain(self) -> bool:
        """Whether all images are listed in the order of their names."""
        return self.lists_all and self.sort == SortKey.NAME and not self.descending

    @property
    def needs_figures(self) -> bool:
        """Whether it must be known what annotations there are."""
        return (
            self.category_id > 0
            or self.count_low > 0
            or self.count_high is not None
            or self.score_below is not None
            or self.review in (ReviewFilter.SOME_REJECTED, ReviewFilter.SOME_NOT_REVIEWED, ReviewFilter.COMMENTED)
            or self.sort in (SortKey.COUNT, SortKey.LOWEST_SCORE)
        )


def words_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a search, each with where it is looked for: "name", "tag" or "note"."""
    found = ((m[1] or "name", m[2] if m[2] is not None else m[3]) for m in _WORD.finditer(text))
    return tuple((place.casefold(), word.casefold()) for place, word in found if word)


class ImageColumns:
    """What images are filtered and sorted by, one row for each image of the project, in the order of their names."""

    def __init__(self, images: Sequence[Image]) -> None:
        self._images = list(images)
        self.ids = np.fromiter((i.id for i in images), np.int64, len(images))
        self._rows = {image.id: row for row, image in enumerate(images)}
        states = {state: number for number, state in enumerate(_STATES)}
        reviews = {review: number for number, review in enumerate(_REVIEWS)}
        self.states = np.array([states[i.state] for i in images], np.int8)
        self.reviews = np.array([reviews[i.review] for i in images], np.int8)
        self.done_at = np.fromiter((i.done_at for i in images), np.float64, len(images))
        self.commented = np.fromiter((bool(i.comment) for i in images), np.bool_, len(images))
        self._texts: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._images)

    def row_of(self, image_id: int) -> int | None:
        """Return the row of an image."""
        return self._rows.get(image_id)

    def update(self, image: Image) -> None:
        """Take an image's new record; one that is not there is passed over."""
        row = self._rows.get(image.id)
        if row is None:
            return
        self._images[row] = image
        self.states[row] = _STATES.index(image.state)
        self.reviews[row] = _REVIEWS.index(image.review)
        self.done_at[row], self.commented[row] = image.done_at, bool(image.comment)
        for place, texts in self._texts.items():
            texts[row] = _texts_of([image], place)[0]

    def having(self, place: str, word: str) -> Flags:
        """Return which images have a folded word in their name, tags or note, bool (N,)."""
        texts = self._texts.get(place)
        if texts is None:
            texts = self._texts[place] = _texts_of(self._images, place)
        return np.array([word in text for text in texts], np.bool_)

    def matching(self, wanted: ImageFilter, figures: ImageFigures | None) -> Flags:
        """Return which images a filter lists, bool (N,).

        Args:
            wanted: the filter.
            figures: of the annotations; needed where the filter says so.
        """
        flags = np.ones(len(self), np.bool_)
        for place, word in words_of(wanted.text):
            flags &= self.having(place, word)
        if wanted.states:
            flags &= np.isin(self.states, [_STATES.index(state) for state in wanted.states])
        flags &= self._reviewed(wanted.review, figures)
        if figures is not None and wanted.category_id:
            flags &= figures.counts_where(figures.category_ids == wanted.category_id, self.ids) > 0
        if figures is not None and (wanted.count_low or wanted.count_high is not None):
            counts = figures.counts(self.ids)
            flags &= counts >= wanted.count_low
            if wanted.count_high is not None:
                flags &= counts <= wanted.count_high
        if figures is not None and wanted.score_below is not None:
            flags &= figures.lowest_scores(self.ids) < wanted.score_below  # never so for NaN
        return flags

    def _reviewed(self, wanted: ReviewFilter, figures: ImageFigures | None) -> Flags:
        flags: Flags
        match wanted:
            case ReviewFilter.NOT_REVIEWED:
                flags = self.reviews == _REVIEWS.index(ReviewState.NONE)
            case ReviewFilter.ACCEPTED:
                flags = self.reviews == _REVIEWS.index(ReviewState.ACCEPTED)
            case ReviewFilter.REJECTED:
                flags = self.reviews == _REVIEWS.index(ReviewState.REJECTED)
            case ReviewFilter.SOME_REJECTED if figures is not None:
                flags = figures.counts_where(figures.reviews == ImageFigures.REJECTED, self.ids) > 0
            case ReviewFilter.SOME_NOT_REVIEWED if figures is not None:
                flags = figures.counts_where(figures.reviews == ImageFigures.NONE, self.ids) > 0
            case ReviewFilter.COMMENTED:
                flags = self.commented.copy()
                if figures is not None:
                    flags |= figures.counts_where(figures.commented, self.ids) > 0
            case _:
                flags = np.ones(len(self), np.bool_)
        return flags

    def sorted(self, rows: Rows, wanted: ImageFilter, figures: ImageFigures | None) -> Rows:
        """Return rows in the order that a filter wants; what has no score or date comes last either way."""
        keys: npt.NDArray[np.float64]
        match wanted.sort:
            case SortKey.STATE:
                keys = self.states[rows].astype(np.float64)
            case SortKey.COUNT if figures is not None:
                keys = figures.counts(self.ids[rows]).astype(np.float64)
            case SortKey.LOWEST_SCORE if figures is not None:
                keys = figures.lowest_scores(self.ids[rows])
            case SortKey.DATE_DONE:
                done = self.done_at[rows]
                keys = np.where(done > 0, done, np.nan)
            case _:
                return rows[::-1] if wanted.descending else rows
        return rows[np.argsort(-keys if wanted.descending else keys, kind="stable")]  # NaN goes to the end


def _texts_of(images: Sequence[Image], place: str) -> list[str]:
    if place == "tag":
        return ["\n".join(image.tags).casefold() if image.tags else "" for image in images]
    if place == "note":
        return [image.note.casefold() if image.note else "" for image in images]
    return [image.file_name.casefold() for image in images]
