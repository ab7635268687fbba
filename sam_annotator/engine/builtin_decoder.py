"""Mask decoder of the built-in model: embedding and prompt maps in, candidates out.

Three hints join every cell to the prompt before the first convolution: how alike its
learned features and its colour are to the clicked ones, and how far it lies from them when
crossing a predicted boundary is dear. May import torch only; no Qt.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sam_annotator.engine.builtin_encoder import (
    COARSE_CHANNELS,
    FINE_CHANNELS,
    ConvNorm,
    ResidualBlock,
    enlarge,
    unpack_embedding,
)
from sam_annotator.engine.builtin_prompt import MAP_CHANNELS, STRIDE, geodesic
from sam_annotator.engine.builtin_settle import settle

CANDIDATES = 3
"""Candidate 0 is the one answer to an unambiguous prompt; 1 and 2 are alternatives."""
KEY_CHANNELS = 64
_HEADS = 4
_SIMILARITY_MAPS = 4 * _HEADS + 2
_GEODESIC_MAPS = 5
_CELL_COST = 0.02
_DEPTHS = (3, 7, 15, 31)


class BuiltinMaskDecoder(nn.Module):
    """Prompts to masks, with the call signature of SAM's MaskDecoder."""

    def __init__(self, width8: int = 64, width16: int = 128, width32: int = 160, width4: int = 32) -> None:
        super().__init__()
        self.keys = nn.Conv2d(COARSE_CHANNELS, KEY_CHANNELS, 1)
        self.image8 = nn.Conv2d(COARSE_CHANNELS, width8, 1)
        self.image4 = nn.Conv2d(FINE_CHANNELS, width4, 1)
        hints = _SIMILARITY_MAPS + _GEODESIC_MAPS
        self.prompt8 = nn.Conv2d(4 * MAP_CHANNELS + hints, width8, 3, padding=1)
        self.prompt4 = nn.Conv2d(MAP_CHANNELS, width4, 3, padding=1)
        self.enter8 = nn.Sequential(nn.GroupNorm(8, width8), nn.ReLU(), ResidualBlock(width8))
        self.down16 = nn.Sequential(ConvNorm(width8, width16, stride=2), ResidualBlock(width16))
        self.down32 = nn.Sequential(ConvNorm(width16, width32, stride=2), ResidualBlock(width32))
        self.scene = nn.Sequential(nn.Linear(2 * width32, width32), nn.ReLU(), nn.Linear(width32, width32))
        self.up16 = nn.Conv2d(width32, width16, 1)
        self.leave16 = ResidualBlock(width16)
        self.up8 = nn.Conv2d(width16, width8, 1)
        self.leave8 = ResidualBlock(width8)
        self.up4 = nn.Conv2d(width8, width4, 1)
        self.leave4 = nn.Sequential(
            nn.ReLU(),
            nn.Conv2d(width4, width4, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(width4, width4, 3, padding=1),
            nn.ReLU(),
        )
        self.coarse_masks = nn.Conv2d(width8, CANDIDATES, 1)
        self.fine_masks = nn.Conv2d(width4, CANDIDATES * 4, 1)
        facts = 3 * width8 + width32 + 6 + CANDIDATES + 2 * hints + len(_DEPTHS)
        self.quality = nn.Sequential(nn.Linear(facts, 96), nn.ReLU(), nn.Linear(96, 64), nn.ReLU(), nn.Linear(64, 1))

    def forward(
        self,
        image_embeddings: Tensor,
        image_pe: Tensor,
        sparse_prompt_embeddings: Tensor,
        dense_prompt_embeddings: Tensor,
        multimask_output: bool,
    ) -> tuple[Tensor, Tensor]:
        """Predict masks for N prompts on one photograph.

        Args:
            image_embeddings: (1,64,h,w) float32 of the image encoder.
            image_pe: unused; SAM's signature.
            sparse_prompt_embeddings: (N,P,3) float32 x, y, label of the prompt encoder.
            dense_prompt_embeddings: (N,14,h,w) float32 maps of the prompt encoder.
            multimask_output: three candidates for an ambiguous prompt, else the first alone.

        Returns:
            Logits (N,K,2h,2w) float32 and predicted IoU (N,K) in 0..1, K = 3 or 1.
        """
        index = torch.zeros(len(dense_prompt_embeddings), dtype=torch.long, device=image_embeddings.device)
        logits, quality = self.decode(image_embeddings, index, sparse_prompt_embeddings, dense_prompt_embeddings)
        keep = CANDIDATES if multimask_output else 1
        previous = F.pixel_shuffle(dense_prompt_embeddings[:, -4:], 2)
        return settle(logits[:, :keep], previous, sparse_prompt_embeddings), quality[:, :keep].sigmoid()

    def decode(self, embedding: Tensor, index: Tensor, sparse: Tensor, dense: Tensor) -> tuple[Tensor, Tensor]:
        """Predict for N prompts on B photographs; `index` (N,) long names each one's photograph.

        Returns:
            Logits (N,3,2h,2w) float32, and IoU logits (N,3) float32.
        """
        fine, coarse = unpack_embedding(embedding)
        hints = self._hints(fine, coarse, index, sparse, dense)
        logits, x8, scene = self._core(coarse, fine, index, _bounded(dense), hints)
        edges = F.max_pool2d(fine[:, :1].float().sigmoid(), 2)[index]
        return logits, self._rank(logits, x8, scene, edges, hints, F.avg_pool2d(dense[:, :1], 2))

    def _core(
        self, coarse: Tensor, fine: Tensor, index: Tensor, drawn: Tensor, hints: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Run the convolutions: logits (N,3,2h,2w), cells (N,C,h/2,w/2), scene (N,C'), all float32."""
        prompt8 = self.prompt8(torch.cat([F.pixel_unshuffle(drawn, 2), hints], dim=1))
        x8 = self.enter8(self.image8(coarse).index_select(0, index) + prompt8)
        x16 = self.down16(x8)
        x32 = self.down32(x16)
        scene = self.scene(torch.cat([x32.mean(dim=(2, 3)), x32.amax(dim=(2, 3))], dim=1))
        x16 = self.leave16(x16 + enlarge(self.up16(x32 + scene[:, :, None, None]), x16))
        x8 = self.leave8(x8 + enlarge(self.up8(x16), x8))
        x4 = self.image4(fine).index_select(0, index) + self.prompt4(drawn)
        x4 = self.leave4(x4 + enlarge(self.up4(x8), x4))
        outline = F.pixel_shuffle(self.fine_masks(x4), 2).float()
        logits = outline + enlarge(self.coarse_masks(x8).float(), outline)
        return logits, x8.float(), scene.float()

    def _hints(self, fine: Tensor, coarse: Tensor, index: Tensor, sparse: Tensor, dense: Tensor) -> Tensor:
        """Join prompts and cells at stride 8: (N,23,h/2,w/2)."""
        keys = self.keys(coarse).float()
        keys = F.normalize(torch.unflatten(keys, 1, (_HEADS, -1)), dim=2).flatten(1, 2).index_select(0, index)
        small = F.avg_pool2d(dense, 2)
        with torch.no_grad():
            boundary = F.max_pool2d(fine[:, :1].float().sigmoid(), 2)[index, 0]
            paths = _path_hints(boundary, sparse, small)
        colour = F.avg_pool2d(fine[:, 1:4].float(), 2).index_select(0, index)
        return torch.cat([*_click_similarity(keys, colour, sparse), _mask_similarity(keys, small), paths], dim=1)

    def _rank(self, logits: Tensor, x8: Tensor, scene: Tensor, edges: Tensor, hints: Tensor, clicked: Tensor) -> Tensor:
        """Predict each candidate's IoU, as a logit, from what lies inside, outside and on its border."""
        soft = F.avg_pool2d(logits.detach().sigmoid(), 4)
        area = soft.mean(dim=(2, 3))
        inside = torch.einsum("nkhw,nchw->nkc", soft, x8) / (soft.sum(dim=(2, 3))[..., None] + 1)
        outside = x8.mean(dim=(2, 3))[:, None].expand_as(inside)
        border = soft * (1 - soft)
        on_edge = (border * edges).sum(dim=(2, 3)) / (border.sum(dim=(2, 3)) + 1e-3)
        within = (soft * edges).sum(dim=(2, 3)) / (soft.sum(dim=(2, 3)) + 1)
        firm = F.avg_pool2d((logits.detach() > 1).float(), 4).sum(dim=(2, 3))
        loose = F.avg_pool2d((logits.detach() > -1).float(), 4).sum(dim=(2, 3))
        near = (soft * hints[:, -_GEODESIC_MAPS : -_GEODESIC_MAPS + 1]).sum(dim=(2, 3)) / (soft.sum(dim=(2, 3)) + 1)
        facts = torch.stack([area, area.clamp_min(1e-5).log() / 5, on_edge, within, firm / (loose + 1e-3), near], dim=2)
        which = torch.eye(CANDIDATES, device=x8.device).expand(len(x8), -1, -1)
        wide = scene[:, None].expand(-1, CANDIDATES, -1)
        along = border / (border.sum(dim=(2, 3), keepdim=True) + 1e-3)
        traits = [
            torch.einsum("nkhw,nchw->nkc", soft, hints) / (soft.sum(dim=(2, 3))[..., None] + 1),
            torch.einsum("nkhw,nchw->nkc", along, x8),
            torch.einsum("nkhw,nchw->nkc", along, hints),
            _centredness(soft, clicked),
        ]
        ranks: Tensor = self.quality(torch.cat([inside, outside, wide, facts, which, *traits], dim=2))
        return ranks[..., 0].float()


def _bounded(dense: Tensor) -> Tensor:
    """Squash the previous logits in the maps to -1..1; zero stays "none given"."""
    return torch.cat([dense[:, :-4], (dense[:, -4:] / 4).tanh()], dim=1)


def _centredness(soft: Tensor, clicked: Tensor) -> Tensor:
    """Tell how near the clicks lie to the deepest place of each candidate, at four scales: (N,K,4).

    People click in the middle of what they mean, so a candidate whose middle is elsewhere is unlikely.

    Args:
        soft: (N,K,h,w) candidates, 0..1.
        clicked: (N,1,h,w) drawn positive clicks.
    """
    weight = clicked / (clicked.sum(dim=(2, 3), keepdim=True) + 1e-3)
    ratios = []
    for size in _DEPTHS:
        depth = F.avg_pool2d(soft, (size, 1), stride=1, padding=(size // 2, 0))
        depth = F.avg_pool2d(depth, (1, size), stride=1, padding=(0, size // 2))
        ratios.append((depth * weight).sum(dim=(2, 3)) / (depth.amax(dim=(2, 3)) + 1e-3))
    return torch.stack(ratios, dim=2)


def _click_similarity(keys: Tensor, colour: Tensor, sparse: Tensor) -> list[Tensor]:
    """Likeness of each cell to the positive and to the negative clicks, per head and in colour."""
    count, _, height, width = keys.shape
    labels = sparse[:, :, 2]
    if sparse.shape[1] == 0:
        return [keys.new_full((count, _HEADS, height, width), -1.0)] * 2 + [keys.new_zeros(count, 2, height, width)]
    scale = sparse.new_tensor([2 / (2 * STRIDE * width), 2 / (2 * STRIDE * height)])
    grid = ((sparse[:, :, :2] + 0.5) * scale - 1)[:, :, None]
    clicked = F.grid_sample(keys, grid, padding_mode="border", align_corners=False)[..., 0]
    heads = torch.unflatten(keys, 1, (_HEADS, -1)).flatten(3)
    alike = torch.einsum("nhcx,nhcp->nhpx", heads, torch.unflatten(clicked, 1, (_HEADS, -1)))
    shade = F.grid_sample(colour, grid, padding_mode="border", align_corners=False)[..., 0]
    apart = (colour[:, :, None] - shade[:, :, :, None, None]).square().sum(dim=1)
    near_colour = torch.exp(-apart / 0.5)
    by_key, by_colour = [], []
    for label in (1, 0):
        other = labels != label
        best = alike.masked_fill(other[:, None, :, None], -1.0).amax(dim=2)
        by_key.append(torch.unflatten(best, 2, (height, width)))
        by_colour.append(near_colour.masked_fill(other[:, :, None, None], 0.0).amax(dim=1, keepdim=True))
    return [*by_key, *by_colour]


def _mask_similarity(keys: Tensor, small: Tensor) -> Tensor:
    """Likeness to the mean feature inside and outside of what is already known: (N,8,h,w).

    Inside is the previous mask, else the box, else the surroundings of the positive clicks.
    """
    previous = small[:, -4:].mean(dim=1)
    has_mask = (previous.abs().amax(dim=(1, 2)) > 0)[:, None, None]
    has_box = small[:, 7, :1, :1] > 0
    inside = torch.where(has_mask, previous.sigmoid(), torch.where(has_box, small[:, 5], small[:, 2].square()))
    weights = torch.stack([inside, 1 - inside], dim=1).flatten(2)
    weights = weights / (weights.sum(dim=2, keepdim=True) + 1e-3)
    heads = torch.unflatten(keys, 1, (_HEADS, -1)).flatten(3)
    means = F.normalize(torch.einsum("nhcx,nsx->nhsc", heads, weights), dim=3)
    likeness = torch.einsum("nhsc,nhcx->nshx", means, heads).flatten(1, 2)
    return torch.unflatten(likeness, 2, keys.shape[-2:])


def _path_hints(boundary: Tensor, sparse: Tensor, small: Tensor) -> Tensor:
    """Nearness along boundary-free paths to clicks and to the outside of the box: (N,5,h,w)."""
    count, height, width = boundary.shape
    seeds = boundary.new_zeros(2, count, height, width, dtype=torch.bool)
    cell_x = (sparse[:, :, 0] / (2 * STRIDE)).long().clamp(0, width - 1)
    cell_y = (sparse[:, :, 1] / (2 * STRIDE)).long().clamp(0, height - 1)
    rows = torch.arange(count, device=boundary.device)[:, None].expand_as(cell_x)
    for side, label in ((0, 1), (1, 0)):
        chosen = sparse[:, :, 2] == label
        seeds[side, rows[chosen], cell_y[chosen], cell_x[chosen]] = True
    seeds[1] |= (small[:, 7] > 0) & (small[:, 5] < 0.1)
    cost = (boundary + _CELL_COST).repeat(2, 1, 1)
    plus, minus = torch.unflatten(geodesic(cost, seeds.flatten(0, 1)), 0, (2, count))
    maps = [torch.exp(-plus), torch.exp(-4 * plus), torch.exp(-minus), torch.exp(-4 * minus), torch.tanh(minus - plus)]
    return torch.stack(maps, dim=1)
