"""Another project as a second set of annotations of this one's images; it is only read. Imports core."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.records import Annotation, Dataset
from sam_annotator.core.second_set import SecondSet, SetKind, match_categories, match_images
from sam_annotator.core.words import tr
from sam_annotator.store.store import PROJECT_FILE, Store


class SecondProject:
    """A project that is open for reading, and what of it is what of this one.

    Used by the thread that made it, as a Store is; `again` opens it for another one.

    Args:
        project_dir: of the other project.
        dataset: images and categories of this one.

    Raises:
        ProjectError: it can't be opened.
    """

    def __init__(self, project_dir: Path, dataset: Dataset) -> None:
        self._store = Store.open(project_dir, read_only=True)
        try:
            matches = match_images(dataset.images, self._store.images())
            self._category_ids, new = match_categories(dataset.categories, self._store.categories())
        except BaseException:
            self._store.close()
            raise
        self._sizes = {image.id: image.size_hw for image in dataset.images if image.width}
        self._theirs = {ours.id: other_id for other_id, ours in matches.ours.items()}
        self.set = SecondSet(
            self._store.name,
            SetKind.PROJECT,
            tuple(new),
            frozenset(self._theirs),
            self._annotations_of,
            matches.left_out,
        )

    def again(self) -> SecondProject:
        """Open it once more, for the thread that calls; what is what was found out already.

        Raises:
            ProjectError: it can't be opened any more.
        """
        other = copy(self)
        other._store = Store.open(self._store.project_dir, read_only=True)
        other.set = replace(self.set, annotations_of=other._annotations_of)
        return other

    def close(self) -> None:
        """Close it."""
        self._store.close()

    def _annotations_of(self, image_id: int) -> Sequence[Annotation]:
        """Return the annotations of an image with this project's ids; their own ids stay the other's."""
        other_id = self._theirs.get(image_id)
        if other_id is None:
            return ()
        size = self._sizes.get(image_id)
        return tuple(
            replace(a, image_id=image_id, category_id=self._category_ids[a.category_id])
            for a in self._store.annotations(other_id)
            if (size is None or a.mask.size_hw == size) and a.category_id in self._category_ids  # else it came since
        )


def refuse_itself(ours: Path, other: Path) -> None:
    """Raise ProjectError where the other project is the one that is open, by whatever path."""
    folder = other.parent if other.name == PROJECT_FILE else other
    if (folder / PROJECT_FILE).exists() and (folder / PROJECT_FILE).samefile(ours / PROJECT_FILE):
        raise ProjectError(tr("{name} is this project itself; choose another one.", name=folder.absolute().name))
