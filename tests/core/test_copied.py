"""Annotations on the clipboard: what comes out is what went in, and nothing that is no annotation."""

from __future__ import annotations

import json

import numpy as np
import pytest

from sam_annotator.core.copied import Copied
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, Category, Image, PromptStep, Provenance, ReviewState

IMAGE = Image(3, "a/b.png", 50, 40, "f" * 64)
CATEGORIES = (Category(7, "cat", "#112233", "animal"), Category(8, "dog", "#332211"))


def copied() -> Copied:
    pixels = np.zeros((40, 50), np.bool_)
    pixels[5:20, 5:45] = True
    pixels[10:12, 10:12] = False
    pixels[30, 30] = True
    step = PromptStep(Prompt(point_coords=((6.0, 6.0),), point_labels=(1,)), False, 0, Mask.from_array(pixels))
    annotation = Annotation(
        11, 3, 7, Mask.from_array(pixels), True, 0.75, Provenance("prompt", "fake", steps=(step,)),
        occluded=True, note="näher", attributes={"age": 3.0, "wild": True}, locked=True, hidden=True, z_order=4,
        review=ReviewState.REJECTED, comment="no", seconds=3.0, clicks=4,
    )  # fmt: skip
    return Copied.of(IMAGE, [annotation], CATEGORIES)


def test_it_comes_back_from_text() -> None:
    """Else pasting in another window loses pixels, attributes or history."""
    before = copied()
    after = Copied.from_json(before.to_json())
    assert after == before and [c.name for c in after.categories] == ["cat"]
    (annotation,) = after.annotations
    assert annotation.occluded and annotation.note == "näher" and annotation.z_order == 4
    assert not annotation.locked and not annotation.hidden and annotation.review == ReviewState.NONE
    assert (annotation.id, annotation.seconds, annotation.clicks) == (0, 0.0, 0)


def test_prompts_stay_with_their_image() -> None:
    """Else refining on another image goes on from clicks that mean nothing there."""
    (same,) = copied().on(IMAGE)
    assert same.provenance.steps and same.score == 0.75
    (other,) = copied().on(Image(4, "c.png", 50, 40, "e" * 64))
    assert not other.provenance.steps and other.score is None and other.mask == same.mask
    assert other.provenance.extra == {"source_before": "prompt", "pasted_from": "a/b.png"}


def test_in_another_size_it_is_cut_or_left_out() -> None:
    """Else a paste fails, or pixels move."""
    small = Image(5, "d.png", 20, 10, "d" * 64)
    (cut,) = copied().on(small)
    assert cut.mask.size_hw == (10, 20) and cut.mask.bbox_xywh == (5, 5, 15, 5) and not copied().fits(small)
    assert copied().on(Image(5, "d.png", 4, 4, "d" * 64)) == ()


@pytest.mark.parametrize("change", ["sam_annotator", "categories", "segmentation", "z_order", "provenance", "score"])
def test_damaged_text_is_refused(change: str) -> None:
    """Else what another program put on the clipboard crashes this one."""
    data = json.loads(copied().to_json())
    if change in data:
        data[change] = [1]
    else:
        data["annotations"][0][change] = {"segmentation": {"size": [40, 50], "counts": "zz"}, "z_order": 1 << 40}.get(
            change, [3]
        )
    with pytest.raises(ValueError, match=r"."):
        Copied.from_json(json.dumps(data))
    for text in ("", "{}", "[]", "null", "[" * 10_000):
        with pytest.raises(ValueError, match=r"."):
            Copied.from_json(text)
