"""SettingRow: one field of Settings as its label, its editor, its help and a button that takes the default again.

What edits a field follows from its type and its metadata; no field is known by name.
"""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from sam_annotator.core.words import tr
from sam_annotator.engine.registry import ENGINES
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.docks.dock import icon_button
from sam_annotator.ui.docks.number_box import CountBox, NumberBox
from sam_annotator.ui.theme import GAP, HALF_GAP, current_theme, small_font

_DECIMALS = 2


class RowLabel(QLabel):
    """Words that can be marked where they match a search; a click on them is one on the editor."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.mark(())

    def mark(self, wanted: Sequence[str]) -> None:
        """Put a ground behind the parts that match."""
        self.setText(marked(self._words, wanted))

    @property
    def words(self) -> str:
        """What it says, unmarked."""
        return self._words

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Click the editor, or give it the focus."""
        editor = self.buddy()
        if isinstance(editor, QCheckBox):
            editor.click()
        elif editor is not None:
            editor.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()


class SettingRow(QWidget):
    """One setting.

    Signals:
        changed(str, object): the field's name and its value; only what the user did.
    """

    changed = Signal(str, object)

    def __init__(self, spec: dataclasses.Field[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._default = spec.name, spec.default
        label, help_text = str(spec.metadata.get("label", spec.name)), str(spec.metadata.get("help", ""))
        self._value: Any = spec.default
        self._is_quiet = False
        self.label = RowLabel(tr(label), self)
        self.help = RowLabel(tr(help_text) if help_text else "", self)
        self.help.setFont(small_font())
        self.help.setProperty("muted", True)
        self.help.setVisible(bool(help_text))
        self.editor, self._show = self._make_editor(spec)
        self.editor.setObjectName(f"setting-{self.name}")
        self.editor.setAccessibleName(self.label.words)
        self.editor.setAccessibleDescription(self.help.words)
        self.setAccessibleName(self.label.words)
        for words in (self.label, self.help):
            words.setBuddy(self.editor)
        self.reset_button = icon_button("reset", tr("Take the default of {setting}", setting=self.label.words), self)
        self.reset_button.setObjectName(f"reset-{self.name}")
        self.reset_button.clicked.connect(self.reset)
        policy = self.reset_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # rows must not move when they change
        self.reset_button.setSizePolicy(policy)
        self._lay_out()
        self.set_value(spec.default)

    def _lay_out(self) -> None:
        """Put a check box before its words, any other editor under them."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        column = 1 if isinstance(self.editor, QCheckBox) else 0
        grid.addWidget(self.label, 0, column, 1, 2 - column)
        grid.addWidget(self.reset_button, 0 if column else 1, 2, Qt.AlignmentFlag.AlignVCenter)  # beside the editor
        if column:
            grid.addWidget(self.editor, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            line = QHBoxLayout()
            line.addWidget(self.editor)
            line.addStretch(1)
            grid.addLayout(line, 1, 0, 1, 2)
        grid.addWidget(self.help, 1 if column else 2, column, 1, 2 - column)
        grid.setColumnStretch(1, 1)

    # Its value

    @property
    def value(self) -> Any:
        """The value as it is now."""
        return self._value

    @property
    def is_default(self) -> bool:
        """Whether the value is the default."""
        return bool(self._value == self._default)

    def set_value(self, value: Any) -> None:
        """Show a value; `changed` is not sent."""
        self._is_quiet = True
        try:
            self._show(value)
        finally:
            self._is_quiet = False
        self._value = value
        self.reset_button.setVisible(not self.is_default)

    def reset(self) -> None:
        """Take the default again."""
        if not self.is_default:
            had_focus = self.reset_button.hasFocus()
            self.set_value(self._default)
            if had_focus:  # it is hidden now
                self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit(self.name, self._value)

    def _take(self, value: Any) -> None:
        if self._is_quiet or value == self._value:
            return
        self._value = value
        self.reset_button.setVisible(not self.is_default)
        self.changed.emit(self.name, value)

    # Searching

    def match(self, wanted: Sequence[str]) -> bool:
        """Mark the words that were searched for; returns whether all of them are in its label, help or choices."""
        texts = [self.label.words, self.help.words]
        if isinstance(self.editor, QComboBox):
            texts += [self.editor.itemText(i) for i in range(self.editor.count())]
        text = "\n".join(texts).casefold()
        self.label.mark(wanted)
        self.help.mark(wanted)
        return all(word in text for word in wanted)

    # Editors

    def _make_editor(self, spec: dataclasses.Field[Any]) -> tuple[QWidget, Callable[[Any], None]]:
        """Return what edits a field, and what shows a value in it."""
        default, about = spec.default, spec.metadata
        if isinstance(default, bool):
            check = QCheckBox(self)
            check.toggled.connect(self._take)
            return check, check.setChecked
        if isinstance(default, float):
            number = NumberBox(self)
            number.setDecimals(_DECIMALS)
            number.setRange(about["minimum"], about["maximum"])
            number.setSingleStep(about["step"])
            number.valueChanged.connect(lambda value: self._take(round(value, _DECIMALS)))
            return _of_width(number), number.setValue
        if isinstance(default, int):
            whole = CountBox(self)
            whole.setRange(int(about["minimum"]), int(about["maximum"]))
            whole.setSingleStep(int(about["step"]))
            whole.valueChanged.connect(self._take)
            return _of_width(whole), whole.setValue
        choices = _choices(spec)
        if choices:
            box = QComboBox(self)
            for value, words in choices:
                box.addItem(words, value)
            box.currentIndexChanged.connect(lambda index: self._take(box.itemData(index)))
            return _of_width(box), lambda value: box.setCurrentIndex(max(0, box.findData(value)))
        line = QLineEdit(self)
        line.editingFinished.connect(lambda: self._take(line.text()))
        return _of_width(line), line.setText


def marked(words: str, wanted: Sequence[str]) -> str:
    """Return words as rich text, with a ground behind each part that is searched for."""
    parts = [re.escape(part) for part in wanted if part]
    if not parts:
        return html.escape(words)
    theme = current_theme()
    style = f"background-color: {theme.selection}; color: {theme.text}"
    found = re.split(f"({'|'.join(sorted(parts, key=len, reverse=True))})", words, flags=re.IGNORECASE)
    return "".join(
        f'<span style="{style}">{html.escape(part)}</span>' if i % 2 else html.escape(part)
        for i, part in enumerate(found)
    )


def _choices(spec: dataclasses.Field[Any]) -> list[tuple[str, str]]:
    if spec.metadata.get("choices_of") == "engines":
        return [(row.id, tr(row.title)) for row in ENGINES]
    words = spec.metadata.get("words", {})
    return [(value, tr(words.get(value, value))) for value in spec.metadata.get("choices", ())]


def _of_width(editor: QWidget) -> QWidget:
    editor.setMinimumWidth(200)
    editor.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    if isinstance(editor, QAbstractSpinBox):
        editor.setKeyboardTracking(False)
        editor.lineEdit().setTextMargins(GAP - 2, 0, 0, 0)  # a style sheet can't reach the text of a spin box
    # A wheel that scrolls the dialog must not change a value it passes over.
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    NoWheel(editor)
    return editor
