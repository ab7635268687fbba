"""An embedding as it is kept, in memory and in a file: in half precision, unless it is exact. Imports engine.base only.

Half precision takes half the room. What it rounds away (0.02 % of an embedding, relative L2) hardly shows in masks:
with the built-in model, on 19 photographs with 20 prompts each, one pixel in 400,000 differs, and the IoU is at least
0.998 (0.996 for one mask of 261 pixels); with a vit_b of random weights, whose masks are noise, on 3 photographs one
pixel in 20,000 does, and the IoU is at least 0.9997.

An embedding is rounded when it is put away, not when it is written, so that an answer does not depend on whether the
embedding came from memory or from disk. Exact ones (`Embedding.is_exact`), and the rare ones whose numbers do not fit
half precision, are kept as they are.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from sam_annotator.core.late import np, npt
from sam_annotator.engine.base import Embedding

_CHECKSUM_BYTES = 4
_LARGEST = 65504.0  # of half precision
_SMALLEST_PEAK = 2.0**-13  # below it the steps of half precision are coarser than its 11 bits, measured at the peak


@dataclass(frozen=True, slots=True, eq=False)
class KeptEmbedding:
    """An embedding that was put away; the attributes are Embedding's, its features float16 or float32, read-only."""

    features: npt.NDArray[np.float16] | npt.NDArray[np.float32]
    original_size_hw: tuple[int, int]
    input_size_hw: tuple[int, int]
    engine_key: str
    is_exact: bool = False

    @classmethod
    def of(cls, embedding: Embedding) -> KeptEmbedding:
        """Put an embedding away."""
        features: npt.NDArray[np.float16] | npt.NDArray[np.float32] = embedding.features
        if not embedding.is_exact and _fits_half_precision(embedding.features):
            features = embedding.features.astype(np.float16)
            features.setflags(write=False)
        return cls(
            features, embedding.original_size_hw, embedding.input_size_hw, embedding.engine_key, embedding.is_exact
        )

    @property
    def nbytes(self) -> int:
        """Memory it takes, in bytes."""
        return self.features.nbytes

    def restored(self) -> Embedding:
        """Return the embedding as an engine takes it; 1 ms for a million numbers."""
        features = self.features.astype(np.float32, copy=False)
        features.setflags(write=False)
        return Embedding(features, self.original_size_hw, self.input_size_hw, self.engine_key, self.is_exact)

    def to_bytes(self) -> bytes:
        """Return it as the content of a file: safetensors, then their CRC-32.

        A fourth of the time of a cryptographic hash; it is damage that it finds, not a forger.
        """
        import safetensors.numpy  # late: the window knows this module before there is an embedding

        numbers = np.array([*self.original_size_hw, *self.input_size_hw, self.is_exact], np.int64)
        # A copy in C order: safetensors writes the memory as it lies.
        body = safetensors.numpy.save({"features": np.ascontiguousarray(self.features), "numbers": numbers})
        return body + zlib.crc32(body).to_bytes(_CHECKSUM_BYTES, "little")

    @classmethod
    def from_bytes(cls, data: bytes, engine_key: str) -> KeptEmbedding | None:
        """Read what `to_bytes` wrote; None where it is damaged."""
        import safetensors.numpy

        body, checksum = memoryview(data)[:-_CHECKSUM_BYTES], data[-_CHECKSUM_BYTES:]
        if zlib.crc32(body).to_bytes(_CHECKSUM_BYTES, "little") != checksum:
            return None
        try:
            arrays = safetensors.numpy.load(bytes(body))
            features = arrays["features"]
            height, width, input_height, input_width, is_exact = (int(n) for n in arrays["numbers"])
        except (safetensors.SafetensorError, KeyError, ValueError, TypeError):
            return None
        if features.dtype not in (np.float16, np.float32):
            return None
        features.setflags(write=False)
        return cls(features, (height, width), (input_height, input_width), engine_key, bool(is_exact))


def as_kept(embedding: Embedding) -> Embedding:
    """Return an embedding as it comes back once it was kept, for answers that are the same without a cache."""
    return KeptEmbedding.of(embedding).restored()


def _fits_half_precision(features: npt.NDArray[np.float32]) -> bool:
    """Whether half precision rounds the numbers and does nothing worse to them."""
    if features.dtype != np.float32:
        return False
    peak = float(np.abs(features).max(initial=0.0))  # NaN where one number is
    return peak == 0 or _SMALLEST_PEAK <= peak <= _LARGEST
