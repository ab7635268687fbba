"""Undoable edits that add annotations from the clipboard, or proposals. `commands.py` says how commands work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sam_annotator.core.copied import Copied
from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask_algebra import Pace
from sam_annotator.core.records import Annotation, Category, Image
from sam_annotator.core.words import tr
from sam_annotator.ui.commands import Change, Edits, StoreCommand

Read = Callable[[Pace], Copied]


class PasteAnnotations(StoreCommand):
    """Add annotations from elsewhere, and the categories that the project lacks for them."""

    def __init__(
        self, edits: Edits, text: str, annotations: Sequence[Annotation], categories: Sequence[Category]
    ) -> None:
        """Take what to add.

        Args:
            edits: where to act.
            text: what it is called.
            annotations: with ids 0, and category ids of `categories`.
            categories: those that they have; one of the project with the same name takes its place.
        """
        super().__init__(edits, text)
        self._annotations, self._categories = tuple(annotations), tuple(categories)
        self._new_categories: tuple[Category, ...] = ()

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The images they are added to."""
        return tuple(sorted({a.image_id for a in self._annotations}))

    @property
    def size(self) -> int | None:
        """How many they are."""
        return len(self._annotations)

    def apply(self) -> Change:
        """Add them; all keep the ids they got the first time."""
        store = self._edits.store
        with store.together():
            if self._annotations[0].id:
                for category in self._new_categories:
                    store.restore_category(category)
                store.restore_annotations(self._annotations)
            else:
                self._add_first()
        return self._change(tuple(a.id for a in self._annotations))

    def _add_first(self) -> None:
        store = self._edits.store
        known = {category.name: category.id for category in store.categories()}
        new: list[Category] = []
        ids: dict[int, int] = {}
        for category in self._categories:
            if category.name not in known:
                color, parent = category.color, category.supercategory
                new.append(store.add_category(category.name, color=color, supercategory=parent))
                known[category.name] = new[-1].id
            ids[category.id] = known[category.name]
        added = [store.add_annotation(replace(a, category_id=ids[a.category_id])) for a in self._annotations]
        self._annotations, self._new_categories = tuple(added), tuple(new)

    def revert(self) -> Change:
        """Delete them, and the categories that came with them."""
        store = self._edits.store
        with store.together():
            store.delete_annotations([a.id for a in self._annotations])
            for category in self._new_categories:
                store.delete_category(category.id)
        return self._change(())

    def _change(self, selection: tuple[int, ...]) -> Change:
        return Change(self.painted_ids, categories=bool(self._new_categories), selection=selection)


class PasteCopied(PasteAnnotations):
    """Add what was copied to an image; it is read and laid there with the edit.

    Attributes:
        outside: how many lay outside of the image and were left out.
        is_cut: whether the image has another size than theirs.
    """

    def __init__(self, edits: Edits, text: str, read: Read, size: int | None, image: Image) -> None:
        """Take what to add.

        Args:
            edits: where to act.
            text: what it is called.
            read: called once, on the thread of the edit, with what is to be called for each annotation; what it
                raises ends the edit.
            size: how many they are; None where that is not known.
            image: that they are added to.
        """
        super().__init__(edits, text, (), ())
        self._read: Read | None = read  # until it was called: it may hold all that was copied
        self._first_size, self._image = size, image
        self.outside = 0
        self.is_cut = False

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The image."""
        return (self._image.id,)

    @property
    def size(self) -> int | None:
        """How many they are; each is looked at and written, the first time."""
        if self._annotations:
            return super().size
        return None if self._first_size is None else 2 * self._first_size

    def apply(self) -> Change:
        """Read what was copied, the first time, and add it.

        Raises:
            MaskError: nothing of it can be added; a sentence tells why.
        """
        if self._read is not None:
            self._lay(self._read)
            self._read = None
        return super().apply()

    def _lay(self, read: Read) -> None:
        store, image = self._edits.store, self._image
        copied = read(store.database.pace)
        annotations = copied.on(image, store.database.pace)
        if not annotations:
            raise MaskError(tr("All of it lies outside of this image, which has another size."))
        if store.options().no_overlap:
            masks = {a.mask for a in store.annotations(image.id)}
            if any(a.mask in masks for a in annotations):
                raise MaskError(tr("No pixel may belong to two annotations here; switch No overlap off first."))
        self.outside, self.is_cut = len(copied.annotations) - len(annotations), not copied.fits(image)
        self._annotations, self._categories = annotations, copied.categories
