"""Feature: a part of the window that is made once the first image is on screen, and what it is given.

The window paints and takes clicks without any feature. Each is a controller of its own module, listed in
`ui/features.py`; it brings the handlers of its rows in ACTIONS, its panels, and facts that enable and check actions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sam_annotator.ui.dialog_controller import DialogController
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.engine_controller import EngineController
from sam_annotator.ui.image_presenter import ImagePresenter
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.notice_presenter import NoticePresenter
from sam_annotator.ui.opening_controller import OpeningController
from sam_annotator.ui.panels import Panels
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.ui.session_controller import SessionController
from sam_annotator.ui.settings_controller import SettingsController
from sam_annotator.ui.state import UiState
from sam_annotator.ui.tool_controller import ToolController
from sam_annotator.ui.transfer_controller import TransferController
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.image_loader import ImageLoader

Handlers = Mapping[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The controllers and widgets that features work with.

    Attributes:
        panels: canvas, option bar, docks and status bar.
        actions: every QAction by its id; filled before any feature is made.
        keys: gives the keys of all actions as they are now.
        state: gives what the actions depend on, as it is now.
        dialog_parent: for dialogs only.
        add_bar: puts a bar right above the canvas; it hides and shows itself.
        add_dock: puts a panel into the window, hidden until the user or the restored layout shows it.
    """

    worker: EngineWorker
    loader: ImageLoader
    project: ProjectController
    edits: EditController
    session: SessionController
    tools: ToolController
    images: ImagePresenter
    engines: EngineController
    transfer: TransferController
    settings: SettingsController
    dialogs: DialogController
    notices: NoticePresenter
    panels: Panels
    actions: Mapping[str, QAction]
    opening: OpeningController
    keys: Callable[[], KeyMap]
    state: Callable[[], UiState]
    dialog_parent: QWidget
    add_bar: Callable[[QWidget], None]
    add_dock: Callable[[Dock], None]


class Feature(QObject):
    """A part of the window; each overrides what it has.

    Signals:
        changed(): facts or checked actions are others.
    """

    changed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.parts = parts

    @property
    def handlers(self) -> Handlers:
        """What its actions do, by the id of their row in ACTIONS."""
        return {}

    @property
    def facts(self) -> frozenset[str]:
        """What is so now, for `ActionSpec.needs`."""
        return frozenset()

    @property
    def checked(self) -> frozenset[str]:
        """Ids of its checkable actions that are on."""
        return frozenset()

    def shut_down(self) -> None:
        """Come to rest: the window closes."""
