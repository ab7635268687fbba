"""The order of the start: the window is painted, its image read, the engine loaded, features made, then the rest.

Each would slow down the one before it, but for the features: Python is free for them while the engine's libraries load.
Imports Qt and icons; the dialogs and formats by name, one at a time.
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from sam_annotator.ui.icons import draw_all_sizes, icon, icons_in_use
from sam_annotator.ui.main_window import MainWindow

_UNSHOWN_MS = 300  # what comes after the first paint comes after this where no window is shown
_UNPAINTED_MS = 3000  # and after this where it is shown where nobody sees it
_SHOWN_MS = 80  # for what the first pictures of an image do for the first time
_IMAGE_MS = 1000  # an image that takes longer to read does not keep the engine waiting
_ENGINE_MS = 10_000  # nor an engine that takes longer the rest
_REST_MS = 1500  # after the engine is there: the first image and the first click are its own
_PAUSE_MS = 15  # between two bits of the rest, for what the user does
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


class Start(QObject):
    """Does one thing after the other, once each.

    The image comes before the engine, whose shared libraries take 0.3 s: whatever loads another one meanwhile, or uses
    one for the first time, as reading and drawing an image do, would wait for them, and the window with it. Features
    import no library of their own.

    Args:
        window: whose start it is; with it this ends.
        read_images: begins to read images; returns whether one is going to be shown.
        make_feature: makes one of the parts of the window that come after its image; returns whether there are more.
        load_engine: begins to load the engine.
        resume: called when the engine is there, or can't be.
    """

    def __init__(
        self,
        window: MainWindow,
        read_images: Callable[[], bool],
        make_feature: Callable[[], bool],
        load_engine: Callable[[], object],
        resume: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._read_images, self._make_feature, self._load_engine = read_images, make_feature, load_engine
        self._has_read = self._has_loaded = self._has_finished = self._is_cancelled = False
        self._rest: list[Callable[[], object]] = [resume]
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._do_one)
        window.first_painted.connect(self.read_images)
        if window.is_painted:  # its frame was, before there was anything behind it
            QTimer.singleShot(0, self, self.read_images)
        window.closing.connect(self._cancel)
        QTimer.singleShot(_UNSHOWN_MS, self, lambda: None if window.isVisible() else self.read_images())
        QTimer.singleShot(_UNPAINTED_MS, self, self.read_images)

    def read_images(self) -> None:
        """Begin with the image: the window is painted."""
        if self._has_read:
            return
        self._has_read = True
        if self._read_images():
            QTimer.singleShot(_IMAGE_MS, self, self.load_engine)
        else:
            self.load_engine()

    def go_on(self) -> None:
        """Go on with the engine soon: the image is on screen, or can't be."""
        QTimer.singleShot(_SHOWN_MS, self, self.load_engine)

    def load_engine(self) -> None:
        """Begin to load the engine, and make what comes after the image while its libraries load."""
        if self._has_loaded:
            return
        self._has_loaded = True
        self._load_engine()
        self._make_features()
        QTimer.singleShot(_ENGINE_MS, self, self.finish)

    def _make_features(self) -> None:
        if not self._is_cancelled and self._make_feature():
            QTimer.singleShot(0, self, self._make_features)  # what the user does comes in between

    def finish(self) -> None:
        """Import and draw what was put off, so that the first dialog opens as the second does."""
        if self._has_finished:
            return
        self._has_finished = True
        while self._make_feature():  # before the engine's first answer
            pass
        self._rest += [partial(importlib.import_module, name) for name in _MODULES]
        self._rest += [partial(icon, name) for name in icons_in_use()]
        self._rest.append(draw_all_sizes)
        QTimer.singleShot(_REST_MS, self, self._timer.start)

    def _do_one(self) -> None:
        if self._rest:
            self._rest.pop(0)()
        else:
            self._timer.stop()

    def _cancel(self) -> None:
        self._has_read = self._has_loaded = self._has_finished = self._is_cancelled = True
        self._rest.clear()


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
