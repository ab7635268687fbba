"""The inspection in the real window: candidates to choose from, and a threshold that moves the mask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sam_annotator.ui.docks.inspect_dock import InspectDock

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def test_candidates_are_chosen_and_the_threshold_is_kept(open_window: Open, photos: Photos) -> None:
    """Who wants to know why a mask is as it is sees its candidates; the threshold set is that of the mask accepted."""
    driver = open_window(photos[0], "builtin")
    driver.parts.features.make()
    driver.trigger("view.inspect")
    dock = driver.window.findChild(InspectDock, "inspectDock")
    assert dock is not None
    driver.click(*photos[1]["photo1.png"][0])
    driver.settle()
    driver.qtbot.waitUntil(lambda: all(card.isVisible() for card in dock.candidates.cards))
    session = driver.parts.session
    driver.qtbot.waitUntil(lambda: session.answer is not None and not session.answer.is_draft)
    second = dock.candidates.cards[1]
    assert second.shown is not None
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert session.answer is not None and session.answer.candidate == second.shown.index
    driver.trigger("inspect.logits")
    driver.qtbot.waitUntil(dock.legend.isVisible)
    assert driver.canvas.heat.field is not None
    before = session.answer.mask.area
    dock.threshold.slider.setFocus()
    for _ in range(20):
        QTest.keyClick(dock.threshold.slider, Qt.Key.Key_Right)
    assert session.answer.threshold > 0
    assert session.answer.mask.area <= before
    threshold = session.answer.threshold
    driver.trigger("prompt.accept")
    driver.settle()
    (annotation,) = driver.parts.edits.annotations
    assert annotation.provenance.threshold == threshold
