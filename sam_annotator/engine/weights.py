"""Read the weights in a checkpoint file, and put them into a network: no code of the file runs. torch late; no Qt."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sam_annotator.core.errors import CheckpointError
from sam_annotator.core.words import tr

if TYPE_CHECKING:
    import torch

_log = logging.getLogger(__name__)


def read_state_dict(checkpoint: Path) -> dict[str, torch.Tensor]:
    """Read the weights in a checkpoint file without running code that it may hold.

    Args:
        checkpoint: a file of torch.save or safetensors; wrapped ({"model": ...}, {"state_dict": ...}) and prefixed
            ("module.", ...) ones are taken too.

    Returns:
        The tensors by their name in segment_anything's Sam.

    Raises:
        CheckpointError: it is missing, empty, damaged, or holds something else.
    """
    import torch

    name = checkpoint.name
    try:
        size = checkpoint.stat().st_size
    except OSError as e:
        raise CheckpointError(
            tr(
                "The checkpoint {checkpoint} can't be opened ({reason}); choose the file again, or download it.",
                checkpoint=checkpoint,
                reason=e.strerror,
            )
        ) from e
    if not checkpoint.is_file():
        raise CheckpointError(tr("{checkpoint} is a folder; choose the checkpoint file in it.", checkpoint=checkpoint))
    if size == 0:
        raise CheckpointError(tr("{name} is empty; download it again, or choose another file.", name=name))
    try:
        if checkpoint.suffix.lower() == ".safetensors":
            from safetensors.torch import load_file

            content: Any = load_file(checkpoint)
        else:
            content = torch.load(checkpoint, map_location="cpu", weights_only=True)
    except Exception as e:  # zip, pickle, tar and safetensors parsers raise what they like
        _log.debug("%s can't be read", checkpoint, exc_info=True)
        if "weights_only" in str(e).lower():
            raise CheckpointError(
                tr(
                    "{name} holds more than weights, and is not opened since such a file can "
                    "run code; save its state_dict alone, or choose another file.",
                    name=name,
                )
            ) from e
        raise CheckpointError(
            tr(
                "{name} is damaged or no checkpoint; download it again, or choose another file.",
                name=name,
            )
        ) from e
    return _unwrapped(content, name)


def _unwrapped(content: Any, name: str) -> dict[str, torch.Tensor]:
    import torch

    for _ in range(3):
        if not isinstance(content, Mapping):
            break
        inner = next((content[k] for k in ("model", "state_dict", "model_state_dict") if k in content), None)
        if not isinstance(inner, Mapping):
            break
        content = inner
    if not isinstance(content, Mapping):
        raise CheckpointError(tr("{name} holds no weights by name; choose a Segment Anything checkpoint.", name=name))
    state = {str(k): v for k, v in content.items() if isinstance(v, torch.Tensor)}
    for prefix in ("module.", "_orig_mod.", "model.", "sam."):
        if state and all(k.startswith(prefix) for k in state):
            state = {k.removeprefix(prefix): v for k, v in state.items()}
    return state


def architecture_of(state: Mapping[str, torch.Tensor]) -> str | None:
    """Return "vit_b", "vit_l" or "vit_h" by the names and sizes of the weights; None for another network."""
    patches = state.get("image_encoder.patch_embed.proj.weight")
    if patches is None or patches.ndim != 4 or "mask_decoder.mask_tokens.weight" not in state:
        return None
    prefix = "image_encoder.blocks."
    depth = len({k.removeprefix(prefix).split(".")[0] for k in state if k.startswith(prefix)})
    return {(768, 12): "vit_b", (1024, 24): "vit_l", (1280, 32): "vit_h"}.get((int(patches.shape[0]), depth))


def check_architecture(state: Mapping[str, torch.Tensor], engine_id: str, name: str) -> None:
    """Raise CheckpointError where weights belong to another network than `engine_id`."""
    found = architecture_of(state)
    if found is None:
        raise CheckpointError(
            tr(
                "{name} is no Segment Anything checkpoint of {engine_id}; choose another file, "
                "or download the official.",
                name=name,
                engine_id=engine_id,
            )
        )
    if found != engine_id:
        raise CheckpointError(
            tr(
                "{name} is a checkpoint of {found}, not of {engine_id}; choose the engine "
                "{found} for it, or another file.",
                name=name,
                found=found,
                engine_id=engine_id,
            )
        )


def undrawn() -> AbstractContextManager[object]:
    """Have networks built without drawing weights that are replaced at once: a second for ViT-B, seven for ViT-H."""
    from torch.overrides import TorchFunctionMode

    class Undrawn(TorchFunctionMode):
        def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            if getattr(func, "__module__", None) == "torch.nn.init":
                return args[0] if args else kwargs["tensor"]
            return func(*args, **(kwargs or {}))

    return Undrawn()


def fill(model: Any, state: Mapping[str, torch.Tensor], engine_id: str, name: str) -> None:
    """Load weights into a network.

    Raises:
        CheckpointError: they don't fit.
    """
    own = model.state_dict()
    missing = [k for k in own if k not in state]
    wrong = [k for k in own if k in state and own[k].shape != state[k].shape]
    if missing or wrong:
        first = (missing or wrong)[0]
        reason = tr("{first} is missing", first=first) if missing else tr("{first} has another size", first=first)
        more = len(missing) + len(wrong) - 1
        if more:
            reason = tr("{reason}, and {n} more do not fit", reason=reason, n=more)
        raise CheckpointError(
            tr(
                "{name} does not fit {engine_id} ({reason}); choose another file.",
                name=name,
                engine_id=engine_id,
                reason=reason,
            )
        )
    # What a fine-tuning kept beside the network (a second decoder, an optimiser's averages) is left aside.
    model.load_state_dict({k: state[k] for k in own}, strict=True)
