"""StatusPanel: the fields of the status bar, each of a fixed width, so that nothing jumps while numbers change."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from sam_annotator.core.geometry import Point
from sam_annotator.core.words import listed, local_number, mark, tr
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, tabular

# What each field must have room for.
_WIDEST = {
    "position": "x 00000  y 00000",
    "pixel": "RGB 000 000 000",
    "zoom": "0000 %",
    "engine": "",  # words in the user's language, see _widest
    "time": "",
    "saved": "",
}
_NAMES = {
    "position": mark("Pointer position in the image"),
    "pixel": mark("Colour of the pixel under the pointer"),
    "zoom": mark("Zoom"),
    "engine": mark("Engine and device"),
    "time": mark("Time of the last prediction"),
    "saved": mark("When the project was saved last"),
}


def _widest(key: str) -> str:
    """Return what a field must have room for, in the user's language."""
    if key == "engine":
        return listed((tr("Fake (colour likeness)"), "cuda"))
    if key == "time":
        return tr("draft {ms} ms", ms="00000")
    return tr("saved {time}", time="00:00:00") if key == "saved" else _WIDEST[key]


_FIRST_TO_GO = ("pixel", "time", "position", "saved")  # in a narrow window
_NOTE_MARGIN = 12  # left and right of the words together, with the border


class _Note(QToolButton):
    """A few words that can be clicked, elided where there is no room; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()

    def set_words(self, words: str) -> None:
        """Show words, or "" for none."""
        self.words = words
        self.setAccessibleName(words)
        self.setToolTip(tr("{words}: show them", words=words) if words else "")
        self.setVisible(bool(words))
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Return the size of all words."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.words) + _NOTE_MARGIN + 2, metrics.height() + HALF_GAP)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the shortest that makes sense."""
        return QSize(0, self.fontMetrics().height() + HALF_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the words to the width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - _NOTE_MARGIN
        self.setText(self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, max(0, room)))


class StatusPanel(QWidget):
    """Position, pixel, what was upgraded, zoom, engine, time of the last prediction, and when the project was saved.

    Signals:
        upgraded_clicked(): what was upgraded shall be shown.
    """

    upgraded_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusPanel")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP, 2)
        row.setSpacing(2 * GAP)
        self._labels: dict[str, QLabel] = {}
        self._engine = ""
        for key in _WIDEST:
            label = QLabel(self)
            label.setObjectName(f"status-{key}")
            label.setToolTip(tr(_NAMES[key]))
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            if key in ("zoom", "time"):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if key in ("pixel", "time", "saved"):
                label.setProperty("muted", True)
            self._labels[key] = label
            row.addWidget(label)
            if key == "pixel":
                row.addStretch(1)
                row.addWidget(self._make_note())
        self._measure()

    def _make_note(self) -> QWidget:
        """Words about upgraded masks stand here: in a bar above the canvas they would move the image when they come."""
        self.upgraded = _Note(self)
        self.upgraded.setObjectName("status-upgraded")
        self.upgraded.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.upgraded.clicked.connect(self.upgraded_clicked)
        return self.upgraded

    def set_upgraded(self, words: str) -> None:
        """Say which masks were upgraded, or "" for none."""
        self.upgraded.set_words(words)

    def _measure(self) -> None:
        font = tabular(body_font())
        metrics = QFontMetrics(font)
        for key, label in self._labels.items():
            label.setFont(font)
            label.setFixedWidth(metrics.horizontalAdvance(_widest(key)) + HALF_GAP)
        self.upgraded.setFont(font)
        self.setMinimumHeight(self.upgraded.sizeHint().height() + HALF_GAP)  # with and without it: or the image moves
        self._elide_engine()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = {key: label.minimumWidth() + 2 * GAP for key, label in self._labels.items()}
        gone = 0
        while gone < len(_FIRST_TO_GO) and sum(widths.values()) > self.width():
            widths.pop(_FIRST_TO_GO[gone])
            gone += 1
        for key in _FIRST_TO_GO:
            self._labels[key].setVisible(key in widths)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._measure()

    def text(self, key: str) -> str:
        """Return what a field shows: "position", "pixel", "zoom", "engine", "time" or "saved"."""
        return self._labels[key].text()

    def set_position(self, point: Point | None, pixel: tuple[int, int, int] | None = None) -> None:
        """Show where the pointer is in the image and the RGB values there, or nothing."""
        self._labels["position"].setText("" if point is None else f"x {int(point.x)}  y {int(point.y)}")
        self._labels["pixel"].setText("" if pixel is None else "RGB {} {} {}".format(*(int(v) for v in pixel)))

    def set_zoom(self, scale: float | None) -> None:
        """Show the scale of the image, 1.0 as 100 %."""
        if scale is None:
            text = ""
        else:
            percent = scale * 100
            text = local_number(f"{percent:.1f} %") if percent < 10 else f"{percent:.0f} %"
        self._labels["zoom"].setText(text)

    def set_engine(self, title: str, device: str = "") -> None:
        """Show the engine and its device, or words in their place while it loads."""
        self._engine = listed((title, device)) if device else title
        self._labels["engine"].setToolTip(": ".join((tr(_NAMES["engine"]), self._engine)))
        self._elide_engine()

    def _elide_engine(self) -> None:
        label = self._labels["engine"]
        metrics = QFontMetrics(label.font())
        label.setText(metrics.elidedText(self._engine, Qt.TextElideMode.ElideMiddle, label.width()))

    def set_prediction_ms(self, elapsed_ms: float | None, *, is_draft: bool = False) -> None:
        """Show how long the last prediction took, and whether it was a draft."""
        text = mark("draft {ms} ms") if is_draft else mark("{ms} ms")
        self._labels["time"].setText("" if elapsed_ms is None else tr(text, ms=f"{elapsed_ms:.0f}"))

    def set_saved_now(self) -> None:
        """Show that the last change was saved at this moment."""
        self.set_saved(datetime.now())

    def set_saved(self, when: datetime | str | None) -> None:
        """Show when the last change was saved, or words in its place, such as "read-only"."""
        text = tr("saved {time}", time=f"{when:%H:%M:%S}") if isinstance(when, datetime) else (when or "")
        self._labels["saved"].setText(text)
