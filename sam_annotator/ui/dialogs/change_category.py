"""ChangeCategoryDialog: from which category to which, and where. SupercategoryDialog: what a category is a kind of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QCompleter, QLineEdit, QRadioButton, QWidget

from sam_annotator.core.records import Category
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.dialogs.parts import Dialog, add_field, remark
from sam_annotator.ui.docks.drawing import swatch_icon
from sam_annotator.ui.models.figures import count_text
from sam_annotator.ui.theme import current_theme

SELECTION, IMAGE, PROJECT = "selection", "image", "project"
_SCOPES = {
    SELECTION: mark("The selected annotations"),
    IMAGE: mark("All annotations of this image"),
    PROJECT: mark("All annotations of the project"),
}


class ChangeCategoryDialog(Dialog):
    """Give annotations of one category to another.

    Signals:
        change_requested(scope, source_id, target_id): Change was pressed.
    """

    change_requested = Signal(str, int, int)

    def __init__(
        self,
        categories: Sequence[Category],
        counts: Mapping[str, Mapping[int, int]],
        source_id: int,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            categories: of the project, two at least.
            counts: how many annotations there are of each category, by scope; a scope that is empty is not offered.
            source_id: the category that is changed unless another is chosen.
            parent: of the dialog.
        """
        super().__init__(tr("Change category"), "changeCategoryDialog", parent, width=440)
        self._counts = counts
        self.source = self._box(categories, "changeFrom")
        self.target = self._box(categories, "changeTo")
        self.source.setCurrentIndex(max(0, self.source.findData(source_id)))
        self.target.setCurrentIndex(1 if self.source.currentIndex() == 0 else 0)
        add_field(self.column, tr("&From"), self.source)
        add_field(self.column, tr("&To"), self.target)
        self._scopes = QButtonGroup(self)
        self.buttons_of: dict[str, QRadioButton] = {}
        for scope, words in _SCOPES.items():
            button = QRadioButton(tr(words), self)
            button.setObjectName(f"change_{scope}")
            button.setEnabled(bool(counts.get(scope)))
            button.toggled.connect(lambda _on: self._count())
            self._scopes.addButton(button)
            self.column.addWidget(button)
            self.buttons_of[scope] = button
        self._remark = remark()
        self.column.addWidget(self._remark)
        self.column.addWidget(remark(tr("Locked annotations stay as they are.")))
        self.column.addStretch(1)
        self.add_close_button(tr("Cancel"))
        self.change = self.add_button(tr("Change"), "changeButton", default=True)
        self.change.clicked.connect(self._ask)
        for box in (self.source, self.target):
            box.currentIndexChanged.connect(lambda _row: self._count())
        first = next((scope for scope in _SCOPES if counts.get(scope, {}).get(source_id)), PROJECT)
        self.buttons_of[first].setChecked(True)
        self._count()

    def _box(self, categories: Sequence[Category], object_name: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(object_name)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for category in categories:
            box.addItem(swatch_icon(category.color, current_theme()), category.name, category.id)
        NoWheel(box)
        return box

    @property
    def scope(self) -> str:
        """Where annotations are changed."""
        return next((scope for scope, button in self.buttons_of.items() if button.isChecked()), PROJECT)

    def _count(self) -> None:
        count = self._counts.get(self.scope, {}).get(self.source.currentData(), 0)
        self._remark.setText(count_text(count, mark("{n} annotation"), mark("{n} annotations")))
        self.change.setEnabled(count > 0 and self.source.currentData() != self.target.currentData())

    def _ask(self) -> None:
        self.change_requested.emit(self.scope, self.source.currentData(), self.target.currentData())
        self.accept()


class SupercategoryDialog(Dialog):
    """What a category is a kind of, such as "vehicle"; those of the others are offered while it is typed.

    Signals:
        kept(str): Keep was pressed.
    """

    kept = Signal(str)

    def __init__(self, category: Category, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Supercategory of {name}", name=category.name), "supercategoryDialog", parent, width=400)
        self.line = QLineEdit(category.supercategory, self)
        self.line.setObjectName("supercategory")
        self.line.setMaxLength(200)
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        add_field(self.column, tr("&Supercategory"), self.line)
        self.column.addWidget(remark(tr("It is written with the category to COCO files.")))
        self.column.addStretch(1)
        self.add_close_button(tr("Cancel"))
        keep = self.add_button(tr("Keep"), "keepSupercategory", default=True)
        keep.clicked.connect(self._keep)
        self.line.selectAll()
        self.line.setFocus()

    def _keep(self) -> None:
        self.kept.emit(" ".join(self.line.text().split()))
        self.accept()
