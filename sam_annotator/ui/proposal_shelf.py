"""ProposalShelf: what was proposed and not accepted yet, by image; in memory within bounds, the rest in the folder.

An offer of which nothing is left but what is annotated already is not shown, as long as that is so. Holds no widget.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from sam_annotator.core.late import np
from sam_annotator.core.mask import Mask
from sam_annotator.engine.offers import Offer, covered_table, together

SHELF_BYTES = 64_000_000
_PER_OFFER = 2000  # bytes besides the mask's
_LEAST = 0.3  # shares below this are not kept: no limit is lower


@dataclass(frozen=True, slots=True)
class OfferFilter:
    """Which offers are shown.

    Attributes:
        min_area: in pixels.
        max_area: likewise; None for no limit.
        min_iou: of the engine's own estimate.
        min_stability: of SAM's stability score.
        max_overlap: the share of it that one annotation may cover; what is covered more is not offered.
    """

    min_area: int = 0
    max_area: int | None = None
    min_iou: float = 0.0
    min_stability: float = 0.0
    max_overlap: float = 0.7

    def lets_pass(self, offer: Offer) -> bool:
        """Whether its own figures are good enough."""
        area = offer.mask.area
        return (
            self.min_area <= area
            and (self.max_area is None or area <= self.max_area)
            and offer.predicted_iou >= self.min_iou
            and offer.stability_score >= self.min_stability
        )


@dataclass(slots=True)
class ImageOffers:
    """The offers of one image, by numbers that no other offer of the session has.

    Attributes:
        key: of the folder's file.
        offers: what can be accepted.
    """

    key: str
    offers: dict[int, Offer] = field(default_factory=dict)
    _covered: dict[Mask, dict[int, float]] = field(default_factory=dict)  # by annotation, then by number
    _measured: set[int] = field(default_factory=set)  # offers of which `_covered` tells

    @property
    def nbytes(self) -> int:
        """Memory held, about."""
        return sum(len(offer.mask.counts) + _PER_OFFER for offer in self.offers.values())

    def open(self, masks: Iterable[Mask], max_overlap: float) -> dict[int, Offer]:
        """Return the offers for what no annotation covers yet.

        Args:
            masks: of the image's annotations.
            max_overlap: see OfferFilter.
        """
        if not self.offers:
            return {}
        known = self._covered
        self._covered = {mask: known.get(mask, {}) for mask in masks}
        self._measure([n for n in self.offers if n not in self._measured], [m for m in self._covered if m in known])
        self._measure(list(self.offers), [mask for mask in self._covered if mask not in known])
        self._measured = set(self.offers)
        closed = {key for found in self._covered.values() for key, value in found.items() if value > max_overlap}
        return {n: o for n, o in self.offers.items() if n not in closed and o.mask not in self._covered}

    def set_offers(self, offers: dict[int, Offer]) -> None:
        """Take other offers; a number that was there before means the same offer."""
        self.offers = offers
        self._measured &= offers.keys()

    def _measure(self, numbers: Sequence[int], masks: Sequence[Mask]) -> None:
        """Note the share of each of these offers that each of these masks covers."""
        for found in (self._covered[mask] for mask in masks):
            for number in numbers if found else ():
                found.pop(number, None)
        numbers = _near(self.offers, numbers, masks)
        table = covered_table([self.offers[number].mask for number in numbers], masks)
        for i, j in np.argwhere(table >= _LEAST).tolist():
            self._covered[masks[j]][numbers[i]] = float(table[i, j])


def _near(offers: Mapping[int, Offer], numbers: Sequence[int], masks: Sequence[Mask]) -> list[int]:
    """Return those whose boxes touch the box around all of the masks: of one mask, most are apart."""
    boxes = [(x, y, x + w, y + h) for x, y, w, h in (mask.bbox_xywh for mask in masks) if w]
    if not boxes:
        return []
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top, right, bottom = min(lefts), min(tops), max(rights), max(bottoms)
    places = ((number, offers[number].mask.bbox_xywh) for number in numbers)
    return [n for n, (x, y, w, h) in places if left < x + w and x < right and top < y + h and y < bottom]


class ProposalShelf:
    """Holds the offers of the images seen last.

    Args:
        budget_bytes: how much of them, about; those of the image used last stay in any case.
    """

    def __init__(self, budget_bytes: int = SHELF_BYTES) -> None:
        self._budget_bytes = budget_bytes
        self._images: OrderedDict[int, ImageOffers] = OrderedDict()
        self._numbers = count(1)

    def __contains__(self, image_id: int) -> bool:
        return image_id in self._images

    def get(self, image_id: int) -> ImageOffers | None:
        """Return the offers of an image, which are used now."""
        if image_id in self._images:
            self._images.move_to_end(image_id)
        return self._images.get(image_id)

    def add(self, image_id: int, key: str, offers: Iterable[Offer], replaced: str = "") -> ImageOffers:
        """Add offers to those of an image; of two for the same object the new one stays.

        Args:
            image_id: the image.
            key: of its file in the folder.
            offers: to add.
            replaced: see `offers.together`.
        """
        known = self._images.get(image_id)
        if known is None or known.key != key:  # the file is another one: masks of the old one don't fit it
            known = self._images[image_id] = ImageOffers(key)
        numbers: Mapping[int, int] = {id(offer): number for number, offer in known.offers.items()}
        merged = together(tuple(known.offers.values()), tuple(offers), replaced)
        known.set_offers({numbers.get(id(offer)) or next(self._numbers): offer for offer in merged})
        self._images.move_to_end(image_id)
        while len(self._images) > 1 and sum(s.nbytes for s in self._images.values()) > self._budget_bytes:
            self._images.popitem(last=False)
        return known

    def take(self, image_id: int, masks: Collection[Mask]) -> None:
        """Take the offers with these masks away."""
        known, gone = self._images.get(image_id), frozenset(masks)
        if known is not None:
            known.set_offers({n: offer for n, offer in known.offers.items() if offer.mask not in gone})

    def put_back(self, image_id: int, offers: Mapping[int, Offer]) -> None:
        """Bring offers back to where they were; those of an image that is not held are in the folder."""
        known = self._images.get(image_id)
        if known is not None:
            masks = {offer.mask for offer in known.offers.values()}
            new = [(n, offer) for n, offer in offers.items() if offer.mask not in masks]
            back = {n if n > 0 else next(self._numbers): offer for n, offer in new}  # a preview gets a number now
            known.set_offers(dict(sorted({**known.offers, **back}.items())))

    def forget(self) -> None:
        """Drop all: another project."""
        self._images.clear()
