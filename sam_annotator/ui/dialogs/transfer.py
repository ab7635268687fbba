"""ExportDialog and ImportDialog: which file, which format, which choices. They read and write nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from sam_annotator.core.words import tr
from sam_annotator.formats.base import OptionField, OptionValue
from sam_annotator.ui.dialogs.format_options import FormatOptions
from sam_annotator.ui.dialogs.parts import Dialog, PathField, add_field, remark, set_invalid, set_tone

FormatChoice = tuple[str, str, str]  # id, title, suffix such as ".json"


class ExportFormat(NamedTuple):
    """A format to choose.

    Attributes:
        id: its id.
        title: its name, not translated yet.
        suffix: of its file; "" where it writes a folder.
        options: of its own.
    """

    id: str
    title: str
    suffix: str
    options: tuple[OptionField, ...] = ()


class ExportScope(NamedTuple):
    """What can be exported; None limits nothing.

    Attributes:
        words: for people.
        image_ids: of these images.
        annotation_ids: these annotations.
    """

    words: str
    image_ids: frozenset[int] | None = None
    annotation_ids: frozenset[int] | None = None


class ExportWish(NamedTuple):
    """What is to be exported, how and where to; `values` are those of the format's own options."""

    format_id: str
    path: Path
    values: dict[str, OptionValue]
    scope: ExportScope


class ExportDialog(Dialog):
    """What to write, in which format, how, and where to.

    Signals:
        export_requested(ExportWish): the user pressed Export.
    """

    export_requested = Signal(object)

    def __init__(
        self,
        formats: Sequence[ExportFormat],
        scopes: Sequence[ExportScope] = (),
        *,
        default_path: Path | str = "",
        default_folder: Path | None = None,
        image_root: Path | None = None,
        values: Mapping[str, OptionValue] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            formats: to choose from.
            scopes: likewise, the first is chosen; none for the project.
            default_path: a file to be offered.
            default_folder: likewise, for formats that write a folder; the format's id is put behind it.
            image_root: the folder of images, where no folder of pictures may be.
            values: of options, to begin with.
            parent: of the dialog.
        """
        super().__init__(tr("Export annotations"), "exportDialog", parent)
        self._formats, self._scopes = tuple(formats), tuple(scopes) or (ExportScope(tr("Whole project")),)
        self._default_path, self._default_folder, self._image_root = default_path, default_folder, image_root
        self._format = _format_box([f[:3] for f in self._formats], "exportFormat", self)
        self._scope = QComboBox(self)
        self._scope.setObjectName("exportScope")
        for scope in self._scopes:
            self._scope.addItem(scope.words)
        self._path = PathField("save", tr("Export to"), "", self)
        self._path.line.setObjectName("exportPath")
        self._path.browse.setObjectName("exportBrowse")
        self._remark = remark()
        add_field(self.column, tr("F&ormat"), self._format)
        scope_label = add_field(self.column, tr("&What"), self._scope)
        for widget in (scope_label, self._scope):
            widget.setVisible(len(self._scopes) > 1)
        self._path_label = add_field(self.column, tr("&File"), self._path, self._path.line)
        self.column.addWidget(self._remark)
        self._options = [FormatOptions(each.options, values or {}, self) for each in self._formats]
        for options in self._options:
            self.column.addWidget(options)
        self.column.addStretch(1)
        self.add_close_button(tr("Cancel"))
        self._button = self.add_button(tr("Export"), "exportButton", default=True)
        self._button.clicked.connect(self._ask)
        self._offered = ""
        self._format_changed(0)
        self._format.currentIndexChanged.connect(self._format_changed)
        self._path.changed.connect(self._validate)
        self._path.chosen.connect(self._on_chosen)

    def choose_format(self, format_id: str) -> None:
        """Begin with another format."""
        self._format.setCurrentIndex(max(0, self._format.findData(format_id)))

    def _ask(self) -> None:
        index = self._format.currentIndex()
        scope = self._scopes[self._scope.currentIndex()]
        values = self._options[index].values
        self.export_requested.emit(ExportWish(self._formats[index].id, self._final_path(), values, scope))
        self.accept()

    def _final_path(self) -> Path:
        """Return the path, with the format's suffix where none was typed."""
        path = Path(self._path.path).expanduser()
        return path if path.suffix or not self._suffix else path.with_name(path.name + self._suffix)

    @property
    def _suffix(self) -> str:
        return self._formats[self._format.currentIndex()].suffix

    def _format_changed(self, index: int) -> None:
        chosen = self._formats[index]
        for each, options in zip(self._formats, self._options, strict=True):
            options.setVisible(each is chosen and bool(each.options))
        self._path_label.setText(tr("&File") if chosen.suffix else tr("&New folder"))
        self._path.line.setAccessibleName(self._path_label.text().replace("&", ""))
        self._path.set_kind("save" if chosen.suffix else "folder", _pattern(chosen[:3]) if chosen.suffix else "")
        self._offer_path(chosen)
        self._validate()
        self.fit(shrinks=True)

    def _offer_path(self, chosen: ExportFormat) -> None:
        """Offer a place of the format's kind; what the user typed keeps its name."""
        typed = self._path.path
        path = Path(typed)
        if typed == self._offered:
            offered = str(self._default_path)
            if not chosen.suffix and self._default_folder is not None:
                offered = str(_free(self._default_folder.with_name(f"{self._default_folder.name}-{chosen.id}")))
            elif chosen.suffix and offered:
                offered = str(Path(offered).with_suffix(chosen.suffix))
            self._offered = offered
            self._path.set_path(offered)
        elif path.suffix and path.suffix in {each.suffix for each in self._formats}:
            self._path.set_path(str(path.with_suffix(chosen.suffix)))

    def _on_chosen(self, text: str) -> None:
        """Take a folder that was browsed to as the place of a new one, unless it is empty."""
        path, chosen = Path(text), self._formats[self._format.currentIndex()]
        if not chosen.suffix and path.is_dir() and _has_files(path):
            name = self._default_folder.name if self._default_folder is not None else "export"
            self._path.set_path(str(_free(path / f"{name}-{chosen.id}")))

    def _validate(self) -> None:
        text = self._path.path
        problem, note = self._problem(Path(text).expanduser()) if text else ("", "")
        self._remark.setText(problem or note)
        self._remark.setVisible(bool(problem or note))
        set_tone(self._remark, "error" if problem else "warning")
        set_invalid(self._path.line, bool(problem))
        self._button.setEnabled(bool(text) and not problem)
        self.fit()

    def _problem(self, path: Path) -> tuple[str, str]:
        """Return why nothing can be written to a path, and what else to know."""
        if self._suffix:
            if path.is_dir():
                return tr("This is a folder; add a file name."), ""
            if not path.absolute().parent.is_dir():
                return tr("There is no such folder."), ""
            is_there = self._final_path().is_file()
            return "", tr("There is a file of this name; it will be replaced.") if is_there else ""
        if path.is_file():
            return tr("This is a file; give the name of a new folder."), ""
        if path.is_dir() and _has_files(path):
            return tr("This folder is not empty, and nothing is overwritten; add the name of a new one."), ""
        if not path.absolute().parent.is_dir():
            return tr("There is no such folder to make it in."), ""
        if self._image_root is not None and path.resolve().is_relative_to(self._image_root.resolve()):
            return tr("This is in the folder of images, where pictures would become images of the project."), ""
        return "", ""


def _free(path: Path) -> Path:
    """Return a path at which nothing is, with a number where it needs one."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def _has_files(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:
        return True


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
        is_said = not suffix or suffix.removeprefix(".") in title.casefold()
        box.addItem(tr(title) if is_said else f"{tr(title)} ({suffix})", format_id)
    return box


def _pattern(choice: FormatChoice) -> str:
    _format_id, title, suffix = choice
    return tr("{title} (*{suffix});;All files (*)", title=tr(title), suffix=suffix)
