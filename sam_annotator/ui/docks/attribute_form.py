"""AttributeForm: flags, note and the project's attributes of the selected annotations. It says wishes; others answer.

Imports core and ui.docks only. What several annotations differ in is shown as such; a change is meant for all of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.options import AttributeKind, AttributeSpec
from sam_annotator.core.records import Annotation, AttributeValue
from sam_annotator.core.words import local_number, mark, tr
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.docks.dock import icon_button
from sam_annotator.ui.docks.texts import OwnKeysLineEdit, WrappedText
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, strong

FLAGS = {"iscrowd": mark("Crowd region"), "occluded": mark("Occluded"), "truncated": mark("Truncated")}
_SEVERAL = mark("Several values")


class ValueLine(OwnKeysLineEdit):
    """A line for a text or a number; Enter and leaving it take what was typed, Escape drops it.

    Signals:
        typed(str): another text was typed and is to be taken.
        left(): Enter or Escape was pressed.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumWidth(48)
        self._shown = ""
        self.editingFinished.connect(self._take)
        self.returnPressed.connect(self.left)
        self.escaped.connect(self._drop)

    def show_value(self, text: str, *, several: bool) -> None:
        """Show a value, or that there are several; what is being typed stays."""
        self.setPlaceholderText(tr(_SEVERAL) if several else "")
        self._shown = text
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)
            self.setCursorPosition(0)

    def _take(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.typed.emit(self.text())

    def _drop(self) -> None:
        self.setText(self._shown)
        self.left.emit()


class ValueBox(QComboBox):
    """A choice among values, or none of them; "several" is shown without being one.

    Signals:
        chosen(str): the user chose a value, or "" for none.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(tr(_SEVERAL))
        self.activated.connect(lambda row: self.chosen.emit(str(self.itemData(row))))
        NoWheel(self)

    def show_value(self, choices: Sequence[str], value: str, *, several: bool) -> None:
        """Show the choices and which of them it is; a value that is none of them is shown too."""
        rows = [("–", ""), *((choice, choice) for choice in choices)]
        if value and value not in choices:
            rows.append((value, value))
        if rows != [(self.itemText(i), self.itemData(i)) for i in range(self.count())]:
            self.clear()
            for text, data in rows:
                self.addItem(text, data)
        self.setCurrentIndex(-1 if several else self.findData(value))
        self.setToolTip(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it with the text elided, which Qt would cut."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width() - HALF_GAP
        text = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        option.currentText = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class AttributeForm(QWidget):
    """What a selection says beside mask and category, to be changed.

    Signals:
        flag_wanted(field, bool): one of FLAGS.
        note_wanted(str): another note.
        attribute_wanted(AttributeSpec, value): a value of an attribute; its `empty` takes the value away.
        define_wanted(): the project's attributes are to be changed.
        refused(str): what was typed can't be taken, in a sentence.
        left(): the user is done here.
    """

    flag_wanted = Signal(str, bool)
    note_wanted = Signal(str)
    attribute_wanted = Signal(object, object)
    define_wanted = Signal()
    refused = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attributeForm")
        self._annotations: tuple[Annotation, ...] = ()
        self._specs: tuple[AttributeSpec, ...] = ()
        self._editors: dict[str, QWidget] = {}
        self._boxes = {field: self._flag_box(field, tr(words)) for field, words in FLAGS.items()}
        self.note = ValueLine(tr("Note"), self)
        self.note.setObjectName("annotationNote")
        self.note.typed.connect(self.note_wanted)
        self.note.left.connect(self.left)
        self.define = icon_button("settings", tr("Attributes of the project…"), self)
        self.define.setObjectName("defineAttributes")
        self.define.clicked.connect(self.define_wanted)
        title = QLabel(tr("Attributes"), self)
        title.setFont(strong(body_font()))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.define)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.setSpacing(HALF_GAP)
        column.addLayout(head)
        self._table = QWidget(self)
        column.addWidget(self._table)
        for box in self._boxes.values():
            column.addWidget(box)
        column.addWidget(_caption(tr("Note"), self.note))
        column.addWidget(self.note)
        self._build(())

    def _flag_box(self, field: str, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setObjectName(f"flag_{field}")
        box.clicked.connect(lambda: self.flag_wanted.emit(field, not self._all(lambda a: bool(getattr(a, field)))))
        return box

    def _all(self, holds: Callable[[Annotation], bool]) -> bool:
        return all(map(holds, self._annotations))

    # Keys

    def focus_first(self) -> None:
        """Let the user begin with the first attribute, or the first flag where there is none."""
        first = next((e for e in (*self._editors.values(), *self._boxes.values()) if e.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        """Claim Escape before the window does, which would drop the selection."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # What is shown

    def show_annotations(
        self, annotations: Sequence[Annotation], specs: Sequence[AttributeSpec], *, read_only: bool
    ) -> None:
        """Show what annotations say.

        Args:
            annotations: that are selected.
            specs: the attributes to show, in their order.
            read_only: whether nothing can be changed.
        """
        if {a.id for a in annotations} != {a.id for a in self._annotations}:
            for line in self.findChildren(ValueLine):  # it was meant for others
                line.setModified(False)
        self._annotations = tuple(annotations)
        if tuple(specs) != self._specs:
            self._build(tuple(specs))
        for field, box in self._boxes.items():
            _check(box, [bool(getattr(a, field)) for a in self._annotations])
        notes = {a.note for a in self._annotations}
        self.note.show_value(_only(notes), several=len(notes) > 1)
        for spec in self._specs:
            self._show(spec)
        changes = not read_only and any(not a.locked for a in self._annotations)
        for widget in (*self._boxes.values(), self.note, *self._editors.values()):
            widget.setEnabled(changes)
        self.define.setEnabled(not read_only)

    def show_again(self) -> None:
        """Show what there is once more: a wish was not granted."""
        for line in self.findChildren(ValueLine):
            line.setModified(False)
        for field, box in self._boxes.items():
            _check(box, [bool(getattr(a, field)) for a in self._annotations])
        for spec in self._specs:
            self._show(spec)

    def editor(self, name: str) -> QWidget:
        """Return the editor of an attribute."""
        return self._editors[name]

    def _show(self, spec: AttributeSpec) -> None:
        values = [a.attributes.get(spec.name, spec.empty) for a in self._annotations if spec.applies_to(a.category_id)]
        editor, texts = self._editors[spec.name], {value_text(value) for value in values}
        if isinstance(editor, QCheckBox):
            _check(editor, [bool(value) for value in values])
        elif isinstance(editor, ValueBox):
            editor.show_value(spec.choices, _only(texts), several=len(texts) > 1)
        elif isinstance(editor, ValueLine):
            editor.show_value(_only(texts), several=len(texts) > 1)

    def _build(self, specs: tuple[AttributeSpec, ...]) -> None:
        """Make an editor for each attribute."""
        self._specs = specs
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self._editors = {}
        for row, spec in enumerate(specs):
            editor = self._editor_of(spec, table)
            editor.setObjectName(f"attribute_{spec.name}")
            self._editors[spec.name] = editor
            if spec.kind == AttributeKind.FLAG:
                grid.addWidget(editor, row, 0, 1, 2)
            else:
                label = WrappedText(spec.name, max_lines=2, parent=table)
                grid.addWidget(label, row, 0)
                grid.addWidget(editor, row, 1)
        column = self.layout()
        assert column is not None
        column.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table
        table.setVisible(bool(specs))
        for before, after in pairwise((self.define, *self._editors.values(), *self._boxes.values(), self.note)):
            QWidget.setTabOrder(before, after)  # else what was made last comes last

    def _editor_of(self, spec: AttributeSpec, parent: QWidget) -> QWidget:
        if spec.kind == AttributeKind.FLAG:
            box = QCheckBox(spec.name.replace("&", "&&"), parent)
            box.setAccessibleName(spec.name)
            box.setToolTip(spec.name)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.clicked.connect(lambda: self._flag_clicked(spec))
            return box
        if spec.kind == AttributeKind.CHOICE:
            choice = ValueBox(spec.name, parent)
            choice.chosen.connect(partial(self.attribute_wanted.emit, spec))
            return choice
        line = ValueLine(spec.name, parent)
        line.typed.connect(lambda text: self._typed(spec, text))
        line.left.connect(self.left)
        return line

    # What is wanted

    def _flag_clicked(self, spec: AttributeSpec) -> None:
        meant = [a for a in self._annotations if spec.applies_to(a.category_id)]
        self.attribute_wanted.emit(spec, not all(bool(a.attributes.get(spec.name)) for a in meant))

    def _typed(self, spec: AttributeSpec, text: str) -> None:
        value: AttributeValue = text.strip()
        if spec.kind == AttributeKind.NUMBER and value:
            number = number_of(text)
            if number is None or not spec.takes(number):
                self._show(spec)
                self.refused.emit(_limits_text(spec))
                return
            value = number
        self.attribute_wanted.emit(spec, value)


def specs_for(annotations: Sequence[Annotation], attributes: Sequence[AttributeSpec]) -> tuple[AttributeSpec, ...]:
    """Return the attributes to show: the project's that any of the annotations can have, then what else they have."""
    categories = {a.category_id for a in annotations}
    shown = [spec for spec in attributes if any(map(spec.applies_to, categories))]
    known = {spec.name for spec in attributes}
    others: dict[str, AttributeValue] = {}
    for annotation in annotations:
        others |= {name: value for name, value in annotation.attributes.items() if name not in known}
    return (*shown, *(AttributeSpec(name, _kind_of(value)) for name, value in sorted(others.items())))


def with_value(attributes: Mapping[str, AttributeValue], spec: AttributeSpec, value: AttributeValue) -> dict[
    str, AttributeValue
]:  # fmt: skip
    """Return attributes with another value of one of them; its `empty` takes the value away."""
    rest = {name: kept for name, kept in attributes.items() if name != spec.name}
    if value == "" or value is False:
        return rest
    return dict(attributes) | {spec.name: value}  # one that was there keeps its place


def value_text(value: AttributeValue) -> str:
    """Return a value as it is typed."""
    if isinstance(value, bool):
        return tr("Yes") if value else ""
    return value if isinstance(value, str) else local_number(f"{value:.12g}")


def number_of(text: str) -> float | None:
    """Return the number that was typed, whole where it is; None where it is none."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 1 << 53 else number


def _kind_of(value: AttributeValue) -> AttributeKind:
    if isinstance(value, bool):
        return AttributeKind.FLAG
    return AttributeKind.TEXT if isinstance(value, str) else AttributeKind.NUMBER


def _limits_text(spec: AttributeSpec) -> str:
    low, high = (None if limit is None else local_number(f"{limit:g}") for limit in (spec.minimum, spec.maximum))
    if low is not None and high is not None:
        return tr("{name} is a number from {low} to {high}; type another.", name=spec.name, low=low, high=high)
    if low is not None:
        return tr("{name} is a number of {low} or more; type another.", name=spec.name, low=low)
    if high is not None:
        return tr("{name} is a number of {high} or less; type another.", name=spec.name, high=high)
    return tr("{name} is a number; type one.", name=spec.name)


def _check(box: QCheckBox, values: Sequence[bool]) -> None:
    """Check a box where all have it; where some do, half."""
    is_mixed = any(values) and not all(values)
    box.setTristate(is_mixed)
    state = Qt.CheckState.Checked if any(values) else Qt.CheckState.Unchecked
    box.setCheckState(Qt.CheckState.PartiallyChecked if is_mixed else state)


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""


def _caption(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setProperty("muted", True)
    label.setBuddy(buddy)
    return label
