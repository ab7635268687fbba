"""The picture: image, masks, prompts, and the pointer on them."""

from __future__ import annotations

from sam_annotator.ui.canvas.canvas import Canvas
from sam_annotator.ui.canvas.colors import DARK, LIGHT, CanvasColors
from sam_annotator.ui.canvas.logit_mask import LogitMask, overlay_of
from sam_annotator.ui.canvas.pyramid import PreparedImage, prepare_image
from sam_annotator.ui.canvas.shading import Overlay

__all__ = [
    "DARK",
    "LIGHT",
    "Canvas",
    "CanvasColors",
    "LogitMask",
    "Overlay",
    "PreparedImage",
    "overlay_of",
    "prepare_image",
]
