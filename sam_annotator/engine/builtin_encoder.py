"""Image encoder of the built-in model: one photograph in, one embedding tensor out.

A plain residual network with GroupNorm (batch statistics would tie a mask to the
pictures trained beside it) and a feature pyramid. May import torch only; knows no prompt,
no Qt and no file.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

FINE_CHANNELS = 32
"""Channels of the stride-4 part of an embedding: boundary logit, RGB, 28 learned."""
COARSE_CHANNELS = 128
"""Channels of the stride-8 part, stored as 32 channels at stride 4 (pixel shuffle)."""
EMBEDDING_CHANNELS = FINE_CHANNELS + COARSE_CHANNELS // 4
_GROUPS = 8


class ConvNorm(nn.Sequential):
    """3x3 or 1x1 convolution, GroupNorm, ReLU."""

    def __init__(self, in_channels: int, out_channels: int, *, kernel: int = 3, stride: int = 1) -> None:
        super().__init__(
            nn.Conv2d(in_channels, out_channels, kernel, stride, kernel // 2, bias=False),
            nn.GroupNorm(_GROUPS, out_channels),
            nn.ReLU(inplace=True),
        )


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions around an identity; starts as the identity."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = ConvNorm(channels, channels)
        self.second = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm = nn.GroupNorm(_GROUPS, channels)
        nn.init.zeros_(self.norm.weight)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B,C,h,w) to the same shape."""
        return F.relu(x + self.norm(self.second(self.first(x))))


def enlarge(x: Tensor, like: Tensor) -> Tensor:
    """Resize `x` (B,C,h,w) bilinearly to the height and width of `like`."""
    return F.interpolate(x, size=like.shape[-2:], mode="bilinear", align_corners=False)


def pack_embedding(fine: Tensor, coarse: Tensor) -> Tensor:
    """Join (B,32,h,w) at stride 4 and (B,128,h/2,w/2) at stride 8 into (B,64,h,w)."""
    return torch.cat([fine, F.pixel_shuffle(coarse, 2)], dim=1)


def unpack_embedding(embedding: Tensor) -> tuple[Tensor, Tensor]:
    """Undo `pack_embedding`: (B,64,h,w) -> (B,32,h,w) and (B,128,h/2,w/2)."""
    return embedding[:, :FINE_CHANNELS], F.pixel_unshuffle(embedding[:, FINE_CHANNELS:], 2)


class BuiltinImageEncoder(nn.Module):
    """Photograph to embedding, with the call signature of SAM's ImageEncoderViT."""

    def __init__(
        self,
        img_size: int,
        widths: tuple[int, int, int, int, int] = (32, 64, 128, 192, 224),
        depths: tuple[int, int, int, int] = (2, 3, 3, 1),
    ) -> None:
        super().__init__()
        self.img_size = img_size
        self.stem = ConvNorm(3, widths[0], stride=2)
        self.stages = nn.ModuleList(
            nn.Sequential(
                ConvNorm(widths[i], widths[i + 1], stride=2),
                *(ResidualBlock(widths[i + 1]) for _ in range(depths[i])),
            )
            for i in range(4)
        )
        self.context = nn.Linear(widths[4], widths[4])
        pyramid = COARSE_CHANNELS
        self.lateral = nn.ModuleList(nn.Conv2d(w, pyramid, 1) for w in widths[2:])
        self.merge16 = ConvNorm(pyramid, pyramid)
        self.merge8 = nn.Sequential(ConvNorm(pyramid, pyramid), ResidualBlock(pyramid))
        self.coarse_out = nn.Conv2d(pyramid, COARSE_CHANNELS, 1)
        self.fine_lateral = nn.Conv2d(widths[1], 48, 1)
        self.fine_down = nn.Conv2d(pyramid, 48, 1)
        self.fine_merge = nn.Sequential(ConvNorm(48, 48), ResidualBlock(48))
        self.fine_out = nn.Conv2d(48, FINE_CHANNELS - 3, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Encode normalised, padded photographs.

        Args:
            x: (B,3,S,S) float32, SAM's normalisation; S a multiple of 32.

        Returns:
            (B,64,S/4,S/4) float32. Channel 0 is a boundary logit, 1 to 3 the mean colour.
        """
        c4, c8, c16, c32 = self._stages(x)
        c32 = c32 + self.context(c32.mean(dim=(2, 3)))[:, :, None, None]
        p16 = self.merge16(self.lateral[1](c16) + enlarge(self.lateral[2](c32), c16))
        p8 = self.merge8(self.lateral[0](c8) + enlarge(p16, c8))
        p4 = self.fine_merge(self.fine_lateral(c4) + enlarge(self.fine_down(p8), c4))
        learned = self.fine_out(p4).float()
        fine = torch.cat([learned[:, :1], F.avg_pool2d(x.float(), 4), learned[:, 1:]], dim=1)
        return pack_embedding(fine, self.coarse_out(p8).float())

    @staticmethod
    def boundaries(embedding: Tensor) -> Tensor:
        """Return how likely something ends in each cell of an embedding (1,64,h,w): (h,w), 0 to 1."""
        return embedding[0, 0].sigmoid()

    def _stages(self, x: Tensor) -> list[Tensor]:
        x = self.stem(x)
        outputs = []
        for stage in self.stages:
            x = stage(x)
            outputs.append(x)
        return outputs
