"""ProgressDock: how far the project is, in plots. The plots and their library are imported when it is first shown."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.progress import Progress
from sam_annotator.core.words import tr
from sam_annotator.ui.docks.dock import Dock, icon_button
from sam_annotator.ui.docks.texts import EmptyState, WrappedText
from sam_annotator.ui.theme import GAP, HALF_GAP

if TYPE_CHECKING:
    from sam_annotator.ui.progress.cards import PlotCard
    from sam_annotator.ui.progress.contents import Content

_COLUMN_WIDTH = 300  # the least that two columns of plots take each
_MOST_COLUMNS = 4
_BUSY_MS = 500  # what ends sooner is not told


class ProgressDock(Dock):
    """Shows plots, or what is missing for them.

    Signals:
        came_up(): it is to be seen, and shall show what is so now.
        cancel_requested(): the reading is to end.
        open_requested(): a folder of images is to be opened.
        again_requested(): what could not be read, or was not to the end, is to be read.
    """

    came_up = Signal()
    cancel_requested = Signal()
    open_requested = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Progress"), "progressDock", parent)
        self.progress: Progress | None = None
        self._cards: list[PlotCard] = []
        self._column_count = 0
        self._is_up = False
        self._column.addWidget(self._make_head())
        self._column.addWidget(self._make_busy())
        self._empty = EmptyState("", parent=self)
        self._next_step = self.open_requested
        self._empty.step.connect(lambda: self._next_step.emit())
        self._area = self._make_area()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._area)
        self._column.addWidget(self._pages, 1)
        self._soon_busy = QTimer(self, singleShot=True, interval=_BUSY_MS)
        self._soon_busy.timeout.connect(self._busy.show)
        self._todo: list[tuple[int, Content]] = []  # plots that show older figures, or none
        self._draw_later = QTimer(self, singleShot=True, interval=0)
        self._draw_later.timeout.connect(self._draw_one)
        self._place_later = QTimer(self, singleShot=True, interval=0)
        self._place_later.timeout.connect(self._place)
        self.visibilityChanged.connect(self._on_visibility)
        self.folded.connect(lambda folded: self._on_visibility(not folded))
        self.show_nothing(has_project=False)

    # Its parts

    def _make_head(self) -> QWidget:
        self._head = QWidget(self)
        self._summary = WrappedText(max_lines=3, parent=self._head)
        self._summary.setObjectName("progressSummary")
        self.export_button = icon_button("export", tr("Export the progress"), self._head)
        self.export_button.setObjectName("progressExport")
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(GAP, HALF_GAP, HALF_GAP, HALF_GAP)
        row.setSpacing(GAP)
        row.addWidget(self._summary, 1)
        row.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignTop)
        return self._head

    def _make_busy(self) -> QWidget:
        self._busy = QWidget(self)
        self._bar = QProgressBar(self._busy)
        self._bar.setObjectName("progressReading")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Reading the annotations"))
        self._bar.setToolTip(tr("Reading the annotations"))
        cancel = icon_button("close", tr("Cancel"), self._busy)
        cancel.setObjectName("progressCancel")
        cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(GAP, 0, HALF_GAP, HALF_GAP)
        row.setSpacing(GAP)
        row.addWidget(self._bar, 1)
        row.addWidget(cancel)
        self._busy.hide()
        return self._busy

    def _make_area(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("plain", True)
        self._page_row = QHBoxLayout(page)
        self._page_row.setContentsMargins(GAP, HALF_GAP, GAP, 2 * GAP)
        self._page_row.setSpacing(3 * GAP)
        area = QScrollArea(self)
        area.setObjectName("progressPlots")
        area.setAccessibleName(tr("Plots of the progress"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be scrolled by keys
        area.setWidget(page)
        area.viewport().installEventFilter(self)
        return area

    def set_export_actions(self, actions: Sequence[QAction]) -> None:
        """Put the actions that export what is shown under the button."""
        menu = QMenu(self.export_button)
        menu.addActions(list(actions))
        self.export_button.setMenu(menu)

    # What it shows

    @property
    def is_seen(self) -> bool:
        """Whether the user can see it."""
        return self._is_up and not self.is_folded

    @property
    def cards(self) -> tuple[PlotCard, ...]:
        """The plots, in their order; those without figures are hidden."""
        return tuple(self._cards)

    def show_nothing(self, *, has_project: bool) -> None:
        """Say that there is nothing to show, or not yet."""
        self.progress = None
        self._todo.clear()
        self._next_step = self.open_requested
        if has_project:
            self._empty.set_words(tr("Counting…"))
        else:
            self._empty.set_words(tr("No project is open"), tr("Its progress is shown here."), tr("Open folder…"))
        self._head.hide()
        self._pages.setCurrentWidget(self._empty)

    def show_failure(self, text: str) -> None:
        """Say why there is nothing to show; plots that are there stay."""
        if self.progress is None:
            self._empty.set_words(tr("The figures can't be read"), text, tr("Read again"))
            self._next_step = self.again_requested

    def show_stopped(self) -> None:
        """Say that the reading was stopped; plots that are there stay."""
        if self.progress is None:
            self._empty.set_words(tr("Stopped counting"), "", tr("Count again"))
            self._next_step = self.again_requested

    def show_progress(self, progress: Progress) -> None:
        """Show figures."""
        from sam_annotator.ui.progress.contents import contents_of, summary_of

        self.progress = progress
        self._todo.clear()
        self._next_step = self.open_requested
        if not progress.image_count:
            self._empty.set_words(
                tr("No images yet"), tr("The progress counts images and annotations."), tr("Open folder…")
            )
            self._head.hide()
            self._pages.setCurrentWidget(self._empty)
            return
        self._todo = list(enumerate(contents_of(progress)))
        self._summary.set_text(summary_of(progress))
        self._head.show()
        self._draw_later.start()

    @property
    def is_drawn(self) -> bool:
        """Whether all plots show the figures."""
        return self.progress is not None and not self._todo

    def prepare(self) -> None:
        """Import what plots need, before other work wants the processor, too; only the first time takes a moment."""
        importlib.import_module("sam_annotator.ui.progress.cards")

    def _draw_one(self) -> None:
        """Draw the next plot; the window does not wait for all of them."""
        from sam_annotator.ui.progress.cards import PlotCard  # late: the library of plots takes a third of a second

        if self._todo:
            index, content = self._todo.pop(0)
            if index < len(self._cards):
                self._cards[index].set_content(content)
            else:
                self._cards.append(PlotCard(content))
                self._column_count = 0
        if self._todo:
            self._draw_later.start()
        else:
            self._place()
            self._page_row.activate()  # else the plots are seen squeezed for a moment
            self._pages.setCurrentWidget(self._area)

    def set_reading(self, done: int, total: int) -> None:
        """Show how much of the annotations is read; a total of 0 when the reading has ended."""
        if total <= 0:
            self._soon_busy.stop()
            self._busy.hide()
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not self._busy.isVisible() and not self._soon_busy.isActive():
            self._soon_busy.start()

    # Columns

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take more columns where there is room for them."""
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._place_later.start()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Put the plots into as many columns as there is room for, each below the shortest one."""
        room = self._area.viewport().width() if self._area.isVisible() else self.width()
        count = min(max(1, room // _COLUMN_WIDTH), _MOST_COLUMNS)
        if count == self._column_count or not self.is_drawn:
            return
        self._column_count = count
        while (item := self._page_row.takeAt(0)) is not None:
            if (old := item.layout()) is not None:
                old.deleteLater()
        heights = [0] * count
        columns = [QVBoxLayout() for _ in range(count)]
        for column in columns:
            column.setSpacing(3 * GAP)
            self._page_row.addLayout(column, 1)
        for card in self._cards:
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(card)
            if card.content.plot is not None:
                heights[shortest] += card.sizeHint().height() + 3 * GAP
        for column in columns:
            column.addStretch(1)

    def _on_visibility(self, is_up: bool) -> None:
        self._is_up = is_up
        if self.is_seen:
            self.came_up.emit()
