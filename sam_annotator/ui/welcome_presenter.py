"""Shows the welcome page while no project is open, and lists the projects opened last there and in the File menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from sam_annotator.core.words import tr
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.opening_controller import OpeningController
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.worker.job import Job

if TYPE_CHECKING:
    from sam_annotator.ui.welcome_page import WelcomePage

_LONGEST = 90  # characters of a path in the menu
_STEPS = ("file.open", "file.demo", "file.new")


class WelcomePresenter(QObject):
    """Makes the page when it is needed first: a window that opens with a project never has one."""

    def __init__(
        self, canvas: Canvas, project: ProjectController, opening: OpeningController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._project, self._opening = canvas, project, opening
        self._page: WelcomePage | None = None
        self._actions: Mapping[str, QAction] = {}
        self._menu: QMenu | None = None
        self._missing: frozenset[str] = frozenset()
        project.store_changed.connect(self._on_store)
        opening.recent_changed.connect(self._show_recent)

    @property
    def page(self) -> WelcomePage | None:
        """The page; None where it was never needed."""
        return self._page

    def take(self, actions: Mapping[str, QAction], menu: QMenu) -> None:
        """Take the actions of its buttons, and the menu of projects opened last."""
        self._actions, self._menu = actions, menu
        menu.aboutToShow.connect(self._look_for_projects)
        self._show_recent()

    def show_where_nothing_is_open(self) -> None:
        """Show the page if no project is open."""
        if self._project.store is not None:
            return
        if self._page is None:
            self._make()
        assert self._page is not None
        self._page.setGeometry(self._canvas.rect())
        self._page.show()
        self._page.raise_()
        self._page.first_button.setFocus()
        self._show_recent()
        self._look_for_projects()

    def _make(self) -> None:
        from sam_annotator.ui.welcome_page import WelcomePage  # late: not wanted where a project opens

        open_folder, open_demo, new_project = (self._actions[action_id] for action_id in _STEPS)
        page = self._page = WelcomePage(open_folder, open_demo, new_project, self._canvas)
        page.recent_chosen.connect(lambda path: self._opening.open_recent(Path(path)))
        page.recent_removed.connect(self._opening.forget)
        page.recent_cleared.connect(lambda: self._opening.forget())
        self._canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the page over the whole canvas."""
        if event.type() == QEvent.Type.Resize and self._page is not None:
            self._page.setGeometry(self._canvas.rect())
        return super().eventFilter(watched, event)

    def _on_store(self, store: object) -> None:
        if store is None:
            QTimer.singleShot(0, self, self._after_closing)  # perhaps another one follows at once
        elif self._page is not None and not self._page.isHidden():
            had_focus = self._page.isAncestorOf(self._canvas.window().focusWidget())
            self._page.hide()
            if had_focus:
                self._canvas.setFocus()

    def _after_closing(self) -> None:
        if self._canvas.isVisible():  # else the window closes, too
            self.show_where_nothing_is_open()

    def _show_recent(self) -> None:
        recent = self._opening.recent
        if self._page is not None:
            self._page.set_recent(recent, self._missing)
        menu = self._menu
        if menu is None:
            return
        menu.clear()
        for path in recent:
            shown = path if len(path) <= _LONGEST else f"{path[:20]}…{path[21 - _LONGEST :]}"
            text = tr("{path} (not found)", path=shown) if path in self._missing else shown
            menu.addAction(text.replace("&", "&&"), partial(self._opening.open_recent, Path(path)))
        menu.addSeparator()
        menu.addAction(tr("Clear list"), lambda: self._opening.forget())
        menu.setEnabled(bool(recent))

    def _look_for_projects(self) -> None:
        """Look which of them are still there, off the GUI thread: a network drive may take its time."""
        recent = self._opening.recent
        if not recent:
            return

        def look(_progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> frozenset[str]:
            return frozenset(path for path in recent if not cancelled() and not Path(path).exists())

        job = Job(look, self)
        job.done.connect(self._on_looked)
        job.start()

    def _on_looked(self, missing: frozenset[str]) -> None:
        if missing != self._missing:
            self._missing = missing
            self._show_recent()
