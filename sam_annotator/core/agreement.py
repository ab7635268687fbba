"""Agreement: which annotations of two sets are the same object, and figures of how far the sets agree. Imports core.

The two sets are called left and right. Objects are the same where their masks overlap enough: of all ways to pair them
the one with the greatest sum of IoU is taken (or COCO's way, one after the other by score). Pairs of one category come
first; what is left over is then paired across categories, which is a disagreement about the category.

Where the figures come from:
- precision and recall: pairs of one category, divided by all objects of the set under test, and of the true one.
- mean IoU of pairs: segmentation quality (SQ) of Kirillov et al., "Panoptic Segmentation", CVPR 2019, eq. 2.
- PQ: panoptic quality, eq. 1 there: sum of the IoU of pairs / (pairs + half of what has no partner). It is defined for
  masks that don't overlap and a threshold of 0.5, where only one way to pair is possible; elsewhere it is alike.
- Crowds: as in COCO's evaluation (pycocotools/cocoeval.py, evaluateImg) they are not counted, nor is what lies in a
  crowd of the other set, by the share of its own area.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from sam_annotator.core.mask import iou_table
from sam_annotator.core.records import Annotation

FloatArray = npt.NDArray[np.float64]
DEFAULT_IOU = 0.5


class Method(StrEnum):
    """How objects are paired."""

    OPTIMAL = "optimal"  # the greatest sum of IoU
    GREEDY = "greedy"  # as COCO's evaluation: by score, each to the best that is free


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """How two sets are compared.

    Attributes:
        iou: the least IoU of a pair, above 0.
        min_score: annotations of the right set with a lower score are left out; those without a score stay.
        within_category: pairs of one category come first; else categories don't matter for pairing, nor for the sums.
        method: how objects are paired.
    """

    iou: float = DEFAULT_IOU
    min_score: float = 0.0
    within_category: bool = True
    method: Method = Method.OPTIMAL


@dataclass(frozen=True, slots=True)
class Pair:
    """One object in both sets: its place in each, and the IoU of the two masks."""

    left: int
    right: int
    iou: float


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the annotations of an image; all are told by their place in the set they are of.

    Attributes:
        pairs: the same object, of one category or, where categories don't matter, of any.
        other_category: the same object, of another category.
        only_left: objects that the right set does not have.
        only_right: objects that the left set does not have.
        ignored_left: crowds, and what lies in a crowd of the right set.
        ignored_right: likewise, and what is below the least score.
    """

    pairs: tuple[Pair, ...] = ()
    other_category: tuple[Pair, ...] = ()
    only_left: tuple[int, ...] = ()
    only_right: tuple[int, ...] = ()
    ignored_left: tuple[int, ...] = ()
    ignored_right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sums:
    """Counts of objects, and figures of them; figures are None where there is nothing to divide by.

    Attributes:
        pairs: objects in both sets.
        only_left: objects without a partner of their category, of the left set.
        only_right: likewise, of the right one.
        other_category: how many of the left ones have a partner of another category.
        iou_sum: of the pairs.
    """

    pairs: int = 0
    only_left: int = 0
    only_right: int = 0
    other_category: int = 0
    iou_sum: float = 0.0

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.pairs + other.pairs,
            self.only_left + other.only_left,
            self.only_right + other.only_right,
            self.other_category + other.other_category,
            self.iou_sum + other.iou_sum,
        )

    @property
    def left(self) -> int:
        """Objects of the left set."""
        return self.pairs + self.only_left

    @property
    def right(self) -> int:
        """Objects of the right set."""
        return self.pairs + self.only_right

    @property
    def found_left(self) -> float | None:
        """Share of the left set that the right one has: recall of the right set, where the left one is true."""
        return self.pairs / self.left if self.left else None

    @property
    def found_right(self) -> float | None:
        """Share of the right set that the left one has: precision of the right set, where the left one is true."""
        return self.pairs / self.right if self.right else None

    @property
    def mean_iou(self) -> float | None:
        """Of the pairs."""
        return self.iou_sum / self.pairs if self.pairs else None

    @property
    def panoptic_quality(self) -> float | None:
        """PQ; see the module."""
        weight = self.pairs + (self.only_left + self.only_right) / 2
        return self.iou_sum / weight if weight else None


def match(left: Sequence[Annotation], right: Sequence[Annotation], options: MatchOptions = MatchOptions()) -> Matching:
    """Pair the annotations of two sets on one image.

    Args:
        left: of one set; masks of one size.
        right: of the other, likewise; its category ids mean the same.
        options: how.

    Raises:
        MaskError: masks have different sizes.
    """
    low = {j for j, a in enumerate(right) if a.score is not None and a.score < options.min_score}
    crowds_left = [i for i, a in enumerate(left) if a.iscrowd]
    crowds_right = [j for j, a in enumerate(right) if a.iscrowd and j not in low]
    free_left = [i for i, a in enumerate(left) if not a.iscrowd]
    free_right = [j for j, a in enumerate(right) if not a.iscrowd and j not in low]
    table = iou_table([left[i].mask for i in free_left], [right[j].mask for j in free_right])
    same = np.equal.outer(
        np.array([left[i].category_id for i in free_left], np.int64),
        np.array([right[j].category_id for j in free_right], np.int64),
    )
    scores = np.array([_score(right[j]) for j in free_right], np.float64)
    is_near = table >= max(options.iou, np.finfo(np.float64).tiny)
    pairs = _paired(np.where(is_near & (same if options.within_category else True), table, 0.0), scores, options.method)
    rest = table * is_near
    rest[[i for i, _ in pairs], :] = 0.0
    rest[:, [j for _, j in pairs]] = 0.0
    crossed = _paired(rest, scores, options.method) if options.within_category else []
    taken_left, taken_right = {i for i, _ in pairs + crossed}, {j for _, j in pairs + crossed}
    alone_left = [n for k, n in enumerate(free_left) if k not in taken_left]
    alone_right = [n for k, n in enumerate(free_right) if k not in taken_right]
    in_crowd_left = _in_crowds(left, alone_left, right, crowds_right, options)
    in_crowd_right = _in_crowds(right, alone_right, left, crowds_left, options)

    def named(found: Iterable[tuple[int, int]]) -> tuple[Pair, ...]:
        return tuple(sorted((Pair(free_left[i], free_right[j], float(table[i, j])) for i, j in found), key=_place))

    return Matching(
        pairs=named(pairs),
        other_category=named(crossed),
        only_left=tuple(n for n in alone_left if n not in in_crowd_left),
        only_right=tuple(n for n in alone_right if n not in in_crowd_right),
        ignored_left=tuple(sorted({*crowds_left, *in_crowd_left})),
        ignored_right=tuple(sorted({*low, *crowds_right, *in_crowd_right})),
    )


def sums_by_category(matching: Matching, left: Sequence[Annotation], right: Sequence[Annotation]) -> dict[int, Sums]:
    """Return the sums of an image by category id; a pair counts for the category of the left one."""
    sums: defaultdict[int, Sums] = defaultdict(Sums)
    for pair in matching.pairs:
        sums[left[pair.left].category_id] += Sums(pairs=1, iou_sum=pair.iou)
    for pair in matching.other_category:
        sums[left[pair.left].category_id] += Sums(only_left=1, other_category=1)
        sums[right[pair.right].category_id] += Sums(only_right=1)
    for i in matching.only_left:
        sums[left[i].category_id] += Sums(only_left=1)
    for j in matching.only_right:
        sums[right[j].category_id] += Sums(only_right=1)
    return dict(sums)


def total(sums: Iterable[Sums] | Mapping[int, Sums]) -> Sums:
    """Add up sums."""
    return sum(sums.values() if isinstance(sums, Mapping) else sums, Sums())


def _place(pair: Pair) -> tuple[int, int]:
    return (pair.left, pair.right)


def _score(annotation: Annotation) -> float:
    return -1.0 if annotation.score is None else annotation.score


def _in_crowds(
    ours: Sequence[Annotation],
    alone: Sequence[int],
    theirs: Sequence[Annotation],
    crowds: Sequence[int],
    options: MatchOptions,
) -> set[int]:
    """Return which of those without a partner lie in a crowd of the other set."""
    if not alone or not crowds:
        return set()
    shares = iou_table([ours[i].mask for i in alone], [theirs[j].mask for j in crowds], crowd=True)
    if options.within_category:
        same = np.equal.outer(
            np.array([ours[i].category_id for i in alone]), np.array([theirs[j].category_id for j in crowds])
        )
        shares = np.where(same, shares, 0.0)
    inside = shares.max(axis=1) >= options.iou
    return {n for n, is_inside in zip(alone, inside.tolist(), strict=True) if is_inside}


def _paired(table: FloatArray, scores: FloatArray, method: Method) -> list[tuple[int, int]]:
    """Pair rows and columns; 0 means that the two can't be a pair."""
    if table.size == 0:
        return []
    if method is Method.GREEDY:
        return _greedy(table, scores)
    pairs: list[tuple[int, int]] = []
    for rows, columns in _components(table):
        if len(rows) == 1 or len(columns) == 1:
            part = table[np.ix_(rows, columns)]
            i, j = divmod(int(part.argmax()), len(columns))
            pairs.append((rows[i], columns[j]))
        else:
            part = table[np.ix_(rows, columns)]
            pairs += [(rows[i], columns[j]) for i, j in best_assignment(part) if part[i, j] > 0]
    return pairs


def _greedy(table: FloatArray, scores: FloatArray) -> list[tuple[int, int]]:
    """Give each column, by falling score, the row that overlaps it most of those that are free."""
    free = table.copy()
    pairs: list[tuple[int, int]] = []
    for column in np.argsort(-scores, kind="stable").tolist():
        row = int(free[:, column].argmax())
        if free[row, column] > 0:
            pairs.append((row, column))
            free[row, :] = 0.0
    return pairs


def _components(table: FloatArray) -> list[tuple[list[int], list[int]]]:
    """Return the rows and columns that hang together by values above 0: few each, where objects lie apart."""
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    height = table.shape[0]
    for i, j in np.argwhere(table > 0).tolist():
        neighbours[i].append(height + j)
        neighbours[height + j].append(i)
    seen: set[int] = set()
    components: list[tuple[list[int], list[int]]] = []
    for start in sorted(neighbours):
        if start in seen:
            continue
        seen.add(start)
        found, waiting = [start], [start]
        while waiting:
            for node in neighbours[waiting.pop()]:
                if node not in seen:
                    seen.add(node)
                    found.append(node)
                    waiting.append(node)
        found.sort()
        components.append(([n for n in found if n < height], [n - height for n in found if n >= height]))
    return components


def best_assignment(table: FloatArray) -> list[tuple[int, int]]:
    """Return the pairs of rows and columns, each once, with the greatest sum of values.

    The Hungarian method with potentials, as Jonker and Volgenant (1987) have it: n^2 m steps.

    Args:
        table: float64 (N, M), at least 0.
    """
    if table.shape[0] > table.shape[1]:
        return sorted((i, j) for j, i in best_assignment(table.T))
    n, m = table.shape
    cost = table.max() - table
    row_of = np.full(m + 1, -1, np.int64)  # the row of each column; the last column is where a row begins
    row_potential, column_potential = np.zeros(n), np.zeros(m + 1)
    for row in range(n):
        row_of[m], column = row, m
        least = np.full(m, np.inf)
        before = np.full(m, m, np.int64)
        done = np.zeros(m + 1, np.bool_)
        while row_of[column] >= 0:
            done[column] = True
            i = row_of[column]
            reduced = cost[i] - row_potential[i] - column_potential[:m]
            better = ~done[:m] & (reduced < least)
            least[better], before[better] = reduced[better], column
            following = int(np.where(done[:m], np.inf, least).argmin())
            step = least[following]
            row_potential[row_of[done]] += step
            column_potential[done] -= step
            least[~done[:m]] -= step
            column = following
        while column != m:
            row_of[column] = row_of[before[column]]
            column = int(before[column])
    return sorted((int(row_of[j]), j) for j in range(m) if row_of[j] >= 0)
