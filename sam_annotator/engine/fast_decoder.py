"""SAM's mask decoder, computing only what a click needs. The same function; torch comes late.

What is done otherwise than in segment_anything:

- Attention between a few tokens and thousands of image positions is multiplied out in the cheaper order. Instead of
  projecting each position (4096 x 256 x 128), the projection is folded into the tokens: with 7 tokens and 8 heads that
  is 4096 x 256 x 56, and what is the same for all positions falls out of the softmax.
- Transposed convolutions with stride 2 and kernel 2 are matrix products, and positions stay in rows throughout.
- Masks that are not asked for are not made.
- The upscaling, most of what is left, can be done in half precision; tokens and attention stay in float32.

Source of the function: segment_anything/modeling/mask_decoder.py and transformer.py.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor

MAX_TOKENS = 24  # with more, about the points of a prompt, folding costs more than it saves


class _FoldedAttention:
    """One of SAM's attentions between tokens and image positions."""

    def __init__(self, attention: Any) -> None:
        heads, inner, width = attention.num_heads, attention.internal_dim, attention.embedding_dim
        self._heads, self._head_width, self._width = heads, inner // heads, width
        self._scale = 1 / math.sqrt(self._head_width)
        self._of = attention
        # By head: (heads, head_width, width) or its transpose.
        self._query, self._key = (p.weight.view(heads, -1, width) for p in (attention.q_proj, attention.k_proj))
        self._value = attention.v_proj.weight.view(heads, -1, width)
        self._value_bias = attention.v_proj.bias.view(heads, 1, -1)
        self._query_bias = attention.q_proj.bias.view(heads, -1, 1)
        self._out = attention.out_proj.weight.view(width, heads, -1).permute(1, 2, 0)
        # The weights of a head sum up to 1, so what is added to each token's share is added once in all.
        self._out_bias = attention.out_proj.bias / heads

    def tokens_to_image(self, tokens: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        """Let tokens (B, T, C) attend to positions, keys and values (1 or B, P, C); return (B, T, C)."""
        import torch

        batch, count, _ = tokens.shape
        query = self._by_head(self._of.q_proj(tokens)) * self._scale
        folded = (query @ self._key).reshape(batch, -1, self._width)
        attention = torch.softmax(folded @ keys.transpose(1, 2), dim=-1)
        mixed = (attention @ values).view(batch, self._heads, count, self._width)
        out: Tensor = mixed @ self._value.transpose(1, 2) + self._value_bias
        projected: Tensor = self._of.out_proj(out.transpose(1, 2).reshape(batch, count, -1))
        return projected

    def image_to_tokens(self, positions: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        """Let positions (1 or B, P, C) attend to tokens, keys and values (B, T, C); return (B, P, C)."""
        import torch

        batch, count, _ = keys.shape
        key = self._by_head(self._of.k_proj(keys)) * self._scale
        folded = (key @ self._query).reshape(batch, -1, self._width)
        bias = (key @ self._query_bias).reshape(batch, 1, -1)
        scores = positions @ folded.transpose(1, 2) + bias
        attention = torch.softmax(scores.view(*scores.shape[:2], self._heads, count), dim=-1).view_as(scores)
        mixed = self._by_head(self._of.v_proj(values)) @ self._out + self._out_bias
        out: Tensor = attention @ mixed.reshape(batch, -1, self._width)
        return out

    def _by_head(self, projected: Tensor) -> Tensor:
        batch, count, _ = projected.shape
        return projected.view(batch, count, self._heads, self._head_width).transpose(1, 2)


class FastMaskDecoder:
    """A `segment_anything` mask decoder; its weights are shared with it.

    Args:
        decoder: a MaskDecoder; see `fits`.
        image_pe: its positional encoding of the image, float32 (1, C, h, w).
        upscaling_dtype: of the upscaling; the type of torch. None takes float32.
    """

    def __init__(self, decoder: Any, image_pe: Tensor, upscaling_dtype: Any = None) -> None:
        import torch

        dtype = upscaling_dtype or torch.float32

        self._decoder = decoder
        layers = decoder.transformer.layers
        self._to_image = [_FoldedAttention(layer.cross_attn_token_to_image) for layer in layers]
        self._to_tokens = [_FoldedAttention(layer.cross_attn_image_to_token) for layer in layers]
        self._final = _FoldedAttention(decoder.transformer.final_attn_token_to_image)
        self._grid_hw = (int(image_pe.shape[2]), int(image_pe.shape[3]))
        self._image_pe = in_rows(image_pe)
        self._output_tokens = torch.cat([decoder.iou_token.weight, decoder.mask_tokens.weight])
        first, norm, _, second, _ = decoder.output_upscaling
        self._first, self._first_bias = _as_matrix(first, dtype)
        self._second, self._second_bias = _as_matrix(second, dtype)
        self._norm, self._eps = (norm.weight.to(dtype), norm.bias.to(dtype)), norm.eps

    @staticmethod
    def fits(decoder: Any) -> bool:
        """Whether a decoder is SAM's own, and not another network under the same name."""
        from segment_anything.modeling import MaskDecoder, TwoWayTransformer
        from torch import nn

        if type(decoder) is not MaskDecoder or type(decoder.transformer) is not TwoWayTransformer:
            return False
        upscaling = [type(part).__name__ for part in decoder.output_upscaling]
        ups = [part for part in decoder.output_upscaling if isinstance(part, nn.ConvTranspose2d)]
        small = all(part.kernel_size == (2, 2) and part.stride == (2, 2) for part in ups)
        return upscaling == ["ConvTranspose2d", "LayerNorm2d", "GELU", "ConvTranspose2d", "GELU"] and small

    def takes(self, sparse: Tensor) -> bool:
        """Whether a prompt is small enough for this way of computing; `sparse` is (B, N, C)."""
        return len(self._output_tokens) + int(sparse.shape[1]) <= MAX_TOKENS

    def __call__(self, image: Tensor, sparse: Tensor, dense: Tensor, multimask_output: bool) -> tuple[Tensor, Tensor]:
        """Answer prompts on one image.

        Args:
            image: the embedding in rows, float32 (1, h * w, C); see `in_rows`.
            sparse: of points and boxes, float32 (B, N, C).
            dense: of mask inputs, in rows: float32 (1 or B, h * w or 1, C).
            multimask_output: whether to give three candidates.

        Returns:
            Low-res logits, float32 (B, N, 4 h, 4 w), and predicted IoU, float32 (B, N); N is 3 or 1.
        """
        import torch

        output_tokens = self._output_tokens.expand(len(sparse), -1, -1)
        token_pe = torch.cat((output_tokens, sparse), dim=1)
        tokens, positions = self._transform(token_pe, image + dense)
        chosen = range(1, self._decoder.num_mask_tokens) if multimask_output else range(1)
        mlps = self._decoder.output_hypernetworks_mlps
        weights = torch.stack([mlps[i](tokens[:, 1 + i]) for i in chosen], dim=-1)
        predicted_iou = self._decoder.iou_prediction_head(tokens[:, 0])
        return self._upscaled(positions, weights), predicted_iou[:, chosen.start : chosen.stop]

    def _transform(self, token_pe: Tensor, positions: Tensor) -> tuple[Tensor, Tensor]:
        transformer = self._decoder.transformer
        tokens, with_pe = token_pe, positions + self._image_pe
        for i, layer in enumerate(transformer.layers):
            if layer.skip_first_layer_pe:
                tokens = layer.self_attn(q=tokens, k=tokens, v=tokens)
            else:
                q = tokens + token_pe
                tokens = tokens + layer.self_attn(q=q, k=q, v=tokens)
            tokens = layer.norm1(tokens)
            tokens = layer.norm2(tokens + self._to_image[i].tokens_to_image(tokens + token_pe, with_pe, positions))
            tokens = layer.norm3(tokens + layer.mlp(tokens))
            changed = self._to_tokens[i].image_to_tokens(with_pe, tokens + token_pe, tokens)
            positions = layer.norm4(changed.add_(positions))
            with_pe = positions + self._image_pe
        tokens = tokens + self._final.tokens_to_image(tokens + token_pe, with_pe, positions)
        return transformer.norm_final_attn(tokens), positions

    def _upscaled(self, positions: Tensor, weights: Tensor) -> Tensor:
        """Scale positions (B, h * w, C) up by four and weigh their channels: (B, N, 4 h, 4 w)."""
        import torch
        from torch.nn import functional as F

        batch, (height, width) = len(positions), self._grid_hw
        dtype, channels = self._first.dtype, len(self._norm[0])
        rows = positions.reshape(-1, positions.shape[2]).to(dtype)
        first = torch.addmm(self._first_bias, rows, self._first).view(-1, channels)
        first = F.gelu(F.layer_norm(first, (channels,), *self._norm, self._eps))
        second = F.gelu(torch.addmm(self._second_bias, first, self._second))
        masks = (second.view(batch, -1, weights.shape[1]) @ weights.to(dtype)).float()
        # Rows are: y, x, then the half in y and in x of each of the two doublings.
        grid = masks.view(batch, height, width, 2, 2, 2, 2, -1)
        return grid.permute(0, 7, 1, 3, 5, 2, 4, 6).reshape(batch, -1, height * 4, width * 4)


def in_rows(planes: Tensor) -> Tensor:
    """Return (B, C, h, w) as rows of positions, contiguous (B, h * w, C)."""
    return planes.flatten(2).transpose(1, 2).contiguous()


def _as_matrix(convolution: Any, dtype: Any) -> tuple[Tensor, Tensor]:
    """Return a transposed convolution of kernel 2 and stride 2 as a matrix (in, 4 * out) and its bias."""
    matrix = convolution.weight.permute(0, 2, 3, 1).reshape(convolution.in_channels, -1)
    return matrix.to(dtype).contiguous(), convolution.bias.repeat(4).to(dtype)
