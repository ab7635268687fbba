"""Write a file in one step: the old one or the new one is there, never half of one. Standard library only."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the place for a new file beside `path`; once the block ends well it takes the place of `path`.

    Whatever happens in between (a crash, a full disk, a power cut), the older file stays as it was.

    Raises:
        OSError: the file can't be put in its place.
    """
    # Short: `path` may have a name of full length.
    temporary = path.with_name(f".sam-annotator-{os.urandom(16).hex()}.tmp")
    try:
        yield temporary
        _flush(temporary, os.O_RDWR)
        temporary.replace(path)
        if os.name != "nt":  # makes the rename last, too; Windows can't
            with contextlib.suppress(OSError):
                _flush(path.parent, os.O_RDONLY)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _flush(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
