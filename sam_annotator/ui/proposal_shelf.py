"""ProposalShelf: what was proposed and not accepted yet, by image; in memory within bounds, the rest in the folder.

An offer of which nothing is left but what is annotated already is not shown, as long as that is so. Holds no widget.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from sam_annotator.core.mask import Mask
from sam_annotator.engine.offers import Offer, overlap, together

SHELF_BYTES = 64_000_000
_PER_OFFER = 2000  # bytes besides the mask's
_LEAST = 0.3  # overlaps below this are not kept: no limit is lower


@dataclass(frozen=True, slots=True)
class OfferFilter:
    """Which offers are shown.

    Attributes:
        min_area: in pixels.
        max_area: likewise; None for no limit.
        min_iou: of the engine's own estimate.
        min_stability: of SAM's stability score.
        max_overlap: with an annotation, IoU or share that is covered; from this on it is not offered any more.
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
    """The offers of one image, by keys that no other offer of the session has.

    Attributes:
        key: of the folder's file.
        offers: what can be accepted.
    """

    key: str
    offers: dict[int, Offer] = field(default_factory=dict)
    _overlaps: dict[Mask, dict[int, float]] = field(default_factory=dict)

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
        masks, known = tuple(masks), self._overlaps
        self._overlaps = {mask: known[mask] if mask in known else self._overlaps_of(mask) for mask in masks}
        closed = {key for found in self._overlaps.values() for key, value in found.items() if value >= max_overlap}
        return {key: offer for key, offer in self.offers.items() if key not in closed}

    def _overlaps_of(self, mask: Mask) -> dict[int, float]:
        values = ((key, overlap(offer.mask, mask)) for key, offer in self.offers.items())
        return {key: value for key, value in values if value >= _LEAST}

    def forget_overlaps(self) -> None:
        """Look at all annotations again: there are other offers."""
        self._overlaps.clear()


class ProposalShelf:
    """Holds the offers of the images seen last.

    Args:
        budget_bytes: how much of them, about; those of the image used last stay in any case.
    """

    def __init__(self, budget_bytes: int = SHELF_BYTES) -> None:
        self._budget_bytes = budget_bytes
        self._images: OrderedDict[int, ImageOffers] = OrderedDict()
        self._keys = count(1)

    def __contains__(self, image_id: int) -> bool:
        return image_id in self._images

    def get(self, image_id: int) -> ImageOffers | None:
        """Return the offers of an image, which are used now."""
        if image_id in self._images:
            self._images.move_to_end(image_id)
        return self._images.get(image_id)

    def add(self, image_id: int, key: str, offers: Iterable[Offer]) -> ImageOffers:
        """Add offers to those of an image; of two for the same object the new one stays."""
        shelf = self._images.setdefault(image_id, ImageOffers(key))
        shelf.key = key
        known: Mapping[int, int] = {id(offer): number for number, offer in shelf.offers.items()}
        merged = together(tuple(shelf.offers.values()), tuple(offers))
        shelf.offers = {known.get(id(offer)) or next(self._keys): offer for offer in merged}
        shelf.forget_overlaps()
        self._images.move_to_end(image_id)
        while len(self._images) > 1 and sum(s.nbytes for s in self._images.values()) > self._budget_bytes:
            self._images.popitem(last=False)
        return shelf

    def drop(self, image_id: int, numbers: Collection[int]) -> tuple[Offer, ...]:
        """Take offers of an image away and return them."""
        shelf = self._images.get(image_id)
        if shelf is None:
            return ()
        return tuple(offer for number in numbers if (offer := shelf.offers.pop(number, None)) is not None)

    def forget(self) -> None:
        """Drop all: another engine, or another project."""
        self._images.clear()
