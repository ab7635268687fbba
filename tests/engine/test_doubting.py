"""The doubt order: masks that were spoilt come before those that are good."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.doubt import Evidence, doubt_of, reasons_of, stored_doubts
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.engine.base import Engine
from sam_annotator.engine.doubting import evidence_of
from sam_annotator.engine.registry import load_engine

SIZE = 192


def scene(seed: int) -> tuple[RgbImage, list[BoolArray]]:
    """A noisy ground with six ellipses, some of which touch."""
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[:SIZE, :SIZE]
    pixels = np.full((SIZE, SIZE, 3), rng.integers(60, 110, 3), np.float64)
    masks: list[BoolArray] = []
    for number in range(6):
        y, x = 48 + 96 * (number // 3), 32 + 64 * (number % 3)
        inside = ((rows - y) / rng.uniform(28, 42)) ** 2 + ((columns - x) / rng.uniform(20, 31)) ** 2 < 1
        pixels[inside] = rng.integers(0, 255, 3)
        masks.append(np.asarray(inside))
    pixels += rng.normal(0, 8, pixels.shape)
    return np.clip(pixels, 0, 255).astype(np.uint8), masks


def beside(index: int) -> int:
    """The ellipse beside one, in the same row."""
    return index - 1 if index % 3 == 2 else index + 1


def spoilt(masks: list[BoolArray], index: int, how: str) -> BoolArray:
    mask = masks[index]
    if how == "merge":
        return mask | masks[beside(index)]
    if how == "shift":
        return np.roll(mask, (8, 8), (0, 1))
    planes = [np.roll(mask, (y, x), (0, 1)) for y in (-4, 0, 4) for x in (-4, 0, 4)]
    return np.logical_and.reduce(planes)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("builtin")


@pytest.mark.parametrize(("prompted", "is_gone"), [(False, False), (False, True), (True, False)])
def test_spoilt_masks_come_first(engine: Engine, prompted: bool, is_gone: bool) -> None:
    """A reviewer with time for a quarter of the masks would miss most of the bad ones."""
    values: list[float] = []
    is_bad: list[bool] = []
    hows = ("erode", "shift", "merge")
    for seed in range(5):
        pixels, masks = scene(seed)
        embedding = engine.encode(pixels)
        provenance = [Provenance("import")] * len(masks)
        if prompted:
            for i, mask in enumerate(masks):
                rows, columns = np.nonzero(mask)
                prompt = Prompt(((float(columns.mean()), float(rows.mean())),), (POSITIVE,))
                answer = engine.predict(embedding, prompt)
                masks[i] = answer.mask(answer.best).to_array()
                info, step = engine.info, PromptStep(prompt, True, answer.best)
                provenance[i] = Provenance("prompt", info.engine_id, info.checkpoint_sha256, (step,),
                                           info.mask_threshold, precision=info.precision)  # fmt: skip
        bad = {seed} if seed < 3 else set()
        # Where two objects were merged, the annotation of the second may be gone: then it covers no other one.
        gone = {beside(seed)} if is_gone and bad and hows[seed] == "merge" else set()
        for i, mask in enumerate(masks):
            if i in gone:
                continue
            shown = spoilt(masks, i, hows[seed]) if i in bad else mask
            annotation = Annotation(i + 1, 1, 1, Mask.from_array(shown), provenance=provenance[i])
            others = [Mask.from_array(m) for j, m in enumerate(masks) if j != i and j not in gone]
            values.append(doubt_of(evidence_of(engine, embedding, pixels, annotation, others)))
            is_bad.append(i in bad)
    order = np.argsort(-np.array(values), kind="stable")
    first = np.array(is_bad)[order[: len(order) // 4]]
    assert np.count_nonzero(first) / np.count_nonzero(is_bad) >= 0.8


def test_evidence_comes_back_as_it_was() -> None:
    """What an engine said would be another thing after a restart."""
    evidence = Evidence(agreement=0.25, prompted=True, stability=0.5, outline=-0.3)
    assert repr(Evidence.from_json(evidence.to_json())) == repr(evidence)
    assert reasons_of(evidence)[0] == "agreement"
    assert doubt_of(Evidence(agreement=1.0, prompted=True, outline=0.5)) < doubt_of(evidence)


def test_stored_numbers_alone_give_an_order() -> None:
    """Without asking an engine, low scores must come before high ones, and what is unknown last."""
    values = stored_doubts(np.array([0.9, 0.3, np.nan]), np.array([0.9, np.nan, np.nan]))
    assert values[1] > values[0] and np.isnan(values[2])
