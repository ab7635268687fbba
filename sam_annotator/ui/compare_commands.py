"""TakeOver: annotations of another set come into the project, as one undoable edit. `commands.py` says how it works."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sam_annotator.core.merging import Takeover
from sam_annotator.core.records import Annotation
from sam_annotator.store.taking import Taken, give_back, take, take_again
from sam_annotator.ui.commands import Change, Edits, StoreCommand

Key = tuple[int, int, int]  # image, our annotation, place of theirs
_FEW = 20  # images that are told one by one; for more, all lists are read again


class TakeOver(StoreCommand):
    """Add, replace and delete; what comes of it is selected where it is one image.

    Args:
        edits: where to act.
        text: what it is called.
        takeover: the change.
        marks: sets of differences, and those that this edit puts into each when it is made, and takes out of it when
            it is undone.
    """

    def __init__(
        self, edits: Edits, text: str, takeover: Takeover, marks: Sequence[tuple[set[Key], Collection[Key]]] = ()
    ) -> None:
        super().__init__(edits, text)
        self._takeover, self._marks = takeover, marks
        self._done: Taken | None = None

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """The images on which there are other pixels."""
        pairs = zip(self._takeover.before, self._takeover.after, strict=True)
        changed = [after for before, after in pairs if before.mask != after.mask]
        return tuple(sorted({a.image_id for a in (*changed, *self._takeover.added)}))

    @property
    def size(self) -> int:
        """How many are added, replaced or deleted."""
        takeover = self._takeover
        return len(takeover.added) + len(takeover.after) + len(takeover.deleted)

    def after(self, *, applied: bool) -> None:
        """Note which differences were decided, or are no longer."""
        for marked, keys in self._marks:
            if applied:
                marked.update(keys)
            else:
                marked.difference_update(keys)

    def apply(self) -> Change:
        """Take; ids that were given the first time stay."""
        if self._done is None:
            self._done = take(self._edits.store, self._takeover)
        else:
            take_again(self._edits.store, self._done)
        return self._change((*self._done.after, *self._done.imported.annotations))

    def revert(self) -> Change:
        """Give back."""
        assert self._done is not None
        give_back(self._edits.store, self._done)
        return self._change((*self._done.before, *self._done.deleted))

    def _change(self, selected: Collection[Annotation]) -> Change:
        assert self._done is not None
        ids = self._takeover.image_ids
        is_one = len(ids) == 1
        return Change(
            ids if len(ids) <= _FEW else ids[:1],
            categories=bool(self._done.imported.categories) or len(ids) > _FEW,
            lists=len(ids) > _FEW,
            selection=tuple(a.id for a in selected) if is_one else (),
        )
