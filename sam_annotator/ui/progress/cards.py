"""PlotCard: a plot under its title, with the figure that sums it up. Also as a picture, for files."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sam_annotator.ui.docks.texts import WrappedText
from sam_annotator.ui.progress.contents import Content
from sam_annotator.ui.progress.plots import PlotView
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font, strong, theme_watcher

_PICTURE_WIDTH = 480  # logical pixels


class PlotCard(QFrame):
    """One plot with its words."""

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"plot-{content.id}")
        self._title, self._remark = WrappedText(parent=self), WrappedText(parent=self)
        self._title.setFont(strong(body_font()))
        self._remark.setFont(small_font())
        self._remark.setProperty("muted", True)
        self._view: PlotView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_GAP)
        self._column.addWidget(self._title)
        self._column.addWidget(self._remark)
        self._is_drawn = False
        self.content = content
        self.set_content(content)
        theme_watcher().changed.connect(self._on_theme)

    def set_content(self, content: Content) -> None:
        """Show other figures of the same plot."""
        if content == self.content and self._is_drawn:
            return
        self.content, self._is_drawn = content, True
        self.setAccessibleName(content.title)
        self._title.set_text(content.title)
        self._remark.set_text(content.remark)
        self._remark.setVisible(bool(content.remark))
        if content.plot is None:
            if self._view is not None:
                self._view.hide()
        elif self._view is None:
            self._view = PlotView(content.plot, content.title, self)
            self._column.addWidget(self._view)
        else:
            self._view.set_plot(content.plot)
            self._view.show()
        self.setVisible(content.plot is not None)

    @property
    def view(self) -> PlotView | None:
        """The plot, once there was something to draw."""
        return self._view

    def _on_theme(self, _theme: object) -> None:
        if self._view is not None:
            self._view.draw()


def picture_of(content: Content, scale: float = 2.0) -> QPixmap:
    """Return a plot as a picture in the theme in force, at a size of its own."""
    card = PlotCard(content)
    card.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    frame = card.layout()
    assert frame is not None
    frame.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    card.resize(_PICTURE_WIDTH, 10)
    card.show()
    card.resize(
        QSize(_PICTURE_WIDTH, max(frame.totalHeightForWidth(_PICTURE_WIDTH), frame.totalMinimumSize().height()))
    )
    if card.view is not None:
        card.view.draw()
    pixmap = QPixmap(card.size() * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(QColor(current_theme().panel))
    card.render(pixmap)
    card.hide()
    card.deleteLater()
    return pixmap
