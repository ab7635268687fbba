"""A folder of embeddings: one file each, named after what made it, bounded in bytes. Imports core and engine only.

A file is written in one step, a damaged one counts as absent, and any number of programs can share the folder. It
depends on nothing else on the computer, so it can be copied to another.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import time
from collections.abc import Container
from pathlib import Path

from sam_annotator.core.settings import cache_dir
from sam_annotator.engine.kept_embedding import KeptEmbedding

_SUFFIX = ".v2.embedding"  # of this form of a file: another form takes another one
_FIRST_FORM = re.compile(r"[0-9a-f]{64}\.embedding")  # exact, twice as large; no longer read
_TEMPORARY_SUFFIX = ".tmp"
_STALE_TEMPORARY_S = 3600
# Looking at 10,000 files takes 40 ms. So some more than needed are deleted, and what lies in the folder is counted by
# what was written, until other programs may have written too much.
_SLACK = 100  # a hundredth of the budget is deleted at once
_UNWATCHED = 20  # a twentieth of it is written before the next look


def embeddings_dir() -> Path:
    """Return the user's folder of embeddings."""
    return cache_dir() / "embeddings"


class EmbeddingFolder:
    """Embeddings on disk. Its methods may be called from any thread.

    Args:
        path: the folder; made when the first one is written.
        budget_bytes: how much may lie in it, the embeddings not used for longest go first; None for no bound.
    """

    def __init__(self, path: Path, budget_bytes: int | None = None) -> None:
        self.path = path
        self.budget_bytes = budget_bytes
        self._room: tuple[int | None, int] = (None, 0)  # of which budget, and bytes that fit without a look

    @staticmethod
    def name_of(engine_key: str, key: str) -> str:
        """Return the name of the file that an embedding has."""
        return hashlib.sha256(f"{engine_key}\n{key}".encode()).hexdigest() + _SUFFIX

    def read(self, engine_key: str, key: str) -> KeptEmbedding | None:
        """Return an embedding, which counts as used now; None where there is none that is whole.

        Args:
            engine_key: `Engine.embedding_key`.
            key: `pixels_key` of the image.
        """
        path = self.path / self.name_of(engine_key, key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        kept = KeptEmbedding.from_bytes(data, engine_key)
        with contextlib.suppress(OSError):
            if kept is None:
                path.unlink()
            else:
                os.utime(path)
        return kept

    def write(self, key: str, kept: KeptEmbedding, spared: Container[str] = ()) -> bool:
        """Write an embedding that is not there yet.

        Args:
            key: `pixels_key` of the image.
            kept: the embedding.
            spared: names of files that are not deleted for it.

        Returns:
            Whether it is there now; it is not where the budget has no room for it.

        Raises:
            OSError: the folder can't be written.
        """
        path = self.path / self.name_of(kept.engine_key, key)
        if path.exists():
            return True
        self.path.mkdir(parents=True, exist_ok=True)
        data = kept.to_bytes()
        if not self.make_room(len(data), spared):
            return False
        temporary = self.path / f"{os.urandom(16).hex()}{_TEMPORARY_SUFFIX}"
        try:
            temporary.write_bytes(data)
            temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
        return True

    def make_room(self, needed_bytes: int = 0, spared: Container[str] = ()) -> bool:
        """Delete the embeddings not used for longest until `needed_bytes` more fit, and what is of no use any more.

        Args:
            needed_bytes: of the file to come.
            spared: names of files that stay.

        Returns:
            Whether they fit; where they would not, nothing is deleted for them.

        Raises:
            OSError: the folder can't be read.
        """
        budget_bytes = self.budget_bytes
        known, room_bytes = self._room
        if known == budget_bytes and 0 < needed_bytes <= room_bytes:
            self._room = (known, room_bytes - needed_bytes)
            return True
        entries = self._entries()
        if budget_bytes is None:
            self._room = (None, sys.maxsize)
            return True
        surplus = sum(size for _, size, _ in entries) + needed_bytes - budget_bytes
        oldest = sorted(entry for entry in entries if entry[2] not in spared)
        if surplus > sum(size for _, size, _ in oldest):
            return False
        if surplus > 0:
            surplus -= self._delete(oldest, surplus, surplus + budget_bytes // _SLACK)
        self._room = (budget_bytes, min(-surplus, budget_bytes // _UNWATCHED))
        return True

    def _delete(self, oldest: list[tuple[float, int, str]], least_bytes: int, most_bytes: int) -> int:
        """Delete files until at least so many bytes are gone, and more as long as it is not too much; return them."""
        gone_bytes = 0
        for _, size, name in oldest:
            if gone_bytes >= least_bytes and gone_bytes + size > most_bytes:
                break
            with contextlib.suppress(OSError):
                (self.path / name).unlink()
            gone_bytes += size
        return gone_bytes

    def _entries(self) -> list[tuple[float, int, str]]:
        """List time of use, size and name of the embeddings; delete what a killed or an older program left."""
        entries: list[tuple[float, int, str]] = []
        now = time.time()
        with os.scandir(self.path) as found:
            for file in found:
                with contextlib.suppress(OSError):
                    status = file.stat()
                    if file.name.endswith(_SUFFIX):
                        entries.append((status.st_mtime, status.st_size, file.name))
                    elif _FIRST_FORM.fullmatch(file.name) or (
                        file.name.endswith(_TEMPORARY_SUFFIX) and now - status.st_mtime > _STALE_TEMPORARY_S
                    ):
                        Path(file.path).unlink()
        return entries
