"""The bar above the canvas: what the tool in hand needs, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QSpinBox, QToolButton, QWidget

from sam_annotator.core.words import mark, tr
from sam_annotator.ui.action_table import DRAFT_BUTTONS

_HINTS = {
    "tool.prompt": mark("Click the object, right-click what is not part of it, or drag a box."),
    "tool.select": mark("Click an annotation, or drag a box around several; Shift adds to the selection."),
    "tool.brush": mark("Paint the selected annotation, or a new one."),
    "tool.eraser": mark("Erase from the selected annotation."),
    "tool.polygon": mark("Click the corners; Enter or a double click closes it, with Shift it cuts."),
}
_MAX_RADIUS = 500


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
    """

    brush_radius_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("optionBar")
        self.setFixedHeight(40)
        self._swatch, self._category = _Swatch(), QLabel()
        self._category.setObjectName("optionCategory")
        self._hint, self._candidate = QLabel(), QLabel()
        self._hint.setObjectName("hint")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._candidate.setObjectName("candidateText")
        self._brush = QWidget()
        self._radius = QSpinBox(minimum=1, maximum=_MAX_RADIUS, value=12, suffix=" px")
        self._radius.setAccessibleName(tr("Brush radius"))
        self._radius.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._radius.lineEdit().setTextMargins(6, 0, 0, 0)
        self._radius.lineEdit().returnPressed.connect(self._radius.clearFocus)  # the next keys are the window's
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(1, 100)
        self._slider.setValue(self._radius.value())
        self._slider.setFixedWidth(120)
        self._slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._slider.setAccessibleName(tr("Brush radius"))
        self._radius.valueChanged.connect(self._on_radius)
        self._slider.valueChanged.connect(self._radius.setValue)
        brush = QHBoxLayout(self._brush)
        brush.setContentsMargins(0, 0, 0, 0)
        for widget in (QLabel(tr("Radius")), self._slider, self._radius):
            brush.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._swatch)
        layout.addWidget(self._category)
        layout.addSpacing(8)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self._brush)
        layout.addWidget(self._candidate)
        self._layout = layout
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
        self._hint.setText(hint or tr(_HINTS.get(tool_id, "")))
        self._hint.setToolTip(self._hint.text())
        self._brush.setVisible(tool_id in ("tool.brush", "tool.eraser"))

    def set_candidate(self, text: str) -> None:
        """Show which candidate is on screen and its predicted IoU."""
        self._candidate.setText(text)

    def set_brush_radius(self, radius: float) -> None:
        """Show the brush's radius in image pixels."""
        self._radius.setValue(max(1, min(_MAX_RADIUS, round(radius))))

    def _on_radius(self, value: int) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(min(value, 100))
        self._slider.blockSignals(False)
        self.brush_radius_changed.emit(float(value))
