"""Cut-outs: each object as an RGBA PNG of its own, transparent where its mask is not. Imports core; no Qt, no torch.

Alpha is 255 on the mask's pixels and 0 elsewhere; pixels that are not the object's are black, so that nothing of what
stood around it is in the file. `cutouts.json` says of each file which object it shows and where in the image it lay.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.image_write import write_checked_png
from sam_annotator.core.records import Dataset, Image
from sam_annotator.core.words import mark
from sam_annotator.formats.base import ExportOptions, ExportReport, OptionField, OptionKind
from sam_annotator.formats.folder_export import FolderExport, IndexFile, write_folder
from sam_annotator.formats.image_names import folder_name
from sam_annotator.formats.no_reading import WritesOnly

FRAME = OptionField(
    "frame",
    OptionKind.CHOICE,
    mark("Frame"),
    mark("What each picture shows: the box around the object, or the whole image."),
    "crop",
    (("crop", mark("Box around the object")), ("full", mark("Whole image"))),
)
BY_CATEGORY = OptionField(
    "by-category",
    OptionKind.FLAG,
    mark("A folder for each category"),
    mark("As programs want it that learn to tell categories apart."),
    False,
)
_INDEX = "cutouts"


class CutoutFormat(WritesOnly):
    """Objects as RGBA PNG files."""

    id = "cutouts"
    title = mark("Cut-outs (transparent PNG)")
    options = (FRAME, BY_CATEGORY)

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset; see `Format.write`."""
        writer = _Writer()
        return write_folder(
            dataset,
            out,
            options,
            writer.write_image,
            reserved=(_INDEX,),
            objects_only=True,
            begin=writer.begin,
            finish=writer.finish,
        )


class _Writer:
    def __init__(self) -> None:
        self._index: IndexFile | None = None
        self._folders: dict[int, str] = {}

    def begin(self, export: FolderExport) -> None:
        self._index = IndexFile(export.place(f"{_INDEX}.json"))
        if export.options.value(BY_CATEGORY):
            taken: set[str] = set()
            for category in export.categories.values():
                name = folder_name(category.name, category.id)
                if name.casefold() in taken:
                    name = f"{name}~{category.id}"
                taken.add(name.casefold())
                self._folders[category.id] = f"{name}/"

    def write_image(self, export: FolderExport, image: Image, annotations: Sequence[PlainAnnotation]) -> None:
        assert self._index is not None
        pixels = export.read_image(image)
        is_full = export.options.value(FRAME) == "full"
        for annotation in annotations:
            export.go_on()
            x, y, crop = annotation.mask.to_crop()
            h, w = crop.shape
            left, top = (0, 0) if is_full else (x, y)
            height, width = image.size_hw if is_full else (h, w)
            rgba = np.zeros((height, width, 4), np.uint8)
            part = rgba[y - top : y - top + h, x - left : x - left + w]
            part[..., :3] = pixels[y : y + h, x : x + w] * crop[..., None]
            part[..., 3] = crop.view(np.uint8) * np.uint8(255)
            folder = self._folders.get(annotation.category_id, "")
            name = f"{folder}{export.stems[image.id]}-{annotation.id}.png"
            write_checked_png(export.place(name), rgba)
            self._index.add(
                {
                    "file": name,
                    "image": image.file_name,
                    "image_id": image.id,
                    "annotation_id": annotation.id,
                    "category_id": annotation.category_id,
                    "category": export.categories[annotation.category_id].name,
                    "x": left,
                    "y": top,
                    "width": width,
                    "height": height,
                    "bbox": [x, y, w, h],
                    "area": int(np.count_nonzero(crop)),
                }
            )

    def finish(self, _export: FolderExport) -> None:
        assert self._index is not None
        self._index.close()
