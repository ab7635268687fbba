"""The panels around the canvas: they hold item models and say what the user wishes; they never touch the store."""

from __future__ import annotations

from sam_annotator.ui.docks.annotation_dock import AnnotationDock
from sam_annotator.ui.docks.category_dock import CategoryDock
from sam_annotator.ui.docks.details_dock import DetailsDock
from sam_annotator.ui.docks.image_strip import ImageList, ImageStrip
from sam_annotator.ui.docks.notice_bar import NoticeBar
from sam_annotator.ui.docks.status import StatusPanel

__all__ = [
    "AnnotationDock",
    "CategoryDock",
    "DetailsDock",
    "ImageList",
    "ImageStrip",
    "NoticeBar",
    "StatusPanel",
]
