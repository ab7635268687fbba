"""What an engine is: image in, embedding out; embedding and prompt in, masks out. Imports core and numpy only.

An engine keeps nothing between calls that could change an answer: the embedding is an explicit argument. A mask on
the wrong image comes from hidden state.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from sam_annotator.core.errors import EngineError
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.late import np, npt
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import EngineInfo, Logits, LogitScaling, Prediction
from sam_annotator.core.words import tr

BetweenSteps = Callable[[], None]
Points: TypeAlias = "npt.NDArray[np.float64]"


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """What an engine's image encoder makes of an image, once.

    Attributes:
        features: what the engine's decoder takes; its own affair. Read-only, in the memory of the computer (not of a
            GPU), so that a budget in bytes is one of ordinary memory and a copy can be kept on disk.
        original_size_hw: height and width of the image in pixels.
        input_size_hw: height and width that the engine scaled it to, without padding.
        engine_key: the engine that made it and the only one that takes it; see `Engine.embedding_key`.
        is_exact: whether each bit counts, so that it must not be rounded to half precision where it is kept.
    """

    features: npt.NDArray[np.float32]
    original_size_hw: tuple[int, int]
    input_size_hw: tuple[int, int]
    engine_key: str
    is_exact: bool = False

    @property
    def nbytes(self) -> int:
        """Memory it takes, in bytes."""
        return self.features.nbytes


class Engine(Protocol):
    """A network that turns image and prompt into masks.

    Its methods may be called from any thread; all arrays it gives are read-only.
    """

    @property
    def info(self) -> EngineInfo:
        """Which engine this is, on which device, with which weights."""

    @property
    def embedding_key(self) -> str:
        """Names all that an embedding depends on besides the image: network, weights, device, preprocessing."""

    def encode(self, image: RgbImage, between_steps: BetweenSteps | None = None) -> Embedding:
        """Encode an image.

        Args:
            image: uint8 (H, W, 3) RGB.
            between_steps: called now and then during the work, on the calling thread. It may ask the engine for
                predictions, and gives the encoding up by raising; its exception is passed on.

        Raises:
            EngineError: the image is no such array, or the device has not enough memory.
        """

    def predict(
        self,
        embedding: Embedding,
        prompt: Prompt,
        mask_input: Logits | None = None,
        multimask_output: bool = True,
    ) -> Prediction:
        """Answer a prompt.

        Args:
            embedding: of this engine.
            prompt: not empty; coordinates in pixels of the image that was encoded.
            mask_input: float32 (1, h, w), one of the low_res_logits of an earlier prediction on the image, or None.
            multimask_output: whether to give three candidates, else one.

        Raises:
            EngineError: the prompt is empty, the embedding is another engine's, mask_input has another size, or the
                device has not enough memory.
        """


@runtime_checkable
class BatchEngine(Engine, Protocol):
    """An engine that encodes several images at once faster than one after the other, as on a GPU."""

    @property
    def batch_size(self) -> int:
        """How many images at once are best here, 1 or more."""

    def encode_batch(self, images: Sequence[RgbImage]) -> Sequence[Embedding]:
        """Encode images, of any sizes; the embeddings come in the same order.

        Raises:
            EngineError: as `encode`, and then of none.
        """


@runtime_checkable
class PromptBatchEngine(Engine, Protocol):
    """An engine that answers many clicks on one image at once faster than one after the other."""

    def scaling(self, embedding: Embedding) -> LogitScaling:
        """Return how low-res logits become masks of the image that was encoded."""

    def predict_points(self, embedding: Embedding, points: Points) -> tuple[Logits, npt.NDArray[np.float32]]:
        """Answer positive clicks, each for itself, with three candidates.

        Args:
            embedding: of this engine.
            points: float64 (N, 2), x and y in pixels of the image that was encoded; N >= 1.

        Returns:
            Low-res logits, float32 (N, 3, h, w), and predicted IoU, float32 (N, 3).

        Raises:
            EngineError: the embedding is another engine's, or the device has not enough memory for so many at once.
        """


@runtime_checkable
class PreparingEngine(Engine, Protocol):
    """An engine that can do ahead what every click on an image needs."""

    def prepare(self, embedding: Embedding) -> None:
        """Do it, and keep it for the last few images: the next click on this one is answered sooner, and the same.

        Raises:
            EngineError: the embedding is another engine's, or the device has not enough memory.
        """


@runtime_checkable
class BoundaryEngine(Engine, Protocol):
    """An engine whose embeddings may tell where things end."""

    def boundaries(self, embedding: Embedding) -> npt.NDArray[np.float32] | None:
        """Return how likely something ends in each cell, 0 to 1, float32 (h, w), the image in the upper left.

        The longer side of the image fills the cells. None where the network tells none.
        """


def check_image(image: RgbImage) -> None:
    """Raise EngineError where an array is no image that engines take."""
    if not isinstance(image, np.ndarray) or image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3:
        raise EngineError(tr("An engine takes an RGB image as a uint8 array (H, W, 3); convert it first."))
    if min(image.shape[:2]) < 1:
        raise EngineError(tr("The image has no pixels; choose another image."))


def check_embedding(engine_key: str, embedding: Embedding) -> None:
    """Raise EngineError where an embedding is another engine's."""
    if embedding.engine_key != engine_key:
        raise EngineError(tr("The image was encoded by another engine; encode it again with this one."))


def check_prediction_arguments(
    engine_key: str,
    embedding: Embedding,
    prompt: Prompt,
    mask_input: Logits | None,
    mask_input_size_hw: tuple[int, int],
) -> None:
    """Raise EngineError where the arguments of a predict don't fit the engine or each other."""
    check_embedding(engine_key, embedding)
    if prompt.is_empty:
        raise EngineError(tr("The prompt is empty; give at least one point or a box."))
    if mask_input is None:
        return
    expected = (1, *mask_input_size_hw)
    if mask_input.shape != expected:
        raise EngineError(
            tr(
                "mask_input has the shape {shape}, this engine takes {expected}; give back "
                "low_res_logits of one of its own predictions.",
                shape=tuple(mask_input.shape),
                expected=expected,
            )
        )
    if not np.isfinite(mask_input).all():
        raise EngineError(tr("mask_input holds numbers that are not finite; go on without it."))


def read_only_prediction(
    masks: npt.NDArray[np.bool_] | None,
    predicted_iou: npt.NDArray[np.float32],
    low_res_logits: Logits,
    scaling: LogitScaling | None = None,
) -> Prediction:
    """Return a prediction whose arrays can be shared between threads; the arguments are Prediction's."""
    for array in (masks, predicted_iou, low_res_logits):
        if array is not None:
            array.setflags(write=False)
    return Prediction(masks, predicted_iou, low_res_logits, scaling)
