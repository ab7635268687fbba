"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sam_annotator.core.files import replacing


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """An export would be somewhere else."""
    path = tmp_path / ("n" * 250 + ".txt")
    path.write_text("old")
    with replacing(path) as temporary:
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("fails", ["write", "flush"])
def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    """A full disk would cost the user the older file too."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.txt"
    path.write_text("old")
    if fails == "flush":
        monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError), replacing(path) as temporary:
        temporary.write_text("half")
        if fails == "write":
            full()
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]
