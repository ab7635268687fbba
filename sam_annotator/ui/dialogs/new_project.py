"""NewProjectDialog: where a project and its images are, and the first categories; says at once what can't be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from sam_annotator.core.words import mark, tr
from sam_annotator.store.store import PROJECT_FILE
from sam_annotator.ui.dialogs.parts import Dialog, PathField, add_field, remark, set_invalid
from sam_annotator.ui.models.figures import count_text


class NewProjectDialog(Dialog):
    """A new project.

    Signals:
        create_requested(project_dir: Path, image_root: Path, category_names: tuple[str, ...]): Create was pressed.
    """

    create_requested = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None, *, project_dir: str = "", image_root: str = "") -> None:
        super().__init__(tr("New project"), "newProjectDialog", parent)
        self._images = PathField("folder", tr("Folder of images"), parent=self)
        self._images.line.setObjectName("newImages")
        self._project = PathField("folder", tr("Folder of the project"), parent=self)
        self._project.line.setObjectName("newProject")
        self._categories = QPlainTextEdit(self)
        self._categories.setObjectName("newCategories")
        self._categories.setPlaceholderText(tr("person\ncar\ntraffic light"))
        self._categories.setTabChangesFocus(True)
        self._categories.setMinimumHeight(self._categories.fontMetrics().lineSpacing() * 5 + 16)
        self._images_remark, self._project_remark = remark(tone="error"), remark(tone="error")
        self._categories_remark = remark()
        add_field(self.column, tr("Folder of &images"), self._images, self._images.line)
        self.column.addWidget(self._images_remark)
        add_field(self.column, tr("&Project folder"), self._project, self._project.line)
        self.column.addWidget(self._project_remark)
        self.column.addWidget(
            remark(tr("The project is kept in one file in this folder; your images are not changed."))
        )
        add_field(self.column, tr("&Categories, one a line"), self._categories)
        self.column.addWidget(self._categories_remark)
        self.add_close_button(tr("Cancel"))
        self._button = self.add_button(tr("Create project"), "newCreate", default=True)
        self._button.clicked.connect(self._ask)
        self._follows = not project_dir
        self._project.line.textEdited.connect(self._stop_following)
        self._images.changed.connect(self._images_changed)
        self._project.changed.connect(self._validate)
        self._categories.textChanged.connect(self._validate)
        self._project.set_path(project_dir)
        self._images.set_path(image_root)
        self._validate()

    @property
    def category_names(self) -> tuple[str, ...]:
        """The names as typed, in order, each once."""
        lines = (" ".join(line.split()) for line in self._categories.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def _ask(self) -> None:
        project, images = Path(self._project.path).expanduser(), Path(self._images.path).expanduser()
        self.create_requested.emit(project, images, self.category_names)
        self.accept()

    def _stop_following(self) -> None:
        self._follows = False

    def _images_changed(self, text: str) -> None:
        """Put the project into the folder of images until another folder is named."""
        if self._follows:
            self._project.set_path(text.strip())
        self._validate()

    def _validate(self) -> None:
        images, project = self._images.path, self._project.path
        images_problem = "" if not images or Path(images).expanduser().is_dir() else tr("There is no such folder.")
        project_problem = _project_problem(project) if project else ""
        if images_problem and images == project:
            project_problem = ""
        _show(self._images_remark, self._images, images_problem)
        _show(self._project_remark, self._project, project_problem)
        names = self.category_names
        words = count_text(len(names), mark("{n} category"), mark("{n} categories"))
        words = words if names else tr("They can be added later, too.")
        self._categories_remark.setText(words)
        self._button.setEnabled(bool(images and project) and not images_problem and not project_problem)
        self.fit()


def _project_problem(text: str) -> str:
    path = Path(text).expanduser()
    if (path / PROJECT_FILE).exists():
        return tr("There is a project in this folder; open it, or name another folder.")
    if path.is_file():
        return tr("This is a file; name a folder.")
    if not path.is_dir() and not path.absolute().parent.is_dir():
        return tr("The folder above it is not there.")
    return ""


def _show(words: QLabel, field: PathField, problem: str) -> None:
    words.setText(problem)
    words.setVisible(bool(problem))
    set_invalid(field.line, bool(problem))
