"""SAM's mask decoder, computing only what a click needs. The same function; torch comes late.

What is done otherwise than in segment_anything:

- Attention between a few tokens and thousands of image positions is multiplied out in the cheaper order. Instead of
  projecting each position (4096 x 256 x 128), the projection is folded into the tokens: with 7 tokens and 8 heads that
  is 4096 x 256 x 56, and what is the same for all positions falls out of the softmax.
- Transposed convolutions with stride 2 and kernel 2 are matrix products, and positions stay in rows throughout.
- Masks that are not asked for are not made.
- What attention weighs up, and the upscaling, can be done in half precision; tokens and what attention looks at stay
  in float32.

Source of the function: segment_anything/modeling/mask_decoder.py and transformer.py.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from torch import Tensor

MAX_TOKENS = 24  # with more, about the points of a prompt, folding costs more than it saves


class Positions(NamedTuple):
    """The image as the transformer sees it, in rows of positions (1 or B, P, C).

    Attributes:
        plain: float32.
        with_pe: with the positional encoding, float32; what attention looks for.
        values: as plain, in the type that is weighed and scaled up; what attention takes.
    """

    plain: Tensor
    with_pe: Tensor
    values: Tensor


class _FoldedAttention:
    """One of SAM's attentions between tokens and image positions."""

    def __init__(self, attention: Any, dtype: Any) -> None:
        heads, inner, width = attention.num_heads, attention.internal_dim, attention.embedding_dim
        self._heads, self._head_width, self._width = heads, inner // heads, width
        self._scale = 1 / math.sqrt(self._head_width)
        self._of, self._dtype = attention, dtype
        # By head: (heads, head_width, width) or its transpose.
        self._query, self._key = (p.weight.view(heads, -1, width) for p in (attention.q_proj, attention.k_proj))
        self._value = attention.v_proj.weight.view(heads, -1, width)
        self._value_bias = attention.v_proj.bias.view(heads, 1, -1)
        self._query_bias = attention.q_proj.bias.view(heads, -1, 1)
        self._out = attention.out_proj.weight.view(width, heads, -1).permute(1, 2, 0)
        # The weights of a head sum up to 1, so what is added to each token's share is added once in all.
        self._out_bias = attention.out_proj.bias / heads

    def tokens_to_image(self, tokens: Tensor, image: Positions) -> Tensor:
        """Let tokens (B, T, C) attend to positions; return (B, T, C)."""
        import torch

        batch, count, _ = tokens.shape
        query = self._by_head(self._of.q_proj(tokens)) * self._scale
        folded = (query @ self._key).reshape(batch, -1, self._width)
        attention = torch.softmax(folded @ image.with_pe.transpose(1, 2), dim=-1)
        # What is weighed may be rounded: thousands of positions are summed up. What it is weighed by may not.
        weighed = (attention.to(self._dtype) @ image.values).float()
        mixed = weighed.view(batch, self._heads, count, self._width)
        out: Tensor = mixed @ self._value.transpose(1, 2) + self._value_bias
        projected: Tensor = self._of.out_proj(out.transpose(1, 2).reshape(batch, count, -1))
        return projected

    def image_to_tokens(self, image: Positions, keys: Tensor, values: Tensor) -> Tensor:
        """Let positions attend to tokens, keys and values (B, T, C); return (B, P, C)."""
        import torch

        batch, count, _ = keys.shape
        key = self._by_head(self._of.k_proj(keys)) * self._scale
        folded = (key @ self._query).reshape(batch, -1, self._width)
        bias = (key @ self._query_bias).reshape(batch, -1, 1)
        # Positions last: a softmax over the few tokens of each head is five times as slow where they are last.
        scores = (folded @ image.with_pe.transpose(1, 2)).add_(bias)
        attention = torch.softmax(scores.view(batch, self._heads, count, -1), dim=2).view_as(scores)
        mixed = self._by_head(self._of.v_proj(values)) @ self._out + self._out_bias
        mixed = mixed.reshape(batch, -1, self._width).to(self._dtype)
        out: Tensor = attention.to(self._dtype).transpose(1, 2) @ mixed
        return out

    def _by_head(self, projected: Tensor) -> Tensor:
        batch, count, _ = projected.shape
        return projected.view(batch, count, self._heads, self._head_width).transpose(1, 2)


class FastMaskDecoder:
    """A `segment_anything` mask decoder; its weights are shared with it.

    Args:
        decoder: a MaskDecoder; see `fits`.
        image_pe: its positional encoding of the image, float32 (1, C, h, w).
        value_dtype: of the upscaling and of what attention weighs; a type of torch. None takes float32.
    """

    def __init__(self, decoder: Any, image_pe: Tensor, value_dtype: Any = None) -> None:
        import torch

        dtype = value_dtype or torch.float32

        self._decoder = decoder
        layers = decoder.transformer.layers
        self._to_image = [_FoldedAttention(layer.cross_attn_token_to_image, dtype) for layer in layers]
        self._to_tokens = [_FoldedAttention(layer.cross_attn_image_to_token, dtype) for layer in layers]
        self._final = _FoldedAttention(decoder.transformer.final_attn_token_to_image, dtype)
        self._dtype = dtype
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

    def ready(self, image: Tensor, dense: Tensor) -> Positions:
        """Return what does not depend on clicks.

        Args:
            image: the embedding in rows, float32 (1, h * w, C); see `in_rows`.
            dense: of mask inputs, or of none, in rows: float32 (1 or B, h * w or 1, C).
        """
        return self._positions(image + dense)

    def __call__(self, image: Positions, sparse: Tensor, multimask_output: bool) -> tuple[Tensor, Tensor]:
        """Answer prompts on one image.

        Args:
            image: what `ready` returned.
            sparse: of points and boxes, float32 (B, N, C).
            multimask_output: whether to give three candidates.

        Returns:
            Low-res logits, float32 (B, N, 4 h, 4 w), and predicted IoU, float32 (B, N); N is 3 or 1.
        """
        import torch

        output_tokens = self._output_tokens.expand(len(sparse), -1, -1)
        token_pe = torch.cat((output_tokens, sparse), dim=1)
        tokens, values = self._transform(token_pe, image)
        chosen = range(1, self._decoder.num_mask_tokens) if multimask_output else range(1)
        mlps = self._decoder.output_hypernetworks_mlps
        weights = torch.stack([mlps[i](tokens[:, 1 + i]) for i in chosen], dim=-1)
        predicted_iou = self._decoder.iou_prediction_head(tokens[:, 0])
        return self._upscaled(values, weights), predicted_iou[:, chosen.start : chosen.stop]

    def _positions(self, plain: Tensor) -> Positions:
        return Positions(plain, plain + self._image_pe, plain.to(self._dtype))

    def _transform(self, token_pe: Tensor, image: Positions) -> tuple[Tensor, Tensor]:
        """Return tokens (B, T, C), and positions (B, h * w, C) as values."""
        transformer = self._decoder.transformer
        tokens = token_pe
        for i, layer in enumerate(transformer.layers):
            if layer.skip_first_layer_pe:
                tokens = layer.self_attn(q=tokens, k=tokens, v=tokens)
            else:
                q = tokens + token_pe
                tokens = tokens + layer.self_attn(q=q, k=q, v=tokens)
            tokens = layer.norm1(tokens)
            tokens = layer.norm2(tokens + self._to_image[i].tokens_to_image(tokens + token_pe, image))
            tokens = layer.norm3(tokens + layer.mlp(tokens))
            changed = self._to_tokens[i].image_to_tokens(image, tokens + token_pe, tokens)
            image = self._positions(layer.norm4(image.plain + changed))
        tokens = tokens + self._final.tokens_to_image(tokens + token_pe, image)
        return transformer.norm_final_attn(tokens), image.values

    def _upscaled(self, values: Tensor, weights: Tensor) -> Tensor:
        """Scale positions (B, h * w, C) up by four and weigh their channels: (B, N, 4 h, 4 w)."""
        import torch
        from torch.nn import functional as F

        batch, (height, width), count = len(values), self._grid_hw, weights.shape[2]
        channels = len(self._norm[0])
        rows = values.reshape(-1, values.shape[2])
        first = torch.addmm(self._first_bias, rows, self._first).view(-1, channels)
        first = F.gelu(F.layer_norm(first, (channels,), *self._norm, self._eps))
        second = F.gelu(torch.addmm(self._second_bias, first, self._second))
        masks = (second.view(batch, -1, weights.shape[1]) @ weights.to(self._dtype)).float()
        # Rows are: y, x, then the half in y and in x of each of the two doublings, then the mask. Positions go last
        # first: moving 64 numbers in a row is twice as quick as moving two.
        planes = masks.view(batch, height * width, -1).transpose(1, 2).contiguous()
        planes = planes.view(batch, 2, 2, 2, 2, count, height, width).permute(0, 5, 1, 3, 2, 4, 6, 7)
        return F.pixel_shuffle(planes.reshape(batch, count * 16, height, width), 4)


def in_rows(planes: Tensor) -> Tensor:
    """Return (B, C, h, w) as rows of positions, contiguous (B, h * w, C)."""
    return planes.flatten(2).transpose(1, 2).contiguous()


def _as_matrix(convolution: Any, dtype: Any) -> tuple[Tensor, Tensor]:
    """Return a transposed convolution of kernel 2 and stride 2 as a matrix (in, 4 * out) and its bias."""
    matrix = convolution.weight.permute(0, 2, 3, 1).reshape(convolution.in_channels, -1)
    return matrix.to(dtype).contiguous(), convolution.bias.repeat(4).to(dtype)
