"""Merging: what of a second set a project takes, and where the two need a choice. Imports core; changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sam_annotator.core.agreement import MatchOptions, Pair, match
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Image, ImageState
from sam_annotator.core.second_set import SecondSet

TAKEN_FROM = "taken_from"  # in a provenance's extra: the name of the set an annotation came from


class Choice(StrEnum):
    """What stays of two annotations of one object."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One object that both have, with another mask or of another category."""

    ours: Annotation
    theirs: Annotation
    iou: float


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do.

    Attributes:
        name: of the other set.
        categories: that the project does not have and that an annotation below is of.
        added: annotations that only they have.
        conflicts: objects that need a choice.
        identical: how many annotations both have; they are kept once.
        left_out: one sentence for each thing that does not fit the project.
    """

    name: str
    categories: tuple[Category, ...] = ()
    added: tuple[Annotation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    identical: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Takeover:
    """A change of a project by another set: one step, see `store/taking.py`.

    Attributes:
        categories: that are new, with ids that the project does not use.
        added: annotations with id 0; their category may be a new one.
        before: annotations that are replaced, as they are.
        after: the same as they shall be.
        deleted: annotations that go.
        images: that get another state, as they shall be.
    """

    categories: tuple[Category, ...] = ()
    added: tuple[Annotation, ...] = ()
    before: tuple[Annotation, ...] = ()
    after: tuple[Annotation, ...] = ()
    deleted: tuple[Annotation, ...] = ()
    images: tuple[Image, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.added or self.before or self.deleted)

    @property
    def image_ids(self) -> tuple[int, ...]:
        """The images it is on."""
        return tuple(dict.fromkeys(a.image_id for a in (*self.added, *self.after, *self.deleted)))


def plan_merge(
    image_ids: Sequence[int],
    ours_of: Callable[[int], Sequence[Annotation]],
    second: SecondSet,
    iou: float,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergePlan | None:
    """Say what a merge would do.

    Args:
        image_ids: images of the project, in its order.
        ours_of: reads the project's annotations of an image.
        second: the other set.
        iou: from which on two annotations are one object.
        progress: told how many images are done, and of how many.
        cancelled: asked before each image; None is returned once it says True.
    """
    shared = [image_id for image_id in image_ids if image_id in second.image_ids]
    added: list[Annotation] = []
    conflicts: list[Conflict] = []
    identical = 0
    for done, image_id in enumerate(shared):
        if cancelled():
            return None
        progress(done, len(shared))
        ours, theirs, same = _without_identical(ours_of(image_id), second.annotations_of(image_id))
        identical += same
        pairs = sorted(_pairs(ours, theirs, iou), key=lambda pair: pair.left)
        conflicts += [Conflict(ours[pair.left], theirs[pair.right], pair.iou) for pair in pairs]
        met = {pair.right for pair in pairs}
        added += [taken(a, second.name) for j, a in enumerate(theirs) if j not in met]
    used = {a.category_id for a in added} | {c.theirs.category_id for c in conflicts}
    categories = tuple(category for category in second.categories if category.id in used)
    return MergePlan(second.name, categories, tuple(added), tuple(conflicts), identical, second.left_out)


def _pairs(ours: Sequence[Annotation], theirs: Sequence[Annotation], iou: float) -> Iterator[Pair]:
    """Pair objects with objects, and crowds with crowds."""
    for iscrowd in (False, True):
        left, right = ([i for i, a in enumerate(s) if a.iscrowd == iscrowd] for s in (ours, theirs))
        matching = match(
            [replace(ours[i], iscrowd=False) for i in left],
            [replace(theirs[i], iscrowd=False) for i in right],
            MatchOptions(iou=iou),
        )
        for pair in (*matching.pairs, *matching.other_category):
            yield Pair(left[pair.left], right[pair.right], pair.iou)


def _without_identical(
    ours: Sequence[Annotation], theirs: Sequence[Annotation]
) -> tuple[list[Annotation], list[Annotation], int]:
    """Return those of both that the other does not have just so, and how many were in both."""
    here, there = Counter(map(_key, ours)), Counter(map(_key, theirs))
    both = here & there

    def rest(annotations: Sequence[Annotation]) -> list[Annotation]:
        left, kept = Counter(both), []
        for annotation in annotations:
            if left[_key(annotation)] > 0:
                left[_key(annotation)] -= 1
            else:
                kept.append(annotation)
        return kept

    return rest(ours), rest(theirs), both.total()


def _key(annotation: Annotation) -> tuple[Mask, int, bool]:
    return (annotation.mask, annotation.category_id, annotation.iscrowd)


def resolved(plan: MergePlan, choices: Sequence[Choice], images: Mapping[int, Image]) -> Takeover:
    """Return the change that a merge makes once each conflict has a choice; what is locked stays ours.

    Args:
        plan: the merge.
        choices: one for each conflict.
        images: the project's, by id.
    """
    added = list(plan.added)
    before: list[Annotation] = []
    after: list[Annotation] = []
    for conflict, choice in zip(plan.conflicts, choices, strict=True):
        if choice is Choice.BOTH:
            added.append(taken(conflict.theirs, plan.name))
        elif choice is Choice.THEIRS and not conflict.ours.locked:
            before.append(conflict.ours)
            after.append(with_theirs(conflict.ours, conflict.theirs, plan.name))
    return _takeover(plan.categories, added, before, after, (), images)


@dataclass(frozen=True, slots=True)
class Pick:
    """A difference that was decided on: ours and theirs, one of which may be missing, and what stays."""

    ours: Annotation | None
    theirs: Annotation | None
    choice: Choice


def picked(
    picks: Iterable[Pick], categories: Iterable[Category], images: Mapping[int, Image], name: str
) -> tuple[Takeover, int]:
    """Return the change that decisions make, and how many can't be made since ours is locked.

    Theirs takes the place of ours; where they have nothing, ours is deleted; where we have nothing, theirs is added.

    Args:
        picks: the decisions.
        categories: that the project does not have; those that are used are added.
        images: the project's, by id.
        name: of the other set.
    """
    added: list[Annotation] = []
    before: list[Annotation] = []
    after: list[Annotation] = []
    deleted: list[Annotation] = []
    locked = 0
    for pick in picks:
        ours, theirs = pick.ours, pick.theirs
        if pick.choice is Choice.OURS:
            continue
        if theirs is not None and (ours is None or pick.choice is Choice.BOTH):
            added.append(taken(theirs, name))
        elif ours is None or pick.choice is Choice.BOTH:
            continue
        elif ours.locked:
            locked += 1
        elif theirs is None:
            deleted.append(ours)
        else:
            before.append(ours)
            after.append(with_theirs(ours, theirs, name))
    return _takeover(categories, added, before, after, deleted, images), locked


def _takeover(
    categories: Iterable[Category],
    added: Sequence[Annotation],
    before: Sequence[Annotation],
    after: Sequence[Annotation],
    deleted: Sequence[Annotation],
    images: Mapping[int, Image],
) -> Takeover:
    used = {a.category_id for a in (*added, *after)}
    new = tuple(category for category in categories if category.id in used)
    return Takeover(new, tuple(added), tuple(before), tuple(after), tuple(deleted), begun(added, images))


def begun(added: Iterable[Annotation], images: Mapping[int, Image]) -> tuple[Image, ...]:
    """Return the new images that get their first annotations, as in progress."""
    found = (images[image_id] for image_id in dict.fromkeys(a.image_id for a in added) if image_id in images)
    return tuple(replace(image, state=ImageState.IN_PROGRESS) for image in found if image.state == ImageState.NEW)


def taken(theirs: Annotation, name: str) -> Annotation:
    """Return their annotation as a new one of the project; its provenance says where it came from."""
    extra = {**theirs.provenance.extra, TAKEN_FROM: name}
    return replace(theirs, id=0, locked=False, hidden=False, provenance=replace(theirs.provenance, extra=extra))


def with_theirs(ours: Annotation, theirs: Annotation, name: str) -> Annotation:
    """Return our annotation with their mask and category; its provenance says where they came from."""
    new = taken(theirs, name)
    return replace(
        ours,
        mask=new.mask,
        category_id=new.category_id,
        iscrowd=new.iscrowd,
        score=new.score,
        provenance=new.provenance,
    )
