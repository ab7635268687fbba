"""The bar above the canvas: what the tool in hand needs, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from sam_annotator.core.words import local_number, mark, tr
from sam_annotator.tools.brush import MAX_RADIUS, MIN_RADIUS
from sam_annotator.ui.action_table import DRAFT_BUTTONS
from sam_annotator.ui.docks.number_box import NumberBox
from sam_annotator.ui.docks.texts import WholeLabel

_HINTS = {
    "tool.prompt": mark("Click the object, right-click what is not part of it, or drag a box."),
    "tool.select": mark("Click an annotation, or drag a box around several; drag what is selected to move it."),
    "tool.brush": mark("Paint the selected annotation, or a new one; Ctrl+click selects."),
    "tool.eraser": mark("Erase from the selected annotation; Ctrl+click selects."),
    "tool.polygon": mark("Click the corners, drag to move them; Enter or a double click applies, with Shift it cuts."),
    "tool.lasso": mark("Draw around what to add; with Shift it is cut."),
    "tool.fill": mark("Click a hole of the selected mask to fill it; Shift+click removes a part, Ctrl+click selects."),
    "tool.propose": mark("Click a proposal to accept it, drag over several; right-click rejects one."),
    "tool.outline": mark("Drag vertices, click an edge to add one, right-click to remove one; Enter applies."),
}
_MAX_TOLERANCE = 100.0  # image pixels
_SLIDER_STEPS = 200


class _Swatch(QWidget):
    """A category's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.color = QColor("#888888")
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill a rounded square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)


class OptionBar(QWidget):
    """Shows the category masks go to, a hint for the tool, its options, and what to do with the draft.

    Signals:
        brush_radius_changed(float): in image pixels.
        tolerance_changed(float): of the outline that is edited, in image pixels.
        outline_applied(): what was edited of the outline shall go into the mask.
    """

    brush_radius_changed = Signal(float)
    tolerance_changed = Signal(float)
    outline_applied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("optionBar")
        self.setFixedHeight(40)
        self._swatch, self._category = _Swatch(), QLabel()
        self._category.setObjectName("optionCategory")
        self._hint, self._candidate = WholeLabel(), QLabel()
        self._hint.setObjectName("hint")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._candidate.setObjectName("candidateText")
        self._brush, self._radius = _amount(tr("Brush radius"), tr("Radius"), MIN_RADIUS, 400.0)
        self._brush.setToolTip(tr("Also by the wheel, with Alt held"))
        self._radius.setMaximum(MAX_RADIUS)
        self._radius.setValue(10.0)
        self._radius.valueChanged.connect(self.brush_radius_changed)
        self._outline, self._tolerance = _amount(tr("Outline tolerance"), tr("Tolerance"), 0.0, 20.0)
        self._tolerance.setMaximum(_MAX_TOLERANCE)
        self._tolerance.valueChanged.connect(self.tolerance_changed)
        self._fit = QLabel()
        self._fit.setObjectName("outlineFit")
        self._fit.setAccessibleName(tr("Fit of the outline"))
        self._apply = QToolButton()
        self._apply.setText(tr("Apply"))
        self._apply.setObjectName("applyOutline")
        self._apply.setToolTip(tr("Draw what was edited into the mask (Enter)"))
        self._apply.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._apply.setEnabled(False)
        self._apply.clicked.connect(self.outline_applied)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)  # two small lines have room
        layout.setSpacing(8)
        layout.addWidget(self._swatch)
        layout.addWidget(self._category)
        layout.addSpacing(8)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self._brush)
        layout.addWidget(self._outline)
        layout.addWidget(self._fit)
        layout.addWidget(self._apply)
        layout.addWidget(self._candidate)
        self._layout = layout
        self._tool_id = "tool.prompt"
        self._hint_of_tool = ""
        self._draft_buttons: list[QToolButton] = []
        self.set_category("", "")

    def add_actions(self, actions: Mapping[str, QAction]) -> None:
        """Put the draft's buttons at the end of the bar."""
        for action_id in DRAFT_BUTTONS:
            button = QToolButton()
            button.setDefaultAction(actions[action_id])
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if action_id == "prompt.accept":
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.setObjectName("primary")
            self._layout.addWidget(button)
            self._draft_buttons.append(button)
        actions["prompt.accept"].changed.connect(self._show_draft_buttons)

    def _show_draft_buttons(self) -> None:
        """Show what to do with a draft: always where a tool makes them, else while there is one."""
        shown = self._tool_id == "tool.prompt" or any(button.isEnabled() for button in self._draft_buttons[2:])
        for button in self._draft_buttons:
            button.setVisible(shown)

    def set_category(self, name: str, color: str) -> None:
        """Show the category that accepted masks go to; "" for none."""
        self._swatch.color = QColor(color)
        self._swatch.setVisible(bool(name))
        self._swatch.update()
        metrics = self._category.fontMetrics()
        self._category.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 200))
        self._category.setToolTip(name)

    def set_tool(self, tool_id: str, hint: str = "") -> None:
        """Show the options of a tool; `hint` replaces its usual one."""
        self._tool_id = tool_id
        self._show_draft_buttons()
        self._hint_of_tool = hint or tr(_HINTS.get(tool_id, ""))
        self._show_hint()
        self._brush.setVisible(tool_id in ("tool.brush", "tool.eraser"))
        self._outline.setVisible(tool_id == "tool.outline")
        self._fit.setVisible(tool_id == "tool.outline")
        self._apply.setVisible(tool_id == "tool.outline")

    def _show_hint(self) -> None:
        has_none = self._tool_id == "tool.outline" and not self._fit.text()
        self._hint.setText(tr("Click an annotation to edit its outline.") if has_none else self._hint_of_tool)
        self._hint.setToolTip(self._hint.text())

    def set_candidate(self, text: str) -> None:
        """Show which candidate is on screen and its predicted IoU."""
        self._candidate.setText(text)

    def set_brush_radius(self, radius: float) -> None:
        """Show the brush's radius in image pixels."""
        self._radius.setValue(radius)

    def set_tolerance(self, tolerance: float) -> None:
        """Show how far, in image pixels, the edited outline may be beside the mask's border."""
        self._tolerance.setValue(tolerance)

    def set_fit(self, iou: float | None, vertices: int, *, can_apply: bool) -> None:
        """Show the IoU of the edited outline with its mask, and of how many vertices it is; None for no outline."""
        if iou is None:
            self._fit.setText("")
        else:
            self._fit.setText(tr("{n} vertices, IoU {iou}", n=vertices, iou=local_number(f"{iou:.4f}")))
        self._apply.setEnabled(can_apply)
        self._show_hint()


def _amount(name: str, label: str, least: float, most: float) -> tuple[QWidget, NumberBox]:
    """Make a number of image pixels that is typed, or dragged up to `most`, finely where it is small."""
    whole = QWidget()
    spin = NumberBox(minimum=least, maximum=most, decimals=1, singleStep=0.5, suffix=" px")
    spin.setAccessibleName(name)
    spin.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    spin.lineEdit().returnPressed.connect(spin.clearFocus)  # the next keys are the window's
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, _SLIDER_STEPS)
    slider.setMinimumWidth(48)
    slider.setMaximumWidth(120)
    slider.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    slider.setAccessibleName(name)

    def follow(value: float) -> None:
        slider.blockSignals(True)
        share = max(value - least, 0) / (most - least)
        slider.setValue(min(round(share**0.5 * _SLIDER_STEPS), _SLIDER_STEPS))
        slider.blockSignals(False)

    spin.valueChanged.connect(follow)

    def lead(step: int) -> None:
        spin.setValue(round((least + (most - least) * (step / _SLIDER_STEPS) ** 2) * 2) / 2)

    slider.valueChanged.connect(lead)
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in (QLabel(label), slider, spin):
        row.addWidget(widget)
    return whole, spin
