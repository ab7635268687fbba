"""Checkpoint files: where they are, whether they are whole. Imports core and the registry; no torch, no Qt.

Official files lie in the checkpoints folder under their published name. A file of the user's own stays where it is;
`checkpoints.json` in that folder remembers which engine it was chosen for, and the hashes of files once computed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sam_annotator.core.errors import CheckpointError, DownloadError
from sam_annotator.core.files import replacing
from sam_annotator.core.giving_way import give_way
from sam_annotator.core.settings import checkpoints_dir
from sam_annotator.core.words import tr
from sam_annotator.engine.registry import EngineRow

_INDEX = "checkpoints.json"
_HASHES_KEPT = 50
_CHUNK_BYTES = 1 << 22

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def find_checkpoint(row: EngineRow) -> Path | None:
    """Return the weights file to run an engine with: the one chosen for it, else the official one, else None."""
    chosen = chosen_checkpoint(row)
    if chosen is not None and chosen.is_file():
        return chosen
    official = official_path(row)
    return official if official is not None and official.is_file() else None


def chosen_checkpoint(row: EngineRow) -> Path | None:
    """Return the file the user chose for an engine, be it there or not; None for none."""
    chosen = _read_index().get("chosen", {}).get(row.id)
    return Path(chosen) if isinstance(chosen, str) and chosen else None


def official_path(row: EngineRow) -> Path | None:
    """Return where the official checkpoint of an engine belongs; None for an engine without one."""
    return checkpoints_dir() / row.file_name if row.file_name else None


def set_checkpoint_file(row: EngineRow, path: Path | None) -> None:
    """Remember the weights file to run an engine with; None goes back to the official one.

    Raises:
        CheckpointError: the file is not there, or the choice can't be kept.
    """
    if path is not None and not path.is_file():
        raise CheckpointError(tr("There is no file {path}; choose the checkpoint again.", path=path))
    index = _read_index()
    chosen = index.setdefault("chosen", {})
    if path is None:
        chosen.pop(row.id, None)
    else:
        chosen[row.id] = str(path.resolve())
    try:
        _write_index(index)
    except OSError as e:
        raise CheckpointError(
            tr(
                "The choice can't be kept in {folder} ({reason}); make that folder writable.",
                folder=checkpoints_dir(),
                reason=e.strerror,
            )
        ) from e


def checkpoint_sha256(path: Path, cancelled: Cancelled = lambda: False) -> str:
    """Return the sha256 of a weights file; computed once for each state of the file.

    Args:
        path: the file.
        cancelled: asked now and then; the answer is "" when it is true.

    Raises:
        CheckpointError: the file can't be read.
    """
    try:
        status = path.stat()
        name = f"{path.resolve()}|{status.st_size}|{status.st_mtime_ns}"
        known = _read_index().get("sha256", {}).get(name)
        if isinstance(known, str):
            return known
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                if cancelled():
                    return ""
                give_way()
                digest.update(chunk)
    except OSError as e:
        raise CheckpointError(
            tr(
                "The checkpoint {path} can't be read ({reason}); choose the file again, or download it.",
                path=path,
                reason=e.strerror,
            )
        ) from e
    value = digest.hexdigest()
    index = _read_index()
    hashes = index.setdefault("sha256", {})
    hashes[name] = value
    while len(hashes) > _HASHES_KEPT:
        del hashes[next(iter(hashes))]
    with contextlib.suppress(OSError):  # it is computed again the next time
        _write_index(index)
    return value


def checkpoint_of_sha256(sha256: str) -> Path | None:
    """Return a weights file on this computer that was used before and has that hash still; None for none."""
    for name, known in _read_index().get("sha256", {}).items():
        path = Path(name.rsplit("|", 2)[0])
        if known == sha256 and path.is_file() and checkpoint_sha256(path) == sha256:
            return path
    return None


def download_checkpoint(
    row: EngineRow,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
    base_url: str | None = None,
) -> Path:
    """Fetch the official checkpoint of an engine; one that was begun is gone on with.

    Args:
        row: the engine.
        progress: called with the bytes there are and the bytes there will be.
        cancelled: asked now and then.
        base_url: a place to take the file of that name from instead of the published address.

    Returns:
        The file, whole: its sha256 is the published one.

    Raises:
        DownloadError: there is no network, no such file, no room, ...; what has come so far is kept.
        DownloadCancelled: `cancelled` said so; likewise.
    """
    from sam_annotator.engine.download import download_file

    target = official_path(row)
    if target is None:
        raise DownloadError(tr("{title} needs no download; choose it in the list of engines.", title=row.title))
    if target.is_file() and checkpoint_sha256(target, cancelled) == row.sha256:
        return target
    url = row.url if base_url is None else base_url.rstrip("/") + "/" + row.file_name
    download_file(url, target, row.sha256, row.size_bytes, progress, cancelled)
    return target


def _read_index() -> dict[str, Any]:
    try:
        index = json.loads((checkpoints_dir() / _INDEX).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(index, dict):
        return {}
    return {k: v for k, v in index.items() if isinstance(v, dict)}


def _write_index(index: dict[str, Any]) -> None:
    folder = checkpoints_dir()
    folder.mkdir(parents=True, exist_ok=True)
    with replacing(folder / _INDEX) as temporary:
        temporary.write_text(json.dumps(index, indent=2) + "\n", "utf-8")
