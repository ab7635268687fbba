"""BoxesDialog: which file of a detector to take, what is in it, and which of its boxes to turn into masks.

It reads nothing: whoever opens it reads the file and tells what was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from sam_annotator.core.words import mark, sentences, series, tr
from sam_annotator.formats.detections import DETECTION_FORMATS, Detections, guessed_format
from sam_annotator.ui.dialogs.no_wheel import NoWheel
from sam_annotator.ui.dialogs.parts import Dialog, PathField, add_field, remark, set_invalid, set_tone
from sam_annotator.ui.docks.number_box import NumberBox
from sam_annotator.ui.models.figures import count_text, grouped
from sam_annotator.ui.theme import GAP

_PAUSE_MS = 300  # after the last key, until the file is read
_LISTED = 4  # categories, and sentences on what is left out


class BoxesDialog(Dialog):
    """Asks for a file of boxes.

    Signals:
        file_chosen(str, str): a path and its format; `show_found` or `show_problem` is the answer.
        wanted(Detections, str): make masks of these; the category for all, or "" for the detector's.
    """

    file_chosen = Signal(str, str)
    wanted = Signal(object, str)

    def __init__(self, categories: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Masks from boxes"), "boxesDialog", parent)
        self._found: Detections | None = None
        self._format = QComboBox(self)
        self._format.setObjectName("boxesFormat")
        for format_id, title in DETECTION_FORMATS:
            self._format.addItem(tr(title), format_id)
        self._path = PathField("open", tr("Boxes of a detector"), "", self)
        self._path.line.setObjectName("boxesPath")
        self._path.browse.setObjectName("boxesBrowse")
        self._summary, self._details = remark(), remark()
        self._summary.setObjectName("boxesSummary")
        self._details.setObjectName("boxesDetails")
        self.score = NumberBox(self, minimum=0.0, maximum=1.0, decimals=2, singleStep=0.05)
        self.score.setObjectName("boxesScore")
        self.score.lineEdit().setTextMargins(GAP - 2, 0, 0, 0)
        self.score.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        NoWheel(self.score)
        self._category = QComboBox(self)
        self._category.setObjectName("boxesCategory")
        self._category.addItem(tr("As the detector says"), "")
        for name in categories:
            self._category.addItem(name, name)
        self.column.addWidget(remark(tr("Each box is answered by the engine; its mask becomes a proposal to accept.")))
        add_field(self.column, tr("F&ormat"), self._format)
        self._path_label = add_field(self.column, tr("&File"), self._path, self._path.line)
        self.column.addWidget(self._summary)
        self.column.addWidget(self._details)
        add_field(self.column, tr("&Lowest score"), self.score)
        add_field(self.column, tr("&Category"), self._category)
        self.column.addStretch(1)
        self.add_close_button(tr("Cancel"))
        self._button = self.add_button(tr("Make masks"), "boxesButton", default=True)
        self._button.clicked.connect(self._ask)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._read)
        self._path.changed.connect(lambda _text: self._on_path())
        self._format.currentIndexChanged.connect(lambda _i: self._on_format())
        self.score.valueChanged.connect(lambda _value: self._show())
        self._on_format()
        self._path.line.setFocus()

    @property
    def format_id(self) -> str:
        """The format that is chosen."""
        return str(self._format.currentData())

    def set_path(self, path: Path) -> None:
        """Offer a file or folder, in the format that it looks like."""
        self._format.setCurrentIndex(self._format.findData(guessed_format(path)))
        self._path.set_path(str(path))

    def show_found(self, found: Detections) -> None:
        """Say what is in the file."""
        self._found = found
        self._show()

    def show_problem(self, text: str) -> None:
        """Say why the file can't be used."""
        self._found = None
        set_invalid(self._path.line, True)
        self._say(text, "", tone="error")
        self.fit(shrinks=True)

    def _on_format(self) -> None:
        is_folder = self.format_id == "yolo"
        self._path_label.setText(tr("&Folder of labels") if is_folder else tr("&File"))
        self._path.line.setAccessibleName(self._path_label.text().replace("&", ""))
        kind, pattern = ("folder", "") if is_folder else ("open", tr("COCO (*.json);;All files (*)"))
        self._path.set_kind(kind, pattern)
        self._on_path()
        self.fit(shrinks=True)

    def _on_path(self) -> None:
        self._found = None
        set_invalid(self._path.line, False)
        self._say(tr("Reading…") if self._path.path else "", "")
        self._soon.start()

    def _read(self) -> None:
        if self._path.path:
            self.file_chosen.emit(str(Path(self._path.path).expanduser()), self.format_id)

    @property
    def _chosen(self) -> Detections | None:
        return None if self._found is None else self._found.with_score(self.score.value())

    def _show(self) -> None:
        chosen = self._chosen
        self.score.setEnabled(self._found is None or self._found.has_scores)
        if chosen is None or self._found is None:
            self._button.setEnabled(False)
            return
        boxes = count_text(chosen.count, mark("{n} box"), mark("{n} boxes"))
        images = count_text(len(chosen.by_image), mark("{n} image"), mark("{n} images"))
        text = tr("{boxes} on {images} of this project.", boxes=boxes, images=images)
        names = series((f"{name} {grouped(count)}" for name, count in chosen.categories.items()), _LISTED)
        text = sentences((text, names)) if names else text
        others = [*self._found.left_out, *self._found.notes]
        details = [*others[:_LISTED], *(["…"] if len(others) > _LISTED else [])]
        self._say(text, "\n".join(details), tone="" if chosen.count else "warning")
        self._button.setEnabled(bool(chosen.count))
        self.fit(shrinks=True)

    def _say(self, text: str, details: str, *, tone: str = "") -> None:
        for label, words in ((self._summary, text), (self._details, details)):
            label.setText(words)
            label.setVisible(bool(words))
        set_tone(self._summary, tone)
        self._button.setEnabled(False)
        self.fit()

    def _ask(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.count:
            self.wanted.emit(chosen, str(self._category.currentData()))
            self.accept()
