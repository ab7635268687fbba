"""Embeddings put away in half precision: what is rounded, what is not, and what damage does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sam_annotator.engine.base import Embedding
from sam_annotator.engine.kept_embedding import KeptEmbedding, as_kept


def embedding(features: npt.ArrayLike) -> Embedding:
    return Embedding(np.asarray(features, np.float32), (30, 40), (768, 1024), "engine")


def test_numbers_of_a_network_are_rounded() -> None:
    """Embeddings would take twice the room that their masks need."""
    made = embedding(np.random.default_rng(0).normal(0, 3, (1, 8, 8, 8)))
    kept = KeptEmbedding.of(made)
    assert kept.nbytes * 2 == made.nbytes
    error = np.linalg.norm(kept.restored().features - made.features) / np.linalg.norm(made.features)
    assert 0 < error < 5e-4


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param([70_000.0, 1.0], id="too large"),
        pytest.param([-65_520.0, 1.0], id="rounds to infinity"),
        pytest.param([1e-5, 3e-6], id="too small"),
        pytest.param([np.inf, 1.0], id="infinite"),
        pytest.param([np.nan, 1.0], id="no number"),
    ],
)
def test_what_does_not_fit_is_kept_as_it_is(numbers: list[float]) -> None:
    """An unusual fine-tuned network would answer with nonsense once its embedding was kept."""
    made = embedding(numbers)
    kept = KeptEmbedding.of(made)
    assert kept.features.dtype == np.float32
    read = KeptEmbedding.from_bytes(kept.to_bytes(), "engine")
    assert read is not None
    assert read.restored().features.tobytes() == made.features.tobytes()


def test_exact_ones_are_not_rounded() -> None:
    """Who asks for exactness would get something near it."""
    made = replace(embedding([1 / 3, 1.0]), is_exact=True)
    kept = KeptEmbedding.of(made)
    read = KeptEmbedding.from_bytes(kept.to_bytes(), "engine")
    assert read is not None and read.is_exact
    assert as_kept(made).features.tobytes() == made.features.tobytes() == read.features.tobytes()


def test_rounding_twice_changes_nothing() -> None:
    """An answer would depend on how often the embedding went to disk and back."""
    once = as_kept(embedding(np.random.default_rng(1).normal(size=1000)))
    assert as_kept(once).features.tobytes() == once.features.tobytes()


def test_nothing_that_is_kept_can_be_written_to() -> None:
    """A mask would depend on what some thread did to the numbers before."""
    made = embedding([1.0, 2.0])
    for features in (KeptEmbedding.of(made).features, as_kept(made).features):
        with pytest.raises(ValueError):
            features[0] = 5


def test_an_embedding_that_lies_across_the_memory_comes_back_in_order() -> None:
    """Numbers in another order are another image."""
    made = embedding(np.arange(24).reshape(2, 3, 4).transpose(2, 0, 1))
    read = KeptEmbedding.from_bytes(KeptEmbedding.of(made).to_bytes(), "engine")
    assert read is not None and np.array_equal(read.restored().features, made.features)


DATA = KeptEmbedding.of(embedding(np.random.default_rng(2).normal(size=(1, 5, 5)))).to_bytes()


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_any_changed_byte_is_noticed(place: int, change: int) -> None:
    """A failing disk would give wrong masks."""
    damaged = bytearray(DATA)
    damaged[place] ^= change
    assert KeptEmbedding.from_bytes(bytes(damaged), "engine") is None


@given(st.integers(0, len(DATA) - 1))
def test_a_file_cut_short_is_noticed(size: int) -> None:
    """A power cut would give wrong masks."""
    assert KeptEmbedding.from_bytes(DATA[:size], "engine") is None


@given(st.binary(max_size=300))
def test_anything_else_is_noticed(data: bytes) -> None:
    """Another program's file in the folder would end the program."""
    assert KeptEmbedding.from_bytes(data, "engine") is None
