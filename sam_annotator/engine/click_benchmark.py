"""Measure an engine on masks that are known: an annotator who clicks is simulated. Imports core and engine only.

The field's usual protocol (RITM, SAM). The first click is in the middle of the object, at the pixel farthest from its
border. Each next one is in the middle of the largest part that is wrong: positive where the object is missed, negative
where the mask spills over. The logits of one answer go into the next, and the candidate that the engine holds for the
best is taken, as in the window. The box is the object's own.
"""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sam_annotator.core.errors import EngineError, ImageError
from sam_annotator.core.geometry import Point, box_xywh_to_xyxy
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_crops import crop_together
from sam_annotator.core.prompt import NEGATIVE, POSITIVE, Prompt
from sam_annotator.core.raster import deepest_pixel, largest_part
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import Logits
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.reading_ahead import read_ahead


@dataclass(frozen=True, slots=True)
class BenchmarkImage:
    """An image file and the finished objects on it."""

    path: Path
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class ObjectScore:
    """How an engine did on one object.

    Attributes:
        annotation_id: the object.
        iou_after: IoU after each click.
        box_iou: IoU after a box, alone.
        click_ms: time of each answer, from the prompt to the mask of the image's size.
    """

    annotation_id: int
    iou_after: tuple[float, ...]
    box_iou: float
    click_ms: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ImageScore:
    """How an engine did on one image: time to encode it, its objects, and a sentence where it can't be used."""

    path: Path
    encode_s: float = 0.0
    objects: tuple[ObjectScore, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class EngineScore:
    """How an engine did on all.

    Attributes:
        objects: how many were clicked.
        images: how many were encoded.
        miou_after: mean IoU after each click.
        box_miou: mean IoU after a box.
        clicks_to: by IoU, the mean number of clicks needed to reach it (NoC); all clicks where it is never reached.
        click_ms: median time of an answer.
        encode_s: median time to encode an image.
        problems: a sentence for each image that can't be used.
    """

    objects: int
    images: int
    miou_after: tuple[float, ...] = ()
    box_miou: float = 0.0
    clicks_to: dict[float, float] = field(default_factory=dict)
    click_ms: float = 0.0
    encode_s: float = 0.0
    problems: tuple[str, ...] = ()


def benchmark_engine(images: Iterable[BenchmarkImage], engine: Engine, clicks: int) -> Generator[ImageScore]:
    """Click at the objects of images; close the generator to stop.

    Args:
        images: with their objects.
        engine: to be measured. Every image is encoded, also where an embedding of it is kept somewhere.
        clicks: at most, at each object.

    Yields:
        A score for each image.
    """
    with contextlib.closing(read_ahead(((image, image.path) for image in images), engine.info.device)) as reading:
        for image, pixels in reading:
            if isinstance(pixels, ImageError) or pixels is None:
                yield ImageScore(image.path, problem=str(pixels))
                continue
            try:
                yield _score_image(engine, image, pixels, clicks)
            except EngineError as e:
                yield ImageScore(image.path, problem=f"{image.path.name}: {e}")


def _score_image(engine: Engine, image: BenchmarkImage, pixels: RgbImage, clicks: int) -> ImageScore:
    if any(annotation.mask.size_hw != pixels.shape[:2] for annotation in image.annotations):
        return ImageScore(image.path, problem=f"{image.path.name} has another size than its masks; put the old back.")
    start = time.perf_counter()
    embedding = engine.encode(pixels)
    encode_s = time.perf_counter() - start
    return ImageScore(image.path, encode_s, tuple(_score(engine, embedding, a, clicks) for a in image.annotations))


def _score(engine: Engine, embedding: Embedding, annotation: Annotation, clicks: int) -> ObjectScore:
    truth = annotation.mask
    ious: list[float] = []
    times_ms: list[float] = []
    prompt, predicted, logits = (
        Prompt(),
        Mask.from_uncompressed(truth.size_hw, [truth.size_hw[0] * truth.size_hw[1]]),
        None,
    )
    while len(ious) < clicks:
        click = next_click(truth, predicted)
        if click is None:  # nothing is wrong any more
            ious += [1.0] * (clicks - len(ious))
            break
        prompt = prompt.with_point(*click)
        predicted, logits, elapsed_ms = _ask(engine, embedding, prompt, logits)
        ious.append(predicted.iou(truth))
        times_ms.append(elapsed_ms)
    boxed, _, _ = _ask(engine, embedding, Prompt(box_xyxy=box_xywh_to_xyxy(truth.bbox_xywh)), None)
    return ObjectScore(annotation.id, tuple(ious), boxed.iou(truth), tuple(times_ms))


def _ask(engine: Engine, embedding: Embedding, prompt: Prompt, logits: Logits | None) -> tuple[Mask, Logits, float]:
    """Return the best candidate's mask and logits, and the milliseconds they took."""
    start = time.perf_counter()
    multimask_output = prompt.is_ambiguous and logits is None
    prediction = engine.predict(embedding, prompt, logits, multimask_output)
    best = prediction.best
    mask = prediction.mask(best)
    return mask, prediction.low_res_logits[best : best + 1], (time.perf_counter() - start) * 1000


def next_click(truth: Mask, predicted: Mask) -> tuple[Point, int] | None:
    """Return where a patient annotator clicks next, and the label; None where the mask is right.

    Args:
        truth: the object.
        predicted: the mask so far; empty before the first click.
    """
    left, top, (wanted, got) = crop_together((truth, predicted))
    missed, spilled = largest_part(wanted & ~got), largest_part(got & ~wanted)
    is_missed = int(missed[2].sum()) >= int(spilled[2].sum())
    x, y, part = missed if is_missed else spilled
    if part.size == 0:
        return None
    column, row = deepest_pixel(part)
    return Point(left + x + column + 0.5, top + y + row + 0.5), POSITIVE if is_missed else NEGATIVE


def summarize(scores: Sequence[ImageScore], iou_goals: Sequence[float] = (0.85, 0.90)) -> EngineScore:
    """Return the means over all objects, each of which counts alike.

    Args:
        scores: of one engine, with the same number of clicks.
        iou_goals: to count the clicks to.
    """
    objects = [found for score in scores for found in score.objects]
    problems = tuple(score.problem for score in scores if score.problem)
    encode_times = [score.encode_s for score in scores if not score.problem]
    if not objects:
        return EngineScore(0, len(encode_times), problems=problems)
    clicks_to = {goal: statistics.fmean(_clicks_to(found.iou_after, goal) for found in objects) for goal in iou_goals}
    return EngineScore(
        objects=len(objects),
        images=len(encode_times),
        miou_after=tuple(statistics.fmean(ious) for ious in zip(*(found.iou_after for found in objects), strict=True)),
        box_miou=statistics.fmean(found.box_iou for found in objects),
        clicks_to=clicks_to,
        click_ms=statistics.median(elapsed for found in objects for elapsed in found.click_ms),
        encode_s=statistics.median(encode_times),
        problems=problems,
    )


def _clicks_to(iou_after: Sequence[float], goal: float) -> int:
    return next((click for click, iou in enumerate(iou_after, 1) if iou >= goal), len(iou_after))
