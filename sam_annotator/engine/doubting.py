"""Ask an engine about masks that are there: what of its answers and of the photograph speaks against each.

The stored prompts are answered again; where a mask has none, a box around it and the point deepest in it are asked.
Where a mask may be two objects, its halves are asked for, each against the other. Imports core and engine only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sam_annotator.core.doubt import Evidence
from sam_annotator.core.errors import EngineError, ImageError
from sam_annotator.core.geometry import Point, box_xywh_to_xyxy
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.mask_crops import crop_together
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.raster import deepest_pixel
from sam_annotator.core.raster_cut import Looks, looks_of, parts_of
from sam_annotator.core.raster_edges import (
    Surroundings,
    boundaries_at,
    edges_of,
    neck_of,
    outline_contrast,
    shifted_contrast,
    surroundings_of,
)
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import Prediction
from sam_annotator.core.stability import low_res_stability
from sam_annotator.engine.base import BoundaryEngine, Embedding, Engine
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.original_engines import has_answered
from sam_annotator.engine.reading_ahead import ImageEmbeddings, read_ahead
from sam_annotator.engine.replaying import mask_at, most_like, replay_steps

Between = Callable[[], None]


@dataclass(frozen=True, slots=True)
class AskedImage:
    """An image file, its annotations, and of them those that are asked about."""

    image_id: int
    path: Path
    annotations: tuple[Annotation, ...]
    wanted: frozenset[int]


@dataclass(frozen=True, slots=True)
class ImageAnswer:
    """What was found on an image: evidence by annotation id, or a sentence that says why there is none."""

    image: AskedImage
    evidence: dict[int, Evidence]
    problem: str = ""


def ask_project(
    images: Iterable[AskedImage], engine: Engine, folder: EmbeddingFolder | None = None
) -> Generator[ImageAnswer]:
    """Ask about the annotations of images; close the generator to stop.

    Args:
        images: with their annotations.
        engine: that is asked.
        folder: of embeddings, so that an image is encoded once only.

    Yields:
        An answer for each image, in their order.
    """
    with closing(read_ahead(((image, image.path) for image in images), engine.info.device)) as reading:
        for image, pixels in reading:
            if not isinstance(pixels, np.ndarray):
                yield ImageAnswer(image, {}, str(pixels) if isinstance(pixels, ImageError) else "")
                continue
            try:
                embedding = ImageEmbeddings(pixels, folder).of(engine)
                yield ImageAnswer(image, dict(ask_image(engine, embedding, pixels, image)))
            except EngineError as e:
                yield ImageAnswer(image, {}, f"{image.path.name}: {e}")


def ask_image(
    engine: Engine, embedding: Embedding, pixels: RgbImage, image: AskedImage
) -> Generator[tuple[int, Evidence]]:
    """Ask about the annotations of one image; those of another size than the image are passed over.

    Yields:
        The id of an annotation, and what was found.
    """
    size_hw = (pixels.shape[0], pixels.shape[1])
    looks = looks_of(embedding.features, size_hw)
    fitting = [a for a in image.annotations if a.mask.size_hw == size_hw and not a.mask.is_empty]
    for annotation in fitting:
        if annotation.id in image.wanted:
            others = [a.mask for a in fitting if a.id != annotation.id]
            yield annotation.id, evidence_of(engine, embedding, pixels, annotation, others, looks)


def evidence_of(
    engine: Engine,
    embedding: Embedding,
    pixels: RgbImage,
    annotation: Annotation,
    others: Sequence[Mask] = (),
    looks: Looks | None = None,
) -> Evidence:
    """Ask about one annotation.

    Args:
        engine: that is asked.
        embedding: of the image, by this engine.
        pixels: the image, uint8 (H, W, 3).
        annotation: with a mask of the image's size.
        others: masks of the image's other annotations.
        looks: of the embedding, where many are asked about.

    Raises:
        EngineError: as `Engine.predict`.
    """
    mask, steps = annotation.mask, annotation.provenance.steps
    around = surroundings_of(pixels, mask)
    edges = edges_of(around)
    shifted, moved = shifted_contrast(around, edges)
    learned = engine.boundaries(embedding) if isinstance(engine, BoundaryEngine) else None
    learned_shifted, learned_moved = (math.nan, math.nan)
    if learned is not None:
        size_hw = embedding.original_size_hw
        learned_shifted, learned_moved = shifted_contrast(around, boundaries_at(around, learned, size_hw))
    prompted = bool(steps) and not annotation.provenance.prompt.is_empty
    info = engine.info
    halves = _Halves()
    if prompted:
        is_same = has_answered(info, annotation.provenance)
        choose = None if is_same else lambda answer, _step: most_like(answer, mask)
        prediction, taken, _ = replay_steps(engine, embedding, steps, choose)
        candidate = taken[-1].candidate
        threshold = annotation.provenance.threshold if is_same else info.mask_threshold
    else:
        looks = looks_of(embedding.features, embedding.original_size_hw) if looks is None else looks
        halves = _ask_halves(engine, embedding, mask, around, looks)
        prediction = engine.predict(embedding, _box_and_point(mask, around), None, True)
        candidate, threshold = most_like(prediction, mask), info.mask_threshold
    stabilities = [low_res_stability(logits, info.mask_threshold) for logits in prediction.low_res_logits]
    return Evidence(
        agreement=mask_at(prediction, candidate, threshold, info.mask_threshold).iou(mask),
        prompted=prompted,
        predicted_iou=float(prediction.predicted_iou[candidate]),
        stability=_mean(stabilities),
        disagreement=_disagreement(prediction, info.mask_threshold),
        outline=outline_contrast(around, edges),
        shifted=shifted,
        moved=moved,
        learned_shifted=learned_shifted,
        learned_moved=learned_moved,
        halves=halves.covered,
        halves_stability=halves.stability,
        cut=halves.cut,
        neck=neck_of(around.inside),
        covers=_covers(mask, others),
    )


def _box_and_point(mask: Mask, around: Surroundings) -> Prompt:
    box = box_xywh_to_xyxy(mask.bbox_xywh)
    if not around.inside.any():  # too thin to be seen at this scale
        return Prompt(box_xyxy=box)
    return Prompt((Point(*around.point(*deepest_pixel(around.inside))),), (POSITIVE,), box)


@dataclass(frozen=True, slots=True)
class _Halves:
    """What an engine answers to the two parts of a mask; see Evidence."""

    covered: float = math.nan
    stability: float = math.nan
    cut: float = math.nan


def _ask_halves(engine: Engine, embedding: Embedding, mask: Mask, around: Surroundings, looks: Looks | None) -> _Halves:
    """Ask for each of the two parts that a mask falls into, within the box of the whole.

    An object is one for the engine: whichever half is clicked, the answer spreads over the other. Two objects in one
    mask keep to themselves, and the engine is less sure of where they end.
    """
    parts = parts_of(around, looks)
    if parts is None:
        return _Halves()
    box = box_xywh_to_xyxy(mask.bbox_xywh)
    threshold = engine.info.mask_threshold
    covered: list[float] = []
    stabilities: list[float] = []
    for here, there in (parts.planes, parts.planes[::-1]):
        prompt = Prompt((Point(*around.point(*deepest_pixel(here))),), (POSITIVE,), box)
        prediction = engine.predict(embedding, prompt, None, True)
        answer = _seen_in(prediction.mask(0).to_array(), around)
        covered.append(int(np.count_nonzero(answer & there)) / max(int(np.count_nonzero(there)), 1))
        stabilities += [low_res_stability(logits, threshold) for logits in prediction.low_res_logits]
    return _Halves(_mean(covered), _mean(stabilities), parts.cut)


def _seen_in(plane: BoolArray, around: Surroundings) -> BoolArray:
    """Return what of a plane of the image lies in surroundings, at their scale."""
    height, width = around.inside.shape
    rows = np.minimum(((np.arange(height) + 0.5) / around.scale).astype(np.int64) + around.y, plane.shape[0] - 1)
    columns = np.minimum(((np.arange(width) + 0.5) / around.scale).astype(np.int64) + around.x, plane.shape[1] - 1)
    return np.asarray(plane[rows][:, columns])


def _iou(one: BoolArray, other: BoolArray) -> float:
    union = int(np.count_nonzero(one | other))
    return int(np.count_nonzero(one & other)) / union if union else 1.0


def _disagreement(prediction: Prediction, threshold: float) -> float:
    """Return 1 less the mean IoU of the candidates, in the network's own cells; NaN where there is only one."""
    planes = [logits > threshold for logits in prediction.low_res_logits]
    ious: list[float] = []
    for i, one in enumerate(planes):
        ious += [_iou(one, other) for other in planes[i + 1 :]]
    return 1 - float(np.mean(ious)) if ious else math.nan


def _covers(mask: Mask, others: Sequence[Mask]) -> float:
    """Return the largest share of another mask that lies within this one; 0 of none."""
    x, y, w, h = mask.bbox_xywh
    most = 0.0
    for other in others:
        ox, oy, ow, oh = other.bbox_xywh
        across, down = min(x + w, ox + ow) - max(x, ox), min(y + h, oy + oh) - max(y, oy)
        if across <= 0 or down <= 0 or across * down <= most * other.area:
            continue
        _, _, (one, two) = crop_together((mask, other))
        most = max(most, float(np.count_nonzero(one & two) / other.area))
    return most


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if math.isfinite(value)]
    return float(np.mean(known)) if known else math.nan
