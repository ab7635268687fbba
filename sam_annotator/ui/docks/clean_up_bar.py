"""CleanUpBar: the numbers of a clean-up above the canvas, what they would change, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from sam_annotator.core.clean_up import MAX_RADIUS, MAX_REGION, CleanUp
from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.docks.texts import WrappedText
from sam_annotator.ui.theme import GAP, HALF_GAP


class CleanUpBar(QWidget):
    """Shows and gives a CleanUp; hidden until it is wanted.

    Signals:
        changed(CleanUp): other numbers.
        applied(), cancelled(): what to do with the preview.
        used(bool): masks of predictions shall be cleaned so, too, or no longer.
    """

    changed = Signal(object)
    applied = Signal()
    cancelled = Signal()
    used = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cleanUpBar")
        self.setAccessibleName(tr("Clean up"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._is_quiet = False
        self.islands = _number("cleanUpIslands", 0, MAX_REGION, tr("Parts below this many pixels are removed."))
        self.holes = _number("cleanUpHoles", 0, MAX_REGION, tr("Holes below this many pixels are filled."))
        self.smooth = _number("cleanUpSmooth", 0, MAX_RADIUS, tr("The outline is smoothed over so many pixels."))
        self.grow = _number("cleanUpGrow", -MAX_RADIUS, MAX_RADIUS, tr("Above 0 masks grow, below 0 they shrink."))
        for region in (self.islands, self.holes):
            region.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        self.use = QCheckBox(tr("Use after each prediction"), self)
        self.use.setObjectName("cleanUpUse")
        self.use.setToolTip(tr("Clean the masks of clicks and boxes in this project, too, before they are shown."))
        self.apply = QPushButton(tr("Apply"), self)
        self.apply.setObjectName("cleanUpApply")
        self.apply.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setObjectName("cleanUpCancel")
        self._state = WrappedText(max_lines=2, parent=self)
        for number in self._numbers:
            number.valueChanged.connect(self._on_number)
        self.use.clicked.connect(self.used)
        self.apply.clicked.connect(self.applied)
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        titles = (tr("Islands below"), tr("Holes below"), tr("Smooth"), tr("Grow or shrink"))
        for column, (title, number) in enumerate(zip(titles, self._numbers, strict=True)):
            label = QLabel(title, self)
            label.setBuddy(number)
            label.setProperty("muted", True)
            number.setAccessibleName(title)
            grid.addWidget(label, 0, column)
            grid.addWidget(number, 1, column)
        ends = QHBoxLayout()
        ends.setSpacing(GAP)
        for button in (self.cancel, self.apply):
            ends.addWidget(button)
        right = QGridLayout()
        right.setVerticalSpacing(HALF_GAP)
        right.setHorizontalSpacing(GAP)
        right.addWidget(self.use, 0, 0)
        right.addWidget(self._state, 1, 0)
        right.addLayout(ends, 0, 1, 2, 1, Qt.AlignmentFlag.AlignBottom)
        right.setColumnStretch(0, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        self._row.setSpacing(2 * GAP)
        self._row.addLayout(grid)
        self._row.addLayout(right, 1)
        self._halves = (grid, right)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider half: where there is no room for both, one stands below the other."""
        widths = [half.minimumSize().width() for half in self._halves]
        return QSize(max(widths) + 2 * GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves side by side, or one below the other."""
        needed = sum(half.minimumSize().width() for half in self._halves) + 4 * GAP
        is_narrow = self.width() < needed
        wanted = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(HALF_GAP if is_narrow else 2 * GAP)
        super().resizeEvent(event)

    @property
    def _numbers(self) -> tuple[QSpinBox, ...]:
        return (self.islands, self.holes, self.smooth, self.grow)

    @property
    def clean_up(self) -> CleanUp:
        """What the numbers say."""
        return CleanUp(*(number.value() for number in self._numbers))

    def set_clean_up(self, clean_up: CleanUp) -> None:
        """Show other numbers, without a signal."""
        self._is_quiet = True
        values = (clean_up.islands, clean_up.holes, clean_up.smooth, clean_up.grow)
        for number, value in zip(self._numbers, values, strict=True):
            number.setValue(value)
        self._is_quiet = False

    def set_used(self, used: bool, *, enabled: bool) -> None:
        """Show whether masks of predictions are cleaned in this project, and whether that can be changed."""
        self.use.setChecked(used)
        self.use.setEnabled(enabled)

    def set_state(self, text: str, *, can_apply: bool) -> None:
        """Say what the numbers would change, and whether there is something to apply."""
        self._state.set_text(text)
        self.apply.setEnabled(can_apply)

    def take_focus(self) -> None:
        """Let the next keys be for the first number."""
        self.islands.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.islands.selectAll()

    def _on_number(self) -> None:
        if not self._is_quiet:
            self.changed.emit(self.clean_up)


def _number(name: str, lowest: int, highest: int, tip: str) -> QSpinBox:
    number = QSpinBox(minimum=lowest, maximum=highest, suffix=" px")
    number.setObjectName(name)
    number.setToolTip(tip)
    number.lineEdit().setTextMargins(GAP - 2, 0, 0, 0)
    number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    NoWheel(number)
    return number
