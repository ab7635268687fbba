"""The shipped weights, driven by plain SamPredictor: contract, and quality on packaged photographs."""

from __future__ import annotations

import itertools

import cv2
import numpy as np
import pytest
import skimage.data
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from segment_anything import SamPredictor

from sam_annotator.engine import builtin

SIZES_HW = [(480, 640), (640, 360), (90, 1200), (1500, 200), (17, 23), (1, 1)]


def ellipse(shape: tuple[int, ...], centre: tuple[int, int], axes: tuple[int, int]) -> np.ndarray:
    """A filled ellipse as truth drawn by hand: centre (x, y), half axes (x, y)."""
    mask = np.zeros(shape[:2], np.uint8)
    cv2.ellipse(mask, centre, axes, 0, 0, 360, 1, -1)
    return mask > 0


def polygon(shape: tuple[int, ...], *corners: tuple[int, int]) -> np.ndarray:
    """A filled polygon as truth drawn by hand: corners (x, y)."""
    mask = np.zeros(shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.array(corners, np.int32)], 1)
    return mask > 0


def iou(a: np.ndarray, b: np.ndarray) -> float:
    """Intersection over union."""
    return np.count_nonzero(a & b) / np.count_nonzero(a | b)


def tight_box(truth: np.ndarray) -> np.ndarray:
    """The region's xyxy box."""
    ys, xs = np.nonzero(truth)
    return np.array([xs.min(), ys.min(), xs.max() + 1, ys.max() + 1], np.float32)


def objects() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Photographs of scikit-image with one object each, outlined by hand."""
    astronaut, coffee, chelsea = skimage.data.astronaut(), skimage.data.coffee(), skimage.data.chelsea()
    rocket = skimage.data.rocket()
    coins = np.repeat(skimage.data.coins()[:, :, None], 3, axis=2)
    return {
        "badge": (astronaut, ellipse(astronaut.shape, (171, 386), (37, 39))),
        "espresso": (coffee, ellipse(coffee.shape, (286, 143), (84, 47))),
        "cup and saucer": (coffee, ellipse(coffee.shape, (278, 205), (200, 183))),
        "left eye": (chelsea, ellipse(chelsea.shape, (169, 117), (35, 31))),
        "rocket": (rocket, polygon(rocket.shape, (311, 405), (311, 145), (321, 128), (331, 145), (331, 405))),
        "coin 1": (coins, ellipse(coins.shape, (334, 43), (30, 28))),
        "coin 2": (coins, ellipse(coins.shape, (347, 187), (32, 31))),
        "coin 3": (coins, ellipse(coins.shape, (46, 260), (28, 28))),
    }


@pytest.fixture(scope="module")
def predictor() -> SamPredictor:
    """The model that ships, behind plain SamPredictor."""
    return SamPredictor(builtin.build_builtin())


def annotate(predictor: SamPredictor, truth: np.ndarray, clicks: int) -> list[float]:
    """IoU after each click of an annotator who corrects the largest mistake, as the program does."""
    predicted, coords, labels, logits, trace = np.zeros_like(truth), [], [], None, []
    for number in range(clicks):
        sides = []
        for wrong, label in ((truth & ~predicted, 1), (predicted & ~truth, 0)):
            count, parts, stats, _ = cv2.connectedComponentsWithStats(wrong.astype(np.uint8))
            if count > 1:
                part = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
                sides.append((int(stats[part, cv2.CC_STAT_AREA]), label, parts == part))
        _, label, part = max(sides, key=lambda side: side[0])
        depth = cv2.distanceTransform(np.pad(part.astype(np.uint8), 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
        y, x = np.unravel_index(int(np.argmax(depth)), depth.shape)
        coords.append((float(x), float(y)))
        labels.append(label)
        masks, scores, low = predictor.predict(
            np.array(coords, np.float32), np.array(labels), mask_input=logits, multimask_output=number == 0
        )
        best = int(np.argmax(scores))
        predicted, logits = masks[best], low[best][None]
        trace.append(iou(predicted, truth))
    return trace


def test_a_box_gives_the_object(predictor: SamPredictor) -> None:
    """Without this a user draws a box around a thing and gets something else, on photographs never trained on."""
    reached = {}
    for name, (image, truth) in objects().items():
        predictor.set_image(image)
        masks, _, _ = predictor.predict(box=tight_box(truth), multimask_output=False)
        reached[name] = round(iou(masks[0], truth), 3)
    assert np.mean(list(reached.values())) > 0.80, reached
    assert min(reached.values()) > 0.60, reached


def test_clicks_lead_to_the_object(predictor: SamPredictor) -> None:
    """Without this the first click finds nothing useful, or corrections do not help and labelling never ends."""
    traces = {}
    for name, (image, truth) in objects().items():
        predictor.set_image(image)
        traces[name] = [round(value, 3) for value in annotate(predictor, truth, 5)]
    table = np.array(list(traces.values()))
    assert table[:, 0].mean() > 0.48, traces
    assert table[:, 2].mean() > 0.66, traces
    assert table[:, 4].mean() > 0.78, traces
    falls = [b < a - 0.05 for row in traces.values() for a, b in itertools.pairwise(row)]
    assert np.mean(falls) <= 0.15, traces


def test_one_of_three_candidates_is_ranked_first_with_reason(predictor: SamPredictor) -> None:
    """Without this the window shows the worst candidate first and its score means nothing."""
    chosen, least = [], []
    for image, truth in objects().values():
        predictor.set_image(image)
        y, x = (int(v.mean()) for v in np.nonzero(truth))
        masks, scores, _ = predictor.predict(np.array([[x, y]], np.float32), np.array([1]))
        reached = [iou(mask, truth) for mask in masks]
        chosen.append(reached[int(np.argmax(scores))])
        least.append(min(reached))
    assert np.mean(chosen) >= np.mean(least) + 0.04


def test_corrections_are_respected(predictor: SamPredictor) -> None:
    """Without this a user clicks "add this" or "not this" and the pixel under the pointer stays wrong."""
    image = skimage.data.astronaut()
    predictor.set_image(image)
    rng = np.random.default_rng(5)
    for _ in range(6):
        coords, labels, logits = [], [], None
        for number in range(5):
            x, y = (float(v) for v in rng.integers(8, 504, 2))
            label = 1 if number == 0 else int(rng.integers(0, 2))
            if any(np.hypot(x - a, y - b) < 24 for a, b in coords):
                continue
            coords.append((x, y))
            labels.append(label)
            masks, scores, low = predictor.predict(
                np.array(coords, np.float32), np.array(labels), mask_input=logits, multimask_output=number == 0
            )
            best = int(np.argmax(scores))
            logits = low[best][None]
            for (a, b), wanted in zip(coords, labels, strict=True):
                assert masks[best][int(b), int(a)] == bool(wanted), (coords, labels)


@pytest.mark.parametrize("size_hw", SIZES_HW, ids=[f"{h}x{w}" for h, w in SIZES_HW])
def test_any_shape_of_photograph_works(predictor: SamPredictor, size_hw: tuple[int, int]) -> None:
    """Without this a portrait, a panorama or an icon raises or gives a mask that does not fit the image."""
    height, width = size_hw
    image = np.random.default_rng(1).integers(0, 255, (height, width, 3), np.uint8)
    predictor.set_image(image)
    point = np.array([[width / 2, height / 2]], np.float32)
    masks, scores, low = predictor.predict(point, np.array([1]))
    side = builtin.IMG_SIZE // 2
    assert masks.shape == (3, height, width) and masks.dtype == bool
    assert scores.shape == (3,) and low.shape == (3, side, side)
    assert np.isfinite(scores).all() and np.isfinite(low).all()
    assert ((scores >= 0) & (scores <= 1)).all()


def test_every_kind_of_prompt_is_answered(predictor: SamPredictor) -> None:
    """Without this box plus points, refinement of a mask or a lone negative click would crash the window."""
    image = skimage.data.coffee()
    predictor.set_image(image)
    points, labels = np.array([[286, 143], [40, 40]], np.float32), np.array([1, 0])
    box = np.array([200, 80, 380, 210], np.float32)
    first = predictor.predict(points[:1], labels[:1])
    logits = first[2][:1]
    for coords, signs, rectangle, mask in [
        (points, labels, None, None),
        (points[1:], labels[1:], None, None),
        (None, None, box, None),
        (points, labels, box, None),
        (points, labels, box, logits),
        (None, None, box, logits),
        (points, labels, None, logits),
        (None, None, None, logits),
    ]:
        for multimask in (True, False):
            masks, scores, low = predictor.predict(coords, signs, rectangle, mask, multimask_output=multimask)
            assert len(masks) == len(scores) == len(low) == (3 if multimask else 1)
            assert np.isfinite(low).all() and np.isfinite(scores).all()


def test_a_prompt_gives_the_same_mask_twice(predictor: SamPredictor) -> None:
    """Without this undo and redo of a click would show another mask than before."""
    predictor.set_image(skimage.data.chelsea())
    prompt = (np.array([[169, 117]], np.float32), np.array([1]))
    once, _, logits = predictor.predict(*prompt)
    predictor.predict(np.array([[300, 200]], np.float32), np.array([1]))
    again, _, logits_again = predictor.predict(*prompt)
    assert np.array_equal(once, again) and np.array_equal(logits, logits_again)


def test_the_embedding_depends_on_the_photograph_alone(predictor: SamPredictor) -> None:
    """Without this a cached embedding could carry one image's clicks into the next session."""
    image = skimage.data.coffee()
    predictor.set_image(image)
    first = predictor.get_image_embedding().clone()
    predictor.predict(np.array([[100, 100]], np.float32), np.array([0]))
    predictor.set_image(skimage.data.chelsea())
    other = predictor.get_image_embedding().clone()
    predictor.set_image(image)
    assert torch.equal(first, predictor.get_image_embedding())
    assert not torch.allclose(first, other)
    assert first.shape[0] == 1 and first.dtype == torch.float32
    assert first.numel() * 4 <= 8e6


def test_many_boxes_in_one_call_equal_one_by_one(predictor: SamPredictor) -> None:
    """Without this batch labelling would give other masks than the same boxes drawn one after another."""
    image = skimage.data.coffee()
    predictor.set_image(image)
    boxes = torch.tensor([[200.0, 80.0, 380.0, 210.0], [70.0, 20.0, 480.0, 390.0]])
    moved = predictor.transform.apply_boxes_torch(boxes, image.shape[:2])
    together, _, _ = predictor.predict_torch(None, None, boxes=moved, multimask_output=False)
    for number, box in enumerate(boxes):
        alone, _, _ = predictor.predict(box=box.numpy(), multimask_output=False)
        assert iou(together[number, 0].numpy(), alone[0]) > 0.99


def test_the_file_says_what_it_is() -> None:
    """Without this nobody can tell which model made a mask, nor keep the download small."""
    path = builtin.default_weights()
    assert path.stat().st_size <= 16_000_000
    with safe_open(path, framework="pt") as file:
        header = file.metadata()
    assert header["version"] == builtin.VERSION
    assert header["architecture"] == builtin.ARCHITECTURE
    assert int(header["img_size"]) == builtin.IMG_SIZE


def test_other_files_are_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Without this a wrong file loads as noise, or a missing one ends in a message that helps nobody."""
    other = tmp_path / "other.safetensors"
    save_file({"weight": torch.zeros(2)}, other, metadata={"architecture": "something-else"})
    with pytest.raises(ValueError, match=r"other\.safetensors"):
        builtin.build_builtin(other)
    with pytest.raises(FileNotFoundError):
        builtin.build_builtin(tmp_path / "missing.safetensors")
