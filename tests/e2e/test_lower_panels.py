"""Panels below the picture give their room back to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from sam_annotator.ui.docks.dock import Dock

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def opened(open_window: Callable[..., Any], photos: Photos) -> Any:
    """Open a window as small as many screens are, with all its panels made."""
    driver = open_window(photos[0])
    driver.parts.features.make()
    driver.window.resize(1280, 800)
    return driver


@pytest.mark.parametrize("leave", ["close", "float", "move"])
@pytest.mark.parametrize(("action_id", "name"), [("view.table", "tableDock"), ("replay.run", "replayDock")])
def test_the_picture_gets_its_room_back(
    open_window: Callable[..., Any], photos: Photos, action_id: str, name: str, leave: str
) -> None:
    """A look at the table would leave the picture at half its size, above a strip of images with nothing in it."""
    driver = opened(open_window, photos)
    window = driver.window
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


@pytest.mark.parametrize(("action_id", "name"), [("replay.run", "replayDock"), ("view.compare", "compareDock")])
def test_a_panel_moved_to_the_column_keeps_the_windows_height(
    open_window: Callable[..., Any], photos: Photos, action_id: str, name: str
) -> None:
    """A window that grows past the lower end of a small screen hides its own status bar and the strip of images."""
    driver = opened(open_window, photos)
    window = driver.window
    driver.trigger(action_id)
    dock = window.findChild(Dock, name)
    assert dock is not None
    driver.qtbot.waitUntil(dock.isVisible)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    driver.qtbot.wait(100)
    assert window.height() == 800


def test_the_strip_is_as_low_as_before_when_a_panel_beside_it_is_closed(
    open_window: Callable[..., Any], photos: Photos
) -> None:
    """The picture would stay at half its size, above a strip of images with nothing below them."""
    driver = opened(open_window, photos)
    window = driver.window
    driver.qtbot.wait(50)
    before = window.image_dock.height()
    driver.trigger("replay.run")
    dock = window.findChild(Dock, "replayDock")
    assert dock is not None
    driver.qtbot.waitUntil(dock.isVisible)
    window.splitDockWidget(window.image_dock, dock, Qt.Orientation.Horizontal)
    driver.qtbot.wait(50)
    window.resizeDocks([window.image_dock, dock], [320, 320], Qt.Orientation.Vertical)
    driver.qtbot.waitUntil(lambda: window.image_dock.height() > before + 50)
    dock.close()
    driver.qtbot.waitUntil(lambda: window.image_dock.height() <= before + 2)


def test_after_the_layout_was_restored_a_panel_comes_up_above_the_strip(
    open_window: Callable[..., Any], photos: Photos
) -> None:
    """Restored, the table would come up as a narrow column beside the images."""
    driver = opened(open_window, photos)
    window = driver.window
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.image_dock)
    driver.qtbot.wait(50)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, window.image_dock)
    driver.trigger("view.restore_layout")
    driver.qtbot.wait(50)
    driver.trigger("view.table")
    dock = window.findChild(Dock, "tableDock")
    assert dock is not None
    driver.qtbot.waitUntil(dock.isVisible)
    driver.qtbot.wait(50)
    assert dock.geometry().bottom() < window.image_dock.y() and dock.width() == window.image_dock.width()
