"""ColumnWidth: the panels get back the width that a bar, or a narrow window, took from them. Imports Qt only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

_CALM_MS = 20  # without a change, so that a cause and its effects are seen together


class ColumnWidth(QObject):
    """Gives a column of panels its width back when what squeezed or widened it has gone; Qt would leave it so.

    A bar with many words needs more width than a narrow window has beside the column, and some panels need more than
    others. A width that changes with the window's, or with what the middle or a panel needs, was not chosen by anybody;
    another one was, and is what is given back.
    """

    def __init__(self, window: QMainWindow, center: QWidget, column: Callable[[], Sequence[QDockWidget]]) -> None:
        """Watch the middle of a window; `column` returns the panels of the column that are shown."""
        super().__init__(window)
        self._window, self._center, self._column = window, center, column
        self._cause = (0, 0, 0)  # width of the window, and what the middle and the panels need
        self._last = self._wanted = 0
        self._most = 0  # that the middle needed since: words that were there for a moment only squeeze the column, too
        self._is_own = False  # what comes next was done here
        self._soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._soon.timeout.connect(self._settle)
        for watched in (center, window):
            watched.installEventFilter(self)

    def choose(self, width: int) -> None:
        """Take a width, in pixels, as chosen; whoever calls gives it to the column."""
        self._wanted = width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the window or its middle has another size, or needs another."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._most = max(self._most, self._center.minimumSizeHint().width())
            self._soon.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        panels = self._column()
        panel = next((p for p in panels if p.x() >= 0), None)  # Qt puts those behind a tab far to the left
        if panel is None or not self._window.isVisible():
            return
        width, needed = panel.width(), self._center.minimumSizeHint().width()
        least = max(max(p.minimumSizeHint().width(), p.minimumWidth()) for p in panels)
        cause, self._cause = self._cause, (self._window.width(), needed, least)
        most, self._most = max(self._most, needed), 0
        is_squeezed = self._center.width() <= most + 1
        was_forced = (
            cause[0] != self._window.width()
            or cause[2] != least
            or ((cause[1] != needed or most > needed) and (width >= self._last or is_squeezed))
        )
        if not self._wanted or not (was_forced or self._is_own or width == self._last):
            self._wanted = width
        # What a panel that came was given it keeps, until one goes.
        self._is_own = was_forced and (width < self._wanted or (width > self._wanted and least < cause[2]))
        self._last = width
        if self._is_own:  # as far as there is room
            self._window.resizeDocks([panel], [self._wanted], Qt.Orientation.Horizontal)
