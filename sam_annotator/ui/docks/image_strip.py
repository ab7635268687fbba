"""ImageStrip: the panel of images, below the canvas or at its side."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMainWindow, QStackedWidget, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.image_delegate import ImageDelegate
from sam_annotator.ui.docks.texts import EmptyState
from sam_annotator.ui.docks.tile_list import TileList
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.models.image_list import ImageListModel
from sam_annotator.ui.theme import GAP

_SETTLE_MS = 40  # after scrolling, before thumbnails are asked for
_SCROLL_BAR = 12
_SMALLEST, _LARGEST = 48, 160  # thumbnail height of a tile


class ImageList(TileList):
    """The images in a strip or a column; asks the model for the thumbnails that are visible.

    Signals:
        image_chosen(image_id): the user went to an image by mouse or keyboard.
    """

    image_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageList")
        self.setAccessibleName(tr("Images"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMovement(QListView.Movement.Static)
        self._delegate = ImageDelegate(self)
        self.setItemDelegate(self._delegate)
        self._images = ImageListModel(self)
        self.setModel(self._images)
        self._current_id: int | None = None
        self._is_quiet = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.ask_for_thumbnails)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._settle.start())
        self._images.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.set_vertical(False)

    @property
    def image_model(self) -> ImageListModel:
        """The model of the strip."""
        return self._images

    @property
    def current_id(self) -> int | None:
        """The image that is marked as the one on screen."""
        return self._current_id

    def set_current(self, image_id: int | None) -> None:
        """Mark the image on screen and bring it into view; `image_chosen` is not sent."""
        self._current_id = image_id
        row = None if image_id is None else self._images.row_of(image_id)
        self._is_quiet = True
        try:
            if row is None:
                self.clearSelection()
            else:
                index = self._images.index(row)
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        finally:
            self._is_quiet = False
        self._settle.start()

    def set_vertical(self, is_vertical: bool) -> None:
        """Lay the images out in a column, or in a strip."""
        off, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._delegate.is_vertical = is_vertical
        self.setFlow(QListView.Flow.TopToBottom if is_vertical else QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setVerticalScrollBarPolicy(as_needed if is_vertical else off)
        self.setHorizontalScrollBarPolicy(off if is_vertical else as_needed)
        self._fit_tiles()
        self.updateGeometry()

    def _fit_tiles(self) -> None:
        """Let tiles fill the strip's height."""
        if not self._delegate.is_vertical:
            room = self.height() - _SCROLL_BAR - GAP - self._delegate.tile_text_height
            self._delegate.thumbnail_height = max(_SMALLEST, min(_LARGEST, room))
        self.scheduleDelayedItemsLayout()

    def ask_for_thumbnails(self) -> None:
        """Ask the model for the thumbnails of the rows in view."""
        if not self.isVisible() or self._images.rowCount() == 0:
            return
        rows = self.rows_within(self.viewport().rect())
        self._images.request_thumbnails(rows.start, rows.stop - 1)

    def _selection_changed(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        indexes = selected.indexes()
        image = self._images.image_at(indexes[0].row()) if indexes else None
        if image is not None and not self._is_quiet and image.id != self._current_id:
            self._current_id = image.id
            self.image_chosen.emit(image.id)

    def _restore(self) -> None:
        self.set_current(self._current_id)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are the window's keys, here as everywhere."""

    def sizeHint(self) -> QSize:
        """Return the size of a strip of middling tiles, or of a column."""
        if self._delegate.is_vertical:
            return QSize(240, 320)
        return QSize(640, 64 + self._delegate.tile_text_height + GAP + _SCROLL_BAR)

    def minimumSizeHint(self) -> QSize:
        """Return the size of one small tile."""
        if self._delegate.is_vertical:
            return QSize(160, 120)
        return QSize(160, _SMALLEST + self._delegate.tile_text_height + GAP + _SCROLL_BAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tiles and see what is visible now."""
        self._fit_tiles()
        super().resizeEvent(event)
        self._settle.start()
        QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def showEvent(self, event: QShowEvent) -> None:
        """See what is visible now."""
        super().showEvent(event)
        self._settle.start()
        QTimer.singleShot(0, self, self._show_current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let an ordinary wheel scroll the strip sideways."""
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        if self._delegate.is_vertical or abs(delta.x()) > abs(delta.y()):
            super().wheelEvent(event)
            return
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - delta.y())
        event.accept()


class ImageStrip(Dock):
    """The strip in its panel, with what to do when there is nothing in it.

    Signals:
        image_chosen(image_id): see ImageList.
        open_requested(): the empty state's button was pressed.
    """

    image_chosen = Signal(int)
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Images"), "imageDock", parent)
        self.view = ImageList(self)
        self.view.image_chosen.connect(self.image_chosen)
        self.view.image_chosen.connect(lambda _id: self._count())
        self._empty = EmptyState(tr("No project open"), "", tr("Open folder…"), self)
        self._empty.step.connect(self.open_requested)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        self._column.addWidget(self._pages)
        self._bar: QWidget | None = None
        self._is_vertical = False
        self._matching: int | None = None
        self.model = self.view.image_model
        self.model.modelReset.connect(self._refresh)
        self.dockLocationChanged.connect(lambda _area: self._turn())
        self.topLevelChanged.connect(lambda _floating: self._turn())
        self.folded.connect(lambda _folded: self._place_bar())

    def set_current(self, image_id: int | None) -> None:
        """Mark the image on screen."""
        self.view.set_current(image_id)
        self._count()

    def set_empty(self, title: str, detail: str = "", button: str | None = None) -> None:
        """Say in other words what is missing while there are no images."""
        self._empty.set_words(title, detail, tr("Open folder…") if button is None else button)

    def set_bar(self, bar: QWidget) -> None:
        """Put a bar into the title, or, where the panel is a column, below it."""
        self._bar = bar
        self._place_bar()

    def _place_bar(self) -> None:
        bar = self._bar
        if bar is None:
            return
        if self._is_vertical:
            self._column.insertWidget(0, bar)
        else:
            self.add_to_title(bar)
        self._show_bar()

    def _show_bar(self) -> None:
        """Show the bar where there are images; a folded panel is its title only."""
        if self._bar is not None:
            self._bar.setVisible(self.model.total > 0 and not self.is_folded)

    def set_matching(self, count: int | None) -> None:
        """Say how many images a filter lists; None where there is none."""
        self._matching = count
        self._count()

    def _refresh(self) -> None:
        self._pages.setCurrentWidget(self.view if self.model.rowCount() else self._empty)
        self._show_bar()
        self._count()

    def _count(self) -> None:
        total = self.model.total
        current = self.view.current_id
        row = None if current is None else self.model.row_of(current)
        if not total:
            words = ""
        elif self._matching is not None:
            words = tr("{matching} of {total} match", matching=grouped(self._matching), total=grouped(total))
        elif row is not None:
            words = tr("{row} of {total}", row=grouped(row + 1), total=grouped(total))
        else:
            words = grouped(total)
        self.set_remark(words)

    def _turn(self) -> None:
        area = self.parent_area()
        sides = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
        self._is_vertical = self.height() > self.width() if area is None else area in sides
        self.view.set_vertical(self._is_vertical)
        self._place_bar()

    def parent_area(self) -> Qt.DockWidgetArea | None:
        """Return the side of the window it is docked at, or None while it floats."""
        window = self.parent()
        if self.isFloating() or not isinstance(window, QMainWindow):
            return None
        return window.dockWidgetArea(self)
