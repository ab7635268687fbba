"""CandidateCard: one candidate mask as a small picture with its numbers; a row of them to choose from.

Pictures are drawn from the logits at the size of the card: nothing of the image's size is made.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.words import local_number, tr
from sam_annotator.ui.canvas import Overlay
from sam_annotator.ui.canvas.shading import picture_of
from sam_annotator.ui.canvas.styles import ACCEPTED, color_table
from sam_annotator.ui.docks.drawing import draw_focus, draw_text
from sam_annotator.ui.models.figures import score_text
from sam_annotator.ui.theme import GAP, HALF_GAP, current_theme, small_font, strong, tabular

MOST = 3
_LEAST_SIDE = 56
_OPACITY = 0.5
_MARGIN = 0.15  # of the box around all candidates

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class CandidateView:
    """What a card shows.

    Attributes:
        index: of the candidate in the prediction.
        predicted_iou: the engine's estimate.
        stability: SAM's stability score; None until it is known, NaN where there is none.
        overlay: the mask.
        is_chosen: whether it is the one on screen.
    """

    index: int
    predicted_iou: float
    stability: float | None
    overlay: Overlay
    is_chosen: bool


def crop_around(overlays: tuple[Overlay, ...], size_hw: tuple[int, int]) -> Box:
    """Return x, y, width, height of the part of an image that shows all masks, with a margin."""
    boxes = [o.bbox_xywh for o in overlays if not o.is_empty]
    height, width = size_hw
    if not boxes:
        return (0, 0, width, height)
    left, top = min(x for x, *_ in boxes), min(y for _, y, *_ in boxes)
    right, bottom = max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)
    margin = math.ceil(_MARGIN * max(right - left, bottom - top)) + 4
    left, top = max(left - margin, 0), max(top - margin, 0)
    right, bottom = min(right + margin, width), min(bottom + margin, height)
    return (left, top, right - left, bottom - top)


def picture(pixels: RgbImage, overlay: Overlay, crop: Box, side: int, color: str, dpr: float) -> QImage:
    """Return a part of an image with a mask over it, as large as fits a square of `side` device pixels."""
    x, y, w, h = crop
    zoom = min(side / w, side / h)
    width, height = max(round(w * zoom), 1), max(round(h * zoom), 1)
    columns = np.minimum(((np.arange(width) + 0.5) / zoom).astype(np.int64) + x, pixels.shape[1] - 1)
    rows = np.minimum(((np.arange(height) + 0.5) / zoom).astype(np.int64) + y, pixels.shape[0] - 1)
    part = np.ascontiguousarray(pixels[rows][:, columns])
    image = QImage(part.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
    rect = (round(x * zoom), round(y * zoom), width, height)
    shaded, _pixels = picture_of(overlay, zoom, rect, dpr, color_table(color, ACCEPTED, _OPACITY, dpr))
    painter = QPainter(image)
    painter.drawImage(0, 0, shaded)
    painter.end()
    image.setDevicePixelRatio(dpr)
    return image


class CandidateCard(QAbstractButton):
    """One candidate: its picture, predicted IoU and stability."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        policy.setRetainSizeWhenHidden(True)  # one candidate is as large as one of three
        self.setSizePolicy(policy)
        self._view: CandidateView | None = None
        self._source: tuple[RgbImage, Box, str] | None = None
        self._image: QImage | None = None

    def show_candidate(self, rank: int, view: CandidateView, source: tuple[RgbImage, Box, str] | None) -> None:
        """Show a candidate; ranks count from 1; `source` is the image, what of it is shown, and the colour."""
        self._view, self._source, self._image = view, source, None
        self.setText(str(rank))
        self.setChecked(view.is_chosen)
        words = tr(
            "Candidate {number}, predicted IoU {iou}, stability {stability}",
            number=rank,
            iou=local_number(f"{view.predicted_iou:.3f}"),
            stability=number_text(view.stability, 3),
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def shown(self) -> CandidateView | None:
        """What is shown."""
        return self._view

    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return QSize(_LEAST_SIDE + 2 * HALF_GAP, self.heightForWidth(_LEAST_SIDE + 2 * HALF_GAP))

    def sizeHint(self) -> QSize:
        """Return the size in a panel of usual width."""
        return QSize(88, self.heightForWidth(88))

    def heightForWidth(self, width: int) -> int:
        """Return the height of a square picture and two lines below it."""
        return width + 2 * QFontMetrics(small_font()).lineSpacing() + GAP

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width: it does."""
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go dark again."""
        self.update()
        super().leaveEvent(event)

    def _picture(self, side: int) -> QImage | None:
        dpr = self.devicePixelRatioF()
        if self._view is None or self._source is None:
            return None
        if self._image is None or max(self._image.width(), self._image.height()) != round(side * dpr):
            pixels, crop, color = self._source
            self._image = picture(pixels, self._view.overlay, crop, round(side * dpr), color, dpr)
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw picture, numbers, and a frame around the chosen one."""
        theme, view = current_theme(), self._view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.selection if self.isChecked() else theme.hover))
        side = self.width() - 2 * HALF_GAP
        place = QRectF(HALF_GAP, HALF_GAP, side, side)
        painter.fillRect(place, QColor(theme.canvas))
        if (image := self._picture(side)) is not None:
            size = image.deviceIndependentSize()
            painter.drawImage(place.center() - QPointF(size.width() / 2, size.height() / 2), image)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
        if view is not None:
            figures = tabular(small_font())
            line = QFontMetrics(figures).lineSpacing()
            top = round(place.bottom()) + HALF_GAP
            for row, (name, value) in enumerate(
                ((tr("IoU"), score_text(view.predicted_iou)), (tr("Stab."), number_text(view.stability, 2)))
            ):
                rect = QRect(HALF_GAP, top + row * line, side, line)
                draw_text(painter, rect, name, small_font(), theme.muted)
                font = strong(figures) if self.isChecked() else figures
                draw_text(painter, rect, value, font, theme.text, Qt.AlignmentFlag.AlignRight)
        if self.hasFocus():
            draw_focus(painter, self.rect(), theme)
        painter.end()


class CandidateCards(QWidget):
    """The candidates side by side, the best first; arrow keys go from one to the next.

    Signals:
        chosen(int): the index of a candidate in the prediction.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectCandidates")
        self.setAccessibleName(tr("Candidates"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        row.setSpacing(HALF_GAP)
        self.cards = tuple(CandidateCard(self) for _ in range(MOST))
        for number, card in enumerate(self.cards):
            card.setObjectName(f"inspectCandidate{number + 1}")
            card.clicked.connect(lambda _checked=False, at=number: self._choose(at))
            row.addWidget(card, 1)

    def show_candidates(self, views: tuple[CandidateView, ...], pixels: RgbImage | None, color: str) -> None:
        """Show candidates, the best first, over the image, uint8 (H, W, 3)."""
        source = None
        if pixels is not None and views:
            source = (pixels, crop_around(tuple(v.overlay for v in views), pixels.shape[:2]), color)
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(views))
            if number < len(views):
                card.show_candidate(number + 1, views[number], source)

    def _choose(self, at: int) -> None:
        view = self.cards[at].shown
        if view is not None:
            self.chosen.emit(view.index)
            self.cards[at].setChecked(view.is_chosen or self.cards[at].isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the card beside the one in focus."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        focused = next((i for i, card in enumerate(self.cards) if card.hasFocus()), None)
        visible = [i for i, card in enumerate(self.cards) if not card.isHidden()]
        if step is None or focused is None or not visible:
            super().keyPressEvent(event)
            return
        at = visible[(visible.index(focused) + step) % len(visible)]
        self.cards[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(at)


def number_text(value: float | None, digits: int) -> str:
    """Return a number; a dash where there is none."""
    return "–" if value is None or not math.isfinite(value) else local_number(f"{value:.{digits}f}")
