"""Undoable edits: each is one store call forth and one back. A command holds records, never widgets.

The store call is made before the command goes on the stack, so that what fails is never on it; the first redo of the
stack is therefore empty. What an undo or redo changed is told through `Edits.changed`, so that the window goes to it.

What changes many annotations is made on another thread, while the window's waits, and can be cancelled
(ui/long_edit.py). So `apply` and `revert` use the store and touch no object of Qt; that is for `after`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QUndoCommand

from sam_annotator.core.errors import ChangeCancelled, SamAnnotatorError
from sam_annotator.core.options import ProjectOptions
from sam_annotator.core.records import Annotation, Category, Image, ImageState
from sam_annotator.core.words import tr
from sam_annotator.store.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit touched.

    Attributes:
        image_ids: images whose annotations or state changed.
        categories: whether the categories changed.
        lists: whether any image may have changed (an import).
        options: whether the project's options changed.
        selection: annotations to select on the image, or None to leave the selection.
        goes_there: whether the window should go to the image (an undo or redo).
    """

    image_ids: tuple[int, ...] = ()
    categories: bool = False
    lists: bool = False
    selection: tuple[int, ...] | None = None
    goes_there: bool = False
    options: bool = False


Step = Callable[[], Change]
Make = Callable[[Store, str, int | None, Step], Change]
MakeThen = Callable[[Store, str, int | None, Step, Callable[[Change], object]], Change]


def make_here(_store: Store, _text: str, _size: int | None, step: Step, _then: Callable[[Change], object]) -> Change:
    """Make an edit, however long it takes; see `LongEdits.make`."""
    return step()


@dataclass(frozen=True, slots=True)
class Edits:
    """Where commands act and report.

    Attributes:
        store: of the project.
        changed: to be called after a change.
        failed: to be called after a failure, with a sentence.
        make: makes an edit of the store, with what it is called, and how many rows it changes, None where that is not
            known; on another thread where they are many.
    """

    store: Store
    changed: Callable[[Change], None]
    failed: Callable[[str], None]
    make: Make


class StoreCommand(QUndoCommand):
    """One edit: `apply` and `revert` make one store call each and return what it changed."""

    def __init__(self, edits: Edits, text: str) -> None:
        super().__init__(text)
        self._edits = edits
        self.is_applied = False

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The images on which it gives annotations other pixels."""
        return ()

    @property
    def moves_as_one(self) -> bool:
        """Whether those that it gives other pixels leave one another what they share."""
        return False

    @property
    def size(self) -> int | None:
        """How many annotations it changes; None where that is not known."""
        return 0

    def after(self, *, applied: bool) -> None:
        """Do what belongs to the edit beside the store, on the window's thread, once it is made or taken back."""

    def apply(self) -> Change:
        """Make the edit."""
        raise AssertionError("a command says how it is applied")

    def revert(self) -> Change:
        """Take the edit back."""
        raise AssertionError("a command says how it is taken back")

    def first_apply(self) -> None:
        """Make the edit for the first time, before the command goes on a stack.

        Raises:
            SamAnnotatorError: the store refused, or the user stopped it; nothing was changed.
        """
        change = self._made(self.text(), self.apply)
        self.is_applied = True
        self.after(applied=True)
        self._edits.changed(change)

    def redo(self) -> None:
        """Make the edit again; the stack calls this once when the command is pushed, which does nothing."""
        if not self.is_applied:
            self._run(tr("Redo: {what}", what=self.text()), self.apply, applied=True)

    def undo(self) -> None:
        """Take the edit back; the stack calls this once after a redo that was cancelled, which does nothing."""
        if self.is_applied:
            self._run(tr("Undo: {what}", what=self.text()), self.revert, applied=False)

    def _run(self, text: str, step: Step, *, applied: bool) -> None:
        try:
            change = self._made(text, step)
        except ChangeCancelled as e:  # it stays as it was, and on the stack
            self._edits.failed(str(e))
            return
        except SamAnnotatorError as e:
            self.setObsolete(True)
            self._edits.failed(str(e))
            return
        self.is_applied = applied
        self.after(applied=applied)
        self._edits.changed(replace(change, goes_there=True))

    def _made(self, text: str, step: Step) -> Change:
        return self._edits.make(self._edits.store, text, self.size, step)


class AddAnnotation(StoreCommand):
    """Accept a mask as a new annotation."""

    def __init__(self, edits: Edits, annotation: Annotation, *, select: bool = False) -> None:
        super().__init__(edits, tr("Add annotation"))
        self._annotation = annotation
        self._select = select

    @property
    def annotation_id(self) -> int:
        """The id it got; 0 before it was added."""
        return self._annotation.id

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The image of the annotation."""
        return (self._annotation.image_id,)

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
        super().__init__(edits, tr("Delete annotations") if len(annotations) > 1 else tr("Delete annotation"))
        self._annotations = tuple(annotations)

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self._annotations)

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

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The images of those that get another mask."""
        pairs = zip(self._before, self._after, strict=True)
        return _images_of([after for before, after in pairs if before.mask != after.mask])

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self._after)

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

    def __init__(self, edits: Edits, name: str, color: str | None = None, supercategory: str = "") -> None:
        super().__init__(edits, tr("Add category"))
        self._name, self._color, self._supercategory = name, color, supercategory
        self.category: Category | None = None

    def apply(self) -> Change:
        """Add it; the id it got the first time stays its own."""
        if self.category is None:
            self.category = self._edits.store.add_category(
                self._name, color=self._color, supercategory=self._supercategory
            )
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
        super().__init__(edits, tr("Delete category"))
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
        super().__init__(edits, tr("Merge categories"))
        self._source, self._target = source, target
        self._moved: tuple[int, ...] = ()

    @property
    def size(self) -> None:
        """All of a category may be many."""
        return None

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
        super().__init__(edits, tr("Mark image"))
        self._before = edits.store.image(image.id)
        self._state = state
        self._after: Image | None = None

    def apply(self) -> Change:
        """Mark it; when it was done is told once, by the first time."""
        if self._after is None:
            self._edits.store.set_image_state(self._before.id, self._state)
            self._after = self._edits.store.image(self._before.id)
        else:
            self._edits.store.update_images([self._after])
        return Change((self._before.id,))

    def revert(self) -> Change:
        """Mark it as it was."""
        self._edits.store.update_images([self._before])
        return Change((self._before.id,))


class UpdateImages(StoreCommand):
    """Change note, tags, state, review or comment of images."""

    def __init__(self, edits: Edits, text: str, before: Sequence[Image], after: Sequence[Image]) -> None:
        super().__init__(edits, text)
        self._before, self._after = tuple(before), tuple(after)

    def apply(self) -> Change:
        """Write them as they shall be."""
        return self._write(self._after)

    def revert(self) -> Change:
        """Write them as they were."""
        return self._write(self._before)

    def _write(self, images: tuple[Image, ...]) -> Change:
        self._edits.store.update_images(images)
        return Change(tuple(image.id for image in images))


class ChangeCategory(StoreCommand):
    """Give all annotations of a category to another, in the whole project; those that are locked stay."""

    def __init__(self, edits: Edits, source: Category, target: Category) -> None:
        super().__init__(edits, tr("Change category"))
        self._source, self._target = source, target
        self.changed_ids: tuple[int, ...] = ()

    @property
    def size(self) -> None:
        """All of a category may be many."""
        return None

    def apply(self) -> Change:
        """Change them."""
        self.changed_ids = self._edits.store.change_category(self._source.id, self._target.id)
        return Change(categories=True)

    def revert(self) -> Change:
        """Give them back."""
        self._edits.store.set_categories_of(self.changed_ids, self._source.id)
        return Change(categories=True)


class SetOptions(StoreCommand):
    """Change the project's options; attributes that get another name, or none, change in all annotations."""

    def __init__(
        self,
        edits: Edits,
        before: ProjectOptions,
        after: ProjectOptions,
        *,
        renamed: Mapping[str, str] | None = None,
        text: str = "",
    ) -> None:
        """Take what to change.

        Args:
            edits: where to act.
            before: the options as they are.
            after: as they shall be.
            renamed: new names of attributes by their old ones; "" takes their values away.
            text: what it is called.
        """
        super().__init__(edits, text or tr("Change project options"))
        self._before, self._after, self._renamed = before, after, dict(renamed or {})
        self._texts: tuple[tuple[int, str], ...] = ()

    @property
    def size(self) -> int | None:
        """All annotations may have an attribute that gets another name."""
        return None if self._renamed else 0

    def apply(self) -> Change:
        """Set them."""
        with self._edits.store.together():
            self._edits.store.set_options(self._after)
            if self._renamed:
                self._texts = self._edits.store.rename_attributes(self._renamed)
        return self._change

    def revert(self) -> Change:
        """Set them as they were."""
        with self._edits.store.together():
            self._edits.store.set_options(self._before)
            if self._texts:
                self._edits.store.write_attributes(self._texts)
        return self._change

    @property
    def _change(self) -> Change:
        return Change(options=True, categories=bool(self._texts))  # with categories, annotations are read again


class Together(StoreCommand):
    """Several edits as one: all are made, or none."""

    def __init__(self, edits: Edits, text: str, commands: Sequence[StoreCommand]) -> None:
        super().__init__(edits, text)
        self._commands = tuple(commands)

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The images of all of them."""
        return tuple(dict.fromkeys(i for command in self._commands for i in command.painted_ids))

    @property
    def moves_as_one(self) -> bool:
        """Whether all of them do."""
        return all(command.moves_as_one for command in self._commands if command.painted_ids)

    @property
    def size(self) -> int | None:
        """Of all of them."""
        sizes = [command.size for command in self._commands]
        return None if None in sizes else sum(size or 0 for size in sizes)

    def after(self, *, applied: bool) -> None:
        """As each of them does."""
        for command in self._commands if applied else reversed(self._commands):
            command.after(applied=applied)

    def apply(self) -> Change:
        """Make them, the first first."""
        with self._edits.store.together():
            return joined([command.apply() for command in self._commands])

    def revert(self) -> Change:
        """Take them back, the last first."""
        with self._edits.store.together():
            return joined([command.revert() for command in reversed(self._commands)])


def joined(changes: Sequence[Change]) -> Change:
    """Return what several edits changed together; what any of them wants selected is."""
    selections = [change.selection for change in changes if change.selection is not None]
    return Change(
        image_ids=tuple(dict.fromkeys(i for change in changes for i in change.image_ids)),
        categories=any(change.categories for change in changes),
        lists=any(change.lists for change in changes),
        selection=tuple(i for selection in selections for i in selection) if selections else None,
        options=any(change.options for change in changes),
    )


def _images_of(annotations: Sequence[Annotation]) -> tuple[int, ...]:
    return tuple(sorted({a.image_id for a in annotations}))
