"""Which project is open and which image is on screen: opening, walking the folder, loading, going from image to image.

Files are walked, read and decoded by jobs and the image loader; this controller only takes what they found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.image_io import ImageProbe, probe_image
from sam_annotator.core.records import Image
from sam_annotator.core.words import mark, tr
from sam_annotator.store.places import open_target, resolve_target
from sam_annotator.store.scan import SyncPlan, find_images, plan_sync, probe_images, with_probe
from sam_annotator.store.store import Store
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.image_loader import ImageLoader, LoadedImage
from sam_annotator.worker.job import Job

_PROBE_BATCH = 64
_REMEMBER_IMAGE_MS = 1500
_PAINTED_MS = 30  # after its pixels came, an image is on screen
_PATIENCE_MS = 3000  # after this the rest is done while the first image is still being loaded
_KEPT_AROUND = 4  # images: the last one, the one on screen, the next, and the one after it

Probed = list[tuple[int, ImageProbe]]


class ProjectController(QObject):
    """Holds the open project and the image on screen.

    Signals:
        store_changed(Store | None): another project is open, or none.
        images_changed(): the list of images is another.
        image_updated(Image): one image's record is another.
        image_going(Image | None): the window turns to this image; it is not loaded yet.
        image_loaded(Image, LoadedImage): its pixels are here.
        image_prefetched(LoadedImage): the pixels of the image that comes next are here.
        image_failed(Image, str): it can't be shown, and why.
        settled(): after a project was opened, its first image is on screen, or can't be, or there is none: what takes
            long and can wait, can be done now.
        scanning_changed(): the walk through the folder began, or waits for the first image; or it ended.
        images_folder_missing(str): the project's images are not where they were; one sentence.
        working(Job, str): a job begins that may take long, and what it does.
        notice(str, str): one sentence for the user, and its kind: info, warning or error.
    """

    store_changed = Signal(object)
    images_changed = Signal()
    image_updated = Signal(object)
    image_going = Signal(object)
    image_loaded = Signal(object, object)
    image_prefetched = Signal(object)
    image_failed = Signal(object, str)
    settled = Signal()
    scanning_changed = Signal()
    images_folder_missing = Signal(str)
    working = Signal(object, str)
    notice = Signal(str, str)

    def __init__(self, loader: ImageLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self.store: Store | None = None
        self.images: list[Image] = []
        self._rows: dict[int, int] = {}
        self._walk_rows: Sequence[int] | None = None  # what "next" and "previous" go through; None for all
        self._walk_places: dict[int, int] | None = None
        self.row = -1
        self._direction = 1
        self._start_name: str | None = None
        self._is_shown = False
        self._jobs: list[Job] = []
        self._unprobed: list[int] = []
        self.is_scanning = self._scans_again = False
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self._remember = QTimer(self, singleShot=True, interval=_REMEMBER_IMAGE_MS)
        self._remember.timeout.connect(arriving(self._remember_image))
        loader.loaded.connect(self._on_loaded)
        loader.preloaded.connect(self._on_preloaded)
        loader.failed.connect(self._on_load_failed)

    # Projects

    def open(self, path: Path) -> bool:
        """Open a project, a folder of images or one image; returns whether it worked."""
        try:
            target = resolve_target(path)
            is_open = self.store is not None and target.project_dir.resolve() == self.store.project_dir.resolve()
            if is_open and not self.is_read_only:  # else: perhaps it can be written now
                self._go_to_file(target.start_file)
                return True
            store = open_target(target)
        except (SamAnnotatorError, OSError, ValueError) as e:
            self.notice.emit(_sentence(e), "error")
            return False
        if target.start_file is None:
            self._load_last_image(store)
        self.take(store)
        if target.image_root not in (None, target.project_dir):
            self.notice.emit(
                tr(
                    "This folder can't be written; the project is kept in {folder}.",
                    folder=target.project_dir,
                ),
                "warning",
            )
        self._go_to_file(target.start_file)
        if self.row < 0:
            self.go_to(self._rows.get(store.last_image_id or 0, 0))
        self._await_image()
        return True

    def create(self, project_dir: Path, image_root: Path, category_names: Sequence[str]) -> bool:
        """Make a project and open it; returns whether it worked."""
        try:
            store = Store.create(project_dir, image_root, category_names=category_names)
        except (SamAnnotatorError, OSError) as e:
            self.notice.emit(_sentence(e), "error")
            return False
        self.take(store)
        self._await_image()
        return True

    def take(self, store: Store) -> None:
        """Show an open project in place of the one before."""
        self.close()
        self.store = store
        self._read_images()
        self.store_changed.emit(store)
        self.images_changed.emit()
        if store.read_only:
            self.notice.emit(
                tr(
                    "This project is open in another window or can't be written: you can look, but not change it.",
                ),
                "warning",
            )

    def close(self) -> None:
        """Close the project."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self._settling.stop()
        self.is_scanning = self._scans_again = False
        self._loader.cancel_thumbnails()
        if self.store is None:
            return
        self._remember_image()
        store, self.store = self.store, None
        self.images, self._rows, self.row, self._start_name = [], {}, -1, None
        self.set_walk(None)
        self._unprobed.clear()
        self.image_going.emit(None)
        self.store_changed.emit(None)
        self.images_changed.emit()
        store.close()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.store is None or self.store.read_only

    def _load_last_image(self, store: Store) -> None:
        """Begin with the image that a project was left at, while the list of all is read."""
        image_id = store.last_image_id
        if image_id is None:
            return
        with suppress(SamAnnotatorError):  # what is wrong with it is told when it is shown
            image = store.image(image_id)
            if not image.missing:
                self._loader.preload(image.id, store.path_of(image))

    def _read_images(self) -> None:
        self.images = list(self.store.images()) if self.store else []
        self.set_walk(None)
        self._rows = {image.id: row for row, image in enumerate(self.images)}

    def _await_image(self) -> None:
        """Let the first image come on screen before the rest is done: threads of Python take turns."""
        if self.image is None:
            self._settle()
        else:
            self._settling.start(_PATIENCE_MS)
            self._set_scanning(True)

    def _image_came(self) -> None:
        if self._settling.isActive():
            self._settling.start(_PAINTED_MS)

    def _settle(self) -> None:
        self._settling.stop()
        self.settled.emit()
        self._walk()

    # Walking the folder

    def rescan(self) -> None:
        """Look for new, missing and moved images, without making the window wait."""
        if self._settling.isActive():
            self._settle()
        elif self.is_scanning:
            self._scans_again = True
        else:
            self._walk()

    def _walk(self) -> None:
        store = self.store
        if store is None:
            return
        self._scans_again = False
        if not store.image_root.is_dir():
            text = tr(
                "The folder of images is not at {folder}; put it back, or say where it is now.",
                folder=store.image_root,
            )
            self.images_folder_missing.emit(text)
        root, images = store.image_root, tuple(self.images)

        def walk(_progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> SyncPlan | None:
            found = find_images(root, cancelled=cancelled)
            return None if cancelled() else plan_sync(images, found, lambda name: probe_image(root / name))

        self._set_scanning(True)
        self._run(walk, self._on_walked, tr("Looking for images…"))

    def _set_scanning(self, scanning: bool) -> None:
        self.is_scanning = scanning
        self.scanning_changed.emit()

    def _on_walked(self, plan: SyncPlan | None) -> None:
        store = self.store
        if store is not None and plan is not None and not plan.is_empty and not store.read_only:
            try:
                store.apply_sync(plan)
            except SamAnnotatorError as e:
                self.notice.emit(str(e), "error")
            self.reload_images()
            if plan.missing_ids and store.image_root.is_dir():
                one = mark("One image is missing from the folder; it stays listed.")
                more = mark("{n} images are missing from the folder; they stay listed.")
                self._tell_number(len(plan.missing_ids), one, more, "warning")
            if plan.found_ids and not plan.missing_ids:
                self._tell_number(
                    len(plan.found_ids), mark("One image is there again."), mark("{n} images are there again."), "info"
                )
            if plan.moved:
                one = mark("One image is found again at another place.")
                more = mark("{n} images are found again at another place.")
                self._tell_number(len(plan.moved), one, more, "info")
        self._set_scanning(False)
        if self.row < 0 and self.images:
            wanted = self._row_of_name(self._start_name) if self._start_name else None
            self.go_to(0 if wanted is None else wanted)
        elif self.row >= 0 and not self._is_shown:
            self.go_to(self.row)
        self._unprobed = [image.id for image in self.images if not image.is_probed and not image.missing]
        self._probe_more()
        if self._scans_again:
            self.rescan()

    def _tell_number(self, n: int, one: str, more: str, kind: str) -> None:
        self.notice.emit(tr(one if n == 1 else more, n=n), kind)

    def reload_images(self) -> None:
        """Read the list of images again; the one on screen stays."""
        current = self.image
        self._read_images()
        self.row = self._rows.get(current.id, -1) if current is not None else -1
        self.images_changed.emit()

    def _probe_more(self) -> None:
        """Read size and hash of the next images that have none, a batch at a time."""
        store = self.store
        if store is None or store.read_only or not self._unprobed:
            return
        ids, self._unprobed = self._unprobed[:_PROBE_BATCH], self._unprobed[_PROBE_BATCH:]
        batch = [self.images[self._rows[image_id]] for image_id in ids]
        paths = {image.id: store.path_of(image) for image in batch}

        def probe(_progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Probed:
            # What can't be read says so when the image is opened, and in the export's report.
            return list(probe_images(batch, lambda image: paths[image.id], cancelled=cancelled).probes)

        self._run(probe, self._on_probed)

    def _on_probed(self, probed: Probed) -> None:
        self.set_probes(probed)
        self._probe_more()

    def set_image_root(self, folder: Path) -> None:
        """Take the images from another folder, where the one of the project was moved."""
        if self.store is None or self.store.read_only:
            return
        try:
            self.store.set_image_root(folder)
        except SamAnnotatorError as e:
            self.notice.emit(str(e), "error")
            return
        self._is_shown = False
        self.rescan()

    def set_probes(self, probed: Probed) -> None:
        """Take sizes and hashes that were read."""
        store = self.store
        if store is None or store.read_only or not probed:
            return
        try:
            unchanged = frozenset(store.set_probes(probed))
        except SamAnnotatorError as e:
            self.notice.emit(str(e), "error")
            return
        for image_id, probe in probed:
            row = self._rows.get(image_id)
            if row is not None and image_id not in unchanged:
                self.update_image(with_probe(self.images[row], probe))

    def update_image(self, image: Image) -> None:
        """Take the new record of an image."""
        row = self._rows.get(image.id)
        if row is not None and self.images[row] != image:
            self.images[row] = image
            self.image_updated.emit(image)

    def _run(self, fn: Callable[..., object], done: Callable[..., None], what: str = "") -> None:
        job = Job(fn, self)
        self._jobs.append(job)

        def finish(result: object) -> None:
            if job in self._jobs:  # not cancelled with the project it was for
                self._jobs.remove(job)
                done(result)

        def fail(message: str) -> None:
            if job in self._jobs:
                self._jobs.remove(job)
                self._set_scanning(False)
                self.notice.emit(message, "error")

        def end() -> None:
            if job in self._jobs:  # stopped by the user
                self._jobs.remove(job)
                self._set_scanning(False)

        job.done.connect(finish)
        job.failed.connect(fail)
        job.finished.connect(end)
        if what:
            self.working.emit(job, what)
        job.start()

    # From image to image

    @property
    def image(self) -> Image | None:
        """The image the window turned to last."""
        return self.images[self.row] if 0 <= self.row < len(self.images) else None

    def image_of(self, image_id: int) -> Image | None:
        """Return an image of the project by its id; None where there is none."""
        row = self._rows.get(image_id)
        return None if row is None else self.images[row]

    def go_to(self, row: int) -> None:
        """Turn to the image of a row; out of range does nothing."""
        if not 0 <= row < len(self.images) or self.store is None or (row == self.row and self._is_shown):
            return
        if self.row >= 0 and row != self.row:
            self._direction = 1 if self._place_of(row) > self._place_of(self.row) else -1
        self.row = row
        self._is_shown = False
        image = self.images[row]
        self._remember.start()
        self.image_going.emit(image)
        self._loader.load(image.id, self.store.path_of(image))

    def go_to_id(self, image_id: int) -> None:
        """Turn to an image by its id."""
        self.go_to(self._rows.get(image_id, -1))

    def step(self, by: int) -> None:
        """Turn to the next or the previous image of those that are listed."""
        row = self._row_after(by)
        if row is not None:
            self.go_to(row)

    def set_walk(self, rows: Sequence[int] | None) -> None:
        """Let "next" and "previous" go through these rows in this order; None for all images."""
        self._walk_rows = rows
        self._walk_places = None if rows is None else {row: place for place, row in enumerate(rows)}

    @property
    def walk(self) -> Sequence[int]:
        """The rows that "next" and "previous" go through."""
        return range(len(self.images)) if self._walk_rows is None else self._walk_rows

    @property
    def walk_place(self) -> int:
        """Where in the walk the image on screen is, from 0; -1 where it is not in it."""
        return self._place_of(self.row)

    def _place_of(self, row: int) -> int:
        return row if self._walk_places is None else self._walk_places.get(row, -1)

    def _row_after(self, by: int) -> int | None:
        place, rows = self.walk_place, self.walk
        return rows[place + by] if 0 <= place + by < len(rows) and (place >= 0 or by > 0) else None

    def _go_to_file(self, path: Path | None) -> None:
        if path is None or self.store is None:
            return
        try:
            name = path.resolve().relative_to(self.store.image_root.resolve()).as_posix()
        except ValueError:
            return
        row = self._row_of_name(name)
        if row is None:
            self._start_name = name
        else:
            self.go_to(row)

    def _row_of_name(self, name: str) -> int | None:
        return next((row for row, image in enumerate(self.images) if image.file_name == name), None)

    def _on_loaded(self, loaded: LoadedImage) -> None:
        image = self.image
        if image is None or loaded.image_id != image.id or self._is_shown:
            return
        self._is_shown = True
        height, width = loaded.pixels.shape[:2]
        if (height, width) != image.size_hw:  # not known yet, or the file was replaced
            self.set_probes([(image.id, ImageProbe(width, height, loaded.sha256))])
            image = self.images[self.row]
        if image.is_probed and (height, width) != image.size_hw:
            self.notice.emit(
                tr(
                    "{name} has another size than when it was added; its old masks don't fit.",
                    name=image.name,
                ),
                "warning",
            )
        self.image_loaded.emit(image, loaded)
        self._image_came()

    def _on_load_failed(self, image_id: int, message: str) -> None:
        image = self.image
        if image is not None and image_id == image.id:
            self.image_failed.emit(image, message)
            self._image_came()

    def preload_next(self) -> None:
        """Load the image that comes next in the direction of travel, so that it is there at once."""
        self._preload(self._ahead(1))

    def _ahead(self, steps: int) -> Image | None:
        """Return the image some steps further in the direction of travel."""
        row = self._row_after(steps * self._direction)
        return None if row is None else self.images[row]

    def _preload(self, image: Image | None) -> None:
        if self.store is not None and image is not None and not image.missing:
            self._loader.preload(image.id, self.store.path_of(image))

    def _on_preloaded(self, loaded: LoadedImage) -> None:
        following = self._ahead(1)
        if following is not None and loaded.image_id == following.id:
            self.image_prefetched.emit(loaded)
            if self._loader.room_for(loaded) >= _KEPT_AROUND:
                self._preload(self._ahead(2))

    def request_thumbnail(self, image_id: int) -> None:
        """Load a thumbnail for the list."""
        row = self._rows.get(image_id)
        if self.store is not None and row is not None and not self.images[row].missing:
            self._loader.request_thumbnail(image_id, self.store.path_of(self.images[row]))

    def _remember_image(self) -> None:
        image = self.image
        if self.store is not None and image is not None and not self.store.read_only:
            with suppress(
                SamAnnotatorError
            ):  # the place is lost, not worth a word; a project on its way out must close
                self.store.last_image_id = image.id


def _sentence(error: Exception) -> str:
    """Return an error as one sentence."""
    if isinstance(error, SamAnnotatorError):
        return str(error)
    return tr("{reason}; check the path.", reason=error.strerror or error) if isinstance(error, OSError) else str(error)
