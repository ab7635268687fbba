"""ColumnWidth: the panels get back the width that a bar above the canvas took from them. Imports Qt only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

_ROUNDING = 1  # pixels


class ColumnWidth(QObject):
    """Gives a column of panels its width back when what squeezed it has gone; Qt would leave it narrow.

    A bar with many words needs more width than a narrow window has beside the column. What the user gave the column
    while there was room is what it gets again; a width chosen while it is squeezed replaces that.
    """

    def __init__(self, window: QMainWindow, center: QWidget, column: Callable[[], QDockWidget | None]) -> None:
        """Watch the middle of a window; `column` returns a panel of the column, None while there is none."""
        super().__init__(window)
        self._window, self._center, self._column = window, center, column
        self._wanted = 0
        self._squeezed: int | None = None  # how wide it was left, while there is no more room
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        center.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the middle has another size, or needs another."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        panel = self._column()
        if panel is None or not self._window.isVisible():
            self._squeezed = None
            return
        width, room = panel.width(), self._center.width() - self._center.minimumSizeHint().width()
        if room <= 0:
            self._wanted, self._squeezed = max(self._wanted, width), width
            return
        was_squeezed = self._squeezed is not None and abs(width - self._squeezed) <= _ROUNDING
        self._squeezed = None
        if was_squeezed and width < self._wanted:
            self._window.resizeDocks([panel], [min(self._wanted, width + room)], Qt.Orientation.Horizontal)
        else:
            self._wanted = width
