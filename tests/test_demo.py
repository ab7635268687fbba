"""The demo project: real photographs without a download, and the user's work in it is kept."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import pytest

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.image_io import read_image
from sam_annotator.core.settings import data_dir
from sam_annotator.demo import make_demo_project
from sam_annotator.store.store import Store


def test_the_demo_has_photographs_and_categories() -> None:
    """A first look at the program would show an empty window."""
    folder = make_demo_project()
    assert folder == data_dir() / "demo"
    with Store.open(folder) as store:
        images = store.images()
        assert len(images) >= 5
        assert all(read_image(store.path_of(image)).shape[:2] == image.size_hw for image in images)
        assert {"person", "cat", "cup"} <= {category.name for category in store.categories()}
        assert store.name == "Demo"
    text = (folder / "images" / "credits.txt").read_text("utf-8")
    assert all(image.file_name in text for image in images)


def test_a_second_call_keeps_the_work(tmp_path: Path) -> None:
    """Starting the demo again would throw away what was tried in it."""
    folder = make_demo_project(tmp_path / "demo")
    with Store.open(folder) as store:
        store.add_category("mine")
        (store.image_root / "coffee.png").unlink()
        before = store.dataset()
    assert make_demo_project(tmp_path / "demo") == folder
    with Store.open(folder) as store:
        assert store.dataset() == before
        assert store.check(files=True) == []
        assert make_demo_project(tmp_path / "demo") == folder  # while a window has it open


def test_the_photographs_are_those_of_the_package(tmp_path: Path) -> None:
    """The user's copy would differ from what the credits speak of."""
    spec = importlib.util.find_spec("skimage")
    assert spec is not None and spec.origin is not None
    folder = make_demo_project(tmp_path)
    for copy in (folder / "images").glob("*.png"):
        original = Path(spec.origin).parent / "data" / copy.name
        assert hashlib.sha256(copy.read_bytes()).digest() == hashlib.sha256(original.read_bytes()).digest()


def test_what_cant_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a lean installation would end in a traceback."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(ProjectError, match="can't be made"):
        make_demo_project(tmp_path / "file")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ProjectError, match="not installed"):
        make_demo_project(tmp_path / "demo")
