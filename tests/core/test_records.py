"""Records keep what they were given, through JSON and back."""

from __future__ import annotations

import copy
import json
import math
import pickle
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import (
    CATEGORY_COLORS,
    Category,
    Image,
    ImageState,
    PromptStep,
    Provenance,
    default_color,
)

texts = st.text(max_size=12)
finite = st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | finite | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def steps(draw: st.DrawFn) -> PromptStep:
    count = draw(st.integers(0, 4))
    coords = tuple(draw(st.tuples(st.floats(0, 5000), st.floats(0, 5000))) for _ in range(count))
    labels = tuple(draw(st.integers(0, 1)) for _ in range(count))
    box = draw(st.none() | st.just((1.0, 2.5, 30.0, 40.25)))
    multimask = draw(st.booleans())
    return PromptStep(Prompt(coords, labels, box), multimask, draw(st.integers(0, 2 if multimask else 0)))


provenances = st.builds(
    Provenance,
    source=texts,
    engine_id=texts,
    checkpoint_sha256=texts,
    steps=st.lists(steps(), max_size=4).map(tuple),
    threshold=finite,
    predicted_iou=st.none() | finite,
    edited=st.booleans(),
    extra=st.dictionaries(texts, json_values, max_size=3),
)


@given(provenances)
def test_provenance_survives_storage(provenance: Provenance) -> None:
    """Else how an object was made, and with what it can be refined, is lost with the window."""
    text = json.dumps(provenance.to_json(), allow_nan=False)
    assert Provenance.from_json(json.loads(text)) == provenance
    assert list(json.loads(text)) == list(Provenance().to_json())


@given(provenances)
def test_provenance_says_its_last_prompt(provenance: Provenance) -> None:
    """Else refining starts from an older prompt than the mask came from."""
    assert provenance.prompt == (provenance.steps[-1].prompt if provenance.steps else Prompt())


STEP = {"prompt": {}, "multimask_output": True, "candidate": 0}
BAD: dict[str, Any] = {
    "none": None,
    "a list": [],
    "text": "x",
    "a number": 1,
    "steps a number": {"steps": 3},
    "steps none": {"steps": None},
    "steps of text": {"steps": ["x"]},
    "steps an object": {"steps": {"prompt": {}}},
    "step without a prompt": {"steps": [{"multimask_output": True, "candidate": 0}]},
    "step without a candidate": {"steps": [{"prompt": {}, "multimask_output": True}]},
    "step with a bad prompt": {"steps": [STEP | {"prompt": {"point_labels": [1]}}]},
    "step whose prompt is text": {"steps": [STEP | {"prompt": "x"}]},
    "candidate text": {"steps": [STEP | {"candidate": "first"}]},
    "candidate none": {"steps": [STEP | {"candidate": None}]},
    "candidate infinite": {"steps": [STEP | {"candidate": math.inf}]},
    "candidate NaN": {"steps": [STEP | {"candidate": math.nan}]},
    "candidate below 0": {"steps": [STEP | {"candidate": -1}]},
    "candidate beyond the third": {"steps": [STEP | {"candidate": 3}]},
    "candidate of a single answer": {"steps": [STEP | {"multimask_output": False, "candidate": 1}]},
    "threshold text": {"threshold": "high"},
    "threshold none": {"threshold": None},
    "threshold NaN": {"threshold": math.nan},
    "threshold beyond all floats": {"threshold": 10**400},
    "iou NaN": {"predicted_iou": math.nan},
    "iou infinite": {"predicted_iou": -math.inf},
    "iou a list": {"predicted_iou": [0.5]},
    "iou beyond all floats": {"predicted_iou": 10**400},
    "extra a list": {"extra": [1]},
    "extra text": {"extra": "x"},
    "extra none": {"extra": None},
}


@pytest.mark.parametrize("data", [pytest.param(d, id=name) for name, d in BAD.items()])
def test_what_is_no_provenance_is_refused(data: Any) -> None:
    """Else a damaged file ends in a traceback, or in the middle of refining an object later."""
    with pytest.raises(ValueError):
        Provenance.from_json(data)


@given(json_values)
def test_any_json_is_a_provenance_or_refused(data: Any) -> None:
    """Else some damaged file ends in a traceback."""
    for attempt in (data, {"steps": data}, {"steps": [data]}, {"extra": data}, {"threshold": data}):
        try:
            provenance = Provenance.from_json(attempt)
        except ValueError:
            continue
        json.dumps(provenance.to_json(), allow_nan=False)


def test_missing_and_later_keys() -> None:
    """Else files of an earlier or a later version can't be imported."""
    assert Provenance.from_json({}).steps == ()
    assert Provenance.from_json({"source": "brush", "of_a_later_version": 1}).source == "brush"


def test_default_colors_differ_and_repeat() -> None:
    """Else the first categories look alike, or the seventeenth has no colour."""
    assert len(set(CATEGORY_COLORS)) == len(CATEGORY_COLORS) >= 10
    assert all(re.fullmatch(r"#[0-9a-f]{6}", color) for color in CATEGORY_COLORS)
    assert default_color(0) == "#e69f00"
    assert default_color(len(CATEGORY_COLORS) + 3) == default_color(3)


def test_image_tells_what_is_known() -> None:
    """Else an image that was never looked at is exported with a size of 0 x 0."""
    image = Image(id=1, file_name="folder/sub/photo.jpg")
    assert image.name == "photo.jpg" and not image.is_probed and image.state is ImageState.NEW
    known = Image(id=1, file_name="a.jpg", width=4, height=3, sha256="ab")
    assert known.is_probed and known.size_hw == (3, 4)


@pytest.mark.parametrize("record", [Image(1, "a.png"), Category(1, "cat", "#000000"), Provenance()])
def test_records_do_not_change(record: Any) -> None:
    """Else what a thread or the undo stack holds changes behind its back."""
    name = next(iter(record.__dataclass_fields__))
    with pytest.raises(AttributeError):
        setattr(record, name, "other")
    assert copy.deepcopy(record) == record == pickle.loads(pickle.dumps(record))
    assert isinstance(hash(record), int)
