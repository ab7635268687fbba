"""What goes to the worker and what comes back. Frozen, holding all that is needed; imports core only.

Arrays in these records are read-only: they are shared between threads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import PromptStep

Logits = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Which engine answers.

    Attributes:
        engine_id: id in ENGINES.
        title: its name for people.
        device: "cpu", "cuda" or "mps".
        checkpoint_name: file name of the weights, "" where there are none.
        checkpoint_sha256: of the weights file, "" where there are none.
        mask_threshold: logits above it are inside.
    """

    engine_id: str
    title: str
    device: str = "cpu"
    checkpoint_name: str = ""
    checkpoint_sha256: str = ""
    mask_threshold: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """An engine's answer to one prompt, best candidate not necessarily first.

    Attributes:
        masks: bool (N, H, W) at the image's size; N is 3 with multimask_output, else 1.
        predicted_iou: float32 (N,), the engine's own estimate.
        low_res_logits: float32 (N, h, w); one of them, as (1, h, w), can go back in as mask_input.
    """

    masks: npt.NDArray[np.bool_]
    predicted_iou: npt.NDArray[np.float32]
    low_res_logits: Logits

    @property
    def ranking(self) -> list[int]:
        """Indices of the candidates by predicted IoU, the highest first; what is no finite number comes last."""
        quality = np.where(np.isfinite(self.predicted_iou), self.predicted_iou, -np.inf)
        return [int(i) for i in np.argsort(-quality, kind="stable")]

    @property
    def best(self) -> int:
        """Index of the candidate with the highest predicted IoU."""
        return self.ranking[0]


@dataclass(frozen=True, slots=True, eq=False)
class EncodeRequest:
    """Encode an image, so that prompts on it can be answered.

    Attributes:
        image_id: id in the project.
        pixels: uint8 (H, W, 3) RGB, read-only.
        pixels_key: hex digest of shape and pixels, names the embedding.
    """

    image_id: int
    pixels: RgbImage
    pixels_key: str


@dataclass(frozen=True, slots=True, eq=False)
class PredictRequest:
    """Answer a prompt.

    Attributes:
        request_id: rising, one for each request.
        session_id: the prompt session it belongs to.
        prompt: the whole prompt of the object.
        mask_input: float32 (1, h, w) logits of an earlier answer of the session, or None.
        multimask_output: whether to give three candidates.
        trail: the steps that `mask_input` came from. Where it is None and there are steps, the worker makes it by
            answering them again.
        encode: the image, should its embedding not be at hand.
        is_preview: whether it only shows what a click would give; a preview never replaces a click.
    """

    request_id: int
    session_id: int
    prompt: Prompt
    encode: EncodeRequest
    mask_input: Logits | None = None
    multimask_output: bool = True
    trail: tuple[PromptStep, ...] = ()
    is_preview: bool = False

    @property
    def image_id(self) -> int:
        """The image the prompt is on."""
        return self.encode.image_id


@dataclass(frozen=True, slots=True, eq=False)
class PredictResult:
    """An answered request: the request itself, the prediction, the engine, and how long it took."""

    request: PredictRequest
    prediction: Prediction
    engine: EngineInfo
    elapsed_ms: float
