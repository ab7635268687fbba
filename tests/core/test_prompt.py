"""A prompt is checked when it is made, and survives being stored."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sam_annotator.core.geometry import (
    Box,
    Point,
    box_from_corners,
    box_xywh_to_xyxy,
    box_xyxy_to_xywh,
    clip_box,
    clip_point,
)
from sam_annotator.core.prompt import NEGATIVE, POSITIVE, Prompt

numbers = st.floats(-1e6, 1e6)
points = st.builds(Point, numbers, numbers)
boxes = st.builds(box_from_corners, points, points)
prompts = st.lists(st.tuples(points, st.sampled_from([POSITIVE, NEGATIVE])), max_size=6).flatmap(
    lambda clicks: st.builds(
        Prompt,
        st.just(tuple(point for point, _ in clicks)),
        st.just(tuple(label for _, label in clicks)),
        st.none() | boxes,
    )
)


@given(prompts)
def test_a_prompt_survives_storage(prompt: Prompt) -> None:
    """Else a finished object can't be refined from its own clicks at the next start."""
    assert Prompt.from_json(json.loads(json.dumps(prompt.to_json()))) == prompt


@given(prompts, points, boxes)
def test_points_and_box_stand_together(prompt: Prompt, point: Point, box: Box) -> None:
    """Else a box forgets the clicks, or a click the box."""
    more = prompt.with_point(point, NEGATIVE).with_box(box)
    assert more.point_coords == (*prompt.point_coords, point)
    assert more.point_labels == (*prompt.point_labels, NEGATIVE)
    assert more.box_xyxy == box
    assert more.with_box(None).box_xyxy is None
    assert not more.is_empty and not more.is_ambiguous


def test_what_counts_as_ambiguous() -> None:
    """Else one click gives one guess instead of three candidates, or a box gives three."""
    assert Prompt().is_empty and not Prompt().is_ambiguous
    one = Prompt().with_point(Point(1, 2), POSITIVE)
    assert one.is_ambiguous and not one.is_empty
    assert not one.with_point(Point(3, 4), POSITIVE).is_ambiguous
    assert not one.with_box(Box(0, 0, 5, 5)).is_ambiguous
    assert not Prompt(box_xyxy=(0, 0, 5, 5)).is_empty


def test_plain_numbers_of_any_kind() -> None:
    """Else a script that hands over numpy numbers, or lists, can't prompt."""
    prompt = Prompt(
        point_coords=((np.float32(1.5), np.int64(2)),), point_labels=(np.int64(1),), box_xyxy=np.array([0, 1, 2, 3])
    )
    assert prompt == Prompt(((1.5, 2.0),), (1,), (0.0, 1.0, 2.0, 3.0))
    assert json.dumps(prompt.to_json())
    assert hash(prompt) == hash(Prompt(((1.5, 2.0),), (1,), (0.0, 1.0, 2.0, 3.0)))


BAD: dict[str, dict[str, Any]] = {
    "no label": {"point_coords": ((1, 2),)},
    "no point": {"point_labels": (1,)},
    "label 2": {"point_coords": ((1, 2),), "point_labels": (2,)},
    "label -1": {"point_coords": ((1, 2),), "point_labels": (-1,)},
    "label between": {"point_coords": ((1, 2),), "point_labels": (0.5,)},
    "label NaN": {"point_coords": ((1, 2),), "point_labels": (math.nan,)},
    "label infinite": {"point_coords": ((1, 2),), "point_labels": (math.inf,)},
    "label text": {"point_coords": ((1, 2),), "point_labels": ("1",)},
    "label none": {"point_coords": ((1, 2),), "point_labels": (None,)},
    "point NaN": {"point_coords": ((math.nan, 2),), "point_labels": (1,)},
    "point infinite": {"point_coords": ((1, math.inf),), "point_labels": (1,)},
    "point beyond all floats": {"point_coords": ((1, 10**400),), "point_labels": (1,)},
    "point of three": {"point_coords": ((1, 2, 3),), "point_labels": (1,)},
    "point of one": {"point_coords": ((1,),), "point_labels": (1,)},
    "point text": {"point_coords": (("1", "2"),), "point_labels": (1,)},
    "points text": {"point_coords": ("12",), "point_labels": (1,)},
    "point none": {"point_coords": (None,), "point_labels": (1,)},
    "points a number": {"point_coords": 7, "point_labels": (1,)},
    "points none": {"point_coords": None},
    "labels none": {"point_labels": None},
    "box inverted": {"box_xyxy": (5, 0, 1, 2)},
    "box upside down": {"box_xyxy": (0, 5, 1, 2)},
    "box of three": {"box_xyxy": (0, 0, 1)},
    "box of five": {"box_xyxy": (0, 0, 1, 1, 1)},
    "box NaN": {"box_xyxy": (0, 0, math.nan, 1)},
    "box infinite": {"box_xyxy": (0, 0, math.inf, 1)},
    "box text": {"box_xyxy": "0011"},
    "box a number": {"box_xyxy": 4},
    "box of none": {"box_xyxy": (None, 0, 1, 1)},
    "box beyond all floats": {"box_xyxy": (0, 0, 10**400, 1)},
}


@pytest.mark.parametrize("fields", [pytest.param(f, id=name) for name, f in BAD.items()])
def test_what_is_no_prompt_is_refused(fields: dict[str, Any]) -> None:
    """Else a damaged project, or a slip in a script, makes the engine answer nonsense or end in a traceback."""
    with pytest.raises(ValueError):
        Prompt(**fields)
    with pytest.raises(ValueError):
        Prompt.from_json(fields)


@pytest.mark.parametrize("data", [None, 3, "prompt", [1, 2], True], ids=repr)
def test_json_that_is_no_object_is_refused(data: Any) -> None:
    """Else a damaged project ends in a traceback."""
    with pytest.raises(ValueError):
        Prompt.from_json(data)


def test_missing_keys_are_an_empty_prompt() -> None:
    """Else a project of an earlier version, with fewer keys, can't be opened."""
    assert Prompt.from_json({}) == Prompt()
    assert Prompt.from_json({"point_coords": [[1, 2]], "point_labels": [1], "later": "key"}).point_labels == (1,)


@given(points, points)
def test_a_drag_in_any_direction_is_a_box(a: Point, b: Point) -> None:
    """Else a box dragged from right to left is refused."""
    box = box_from_corners(a, b)
    assert box == box_from_corners(b, a)
    assert box.width >= 0 and box.height >= 0
    assert Prompt(box_xyxy=box).box_xyxy == box


@given(st.integers(-100, 100), st.integers(-100, 100), st.integers(0, 100), st.integers(0, 100))
def test_box_forms_agree(x: int, y: int, width: int, height: int) -> None:
    """Else a box in a COCO file lies beside its object."""
    box = box_xywh_to_xyxy((x, y, width, height))
    assert box == (x, y, x + width, y + height)
    assert box_xyxy_to_xywh(box) == (x, y, width, height)


@given(points, st.integers(1, 5000), st.integers(1, 5000))
def test_clipped_points_lie_in_a_pixel(point: Point, height: int, width: int) -> None:
    """Else a click on the very border prompts outside the image."""
    clipped = clip_point(point, (height, width))
    assert 0 <= clipped.x < width and 0 <= clipped.y < height
    if 0 <= point.x < width and 0 <= point.y < height:
        assert clipped == point


@given(boxes, st.integers(1, 5000), st.integers(1, 5000))
def test_clipped_boxes_lie_in_the_image(box: Box, height: int, width: int) -> None:
    """Else a box dragged over the border reaches outside the image."""
    clipped = clip_box(box, (height, width))
    assert 0 <= clipped.x0 <= clipped.x1 <= width and 0 <= clipped.y0 <= clipped.y1 <= height
