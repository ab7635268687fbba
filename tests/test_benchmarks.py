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
