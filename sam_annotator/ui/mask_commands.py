"""Undoable edits of several annotations at once: each a plan of core/mask_edits, done in one transaction.

`commands.py` says how commands work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import Pace
from sam_annotator.core.mask_edits import MaskEdit, is_locked_away, settle
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.ui.commands import Change, Edits, StoreCommand, Together, joined

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
        as_one: see StoreCommand.moves_as_one.
    """

    def __init__(
        self,
        edits: Edits,
        text: str,
        plan: Plan,
        annotations: Sequence[Annotation],
        *,
        select: bool = True,
        as_one: bool = False,
    ) -> None:
        super().__init__(edits, text, MaskEdit(), select=select)
        self._as_one = as_one
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
    def moves_as_one(self) -> bool:
        """See StoreCommand."""
        return self._as_one

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


class Settle(Together):
    """Edits as one, after which annotations that got new pixels take them from the others of their images.

    What is moved keeps its shape, also where it lies on what is moved with it.
    """

    def __init__(self, edits: Edits, commands: Sequence[StoreCommand]) -> None:
        super().__init__(edits, commands[-1].text(), commands)
        self._steps: tuple[ChangeMasks, ...] | None = None
        self._lost = 0  # that nobody was told of yet

    @property
    def size(self) -> int | None:
        """Of all of them, and how many may have to give way."""
        size, ids = super().size, self.painted_ids
        if size is None or not ids:
            return size
        counts = self._edits.store.annotation_counts(range(min(ids), max(ids) + 1))
        return size + sum(counts.get(image_id, 0) for image_id in ids)

    def apply(self) -> Change:
        """Make them, and look who got new pixels, the first time; then let the others give way.

        Raises:
            MaskError: locked annotations keep theirs, and would leave nothing to one that got new pixels.
        """
        with self._edits.store.together():
            if self._steps is None:
                before = {i: self._masks(i) for i in self.painted_ids}
                change = super().apply()
                self._steps = tuple(self._settled(image_id, masks) for image_id, masks in before.items())
            else:
                change = super().apply()
            return joined([change, *(step.apply() for step in self._steps)])

    def revert(self) -> Change:
        """Give the others their pixels back, and take the edits back."""
        with self._edits.store.together():
            given_back = [step.revert() for step in reversed(self._steps or ())]
            return joined([super().revert(), *reversed(given_back)])  # the window goes to the first image

    def after(self, *, applied: bool) -> None:
        """As each of them does; and tell of others that had no pixel left, the first time."""
        super().after(applied=applied)
        self.setText(self._commands[-1].text())
        if self._lost:
            self._edits.failed(lost_text(self._lost))
        self._lost = 0

    def _masks(self, image_id: int) -> Masks:
        return {a.id: a.mask for a in self._edits.store.annotations(image_id)}

    def _settled(self, image_id: int, before: Masks) -> ChangeMasks:
        annotations = self._edits.store.annotations(image_id)
        placed = frozenset(a.id for a in annotations if before.get(a.id) != a.mask)
        if not placed:
            return ChangeMasks(self._edits, "", MaskEdit(), select=False)
        edit = settle(annotations, placed, self._edits.store.database.pace, together=self.moves_as_one)
        if is_locked_away(annotations, placed, [a for a in edit.lost if a.id in placed]):
            raise MaskError(tr("All its pixels belong to locked annotations; unlock those first."))
        self._lost += len(edit.lost)
        return ChangeMasks(self._edits, "", edit, select=False)


def lost_text(count: int) -> str:
    """Return the sentence that tells of annotations that gave all their pixels away."""
    if count == 1:
        return tr("One annotation had no pixel left and was deleted; undo brings it back.")
    return tr("{count} annotations had no pixel left and were deleted; undo brings them back.", count=count)
