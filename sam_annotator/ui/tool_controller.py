"""Which tool is in hand, and where its intents go: clicks to the session, pixels and selections to the edits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.geometry import Point
from sam_annotator.core.words import tr
from sam_annotator.tools import TOOLS, Tool, make_tool
from sam_annotator.tools.brush import BrushTool, stepped_radius
from sam_annotator.tools.intents import (
    ApplyOutline,
    FillAt,
    FillPolygon,
    HoverEnd,
    PaintStroke,
    SelectAt,
    SelectBox,
    SetBrushRadius,
    ShowOutline,
)
from sam_annotator.tools.outline import OutlineTool
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.option_bar import OptionBar
from sam_annotator.ui.outline_controller import OutlineController
from sam_annotator.ui.paint_controller import PaintController
from sam_annotator.ui.session_controller import SessionController


class ToolController(QObject):
    """Holds one tool of each kind and hands the canvas the one in use.

    Signals:
        tool_changed(str): the action id of the tool in hand.
        steps_changed(): what is begun with it has other steps to take back, or to make again.
    """

    tool_changed = Signal(str)
    steps_changed = Signal()

    def __init__(
        self,
        canvas: Canvas,
        option_bar: OptionBar,
        session: SessionController,
        edits: EditController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._option_bar, self._session, self._edits = canvas, option_bar, session, edits
        self._paint = PaintController(edits, self)
        self._tools: dict[str, Tool] = {f"tool.{tool.id}": make_tool(tool.id) for tool in TOOLS}
        for tool in self._tools.values():
            if tool.steps is not None:
                tool.steps.changed = self.steps_changed.emit
        outline = self._tools["tool.outline"]
        assert isinstance(outline, OutlineTool)
        self._outline = OutlineController(outline, canvas, option_bar, edits, self._paint, self)
        self.tool_id = "tool.prompt"
        canvas.intent.connect(self._take)
        option_bar.brush_radius_changed.connect(self._set_brush_radius)

    @property
    def is_prompting(self) -> bool:
        """Whether the tool in hand needs the engine."""
        return self.tool_id == "tool.prompt"

    def tool(self, tool_id: str) -> Tool:
        """Return the tool of an action's id."""
        return self._tools[tool_id]

    def use(self, tool_id: str) -> None:
        """Take a tool in hand, by the id of its action; an outline is that of the mask on screen."""
        if tool_id == "tool.outline":
            self.finish_clicks(only_refining=True)
        self.tool_id = tool_id
        tool = self._tools[tool_id]
        self._canvas.set_tool(tool)
        if isinstance(tool, BrushTool):
            self._option_bar.set_brush_radius(tool.radius)
        self._outline.set_in_hand(tool_id == "tool.outline")
        if not self.is_prompting:
            self._session.take(HoverEnd())
        self.tool_changed.emit(tool_id)

    def clear(self) -> None:
        """Drop what is begun with the tool, else the clicks, else the selection."""
        if not self._canvas.cancel_gesture() and not self._session.clear():
            self._edits.select(())

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back of what is begun."""
        steps = self._canvas.tool.steps
        return steps is not None and steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again of what is begun."""
        steps = self._canvas.tool.steps
        return steps is not None and steps.can_redo

    def undo_step(self) -> bool:
        """Take back a step of what is begun with the tool; returns whether there was one."""
        return self._canvas.tool_key("undo") or self._canvas.cancel_gesture()

    def redo_step(self) -> bool:
        """Make a step again that was taken back of what is begun; returns whether there was one."""
        return self._canvas.tool_key("redo")

    def resize_brush(self, steps: float) -> None:
        """Make brush and eraser some steps larger, or smaller."""
        tool = self._tools[self.tool_id]
        if isinstance(tool, BrushTool):
            self._option_bar.set_brush_radius(stepped_radius(tool.radius, steps))

    def finish_clicks(self, *, only_refining: bool = False) -> bool:
        """Accept what is being clicked and select it, so that what is done by hand is done to it.

        Args:
            only_refining: leave a new object in hand; only one that was there before is accepted.

        Returns:
            Whether nothing is in the way: no click that waits for its answer, no mask that was refused.
        """
        session = self._session
        if session.click_count == 0 or (only_refining and not session.is_refining):
            return True
        if session.is_waiting:
            self._edits.notice.emit(tr("The mask of the last click is still being made; try again when it is there."))
            return False
        kept = session.accept(self._edits.current_category_id)
        if kept is None:
            return False
        self._edits.select([kept.id])
        return True

    def leave_image(self) -> None:
        """Drop what is begun with any tool: its places are those of the image that is left."""
        for tool in self._tools.values():
            tool.cancel()

    def _is_draft_at(self, point: Point) -> bool:
        """Whether what is being clicked lies at a point, and the tool in hand could go on with it."""
        answer = self._session.answer
        return self.tool_id != "tool.select" and answer is not None and answer.mask.contains(point.x, point.y)

    def _take(self, intent: object) -> None:
        match intent:
            case SelectAt(point) if self._is_draft_at(point):
                self.finish_clicks()
            case SelectAt(point):
                self._edits.select_at(intent, self._canvas.annotation_at(point))
            case SelectBox():
                self._edits.select_box(intent)
            case PaintStroke() | FillPolygon():
                if self.finish_clicks():
                    self._paint.take(intent)
            case FillAt():
                if self.finish_clicks():
                    self._paint.fill(intent)
            case ShowOutline():
                self._outline.changed()
            case ApplyOutline(rings):
                self._outline.apply(rings)
            case SetBrushRadius(radius):
                self._option_bar.set_brush_radius(radius)
            case _:
                self._session.take(intent)

    def _set_brush_radius(self, radius: float) -> None:
        for tool in self._tools.values():
            if isinstance(tool, BrushTool):
                tool.radius = radius
        self._canvas.update()
