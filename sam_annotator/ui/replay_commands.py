"""AcceptReplayed: new masks in place of old ones, as one undoable edit. `commands.py` says how commands work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.engine.replaying import ReplayResult
from sam_annotator.ui.commands import Change, Edits, UpdateAnnotations

_FEW = 20  # images that are told one by one


class AcceptReplayed(UpdateAnnotations):
    """Give annotations of any images the masks that were answered."""

    def __init__(self, edits: Edits, before: Sequence[Annotation], after: Sequence[Annotation]) -> None:
        text = tr("Accept new mask") if len(after) == 1 else tr("Accept {n} new masks", n=len(after))
        super().__init__(edits, text, before, after)

    def _write(self, annotations: tuple[Annotation, ...]) -> Change:
        change = super()._write(annotations)
        if len(change.image_ids) <= _FEW:
            return change
        return replace(change, image_ids=change.image_ids[:1], categories=True, lists=True)


def is_accepted(result: ReplayResult, stored: Annotation) -> bool:
    """Whether an annotation, as it is stored, has the new mask already."""
    return result.mask == stored.mask and result.provenance == stored.provenance


def is_untouched(result: ReplayResult, stored: Annotation) -> bool:
    """Whether an annotation still has the mask that was compared."""
    return (stored.mask, stored.provenance) == (result.annotation.mask, result.annotation.provenance)


def with_answer(result: ReplayResult, stored: Annotation) -> Annotation:
    """Return an annotation as it is stored, with the new mask: category, note and the like stay."""
    assert result.mask is not None and result.provenance is not None
    return replace(stored, mask=result.mask, score=result.predicted_iou, provenance=result.provenance)
