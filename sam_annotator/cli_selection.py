"""Open a project and choose annotations of it, for commands on annotations. Imports core, store, console; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from sam_annotator.console import UsageError
from sam_annotator.core.errors import CheckpointError, ProjectError, ProjectMissingError
from sam_annotator.core.records import Annotation, Image
from sam_annotator.store.places import resolve_target
from sam_annotator.store.store import Store

ONLY_IMAGES_HELP = "images by a pattern like 'street/*'; of several one must fit"
ONLY_HELP = (
    "categories by name, images by a pattern like 'street/*', annotations by number; of several kinds all must fit"
)


def open_project(path: Path, *, read_only: bool) -> Store:
    """Open the project a path means; there must be one."""
    target = resolve_target(path)
    if not target.exists:
        raise ProjectMissingError(f"There is no project in {path}; make one with: sam-annotator new, or in the window.")
    return Store.open(target.project_dir, read_only=read_only)


def require_weights(path: Path | None) -> None:
    """Raise CheckpointError where a weights file that was given is not there; None is the engine's own."""
    if path is not None and not path.is_file():
        raise CheckpointError(f"There is no weights file {path}; check the path.")


class Limits(NamedTuple):
    """What annotations were asked for: None limits nothing, and of several all must fit.

    Attributes:
        category_ids: of these categories.
        image_ids: on these images.
        annotation_ids: these themselves.
    """

    category_ids: frozenset[int] | None = None
    image_ids: frozenset[int] | None = None
    annotation_ids: frozenset[int] | None = None


def limits_of(store: Store, images: Sequence[Image], only: Sequence[str]) -> Limits:
    """Return what --only means.

    Args:
        store: the project.
        images: of it.
        only: names of categories, patterns of image files, and ids of annotations.

    Raises:
        UsageError: one of these means nothing in this project.
        ProjectError: there is no annotation of an id.
    """
    named = {category.name: category.id for category in store.categories()}
    categories = frozenset(named[text] for text in only if text in named)
    ids = frozenset(int(text) for text in only if text not in named and text.isdecimal())
    patterns = [text for text in only if text not in named and not text.isdecimal()]
    fitting: set[int] = set()
    for pattern in patterns:
        found = [image.id for image in images if fnmatchcase(image.file_name, pattern)]
        if not found:
            raise UsageError(f'--only "{pattern}" is no category, no image and no annotation of this project')
        fitting.update(found)
    for annotation_id in ids:
        store.annotation(annotation_id)
    return Limits(categories or None, frozenset(fitting) if patterns else None, ids or None)


def choose_images(images: Sequence[Image], patterns: Sequence[str]) -> list[Image]:
    """Return the images whose file fits one of the patterns, like 'street/*'; all where there is no pattern.

    Raises:
        UsageError: a pattern fits no image.
    """
    fitting: set[int] = set()
    for pattern in patterns:
        found = [image.id for image in images if fnmatchcase(image.file_name, pattern)]
        if not found:
            raise UsageError(f"--only \"{pattern}\" fits no image of this project; give a pattern like 'street/*'")
        fitting.update(found)
    return [image for image in images if not patterns or image.id in fitting]


def choose_annotations(store: Store, only: Sequence[str] = ()) -> list[tuple[Image, tuple[Annotation, ...]]]:
    """Return the annotations asked for, by image in the order of the window.

    Args:
        store: the project.
        only: names of categories, patterns of image files, and ids of annotations; none for all. Several of a kind
            are alternatives, and of several kinds all must fit.

    Raises:
        UsageError: one of these means nothing in this project.
        ProjectError: there are none, or none of an id.
    """
    images = store.images()
    categories, image_ids, ids = limits_of(store, images, only)
    counts = store.annotation_counts()
    chosen: list[tuple[Image, tuple[Annotation, ...]]] = []
    for image in images:
        if counts.get(image.id) and (image_ids is None or image.id in image_ids):
            found = store.annotations(image.id)
            fitting = tuple(
                annotation
                for annotation in found
                if (categories is None or annotation.category_id in categories)
                and (ids is None or annotation.id in ids)
            )
            if fitting:
                chosen.append((image, fitting))
    if not chosen:
        asked = " that fit --only" if only else ""
        raise ProjectError(f"There are no annotations{asked} in {store.project_dir}; annotate some, or choose others.")
    return chosen
