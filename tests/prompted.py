"""Annotations made as the window makes them: by a prompt session, click by click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import EncodeRequest, PredictResult
from sam_annotator.core.session import PromptSession
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.kept_embedding import as_kept
from sam_annotator.engine.mask_prompt import mask_prompt
from sam_annotator.engine.replaying import replay_steps

Action = Point | tuple[Point, int] | Box | str


def prompted(
    engine: Engine,
    embedding: Embedding,
    actions: Sequence[Action],
    *,
    image_id: int = 1,
    refined: Annotation | None = None,
) -> Annotation:
    """Return what is accepted after clicks (a point, perhaps with a label), boxes, and "tab" for the next candidate."""
    session = PromptSession(image_id, 1) if refined is None else PromptSession.refining(refined, 1)
    encode = EncodeRequest(image_id, np.zeros((1, 1, 3), np.uint8), "key")
    for number, action in enumerate(actions, 1):
        if action == "tab":
            session = session.cycle()
            continue
        if isinstance(action, Box):
            session = session.set_box(action)
        elif isinstance(action, Point):
            session = session.add_point(action, 1)
        else:
            assert not isinstance(action, str)
            session = session.add_point(*action)
        session, request = session.issue(number, encode)
        mask_input = request.mask_input
        if mask_input is None and request.trail:
            mask_input = replay_steps(engine, embedding, request.trail)[2]
        elif mask_input is None and request.base_mask is not None:
            mask_input = mask_prompt(engine, request.base_mask)
        prediction = engine.predict(embedding, request.prompt, mask_input, request.multimask_output)
        session = session.receive(PredictResult(request, prediction, engine.info, 1.0))
    annotation = session.to_annotation(1)
    assert annotation is not None
    return annotation


def in_window(embedding: Embedding) -> Embedding:
    """Return an embedding as the window uses it: as it comes back from its cache."""
    return as_kept(embedding)


def painted(annotation: Annotation, pixels: np.ndarray) -> Annotation:
    """Return an annotation whose mask was changed by hand to bool (H, W)."""
    return replace(annotation, mask=Mask.from_array(pixels), provenance=replace(annotation.provenance, edited=True))
