"""Panels: the widgets that show annotations, categories and the session. Widgets only."""

from __future__ import annotations

from dataclasses import dataclass

from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.docks import AnnotationDock, CategoryDock, DetailsDock, ImageStrip, StatusPanel
from sam_annotator.ui.option_bar import OptionBar


@dataclass(frozen=True, slots=True)
class Panels:
    """The widgets that show annotations, categories and the session."""

    canvas: Canvas
    option_bar: OptionBar
    category_dock: CategoryDock
    annotation_dock: AnnotationDock
    details_dock: DetailsDock
    status_panel: StatusPanel
    image_dock: ImageStrip
