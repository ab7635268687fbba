"""Going on by clicks with a mask whose prompts don't lead to it: painted, imported, or edited by hand."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import NEGATIVE, POSITIVE, Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.core.requests import EncodeRequest, EngineInfo, Prediction, PredictRequest, PredictResult
from sam_annotator.core.session import PromptSession

ENCODE = EncodeRequest(image_id=5, pixels=np.zeros((6, 8, 3), np.uint8), pixels_key="key")
CLICK = Point(6.5, 4.5)
STEPS = (PromptStep(Prompt((Point(1.5, 1.5),), (POSITIVE,)), True, 1),)
PAINTED, EDITED = Provenance("brush"), Provenance("prompt", "fake", steps=STEPS, edited=True)
PROMPTED = dataclasses.replace(EDITED, edited=False)


def result(request: PredictRequest) -> PredictResult:
    masks = np.ones((1, 6, 8), np.bool_)
    answer = Prediction(masks, np.array([0.5], np.float32), np.zeros((1, 2, 2), np.float32))
    return PredictResult(request, answer, EngineInfo("fake", "Fake"), 1.0)


def finished(provenance: Provenance) -> Annotation:
    pixels = np.zeros((6, 8), np.bool_)
    pixels[1:6, :] = True
    return Annotation(21, 5, 4, Mask.from_array(pixels), provenance=provenance, clicks=2)


@pytest.mark.parametrize("provenance", [PAINTED, EDITED])
def test_the_mask_itself_goes_in(provenance: Provenance) -> None:
    """Else an imported, painted or edited object can't be clicked on, or the click forgets what it was."""
    annotation = finished(provenance)
    session, request = PromptSession.refining(annotation, 9).add_point(CLICK, POSITIVE).issue(30, ENCODE)
    assert request.prompt == Prompt((CLICK,), (POSITIVE,)) and request.trail == () and not request.multimask_output
    assert request.base_mask == annotation.mask and request.mask_input is None
    session = session.receive(result(request))
    refined = session.to_annotation(1)
    assert refined is not None and refined.id == annotation.id
    assert refined.provenance.steps == (PromptStep(request.prompt, False, 0, annotation.mask),)
    assert refined.provenance.extra["refined_from"] == provenance.source and not refined.provenance.edited
    _, second = session.add_point(Point(1.5, 4.5), POSITIVE).issue(31, ENCODE)
    assert second.base_mask is None and second.mask_input is not None and second.trail == refined.provenance.steps


def test_with_a_box_it_starts_anew() -> None:
    """Else the old mask keeps pulling at the new box."""
    boxed = PromptSession.refining(finished(PAINTED), 9).set_box(Box(1, 1, 5, 5))
    assert boxed.issue(31, ENCODE)[1].base_mask is None


def test_a_first_click_that_takes_away_says_what_stays() -> None:
    """Else taking a corner off a painted object loses the rest of it."""
    annotation = finished(PAINTED)
    session = PromptSession.refining(annotation, 9).add_point(Point(7.5, 5.5), NEGATIVE)
    (x, y), away = session.prompt.point_coords
    assert annotation.mask.contains(x, y) and away == (7.5, 5.5)
    assert session.prompt.point_labels == (POSITIVE, NEGATIVE) and session.clicks == 3
    assert session.issue(30, ENCODE)[1].base_mask == annotation.mask
    prompted = PromptSession.refining(finished(PROMPTED), 9).add_point(Point(7.5, 5.5), NEGATIVE)
    assert prompted.prompt.point_labels == (POSITIVE, NEGATIVE) and prompted.issue(30, ENCODE)[1].base_mask is None
