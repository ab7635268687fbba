"""MergeDialog: what a merge would add, and a choice for each object that both have. Changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView, QWidget

from sam_annotator.core.comparison import figure
from sam_annotator.core.merging import Choice, Conflict, MergePlan
from sam_annotator.core.records import Category
from sam_annotator.core.words import mark, series, tr
from sam_annotator.ui.dialogs.parts import Dialog, heading, remark
from sam_annotator.ui.models.figures import count_text
from sam_annotator.ui.theme import GAP, body_font, tabular

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADS = (mark("Image"), mark("Ours"), mark("Theirs"), mark("IoU"), mark("What stays"))
_WORDS = {Choice.OURS: mark("Ours"), Choice.THEIRS: mark("Theirs"), Choice.BOTH: mark("Both")}
_ALL = {
    Choice.OURS: mark("Keep ours"),
    Choice.THEIRS: mark("Take theirs"),
    Choice.BOTH: mark("Keep both"),
}
_CHOICE_COLUMN = 4
_MOST_NOTES = 2


class ConflictModel(QAbstractTableModel):
    """A row for each object that both have, with what stays of it."""

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        images: Mapping[int, str],
        categories: Mapping[int, Category],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conflicts, self._images, self._categories = conflicts, images, categories
        self.choices = [Choice.OURS] * len(conflicts)
        self._figures = tabular(body_font())

    def choose(self, rows: Sequence[int], choice: Choice) -> None:
        """Say what stays in some rows; what is locked stays ours in any case."""
        for row in rows:
            is_locked = self._conflicts[row].ours.locked and choice is Choice.THEIRS
            self.choices[row] = Choice.OURS if is_locked else choice
        if rows:
            self.dataChanged.emit(self.index(min(rows), _CHOICE_COLUMN), self.index(max(rows), _CHOICE_COLUMN))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of objects."""
        return 0 if parent.isValid() else len(self._conflicts)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 3:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and column == 3:
            return self._figures
        return None

    def _text(self, row: int, column: int) -> str:
        conflict = self._conflicts[row]
        if column == 0:
            return self._images.get(conflict.ours.image_id, "")
        if column in (1, 2):
            side = conflict.ours if column == 1 else conflict.theirs
            category = self._categories.get(side.category_id)
            return tr("Category {id}", id=side.category_id) if category is None else category.name
        if column == 3:
            return figure(conflict.iou)
        words = tr(_WORDS[self.choices[row]])
        return tr("{choice} (locked)", choice=words) if conflict.ours.locked else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADS[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == 3 else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class ConflictView(QTableView):
    """The table; O, T and B choose for the rows that are selected, the space bar and a double click the next choice."""

    chosen = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Claim the letters before anything else does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _choice_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose."""
        choice = _choice_of(event)
        if choice is not None:
            self.chosen.emit(choice)
        elif event.key() == Qt.Key.Key_Space:
            self.doubleClicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class MergeDialog(Dialog):
    """The plan of a merge.

    Signals:
        merge_requested(list of Choice): the user pressed Merge; one choice for each conflict of the plan.
    """

    merge_requested = Signal(object)

    def __init__(
        self,
        plan: MergePlan,
        images: Mapping[int, str],
        categories: Mapping[int, Category],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Merge {name}", name=plan.name), "mergeDialog", parent, width=760)
        self._plan = plan
        self.column.addWidget(heading(_summary(plan)))
        lines = [
            count_text(plan.identical, mark("{n} annotation is in both and stays as it is."),
                       mark("{n} annotations are in both and stay as they are.")),
        ]  # fmt: skip
        if plan.categories:
            names = series(category.name for category in plan.categories)
            lines.append(tr("New categories: {names}.", names=names))
        lines += plan.left_out[:_MOST_NOTES]
        self.column.addWidget(remark("\n".join(lines)))
        self.model = ConflictModel(plan.conflicts, images, categories, self)
        if plan.conflicts:
            self._add_conflicts()
        self.add_close_button(tr("Cancel"))
        merge = self.add_button(tr("Merge"), "mergeButton", default=True)
        merge.setEnabled(bool(plan.added or plan.conflicts))
        merge.clicked.connect(self._ask)

    def _add_conflicts(self) -> None:
        n = len(self._plan.conflicts)
        self.column.addWidget(
            heading(
                count_text(
                    n,
                    mark("{n} object is in both, with another mask or category. What stays?"),
                    mark("{n} objects are in both, with another mask or category. What stays?"),
                )
            )
        )
        self.view = ConflictView(self)
        self.view.setObjectName("mergeConflicts")
        self.view.setAccessibleName(tr("Objects that both have"))
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTabKeyNavigation(False)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setMinimumHeight(220)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.view.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((3, 72), (_CHOICE_COLUMN, 140)):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.view.setColumnWidth(column, width)
        self.view.chosen.connect(self._choose)
        self.view.doubleClicked.connect(self._next_choice)
        self.view.selectRow(0)
        self.column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for choice, words in _ALL.items():
            button = QPushButton(tr(words), self)
            button.setObjectName(f"merge.{choice}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, wanted=choice: self._choose(wanted))
            row.addWidget(button)
        row.addStretch(1)
        every = QPushButton(tr("Select all"), self)
        every.setObjectName("mergeSelectAll")
        every.setAutoDefault(False)
        every.clicked.connect(self.view.selectAll)
        row.addWidget(every)
        self.column.addLayout(row)
        self.column.addWidget(
            remark(tr("For the rows selected; O, T and B do so by key. What is locked stays ours unless both stay."))
        )

    def _choose(self, choice: Choice) -> None:
        self.model.choose(self._rows(), choice)

    def _rows(self) -> list[int]:
        ranges = self.view.selectionModel().selection()
        return sorted({row for part in ranges.toList() for row in range(part.top(), part.bottom() + 1)})

    def _next_choice(self, index: QModelIndex) -> None:
        if index.isValid():
            is_locked = self._plan.conflicts[index.row()].ours.locked
            choices = tuple(choice for choice in Choice if not is_locked or choice is not Choice.THEIRS)
            now = choices.index(self.model.choices[index.row()])
            self.model.choose([index.row()], choices[(now + 1) % len(choices)])

    def _ask(self) -> None:
        self.merge_requested.emit(list(self.model.choices))
        self.accept()


def _summary(plan: MergePlan) -> str:
    if not plan.added:
        return tr("There is nothing to add.")
    images = len({a.image_id for a in plan.added})
    return tr(
        "{annotations} on {images} will be added.",
        annotations=count_text(len(plan.added), mark("{n} annotation"), mark("{n} annotations")),
        images=count_text(images, mark("{n} image"), mark("{n} images")),
    )


def _choice_of(event: QKeyEvent) -> Choice | None:
    if event.modifiers() != Qt.KeyboardModifier.NoModifier:
        return None
    keys = {Qt.Key.Key_O: Choice.OURS, Qt.Key.Key_T: Choice.THEIRS, Qt.Key.Key_B: Choice.BOTH}
    return keys.get(Qt.Key(event.key()))
