"""The user's settings: one frozen record, kept as a JSON file; and the folders the program keeps things in.

The settings dialog is made from the fields: their metadata holds a label, a help sentence and, where the value is one
of a few, the choices.
"""

from __future__ import annotations

import dataclasses
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from sam_annotator.core.files import replacing

_APP = "sam-annotator"


def _folder(variable: str, default: Callable[..., str]) -> Path:
    if chosen := os.environ.get(variable):
        return Path(chosen)
    try:
        return Path(default(_APP, appauthor=False))
    except RuntimeError:  # a user without a home, as in a container
        owner = os.getuid() if hasattr(os, "getuid") else ""
        return Path(tempfile.gettempdir()) / f"{_APP}-{owner}" / variable.rpartition("_")[0].rpartition("_")[2].lower()


def config_dir() -> Path:
    """Return the folder of settings; SAM_ANNOTATOR_CONFIG_DIR overrides it."""
    return _folder("SAM_ANNOTATOR_CONFIG_DIR", platformdirs.user_config_dir)


def cache_dir() -> Path:
    """Return the folder of what can be made again; SAM_ANNOTATOR_CACHE_DIR overrides it."""
    return _folder("SAM_ANNOTATOR_CACHE_DIR", platformdirs.user_cache_dir)


def data_dir() -> Path:
    """Return the folder of checkpoints and of projects without a folder of their own; SAM_ANNOTATOR_DATA_DIR."""
    return _folder("SAM_ANNOTATOR_DATA_DIR", platformdirs.user_data_dir)


def checkpoints_dir() -> Path:
    """Return the folder that downloaded checkpoints are kept in."""
    return data_dir() / "checkpoints"


def _setting(default: Any, label: str, help_text: str, *choices: str, maximum: float = 1e9) -> Any:
    metadata = {"label": label, "help": help_text, "choices": choices, "maximum": maximum}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose, with the defaults."""

    engine_id: str = _setting("builtin", "Engine", "The engine a project is opened with.")
    device: str = _setting(
        "auto", "Device", "Where engines run; automatic takes a GPU if there is one.", "auto", "cpu", "cuda", "mps"
    )
    precision: str = _setting(
        "auto",
        "Precision",
        "Automatic runs SAM as fast as this computer can, with the same masks but for rounding; "
        "float32 gives bit for bit what SamPredictor does.",
        "auto",
        "float32",
    )
    theme: str = _setting("system", "Theme", "Light or dark, or as the system says.", "system", "light", "dark")
    language: str = _setting(
        "system", "Language", "Of the window; counts from the next start.", "system", "en", "de", "zh_CN"
    )
    mask_opacity: float = _setting(0.45, "Mask opacity", "How strongly masks are filled, from 0 to 1.", maximum=1.0)
    hover_preview: bool = _setting(True, "Preview on hover", "Show what a click here would give.")
    animate_draft: bool = _setting(True, "Moving outline", "Let the outline of a mask not yet accepted move.")
    prefetch: bool = _setting(True, "Encode ahead", "Encode the next image while you work on this one.")
    upgrade_drafts: bool = _setting(
        True,
        "Upgrade accepted drafts",
        "Replace a mask accepted as a draft by the chosen engine's, unless it was changed since; Undo brings it back.",
    )
    embedding_memory_mb: int = _setting(
        512, "Memory for embeddings (MB)", "Encoded images kept in memory, so that going back is instant."
    )
    embedding_disk_mb: int = _setting(
        2048, "Disk for embeddings (MB)", "Encoded images kept on disk for the next start; 0 keeps none."
    )
    export_polygons: bool = _setting(
        False, "Polygons in COCO files", "Write polygons where they decode to exactly the same pixels, else RLE."
    )
    recent_projects: tuple[str, ...] = field(default=(), metadata={"hidden": True})
    recent_commands: tuple[str, ...] = field(default=(), metadata={"hidden": True})  # action ids, the last one first
    shortcuts: tuple[tuple[str, ...], ...] = field(  # (action id, its keys...) where they are not the table's
        default=(), metadata={"hidden": True, "rows": True}
    )


def load_settings() -> Settings:
    """Read the settings; what is missing or does not fit its field takes its default. Never fails."""
    try:
        data = json.loads((config_dir() / "settings.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):  # the last of lists in lists in lists
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    values: dict[str, Any] = {}
    for spec in dataclasses.fields(Settings):
        if spec.name in data:
            value = _fitting(data[spec.name], spec)
            if value is not None:
                values[spec.name] = value
    return Settings(**values)


def _fitting(value: Any, spec: dataclasses.Field[Any]) -> Any:
    """Return a JSON value in the type of its field, or None where it does not fit."""
    if spec.metadata.get("rows"):
        rows = value if isinstance(value, list) else []
        return tuple(tuple(row) for row in rows if isinstance(row, list) and all(isinstance(v, str) for v in row))
    if isinstance(spec.default, tuple):
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else None
    if isinstance(spec.default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(spec.default, (int, float)):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return None
        return type(spec.default)(value) if 0 <= value <= spec.metadata["maximum"] else None
    choices = spec.metadata["choices"]
    return value if isinstance(value, str) and (not choices or value in choices) else None


def save_settings(settings: Settings) -> None:
    """Write the settings in one step, so that a crash or a full disk leaves the old or the new.

    Raises:
        OSError: they can't be written.
    """
    folder = config_dir()
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(dataclasses.asdict(settings), indent=2)
    with replacing(folder / "settings.json") as temporary:
        temporary.write_text(text + "\n", "utf-8")
