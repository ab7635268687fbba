"""Semantic masks: a PNG for each image, the value of a pixel is its category. Imports core; no Qt, no torch.

8 bits where all values fit, else 16. 8-bit files carry the categories' colours as a palette, which Pillow passes over
when it gives the values; cv2 gives the colours, so there are files without it. 0 is background; where objects overlap,
the upper one has the pixel. `categories.json` says which category each value is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.errors import FormatError
from sam_annotator.core.image_write import Rgb, write_checked_png
from sam_annotator.core.records import Dataset, Image
from sam_annotator.core.words import mark, tr
from sam_annotator.formats.base import ExportOptions, ExportReport, OptionField, OptionKind
from sam_annotator.formats.colors import rgb_of
from sam_annotator.formats.folder_export import EMPTY, FolderExport, write_folder
from sam_annotator.formats.no_reading import WritesOnly
from sam_annotator.formats.painted import MOST, is_covered, overlap_note, painted

VALUES = OptionField(
    "values",
    OptionKind.CHOICE,
    mark("Values"),
    mark("What stands for a category: its id, or its place in the list, from 1. 0 is background."),
    "id",
    (("id", mark("Category ids")), ("order", mark("1, 2, 3, … in the order of the ids"))),
)
PALETTE = OptionField(
    "palette",
    OptionKind.FLAG,
    mark("Colours of the categories as a palette"),
    mark("Viewers then show colours; without it files are grey, as OpenCV wants them. Only files of 8 bits have one."),
    True,
)
_INDEX = "categories"
_MOST_8_BITS = 255


class SemanticMaskFormat(WritesOnly):
    """A PNG an image: values are categories."""

    id = "png-semantic"
    title = mark("Semantic masks (PNG)")
    options = (VALUES, PALETTE, EMPTY)

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset; see `Format.write`."""
        writer = _Writer()
        return write_folder(
            dataset, out, options, writer.write_image, reserved=(_INDEX,), begin=writer.begin, finish=writer.finish
        )


class _Writer:
    def __init__(self) -> None:
        self._values: dict[int, int] = {}
        self._palette: list[Rgb] = []
        self._is_deep = False
        self._covered = 0

    def begin(self, export: FolderExport) -> None:
        """Give each category its value, and write them down."""
        by_id = export.options.value(VALUES) == "id"
        self._values = {
            category_id: category_id if by_id else place for place, category_id in enumerate(export.categories, start=1)
        }
        highest = max(self._values.values(), default=0)
        if highest > MOST:
            if by_id and len(self._values) <= MOST:
                raise FormatError(
                    tr(
                        "The category id {id} is above {most}, which a PNG can't hold; number them in their order "
                        "(--values order).",
                        id=highest,
                        most=MOST,
                    )
                )
            raise FormatError(
                tr(
                    "The project has more than {most} categories, which a PNG can't hold; export it as COCO.",
                    most=MOST,
                )
            )
        self._is_deep = highest > _MOST_8_BITS
        if export.options.value(PALETTE) and not self._is_deep:
            self._palette = [(0, 0, 0)] * (_MOST_8_BITS + 1)
            for category_id, value in self._values.items():
                self._palette[value] = rgb_of(export.categories[category_id].color)
        export.write_json(
            f"{_INDEX}.json",
            {
                "bits": 16 if self._is_deep else 8,
                "background": 0,
                "values": [
                    {"value": value, "category_id": c.id, "category": c.name, "color": c.color}
                    for c, value in zip(export.categories.values(), self._values.values(), strict=True)
                ],
            },
        )

    def write_image(self, export: FolderExport, image: Image, annotations: Sequence[PlainAnnotation]) -> None:
        values = [self._values[annotation.category_id] for annotation in annotations]
        plane = painted(export, image.size_hw, annotations, values, np.uint16 if self._is_deep else np.uint8)
        write_checked_png(export.place(f"{export.stems[image.id]}.png"), plane, self._palette)
        self._covered += sum(
            is_covered(plane, annotation, value) for annotation, value in zip(annotations, values, strict=True)
        )

    def finish(self, export: FolderExport) -> None:
        """Tell how many lie below objects of other categories."""
        if self._covered:
            export.notes.append(overlap_note(self._covered))
