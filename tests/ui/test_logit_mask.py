"""What is drawn of a prediction is the mask that is kept when it is accepted."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from sam_annotator.core.requests import Logits, LogitScaling, Prediction
from sam_annotator.engine.sam import full_mask
from sam_annotator.ui.canvas import LogitMask, overlay_of

SIZES = [
    ((300, 400), (768, 1024), 1024),
    ((400, 300), (1024, 768), 1024),
    ((1500, 2000), (384, 512), 512),
    ((7, 9), (398, 512), 512),
]


def scaling_of(original_hw: tuple[int, int], input_hw: tuple[int, int], side: int) -> LogitScaling:
    full = partial(full_mask, input_size_hw=input_hw, original_size_hw=original_hw, square_side=side, threshold=0.0)
    return LogitScaling(original_hw, input_hw, side, 0.0, full)


def blobs(seed: int, side: int = 256) -> Logits:
    rng = np.random.default_rng(seed)
    coarse = rng.normal(size=(side // 16, side // 16)).astype(np.float32)
    return np.kron(coarse, np.ones((16, 16), np.float32)) + rng.normal(scale=0.3, size=(side, side)).astype(np.float32)


@pytest.mark.parametrize(("original", "scaled", "side"), SIZES)
def test_pixels_drawn_are_the_mask_s(original: tuple[int, int], scaled: tuple[int, int], side: int) -> None:
    """An annotator would accept another mask than the one on screen."""
    scaling, logits = scaling_of(original, scaled, side), blobs(1, side // 4)
    full, drawn = scaling.full(logits), LogitMask(logits, scaling)
    height, width = original
    everything = drawn.region(0, 0, width, height)
    assert np.count_nonzero(everything ^ full) <= full.size // 100_000  # where the logit is 0 but for rounding
    x, y, w, h = drawn.bbox_xywh
    outside = full.copy()
    outside[y : y + h, x : x + w] = False
    assert not outside.any()
    assert np.array_equal(drawn.region(-3, -2, 5, 6)[2:, 3:], everything[:6, :5])
    assert not drawn.region(-3, -2, 5, 6)[:2].any()


@pytest.mark.parametrize("zoom", [0.11, 0.5, 0.97, 1.0, 2.5, 7.0])
def test_every_zoom_shows_the_same_shape(zoom: float) -> None:
    """Zooming in would show another outline than the fitted view."""
    scaling, logits = scaling_of((600, 800), (768, 1024), 1024), blobs(2)
    full, drawn = scaling.full(logits), LogitMask(logits, scaling)
    width, height = round(800 * zoom), round(600 * zoom)
    shown = drawn.sample(zoom, (0, 0, width, height)) > 127
    ys = np.clip(((np.arange(height) + 0.5) / zoom).astype(int), 0, 599)
    xs = np.clip(((np.arange(width) + 0.5) / zoom).astype(int), 0, 799)
    assert np.mean(shown != full[ys][:, xs]) < (0.03 if zoom < 1 else 1e-4)
    beside = drawn.sample(zoom, (-40, -30, 50, 45))
    assert not beside[:30].any() and not beside[:, :40].any()
    assert np.array_equal(beside[30:, 40:] > 127, shown[:15, :10])


def test_an_empty_mask_is_empty() -> None:
    """A click that gives nothing would leave a mark on the image."""
    scaling = scaling_of((60, 80), (768, 1024), 1024)
    drawn = LogitMask(np.full((256, 256), -3, np.float32), scaling)
    assert drawn.is_empty
    assert not drawn.sample(1.0, (0, 0, 80, 60)).any()


def test_masks_are_made_when_asked_for_and_once() -> None:
    """Every click would cost three masks of the whole image, and accepting one more."""
    calls = []
    base = scaling_of((60, 80), (768, 1024), 1024)

    def full(logits: Logits) -> np.ndarray:
        calls.append(logits)
        return base.full(logits)

    scaling = LogitScaling((60, 80), (768, 1024), 1024, 0.0, full)
    logits = np.stack([blobs(i) for i in range(3)])
    prediction = Prediction(None, np.array([0.1, 0.9, 0.5], np.float32), logits, scaling)
    overlay_of(prediction, 1)
    assert not calls and not prediction.has_mask(1)
    assert np.array_equal(prediction.mask(1).to_array(), base.full(logits[1]))
    assert prediction.mask(1) is prediction.mask(1) and prediction.has_mask(1)
    assert len(calls) == 1
    assert np.array_equal(prediction.masks[2], base.full(logits[2]))
    assert not prediction.masks.flags.writeable and len(prediction) == 3
