"""Instance masks: a 16-bit grey PNG for each image, each object with a value of its own. Imports core; no Qt, no torch.

Values count from 1 in the order the objects are drawn in, 0 is background; where objects overlap, the upper one has the
pixel. A JSON file beside each PNG says which annotation and category each value is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.errors import FormatError
from sam_annotator.core.image_write import write_checked_png
from sam_annotator.core.records import Dataset, Image
from sam_annotator.core.words import mark, tr
from sam_annotator.formats.base import ExportOptions, ExportReport
from sam_annotator.formats.folder_export import EMPTY, FolderExport, write_folder
from sam_annotator.formats.no_reading import WritesOnly
from sam_annotator.formats.painted import MOST, counts_of, overlap_note, painted


class InstanceMaskFormat(WritesOnly):
    """A 16-bit PNG an image: values are objects."""

    id = "png-instances"
    title = mark("Instance masks (16-bit PNG)")
    options = (EMPTY,)

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset; see `Format.write`."""
        writer = _Writer()
        return write_folder(dataset, out, options, writer.write_image, begin=_refuse_too_many, finish=writer.finish)


def _refuse_too_many(export: FolderExport) -> None:
    """Say it before anything is written."""
    for image in export.stream.images:
        count = export.stream.counts.get(image.id, 0)
        if count > MOST:
            raise FormatError(
                tr(
                    "{name} has {count} annotations, and a 16-bit PNG holds {most}; export fewer of them, or as COCO.",
                    name=image.file_name,
                    count=count,
                    most=MOST,
                )
            )


class _Writer:
    def __init__(self) -> None:
        self._covered = 0

    def write_image(self, export: FolderExport, image: Image, annotations: Sequence[PlainAnnotation]) -> None:
        values = range(1, len(annotations) + 1)
        plane = painted(export, image.size_hw, annotations, values, np.uint16)
        stem = export.stems[image.id]
        write_checked_png(export.place(f"{stem}.png"), plane)
        visible = counts_of(plane, len(annotations))
        records = []
        for value, annotation in zip(values, annotations, strict=True):
            mask, shown = annotation.mask, int(visible[value])
            self._covered += shown < mask.area
            records.append(
                {
                    "value": value,
                    "annotation_id": annotation.id,
                    "category_id": annotation.category_id,
                    "category": export.categories[annotation.category_id].name,
                    "iscrowd": int(annotation.iscrowd),
                    "bbox": list(mask.bbox_xywh),
                    "area": mask.area,
                    "visible_area": shown,
                }
            )
        export.write_json(
            f"{stem}.json",
            {
                "image": image.file_name,
                "image_id": image.id,
                "width": image.width,
                "height": image.height,
                "background": 0,
                "values": records,
            },
        )

    def finish(self, export: FolderExport) -> None:
        if self._covered:
            export.notes.append(overlap_note(self._covered))
