"""Offers: masks that engines propose for an image and that nobody accepted yet, kept in a folder between sessions.

    offers = offers_of(propose(engine, image, options), engine.info, options)
    OfferFolder(offers_dir(), budget_bytes).write(key, offers)

One file an image, named after the image's bytes and the project, written in one step and bounded in bytes; a damaged
one counts as absent. What several engines propose lies in one file: each offer says which one made it.

Imports core and engine only; no Qt, no torch.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sam_annotator.core.errors import MaskError
from sam_annotator.core.files import replacing
from sam_annotator.core.mask import Mask, iou_table
from sam_annotator.core.records import Annotation, Provenance
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.settings import cache_dir
from sam_annotator.engine.automatic import Proposal
from sam_annotator.engine.automatic_options import AutomaticOptions

OFFERS_BYTES = 512_000_000
_VERSION = 1
_SUFFIX = ".offers.json"
_SAME = 0.85  # the IoU from which on two offers are for the same object


@dataclass(frozen=True, slots=True)
class Offer:
    """A mask that can be accepted.

    Attributes:
        mask: its pixels; never empty.
        predicted_iou: the engine's own estimate.
        stability_score: SAM's.
        provenance: how it was made, and of what.
        category: name of the category that a detector gave; "" for the one that is current when it is accepted.
        score: a detector's; None where none gave one.
    """

    mask: Mask
    predicted_iou: float
    stability_score: float
    provenance: Provenance
    category: str = ""
    score: float | None = None

    def to_annotation(self, image_id: int, category_id: int) -> Annotation:
        """Return the annotation that it becomes."""
        score = self.predicted_iou if self.score is None else self.score
        return Annotation(0, image_id, category_id, self.mask, score=score, provenance=self.provenance)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "segmentation": self.mask.to_coco_rle(),
            "predicted_iou": self.predicted_iou,
            "stability_score": self.stability_score,
            "provenance": self.provenance.to_json(),
            "category": self.category,
            "score": self.score,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Offer:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the data is no offer.
        """
        try:
            rle, score = data["segmentation"], data["score"]
            mask = Mask(tuple(rle["size"]), rle["counts"])
            numbers = [float(data[key]) for key in ("predicted_iou", "stability_score")]
            score = None if score is None else float(score)
            if mask.is_empty or not all(map(math.isfinite, (*numbers, score or 0.0))):
                raise ValueError("an offer has pixels, and finite scores")
            provenance = Provenance.from_json(data["provenance"])
            return cls(mask, numbers[0], numbers[1], provenance, str(data["category"]), score)
        except (KeyError, TypeError, AttributeError, MaskError) as e:
            raise ValueError(f"not an offer: {e}") from e


def how_searched(engine: EngineInfo, options: AutomaticOptions) -> dict[str, Any]:
    """Return what tells whether an image was searched so before, as JSON values."""
    return {
        "engine": engine.engine_id,
        "checkpoint_sha256": engine.checkpoint_sha256,
        "precision": engine.precision,
        "options": options.to_json(),
    }


def offers_of(proposals: Iterable[Proposal], engine: EngineInfo, options: AutomaticOptions) -> tuple[Offer, ...]:
    """Return proposals of an engine as offers."""
    return tuple(Offer(p.mask, p.predicted_iou, p.stability_score, p.provenance(engine, options)) for p in proposals)


def covered_table(masks: Sequence[Mask], others: Sequence[Mask]) -> npt.NDArray[np.float64]:
    """Return the share of each mask that each other one covers, float64 (N, M): 1 where nothing is left, exactly.

    Args:
        masks: none of them empty.
        others: those of another size cover nothing.
    """
    table = np.zeros((len(masks), len(others)))
    for size_hw in {mask.size_hw for mask in masks} & {other.size_hw for other in others}:
        rows = [i for i, mask in enumerate(masks) if mask.size_hw == size_hw]
        columns = [j for j, other in enumerate(others) if other.size_hw == size_hw]
        iou = iou_table([masks[i] for i in rows], [others[j] for j in columns])
        areas = np.array([masks[i].area for i in rows], np.float64)[:, np.newaxis]
        both = areas + np.array([others[j].area for j in columns], np.float64)
        table[np.ix_(rows, columns)] = np.minimum(np.rint(iou * both / (1 + iou)) / areas, 1.0)
    return table


def together(old: Sequence[Offer], new: Sequence[Offer], replaced: str = "") -> tuple[Offer, ...]:
    """Return offers with new ones added; of two for the same object the new one stays.

    Args:
        old: those that are there.
        new: those to add.
        replaced: the source in the provenance of those that all go: an image was searched anew.
    """
    kept = [offer for offer in old if not replaced or offer.provenance.source != replaced]
    if not kept or not new:
        return (*kept, *new)
    boxes, areas = _boxes_of(new), np.array([offer.mask.area for offer in new], np.float64)
    return (*(offer for offer in kept if not _is_among(offer.mask, new, boxes, areas)), *new)


def _boxes_of(offers: Sequence[Offer]) -> npt.NDArray[np.float64]:
    """Return the boxes of offers, (4, N): left, top, right and bottom."""
    boxes = np.array([offer.mask.bbox_xywh for offer in offers], np.float64).reshape(-1, 4).T
    boxes[2:] += boxes[:2]
    return boxes


def _is_among(
    mask: Mask, offers: Sequence[Offer], boxes: npt.NDArray[np.float64], areas: npt.NDArray[np.float64]
) -> bool:
    """Whether one of the offers is for the same object: told by the boxes first, of which most are apart."""
    x, y, w, h = mask.bbox_xywh
    width = np.minimum(boxes[2], x + w) - np.maximum(boxes[0], x)
    height = np.minimum(boxes[3], y + h) - np.maximum(boxes[1], y)
    common = np.minimum(np.maximum(width, 0) * np.maximum(height, 0), np.minimum(areas, mask.area))
    for i in np.flatnonzero(common > _SAME * np.maximum(areas, mask.area)).tolist():
        other = offers[i].mask
        if other.size_hw == mask.size_hw and other.iou(mask) > _SAME:
            return True
    return False


def offers_dir() -> Path:
    """Return the user's folder of offers."""
    return cache_dir() / "proposals"


@dataclass(frozen=True, slots=True)
class KeptOffers:
    """What lies in the folder for an image: the offers, and how they were searched for, as JSON values."""

    offers: tuple[Offer, ...]
    searched: Mapping[str, Any]

    @property
    def is_searched(self) -> bool:
        """Whether the image was searched as a whole."""
        return bool(self.searched)


class OfferFolder:
    """Offers on disk. Its methods may be called from any thread.

    Args:
        path: the folder; made when the first file is written.
        budget_bytes: how much may lie in it; the files not used for longest go first.
    """

    def __init__(self, path: Path, budget_bytes: int = OFFERS_BYTES) -> None:
        self.path, self._budget_bytes = path, budget_bytes
        self._lock = threading.RLock()

    @staticmethod
    def key_of(project_dir: Path, image_sha256: str) -> str:
        """Return what names the offers for an image of a project."""
        text = f"{project_dir.resolve()}\n{image_sha256}"
        return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()

    def _file(self, key: str) -> Path:
        return self.path / (key + _SUFFIX)

    def searched(self, key: str) -> Mapping[str, Any]:
        """Return how an image was searched without reading all that was found; empty where it was not."""
        with (
            contextlib.suppress(OSError, ValueError, KeyError, TypeError),
            self._file(key).open(encoding="utf-8") as file,
        ):
            head = json.loads(file.readline())
            if head["version"] == _VERSION and isinstance(head["searched"], dict):
                return dict(head["searched"])
        return {}

    def read(self, key: str) -> KeptOffers | None:
        """Return the offers for an image, which count as used now; None where there are none that are whole."""
        path = self._file(key)
        try:
            head, *lines = path.read_text("utf-8").splitlines()
            data = json.loads(head)
            if data["version"] != _VERSION or data["count"] != len(lines) or not isinstance(data["searched"], dict):
                raise ValueError("another form")
            kept = KeptOffers(tuple(Offer.from_json(json.loads(line)) for line in lines), data["searched"])
        except OSError:
            return None
        except (ValueError, KeyError, TypeError, RecursionError):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return kept

    def write(self, key: str, kept: KeptOffers) -> None:
        """Keep the offers for an image, in place of those that were there.

        Raises:
            OSError: the folder can't be written.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        head = {"version": _VERSION, "count": len(kept.offers), "searched": dict(kept.searched)}
        lines = [json.dumps(head), *(json.dumps(offer.to_json()) for offer in kept.offers)]
        data = ("\n".join(lines) + "\n").encode("utf-8")
        self._make_room(len(data))
        with replacing(self._file(key)) as temporary:
            temporary.write_bytes(data)

    def add(
        self, key: str, offers: Sequence[Offer], searched: Mapping[str, Any] | None = None, replaced: str = ""
    ) -> KeptOffers:
        """Keep more offers for an image beside those that are there; returns all.

        Args:
            key: of the image.
            offers: to add.
            searched: how the image was searched as a whole; None leaves what is known of that.
            replaced: see `together`.

        Raises:
            OSError: the folder can't be written.
        """
        with self._lock:
            before = self.read(key) or KeptOffers((), {})
            merged = together(before.offers, offers, replaced)
            kept = KeptOffers(merged, before.searched if searched is None else dict(searched))
            self.write(key, kept)
        return kept

    def remove(self, key: str, masks: Collection[Mask]) -> None:
        """Forget the offers with these masks; that the image was searched stays known.

        Raises:
            OSError: the folder can't be written.
        """
        gone = frozenset(masks)
        with self._lock:
            kept = self.read(key)
            if kept is not None and any(offer.mask in gone for offer in kept.offers):
                self.write(key, replace(kept, offers=tuple(o for o in kept.offers if o.mask not in gone)))

    def _make_room(self, needed_bytes: int) -> None:
        with os.scandir(self.path) as found:
            stats = [(f.stat(), f.path) for f in found if f.name.endswith(_SUFFIX)]
        surplus = sum(s.st_size for s, _ in stats) + needed_bytes - self._budget_bytes
        for status, path in sorted(stats, key=lambda entry: entry[0].st_mtime):
            if surplus <= 0:
                return
            with contextlib.suppress(OSError):
                Path(path).unlink()
            surplus -= status.st_size
