"""Engines that can run on any computer: vit_b and the built-in model with random weights, made once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.resources import resource_path
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.registry import BUILTIN_WEIGHTS, load_engine
from sam_annotator.engine.threads import leave_a_core


def photo(height: int, width: int, seed: int = 0) -> RgbImage:
    """Return an image with objects of plain colours and some noise."""
    rng = np.random.default_rng(seed)
    image = np.full((height, width, 3), rng.integers(60, 200, 3), np.uint8)
    for _ in range(6):
        y, x = int(rng.integers(0, height)), int(rng.integers(0, width))
        image[y : y + height // 3 + 1, x : x + width // 4 + 1] = rng.integers(0, 255, 3)
    noisy: RgbImage = np.clip(image.astype(int) + rng.integers(-6, 6, image.shape), 0, 255).astype(np.uint8)
    return noisy


@pytest.fixture(scope="session")
def make_photo() -> Callable[..., RgbImage]:
    return photo


@pytest.fixture(scope="session")
def vit_b_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint of ViT-B with random weights, as torch.save writes one."""
    import torch
    from segment_anything import sam_model_registry

    torch.manual_seed(1)
    path = tmp_path_factory.mktemp("checkpoints") / "random_vit_b.pth"
    torch.save(sam_model_registry["vit_b"](checkpoint=None).state_dict(), path)
    return path


@pytest.fixture(scope="session")
def builtin_weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in model's weights, or random ones where there are none."""
    shipped = resource_path(BUILTIN_WEIGHTS)
    if shipped.is_file():
        return shipped
    import torch
    from safetensors.torch import save_file

    from sam_annotator.engine.builtin import ARCHITECTURE, IMG_SIZE, assemble

    torch.manual_seed(1)
    path = tmp_path_factory.mktemp("weights") / "builtin.safetensors"
    state = {k: v.contiguous() for k, v in assemble().state_dict().items()}
    save_file(state, path, metadata={"architecture": ARCHITECTURE, "img_size": str(IMG_SIZE)})
    return path


class Engines:
    """Loaded engines, and one encoded image of each: encoding with vit_b takes seconds."""

    def __init__(self, checkpoints: dict[str, Path | None], folder: Path) -> None:
        self._checkpoints = checkpoints
        self._folder = folder
        self._engines: dict[str, Engine] = {}
        self._embeddings: dict[str, Embedding] = {}
        self.image = photo(300, 400)

    def get(self, engine_id: str) -> Engine:
        if engine_id not in self._engines:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("SAM_ANNOTATOR_DATA_DIR", str(self._folder))
                self._engines[engine_id] = load_engine(engine_id, self._checkpoints[engine_id], "cpu")
            leave_a_core()  # as beside the window; and beside other work it is many times quicker
        return self._engines[engine_id]

    def embedding(self, engine_id: str) -> Embedding:
        if engine_id not in self._embeddings:
            self._embeddings[engine_id] = self.get(engine_id).encode(self.image)
        return self._embeddings[engine_id]


@pytest.fixture(scope="session")
def engines(vit_b_checkpoint: Path, builtin_weights: Path, tmp_path_factory: pytest.TempPathFactory) -> Engines:
    checkpoints = {"fake": None, "builtin": builtin_weights, "vit_b": vit_b_checkpoint}
    return Engines(checkpoints, tmp_path_factory.mktemp("data"))
