"""WorkTimer: takes note when the user is at work on the canvas, so that each object's seconds leave out the pauses."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from sam_annotator.core.work_time import HandWork
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.session_controller import SessionController
from sam_annotator.ui.tool_controller import ToolController

_SIGNS = (QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.KeyPress, QEvent.Type.NativeGesture)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_NOT_BY_HAND = ("tool.prompt", "tool.select")


class WorkTimer(QObject):
    """Watches the canvas; changes nothing in it.

    Args:
        canvas: what is watched.
        session: is told of work on the object being prompted.
        tools: knows whether a press begins something done by hand.
        hand: is told of what is done by hand.
        parent: as for every QObject.
    """

    def __init__(
        self,
        canvas: Canvas,
        session: SessionController,
        tools: ToolController,
        hand: HandWork,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._tools, self._hand = session, tools, hand
        canvas.installEventFilter(self)
        tools.tool_changed.connect(lambda _tool_id: hand.drop_gesture())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of presses, moves, turns of the wheel and keys; none is held back."""
        kind = event.type()
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            if self._tools.tool_id not in _NOT_BY_HAND:
                self._hand.press(monotonic())
        elif kind not in _SIGNS:
            return False
        self._session.work()
        self._hand.touch(monotonic())
        return False
