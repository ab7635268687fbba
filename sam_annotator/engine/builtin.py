"""The built-in model: a small promptable segmenter that plain SamPredictor drives.

Frames the light encoder, prompt maps and decoder as `segment_anything.modeling.Sam` does and
loads their weights from safetensors. May import torch at its top, so only the adapter imports
it, late; no Qt.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors import safe_open

from sam_annotator.engine.builtin_decoder import BuiltinMaskDecoder
from sam_annotator.engine.builtin_encoder import BuiltinImageEncoder
from sam_annotator.engine.builtin_predictor import PromptableNetwork
from sam_annotator.engine.builtin_prompt import BuiltinPromptEncoder

if TYPE_CHECKING:
    from segment_anything.modeling import Sam

NAME = "builtin"
VERSION = "1"
ARCHITECTURE = "residual-pyramid-prompt-maps-1"
"""Named in the weights' header; other values are refused."""
IMG_SIZE = 448
"""Longest side in pixels that a photograph is brought to."""
PIXEL_MEAN = (123.675, 116.28, 103.53)
PIXEL_STD = (58.395, 57.12, 57.375)
_FILE = Path("resources", "models", "builtin.safetensors")


def assemble(img_size: int = IMG_SIZE) -> PromptableNetwork:
    """Return the untrained network for photographs of `img_size` pixels (a multiple of 32)."""
    return PromptableNetwork(
        image_encoder=BuiltinImageEncoder(img_size),
        prompt_encoder=BuiltinPromptEncoder(img_size),
        mask_decoder=BuiltinMaskDecoder(),
        pixel_mean=PIXEL_MEAN,
        pixel_std=PIXEL_STD,
    )


def default_weights() -> Path:
    """Return the weights that ship: inside the package when installed, else in the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / _FILE
    return installed if installed.exists() else package.parent / _FILE


def build_builtin(weights: Path | None = None) -> Sam:
    """Load the built-in model as a `Sam`, for plain SamPredictor and whatever else takes one.

    The arguments, the errors and the weights are those of `build_network`.
    """
    from segment_anything.modeling import Sam  # late: it imports torchvision, which takes seconds

    network = build_network(weights)
    parts = (network.image_encoder, network.prompt_encoder, network.mask_decoder)
    # Sam's annotations name its own classes; any with the same call signatures do.
    model = Sam(*parts, list(PIXEL_MEAN), list(PIXEL_STD))
    return model.requires_grad_(False).eval()


def build_network(weights: Path | None = None) -> PromptableNetwork:
    """Load the built-in model in a frame of its own, which does the same without torchvision.

    Args:
        weights: a safetensors file written by the export; None takes the one shipped.

    Returns:
        The model on the CPU, float32, in evaluation mode.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file holds another architecture.
    """
    path = default_weights() if weights is None else Path(weights)
    with safe_open(path, framework="pt") as file:
        header = file.metadata() or {}
        if header.get("architecture") != ARCHITECTURE:
            raise ValueError(f"{path.name} does not hold weights of {ARCHITECTURE}.")
        state = {key: file.get_tensor(key).float() for key in file.keys()}  # noqa: SIM118
        img_size = int(header["img_size"])
    with torch.device("meta"):  # no weights are drawn that are replaced at once
        model = assemble(img_size)
    model.load_state_dict(state, strict=True, assign=True)
    model.requires_grad_(False)
    return model.eval().to(torch.float32)
