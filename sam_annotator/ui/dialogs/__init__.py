"""The dialogs: they ask, show and say wishes; none of them blocks, none touches a project."""

from __future__ import annotations

from sam_annotator.ui.dialogs.about import AboutDialog
from sam_annotator.ui.dialogs.engines import EnginesDialog
from sam_annotator.ui.dialogs.new_project import NewProjectDialog
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.settings import SettingsDialog
from sam_annotator.ui.dialogs.shortcuts import ShortcutsDialog
from sam_annotator.ui.dialogs.transfer import ExportDialog, ImportDialog

__all__ = [
    "AboutDialog",
    "EnginesDialog",
    "ExportDialog",
    "ImportDialog",
    "NewProjectDialog",
    "ReportDialog",
    "SettingsDialog",
    "ShortcutsDialog",
]
