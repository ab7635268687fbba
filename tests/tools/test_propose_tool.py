"""The tool for proposals: what a click, a drag, a right click and their accidents mean."""

from __future__ import annotations

from sam_annotator.core.geometry import Point
from sam_annotator.tools.base import PointerEvent
from sam_annotator.tools.intents import DropProposal, SweepProposals, SweepTo, TakeProposal
from sam_annotator.tools.propose import ProposeTool


def at(x: float, y: float, button: str = "left", *, shift: bool = False, scale: float = 1.0) -> PointerEvent:
    return PointerEvent(Point(x, y), button, shift=shift, view_scale=scale, size_hw=(100, 200))


def test_clicks() -> None:
    """Else accepting and rejecting would be one."""
    tool = ProposeTool()
    assert tool.press(at(10, 20)) == () and tool.release(at(11, 21)) == (TakeProposal(Point(10, 20)),)
    assert tool.press(at(10, 20, "right")) == (DropProposal(Point(10, 20)),)
    assert tool.release(at(10, 20, "right")) == ()
    assert tool.press(at(10, 20, shift=True)) == () and tool.move(at(60, 20, shift=True)) == ()
    assert tool.release(at(60, 20, shift=True)) == (DropProposal(Point(10, 20)),)
    assert tool.press(at(10, 20, "middle")) == () and tool.release(at(10, 20, "middle")) == ()


def test_beside_the_image_is_nothing() -> None:
    """A click on the margin would take what lies nearest."""
    tool = ProposeTool()
    assert tool.press(at(-5, 20)) + tool.release(at(-5, 20)) == ()
    assert tool.press(at(300, 20, "right")) == ()


def test_a_drag_sweeps() -> None:
    """Each move goes on from the last one, so that a quick hand misses nothing."""
    tool = ProposeTool()
    tool.press(at(10, 10))
    assert tool.move(at(12, 10)) == ()  # a tremble
    assert tool.move(at(30, 10)) == (SweepTo(Point(10, 10), Point(30, 10)),)
    assert tool.move(at(31, 40)) == (SweepTo(Point(30, 10), Point(31, 40)),)
    assert tool.release(at(50, 40)) == (SweepTo(Point(31, 40), Point(50, 40)), SweepProposals(taken=True))
    assert tool.release(at(50, 40)) == ()


def test_a_lost_release_takes_nothing() -> None:
    """A window that comes up in the middle of a drag would leave everything accepted that the pointer then passes."""
    tool = ProposeTool()
    tool.press(at(10, 10))
    tool.move(at(30, 10))
    assert tool.move(at(90, 10, "")) == (SweepProposals(taken=False),)
    assert tool.release(at(90, 10)) == ()
    for end in (tool.cancel, tool.interrupt):
        tool.press(at(10, 10))
        tool.move(at(30, 10))
        assert end() == (SweepProposals(taken=False),) and end() == ()
    tool.press(at(10, 10))
    tool.move(at(30, 10))
    assert tool.press(at(30, 10, "right")) == (SweepProposals(taken=False), DropProposal(Point(30, 10)))


def test_a_double_click_takes_one() -> None:
    """The object under the one that was meant would be accepted, too."""
    tool = ProposeTool()
    assert tool.press(at(10, 10)) + tool.release(at(10, 10)) == (TakeProposal(Point(10, 10)),)
    assert tool.double_click(at(10, 10)) + tool.release(at(10, 10)) == ()
