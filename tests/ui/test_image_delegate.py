"""How an image looks in the strip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from sam_annotator.core.records import Image, ImageState
from sam_annotator.ui.docks.image_delegate import ImageDelegate
from sam_annotator.ui.models.image_list import COUNT_ROLE, IMAGE_ROLE, THUMBNAIL_ROLE

GROUND, PHOTOGRAPH = QColor("#ff00ff"), QColor("#203040")


@pytest.mark.parametrize("is_vertical", [False, True])
def test_the_marks_are_in_the_corners_of_the_photograph(qapp: QApplication, is_vertical: bool) -> None:
    """Half beside a square or upright photograph, they look like bites out of it, and nobody reads what is where."""
    item = QStandardItem()
    item.setData(Image(1, "a.png", 60, 60, state=ImageState.DONE), IMAGE_ROLE)
    item.setData(12, COUNT_ROLE)
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(PHOTOGRAPH)
    item.setData(picture, THUMBNAIL_ROLE)
    model = QStandardItemModel()
    model.appendRow(item)
    delegate = ImageDelegate()
    delegate.is_vertical = is_vertical
    option = QStyleOptionViewItem()
    size = delegate.sizeHint(option, model.index(0, 0))
    option.rect = QRect(0, 0, size.width(), size.height())
    shown = QImage(size, QImage.Format.Format_RGB32)
    shown.fill(GROUND)
    painter = QPainter(shown)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    side = 48 if is_vertical else delegate.thumbnail_height
    left = (8 + (64 - side) // 2) if is_vertical else (size.width() - side) // 2
    beside = [x for x in range(8 + 64 if is_vertical else size.width()) if not left - 1 <= x <= left + side]
    assert {shown.pixelColor(x, y).name() for x in beside for y in range(4, 4 + side)} == {GROUND.name()}
    corners = [(left + 5, 9)] + ([] if is_vertical else [(left + side - 5, side - 5)])
    assert all(shown.pixelColor(x, y) not in (GROUND, PHOTOGRAPH) for x, y in corners)
