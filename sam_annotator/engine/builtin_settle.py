"""What a correction may change: the last step of the built-in model's mask decoder.

A late correction is about the place where it was made. What the network changes elsewhere
at the same time is as often wrong as right, so it is taken back (progressive merge, FocalClick,
Chen et al. 2022); the first few clicks still decide what is meant and may change anything.
A lone click means one connected thing.
The pixel under each click always ends on the side that was asked for.
May import torch only; no Qt.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from sam_annotator.engine.builtin_prompt import geodesic

_STRIDE = 2
_FREE_CLICKS = 7
"""Clicks that may change the mask anywhere."""
_WALL = 1e3
_CERTAIN = 4.0
"""Logit given to the cells under a click."""


def settle(logits: Tensor, previous: Tensor, sparse: Tensor) -> Tensor:
    """Merge new logits into the previous ones around the newest click, and respect every click.

    Args:
        logits: (N,K,h,w) float32, new.
        previous: (N,1,h,w) float32, zeros where none were given.
        sparse: (N,P,3) float32 clicks as x, y in pixels of the padded photograph, label.

    Returns:
        (N,K,h,w) float32.
    """
    points = sparse[:, sparse[0, :, 2] >= 0] if len(sparse) else sparse
    if points.shape[1] == 0:
        return logits
    if points.shape[1] == 1 and bool((points[:, 0, 2] > 0).all()) and not bool(previous.any()):
        logits = connected(logits, points[:, 0])
    elif points.shape[1] > _FREE_CLICKS and logits.shape[1] == 1 and bool(previous.any()):
        logits = merge(logits, previous, points[:, -1])
    return respect(logits, points)


def merge(logits: Tensor, previous: Tensor, newest: Tensor) -> Tensor:
    """Keep of the change only what is connected to the newest click: shapes as in `settle`, newest (N,3)."""
    changed = (logits > 0) != (previous > 0)
    return torch.where(changed & ~reachable(changed, newest), previous, logits)


def connected(logits: Tensor, click: Tensor) -> Tensor:
    """Drop from each mask (N,K,h,w) what is not connected to the lone click (N,3)."""
    masks = logits > 0
    return torch.where(masks & ~reachable(masks, click), -logits, logits)


def reachable(masks: Tensor, click: Tensor) -> Tensor:
    """Return what of bool masks (N,K,h,w) a click (N,3) reaches inside them, gaps of a cell bridged."""
    cells = F.max_pool2d(masks.float(), 2)
    count, kinds, height, width = cells.shape
    x = (click[:, 0] / (2 * _STRIDE)).long().clamp(0, width - 1)
    y = (click[:, 1] / (2 * _STRIDE)).long().clamp(0, height - 1)
    seeds = torch.zeros_like(cells, dtype=torch.bool)
    seeds[torch.arange(count, device=click.device), :, y, x] = True
    cost = torch.where(cells > 0, 1e-3, _WALL).flatten(0, 1)
    near = torch.unflatten(geodesic(cost, seeds.flatten(0, 1), sweeps=6) < 2 * _WALL - 1, 0, (count, kinds))
    return F.interpolate(near.float(), scale_factor=2, mode="nearest") > 0


def respect(logits: Tensor, points: Tensor) -> Tensor:
    """Put the cells under each click (N,P,3) on its side; where clicks disagree the later one wins."""
    height, width = logits.shape[-2:]
    ys = torch.arange(height, device=logits.device)[:, None]
    xs = torch.arange(width, device=logits.device)[None]
    for number in range(points.shape[1]):
        point = points[:, number]
        x = (point[:, 0] / _STRIDE).long().clamp(0, width - 1)[:, None, None]
        y = (point[:, 1] / _STRIDE).long().clamp(0, height - 1)[:, None, None]
        under = ((((xs - x).square() + (ys - y).square()) <= 2) & (point[:, 2] >= 0)[:, None, None])[:, None]
        side = torch.where(point[:, 2] > 0, 1.0, -1.0)[:, None, None, None]
        logits = torch.where(under, side * (side * logits).clamp_min(_CERTAIN), logits)
    return logits
