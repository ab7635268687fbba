"""AttributesDialog: the attributes of a project, to be added, changed and removed. It only says what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.options import AttributeKind, AttributeSpec, check_attributes
from sam_annotator.core.records import AttributeValue, Category
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.dialogs.parts import Dialog, add_field, remark
from sam_annotator.ui.docks.attribute_form import number_of, value_text
from sam_annotator.ui.docks.texts import EmptyState
from sam_annotator.ui.theme import GAP

KINDS = {
    AttributeKind.TEXT: mark("Text"),
    AttributeKind.NUMBER: mark("Numeric"),
    AttributeKind.CHOICE: mark("Choice"),
    AttributeKind.FLAG: mark("Yes or no"),
}
_LIST_LINES = 5


@dataclass(slots=True)
class _Row:
    """An attribute as it shall be, and the name it has in the project; "" where it is new."""

    spec: AttributeSpec
    old_name: str = ""


class AttributesDialog(Dialog):
    """A list of attributes, and beside it what the chosen one is.

    Signals:
        save_requested(specs: tuple of AttributeSpec, renamed: dict): Save was pressed; new names by the old ones of
            attributes that were renamed, "" of those that were removed.
    """

    save_requested = Signal(object, object)

    def __init__(
        self, attributes: Sequence[AttributeSpec], categories: Sequence[Category], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Attributes of the project"), "attributesDialog", parent, width=640)
        self._rows = [_Row(spec, spec.name) for spec in attributes]
        self._removed: list[str] = []
        self._is_quiet = False
        self.column.addWidget(
            remark(tr("Every annotation can be occluded, truncated or a crowd region, and have a note. Add what else."))
        )
        halves = QHBoxLayout()
        halves.setSpacing(2 * GAP)
        halves.addLayout(self._list_half(), 2)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(EmptyState(tr("No attributes"), tr("Add one on the left."), parent=self._pages))
        self._pages.addWidget(self._fields_half(categories))
        halves.addWidget(self._pages, 3)
        self.column.addLayout(halves, 1)
        self.problem = remark(tone="error")
        self.column.addWidget(self.problem)
        self.add_close_button(tr("Cancel"))
        self.save = self.add_button(tr("Save"), "saveAttributes", default=True)
        self.save.clicked.connect(self._ask)
        for row in self._rows:
            self.list.addItem(row.spec.name)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0 if self._rows else -1)
        self._show(self.list.currentRow())

    # What it is made of

    def _list_half(self) -> QVBoxLayout:
        self.list = QListWidget(self)
        self.list.setObjectName("attributeList")
        self.list.setAccessibleName(tr("Attributes"))
        self.list.setProperty("framed", True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 14)
        self.add = self._button(tr("Add"), "addAttribute", self._add)
        self.remove = self._button(tr("Remove"), "removeAttribute", self._remove)
        self.up = self._button(tr("Up"), "attributeUp", lambda: self._move(-1))
        self.down = self._button(tr("Down"), "attributeDown", lambda: self._move(1))
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.list, 1)
        for pair in ((self.add, self.remove), (self.up, self.down)):
            buttons = QHBoxLayout()
            buttons.setSpacing(GAP)
            for button in pair:
                buttons.addWidget(button, 1)
            column.addLayout(buttons)
        return column

    def _button(self, words: str, object_name: str, pressed: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(object_name)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _fields_half(self, categories: Sequence[Category]) -> QWidget:
        page = QWidget(self._pages)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.name = self._line("attributeName")
        self.kind = QComboBox(page)
        self.kind.setObjectName("attributeKind")
        NoWheel(self.kind)
        for kind, words in KINDS.items():
            self.kind.addItem(tr(words), kind)
        self.kind.currentIndexChanged.connect(lambda _row: self._edited())
        self.choices = QPlainTextEdit(page)
        self.choices.setObjectName("attributeChoices")
        self.choices.setPlaceholderText(tr("One on each line"))
        self.choices.setTabChangesFocus(True)
        self.choices.setFixedHeight(self.fontMetrics().lineSpacing() * _LIST_LINES + 2 * GAP)
        self.choices.textChanged.connect(self._edited)
        self.minimum, self.maximum = self._line("attributeMinimum"), self._line("attributeMaximum")
        self.default = self._line("attributeDefault")
        self.default_choice = QComboBox(page)
        self.default_choice.setObjectName("attributeDefaultChoice")
        NoWheel(self.default_choice)
        self.default_choice.activated.connect(lambda _row: self._edited())
        self.categories = QListWidget(page)
        self.categories.setObjectName("attributeCategories")
        self.categories.setProperty("framed", True)
        self.categories.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names are elided
        for category in categories:
            item = QListWidgetItem(category.name, self.categories)
            item.setData(Qt.ItemDataRole.UserRole, category.id)
            item.setToolTip(category.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.categories.ensurePolished()  # the rows are higher with the style's padding
        self.categories.setFixedHeight(max(self.categories.sizeHintForRow(0), 2 * GAP) * _LIST_LINES + GAP)
        self.categories.itemChanged.connect(lambda _item: self._edited())
        add_field(column, tr("&Name"), self.name)
        add_field(column, tr("&Kind"), self.kind)
        self._choices_label = add_field(column, tr("C&hoices"), self.choices)
        limits = QHBoxLayout()
        limits.setSpacing(GAP)
        self._limit_labels = (
            add_field(limits, tr("Sma&llest"), self.minimum),
            add_field(limits, tr("Lar&gest"), self.maximum),
        )
        column.addLayout(limits)
        self._default_label = add_field(column, tr("&Default of new annotations"), self.default)
        self._default_choice_label = add_field(column, tr("De&fault of new annotations"), self.default_choice)
        add_field(column, tr("Onl&y for these categories"), self.categories)
        column.addWidget(remark(tr("None means all.")))
        column.addStretch(1)
        return page

    def _line(self, object_name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(object_name)
        line.textEdited.connect(lambda _text: self._edited())
        return line

    # The list

    def _add(self) -> None:
        taken = {row.spec.name for row in self._rows}
        number = next(n for n in range(1, len(taken) + 2) if tr("attribute {n}", n=n) not in taken)
        self._rows.append(_Row(AttributeSpec(tr("attribute {n}", n=number))))
        self.list.addItem(self._rows[-1].spec.name)
        self.list.setCurrentRow(len(self._rows) - 1)
        self.name.setFocus()
        self.name.selectAll()

    def _remove(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            row = self._rows.pop(at)
            if row.old_name:
                self._removed.append(row.old_name)
            self.list.takeItem(at)
            self._show(self.list.currentRow())

    def _move(self, by: int) -> None:
        at, to = self.list.currentRow(), self.list.currentRow() + by
        if at >= 0 and 0 <= to < len(self._rows):
            self._rows.insert(to, self._rows.pop(at))
            item = self.list.takeItem(at)
            self.list.insertItem(to, item)
            self.list.setCurrentRow(to)

    # The chosen one

    def _show(self, at: int) -> None:
        is_one = 0 <= at < len(self._rows)
        self._pages.setCurrentIndex(1 if is_one else 0)
        self.remove.setEnabled(is_one)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(is_one and at + 1 < len(self._rows))
        if is_one:
            spec = self._rows[at].spec
            self._is_quiet = True
            self.name.setText(spec.name)
            self.kind.setCurrentIndex(self.kind.findData(spec.kind))
            self.choices.setPlainText("\n".join(spec.choices))
            self.minimum.setText("" if spec.minimum is None else value_text(spec.minimum))
            self.maximum.setText("" if spec.maximum is None else value_text(spec.maximum))
            self.default.setText("" if isinstance(spec.default, bool) else value_text(spec.default))
            self._offer_defaults(spec)
            for i in range(self.categories.count()):
                item = self.categories.item(i)
                is_on = item.data(Qt.ItemDataRole.UserRole) in spec.category_ids
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            self._is_quiet = False
        self._arrange()

    def _offer_defaults(self, spec: AttributeSpec) -> None:
        """List what can be the default of a choice, or of yes or no."""
        rows: list[tuple[str, AttributeValue]] = [(tr("Nothing"), "")]
        if spec.kind == AttributeKind.FLAG:
            rows = [(tr("No"), ""), (tr("Yes"), True)]
        elif spec.kind == AttributeKind.CHOICE:
            rows += [(choice, choice) for choice in spec.choices]
        self.default_choice.clear()
        for text, value in rows:
            self.default_choice.addItem(text, value)
        at = next((i for i, (_text, value) in enumerate(rows) if value == spec.default), 0)
        self.default_choice.setCurrentIndex(at)

    def _arrange(self) -> None:
        """Show the fields that the kind has, and what can't be saved."""
        kind = self.kind.currentData()
        for label, field, is_shown in (
            (self._choices_label, self.choices, kind == AttributeKind.CHOICE),
            (self._limit_labels[0], self.minimum, kind == AttributeKind.NUMBER),
            (self._limit_labels[1], self.maximum, kind == AttributeKind.NUMBER),
            (self._default_label, self.default, kind in (AttributeKind.TEXT, AttributeKind.NUMBER)),
            (self._default_choice_label, self.default_choice, kind in (AttributeKind.CHOICE, AttributeKind.FLAG)),
        ):
            label.setVisible(is_shown)
            field.setVisible(is_shown)
        try:
            self._check_numbers()
            check_attributes(self._specs)
            problem = ""
        except ProjectError as e:
            problem = str(e)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.save.setEnabled(not problem)
        self.fit()

    def _check_numbers(self) -> None:
        """Raise ProjectError where a number that is typed is none."""
        if self.list.currentRow() < 0 or self.kind.currentData() != AttributeKind.NUMBER:
            return
        for line in (self.minimum, self.maximum, self.default):
            if line.text().strip() and number_of(line.text()) is None:
                raise ProjectError(tr('"{text}" is no number; type another.', text=line.text()))

    def _edited(self) -> None:
        """Take the fields."""
        at = self.list.currentRow()
        if self._is_quiet or at < 0:
            return
        before = self._rows[at].spec
        kind: AttributeKind = self.kind.currentData()
        choices = tuple(dict.fromkeys(line.strip() for line in self.choices.toPlainText().splitlines() if line.strip()))
        wanted = {
            item.data(Qt.ItemDataRole.UserRole)
            for i in range(self.categories.count())
            if (item := self.categories.item(i)).checkState() == Qt.CheckState.Checked
        }
        is_number = kind == AttributeKind.NUMBER
        spec = AttributeSpec(
            name=self.name.text().strip(),
            kind=kind,
            choices=choices if kind == AttributeKind.CHOICE else (),
            category_ids=tuple(sorted(wanted)),
            minimum=number_of(self.minimum.text()) if is_number else None,
            maximum=number_of(self.maximum.text()) if is_number else None,
        )
        if kind != before.kind or choices != before.choices:
            kept = before.default if before.default != "" and spec.takes(before.default) else ""
            self._offer_defaults(replace(spec, default=kept))
        self._rows[at].spec = replace(spec, default=self._default_of(kind))
        self.list.item(at).setText(spec.name)
        self._arrange()

    def _default_of(self, kind: AttributeKind) -> AttributeValue:
        if kind in (AttributeKind.CHOICE, AttributeKind.FLAG):
            chosen: AttributeValue = self.default_choice.currentData()
            return chosen
        text = self.default.text().strip()
        number = number_of(text) if kind == AttributeKind.NUMBER else None
        return text if number is None or kind == AttributeKind.TEXT else number

    @property
    def _specs(self) -> tuple[AttributeSpec, ...]:
        return tuple(row.spec for row in self._rows)

    def _ask(self) -> None:
        renamed = {row.old_name: row.spec.name for row in self._rows if row.old_name not in ("", row.spec.name)}
        renamed |= {name: "" for name in self._removed if name not in renamed}
        self.save_requested.emit(self._specs, renamed)
        self.accept()
