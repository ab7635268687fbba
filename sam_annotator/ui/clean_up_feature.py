"""CleanUpFeature: cleans the selected masks up while their numbers change, and the masks of predictions if wanted.

What the numbers give is computed on a thread of its own and drawn in place of the masks; one step applies it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject

from sam_annotator.core.clean_up import CleanUp, cleaned_up
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_algebra import Pace, difference
from sam_annotator.core.mask_edits import MaskEdit, with_clean_up
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.ui.commands import SetOptions
from sam_annotator.ui.docks.clean_up_bar import CleanUpBar
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.mask_commands import PlanMasks
from sam_annotator.ui.models.figures import grouped
from sam_annotator.worker.job import Cancelled, Job

_FIRST = CleanUp(islands=100, holes=100)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be cleaned, and how."""

    annotations: tuple[Annotation, ...]
    clean_up: CleanUp


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of it: the new masks of those that change, and how many pixels they gain and lose."""

    wanted: _Wanted
    masks: Mapping[int, Mask]
    gained: int
    lost: int


class CleanUpFeature(Feature):
    """Previews and applies a clean-up."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits = parts.edits
        self._bar = CleanUpBar(parts.dialog_parent)
        parts.add_bar(self._bar)
        self._clean_up = _FIRST
        self._made: _Made | None = None
        self._job: Job | None = None
        self._asked: _Wanted | None = None  # of the job
        self._applies_next = False
        self._bar.changed.connect(self._on_numbers)
        self._bar.applied.connect(self.apply)
        self._bar.cancelled.connect(self.cancel)
        self._bar.used.connect(self._use)
        self._edits.selection_changed.connect(self._preview)
        self._edits.annotations_changed.connect(self._preview)
        self._edits.options_changed.connect(self._on_options)
        self._on_options()

    @property
    def handlers(self) -> Handlers:
        """See Feature."""
        return {"mask.clean_up": self.open, "clean_up.apply": self.apply, "clean_up.cancel": self.cancel}

    @property
    def facts(self) -> frozenset[str]:
        """See Feature: "cleaning" while the bar is open, "can_clean" while its numbers have something to do."""
        if not self._is_open:
            return frozenset()
        can_clean = bool(self._wanted().annotations) or self._keeps_others
        return frozenset({"cleaning", "can_clean"} if can_clean else {"cleaning"})

    @property
    def _keeps_others(self) -> bool:
        """Whether the numbers shall be used after each prediction, and are others than those that are."""
        return self._bar.use.isChecked() and self._edits.options.clean_up != self._bar.clean_up

    @property
    def _is_open(self) -> bool:
        return not self._bar.isHidden()

    def shut_down(self) -> None:
        """See Feature."""
        if self._job is not None:
            self._job.cancel()

    # The bar

    def open(self) -> None:
        """Show the bar, with the numbers used last, and preview them."""
        self._on_options()
        self._bar.set_clean_up(self._clean_up)
        self._bar.show()
        self._bar.take_focus()
        self._preview()
        self.changed.emit()

    def cancel(self) -> None:
        """Drop the preview; all masks are drawn as they are."""
        self._applies_next = False
        self._close()

    def apply(self) -> None:
        """Make the preview the masks, in one step; where it is not there yet, as soon as it is."""
        wanted = self._wanted()
        made = self._made
        if wanted.annotations and (made is None or made.wanted != wanted):
            self._applies_next = True
            self._preview()
            return
        self._applies_next = False
        if self._bar.use.isChecked():
            self._keep(wanted.clean_up)
        if made is not None and wanted.annotations and made.masks:
            before = self._free(made)
            plan = partial(_planned, before, made.masks, wanted.clean_up)
            if before and not self._edits.run(lambda edits: PlanMasks(edits, tr("Clean up"), plan, before)):
                return
        self._close()

    def _free(self, made: _Made) -> tuple[Annotation, ...]:
        return self._edits.free(a for a in made.wanted.annotations if a.id in made.masks)

    def _close(self) -> None:
        self._clean_up = self._bar.clean_up
        had_focus = self._bar.isAncestorOf(focus) if (focus := self._bar.window().focusWidget()) else False
        self._bar.hide()
        if had_focus:
            self.parts.panels.canvas.setFocus()
        self._made = None
        self._edits.set_previewed({})
        self.changed.emit()

    # Predictions

    def _use(self, used: bool) -> None:
        """Clean the masks of predictions with these numbers from now on, or leave them as they are."""
        self._keep(self._bar.clean_up if used else CleanUp())
        if used and self._bar.clean_up.is_identity:
            self._edits.notice.emit(tr("All numbers are 0: set one first, then use them after each prediction."))
        self._on_options()

    def _keep(self, clean_up: CleanUp) -> None:
        before = self._edits.options
        after = replace(before, clean_up=clean_up)
        if after != before:
            text = tr("Clean up after each prediction")
            self._edits.run(lambda edits: SetOptions(edits, before, after, text=text))

    def _on_options(self) -> None:
        kept = self._edits.options.clean_up
        self.parts.session.cleaner.set_clean_up(kept)
        if not kept.is_identity and not self._is_open:
            self._clean_up = kept
        self._bar.set_used(not kept.is_identity, enabled=not self._edits.is_read_only)

    # The preview

    def _wanted(self) -> _Wanted:
        return _Wanted(tuple(a for a in self._edits.selected if not a.locked), self._bar.clean_up)

    def _on_numbers(self, _clean_up: CleanUp) -> None:
        self._preview()

    def _preview(self) -> None:
        """Show what the numbers give, or have it computed."""
        if not self._is_open:
            return
        wanted = self._wanted()
        if self._made is not None and self._made.wanted == wanted:
            self._show(self._made)
            return
        if not wanted.annotations:
            self._made = None
            self._edits.set_previewed({})
            is_locked = bool(self._edits.selection)
            text = tr("What is selected is locked.") if is_locked else tr("Select annotations to see what changes.")
            self._tell(text, can_apply=False)
            return
        if self._job is not None:
            if wanted != self._asked:
                self._job.cancel()  # the next one follows it
            return
        self._asked = wanted
        self._job = Job(lambda _progress, cancelled: _make(wanted, cancelled), self)
        self._job.done.connect(self._on_made)
        self._job.failed.connect(lambda text: self._on_failed(wanted, text))
        self._job.finished.connect(self._on_finished)
        self._job.start()

    def _on_made(self, made: _Made | None) -> None:
        self._made = made

    def _on_failed(self, wanted: _Wanted, text: str) -> None:
        self._made = _Made(wanted, {}, 0, 0)
        self._edits.notice.emit(text)

    def _on_finished(self) -> None:
        self._job = None
        if not self._is_open:
            return
        if self._made is None:
            self._preview()
            return
        applies = self._applies_next and self._made.wanted == self._wanted()
        self._preview()
        if applies:
            self.apply()

    def _show(self, made: _Made) -> None:
        self._edits.set_previewed(made.masks)
        if made.masks:
            gained, lost = grouped(made.gained), grouped(made.lost)
            text = tr("Preview: {gained} pixels more, {lost} fewer.", gained=gained, lost=lost)
        else:
            text = tr("These numbers change nothing here.")
        self._tell(text, can_apply=bool(made.masks))

    def _tell(self, text: str, *, can_apply: bool) -> None:
        self._bar.set_state(text, can_apply=can_apply or self._keeps_others)
        self.changed.emit()


def _planned(before: Sequence[Annotation], masks: Mapping[int, Mask], clean_up: CleanUp, pace: Pace) -> MaskEdit:
    after: list[Annotation] = []
    for annotation in before:
        pace()
        after.append(with_clean_up(annotation, masks[annotation.id], clean_up))
    return MaskEdit(tuple(before), tuple(after))


def _make(wanted: _Wanted, cancelled: Cancelled) -> _Made | None:
    """Clean masks up; None where that was cancelled."""
    masks: dict[int, Mask] = {}
    gained = lost = 0
    for annotation in wanted.annotations:
        if cancelled():
            return None
        mask = cleaned_up(annotation.mask, wanted.clean_up)
        if mask != annotation.mask:
            masks[annotation.id] = mask
            gained += difference(mask, [annotation.mask]).area
            lost += difference(annotation.mask, [mask]).area
    return _Made(wanted, masks, gained, lost)
