"""What the tests of whole masks share: objects to begin with, and what is in the project as a file would say it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.records import Annotation
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.coco import CocoFormat

SIZE = (120, 160)


def block(x0: int, y0: int, x1: int, y1: int, size_hw: tuple[int, int] = SIZE) -> BoolArray:
    pixels = np.zeros(size_hw, np.bool_)
    pixels[y0:y1, x0:x1] = True
    return pixels


def put(driver: Any, *planes: BoolArray) -> list[int]:
    """Accept masks on the image on screen, each with nothing selected; return their ids."""
    driver.parts.features.make()
    edits = driver.parts.edits
    ids = []
    for pixels in planes:
        made = Annotation(0, edits.image.id, edits.current_category_id, Mask.from_array(pixels))
        kept = edits.accept(made)
        assert kept is not None
        ids.append(kept.id)
    edits.select(())
    return ids


def mask(driver: Any, annotation_id: int) -> BoolArray | None:
    """The pixels of an annotation as they are on disk, or None where it is gone."""
    stored = driver.parts.edits.stored(annotation_id)
    return None if stored is None else stored.mask.to_array()


def exported(driver: Any, folder: Path) -> bytes:
    """The project as a COCO file, byte for byte, once the sizes of all its images are known."""
    driver.qtbot.waitUntil(lambda: all(image.is_probed for image in driver.parts.project.images))
    out = folder / "state.json"
    CocoFormat().write(driver.parts.project.store.dataset(), out, ExportOptions())
    return out.read_bytes()


def undo_all(driver: Any, to: int) -> None:
    """Undo until so many steps are left."""
    while driver.parts.edits.undo_stack.index() > to:
        driver.trigger("edit.undo")
