"""Rounds of prompts on a batch: the dialogue of an annotator with the network.

A batch's photographs are encoded once; each region is asked for by a click or a box, then
corrected a random number of times. The first and the last round are trained.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.clicks import correcting_click
from training.losses import affinity_loss, boundary_loss, hard_iou, prompt_loss

CORRECTIONS = (0, 0, 1, 1, 2, 3, 5)
"""Untrained corrections before the last one; one entry is drawn per step."""
STRIDE = 2


@dataclass(slots=True)
class Dialogue:
    """What has been said about N regions so far.

    coords (N,P,2) and labels (N,P) are the clicks, boxes (N,4) xyxy with zeros for none,
    logits (N,1,h,w) the last answer or None, target (N,h,w) the truth as coverage 0..1.
    """

    index: Tensor
    coords: Tensor
    labels: Tensor
    boxes: Tensor
    target: Tensor
    logits: Tensor | None = None


def prepare_images(batch: dict[str, Tensor], device: torch.device, mean: Tensor, std: Tensor) -> Tensor:
    """Normalise (B,3,S,S) uint8 and put zeros outside each photograph, as Sam.preprocess does."""
    images = (batch["image"].to(device).float() - mean) / std
    size = images.shape[-1]
    along = torch.arange(size, device=device)
    rows = along < batch["valid_hw"][:, :1].to(device)
    columns = along < batch["valid_hw"][:, 1:].to(device)
    return images * rows[:, None, :, None] * columns[:, None, None, :]


def open_dialogue(batch: dict[str, Tensor], device: torch.device, rng: np.random.Generator) -> Dialogue:
    """Ask first: 62 % one click, 28 % a box, 10 % both."""
    target = batch["masks"].to(device).flatten(0, 1).float() / 255
    points = batch["points"].to(device).flatten(0, 1)[:, None]
    boxes = batch["boxes"].to(device).flatten(0, 1).clone()
    kind = torch.from_numpy(rng.random(len(target))).to(device)
    with_click = (kind < 0.62) | (kind >= 0.9)
    boxes[kind < 0.62] = 0
    labels = torch.where(with_click, 1.0, -1.0)[:, None]
    index = torch.arange(len(batch["image"]), device=device).repeat_interleave(batch["masks"].shape[1])
    return Dialogue(index, points, labels.to(points.dtype), boxes, target)


def answer(model: Any, embedding: Tensor, talk: Dialogue) -> tuple[Tensor, Tensor]:
    """Let the network answer: logits (N,3,h,w) and IoU logits (N,3)."""
    size = embedding.shape[-2], embedding.shape[-1]
    sparse, dense = model.prompt_encoder.encode(talk.coords, talk.labels, talk.boxes, talk.logits, size)
    logits, quality = model.mask_decoder.decode(embedding, talk.index, sparse, dense)
    return logits.float(), quality.float()


def correct(talk: Dialogue, logits: Tensor, rng: np.random.Generator, *, keep_logits: bool) -> None:
    """Add one click in the largest mistake of `logits` (N,h,w), in place."""
    predicted, truth = (logits > 0).cpu().numpy(), (talk.target > 0.5).cpu().numpy()
    clicks, labels = [], []
    for one, wanted in zip(predicted, truth, strict=True):
        click = correcting_click(one, wanted, rng if rng.random() < 0.35 else None)
        x, y, label = click if click is not None else (0.0, 0.0, -1)
        clicks.append((STRIDE * x + 0.5, STRIDE * y + 0.5))
        labels.append(float(label))
    added = torch.tensor(clicks, device=logits.device, dtype=talk.coords.dtype)[:, None]
    talk.coords = torch.cat([talk.coords, added], dim=1)
    talk.labels = torch.cat([talk.labels, torch.tensor(labels, device=logits.device)[:, None]], dim=1)
    talk.logits = logits[:, None] if keep_logits else None


def some(talk: Dialogue, current: Tensor, photos: int, count: int, rng: np.random.Generator) -> tuple[Dialogue, Tensor]:
    """Return the dialogues about `count` regions of each photograph, with their current masks."""
    regions = len(talk.index) // photos
    chosen = torch.from_numpy(rng.permuted(np.tile(np.arange(regions), (photos, 1)), axis=1)[:, :count])
    rows = (chosen + torch.arange(photos)[:, None] * regions).flatten().to(current.device)
    kept = (tensor[rows] for tensor in (talk.index, talk.coords, talk.labels, talk.boxes, talk.target))
    return Dialogue(*kept), current[rows]


def shown(logits: Tensor, quality: Tensor, ambiguous: Tensor) -> Tensor:
    """Return the mask that the program would show, (N,h,w): the best ranked after a lone click."""
    best = torch.where(ambiguous, quality.argmax(dim=1), torch.zeros_like(quality.argmax(dim=1)))
    return logits[torch.arange(len(logits), device=logits.device), best]


def dense_loss(model: Any, embedding: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Boundary and affinity objectives on all cells."""
    from sam_annotator.engine.builtin_encoder import unpack_embedding

    fine, coarse = unpack_embedding(embedding)
    keys = model.mask_decoder.keys(coarse).float().unflatten(1, (4, -1))
    regions = batch["regions"].to(embedding.device)[:, 1::2, 1::2]
    border = boundary_loss(fine[:, 0].float(), batch["boundary"].to(embedding.device))
    return border + affinity_loss(F.normalize(keys, dim=2), regions)


def train_step(
    model: Any,
    batch: dict[str, Tensor],
    images: Tensor,
    rng: np.random.Generator,
    *,
    between: int,
    corrected: int,
    dense_weight: float,
) -> dict[str, float]:
    """Run one dialogue and back-propagate; return figures for the log.

    All regions are asked for once; `corrected` regions of each photograph, drawn at random, are corrected
    `between` times without gradients and once more with.
    Call inside autocast if wanted. Gradients of all rounds meet in the encoder once.
    """
    embedding = model.image_encoder(images)
    dense = dense_loss(model, embedding, batch)
    talk = open_dialogue(batch, images.device, rng)
    ambiguous = (talk.labels[:, 0] == 1) & (talk.boxes[:, 2] <= talk.boxes[:, 0])
    logits, quality = answer(model, embedding, talk)
    first = prompt_loss(logits, quality, talk.target, ambiguous)
    current = shown(logits.detach(), quality.detach(), ambiguous)
    keep = bool(rng.random() < 0.92)
    start = hard_iou(logits.detach(), talk.target)
    chosen = hard_iou(current[:, None], talk.target)[:, 0]
    talk, current = some(talk, current, len(images), corrected, rng)
    with torch.no_grad():
        for _ in range(between):
            correct(talk, current, rng, keep_logits=keep)
            current = answer(model, embedding.detach(), talk)[0][:, 0]
    correct(talk, current, rng, keep_logits=keep)
    logits, quality = answer(model, embedding, talk)
    last = prompt_loss(logits, quality, talk.target, torch.zeros(len(logits), dtype=torch.bool, device=images.device))
    loss = first + last + dense_weight * dense
    loss.backward()
    reached = hard_iou(logits.detach()[:, :1], talk.target).mean()
    return {
        "loss": float(loss.detach()),
        "dense": float(dense.detach()),
        "click": float(chosen[ambiguous].mean()) if ambiguous.any() else float("nan"),
        "best_of_3": float(start[ambiguous].max(dim=1).values.mean()) if ambiguous.any() else float("nan"),
        "box": float(start[~ambiguous, 0].mean()) if (~ambiguous).any() else float("nan"),
        "last": float(reached),
        "corrections": between + 1.0,
    }
