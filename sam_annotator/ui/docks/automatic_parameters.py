"""ParameterForm: the parameters of segmenting everything, each with its number and one sentence on what it does."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from sam_annotator.core.words import tr
from sam_annotator.engine.automatic_options import AutomaticOptions
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.dialogs.parts import remark
from sam_annotator.ui.docks.number_box import NumberBox
from sam_annotator.ui.theme import GAP, HALF_GAP


class ParameterForm(QWidget):
    """Shows and gives AutomaticOptions; those for experts keep the values they were set to.

    Signals:
        changed(): the user set another value.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = AutomaticOptions()
        self._is_quiet = False
        self.numbers: dict[str, QSpinBox | NumberBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(0, 1)
        fields = [spec for spec in dataclasses.fields(AutomaticOptions) if not spec.metadata["advanced"]]
        for row, spec in enumerate(fields):
            label = QLabel(tr(str(spec.metadata["label"])), self)
            label.setWordWrap(True)
            number = self._number(spec)
            label.setBuddy(number)
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(number, 2 * row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(remark(tr(str(spec.metadata["help"]))), 2 * row + 1, 0, 1, 2)
            grid.setRowMinimumHeight(2 * row + 1, GAP)

    def _number(self, spec: dataclasses.Field[Any]) -> QSpinBox | NumberBox:
        limits = spec.metadata
        number: QSpinBox | NumberBox
        if isinstance(spec.default, int):
            number = QSpinBox(self)
            number.setRange(int(limits["minimum"]), int(limits["maximum"]))
            number.setSingleStep(int(limits["step"]))
        else:
            number = NumberBox(self)
            number.setDecimals(2)
            number.setRange(float(limits["minimum"]), float(limits["maximum"]))
            number.setSingleStep(float(limits["step"]))
        number.setObjectName(f"automatic-{spec.name}")
        number.setAccessibleName(tr(str(limits["label"])))
        number.setAccessibleDescription(tr(str(limits["help"])))
        number.setToolTip(tr(str(limits["help"])))
        number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        number.lineEdit().setTextMargins(GAP - 2, 0, 0, 0)
        number.valueChanged.connect(self._on_changed)
        NoWheel(number)
        self.numbers[spec.name] = number
        return number

    @property
    def options(self) -> AutomaticOptions:
        """The parameters.

        Raises:
            ValueError: they don't fit each other; the text is a sentence.
        """
        changes: dict[str, Any] = {}
        for name, number in self.numbers.items():
            value, before = number.value(), getattr(self._options, name)
            if isinstance(value, float) and abs(value - before) < 0.005:
                value = before  # what was not changed is not rounded either
            changes[name] = value
        return dataclasses.replace(self._options, **changes)

    def set_options(self, options: AutomaticOptions) -> None:
        """Show other parameters, without a signal."""
        self._is_quiet = True
        self._options = options
        for name, number in self.numbers.items():
            number.setValue(getattr(options, name))
        self._is_quiet = False

    def _on_changed(self) -> None:
        if not self._is_quiet:
            self.changed.emit()
