"""ReplayDock: what to ask again, and old beside new of what was answered. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.words import mark, tr
from sam_annotator.ui.canvas.differences import GAINED_COLOR, LOST_COLOR
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.drawing import swatch_icon
from sam_annotator.ui.docks.number_box import NumberBox
from sam_annotator.ui.docks.reflow import Lines
from sam_annotator.ui.docks.replay_form import FORM_WIDTH, ReplayForm, short_box
from sam_annotator.ui.docks.replay_table import ReplayTable
from sam_annotator.ui.docks.texts import EmptyState
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.models.replay_list import (
    ReplayFilter,
    ReplayListModel,
    ReplayProxy,
    ReplayRow,
    State,
)
from sam_annotator.ui.theme import GAP, current_theme

VIEWS = ("old", "difference", "new")
_VIEW_WORDS = {"old": mark("Old"), "difference": mark("Difference"), "new": mark("New")}
_SHOWN: tuple[tuple[str, frozenset[State]], ...] = (
    (mark("To decide ({n})"), frozenset((State.OPEN,))),
    (mark("Decided ({n})"), frozenset((State.ACCEPTED, State.KEPT))),
    (mark("Same mask ({n})"), frozenset((State.SAME,))),
    (mark("Stays ({n})"), frozenset((State.STAYS, State.CHANGED, State.GONE))),
    (mark("All ({n})"), frozenset()),
)
_LIMITS = (mark("Any IoU"), mark("IoU at least"), mark("IoU below"))
_WIDE = 760  # from here on the form stands beside the table
_LEAST_WIDTH = 352
_LEAST_HEIGHT, _LEAST_HEIGHT_NARROW = 224, 448  # with three lines of filters and buttons; with four
_LEAST_HEIGHT_WORDS = 320  # below the form, where there is no table yet
_LINE_HEIGHT = 36
_LEAST_SHOWN = 128  # of all that, while the rest is scrolled to


class _Split(QBoxLayout):
    """Takes the room there is: for a height that its lines would like, the page would be scrolled without need."""

    def hasHeightForWidth(self) -> bool:
        """Say no."""
        return False


class ReplayDock(Dock):
    """The panel.

    Signals:
        came_up(): it is to be seen.
        went_away(): it is not to be seen any more.
        row_chosen(ReplayRow): the user came to a row; None for none.
        view_chosen(str): of VIEWS, how it is to be shown.
        accept_requested(list of ReplayRow): give them their new masks.
        keep_requested(list of ReplayRow): leave them as they are.
    """

    came_up = Signal()
    went_away = Signal()
    row_chosen = Signal(object)
    view_chosen = Signal(str)
    accept_requested = Signal(object)
    keep_requested = Signal(object)

    home = Qt.DockWidgetArea.BottomDockWidgetArea

    def __init__(self, model: ReplayListModel, parent: QWidget | None = None) -> None:
        super().__init__(tr("Replay prompts"), "replayDock", parent)
        self._is_up = self._is_read_only = False
        self._model = model
        self.proxy = ReplayProxy(model, self)
        page = self._page = QWidget(self)
        page.setProperty("plain", True)
        page.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)  # what it needs where it is narrow
        self._split = _Split(QBoxLayout.Direction.LeftToRight, page)
        self._split.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._split.setContentsMargins(GAP, GAP, GAP, GAP)
        self._split.setSpacing(2 * GAP)
        self.form = ReplayForm(self)
        self._split.addWidget(self.form)
        self._results = QWidget(self)
        self._make_results()
        self._split.addWidget(self._results, 1)
        area = QScrollArea(self)  # in a column of panels it must not make the window higher
        area.setObjectName("replayArea")
        area.setAccessibleName(tr("Replay prompts"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumSize(_LEAST_WIDTH + area.verticalScrollBar().sizeHint().width(), _LEAST_SHOWN)
        area.setWidget(page)
        self._column.addWidget(area)
        self._begins_with: bool | None = None
        self._later = QTimer(self, singleShot=True, interval=0)  # many rows change one after the other
        self._later.timeout.connect(self._on_rows_later)
        for signal in (model.rowsInserted, model.modelReset, model.dataChanged):
            signal.connect(lambda *_: self._later.start())
        self.visibilityChanged.connect(self._on_visibility)
        self.folded.connect(lambda folded: self._on_visibility(not folded and self.isVisible()))
        self._on_rows()

    # What was answered

    def _make_results(self) -> None:
        page = self._results
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._make_filter(column)
        self.table = ReplayTable(self.proxy, page)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self._empty = EmptyState("", parent=page)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        self._make_buttons(column)
        for lines in (self._filter_row, self._buttons_row):
            lines.count_changed.connect(self._set_least_height)

    def _make_filter(self, column: QVBoxLayout) -> None:
        page = self._results
        self.shown, self.limit = short_box("replayShown", page), short_box("replayLimit", page)
        self.shown.setAccessibleName(tr("Rows that are shown"))
        for words, _states in _SHOWN:
            self.shown.addItem(tr(words, n=0))
        self.limit.setAccessibleName(tr("Limit of the IoU"))
        for words in _LIMITS:
            self.limit.addItem(tr(words))
        self.iou = NumberBox(page)
        self.iou.lineEdit().setTextMargins(6, 0, 0, 0)
        self.iou.setObjectName("replayIou")
        self.iou.setAccessibleName(tr("IoU"))
        self.iou.setRange(0.0, 1.0)
        self.iou.setSingleStep(0.05)
        self.iou.setValue(0.9)
        self.iou.setEnabled(False)
        self.search = QLineEdit(page)
        self.search.setObjectName("replaySearch")
        self.search.setPlaceholderText(tr("Category or image"))
        self.search.setAccessibleName(tr("Category or image"))
        self.search.setClearButtonEnabled(True)
        self._filter_row = Lines([[(self.shown, 3), (self.search, 3)], [(self.limit, 2), (self.iou, 0)]], page)
        column.addWidget(self._filter_row)
        self.shown.currentIndexChanged.connect(lambda _i: self._on_filter())
        self.limit.currentIndexChanged.connect(lambda _i: self._on_filter())
        self.iou.valueChanged.connect(lambda _v: self._on_filter())
        self.search.textChanged.connect(lambda _t: self._on_filter())

    def _make_buttons(self, column: QVBoxLayout) -> None:
        page = self._results
        self._views = QButtonGroup(self)
        for view in VIEWS:
            button = QToolButton(page)
            button.setObjectName(f"replayView-{view}")
            button.setText(tr(_VIEW_WORDS[view]))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked, view=view: self.view_chosen.emit(view))
            self._views.addButton(button)
        self._legend = [_swatch_label(words, page) for words in (tr("gained"), tr("lost"))]
        self.keep = QPushButton(page)
        self.keep.setObjectName("replayKeep")
        self.accept = QPushButton(page)
        self.accept.setObjectName("replayAccept")
        self.accept_shown = QPushButton(page)
        self.accept_shown.setObjectName("replayAcceptShown")
        self.keep.clicked.connect(lambda: self.keep_requested.emit(self.selected))
        self.accept.clicked.connect(lambda: self.accept_requested.emit(self.selected))
        self.accept_shown.clicked.connect(lambda: self.accept_requested.emit(self.proxy.shown))
        for each in (self.keep, self.accept, self.accept_shown):
            each.setAutoDefault(False)
        views = [(button, 0) for button in (*self._views.buttons(), *self._legend)]
        decisions = [(self.keep, 0), (self.accept, 0), (self.accept_shown, 0)]
        self._buttons_row = Lines([views, decisions[:2], decisions[2:]], page)
        column.addWidget(self._buttons_row)

    def set_actions(self, accept: QAction, keep: QAction) -> None:
        """Say the keys of what the buttons do."""
        for button, action in ((self.accept, accept), (self.keep, keep)):
            action.changed.connect(lambda button=button, action=action: button.setToolTip(action.toolTip()))
            button.setToolTip(action.toolTip())

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be accepted."""
        self._is_read_only = read_only
        self._show_buttons()

    def show_theme(self) -> None:
        """Draw the swatches of the legend for the theme there is now."""
        for label, color in zip(self._legend, (GAINED_COLOR, LOST_COLOR), strict=True):
            label.setIcon(swatch_icon(color, current_theme()))

    def set_view(self, view: str) -> None:
        """Show which of the two masks is drawn."""
        self._views.buttons()[VIEWS.index(view)].setChecked(True)
        for label in self._legend:
            label.setVisible(view == "difference")
        self._buttons_row.place()

    @property
    def is_seen(self) -> bool:
        """Whether the user can see it."""
        return self._is_up and not self.is_folded

    @property
    def selected(self) -> list[ReplayRow]:
        """The rows that are selected, in their order."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.proxy.row_at(place) for place in places]

    @property
    def current(self) -> ReplayRow | None:
        """The row that the user is at."""
        index = self.table.currentIndex()
        return self.proxy.row_at(index.row()) if index.isValid() else None

    def place_shown(self, annotation_id: int) -> int:
        """Return where the row of an annotation stands among those shown; -1 where it does not."""
        place = self._model.place_of(annotation_id)
        return self.proxy.mapFromSource(self._model.index(place, 0)).row() if place >= 0 else -1

    def show_first(self, *, has_open: bool) -> None:
        """Go to the first row to decide, once all rows are there; where there is none, show all rows."""
        self._begins_with = has_open
        self._later.start()

    def _show_first(self, has_open: bool) -> None:
        if not has_open and not self.proxy.rowCount():
            self.shown.setCurrentIndex(len(_SHOWN) - 1)
        elif has_open and not self.proxy.rowCount():
            self.shown.setCurrentIndex(0)
        if has_open:
            self.go_on(0)
            self.table.setFocus()

    def go_on(self, place: int) -> None:
        """Go to a place of those shown, or the last one; where rows went away that is what followed them."""
        if self.proxy.rowCount():
            self._choose(min(max(place, 0), self.proxy.rowCount() - 1))

    def _choose(self, place: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.proxy.index(place, 0)
        self.table.selectionModel().setCurrentIndex(index, flags)
        self.table.scrollTo(index)

    def _on_current(self) -> None:
        self.row_chosen.emit(self.current)

    def _on_filter(self) -> None:
        limit, iou = self.limit.currentIndex(), self.iou.value()
        self.iou.setEnabled(limit > 0)
        self.proxy.set_filter(
            ReplayFilter(
                states=_SHOWN[self.shown.currentIndex()][1],
                text=self.search.text().strip(),
                at_least=iou if limit == 1 else 0.0,
                below=iou if limit == 2 else 2.0,
            )
        )
        self._on_rows()

    def _on_rows_later(self) -> None:
        if self._begins_with is not None:
            has_open, self._begins_with = self._begins_with, None
            self._show_first(has_open)
        self._on_rows()

    def _on_rows(self) -> None:
        counts = self._model.counts
        for i, (words, states) in enumerate(_SHOWN):
            n = sum(counts[state] for state in states) if states else counts.total()
            self.shown.setItemText(i, tr(words, n=grouped(n)))
        has_rows, shows_rows = counts.total() > 0, self.proxy.rowCount() > 0
        self._filter_row.setVisible(has_rows)
        self._buttons_row.setVisible(has_rows)
        self.table.setVisible(shows_rows)
        self._empty.setVisible(not shows_rows)
        if not has_rows:
            self._empty.set_words(
                tr("Old and new masks are compared here"),
                tr("The stored clicks and boxes are answered again, hand edits stay on top, and you decide."),
            )
        else:
            self._empty.set_words(tr("No row fits"), tr("Choose other rows above."))
        self.table.fit_columns()
        self._filter_row.place()
        self._show_buttons()
        self._set_least_height()

    def _show_buttons(self) -> None:
        selected = [row for row in self.selected if row.state is State.OPEN]
        shown = self.proxy.open_count
        several = len(selected) > 1
        self.keep.setText(tr("Keep old ({n})", n=grouped(len(selected))) if several else tr("Keep old"))
        self.accept.setText(tr("Accept new ({n})", n=grouped(len(selected))) if several else tr("Accept new"))
        self.accept_shown.setText(tr("Accept all shown ({n})", n=grouped(shown)))
        self.keep.setEnabled(bool(selected))
        self.accept.setEnabled(bool(selected) and not self._is_read_only)
        self.accept_shown.setEnabled(shown > 0 and not self._is_read_only)
        self._buttons_row.place()

    # Its place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the table; above it where there is less room."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._split.direction() != wanted:
            self._split.setDirection(wanted)
            self.form.setMinimumWidth(FORM_WIDTH if is_wide else 0)
            self.form.setMaximumWidth(FORM_WIDTH if is_wide else 16_777_215)
            self._set_least_height()

    def _set_least_height(self) -> None:
        """Leave the table some rows, on however many lines the controls stand; words alone need less room."""
        is_wide = self._split.direction() == QBoxLayout.Direction.LeftToRight
        least, lines = (_LEAST_HEIGHT, 3) if is_wide else (_LEAST_HEIGHT_NARROW, 4)
        more = self._filter_row.line_count + self._buttons_row.line_count - lines
        is_empty = self._filter_row.isHidden()
        words = _LEAST_HEIGHT if is_wide else _LEAST_HEIGHT_WORDS
        self._page.setMinimumHeight(words if is_empty else least + max(more, 0) * _LINE_HEIGHT)

    def _on_visibility(self, is_up: bool) -> None:
        was_seen = self.is_seen
        self._is_up = is_up
        if self.is_seen and not was_seen:
            self.came_up.emit()
        elif was_seen and not self.is_seen:
            self.went_away.emit()


def _swatch_label(words: str, parent: QWidget) -> QToolButton:
    """Return words with the colour they mean before them."""
    label = QToolButton(parent)
    label.setText(words)
    label.setIconSize(QSize(14, 14))
    label.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    label.setAutoRaise(True)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
