"""ImageLoader: image files to pixels, off the GUI thread. The image on screen, the next one, thumbnails, and images
wanted for another reason than to be shown have a thread each, so that none waits for another. Holds no widget.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Qt, QThread, Signal

from sam_annotator.core.errors import ImageError
from sam_annotator.core.giving_way import give_way, giving_way
from sam_annotator.core.image_io import RgbImage, decode_image, read_image, read_thumbnail
from sam_annotator.core.words import tr
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.background_thread import BackgroundThread

DEFAULT_CACHE_BYTES = 256_000_000
THUMBNAIL_SIDE = 192
_THUMBNAILS_WAITING = 256

Prepare = Callable[[RgbImage], object]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedImage:
    """A decoded image.

    Attributes:
        image_id: id in the project.
        pixels: uint8 (H, W, 3) RGB, read-only.
        pixels_key: hex digest of shape and pixels, names the embedding.
        sha256: of the file's bytes.
        prepared: what the loader's `prepare` made of the pixels, or None.
    """

    image_id: int
    pixels: RgbImage
    pixels_key: str
    sha256: str
    prepared: object = None

    @property
    def nbytes(self) -> int:
        """Memory held, with what was prepared where that tells."""
        return self.pixels.nbytes + int(getattr(self.prepared, "nbytes", 0))


@dataclass(frozen=True, slots=True)
class _Wish:
    image_id: int
    path: Path
    generation: int = 0


class _Slots:
    """Wishes that wait, the newest taken first; of more than `capacity` the oldest is dropped."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._condition = threading.Condition()
        self._wishes: OrderedDict[int, _Wish] = OrderedDict()
        self._is_closed = False

    def put(self, wish: _Wish) -> _Wish | None:
        """Add a wish and return the one dropped for it, if any."""
        with self._condition:
            if self._is_closed:
                return None
            self._wishes.pop(wish.image_id, None)
            self._wishes[wish.image_id] = wish
            self._condition.notify_all()
            return self._wishes.popitem(last=False)[1] if len(self._wishes) > self._capacity else None

    def take(self) -> _Wish | None:
        """Wait for a wish; None when closed."""
        with self._condition:
            while not self._wishes and not self._is_closed:
                self._condition.wait()
            return None if self._is_closed else self._wishes.popitem()[1]

    def clear(self) -> tuple[_Wish, ...]:
        """Forget what waits and return it."""
        with self._condition:
            dropped = tuple(self._wishes.values())
            self._wishes.clear()
            return dropped

    def close(self) -> None:
        """Wake who waits in `take`."""
        with self._condition:
            self._is_closed = True
            self._wishes.clear()
            self._condition.notify_all()


class _Hold:
    """Has threads stand still for a while."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._until = 0.0

    def set(self, seconds: float) -> None:
        """Hold for so long from now, whatever was said before."""
        with self._condition:
            self._until = monotonic() + seconds
            self._condition.notify_all()

    def wait(self) -> None:
        """Wait until it is over."""
        with self._condition:
            while (left := self._until - monotonic()) > 0:
                self._condition.wait(left)


class _Decoder:
    """Decodes files and keeps the last ones, bounded in bytes; a file asked for twice at once is decoded once."""

    def __init__(self, cache_bytes: int, prepare: Prepare | None) -> None:
        self._cache_bytes = cache_bytes
        self._prepare = prepare
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int, int], LoadedImage] = OrderedDict()
        self._under_way: dict[tuple[str, int, int], threading.Event] = {}

    def load(self, wish: _Wish) -> LoadedImage:
        """Return a decoded image.

        Raises:
            ImageError: the file can't be used.
        """
        key = _file_key(wish.path)
        while key is not None:
            with self._lock:
                kept = self._kept.get(key)
                if kept is not None:
                    self._kept.move_to_end(key)
                    return replace(kept, image_id=wish.image_id)
                other = self._under_way.get(key)
                if other is None:
                    self._under_way[key] = threading.Event()
                    break
            other.wait()
        try:
            loaded = _decoded(wish)
            if self._prepare is not None:
                give_way()
                loaded = replace(loaded, prepared=self._prepare(loaded.pixels))
            if key is not None:
                self._keep(key, loaded)
            return loaded
        finally:
            if key is not None:
                with self._lock:
                    self._under_way.pop(key).set()

    def look_at(self, wish: _Wish) -> LoadedImage:
        """Return a decoded image without keeping or preparing it: it is not for the screen.

        Raises:
            ImageError: the file can't be used.
        """
        key = _file_key(wish.path)
        with self._lock:
            kept = None if key is None else self._kept.get(key)
        return _decoded(wish) if kept is None else replace(kept, image_id=wish.image_id)

    def _keep(self, key: tuple[str, int, int], loaded: LoadedImage) -> None:
        if loaded.nbytes > self._cache_bytes:
            return
        with self._lock:
            self._kept[key] = loaded
            while sum(entry.nbytes for entry in self._kept.values()) > self._cache_bytes:
                self._kept.popitem(last=False)


def _file_key(path: Path) -> tuple[str, int, int] | None:
    """Return what tells a file's content from an earlier one's without reading it; None where there is no file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (str(path), status.st_mtime_ns, status.st_size)


def _decoded(wish: _Wish) -> LoadedImage:
    try:
        data = wish.path.read_bytes()
    except (OSError, ValueError):
        read_image(wish.path)  # raises what the user reads
        raise
    pixels = decode_image(data, wish.path.name)
    pixels.setflags(write=False)
    give_way()
    return LoadedImage(wish.image_id, pixels, pixels_key(pixels), hashlib.sha256(data).hexdigest())


class _Relay(QObject):
    """Carries what the threads tell to the GUI thread."""

    loaded = Signal(object)
    preloaded = Signal(object)
    failed = Signal(int, object, str)
    fetched = Signal(object, object)
    thumbnail_ready = Signal(object, object)
    thumbnail_dropped = Signal(int)


class ImageLoader(QObject):
    """Loads images without making the window wait.

    Args:
        parent: as for every QObject.
        cache_bytes: budget for decoded images kept in memory.
        thumbnail_side: longest side of a thumbnail in pixels.
        prepare: called with an image's pixels on the thread that decoded it; what it returns comes along, so that
            the GUI thread need not make it.
        begins: whether to begin at once; else what is asked for waits for `begin`.

    Signals:
        loaded(LoadedImage): the image asked for last.
        preloaded(LoadedImage): an image loaded ahead.
        failed(int, str): the image asked for last can't be used; its id, and a sentence.
        fetched(int, LoadedImage | None): the image fetched last, and its id; None where it can't be used.
        thumbnail_ready(int, object): image id, and its pixels, uint8 (h, w, 3), read-only.
        thumbnail_dropped(int): a thumbnail asked for that won't come, unless it is asked for again.
    """

    loaded = Signal(object)
    preloaded = Signal(object)
    failed = Signal(int, str)
    fetched = Signal(int, object)
    thumbnail_ready = Signal(int, object)
    thumbnail_dropped = Signal(int)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        cache_bytes: int = DEFAULT_CACHE_BYTES,
        thumbnail_side: int = THUMBNAIL_SIDE,
        prepare: Prepare | None = None,
        begins: bool = True,
    ) -> None:
        super().__init__(parent)
        self._decoder = _Decoder(cache_bytes, prepare)
        self._cache_bytes = cache_bytes
        self._thumbnail_side = thumbnail_side
        self._loads, self._preloads, self._thumbnails = _Slots(1), _Slots(1), _Slots(_THUMBNAILS_WAITING)
        self._fetches = _Slots(1)
        self._hold = _Hold()
        self._wanted: _Wish | None = None
        self._fetching: _Wish | None = None
        self._generation = 0
        self._is_stopped = False
        self._relay = _Relay()
        queued = Qt.ConnectionType.QueuedConnection
        self._relay.loaded.connect(self._on_loaded, queued)
        self._relay.preloaded.connect(self._on_preloaded, queued)
        self._relay.failed.connect(self._on_failed, queued)
        self._relay.fetched.connect(self._on_fetched, queued)
        self._relay.thumbnail_ready.connect(self._on_thumbnail, queued)
        self._relay.thumbnail_dropped.connect(self._on_thumbnail_dropped, queued)
        self._threads: tuple[BackgroundThread, ...] = ()
        self._has_begun = False
        if begins:
            self.begin()

    def begin(self) -> None:
        """Start to load; a second call does nothing."""
        if self._has_begun or self._is_stopped:
            return
        self._has_begun = True
        self._threads += (
            self._thread("image", self._loads, self._load_one),
            self._thread_aside("image ahead", self._preloads, self._preload_one),
            self._thread_aside("thumbnails", self._thumbnails, self._thumbnail_one, QThread.Priority.LowPriority),
        )

    def load(self, image_id: int, path: Path) -> None:
        """Load the image to show; one asked for before and not loaded yet is forgotten."""
        self._wanted = _Wish(image_id, path)
        self._hold.set(0.0)  # it may be the one that is being loaded ahead
        self._loads.put(self._wanted)

    def room_for(self, loaded: LoadedImage) -> int:
        """Return how many images like this one are kept."""
        return self._cache_bytes // max(loaded.nbytes, 1)

    def preload(self, image_id: int, path: Path) -> None:
        """Load an image that is likely to be shown next; a failure is not told."""
        self._preloads.put(_Wish(image_id, path))

    def hold_others(self, seconds: float) -> None:
        """Have all but the image to show stand still for so long from now: what somebody waits for needs the cores.

        They stop where they can, between two parts of a file. An image asked for to be shown ends it.
        """
        self._hold.set(seconds)

    def fetch(self, image_id: int, path: Path) -> None:
        """Load an image that is not to be shown; one fetched before and not loaded yet is forgotten.

        Of the images fetched none is kept here.
        """
        if self._fetching is None and not self._is_stopped:
            low = QThread.Priority.LowPriority
            self._threads = (*self._threads, self._thread_aside("image aside", self._fetches, self._fetch_one, low))
        self._fetching = _Wish(image_id, path)
        self._fetches.put(self._fetching)

    def request_thumbnail(self, image_id: int, path: Path) -> None:
        """Make a thumbnail, when those asked for later are done."""
        dropped = self._thumbnails.put(_Wish(image_id, path, self._generation))
        if dropped is not None:
            self._relay.thumbnail_dropped.emit(dropped.image_id)

    def cancel_thumbnails(self) -> None:
        """Forget the thumbnails that wait."""
        self._generation += 1
        for dropped in self._thumbnails.clear():
            self._relay.thumbnail_dropped.emit(dropped.image_id)

    def stop(self, timeout_ms: int = 3000) -> bool:
        """End the threads; no signal comes after this.

        Returns:
            Whether all ended in time; if not, they end in the background.
        """
        self._is_stopped = True
        self._hold.set(0.0)
        for thread in self._threads:
            thread.request_stop()
        have_ended = [thread.finish(timeout_ms) for thread in self._threads]
        return all(have_ended)

    def _thread_aside(
        self,
        name: str,
        slots: _Slots,
        serve: Callable[[_Wish], None],
        priority: QThread.Priority = QThread.Priority.InheritPriority,
    ) -> BackgroundThread:
        """Make a thread that `hold_others` holds."""
        return self._thread(name, slots, giving_way(self._hold.wait)(serve), priority)

    def _thread(
        self,
        name: str,
        slots: _Slots,
        serve: Callable[[_Wish], None],
        priority: QThread.Priority = QThread.Priority.InheritPriority,
    ) -> BackgroundThread:
        def work() -> None:
            while (wish := slots.take()) is not None:
                serve(wish)

        thread = BackgroundThread(name, work, slots.close)
        thread.begin(priority)
        self.destroyed.connect(slots.close)  # where nobody called stop; a slot of the thread could be gone before it
        return thread

    def _load_one(self, wish: _Wish) -> None:
        try:
            self._relay.loaded.emit((wish, self._decoder.load(wish)))
        except ImageError as e:
            self._relay.failed.emit(wish.image_id, wish, str(e))
        except Exception as e:
            _log.exception("An image could not be loaded")
            message = tr(
                "{name} can't be opened ({reason}); go on with the next image.",
                name=wish.path.name,
                reason=type(e).__name__,
            )
            self._relay.failed.emit(wish.image_id, wish, message)

    def _preload_one(self, wish: _Wish) -> None:
        try:
            self._relay.preloaded.emit(self._decoder.load(wish))
        except Exception as e:  # it is told when the image is asked for
            _log.debug("%s was not loaded ahead: %s", wish.path, e)

    def _fetch_one(self, wish: _Wish) -> None:
        loaded: LoadedImage | None = None
        try:
            loaded = self._decoder.look_at(wish)
        except Exception as e:  # it is told when the image is asked for
            _log.debug("%s was not fetched: %s", wish.path, e)
        self._relay.fetched.emit(wish, loaded)

    def _thumbnail_one(self, wish: _Wish) -> None:
        try:
            pixels = read_thumbnail(wish.path, self._thumbnail_side)
        except Exception as e:  # it is told when the image is asked for
            _log.debug("%s has no thumbnail: %s", wish.path, e)
            return
        pixels.setflags(write=False)
        self._relay.thumbnail_ready.emit(wish, pixels)

    @arriving
    def _on_loaded(self, result: tuple[_Wish, LoadedImage]) -> None:
        wish, loaded = result
        if not self._is_stopped and wish is self._wanted:
            self.loaded.emit(loaded)

    @arriving
    def _on_preloaded(self, loaded: LoadedImage) -> None:
        if not self._is_stopped:
            self.preloaded.emit(loaded)

    @arriving
    def _on_fetched(self, wish: _Wish, loaded: LoadedImage | None) -> None:
        if not self._is_stopped and wish is self._fetching:
            self.fetched.emit(wish.image_id, loaded)

    @arriving
    def _on_failed(self, image_id: int, wish: _Wish, message: str) -> None:
        if not self._is_stopped and wish is self._wanted:
            self.failed.emit(image_id, message)

    def _on_thumbnail(self, wish: _Wish, pixels: RgbImage) -> None:
        # One that was under way when all were cancelled may be of a project that was left: its id means nothing here.
        if self._is_stopped:
            return
        if wish.generation == self._generation:
            self.thumbnail_ready.emit(wish.image_id, pixels)
        else:
            self.thumbnail_dropped.emit(wish.image_id)

    def _on_thumbnail_dropped(self, image_id: int) -> None:
        if not self._is_stopped:
            self.thumbnail_dropped.emit(image_id)
