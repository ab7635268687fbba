"""Which project a path on the command line or a dropped folder means, and opening it. Imports core; no Qt."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sam_annotator.core.errors import ProjectError, ProjectLockedError, ProjectMissingError, ProjectReadOnlyError
from sam_annotator.core.image_io import is_supported
from sam_annotator.core.settings import data_dir
from sam_annotator.core.words import tr
from sam_annotator.store.store import PROJECT_FILE, Store


@dataclass(frozen=True, slots=True)
class Target:
    """What to open.

    Attributes:
        project_dir: the folder of the project file, which may have to be made.
        image_root: the folder of images for a new project; None where the project is there.
        start_file: the image to open it at, or None.
    """

    project_dir: Path
    image_root: Path | None = None
    start_file: Path | None = None

    @property
    def exists(self) -> bool:
        """Whether the project is there already."""
        return has_project(self.project_dir)


def has_project(folder: Path) -> bool:
    """Whether a project file that is not empty lies in the folder."""
    try:
        return (folder / PROJECT_FILE).stat().st_size > 0
    except OSError:
        return False


def resolve_target(path: Path) -> Target:
    """Tell what a path means: a project folder, a folder of images, or one image.

    The project of a folder of images lies in that folder; where that can't be written, in a folder of its own among
    the program's data.

    Raises:
        ProjectMissingError: there is nothing at the path.
        ProjectError: it is a file of another kind.
    """
    path = _expanded(path).absolute()
    if path.is_dir():
        if not os.access(path, os.X_OK):
            raise ProjectError(
                tr(
                    "The folder {path} can't be opened (permission denied); choose another folder.",
                    path=path,
                )
            )
        return _target_of_folder(path, None)
    if not path.exists():
        raise ProjectMissingError(tr("There is nothing at {path}; check the path.", path=path))
    if path.name == PROJECT_FILE:
        return Target(path.parent)
    if is_supported(path):
        return _target_of_folder(path.parent, path)
    raise ProjectError(tr("{name} is neither a project, a folder nor an image; choose one of those.", name=path.name))


def _expanded(path: Path) -> Path:
    """Return a path with its ~ expanded; a name that only begins like one stays."""
    try:
        return path if path.exists() else path.expanduser()
    except (OSError, RuntimeError):
        return path


def _target_of_folder(folder: Path, start_file: Path | None) -> Target:
    if has_project(folder):
        return Target(folder, None, start_file)
    aside = _place_aside(folder)
    if has_project(aside):  # made while the folder could not be written; the work is there
        return Target(aside, None, start_file)
    return Target(folder if _can_write(folder) else aside, folder, start_file)


def _place_aside(folder: Path) -> Path:
    """Return where the project of a folder lies that can't be written."""
    key = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return data_dir() / "projects" / f"{folder.name or 'images'}-{key}"


def _can_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def open_target(target: Target, *, read_only_if_locked: bool = True) -> Store:
    """Open the project, or make it where there is none; the caller looks for its images.

    Args:
        target: from `resolve_target`.
        read_only_if_locked: open it read-only where another window has it or it is write-protected.

    Raises:
        ProjectError: it can't be opened or made.
    """
    if target.image_root is not None and not target.exists:
        return Store.create(target.project_dir, target.image_root, name=target.image_root.name)
    try:
        return Store.open(target.project_dir)
    except (ProjectLockedError, ProjectReadOnlyError):
        if not read_only_if_locked:
            raise
        return Store.open(target.project_dir, read_only=True)
