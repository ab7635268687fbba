"""Segment Anything as fast as the machine can: SAM's own checkpoints through the fused encoder and the lean decoder.

The masks are SAM's but for rounding: before a checkpoint is trusted to half precision on a machine, its embedding of
a test picture is compared with that of the plain float32 network, once; what differs by more than 2 % (relative L2)
is not used. Imports torch late, inside functions; no Qt.
"""

from __future__ import annotations

import copy
import json
import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sam_annotator.core.errors import EngineError
from sam_annotator.core.files import replacing
from sam_annotator.core.giving_way import give_way
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import EngineInfo, Logits, Prediction
from sam_annotator.core.settings import cache_dir
from sam_annotator.core.words import tr
from sam_annotator.engine.base import (
    BetweenSteps,
    Embedding,
    Points,
    check_embedding,
    check_image,
    check_prediction_arguments,
    read_only_prediction,
)
from sam_annotator.engine.fast_decoder import FastMaskDecoder, ImageBase, ReadyImage
from sam_annotator.engine.fast_prompt import FastPromptEncoder
from sam_annotator.engine.kept_embedding import as_kept
from sam_annotator.engine.sam import PREPROCESSING, SamEngine, memory_errors
from sam_annotator.engine.threads import led
from sam_annotator.engine.vit_encoder import FusedImageEncoder

if TYPE_CHECKING:
    from torch import Tensor

MAX_ERROR = 0.02  # relative L2 of an embedding to that of the plain network
_VERSION = "fast-2"  # of what is computed here: change it with anything that changes an embedding
_TEST_SIDE = 512  # pixels; a quarter of the network's square, through all of its layers
_IMAGES_KEPT = 2  # as the decoder takes them, 20 MB each: the one on screen, and the next
_PROMPTS_CPU = 16  # of a batch that a processor answers at once: more take memory, fewer do not fill it
_IMAGES_GPU = 8  # at once: more fill no GPU any better
_IMAGE_BYTES_GPU = 3_000_000_000  # of activations, ViT-H in half precision, with room to spare
_WORTH_IT = 1.2  # how many times faster half precision must be

_log = logging.getLogger(__name__)


class FastSamEngine(SamEngine):
    """A SamEngine whose embeddings and masks differ from SamPredictor's by rounding only.

    Args:
        model: a segment_anything Sam in evaluation mode, on its device; its image encoder is changed to `dtype`.
        info: what to say about it; its precision is set from `dtype`.
        dtype: of the encoder, a type of torch.
    """

    def __init__(self, model: Any, info: EngineInfo, dtype: Any) -> None:
        import torch

        # In float32, too, sums are made in another order than SamPredictor's.
        name = "fused float32" if dtype is torch.float32 else str(dtype).removeprefix("torch.")
        super().__init__(model, replace(info, precision=name))
        with torch.inference_mode():
            self._fused = FusedImageEncoder(model.image_encoder, dtype)
            # On a GPU nothing is gained by rounding the little that the decoder does.
            values = dtype if dtype is torch.bfloat16 and info.device == "cpu" else None
            self._decoder = FastMaskDecoder(model.mask_decoder, model.prompt_encoder, values)
        self._prompt_encoder = FastPromptEncoder(model.prompt_encoder)
        # Not the device: what a GPU encoded is answered on a laptop.
        self._embedding_key = "/".join((info.engine_id, info.checkpoint_sha256, _VERSION, PREPROCESSING))
        self._images: list[tuple[npt.NDArray[np.float32], ImageBase, ReadyImage]] = []  # the one used last at the end

    @property
    def batch_size(self) -> int:
        """See BatchEngine; a processor is busy with one image, a GPU takes what its free memory has room for."""
        import torch

        if self._info.device.split(":")[0] != "cuda":
            return 1
        free_bytes, _ = torch.cuda.mem_get_info(self._model.device)
        return max(1, min(_IMAGES_GPU, free_bytes // _IMAGE_BYTES_GPU))

    def encode(self, image: RgbImage, between_steps: BetweenSteps | None = None) -> Embedding:
        """See Engine. `between_steps` is called before each part of the network."""
        import torch

        check_image(image)
        self._check_shape(image)
        with self._encode_lock, memory_errors(self._info), torch.inference_mode():
            pixels, input_size_hw = self._pixels(image)
            if between_steps is not None:
                between_steps()  # of a large image that was as much work as a part of the network
            features = self._fused(pixels, between_steps).cpu().numpy()
        return self._embedding(features, image, input_size_hw)

    def encode_batch(self, images: Sequence[RgbImage]) -> Sequence[Embedding]:
        """See BatchEngine."""
        import torch

        for image in images:
            check_image(image)
            self._check_shape(image)
        with self._encode_lock, memory_errors(self._info), torch.inference_mode():
            pixels, sizes_hw = zip(*(self._pixels(image) for image in images), strict=True)
            features = self._fused(torch.cat(pixels)).cpu().numpy()
        return [
            self._embedding(features[i : i + 1].copy(), image, size_hw)
            for i, (image, size_hw) in enumerate(zip(images, sizes_hw, strict=True))
        ]

    def _pixels(self, image: RgbImage) -> tuple[Tensor, tuple[int, int]]:
        """Return an image as the network takes it, float32 (1, 3, S, S), and its size there."""
        import torch

        scaled = torch.as_tensor(self._encoder.transform.apply_image(image), device=self._model.device)
        pixels = self._model.preprocess(scaled.permute(2, 0, 1).contiguous()[None])
        return pixels, (int(scaled.shape[0]), int(scaled.shape[1]))

    def _embedding(
        self, features: npt.NDArray[np.float32], image: RgbImage, input_size_hw: tuple[int, int]
    ) -> Embedding:
        if not np.isfinite(features).all():
            raise EngineError(
                tr(
                    "{title} gives no finite numbers in {precision}; set the precision to float32 in the settings.",
                    title=self._info.title,
                    precision=self._info.precision,
                )
            )
        features.setflags(write=False)
        # Rounded as it is kept, so that the answer is the same from memory, from disk and without either.
        return as_kept(Embedding(features, (image.shape[0], image.shape[1]), input_size_hw, self._embedding_key))

    def predict(
        self,
        embedding: Embedding,
        prompt: Prompt,
        mask_input: Logits | None = None,
        multimask_output: bool = True,
    ) -> Prediction:
        """See Engine."""
        import torch

        check_prediction_arguments(self._embedding_key, embedding, prompt, mask_input, self._mask_input_size_hw)
        with self._predict_lock, memory_errors(self._info), torch.inference_mode():
            sparse = self._encoded_prompt(embedding, prompt)
            if not self._decoder.takes(sparse):
                return super().predict(embedding, prompt, mask_input, multimask_output)
            base, image = self._image(embedding)
            if mask_input is not None:
                masks = torch.tensor(mask_input, dtype=torch.float32, device=self._model.device)
                image = self._decoder.masked(base, masks[None])
            low_res, iou = self._decode(image, sparse, multimask_output)
            low_res_logits, predicted_iou = low_res[0].float().cpu().numpy(), iou[0].float().cpu().numpy()
        return read_only_prediction(None, predicted_iou, low_res_logits, self.scaling(embedding))

    def predict_points(self, embedding: Embedding, points: Points) -> tuple[Logits, npt.NDArray[np.float32]]:
        """See PromptBatchEngine."""
        import torch

        check_embedding(self._embedding_key, embedding)
        scaled = self._predictor.transform.apply_coords(points, embedding.original_size_hw)
        at_once = _PROMPTS_CPU if self._info.device == "cpu" else len(scaled)
        low_res_logits, predicted_iou = [], []
        with self._predict_lock, memory_errors(self._info), torch.inference_mode():
            coords = torch.as_tensor(scaled, dtype=torch.float, device=self._model.device)[:, None, :]
            labels = torch.ones(len(coords), 1, dtype=torch.int, device=self._model.device)
            for start in range(0, len(coords), at_once):
                some = slice(start, start + at_once)
                sparse, _ = self._model.prompt_encoder(points=(coords[some], labels[some]), boxes=None, masks=None)
                low_res, iou = self._decode(self._image(embedding)[1], sparse, True)
                low_res_logits.append(low_res.float().cpu().numpy())
                predicted_iou.append(iou.float().cpu().numpy())
        return np.concatenate(low_res_logits), np.concatenate(predicted_iou)

    def _decode(self, image: ReadyImage, sparse: Tensor, multimask_output: bool) -> tuple[Tensor, Tensor]:
        decode = partial(self._decoder, image, sparse, multimask_output)
        return led(decode) if self._info.device == "cpu" else decode()

    def _encoded_prompt(self, embedding: Embedding, prompt: Prompt) -> Tensor:
        """Return a prompt as the decoder takes it, float32 (1, T, C)."""
        import torch

        transform, size_hw = self._predictor.transform, embedding.original_size_hw
        coords = transform.apply_coords(np.array(prompt.point_coords, np.float64).reshape(-1, 2), size_hw)
        box = prompt.box_xyxy
        corners = None if box is None else transform.apply_boxes(np.array(box, np.float64)[None], size_hw)
        sparse = self._prompt_encoder(coords, prompt.point_labels, corners)
        return torch.from_numpy(sparse).to(self._model.device)

    def prepare(self, embedding: Embedding) -> None:
        """See PreparingEngine; half of what a click on a new image takes."""
        import torch

        check_embedding(self._embedding_key, embedding)
        with self._predict_lock, memory_errors(self._info), torch.inference_mode():
            self._image(embedding)

    def _image(self, embedding: Embedding) -> tuple[ImageBase, ReadyImage]:
        """Return what an embedding gives to every prompt, and without a mask input; of the last ones it is kept."""
        import torch

        found = next((i for i, (features, *_) in enumerate(self._images) if features is embedding.features), None)
        if found is not None:
            self._images.append(self._images.pop(found))
        else:
            base = self._decoder.base(torch.tensor(embedding.features, dtype=torch.float32, device=self._model.device))
            self._images.append((embedding.features, base, self._decoder.unmasked(base)))
            del self._images[:-_IMAGES_KEPT]
        return self._images[-1][1:]


def fastest(model: Any, info: EngineInfo) -> SamEngine:
    """Return the fastest engine around a network whose masks can be trusted here.

    Args:
        model: a segment_anything Sam in evaluation mode, on its device.
        info: what to say about it.
    """
    if not FusedImageEncoder.fits(model.image_encoder) or not FastMaskDecoder.fits(
        model.mask_decoder, model.prompt_encoder
    ):
        return SamEngine(model, info)
    with memory_errors(info):
        for dtype in _candidates(info.device):
            if _is_trusted(model, info, dtype):
                return FastSamEngine(model, info, dtype)
    return SamEngine(model, info)


def _candidates(device: str) -> list[Any]:
    """Return the types of torch to try, the fastest first."""
    import torch

    kind = device.split(":")[0]
    if kind == "cpu":
        return [torch.bfloat16, torch.float32] if _is_faster(torch.bfloat16) else [torch.float32]
    if kind == "cuda" and torch.cuda.is_bf16_supported():
        return [torch.float16, torch.bfloat16]
    return [torch.float16]


def _is_faster(dtype: Any) -> bool:
    """Whether this processor multiplies matrices of a type faster than float32; takes some milliseconds."""
    import torch

    def best_of(count: int, x: Tensor, w: Tensor) -> float:
        times = []
        for _ in range(count):
            start = time.perf_counter()
            x @ w
            times.append(time.perf_counter() - start)
        return min(times)

    with torch.inference_mode():
        x, w = torch.ones(1024, 768), torch.ones(768, 768)
        return best_of(6, x, w) > _WORTH_IT * best_of(6, x.to(dtype), w.to(dtype))


def _is_trusted(model: Any, info: EngineInfo, dtype: Any) -> bool:
    """Whether a network gives the same in a type as plain and in float32; what was found out is remembered."""
    import torch

    name = "/".join((info.engine_id, info.checkpoint_sha256, info.device, str(dtype), torch.__version__, _VERSION))
    known = _read_verdicts()
    if name not in known:
        start = time.perf_counter()
        try:
            error = embedding_error(model, dtype)
        except (RuntimeError, NotImplementedError) as e:  # a kernel that this device or this torch lacks
            if isinstance(e, torch.cuda.OutOfMemoryError):
                raise
            _log.info("%s can't run in %s on %s: %s", info.engine_id, dtype, info.device, e)
            error = float("inf")
        seconds = time.perf_counter() - start
        _log.info("%s in %s on %s: embedding off by %.4f (%.1f s)", info.engine_id, dtype, info.device, error, seconds)
        known[name] = error if np.isfinite(error) else 1e9
        _write_verdicts(known)
    return known[name] <= MAX_ERROR


def embedding_error(model: Any, dtype: Any) -> float:
    """Return how far the fused encoder in a type is from the plain one in float32: relative L2, on a test picture."""
    import torch

    encoder = model.image_encoder
    with torch.inference_mode():
        pixels = _test_picture().to(model.device)
        x = encoder.patch_embed(pixels)
        x = x + encoder.pos_embed[:, : x.shape[1], : x.shape[2]]
        for block in encoder.blocks:
            give_way()
            x = block(x)
        plain = encoder.neck(x.permute(0, 3, 1, 2))
        fused = FusedImageEncoder(copy.deepcopy(encoder), dtype)(pixels, give_way).half().float()
        return float((fused - plain).norm() / plain.norm())


def _test_picture() -> Tensor:
    """Return normalised pixels with edges, slopes and noise, always the same: float32 (1, 3, S, S)."""
    import torch

    rng = np.random.default_rng(1)
    coarse = torch.tensor(rng.normal(size=(1, 3, 8, 8)), dtype=torch.float32)
    size = (_TEST_SIDE, _TEST_SIDE)
    smooth = torch.nn.functional.interpolate(coarse, size, mode="bicubic", align_corners=False)
    blocks = torch.nn.functional.interpolate(coarse.flip(-1), size, mode="nearest")
    noise = torch.tensor(rng.normal(size=(1, 3, *size)), dtype=torch.float32)
    return 0.7 * smooth + 0.5 * blocks + 0.1 * noise


_verdicts_lock = threading.Lock()


def _read_verdicts() -> dict[str, float]:
    try:
        data = json.loads((cache_dir() / "precision.json").read_text("utf-8"))
        return {str(k): float(v) for k, v in data.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _write_verdicts(verdicts: dict[str, float]) -> None:
    try:
        cache_dir().mkdir(parents=True, exist_ok=True)
        with _verdicts_lock, replacing(cache_dir() / "precision.json") as file:
            file.write_text(json.dumps(verdicts, indent=1), "utf-8")
    except OSError as e:
        _log.info("What is known of precisions can't be kept: %s", e)
