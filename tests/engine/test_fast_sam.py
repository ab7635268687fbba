"""The fast engine gives SAM's masks but for rounding, and is not used where it does not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import EngineError
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.settings import Settings, cache_dir, save_settings
from sam_annotator.engine import fast_sam
from sam_annotator.engine.base import BatchEngine, Embedding, PreparingEngine
from sam_annotator.engine.embedding_cache import EmbeddingCache
from sam_annotator.engine.fast_decoder import FastMaskDecoder
from sam_annotator.engine.fast_prompt import FastPromptEncoder
from sam_annotator.engine.registry import load_engine, load_engine_as_set
from sam_annotator.engine.sam import SamEngine

PROMPTS = [
    Prompt(((120.5, 90.5),), (1,)),
    Prompt(((120.5, 90.5), (300.0, 20.0)), (1, 0)),
    Prompt(box_xyxy=(50.0, 40.0, 250.0, 200.0)),
    Prompt(((120.5, 90.5), (60.0, 60.0)), (1, 0), (50.0, 40.0, 250.0, 200.0)),
    Prompt(tuple((float(5 * i), float(3 * i)) for i in range(1, 40)), (1, 0, 1) * 13),
]


@pytest.fixture(scope="module")
def fast(engines: Any, vit_b_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAM_ANNOTATOR_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield load_engine("vit_b", vit_b_checkpoint, "cpu", "auto")


@pytest.fixture(scope="module")
def fast_embedding(fast: Any, engines: Any) -> Any:
    return fast.encode(engines.image)


@pytest.fixture(scope="module")
def checkpoint_engine(vit_b_checkpoint: Path) -> Any:
    """A fresh network of its own, for tests that change it."""
    return load_engine("vit_b", vit_b_checkpoint, "cpu")


def test_embedding_and_masks_are_sam_s_but_for_rounding(engines: Any, fast: Any, fast_embedding: Any) -> None:
    """An annotator would get other masks here than the same checkpoint gives elsewhere."""
    assert isinstance(fast, fast_sam.FastSamEngine)
    exact, plain = engines.get("vit_b"), engines.embedding("vit_b")
    error = np.linalg.norm(fast_embedding.features - plain.features) / np.linalg.norm(plain.features)
    assert error < fast_sam.MAX_ERROR
    assert (fast_embedding.original_size_hw, fast_embedding.input_size_hw) == (
        plain.original_size_hw,
        plain.input_size_hw,
    )
    earlier = exact.predict(plain, PROMPTS[0]).low_res_logits[1:2]
    for prompt in PROMPTS:
        for multimask_output in (True, False):
            for mask_input in (None, earlier):
                ours = fast.predict(fast_embedding, prompt, mask_input, multimask_output)
                theirs = exact.predict(plain, prompt, mask_input, multimask_output)
                assert ours.low_res_logits.shape == theirs.low_res_logits.shape
                assert ours.masks.shape == theirs.masks.shape and ours.low_res_logits.dtype == np.float32
                assert np.abs(ours.predicted_iou - theirs.predicted_iou).max() < 0.02
                for a, b in zip(ours.masks, theirs.masks, strict=True):
                    union = np.count_nonzero(a | b)
                    assert union == 0 or np.count_nonzero(a & b) / union >= 0.98


def test_in_float32_only_the_order_of_sums_differs(engines: Any, vit_b_checkpoint: Path) -> None:
    """On a processor without half precision masks would change for nothing."""
    import torch

    exact, plain = engines.get("vit_b"), engines.embedding("vit_b")
    model = load_engine("vit_b", vit_b_checkpoint, "cpu")._model  # type: ignore[attr-defined]
    with torch.inference_mode():
        decoder = fast_sam.FastMaskDecoder(model.mask_decoder, model.prompt_encoder)
        points = (torch.tensor([[[300.0, 200.0], [50.0, 60.0]]]), torch.tensor([[1, 0]]))
        sparse, dense = model.prompt_encoder(points=points, boxes=None, masks=None)
        image = decoder.unmasked(decoder.base(torch.tensor(plain.features)))
        ours, ours_iou = decoder(image, sparse, True)
        theirs, theirs_iou = model.mask_decoder(
            torch.tensor(plain.features), model.prompt_encoder.get_dense_pe(), sparse, dense, True
        )
    assert (ours - theirs).abs().max() <= 1e-4 * theirs.abs().max()
    assert (ours_iou - theirs_iou).abs().max() < 1e-5
    assert fast_sam.embedding_error(exact._model, torch.float32) < 1e-3  # the rounding to half precision is in it


@pytest.mark.parametrize("points", [0, 1, 4])
@pytest.mark.parametrize("has_box", [False, True])
def test_a_prompt_is_encoded_as_segment_anything_does(engines: Any, points: int, has_box: bool) -> None:
    """What belongs to the object and what does not would be mixed up, or the box be elsewhere."""
    import torch

    encoder, rng = engines.get("vit_b")._model.prompt_encoder, np.random.default_rng(points)
    for _ in range(20):
        coords, labels = rng.uniform(0, 1024, (points, 2)), rng.integers(0, 2, points).tolist()
        box = rng.uniform(0, 1024, 4) if has_box else None
        as_points = (torch.tensor(coords, dtype=torch.float)[None], torch.tensor(labels)[None]) if points else None
        as_box = None if box is None else torch.tensor(box[None], dtype=torch.float)
        with torch.inference_mode():
            theirs, _ = encoder(points=as_points, boxes=as_box, masks=None)
        ours = FastPromptEncoder(encoder)(coords, labels, box)
        assert ours.dtype == np.float32 and ours.shape == tuple(theirs.shape)
        np.testing.assert_allclose(ours, theirs.numpy(), atol=1e-5)


@pytest.mark.parametrize(("half", "most"), [(False, 1e-4), (True, 3e-2)])
def test_several_prompts_at_once_are_each_answered_alone(engines: Any, half: bool, most: float) -> None:
    """Answers of one prompt would leak into another's; or no click be answered where a processor has half precision."""
    import torch

    plain, model = engines.embedding("vit_b"), engines.get("vit_b")._model
    values = torch.bfloat16 if half else None
    with torch.inference_mode():
        decoder = fast_sam.FastMaskDecoder(model.mask_decoder, model.prompt_encoder, values)
        points = torch.tensor([[[300.0, 200.0]], [[50.0, 60.0]], [[700.0, 500.0]]])
        sparse, dense = model.prompt_encoder(points=(points, torch.ones(3, 1)), boxes=None, masks=None)
        dense = dense[:1]
        image = decoder.unmasked(decoder.base(torch.tensor(plain.features)))
        together, _ = decoder(image, sparse, True)
        for i in range(3):
            alone, _ = decoder(image, sparse[i : i + 1], True)
            assert (together[i] - alone[0]).abs().max() <= most * alone.abs().max()
            theirs, _ = model.mask_decoder(
                torch.tensor(plain.features), model.prompt_encoder.get_dense_pe(), sparse[i : i + 1], dense, True
            )
            assert (alone - theirs).abs().max() <= most * theirs.abs().max()


def test_images_encoded_together_are_those_encoded_alone(fast: Any, engines: Any) -> None:
    """Embeddings made ahead on a GPU would belong to the wrong image, or hold what lies beyond its edge."""
    assert isinstance(fast, BatchEngine) and fast.batch_size == 1  # on a processor nothing is gained
    tall = np.ascontiguousarray(engines.image.transpose(1, 0, 2)[::-1])
    images = (engines.image, tall, engines.image[:50])
    together = fast.encode_batch(images)
    for image, embedding in zip(images, together, strict=True):
        alone = fast.encode(image)
        assert (embedding.original_size_hw, embedding.input_size_hw) == (alone.original_size_hw, alone.input_size_hw)
        assert embedding.engine_key == alone.engine_key and not embedding.features.flags.writeable
        assert np.linalg.norm(embedding.features - alone.features) < 0.01 * np.linalg.norm(alone.features)
    assert not np.array_equal(together[0].features, together[1].features)


def test_what_was_prepared_is_used_and_answers_the_same(fast: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first click on each image would take half as long again, or be answered of another image."""
    rng = np.random.default_rng(3)
    first, second, third = (
        Embedding(rng.normal(0, 0.1, (1, 256, 64, 64)).astype(np.float32), (60, 80), (768, 1024), fast.embedding_key)
        for _ in range(3)
    )
    prompt = Prompt(((20.0, 30.0),), (1,))
    expected = {id(e): fast.predict(e, prompt) for e in (first, second, third)}
    made: list[Any] = []
    base = FastMaskDecoder.base
    assert isinstance(fast, PreparingEngine)
    monkeypatch.setattr(FastMaskDecoder, "base", lambda self, features: made.append(features) or base(self, features))
    fast.prepare(first)
    fast.prepare(second)
    assert len(made) == 2
    for embedding in (first, second, first):
        answer = fast.predict(embedding, prompt)
        assert np.array_equal(answer.low_res_logits, expected[id(embedding)].low_res_logits)
    assert len(made) == 2
    fast.prepare(third)  # the second one goes: the first was used last
    fast.predict(first, prompt)
    assert len(made) == 3
    assert np.array_equal(fast.predict(second, prompt).low_res_logits, expected[id(second)].low_res_logits)
    with pytest.raises(EngineError):
        fast.prepare(replace(first, engine_key="another"))


def test_an_encoding_can_be_given_up_and_says_so_often(engines: Any, fast: Any) -> None:
    """Closing the window, or a click on another image, would wait for the whole network."""

    class Stop(Exception):
        pass

    calls = 0

    def count() -> None:
        nonlocal calls
        calls += 1
        if calls == 5:
            raise Stop

    with pytest.raises(Stop):
        fast.encode(engines.image, count)
    assert calls == 5


def test_memory_and_disk_give_the_very_same_answer(fast: Any, fast_embedding: Any, tmp_path: Path) -> None:
    """The same click would give another mask after a restart."""
    cache = EmbeddingCache(10**9, tmp_path, 10**9)
    cache.put("k", fast_embedding)
    cache.close()
    again = EmbeddingCache(10**9, tmp_path, 10**9).get(fast.embedding_key, "k")
    assert again is not None and np.array_equal(again.features, fast_embedding.features)
    a, b = fast.predict(fast_embedding, PROMPTS[0]), fast.predict(again, PROMPTS[0])
    assert np.array_equal(a.low_res_logits, b.low_res_logits)


def test_what_a_gpu_encoded_is_taken_here_and_exact_ones_are_not_mixed(engines: Any, fast: Any) -> None:
    """Encoding ahead on another machine would be for nothing; or an exact answer would rest on a rounded image."""
    assert "cpu" not in fast.embedding_key
    assert fast.embedding_key != engines.get("vit_b").embedding_key
    assert fast.info.checkpoint_sha256 in fast.embedding_key


def test_a_network_that_differs_is_not_trusted_and_that_is_remembered(
    checkpoint_engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fine-tuned checkpoint that half precision ruins would give wrong masks without a word."""
    model, info = checkpoint_engine._model, checkpoint_engine.info
    asked = []

    def far_off(model: Any, dtype: Any) -> float:
        asked.append(dtype)
        return 0.021

    monkeypatch.setattr(fast_sam, "embedding_error", far_off)
    engine = fast_sam.fastest(model, info)
    assert type(engine) is SamEngine and engine.info.precision == "float32" and asked
    asked.clear()
    fast_sam.fastest(model, info)
    assert not asked  # comparing takes seconds: once is enough
    (cache_dir() / "precision.json").write_text('{"broken": ')
    fast_sam.fastest(model, info)
    assert asked
    assert all(
        value > fast_sam.MAX_ERROR for value in json.loads((cache_dir() / "precision.json").read_text()).values()
    )


def test_a_kernel_that_is_missing_is_no_error(checkpoint_engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a device without the operation the engine would not load at all."""

    def missing(model: Any, dtype: Any) -> float:
        raise RuntimeError("not implemented for this device")

    monkeypatch.setattr(fast_sam, "embedding_error", missing)
    assert type(fast_sam.fastest(checkpoint_engine._model, checkpoint_engine.info)) is SamEngine


def test_other_networks_are_left_as_they_are(builtin_weights: Path) -> None:
    """The built-in model, or a network under SAM's names, would be run as something it is not."""
    from sam_annotator.engine.builtin import build_builtin

    engine = fast_sam.fastest(build_builtin(builtin_weights), EngineInfo("builtin", "Built-in"))
    assert type(engine) is SamEngine


def test_the_setting_decides(vit_b_checkpoint: Path) -> None:
    """A researcher who asks for exact float32 would get rounded masks."""
    save_settings(Settings(precision="float32"))
    assert type(load_engine_as_set("vit_b", vit_b_checkpoint, "cpu")) is SamEngine
