"""A mask as mask_input: in its frame, and so that a click leaves the rest of it as it is."""

from __future__ import annotations

import numpy as np

from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.mask_prompt import mask_logits, mask_prompt


def test_a_mask_lies_where_the_network_sees_it() -> None:
    """Else every refinement is pulled to the side, the more the less square the photograph is."""
    for height, width in ((600, 800), (3000, 400), (1024, 1024), (7, 2000)):
        random = np.random.default_rng(height)
        y0, x0 = random.integers(0, height // 2 + 1), random.integers(0, width // 2)
        y1, x1 = random.integers(y0 + 1, height + 1), random.integers(x0 + 1, width + 1)
        pixels = np.zeros((height, width), np.bool_)
        pixels[y0:y1, x0:x1] = True
        logits = mask_logits(Mask.from_array(pixels), 224, 1.0)
        assert logits.shape == (1, 224, 224) and logits.dtype == np.float32 and not logits.flags.writeable
        covered = (logits[0] + 1) / 2 / (224 / max(height, width)) ** 2
        side = max(height, width) / 224
        assert abs(covered.sum() - pixels.sum()) <= side * 2 * (y1 - y0 + x1 - x0) + 4 * side**2
        ys, xs = np.nonzero(logits[0] > -1)
        assert abs(ys.min() * side - y0) <= side + 1 and abs((ys.max() + 1) * side - y1) <= side + 1
        assert abs(xs.min() * side - x0) <= side + 1 and abs((xs.max() + 1) * side - x1) <= side + 1


def test_a_single_pixel_is_not_lost() -> None:
    """Else the smallest objects can't be refined."""
    for at in ((0, 0), (11, 499), (299, 0), (123, 77)):
        pixels = np.zeros((300, 500), np.bool_)
        pixels[at] = True
        assert (mask_logits(Mask.from_array(pixels)) > -12).sum() >= 1
    small = np.zeros((20, 30), np.bool_)
    small[5, 7] = True
    logits = mask_logits(Mask.from_array(small))[0]
    assert (logits > 0).sum() > 30 and logits[int(5.5 * 256 / 30), int(7.5 * 256 / 30)] > 0


def test_an_engine_takes_it() -> None:
    """Else a click on a painted mask ends in an error."""
    engine = FakeEngine(0, 0)
    image = np.zeros((90, 120, 3), np.uint8)
    embedding = engine.encode(image)
    pixels = np.zeros((90, 120), np.bool_)
    pixels[20:60, 20:60] = True
    prompt = Prompt(point_coords=((30.0, 30.0),), point_labels=(1,))
    mask_input = mask_prompt(engine, Mask.from_array(pixels))
    assert engine.predict(embedding, prompt, mask_input, False).masks.shape == (1, 90, 120)
