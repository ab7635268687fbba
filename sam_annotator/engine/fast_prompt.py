"""SAM's prompt encoder for the points and the box of one click, in numpy. The same function.

In torch it is thirty calls on a few numbers, each of which lets go of Python and has to wait for it again, while the
window draws the click: that takes 6 ms. Here it is one turn. Batches, which nobody waits for, go through torch.

Source of the function: segment_anything/modeling/prompt_encoder.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

FloatArray: TypeAlias = npt.NDArray[np.float32]

_CENTRE = 0.5  # of a pixel


class FastPromptEncoder:
    """A `segment_anything` prompt encoder; it holds copies of its weights.

    Args:
        encoder: a PromptEncoder.
    """

    def __init__(self, encoder: Any) -> None:
        def as_array(weights: Any) -> FloatArray:
            return weights.detach().float().cpu().numpy().copy()  # type: ignore[no-any-return]

        self._frequencies = as_array(encoder.pe_layer.positional_encoding_gaussian_matrix)  # (2, C / 2)
        self._kinds = np.concatenate([as_array(kind.weight) for kind in encoder.point_embeddings])  # (4, C)
        self._no_point = as_array(encoder.not_a_point_embed.weight)  # (1, C)
        height, width = encoder.input_image_size
        self._size_xy = np.array((width, height), np.float32)

    def __call__(self, coords: npt.ArrayLike, labels: Sequence[int], box_xyxy: npt.ArrayLike | None) -> FloatArray:
        """Return the sparse embedding of a prompt, float32 (1, T, C).

        Args:
            coords: of points, (N, 2), x before y, in the pixels of the network's square.
            labels: of points, 1 for what belongs to the object, 0 for what does not.
            box_xyxy: two corners likewise, (4,), or None.
        """
        parts = []
        if len(labels):
            parts.append(self._placed(coords) + self._kinds[list(labels)])
            if box_xyxy is None:
                parts.append(self._no_point)
        if box_xyxy is not None:
            parts.append(self._placed(np.reshape(box_xyxy, (2, 2))) + self._kinds[2:])
        return np.concatenate([np.zeros((0, self._kinds.shape[1]), np.float32), *parts])[None]

    def _placed(self, coords: npt.ArrayLike) -> FloatArray:
        """Return the positional encoding of places (N, 2): (N, C)."""
        places = (np.asarray(coords, np.float32) + np.float32(_CENTRE)) / self._size_xy
        angles = np.float32(2 * np.pi) * ((2 * places - 1) @ self._frequencies)
        return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)
