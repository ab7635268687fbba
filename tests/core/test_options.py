"""What a project asks of its annotations, as it is kept."""

from __future__ import annotations

from typing import Any

import pytest

from sam_annotator.core.clean_up import CleanUp
from sam_annotator.core.errors import ProjectError
from sam_annotator.core.options import AttributeKind, AttributeSpec, ProjectOptions, check_attributes

SPECS = (
    AttributeSpec("colour", AttributeKind.CHOICE, ("red", "blue"), (2, 3), "red"),
    AttributeSpec("age", AttributeKind.NUMBER, default=0, minimum=0, maximum=120),
    AttributeSpec("wet", AttributeKind.FLAG, default=True),
    AttributeSpec("dry", AttributeKind.FLAG),
    AttributeSpec("plate"),
)


def test_options_come_back_as_they_were() -> None:
    """A project's attributes would change by being kept."""
    options = ProjectOptions(SPECS, CleanUp(islands=5), no_overlap=True)
    assert ProjectOptions.from_json(options.to_json()) == options
    assert ProjectOptions.from_json({}) == ProjectOptions()


def test_new_annotations_get_the_defaults_of_their_category() -> None:
    """A default would be on objects that can't have the attribute, or be missing on those that can."""
    options = ProjectOptions(SPECS)
    assert options.defaults_for(1) == {"age": 0, "wet": True}
    assert options.defaults_for(2) == {"colour": "red", "age": 0, "wet": True}


@pytest.mark.parametrize(
    ("spec", "good", "bad"),
    [
        (SPECS[0], ("red",), ("green", "", True, 1)),
        (SPECS[1], (0, 120, 3.5), (-1, 121, "3", True, float("nan"))),
        (SPECS[2], (True, False), (1, "yes")),
        (SPECS[4], ("", "B-1"), (1, True)),
    ],
)
def test_a_value_is_of_its_kind(spec: AttributeSpec, good: tuple[Any, ...], bad: tuple[Any, ...]) -> None:
    """Text would stand where a training script expects a number."""
    assert all(map(spec.takes, good))
    assert not any(map(spec.takes, bad))


@pytest.mark.parametrize(
    ("specs", "why"),
    [
        ((AttributeSpec(""),), "name"),
        ((AttributeSpec(" a"),), "spaces"),
        ((AttributeSpec("note"),), "already"),
        ((AttributeSpec("a"), AttributeSpec("a")), "twice"),
        ((AttributeSpec("a", AttributeKind.CHOICE),), "choose from"),
        ((AttributeSpec("a", AttributeKind.NUMBER, minimum=2, maximum=1),), "swap"),
        ((AttributeSpec("a", AttributeKind.NUMBER, default="x"),), "default"),
    ],
)
def test_attributes_that_cannot_be_used_are_refused(specs: tuple[AttributeSpec, ...], why: str) -> None:
    """Values of two attributes would fall together, or a choice would be none."""
    with pytest.raises(ProjectError, match=why):
        check_attributes(specs)


@pytest.mark.parametrize(
    "data",
    [[], {"attributes": [1]}, {"attributes": [{"name": "a", "kind": "odd"}]}, {"attributes": 5},
     {"attributes": [{"name": "a", "minimum": "x"}]}, {"attributes": [{"name": "a", "default": []}]},
     {"clean_up": 3}],
)  # fmt: skip
def test_what_is_no_options_is_refused(data: Any) -> None:
    """A damaged project would end in a traceback."""
    with pytest.raises(ValueError, match=r"."):
        ProjectOptions.from_json(data)
