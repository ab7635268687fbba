"""DropFrame: says over the canvas, while files are dragged over the window, that they can be dropped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.theme import GAP, body_font, current_theme, strong

_ROUND = 8


class DropFrame(QWidget):
    """A frame around what it lies over, with words in its middle; hidden until `show_over`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(strong(body_font()))
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return tr("Drop images, a folder or a project to open it, a COCO file to import it")

    def show_over(self) -> None:
        """Show it over its whole parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent: a bar may come or go above it while files are dragged."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget) and self.isVisible():
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and the words on a plate."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(GAP, GAP, -GAP, -GAP), _ROUND, _ROUND)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        room = QRectF(self.rect()).adjusted(6 * GAP, 4 * GAP, -6 * GAP, -4 * GAP)
        words = painter.boundingRect(room, flags, self.text)
        painter.setPen(QPen(QColor(theme.control), 1))
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(words.adjusted(-2 * GAP, -GAP, 2 * GAP, GAP), _ROUND, _ROUND)
        painter.setPen(QColor(theme.text))
        painter.drawText(room, flags, self.text)
        painter.end()
