"""What the rows of all lists are drawn with: background, focus, swatch, text. Imports theme only."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from sam_annotator.ui.theme import Theme

ROW_HEIGHT = 28
SWATCH = 14


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether a row is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def draw_row_background(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Fill a row as selected, hovered or neither, with a mark at its edge and a frame for the keyboard's focus."""
    rect: QRect = option.rect
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.selection))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hover))
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        draw_focus(painter, rect, theme)


def draw_focus(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Draw the frame of what has the keyboard's focus, inside a rectangle."""
    painter.save()
    pen = QPen(QColor(theme.accent), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()


def draw_swatch(painter: QPainter, rect: QRect, color: str, theme: Theme) -> None:
    """Draw a category's colour, with an edge that shows on any theme."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.control), 1))
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    color: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draw one line of text, elided to its rectangle; a line with Chinese in it is higher than others, and not cut."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    shown = QFontMetrics(font).elidedText(text, elide, rect.width())
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(rect, int(flags), shown)


def swatch_rect(row: QRect, left: int) -> QRect:
    """Return where the swatch of a row stands, at a distance from its left edge."""
    return QRect(QPoint(row.left() + left, row.center().y() - SWATCH // 2 + 1), QRect(0, 0, SWATCH, SWATCH).size())


def swatch_icon(color: str, theme: Theme) -> QIcon:
    """Return a category's colour as an icon for menus and tables; in a selected row Qt would tint it."""
    result = QIcon()
    for scale in (1, 2):
        picture = QPixmap(16 * scale, 16 * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_swatch(painter, QRect(1, 1, SWATCH, SWATCH), color, theme)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            result.addPixmap(picture, mode)
    return result
