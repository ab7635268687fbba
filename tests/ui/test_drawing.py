"""What the rows of lists are drawn with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from sam_annotator.ui.docks.drawing import draw_text, swatch_icon
from sam_annotator.ui.theme import current_theme, small_font

UNDER = 40  # pixels of the picture above and below the line


def lowest_ink(text: str) -> int:
    """Return the lowest row, from the top of a line as high as English needs, in which a text has left a mark."""
    height = QFontMetrics(small_font()).lineSpacing()
    picture = QImage(240, height + 2 * UNDER, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw_text(painter, QRect(0, UNDER, 240, height), text, small_font(), "#000000")
    painter.end()
    rows = [y for y in range(picture.height()) if any(picture.pixelColor(x, y).value() < 200 for x in range(240))]
    return rows[-1] - UNDER


def test_a_name_beside_chinese_words_keeps_its_lower_ends(themed: QApplication) -> None:
    """File names would lose their underscores, and read as other names."""
    metrics = QFontMetrics(small_font())
    assert lowest_ink("类别不同 · a_b_c") > lowest_ink("类别不同 · abc")
    assert lowest_ink("类别不同 · a_b_c") < metrics.lineSpacing() + metrics.descent()


@pytest.mark.parametrize("mode", [QIcon.Mode.Normal, QIcon.Mode.Selected])
def test_a_colour_is_the_same_in_a_selected_row(themed: QApplication, mode: QIcon.Mode) -> None:
    """A category whose colour changes when its row is chosen is taken for another one."""
    picture = swatch_icon("#e69f00", current_theme()).pixmap(QSize(16, 16), 1.0, mode).toImage()
    assert picture.pixelColor(8, 8) == QColor("#e69f00")
