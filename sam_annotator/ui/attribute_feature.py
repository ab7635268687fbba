"""AttributeFeature: what the selected annotations say beside mask and category, and the attributes of the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from sam_annotator.core.options import AttributeSpec
from sam_annotator.core.records import Annotation, AttributeValue
from sam_annotator.core.words import tr
from sam_annotator.ui.commands import SetOptions, UpdateAnnotations
from sam_annotator.ui.docks.attribute_form import FLAGS, AttributeForm, specs_for, with_value
from sam_annotator.ui.feature import Feature, Handlers, Parts


class AttributeFeature(Feature):
    """Puts a form into the panel of details, and does what is wished there."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits = parts.edits
        self.form = AttributeForm()
        parts.panels.details_dock.add_form(self.form)
        self.form.flag_wanted.connect(self._set_flag)
        self.form.note_wanted.connect(self._set_note)
        self.form.attribute_wanted.connect(self._set_attribute)
        self.form.define_wanted.connect(self._define)
        self.form.refused.connect(self._edits.notice)
        self.form.left.connect(parts.panels.canvas.setFocus)
        for signal in (self._edits.selection_changed, self._edits.annotations_changed, self._edits.options_changed):
            signal.connect(self._show)
        self._show()

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "annotation.toggle_occluded": partial(self._toggle, "occluded"),
            "annotation.toggle_truncated": partial(self._toggle, "truncated"),
            "annotation.edit_note": self._edit_note,
            "annotation.edit_attributes": self._edit_attributes,
            "project.attributes": self._define,
        }

    @property
    def checked(self) -> frozenset[str]:
        """Which flags all of the selection has."""
        selected = self._edits.selected
        return frozenset(
            f"annotation.toggle_{field}"
            for field in ("occluded", "truncated")
            if selected and all(getattr(a, field) for a in selected)
        )

    def _show(self) -> None:
        selected = self._edits.selected
        specs = specs_for(selected, self._edits.options.attributes)
        self.form.show_annotations(selected, specs, read_only=self._edits.is_read_only)
        self.changed.emit()

    # Wishes

    def _toggle(self, field: str) -> None:
        self._set_flag(field, not all(getattr(a, field) for a in self._edits.selected))

    def _set_flag(self, field: str, flag: bool) -> None:
        self._change(tr(FLAGS[field]), lambda a: replace(a, **{field: flag}))  # type: ignore[arg-type]

    def _set_note(self, note: str) -> None:
        self._change(tr("Change note"), lambda a: replace(a, note=note.strip()))

    def _set_attribute(self, spec: AttributeSpec, value: AttributeValue) -> None:
        def change(annotation: Annotation) -> Annotation:
            if not spec.applies_to(annotation.category_id):
                return annotation
            return replace(annotation, attributes=with_value(annotation.attributes, spec, value))

        self._change(tr("Change {name}", name=spec.name), change)

    def _change(self, text: str, change: Callable[[Annotation], Annotation]) -> None:
        """Change the selected annotations as one step, but for those that are locked."""
        changes = [(a, b) for a in self._edits.free(self._edits.selected) if (b := change(a)) != a]
        before, after = [a for a, _ in changes], [b for _, b in changes]
        # The selection stays: those that have it already belong to it, too.
        if not changes or not self._edits.run(
            lambda edits: UpdateAnnotations(edits, text, before, after, select=False)
        ):
            self.form.show_again()

    def _show_dock(self) -> None:
        dock = self.parts.panels.details_dock
        dock.show()
        dock.raise_()
        dock.set_folded(False)

    def _edit_attributes(self) -> None:
        self._show_dock()
        self.form.focus_first()

    def _edit_note(self) -> None:
        self._show_dock()
        self.form.note.setFocus()
        self.form.note.selectAll()

    # The project's attributes

    def _define(self) -> None:
        from sam_annotator.ui.dialogs.attributes import AttributesDialog  # late: few need it

        dialog = AttributesDialog(self._edits.options.attributes, self._edits.categories, self.parts.dialog_parent)
        dialog.save_requested.connect(self._save)
        dialog.open()

    def _save(self, specs: tuple[AttributeSpec, ...], renamed: Mapping[str, str]) -> None:
        before = self._edits.options
        after = replace(before, attributes=specs)
        if after != before or renamed:
            text = tr("Change attributes of the project")
            self._edits.run(lambda edits: SetOptions(edits, before, after, renamed=renamed, text=text))
