"""InspectDock: why a mask is as it is: its candidates, logits, threshold, and what made it. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.words import tr
from sam_annotator.ui.docks.candidate_card import CandidateCards, CandidateView
from sam_annotator.ui.docks.details_dock import FactTable
from sam_annotator.ui.docks.dock import Dock, icon_button
from sam_annotator.ui.docks.inspect_facts import NAMES
from sam_annotator.ui.docks.logit_legend import LogitLegend, ThresholdRow, signed
from sam_annotator.ui.docks.texts import EmptyState, WrappedText
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, small_font, strong, tabular


class InspectDock(Dock):
    """Shows an answer, or an annotation.

    Signals:
        came_up(): it is to be seen, and shall show what is so now.
        ask_requested(): the prompts of the annotation shown are to be answered again.
    """

    came_up = Signal()
    ask_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Inspect"), "inspectDock", parent)
        self._is_up = False
        self._hash = ""
        self._pages = QStackedWidget(self._body)
        self._column.addWidget(self._pages)
        self._empty = EmptyState(
            tr("Nothing to inspect"), tr("Click an object, or choose an annotation."), parent=self._pages
        )
        self._pages.addWidget(self._empty)
        self._area = QScrollArea(self._pages)
        self._area.setObjectName("inspectArea")
        self._area.setAccessibleName(tr("Inspect"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("plain", True)
        self._fill(page)
        self._area.setWidget(page)
        self._pages.addWidget(self._area)
        self.visibilityChanged.connect(self._on_visibility)
        self.folded.connect(lambda folded: self._on_visibility(not folded and self.isVisible()))

    def _fill(self, page: QWidget) -> None:
        self.title = WrappedText(parent=page)
        self.title.setObjectName("inspectTitle")
        self.title.setFont(strong(body_font()))
        self.note = QLabel(page)
        self.note.setObjectName("inspectNote")
        self.note.setFont(small_font())
        self.note.setProperty("muted", True)
        self.note.setWordWrap(True)
        self.candidates = CandidateCards(page)
        self.ask_button = QPushButton(tr("Ask again"), page)
        self.ask_button.setObjectName("inspectAsk")
        self.ask_button.setAutoDefault(False)
        self.ask_button.clicked.connect(self.ask_requested)
        self.threshold = ThresholdRow(page)
        self.heat = QCheckBox(tr("Show logits on the image"), page)
        self.heat.setObjectName("inspectHeat")
        self.legend = LogitLegend(page)
        self.pointer = QLabel(page)
        self.pointer.setObjectName("inspectPointer")
        self.pointer.setFont(tabular(small_font()))
        self.pointer.setProperty("muted", True)
        self.facts = FactTable(NAMES, page)
        self.copy_hash = icon_button("copy", tr("Copy the hash of the checkpoint"), page)
        self.copy_hash.setObjectName("inspectCopyHash")
        self.copy_hash.clicked.connect(self._copy_hash)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(HALF_GAP)
        head = QVBoxLayout()
        head.setContentsMargins(GAP, 0, GAP, 0)
        head.addWidget(self.title)
        head.addWidget(self.note)
        column.addLayout(head)
        column.addWidget(self.candidates)
        column.addLayout(_inset(self.ask_button))
        column.addWidget(self.threshold)
        column.addLayout(_inset(self.heat))
        column.addWidget(self.legend)
        column.addLayout(_inset(self.pointer))
        column.addSpacing(HALF_GAP)
        column.addWidget(self.facts)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 0, GAP, 0)
        self._hash_label = QLabel(tr("Hash of the checkpoint"), page)
        self._hash_label.setProperty("muted", True)
        row.addWidget(self._hash_label)
        row.addStretch(1)
        row.addWidget(self.copy_hash)
        column.addLayout(row)
        column.addStretch(1)

    def set_heat_action(self, action: QAction) -> None:
        """Let the box do what the action of the heat map does."""
        self.heat.clicked.connect(action.trigger)
        action.toggled.connect(self.heat.setChecked)
        self.heat.setChecked(action.isChecked())

    @property
    def is_seen(self) -> bool:
        """Whether the user can see it."""
        return self._is_up and not self.is_folded

    # What it shows

    def show_nothing(self) -> None:
        """Say what to do."""
        self._pages.setCurrentWidget(self._empty)

    def show_subject(self, title: str, note: str, facts: dict[str, str], checkpoint_sha256: str) -> None:
        """Show what is inspected, and what is known of it."""
        self.title.set_text(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.facts.set_facts(facts)
        self._hash = checkpoint_sha256
        self.copy_hash.setVisible(bool(checkpoint_sha256))
        self._hash_label.setVisible(bool(checkpoint_sha256))
        self.copy_hash.setToolTip(checkpoint_sha256)
        self._pages.setCurrentWidget(self._area)

    def show_candidates(self, views: tuple[CandidateView, ...], pixels: RgbImage | None, color: str) -> None:
        """Show the candidates, the best first, or none."""
        self.candidates.show_candidates(views, pixels, color)
        self.candidates.setVisible(bool(views))
        for widget in (self.threshold, self.heat):
            widget.setVisible(bool(views))
        self.show_legend(self.heat.isChecked() and bool(views))

    def show_legend(self, shown: bool) -> None:
        """Show what the colours mean, or don't."""
        self.legend.setVisible(shown)
        self.pointer.setVisible(shown)

    def show_ask(self, shown: bool, why_not: str = "") -> None:
        """Offer to ask again; with a reason it can't be done."""
        self.ask_button.setVisible(shown)
        self.ask_button.setEnabled(not why_not)
        self.ask_button.setToolTip(why_not or tr("Answer the stored prompts with the engine that runs."))

    def show_pointer(self, logit: float | None) -> None:
        """Say the logit at the pointer."""
        self.pointer.setText(tr("Logit at the pointer: {value}", value="–" if logit is None else signed(logit, 2)))

    def _copy_hash(self) -> None:
        QGuiApplication.clipboard().setText(self._hash)

    def _on_visibility(self, is_up: bool) -> None:
        self._is_up = is_up
        if self.is_seen:
            self.came_up.emit()


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(GAP, 0, GAP, 0)
    row.addWidget(widget)
    return row
