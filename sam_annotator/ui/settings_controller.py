"""The user's settings: what they change in the window, at once, and that they are on disk at the next start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.settings import Settings, config_dir, save_settings
from sam_annotator.core.words import tr
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.engine_controller import EngineController
from sam_annotator.ui.image_presenter import ImagePresenter
from sam_annotator.ui.session_controller import SessionController
from sam_annotator.ui.theme import current_theme

_OPACITY_STEP = 0.1
_MAX_RECENT = 10


class SettingsController(QObject):
    """Holds the settings in force.

    Signals:
        changed(Settings): others are in force; the theme is for the window to put on.
        went_back(Settings): an engine or a device could not be had, and the setting is again what it was.
        notice(str, str): one sentence for the user, and its kind.
    """

    changed = Signal(object)
    went_back = Signal(object)
    notice = Signal(str, str)

    def __init__(
        self,
        settings: Settings,
        canvas: Canvas,
        session: SessionController,
        images: ImagePresenter,
        engines: EngineController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._canvas, self._session, self._images, self._engines = canvas, session, images, engines
        self.given_engine = ""  # asked for on the command line, or by the settings: not for keeping
        self._before: tuple[str, str] | None = None  # engine and device to go back to if the new ones fail
        engines.ready.connect(self._on_engine_ready)
        engines.failed.connect(self._on_engine_failed)

    def save(self, **changes: object) -> None:
        """Change settings that nothing in the window depends on, and write all down."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        try:
            save_settings(self.settings)
        except OSError as e:
            self.notice.emit(
                tr(
                    "The settings can't be saved ({reason}); check the folder {folder}.",
                    reason=e.strerror,
                    folder=config_dir(),
                ),
                "warning",
            )

    def apply(self, settings: Settings) -> None:
        """Let settings count from now on."""
        before = self.settings
        if settings != before:
            self.settings = settings
            self.save()
        self.show()
        if (settings.engine_id, settings.device) != (before.engine_id, before.device):
            self._before = (before.engine_id, before.device)
            if settings.engine_id != before.engine_id:
                self._engines.use(settings.engine_id, device=settings.device)
            else:
                self._engines.set_device(settings.device)
        elif settings.precision != before.precision:
            self._engines.load_again()
        if settings.language != before.language:
            self.notice.emit(tr("The language changes at the next start."), "info")

    def show(self) -> None:
        """Bring the window in line with the settings."""
        settings = self.settings
        self._canvas.set_mask_opacity(settings.mask_opacity)
        self._canvas.set_animated(settings.animate_draft)
        self._session.set_hover_preview(settings.hover_preview)
        self._images.set_prefetch(settings.prefetch)
        self.changed.emit(settings)

    def change(self, **changes: object) -> None:
        """Change some settings."""
        self.apply(replace(self.settings, **changes))  # type: ignore[arg-type]

    def toggle_hover_preview(self) -> None:
        """Preview what a click would give, or don't."""
        self.change(hover_preview=not self.settings.hover_preview)

    def toggle_theme(self) -> None:
        """Light instead of dark, or dark instead of light."""
        self.change(theme="light" if current_theme().name == "dark" else "dark")

    def change_opacity(self, steps: int) -> None:
        """Fill masks more strongly, or less."""
        opacity = self.settings.mask_opacity + steps * _OPACITY_STEP
        self.change(mask_opacity=round(min(1.0, max(0.0, opacity)), 2))

    def use_device(self, device: str) -> None:
        """Run engines on a device from now on."""
        self.change(device=device)
        self._engines.set_device(device)  # where the command line said another one than the settings

    def remember_project(self, project_dir: Path) -> None:
        """Put a project at the head of those opened last."""
        recent = str(project_dir)
        others = [p for p in self.settings.recent_projects if p != recent]
        self.save(recent_projects=(recent, *others[: _MAX_RECENT - 1]))

    def forget_projects(self, *project_dirs: str) -> None:
        """Take projects out of those opened last; all, where none is named."""
        kept = tuple(p for p in self.settings.recent_projects if project_dirs and p not in project_dirs)
        self.save(recent_projects=kept)

    def remember_command(self, command_id: str) -> None:
        """Put a command at the head of those used last."""
        others = [c for c in self.settings.recent_commands if c != command_id]
        self.save(recent_commands=(command_id, *others[: _MAX_RECENT - 1]))

    def _on_engine_ready(self, info: EngineInfo) -> None:
        self._before = None
        if info.engine_id != self.given_engine:  # chosen by hand: so it is at the next start
            self.given_engine = ""
            if info.engine_id != self.settings.engine_id:
                self.save(engine_id=info.engine_id)

    def _on_engine_failed(self, _engine_id: str, _message: str) -> None:
        if self._before is not None:
            engine_id, device = self._before
            self._before = None
            self.save(engine_id=engine_id, device=device)
            self.went_back.emit(self.settings)
