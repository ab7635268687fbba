"""Undoable edits: each is one store call forth and one back. A command holds records, never widgets.

The store call is made before the command goes on the stack, so that what fails is never on it; the first redo of the
stack is therefore empty. What an undo or redo changed is told through `Edits.changed`, so that the window goes to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QUndoCommand

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.records import Annotation, Category, Image, ImageState
from sam_annotator.store.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit touched.

    Attributes:
        image_ids: images whose annotations or state changed.
        categories: whether the categories changed.
        lists: whether any image may have changed (an import).
        selection: annotations to select on the image, or None to leave the selection.
        goes_there: whether the window should go to the image (an undo or redo).
    """

    image_ids: tuple[int, ...] = ()
    categories: bool = False
    lists: bool = False
    selection: tuple[int, ...] | None = None
    goes_there: bool = False


@dataclass(frozen=True, slots=True)
class Edits:
    """Where commands act and report: the store, and what to call after a change or a failure."""

    store: Store
    changed: Callable[[Change], None]
    failed: Callable[[str], None]


class StoreCommand(QUndoCommand):
    """One edit: `apply` and `revert` make one store call each and return what it changed."""

    def __init__(self, edits: Edits, text: str) -> None:
        super().__init__(text)
        self._edits = edits
        self.is_applied = False

    def apply(self) -> Change:
        """Make the edit."""
        raise AssertionError("a command says how it is applied")

    def revert(self) -> Change:
        """Take the edit back."""
        raise AssertionError("a command says how it is taken back")

    def first_apply(self) -> None:
        """Make the edit for the first time, before the command goes on a stack.

        Raises:
            SamAnnotatorError: the store refused; nothing was changed.
        """
        change = self.apply()
        self.is_applied = True
        self._edits.changed(change)

    def redo(self) -> None:
        """Make the edit again; the stack calls this once when the command is pushed, which does nothing."""
        if self.is_applied:
            return
        self._run(self.apply, applied=True)

    def undo(self) -> None:
        """Take the edit back."""
        self._run(self.revert, applied=False)

    def _run(self, step: Callable[[], Change], *, applied: bool) -> None:
        try:
            change = step()
        except SamAnnotatorError as e:
            self.setObsolete(True)
            self._edits.failed(str(e))
            return
        self.is_applied = applied
        self._edits.changed(replace(change, goes_there=True))


class AddAnnotation(StoreCommand):
    """Accept a mask as a new annotation."""

    def __init__(self, edits: Edits, annotation: Annotation, *, select: bool = False) -> None:
        super().__init__(edits, "Add annotation")
        self._annotation = annotation
        self._select = select

    @property
    def annotation_id(self) -> int:
        """The id it got; 0 before it was added."""
        return self._annotation.id

    def apply(self) -> Change:
        """Add it; the id it got the first time stays its own."""
        if self._annotation.id:
            self._edits.store.restore_annotations([self._annotation])
        else:
            self._annotation = self._edits.store.add_annotation(self._annotation)
        return Change((self._annotation.image_id,), selection=(self._annotation.id,) if self._select else None)

    def revert(self) -> Change:
        """Delete it."""
        self._edits.store.delete_annotations([self._annotation.id])
        return Change((self._annotation.image_id,), selection=())


class DeleteAnnotations(StoreCommand):
    """Delete annotations."""

    def __init__(self, edits: Edits, annotations: Sequence[Annotation]) -> None:
        super().__init__(edits, "Delete annotations" if len(annotations) > 1 else "Delete annotation")
        self._annotations = tuple(annotations)

    def apply(self) -> Change:
        """Delete them."""
        self._edits.store.delete_annotations([a.id for a in self._annotations])
        return Change(_images_of(self._annotations), selection=())

    def revert(self) -> Change:
        """Bring them back with their ids."""
        self._edits.store.restore_annotations(self._annotations)
        return Change(_images_of(self._annotations), selection=tuple(a.id for a in self._annotations))


class UpdateAnnotations(StoreCommand):
    """Change annotations: another category, a refined mask, a flag."""

    def __init__(
        self, edits: Edits, text: str, before: Sequence[Annotation], after: Sequence[Annotation], *, select: bool = True
    ) -> None:
        super().__init__(edits, text)
        self._before, self._after, self._select = tuple(before), tuple(after), select

    def apply(self) -> Change:
        """Write them as they shall be."""
        return self._write(self._after)

    def revert(self) -> Change:
        """Write them as they were."""
        return self._write(self._before)

    def _write(self, annotations: tuple[Annotation, ...]) -> Change:
        self._edits.store.update_annotations(annotations)
        selection = tuple(a.id for a in annotations) if self._select else None
        return Change(_images_of(annotations), selection=selection)


class AddCategory(StoreCommand):
    """Add a category."""

    def __init__(self, edits: Edits, name: str, color: str | None = None) -> None:
        super().__init__(edits, "Add category")
        self._name, self._color = name, color
        self.category: Category | None = None

    def apply(self) -> Change:
        """Add it; the id it got the first time stays its own."""
        if self.category is None:
            self.category = self._edits.store.add_category(self._name, color=self._color)
        else:
            self._edits.store.restore_category(self.category)
        return Change(categories=True)

    def revert(self) -> Change:
        """Delete it."""
        assert self.category is not None
        self._edits.store.delete_category(self.category.id)
        return Change(categories=True)


class UpdateCategory(StoreCommand):
    """Rename or recolour a category."""

    def __init__(self, edits: Edits, text: str, before: Category, after: Category) -> None:
        super().__init__(edits, text)
        self._before, self._after = before, after

    def apply(self) -> Change:
        """Write it as it shall be."""
        self._edits.store.update_category(self._after)
        return Change(categories=True)

    def revert(self) -> Change:
        """Write it as it was."""
        self._edits.store.update_category(self._before)
        return Change(categories=True)


class DeleteCategory(StoreCommand):
    """Delete a category that no annotation uses."""

    def __init__(self, edits: Edits, category: Category) -> None:
        super().__init__(edits, "Delete category")
        self._category = category

    def apply(self) -> Change:
        """Delete it."""
        self._edits.store.delete_category(self._category.id)
        return Change(categories=True)

    def revert(self) -> Change:
        """Bring it back with its id."""
        self._edits.store.restore_category(self._category)
        return Change(categories=True)


class MergeCategories(StoreCommand):
    """Move all annotations of a category to another and delete it."""

    def __init__(self, edits: Edits, source: Category, target: Category) -> None:
        super().__init__(edits, "Merge categories")
        self._source, self._target = source, target
        self._moved: tuple[int, ...] = ()

    def apply(self) -> Change:
        """Merge."""
        self._moved = self._edits.store.merge_categories(self._source.id, self._target.id)
        return Change(categories=True)

    def revert(self) -> Change:
        """Bring the category and its annotations back."""
        self._edits.store.unmerge_categories(self._source, self._moved)
        return Change(categories=True)


class SetImageState(StoreCommand):
    """Mark an image as done, flagged, in progress or new."""

    def __init__(self, edits: Edits, image: Image, state: ImageState) -> None:
        super().__init__(edits, "Mark image")
        self._image, self._state = image, state

    def apply(self) -> Change:
        """Mark it."""
        self._edits.store.set_image_state(self._image.id, self._state)
        return Change((self._image.id,))

    def revert(self) -> Change:
        """Mark it as it was."""
        self._edits.store.set_image_state(self._image.id, self._image.state)
        return Change((self._image.id,))


def _images_of(annotations: Sequence[Annotation]) -> tuple[int, ...]:
    return tuple(sorted({a.image_id for a in annotations}))
