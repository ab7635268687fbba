"""Many clicks at once: each is answered as SAM answers it, and none for another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import EngineError
from sam_annotator.core.prompt import Prompt
from sam_annotator.engine import fast_sam
from sam_annotator.engine.base import PromptBatchEngine
from sam_annotator.engine.registry import load_engine

POINTS = np.array([[120.5, 90.25], [300.0, 20.0], [7.0, 290.0], [399.0, 150.5], [200.0, 200.0]])


@pytest.mark.parametrize("engine_id", ["vit_b", "builtin"])
def test_answers_are_segment_anything_s_bit_for_bit(engines: Any, engine_id: str) -> None:
    """Masks found automatically would differ from those of a script with the same checkpoint."""
    import torch
    from segment_anything import SamPredictor

    engine, embedding = engines.get(engine_id), engines.embedding(engine_id)
    assert isinstance(engine, PromptBatchEngine)
    plain = SamPredictor(engine._model)
    plain.features = torch.tensor(embedding.features)
    plain.original_size, plain.input_size = embedding.original_size_hw, embedding.input_size_hw
    plain.is_image_set = True
    scaled = torch.as_tensor(plain.transform.apply_coords(POINTS, plain.original_size))
    labels = torch.ones(len(scaled), 1, dtype=torch.int)
    masks, iou, low_res = plain.predict_torch(scaled[:, None], labels, multimask_output=True, return_logits=True)
    low_res_logits, predicted_iou = engine.predict_points(embedding, POINTS)
    assert low_res_logits.dtype == predicted_iou.dtype == np.float32
    assert np.array_equal(low_res_logits, low_res.numpy()) and np.array_equal(predicted_iou, iou.numpy())
    scaling = engine.scaling(embedding)
    assert np.array_equal(scaling.full(low_res_logits[1, 2]), (masks[1, 2] > 0).numpy())


def test_the_quick_engine_answers_each_click_for_itself(
    engines: Any, vit_b_checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With half precision, or in parts of a batch, a click would be answered with another one's masks."""
    import torch

    model = load_engine("vit_b", vit_b_checkpoint, "cpu")._model  # type: ignore[attr-defined]
    fast = fast_sam.FastSamEngine(model, engines.get("vit_b").info, torch.float32)
    embedding = replace(engines.embedding("vit_b"), engine_key=fast.embedding_key)
    monkeypatch.setattr(fast_sam, "_PROMPTS_CPU", 2)
    low_res_logits, predicted_iou = fast.predict_points(embedding, POINTS)
    exact_logits, exact_iou = engines.get("vit_b").predict_points(engines.embedding("vit_b"), POINTS)
    assert low_res_logits.shape == exact_logits.shape and low_res_logits.dtype == np.float32
    assert np.abs(low_res_logits - exact_logits).max() < 1e-3 * np.abs(exact_logits).max()
    assert np.abs(predicted_iou - exact_iou).max() < 1e-4
    alone = fast.predict(embedding, Prompt(((7.0, 290.0),), (1,)))
    assert np.abs(low_res_logits[2] - alone.low_res_logits).max() < 1e-3 * np.abs(alone.low_res_logits).max()


@pytest.mark.parametrize("engine_id", ["vit_b", "builtin"])
def test_another_engine_s_embedding_is_refused(engines: Any, engine_id: str) -> None:
    """Masks would be made up from numbers that mean something else."""
    with pytest.raises(EngineError, match="encoded by another engine"):
        engines.get(engine_id).predict_points(engines.embedding("fake"), POINTS)
