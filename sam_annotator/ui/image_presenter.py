"""The image on screen: from the project's loader to the canvas, the session, the edits and the engine's mailbox."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.records import Image
from sam_annotator.core.requests import EncodeRequest
from sam_annotator.core.words import tr
from sam_annotator.ui.busy_chip import BusyChip
from sam_annotator.ui.canvas import Canvas, PreparedImage
from sam_annotator.ui.count_reader import CountReader
from sam_annotator.ui.docks import ImageStrip
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.empty_states import EmptyState, empty_state, unreadable_image
from sam_annotator.ui.panel_presenter import PanelPresenter
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.ui.session_controller import SessionController
from sam_annotator.worker.engine_worker import EngineWorker
from sam_annotator.worker.image_loader import ImageLoader, LoadedImage

_ANSWER_S = 0.3  # for which a click has the cores to itself: images that are read ahead wait, though not for ever
_PAINT_S = 0.05  # likewise, while what came is painted
_FIRST_MS = 3000  # for which the first image has them until it can be clicked on: the engine is loaded meanwhile


class ImagePresenter(QObject):
    """Puts the project's images on screen, and what stands in their place; has them encoded, now and ahead.

    Signals:
        image_ready(int): the image of this id is on screen and takes clicks.
        failed(str): an image can't be shown; one sentence.
        changed(): which image is on screen, or the list of images.
    """

    image_ready = Signal(int)
    failed = Signal(str)
    changed = Signal()

    def __init__(
        self,
        project: ProjectController,
        edits: EditController,
        session: SessionController,
        worker: EngineWorker,
        loader: ImageLoader,
        panels: PanelPresenter,
        canvas: Canvas,
        strip: ImageStrip,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._edits, self._session, self._worker = project, edits, session, worker
        self._loader = loader
        self._panels, self._canvas, self._strip = panels, canvas, strip
        self._busy = BusyChip(worker, canvas, self)
        self._counts = CountReader(project, edits, strip.model, self)
        self._encode: EncodeRequest | None = None
        self._is_prompting, self._prefetches = True, True
        self._reads_ahead = False  # not before the first image can be clicked on
        self.message_action_id = ""
        self._failure = EmptyState()
        project.images_changed.connect(self._on_images)
        project.image_updated.connect(self._on_image_updated)
        project.image_going.connect(self._on_going)
        project.image_loaded.connect(self._on_loaded)
        project.image_prefetched.connect(self._on_prefetched)
        project.image_failed.connect(self._on_failed)
        project.scanning_changed.connect(self.show_message)
        edits.image_changed.connect(self._on_edited)
        edits.lists_changed.connect(project.reload_images)
        edits.image_wanted.connect(project.go_to_id)
        strip.image_chosen.connect(project.go_to_id)
        strip.model.thumbnail_wanted.connect(project.request_thumbnail)
        session.changed.connect(self._on_session)
        session.prediction_shown.connect(lambda _answer: loader.hold_others(_PAINT_S))
        worker.encoded.connect(lambda image_id, _ms: self._on_clickable(image_id))
        worker.drafted.connect(self._on_clickable)

    @property
    def has_image(self) -> bool:
        """Whether an image is on screen."""
        return self._encode is not None

    def set_prompting(self, prompting: bool) -> None:
        """Encode images only while the tool that needs it is in hand."""
        self._is_prompting = prompting
        self.encode_current()

    def set_prefetch(self, prefetch: bool) -> None:
        """Encode the next image ahead, or don't."""
        self._prefetches = prefetch

    def encode_current(self) -> None:
        """Have the image on screen encoded, if it is going to be prompted."""
        if self._encode is not None and self._is_prompting and not self._edits.is_read_only:
            self._worker.encode(self._encode)

    def show_message(self) -> None:
        """Say what stands in place of an image, with the one next step."""
        root = self._project.store.image_root if self._project.store else None
        state = empty_state(root, has_images=bool(self._project.images), is_scanning=self._project.is_scanning)
        state = state if state.title else self._failure
        self.message_action_id = state.action_id
        self._canvas.set_message(state.title, state.detail, state.button)
        if root is None:
            self._strip.set_empty(tr("No project open"))
        elif self._project.is_scanning:
            self._strip.set_empty(tr("Looking for images…"), button="")
        else:
            self._strip.set_empty(tr("No images yet"), button="")

    def _on_images(self) -> None:
        image = self._project.image
        self._edits.replaced(self._project.images)
        self._strip.model.set_images(self._project.images)
        self._counts.read_again()
        self._strip.set_current(image.id if image else None)
        self.show_message()
        self.changed.emit()

    def _on_image_updated(self, image: Image) -> None:
        self._strip.model.update_image(image)
        self._edits.replaced([image])

    def _on_edited(self, image: Image, count: int) -> None:
        self._project.update_image(image)
        self._strip.model.set_count(image.id, count)
        self.changed.emit()

    def _on_going(self, image: Image | None) -> None:
        self._session.leave_image()
        self._encode = None
        self._panels.show_pixels(None)
        self._busy.expect_image(image is not None)
        self._failure = EmptyState()
        self._canvas.set_image(None)
        self._edits.show_image(None)
        self._strip.set_current(image.id if image else None)
        self.show_message()
        self.changed.emit()

    def _on_loaded(self, image: Image, loaded: LoadedImage) -> None:
        self._encode = EncodeRequest(image.id, loaded.pixels, loaded.pixels_key)
        prepared = loaded.prepared
        self._loader.hold_others(_PAINT_S)
        self._canvas.set_image(prepared if isinstance(prepared, PreparedImage) else loaded.pixels)
        self._panels.show_pixels(loaded.pixels)
        self._edits.show_image(image, loaded.pixels.shape[:2])
        self._session.show_image(self._encode)
        self._busy.show_image(image.id)
        self.show_message()
        self.encode_current()
        if self._reads_ahead:
            self._project.preload_next()
        else:  # it may never be, as in a project open read-only
            QTimer.singleShot(_FIRST_MS, self, self._read_ahead)
        self.changed.emit()
        self.image_ready.emit(image.id)

    def _on_session(self) -> None:
        self._busy.show_draft(self._session.shows_draft)
        self._let_click_go_first()

    def _let_click_go_first(self) -> None:
        if self._session.is_waiting:
            self._loader.hold_others(_ANSWER_S)

    def _on_failed(self, image: Image, message: str) -> None:
        self._busy.expect_image(False)
        self._failure = unreadable_image(image.name, message, self._project.row, len(self._project.images))
        self.show_message()
        self._project.preload_next()
        self.changed.emit()
        self.failed.emit(message)

    def _on_prefetched(self, loaded: LoadedImage) -> None:
        if self._prefetches and self._is_prompting and not self._edits.is_read_only:
            self._worker.prefetch(EncodeRequest(loaded.image_id, loaded.pixels, loaded.pixels_key))

    def _on_clickable(self, image_id: int) -> None:
        """Turn to the image that comes next as soon as this one can be clicked on, with drafts at least."""
        if self._encode is not None and image_id == self._encode.image_id:
            self._let_click_go_first()
            self._read_ahead()

    def _read_ahead(self) -> None:
        self._reads_ahead = True
        self._project.preload_next()
