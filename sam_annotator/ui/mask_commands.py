"""Undoable edits of several annotations at once: each a plan of core/mask_edits, done in one transaction.

`commands.py` says how commands work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import Pace
from sam_annotator.core.mask_edits import MaskEdit, settle
from sam_annotator.core.records import Annotation, Category
from sam_annotator.core.words import tr
from sam_annotator.ui.commands import Change, Edits, StoreCommand

Plan = Callable[[Pace], MaskEdit]
Masks = Mapping[int, Mask]  # of an image, by the ids of its annotations


class ChangeMasks(StoreCommand):
    """Change, delete and add annotations; what was changed or added is selected."""

    def __init__(self, edits: Edits, text: str, edit: MaskEdit, *, select: bool = True) -> None:
        super().__init__(edits, text)
        self._edit, self._select = edit, select

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The images of those that get other pixels, or are new."""
        pairs = zip(self._edit.before, self._edit.after, strict=True)
        changed = [after for before, after in pairs if before.mask != after.mask]
        return tuple(sorted({a.image_id for a in (*changed, *self._edit.added)}))

    @property
    def size(self) -> int:
        """How many are changed, deleted or added."""
        return len(self._edit.after) + len(self._edit.lost) + len(self._edit.added)

    @property
    def image_ids(self) -> tuple[int, ...]:
        """The images it is about."""
        edit = self._edit
        return tuple(sorted({a.image_id for a in (*edit.before, *edit.lost, *edit.added)}))

    @property
    def added_ids(self) -> tuple[int, ...]:
        """The ids that the new ones got; 0 before they were added."""
        return tuple(a.id for a in self._edit.added)

    def apply(self) -> Change:
        """Make the edit; new annotations keep the ids they got the first time."""
        edit, store = self._edit, self._edits.store
        with store.together():
            store.delete_annotations([a.id for a in edit.lost])
            store.update_annotations(edit.after)
            if all(edit_id for edit_id in self.added_ids):
                store.restore_annotations(edit.added)
                added = edit.added
            else:
                added = tuple(store.add_annotation(a) for a in edit.added)
        self._edit = replace(edit, added=added)
        return self._change((*(a.id for a in edit.after), *self.added_ids))

    def revert(self) -> Change:
        """Take the edit back."""
        edit, store = self._edit, self._edits.store
        with store.together():
            store.delete_annotations(self.added_ids)
            store.update_annotations(edit.before)
            store.restore_annotations(edit.lost)
        return self._change(tuple(a.id for a in (*edit.before, *edit.lost)))

    def _change(self, ids: tuple[int, ...]) -> Change:
        return Change(self.image_ids, selection=ids if self._select else None)


class PlanMasks(ChangeMasks):
    """Change masks as a plan says, which is made with the edit: it may take longer than the edit itself.

    Args:
        edits: where to act.
        text: what it is called.
        plan: called once, on the thread of the edit, with what is to be called for each annotation it looks at; what
            it raises ends the edit.
        annotations: of one image, that it looks at.
        select: see ChangeMasks.
    """

    def __init__(
        self, edits: Edits, text: str, plan: Plan, annotations: Sequence[Annotation], *, select: bool = True
    ) -> None:
        super().__init__(edits, text, MaskEdit(), select=select)
        self._plan: Plan | None = plan
        self._planned_size = 2 * len(annotations)  # each is looked at, and written
        self._planned_ids = tuple(sorted({a.image_id for a in annotations}))

    @property
    def edit(self) -> MaskEdit:
        """What was planned; nothing before it is applied."""
        return self._edit

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """See ChangeMasks; the image, as long as nobody knows."""
        return self._planned_ids if self._plan is not None else super().painted_ids

    @property
    def size(self) -> int:
        """See ChangeMasks."""
        return self._planned_size if self._plan is not None else super().size

    def apply(self) -> Change:
        """Plan the edit, the first time, and make it."""
        if self._plan is not None:
            self._edit = self._plan(self._edits.store.database.pace)
            self._plan = None
        return super().apply()


class Settle(StoreCommand):
    """Let annotations with new pixels take them from the others of their images, as part of the edit that made them."""

    def __init__(self, edits: Edits, before: Mapping[int, Masks]) -> None:
        """Take the masks of each image as they are before the edit."""
        super().__init__(edits, "")
        self._before = before
        self._steps: tuple[ChangeMasks, ...] | None = None
        self._lost = 0  # that nobody was told of yet

    @property
    def size(self) -> int:
        """How many may have to give way."""
        return sum(len(masks) for masks in self._before.values())

    def apply(self) -> Change:
        """Look who got new pixels, the first time; then let the others give way.

        Raises:
            MaskError: nothing would be left of what got new pixels, since locked annotations keep theirs.
        """
        if self._steps is None:
            self._steps = tuple(self._settled(image_id, masks) for image_id, masks in self._before.items())
        for step in self._steps:
            step.apply()
        return Change(tuple(i for step in self._steps for i in step.image_ids))

    def revert(self) -> Change:
        """Give the others their pixels back."""
        for step in reversed(self._steps or ()):
            step.revert()
        return Change(tuple(i for step in self._steps or () for i in step.image_ids))

    def after(self, *, applied: bool) -> None:
        """Tell of others that had no pixel left, the first time."""
        if self._lost:
            self._edits.failed(lost_text(self._lost))
        self._lost = 0

    def _settled(self, image_id: int, before: Masks) -> ChangeMasks:
        annotations = self._edits.store.annotations(image_id)
        placed = frozenset(a.id for a in annotations if before.get(a.id) != a.mask)
        edit = settle(annotations, placed, self._edits.store.database.pace) if placed else MaskEdit()
        if any(a.id in placed for a in edit.lost):
            raise MaskError(tr("All its pixels belong to locked annotations; unlock those first."))
        self._lost += len(edit.lost)
        return ChangeMasks(self._edits, "", edit, select=False)


def lost_text(count: int) -> str:
    """Return the sentence that tells of annotations that gave all their pixels away."""
    if count == 1:
        return tr("One annotation had no pixel left and was deleted; undo brings it back.")
    return tr("{count} annotations had no pixel left and were deleted; undo brings them back.", count=count)


def masks_of(edits: Edits, image_ids: Collection[int]) -> dict[int, Masks]:
    """Return the masks of images as they are now."""
    return {i: {a.id: a.mask for a in edits.store.annotations(i)} for i in image_ids}


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
    def size(self) -> int:
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
