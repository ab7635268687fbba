"""The window's layout: menus, tool rail, option bar, canvas, docks, status bar. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QTabBar, QToolBar, QToolButton, QVBoxLayout, QWidget

from sam_annotator.core.settings import config_dir
from sam_annotator.core.words import tr
from sam_annotator.ui.action_table import CANVAS_ONLY, MENUS, RAIL
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.column_width import ColumnWidth
from sam_annotator.ui.docks import AnnotationDock, CategoryDock, DetailsDock, ImageStrip, NoticeBar, StatusPanel
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.progress_panel import ProgressPanel
from sam_annotator.ui.drop_frame import DropFrame
from sam_annotator.ui.icons import app_icon, draw_all_sizes, set_icon
from sam_annotator.ui.menus import fill_menu_of_bar
from sam_annotator.ui.option_bar import OptionBar
from sam_annotator.ui.panels import Panels
from sam_annotator.ui.tab_edges import TabEdges

_LAYOUT_VERSION = 1
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
_STRIP_HEIGHT = 140
_LOWER_HEIGHT = 280  # of a panel between the canvas and the strip of images, when it is shown first
_COLUMN_WIDTH = 300
_LEAST_COLUMN = 200  # a category's name can still be read
_COLUMN_HEIGHTS = (260, 320, 240)  # categories, annotations, details


class MainWindow(QMainWindow):
    """The window.

    Signals:
        image_ready(int): the image of this id is on screen and takes clicks.
        engine_ready(EngineInfo): an engine is loaded.
        prediction_shown(Answer): an answer came on screen.
        failed(str): something went wrong; the sentence the user sees.
        dropped(tuple of Path): files and folders were dropped on the window.
        closing(): the window is about to close.
        first_painted(): the window was painted for the first time.
    """

    image_ready = Signal(int)
    engine_ready = Signal(object)
    prediction_shown = Signal(object)
    failed = Signal(str)
    dropped = Signal(object)
    closing = Signal()
    first_painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("SAM Annotator")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self._tab_edges = TabEdges(self)
        center = QWidget(self)
        self.setCentralWidget(center)
        self.canvas, self.option_bar, self.notice_bar = Canvas(center), OptionBar(center), NoticeBar(center)
        self.progress_panel = ProgressPanel(center)
        self._drop_frame = DropFrame(self.canvas)
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.option_bar, self.notice_bar, self.progress_panel):
            column.addWidget(widget)
        column.addWidget(self.canvas, 1)
        self._added_docks: list[Dock] = []
        self.image_dock, self.category_dock = ImageStrip(self), CategoryDock(self)
        self.annotation_dock, self.details_dock = AnnotationDock(self), DetailsDock(self)
        right, bottom = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            self.setCorner(corner, right)
        for dock in (self.category_dock, self.annotation_dock, self.details_dock):
            dock.setMinimumWidth(_LEAST_COLUMN)
            self.addDockWidget(right, dock)
        self.addDockWidget(bottom, self.image_dock)
        self._resize_to_first()
        self.status_panel = StatusPanel()
        self.statusBar().addPermanentWidget(self.status_panel, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.rail = QToolBar(tr("Tools"))
        self.rail.setObjectName("toolRail")
        self.rail.setMovable(False)
        self.resize(1400, 900)
        self._layout_with_panels: QByteArray | None = None  # while they are hidden
        self._images_at_side = False
        self.image_dock.dockLocationChanged.connect(self._on_images_moved)
        self._heights_unfolded: dict[Dock, int] = {}
        for panel in self.docks:
            panel.folding.connect(partial(self._on_folding, panel))
        self._column_width = ColumnWidth(self, center, self._column)
        self.may_close: Callable[[], bool] = lambda: True
        self.is_painted = False
        self.canvas.installEventFilter(self)
        self.first_painted.connect(lambda: self.setWindowIcon(app_icon()))

    @property
    def docks(self) -> tuple[Dock, ...]:
        """The panels around the canvas."""
        return (self.category_dock, self.annotation_dock, self.details_dock, self.image_dock, *self._added_docks)

    @property
    def panels(self) -> Panels:
        """The widgets that show annotations, categories and the session."""
        return Panels(
            self.canvas,
            self.option_bar,
            self.category_dock,
            self.annotation_dock,
            self.details_dock,
            self.status_panel,
            self.image_dock,
        )

    def add_actions(self, actions: Mapping[str, QAction]) -> None:
        """Put the actions into menus, tool rail and option bar."""
        self.addActions(list(actions.values()))
        letters: set[str] = set()
        for name in MENUS:
            menu = self.menuBar().addMenu(_with_letter(tr(name), letters))
            menu.setObjectName(f"menu{name}")
            menu.aboutToShow.connect(draw_all_sizes)
            within = fill_menu_of_bar(menu, name, actions)
            if name == "File":
                self.recent_menu = within
            if name == "View":
                self._panel_menu = within
                for dock in self.docks:
                    within.addAction(dock.toggleViewAction())
        for action_id in RAIL:
            if action_id:
                self.rail.addAction(actions[action_id])
            else:
                self.rail.addSeparator()
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        more = self.rail.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:  # Qt's own is black on any ground
            set_icon(more, "chevron-down")
            more.setAccessibleName(tr("More tools"))
            more.setToolTip(tr("More tools"))
        self._first_layout = self.saveState(_LAYOUT_VERSION)
        self.option_bar.add_actions(actions)
        for action_id in CANVAS_ONLY:
            action = actions[action_id]
            self.removeAction(action)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.canvas.addAction(action)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar right above the canvas; it hides and shows itself."""
        center = self.canvas.parentWidget()
        column = None if center is None else center.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.canvas), bar)

    def add_dock(self, dock: Dock) -> None:
        """Add a panel: where and as it was the last time, else hidden at its home."""
        self._added_docks.append(dock)
        dock.folding.connect(partial(self._on_folding, dock))
        for signal in (dock.visibilityChanged, dock.dockLocationChanged, dock.topLevelChanged):
            signal.connect(partial(self._on_lower_gone, dock))
        self._panel_menu.addAction(dock.toggleViewAction())
        if not self.restoreDockWidget(dock):
            self._put_home(dock)
        dock.set_folded(bool(self._layout_file().value(f"folded/{dock.objectName()}", False, bool)))

    def _put_home(self, dock: Dock) -> None:
        """Put a panel, hidden, behind the details, or between the canvas and the strip of images."""
        self.addDockWidget(dock.home, dock)
        others = [d for d in self._added_docks if d is not dock and d.home == dock.home == self.dockWidgetArea(d)]
        if dock.home == Qt.DockWidgetArea.RightDockWidgetArea:
            self.tabifyDockWidget(self.details_dock, dock)
        elif others and not others[0].isFloating():
            self.tabifyDockWidget(others[0], dock)
        elif self.dockWidgetArea(self.image_dock) == dock.home and not self.image_dock.isFloating():
            is_hidden = self.image_dock.isHidden()
            self.removeDockWidget(self.image_dock)  # to come again below the panel
            self.splitDockWidget(dock, self.image_dock, Qt.Orientation.Vertical)
            self.image_dock.setHidden(is_hidden)
            QTimer.singleShot(0, self, self._resize_images)
        dock.hide()
        if dock.home == Qt.DockWidgetArea.BottomDockWidgetArea:
            dock.visibilityChanged.connect(partial(self._on_lower_shown, dock), Qt.ConnectionType.SingleShotConnection)

    def _on_lower_shown(self, dock: Dock, shown: bool) -> None:
        """Leave the picture its room when a panel comes up below it; Qt would give it what it asks for."""
        if not shown:
            dock.visibilityChanged.connect(partial(self._on_lower_shown, dock), Qt.ConnectionType.SingleShotConnection)
        elif self.isVisible() and not dock.isFloating() and self.dockWidgetArea(dock) == dock.home:
            docks, heights = [dock, self.image_dock], [_LOWER_HEIGHT, _STRIP_HEIGHT]
            QTimer.singleShot(0, self, lambda: self.resizeDocks(docks, heights, Qt.Orientation.Vertical))

    def _on_lower_gone(self, dock: Dock, *_: object) -> None:
        """Give the room of a panel that went from below the picture back to the picture; Qt gives it to the strip."""
        is_low = not dock.isHidden() and not dock.isFloating() and self.dockWidgetArea(dock) == _BOTTOM
        if is_low or not self.image_dock.isVisible() or self.dockWidgetArea(self.image_dock) != _BOTTOM:
            return
        # Beside it, the panel had the strip take its own height.
        is_beside = dock.y() == self.image_dock.y() and dock.x() != self.image_dock.x()
        height = _STRIP_HEIGHT if is_beside else self.image_dock.height()
        QTimer.singleShot(0, self, lambda: self.resizeDocks([self.image_dock], [height], Qt.Orientation.Vertical))

    def toggle_panels(self) -> None:
        """Hide everything around the image, or bring back what was hidden."""
        hides = self._layout_with_panels is None
        if self._layout_with_panels is None:
            self._layout_with_panels = self.saveState(_LAYOUT_VERSION)
            for widget in (*self.docks, self.rail):
                widget.hide()
        else:
            self.restoreState(self._layout_with_panels, _LAYOUT_VERSION)
            self._layout_with_panels = None
        self.statusBar().setVisible(not hides)

    def _column(self) -> list[Dock]:
        """Return the panels that are shown at the right."""
        right = Qt.DockWidgetArea.RightDockWidgetArea
        return [d for d in self.docks if d.isVisible() and not d.isFloating() and self.dockWidgetArea(d) == right]

    def _on_folding(self, dock: Dock, folded: bool) -> None:
        """Keep the width of the panels' column, and give the panels their heights back; the layout forgets both."""
        if not self.isVisible() or dock.isFloating():
            return
        width = dock.width()
        column = [d for d in self.docks if d.isVisible() and self.dockWidgetArea(d) == self.dockWidgetArea(dock)]
        if not any(d.is_folded for d in column):
            self._heights_unfolded |= {d: d.height() for d in column}

        def resize() -> None:
            self.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
            docks = [d for d in column if not d.is_folded and d in self._heights_unfolded]
            if docks and not folded:
                self.resizeDocks(docks, [self._heights_unfolded[d] for d in docks], Qt.Orientation.Vertical)

        QTimer.singleShot(0, self, resize)

    def _on_images_moved(self, area: Qt.DockWidgetArea) -> None:
        """Give the strip its own size where it stands now: it would keep its length as the width of a column."""
        at_side = area in (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
        if area == Qt.DockWidgetArea.NoDockWidgetArea or at_side == self._images_at_side:
            return
        self._images_at_side = at_side
        if self.isVisible():
            QTimer.singleShot(0, self, self._resize_images)

    def _resize_images(self) -> None:
        hint = self.image_dock.view.sizeHint()
        if self._images_at_side:
            self.resizeDocks([self.image_dock], [hint.width()], Qt.Orientation.Horizontal)
        else:
            self.resizeDocks([self.image_dock], [_STRIP_HEIGHT], Qt.Orientation.Vertical)

    def _layout_file(self) -> QSettings:
        return QSettings(str(config_dir() / "window.ini"), QSettings.Format.IniFormat)

    def reset_layout(self) -> None:
        """Put the panels back to where they were at the very first start; panels added later to their homes."""
        if self._layout_with_panels is not None:
            self.toggle_panels()
        for dock in self._added_docks:
            dock.hide()  # one above the other for a moment, they would make the window higher
        for dock in self.docks:
            dock.set_folded(False)
            dock.setFloating(False)
        self.restoreState(self._first_layout, _LAYOUT_VERSION)
        self.rail.show()
        for dock in self._added_docks:
            self.removeDockWidget(dock)  # else they would follow one another to where one of them is now
        for dock in self._added_docks:
            self._put_home(dock)
        self.details_dock.raise_()
        self._column_width.choose(_COLUMN_WIDTH)
        QTimer.singleShot(0, self, self._resize_to_first)

    def _resize_to_first(self) -> None:
        """Give the panels their first sizes."""
        column = [self.category_dock, self.annotation_dock, self.details_dock]
        self.resizeDocks(column[:1], [_COLUMN_WIDTH], Qt.Orientation.Horizontal)
        self.resizeDocks(column, list(_COLUMN_HEIGHTS), Qt.Orientation.Vertical)
        self.resizeDocks([self.image_dock], [_STRIP_HEIGHT], Qt.Orientation.Vertical)

    def restore_layout(self) -> None:
        """Bring back size, place and panels of the last time."""
        stored = self._layout_file()
        geometry, state = stored.value("geometry"), stored.value("state")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if state is not None:
            self.restoreState(state, _LAYOUT_VERSION)
        for dock in self.docks:
            dock.set_folded(bool(stored.value(f"folded/{dock.objectName()}", False, bool)))

    def save_layout(self) -> None:
        """Remember size, place and panels."""
        stored = self._layout_file()
        stored.setValue("geometry", self.saveGeometry())
        state = self._layout_with_panels
        stored.setValue("state", self.saveState(_LAYOUT_VERSION) if state is None else state)
        for dock in self.docks:
            stored.setValue(f"folded/{dock.objectName()}", dock.is_folded)
        stored.sync()

    def childEvent(self, event: QChildEvent) -> None:
        """Let tabs of panels that lie on one another keep their whole titles: what has no room is scrolled to."""
        super().childEvent(event)
        if event.type() != QEvent.Type.ChildPolished:
            return  # Python makes classes of all that Qt has, to name a child that is not finished: 15 ms
        child = event.child()
        if isinstance(child, QTabBar):
            child.setElideMode(Qt.TextElideMode.ElideNone)
            child.setUsesScrollButtons(True)
            child.installEventFilter(self)
            self._tab_edges.watch(child)
            self._let_focus(child)

    def _let_focus(self, tabs: QTabBar) -> None:
        """Let Tab reach tabs in sight only: those without use Qt keeps, shown, far outside the window."""
        in_sight = self.rect().intersects(tabs.geometry())
        tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus if in_sight else Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the canvas is painted for the first time; see where the tabs of panels go."""
        if isinstance(watched, QTabBar) and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._let_focus(watched)
        if watched is self.canvas and event.type() == QEvent.Type.Paint:
            self.canvas.removeEventFilter(self)
            self.is_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this computer, and say so."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop_frame.show_over()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say it no longer."""
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._drop_frame.hide()
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything come to rest; there is nothing unsaved to ask about."""
        if not self.may_close():
            event.ignore()
            return
        self.save_layout()
        self.hide()  # what is running may take a moment to end
        self.closing.emit()
        super().closeEvent(event)


def _with_letter(title: str, used: set[str]) -> str:
    """Mark the first letter of a menu's title that no other menu has, for Alt and it; none in other scripts."""
    for i, letter in enumerate(title):
        if letter.isascii() and letter.isalpha() and letter.lower() not in used:
            used.add(letter.lower())
            return f"{title[:i]}&{title[i:]}"
    return title
