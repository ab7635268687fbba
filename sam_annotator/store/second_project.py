"""Another project as a second set of annotations of this one's images; it is only read. Imports core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sam_annotator.core.records import Annotation, Dataset
from sam_annotator.core.second_set import SecondSet, SetKind, match_categories, match_images
from sam_annotator.store.store import Store


class SecondProject:
    """A project that is open for reading, and what of it is what of this one.

    Used by the thread that made it, as a Store is.

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
            if size is None or a.mask.size_hw == size
        )
