"""Bringing a part of the image close, in the middle of the canvas. Uses the canvas as everybody can."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from sam_annotator.core.geometry import Box
from sam_annotator.ui.canvas.canvas import Canvas

_MARGIN = 0.5  # of the box's longer side, on each side
_LEAST_MARGIN = 24.0  # image pixels


def close_up(canvas: Canvas, box: Box) -> None:
    """Show a box of the image with a margin around it, as large as there is room, in the middle."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    margin = max(_MARGIN * max(width, height), _LEAST_MARGIN)
    canvas.fit()
    view = canvas.view
    room_x, room_y = view.viewport
    wanted = min(room_x / (width + 2 * margin), room_y / (height + 2 * margin))
    factor = min(max(wanted, view.scale), view.scale_limits[1]) / view.scale
    if factor > 1.01:  # else the whole image is close enough
        x, y = view.to_widget((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        # The point that stays where it is while the box's middle goes to the middle of the canvas.
        at_x, at_y = ((room / 2 - p * factor) / (1 - factor) for room, p in ((room_x, x), (room_y, y)))
        canvas.zoom_by(factor, QPointF(at_x, at_y))
