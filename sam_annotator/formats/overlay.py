"""Overlays: each image with its masks drawn over it as in the window, as PNG. Imports core; no Qt, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.image_legend import draw_legend
from sam_annotator.core.image_write import write_checked_png
from sam_annotator.core.raster_overlay import draw_mask, line_scale
from sam_annotator.core.records import Dataset, Image
from sam_annotator.core.words import mark
from sam_annotator.formats.base import ExportOptions, ExportReport, OptionField, OptionKind
from sam_annotator.formats.colors import rgb_of
from sam_annotator.formats.folder_export import EMPTY, FolderExport, write_folder
from sam_annotator.formats.no_reading import WritesOnly

FILL = OptionField(
    "fill", OptionKind.NUMBER, mark("Fill (%)"), mark("How strongly masks are filled; 0 leaves the fill out."), 45
)
OUTLINE = OptionField("outline", OptionKind.FLAG, mark("Outlines"), mark("Draw the outline of each mask."), True)
LEGEND = OptionField(
    "legend",
    OptionKind.FLAG,
    mark("Legend"),
    mark("Name the categories on the image in its top left corner."),
    False,
)


class OverlayFormat(WritesOnly):
    """Images with their masks drawn over them."""

    id = "overlay"
    title = mark("Overlays (PNG)")
    options = (FILL, OUTLINE, LEGEND, EMPTY)

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset; see `Format.write`."""
        return write_folder(dataset, out, options, _write_image)


def _write_image(export: FolderExport, image: Image, annotations: Sequence[PlainAnnotation]) -> None:
    options = export.options
    pixels = export.read_image(image).copy()
    opacity, outline = min(max(int(options.value(FILL)), 0), 100) / 100, bool(options.value(OUTLINE))
    for annotation in annotations:
        export.go_on()
        color = rgb_of(export.categories[annotation.category_id].color)
        draw_mask(pixels, annotation.mask, color, opacity=opacity, outline=outline)
    if options.value(LEGEND):
        shown = {annotation.category_id for annotation in annotations}
        entries = [(c.name, rgb_of(c.color)) for c in export.categories.values() if c.id in shown]
        draw_legend(pixels, entries, line_scale(image.size_hw))
    write_checked_png(export.place(f"{export.stems[image.id]}.png"), pixels)
