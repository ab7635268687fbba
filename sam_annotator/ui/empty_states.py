"""What stands on the canvas where there is no image: what is the matter, and the one next step. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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
        button, action_id = "Next image", "image.next"
    elif row > 0:
        button, action_id = "Previous image", "image.previous"
    else:
        button, action_id = "Look again", "file.rescan"
    return EmptyState(f"{name} can't be shown", message, button, action_id)


def empty_state(image_root: Path | None, *, has_images: bool, is_scanning: bool) -> EmptyState:
    """Return what to say; an empty one where an image is shown or about to be.

    Args:
        image_root: the folder of images of the open project, or None without a project.
        has_images: whether the project has any.
        is_scanning: whether the folder is being looked through.
    """
    if image_root is None:
        return EmptyState(
            "Label images with Segment Anything",
            "Drop a folder of images here, or open one. To look around first: File > Open demo project.",
            "Open folder…",
            "file.open",
        )
    if has_images:
        return EmptyState()
    if is_scanning:
        return EmptyState("Looking for images…", str(image_root))
    detail = f"Put JPEG, PNG, TIFF, WebP, BMP or GIF files into {image_root}."
    return EmptyState("There are no images here yet", detail, "Look again", "file.rescan")
