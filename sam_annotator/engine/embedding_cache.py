"""Embeddings that were made before: in memory, bounded in bytes, and on disk under the hash of what made them.

An answer is the same from either; see engine.kept_embedding. Files are written by a thread of their own; see
engine.embedding_folder. Imports core and engine only; no Qt, no torch.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import queue
import threading
from collections import OrderedDict
from pathlib import Path

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.late import np
from sam_annotator.core.settings import Settings
from sam_annotator.engine.base import Embedding
from sam_annotator.engine.embedding_folder import EmbeddingFolder, embeddings_dir
from sam_annotator.engine.kept_embedding import KeptEmbedding

_MEGABYTE = 1_000_000
_DIGEST_BYTES = 32
_WRITES_WAITING = 4
_RESTORED = 4  # embeddings kept as engines take them: of the image on screen and the next, for two engines

_Key = tuple[str, str]  # Engine.embedding_key, pixels_key

_log = logging.getLogger(__name__)


def pixels_key(pixels: RgbImage) -> str:
    """Return the name of an image's content: a hex digest of its shape and pixels.

    BLAKE2b, since it takes 45 ms for 12 megapixels on any processor; SHA-256 is that quick only where the processor
    has instructions for it.
    """
    digest = hashlib.blake2b(repr(pixels.shape).encode("ascii"), digest_size=_DIGEST_BYTES)
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.hexdigest()


class EmbeddingCache:
    """Embeddings by engine and image. Its methods may be called from any thread; none but `close` waits for the disk
    writer, and `contains` never touches the disk.

    Args:
        memory_bytes: budget in memory; the newest entry stays, whatever its size.
        folder: where copies are kept on disk; None keeps none.
        disk_bytes: budget on disk, the entries not used for longest go first; 0 keeps none.
    """

    def __init__(self, memory_bytes: int = 512 * _MEGABYTE, folder: Path | None = None, disk_bytes: int = 0) -> None:
        self._lock = threading.Lock()
        self._entries: OrderedDict[_Key, KeptEmbedding] = OrderedDict()
        self._restored: OrderedDict[_Key, Embedding] = OrderedDict()
        self._memory_bytes = memory_bytes
        self._used_bytes = 0
        self._disk = _Disk(EmbeddingFolder(folder, disk_bytes)) if folder is not None else None

    @classmethod
    def from_settings(cls, settings: Settings) -> EmbeddingCache:
        """Make the cache that the user's settings ask for, on disk in the user's cache folder."""
        return cls(settings.embedding_memory_mb * _MEGABYTE, embeddings_dir(), settings.embedding_disk_mb * _MEGABYTE)

    def use_settings(self, settings: Settings) -> None:
        """Take the budgets of the user's settings from now on; see `set_budgets`."""
        self.set_budgets(settings.embedding_memory_mb * _MEGABYTE, settings.embedding_disk_mb * _MEGABYTE)

    def set_budgets(self, memory_bytes: int, disk_bytes: int) -> None:
        """Take other budgets, as in the constructor.

        A smaller one in memory counts at once. On disk files are deleted with the next one written, or by `close`, so
        that who changes their mind loses nothing.
        """
        with self._lock:
            self._memory_bytes = memory_bytes
            self._drop_oldest()
        if self._disk is not None:
            self._disk.set_budget(disk_bytes)

    @property
    def nbytes(self) -> int:
        """Memory used, in bytes, besides that of the last four embeddings as their engines take them."""
        with self._lock:
            return self._used_bytes

    def contains(self, engine_key: str, key: str) -> bool:
        """Whether the embedding of an image is in memory."""
        with self._lock:
            return (engine_key, key) in self._entries

    def get(self, engine_key: str, key: str) -> Embedding | None:
        """Return an embedding from memory, else from disk (then it is in memory), else None.

        As long as no more than four are asked for in turn, the same object is returned again and again.

        Args:
            engine_key: `Engine.embedding_key`.
            key: `pixels_key` of the image.
        """
        name = (engine_key, key)
        with self._lock:
            kept = self._entries.get(name)
            if kept is not None:
                self._entries.move_to_end(name)
                restored = self._restored.get(name)
                if restored is not None:
                    self._restored.move_to_end(name)
                    return restored
        if kept is None and self._disk is not None:
            kept = self._disk.read(engine_key, key)
            if kept is not None:
                self._remember(name, kept)
        if kept is None:
            return None
        restored = kept.restored()
        with self._lock:
            if name in self._entries:
                self._restored[name] = restored
                while len(self._restored) > _RESTORED:
                    self._restored.popitem(last=False)
        return restored

    def put(self, key: str, embedding: Embedding) -> Embedding:
        """Keep an embedding; the copy on disk is written later, by another thread.

        Returns:
            The embedding as `get` will return it: rounded to half precision unless it is exact.
        """
        kept = KeptEmbedding.of(embedding)
        self._remember((embedding.engine_key, key), kept)
        if self._disk is not None:
            self._disk.write_later(key, kept)
        return kept.restored()

    def _remember(self, name: _Key, kept: KeptEmbedding) -> None:
        with self._lock:
            old = self._entries.pop(name, None)
            self._restored.pop(name, None)
            self._used_bytes += kept.nbytes - (old.nbytes if old is not None else 0)
            self._entries[name] = kept
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        while self._used_bytes > self._memory_bytes and len(self._entries) > 1:
            name, dropped = self._entries.popitem(last=False)
            self._restored.pop(name, None)
            self._used_bytes -= dropped.nbytes

    def close(self, timeout: float = 2.0) -> None:
        """Let the disk writer finish what waits, for at most `timeout` seconds."""
        if self._disk is not None:
            self._disk.close(timeout)


class _Disk:
    """A folder of embeddings, and the thread that writes into it."""

    def __init__(self, folder: EmbeddingFolder) -> None:
        self._folder = folder
        self._waiting: queue.Queue[tuple[str, KeptEmbedding] | None] = queue.Queue(_WRITES_WAITING)
        self._thread: threading.Thread | None = None
        self._thread_lock = threading.Lock()
        self._is_lowered = False
        self._has_failed = False

    def set_budget(self, budget_bytes: int) -> None:
        """Take another budget in bytes; 0 keeps nothing."""
        self._is_lowered |= budget_bytes < (self._folder.budget_bytes or 0)
        self._folder.budget_bytes = budget_bytes

    def read(self, engine_key: str, key: str) -> KeptEmbedding | None:
        return self._folder.read(engine_key, key) if self._folder.budget_bytes else None

    def write_later(self, key: str, kept: KeptEmbedding) -> None:
        """Queue a write; a disk too slow to keep up misses some entries rather than filling the memory."""
        if not self._folder.budget_bytes:
            return
        self._start()
        with contextlib.suppress(queue.Full):
            self._waiting.put_nowait((key, kept))

    def close(self, timeout: float) -> None:
        if self._is_lowered:
            self._start()
        with self._thread_lock:
            thread, self._thread = self._thread, None
        if thread is None:
            return
        with contextlib.suppress(queue.Full):
            self._waiting.put(None, timeout=timeout)
        thread.join(timeout)

    def _start(self) -> None:
        with self._thread_lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_all, name="embedding-writer", daemon=True)
                self._thread.start()

    def _write_all(self) -> None:
        while (item := self._waiting.get()) is not None:
            try:
                self._folder.write(*item)
            except (OSError, ValueError) as e:
                if not self._has_failed:
                    _log.warning("Embeddings are not kept on disk: %s", e)
                self._has_failed = True
        if self._is_lowered:
            self._is_lowered = False
            with contextlib.suppress(OSError):
                self._folder.make_room()
