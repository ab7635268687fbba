"""What a path on the command line, or dropped on the window, opens."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.errors import ProjectError, ProjectLockedError, ProjectMissingError
from sam_annotator.core.image_io import write_png
from sam_annotator.core.settings import data_dir
from sam_annotator.store import places
from sam_annotator.store.places import Target, has_project, open_target, resolve_target
from sam_annotator.store.store import PROJECT_FILE, Store


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "my photos é"
    folder.mkdir()
    write_png(folder / "a.png", np.zeros((3, 4), np.uint8))
    return folder


def test_a_folder_of_images_gets_its_project_there(photos: Path) -> None:
    """`sam-annotator FOLDER` would make a new project each time."""
    target = resolve_target(photos)
    assert target == Target(photos, photos, None)
    with open_target(target) as store:
        store.add_category("cat")
        assert store.image_root == photos
        assert store.name == "my photos é"
    with open_target(resolve_target(photos)) as store:
        assert [category.name for category in store.categories()] == ["cat"]


def test_an_image_opens_the_project_of_its_folder(photos: Path) -> None:
    """Opening one photograph would lose the objects on it."""
    Store.create(photos, photos).close()
    assert resolve_target(photos / "a.png") == Target(photos, None, photos / "a.png")


def test_a_project_folder_and_its_file_mean_the_project(photos: Path, tmp_path: Path) -> None:
    """A project could only be opened in one way."""
    Store.create(tmp_path / "project", photos).close()
    assert resolve_target(tmp_path / "project") == Target(tmp_path / "project")
    assert resolve_target(tmp_path / "project" / PROJECT_FILE) == Target(tmp_path / "project")
    assert resolve_target(tmp_path / "project").exists


def test_a_folder_that_cant_be_written_has_its_project_elsewhere(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Photographs on a read-only disk could not be annotated."""
    with monkeypatch.context() as patch:
        patch.setattr(places, "_can_write", lambda folder: False)
        target = resolve_target(photos / "a.png")
    assert target.project_dir.parent == data_dir() / "projects"
    assert target.image_root == photos
    with open_target(target) as store:
        store.add_images(["a.png"])
        assert store.name == "my photos é"
    assert not has_project(photos)
    with open_target(resolve_target(photos)) as store:  # the folder can be written by now; the work is not lost
        assert [store.path_of(image).is_file() for image in store.images()] == [True]


def test_what_is_no_target_is_told(tmp_path: Path) -> None:
    """A typing error would end in a traceback, or in a new empty project."""
    with pytest.raises(ProjectMissingError, match="nothing at"):
        resolve_target(tmp_path / "nope")
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(ProjectError, match="neither a project"):
        resolve_target(tmp_path / "notes.txt")
    with pytest.raises(ProjectMissingError):
        open_target(Target(tmp_path))


def test_a_locked_project_opens_read_only(photos: Path) -> None:
    """A second window would show an error instead of the images."""
    with open_target(resolve_target(photos)) as first:
        with open_target(resolve_target(photos)) as second:
            assert second.read_only and not first.read_only
        with pytest.raises(ProjectLockedError):
            open_target(resolve_target(photos), read_only_if_locked=False)


def test_a_project_made_at_the_same_moment_is_not_overwritten(photos: Path) -> None:
    """Two windows started together would take each other's project."""
    target = resolve_target(photos)
    Store.create(photos, photos, category_names=["cat"]).close()
    with open_target(target) as store:
        assert [category.name for category in store.categories()] == ["cat"]


def test_an_empty_project_file_counts_as_none(photos: Path) -> None:
    """A crash while a project was made would block the folder for ever."""
    (photos / PROJECT_FILE).touch()
    assert not has_project(photos)
    with open_target(resolve_target(photos)) as store:
        assert not store.read_only


def test_a_project_opened_through_a_link_finds_its_images(tmp_path: Path) -> None:
    """Whoever keeps projects on another disk behind a link would see all images as missing."""
    photos, elsewhere = tmp_path / "disk" / "photos", tmp_path / "home"
    photos.mkdir(parents=True)
    elsewhere.mkdir()
    try:
        (elsewhere / "p").symlink_to(tmp_path / "disk" / "p", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    Store.create(tmp_path / "disk" / "p", photos).close()
    with Store.open(elsewhere / "p") as store:
        assert store.image_root.samefile(photos)
    (elsewhere / "q").symlink_to(tmp_path / "disk" / "q", target_is_directory=True)
    (tmp_path / "disk" / "q").mkdir()
    (elsewhere / "photos").mkdir()
    Store.create(elsewhere / "q", elsewhere / "photos").close()
    for way in (elsewhere / "q", tmp_path / "disk" / "q"):
        with Store.open(way) as store:
            assert store.image_root.samefile(elsewhere / "photos")
