"""What the window puts off until it is there and its engine is loaded, done bit by bit before anybody asks for it.

Imports Qt and icons; the dialogs and formats by name, one at a time.
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from sam_annotator.ui.icons import draw_all_sizes, icon, icons_in_use

_PAUSE_MS = 15  # between two bits, for what the user does
_PATIENCE_MS = 10_000  # for an engine that is neither loaded nor refused
_MODULES = (
    "sam_annotator.ui.palette",
    "sam_annotator.ui.dialogs.settings",
    "sam_annotator.ui.dialogs.engines",
    "sam_annotator.formats.registry",
    "sam_annotator.ui.dialogs.transfer",
    "sam_annotator.ui.dialogs.report",
    "sam_annotator.ui.dialogs.new_project",
    "sam_annotator.ui.dialogs.shortcuts",
    "sam_annotator.ui.dialogs.about",
)  # in the order in which they are likely to be asked for


class AfterStart(QObject):
    """Imports and draws what the first paint did not need, so that the first dialog opens as the second does.

    Args:
        parent: the window's parts; with them it ends.
        resume: called first, once.
    """

    def __init__(self, parent: QObject, resume: Callable[[], None] = lambda: None) -> None:
        super().__init__(parent)
        self._steps: list[Callable[[], object]] = [resume]
        self._is_begun = False
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._step)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.begin)
        self._patience.start()

    def begin(self) -> None:
        """Begin; a second call does nothing."""
        if self._is_begun:
            return
        self._is_begun = True
        self._patience.stop()
        self._steps += [partial(importlib.import_module, name) for name in _MODULES]
        self._steps += [partial(icon, name) for name in icons_in_use()]
        self._steps.append(draw_all_sizes)
        self._timer.start()

    def _step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        else:
            self._timer.stop()


def pause_collector() -> Callable[[], None]:
    """Let Python look for garbage only once the program has started; return what ends the pause.

    Half a million objects are made that stay, torch's above all, and were gone through again and again: a quarter of
    the start. Those that are there then are not gone through later either, which was heard in pauses of 0.1 s.
    """
    gc.disable()

    def resume() -> None:
        gc.freeze()
        gc.enable()

    return resume
