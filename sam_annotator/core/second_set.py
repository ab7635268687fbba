"""SecondSet: another set of annotations of a project's images, to be compared with or merged. Imports core.

It speaks the project's ids: its image ids are the project's, and so is the category id of a category that both have by
name; categories that the project does not have get negative ids, which it never uses, whatever is added to it later.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sam_annotator.core.records import Annotation, Category, Image
from sam_annotator.core.words import mark, tr

_LISTED = 2  # names in a sentence


class SetKind(StrEnum):
    """What a second set is."""

    TRUTH = "truth"  # a COCO file
    RESULTS = "results"  # of a model, with scores
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class SecondSet:
    """Another set of annotations.

    Attributes:
        name: for people.
        kind: what it is.
        categories: those that the project does not have.
        image_ids: images of the project that it is of; the others are not compared.
        annotations_of: reads the annotations of one of these images, on the thread that it was made on.
        left_out: one sentence for each thing that does not fit the project.
        notes: whatever else to know.
        has_scores: whether any annotation has one.
    """

    name: str
    kind: SetKind
    categories: tuple[Category, ...]
    image_ids: frozenset[int]
    annotations_of: Callable[[int], Sequence[Annotation]]
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    has_scores: bool = False


def set_of(
    name: str,
    kind: SetKind,
    categories: Sequence[Category],
    image_ids: frozenset[int],
    annotations: Sequence[Annotation],
    left_out: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> SecondSet:
    """Make a set of annotations that are in memory, each with an image id of the project."""
    by_image: defaultdict[int, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        by_image[annotation.image_id].append(annotation)
    found = dict(by_image)
    return SecondSet(
        name,
        kind,
        tuple(categories),
        image_ids,
        lambda image_id: found.get(image_id, ()),
        tuple(left_out),
        tuple(notes),
        any(annotation.score is not None for annotation in annotations) and kind is not SetKind.PROJECT,
    )


@dataclass(frozen=True, slots=True)
class ImageMatches:
    """Which images of another project are which of this one.

    Attributes:
        ours: this project's image by the id of the other's.
        left_out: one sentence for each kind of image that has no counterpart, or one that can't be used.
    """

    ours: dict[int, Image]
    left_out: tuple[str, ...]


def match_images(ours: Sequence[Image], theirs: Sequence[Image]) -> ImageMatches:
    """Find another project's images in this one: by path, else by the file's hash, else by a name that is unique.

    An image with another size, and so with masks that don't fit, is left out.
    """
    steps: tuple[Callable[[Image], str], ...] = (lambda i: _normal(i.file_name), lambda i: i.sha256, _base)
    found: dict[int, Image] = {}
    taken: set[int] = set()
    for key in steps:
        here, there = _by(key, ours, taken), _by(key, theirs, found.keys())
        for text, images in there.items():
            near = here.get(text, [])
            if text and len(images) == len(near) == 1:
                found[images[0].id] = near[0]
                taken.add(near[0].id)
    other_size = [t for t in theirs if t.id in found and not _fits(t, found[t.id])]
    for image in other_size:
        del found[image.id]
    gone = {image.id for image in other_size}
    unknown = [t for t in theirs if t.id not in found and t.id not in gone]
    left_out = [
        *_sentence(
            unknown,
            mark("{n} image of the other project is not in this one: {names}."),
            mark("{n} images of the other project are not in this one: {names}."),
        ),
        *_sentence(
            other_size,
            mark("{n} image has another size in the other project: {names}."),
            mark("{n} images have another size in the other project: {names}."),
        ),
    ]
    return ImageMatches(found, tuple(left_out))


def match_categories(ours: Sequence[Category], theirs: Sequence[Category]) -> tuple[dict[int, int], list[Category]]:
    """Find another project's categories in this one, by name.

    Returns:
        This project's id by the id of the other's; and those that are new, with negative ids.
    """
    known = {category.name: category.id for category in ours}
    fresh = itertools.count(-1, -1)
    ids: dict[int, int] = {}
    new: list[Category] = []
    for category in theirs:
        if category.name in known:
            ids[category.id] = known[category.name]
        else:
            ids[category.id] = next(fresh)
            new.append(replace(category, id=ids[category.id]))
    return ids, new


def aligned_ids(
    known: Sequence[Category], new: Sequence[Category], now: Sequence[Category]
) -> tuple[dict[int, int], dict[int, Category]]:
    """Say what the category ids of a set mean once the project's categories are others.

    Args:
        known: the project's categories when the set was read.
        new: those that it did not have, see SecondSet.
        now: its categories.

    Returns:
        The id now by the set's, without those that stay the same; and the categories that the project does not have
        now, by their negative ids.
    """
    names, ids = {c.name: c.id for c in now}, {c.id for c in now}
    changed: dict[int, int] = {}
    missing: dict[int, Category] = {}
    for category in (*known, *new):
        if category.id in ids:  # it may have another name: it is the same all the same
            continue
        if category.name in names:
            changed[category.id] = names[category.name]
        else:
            fresh = category.id if category.id < 0 else -len(new) - category.id
            missing[fresh] = replace(category, id=fresh)
            if fresh != category.id:
                changed[category.id] = fresh
    return changed, missing


def with_categories(annotations: Sequence[Annotation], changed: Mapping[int, int]) -> Sequence[Annotation]:
    """Return annotations with other category ids; those that no other id is given for stay."""
    if not changed:
        return annotations
    return tuple(replace(a, category_id=changed[a.category_id]) if a.category_id in changed else a for a in annotations)


def _by(key: Callable[[Image], str], images: Sequence[Image], without: object) -> dict[str, list[Image]]:
    found: defaultdict[str, list[Image]] = defaultdict(list)
    for image in images:
        if image.id not in without:  # type: ignore[operator]
            found[key(image)].append(image)
    return found


def _fits(theirs: Image, ours: Image) -> bool:
    return not (theirs.width and ours.width) or theirs.size_hw == ours.size_hw


def _sentence(images: Sequence[Image], one: str, more: str) -> list[str]:
    if not images:
        return []
    names = ", ".join(image.file_name for image in images[:_LISTED])
    names += "…" if len(images) > _LISTED else ""
    return [tr(one if len(images) == 1 else more, n=len(images), names=names)]


def _normal(file_name: str) -> str:
    import unicodedata  # late: a library, which would wait for torch's while the window starts

    return unicodedata.normalize("NFC", file_name.replace("\\", "/"))


def _base(image: Image) -> str:
    return _normal(image.file_name).rpartition("/")[2]
