"""A detector's boxes become masks: each box is a box prompt, its answer an offer. Imports core and engine only.

Shared by the window and `sam-annotator boxes`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sam_annotator.core.errors import EngineError
from sam_annotator.core.geometry import Box
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import PromptStep, Provenance
from sam_annotator.core.stability import low_res_stability
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.offers import Offer

SOURCE = "boxes"  # in the provenance of what was made of a detector's boxes

Progress = Callable[[int, int], None]


class BoxesCancelled(EngineError):
    """The answering of boxes was given up."""


@dataclass(frozen=True, slots=True)
class BoxWish:
    """A box to answer.

    Attributes:
        box_xyxy: in pixels of the image, inside it.
        category: name of what the detector says it is; "" where it does not say.
        score: of the detector; None where it gave none.
    """

    box_xyxy: Box
    category: str = ""
    score: float | None = None


def answer_boxes(
    engine: Engine,
    embedding: Embedding,
    wishes: Sequence[BoxWish],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    pause: Callable[[], None] = lambda: None,
) -> tuple[Offer, ...]:
    """Ask for the mask in each box; boxes in which the engine finds nothing are left out.

    Args:
        engine: any.
        embedding: of the image, by this engine.
        wishes: the boxes.
        progress: told how many were answered, and of how many.
        cancelled: asked between boxes.
        pause: called between boxes: the engine may be used for something else meanwhile.

    Raises:
        EngineError: the engine can't answer.
        BoxesCancelled: `cancelled` said so.
    """
    info, offers = engine.info, list[Offer]()
    for number, wish in enumerate(wishes, start=1):
        pause()
        if cancelled():
            raise BoxesCancelled("Making masks of boxes was stopped; start it again for all of them.")
        prompt = Prompt(box_xyxy=wish.box_xyxy)
        prediction = engine.predict(embedding, prompt, multimask_output=False)
        mask, iou = prediction.mask(0), float(prediction.predicted_iou[0])
        if not mask.is_empty and math.isfinite(iou):
            stability = low_res_stability(prediction.low_res_logits[0], info.mask_threshold)
            stability = stability if math.isfinite(stability) else 0.0
            provenance = Provenance(
                source=SOURCE,
                engine_id=info.engine_id,
                checkpoint_sha256=info.checkpoint_sha256,
                steps=(PromptStep(prompt, multimask_output=False, candidate=0),),
                threshold=info.mask_threshold,
                predicted_iou=iou,
                extra={"stability_score": stability, "detector_score": wish.score},
                precision=info.precision,
            )
            offers.append(Offer(mask, iou, stability, provenance, wish.category, wish.score))
        if progress is not None:
            progress(number, len(wishes))
    return tuple(offers)
