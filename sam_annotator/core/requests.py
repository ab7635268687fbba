"""What goes to the worker and what comes back. Frozen, holding all that is needed; imports core only.

Arrays in these records are read-only: they are shared between threads.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import PromptStep

Logits: TypeAlias = "npt.NDArray[np.float32]"
NO_SESSION = 0  # the session_id of what is asked for an annotation that was accepted before


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
        precision: "float32", "fused float32", "bfloat16" or "float16": of the image encoder.
    """

    engine_id: str
    title: str
    device: str = "cpu"
    checkpoint_name: str = ""
    checkpoint_sha256: str = ""
    mask_threshold: float = 0.0
    precision: str = "float32"


@dataclass(frozen=True, slots=True, eq=False)
class LogitScaling:
    """How low-res logits become a mask of the image: SAM's `postprocess_masks`, with its numbers.

    Attributes:
        original_size_hw: height and width of the image.
        input_size_hw: height and width of the image as the network saw it, in the upper left of its square.
        square_side: of that square, to which the logits are scaled before the padding is cut off.
        threshold: logits above it are inside.
        full: turns one candidate's logits, float32 (h, w), into its mask, bool (H, W); may be called on any thread.
    """

    original_size_hw: tuple[int, int]
    input_size_hw: tuple[int, int]
    square_side: int
    threshold: float
    full: Callable[[Logits], BoolArray]


class Prediction:
    """An engine's answer to one prompt, best candidate not necessarily first.

    Masks of the image's size are made when they are asked for, once: most candidates are never looked at, and at 12
    megapixels three of them take longer than the network does. May be used on any thread; all arrays are read-only.

    Args:
        masks: bool (N, H, W) at the image's size; None where `scaling` tells how to make them.
        predicted_iou: float32 (N,), the engine's own estimate; N is 3 with multimask_output, else 1.
        low_res_logits: float32 (N, h, w); one of them, as (1, h, w), can go back in as mask_input.
        scaling: how a mask is made of its logits.
    """

    __slots__ = ("_encoded", "_lock", "_masks", "_shifted", "low_res_logits", "predicted_iou", "scaling")

    def __init__(
        self,
        masks: npt.NDArray[np.bool_] | None,
        predicted_iou: npt.NDArray[np.float32],
        low_res_logits: Logits,
        scaling: LogitScaling | None = None,
    ) -> None:
        assert masks is not None or scaling is not None
        self.predicted_iou = predicted_iou
        self.low_res_logits = low_res_logits
        self.scaling = scaling
        self._masks = masks
        self._encoded: dict[int, Mask] = {}
        self._shifted: dict[int, tuple[float, Mask]] = {}  # at the threshold asked for last, if it is another
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """Return the number of candidates."""
        return len(self.predicted_iou)

    @property
    def masks(self) -> npt.NDArray[np.bool_]:
        """The masks of all candidates, bool (N, H, W) at the image's size."""
        with self._lock:
            if self._masks is None:
                assert self.scaling is not None
                masks = np.empty((len(self), *self.scaling.original_size_hw), np.bool_)
                for i, logits in enumerate(self.low_res_logits):
                    masks[i] = self.scaling.full(logits)
                masks.setflags(write=False)
                self._masks = masks
            return self._masks

    def mask(self, candidate: int, threshold: float | None = None) -> Mask:
        """Return one candidate's mask; quick the second time.

        Args:
            candidate: of the answer.
            threshold: of the logits; None takes the engine's own, and so does an engine that gives no `scaling`.
        """
        if self._is_own(threshold):
            return self._own_mask(candidate)
        assert self.scaling is not None and threshold is not None
        with self._lock:
            made = self._shifted.get(candidate)
            if made is None or made[0] != threshold:
                # Scaling is linear: what is taken off before it is off after it.
                logits = self.low_res_logits[candidate] - np.float32(threshold - self.scaling.threshold)
                made = self._shifted[candidate] = (threshold, Mask.from_array(self.scaling.full(logits)))
            return made[1]

    def _is_own(self, threshold: float | None) -> bool:
        return threshold is None or self.scaling is None or threshold == self.scaling.threshold

    def _own_mask(self, candidate: int) -> Mask:
        with self._lock:
            if candidate not in self._encoded:
                if self._masks is not None:
                    pixels = self._masks[candidate]
                else:
                    assert self.scaling is not None
                    pixels = self.scaling.full(self.low_res_logits[candidate])
                self._encoded[candidate] = Mask.from_array(pixels)
            return self._encoded[candidate]

    def has_mask(self, candidate: int, threshold: float | None = None) -> bool:
        """Whether `mask` is quick: it was asked for before."""
        if self._is_own(threshold):
            return self.scaling is None or candidate in self._encoded
        made = self._shifted.get(candidate)
        return made is not None and made[0] == threshold

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
        session_id: the prompt session it belongs to; NO_SESSION for none.
        prompt: the whole prompt of the object.
        mask_input: float32 (1, h, w) logits of an earlier answer of the session, or None.
        multimask_output: whether to give three candidates.
        trail: the steps that `mask_input` came from. Where it is None and there are steps, the worker makes it by
            answering them again.
        base_mask: goes in as mask_input where that is None and there is no trail: an annotation's own mask.
        encode: the image, should its embedding not be at hand.
        is_preview: whether it only shows what a click would give; a preview never replaces a click.
        is_draft: whether a quick engine answers it until the chosen one can.
    """

    request_id: int
    session_id: int
    prompt: Prompt
    encode: EncodeRequest
    mask_input: Logits | None = None
    multimask_output: bool = True
    trail: tuple[PromptStep, ...] = ()
    base_mask: Mask | None = None
    is_preview: bool = False
    is_draft: bool = False

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
