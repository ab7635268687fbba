"""Comparison: how far two sets of annotations agree on each image, and the places where they don't. Imports core.

"Ours" are the project's annotations, "theirs" those of a second set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sam_annotator.core.agreement import Matching, MatchOptions, Sums, match, sums_by_category, total
from sam_annotator.core.records import Annotation, Image
from sam_annotator.core.second_set import SecondSet
from sam_annotator.core.words import local_number, mark, tr


class Difference(StrEnum):
    """How the two sets differ at a place."""

    MASK = "mask"  # the same object with another mask
    CATEGORY = "category"  # the same object of another category
    ONLY_OURS = "only_ours"
    ONLY_THEIRS = "only_theirs"


class Truth(StrEnum):
    """Which set is taken for true, for precision and recall."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Place:
    """A difference.

    Attributes:
        image_id: where it is.
        kind: what it is.
        ours: id of our annotation; 0 where there is none.
        theirs: place of theirs among those of the image; -1 where there is none.
        iou: of the two masks; 0.0 where one is not there.
        weight: what makes one of the same IoU worse: the score of theirs, else 1.0.
        area: of the larger mask.
        our_category: id of our category; 0 where there is none.
        their_category: likewise of theirs.
    """

    image_id: int
    kind: Difference
    ours: int
    theirs: int
    iou: float
    weight: float
    area: int
    our_category: int = 0
    their_category: int = 0

    @property
    def rank(self) -> tuple[float, float, int]:
        """Orders places, the worst first: without a partner, then of another category, then by IoU."""
        is_alone = self.kind in (Difference.ONLY_OURS, Difference.ONLY_THEIRS)
        doubt = self.iou if self.kind is Difference.MASK else -2.0 if is_alone else -1.0
        return (doubt, -self.weight, -self.area)


@dataclass(frozen=True, slots=True)
class ImageAgreement:
    """What was found on an image: sums by category id, and the differences."""

    image_id: int
    sums: Mapping[int, Sums]
    places: tuple[Place, ...]

    @property
    def total(self) -> Sums:
        """Of all categories."""
        return total(self.sums)


def compare_image(
    image_id: int, ours: Sequence[Annotation], theirs: Sequence[Annotation], options: MatchOptions
) -> ImageAgreement:
    """Compare two sets on an image."""
    matching = match(ours, theirs, options)
    return ImageAgreement(
        image_id, sums_by_category(matching, ours, theirs), tuple(_places(image_id, matching, ours, theirs))
    )


def _places(
    image_id: int, matching: Matching, ours: Sequence[Annotation], theirs: Sequence[Annotation]
) -> Iterator[Place]:
    def place(kind: Difference, left: int, right: int, iou: float) -> Place:
        mine, other = ours[left] if left >= 0 else None, theirs[right] if right >= 0 else None
        score = None if other is None else other.score
        return Place(
            image_id,
            kind,
            0 if mine is None else mine.id,
            right,
            iou,
            1.0 if score is None else score,
            max(a.mask.area for a in (mine, other) if a is not None),
            0 if mine is None else mine.category_id,
            0 if other is None else other.category_id,
        )

    for pair in matching.pairs:
        if ours[pair.left].mask != theirs[pair.right].mask:
            yield place(Difference.MASK, pair.left, pair.right, pair.iou)
    for pair in matching.other_category:
        yield place(Difference.CATEGORY, pair.left, pair.right, pair.iou)
    for left in matching.only_left:
        yield place(Difference.ONLY_OURS, left, -1, 0.0)
    for right in matching.only_right:
        yield place(Difference.ONLY_THEIRS, -1, right, 0.0)


def compare_sets(
    image_ids: Sequence[int],
    ours_of: Callable[[int], Sequence[Annotation]],
    second: SecondSet,
    options: MatchOptions,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[ImageAgreement]:
    """Compare on all images that both have, one after the other; those on which neither has anything are left out.

    Args:
        image_ids: images of the project, in its order.
        ours_of: reads the project's annotations of an image.
        second: the other set.
        options: how.
        progress: told how many images are done, and of how many.
        cancelled: asked before each image; it ends once that says True.
    """
    shared = [image_id for image_id in image_ids if image_id in second.image_ids]
    for done, image_id in enumerate(shared):
        if cancelled():
            return
        progress(done, len(shared))
        ours, theirs = ours_of(image_id), second.annotations_of(image_id)
        if ours or theirs:
            yield compare_image(image_id, ours, theirs, options)


def by_category(agreements: Iterable[ImageAgreement]) -> dict[int, Sums]:
    """Return the sums of all images by category id."""
    sums: defaultdict[int, Sums] = defaultdict(Sums)
    for agreement in agreements:
        for category_id, found in agreement.sums.items():
            sums[category_id] += found
    return dict(sums)


def precision(sums: Sums, truth: Truth) -> float | None:
    """Return which share of the set under test is in the true one."""
    return sums.found_right if truth is Truth.OURS else sums.found_left


def recall(sums: Sums, truth: Truth) -> float | None:
    """Return which share of the true set is in the one under test."""
    return sums.found_left if truth is Truth.OURS else sums.found_right


HEADER = (
    mark("Ours"),
    mark("Theirs"),
    mark("Pairs"),
    mark("Only ours"),
    mark("Only theirs"),
    mark("Other category"),
    mark("Mean IoU"),
    mark("Precision##share of the masks that are true"),
    mark("Recall"),
    "PQ",
)
JSON_NAMES = (
    "ours", "theirs", "pairs", "only_ours", "only_theirs", "other_category", "mean_iou", "precision", "recall", "pq",
)  # fmt: skip


def row_of(sums: Sums, truth: Truth) -> tuple[float | None, ...]:
    """Return sums as the cells of a table under HEADER; None where there is no figure."""
    return (
        sums.left,
        sums.right,
        sums.pairs,
        sums.only_left,
        sums.only_right,
        sums.other_category,
        sums.mean_iou,
        precision(sums, truth),
        recall(sums, truth),
        sums.panoptic_quality,
    )


def figure(value: float | None) -> str:
    """Return a cell as text: a count, a figure that is 1.000 only where it is 1, or nothing."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else local_number(f"{int(value * 1000) / 1000:.3f}")


def csv_rows(
    agreements: Mapping[int, ImageAgreement], images: Sequence[Image], categories: Mapping[int, str], truth: Truth
) -> Iterator[tuple[object, ...]]:
    """Give a row for each image and category: file name, category, and the cells of JSON_NAMES."""
    for image in images:
        if (agreement := agreements.get(image.id)) is not None:
            for category_id, sums in sorted(agreement.sums.items()):
                cells = ("" if value is None else value for value in row_of(sums, truth))
                yield (image.file_name, categories.get(category_id, ""), *cells)


def describe(place: Place, ours: str, theirs: str, score: float | None) -> str:
    """Say what differs at a place.

    Args:
        place: the difference.
        ours: name of our category, where there is one.
        theirs: name of theirs, likewise.
        score: of theirs.
    """
    match place.kind:
        case Difference.MASK:
            text = tr("{category}: another mask, IoU {iou}", category=ours, iou=figure(place.iou))
        case Difference.CATEGORY:
            iou = figure(place.iou)
            text = tr("{category} here, {other} there, IoU {iou}", category=ours, other=theirs, iou=iou)
        case Difference.ONLY_OURS:
            text = tr("{category}: only here", category=ours)
        case Difference.ONLY_THEIRS:
            text = tr("{category}: only there", category=theirs)
    return text if score is None else tr("{text}, score {score}", text=text, score=local_number(f"{score:.2f}"))
