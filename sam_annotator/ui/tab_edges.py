"""TabEdges: of tabs that are scrolled, those that would be seen in part are not seen at all. Imports Qt only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

_COVERS = ("tabCoverLeft", "tabCoverRight")
_LINE = 2  # along the upper edge, above all tabs
_TOLERANCE = 2  # pixels of a tab's margin
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class TabEdges(QObject):
    """Covers half titles at the ends of bars of tabs; the arrows lead to them.

    Bars of panels are Qt's own, which come and go: nothing of them is kept here.
    """

    def watch(self, tabs: QTabBar) -> None:
        """Look after a bar."""
        for name in _COVERS:
            cover = QWidget(tabs)
            cover.setObjectName(name)
            cover.setAutoFillBackground(True)
            cover.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # what is under it can't be pressed
            cover.hide()
        tabs.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look before each painting: Qt doesn't say when it scrolls."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QTabBar):
            _cover_ends(watched)
        return super().eventFilter(watched, event)


def _cover_ends(tabs: QTabBar) -> None:
    arrows = [b.geometry() for b in tabs.findChildren(QToolButton, options=_DIRECT) if b.isVisible()]
    middle = tabs.width() // 2
    left = max((a.right() + 1 for a in arrows if a.center().x() < middle), default=0)
    right = min((a.left() for a in arrows if a.center().x() >= middle), default=tabs.width())
    pieces = [QRect(), QRect()]
    for i in range(tabs.count()):
        rect = tabs.tabRect(i)
        if i == tabs.currentIndex() or rect.right() < left or rect.left() >= right:
            continue
        if rect.left() < left - _TOLERANCE:
            pieces[0] = QRect(left, _LINE, rect.right() + 1 - left, tabs.height() - _LINE)
        elif rect.right() > right + _TOLERANCE:
            pieces[1] = QRect(rect.left(), _LINE, right - rect.left(), tabs.height() - _LINE)
    for name, piece in zip(_COVERS, pieces, strict=True):
        cover = tabs.findChild(QWidget, name, _DIRECT)
        if cover is None:
            continue
        if piece.isEmpty():
            cover.hide()
        elif cover.geometry() != piece or cover.isHidden():
            cover.setGeometry(piece)
            cover.show()
