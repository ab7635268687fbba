"""How an image looks in the strip: a tile below the canvas, a row at its side. Draws only; asks for nothing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sam_annotator.core.records import Image, ImageState, ReviewState
from sam_annotator.core.words import listed, tr
from sam_annotator.ui.docks.drawing import draw_focus, draw_text
from sam_annotator.ui.icons import pixmap
from sam_annotator.ui.models.image_list import COUNT_ROLE, IMAGE_ROLE, STATE_TITLES, THUMBNAIL_ROLE
from sam_annotator.ui.theme import GAP, HALF_GAP, Theme, body_font, current_theme, small_font

_MARKS = {ImageState.IN_PROGRESS: "in-progress", ImageState.DONE: "check", ImageState.FLAGGED: "flag"}
_PLATE = 18
_ROW_THUMBNAIL = QSize(64, 48)

_Index = QModelIndex | QPersistentModelIndex


class ImageDelegate(QStyledItemDelegate):
    """Draws images as tiles or, where `is_vertical`, as rows."""

    is_vertical = False
    thumbnail_height = 64  # of a tile, in logical pixels

    @property
    def tile_text_height(self) -> int:
        """What a tile needs below its thumbnail."""
        return QFontMetrics(small_font()).height() + HALF_GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all items."""
        if self.is_vertical:
            return QSize(160, _ROW_THUMBNAIL.height() + GAP)
        return QSize(self.thumbnail_height * 3 // 2 + 2 * HALF_GAP, self.thumbnail_height + self.tile_text_height + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one image."""
        image = index.data(IMAGE_ROLE)
        if not isinstance(image, Image):
            return
        painter.save()
        theme = current_theme()
        _draw_background(painter, option, theme, self.is_vertical)
        if self.is_vertical:
            self._paint_row(painter, option, index, image, theme)
        else:
            self._paint_tile(painter, option, index, image, theme)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            draw_focus(painter, option.rect, theme)
        painter.restore()

    def _paint_tile(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, image: Image, theme: Theme
    ) -> None:
        inner = option.rect.adjusted(HALF_GAP, HALF_GAP, -HALF_GAP, -HALF_GAP)
        frame = QRect(inner.left(), inner.top(), inner.width(), self.thumbnail_height)
        place = _draw_thumbnail(painter, frame, index.data(THUMBNAIL_ROLE), image, theme)
        _draw_plates(painter, place, frame, image, int(index.data(COUNT_ROLE)), theme)
        name = QRect(inner.left(), frame.bottom() + 1 + HALF_GAP // 2, inner.width(), self.tile_text_height)
        selected = option.state & QStyle.StateFlag.State_Selected
        color = theme.text if selected else theme.muted
        middle = Qt.TextElideMode.ElideMiddle
        draw_text(painter, name, image.name, small_font(), color, Qt.AlignmentFlag.AlignHCenter, middle)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, image: Image, theme: Theme
    ) -> None:
        inner = option.rect.adjusted(GAP, HALF_GAP, -GAP, -HALF_GAP)
        frame = QRect(inner.topLeft(), _ROW_THUMBNAIL)
        place = _draw_thumbnail(painter, frame, index.data(THUMBNAIL_ROLE), image, theme)
        _draw_plates(painter, place, frame, image, 0, theme)
        left = frame.right() + 1 + GAP
        half = inner.height() // 2
        top = QRect(left, inner.top(), inner.right() - left, half)
        draw_text(painter, top, image.name, body_font(), theme.text, elide=Qt.TextElideMode.ElideMiddle)
        count = int(index.data(COUNT_ROLE))
        words = tr("Missing") if image.missing else tr(STATE_TITLES[image.state])
        remark = listed((words, str(count))) if count else words
        draw_text(painter, top.translated(0, half), remark, small_font(), theme.muted)


def _draw_background(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, is_vertical: bool) -> None:
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.selection))
        edge = QRect(rect.left(), rect.bottom() - 2, rect.width(), 3)
        painter.fillRect(
            QRect(rect.left(), rect.top(), 3, rect.height()) if is_vertical else edge, QColor(theme.accent)
        )
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hover))


def _draw_thumbnail(painter: QPainter, frame: QRect, picture: QImage | None, image: Image, theme: Theme) -> QRect:
    """Draw the photograph, or what stands for it; returns what of the frame it covers."""
    place = QRect(frame)
    if picture is not None and not picture.isNull():
        size = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place.setSize(size.expandedTo(QSize(1, 1)))
        place.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)
    else:
        painter.fillRect(frame, QColor(theme.field))
    if image.missing:
        pen = QPen(QColor(theme.warning), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
    if image.missing or picture is None:
        side = 24 if image.missing else 20
        scale = painter.device().devicePixelRatioF()
        color = theme.warning if image.missing else theme.control
        mark = pixmap("warning" if image.missing else "image", side, color, scale)
        painter.drawPixmap(frame.center() - QPoint(side // 2, side // 2), mark)
    return place


def _draw_plates(painter: QPainter, place: QRect, frame: QRect, image: Image, count: int, theme: Theme) -> None:
    """Draw the state's mark and the count on plates of their own, so that they are read on any photograph.

    They are in its corners; of one that is too narrow or too low for them they stand out, but not of the frame.
    """
    name, remarks = _MARKS.get(image.state), _remarks(image, theme)
    text = (str(count) if count < 1000 else "999+") if count else ""
    width = max(_PLATE, QFontMetrics(small_font()).horizontalAdvance(text) + GAP) if text else 0
    needed = QSize(max((bool(name) + len(remarks)) * (_PLATE + 2), width + 2) + 2, 2 * (_PLATE + 2) + 2)
    around = QRect(QPoint(0, 0), place.size().expandedTo(needed).boundedTo(frame.size()))
    around.moveCenter(place.center())
    if name:
        _draw_mark(painter, around.topLeft() + QPoint(2, 2), name, theme.text, theme)
    right = QPoint(around.right() - _PLATE - 1, around.top() + 2)
    for icon, color in remarks:
        _draw_mark(painter, right, icon, color, theme)
        right -= QPoint(_PLATE + 2, 0)
    if text:
        plate = QRect(around.right() - width - 1, around.bottom() - _PLATE - 1, width, _PLATE)
        _draw_plate(painter, plate, theme)
        draw_text(painter, plate, text, small_font(), theme.text, Qt.AlignmentFlag.AlignHCenter)


def _remarks(image: Image, theme: Theme) -> list[tuple[str, str]]:
    """Return the icons and colours of what people said of an image: review, and comment or note."""
    icons: list[tuple[str, str]] = []
    if image.review != ReviewState.NONE:
        accepted = image.review == ReviewState.ACCEPTED
        icons.append(("review-accepted", theme.success) if accepted else ("review-rejected", theme.error))
    if image.comment or image.note:
        icons.append(("comment" if image.comment else "note", theme.text))
    return icons


def _draw_mark(painter: QPainter, at: QPoint, name: str, color: str, theme: Theme) -> None:
    _draw_plate(painter, QRect(at, QSize(_PLATE, _PLATE)), theme)
    painter.drawPixmap(at + QPoint(2, 2), pixmap(name, 14, color, painter.device().devicePixelRatioF()))


def _draw_plate(painter: QPainter, plate: QRect, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(plate, 3, 3)
    painter.restore()
