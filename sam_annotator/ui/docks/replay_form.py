"""ReplayForm: what to ask again and by which engine, and how far that is. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.words import mark, tr
from sam_annotator.ui.dialogs.parts import remark, set_tone
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.theme import GAP, HALF_GAP

SCOPES = ("selected", "image", "listed", "project")
_SCOPE_WORDS = {
    "selected": mark("Selected annotations ({n})"),
    "image": mark("This image"),
    "listed": mark("The images listed ({n})"),
    "project": mark("The whole project ({n})"),
}
FORM_WIDTH = 280
_STEPS = 1000


class ReplayForm(QWidget):
    """The part of the panel that begins a replay.

    Signals:
        run_requested(): ask again, as the form says.
        cancel_requested(): end that.
    """

    run_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make()
        self.set_running(False)

    def _make(self) -> None:
        self.scope, self.engine = short_box("replayScope", self), short_box("replayEngine", self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(1, 1)
        for line, (words, box) in enumerate(((tr("&What"), self.scope), (tr("&Engine"), self.engine))):
            label = QLabel(words, self)
            label.setBuddy(box)
            box.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, line, 0)
            grid.addWidget(box, line, 1)
        for scope in SCOPES:
            self.scope.addItem(tr(_SCOPE_WORDS[scope], n=0), scope)
        self.again = QCheckBox(tr("Also what this engine has made"), self)
        self.again.setObjectName("replayAgain")
        self.again.setToolTip(tr("Ask again about masks that this engine has made already: it should give the same."))
        self.note = remark()
        self.note.setObjectName("replayNote")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("replayProgress")
        self.bar.setAccessibleName(tr("Replay prompts"))
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.run = QPushButton(tr("Replay"), self)
        self.run.setObjectName("replayRun")
        self.run.clicked.connect(self.run_requested)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setObjectName("replayCancel")
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.bar, 1)
        row.addStretch(0)
        row.addWidget(self.cancel)
        row.addWidget(self.run)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(grid)
        column.addWidget(self.again)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addStretch(1)
        self.setFixedWidth(FORM_WIDTH)

    def set_scopes(self, counts: Mapping[str, int]) -> None:
        """Say how many annotations are selected, or images meant; a scope without any can't be chosen."""
        for i, scope in enumerate(SCOPES):
            self.scope.setItemText(i, tr(_SCOPE_WORDS[scope], n=grouped(counts.get(scope, 0))))
            item = self.scope.model().item(i)  # type: ignore[attr-defined]
            item.setEnabled(counts.get(scope, 0) > 0)
        if not counts.get(self.scope.currentData(), 0):
            first = next((i for i, scope in enumerate(SCOPES) if counts.get(scope, 0)), len(SCOPES) - 1)
            self.scope.setCurrentIndex(first)

    def choose_scope(self, scope: str) -> None:
        """Choose what to ask about."""
        self.scope.setCurrentIndex(SCOPES.index(scope))

    def set_engines(self, engines: Sequence[tuple[str, str]], running_id: str) -> None:
        """Offer engines, (id, words); the one that runs is chosen unless another one was."""
        chosen = self.engine.currentData()
        ids = [engine_id for engine_id, _ in engines]
        self.engine.clear()
        for engine_id, words in engines:
            self.engine.addItem(words, engine_id)
        wanted = chosen if chosen in ids else running_id
        if wanted in ids:
            self.engine.setCurrentIndex(ids.index(wanted))

    def set_can_run(self, why_not: str) -> None:
        """Enable the button that begins, or say why it is not."""
        self.run.setEnabled(not why_not)
        self.run.setToolTip(why_not or tr("Answer the stored prompts again. Nothing is changed before you accept it."))

    def set_running(self, running: bool, share: float = 0.0) -> None:
        """Show how far it is, or that nothing runs."""
        self.run.setVisible(not running)
        self.cancel.setVisible(running)
        self.bar.setVisible(running)
        self.bar.setValue(round(share * _STEPS))
        for widget in (self.scope, self.engine, self.again):
            widget.setEnabled(not running)

    def set_note(self, text: str, tone: str = "") -> None:
        """Say what is going on, or what came of it."""
        self.note.setText(text)
        set_tone(self.note, tone)
        self.bar.setAccessibleDescription(text)


def short_box(name: str, parent: QWidget) -> QComboBox:
    """Return a box whose long words are cut rather than the panel widened."""
    box = QComboBox(parent)
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
