"""SAM's mask decoder, computing only what a click needs. The same function; torch comes late.

What is done otherwise than in segment_anything:

- What does not depend on the click is computed once for an image: its positional encoding, and in the first layer its
  keys, values and queries. A mask input adds to these what sixteen channels give, a sixteenth of the work.
- In the later layers attention between a few tokens and thousands of image positions is multiplied out in the cheaper
  order. Instead of projecting each position (4096 x 256 x 128), the projection is folded into the tokens: with 7 tokens
  and 8 heads that is 4096 x 256 x 56, and what is the same for all positions falls out of the softmax.
- Positions are brought to the next layer some at a time, while they are in the processor's cache, and into memory
  that is used again: fresh memory costs as much as the arithmetic.
- Transposed convolutions with stride 2 and kernel 2 are matrix products, and positions stay in rows throughout.
- Masks that are not asked for are not made.
- What attention weighs up, and the upscaling, can be done in half precision; tokens and what attention looks at stay
  in float32.

Source of the function: segment_anything/modeling/mask_decoder.py and transformer.py.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from sam_annotator.engine.threads import shared

if TYPE_CHECKING:
    from torch import Tensor

MAX_TOKENS = 24  # with more, about the points of a prompt, folding costs more than it saves
_AT_ONCE = 1024  # positions, on a processor
_ROWS_AT_ONCE = 32  # of what tokens look for


# Of a batch's prompt and some positions: the weights of its tokens there, (heads * T, positions).
Likes = Callable[[int, slice], "Tensor"]


class ImageBase(NamedTuple):
    """What an image gives without a mask input: rows of positions (1, P, C), and the first layer's planes (1, c, P)."""

    rows: Tensor
    key: Tensor
    value: Tensor
    query: Tensor


class ReadyImage(NamedTuple):
    """As ImageBase, float32, with what a mask input or its absence adds; (1 or B, ...)."""

    rows: Tensor
    key: Tensor
    value: Tensor
    query: Tensor


class _Positions(NamedTuple):
    """The image between two layers, in rows of positions (B, P, C).

    Attributes:
        plain: float32.
        with_pe: with the positional encoding, float32; what attention looks for.
        values: as plain, in the type that is weighed and scaled up; what attention takes.
        scores: how the tokens of the next attention like each position: float32 (B, heads * T, P).
    """

    plain: Tensor
    with_pe: Tensor
    values: Tensor
    scores: Tensor


class _FoldedAttention:
    """One of SAM's attentions between tokens and image positions."""

    def __init__(self, attention: Any, dtype: Any) -> None:
        heads, inner, width = attention.num_heads, attention.internal_dim, attention.embedding_dim
        self._heads, self._head_width, self._width = heads, inner // heads, width
        self._scale = 1 / math.sqrt(self._head_width)
        self.of, self._dtype = attention, dtype
        # By head: (heads, head_width, width) or its transpose.
        self._query, self._key = (p.weight.view(heads, -1, width) for p in (attention.q_proj, attention.k_proj))
        self._value = attention.v_proj.weight.view(heads, -1, width)
        self._value_bias = attention.v_proj.bias.view(heads, 1, -1)
        self._query_bias = attention.q_proj.bias.view(heads, -1, 1)
        self._out = attention.out_proj.weight.view(width, heads, -1).permute(1, 2, 0)
        # The weights of a head sum up to 1, so what is added to each token's share is added once in all.
        self._out_bias = attention.out_proj.bias / heads

    # Tokens attend to the image

    def asked(self, tokens: Tensor) -> Tensor:
        """Return what tokens (B, T, C) look for in rows of positions: (B, heads * T, C)."""
        query = self._by_head(self.of.q_proj(tokens)) * self._scale
        folded: Tensor = (query @ self._key).reshape(len(tokens), -1, self._width)
        return folded

    def answered(self, scores: Tensor, values: Tensor) -> Tensor:
        """Return what tokens take from positions: (B, T, C).

        Args:
            scores: what they look for in each position, (B, heads * T, P).
            values: of the positions, (B, P, C).
        """
        import torch

        batch, rows = scores.shape[:2]
        weighed = values.new_empty(batch, rows, self._width, dtype=torch.float32)

        def weigh(b: int, some: slice) -> None:
            # What is weighed may be rounded: thousands of positions are summed up. What it is weighed by may not.
            weighed[b, some] = torch.softmax(scores[b, some], dim=-1).to(self._dtype) @ values[b]

        shared(partial(weigh, *piece) for piece in pieces(batch, rows, _ROWS_AT_ONCE, values.device))
        mixed = weighed.view(len(scores), self._heads, -1, self._width)
        return self._joined(mixed @ self._value.transpose(1, 2) + self._value_bias)

    def from_planes(self, tokens: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Let tokens (B, T, C) attend to positions that are projected already, planes (1 or B, inner, P)."""
        import torch

        query = self._by_head(self.of.q_proj(tokens)) * self._scale
        attention = torch.softmax(self._on_planes(query, key), dim=-1)
        batch, heads, count, places = attention.shape
        values = value.view(len(value), heads, -1, places).transpose(2, 3)
        if len(value) == 1 < batch:  # all at once: else the values would be written down for each
            attention = attention.transpose(0, 1).reshape(1, heads, batch * count, places)
            mixed = (attention @ values).view(heads, batch, count, -1).transpose(0, 1)
        else:
            mixed = attention @ values
        return self._joined(mixed)

    def _joined(self, by_head: Tensor) -> Tensor:
        batch, _, count, _ = by_head.shape
        projected: Tensor = self.of.out_proj(by_head.transpose(1, 2).reshape(batch, count, -1))
        return projected

    # The image attends to tokens

    def liked(self, keys: Tensor, with_pe: Tensor) -> Likes:
        """Return by what positions in rows (B, P, C) weigh the tokens with these keys (B, T, C)."""
        key = self._by_head(self.of.k_proj(keys)) * self._scale
        folded = (key @ self._query).reshape(len(keys), -1, self._width)
        bias = (key @ self._query_bias).reshape(len(keys), -1, 1)
        return lambda b, some: self._weights((folded[b] @ with_pe[b, some].t()).add_(bias[b]))

    def liked_on_planes(self, keys: Tensor, query: Tensor) -> Likes:
        """As `liked`, of positions that are projected already, planes (1 or B, inner, P)."""
        key = self._by_head(self.of.k_proj(keys)) * self._scale
        planes = query.view(len(query), self._heads, self._head_width, -1)
        return lambda b, some: self._weights((key[b] @ planes[b if len(planes) > 1 else 0, ..., some]).flatten(0, 1))

    def given(self, values: Tensor) -> Tensor:
        """Return what tokens with these values (B, T, C) give to whoever takes all of one head: (B, heads * T, C)."""
        mixed: Tensor = self._by_head(self.of.v_proj(values)) @ self._out + self._out_bias
        return mixed.reshape(len(values), -1, self._width).to(self._dtype)

    def _weights(self, scores: Tensor) -> Tensor:
        """Return the weights for scores, (heads * T, P)."""
        import torch

        # Positions last: a softmax over the few tokens of each head is five times as slow where they are last.
        weights = torch.softmax(scores.view(self._heads, -1, scores.shape[1]), dim=1)
        return weights.to(self._dtype).flatten(0, 1)

    def _on_planes(self, by_head: Tensor, planes: Tensor) -> Tensor:
        """Multiply (B, heads, T, w) with planes (1 or B, heads * w, P): (B, heads, T, P)."""
        batch, heads, count, width = by_head.shape
        planes = planes.view(len(planes), heads, width, -1)
        if len(planes) == 1 < batch:
            together = by_head.transpose(0, 1).reshape(1, heads, batch * count, width)
            return (together @ planes).view(heads, batch, count, -1).transpose(0, 1)
        return by_head @ planes

    def _by_head(self, projected: Tensor) -> Tensor:
        batch, count, _ = projected.shape
        return projected.view(batch, count, self._heads, self._head_width).transpose(1, 2)


class FastMaskDecoder:
    """A `segment_anything` mask decoder; its weights are shared with it. One call at a time.

    Args:
        decoder: a MaskDecoder; see `fits`.
        prompt_encoder: its PromptEncoder.
        value_dtype: of the upscaling and of what attention weighs; a type of torch. None takes float32.
    """

    def __init__(self, decoder: Any, prompt_encoder: Any, value_dtype: Any = None) -> None:
        import torch

        dtype = value_dtype or torch.float32

        self._decoder, self._prompt_encoder = decoder, prompt_encoder
        layers = decoder.transformer.layers
        self._to_image = [_FoldedAttention(layer.cross_attn_token_to_image, dtype) for layer in layers]
        self._to_tokens = [_FoldedAttention(layer.cross_attn_image_to_token, dtype) for layer in layers]
        self._final = _FoldedAttention(decoder.transformer.final_attn_token_to_image, dtype)
        self._dtype = dtype
        image_pe = prompt_encoder.get_dense_pe()
        self._grid_hw = (int(image_pe.shape[2]), int(image_pe.shape[3]))
        self._image_pe = in_rows(image_pe)
        self._output_tokens = torch.cat([decoder.iou_token.weight, decoder.mask_tokens.weight])
        first, norm, _, second, _ = decoder.output_upscaling
        self._first, self._first_bias = _as_matrix(first, dtype)
        self._second, self._second_bias = _as_matrix(second, dtype)
        self._norm, self._eps = (norm.weight.to(dtype), norm.bias.to(dtype)), norm.eps
        tokens, image = self._to_image[0].of, self._to_tokens[0].of
        self._projections = (tokens.k_proj, tokens.v_proj, image.q_proj)  # of the image, in the first layer
        last = prompt_encoder.mask_downscaling[-1]
        self._mask_out = (last.weight.flatten(1), last.bias)  # (C, 16)
        self._no_mask = prompt_encoder.no_mask_embed.weight.detach().view(-1)
        self._kept: dict[tuple[Any, ...], Tensor] = {}
        self._own = threading.local()  # memory of each thread that works on pieces

    @staticmethod
    def fits(decoder: Any, prompt_encoder: Any) -> bool:
        """Whether decoder and prompt encoder are SAM's own, and not other networks under the same names."""
        from segment_anything.modeling import MaskDecoder, PromptEncoder, TwoWayTransformer
        from torch import nn

        if type(decoder) is not MaskDecoder or type(decoder.transformer) is not TwoWayTransformer:
            return False
        if type(prompt_encoder) is not PromptEncoder or prompt_encoder.mask_downscaling[-1].kernel_size != (1, 1):
            return False
        if not decoder.transformer.layers[0].skip_first_layer_pe:
            return False
        upscaling = [type(part).__name__ for part in decoder.output_upscaling]
        ups = [part for part in decoder.output_upscaling if isinstance(part, nn.ConvTranspose2d)]
        small = all(part.kernel_size == (2, 2) and part.stride == (2, 2) for part in ups)
        return upscaling == ["ConvTranspose2d", "LayerNorm2d", "GELU", "ConvTranspose2d", "GELU"] and small

    def takes(self, sparse: Tensor) -> bool:
        """Whether a prompt is small enough for this way of computing; `sparse` is (B, N, C)."""
        return len(self._output_tokens) + int(sparse.shape[1]) <= MAX_TOKENS

    # What does not depend on clicks

    def base(self, features: Tensor) -> ImageBase:
        """Return what an embedding, float32 (1, C, h, w), gives to every prompt."""
        import torch

        plain = features.flatten(2)
        with_pe = plain + self._image_pe.transpose(1, 2)
        key, value, query = (
            torch.addmm(part.bias[:, None], part.weight, of[0])[None]
            for part, of in zip(self._projections, (with_pe, plain, with_pe), strict=True)
        )
        return ImageBase(in_rows(features), key, value, query)

    def unmasked(self, base: ImageBase) -> ReadyImage:
        """Return an image for prompts without a mask input."""
        rows, *planes = base
        no_mask = self._no_mask
        added = (
            plane + (part.weight @ no_mask)[:, None] for plane, part in zip(planes, self._projections, strict=True)
        )
        return ReadyImage(rows + no_mask, *added)

    def masked(self, base: ImageBase, mask_input: Tensor) -> ReadyImage:
        """Return an image for prompts with mask inputs, float32 (B, 1, 4 h, 4 w)."""
        import torch

        features = mask_input
        for part in self._prompt_encoder.mask_downscaling[:-1]:
            features = part(features)
        features = features.flatten(2)
        weight, bias = self._mask_out
        rows, *planes = base
        added = []
        for plane, part in zip(planes, self._projections, strict=True):
            of_mask = (part.weight @ weight).expand(len(features), -1, -1)
            plane = (plane + (part.weight @ bias)[:, None]).expand(len(features), -1, -1)
            added.append(torch.baddbmm(plane, of_mask, features))
        dense = features.transpose(1, 2) @ weight.t()
        return ReadyImage(dense.add_(bias).add_(rows), *added)

    # A click

    def __call__(self, image: ReadyImage, sparse: Tensor, multimask_output: bool) -> tuple[Tensor, Tensor]:
        """Answer prompts on one image; on a processor quickest where it is `led` (engine/threads.py).

        Args:
            image: what `unmasked` or `masked` returned.
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

    def _transform(self, token_pe: Tensor, image: ReadyImage) -> tuple[Tensor, Tensor]:
        """Return tokens (B, T, C), and positions (B, h * w, C) as values."""
        transformer = self._decoder.transformer
        layers = transformer.layers
        first, to_image, to_tokens = layers[0], self._to_image, self._to_tokens
        tokens = first.norm1(first.self_attn(q=token_pe, k=token_pe, v=token_pe))
        tokens = first.norm2(tokens + to_image[0].from_planes(tokens + token_pe, image.key, image.value))
        tokens = first.norm3(tokens + first.mlp(tokens))
        liked = to_tokens[0].liked_on_planes(tokens + token_pe, image.query)
        plain = image.rows
        for i, layer in enumerate(layers):
            given, following = to_tokens[i].given(tokens), layers[i + 1] if i + 1 < len(layers) else None
            if following is not None:
                q = tokens + token_pe
                tokens = following.norm1(tokens + following.self_attn(q=q, k=q, v=tokens))
            attention = self._final if following is None else to_image[i + 1]
            asked = attention.asked(tokens + token_pe)
            positions = self._next(plain, liked, given, layer.norm4, asked, is_last=following is None)
            taken = attention.answered(positions.scores, positions.values)
            if following is None:
                break
            tokens = following.norm2(tokens + taken)
            tokens = following.norm3(tokens + following.mlp(tokens))
            liked = to_tokens[i + 1].liked(tokens + token_pe, positions.with_pe)
            plain = positions.plain
        return transformer.norm_final_attn(tokens + taken), positions.values

    def _next(
        self, plain: Tensor, liked: Likes, given: Tensor, norm: Any, asked: Tensor, *, is_last: bool
    ) -> _Positions:
        """Bring positions to the next layer, and let its tokens look at them.

        Args:
            plain: rows, float32 (1 or B, P, C).
            liked: by what each position weighs what tokens give.
            given: that, (B, heads * T, C).
            norm: what comes after it.
            asked: what the tokens of the next attention look for, float32 (B, heads * T, C).
            is_last: whether rows are not needed after that; none are returned.
        """
        import torch

        batch, places = len(given), plain.shape[1]
        shape = (batch, *plain.shape[1:])
        rows = (0 if is_last else batch, *shape[1:])
        new = self._memory("plain", rows, plain.dtype, plain.device)
        with_pe = self._memory("with_pe", rows, plain.dtype, plain.device)
        values = self._memory("values", shape, self._dtype, plain.device)
        scores = self._memory("scores", (batch, asked.shape[1], places), asked.dtype, plain.device)

        def bring(b: int, some: slice) -> None:
            before = plain[b if len(plain) > 1 else 0, some]
            sum_ = self._scratch("sum", before, before.shape) if is_last else new[b, some]
            looked_at = self._scratch("looked_at", before, before.shape) if is_last else with_pe[b, some]
            torch.add(before, liked(b, some).t() @ given[b], out=sum_)  # before what it likes is written over
            normed = norm(sum_)
            if not is_last:
                sum_.copy_(normed)
            values[b, some].copy_(normed)
            torch.add(normed, self._image_pe[0, some], out=looked_at)
            scores[b, :, some] = asked[b] @ looked_at.t()

        shared(partial(bring, *piece) for piece in pieces(batch, places, _AT_ONCE, plain.device))
        return _Positions(new, with_pe, values, scores)

    def _upscaled(self, values: Tensor, weights: Tensor) -> Tensor:
        """Scale positions (B, h * w, C) up by four and weigh their channels: (B, N, 4 h, 4 w)."""
        import torch
        from torch.nn import functional as F

        batch, (height, width), count = len(values), self._grid_hw, weights.shape[2]
        channels, weights = len(self._norm[0]), weights.to(self._dtype)
        planes = values.new_empty(batch, 16 * count, height * width, dtype=torch.float32)
        gelu = torch.ops.aten.gelu_  # in place: fresh memory costs as much as the arithmetic
        # Four places of 32 channels at a time: a product of so few columns takes as long as one of four times as many.
        by_four = torch.kron(torch.eye(4, dtype=self._dtype, device=values.device), weights)

        def scale(b: int, some: slice) -> None:
            of = values[b, some]
            first = self._scratch("first", of, (len(of), len(self._first_bias)))
            torch.addmm(self._first_bias, of, self._first, out=first)
            normed = gelu(F.layer_norm(first.view(-1, channels), (channels,), *self._norm, self._eps))
            second = self._scratch("second", of, (len(normed), len(self._second_bias)))
            torch.addmm(self._second_bias, normed, self._second, out=second)
            masks = gelu(second) @ by_four[b]
            # Rows are: y, x, then the half in y and in x of each of the two doublings, then the mask.
            planes[b, :, some] = masks.view(-1, 16 * count).t()

        shared(partial(scale, *piece) for piece in pieces(batch, height * width, _AT_ONCE, values.device))
        planes = planes.view(batch, 2, 2, 2, 2, count, height, width).permute(0, 5, 1, 3, 2, 4, 6, 7)
        return F.pixel_shuffle(planes.reshape(batch, count * 16, height, width), 4)

    def _scratch(self, name: str, like: Tensor, shape: Sequence[int]) -> Tensor:
        """Return memory for a piece in the calling thread, of the type of another; the next piece gets the same."""
        kept: Tensor | None = getattr(self._own, name, None)
        if kept is None or (kept.shape, kept.dtype, kept.device) != (shape, like.dtype, like.device):
            kept = like.new_empty(tuple(shape))
            setattr(self._own, name, kept)
        return kept

    def _memory(self, name: str, shape: tuple[int, ...], dtype: Any, device: Any) -> Tensor:
        """Return memory, for one prompt that of the last call."""
        import torch

        if shape[0] > 1:
            return torch.empty(shape, dtype=dtype, device=device)
        key = (name, shape, dtype, device)
        if key not in self._kept:
            self._kept[key] = torch.empty(shape, dtype=dtype, device=device)
        return self._kept[key]


def pieces(batch: int, count: int, at_once: int, device: Any) -> Iterator[tuple[int, slice]]:
    """Yield which of a batch, and which of so many rows of it, to do at a time; on a GPU all rows."""
    for b in range(batch):
        for start in range(0, count, at_once if device.type == "cpu" else count):
            yield b, slice(start, start + (at_once if device.type == "cpu" else count))


def in_rows(planes: Tensor) -> Tensor:
    """Return (B, C, h, w) as rows of positions, contiguous (B, h * w, C)."""
    return planes.flatten(2).transpose(1, 2).contiguous()


def _as_matrix(convolution: Any, dtype: Any) -> tuple[Tensor, Tensor]:
    """Return a transposed convolution of kernel 2 and stride 2 as a matrix (in, 4 * out) and its bias."""
    matrix = convolution.weight.permute(0, 2, 3, 1).reshape(convolution.in_channels, -1)
    return matrix.to(dtype).contiguous(), convolution.bias.repeat(4).to(dtype)
