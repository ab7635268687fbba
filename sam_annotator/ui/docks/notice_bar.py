"""NoticeBar: errors and notices in a quiet bar with the one next step; never modal."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from sam_annotator.core.words import mark, tr
from sam_annotator.ui.docks.dock import icon_button
from sam_annotator.ui.docks.texts import WrappedText
from sam_annotator.ui.icons import pixmap
from sam_annotator.ui.theme import GAP, HALF_GAP, Theme, current_theme, theme_watcher

_LINES = 4  # most that a notice takes; what to do next stands at the end
_ICONS = {"info": "info", "warning": "warning", "error": "warning"}
_KINDS = {"info": mark("Info"), "warning": mark("Warning"), "error": mark("Error")}


class NoticeBar(QWidget):
    """One notice at a time; a newer one takes the older one's place.

    Signals:
        action(): its button was pressed.
        more(): another one that waits is wanted.
        dismissed(): it was closed by the user, or its time was up.
    """

    action = Signal()
    more = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._kind = "info"
        self._mark = QLabel(self)
        self._text = WrappedText(max_lines=_LINES, parent=self)
        self._button = QPushButton(self)
        self._button.setObjectName("noticeAction")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.action)
        self._more = QPushButton(self)
        self._more.setObjectName("noticeMore")
        self._more.setFlat(True)
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self.more)
        self._more.hide()
        self._close = icon_button("close", tr("Close this notice"), self)
        self._close.setObjectName("noticeClose")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP + HALF_GAP, HALF_GAP, HALF_GAP, HALF_GAP)
        row.setSpacing(GAP)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        theme_watcher().changed.connect(self._draw_mark)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.hide()

    @property
    def text(self) -> str:
        """The whole text of the notice; "" while none is shown."""
        return self._text.text if not self.isHidden() else ""

    @property
    def kind(self) -> str:
        """What kind of notice was shown last: "info", "warning" or "error"."""
        return self._kind

    def show_notice(self, text: str, kind: str = "info", button: str = "", timeout_ms: int = 0) -> None:
        """Show a notice.

        Args:
            text: one sentence, with a next step where there is one.
            kind: "info", "warning" or "error".
            button: a verb; none where empty.
            timeout_ms: goes by itself after that; 0 stays until it is closed.
        """
        self._kind = kind if kind in _ICONS else "info"
        self._text.set_text(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(tr("{what}: {text}", what=tr(_KINDS[self._kind]), text=text))
        self._draw_mark(current_theme())
        self._timer.stop()
        if timeout_ms > 0:
            self._timer.start(timeout_ms)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # late: nothing to tell at the first paint

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def set_more(self, count: int) -> None:
        """Say how many errors wait that were not read."""
        self._more.setText(tr("{n} more error", n=count) if count == 1 else tr("{n} more errors", n=count))
        self._more.setVisible(count > 0)

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def clear(self) -> None:
        """Take the notice away without a signal."""
        self._timer.stop()
        self.hide()

    def _draw_mark(self, theme: Theme) -> None:
        color = {"warning": theme.warning, "error": theme.error}.get(self._kind, theme.accent)
        self._mark.setPixmap(pixmap(_ICONS[self._kind], 20, color, self.devicePixelRatioF()))

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy text")).triggered.connect(lambda: QGuiApplication.clipboard().setText(self._text.text))
        menu.popup(self.mapToGlobal(position))
