"""CategoryFeature: searching categories, their supercategories, changing them in bulk, and lists of them as files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from sam_annotator.core.category_keys import with_digit
from sam_annotator.core.errors import FormatError, SamAnnotatorError
from sam_annotator.core.records import Category
from sam_annotator.core.words import tr
from sam_annotator.formats.category_list import ListedCategory, read_category_list, write_category_list
from sam_annotator.store.category_edits import free_color
from sam_annotator.ui.commands import AddCategory, ChangeCategory, Edits, SetOptions, StoreCommand, UpdateCategory
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.models.figures import grouped

_SUFFIX = re.compile(r"\*(\.\w+)")


class CategoryFeature(Feature):
    """Works on the list of categories as a whole."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits, self._dock = parts.edits, parts.panels.category_dock
        self._dock.supercategory_requested.connect(self._ask_supercategory)
        self._dock.change_requested.connect(self._ask_change)
        self._dock.digit_requested.connect(self._set_digit)
        self._dock.left.connect(parts.panels.canvas.setFocus)
        ids = ("category.search", "category.change_all", "category.digit", "", "category.import", "category.export")
        self._dock.set_more_actions([parts.actions[action_id] if action_id else None for action_id in ids])
        self._edits.categories_changed.connect(self.changed)

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "category.search": self._dock.start_search,
            "category.change_all": lambda: self._ask_change(self._edits.current_category_id),
            "category.digit": self._dock.offer_digits,
            "category.supercategory": lambda: self._ask_supercategory(self._edits.current_category_id),
            "category.import": self._ask_import,
            "category.export": self._ask_export,
        }

    @property
    def facts(self) -> frozenset[str]:
        """Whether there is more than one category."""
        return frozenset(("two_categories",)) if len(self._edits.categories) > 1 else frozenset()

    # Supercategory

    def _ask_supercategory(self, category_id: int) -> None:
        from sam_annotator.ui.dialogs.change_category import SupercategoryDialog

        category = self._edits.category(category_id)
        if category is None:
            return
        known = sorted({c.supercategory for c in self._edits.categories if c.supercategory}, key=str.casefold)
        dialog = SupercategoryDialog(category, known, self.parts.dialog_parent)
        dialog.kept.connect(lambda text: self._set_supercategory(category_id, text))
        dialog.open()

    def _set_supercategory(self, category_id: int, supercategory: str) -> None:
        before = self._edits.category(category_id)
        if before is not None and before.supercategory != supercategory:
            after = replace(before, supercategory=supercategory)
            self._edits.run(lambda edits: UpdateCategory(edits, tr("Change supercategory"), before, after))

    # Digit

    def _set_digit(self, category_id: int, digit: str) -> None:
        before = self._edits.options
        digits = with_digit([c.id for c in self._edits.categories], before.digits, category_id, digit)
        if self._edits.category_digits.get(category_id) != digit:
            after = replace(before, digits=digits)
            self._edits.run(lambda edits: SetOptions(edits, before, after, text=tr("Change key")))

    # Changing many

    def _ask_change(self, source_id: int) -> None:
        from sam_annotator.ui.dialogs.change_category import IMAGE, PROJECT, SELECTION, ChangeCategoryDialog

        edits = self._edits
        if edits.category_counts is None:
            edits.read_counts()
        only = {a.category_id for a in edits.selected}
        counts = {
            SELECTION: Counter(a.category_id for a in edits.selected),
            IMAGE: Counter(a.category_id for a in edits.annotations),
            PROJECT: +Counter(edits.category_counts or {}),
        }
        first = only.pop() if len(only) == 1 else source_id
        dialog = ChangeCategoryDialog(edits.categories, counts, first, self.parts.dialog_parent)
        dialog.change_requested.connect(self._change)
        dialog.open()

    def _change(self, scope: str, source_id: int, target_id: int) -> None:
        from sam_annotator.ui.dialogs.change_category import PROJECT, SELECTION

        edits = self._edits
        source, target = edits.category(source_id), edits.category(target_id)
        if source is None or target is None:
            return
        if scope != PROJECT:
            where = edits.selected if scope == SELECTION else edits.annotations
            edits.set_category([a.id for a in where if a.category_id == source_id], target_id)
            return
        made: list[ChangeCategory] = []

        def make(on: Edits) -> StoreCommand:
            made.append(ChangeCategory(on, source, target))
            return made[0]

        if edits.run(make):
            left = 0 if edits.category_counts is None else edits.category_counts[source_id]
            self._tell_changed(len(made[0].changed_ids), left, target)

    def _tell_changed(self, changed: int, left: int, target: Category) -> None:
        name = target.name
        if changed == 1:
            text = tr("1 annotation is {name} now.", name=name)
        else:
            text = tr("{n} annotations are {name} now.", n=grouped(changed), name=name)
        if left:
            text = tr("{text} {n} stayed, because they are locked.", text=text, n=grouped(left))
        self.parts.notices.show(text, "info")

    # Files

    def _ask_import(self) -> None:
        dialog = QFileDialog(self.parts.dialog_parent, tr("Import categories"))
        dialog.setObjectName("importCategoriesDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Lists of categories (*.json *.txt *.csv);;All files (*)"))
        self._open(dialog, self.import_from)

    def _ask_export(self) -> None:
        store = self.parts.project.store
        if store is None:
            return
        patterns = tr("JSON, with colours (*.json);;Text (*.txt);;CSV (*.csv)")
        dialog = QFileDialog(self.parts.dialog_parent, tr("Export categories"), str(store.project_dir), patterns)
        dialog.setObjectName("exportCategoriesDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix("".join(_SUFFIX.findall(text)[:1])))
        dialog.selectFile("categories.json")
        self._open(dialog, self.export_to)

    def _open(self, dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def export_to(self, path: str) -> None:
        """Write the project's categories to a file."""
        try:
            write_category_list(self._edits.categories, Path(path))
        except FormatError as e:
            self.parts.notices.show(str(e), "error")
            return
        self.parts.notices.show(tr("Wrote the categories to {name}.", name=Path(path).name), "info")

    def import_from(self, path: str) -> None:
        """Add the categories of a file; those that are there take its colours and supercategories."""
        try:
            listed = read_category_list(Path(path))
        except SamAnnotatorError as e:
            self.parts.notices.show(str(e), "error")
            return
        new, updates = sorted_out(listed, self._edits.categories)
        if not new and not updates:
            self.parts.notices.show(tr("All these categories are there already."), "info")
            return

        def make(edits: Edits) -> Sequence[StoreCommand]:
            text = tr("Import categories")
            return [
                *(UpdateCategory(edits, text, before, after) for before, after in updates),
                *(AddCategory(edits, c.name, c.color, c.supercategory) for c in new),
            ]

        if self._edits.run_all(tr("Import categories"), make):
            counts = {"added": len(new), "changed": len(updates), "there": len(listed) - len(new) - len(updates)}
            text = tr("{added} categories added, {changed} changed, {there} there already.", **counts)
            self.parts.notices.show(text, "info")


def sorted_out(
    listed: Sequence[ListedCategory], there: Sequence[Category]
) -> tuple[list[Category], list[tuple[Category, Category]]]:
    """Return which categories of a list are new, with a colour each, and which change: before and after."""
    known = {category.name: category for category in there}
    colors = [category.color for category in there]
    new: list[Category] = []
    updates: list[tuple[Category, Category]] = []
    for name, color, supercategory in listed:
        before = known.get(name)
        if before is None:
            new.append(Category(0, name, color or free_color(colors), supercategory or ""))
            colors.append(new[-1].color)
            continue
        after = replace(
            before,
            color=color or before.color,
            supercategory=before.supercategory if supercategory is None else supercategory,
        )
        if after != before:
            updates.append((before, after))
    return new, updates
