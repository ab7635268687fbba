"""Embeddings that were made before: in memory, bounded in bytes, and on disk under the hash of what made them.

A disk entry is exact (float32 as the engine gave it), so an answer is the same from either. Entries are written by a
thread of their own, in one step each; a damaged one counts as absent; two programs can share the folder. Imports
engine.base and core; no Qt, no torch.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import queue
import threading
import time
import uuid
from collections import OrderedDict
from pathlib import Path

import numpy as np
import safetensors.numpy

from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.settings import Settings, cache_dir
from sam_annotator.engine.base import Embedding

_MEGABYTE = 1_000_000
_SUFFIX = ".embedding"
_TEMPORARY_SUFFIX = ".tmp"
_DIGEST_BYTES = 32
_STALE_TEMPORARY_S = 3600
_WRITES_WAITING = 4

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
        self._entries: OrderedDict[tuple[str, str], Embedding] = OrderedDict()
        self._memory_bytes = memory_bytes
        self._used_bytes = 0
        self._disk = _DiskCache(folder, disk_bytes) if folder is not None and disk_bytes > 0 else None

    @classmethod
    def from_settings(cls, settings: Settings) -> EmbeddingCache:
        """Make the cache that the user's settings ask for, on disk in the user's cache folder."""
        return cls(
            settings.embedding_memory_mb * _MEGABYTE,
            cache_dir() / "embeddings",
            settings.embedding_disk_mb * _MEGABYTE,
        )

    @property
    def nbytes(self) -> int:
        """Memory used, in bytes."""
        with self._lock:
            return self._used_bytes

    def contains(self, engine_key: str, key: str) -> bool:
        """Whether the embedding of an image is in memory."""
        with self._lock:
            return (engine_key, key) in self._entries

    def get(self, engine_key: str, key: str) -> Embedding | None:
        """Return an embedding from memory, else from disk (then it is in memory), else None.

        Args:
            engine_key: `Engine.embedding_key`.
            key: `pixels_key` of the image.
        """
        with self._lock:
            embedding = self._entries.get((engine_key, key))
            if embedding is not None:
                self._entries.move_to_end((engine_key, key))
                return embedding
        if self._disk is None:
            return None
        embedding = self._disk.read(engine_key, key)
        if embedding is not None:
            self._remember(engine_key, key, embedding)
        return embedding

    def put(self, key: str, embedding: Embedding) -> None:
        """Keep an embedding; the copy on disk is written later, by another thread."""
        self._remember(embedding.engine_key, key, embedding)
        if self._disk is not None:
            self._disk.write_later(key, embedding)

    def _remember(self, engine_key: str, key: str, embedding: Embedding) -> None:
        with self._lock:
            old = self._entries.pop((engine_key, key), None)
            self._used_bytes += embedding.nbytes - (old.nbytes if old is not None else 0)
            self._entries[(engine_key, key)] = embedding
            while self._used_bytes > self._memory_bytes and len(self._entries) > 1:
                _, dropped = self._entries.popitem(last=False)
                self._used_bytes -= dropped.nbytes

    def close(self, timeout: float = 2.0) -> None:
        """Let the disk writer finish what waits, for at most `timeout` seconds."""
        if self._disk is not None:
            self._disk.close(timeout)


class _DiskCache:
    """A folder of files named after what they hold: safetensors bytes, then their digest."""

    def __init__(self, folder: Path, budget_bytes: int) -> None:
        self._folder = folder
        self._budget_bytes = budget_bytes
        self._waiting: queue.Queue[tuple[str, Embedding] | None] = queue.Queue(_WRITES_WAITING)
        self._thread: threading.Thread | None = None
        self._thread_lock = threading.Lock()
        self._has_failed = False

    def _path(self, engine_key: str, key: str) -> Path:
        name = hashlib.sha256(f"{engine_key}\n{key}".encode()).hexdigest()
        return self._folder / (name + _SUFFIX)

    def read(self, engine_key: str, key: str) -> Embedding | None:
        path = self._path(engine_key, key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        embedding = _unpacked(data, engine_key)
        with contextlib.suppress(OSError):
            if embedding is None:
                path.unlink()
            else:
                os.utime(path)
        return embedding

    def write_later(self, key: str, embedding: Embedding) -> None:
        """Queue a write; a disk too slow to keep up misses some entries rather than filling the memory."""
        with self._thread_lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_all, name="embedding-writer", daemon=True)
                self._thread.start()
        with contextlib.suppress(queue.Full):
            self._waiting.put_nowait((key, embedding))

    def close(self, timeout: float) -> None:
        with self._thread_lock:
            thread, self._thread = self._thread, None
        if thread is None:
            return
        with contextlib.suppress(queue.Full):
            self._waiting.put(None, timeout=timeout)
        thread.join(timeout)

    def _write_all(self) -> None:
        while (item := self._waiting.get()) is not None:
            try:
                self._write(*item)
            except (OSError, ValueError) as e:
                if not self._has_failed:
                    _log.warning("Embeddings are not kept on disk: %s", e)
                self._has_failed = True

    def _write(self, key: str, embedding: Embedding) -> None:
        path = self._path(embedding.engine_key, key)
        if path.exists():
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        data = _packed(embedding)
        if len(data) > self._budget_bytes:
            return
        self._make_room(len(data))
        temporary = self._folder / f"{uuid.uuid4().hex}{_TEMPORARY_SUFFIX}"
        try:
            temporary.write_bytes(data)
            temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()

    def _make_room(self, needed_bytes: int) -> None:
        """Delete the entries not used for longest until `needed_bytes` fit; and what a killed program left."""
        entries: list[tuple[float, int, Path]] = []
        with os.scandir(self._folder) as found:
            for file in found:
                with contextlib.suppress(OSError):
                    status = file.stat()
                    if file.name.endswith(_SUFFIX):
                        entries.append((status.st_mtime, status.st_size, Path(file.path)))
                    elif file.name.endswith(_TEMPORARY_SUFFIX) and time.time() - status.st_mtime > _STALE_TEMPORARY_S:
                        Path(file.path).unlink()
        used_bytes = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries, key=lambda entry: entry[0]):
            if used_bytes + needed_bytes <= self._budget_bytes:
                return
            with contextlib.suppress(OSError):
                path.unlink()
            used_bytes -= size


def _packed(embedding: Embedding) -> bytes:
    sizes = np.array([*embedding.original_size_hw, *embedding.input_size_hw], np.int64)
    # A copy in C order: safetensors writes the memory as it lies.
    features = np.ascontiguousarray(embedding.features)
    body = safetensors.numpy.save({"features": features, "sizes": sizes})
    return body + hashlib.blake2b(body, digest_size=_DIGEST_BYTES).digest()


def _unpacked(data: bytes, engine_key: str) -> Embedding | None:
    body, digest = data[:-_DIGEST_BYTES], data[-_DIGEST_BYTES:]
    if hashlib.blake2b(body, digest_size=_DIGEST_BYTES).digest() != digest:
        return None
    try:
        arrays = safetensors.numpy.load(body)
        features, sizes = arrays["features"], [int(v) for v in arrays["sizes"]]
    except (safetensors.SafetensorError, KeyError, ValueError):
        return None
    if features.dtype != np.float32 or len(sizes) != 4:
        return None
    features.setflags(write=False)
    return Embedding(features, (sizes[0], sizes[1]), (sizes[2], sizes[3]), engine_key)
