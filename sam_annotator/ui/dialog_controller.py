"""Opens dialogs and answers their wishes. Dialogs never block: work goes on behind them.

They and the formats are imported when they are asked for, so that the window does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sam_annotator.core.image_io import SUPPORTED_SUFFIXES
from sam_annotator.core.settings import Settings
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.actions import key_table
from sam_annotator.ui.engine_controller import EngineController
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.ui.transfer_controller import TransferController

if TYPE_CHECKING:
    from sam_annotator.formats.base import ExportReport, ImportResult
    from sam_annotator.ui.dialogs.engines import EnginesDialog
    from sam_annotator.ui.dialogs.settings import SettingsDialog
    from sam_annotator.ui.dialogs.transfer import ExportScope

_REMARKS = (mark("{n} remark"), mark("{n} remarks"))


def export_scopes(project: ProjectController, selection: Collection[int]) -> list[ExportScope]:
    """Return what can be exported now: the project first, then what is smaller."""
    from sam_annotator.ui.dialogs.transfer import ExportScope

    count = len(project.images)
    scopes = [ExportScope(tr("Whole project"))]
    if 0 < len(project.walk) < count:
        ids = frozenset(project.images[row].id for row in project.walk)
        words = tr("Listed image (1)") if len(ids) == 1 else tr("Listed images ({n})", n=len(ids))
        scopes.append(ExportScope(words, ids))
    if project.image is not None:
        shown = frozenset((project.image.id,))
        scopes.append(ExportScope(tr("This image ({name})", name=project.image.name), shown))
        if selection:
            n = len(selection)
            words = tr("Selected annotation (1)") if n == 1 else tr("Selected annotations ({n})", n=n)
            scopes.append(ExportScope(words, shown, frozenset(selection)))
    return scopes


class DialogController(QObject):
    """Makes each dialog when it is asked for.

    Signals:
        settings_changed(Settings): the user changed settings.
        path_chosen(Path): a folder or image to open.
        project_wanted(Path, Path, list of str): a new project's folder, its folder of images, and its categories.
        device_chosen(str): where engines shall run from now on.
    """

    settings_changed = Signal(object)
    path_chosen = Signal(object)
    project_wanted = Signal(object, object, object)
    device_chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        project: ProjectController,
        engines: EngineController,
        transfer: TransferController,
        settings: Callable[[], Settings],
        selection: Callable[[], Collection[int]],
    ) -> None:
        super().__init__(parent)
        self._parent, self._project, self._engines, self._transfer = parent, project, engines, transfer
        self._settings, self._selection = settings, selection
        self._export_format, self._export_values = "coco", dict[str, bool | int | str]()  # what was chosen last
        self._engines_dialog: EnginesDialog | None = None
        self._settings_dialog: SettingsDialog | None = None
        engines.download_progress.connect(self._on_download_progress)
        engines.download_ended.connect(self._on_download_ended)
        engines.ready.connect(lambda _info: self._refresh_engines())
        engines.failed.connect(self._on_download_ended)

    def new_project(self) -> None:
        """Ask for a new project's folders and categories."""
        from sam_annotator.ui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._parent)
        dialog.create_requested.connect(self.project_wanted)
        dialog.open()

    def open_folder(self) -> None:
        """Ask for a folder to open."""
        self._choose_folder(tr("Open a project or a folder of images"), self.path_chosen.emit)

    def find_images_folder(self) -> None:
        """Ask where the project's images are now."""
        self._choose_folder(tr("Find the folder of images"), self._project.set_image_root)

    def open_image(self) -> None:
        """Ask for an image to open."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUPPORTED_SUFFIXES))
        dialog = QFileDialog(self._parent, tr("Open an image"), "", tr("Images ({patterns})", patterns=patterns))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._show(dialog, self.path_chosen.emit)

    def _choose_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._show(dialog, chosen)

    def _show(self, dialog: QFileDialog, chosen: Callable[[Path], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def export(self) -> None:
        """Ask what to export, how and where to."""
        from sam_annotator.formats.registry import FORMATS
        from sam_annotator.ui.dialogs.transfer import ExportDialog, ExportFormat, ExportWish

        store = self._project.store
        if store is None:
            return
        name, settings = store.name or "annotations", self._settings()
        from_settings = {"polygons": settings.export_polygons, "fill": round(settings.mask_opacity * 100)}
        dialog = ExportDialog(
            [ExportFormat(f.id, f.title, f.suffixes[0] if f.suffixes else "", f.options) for f in FORMATS],
            export_scopes(self._project, self._selection()),
            default_path=store.project_dir / f"{name}.json",
            default_folder=store.image_root.parent / name,
            image_root=store.image_root,
            values=self._export_values | from_settings,
            parent=self._parent,
        )
        dialog.choose_format(self._export_format)

        def export(wish: ExportWish) -> None:
            self._export_format = wish.format_id
            self._export_values |= wish.values
            self._transfer.export_to(store.project_dir, wish, settings)

        dialog.export_requested.connect(export)
        dialog.open()

    def import_file(self, path: Path | None = None) -> None:
        """Ask what to import, or whether to import a file."""
        from sam_annotator.formats.registry import READABLE
        from sam_annotator.ui.dialogs.transfer import ImportDialog

        store = self._project.store
        if store is None:
            return
        dialog = ImportDialog([(f.id, f.title, f.suffixes[0]) for f in READABLE], parent=self._parent)
        if path is not None:
            dialog.set_path(path)
        dialog.import_requested.connect(
            lambda format_id, path, skip: self._transfer.read_from(
                store.project_dir, format_id, Path(path), skip_invalid=skip
            )
        )
        dialog.open()

    def show_export_report(self, report: ExportReport) -> None:
        """Tell what was exported, and what was left out and why."""
        from sam_annotator.ui.dialogs.report import ReportDialog

        remarks, folder = (*report.left_out, *report.notes), report.path if report.path.is_dir() else report.path.parent
        ReportDialog(tr("Export"), report.summary, remarks, heads=_REMARKS, folder=folder, parent=self._parent).open()

    def show_import_report(self, result: ImportResult) -> None:
        """Tell what was imported, what was skipped and why, and what else to know."""
        from sam_annotator.ui.dialogs.report import ReportDialog

        remarks = (*result.skipped, *result.notes)
        ReportDialog(tr("Import"), result.summary, remarks, heads=_REMARKS, parent=self._parent).open()

    def show_refusal(self, message: str, reasons: tuple[str, ...]) -> None:
        """Tell why a file was not taken."""
        self._report(tr("Nothing was changed"), message, reasons)

    def _report(self, title: str, summary: str, details: Sequence[str]) -> None:
        from sam_annotator.ui.dialogs.report import ReportDialog

        ReportDialog(title, summary, details, parent=self._parent).open()

    def settings(self) -> None:
        """Show the settings."""
        from sam_annotator.ui.dialogs.settings import SettingsDialog

        dialog = self._settings_dialog = SettingsDialog(self._settings(), self._parent)
        dialog.changed.connect(self.settings_changed)
        dialog.finished.connect(self._forget_settings_dialog)
        dialog.open()

    def show_settings(self, settings: Settings) -> None:
        """Show in the open dialog what a setting went back to."""
        if self._settings_dialog is not None:
            self._settings_dialog.set_settings(settings)

    def _forget_settings_dialog(self) -> None:
        self._settings_dialog = None

    def shortcuts(self) -> None:
        """Show all keys."""
        from sam_annotator.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(key_table(self._keys()), self._parent)
        dialog.edit_requested.connect(self.edit_shortcuts)
        dialog.open()

    def edit_shortcuts(self) -> None:
        """Let the user choose the keys."""
        from sam_annotator.ui.dialogs.shortcut_editor import ShortcutEditor

        dialog = ShortcutEditor(self._keys(), self._parent)
        dialog.changed.connect(lambda rows: self.settings_changed.emit(replace(self._settings(), shortcuts=rows)))
        dialog.open()

    def _keys(self) -> KeyMap:
        return KeyMap(self._settings().shortcuts)

    def about(self) -> None:
        """Show version and licence."""
        from sam_annotator.ui.dialogs.about import AboutDialog

        AboutDialog(self._parent).open()

    def engines(self) -> None:
        """Show the engines."""
        from sam_annotator.ui.dialogs.engines import EnginesDialog

        dialog = self._engines_dialog
        if dialog is None:
            dialog = self._engines_dialog = EnginesDialog(self._parent)
            dialog.use_requested.connect(self._engines.use)
            dialog.download_requested.connect(self._engines.download)
            dialog.cancel_requested.connect(self._engines.cancel_download)
            dialog.file_chosen.connect(lambda engine_id, path: self._engines.set_file(engine_id, Path(path)))
            dialog.device_changed.connect(self.device_chosen)
        self._refresh_engines()
        dialog.show()
        dialog.raise_()

    def _refresh_engines(self) -> None:
        if self._engines_dialog is not None:
            self._engines_dialog.set_current(self._engines.running_id, self._engines.device)
            self._engines_dialog.refresh()

    def _on_download_progress(self, engine_id: str, done: int, total: int) -> None:
        if self._engines_dialog is not None:
            self._engines_dialog.set_progress(engine_id, done, total)

    def _on_download_ended(self, engine_id: str, message: str) -> None:
        if self._engines_dialog is not None:
            self._engines_dialog.set_current(self._engines.running_id, self._engines.device)
            self._engines_dialog.set_failed(engine_id, message)
