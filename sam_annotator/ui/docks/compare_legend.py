"""CompareLegend: how ours, theirs and what only one has look on the image; drawn as the canvas draws them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.canvas.masks import AnnotationLayer
from sam_annotator.ui.canvas.second_set import ONLY_OURS, ONLY_THEIRS, SecondLayer, SidesLayer
from sam_annotator.ui.canvas.shading import apron_of
from sam_annotator.ui.docks.drawing import draw_text
from sam_annotator.ui.theme import GAP, HALF_GAP, current_theme, small_font

_WORDS = (mark("Ours"), mark("Theirs"), mark("Only ours"), mark("Only theirs"))
_SWATCH = QSize(34, 22)
_GROUND = "#808080"  # as bright as most photographs
_COLOR = "#56b4e9"


class CompareLegend(QWidget):
    """Four swatches with their words, two beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareLegend")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr(
                "Ours is filled, theirs is hatched with a dashed outline; of the difference looked at, what only we "
                "have is hatched falling, what only they have rising."
            )
        )
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Return the size of two lines."""
        return QSize(200, 2 * self._pitch - HALF_GAP)

    @property
    def _pitch(self) -> int:
        return max(_SWATCH.height(), QFontMetrics(small_font()).lineSpacing()) + HALF_GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw swatches and words."""
        painter, theme = QPainter(self), current_theme()
        dpr, half = self.devicePixelRatioF(), self.width() // 2
        for i, words in enumerate(_WORDS):
            left, top = (i % 2) * half, (i // 2) * self._pitch
            painter.drawImage(left, top, _swatch(i, dpr))
            text_left = left + _SWATCH.width() + GAP
            room = QRect(text_left, top, left + half - text_left - HALF_GAP, _SWATCH.height())
            draw_text(painter, room, tr(words), small_font(), theme.text)
        painter.end()


def _swatch(number: int, dpr: float) -> QImage:
    width, height = round(_SWATCH.width() * dpr), round(_SWATCH.height() * dpr)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(_GROUND))
    pixels = np.zeros((height, width), np.bool_)
    rim = round(4 * dpr)
    pixels[rim:-rim, rim:-rim] = True
    mask = Mask.from_array(pixels)
    layer: AnnotationLayer
    if number < 2:
        layer = AnnotationLayer(_nothing) if number == 0 else SecondLayer(_nothing)
        layer.set_annotations([Annotation(1, 0, 1, mask)], {1: _COLOR})
    else:
        layer = SidesLayer(_nothing)
        one_sided = ONLY_OURS if number == 2 else ONLY_THEIRS
        layer.show(mask if one_sided == ONLY_OURS else None, mask if one_sided == ONLY_THEIRS else None)
    for _ in layer.draw(image, 1.0, (0, 0, width, height), dpr, apron_of(dpr)):
        pass
    image.setDevicePixelRatio(dpr)
    return image


def _nothing(_area: object) -> None:
    """Nobody is told: it is drawn once."""
