"""The composition root: makes the parts of the window and connects them. The one place that knows them all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sam_annotator.core.records import ImageState
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.session import Answer
from sam_annotator.core.settings import Settings
from sam_annotator.core.words import tr
from sam_annotator.store.store import Store
from sam_annotator.tools import TOOLS
from sam_annotator.ui.action_table import ACTIONS
from sam_annotator.ui.actions import ActionStates, connect_actions, show_words
from sam_annotator.ui.busy_chip import engine_title
from sam_annotator.ui.canvas import prepare_image
from sam_annotator.ui.dialog_controller import DialogController
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.engine_controller import EngineController
from sam_annotator.ui.feature import Parts
from sam_annotator.ui.features import Features
from sam_annotator.ui.frame import Frame, application, make_frame
from sam_annotator.ui.image_presenter import ImagePresenter
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.key_relay import KeyRelay
from sam_annotator.ui.long_edit import LongEdits
from sam_annotator.ui.main_window import MainWindow
from sam_annotator.ui.notice_presenter import NoticePresenter
from sam_annotator.ui.opening_controller import OpeningController
from sam_annotator.ui.panel_presenter import PanelPresenter
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.ui.session_controller import SessionController
from sam_annotator.ui.settings_controller import SettingsController
from sam_annotator.ui.start import Start
from sam_annotator.ui.state import UiState
from sam_annotator.ui.theme import apply_theme, canvas_colors, current_theme, theme_watcher
from sam_annotator.ui.tool_controller import ToolController
from sam_annotator.ui.transfer_controller import ImportAnnotations, TransferController
from sam_annotator.ui.upgrade_controller import UpgradeController
from sam_annotator.ui.welcome_presenter import WelcomePresenter
from sam_annotator.ui.work_timer import WorkTimer
from sam_annotator.worker.arrivals import arriving, comes_later
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.image_loader import ImageLoader
from sam_annotator.worker.job import stop_all_jobs

if TYPE_CHECKING:
    from sam_annotator.formats.base import ImportResult
    from sam_annotator.store.edits import Rows

_ZOOM_STEP = 1.25


class Composition(QObject):
    """The parts of one window and how they are connected."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.window)
        window, settings = frame.window, frame.settings
        self.window = window
        self.worker, self.loader = EngineWorker(self), ImageLoader(self, prepare=prepare_image, begins=False)
        self.project = ProjectController(self.loader, self)
        self.edits = EditController(self, LongEdits(window).make)
        self.engines = EngineController(self.worker, self)
        self.transfer = TransferController(self)
        self.notices = NoticePresenter(window.notice_bar, window.progress_panel, self.transfer, self)
        self.session = SessionController(
            self.worker, window.canvas, lambda: self.edits.only_selected, self.edits.accept, self
        )
        self.tools = ToolController(window.canvas, window.option_bar, self.session, self.edits, self)
        self.panels = PanelPresenter(window.panels, self.edits, self.session, self)
        self.images = ImagePresenter(
            self.project,
            self.edits,
            self.session,
            self.worker,
            self.loader,
            self.panels,
            window.canvas,
            window.image_dock,
            self,
        )
        self.settings = SettingsController(settings, window.canvas, self.session, self.images, self.engines, self)
        self.opening = OpeningController(self.project, self.session, self.settings, self.notices, demo_project, self)
        self.dialogs = DialogController(
            window,
            self.project,
            self.engines,
            self.transfer,
            lambda: self.settings.settings,
            lambda: self.edits.selection,
        )
        self.upgrades = UpgradeController(
            self.worker, self.loader, self.project, self.edits, self.session, self.engines, self
        )
        self.welcome = WelcomePresenter(window.canvas, self.project, self.opening, self)
        self._timer = WorkTimer(window.canvas, self.session, self.tools, self.edits.hand_work, self)
        self._masks_visible = True
        self._is_closed = False
        self.actions, self.keys = frame.actions, frame.keys
        self._action_states = ActionStates(self.actions)
        self.features = Features(self._parts(), self)
        connect_actions(self.actions, self._handlers())
        self._key_relay = KeyRelay(window.canvas, self.actions)
        self.welcome.take(self.actions, window.recent_menu)
        window.may_close = lambda: not comes_later(window.close) and not self.opening.holds_closing(window.close)
        self._connect_project()
        self._connect_edits()
        self._connect_session()
        self._connect_rest()
        self.settings.show()
        self.tools.use("tool.prompt")
        self.images.show_message()
        self._update()

    def _parts(self) -> Parts:
        """Return what features work with."""
        return Parts(
            worker=self.worker,
            loader=self.loader,
            project=self.project,
            edits=self.edits,
            session=self.session,
            tools=self.tools,
            images=self.images,
            engines=self.engines,
            transfer=self.transfer,
            settings=self.settings,
            dialogs=self.dialogs,
            notices=self.notices,
            panels=self.window.panels,
            actions=self.actions,
            opening=self.opening,
            keys=lambda: self.keys,
            state=self._state,
            dialog_parent=self.window,
            add_bar=self.window.add_bar,
            add_dock=self.window.add_dock,
        )

    # Connections

    def _connect_project(self) -> None:
        project, window, dialogs = self.project, self.window, self.dialogs
        project.store_changed.connect(self._on_store)
        project.notice.connect(self.notices.show)
        project.working.connect(self.notices.show_progress)
        project.images_folder_missing.connect(
            lambda text: self.notices.show(text, "error", button=tr("Find…"), action=self.dialogs.find_images_folder)
        )
        project.image_going.connect(lambda _image: self.tools.leave_image())
        self.images.changed.connect(self._update)
        self.images.image_ready.connect(window.image_ready)
        self.images.failed.connect(window.failed)
        window.image_dock.open_requested.connect(self.dialogs.open_folder)
        window.image_dock.model.thumbnails_unwanted.connect(self.loader.cancel_thumbnails)
        self.loader.thumbnail_ready.connect(window.image_dock.model.set_thumbnail)
        window.dropped.connect(arriving(self.opening.open_dropped))
        self.opening.import_offered.connect(dialogs.import_file)
        window.closing.connect(self.shut_down)

    def _connect_edits(self) -> None:
        edits, window = self.edits, self.window
        for signal in (edits.annotations_changed, edits.categories_changed, edits.selection_changed):
            signal.connect(self._update)
        edits.saved.connect(window.status_panel.set_saved_now)
        edits.notice.connect(lambda text: self.notices.show(text, "warning"))
        edits.undo_stack.indexChanged.connect(lambda _index: self._update())
        categories = window.category_dock
        categories.category_chosen.connect(edits.set_current_category)
        categories.add_requested.connect(edits.add_category)
        categories.rename_requested.connect(edits.rename_category)
        categories.recolor_requested.connect(edits.recolor_category)
        categories.merge_requested.connect(edits.merge_categories)
        categories.delete_requested.connect(edits.delete_category)
        annotations = window.annotation_dock
        annotations.selection_changed.connect(edits.select)
        annotations.delete_requested.connect(edits.delete)
        annotations.category_requested.connect(edits.set_category)
        annotations.hovered.connect(window.canvas.set_hovered)
        categories.new_name.escaped.connect(window.canvas.setFocus)

    def _connect_session(self) -> None:
        session, window = self.session, self.window
        self.tools.tool_changed.connect(self._on_tool)
        self.tools.steps_changed.connect(self._update)
        window.canvas.view_changed.connect(lambda _zoom: self._show_zoom())
        window.canvas.keyboard_cursor.shown_changed.connect(lambda _shown: self._update())
        for signal in (self.images.image_ready, self.images.failed, self.project.store_changed):
            signal.connect(lambda _what: self._show_zoom())
        window.canvas.message_action.connect(self._on_message_action)
        window.details_dock.candidate_chosen.connect(session.choose)
        session.changed.connect(self._update)
        session.prediction_shown.connect(self._on_prediction)
        session.notice.connect(lambda text: self.notices.show(text, "warning"))

    def _connect_rest(self) -> None:
        window, engines, transfer = self.window, self.engines, self.transfer
        engines.changing.connect(self._on_engine_changing)
        engines.ready.connect(self._on_engine_ready)
        engines.failed.connect(self._on_engine_failed)
        transfer.busy_changed.connect(lambda _what: self._update())
        transfer.exported.connect(self.dialogs.show_export_report)
        transfer.parsed.connect(self._on_parsed)
        transfer.refused.connect(self.dialogs.show_refusal)
        transfer.probed.connect(self.project.set_probes)
        self.settings.changed.connect(self._on_settings)
        self.upgrades.listed.connect(window.status_panel.set_upgraded)
        window.status_panel.upgraded_clicked.connect(self.upgrades.show_listed)
        self.settings.went_back.connect(self.dialogs.show_settings)
        self.settings.notice.connect(self.notices.show)
        self.dialogs.settings_changed.connect(self.settings.apply)
        self.dialogs.path_chosen.connect(self.opening.open)
        self.dialogs.project_wanted.connect(self.opening.create)
        self.dialogs.device_chosen.connect(self.settings.use_device)
        self.notices.failed.connect(window.failed)
        self.features.changed.connect(self._update)
        theme_watcher().changed.connect(self._on_theme)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        canvas, edits, dialogs = self.window.canvas, self.edits, self.dialogs
        handlers: dict[str, Callable[[], object]] = {
            "file.new": dialogs.new_project,
            "file.open": dialogs.open_folder,
            "file.open_image": dialogs.open_image,
            "file.demo": self.opening.open_demo,
            "file.rescan": self.project.rescan,
            "file.find_images": dialogs.find_images_folder,
            "file.import": dialogs.import_file,
            "file.export": dialogs.export,
            "file.settings": dialogs.settings,
            "file.quit": self.window.close,
            "edit.undo": self._undo,
            "edit.redo": self._redo,
            "annotation.select_all": edits.select_all,
            "annotation.delete": lambda: edits.delete(edits.selection),
            "annotation.toggle_crowd": edits.toggle_crowd,
            "image.next": lambda: self.project.step(1),
            "image.previous": lambda: self.project.step(-1),
            "image.toggle_done": lambda: edits.toggle_image_state(ImageState.DONE, self.project.image),
            "image.toggle_flag": lambda: edits.toggle_image_state(ImageState.FLAGGED, self.project.image),
            "prompt.accept": lambda: self.session.accept(edits.current_category_id),
            "prompt.clear": self.tools.clear,
            "prompt.cycle_candidate": self.session.cycle,
            "brush.smaller": lambda: self.tools.resize_brush(-1),
            "brush.larger": lambda: self.tools.resize_brush(1),
            "view.fit": canvas.fit,
            "view.actual_size": canvas.actual_size,
            "view.zoom_in": lambda: canvas.zoom_by(_ZOOM_STEP),
            "view.zoom_out": lambda: canvas.zoom_by(1 / _ZOOM_STEP),
            "view.toggle_masks": self._toggle_masks,
            "view.opacity_down": lambda: self.settings.change_opacity(-1),
            "view.opacity_up": lambda: self.settings.change_opacity(1),
            "view.hover_preview": self.settings.toggle_hover_preview,
            "view.full_image": self.window.toggle_panels,
            "view.restore_layout": self.window.reset_layout,
            "view.keyboard_cursor": canvas.keyboard_cursor.toggle,
            "view.theme": self.settings.toggle_theme,
            "app.engines": dialogs.engines,
            "app.shortcuts": dialogs.shortcuts,
            "app.edit_shortcuts": dialogs.edit_shortcuts,
            "app.about": dialogs.about,
        }
        for tool in TOOLS:
            action_id = f"tool.{tool.id}"
            handlers[action_id] = partial(self.tools.use, action_id)
        for digit in range(10):
            handlers[f"category.{digit}"] = partial(edits.press_digit, digit)
        for spec in ACTIONS:
            changes_masks = spec.id.startswith("mask.") and spec.id != "mask.no_overlap"
            run = self._change_masks if changes_masks else self.features.run
            handlers.setdefault(spec.id, partial(run, spec.id))
        return handlers

    # Opening and closing

    def shut_down(self) -> None:
        """Bring everything to rest; what was accepted is on disk already."""
        if self._is_closed:
            return
        self._is_closed = True
        self.features.shut_down()
        self.engines.cancel_all()
        self.transfer.cancel()
        self.session.forget_images()
        self.project.close()
        self.worker.stop()
        self.loader.stop()
        stop_all_jobs()

    def begin_later(self, engine_id: str, checkpoint: Path | None, device: str, resume: Callable[[], None]) -> None:
        """Read images once the window was painted, then load the engine: else it would wait for decoders and torch."""
        self.settings.given_engine = engine_id
        load_engine = partial(self.engines.use, engine_id, checkpoint=checkpoint, device=device)
        start = Start(self.window, self._begin, self.features.make_next, load_engine, resume)
        for signal in (self.images.image_ready, self.images.failed):
            signal.connect(start.go_on)
        self.engines.ready.connect(start.finish)
        self.engines.failed.connect(start.finish)

    def _begin(self) -> bool:
        self.loader.begin()
        self.opening.begin()
        return self.project.image is not None

    # Project and image

    def _on_store(self, store: Store | None) -> None:
        self.edits.set_store(store)
        self.session.forget_images()
        self.transfer.set_project(None if store is None else store.project_dir)
        read_only = store is not None and store.read_only
        self.session.set_enabled(not read_only)
        for dock in (self.window.category_dock, self.window.annotation_dock):
            dock.set_read_only(read_only)
        self.window.status_panel.set_saved(tr("read-only") if read_only else None)
        name = f"{store.name} - " if store else ""
        title = f"{name}SAM Annotator"
        self.window.setWindowTitle(tr("{title} (read-only)", title=title) if read_only else title)
        self.images.show_message()

    def _on_tool(self, tool_id: str) -> None:
        self.panels.show_tool(tool_id)
        self.images.set_prompting(self.tools.is_prompting)
        self._update()

    # Engines

    def _on_engine_changing(self) -> None:
        self.window.status_panel.set_engine(f"{engine_title(self.engines.engine_id)}…", "")
        self.session.change_engine()

    def _on_engine_ready(self, info: EngineInfo) -> None:
        self.window.status_panel.set_engine(tr(info.title), info.device)
        self.notices.forget_engine_error()
        self.images.encode_current()
        self.window.engine_ready.emit(info)

    def _on_engine_failed(self, _engine_id: str, message: str) -> None:
        info = self.engines.info
        if info is not None:
            self.window.status_panel.set_engine(tr(info.title), info.device)
        elif not self.engines.is_loading:
            self.window.status_panel.set_engine(tr("No engine"), "")
        self.notices.show_engine_error(message, self.dialogs.engines)

    # Editing and what is shown

    def _undo(self) -> None:
        if not (self.tools.undo_step() or self.session.undo_click() or self.session.undo_accept()):
            self.edits.undo()

    def _redo(self) -> None:
        if not (self.tools.redo_step() or self.session.redo_click()):
            self.edits.redo()

    def _change_masks(self, action_id: str) -> None:
        """Change the masks that are on screen: an object that is being refined is accepted first."""
        if self.tools.finish_clicks(only_refining=True):
            self.features.run(action_id)

    def _toggle_masks(self) -> None:
        self._masks_visible = not self._masks_visible
        self.window.canvas.set_masks_visible(self._masks_visible)
        self._update()

    def _on_prediction(self, answer: Answer) -> None:
        self.window.status_panel.set_prediction_ms(answer.elapsed_ms, is_draft=answer.is_draft)
        self.window.prediction_shown.emit(answer)

    def _show_zoom(self) -> None:
        self.window.status_panel.set_zoom(self.window.canvas.scale if self.images.has_image else None)

    def _on_message_action(self) -> None:
        if self.images.message_action_id:
            self.actions[self.images.message_action_id].trigger()

    # Files

    def _on_parsed(self, result: ImportResult, rows: Rows) -> None:
        dataset = result.dataset
        if self.edits.run(lambda edits: ImportAnnotations(edits, dataset, rows)):
            self.dialogs.show_import_report(result)

    def _on_settings(self, settings: Settings) -> None:
        apply_theme(application(), settings.theme)
        self.worker.use_settings(settings)
        self.upgrades.set_enabled(settings.upgrade_drafts)
        if settings.shortcuts != self.keys.rows:
            self.keys = KeyMap(settings.shortcuts)
            show_words(self.actions, self.keys)
        self._on_theme()
        self._update()

    def _on_theme(self) -> None:
        self.window.canvas.set_theme_colors(canvas_colors(current_theme()))

    def _update(self) -> None:
        """Enable and check the actions for what is there now."""
        self._action_states.apply(self._state(), self.keys)

    def _state(self) -> UiState:
        project, edits, session = self.project, self.edits, self.session
        cursor = self.window.canvas.keyboard_cursor
        answer = session.answer
        return UiState(
            has_project=project.store is not None,
            is_read_only=edits.is_read_only,
            has_image=self.images.has_image,
            image_count=len(project.walk),
            image_row=project.walk_place,
            tool_id=self.tools.tool_id,
            click_count=session.click_count,
            undone_click_count=session.undone_click_count,
            is_waiting=session.is_waiting,
            candidate_count=len(answer.prediction) if answer else 0,
            selected_count=len(edits.selection),
            annotation_count=len(edits.annotations),
            category_count=len(edits.categories),
            can_undo=edits.undo_stack.canUndo() or session.can_undo_accept or self.tools.can_undo,
            can_redo=edits.undo_stack.canRedo() or self.tools.can_redo,
            masks_visible=self._masks_visible,
            hover_preview=self.settings.settings.hover_preview,
            is_busy=self.transfer.is_busy,
            facts=self.features.facts,
            checked=self.features.checked | ({"view.keyboard_cursor"} if cursor.is_shown else set()),
        )


def demo_project() -> Path:
    """Return the demo project, made where it is not there."""
    from sam_annotator.demo import make_demo_project

    return make_demo_project()


def compose(
    frame: Frame,
    project_path: Path | None,
    engine_id: str | None,
    *,
    checkpoint: Path | None,
    device: str | None,
    at_end_of_start: Callable[[], None],
) -> None:
    """Put everything behind a window; the arguments are those of `create_window`."""
    parts = Composition(frame)
    frame.window.canvas.setFocus()  # not the first button of a notice
    if project_path is not None:
        parts.opening.open(project_path)
    parts.welcome.show_where_nothing_is_open()
    parts.begin_later(
        engine_id or frame.settings.engine_id, checkpoint, device or frame.settings.device, at_end_of_start
    )


def create_window(
    project_path: Path | str | None = None,
    engine_id: str | None = "builtin",
    *,
    checkpoint: Path | str | None = None,
    device: str | None = None,
    at_end_of_start: Callable[[], None] = lambda: None,
) -> MainWindow:
    """Make the window with everything in it; it is not shown yet.

    Args:
        project_path: a project, a folder of images, an image, or None.
        engine_id: id in ENGINES, or None for the one in the settings.
        checkpoint: its weights file, where it is not the one in the folder of checkpoints.
        device: "auto", "cpu", "cuda" or "mps", or None for the one in the settings.
        at_end_of_start: called once, when the engine is loaded, or can't be.
    """
    frame = make_frame()
    compose(
        frame,
        Path(project_path) if project_path is not None else None,
        engine_id,
        checkpoint=Path(checkpoint) if checkpoint else None,
        device=device,
        at_end_of_start=at_end_of_start,
    )
    return frame.window
