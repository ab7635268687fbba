"""Undoable edits of proposals: some become annotations, some are rejected. `commands.py` says how commands work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sam_annotator.core.options import ProjectOptions
from sam_annotator.core.records import Annotation, Category, default_color
from sam_annotator.core.words import tr
from sam_annotator.engine.offers import Offer
from sam_annotator.ui.commands import Change, Edits, StoreCommand
from sam_annotator.ui.paste_commands import PasteAnnotations


@dataclass(frozen=True, slots=True)
class Taken:
    """Offers that leave the proposals, or come back to them.

    Attributes:
        image_id: the image they lie in.
        key: of its offers.
        offers: by their numbers.
    """

    image_id: int
    key: str
    offers: Mapping[int, Offer]


class Holder(Protocol):
    """Who holds the proposals."""

    def take(self, taken: Taken) -> None:
        """Let some go: they were accepted or rejected."""

    def put_back(self, taken: Taken) -> None:
        """Take some back: that was undone."""


def _hold(holder: Holder, taken: Taken, *, applied: bool) -> None:
    """Let a holder know that proposals were accepted or rejected, or that this was undone."""
    if applied:
        holder.take(taken)
    else:
        holder.put_back(taken)


class AcceptProposals(PasteAnnotations):
    """Add the annotations that offers become; none is selected, the next click is for the next one."""

    def __init__(
        self,
        edits: Edits,
        holder: Holder,
        taken: Taken,
        annotations: Sequence[Annotation],
        categories: Sequence[Category],
    ) -> None:
        one = len(annotations) == 1
        text = tr("Accept proposal") if one else tr("Accept {n} proposals", n=len(annotations))
        super().__init__(edits, text, annotations, categories)
        self._holder, self._taken = holder, taken

    def after(self, *, applied: bool) -> None:
        """Let them be no proposals any more, or proposals again."""
        _hold(self._holder, self._taken, applied=applied)

    def _change(self, selection: tuple[int, ...]) -> Change:
        return replace(super()._change(selection), selection=None)


class DropProposals(StoreCommand):
    """Reject offers; the project stays as it is."""

    def __init__(self, edits: Edits, holder: Holder, taken: Taken, text: str) -> None:
        super().__init__(edits, text)
        self._holder, self._taken = holder, taken

    def apply(self) -> Change:
        """Leave the project as it is."""
        return Change((self._taken.image_id,))

    def revert(self) -> Change:
        """Leave the project as it is."""
        return Change((self._taken.image_id,))

    def after(self, *, applied: bool) -> None:
        """Let them go, or bring them back."""
        _hold(self._holder, self._taken, applied=applied)


def accepted(
    offers: Sequence[Offer], image_id: int, categories: Sequence[Category], current: Category, options: ProjectOptions
) -> tuple[tuple[Annotation, ...], tuple[Category, ...]]:
    """Return the annotations that offers become, and the categories that they have.

    Args:
        offers: what was accepted.
        image_id: the image they lie in.
        categories: of the project.
        current: the one for offers without a category of their own; of an id that no other has.
        options: of the project, with defaults of attributes.
    """
    by_name = {category.name: category for category in (*categories, current)}
    annotations: list[Annotation] = []
    used: dict[str, Category] = {}
    for offer in offers:
        name = offer.category or current.name
        if name not in by_name:
            number = len(by_name)
            by_name[name] = Category(-1 - number, name, default_color(number))
        category = used[name] = by_name[name]
        annotation = offer.to_annotation(image_id, category.id)
        annotations.append(replace(annotation, attributes=options.defaults_for(category.id)))
    return tuple(annotations), tuple(used.values())
