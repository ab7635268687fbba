"""NumberBox, CountBox: numbers that are typed or stepped, written as in lists and panels. Imports figures only."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from sam_annotator.ui.models.figures import THIN_SPACE, grouped

_MARKS = (".", ",", "\u3002", "\uff0c")  # also what an input method for Chinese writes


class NumberBox(QDoubleSpinBox):
    """Shows the decimal mark of the window's language, and takes any: a keypad may have the other one."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Put the language's decimal mark in the place of any other, then say whether it is a number."""
        return super().validate(self._with_mark(text), position)

    def valueFromText(self, text: str) -> float:
        """Return the number, whichever decimal mark was typed."""
        return super().valueFromText(self._with_mark(text))

    def _with_mark(self, text: str) -> str:
        suffix = self.suffix()
        number = text.removesuffix(suffix)
        for mark in _MARKS:
            number = number.replace(mark, self.locale().decimalPoint())
        return number + (suffix if text.endswith(suffix) else "")


class CountBox(QSpinBox):
    """Shows thin spaces between thousands, and takes a number without them."""

    def textFromValue(self, value: int) -> str:
        """Return the number as it is shown."""
        return grouped(value)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Say whether it is a number, with thin spaces or without."""
        state, *_rest = super().validate(_plain(text), position)
        return state, text, position

    def valueFromText(self, text: str) -> int:
        """Return the number."""
        return super().valueFromText(_plain(text))


def _plain(text: str) -> str:
    return text.replace(THIN_SPACE, "").replace(" ", "")
