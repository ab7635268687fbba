"""The picture: image, masks, prompts, and the pointer on them."""

from __future__ import annotations

from sam_annotator.ui.canvas.canvas import Canvas
from sam_annotator.ui.canvas.colors import DARK, LIGHT, CanvasColors
from sam_annotator.ui.canvas.pyramid import PreparedImage, prepare_image

__all__ = ["DARK", "LIGHT", "Canvas", "CanvasColors", "PreparedImage", "prepare_image"]
