"""What several dialogs are made of: their frame and buttons, a path with Browse, a line under a field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.words import tr
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, small_font, strong


class Dialog(QDialog):
    """A dialog on the grid: a column for its content, and a row of buttons at its foot. Goes when it is closed."""

    def __init__(self, title: str, object_name: str, parent: QWidget | None = None, *, width: int = 520) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(360)
        self._scrolls = False
        self._fitted_height = self._chosen_height = 0  # by `fit`, and by the user
        self.resize(width, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        outer.setSpacing(2 * GAP)
        self.column = QVBoxLayout()
        self.column.setSpacing(GAP)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GAP)
        self.buttons.addStretch(1)
        outer.addLayout(self.column, 1)
        outer.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that wrapped text needs at this width."""
        self.fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notice a height that the user chose."""
        super().resizeEvent(event)
        is_least = self.height() - self.minimumHeight() <= 1  # as the layout itself sees to when something is shown
        if not is_least and abs(self.height() - self._fitted_height) > 1:
            self._chosen_height = self.height()

    def fit(self, *, shrinks: bool = False) -> None:
        """Grow until nothing is cut; on a screen that is not high enough, let the content be scrolled.

        Args:
            shrinks: also give back what is not needed any more, unless the user gave the dialog its height. Not for
                what comes and goes with each key: the buttons would jump.
        """
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        room = self.screen().availableGeometry().height() - 8 * GAP
        least = max(layout.totalMinimumHeightForWidth(self.width()), layout.totalMinimumSize().height())
        if least > room and not self._scrolls:
            self._let_scroll()
        needed = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
        if self._scrolls:  # the area's own hint is bounded; what is in it is what counts
            inside = self.column.totalHeightForWidth(self.width() - 4 * GAP) if self.column.hasHeightForWidth() else 0
            needed = max(needed, inside + 6 * GAP + self.buttons.sizeHint().height())
        least = self._chosen_height if shrinks else self.height()
        self._fitted_height = min(max(least, needed), room)
        self.resize(self.width(), self._fitted_height)

    def _let_scroll(self) -> None:
        """Move the content into an area that scrolls; the buttons stay below it."""
        self._scrolls = True
        focus = self.focusWidget()
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.removeItem(self.column)
        content = QWidget()
        content.setProperty("plain", True)
        content.setLayout(self.column)
        self.column.setContentsMargins(0, 0, 2 * GAP, 0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        outer.insertWidget(0, area, 1)
        if focus is not None:
            focus.setFocus()

    def add_button(self, words: str, object_name: str = "", *, default: bool = False) -> QPushButton:
        """Add a button at the foot; the default one answers Enter."""
        button = QPushButton(words, self)
        button.setObjectName(object_name)
        button.setAutoDefault(default)
        button.setDefault(default)
        self.buttons.addWidget(button)
        return button

    def add_close_button(self, words: str = "", *, default: bool = False) -> QPushButton:
        """Add the button that closes the dialog and does nothing."""
        button = self.add_button(words or tr("Close"), "closeButton", default=default)
        button.clicked.connect(self.reject)
        return button


class PathField(QWidget):
    """A path to type or to browse for.

    Signals:
        changed(str): the text.
        chosen(str): the user browsed to it; `changed` came before.
    """

    changed = Signal(str)
    chosen = Signal(str)

    def __init__(self, kind: str, caption: str, pattern: str = "", parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            kind: "folder", "open" or "save": what Browse asks for.
            caption: of the file dialog.
            pattern: of the file dialog, such as "COCO (*.json)".
            parent: of the widget.
        """
        super().__init__(parent)
        assert kind in ("folder", "open", "save")
        self._kind, self._caption, self._pattern = kind, caption, pattern
        self.line = QLineEdit(self)
        self.line.textChanged.connect(self.changed)
        self.browse = QPushButton(tr("Browse…"), self)
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> str:
        """The path as typed, without spaces around it."""
        return self.line.text().strip()

    def set_path(self, path: str) -> None:
        """Show another path."""
        self.line.setText(path)

    def set_pattern(self, pattern: str) -> None:
        """Let Browse show other files."""
        self._pattern = pattern

    def set_kind(self, kind: str, pattern: str = "") -> None:
        """Let Browse ask for something else; see `__init__`."""
        assert kind in ("folder", "open", "save")
        self._kind, self._pattern = kind, pattern

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._caption, self.path, self._pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._kind == "folder":
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        elif self._kind == "save":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.set_path)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()


def add_field(column: QBoxLayout, words: str, field: QWidget, focus: QWidget | None = None) -> QLabel:
    """Add a field under its label; the label's letter with & moves the focus to it."""
    pair = QVBoxLayout()
    pair.setSpacing(HALF_GAP)
    label = QLabel(words)
    label.setBuddy(focus or field)
    (focus or field).setAccessibleName(words.replace("&", ""))
    pair.addWidget(label)
    pair.addWidget(field)
    column.addLayout(pair)
    return label


def remark(words: str = "", tone: str = "") -> QLabel:
    """Return small text to be read second; its tone is "", "error", "warning" or "success"."""
    label = QLabel(words)
    label.setFont(small_font())
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_tone(label, tone)
    return label


def set_tone(widget: QWidget, tone: str) -> None:
    """Colour a text by its tone: "", "error", "warning" or "success"."""
    widget.setProperty("tone", tone)
    widget.setProperty("muted", not tone)
    _restyle(widget)


def set_invalid(widget: QWidget, invalid: bool) -> None:
    """Mark a field whose content can't be used."""
    if bool(widget.property("invalid")) != invalid:
        widget.setProperty("invalid", invalid)
        _restyle(widget)


def heading(words: str) -> QLabel:
    """Return a line in the heavier weight."""
    label = QLabel(words)
    label.setFont(strong(body_font()))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _restyle(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)
