"""LongEdits: edits of many annotations, which another thread makes; what takes long shows how far it is, with Cancel.

The window's thread lends the project to the other one and waits, so an edit is the same call for whoever makes it,
short or long. Where that takes longer than nobody would notice, a dialog stands before the window, and the event loop
turns for it. What threads tell meanwhile waits at the door (worker/arrivals.py): it can neither be lost nor become
part of the edit, and comes after it. A cancelled edit is rolled back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from sam_annotator.store.store import Store
from sam_annotator.ui.commands import Change
from sam_annotator.worker.arrivals import held
from sam_annotator.worker.errand import Errand, IsCancelled, Told

_log = logging.getLogger(__name__)

_MANY = 200  # annotations: some 20 ms
_QUIET_MS = 200  # what is done sooner shows no dialog
_SURELY_LONG = 5000  # annotations: more than that time, so there is nothing to wait for
_TICK_MS = 50


class LongEdits:
    """Makes edits for the commands; see `commands.Edits.make`.

    Args:
        window: what the dialog stands before.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def make(
        self, store: Store, text: str, size: int | None, step: Callable[[], Change], then: Callable[[Change], object]
    ) -> Change:
        """Make an edit and wait for it.

        Args:
            store: what it changes.
            text: what is said of it where it takes long.
            size: how many rows it changes; None where that is not known.
            step: the edit; called on another thread where it is of many rows.
            then: called there with what `step` returned, and not where the edit is of few rows; what it raises is
                logged, since the edit is made by then.

        Returns:
            What `step` returned.

        Raises:
            ChangeCancelled: the user stopped it; nothing was changed.
            SamAnnotatorError: as `step` does.
        """
        if size is not None and size < _MANY:
            return step()

        def work(told: Told, cancelled: IsCancelled) -> Change:
            with store.database.watched(told, cancelled):
                change = step()
            try:
                then(change)
            except Exception:
                _log.exception("What belongs to an edit that was made failed after it")
            return change

        errand = Errand(work)
        errand.start()
        if not errand.wait(_QUIET_MS if size is None or size < _SURELY_LONG else 0):
            with held():
                self._show_until_done(errand, text, size)
        change: Change = errand.result
        return change

    def _show_until_done(self, errand: Errand, text: str, size: int | None) -> None:
        from sam_annotator.ui.dialogs.waiting import WaitingDialog  # late: few need it

        focus = self._window.focusWidget()
        dialog = WaitingDialog(text, self._window)
        dialog.cancelled.connect(errand.cancel)
        timer = QTimer(dialog, interval=_TICK_MS)
        timer.timeout.connect(lambda: dialog.row.set_progress(errand.done, size or 0))
        dialog.cancelled.connect(timer.stop)
        timer.start()
        dialog.open()
        errand.run_events()
        timer.stop()
        dialog.end()
        if focus is not None:
            focus.setFocus()
