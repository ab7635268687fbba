"""Take annotations of another set into a project, as one transaction that can be taken back. Imports core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.merging import Takeover
from sam_annotator.core.records import Annotation, Dataset
from sam_annotator.core.words import tr
from sam_annotator.store.store import Imported, Store


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken, with the ids it got; for `give_back` and `take_again`."""

    imported: Imported
    before: tuple[Annotation, ...]
    after: tuple[Annotation, ...]
    deleted: tuple[Annotation, ...]


def take(store: Store, takeover: Takeover) -> Taken:
    """Add, replace and delete.

    Raises:
        ProjectError, MaskError: something does not fit, or is locked or gone meanwhile; nothing was changed.
    """
    with store.together():
        for annotation in (*takeover.before, *takeover.deleted):
            _refuse_changed(store, annotation)
        imported = store.import_dataset(
            Dataset(images=takeover.images, categories=takeover.categories, annotations=takeover.added)
        )
        given = {old.id: new.id for old, new in zip(takeover.categories, imported.categories, strict=True)}
        after = tuple(_in(annotation, given) for annotation in takeover.after)
        store.update_annotations(after)
        store.delete_annotations(annotation.id for annotation in takeover.deleted)
    return Taken(imported, takeover.before, after, takeover.deleted)


def give_back(store: Store, taken: Taken) -> None:
    """Take it back."""
    with store.together():
        store.restore_annotations(taken.deleted)
        store.update_annotations(taken.before)
        store.remove_imported(taken.imported)


def take_again(store: Store, taken: Taken) -> None:
    """Do it again after it was taken back, with the same ids."""
    with store.together():
        store.restore_imported(taken.imported)
        store.update_annotations(taken.after)
        store.delete_annotations(_ids(taken.deleted))


def _refuse_changed(store: Store, annotation: Annotation) -> None:
    """Raise ProjectError where an annotation is not as it was when it was chosen, or is locked."""
    stored = store.annotation(annotation.id)
    if stored.locked:
        raise ProjectError(tr("Annotation {id} is locked; unlock it to change it.", id=annotation.id))
    if stored != annotation:
        raise ProjectError(tr("Annotation {id} was changed meanwhile; compare again.", id=annotation.id))


def _in(annotation: Annotation, given: Mapping[int, int]) -> Annotation:
    return replace(annotation, category_id=given.get(annotation.category_id, annotation.category_id))


def _ids(annotations: Iterable[Annotation]) -> list[int]:
    return [annotation.id for annotation in annotations]
