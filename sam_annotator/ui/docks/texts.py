"""Small pieces of text: one that wraps anywhere and elides, an empty state, and a line that keeps its own keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, small_font, strong

_SMALL_LINES = 2  # of a text that has no room on one line
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class WrappedText(QWidget):
    """Text that takes the width it is given, breaks long names anywhere, and elides what is over its lines.

    Args:
        text: the text.
        max_lines: how many lines it may take.
        keeps_end: leave out the middle of the last line, where the end says what matters.
        parent: its parent.
    """

    def __init__(
        self, text: str = "", *, max_lines: int = 2, keeps_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._max_lines = max_lines
        self._elide = Qt.TextElideMode.ElideMiddle if keeps_end else Qt.TextElideMode.ElideRight
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setToolTip(text if len(text) > 24 else "")
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width: it does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self.fontMetrics().lineSpacing() * max(1, len(self._lines(width)))

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text), self.heightForWidth(max(self.width(), 80)))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return QSize(24, self.fontMetrics().lineSpacing())

    def _lines(self, width: int) -> list[str]:
        if not self._text:  # asked hundreds of times while the window is laid out
            return []
        layout = QTextLayout(self._text, self.font())
        layout.setTextOption(_anywhere())
        lines: list[str] = []
        layout.beginLayout()
        while len(lines) < self._max_lines and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            lines.append(self._text[line.textStart() : line.textStart() + line.textLength()])
            if len(lines) == self._max_lines and line.textStart() + line.textLength() < len(self._text):
                rest = self._text[line.textStart() :]
                lines[-1] = self.fontMetrics().elidedText(rest, self._elide, width)
        layout.endLayout()
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = self.fontMetrics()
        lines = self._lines(self.width())
        top = (self.height() - metrics.lineSpacing() * len(lines)) // 2 if len(lines) == 1 else 0
        for i, line in enumerate(lines):
            painter.drawText(QPointF(0, top + metrics.ascent() + i * metrics.lineSpacing()), line)
        painter.end()


def _anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class ElidedLabel(QLabel):
    """One line of text that ends in dots where there is no room for all of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)
        painter.end()


class WholeLabel(QLabel):
    """Text on one line, on two smaller ones where that is too long, or none at all: never a part of it."""

    def lines(self) -> list[str]:
        """Return the lines it has room for now."""
        return self._fitting()[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        font, lines = self._fitting()
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(self.rect(), int(flags), "\n".join(lines))
        painter.end()

    def _fitting(self) -> tuple[QFont, list[str]]:
        for font, most in ((self.font(), 1), (small_font(), _SMALL_LINES)):
            lines = _whole_lines(self.text(), font, self.width())
            if len(lines) <= most and len(lines) * QFontMetrics(font).lineSpacing() <= self.height():
                return font, lines
        return self.font(), []


def _whole_lines(text: str, font: QFont, width: int) -> list[str]:
    """Return a text's lines at a width, or more than there may be, where a word has no room."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        if line.naturalTextWidth() > width:
            return [text] * (_SMALL_LINES + 1)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


class EmptyState(QWidget):
    """What a panel shows when it has nothing: what is missing, and the one next step.

    Signals:
        step(): the button was pressed.
    """

    step = Signal()

    def __init__(self, title: str, detail: str = "", button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _centred(strong(body_font()), self)
        self._detail = _centred(small_font(), self)
        self._detail.setProperty("muted", True)
        self._button = QPushButton(self)
        self._button.setObjectName("emptyStep")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.step)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(HALF_GAP)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(HALF_GAP)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.set_words(title, detail, button)

    def set_words(self, title: str, detail: str = "", button: str = "") -> None:
        """Show other words; an empty one takes no room."""
        for widget, text in ((self._title, title), (self._detail, detail), (self._button, button)):
            widget.setText(text)
            widget.setVisible(bool(text))


def _centred(font: QFont, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(font)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    return label


class OwnKeysLineEdit(QLineEdit):
    """A line to type into, which keeps Enter, Escape and Tab for itself where the window has shortcuts on them.

    Signals:
        escaped(): Escape was pressed.
    """

    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        """Claim the keys before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say when Escape is pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)
