"""Sets of pixels: masks united, cut, intersected and split, and what is left of those that give way. Imports core only.

All masks of one call are of one image. Sets are made of runs, not of pixels: what they cost depends on the outlines,
not on the image.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sam_annotator.core.errors import MaskError
from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, IntArray, Mask
from sam_annotator.core.mask_region import changes, from_changes
from sam_annotator.core.neighbours import Neighbours
from sam_annotator.core.raster_clean import parts
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr

Places: TypeAlias = dict[Mask, IntArray]
Pace: TypeAlias = Callable[[], None]


def no_pace() -> None:
    """Do nothing: nobody wants to know how far it is."""


def union(masks: Sequence[Mask]) -> Mask:
    """Return the pixels that are inside any of the masks, at least one."""
    first, *others = masks
    if not others:
        return first
    places = [changes(mask) for mask in masks]
    return _combined(masks, places, lambda inside, count: inside | (count > 0))


def intersection(masks: Sequence[Mask]) -> Mask:
    """Return the pixels that are inside all of the masks, at least one."""
    first, *others = masks
    if not others:
        return first
    own, *theirs = (changes(mask) for mask in masks)
    places = [own, *(_within(own, other) for other in theirs)]
    return _combined(masks, places, lambda inside, count: inside & (count == len(others)))


def difference(mask: Mask, others: Sequence[Mask], known: Places | None = None) -> Mask:
    """Return the pixels of a mask that are in none of the others; the mask itself where they don't touch it.

    Args:
        mask: whose pixels.
        others: of the same image.
        known: where masks change, as far as that was asked before; for many calls with the same masks.
    """
    near = [other for other in others if _boxes_meet(mask, other)]
    if not near:
        return mask
    own = _places_of(mask, known)
    places = [own, *(_within(own, _places_of(other, known)) for other in near)]
    left = _combined([mask, *near], places, lambda inside, count: inside & (count == 0))
    return mask if left == mask else left


def _places_of(mask: Mask, known: Places | None) -> IntArray:
    if known is None:
        return changes(mask)
    if mask not in known:
        known[mask] = changes(mask)
    return known[mask]


def _within(own: IntArray, places: IntArray) -> IntArray:
    """Return where a mask changes between the first and the last place of another one, with whole runs."""
    if own.size == 0:
        return own
    low, high = np.searchsorted(places, (own[0], own[-1])).tolist()
    return places[low - low % 2 : high + high % 2]


def _combined(
    masks: Sequence[Mask], places: Sequence[IntArray], keep: Callable[[BoolArray, IntArray], BoolArray]
) -> Mask:
    """Go along the runs of all masks together, and keep what `keep` says of each stretch.

    Args:
        masks: two or more.
        places: where each changes, as far as that matters.
        keep: is told of each stretch whether it is inside the first, and inside how many of the others.
    """
    first, *others = masks
    if any(other.size_hw != first.size_hw for other in others):
        raise MaskError(tr("Masks of different sizes can't be put together."))
    at = np.concatenate(places)
    steps = np.where(np.concatenate([np.arange(p.size) % 2 for p in places]) == 0, 1, -1)
    is_first = np.arange(at.size) < places[0].size
    order = np.argsort(at, kind="stable")
    at, steps, is_first = at[order], steps[order], is_first[order]
    inside, count = np.cumsum(np.where(is_first, steps, 0)) > 0, np.cumsum(np.where(is_first, 0, steps))
    last = np.flatnonzero(np.append(at[1:] != at[:-1], True))  # of what happens at one place
    kept = keep(inside[last], count[last])
    switches = kept != np.concatenate(([False], kept[:-1]))
    return from_changes(first.size_hw, at[last][switches])


def split(mask: Mask) -> list[Mask]:
    """Return each connected part of a mask, larger ones first; pixels that touch at a corner belong together."""
    left, top, pixels = mask.to_crop()
    if pixels.size == 0:
        return [mask]
    return [Mask.from_crop(mask.size_hw, left + x, top + y, part) for x, y, part in parts(pixels)]


def placed(mask: Mask, size_hw: tuple[int, int]) -> Mask:
    """Return a mask at the same place in an image of another size; what lies outside of it is cut off."""
    if mask.size_hw == size_hw:
        return mask
    x, y, pixels = mask.to_crop()
    height, width = size_hw
    x, y = min(x, width), min(y, height)
    return Mask.from_crop(size_hw, x, y, np.ascontiguousarray(pixels[: height - y, : width - x]))


def shifted(mask: Mask, dx: int, dy: int) -> Mask:
    """Return a mask so many pixels further to the right and down; what comes to lie outside is cut off."""
    height, width = mask.size_hw
    x, y, w, h = mask.bbox_xywh
    if w and 0 <= x + dx <= width - w and 0 <= y + dy <= height - h:  # nothing is cut: all runs go the same way
        lengths, way = mask.run_lengths(), dx * height + dy
        if len(lengths) % 2 == 0:
            lengths = np.append(lengths, 0)  # no background is after the last run
        lengths[0] += way
        lengths[-1] -= way
        return Mask.from_run_lengths(mask.size_hw, lengths)
    places = changes(mask)
    starts, stops = places[0::2], places[1::2]
    left, right = starts // height, (stops - 1) // height
    lengths = right - left + 1
    run = np.repeat(np.arange(starts.size), lengths)  # one that spans columns is one in each of them
    column = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths - left, lengths)
    top = np.clip(np.maximum(starts[run] - column * height, 0) + dy, 0, height)
    bottom = np.clip(np.minimum(stops[run] - column * height, height) + dy, 0, height)
    column = column + dx
    kept = (bottom > top) & (column >= 0) & (column < width)
    base = column[kept] * height
    return from_changes(mask.size_hw, np.stack((base + top[kept], base + bottom[kept]), axis=1).ravel())


@dataclass(frozen=True, slots=True)
class GivenWay:
    """What becomes of annotations that give way to others.

    Attributes:
        before: those that change, as they are.
        after: the same with the pixels they keep.
        lost: those that keep no pixel.
    """

    before: tuple[Annotation, ...] = ()
    after: tuple[Annotation, ...] = ()
    lost: tuple[Annotation, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nobody had to give way."""
        return not self.before and not self.lost


def cede(annotations: Sequence[Annotation], takers: Sequence[Mask], pace: Pace = no_pace) -> GivenWay:
    """Take the pixels of some masks away from annotations.

    Args:
        annotations: of the same image; which of them may change is the caller's choice.
        takers: whose pixels they lose.
        pace: called for each annotation; it may raise to end this.
    """
    known: Places = {}
    neighbours = Neighbours(takers)
    before: list[Annotation] = []
    after: list[Annotation] = []
    lost: list[Annotation] = []
    for annotation in annotations:
        pace()
        left = difference(annotation.mask, neighbours.near(annotation.mask), known)
        known.pop(annotation.mask, None)  # it is asked for once
        if left == annotation.mask:
            continue
        if left.is_empty:
            lost.append(annotation)
        else:
            before.append(annotation)
            after.append(with_mask(annotation, left))
    return GivenWay(tuple(before), tuple(after), tuple(lost))


def with_mask(annotation: Annotation, mask: Mask, source: str = "", **extra: object) -> Annotation:
    """Return an annotation with pixels that no engine gave: edited, and how where it is said.

    Args:
        annotation: as it is.
        mask: what it gets.
        source: what made these pixels, as in Provenance; "" leaves what stands there.
        extra: noted in the provenance.
    """
    old = annotation.provenance
    notes = {**old.extra, **extra}
    if source and source != old.source:
        notes.setdefault("source_before", old.source)
    provenance = replace(old, source=source or old.source, edited=True, extra=notes)
    return replace(annotation, mask=mask, provenance=provenance)


def _boxes_meet(a: Mask, b: Mask) -> bool:
    (ax, ay, aw, ah), (bx, by, bw, bh) = a.bbox_xywh, b.bbox_xywh
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah
