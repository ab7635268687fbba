"""Answer the stored prompts of annotations again, with another engine or the same. Imports core and engine only.

A mask is the end of a chain of answers: each step's logits went into the next one as mask_input. The chain is gone
through again with the engine that is asked now.

- The engine that made the mask (same id, weights and precision) is given the candidates that were chosen, and the
  threshold that was set: it gives the same masks again, bit for bit, on the same machine. (Where it computes on the
  processor, with as many threads as then, see engine.threads: others round sums otherwise.)
- Another engine numbers its candidates in another way, and its logits are others: at each step the candidate that
  overlaps most with the mask there is now is taken, at the engine's own threshold.
- Where a step began with a mask that no engine had given, that mask is kept with it, and goes in again.
- What was painted by hand is kept: each pixel that the hand changed stays as it is. Which ones these are is not
  stored; it is the difference between the mask and the answer of the engine that made it. So that engine is asked
  too, and where it can't be had here the annotation is left alone. On another device than the mask was made on the
  difference can hold a few pixels of the outline besides, which then stay as they are now.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import numpy as np

from sam_annotator.core.clean_up import cleaned_up
from sam_annotator.core.errors import EngineError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_crops import with_same_edits
from sam_annotator.core.mask_edits import clean_up_of
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.core.requests import EngineInfo, Logits, Prediction
from sam_annotator.core.stability import STABILITY, stability_to_keep
from sam_annotator.core.words import local_number, tr
from sam_annotator.engine.base import BetweenSteps, Embedding, Engine
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.mask_prompt import mask_prompt
from sam_annotator.engine.original_engines import has_answered
from sam_annotator.engine.reading_ahead import ImageEmbeddings, read_ahead

Choose = Callable[[Prediction, PromptStep], int]
FindEngine = Callable[[Provenance], Engine | None]


class Kept(StrEnum):
    """Why an annotation stays as it is."""

    ANSWERED = "answered"  # by that engine, before
    UNPROMPTED = "unprompted"
    EDIT_UNKNOWN = "edit_unknown"
    EMPTY = "empty"
    UNLIKE = "unlike"
    FAILED = "failed"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class ReplayImage:
    """An image file and the annotations on it that are to be answered again."""

    path: Path
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """What became of an annotation.

    Attributes:
        annotation: as it is.
        mask: the new one, hand edits on top; None where there was no answer.
        iou: of the two masks; None where there was no answer.
        predicted_iou: the engine's own estimate of its answer; None where there was none, or it is no finite number.
        provenance: the new one; None where there was no answer.
        kept: why the annotation stays as it is; None where it is to be replaced.
        reason_kept: the same in words, "" likewise.
    """

    annotation: Annotation
    mask: Mask | None = None
    iou: float | None = None
    predicted_iou: float | None = None
    provenance: Provenance | None = None
    kept: Kept | None = None
    reason_kept: str = ""

    @property
    def replaced(self) -> Annotation | None:
        """The annotation with the new mask, were it accepted; None where there was no answer or an empty one."""
        if self.mask is None or self.provenance is None or self.mask.is_empty:
            return None
        return replace(self.annotation, mask=self.mask, score=self.predicted_iou, provenance=self.provenance)

    @property
    def is_same_mask(self) -> bool:
        """Whether the new mask is the old one."""
        return self.mask == self.annotation.mask


def replay_annotations(
    images: Iterable[ReplayImage],
    engine: Engine,
    find_original: FindEngine,
    *,
    folder: EmbeddingFolder | None = None,
    min_iou: float = 0.0,
    again: bool = False,
    between_steps: BetweenSteps | None = None,
) -> Generator[ReplayResult]:
    """Answer annotations again; nothing is written but embeddings. Close the generator to stop.

    Args:
        images: with their annotations.
        engine: that is asked.
        find_original: gives the engine that made a mask, for those edited by hand; as `OriginalEngines.find`.
        folder: of embeddings, so that an image is encoded once only.
        min_iou: a new mask that overlaps less than this with the old one is not to replace it.
        again: whether to ask, too, where the engine has made the mask already.
        between_steps: see `Engine.encode`.

    Yields:
        A result for each annotation, in the order they were given.
    """

    def asks(image: ReplayImage) -> bool:
        return any(kept_at_once(annotation, engine.info, again=again) is None for annotation in image.annotations)

    items = ((image, image.path if asks(image) else None) for image in images)
    with contextlib.closing(read_ahead(items, engine.info.device)) as reading:
        for image, pixels in reading:
            embeddings = ImageEmbeddings(pixels, folder) if isinstance(pixels, np.ndarray) else str(pixels)
            yield from replay_image(
                image, embeddings, engine, find_original, min_iou=min_iou, again=again, between_steps=between_steps
            )


def replay_image(
    image: ReplayImage,
    embeddings: ImageEmbeddings | str,
    engine: Engine,
    find_original: FindEngine,
    *,
    min_iou: float = 0.0,
    again: bool = False,
    between_steps: BetweenSteps | None = None,
) -> Generator[ReplayResult]:
    """Answer the annotations of one image again; close the generator to stop.

    Args:
        image: with its annotations.
        embeddings: of the image, or why it can't be read.
        engine: that is asked; the rest as in `replay_annotations`.

    Yields:
        A result for each annotation, in their order.
    """
    replay = _Replay(engine, find_original, min_iou, between_steps)
    for annotation in image.annotations:
        kept = kept_at_once(annotation, engine.info, again=again)
        if kept is not None:
            yield kept
        elif isinstance(embeddings, str):
            yield _kept(annotation, Kept.FAILED, embeddings)
        else:
            yield replay.answered(annotation, embeddings, image.path.name)


def kept_at_once(annotation: Annotation, info: EngineInfo, *, again: bool = False) -> ReplayResult | None:
    """Return why an annotation stays as it is without the engine being asked; None where it is to be asked.

    Args:
        annotation: what may be asked about.
        info: of the engine.
        again: whether to ask, too, where the engine has made the mask already.
    """
    provenance = annotation.provenance
    if annotation.locked:
        return _kept(annotation, Kept.LOCKED, tr("It is locked; unlock it to change it."))
    if provenance.prompt.is_empty:
        return _kept(annotation, Kept.UNPROMPTED, tr("It has no prompts: it was painted or imported."))
    if not again and has_answered(info, provenance):
        return _kept(annotation, Kept.ANSWERED, tr("{engine} has made it already.", engine=tr(info.title)))
    return None


def failed(annotation: Annotation, why: str) -> ReplayResult:
    """Return that an annotation can't be answered, and why."""
    return _kept(annotation, Kept.FAILED, why)


def replay_steps(
    engine: Engine, embedding: Embedding, steps: Sequence[PromptStep], choose: Choose | None = None
) -> tuple[Prediction, tuple[PromptStep, ...], Logits]:
    """Answer a chain of steps, each with the logits of the one before.

    Args:
        engine: that is asked.
        embedding: of the image, by this engine.
        steps: at least one.
        choose: gives the candidate to take of an answer to a step; by default the one that is stored.

    Returns:
        The last answer, the steps with the candidates that were taken, and the logits of the last one, float32
        (1, h, w): what the next prompt builds on.

    Raises:
        EngineError: as `Engine.predict`.
    """
    assert steps
    mask_input: Logits | None = None
    taken: list[PromptStep] = []
    for step in steps:
        if step.mask is not None:
            mask_input = mask_prompt(engine, step.mask)
        prediction = engine.predict(embedding, step.prompt, mask_input, step.multimask_output)
        candidate = min(step.candidate, len(prediction) - 1) if choose is None else choose(prediction, step)
        mask_input = prediction.low_res_logits[candidate : candidate + 1]
        taken.append(replace(step, candidate=candidate))
    assert mask_input is not None
    return prediction, tuple(taken), mask_input


def most_like(prediction: Prediction, mask: Mask) -> int:
    """Return the candidate that overlaps most with a mask; of equal ones that with the highest predicted IoU."""
    if len(prediction) == 1:
        return 0
    return max(prediction.ranking, key=lambda candidate: prediction.mask(candidate).iou(mask))


def mask_at(prediction: Prediction, candidate: int, threshold: float, engine_threshold: float) -> Mask:
    """Return a candidate's mask: the pixels whose logits are above a threshold.

    Args:
        prediction: the answer.
        candidate: of it.
        threshold: of the logits.
        engine_threshold: the engine's own one.

    Raises:
        EngineError: the engine gives its masks at its own threshold only.
    """
    if threshold == engine_threshold:
        return prediction.mask(candidate)
    if prediction.scaling is None:
        raise EngineError(tr("The engine can't give the mask at the threshold that was set for it."))
    return prediction.mask(candidate, threshold)


class _Replay:
    """What `replay_image` does for one annotation after the other."""

    def __init__(
        self, engine: Engine, find_original: FindEngine, min_iou: float, between_steps: BetweenSteps | None
    ) -> None:
        self._engine, self._find_original = engine, find_original
        self._min_iou, self._between_steps = min_iou, between_steps

    def answered(self, annotation: Annotation, embeddings: ImageEmbeddings, name: str) -> ReplayResult:
        """Answer an annotation."""
        if embeddings.size_hw != annotation.mask.size_hw:
            text = tr("{name} has another size than the mask; put the old file back.", name=name)
            return _kept(annotation, Kept.FAILED, text)
        try:
            before: Mask | None = None
            if annotation.provenance.edited:
                original = self._find_original(annotation.provenance)
                if original is None:
                    text = tr(
                        "It was edited by hand, and the engine or checkpoint that made it is not here to compare."
                    )
                    return _kept(annotation, Kept.EDIT_UNKNOWN, text)
                before, _, _ = self._answer(original, annotation, embeddings)
            mask, predicted_iou, provenance = self._answer(self._engine, annotation, embeddings)
        except EngineError as e:
            return _kept(annotation, Kept.FAILED, str(e))
        if before is not None:
            mask = with_same_edits(mask, before, annotation.mask)
        return self._compared(ReplayResult(annotation, mask, None, predicted_iou, provenance))

    def _answer(
        self, engine: Engine, annotation: Annotation, embeddings: ImageEmbeddings
    ) -> tuple[Mask, float | None, Provenance]:
        """Return an engine's answer to the prompts of an annotation, without hand edits."""
        old, info = annotation.provenance, engine.info
        embedding = embeddings.of(engine, self._between_steps)
        if has_answered(info, old):
            threshold = old.threshold
            prediction, steps, _ = replay_steps(engine, embedding, old.steps)
        else:
            threshold = info.mask_threshold
            prediction, steps, _ = replay_steps(
                engine, embedding, old.steps, lambda answer, _step: most_like(answer, annotation.mask)
            )
        candidate = steps[-1].candidate
        estimate = float(prediction.predicted_iou[candidate])
        predicted_iou = estimate if math.isfinite(estimate) else None
        extra = {**old.extra}
        if not has_answered(info, old):
            extra.pop(STABILITY, None)
            extra |= stability_to_keep(prediction, candidate, threshold)
        provenance = replace(
            old,
            extra=extra,
            engine_id=info.engine_id,
            checkpoint_sha256=info.checkpoint_sha256,
            precision=info.precision,
            steps=steps,
            threshold=threshold,
            predicted_iou=predicted_iou,
        )
        mask = mask_at(prediction, candidate, threshold, info.mask_threshold)
        return cleaned_up(mask, clean_up_of(old)), predicted_iou, provenance

    def _compared(self, result: ReplayResult) -> ReplayResult:
        """Return a result with its IoU, and whether it is to replace the annotation."""
        assert result.mask is not None
        iou = result.mask.iou(result.annotation.mask)
        if result.mask.is_empty:
            text = tr("{engine} finds nothing there.", engine=tr(self._engine.info.title))
            return replace(result, iou=iou, kept=Kept.EMPTY, reason_kept=text)
        if iou < self._min_iou:
            text = tr("The new mask has an IoU of {iou} with the old one.", iou=local_number(f"{iou:.3f}"))
            return replace(result, iou=iou, kept=Kept.UNLIKE, reason_kept=text)
        return replace(result, iou=iou)


def _kept(annotation: Annotation, kept: Kept, text: str) -> ReplayResult:
    return ReplayResult(annotation, kept=kept, reason_kept=text)
