"""MessagePanel: what the canvas says in its middle: a title, a detail and the one next step as a button."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sam_annotator.ui.canvas.colors import CanvasColors

_WIDTH = 420
_LONG_WORD = 24  # characters
_BREAK = "\u200b"  # a space without width: a line may end there


class MessagePanel(QFrame):
    """A panel that its parent keeps in the middle; clicks beside the button go through to the parent.

    Signals:
        action: the button was pressed.
    """

    action = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvasMessage")
        self._title = _label(self, "canvasMessageTitle")
        self._detail = _label(self, "canvasMessageDetail")
        self._button = QPushButton(self)
        self._button.setObjectName("canvasMessageButton")
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.clicked.connect(self.action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._detail)
        layout.addSpacing(8)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def set_message(self, title: str, detail: str, button: str) -> None:
        """Show a message; an empty title hides the panel."""
        self._title.setText(_breakable(title))
        self._detail.setText(_breakable(detail))
        self._detail.setVisible(bool(detail))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setVisible(bool(title))

    def set_colors(self, colors: CanvasColors, *, on_image: bool) -> None:
        """Take the theme's colours; over an image the panel has a background."""
        frame = f"background: {colors.chip}; border: 1px solid {colors.chip_border}; border-radius: 8px;"
        self.setStyleSheet(
            f"""
            #canvasMessage {{ {frame if on_image else "background: transparent; border: none;"} }}
            #canvasMessageTitle {{ color: {colors.text}; background: transparent; font-weight: 600; font-size: 17px; }}
            #canvasMessageDetail {{ color: {colors.text_dim}; background: transparent; font-size: 13px; }}
            #canvasMessageButton {{ color: {colors.on_accent}; background: {colors.accent}; border: none;
                border-radius: 4px; padding: 8px 16px; font-size: 13px; font-weight: 600; }}
            #canvasMessageButton:focus {{ outline: none; border: 2px solid {colors.text}; padding: 6px 14px; }}
            """
        )

    def place(self, width: int, height: int) -> None:
        """Move to the middle of a parent of this size."""
        own_width = max(min(_WIDTH, width - 32), 120)
        self.setFixedWidth(own_width)
        layout = self.layout()
        assert layout is not None
        self.resize(own_width, layout.totalHeightForWidth(own_width))  # adjustSize takes the height of a wider one
        self.move((width - self.width()) // 2, max((height - self.height()) // 2, 0))


def _breakable(text: str) -> str:
    """Return a text whose long words, as names of files, can be broken: where they have a mark, or anywhere."""
    return " ".join(word if len(word) <= _LONG_WORD else _broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    rest = re.sub(r"(?<=[_\-./\\])(?=.)", _BREAK, word)
    parts = rest.split(_BREAK)
    pieces = (part[i : i + _LONG_WORD] for part in parts for i in range(0, len(part), _LONG_WORD))
    return _BREAK.join(pieces)


def _label(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
