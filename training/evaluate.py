"""Measure weights with a simulated annotator (the click_eval protocol).

The protocol is the usual one of interactive segmentation (RITM, Sofiiuk et al. 2021; SAM,
Kirillov et al. 2023): the first click lies at the point of the region farthest from its border,
each next one at the deepest point of the largest wrong part, and the previous low-res logits go
back in as mask_input. NoC@t is the mean number of clicks to IoU t, the limit where never reached.

`python -m training.evaluate DATA` reads DATA/images and DATA/labels;
`python -m training.evaluate PACKED --validation coco_train` takes the photographs held out of training.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch
from segment_anything import SamPredictor

from sam_annotator.engine.builtin import build_builtin
from training.clicks import correcting_click
from training.pack import open_packed, read_pair, split

Pair = tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint16]]
Mask = npt.NDArray[np.bool_]


def regions(labels: npt.NDArray[np.uint16], *, limit: int, rng: np.random.Generator) -> list[Mask]:
    """Return up to `limit` regions of 0.2 % to 70 % of the photograph, in a seeded order."""
    ids, counts = np.unique(labels, return_counts=True)
    share = counts / labels.size
    keep = ids[(ids > 0) & (share > 0.002) & (share < 0.7)]
    return [labels == number for number in rng.permutation(keep)[:limit]]


def intersection_over_union(a: Mask, b: Mask) -> float:
    """Return the IoU of two masks; 1 for two empty ones."""
    union = np.count_nonzero(a | b)
    return np.count_nonzero(a & b) / union if union else 1.0


def click_trace(predictor: Any, truth: Mask, clicks: int) -> tuple[list[float], list[float]]:
    """Return the IoU after each simulated click, and of the three candidates after the first."""
    coords: list[tuple[float, float]] = []
    labels: list[int] = []
    trace: list[float] = []
    candidates: list[float] = []
    logits = None
    predicted = np.zeros_like(truth)
    for number in range(clicks):
        click = correcting_click(predicted, truth, None)
        if click is None:
            trace.append(1.0)
            continue
        coords.append(click[:2])
        labels.append(click[2])
        masks, scores, low = predictor.predict(
            point_coords=np.array(coords, np.float32),
            point_labels=np.array(labels, np.int32),
            mask_input=logits,
            multimask_output=number == 0,
        )
        best = int(np.argmax(scores))
        if number == 0:
            candidates = [intersection_over_union(mask, truth) for mask in masks]
        predicted, logits = masks[best], low[best][None]
        trace.append(intersection_over_union(predicted, truth))
    return trace, candidates


def box_iou(predictor: Any, truth: Mask) -> float:
    """Return the IoU for the region's tight box."""
    ys, xs = np.nonzero(truth)
    box = np.array([xs.min(), ys.min(), xs.max() + 1, ys.max() + 1], np.float32)
    masks, _, _ = predictor.predict(box=box, multimask_output=False)
    return intersection_over_union(masks[0], truth)


def evaluate(predictor: Any, pairs: Iterable[Pair], *, clicks: int, per_image: int) -> dict[str, float]:
    """Run the protocol over photographs with labels and return its figures."""
    rng = np.random.default_rng(0)
    traces, boxes, best, first, encode_s, predict_s = [], [], [], [], [], []
    for image, labels in pairs:
        start = time.perf_counter()
        predictor.set_image(image)
        encode_s.append(time.perf_counter() - start)
        for truth in regions(labels, limit=per_image, rng=rng):
            start = time.perf_counter()
            trace, candidates = click_trace(predictor, truth, clicks)
            traces.append(trace)
            best.append(max(candidates))
            first.append(candidates[0])
            boxes.append(box_iou(predictor, truth))
            predict_s.append((time.perf_counter() - start) / (clicks + 1))
    table = np.array(traces)
    figures: dict[str, float] = {"regions": len(table)}
    figures |= {f"mIoU@{k}": float(table[:, k - 1].mean()) for k in (1, 2, 3, 5, 10) if k <= clicks}
    figures |= {"best of 3@1": float(np.mean(best)), "first of 3@1": float(np.mean(first))}
    figures["mIoU@box"] = float(np.mean(boxes))
    for wanted in (0.8, 0.85, 0.9):
        reached = np.where((table >= wanted).any(axis=1), (table >= wanted).argmax(axis=1) + 1, clicks)
        figures[f"NoC@{round(100 * wanted)}"] = float(reached.mean())
    figures["falling clicks"] = float((np.diff(table, axis=1) < -0.05).mean())
    figures |= {"encode_s": float(np.median(encode_s)), "predict_s": float(np.median(predict_s))}
    return figures


def shipped() -> SamPredictor:
    """Return the model that ships behind plain SamPredictor, for other measuring tools."""
    return SamPredictor(build_builtin())


def read_folder(data: Path) -> Iterator[Pair]:
    """Yield the photographs of a data folder with their labels."""
    for path in sorted((data / "images").glob("*.jpg")):
        yield read_pair(path)


def read_validation(packed: Path, names: list[str], limit: int) -> Iterator[Pair]:
    """Yield photographs held out of training, at most `limit` per set."""
    for name in names:
        pack = open_packed(packed, name)
        for number in split(pack, validation=True)[:limit]:
            image, labels = pack.photo(int(number))
            yield np.ascontiguousarray(image), np.ascontiguousarray(labels)


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, help="safetensors; without it the model that ships")
    parser.add_argument("--clicks", type=int, default=10)
    parser.add_argument("--per-image", type=int, default=2)
    parser.add_argument("--validation", nargs="+", default=[], help="held-out photographs of these packed sets")
    parser.add_argument("--limit", type=int, default=30, help="photographs per held-out set")
    parser.add_argument("--threads", type=int, default=0)
    args = parser.parse_args()
    cv2.setNumThreads(1)
    if args.threads:
        torch.set_num_threads(args.threads)
    predictor = SamPredictor(build_builtin(args.weights))
    held_out = read_validation(args.data, args.validation, args.limit)
    pairs = held_out if args.validation else read_folder(args.data)
    figures = evaluate(predictor, pairs, clicks=args.clicks, per_image=args.per_image)
    print(json.dumps({key: round(value, 4) for key, value in figures.items()}))


if __name__ == "__main__":
    main()
