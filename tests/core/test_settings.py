"""Settings are read whatever is in the file, and written whole or not at all."""

from __future__ import annotations

import dataclasses
import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sam_annotator.core.settings import (
    Settings,
    cache_dir,
    checkpoints_dir,
    config_dir,
    data_dir,
    load_settings,
    save_settings,
)


def put(text: str | bytes) -> Path:
    path = config_dir() / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


CHANGED = Settings(
    engine_id="vit_h",
    device="cpu",
    theme="dark",
    mask_opacity=0.75,
    hover_preview=False,
    animate_draft=False,
    prefetch=False,
    embedding_memory_mb=64,
    embedding_disk_mb=0,
    export_polygons=True,
    recent_projects=("/a b/ü", "/写真"),
)


def test_settings_survive_a_restart() -> None:
    """Else what the user chose is forgotten."""
    save_settings(CHANGED)
    assert load_settings() == CHANGED
    save_settings(Settings())
    assert load_settings() == Settings()
    assert [path.name for path in config_dir().iterdir()] == ["settings.json"]


def test_the_first_start_has_defaults() -> None:
    """Else the program doesn't start on a fresh machine."""
    assert load_settings() == Settings()
    assert not config_dir().exists()


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "{", "[]", "null", "3", '"text"', "{}", "NaN", "not json", b"\xff\xfe\x00", b"\x00" * 100,
        "[" * 100_000, '{"engine_id":' * 50_000, "9" * 5000, '{"device": 3}', '{"theme": {"a": []}}',
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_damaged_files_are_defaults(text: str | bytes) -> None:
    """Else a file cut off by a full disk keeps the program from starting."""
    put(text)
    assert load_settings() == Settings()


BAD: dict[str, list[Any]] = {
    "engine_id": [None, 3, [], {}, True],
    "device": ["tpu", "", None, 0, ["cpu"]],
    "theme": ["Dark", "pink", None, 1],
    "mask_opacity": [-0.1, 1.1, 45, "0.5", None, True, [0.5], math.nan, math.inf, 10**400],
    "hover_preview": [1, 0, "true", None, []],
    "embedding_memory_mb": [-1, "512", None, True, 1e12, math.nan, 10**400],
    "embedding_disk_mb": [-5, [], {}],
    "recent_projects": ["/a", None, 3, {"a": 1}],
}


@pytest.mark.parametrize("name,value", [(name, value) for name, values in BAD.items() for value in values])
def test_what_does_not_fit_its_field_is_its_default(name: str, value: Any) -> None:
    """Else one wrong line, written by hand, loses all settings or ends in a traceback far away."""
    put(json.dumps({**dataclasses.asdict(CHANGED), name: value}))
    assert load_settings() == dataclasses.replace(CHANGED, **{name: getattr(Settings(), name)})


def test_partial_and_later_files() -> None:
    """Else settings are lost when the program is updated, or taken back to an earlier version."""
    put('{"theme": "dark", "of_a_later_version": {"x": 1}}')
    assert load_settings() == Settings(theme="dark")


def test_lists_keep_what_fits() -> None:
    """Else one odd entry loses the list of recent projects."""
    put('{"recent_projects": ["/a", 3, null, "/b"]}')
    assert load_settings().recent_projects == ("/a", "/b")


def test_whole_numbers_stay_whole() -> None:
    """Else a setting shows as 512.0 and a cache counts in fractions of bytes."""
    put('{"embedding_memory_mb": 100.0, "mask_opacity": 1}')
    loaded = load_settings()
    assert (loaded.embedding_memory_mb, type(loaded.embedding_memory_mb)) == (100, int)
    assert (loaded.mask_opacity, type(loaded.mask_opacity)) == (1.0, float)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from([f.name for f in dataclasses.fields(Settings)]), values))
def test_any_file_gives_settings_that_can_be_saved(data: dict[str, Any]) -> None:
    """Else some file keeps the program from starting."""
    put(json.dumps(data))
    loaded = load_settings()
    for spec in dataclasses.fields(Settings):
        assert type(getattr(loaded, spec.name)) is type(spec.default)
    save_settings(loaded)
    assert load_settings() == loaded


def test_a_failed_write_keeps_the_old_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a full disk empties the settings."""
    save_settings(CHANGED)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError):
        save_settings(Settings())
    assert load_settings() == CHANGED
    assert [path.name for path in config_dir().iterdir()] == ["settings.json"]


def test_a_place_that_can_not_be_written() -> None:
    """Else the dialog says that settings were saved when they were not."""
    config_dir().parent.mkdir(parents=True, exist_ok=True)
    config_dir().write_text("a file where the folder should be")
    assert load_settings() == Settings()
    with pytest.raises(OSError):
        save_settings(CHANGED)


def test_folders_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Else the tests, or a portable copy on a stick, write into the user's folders."""
    for name, folder in (("CONFIG", config_dir), ("CACHE", cache_dir), ("DATA", data_dir)):
        monkeypatch.setenv(f"SAM_ANNOTATOR_{name}_DIR", str(tmp_path / name))
        assert folder() == tmp_path / name
        monkeypatch.delenv(f"SAM_ANNOTATOR_{name}_DIR")
        assert folder().is_absolute() and "sam-annotator" in str(folder())
    monkeypatch.setenv("SAM_ANNOTATOR_DATA_DIR", str(tmp_path))
    assert checkpoints_dir() == tmp_path / "checkpoints"


def test_every_setting_can_be_shown() -> None:
    """Else the settings dialog has a row without a name or an explanation."""
    for spec in dataclasses.fields(Settings):
        if spec.metadata.get("hidden"):
            continue
        assert spec.metadata["label"] and spec.metadata["help"].endswith(".")
        choices = spec.metadata["choices"]
        assert not choices or spec.default in choices


def test_a_user_without_a_home_gets_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container under a number without a name, no command would run."""

    def homeless(*_: object, **__: object) -> str:
        raise RuntimeError("could not determine the home directory")

    for name in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.delenv(f"SAM_ANNOTATOR_{name}_DIR", raising=False)
        monkeypatch.setattr(f"platformdirs.user_{name.lower()}_dir", homeless)
    folders = {config_dir(), cache_dir(), data_dir()}
    assert len(folders) == 3 and all(folder.is_absolute() for folder in folders)
