"""How pointer input becomes intent: Qt-free state machines, one file a tool."""

from __future__ import annotations

from sam_annotator.tools.base import PointerEvent, Tool
from sam_annotator.tools.brush import BrushTool, EraserTool
from sam_annotator.tools.fill import FillTool
from sam_annotator.tools.lasso import LassoTool
from sam_annotator.tools.outline import OutlineTool
from sam_annotator.tools.polygon import PolygonTool
from sam_annotator.tools.prompt import PromptTool
from sam_annotator.tools.propose import ProposeTool
from sam_annotator.tools.select import SelectTool

TOOLS: tuple[type[Tool], ...] = (
    PromptTool,
    SelectTool,
    BrushTool,
    EraserTool,
    PolygonTool,
    LassoTool,
    FillTool,
    OutlineTool,
    ProposeTool,
)

__all__ = ["TOOLS", "PointerEvent", "Tool", "make_tool"]


def make_tool(tool_id: str) -> Tool:
    """Return a new tool of an id in TOOLS.

    Raises:
        KeyError: there is none of that id.
    """
    return {tool.id: tool for tool in TOOLS}[tool_id]()
