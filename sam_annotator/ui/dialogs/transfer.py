"""ExportDialog and ImportDialog: which file, which format, which choices. They read and write nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.parts import Dialog, PathField, add_field, remark, set_invalid, set_tone

FormatChoice = tuple[str, str, str]  # id, title, suffix such as ".json"


class ExportDialog(Dialog):
    """Where to write the project, and how.

    Signals:
        export_requested(format_id, path, polygons): the user pressed Export.
    """

    export_requested = Signal(str, str, bool)

    def __init__(
        self,
        formats: Sequence[FormatChoice],
        *,
        default_path: Path | str = "",
        polygons: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Export annotations"), "exportDialog", parent)
        self._formats = tuple(formats)
        self._path = PathField("save", tr("Export to"), _pattern(self._formats[0]), self)
        self._path.line.setObjectName("exportPath")
        self._path.browse.setObjectName("exportBrowse")
        self._path.set_path(str(default_path))
        self._format = _format_box(self._formats, "exportFormat", self)
        self._format.currentIndexChanged.connect(self._format_changed)
        self._polygons = QCheckBox(tr("Polygons where they decode to exactly the same pixels"), self)
        self._polygons.setObjectName("exportPolygons")
        self._polygons.setChecked(polygons)
        self._remark = remark()
        add_field(self.column, tr("&File"), self._path, self._path.line)
        self.column.addWidget(self._remark)
        add_field(self.column, tr("F&ormat"), self._format)
        self.column.addWidget(self._polygons)
        self.column.addWidget(remark(tr("Masks with holes, and all without this choice, are written as RLE.")))
        self.column.addStretch(1)
        self.add_close_button(tr("Cancel"))
        self._button = self.add_button(tr("Export"), "exportButton", default=True)
        self._button.clicked.connect(self._ask)
        self._path.changed.connect(self._validate)
        self._validate()

    def _ask(self) -> None:
        self.export_requested.emit(self._format.currentData(), self._final_path(), self._polygons.isChecked())
        self.accept()

    def _final_path(self) -> str:
        """Return the path, with the format's suffix where none was typed."""
        path = Path(self._path.path).expanduser()
        return str(path if path.suffix else path.with_name(path.name + self._suffix))

    @property
    def _suffix(self) -> str:
        return self._formats[self._format.currentIndex()][2]

    def _format_changed(self, index: int) -> None:
        self._path.set_pattern(_pattern(self._formats[index]))
        path = Path(self._path.path)
        if path.suffix in {suffix for _id, _title, suffix in self._formats}:
            self._path.set_path(str(path.with_suffix(self._suffix)))
        self._validate()

    def _validate(self) -> None:
        text, problem, note = self._path.path, "", ""
        path = Path(text).expanduser()
        if text and path.is_dir():
            problem = tr("This is a folder; add a file name.")
        elif text and not path.absolute().parent.is_dir():
            problem = tr("There is no such folder.")
        elif text and Path(self._final_path()).is_file():
            note = tr("There is a file of this name; it will be replaced.")
        self._remark.setText(problem or note)
        self._remark.setVisible(bool(problem or note))
        set_tone(self._remark, "error" if problem else "warning")
        set_invalid(self._path.line, bool(problem))
        self._button.setEnabled(bool(text) and not problem)
        self.fit()


class ImportDialog(Dialog):
    """Which file to read, and what to do with what does not fit.

    Signals:
        import_requested(format_id, path, skip_invalid): the user pressed Import.
    """

    import_requested = Signal(str, str, bool)

    def __init__(self, formats: Sequence[FormatChoice], *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Import annotations"), "importDialog", parent)
        self._formats = tuple(formats)
        self._path = PathField("open", tr("Import from"), _pattern(self._formats[0]), self)
        self._path.line.setObjectName("importPath")
        self._path.browse.setObjectName("importBrowse")
        self._format = _format_box(self._formats, "importFormat", self)
        self._format.currentIndexChanged.connect(lambda i: self._path.set_pattern(_pattern(self._formats[i])))
        self._skip = QCheckBox(tr("Skip annotations that do not fit"), self)
        self._skip.setObjectName("importSkipInvalid")
        self._remark = remark(tone="error")
        add_field(self.column, tr("&File"), self._path, self._path.line)
        self.column.addWidget(self._remark)
        add_field(self.column, tr("F&ormat"), self._format)
        self.column.addWidget(self._skip)
        self.column.addWidget(remark(tr("Otherwise a file that does not fit is refused as a whole, with the reasons.")))
        self.column.addStretch(1)
        self.add_close_button(tr("Cancel"))
        self._button = self.add_button(tr("Import"), "importButton", default=True)
        self._button.clicked.connect(self._ask)
        self._path.changed.connect(self._validate)
        self._validate()

    def set_path(self, path: Path) -> None:
        """Offer a file, in the first format that has its suffix."""
        fits = [i for i, (_id, _title, suffix) in enumerate(self._formats) if suffix == path.suffix.lower()]
        if fits:
            self._format.setCurrentIndex(fits[0])
        self._path.set_path(str(path))

    def _ask(self) -> None:
        path = str(Path(self._path.path).expanduser())
        self.import_requested.emit(self._format.currentData(), path, self._skip.isChecked())
        self.accept()

    def _validate(self) -> None:
        text = self._path.path
        there = Path(text).expanduser().is_file()
        problem = tr("There is no such file.") if text and not there else ""
        self._remark.setText(problem)
        self._remark.setVisible(bool(problem))
        set_invalid(self._path.line, bool(problem))
        self._button.setEnabled(there)
        self.fit()


def _format_box(formats: Sequence[FormatChoice], object_name: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(object_name)
    for format_id, title, suffix in formats:
        box.addItem(f"{tr(title)} ({suffix})", format_id)
    return box


def _pattern(choice: FormatChoice) -> str:
    _format_id, title, suffix = choice
    return tr("{title} (*{suffix});;All files (*)", title=tr(title), suffix=suffix)
