"""What the measurements are made with: a change of the program would leave them broken until somebody measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import projects
from sam_annotator.store.store import Store


def test_the_large_project_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new column of the store would end every measurement of projects before its first number."""
    monkeypatch.setattr(projects, "HEIGHT", 540)
    monkeypatch.setattr(projects, "WIDTH", 960)
    projects.make_project(tmp_path, 20)
    with Store.open(tmp_path) as store:
        dataset = store.dataset()
        assert len(dataset.images) == 20
        assert len(dataset.annotations) == 20 * projects.PER_IMAGE
        assert {a.image_id for a in dataset.annotations} == {image.id for image in dataset.images}
        assert all(a.mask.size_hw == (540, 960) and a.mask.area for a in dataset.annotations)
        assert all((tmp_path / image.file_name).is_file() for image in dataset.images)
        assert not store.check()


def test_a_project_can_be_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts that drive the window and the export would wait for ever after a change of a name."""
    monkeypatch.setattr(projects, "HEIGHT", 540)
    monkeypatch.setattr(projects, "WIDTH", 960)
    monkeypatch.setattr(projects, "PART", 100)
    monkeypatch.setattr(projects, "_LONGEST_S", 120)
    rows = list(projects.rows(1, 1, 80))
    assert {row.what for row in rows} >= {"open, to the first image on screen", "next image, against decoding it"}
    assert all(row.here_ms > 0 and row.plain_ms > 0 for row in rows)
