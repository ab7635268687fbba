"""Open a project and choose annotations of it, for commands on annotations. Imports core, store, console; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from sam_annotator.console import UsageError
from sam_annotator.core.errors import ProjectError, ProjectMissingError
from sam_annotator.core.records import Annotation, Image
from sam_annotator.store.places import resolve_target
from sam_annotator.store.store import Store

ONLY_HELP = (
    "categories by name, images by a pattern like 'street/*', annotations by number; of several kinds all must fit"
)


def open_project(path: Path, *, read_only: bool) -> Store:
    """Open the project a path means; there must be one."""
    target = resolve_target(path)
    if not target.exists:
        raise ProjectMissingError(f"There is no project in {path}; make one with: sam-annotator new, or in the window.")
    return Store.open(target.project_dir, read_only=read_only)


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
    named = {category.name: category.id for category in store.categories()}
    categories = {named[text] for text in only if text in named}
    ids = {int(text) for text in only if text not in named and text.isdecimal()}
    patterns = [text for text in only if text not in named and not text.isdecimal()]
    for pattern in patterns:
        if not any(fnmatchcase(image.file_name, pattern) for image in images):
            raise UsageError(f'--only "{pattern}" is no category, no image and no annotation of this project')
    for annotation_id in ids:
        store.annotation(annotation_id)
    counts = store.annotation_counts()
    chosen: list[tuple[Image, tuple[Annotation, ...]]] = []
    for image in images:
        if counts.get(image.id) and (not patterns or any(fnmatchcase(image.file_name, p) for p in patterns)):
            found = store.annotations(image.id)
            fitting = tuple(
                annotation
                for annotation in found
                if (not categories or annotation.category_id in categories) and (not ids or annotation.id in ids)
            )
            if fitting:
                chosen.append((image, fitting))
    if not chosen:
        asked = " that fit --only" if only else ""
        raise ProjectError(f"There are no annotations{asked} in {store.project_dir}; annotate some, or choose others.")
    return chosen
