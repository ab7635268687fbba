"""Panels below the picture give their room back to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from sam_annotator.ui.docks.dock import Dock

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


@pytest.mark.parametrize("leave", ["close", "float", "move"])
@pytest.mark.parametrize(("action_id", "name"), [("view.table", "tableDock"), ("replay.run", "replayDock")])
def test_the_picture_gets_its_room_back(
    open_window: Callable[..., Any], photos: Photos, action_id: str, name: str, leave: str
) -> None:
    """A look at the table would leave the picture at half its size, above a strip of images with nothing in it."""
    driver = open_window(photos[0])
    driver.parts.features.make()
    window = driver.window
    window.resize(1280, 800)
    driver.qtbot.wait(50)
    strip, picture = window.image_dock, window.canvas
    before = strip.height()
    driver.trigger(action_id)
    dock = window.findChild(Dock, name)
    assert dock is not None
    driver.qtbot.waitUntil(lambda: dock.isVisible() and picture.height() < 450)
    driver.qtbot.wait(50)
    assert window.height() == 800  # else its lower end would be out of sight on a small screen
    while_open = strip.height()
    if leave == "close":
        dock.close()
    elif leave == "float":
        dock.setFloating(True)
    else:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    driver.qtbot.waitUntil(lambda: picture.height() > 450)
    assert strip.height() <= max(before, while_open) + 2
