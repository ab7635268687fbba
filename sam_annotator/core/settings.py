"""The user's settings: one frozen record, kept as a JSON file; and the folders the program keeps things in.

The settings dialog is made from the fields: their metadata holds a section, a label, a help sentence, the limits of a
number, and the choices where the value is one of a few.
"""

from __future__ import annotations

import dataclasses
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from sam_annotator.core.files import replacing
from sam_annotator.core.words import mark

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


SECTIONS = (mark("General"), mark("Drawing"), mark("Engines"), mark("Memory"), mark("Export"))


def setting(
    default: Any,
    section: str,
    label: str,
    help_text: str,
    choices: Mapping[str, str] | None = None,
    *,
    minimum: float = 0.0,
    maximum: float = 1_000_000.0,
    step: float = 1.0,
    choices_of: str = "",
) -> Any:
    """Return a field of Settings with all that the dialog needs: a new setting is one of these and nothing more.

    Args:
        default: tells the kind of the setting, too: a bool, an int, a float or a str.
        section: under which it stands, one of SECTIONS.
        label: its name, in sentence case.
        help_text: what it does, a sentence.
        choices: the values of a str and their words, where not every text will do.
        minimum, maximum, step: of a number.
        choices_of: "engines" where the choices are what there is of these.
    """
    metadata = {
        "section": section,
        "label": label,
        "help": help_text,
        "choices": tuple(choices or ()),
        "words": dict(choices or {}),
        "minimum": minimum,
        "maximum": maximum,
        "step": step,
        "choices_of": choices_of,
    }
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose, with the defaults."""

    theme: str = setting(
        "system",
        "General",
        "Theme",
        "Light or dark, or as the system says.",
        {"system": mark("As the system says"), "light": mark("Light"), "dark": mark("Dark")},
    )
    language: str = setting(
        "system",
        "General",
        "Language",
        "Of the window; counts from the next start.",
        # Languages are called as those who speak them call them.
        {"system": mark("As the system says"), "en": "English", "de": "Deutsch", "zh_CN": "简体中文"},
    )
    mask_opacity: float = setting(
        0.45, "Drawing", "Mask opacity", "How strongly masks are filled, from 0 to 1.", maximum=1.0, step=0.05
    )
    hover_preview: bool = setting(True, "Drawing", "Preview on hover", "Show what a click here would give.")
    animate_draft: bool = setting(True, "Drawing", "Moving outline", "Let the outline of a mask not yet accepted move.")
    engine_id: str = setting(
        "builtin", "Engines", "Engine", "The engine a project is opened with.", choices_of="engines"
    )
    device: str = setting(
        "auto",
        "Engines",
        "Device",
        "Where engines run; automatic takes a GPU if there is one.",
        {
            "auto": mark("Automatic"),
            "cpu": mark("CPU"),
            "cuda": mark("CUDA (NVIDIA GPU)"),
            "mps": mark("MPS (Apple GPU)"),
        },
    )
    precision: str = setting(
        "auto",
        "Engines",
        "Precision",
        "Automatic runs SAM as fast as this computer can, with the same masks but for rounding; "
        "float32 gives bit for bit what SamPredictor does.",
        {"auto": mark("Automatic"), "float32": "float32"},
    )
    prefetch: bool = setting(True, "Engines", "Encode ahead", "Encode the next image while you work on this one.")
    upgrade_drafts: bool = setting(
        True,
        "Engines",
        "Upgrade accepted drafts",
        "Replace a mask accepted as a draft by the chosen engine's, unless it was changed since; Undo brings it back.",
    )
    embedding_memory_mb: int = setting(
        512,
        "Memory",
        "Memory for embeddings (MB)",
        "Encoded images kept in memory, so that going back is instant.",
        step=128,
    )
    embedding_disk_mb: int = setting(
        2048,
        "Memory",
        "Disk for embeddings (MB)",
        "Encoded images kept on disk for the next start; 0 keeps none.",
        step=128,
    )
    export_polygons: bool = setting(
        False,
        "Export",
        "Polygons in COCO files",
        "Write polygons where they decode to exactly the same pixels, else RLE.",
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
        return type(spec.default)(value) if spec.metadata["minimum"] <= value <= spec.metadata["maximum"] else None
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
