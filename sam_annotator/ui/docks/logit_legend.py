"""The legend of the heat map, and the slider of the threshold: logits in numbers and colours."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from sam_annotator.core.words import local_number, tr
from sam_annotator.ui.canvas.heat_map import LIMIT, UNSURE, colored, step_of
from sam_annotator.ui.docks.dock import icon_button
from sam_annotator.ui.docks.drawing import draw_text
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font, tabular

_BAR = 14  # widget pixels
_MARKS = (-LIMIT, -4.0, -UNSURE, UNSURE, 4.0, LIMIT)
_SLIDER_STEPS = 10  # a unit of the logits
_FURTHEST = 8.0


def signed(value: float, digits: int = 1) -> str:
    """Return a logit with its sign, as "−1.0" or "+2.5"."""
    return local_number(f"{value:+.{digits}f}").replace("-", "\u2212")


class LogitLegend(QWidget):
    """A bar of the colours from low to high, with numbers, the hatched band, and a mark at the threshold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("logitLegend")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._threshold = 0.0
        self.setAccessibleName(
            tr("Logits: blue below 0 is outside, orange above 0 is inside, hatched is within 1 of 0: unsure")
        )
        self.setToolTip(self.accessibleName())

    def set_threshold(self, threshold: float) -> None:
        """Move the mark."""
        self._threshold = threshold
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of bar and numbers."""
        return QSize(160, _BAR + 3 * HALF_GAP + QFontMetrics(small_font()).lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar, numbers and mark."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(GAP, 2 * HALF_GAP, self.width() - 2 * GAP, _BAR)
        dpr = self.devicePixelRatioF()
        width, height = max(round(bar.width() * dpr), 1), round(_BAR * dpr)
        row = step_of(((np.arange(width) + 0.5) / width * 2 - 1).astype(np.float32) * np.float32(LIMIT))
        argb = colored(np.tile(row, (height, 1)), (0, 0), dpr)
        image = QImage(argb.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(dpr)
        painter.fillRect(bar, QColor("#808080"))
        painter.drawImage(bar.topLeft(), image)
        painter.setPen(QPen(QColor(theme.control), 1))
        painter.drawRect(bar)

        def at(value: float) -> float:
            return float(bar.left() + (min(max(value, -LIMIT), LIMIT) / LIMIT + 1) / 2 * bar.width())

        figures = tabular(small_font())
        metrics = QFontMetrics(figures)
        top, right = round(bar.bottom()) + HALF_GAP, -1.0
        for value in _MARKS:
            text = signed(value, 0)
            wide = metrics.horizontalAdvance(text) + 2
            left = min(max(at(value) - wide / 2, bar.left()), bar.right() - wide)
            if left > right:
                draw_text(painter, QRect(round(left), top, wide, metrics.lineSpacing()), text, figures, theme.muted)
                right = left + wide
        x = at(self._threshold)
        painter.setPen(QPen(QColor(theme.text), 1.5))
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
        painter.setBrush(QColor(theme.text))
        painter.setPen(Qt.PenStyle.NoPen)
        tip = QPointF(x, bar.top())
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -6), tip + QPointF(4, -6)]))
        painter.end()


class ThresholdRow(QWidget):
    """A slider from low to high logits, its number, and a way back to the engine's own.

    Signals:
        moved(object): the threshold that the user wants; None for the engine's own.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = 0.0
        self.label = QLabel(tr("Threshold"), self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("thresholdSlider")
        self.slider.setAccessibleName(tr("Threshold of the logits"))
        self.slider.setRange(round(-_FURTHEST * _SLIDER_STEPS), round(_FURTHEST * _SLIDER_STEPS))
        self.slider.setPageStep(_SLIDER_STEPS)
        self.slider.setMinimumWidth(64)
        self.number = QLabel(self)
        self.number.setFont(tabular(body_font()))
        self.number.setObjectName("thresholdNumber")
        self.number.setMinimumWidth(QFontMetrics(tabular(body_font())).horizontalAdvance(signed(-8.8)) + 2)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reset = icon_button("reset", tr("Take the engine's own threshold"), self)
        self.reset.setObjectName("thresholdReset")
        self.reset.clicked.connect(lambda: self.moved.emit(None))
        self.slider.valueChanged.connect(self._on_moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 0, HALF_GAP, 0)
        row.setSpacing(GAP)
        row.addWidget(self.label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        row.addWidget(self.reset)
        self.show_threshold(0.0, 0.0, why_not="")

    def show_threshold(self, threshold: float, own: float, *, why_not: str) -> None:
        """Show a threshold and the engine's own; with a reason it can't be moved."""
        self._own = own
        self.slider.blockSignals(True)
        self.slider.setValue(round(threshold * _SLIDER_STEPS))
        self.slider.blockSignals(False)
        self.number.setText(signed(threshold))
        for widget in (self.label, self.slider, self.number):
            widget.setEnabled(not why_not)
        self.reset.setEnabled(not why_not and threshold != own)
        words = tr("What is above this logit is inside: higher is smaller, lower is larger.")
        self.setToolTip(why_not or words)

    def _on_moved(self, steps: int) -> None:
        threshold = steps / _SLIDER_STEPS
        self.moved.emit(None if threshold == self._own else threshold)
