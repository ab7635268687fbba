"""Hands for the panel of replayed prompts: make masks that are to be answered again, run it, press its buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.commands import UpdateAnnotations
from sam_annotator.ui.docks.replay_dock import ReplayDock
from sam_annotator.ui.models.replay_list import State

if TYPE_CHECKING:
    from hands import Driver


def accept(driver: Driver, *points: tuple[int, int]) -> None:
    """Click objects of the image on screen and accept each."""
    for point in points:
        driver.click(*point)
        driver.settle()
        driver.trigger("prompt.accept")
        driver.settle()


def change(driver: Driver, annotation_id: int, columns: int) -> Annotation:
    """Take columns from a mask at its left, as if another engine had made it; the prompts stay."""
    edits = driver.parts.edits
    before = edits.stored(annotation_id)
    assert before is not None
    pixels = before.mask.to_array()
    x = before.mask.bbox_xywh[0]
    pixels[:, : x + columns] = False
    made = replace(before.provenance, engine_id="another")
    after = replace(before, mask=Mask.from_array(pixels), provenance=made)
    assert edits.run(lambda each: UpdateAnnotations(each, "test", [before], [after], select=False))
    return after


def panel(driver: Driver) -> ReplayDock:
    """Open the panel by its key."""
    driver.parts.features.make()
    driver.key(Qt.Key.Key_F9)
    dock = driver.window.findChild(ReplayDock, "replayDock")
    assert dock is not None
    driver.qtbot.waitUntil(lambda: dock.is_seen and dock.form.run.isEnabled())
    return dock


def child(dock: ReplayDock, kind: type, name: str) -> object:
    found = dock.findChild(kind, name)
    assert found is not None, name
    return found


def press(dock: ReplayDock, name: str) -> None:
    """Click a button with the mouse."""
    button = dock.findChild(QPushButton, name) or dock.findChild(QToolButton, name)
    assert button is not None and button.isVisible() and button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def run(driver: Driver, dock: ReplayDock, scope: str) -> None:
    """Replay a scope and wait for its end."""
    dock.form.choose_scope(scope)
    press(dock, "replayRun")
    driver.qtbot.waitUntil(lambda: dock.form.run.isVisible() and bool(dock.form.note.text()))
    driver.qtbot.waitUntil(lambda: not dock.__dict__["_later"].isActive())


def states(dock: ReplayDock) -> list[State]:
    return [row.state for row in dock.proxy.sourceModel().rows]  # type: ignore[attr-defined]
