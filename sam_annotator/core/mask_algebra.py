"""Sets of pixels: masks united, cut, intersected and split, and what is left of those that give way. Imports core only.

All masks of one call are of one image. Work is done on crops: nothing of the image's size is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sam_annotator.core.errors import MaskError
from sam_annotator.core.late import np
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.mask_crops import crop_together
from sam_annotator.core.raster_clean import parts
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr


def union(masks: Sequence[Mask]) -> Mask:
    """Return the pixels that are inside any of the masks, at least one."""
    if len(masks) == 1:
        return masks[0]
    x, y, planes = crop_together(masks)
    return Mask.from_crop(masks[0].size_hw, x, y, np.logical_or.reduce(planes))


def intersection(masks: Sequence[Mask]) -> Mask:
    """Return the pixels that are inside all of the masks, at least one."""
    first = masks[0]
    x, y, pixels = first.to_crop()
    pixels = pixels.copy()
    for other in masks[1:]:
        pixels &= _cut_out(other, first)
    return Mask.from_crop(first.size_hw, x, y, pixels)


def difference(mask: Mask, others: Sequence[Mask]) -> Mask:
    """Return the pixels of a mask that are in none of the others; the mask itself where they don't touch it."""
    near = [other for other in others if _boxes_meet(mask, other)]
    if not near:
        return mask
    x, y, pixels = mask.to_crop()
    left = pixels.copy()
    for other in near:
        left &= ~_cut_out(other, mask)
    return mask if np.array_equal(left, pixels) else Mask.from_crop(mask.size_hw, x, y, left)


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


def give_way(annotations: Sequence[Annotation], takers: Sequence[Mask]) -> GivenWay:
    """Take the pixels of some masks away from annotations.

    Args:
        annotations: of the same image; which of them may change is the caller's choice.
        takers: whose pixels they lose.
    """
    before: list[Annotation] = []
    after: list[Annotation] = []
    lost: list[Annotation] = []
    for annotation in annotations:
        left = difference(annotation.mask, takers)
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


def _cut_out(mask: Mask, frame: Mask) -> BoolArray:
    """Return the pixels of a mask within the box of another, bool (h, w)."""
    if mask.size_hw != frame.size_hw:
        raise MaskError(tr("Masks of different sizes can't be put together."))
    x, y, w, h = frame.bbox_xywh
    plane = np.zeros((h, w), np.bool_)
    if not _boxes_meet(mask, frame):
        return plane
    left, top, pixels = mask.to_crop()
    height, width = pixels.shape
    x0, y0, x1, y1 = max(x, left), max(y, top), min(x + w, left + width), min(y + h, top + height)
    plane[y0 - y : y1 - y, x0 - x : x1 - x] = pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    return plane
