"""CompareDock: how far the project agrees with another set, where not, and what to do there. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.agreement import DEFAULT_IOU, MatchOptions, Sums
from sam_annotator.core.comparison import Truth, figure, precision, recall
from sam_annotator.core.words import listed, mark, sentences, tr
from sam_annotator.ui.dialogs.parts import remark
from sam_annotator.ui.docks.compare_legend import CompareLegend
from sam_annotator.ui.docks.compare_list import DifferencePanel, claims_key
from sam_annotator.ui.docks.dock import Dock, icon_button
from sam_annotator.ui.docks.number_box import NumberBox
from sam_annotator.ui.docks.texts import ElidedLabel, EmptyState
from sam_annotator.ui.models.agreement_table import FIGURES, AgreementTableModel
from sam_annotator.ui.models.figures import count_text
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, strong, tabular

_PAUSE_MS = 300  # of a number that is being turned
_NAME_WIDTH = 120
_FIELD_WIDTH = 116
_PADDING = 2 * GAP + 6  # of a cell of a table


class CompareDock(Dock):
    """The panel.

    Signals:
        options_changed(): objects are to be paired otherwise.
        truth_changed(): another set is taken for true.
        close_requested(): the other set is not wanted any more.
        notes_requested(): what was left out is to be told.
        image_chosen(int): go to an image.
    """

    options_changed = Signal()
    truth_changed = Signal()
    close_requested = Signal()
    notes_requested = Signal()
    image_chosen = Signal(int)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Compare"), "compareDock", parent)
        self.differences = DifferencePanel(actions, self)
        self.by_category = AgreementTableModel(tr("Category"), self)
        self.by_image = AgreementTableModel(tr("Image"), self)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.options_changed)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._make_empty(actions))
        self._main = QWidget(self)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        self.tabs = QTabWidget(self._main)
        self.tabs.setObjectName("compareTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)  # in colours of its own
        self.tabs.addTab(self._make_overview(actions), tr("Overview"))
        self.tabs.addTab(self.differences, tr("Differences"))
        self.tabs.addTab(self._make_tables(actions), tr("Table"))
        column.addWidget(self.tabs, 1)
        self._pages.addWidget(self._main)
        self._column.addWidget(self._pages, 1)

    # Its parts

    def _make_empty(self, actions: Mapping[str, QAction]) -> QWidget:
        page = QWidget(self)
        empty = EmptyState(
            tr("Nothing to compare with"),
            tr("A COCO file, results of a model, or a project of somebody else; it is only read."),
            parent=page,
        )
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP, GAP, GAP, 2 * GAP)
        column.setSpacing(HALF_GAP)
        column.addStretch(1)
        column.addWidget(empty)
        for action_id, words in (
            ("compare.open_file", tr("Choose a file…")),
            ("compare.open_project", tr("Choose a project…")),
        ):
            button = QPushButton(words, page)
            button.setObjectName(f"button.{action_id}")
            button.setAutoDefault(False)
            _follow(button, actions[action_id])
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _make_head(self) -> QHBoxLayout:
        self._name = ElidedLabel(self._main)
        self._name.setObjectName("compareName")
        self._name.setFont(strong(body_font()))
        self.notes_button = icon_button("info", tr("What was left out, and what else to know"), self._main)
        self.notes_button.setObjectName("compareNotes")
        self.notes_button.clicked.connect(self.notes_requested)
        close = icon_button("close", tr("Close the other set"), self._main)
        close.setObjectName("compareClose")
        close.clicked.connect(self.close_requested)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, HALF_GAP, HALF_GAP, HALF_GAP)
        row.setSpacing(HALF_GAP)
        row.addWidget(self._name, 1)
        row.addWidget(self.notes_button)
        row.addWidget(close)
        return row

    def _make_overview(self, actions: Mapping[str, QAction]) -> QWidget:
        page = QWidget()
        page.setProperty("plain", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(0, 1)
        self._figures = [QLabel("–", page) for _ in FIGURES]
        for i, (head, value) in enumerate(zip(FIGURES, self._figures, strict=True)):
            label = QLabel(tr(head), page)
            label.setProperty("muted", True)
            value.setFont(tabular(strong(body_font())))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setAccessibleName(tr(head))
            grid.addWidget(label, i, 0)
            grid.addWidget(value, i, 1)
        column.addLayout(grid)
        self._counts = remark()
        self._counts.setObjectName("compareCounts")
        self._about = remark()
        self._about.setObjectName("compareAbout")
        column.addWidget(self._counts)
        column.addWidget(_line(page))
        column.addLayout(self._make_options(page))
        column.addWidget(self._about)
        column.addWidget(_line(page))
        self.layer = QCheckBox(tr("Show theirs on the image"), page)
        self.layer.setObjectName("compareLayer")
        toggle = actions["compare.toggle_layer"]
        self.layer.clicked.connect(toggle.trigger)
        toggle.toggled.connect(self.layer.setChecked)
        self.layer.setChecked(toggle.isChecked())
        self.layer.setToolTip(toggle.toolTip())
        column.addWidget(self.layer)
        column.addWidget(CompareLegend(page))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("compareOverview")
        area.setAccessibleName(tr("Overview"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _make_options(self, page: QWidget) -> QGridLayout:
        self.iou, self.score = (NumberBox(page) for _ in range(2))
        self.iou.setRange(0.05, 1.0)
        self.iou.setValue(DEFAULT_IOU)
        self.score.setRange(0.0, 1.0)
        self.truth = QComboBox(page)
        self.truth.addItem(tr("Ours"), Truth.OURS)
        self.truth.addItem(tr("Theirs"), Truth.THEIRS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(0, 1)
        rows: tuple[tuple[str, str, QWidget, str], ...] = (
            ("compareIou", tr("Same object from IoU"), self.iou,
             tr("Masks that overlap less are two objects.")),
            ("compareScore", tr("Theirs from score"), self.score,
             tr("What they are less sure of is left out; what has no score stays.")),
            ("compareTruth", tr("Taken for true"), self.truth,
             tr("Precision: how much of the other set is true. Recall: how much of the true set it has.")),
        )  # fmt: skip
        for i, (name, words, widget, tip) in enumerate(rows):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
            widget.setToolTip(tip)
            label = QLabel(words, page)
            label.setBuddy(widget)
            label.setWordWrap(True)
            widget.setFixedWidth(_FIELD_WIDTH)
            label.setToolTip(tip)
            grid.addWidget(label, i, 0)
            grid.addWidget(widget, i, 1)
        for spin in (self.iou, self.score):
            spin.setDecimals(2)
            spin.setSingleStep(0.05)
            spin.setFont(tabular(body_font()))
            spin.setAlignment(Qt.AlignmentFlag.AlignRight)
            spin.valueChanged.connect(lambda _value: self._soon.start())
        self.truth.currentIndexChanged.connect(lambda _i: self.truth_changed.emit())
        return grid

    def _make_tables(self, actions: Mapping[str, QAction]) -> QWidget:
        page = QWidget(self)
        self.rows_of = QComboBox(page)
        self.rows_of.setObjectName("compareRows")
        self.rows_of.setAccessibleName(tr("Rows"))
        self.rows_of.addItem(tr("By category"))
        self.rows_of.addItem(tr("By image"))
        export = icon_button("export", actions["compare.export_csv"].toolTip(), page)
        export.setObjectName("compareExport")
        export.clicked.connect(actions["compare.export_csv"].trigger)
        top = QHBoxLayout()
        top.setContentsMargins(GAP, GAP, HALF_GAP, HALF_GAP)
        top.addWidget(self.rows_of, 1)
        top.addWidget(export)
        self.category_view = _table(self.by_category, "compareByCategory", tr("Agreement by category"), page)
        self.image_view = _table(self.by_image, "compareByImage", tr("Agreement by image"), page)
        tables = QStackedWidget(page)
        tables.addWidget(self.category_view)
        tables.addWidget(self.image_view)
        self.rows_of.currentIndexChanged.connect(tables.setCurrentIndex)
        self.category_view.activated.connect(lambda index: self._on_category(index.row()))
        self.category_view.doubleClicked.connect(lambda index: self._on_category(index.row()))
        self.image_view.activated.connect(lambda index: self._on_image(index.row()))
        self.image_view.clicked.connect(lambda index: self._on_image(index.row()))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(tables, 1)
        return page

    # What it shows

    @property
    def options(self) -> MatchOptions:
        """How objects are to be paired."""
        return MatchOptions(round(self.iou.value(), 2), round(self.score.value(), 2))

    @property
    def chosen_truth(self) -> Truth:
        """Which set is taken for true."""
        return Truth(self.truth.currentData())

    def show_nothing(self) -> None:
        """Say what to do."""
        self._soon.stop()
        self.set_remark("")
        self._pages.setCurrentIndex(0)

    def show_set(self, name: str, about: Sequence[str], truth: Truth, *, has_scores: bool, has_notes: bool) -> None:
        """Show what the project is compared with; its figures come with `show_figures`."""
        self._name.setText(name)
        self._name.setToolTip(name)
        self._about.setText(sentences(about))
        self.notes_button.setVisible(has_notes)
        self.score.setEnabled(has_scores)
        for widget, value in ((self.score, 0.0), (self.iou, DEFAULT_IOU)):
            widget.blockSignals(True)
            widget.setValue(value)
            widget.blockSignals(False)
        self.truth.blockSignals(True)
        self.truth.setCurrentIndex(self.truth.findData(truth))
        self.truth.blockSignals(False)
        self._pages.setCurrentWidget(self._main)

    def show_figures(self, sums: Sums) -> None:
        """Show how far the sets agree as a whole."""
        truth = self.chosen_truth
        values = (sums.panoptic_quality, sums.mean_iou, precision(sums, truth), recall(sums, truth))
        for label, value in zip(self._figures, values, strict=True):
            label.setText(figure(value) or "–")
        alone_left, alone_right = sums.only_left - sums.other_category, sums.only_right - sums.other_category
        parts = [
            count_text(sums.pairs, mark("{n} pair"), mark("{n} pairs")),
            count_text(alone_left, mark("{n} only ours"), mark("{n} only ours")),
            count_text(alone_right, mark("{n} only theirs"), mark("{n} only theirs")),
            count_text(sums.other_category, mark("{n} of another category"), mark("{n} of another category")),
        ]
        self._counts.setText(listed(parts))
        self.set_remark("" if values[0] is None else tr("PQ {value}", value=figure(values[0])))

    def _on_category(self, row: int) -> None:
        category_id = self.by_category.key_at(row)
        if category_id is not None:
            self.differences.choose_category(category_id)
            self.tabs.setCurrentWidget(self.differences)

    def _on_image(self, row: int) -> None:
        image_id = self.by_image.key_at(row)
        if image_id is not None:
            self.image_chosen.emit(image_id)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("line")
    return line


class AgreementView(QTableView):
    """A table whose Enter goes to what is current, and no other part of the window takes it."""

    def event(self, event: QEvent) -> bool:
        """Claim the keys of tables before the window's shortcuts do."""
        return claims_key(event) or super().event(event)


def _table(model: AgreementTableModel, name: str, words: str, parent: QWidget) -> QTableView:
    view = AgreementView(parent)
    view.setObjectName(name)
    view.setAccessibleName(words)
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heads = view.horizontalHeader()
    heads.setHighlightSections(False)
    heads.setSortIndicator(*model.sorted_by)
    view.setSortingEnabled(True)
    view.setColumnWidth(0, _NAME_WIDTH)
    metrics = heads.fontMetrics()
    for column in range(1, model.columnCount()):  # of the head and the widest figure, not of 100,000 rows
        text = str(model.headerData(column, Qt.Orientation.Horizontal))
        width = max(metrics.horizontalAdvance(text) + 2 * GAP, metrics.horizontalAdvance("0.000"))
        view.setColumnWidth(column, width + _PADDING)
    return view


def _follow(button: QPushButton, action: QAction) -> None:
    """Let a button do what an action does, while it is enabled."""
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.toolTip())
