"""Segment everything: the reference generator's masks for the same parameters, bit for bit and in the same order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import EngineError
from sam_annotator.core.geometry import Box
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Provenance
from sam_annotator.engine import automatic, automatic_masks, fast_sam
from sam_annotator.engine.automatic import Proposal, ProposalsCancelled, fitting_area, propose, without_overlaps
from sam_annotator.engine.automatic_options import AutomaticOptions
from sam_annotator.engine.registry import load_engine
from sam_annotator.engine.sam import full_mask

SMALL = AutomaticOptions(points_per_side=4, points_per_batch=6, pred_iou_thresh=0.25, stability_score_thresh=0.6)
CROPS = replace(SMALL, crop_n_layers=1, crop_n_points_downscale_factor=2, min_mask_region_area=60, box_nms_thresh=0.5)


def reference(model: Any, image: RgbImage, options: AutomaticOptions, embedding: Any = None) -> list[dict[str, Any]]:
    """What segment_anything's generator gives, without masks that have no pixels."""
    import torch
    from segment_anything import SamAutomaticMaskGenerator

    generator = SamAutomaticMaskGenerator(model, **options.to_json(), output_mode="coco_rle")
    if embedding is not None:  # encoding with ViT-B takes seconds
        predictor = generator.predictor

        def set_image(image: RgbImage) -> None:
            predictor.features = torch.tensor(embedding.features)
            predictor.original_size, predictor.input_size = embedding.original_size_hw, embedding.input_size_hw
            predictor.is_image_set = True

        predictor.set_image = set_image
    return [record for record in generator.generate(image) if record["area"]]


def assert_equal(proposals: tuple[Proposal, ...], records: list[dict[str, Any]]) -> None:
    assert len(proposals) == len(records) > 0
    for proposal, record in zip(proposals, records, strict=True):
        ours = proposal.to_json()
        x, y, w, h = record.pop("bbox")
        assert ours.pop("bbox") == [x, y, w + 1, h + 1]  # the reference leaves the last row and column out
        assert ours == record


@pytest.mark.parametrize(
    ("size_hw", "options"),
    [
        ((300, 400), SMALL),
        ((300, 400), replace(SMALL, pred_iou_thresh=0.0, stability_score_thresh=0.0, stability_score_offset=2.5)),
        ((300, 400), CROPS),
        ((121, 90), replace(CROPS, points_per_side=4, crop_n_layers=2, crop_nms_thresh=0.9, crop_overlap_ratio=0.2)),
        ((3000, 4000), AutomaticOptions(2, pred_iou_thresh=0.2, stability_score_thresh=0.5, points_per_batch=3)),
    ],
)
def test_masks_are_the_reference_s(
    engines: Any, make_photo: Callable[..., RgbImage], size_hw: tuple[int, int], options: AutomaticOptions
) -> None:
    """Whoever compares with a script, or publishes results, would have other masks for the same parameters."""
    engine, image = engines.get("builtin"), make_photo(*size_hw, seed=3)
    assert_equal(propose(engine, image, options), reference(engine._model, image, options))


def test_masks_of_sam_s_own_network_are_the_reference_s(engines: Any) -> None:
    """The network that the reference was made for would give others."""
    options = AutomaticOptions(3, pred_iou_thresh=0.0, stability_score_thresh=0.0, points_per_batch=4)
    engine, embedding = engines.get("vit_b"), engines.embedding("vit_b")
    proposals = propose(engine, engines.image, options, embedding=embedding)
    assert_equal(proposals, reference(engine._model, engines.image, options, embedding))


@pytest.mark.parametrize("way", ["in parts", "whole", "as on a GPU"])
def test_large_masks_are_scaled_alike_in_every_way(engines: Any, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """On a GPU, or a torch that computes parts otherwise, single pixels would differ from the reference's."""
    import torch

    rng, engine = np.random.default_rng(5), engines.get("builtin")
    embedding = replace(engines.embedding("builtin"), original_size_hw=(1501, 2003), input_size_hw=(336, 448))
    scaling = engine.scaling(embedding)
    monkeypatch.setattr(automatic_masks, "_can_scale_in_parts", lambda: way == "in parts")
    for shift in (0.0, 2.0, 2.6, 90.0):
        logits = (rng.normal(size=(1, 3, 224, 224)) * rng.uniform(0.5, 3) - shift).astype(np.float32)
        logits[..., :100, 150:] -= 50
        replies = automatic_masks._ScaledAnswers(logits, np.zeros((1, 3), np.float32), scaling, "cpu")
        for candidate in range(3):
            if way == "as on a GPU":
                planes = torch.tensor(logits[0, candidate])[None, None]
                measured = automatic_masks._measured_there(planes, scaling, 0.7, 0.0)
            else:
                measured = replies.measured(0, candidate, 0.7, 0.0)
            expected = scaling.full(logits[0, candidate])
            if measured is None:
                assert not expected.any()
                continue
            assert Mask.from_crop((1501, 2003), measured.x, measured.y, measured.pixels) == Mask.from_array(expected)
            inner, outer = (
                full_mask(logits[0, candidate], (336, 448), (1501, 2003), 448, t).sum() for t in (0.7, -0.7)
            )
            assert measured.stability_score == np.float32(inner) / np.float32(outer)


def test_this_torch_scales_in_parts() -> None:
    """Large photographs would take many times as long: the way round is for a torch that computes otherwise."""
    assert automatic_masks._can_scale_in_parts()


def discs(*centres: tuple[int, int]) -> RgbImage:
    """A grey image of 300 x 400 with bright discs of radius 16."""
    ys, xs = np.mgrid[:300, :400]
    image = np.full((300, 400, 3), 90, np.uint8)
    for i, (x, y) in enumerate(centres):
        image[(xs - x) ** 2 + (ys - y) ** 2 <= 16**2] = (230, 200 - 30 * i, 40 * i)
    return image


def test_a_box_is_looked_at_more_closely(engines: Any) -> None:
    """The part that was selected would be segmented from the small picture of the whole, or lie elsewhere."""
    engine, image = engines.get("fake"), discs((60, 60), (160, 160), (240, 200), (310, 160))
    options = AutomaticOptions(8, pred_iou_thresh=0.0, stability_score_thresh=0.0, box_nms_thresh=1.0)
    part = propose(engine, image, options, box_xyxy=Box(100.2, 80, 319.5, 270))
    assert part and {p.crop_box_xyxy for p in part} == {(100, 80, 320, 270)}
    cut = np.ascontiguousarray(image[80:270, 100:320])
    alone = {(p.point.x + 100, p.point.y + 80, p.candidate): p.mask for p in propose(engine, cut, options)}
    for proposal in part:
        x, y, w, h = proposal.bbox_xywh
        assert x > 120 and y > 100 and x + w < 300 and y + h < 250  # nothing that the box's edges cut off
        same = alone[*proposal.point, proposal.candidate]
        assert np.array_equal(proposal.mask.to_array()[80:270, 100:320], same.to_array())
    for x, y, is_found in ((160, 160, True), (240, 200, True), (310, 160, False), (60, 60, False)):
        disc = Mask.from_array((np.mgrid[:300, :400][1] - x) ** 2 + (np.mgrid[:300, :400][0] - y) ** 2 <= 16**2)
        assert is_found == any(p.mask.iou(disc) > 0.9 for p in part)


def test_a_box_of_the_whole_image_is_the_image(engines: Any) -> None:
    """Selecting all would find less than selecting nothing."""
    options = AutomaticOptions(4, pred_iou_thresh=0.7, stability_score_thresh=0.5)
    everywhere = propose(engines.get("fake"), engines.image, options)
    assert propose(engines.get("fake"), engines.image, options, box_xyxy=Box(-5, 0, 400, 300.0)) == everywhere
    with pytest.raises(EngineError, match="outside the image"):
        propose(engines.get("fake"), engines.image, options, box_xyxy=Box(500, 0, 600, 50))


def test_the_quick_engine_finds_the_same(
    engines: Any, vit_b_checkpoint: Path, make_photo: Callable[..., RgbImage]
) -> None:
    """In the window's precision other objects would be proposed than in the reference's."""
    import torch

    model = load_engine("vit_b", vit_b_checkpoint, "cpu")._model  # type: ignore[attr-defined]
    exact, fast = engines.get("vit_b"), fast_sam.FastSamEngine(model, engines.get("vit_b").info, torch.float32)
    plain = engines.embedding("vit_b")
    options = AutomaticOptions(3, pred_iou_thresh=0.0, stability_score_thresh=0.0, box_nms_thresh=1.0)
    ours = propose(fast, engines.image, options, embedding=replace(plain, engine_key=fast.embedding_key))
    theirs = {(p.point, p.candidate): p for p in propose(exact, engines.image, options, embedding=plain)}
    assert len(ours) == len(theirs)
    for proposal in ours:
        same = theirs[proposal.point, proposal.candidate]
        assert proposal.mask.iou(same.mask) > 0.98 and abs(proposal.predicted_iou - same.predicted_iou) < 1e-3
        assert abs(proposal.stability_score - same.stability_score) < 0.02


def test_any_engine_can_do_it(engines: Any) -> None:
    """An engine that takes one click at a time would be left out."""
    engine, image = engines.get("fake"), engines.image
    options = AutomaticOptions(4, pred_iou_thresh=0.7, stability_score_thresh=0.5, min_mask_region_area=20)
    proposals = propose(engine, image, options)
    assert proposals
    for proposal in proposals:
        assert proposal.mask.size_hw == image.shape[:2] and proposal.area > 0
        assert proposal.mask.contains(*proposal.point) or proposal.candidate
        assert proposal.predicted_iou > 0.7 and proposal.stability_score >= 0.5


def test_progress_and_what_there_is_so_far_are_told(engines: Any) -> None:
    """A person would wait for minutes before an empty screen."""
    engine, image = engines.get("fake"), engines.image
    options = AutomaticOptions(4, pred_iou_thresh=0.7, stability_score_thresh=0.5, points_per_batch=6, crop_n_layers=1)
    steps: list[tuple[int, int]] = []
    states: list[tuple[Proposal, ...]] = []
    proposals = propose(engine, image, options, progress=lambda *step: steps.append(step), found=states.append)
    assert steps == [(done, 80) for crop in range(5) for done in (crop * 16 + 6, crop * 16 + 12, crop * 16 + 16)]
    assert len(states) == len(steps) and len(states[0]) < len(states[-1])
    assert states[-1] == proposals


@pytest.mark.parametrize("patience", [0, 3, 9, 30])
def test_it_can_be_stopped(engines: Any, patience: int) -> None:
    """Whoever chose too fine a grid would have to kill the program."""
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > patience

    options = AutomaticOptions(8, pred_iou_thresh=0.0, points_per_batch=4)
    with pytest.raises(ProposalsCancelled):
        propose(engines.get("fake"), engines.image, options, cancelled=cancelled)
    assert asked == patience + 1


def test_nothing_found_is_no_error(engines: Any) -> None:
    """One empty image among thousands would end the work on all of them."""
    strict = AutomaticOptions(3, pred_iou_thresh=1.0, crop_n_layers=1, min_mask_region_area=5)
    assert propose(engines.get("fake"), engines.image, strict) == ()
    assert propose(engines.get("builtin"), np.zeros((1, 1, 3), np.uint8), replace(strict, points_per_side=1)) == ()


def disc(x: int, y: int, radius: int) -> Mask:
    ys, xs = np.mgrid[:80, :100]
    return Mask.from_array((xs - x) ** 2 + (ys - y) ** 2 <= radius**2)


def proposal_of(mask: Mask) -> Proposal:
    return Proposal(mask, 0.9, 0.95, automatic.Point(1.0, 2.0), 1, (0, 0, 100, 80))


def test_what_is_annotated_already_is_left_out() -> None:
    """Every object that was annotated by hand would be there twice."""
    one, other, part = proposal_of(disc(30, 30, 20)), proposal_of(disc(75, 50, 18)), proposal_of(disc(30, 30, 9))
    assert without_overlaps([one, other, part], [disc(31, 30, 20)], 0.8) == (other, part)
    assert without_overlaps([one, other, part], [disc(31, 30, 20)], 0.99) == (one, other, part)
    assert without_overlaps([one], [], 0.0) == (one,)
    assert without_overlaps([one, other], [disc(50, 38, 5), disc(30, 30, 20), disc(75, 50, 17)], 0.8) == ()


def test_what_is_too_small_or_too_large_is_left_out() -> None:
    """Specks and whole backgrounds would have to be deleted one by one."""
    small, large = proposal_of(disc(30, 30, 3)), proposal_of(disc(50, 40, 30))
    assert fitting_area([small, large]) == (small, large)
    assert fitting_area([small, large], min_area=small.area + 1) == (large,)
    assert fitting_area([small, large], max_area=large.area - 1) == (small,)
    assert fitting_area([small, large], small.area, large.area) == (small, large)


def test_provenance_tells_how_it_was_found(engines: Any) -> None:
    """Nobody could find out later with what a mask was made, or refine it by further clicks."""
    made = proposal_of(disc(30, 30, 20)).provenance(engines.get("builtin").info, SMALL)
    assert (made.source, made.engine_id, made.predicted_iou) == ("automatic", "builtin", 0.9)
    assert made.checkpoint_sha256 == engines.get("builtin").info.checkpoint_sha256 and made.precision == "float32"
    assert made.prompt.point_coords == ((1.0, 2.0),) and made.steps[0].candidate == 1
    assert made.extra["options"] == SMALL.to_json() and made.extra["stability_score"] == 0.95
    assert Provenance.from_json(made.to_json()) == made
