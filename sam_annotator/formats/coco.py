"""The COCO format: `instances` JSON files, as pycocotools reads them. Rules in coco_write.py and coco_read.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sam_annotator.core.dataset_stream import DatasetStream
from sam_annotator.core.records import Dataset
from sam_annotator.core.words import mark
from sam_annotator.formats.base import (
    ExportOptions,
    ExportReport,
    ImportOptions,
    ImportResult,
    OptionField,
    OptionKind,
)
from sam_annotator.formats.coco_read import read_coco
from sam_annotator.formats.coco_write import write_coco

POLYGONS = OptionField(
    "polygons",
    OptionKind.FLAG,
    mark("Polygons where they decode to exactly the same pixels"),
    mark("Masks with holes, and all without this choice, are written as RLE."),
    False,
)


class CocoFormat:
    """COCO instances as one JSON file."""

    id = "coco"
    title = mark("COCO instances (JSON)")
    suffixes = (".json",)
    can_read = True
    options = (POLYGONS,)

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset; see `Format.write`."""
        return write_coco(dataset, out, replace(options, polygons=options.polygons or bool(options.value(POLYGONS))))

    def read(self, path: Path, dataset: Dataset, options: ImportOptions) -> ImportResult:
        """Read a file; see `Format.read`."""
        return read_coco(path, dataset, options)
