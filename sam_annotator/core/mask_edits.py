"""Edits of whole annotations as plans: who changes, who goes, who comes. Pure; imports core only.

Where an edit is about a first annotation and others, the first is the one that the result belongs to.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sam_annotator.core.clean_up import CleanUp
from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import (
    Pace,
    Places,
    cede,
    difference,
    intersection,
    no_pace,
    split,
    union,
    with_mask,
)
from sam_annotator.core.neighbours import Neighbours
from sam_annotator.core.records import Annotation, Provenance
from sam_annotator.core.words import tr

MAX_PARTS = 500  # of one step of splitting
CLEAN_UP = "clean_up"  # in a provenance's extra: how the engine's answer was cleaned


@dataclass(frozen=True, slots=True)
class MaskEdit:
    """What an edit does to the annotations of an image.

    Attributes:
        before: those that change, as they are.
        after: the same as they shall be.
        lost: those that are deleted.
        added: new ones, their ids 0.
    """

    before: tuple[Annotation, ...] = ()
    after: tuple[Annotation, ...] = ()
    lost: tuple[Annotation, ...] = ()
    added: tuple[Annotation, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether all stays as it is."""
        return not (self.before or self.lost or self.added)


def unite(first: Annotation, others: Sequence[Annotation]) -> MaskEdit:
    """Add the pixels of the others to the first; they stay.

    Raises:
        MaskError: it can't be done; a sentence for the user. So for all edits here.
    """
    _refuse_locked([first])
    mask = union([first.mask, *(a.mask for a in others)])
    if mask == first.mask:
        raise MaskError(tr("The first selected mask covers the others already."))
    return MaskEdit((first,), (with_mask(first, mask, "union"),))


def subtract(first: Annotation, others: Sequence[Annotation]) -> MaskEdit:
    """Cut the others out of the first; they stay. Where nothing is left of it, it goes."""
    _refuse_locked([first])
    mask = difference(first.mask, [a.mask for a in others])
    if mask == first.mask:
        raise MaskError(tr("The masks have no pixel in common."))
    if mask.is_empty:
        return MaskEdit(lost=(first,))
    return MaskEdit((first,), (with_mask(first, mask, "subtract"),))


def intersect(first: Annotation, others: Sequence[Annotation]) -> MaskEdit:
    """Leave of the first what lies in all others, too; they stay."""
    _refuse_locked([first])
    mask = intersection([first.mask, *(a.mask for a in others)])
    if mask.is_empty:
        raise MaskError(tr("The masks have no pixel in common."))
    if mask == first.mask:
        raise MaskError(tr("The others cover the first selected mask whole: nothing would change."))
    return MaskEdit((first,), (with_mask(first, mask, "intersect"),))


def join(first: Annotation, others: Sequence[Annotation]) -> MaskEdit:
    """Make one annotation of several: the first gets all their pixels and work, and notes how they were made."""
    _refuse_locked([first, *others])
    mask = union([first.mask, *(a.mask for a in others)])
    whole = with_mask(first, mask, "join", joined=[a.provenance.to_json() for a in others])
    seconds = round(sum(a.seconds for a in (first, *others)), 2)
    whole = replace(whole, seconds=seconds, clicks=sum(a.clicks for a in (first, *others)))
    return MaskEdit((first,), (whole,), tuple(others))


def split_parts(annotations: Sequence[Annotation], pace: Pace = no_pace) -> MaskEdit:
    """Make an annotation of each connected part; the largest keeps the id, and all keep category and fields.

    `pace` is called for each annotation, and may raise to end this. So for all edits here that take it.
    """
    _refuse_locked(annotations)
    before: list[Annotation] = []
    after: list[Annotation] = []
    added: list[Annotation] = []
    for annotation in annotations:
        pace()
        largest, *rest = split(annotation.mask)
        if not rest:
            continue
        if len(added) + len(rest) > MAX_PARTS:
            raise MaskError(
                tr(
                    "There are more than {count} parts; clean the mask up first, so that its specks go.",
                    count=MAX_PARTS,
                )
            )
        before.append(annotation)
        after.append(with_mask(annotation, largest, "split"))
        added += [_part(annotation, mask) for mask in rest]
    if not before:
        raise MaskError(tr("There is nothing to split: all of it hangs together."))
    return MaskEdit(tuple(before), tuple(after), (), tuple(added))


def _part(annotation: Annotation, mask: Mask) -> Annotation:
    """Return a new annotation of a part; the work on the whole is counted once, with the largest."""
    part = with_mask(annotation, mask, "split")
    return replace(part, id=0, created_at=0.0, seconds=0.0, clicks=0)


def take_from(takers: Sequence[Annotation], others: Sequence[Annotation], pace: Pace = no_pace) -> MaskEdit:
    """Take what some annotations cover from the others; locked ones keep theirs, and what has nothing left goes."""
    given = cede([a for a in others if not a.locked], [a.mask for a in takers], pace)
    return MaskEdit(given.before, given.after, given.lost)


def with_clean_up(annotation: Annotation, mask: Mask, clean_up: CleanUp) -> Annotation:
    """Return an annotation with its mask cleaned up, and a note of how.

    Where the mask is the answer to prompts, untouched, the note is enough to make the same mask again; else it counts
    as edited by hand.
    """
    if mask == annotation.mask:
        return annotation
    old = annotation.provenance
    if not old.steps or old.edited or CLEAN_UP in old.extra:
        return with_mask(annotation, mask, cleaned=clean_up.to_json())
    extra = {**old.extra, CLEAN_UP: clean_up.to_json()}
    return replace(annotation, mask=mask, provenance=replace(old, extra=extra))


def clean_up_of(provenance: Provenance) -> CleanUp:
    """Return how the answer of an engine was cleaned up; what changes nothing where it was not, or nobody knows."""
    try:
        return CleanUp.from_json(provenance.extra.get(CLEAN_UP, {}))
    except ValueError:
        return CleanUp()


def settle(
    annotations: Sequence[Annotation], placed: Collection[int], pace: Pace = no_pace, *, together: bool = False
) -> MaskEdit:
    """Let no pixel belong to two annotations, after some got new pixels: these take theirs from all others.

    Locked ones keep theirs: there it is the new pixels that give way. Of several new ones the last takes from the rest.

    Args:
        annotations: all of an image, as they are now.
        placed: ids of those whose pixels are new.
        pace: called for each that is looked at; it may raise to end this.
        together: whether the new ones leave one another what they share: all of them were moved as one.
    """
    known: Places = {}
    fixed = _locked_beside(annotations, placed)
    takers: list[Mask] = []
    for annotation in annotations:
        if annotation.id in placed:
            pace()
            takers.append(difference(annotation.mask, fixed.near(annotation.mask), known))
    neighbours = Neighbours(takers)
    masks: list[Mask] = []
    count = 0  # of the new ones up to here
    for annotation in annotations:
        is_placed = annotation.id in placed
        mask = takers[count] if is_placed else annotation.mask
        count += is_placed
        if not (together if is_placed else annotation.locked):
            pace()
            # What is new was there before what comes after it only.
            mask = difference(mask, neighbours.near(mask, count if is_placed else 0), known)
        masks.append(mask)
    changed = [(a, mask) for a, mask in zip(annotations, masks, strict=True) if mask != a.mask]
    kept = [(a, mask) for a, mask in changed if not mask.is_empty]
    lost = tuple(a for a, mask in changed if mask.is_empty)
    return MaskEdit(tuple(a for a, _ in kept), tuple(with_mask(a, mask) for a, mask in kept), lost)


def is_locked_away(annotations: Sequence[Annotation], placed: Collection[int], some: Sequence[Annotation]) -> bool:
    """Whether locked ones leave no pixel to one of some annotations with new pixels; see `settle`."""
    fixed = _locked_beside(annotations, placed)
    return any(difference(a.mask, fixed.near(a.mask)).is_empty for a in some)


def _locked_beside(annotations: Sequence[Annotation], placed: Collection[int]) -> Neighbours:
    return Neighbours([a.mask for a in annotations if a.locked and a.id not in placed])


def _refuse_locked(annotations: Sequence[Annotation]) -> None:
    if any(a.locked for a in annotations):
        raise MaskError(tr("A locked annotation can't be changed; unlock it first."))
