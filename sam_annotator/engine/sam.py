"""The adapter to segment_anything: ViT-B, -L and -H from official or fine-tuned checkpoints, and the built-in model.

Answers are bit for bit those of SamPredictor, which does the work. Tensors end here. Imports torch and
segment_anything late, inside functions; no Qt.
"""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sam_annotator.core.errors import CheckpointError, EngineError
from sam_annotator.core.giving_way import give_way
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import EngineInfo, Logits, LogitScaling, Prediction
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.base import (
    BetweenSteps,
    Embedding,
    Points,
    check_embedding,
    check_image,
    check_prediction_arguments,
    read_only_prediction,
)
from sam_annotator.engine.checkpoints import checkpoint_sha256
from sam_annotator.engine.weights import check_architecture, fill, read_state_dict, undrawn

PREPROCESSING = "longest-side-1"  # part of the embedding's name: change it with what happens before the encoder

_log = logging.getLogger(__name__)


class _LogitsOnly:
    """A Sam whose `postprocess_masks` leaves the low-res logits as they are: masks are made when they are looked at."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def postprocess_masks(self, logits: Any, input_size_hw: Any, original_size_hw: Any) -> Any:
        """Return the logits, float32 (1, N, h, w)."""
        return logits


def full_mask(
    logits: Logits,
    input_size_hw: tuple[int, int],
    original_size_hw: tuple[int, int],
    square_side: int,
    threshold: float,
) -> BoolArray:
    """Scale one candidate's low-res logits to the image: the values of Sam.postprocess_masks, and the comparison.

    Args:
        logits: float32 (h, w).
        input_size_hw: of the image as the network saw it.
        original_size_hw: of the image.
        square_side: of the network's square.
        threshold: logits above it are inside.

    Returns:
        bool (H, W).
    """
    import torch
    from torch.nn import functional as F

    with torch.inference_mode():
        planes = torch.tensor(logits)[None, None]  # a copy: torch takes no read-only memory
        square = F.interpolate(planes, (square_side, square_side), mode="bilinear", align_corners=False)
        cropped = square[..., : input_size_hw[0], : input_size_hw[1]]
        full = F.interpolate(cropped, original_size_hw, mode="bilinear", align_corners=False)
        mask: BoolArray = (full[0, 0] > threshold).numpy()
    return mask


class SamEngine:
    """An engine around a `segment_anything` network.

    Two SamPredictors share the network, one to encode and one to predict, so that a prediction can be made in the
    middle of an encoding. Their state is set anew from the arguments, under a lock, at each call.

    Args:
        model: a segment_anything Sam in evaluation mode, on its device.
        info: what to say about it.
        predictor: what drives it; None for SamPredictor.
    """

    def __init__(self, model: Any, info: EngineInfo, predictor: Callable[[Any], Any] | None = None) -> None:
        if predictor is None:
            from segment_anything import SamPredictor

            predictor = SamPredictor
        self._info = info
        self._encoder, self._predictor = predictor(model), predictor(_LogitsOnly(model))
        self._encode_lock, self._predict_lock = threading.Lock(), threading.RLock()
        self._model = model
        height, width = model.prompt_encoder.mask_input_size
        self._mask_input_size_hw = (int(height), int(width))
        self._embedding_key = "/".join(
            (info.engine_id, info.checkpoint_sha256, info.device.split(":")[0], PREPROCESSING)
        )

    @property
    def info(self) -> EngineInfo:
        """See Engine."""
        return self._info

    @property
    def embedding_key(self) -> str:
        """See Engine."""
        return self._embedding_key

    @property
    def mask_input_side(self) -> int:
        """See MaskEngine."""
        return self._mask_input_size_hw[0]

    def encode(self, image: RgbImage, between_steps: BetweenSteps | None = None) -> Embedding:
        """See Engine. `between_steps` is called between the parts of the image encoder, ViT blocks for example."""
        check_image(image)
        self._check_shape(image)
        predictor = self._encoder
        with self._encode_lock, memory_errors(self._info), _called_between(self._model.image_encoder, between_steps):
            try:
                predictor.set_image(image)
                features = predictor.features.cpu().numpy()
                input_size_hw = (int(predictor.input_size[0]), int(predictor.input_size[1]))
            finally:
                predictor.reset_image()
        features.setflags(write=False)
        return Embedding(features, (image.shape[0], image.shape[1]), input_size_hw, self._embedding_key, is_exact=True)

    def _check_shape(self, image: RgbImage) -> None:
        """Raise EngineError where an image is nothing after it was scaled."""
        transform = self._encoder.transform
        if min(transform.get_preprocess_shape(*image.shape[:2], transform.target_length)) < 1:
            raise EngineError(
                tr(
                    "The image is too thin for {title}; crop it, or choose another image.",
                    title=self._info.title,
                )
            )

    def predict(
        self,
        embedding: Embedding,
        prompt: Prompt,
        mask_input: Logits | None = None,
        multimask_output: bool = True,
    ) -> Prediction:
        """See Engine; the same as SamPredictor.predict on the encoded image."""
        import torch

        check_prediction_arguments(self._embedding_key, embedding, prompt, mask_input, self._mask_input_size_hw)
        coords = np.array(prompt.point_coords, np.float64) if prompt.point_coords else None
        labels = np.array(prompt.point_labels, np.int64) if prompt.point_coords else None
        box = np.array(prompt.box_xyxy, np.float64) if prompt.box_xyxy is not None else None
        predictor = self._predictor
        with self._predict_lock, memory_errors(self._info):
            try:
                # A copy: torch takes no read-only memory, and this one is small.
                predictor.features = torch.tensor(embedding.features, device=predictor.device)
                predictor.original_size = embedding.original_size_hw
                predictor.input_size = embedding.input_size_hw
                predictor.is_image_set = True
                _, predicted_iou, low_res_logits = predictor.predict(
                    coords,
                    labels,
                    box,
                    None if mask_input is None else np.array(mask_input),
                    multimask_output,
                    return_logits=True,
                )
            finally:
                predictor.reset_image()
        return read_only_prediction(None, predicted_iou, low_res_logits, self.scaling(embedding))

    def predict_points(self, embedding: Embedding, points: Points) -> tuple[Logits, npt.NDArray[np.float32]]:
        """See PromptBatchEngine; the same as SamAutomaticMaskGenerator asks of SamPredictor.predict_torch."""
        import torch

        check_embedding(self._embedding_key, embedding)
        model, device = self._model, self._model.device
        scaled = self._predictor.transform.apply_coords(points, embedding.original_size_hw)
        with self._predict_lock, memory_errors(self._info), torch.no_grad():
            # In float64, as there, where the device has it.
            dtype = torch.float32 if device.type == "mps" else torch.float64
            coords = torch.as_tensor(scaled, dtype=dtype, device=device)[:, None, :]
            labels = torch.ones(len(coords), 1, dtype=torch.int, device=device)
            sparse, dense = model.prompt_encoder(points=(coords, labels), boxes=None, masks=None)
            low_res_logits, predicted_iou = model.mask_decoder(
                image_embeddings=torch.tensor(embedding.features, device=device),
                image_pe=model.prompt_encoder.get_dense_pe(),
                sparse_prompt_embeddings=sparse,
                dense_prompt_embeddings=dense,
                multimask_output=True,
            )
            return low_res_logits.cpu().numpy(), predicted_iou.cpu().numpy()

    def scaling(self, embedding: Embedding) -> LogitScaling:
        """See PromptBatchEngine."""
        side, threshold = int(self._model.image_encoder.img_size), self._info.mask_threshold
        sizes = (embedding.original_size_hw, embedding.input_size_hw, side, threshold)
        return LogitScaling(
            *sizes,
            partial(
                full_mask,
                input_size_hw=embedding.input_size_hw,
                original_size_hw=embedding.original_size_hw,
                square_side=side,
                threshold=threshold,
            ),
        )

    def boundaries(self, embedding: Embedding) -> npt.NDArray[np.float32] | None:
        """See BoundaryEngine; the built-in model's encoder learned them, Segment Anything's did not."""
        import torch

        check_embedding(self._embedding_key, embedding)
        told = getattr(self._model.image_encoder, "boundaries", None)
        if told is None:
            return None
        cells: npt.NDArray[np.float32] = told(torch.tensor(embedding.features)).numpy()
        return cells


def load_sam(engine_id: str, title: str, checkpoint: Path, device: str, precision: str = "float32") -> SamEngine:
    """Load a Segment Anything checkpoint of the architecture `engine_id`: vit_b, vit_l or vit_h.

    Args:
        engine_id: one of these.
        title: its name for people.
        checkpoint: the weights file.
        device: see `resolve_device`.
        precision: "float32" answers bit for bit as SamPredictor does; "auto" as fast as can be trusted, see fast_sam.

    Raises:
        CheckpointError: the file is missing, damaged, no such checkpoint, or of another architecture.
        EngineError: there is no such device, or it has not enough memory.
    """
    torch_device = resolve_device(device)
    give_way()
    state = read_state_dict(checkpoint)
    check_architecture(state, engine_id, checkpoint.name)
    give_way()
    from segment_anything import sam_model_registry

    give_way()
    with undrawn():
        model = sam_model_registry[engine_id](checkpoint=None)
    give_way()
    fill(model, state, engine_id, checkpoint.name)
    del state
    model, info = _placed(model, engine_id, title, checkpoint, torch_device)
    if precision == "float32":
        return SamEngine(model, info)
    from sam_annotator.engine.fast_sam import fastest

    return fastest(model, info)


def load_builtin(engine_id: str, title: str, weights: Path, device: str) -> SamEngine:
    """Load the model that comes with the program.

    Raises:
        CheckpointError: its weights are missing or damaged.
        EngineError: there is no such device, or it has not enough memory.
    """
    torch_device = resolve_device(device)
    if not weights.is_file():
        raise CheckpointError(
            tr(
                "The weights of the built-in engine are missing ({weights}); install the "
                "program again, or choose another engine.",
                weights=weights,
            )
        )
    from sam_annotator.engine.builtin import build_network
    from sam_annotator.engine.builtin_predictor import BuiltinPredictor

    try:
        model = build_network(weights)
    except Exception as e:  # whatever a parser raises on a damaged file
        _log.debug("The built-in engine can't be loaded", exc_info=True)
        raise CheckpointError(
            tr(
                "{name} is damaged or does not fit this version ({detail}); install the "
                "program again, or choose another engine.",
                name=weights.name,
                detail=_short(e),
            )
        ) from e
    return SamEngine(*_placed(model, engine_id, title, weights, torch_device), BuiltinPredictor)


def _placed(model: Any, engine_id: str, title: str, checkpoint: Path, device: str) -> tuple[Any, EngineInfo]:
    """Bring a network to its device, ready to answer; return it and what to say about it."""
    info = EngineInfo(
        engine_id=engine_id,
        title=title,
        device=device,
        checkpoint_name=checkpoint.name,
        checkpoint_sha256=checkpoint_sha256(checkpoint),
        mask_threshold=float(model.mask_threshold),
    )
    with memory_errors(info):
        model.requires_grad_(False).eval().to(device)
    return model, info


def resolve_device(device: str) -> str:
    """Return the device to run on: "cpu", "cuda", "cuda:1", ... or "mps".

    Args:
        device: one of these, or "auto" for cuda, else mps, else cpu.

    Raises:
        EngineError: it is unknown or not there.
    """
    import torch

    has_cuda, has_mps = _has_cuda(torch), torch.backends.mps.is_available()
    if device == "auto":
        return "cuda" if has_cuda else "mps" if has_mps else "cpu"
    kind, _, index = device.partition(":")
    if kind not in ("cpu", "cuda", "mps") or (index and not index.isdecimal()):
        raise EngineError(tr('There is no device "{device}"; choose auto, cpu, cuda or mps.', device=device))
    if kind == "cuda" and not (has_cuda and int(index or 0) < torch.cuda.device_count()):
        raise EngineError(tr("No CUDA GPU can be used on this computer; choose the device auto or cpu."))
    if kind == "mps" and not has_mps:
        raise EngineError(tr("No Apple GPU can be used on this computer; choose the device auto or cpu."))
    return device


def _has_cuda(torch: Any) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an old driver: said by the choice of the CPU
        return bool(torch.cuda.is_available())


@contextmanager
def memory_errors(info: EngineInfo) -> Iterator[None]:
    """Turn a full memory into an EngineError with a next step."""
    import torch

    try:
        yield
    except torch.cuda.OutOfMemoryError as e:
        torch.cuda.empty_cache()
        raise _gpu_full(info) from e
    except MemoryError as e:
        raise _computer_full(info) from e
    except RuntimeError as e:
        text = str(e).lower()
        if "out of memory" in text:
            raise _gpu_full(info) from e
        if "not enough memory" in text or "can't allocate memory" in text:
            raise _computer_full(info) from e
        raise


def _gpu_full(info: EngineInfo) -> EngineError:
    text = mark("The GPU's memory is too small for {title}; set the device to cpu, or choose a smaller engine.")
    return EngineError(tr(text, title=tr(info.title)))


def _computer_full(info: EngineInfo) -> EngineError:
    text = mark("The computer's memory is too small for {title}; close other programs, or choose a smaller engine.")
    return EngineError(tr(text, title=tr(info.title)))


@contextmanager
def _called_between(encoder: Any, between_steps: BetweenSteps | None) -> Iterator[None]:
    """Have `between_steps` called before each larger part of an encoder runs; what it computes stays the same."""
    if between_steps is None:
        yield
        return

    def before(module: Any, arguments: Any) -> None:
        between_steps()

    handles = [part.register_forward_pre_hook(before) for part in _parts(encoder)]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _parts(encoder: Any) -> list[Any]:
    """Return the parts of an encoder in which its time goes: its children, or theirs where they are lists."""
    from torch import nn

    parts: list[Any] = []
    for child in encoder.children():
        parts.extend(child.children() if isinstance(child, (nn.ModuleList, nn.Sequential)) else [child])
    return parts


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
