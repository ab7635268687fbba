"""FormatOptions: the options of a format as widgets, made of its option fields; none is known by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from sam_annotator.core.words import tr
from sam_annotator.formats.base import OptionField, OptionKind, OptionValue
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.dialogs.parts import add_field, remark
from sam_annotator.ui.theme import GAP, HALF_GAP


class FormatOptions(QWidget):
    """A column of the options of one format, each with what it does under it."""

    def __init__(
        self, options: Sequence[OptionField], values: Mapping[str, OptionValue], parent: QWidget | None = None
    ) -> None:
        """Make the widgets.

        Args:
            options: of the format.
            values: to begin with, by name; defaults where there is none.
            parent: of the widget.
        """
        super().__init__(parent)
        self._readers: dict[str, Callable[[], OptionValue]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for option in options:
            self._add(column, option, values.get(option.name, option.default))

    @property
    def values(self) -> dict[str, OptionValue]:
        """What is chosen, by name."""
        return {name: read() for name, read in self._readers.items()}

    def _add(self, column: QVBoxLayout, option: OptionField, value: OptionValue) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(HALF_GAP)
        editor: QWidget
        if option.kind is OptionKind.FLAG:
            editor = check = QCheckBox(tr(option.label), self)
            check.setChecked(bool(value))
            self._readers[option.name] = check.isChecked
            pair.addWidget(check)
        elif option.kind is OptionKind.CHOICE:
            editor = box = QComboBox(self)
            for choice, words in option.choices:
                box.addItem(tr(words), choice)
            box.setCurrentIndex(max(0, box.findData(value)))
            self._readers[option.name] = lambda: str(box.currentData())
            add_field(pair, tr(option.label), box)
            NoWheel(box)
        else:
            editor = spin = QSpinBox(self)
            spin.setRange(option.minimum, option.maximum)
            spin.setValue(int(value))
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
            self._readers[option.name] = spin.value
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(spin)
            line.addStretch(1)
            add_field(pair, tr(option.label), row, spin)
            NoWheel(spin)
        words = "".join(part.capitalize() for part in option.name.split("-"))
        editor.setObjectName(f"export{words}")
        editor.setAccessibleDescription(tr(option.help))
        pair.addWidget(remark(tr(option.help)))
        column.addLayout(pair)
