"""ProjectOptions: what a project asks of its annotations, and what is done to them. Imports core only."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sam_annotator.core.clean_up import CleanUp
from sam_annotator.core.dataset_stream import OWN_ATTRIBUTES
from sam_annotator.core.errors import ProjectError
from sam_annotator.core.records import AttributeValue
from sam_annotator.core.words import tr


class AttributeKind(StrEnum):
    """What the values of an attribute are."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class AttributeSpec:
    """An attribute that annotations of a project have.

    Attributes:
        name: unlike those of the others, and none of OWN_ATTRIBUTES, which every annotation has.
        kind: what its values are.
        choices: of a CHOICE, in the order they are shown.
        category_ids: of which categories annotations have it; empty for all.
        default: what a new annotation gets; "" for nothing.
        minimum, maximum: of a NUMBER; None for no limit.
    """

    name: str
    kind: AttributeKind = AttributeKind.TEXT
    choices: tuple[str, ...] = ()
    category_ids: tuple[int, ...] = ()
    default: AttributeValue = ""
    minimum: float | None = None
    maximum: float | None = None

    def applies_to(self, category_id: int) -> bool:
        """Whether annotations of a category have it."""
        return not self.category_ids or category_id in self.category_ids

    @property
    def empty(self) -> AttributeValue:
        """The value that is as good as none: False of a flag, else ""."""
        return False if self.kind == AttributeKind.FLAG else ""

    @property
    def has_default(self) -> bool:
        """Whether a new annotation gets a value of it."""
        return self.default != "" and self.default is not False

    def takes(self, value: AttributeValue) -> bool:
        """Whether a value is one of this attribute."""
        match self.kind:
            case AttributeKind.TEXT:
                return isinstance(value, str)
            case AttributeKind.CHOICE:
                return value in self.choices
            case AttributeKind.FLAG:
                return isinstance(value, bool)
            case AttributeKind.NUMBER:
                if isinstance(value, (bool, str)) or not math.isfinite(value):
                    return False
                low = -math.inf if self.minimum is None else self.minimum
                return low <= value <= (math.inf if self.maximum is None else self.maximum)

    def to_json(self) -> dict[str, Any]:
        """Return the attribute as plain JSON values, without what is as usual."""
        return {
            "name": self.name,
            "kind": str(self.kind),
            **({"choices": list(self.choices)} if self.choices else {}),
            **({"category_ids": list(self.category_ids)} if self.category_ids else {}),
            **({"default": self.default} if self.has_default else {}),
            **({"minimum": self.minimum} if self.minimum is not None else {}),
            **({"maximum": self.maximum} if self.maximum is not None else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> AttributeSpec:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the data is no attribute.
        """
        try:
            default = data.get("default", "")
            if not isinstance(default, (str, int, float)) or not (isinstance(default, str) or math.isfinite(default)):
                raise ValueError("a default is text, a finite number, or true or false")
            return cls(
                name=str(data["name"]),
                kind=AttributeKind(data.get("kind", "text")),
                choices=tuple(str(choice) for choice in data.get("choices", ())),
                category_ids=tuple(int(i) for i in data.get("category_ids", ())),
                default=default,
                minimum=_limit(data.get("minimum")),
                maximum=_limit(data.get("maximum")),
            )
        except (TypeError, AttributeError, KeyError, OverflowError) as e:
            raise ValueError(f"not an attribute: {e}") from e


def _limit(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError("a limit is a finite number")
    return float(value)


@dataclass(frozen=True, slots=True)
class ProjectOptions:
    """What the people of a project agreed on; kept in the project.

    Attributes:
        attributes: that its annotations have, in the order they are shown.
        clean_up: what is done to each mask that an engine made.
        no_overlap: whether an accepted mask is taken away from those it covers.
        digits: the category that each of the keys 1 to 9 and 0 chooses, 0 for none; empty for the order of the list.
    """

    attributes: tuple[AttributeSpec, ...] = ()
    clean_up: CleanUp = field(default_factory=CleanUp)
    no_overlap: bool = False
    digits: tuple[int, ...] = ()

    def attributes_for(self, category_id: int) -> tuple[AttributeSpec, ...]:
        """Return the attributes that annotations of a category have."""
        return tuple(spec for spec in self.attributes if spec.applies_to(category_id))

    def defaults_for(self, category_id: int) -> dict[str, AttributeValue]:
        """Return what a new annotation of a category gets, by the attribute's name."""
        return {spec.name: spec.default for spec in self.attributes_for(category_id) if spec.has_default}

    def to_json(self) -> dict[str, Any]:
        """Return the options as plain JSON values."""
        return {
            "attributes": [spec.to_json() for spec in self.attributes],
            "clean_up": self.clean_up.to_json(),
            "no_overlap": self.no_overlap,
            **({"digits": list(self.digits)} if self.digits else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ProjectOptions:
        """Read what `to_json` wrote; what a newer version may have added is left out.

        Raises:
            ValueError: the data is no options.
        """
        try:
            return cls(
                attributes=tuple(AttributeSpec.from_json(spec) for spec in data.get("attributes", ())),
                clean_up=CleanUp.from_json(data.get("clean_up", {})),
                no_overlap=bool(data.get("no_overlap", False)),
                digits=tuple(int(i) for i in data.get("digits", ())),
            )
        except (TypeError, AttributeError) as e:
            raise ValueError(f"not the options of a project: {e}") from e


def check_attributes(specs: tuple[AttributeSpec, ...]) -> None:
    """Refuse attributes that can't be used.

    Raises:
        ProjectError: a name is empty, given twice or one that every annotation has, a choice has nothing to choose,
            or a default is none of its values.
    """
    names: set[str] = set()
    for spec in specs:
        if not spec.name.strip() or spec.name != spec.name.strip():
            raise ProjectError(tr("An attribute needs a name without spaces around it; type one."))
        if spec.name in OWN_ATTRIBUTES:
            raise ProjectError(tr('Every annotation has "{name}" already; choose another name.', name=spec.name))
        if spec.name in names:
            raise ProjectError(tr('The attribute "{name}" is given twice; name it once.', name=spec.name))
        if spec.kind == AttributeKind.CHOICE and not spec.choices:
            raise ProjectError(tr('The attribute "{name}" has nothing to choose from; add choices.', name=spec.name))
        if spec.minimum is not None and spec.maximum is not None and spec.minimum > spec.maximum:
            raise ProjectError(
                tr('The attribute "{name}" has a smallest number above its largest; swap them.', name=spec.name)
            )
        if spec.default != "" and not spec.takes(spec.default):
            raise ProjectError(tr('The default of "{name}" is none of its values; choose another.', name=spec.name))
        names.add(spec.name)
