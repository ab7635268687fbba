"""Dock: a panel that folds to its title, floats and closes. Imports theme and icons only."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QVBoxLayout, QWidget

from sam_annotator.core.words import mark, tr
from sam_annotator.ui.icons import set_icon
from sam_annotator.ui.theme import HALF_GAP, body_font, small_font, strong

_UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX


class DockTitle(QWidget):
    """The bar above a panel: fold, title, a remark, close. Dragging it moves the panel."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fold_button = icon_button("chevron-down", tr("Fold the panel {title}", title=title), self)
        self.close_button = icon_button("close", tr("Close the panel {title}", title=title), self)
        label = QLabel(title, self)
        label.setFont(strong(body_font()))
        self.remark = QLabel(self)
        self.remark.setFont(small_font())
        self.remark.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(HALF_GAP, 2, HALF_GAP, 2)
        row.setSpacing(HALF_GAP)
        row.addWidget(self.fold_button)
        row.addWidget(label)
        row.addSpacing(HALF_GAP)
        row.addWidget(self.remark, 1)
        row.addWidget(self.close_button)
        self.row = row


class Dock(QDockWidget):
    """A panel with a title that folds it.

    Signals:
        folding(bool): it is about to be folded, or unfolded; sizes are still those before.
        folded(bool): it was folded, or unfolded.

    Attributes:
        home: where it stands when it is first shown: behind the details, or along the bottom.
    """

    home = Qt.DockWidgetArea.RightDockWidgetArea
    folding = Signal(bool)
    folded = Signal(bool)

    def __init__(self, title: str, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(object_name)
        self._title = DockTitle(title, self)
        self._title.fold_button.clicked.connect(lambda: self.set_folded(not self.is_folded))
        self._title.close_button.clicked.connect(self.close)
        self.setTitleBarWidget(self._title)
        self._body = QWidget(self)
        self._body.setObjectName("dockBody")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = column
        self._nothing = QWidget(self)
        self._nothing.setMaximumHeight(0)
        self._nothing.hide()
        self._is_folded = False
        self.setWidget(self._body)

    @property
    def is_folded(self) -> bool:
        """Whether only the title shows."""
        return self._is_folded

    def set_folded(self, folded: bool) -> None:
        """Show only the title, or the whole panel."""
        if folded == self._is_folded:
            return
        self.folding.emit(folded)
        self._is_folded = folded
        # Without any widget the panel's width would be bounded by its title's, and the whole column's with it.
        shown = self._nothing if folded else self._body
        self.setWidget(shown)
        shown.show()
        self.setMaximumHeight(self._title.sizeHint().height() if folded else _UNBOUNDED)
        words = mark("Unfold the panel {title}") if folded else mark("Fold the panel {title}")
        describe_button(self._title.fold_button, tr(words, title=self.windowTitle()))
        set_icon(self._title.fold_button, "chevron-right" if folded else "chevron-down")
        self.folded.emit(folded)

    def want_height(self, height: int) -> None:
        """Grow to a height, at the cost of the panels above and below; what is higher stays."""
        window = self.parentWidget()
        if isinstance(window, QMainWindow) and not self.isFloating() and self.height() < height:
            window.resizeDocks([self], [height], Qt.Orientation.Vertical)

    def set_remark(self, text: str) -> None:
        """Show a few words beside the title."""
        self._title.remark.setText(text)

    def add_to_title(self, widget: QWidget) -> None:
        """Put a widget into the title; it gets the room that is left."""
        row = self._title.row
        row.setStretchFactor(self._title.remark, 0)
        row.removeWidget(widget)  # where it is in the row already, places are counted without it
        row.insertWidget(row.indexOf(self._title.close_button), widget, 1)


def icon_button(name: str, words: str, parent: QWidget | None = None) -> QToolButton:
    """Return a button with an icon only; its words are its tooltip and what a screen reader says."""
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    describe_button(button, words)
    set_icon(button, name)
    return button


def describe_button(button: QToolButton, words: str) -> None:
    """Say in words what a button without text does."""
    button.setToolTip(words)
    button.setAccessibleName(words)
