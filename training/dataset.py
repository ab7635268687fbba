"""An endless stream of augmented photographs with regions to ask for.

Each item is one photograph padded to a square as SamPredictor pads it, its dense targets and
several regions with a first click and a box. Runs in loader processes on one thread each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch.utils.data import IterableDataset, get_worker_info

from training.augment import Image, Labels, paste_region, random_view, shift_colours
from training.clicks import click_inside, largest_part, rough_box
from training.pack import TRAINING_SETS, Packed, open_packed, split
from training.scenes import generate_scene

MIN_SHARE, MAX_SHARE = 0.002, 0.7


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the stream is made of.

    Attributes:
        size: side of the padded square in pixels.
        reference: longest side in pixels of a photograph in use (the model's image size).
        regions: regions per photograph.
        whole: share of photographs seen whole rather than cut.
        paste: share of photographs that others' regions are pasted into.
        weights: share of each source; "scenes" are generated.
    """

    size: int
    reference: int
    regions: int
    whole: float = 0.4
    paste: float = 0.5
    weights: tuple[tuple[str, float], ...] = (
        ("coco_train", 0.45),
        ("ccp", 0.25),
        ("facade", 0.1),
        ("dsb2018", 0.05),
        ("scenes", 0.15),
    )


class RegionStream(IterableDataset[dict[str, torch.Tensor]]):
    """Endless, seeded stream of training items; see `make_item` for their content."""

    def __init__(self, folder: Path, recipe: Recipe, seed: int) -> None:
        super().__init__()
        self.folder, self.recipe, self.seed = folder, recipe, seed

    def __iter__(self) -> Iterator[dict[str, torch.Tensor]]:
        info = get_worker_info()
        rng = np.random.default_rng([self.seed, 0 if info is None else info.id])
        cv2.setNumThreads(1)
        torch.set_num_threads(1)
        sets = {name: open_packed(self.folder, name) for name in TRAINING_SETS}
        numbers = {name: split(packed, validation=False) for name, packed in sets.items()}
        names, weights = zip(*self.recipe.weights, strict=True)
        share = np.array(weights) / sum(weights)
        while True:
            item = self._draw(str(rng.choice(names, p=share)), sets, numbers, rng)
            if item is not None:
                yield item

    def _draw(
        self,
        name: str,
        sets: dict[str, Packed],
        numbers: dict[str, npt.NDArray[np.int64]],
        rng: np.random.Generator,
    ) -> dict[str, torch.Tensor] | None:
        recipe = self.recipe

        def photo(source: str) -> tuple[Image, Labels]:
            return sets[source].photo(int(rng.choice(numbers[source])))

        def natural() -> tuple[Image, Labels]:
            return photo(str(rng.choice(["coco_train", "ccp", "facade"], p=[0.5, 0.35, 0.15])))

        if name == "scenes":
            image, labels = generate_scene([natural()[0] for _ in range(3)], recipe.size, rng)
        else:
            image, labels = photo(name)
            whole = bool(rng.random() < recipe.whole)
            image, labels = random_view(image, labels, recipe.size, rng, whole=whole, reference=recipe.reference)
        extra = [labels > 0] if name == "ccp" and rng.random() < 0.35 else []
        if name == "dsb2018":
            labels[labels == 0] = labels.max() + 1
        before = labels.copy()
        if name != "dsb2018" and rng.random() < recipe.paste:
            for _ in range(int(rng.integers(1, 4))):
                source, source_labels = natural()
                ids = np.unique(source_labels[::4, ::4])
                ids = ids[ids > 0]
                if len(ids):
                    paste_region(image, labels, source, source_labels, int(rng.choice(ids)), rng)
        extra = [mask & (labels == before) for mask in extra]
        return make_item(shift_colours(image, rng), labels, extra, recipe, rng)


def choose_regions(
    labels: Labels, extra: list[npt.NDArray[np.bool_]], count: int, rng: np.random.Generator
) -> list[npt.NDArray[np.bool_]]:
    """Return `count` region masks of a fair size, some twice if there are fewer; none if there is none."""
    ids, areas = np.unique(labels, return_counts=True)
    share = areas / labels.size
    ids = rng.permutation(ids[(ids > 0) & (share > MIN_SHARE) & (share < MAX_SHARE)])
    chosen = [labels == number for number in ids[: count - len(extra)]]
    chosen += [mask for mask in extra if MIN_SHARE < mask.mean() < MAX_SHARE]
    return [chosen[i % len(chosen)] for i in range(count)] if chosen else []


def make_item(
    image: Image, labels: Labels, extra: list[npt.NDArray[np.bool_]], recipe: Recipe, rng: np.random.Generator
) -> dict[str, torch.Tensor] | None:
    """Pad to the square and add targets.

    Returns:
        image (3,S,S) uint8; valid_hw (2,) int64; masks (R,S/2,S/2) uint8 coverage 0..255;
        points (R,2) and boxes (R,4) float32 pixels; regions (S/4,S/4) int64; boundary (S/4,S/4)
        uint8 (0 no, 1 yes, 2 unknown). None when no region fits.
    """
    size = recipe.size
    height, width = labels.shape
    chosen = choose_regions(labels, extra, recipe.regions, rng)
    if not chosen:
        return None
    square = np.zeros((size, size, 3), np.uint8)
    square[:height, :width] = image
    spread = np.zeros((size, size), np.uint16)
    spread[:height, :width] = labels
    masks, points, boxes = [], [], []
    for region in chosen:
        full = np.zeros((size, size), np.uint8)
        full[:height, :width] = region
        masks.append(cv2.resize(full * 255, (size // 2, size // 2), interpolation=cv2.INTER_AREA))
        part, _ = largest_part(region[::2, ::2])
        x, y = click_inside(part, rng if rng.random() < 0.3 else None)
        points.append((2 * x, 2 * y))
        boxes.append(rough_box(region, rng))
    return {
        "image": torch.from_numpy(square).permute(2, 0, 1).contiguous(),
        "valid_hw": torch.tensor([height, width]),
        "masks": torch.from_numpy(np.stack(masks)),
        "points": torch.tensor(points, dtype=torch.float32),
        "boxes": torch.tensor(boxes, dtype=torch.float32),
        "regions": torch.from_numpy(spread[2::4, 2::4].astype(np.int64)),
        "boundary": torch.from_numpy(boundary_target(labels, size)),
    }


def boundary_target(labels: Labels, size: int) -> npt.NDArray[np.uint8]:
    """Return per stride-4 cell whether a border between regions passes; 2 where nothing is labelled."""
    height, width = labels.shape
    edge = np.zeros((size, size), bool)
    edge[:height, : width - 1] |= labels[:, 1:] != labels[:, :-1]
    edge[: height - 1, :width] |= labels[1:] != labels[:-1]
    known = np.zeros((size, size), bool)
    known[:height, :width] = labels > 0
    cells = edge.reshape(size // 4, 4, size // 4, 4).any(axis=(1, 3))
    some = known.reshape(size // 4, 4, size // 4, 4).any(axis=(1, 3))
    return np.where(cells, 1, np.where(some, 0, 2)).astype(np.uint8)
