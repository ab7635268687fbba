"""SettingsDialog: made from the fields of Settings, so that a new setting needs nothing here. Changes count at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.settings import Settings
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.registry import ENGINES
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.dialogs.parts import Dialog, remark
from sam_annotator.ui.theme import GAP, HALF_GAP

_WORDS = {
    "auto": mark("Automatic"),
    "cpu": mark("CPU"),
    "cuda": mark("CUDA (NVIDIA GPU)"),
    "mps": mark("MPS (Apple GPU)"),
    "system": mark("As the system says"),
    "light": mark("Light"),
    "dark": mark("Dark"),
    "en": "English",  # languages are called as those who speak them call them
    "de": "Deutsch",
    "zh_CN": "简体中文",
}
_LARGEST = 1_000_000


class SettingsDialog(Dialog):
    """Every setting that is not hidden, with a search.

    Signals:
        changed(Settings): the user changed one; all as they are now.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Settings"), "settingsDialog", parent, width=520)
        self.resize(520, 640)
        self._settings = settings
        self._setters: dict[str, Callable[[Any], None]] = {}
        self._blocks: list[tuple[str, QWidget]] = []
        self._is_quiet = False
        self._search = QLineEdit(self)
        self._search.setObjectName("settingsSearch")
        self._search.setPlaceholderText(tr("Search"))
        self._search.setAccessibleName(tr("Search settings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self.column.addWidget(self._search)
        page = QWidget()
        page.setProperty("plain", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(2 * GAP)
        for spec in dataclasses.fields(Settings):
            if not spec.metadata.get("hidden"):
                column.addWidget(self._block(spec, page))
        self._none = QLabel(tr("No setting is called so."), page)
        self._none.setProperty("muted", True)
        self._none.hide()
        column.addWidget(self._none)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self.column.addWidget(area, 1)
        restore = self.add_button(tr("Restore defaults"), "settingsRestore")
        restore.clicked.connect(self.restore_defaults)
        self.buttons.removeWidget(restore)
        self.buttons.insertWidget(0, restore)
        self.add_close_button(default=True)
        self.set_settings(settings)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def set_settings(self, settings: Settings) -> None:
        """Show other settings; `changed` is not sent."""
        self._settings = settings
        self._is_quiet = True
        try:
            for name, setter in self._setters.items():
                setter(getattr(settings, name))
        finally:
            self._is_quiet = False

    def restore_defaults(self) -> None:
        """Take the defaults for all that is shown here."""
        defaults = Settings()
        values = {name: getattr(defaults, name) for name in self._setters}
        self.set_settings(dataclasses.replace(self._settings, **values))
        self.changed.emit(self._settings)

    def visible_settings(self) -> list[str]:
        """Return the labels of the settings that match the search."""
        return [block.accessibleName() for _text, block in self._blocks if not block.isHidden()]

    def _block(self, spec: dataclasses.Field[Any], parent: QWidget) -> QWidget:
        label, help_text = tr(spec.metadata.get("label", spec.name)), tr(spec.metadata.get("help", ""))
        block = QWidget(parent)
        block.setAccessibleName(label)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_GAP)
        editor = self._editor(spec, block)
        editor.setObjectName(f"setting-{spec.name}")
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(help_text)
        if not isinstance(editor, QCheckBox):
            words = QLabel(label, block)
            words.setBuddy(editor)
            column.addWidget(words)
        column.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft)
        if help_text:
            column.addWidget(remark(help_text))
        self._blocks.append((f"{label} {help_text}".casefold(), block))
        return block

    def _editor(self, spec: dataclasses.Field[Any], parent: QWidget) -> QWidget:
        """Return what edits a field, by its type."""
        name, default = spec.name, spec.default
        if isinstance(default, bool):
            check = QCheckBox(tr(spec.metadata.get("label", name)), parent)
            check.toggled.connect(lambda value: self._take(name, value))
            self._setters[name] = check.setChecked
            return check
        if isinstance(default, float):
            number = QDoubleSpinBox(parent)
            number.setRange(0.0, 1.0 if default <= 1 else float(_LARGEST))
            number.setSingleStep(0.05)
            number.setKeyboardTracking(False)
            number.valueChanged.connect(lambda value: self._take(name, round(value, 4)))
            self._setters[name] = number.setValue
            return _of_width(number)
        if isinstance(default, int):
            whole = QSpinBox(parent)
            whole.setRange(0, _LARGEST)
            whole.setSingleStep(128)
            whole.setGroupSeparatorShown(True)
            whole.setKeyboardTracking(False)
            whole.valueChanged.connect(lambda value: self._take(name, value))
            self._setters[name] = whole.setValue
            return _of_width(whole)
        choices = _choices(spec)
        if choices:
            box = QComboBox(parent)
            for value, words in choices:
                box.addItem(words, value)
            box.currentIndexChanged.connect(lambda index: self._take(name, box.itemData(index)))
            self._setters[name] = lambda value: box.setCurrentIndex(max(0, box.findData(value)))
            return _of_width(box)
        line = QLineEdit(parent)
        line.editingFinished.connect(lambda: self._take(name, line.text()))
        self._setters[name] = line.setText
        return _of_width(line)

    def _take(self, name: str, value: Any) -> None:
        if self._is_quiet or getattr(self._settings, name) == value:
            return
        self._settings = dataclasses.replace(self._settings, **{name: value})
        self.changed.emit(self._settings)

    def _filter(self, wanted: str) -> None:
        words = wanted.casefold().split()
        found = False
        for text, block in self._blocks:
            matches = all(word in text for word in words)
            block.setVisible(matches)
            found = found or matches
        self._none.setVisible(not found)


def _choices(spec: dataclasses.Field[Any]) -> list[tuple[str, str]]:
    if spec.name == "engine_id":
        return [(row.id, tr(row.title)) for row in ENGINES]
    return [(value, tr(_WORDS.get(value, value))) for value in spec.metadata.get("choices", ())]


def _of_width(editor: QWidget) -> QWidget:
    editor.setMinimumWidth(200)
    editor.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    if isinstance(editor, QAbstractSpinBox):  # a style sheet can't reach the text of a spin box
        editor.lineEdit().setTextMargins(GAP - 2, 0, 0, 0)
    # A wheel that scrolls the dialog must not change a value it passes over.
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    NoWheel(editor)
    return editor
