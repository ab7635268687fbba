"""Plots in the window's theme and fonts, drawn with pyqtgraph: the only place that imports it.

They are to be looked at: nothing in them moves or zooms, the wheel goes to what they stand in, and a tooltip tells
the value under the pointer. Every label is measured before it is placed, so that none is cut or covers another.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QMarginsF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.progress.contents import Bars, Line, Plot, Row, Rows, number_text
from sam_annotator.ui.theme import GAP, HALF_GAP, Theme, current_theme, small_font

HEIGHT = 136  # of plots with axes
_MOST_TICKS = 4  # above 0, up the side
_BAR_WIDTH = 0.8
_THIN = 8  # pixels, of a lying bar
_OUTSIDE = 64  # pixels that a label may reach beyond its axis; the margins make room for it


class PlotView(pg.PlotWidget):  # type: ignore[misc]
    """One plot.

    Args:
        plot: what is drawn.
        name: for screen readers, which are told all values.
        parent: as for every QWidget.
    """

    def __init__(self, plot: Plot, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._plot = plot
        self._item = self.getPlotItem()
        self._item.hideButtons()
        self._item.setMenuEnabled(False)
        self._item.setMouseEnabled(False, False)
        self._item.getViewBox().setDefaultPadding(0)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAntialiasing(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(0, 0)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(tip for tip in plot.tips if tip))
        self.draw()

    @property
    def plot(self) -> Plot:
        """What is drawn."""
        return self._plot

    def set_plot(self, plot: Plot) -> None:
        """Draw something else."""
        self._plot = plot
        self.setAccessibleDescription("; ".join(tip for tip in plot.tips if tip))
        self.draw()

    def sizeHint(self) -> QSize:
        """Return the size it needs: the width is what there is."""
        return QSize(240, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size."""
        return QSize(80, self._height())

    def _height(self) -> int:
        if isinstance(self._plot, Rows):
            return round(len(self._plot.rows) * _row_height(self._plot.rows))
        return HEIGHT

    def draw(self) -> None:
        """Draw everything anew, in the theme in force and for the width there is."""
        theme = current_theme()
        self._item.clear()
        self.setBackground(theme.panel)
        self.setFixedHeight(self._height())
        if isinstance(self._plot, Rows):
            self._draw_rows(self._plot.rows, theme)
        else:
            self._draw_upright(self._plot, theme)

    # Upright bars and lines

    def _draw_upright(self, plot: Bars | Line, theme: Theme) -> None:
        values = [0.0 if v is None else float(v) for v in plot.values]
        steps = _steps(max(values), whole=isinstance(plot, Bars))
        metrics = QFontMetricsF(small_font())
        self._set_up_axes(theme)
        margins = self._margins([number_text(step) for step in steps], plot.ticks, metrics)
        self._item.layout.setContentsMargins(margins.left(), margins.top(), margins.right(), margins.bottom())
        left, bottom = self._item.getAxis("left"), self._item.getAxis("bottom")
        left.setTicks([[(step, number_text(step)) for step in steps]])
        left.setWidth(max(metrics.horizontalAdvance(number_text(step)) for step in steps) + GAP)
        bottom.setHeight(metrics.height() + HALF_GAP)
        room = self.width() - left.width() - margins.left() - margins.right()
        bottom.setTicks([_fitting(plot.ticks, len(values), room, metrics), []])
        self._item.setXRange(-0.5, len(values) - 0.5, padding=0)
        self._item.setYRange(0, steps[-1] * 1.05, padding=0)  # a point on the topmost line is whole
        for step in steps[1:]:
            line = pg.InfiniteLine(step, 0, pg.mkPen(theme.separator, width=1))
            self._item.addItem(line)
        if isinstance(plot, Bars):
            bars = pg.BarGraphItem(
                x=list(range(len(values))), height=values, width=_BAR_WIDTH, pen=None, brush=theme.control
            )
            self._item.addItem(bars)
        else:
            points = [math.nan if v is None else float(v) for v in plot.values]
            pen, size = pg.mkPen(theme.text, width=1.5), 6 if len(points) <= 31 else 4
            curve = pg.PlotDataItem(
                list(range(len(points))), points, pen=pen, connect="finite", antialias=True,
                symbol="o", symbolSize=size, symbolBrush=theme.text, symbolPen=None,
            )  # fmt: skip
            self._item.addItem(curve)

    def _set_up_axes(self, theme: Theme) -> None:
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.show()
            axis.setPen(pg.mkPen(theme.control if side == "bottom" else None))
            axis.setTextPen(theme.muted)
            axis.setStyle(
                tickFont=small_font(),
                tickLength=0,
                tickTextOffset=HALF_GAP,
                autoExpandTextSpace=False,
                hideOverlappingLabels=_OUTSIDE,
                tickAlpha=0,
            )

    @staticmethod
    def _margins(side: Sequence[str], ticks: Sequence[tuple[float, str]], metrics: QFontMetricsF) -> QMarginsF:
        """Return the room that half a label needs beyond the axes."""
        last = metrics.horizontalAdvance(ticks[-1][1]) if ticks else 0.0
        return QMarginsF(0, metrics.height() / 2 if side else 0, max(last / 2, GAP), 0)

    # Lying bars

    def _draw_rows(self, rows: Sequence[Row], theme: Theme) -> None:
        for side in ("left", "bottom"):
            self._item.hideAxis(side)
        self._item.layout.setContentsMargins(0, 0, 0, 0)
        width, height = max(1, self.width()), _row_height(rows)
        text_height = _text_height(rows)
        largest = max((row.count for row in rows), default=0) or 1
        metrics = QFontMetricsF(small_font())
        # One unit is one pixel, downwards: texts and bars are placed as on paper.
        self._item.getViewBox().invertY(True)
        self._item.setXRange(0, width, padding=0)
        self._item.setYRange(0, len(rows) * height, padding=0)
        for i, row in enumerate(rows):
            top, middle = i * height, i * height + text_height / 2
            number = grouped(row.count)
            room = width - metrics.horizontalAdvance(number) - 2 * GAP
            self._add_text(metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room), 0, middle, 0, theme.text)
            self._add_text(number, width, middle, 1, theme.muted)
            bar_top = top + text_height + HALF_GAP / 2
            self._add_bar(0, bar_top, width, theme.separator)
            if row.count:
                length = max(2.0, width * row.count / largest)
                self._add_bar(0, bar_top, length, row.color or theme.control, theme.control)

    def _add_text(self, words: str, x: float, y: float, anchor: float, color: str) -> None:
        text = pg.TextItem(words, color=color, anchor=(anchor, 0.5))
        text.setFont(small_font())
        text.textItem.document().setDocumentMargin(0)
        text.updateTextPos()
        text.setPos(x, y)
        self._item.addItem(text, ignoreBounds=True)

    def _add_bar(self, x: float, y: float, width: float, color: str, edge: str = "") -> None:
        """Draw a lying bar; an edge shows light colours on light ground."""
        pen = pg.mkPen(edge) if edge else None
        bar = pg.BarGraphItem(x0=[x], y0=[y], width=[width], height=[_THIN], pen=pen, brush=color)
        self._item.addItem(bar, ignoreBounds=True)

    # What the user does

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the labels for another width."""
        super().resizeEvent(event)
        if hasattr(self, "_item") and event.oldSize().width() != event.size().width():
            self.draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the value under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().viewportEvent(event))

    def tip_at(self, at: QPoint) -> str:
        """Return what the bar or point at a place of the widget says."""
        if isinstance(self._plot, Rows):
            index = int(at.y() // _row_height(self._plot.rows))
        else:
            index = round(self._item.getViewBox().mapSceneToView(self.mapToScene(at)).x())
        return self._plot.tips[index] if 0 <= index < len(self._plot.tips) else ""


def _row_height(rows: Sequence[Row]) -> float:
    return _text_height(rows) + _THIN + 1.5 * GAP


def _text_height(rows: Sequence[Row]) -> float:
    """Return the height of the names: more than the font says where they have letters of another font."""
    names, metrics = " ".join(row.name for row in rows), QFontMetricsF(small_font())
    return max(metrics.height(), metrics.boundingRect(QRectF(0, 0, 1 << 20, 1 << 20), 0, names).height())


def _steps(largest: float, *, whole: bool) -> list[float]:
    """Return round numbers from 0 to the largest value or a bit above, at most _MOST_TICKS + 1 of them."""
    if largest <= 0:
        return [0.0, 1.0]
    step = 10.0 ** math.floor(math.log10(largest / _MOST_TICKS))
    while largest / step > _MOST_TICKS:
        step = next(step * factor for factor in (2, 2.5, 5, 10) if largest / (step * factor) <= _MOST_TICKS)
    if whole:
        step = max(1.0, math.ceil(step))
    return [i * step for i in range(math.ceil(largest / step) + 1)]


def _fitting(
    ticks: Sequence[tuple[float, str]], count: int, room: float, metrics: QFontMetricsF
) -> list[tuple[float, str]]:
    """Return as many of the ticks as have room beside each other, at equal distances, the last one included."""
    if not ticks:
        return []
    widest = max(metrics.horizontalAdvance(words) for _place, words in ticks) + GAP
    pixels = room / max(count, 1) * (ticks[1][0] - ticks[0][0] if len(ticks) > 1 else 1)
    stride = max(1, math.ceil(widest / max(pixels, 0.1)))
    return list(reversed(ticks[::-1][::stride]))
