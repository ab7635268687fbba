"""Why an image, an annotation or a whole export is not written, in the same words by every format. Imports core."""

from __future__ import annotations

import errno
from collections.abc import Collection
from pathlib import Path

from sam_annotator.core.dataset_stream import PlainAnnotation
from sam_annotator.core.errors import FormatError, MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Image
from sam_annotator.core.words import tr


def unread_sentence(image: Image) -> str:
    """Return that an image is left out whose size nobody could read."""
    return tr("Image {id} ({name}) was left out: its file can't be read.", id=image.id, name=image.file_name)


def left_out_sentence(annotation_id: int, why: str) -> str:
    """Return that an annotation is left out."""
    return tr("Annotation {id} was left out: {why}.", id=annotation_id, why=why)


def why_unfit(annotation: PlainAnnotation, image: Image | None, category_ids: Collection[int]) -> str:
    """Return why an annotation fits neither its image nor the categories; "" where it does."""
    if image is None:
        return tr("its image {image_id} is not written", image_id=annotation.image_id)
    if annotation.category_id not in category_ids:
        return tr("its category {category_id} is not there", category_id=annotation.category_id)
    if annotation.size_hw != image.size_hw:
        height, width = annotation.size_hw
        return tr(
            "its mask has {width} x {height} pixels, {name} has {image_width} x {image_height}",
            width=width,
            height=height,
            name=image.file_name,
            image_width=image.width,
            image_height=image.height,
        )
    return ""


def why_unsound(mask: Mask) -> str:
    """Return what is wrong with a mask; "" where nothing is."""
    try:
        mask.check()
    except MaskError as e:
        return tr("its mask is damaged ({reason})", reason=str(e).rstrip("."))
    return tr("its mask has no pixels") if mask.is_empty else ""


def cancelled_error() -> FormatError:
    """Return the error that ends an export the user cancelled."""
    return FormatError(tr("The export was cancelled; nothing was written."))


def writing_error(error: OSError, out: Path) -> FormatError:
    """Return why a file or folder can't be written, with what to do."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return FormatError(
            tr(
                "The disk of {folder} is full; free some space or choose another place.",
                folder=out.parent,
            )
        )
    return FormatError(
        tr(
            "{path} can't be written ({reason}); choose another place.",
            path=out,
            reason=error.strerror or error,
        )
    )
