"""BoxImport: a stand-in."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sam_annotator.ui.automatic_runner import AutomaticRunner
from sam_annotator.ui.feature import Parts
from sam_annotator.ui.proposal_presenter import ProposalPresenter


class BoxImport(QObject):
    """Asks."""

    def __init__(
        self, parts: Parts, presenter: ProposalPresenter, runner: AutomaticRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)

    def ask(self) -> None:
        """Ask."""
