"""MaskFeature: commands on whole masks: booleans, joining, splitting, overlap; and lock, hide and order.

Each is one undoable step. What it does is decided in core/mask_edits; here is who it is done to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask_algebra import Pace
from sam_annotator.core.mask_edits import MaskEdit, intersect, join, split_parts, subtract, take_from, unite
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import tr
from sam_annotator.ui.action_table import ACTIONS
from sam_annotator.ui.commands import Edits, SetOptions, UpdateAnnotations
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.mask_commands import Plan, PlanMasks, lost_text
from sam_annotator.ui.menus import fill_menu

Boolean = Callable[[Annotation, Sequence[Annotation]], MaskEdit]


class MaskFeature(Feature):
    """Joins, cuts, splits, locks, hides and orders the selected annotations."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits = parts.edits
        self._order: list[int] = []  # the selected ones, as they were selected
        self._edits.selection_changed.connect(self._on_selection)
        self._edits.annotations_changed.connect(self.changed)
        self._edits.options_changed.connect(self.changed)
        parts.panels.annotation_dock.lock_requested.connect(self._lock)
        parts.panels.annotation_dock.hide_requested.connect(self._hide)
        parts.panels.annotation_dock.set_menu_filler(self._fill_menu)
        self._on_selection()

    @property
    def handlers(self) -> Handlers:
        """See Feature."""
        return {
            "mask.union": lambda: self._combine(tr("Add masks"), unite),
            "mask.subtract": lambda: self._combine(tr("Cut masks out"), subtract),
            "mask.intersect": lambda: self._combine(tr("Keep the overlap"), intersect),
            "mask.join": lambda: self._combine(tr("Join annotations"), join),
            "mask.split": self._split,
            "mask.take_from_others": self._take,
            "mask.no_overlap": self._toggle_no_overlap,
            "annotation.toggle_lock": self._toggle_lock,
            "annotation.toggle_hidden": self._toggle_hidden,
            "annotation.show_all": self._show_all,
            "annotation.raise": lambda: self._move(_raised),
            "annotation.lower": lambda: self._move(_lowered),
            "annotation.to_top": lambda: self._move(lambda _z, others: others[-1] + 1),
            "annotation.to_bottom": lambda: self._move(lambda _z, others: others[0] - 1),
        }

    def _fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with annotations to a menu that has Delete of its own."""
        rows = [spec for spec in ACTIONS if "annotation" in spec.contexts and spec.id != "annotation.delete"]
        fill_menu(menu, rows, self.parts.actions)

    @property
    def facts(self) -> frozenset[str]:
        """See Feature: "hidden", where annotations of the image are."""
        return frozenset({"hidden"} if any(a.hidden for a in self._edits.annotations) else ())

    @property
    def checked(self) -> frozenset[str]:
        """See Feature."""
        selected = self._edits.selected
        return frozenset(
            action_id
            for action_id, is_on in (
                ("mask.no_overlap", self._edits.options.no_overlap),
                ("annotation.toggle_lock", bool(selected) and all(a.locked for a in selected)),
                ("annotation.toggle_hidden", bool(selected) and all(a.hidden for a in selected)),
            )
            if is_on
        )

    # Pixels

    def _on_selection(self) -> None:
        """Remember who was selected first; of those selected at once the topmost is."""
        selected = {a.id for a in self._edits.selected}
        self._order = [i for i in self._order if i in selected]
        there = frozenset(self._order)
        self._order += [a.id for a in reversed(self._edits.selected) if a.id not in there]
        self.changed.emit()

    def _in_order(self) -> list[Annotation]:
        by_id = {a.id: a for a in self._edits.selected}
        return [by_id[i] for i in self._order if i in by_id]

    def _combine(self, text: str, boolean: Boolean) -> None:
        first, *others = self._in_order()
        self._run(text, lambda _pace: boolean(first, others), [first, *others])

    def _split(self) -> None:
        selected = self._edits.selected
        self._run(tr("Split into parts"), lambda pace: split_parts(selected, pace), selected)

    def _take(self) -> None:
        takers = self._edits.selected
        others = [a for a in self._edits.annotations if a.id not in self._edits.selection]

        def plan(pace: Pace) -> MaskEdit:
            edit = take_from(takers, others, pace)
            if edit.is_nothing:
                raise MaskError(tr("The other annotations have no pixel there, or are locked."))
            return edit

        edit = self._made(tr("Take from the others"), plan, others, select=False)
        if edit is not None:
            self._tell_lost(len(edit.lost))

    def _made(
        self, text: str, plan: Plan, annotations: Sequence[Annotation], *, select: bool = True
    ) -> MaskEdit | None:
        """Do as planned, or say why not; returns what was done."""
        made: list[PlanMasks] = []

        def make(edits: Edits) -> PlanMasks:
            made.append(PlanMasks(edits, text, plan, annotations, select=select))
            return made[0]

        return made[0].edit if self._edits.run(make) else None

    def _run(self, text: str, plan: Plan, annotations: Sequence[Annotation]) -> None:
        """Do as planned; who was selected first stays so."""
        order = self._order[:1]
        edit = self._made(text, plan, annotations)
        if edit is not None:
            if edit.lost and not edit.after:
                self._tell_lost(len(edit.lost))
            self._order = [i for i in order if i in self._edits.selection]
            self._on_selection()

    def _tell_lost(self, count: int) -> None:
        if count:
            self._edits.notice.emit(lost_text(count))

    def _toggle_no_overlap(self) -> None:
        before = self._edits.options
        after = replace(before, no_overlap=not before.no_overlap)
        if self._edits.run(lambda edits: SetOptions(edits, before, after, text=tr("No overlap"))) and after.no_overlap:
            self._edits.notice.emit(tr("From now on, new masks take their pixels from the others of the image."))

    # Lock, hide, order

    def _toggle_lock(self) -> None:
        selected = self._edits.selected
        self._set(tr("Lock"), selected, locked=not all(a.locked for a in selected))

    def _toggle_hidden(self) -> None:
        selected = self._edits.selected
        self._set(tr("Hide"), selected, hidden=not all(a.hidden for a in selected))

    def _show_all(self) -> None:
        self._set(tr("Show"), [a for a in self._edits.annotations if a.hidden], hidden=False)

    def _lock(self, annotation_id: int, locked: bool) -> None:
        self._set(tr("Lock"), [a for a in self._edits.annotations if a.id == annotation_id], locked=locked)

    def _hide(self, annotation_id: int, hidden: bool) -> None:
        self._set(tr("Hide"), [a for a in self._edits.annotations if a.id == annotation_id], hidden=hidden)

    def _set(self, text: str, annotations: Sequence[Annotation], **fields: bool) -> None:
        """Give annotations a flag; what is selected stays so."""
        pairs = [(a, replace(a, **fields)) for a in annotations]  # type: ignore[arg-type]
        self._update(text, [(before, after) for before, after in pairs if before != after])

    def _move(self, target: Callable[[int, Sequence[int]], int]) -> None:
        """Give the selected ones another place in the order of drawing; `target` is told those of others, sorted."""
        free = self._edits.free(self._edits.selected)
        others = sorted(a.z_order for a in self._edits.annotations if a.id not in self._edits.selection)
        if free and others:
            pairs = [(a, replace(a, z_order=target(a.z_order, others))) for a in free]
            self._update(tr("Change order"), [(before, after) for before, after in pairs if before != after])

    def _update(self, text: str, pairs: Sequence[tuple[Annotation, Annotation]]) -> None:
        if pairs:
            before, after = [a for a, _ in pairs], [a for _, a in pairs]
            self._edits.run(lambda edits: UpdateAnnotations(edits, text, before, after, select=False))


def _raised(z_order: int, others: Sequence[int]) -> int:
    place = bisect_left(others, z_order)
    return others[place] + 1 if place < len(others) else z_order


def _lowered(z_order: int, others: Sequence[int]) -> int:
    place = bisect_right(others, z_order)
    return others[place - 1] - 1 if place else z_order
