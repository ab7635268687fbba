"""How a project keeps where its images are: relative where the two lie together. Imports nothing of the program."""

from __future__ import annotations

import os
from pathlib import Path


def stored_root(project_dir: Path, image_root: Path) -> str:
    """Return the image folder as it is kept: relative where it lies in the project or beside it."""
    if not image_root.is_relative_to(project_dir.parent):
        return image_root.as_posix()
    relative = os.path.relpath(image_root, project_dir)
    # Where the project's folder is a link, ".." is not what it looks like.
    is_same = os.path.realpath(project_dir / relative) == os.path.realpath(image_root)
    return Path(relative).as_posix() if is_same else image_root.as_posix()


def root_of(project_dir: Path, stored: str) -> Path:
    """Return where the image folder is; a project may be opened through a link to its folder."""
    plain = Path(os.path.normpath(project_dir / stored))
    behind_link = Path(os.path.realpath(project_dir / stored))
    return behind_link if behind_link.is_dir() and not plain.is_dir() else plain
