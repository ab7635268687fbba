"""The COCO format: `instances` JSON files, as pycocotools reads them. Rules in coco_write.py and coco_read.py."""

from __future__ import annotations

from pathlib import Path

from sam_annotator.core.dataset_stream import DatasetStream
from sam_annotator.core.records import Dataset
from sam_annotator.core.words import mark
from sam_annotator.formats.base import ExportOptions, ExportReport, ImportOptions, ImportResult
from sam_annotator.formats.coco_read import read_coco
from sam_annotator.formats.coco_write import write_coco


class CocoFormat:
    """COCO instances as one JSON file."""

    id = "coco"
    title = mark("COCO instances (JSON)")
    suffixes = (".json",)

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset; see `Format.write`."""
        return write_coco(dataset, out, options)

    def read(self, path: Path, dataset: Dataset, options: ImportOptions) -> ImportResult:
        """Read a file; see `Format.read`."""
        return read_coco(path, dataset, options)
