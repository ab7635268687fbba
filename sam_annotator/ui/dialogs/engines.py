"""EnginesDialog: the engines there are, which runs now, and where their weights come from. It says wishes only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.words import listed, mark, tr
from sam_annotator.engine.checkpoints import find_checkpoint, official_path
from sam_annotator.engine.registry import DEVICES, ENGINES, EngineRow
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.dialogs.parts import Dialog, heading, remark
from sam_annotator.ui.models.figures import bytes_text
from sam_annotator.ui.theme import GAP, HALF_GAP, small_font

_DEVICE_WORDS = {
    "auto": mark("Automatic"),
    "cpu": mark("CPU"),
    "cuda": mark("CUDA (NVIDIA GPU)"),
    "mps": mark("MPS (Apple GPU)"),
}
_STEPS = 1000  # of a progress bar: byte counts do not fit into Qt's integers


class EngineCard(QFrame):
    """One engine: what it is, whether its weights are here, and what can be done.

    Signals:
        use_requested(), download_requested(), cancel_requested(): wishes.
        file_chosen(path): a weights file of the user's own.
    """

    use_requested = Signal()
    download_requested = Signal()
    cancel_requested = Signal()
    file_chosen = Signal(str)

    def __init__(self, row: EngineRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.row = row
        self._is_current = False
        self._is_downloading = False
        title = heading(tr(row.title))
        self._running = QLabel(tr("Runs now"), self)
        self._running.setFont(small_font())
        self._running.setProperty("tone", "success")
        self._facts, self._message = remark(), remark(tone="error")
        self._message.setObjectName(f"message-{row.id}")
        self._facts.setObjectName(f"facts-{row.id}")
        self.use_button = self._button(tr("Use"), "use", self.use_requested)
        self.download_button = self._button(tr("Download"), "download", self.download_requested)
        self.cancel_button = self._button(tr("Cancel"), "cancel", self.cancel_requested)
        self.file_button = self._button(tr("Choose file…"), "file")
        self.file_button.clicked.connect(self._choose_file)
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setRange(0, _STEPS)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(tr("Download of {title}", title=tr(row.title)))
        self._progress_text = remark()
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(title)
        top.addWidget(self._running)
        top.addStretch(1)
        summary = QLabel(tr(row.summary), self)
        summary.setWordWrap(True)
        actions = QHBoxLayout()
        actions.setSpacing(GAP)
        for button in (self.use_button, self.download_button, self.cancel_button, self.file_button):
            actions.addWidget(button)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + HALF_GAP, GAP, GAP + HALF_GAP, GAP)
        column.setSpacing(HALF_GAP)
        column.addLayout(top)
        for widget in (summary, self._facts, self.progress_bar, self._progress_text, self._message):
            column.addWidget(widget)
        column.addSpacing(HALF_GAP)
        column.addLayout(actions)
        self.refresh()
        self._message.hide()

    def _button(self, words: str, kind: str, signal: object = None) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"{kind}-{self.row.id}")
        button.setAccessibleName(f"{words.rstrip('…')} {tr(self.row.title)}")
        button.setAutoDefault(False)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    def refresh(self) -> None:
        """Look again whether the weights are here."""
        row = self.row
        checkpoint = find_checkpoint(row)
        is_own = checkpoint is not None and checkpoint != official_path(row)
        if not row.needs_checkpoint:
            where = (
                tr("your file {name}", name=checkpoint.name) if is_own and checkpoint else tr("comes with the program")
            )
        elif checkpoint is None:
            where = tr("not on this computer")
        else:
            where = tr("your file {name}", name=checkpoint.name) if is_own else tr("on this computer")
        parts = [where, row.licence]
        if row.size_bytes and not is_own:
            parts.insert(0, bytes_text(row.size_bytes))
        text = listed(part for part in parts if part)
        self._facts.setText(text[:1].upper() + text[1:])
        is_ready = checkpoint is not None or not row.needs_checkpoint
        self.use_button.setVisible(not self._is_current and is_ready)
        self.download_button.setVisible(bool(row.url) and not is_ready and not self._is_downloading)
        self.download_button.setText(tr("Resume download") if _was_begun(row) else tr("Download"))
        self.cancel_button.setVisible(self._is_downloading)
        self.file_button.setVisible(row.needs_checkpoint and not self._is_downloading)
        self.progress_bar.setVisible(self._is_downloading)
        self._progress_text.setVisible(self._is_downloading)
        self._running.setVisible(self._is_current)

    def set_current(self, is_current: bool) -> None:
        """Mark the engine that runs now."""
        self._is_current = is_current
        self.setProperty("current", is_current)
        self.style().unpolish(self)
        self.style().polish(self)
        self.refresh()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far the download is, in bytes; a total of 0 is not known."""
        self._message.hide()
        if total > 0:
            self.progress_bar.setRange(0, _STEPS)
            self.progress_bar.setValue(min(_STEPS, done * _STEPS // total))
            self._progress_text.setText(tr("{done} of {total}", done=bytes_text(done), total=bytes_text(total)))
        else:
            self.progress_bar.setRange(0, 0)
            self._progress_text.setText(bytes_text(done))
        if not self._is_downloading:
            self._is_downloading = True
            self.refresh()

    def end_download(self, sentence: str = "") -> None:
        """Take the progress away, and say what failed, if anything did."""
        self._is_downloading = False
        if sentence:
            self._message.setText(sentence)
            self._message.show()
        self.refresh()

    def _choose_file(self) -> None:
        dialog = QFileDialog(
            self,
            tr("Weights for {title}", title=tr(self.row.title)),
            "",
            tr("Weights (*.pth *.pt *.safetensors);;All (*)"),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.open()


class EnginesDialog(Dialog):
    """The list of engines; kept and shown again by its owner.

    Signals:
        use_requested(engine_id), download_requested(engine_id), cancel_requested(engine_id),
        file_chosen(engine_id, path), device_changed(device): wishes.
    """

    use_requested = Signal(str)
    download_requested = Signal(str)
    cancel_requested = Signal(str)
    file_chosen = Signal(str, str)
    device_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, engines: tuple[EngineRow, ...] = ENGINES) -> None:
        super().__init__(tr("Engines"), "enginesDialog", parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.resize(560, 720)
        self.column.addWidget(
            remark(tr("An engine is the network that turns clicks into masks. Your project stays open."))
        )
        page = QWidget()
        page.setProperty("plain", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._cards: dict[str, EngineCard] = {}
        for row in engines:
            card = EngineCard(row, page)
            card.use_requested.connect(lambda engine_id=row.id: self.use_requested.emit(engine_id))
            card.download_requested.connect(lambda engine_id=row.id: self._download(engine_id))
            card.cancel_requested.connect(lambda engine_id=row.id: self._cancel(engine_id))
            card.file_chosen.connect(lambda path, engine_id=row.id: self.file_chosen.emit(engine_id, path))
            self._cards[row.id] = card
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        bar = area.verticalScrollBar()  # without one the cards end where the dialog's other rows do
        bar.rangeChanged.connect(lambda _least, most: column.setContentsMargins(0, 0, GAP if most else 0, 0))
        self.column.addWidget(area, 1)
        self._device = QComboBox(self)
        self._device.setObjectName("engineDevice")
        self._device.setAccessibleName(tr("Device"))
        NoWheel(self._device)
        for device in DEVICES:
            self._device.addItem(tr(_DEVICE_WORDS.get(device, device)), device)
        self._device.activated.connect(lambda _index: self.device_changed.emit(self._device.currentData()))
        words = QLabel(tr("&Device"), self)
        words.setBuddy(self._device)
        self.buttons.insertWidget(0, words)
        self.buttons.insertWidget(1, self._device)
        self.add_close_button(default=True)

    def card(self, engine_id: str) -> EngineCard:
        """Return the card of an engine."""
        return self._cards[engine_id]

    def refresh(self) -> None:
        """Look again which weights are here; a download that goes on shows itself with its next progress."""
        for card in self._cards.values():
            card.end_download()

    def set_current(self, engine_id: str, device: str) -> None:
        """Mark the engine that runs now, and show the device that is chosen."""
        for card in self._cards.values():
            card.set_current(card.row.id == engine_id)
        self.set_device(device)

    def set_device(self, device: str) -> None:
        """Show the device that is chosen; `device_changed` is not sent."""
        self._device.setCurrentIndex(max(0, self._device.findData(device)))

    def set_progress(self, engine_id: str, done: int, total: int) -> None:
        """Show how far a download is, in bytes; at its end the progress goes away."""
        if card := self._cards.get(engine_id):
            card.set_progress(done, total)

    def set_failed(self, engine_id: str, sentence: str) -> None:
        """Show why a download ended; "" where it is done or was cancelled."""
        if card := self._cards.get(engine_id):
            card.end_download(sentence)

    def _download(self, engine_id: str) -> None:
        card = self._cards[engine_id]
        card.set_progress(0, card.row.size_bytes)
        self.download_requested.emit(engine_id)

    def _cancel(self, engine_id: str) -> None:
        self.cancel_requested.emit(engine_id)


def _was_begun(row: EngineRow) -> bool:
    """Whether a part of the official weights is here already."""
    path = official_path(row)
    return path is not None and path.with_name(path.name + ".part").is_file()
