"""Opens and makes projects, remembers them, and lets nothing be left before the last accepted mask is on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.words import series, tr
from sam_annotator.ui.drop_plan import plan_drop
from sam_annotator.ui.notice_presenter import NoticePresenter
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.ui.session_controller import SessionController
from sam_annotator.ui.settings_controller import SettingsController
from sam_annotator.worker.job import Job


class OpeningController(QObject):
    """What leads from one project to another.

    Signals:
        recent_changed(): the list of projects opened last is another.
        import_offered(Path): a file of annotations was dropped on the open project.
    """

    recent_changed = Signal()
    import_offered = Signal(object)

    def __init__(
        self,
        project: ProjectController,
        session: SessionController,
        settings: SettingsController,
        notices: NoticePresenter,
        make_demo: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._session, self._settings, self._notices = project, session, settings, notices
        self._make_demo = make_demo
        self._has_begun = False
        self._then: Callable[[], object] | None = None  # what waits for the last mask
        self._opens: Path | None = None
        self._closes = False
        self._demo_job: Job | None = None
        session.changed.connect(self._on_session_changed)

    def open(self, path: Path) -> bool:
        """Open a project, a folder of images or an image; after what was accepted here is in its project."""
        if self._holds(path, partial(self.open, path)):
            return True
        self._notices.leave_project()
        if not self._project.open(path):
            return False
        self._remember_project()
        return True

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open what was dropped on the window; offer to import a file of annotations."""
        plan = plan_drop(paths, set() if all(path.is_dir() for path in paths) else _suffixes())
        if plan.opens is not None and not self.open(plan.opens):
            return
        if plan.left_out:
            names = series(path.name for path in plan.left_out[:3])
            more = "…" if len(plan.left_out) > 3 else ""
            self._notices.show(
                tr("Only one folder is opened at a time; {names} was left out.", names=names + more), "warning"
            )
        if plan.imports is None:
            return
        if self._project.store is None:
            text = tr("Open the project that {name} belongs to first, then drop it again.", name=plan.imports.name)
            self._notices.show(text, "warning")
        elif self._project.is_read_only:
            self._notices.show(tr("This project can only be looked at; nothing can be imported."), "warning")
        else:
            self.import_offered.emit(plan.imports)

    def open_recent(self, path: Path) -> None:
        """Open a project opened before; where it is gone, offer to take it off the list."""
        if path.exists():
            self.open(path)
            return
        self._notices.show(
            tr("The project is not at {path} any more; put it back, or remove it from the list.", path=path),
            "error",
            button=tr("Remove"),
            action=partial(self.forget, str(path)),
        )

    def forget(self, *project_dirs: str) -> None:
        """Take projects off the list of those opened last; all, where none is named. They stay where they are."""
        self._settings.forget_projects(*project_dirs)
        self.recent_changed.emit()

    @property
    def recent(self) -> tuple[str, ...]:
        """The projects opened last, the last one first."""
        return self._settings.settings.recent_projects

    def create(self, project_dir: Path, image_root: Path, category_names: Sequence[str]) -> bool:
        """Make a project and open it; after what was accepted here is in its project."""
        if self._holds(project_dir, partial(self.create, project_dir, image_root, category_names)):
            return True
        if not self._project.create(project_dir, image_root, category_names):
            return False
        self._remember_project()
        return True

    def open_demo(self) -> None:
        """Open the demo project, made where it is not there."""
        if self._demo_job is not None:
            return

        def make(_progress: Callable[[int, int], None], _cancelled: Callable[[], bool]) -> Path:
            return self._make_demo()

        job = self._demo_job = Job(make, self)
        job.done.connect(self.open)
        job.failed.connect(lambda text: self._notices.show(text, "error"))
        job.finished.connect(self._forget_demo)
        self._notices.show_progress(job, tr("Making the demo project…"))
        job.start()

    def _forget_demo(self) -> None:
        self._demo_job = None

    def begin(self) -> None:
        """Remember projects from now on, the open one too: the window was painted."""
        self._has_begun = True
        self._remember_project()

    def holds_closing(self, close: Callable[[], object]) -> bool:
        """Whether something accepted still waits for its answer; `close` is called after it. Asked twice: not."""
        if not self._session.is_finishing or self._closes:
            return False
        self._put_off(close)
        self._closes = True
        return True

    def _remember_project(self) -> None:
        if self._has_begun and self._project.store is not None:
            self._settings.remember_project(self._project.store.project_dir)
            self.recent_changed.emit()

    def _holds(self, path: Path, then: Callable[[], object]) -> bool:
        """Whether something accepted still waits for its answer; `then` is called after it. Asked twice: not."""
        if not self._session.is_finishing or self._opens == path:
            self._opens = None
            return False
        self._put_off(then)
        self._opens = path
        return True

    def _put_off(self, then: Callable[[], object]) -> None:
        self._then, self._opens, self._closes = then, None, False
        self._notices.show(tr("Finishing the last mask…"))

    def _on_session_changed(self) -> None:
        if self._then is not None and not self._session.is_finishing:
            then, self._then = self._then, None
            self._opens, self._closes = None, False
            QTimer.singleShot(0, self, then)


def _suffixes() -> set[str]:
    """Return how files of annotations end."""
    from sam_annotator.formats.registry import FORMATS  # late: it takes a moment, and the window needs no format

    return {suffix for form in FORMATS for suffix in form.suffixes}
