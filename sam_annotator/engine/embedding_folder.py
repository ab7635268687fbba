"""A folder of embeddings: one file each, named after what made it, bounded in bytes. Imports core and engine only.

A file is written in one step, a damaged one counts as absent, and any number of programs can share the folder. It
depends on nothing else on the computer, so it can be copied to another.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import time
import uuid
from collections.abc import Container
from pathlib import Path

from sam_annotator.core.settings import cache_dir
from sam_annotator.engine.kept_embedding import KeptEmbedding

_SUFFIX = ".v2.embedding"  # of this form of a file: another form takes another one
_FIRST_FORM = re.compile(r"[0-9a-f]{64}\.embedding")  # exact, twice as large; no longer read
_TEMPORARY_SUFFIX = ".tmp"
_STALE_TEMPORARY_S = 3600


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
        temporary = self.path / f"{uuid.uuid4().hex}{_TEMPORARY_SUFFIX}"
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
        entries = self._entries()
        if self.budget_bytes is None:
            return True
        surplus = sum(size for _, size, _ in entries) + needed_bytes - self.budget_bytes
        oldest = sorted(entry for entry in entries if entry[2].name not in spared)
        if surplus > sum(size for _, size, _ in oldest):
            return False
        for _, size, path in oldest:
            if surplus <= 0:
                break
            with contextlib.suppress(OSError):
                path.unlink()
            surplus -= size
        return True

    def _entries(self) -> list[tuple[float, int, Path]]:
        """List time of use, size and place of the embeddings; delete what a killed or an older program left."""
        entries: list[tuple[float, int, Path]] = []
        with os.scandir(self.path) as found:
            for file in found:
                with contextlib.suppress(OSError):
                    status = file.stat()
                    age_s = time.time() - status.st_mtime
                    if file.name.endswith(_SUFFIX):
                        entries.append((status.st_mtime, status.st_size, Path(file.path)))
                    elif (file.name.endswith(_TEMPORARY_SUFFIX) and age_s > _STALE_TEMPORARY_S) or (
                        _FIRST_FORM.fullmatch(file.name)
                    ):
                        Path(file.path).unlink()
        return entries
