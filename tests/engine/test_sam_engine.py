"""The adapter gives what plain SamPredictor gives, and refuses files that are no checkpoint of the engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import CheckpointError, EngineError
from sam_annotator.core.prompt import Prompt
from sam_annotator.engine import sam, weights
from sam_annotator.engine.registry import engine_row, load_engine

PROMPTS = [
    Prompt(((120.5, 90.5),), (1,)),
    Prompt(((120.5, 90.5), (300.0, 20.0)), (1, 0)),
    Prompt(box_xyxy=(50.0, 40.0, 250.0, 200.0)),
    Prompt(((120.5, 90.5), (60.0, 60.0)), (1, 0), (50.0, 40.0, 250.0, 200.0)),
]


@pytest.fixture(scope="module")
def plain_vit_b(engines: Any, vit_b_checkpoint: Path) -> Any:
    """segment_anything alone, with the same weights and image."""
    from segment_anything import SamPredictor, sam_model_registry

    predictor = SamPredictor(sam_model_registry["vit_b"](checkpoint=str(vit_b_checkpoint)))
    predictor.model.eval()
    predictor.set_image(engines.image)
    return predictor


@pytest.fixture(scope="module")
def plain_builtin(engines: Any, builtin_weights: Path) -> Any:
    from segment_anything import SamPredictor

    from sam_annotator.engine.builtin import build_builtin

    predictor = SamPredictor(build_builtin(builtin_weights))
    predictor.set_image(engines.image)
    return predictor


@pytest.mark.parametrize("engine_id", ["vit_b", "builtin"])
def test_answers_are_plain_sam_predictor_s_bit_for_bit(
    engines: Any, engine_id: str, request: pytest.FixtureRequest
) -> None:
    """What a user gets here would differ from what the same checkpoint gives in a script."""
    plain = request.getfixturevalue(f"plain_{engine_id}")
    engine, embedding = engines.get(engine_id), engines.embedding(engine_id)
    assert np.array_equal(embedding.features, plain.features.numpy())
    earlier = engine.predict(embedding, PROMPTS[0]).low_res_logits[1:2]
    for prompt in PROMPTS:
        for multimask_output in (True, False):
            for mask_input in (None, earlier):
                got = engine.predict(embedding, prompt, mask_input, multimask_output)
                masks, predicted_iou, low_res_logits = plain.predict(
                    point_coords=np.array(prompt.point_coords) if prompt.point_coords else None,
                    point_labels=np.array(prompt.point_labels) if prompt.point_coords else None,
                    box=np.array(prompt.box_xyxy) if prompt.box_xyxy else None,
                    mask_input=None if mask_input is None else mask_input.copy(),
                    multimask_output=multimask_output,
                )
                assert np.array_equal(got.masks, masks)
                assert np.array_equal(got.predicted_iou, predicted_iou)
                assert np.array_equal(got.low_res_logits, low_res_logits)


@pytest.mark.parametrize("size_hw", [(1, 1), (7, 1000), (300, 400), (1031, 997), (3000, 4000)])
@pytest.mark.parametrize("side", [448, 1024])
def test_masks_are_sam_s_at_every_size(size_hw: tuple[int, int], side: int, builtin_weights: Path) -> None:
    """On photographs larger than those of the other test, single pixels would differ."""
    import torch
    from segment_anything.modeling import Sam

    from sam_annotator.engine.builtin import build_builtin

    model: Any = build_builtin(builtin_weights)
    model.image_encoder.img_size = side
    logits = torch.randn(1, 3, side // 2, side // 2, generator=torch.Generator().manual_seed(0))
    scale = side / max(size_hw)
    input_size_hw = tuple(max(1, int(v * scale + 0.5)) for v in size_hw)
    plain = Sam.postprocess_masks(model, logits, input_size_hw, size_hw) > model.mask_threshold
    for candidate in range(3):
        mask = sam.full_mask(logits[0, candidate].numpy(), input_size_hw, size_hw, side, model.mask_threshold)
        assert np.array_equal(mask, plain[0, candidate].numpy())


def test_an_image_too_thin_to_scale_is_a_sentence(engines: Any) -> None:
    """A scan line of 1 x 5000 pixels would end in a traceback."""
    with pytest.raises(EngineError, match="thin"):
        engines.get("vit_b").encode(np.zeros((1, 5000, 3), np.uint8))


def refuse(engine_id: str, path: Path) -> str:
    with pytest.raises(CheckpointError) as caught:
        load_engine(engine_id, path, "cpu")
    message = str(caught.value)
    assert len(message) < 240
    assert "\n" not in message
    assert message.endswith(".")
    return message


def test_the_wrong_architecture_is_named(vit_b_checkpoint: Path) -> None:
    """segment_anything's own message for this is 33 kB long."""
    message = refuse("vit_h", vit_b_checkpoint)
    assert "vit_b" in message
    assert "vit_h" in message


def few_weights() -> dict[str, Any]:
    """Return weights that look like ViT-B's, without their bulk."""
    import torch

    names = [f"image_encoder.blocks.{i}.norm1.weight" for i in range(12)]
    state = {name: torch.ones(2) for name in [*names, "mask_decoder.mask_tokens.weight"]}
    return {"image_encoder.patch_embed.proj.weight": torch.ones(768, 1, 1, 1), **state}


def test_files_that_are_no_checkpoint_are_refused(tmp_path: Path) -> None:
    """An empty message, or a traceback, for a download that broke off or the wrong file."""
    import torch

    torch.save(few_weights(), tmp_path / "whole.pth")
    whole = (tmp_path / "whole.pth").read_bytes()
    torch.save({"weight": torch.zeros(2)}, tmp_path / "other.pth")
    torch.save([1, 2, 3], tmp_path / "list.pth")
    torch.save({"a": Path("x"), "b": object}, tmp_path / "code.pth")
    samples = {
        "missing.pth": None,
        "empty.pth": b"",
        "truncated.pth": whole[: len(whole) // 3],
        "text.pth": b"<html>404</html>",
        "zeros.safetensors": bytes(100),
    }
    for name, data in samples.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    for name in (*samples, "other.pth", "list.pth", "code.pth"):
        assert name in refuse("vit_b", tmp_path / name)
    assert "folder" in refuse("vit_b", tmp_path)
    assert "code" in refuse("vit_b", tmp_path / "code.pth")
    assert "missing" in refuse("vit_b", tmp_path / "whole.pth")


def test_fine_tuned_files_are_taken_as_people_save_them(tmp_path: Path) -> None:
    """Wrapped, prefixed and safetensors files would have to be converted by hand."""
    import torch
    from safetensors.torch import save_file

    state = few_weights()
    wrapped = tmp_path / "wrapped.pth"
    torch.save({"model": {f"module.{k}": v for k, v in state.items()}, "epoch": 3}, wrapped)
    tensors = tmp_path / "fine.safetensors"
    save_file(state, tensors)
    for path in (wrapped, tensors):
        read = weights.read_state_dict(path)
        assert read.keys() == state.keys()
        assert weights.architecture_of(read) == "vit_b"
        assert all(torch.equal(read[k], state[k]) for k in state)


def test_a_weight_of_another_size_is_named(vit_b_checkpoint: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fine-tuning at another image size would fail with pages of shapes."""
    state = weights.read_state_dict(vit_b_checkpoint)
    state["image_encoder.pos_embed"] = state["image_encoder.pos_embed"][:, :32, :32].clone()
    monkeypatch.setattr(sam, "read_state_dict", lambda path: state)
    assert "pos_embed has another size" in refuse("vit_b", vit_b_checkpoint)


def test_the_built_in_engine_without_weights_is_a_sentence(tmp_path: Path) -> None:
    """An incomplete installation would show a traceback instead of what to do."""
    assert "install" in refuse("builtin", tmp_path / "none.safetensors")
    (tmp_path / "bad.safetensors").write_bytes(b"no weights")
    assert "install" in refuse("builtin", tmp_path / "bad.safetensors")


def test_an_engine_without_its_checkpoint_says_where_to_get_it() -> None:
    """Choosing ViT-H before downloading it would be a dead end."""
    with pytest.raises(CheckpointError, match=engine_row("vit_h").file_name):
        load_engine("vit_h")


def test_a_device_that_is_not_there_is_a_sentence() -> None:
    """Settings copied from a computer with a GPU would make the program unusable."""
    import torch

    assert sam.resolve_device("auto") in ("cpu", "cuda", "mps")
    assert sam.resolve_device("cpu") == "cpu"
    with pytest.raises(EngineError, match="auto, cpu, cuda or mps"):
        sam.resolve_device("tpu")
    if not torch.cuda.is_available():
        with pytest.raises(EngineError, match="CUDA"):
            sam.resolve_device("cuda")
    with pytest.raises(EngineError):
        sam.resolve_device("cuda:99")
    if not torch.backends.mps.is_available():
        with pytest.raises(EngineError, match="Apple"):
            sam.resolve_device("mps")


def test_a_full_gpu_memory_has_a_next_step(engines: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large checkpoint on a small GPU would end in a traceback of CUDA's."""
    import torch

    engine = engines.get("vit_b")

    def full(*_: Any) -> None:
        raise torch.cuda.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")

    monkeypatch.setattr(engine._encoder, "set_image", full)
    with pytest.raises(EngineError, match="smaller engine"):
        engine.encode(engines.image)
