"""Replaying masks that were cleaned up, or that began with a mask of no engine: the same again, bit for bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image as PilImage

from sam_annotator.core.clean_up import CleanUp, cleaned_up
from sam_annotator.core.image_io import read_image
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_edits import with_clean_up
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.mask_prompt import mask_prompt
from sam_annotator.engine.replaying import ReplayImage, ReplayResult, replay_annotations

PROMPT = Prompt(point_coords=((60.0, 50.0),), point_labels=(1,))


def photograph(folder: Path) -> Path:
    random = np.random.default_rng(4)
    pixels = random.integers(0, 60, (100, 120, 3)).astype(np.uint8)
    pixels[30:70, 40:80] += 150
    path = folder / "a.png"
    PilImage.fromarray(pixels).save(path)
    return path


def answered(path: Path, own: Mask | None = None) -> Annotation:
    """What the engine answers to the click, with a mask of the annotation's own going in or not."""
    engine = FakeEngine(0, 0)
    embedding = engine.encode(read_image(path))
    mask_input = None if own is None else mask_prompt(engine, own)
    prediction = engine.predict(embedding, PROMPT, mask_input, False)
    step = PromptStep(PROMPT, False, 0, own)
    return Annotation(1, 1, 1, prediction.mask(0), provenance=Provenance("prompt", "fake", steps=(step,)))


def replayed(path: Path, annotation: Annotation) -> ReplayResult:
    engine = FakeEngine(0, 0)
    (result,) = replay_annotations([ReplayImage(path, (annotation,))], engine, lambda _p: engine, again=True)
    return result


def test_a_cleaned_mask_is_cleaned_again(tmp_path: Path) -> None:
    """Else a better engine's masks come with the specks that were to be removed."""
    path = photograph(tmp_path)
    plain, numbers = answered(path), CleanUp(islands=30, holes=30, grow=2)
    cleaned = with_clean_up(plain, cleaned_up(plain.mask, numbers), numbers)
    assert cleaned.mask != plain.mask and not cleaned.provenance.edited
    assert replayed(path, cleaned).is_same_mask
    twice = with_clean_up(cleaned, cleaned_up(cleaned.mask, CleanUp(grow=-1)), CleanUp(grow=-1))
    assert twice.provenance.edited and replayed(path, twice).is_same_mask


def test_a_mask_that_went_in_goes_in_again(tmp_path: Path) -> None:
    """Else what was refined from a painted mask can't be made again."""
    path = photograph(tmp_path)
    own = np.zeros((100, 120), np.bool_)
    own[20:90, 30:60] = True
    annotation = answered(path, Mask.from_array(own))
    assert annotation.mask != answered(path).mask
    result = replayed(path, annotation)
    assert result.kept is None and result.is_same_mask
    assert result.provenance is not None and result.provenance.steps[0].mask == Mask.from_array(own)
