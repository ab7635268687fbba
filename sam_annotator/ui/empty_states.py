"""What stands on the canvas where there is no image: what is the matter, and the one next step. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sam_annotator.core.words import tr


@dataclass(frozen=True, slots=True)
class EmptyState:
    """A message on the canvas; `action_id` is what its button does."""

    title: str = ""
    detail: str = ""
    button: str = ""
    action_id: str = ""


def unreadable_image(name: str, message: str, row: int, image_count: int) -> EmptyState:
    """Return what to say in place of an image that can't be shown, and the way to one that perhaps can."""
    if row + 1 < image_count:
        button, action_id = tr("Next image"), "image.next"
    elif row > 0:
        button, action_id = tr("Previous image"), "image.previous"
    else:
        button, action_id = tr("Look again"), "file.rescan"
    return EmptyState(tr("{name} can't be shown", name=name), message, button, action_id)


def empty_state(image_root: Path | None, *, has_images: bool, is_scanning: bool) -> EmptyState:
    """Return what to say; an empty one where an image is shown or about to be, or where the welcome page stands.

    Args:
        image_root: the folder of images of the open project, or None without a project.
        has_images: whether the project has any.
        is_scanning: whether the folder is being looked through.
    """
    if image_root is None:
        return EmptyState()
    if has_images:
        return EmptyState()
    if is_scanning:
        return EmptyState(tr("Looking for images…"), str(image_root))
    detail = tr("Put JPEG, PNG, TIFF, WebP, BMP or GIF files into {image_root}.", image_root=image_root)
    return EmptyState(tr("There are no images here yet"), detail, tr("Look again"), "file.rescan")
