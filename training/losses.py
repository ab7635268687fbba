"""Training objectives: masks, their ranking, boundaries and region embeddings. torch only."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def mask_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Soft Dice plus cross-entropy that counts the region's surroundings more.

    Args:
        logits: (N,K,h,w) float32.
        target: (N,h,w) float32 coverage 0..1.

    Returns:
        (N,K) losses.
    """
    wanted = target[:, None].expand_as(logits)
    near = F.avg_pool2d(F.avg_pool2d(target[:, None], 9, 4, 4), 5, 1, 2)
    near = F.interpolate(near, size=target.shape[-2:], mode="nearest")
    weight = 0.1 + (near > 0).float()
    entropy = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    entropy = (entropy * weight).sum(dim=(2, 3)) / weight.sum(dim=(2, 3))
    chance = logits.sigmoid()
    overlap = (chance * wanted).sum(dim=(2, 3))
    dice = 1 - (2 * overlap + 1) / (chance.sum(dim=(2, 3)) + wanted.sum(dim=(2, 3)) + 1)
    return dice + entropy


def hard_iou(logits: Tensor, target: Tensor) -> Tensor:
    """IoU (N,K) of the masks logits > 0 with target > 0.5."""
    predicted, wanted = logits > 0, (target > 0.5)[:, None]
    both = (predicted & wanted).sum(dim=(2, 3)).float()
    either = (predicted | wanted).sum(dim=(2, 3)).float()
    return both / either.clamp_min(1)


def prompt_loss(logits: Tensor, quality: Tensor, target: Tensor, ambiguous: Tensor) -> Tensor:
    """Loss of one round of prompts.

    The first candidate answers every prompt. Where one click leaves the extent open, the better
    of the other two is trained as well (SAM's minimum over candidates), so that they part.

    Args:
        logits: (N,3,h,w). quality: (N,3) IoU logits. target: (N,h,w) coverage.
        ambiguous: (N,) bool, prompts of one click.
    """
    each = mask_loss(logits, target)
    best = each[:, 1:].min(dim=1).values + 0.05 * each[:, 1:].mean(dim=1)
    loss = each[:, 0] + torch.where(ambiguous, best, torch.zeros_like(best))
    reached = hard_iou(logits.detach(), target)
    ranking = F.binary_cross_entropy_with_logits(quality, reached, reduction="none")
    counted = torch.cat([torch.ones_like(ranking[:, :1]), ambiguous[:, None].expand(-1, 2).float()], dim=1)
    return loss.mean() + 1.0 * (ranking * counted).sum() / counted.sum()


def boundary_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy of boundary logits (B,h,w) with 0, 1 or 2 (unknown); borders weigh 3 times."""
    known = (target < 2).float()
    wanted = (target == 1).float()
    weight = known * (1 + 2 * wanted)
    entropy = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return (entropy * weight).sum() / weight.sum().clamp_min(1)


def affinity_loss(keys: Tensor, regions: Tensor, *, samples: int = 192) -> Tensor:
    """Teach that two cells of one region have like keys, and of two regions unlike ones.

    Args:
        keys: (B,H,C,h,w) unit vectors per head.
        regions: (B,h,w) int64, 0 unlabelled.
        samples: cells drawn per photograph.
    """
    flat, ids = keys.flatten(3), regions.flatten(1)
    score = torch.rand(ids.shape, device=ids.device) + (ids > 0)
    pick = score.topk(samples, dim=1).indices
    chosen = ids.gather(1, pick)
    vectors = flat.gather(3, pick[:, None, None].expand(-1, flat.shape[1], flat.shape[2], -1))
    alike = torch.einsum("bhcp,bhcq->bpq", vectors, vectors) / flat.shape[1]
    known = (chosen > 0).float()
    pairs = known[:, :, None] * known[:, None]
    same = (chosen[:, :, None] == chosen[:, None]).float()
    share = (pairs * same).sum(dim=(1, 2)) / pairs.sum(dim=(1, 2)).clamp_min(1)
    scarce, common = share.clamp_min(0.05)[:, None, None], (1 - share).clamp_min(0.05)[:, None, None]
    balance = torch.where(same > 0, 0.5 / scarce, 0.5 / common)
    entropy = F.binary_cross_entropy_with_logits(8 * (alike - 0.4), same, reduction="none")
    return (entropy * pairs * balance).sum() / (pairs * balance).sum().clamp_min(1)
