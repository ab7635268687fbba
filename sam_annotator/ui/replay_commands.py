"""AcceptReplayed: new masks in place of old ones, as one undoable edit. `commands.py` says how commands work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from sam_annotator.core.errors import AlreadyDone, ProjectError
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import sentences, tr
from sam_annotator.engine.replaying import ReplayResult
from sam_annotator.ui.commands import Change, Edits, UpdateAnnotations
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.models.replay_list import State

_FEW = 20  # images that are told one by one
_WHOLE_FROM = 4  # an image is read whole where more than one in so many is asked about


@dataclass(frozen=True, slots=True)
class Standing:
    """Where annotations stood when new masks were to be accepted.

    Attributes:
        accepted: how many get theirs.
        locked: how many stay as they are, since they are locked.
        changed: how many stay, since they were changed or deleted meanwhile.
    """

    accepted: int
    locked: int
    changed: int

    @property
    def text(self) -> str:
        """This in words."""
        accepted, changed, locked = self.accepted, self.changed, self.locked
        words = [tr("1 new mask accepted.") if accepted == 1 else tr("{n} new masks accepted.", n=grouped(accepted))]
        if changed:
            words.append(
                tr("1 was changed or deleted meanwhile and stays.")
                if changed == 1
                else tr("{n} were changed or deleted meanwhile and stay.", n=grouped(changed))
            )
        if locked:
            words.append(
                tr("1 is locked and stays.") if locked == 1 else tr("{n} are locked and stay.", n=grouped(locked))
            )
        return sentences(words)


class AcceptReplayed(UpdateAnnotations):
    """Give annotations of any images the masks that were answered, but those that are others by now, or locked.

    Who that is, is looked at with the edit; where it is nobody, that ends the edit.

    Attributes:
        standing: what was found then; None before.
    """

    def __init__(self, edits: Edits, results: Sequence[ReplayResult]) -> None:
        super().__init__(edits, _name(len(results)), (), ())
        self._results = tuple(results)
        self.standing: Standing | None = None

    @property
    def painted_ids(self) -> tuple[int, ...]:
        """See UpdateAnnotations; all images that were asked about, as long as nobody knows."""
        if self.standing is None:
            return tuple(sorted({result.annotation.image_id for result in self._results}))
        return super().painted_ids

    @property
    def size(self) -> int:
        """See UpdateAnnotations; each is looked at and written, the first time."""
        return 2 * len(self._results) if self.standing is None else super().size

    def after(self, *, applied: bool) -> None:
        """Be called by how many they are."""
        self.setText(_name(self.size))

    def apply(self) -> Change:
        """Look who is to be changed, the first time, and write them as they shall be.

        Raises:
            ProjectError: there is nobody; a sentence tells why.
            AlreadyDone: all have their new masks.
        """
        if self.standing is None:
            self._look()
        return super().apply()

    def _look(self) -> None:
        before: list[Annotation] = []
        after: list[Annotation] = []
        locked = changed = 0
        for result, stored in self._stored():
            self._edits.store.database.pace()
            state = state_of(result, stored)
            if state is State.OPEN and stored is not None:
                if stored.locked:
                    locked += 1
                else:
                    before.append(stored)
                    after.append(_with_answer(result, stored))
            changed += state in (State.CHANGED, State.GONE)
        self._before, self._after = tuple(before), tuple(after)
        self.standing, self._results = Standing(len(after), locked, changed), ()
        if not after:
            raise (ProjectError if locked or changed else AlreadyDone)(self.standing.text)

    def _stored(self) -> Iterator[tuple[ReplayResult, Annotation | None]]:
        """Give all results, image by image, and the annotations as they are on disk; None where one has gone."""
        store = self._edits.store
        of_image: dict[int, list[ReplayResult]] = {}
        for result in self._results:
            of_image.setdefault(result.annotation.image_id, []).append(result)
        for image_id, results in of_image.items():
            count = store.annotation_counts(range(image_id, image_id + 1)).get(image_id, 0)
            if len(results) * _WHOLE_FROM > count:
                stored = {a.id: a for a in store.annotations(image_id)}
                yield from ((result, stored.get(result.annotation.id)) for result in results)
            else:
                yield from ((result, self._stored_one(result.annotation.id)) for result in results)

    def _stored_one(self, annotation_id: int) -> Annotation | None:
        with suppress(ProjectError):
            return self._edits.store.annotation(annotation_id)
        return None

    def _write(self, annotations: tuple[Annotation, ...]) -> Change:
        change = super()._write(annotations)
        if len(change.image_ids) <= _FEW:
            return change
        return replace(change, image_ids=change.image_ids[:1], categories=True, lists=True)


def _name(count: int) -> str:
    return tr("Accept new mask") if count == 1 else tr("Accept {n} new masks", n=count)


def state_of(result: ReplayResult, stored: Annotation | None, before: State = State.OPEN) -> State:
    """Return where an annotation stands, as it is stored now."""
    if stored is None:
        return State.GONE
    if is_accepted(result, stored):
        return State.ACCEPTED
    if not is_untouched(result, stored):
        return State.CHANGED
    return State.KEPT if before is State.KEPT else State.OPEN


def is_accepted(result: ReplayResult, stored: Annotation) -> bool:
    """Whether an annotation, as it is stored, has the new mask already."""
    return result.mask == stored.mask and result.provenance == stored.provenance


def is_untouched(result: ReplayResult, stored: Annotation) -> bool:
    """Whether an annotation still has the mask that was compared."""
    return (stored.mask, stored.provenance) == (result.annotation.mask, result.annotation.provenance)


def _with_answer(result: ReplayResult, stored: Annotation) -> Annotation:
    """Return an annotation as it is stored, with the new mask: category, note and the like stay."""
    assert result.mask is not None and result.provenance is not None
    return replace(stored, mask=result.mask, score=result.predicted_iou, provenance=result.provenance)
