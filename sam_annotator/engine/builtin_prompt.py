"""Prompt encoder of the built-in model: clicks, boxes and masks drawn as dense maps.

Nothing here is learned. Maps have the geometry of the embedding (stride 4), so that a
convolutional decoder sees a click where it was made. May import torch only; no Qt.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

STRIDE = 4
"""Pixels of the padded photograph per cell of the maps."""
MAP_CHANNELS = 14
"""Maps drawn per prompt: 10 geometric, then 4 of the previous logits at stride 2."""
NOT_A_POINT = -1
_FAR = 1e4


def draw_maps(points: Tensor, labels: Tensor, boxes: Tensor | None, size_hw: tuple[int, int]) -> Tensor:
    """Draw clicks and boxes on a grid of cells.

    Args:
        points: (N,P,2) float32, (x, y) in pixels of the padded photograph; P may be 0.
        labels: (N,P), 1 positive, 0 negative, -1 not a point. The last one counts as the newest.
        boxes: (N,4) float32 xyxy pixels, or None.
        size_hw: height and width of the grid.

    Returns:
        (N,10,h,w) float32: near +, near -, around +, around -, newest (signed), inside the box,
        box border, has a box, has a click, number of clicks / 10.
    """
    count, device = points.shape[0], points.device
    height, width = size_hw
    xs = (torch.arange(width, device=device, dtype=torch.float32) + 0.5) * STRIDE
    ys = (torch.arange(height, device=device, dtype=torch.float32) + 0.5) * STRIDE
    maps = points.new_zeros(count, 10, height, width)
    if points.shape[1]:
        dx = (points[:, :, 0, None] - xs).square()
        dy = (points[:, :, 1, None] - ys).square()
        squared = dy[:, :, :, None] + dx[:, :, None, :]
        for channel, label in ((0, 1), (1, 0)):
            other = (labels != label)[:, :, None, None]
            nearest = squared.masked_fill(other, _FAR**2).amin(dim=1)
            maps[:, channel] = torch.exp(-nearest / (2 * (1.5 * STRIDE) ** 2))
            maps[:, channel + 2] = torch.exp(-nearest.sqrt() / (10 * STRIDE))
        signed = (labels[:, -1] == 1).float() - (labels[:, -1] == 0).float()
        maps[:, 4] = signed[:, None, None] * torch.exp(-squared[:, -1].sqrt() / (4 * STRIDE))
        clicks = (labels >= 0).sum(dim=1).float()
        maps[:, 8] = (clicks > 0).float()[:, None, None]
        maps[:, 9] = clicks[:, None, None] / 10
    if boxes is not None:
        valid = (boxes[:, 2] > boxes[:, 0]).float()[:, None, None]
        inside_x = torch.minimum(xs - boxes[:, 0, None], boxes[:, 2, None] - xs)
        inside_y = torch.minimum(ys - boxes[:, 1, None], boxes[:, 3, None] - ys)
        depth = torch.minimum(inside_y[:, :, None], inside_x[:, None, :])
        maps[:, 5] = valid * torch.sigmoid(depth / (0.5 * STRIDE))
        maps[:, 6] = valid * torch.exp(-depth.abs() / STRIDE)
        maps[:, 7] = valid
    return maps


def draw_logits(masks: Tensor | None, count: int, size_hw: tuple[int, int], device: torch.device) -> Tensor:
    """Bring previous logits to the grid: (N,1,any,any) or None -> (N,4,h,w), zeros for None."""
    height, width = size_hw
    if masks is None:
        return torch.zeros(count, 4, height, width, device=device)
    masks = masks.float()
    if masks.shape[-2:] != (2 * height, 2 * width):
        masks = F.interpolate(masks, size=(2 * height, 2 * width), mode="bilinear", align_corners=False)
    return F.pixel_unshuffle(masks, 2).expand(count, -1, -1, -1)


class BuiltinPromptEncoder(nn.Module):
    """Prompts to maps, with the call signature of SAM's PromptEncoder."""

    def __init__(self, img_size: int) -> None:
        super().__init__()
        self.input_image_size = (img_size, img_size)
        self.image_embedding_size = (img_size // STRIDE, img_size // STRIDE)
        self.mask_input_size = (img_size // 2, img_size // 2)

    def get_dense_pe(self) -> Tensor:
        """Return an empty positional encoding: the decoder is convolutional and needs none."""
        return torch.zeros(1, 1, *self.image_embedding_size)

    def forward(
        self,
        points: tuple[Tensor, Tensor] | None,
        boxes: Tensor | None,
        masks: Tensor | None,
    ) -> tuple[Tensor, Tensor]:
        """Draw one batch of prompts.

        Args:
            points: (N,P,2) float pixels (x, y) of the padded photograph, and (N,P) labels
                (1, 0, or -1 for none), or None.
            boxes: (N,4) float xyxy, or None.
            masks: (N,1,h,w) float logits of an earlier prediction, or None.

        Returns:
            sparse (N,P,3) float32: x, y, label; dense (N,14,S/4,S/4) float32.
        """
        count = next(len(t) for t in (points[0] if points else None, boxes, masks) if t is not None)
        device = next(t.device for t in (points[0] if points else None, boxes, masks) if t is not None)
        if points is None:
            coords = torch.zeros(count, 0, 2, device=device)
            labels = torch.zeros(count, 0, device=device)
        else:
            coords, labels = points[0].float(), points[1].float()
        if boxes is not None:
            boxes = boxes.reshape(-1, 4).float()
        return self.encode(coords, labels, boxes, masks, self.image_embedding_size)

    def encode(
        self,
        coords: Tensor,
        labels: Tensor,
        boxes: Tensor | None,
        masks: Tensor | None,
        size_hw: tuple[int, int],
    ) -> tuple[Tensor, Tensor]:
        """Do what `forward` does on a grid of any size; see there for shapes."""
        maps = draw_maps(coords, labels, boxes, size_hw)
        logits = draw_logits(masks, len(coords), size_hw, coords.device)
        sparse = torch.cat([coords, labels[..., None].to(coords.dtype)], dim=2)
        return sparse, torch.cat([maps, logits], dim=1)


def geodesic(cost: Tensor, seeds: Tensor, *, sweeps: int = 4) -> Tensor:
    """Cheapest path from any seed to each cell, moving along rows and columns.

    Running minima along rows and columns, both ways (raster-scan distance transform,
    Toivanen 1996), are exact for paths with few turns.

    Args:
        cost: (N,h,w) float32, positive, the price of entering a cell.
        seeds: (N,h,w) bool. Without a seed the distance stays at 1e4.

    Returns:
        (N,h,w) float32.
    """
    distance = torch.full_like(cost, _FAR).masked_fill(seeds, 0.0)
    along_x, along_y = cost.cumsum(dim=2), cost.cumsum(dim=1)
    for _ in range(sweeps):
        for dim, total in ((2, along_x), (1, along_y)):
            forward = (distance - total).cummin(dim=dim).values + total
            before = total - cost
            backward = (distance + before).flip(dim).cummin(dim=dim).values.flip(dim) - before
            distance = torch.minimum(forward, backward)
    return distance.clamp_(0.0, _FAR)
