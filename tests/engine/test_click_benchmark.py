"""Simulated clicks: where they land, what is counted, and that the same comes out again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import EngineError
from sam_annotator.core.geometry import Point
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation
from sam_annotator.core.requests import Prediction
from sam_annotator.engine.base import Embedding
from sam_annotator.engine.click_benchmark import (
    BenchmarkImage,
    ImageScore,
    ObjectScore,
    benchmark_engine,
    next_click,
    summarize,
)
from sam_annotator.engine.fake import FakeEngine

SIZE = (40, 60)
EMPTY = Mask.from_array(np.zeros(SIZE, bool))


def block(x0: int, y0: int, x1: int, y1: int) -> Mask:
    pixels = np.zeros(SIZE, bool)
    pixels[y0:y1, x0:x1] = True
    return Mask.from_array(pixels)


class Scripted(FakeEngine):
    """Answers with masks that are told beforehand, and notes what it was asked."""

    def __init__(self, masks: list[Mask]) -> None:
        super().__init__()
        self.left = list(masks)
        self.asked: list[tuple[Prompt, Any, bool]] = []

    def predict(
        self, embedding: Embedding, prompt: Prompt, mask_input: Any = None, multimask_output: bool = True
    ) -> Prediction:
        self.asked.append((prompt, mask_input, multimask_output))
        number = 3 if multimask_output else 1
        masks = np.zeros((number, *SIZE), bool)
        masks[-1] = self.left.pop(0).to_array()
        logits = np.arange(number, dtype=np.float32)[:, None, None] + np.full((1, 2, 2), len(self.asked), np.float32)
        return Prediction(masks, np.linspace(0.1, 0.9, number, dtype=np.float32), logits)


@pytest.fixture
def image_file(tmp_path: Path) -> Path:
    write_png(tmp_path / "image.png", np.zeros((*SIZE, 3), np.uint8))
    return tmp_path / "image.png"


def image_of(path: Path, *masks: Mask) -> BenchmarkImage:
    return BenchmarkImage(path, tuple(Annotation(i, 1, 1, mask) for i, mask in enumerate(masks, 1)))


def test_the_first_click_is_in_the_middle() -> None:
    """Clicks that no person would make say nothing about an engine."""
    assert next_click(block(10, 10, 31, 21), EMPTY) == (Point(15.5, 15.5), 1)


def test_the_next_click_is_on_the_largest_error() -> None:
    """The simulated annotator would leave the largest error standing."""
    truth = block(10, 10, 30, 30)
    assert next_click(truth, block(10, 10, 30, 19)) == (Point(15.5, 24.5), 1)
    spilling = Mask.from_array(truth.to_array() | block(30, 10, 51, 31).to_array())
    assert next_click(truth, spilling) == (Point(40.5, 20.5), 0)
    assert next_click(truth, truth) is None


def test_a_click_outside_the_box_of_the_object_is_at_its_place() -> None:
    """Cutting masks out must not move a click."""
    assert next_click(block(30, 20, 35, 25), block(1, 1, 12, 12)) == (Point(6.5, 6.5), 0)


def test_an_answer_builds_on_the_one_before(image_file: Path) -> None:
    """Engines would be measured otherwise than they are used."""
    truth = block(10, 10, 30, 30)
    half, spilling, boxed = block(10, 10, 30, 20), block(10, 10, 40, 30), block(10, 10, 30, 28)
    engine = Scripted([half, spilling, truth, boxed])
    (score,) = benchmark_engine([image_of(image_file, truth)], engine, 5)
    (found,) = score.objects
    assert found.iou_after == (0.5, pytest.approx(400 / 600), 1.0, 1.0, 1.0)
    assert found.box_iou == pytest.approx(0.9) and found.annotation_id == 1 and len(found.click_ms) == 3
    (first, no_mask, three), (second, mask, one), (third, _, _), (box, none, single) = engine.asked
    assert no_mask is None and three and not one and none is None and not single
    assert mask.shape == (1, 2, 2) and (mask == 3).all()  # of the candidate held for the best
    assert [len(prompt.point_coords) for prompt in (first, second, third)] == [1, 2, 3]
    assert third.point_labels == (1, 1, 0)
    assert box.box_xyxy == (10, 10, 30, 30) and not box.point_coords


def test_means_are_over_objects() -> None:
    """An image with one object would count as much as one with a hundred."""
    path = Path("a.png")
    scores = [
        ImageScore(
            path, 2.0, (ObjectScore(1, (0.5, 0.9), 0.8, (10.0, 30.0)), ObjectScore(2, (0.86, 0.88), 0.6, (20.0,)))
        ),
        ImageScore(path, 4.0, (ObjectScore(3, (0.2, 0.4), 0.1, (90.0, 20.0)),)),
        ImageScore(path, problem="c.png is damaged."),
        ImageScore(path, 3.0),
    ]
    got = summarize(scores)
    assert (got.objects, got.images, got.problems) == (3, 3, ("c.png is damaged.",))
    assert got.miou_after == (pytest.approx(0.52), pytest.approx(2.18 / 3))
    assert got.box_miou == pytest.approx(0.5)
    assert got.clicks_to == {0.85: pytest.approx(5 / 3), 0.9: pytest.approx(2.0)}
    assert got.click_ms == 20.0 and got.encode_s == 3.0
    assert summarize([]).objects == 0


def test_the_same_clicks_give_the_same_numbers(engines: Any, tmp_path: Path) -> None:
    """Two engines could not be compared, where chance has a part in it."""
    write_png(tmp_path / "photo.png", engines.image)
    masks = []
    for x, y in ((40, 30), (200, 150), (330, 220)):
        pixels = np.zeros((300, 400), bool)
        pixels[y : y + 60, x : x + 60] = True
        masks.append(Mask.from_array(pixels))
    image = image_of(tmp_path / "photo.png", *masks)
    runs = [
        [(found.iou_after, found.box_iou) for found in score.objects]
        for _ in range(2)
        for score in benchmark_engine([image], engines.get("builtin"), 3)
    ]
    assert runs[0] == runs[1] and len(runs[0]) == 3
    assert all(0 <= iou <= 1 for ious, _ in runs[0] for iou in ious)


def test_an_image_that_can_t_be_used_is_told_and_passed_over(image_file: Path) -> None:
    """One damaged file would end a measurement of an hour."""
    truth = block(10, 10, 30, 30)
    small = image_file.with_name("small.png")
    write_png(small, np.zeros((5, 5, 3), np.uint8))

    class Moody(FakeEngine):
        def encode(self, image: Any, between_steps: Any = None) -> Embedding:
            if image[0, 0, 0]:
                raise EngineError("It likes dark pictures only; take others.")
            return super().encode(image, between_steps)

    bright = image_file.with_name("bright.png")
    write_png(bright, np.full((*SIZE, 3), 255, np.uint8))
    paths = [image_file.with_name("gone.png"), small, bright, image_file]
    scores = list(benchmark_engine([image_of(path, truth) for path in paths], Moody(), 2))
    assert [bool(score.problem) for score in scores] == [True, True, True, False]
    for name, score in zip(("gone.png", "small.png", "bright.png"), scores, strict=False):
        assert name in score.problem
