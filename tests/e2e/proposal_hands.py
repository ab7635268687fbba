"""Hands on proposals: run a search in the window, and know what is there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QSlider

from sam_annotator.core.geometry import Point
from sam_annotator.engine.offers import Offer
from sam_annotator.ui.automatic_feature import AutomaticFeature
from sam_annotator.ui.docks.automatic_dock import SCOPES, AutomaticDock

POINTS = 6  # per side: enough for six blocks, and quick


class Hands:
    """The panel of a window, and what it found."""

    def __init__(self, driver: Any, points: int = POINTS) -> None:
        self.driver = driver
        driver.parts.features.make()
        driver.qtbot.waitUntil(lambda: driver.parts.engines.info is not None)
        feature = driver.parts.features.findChild(AutomaticFeature)
        dock = driver.window.findChild(AutomaticDock)
        assert isinstance(feature, AutomaticFeature) and isinstance(dock, AutomaticDock)
        self.feature, self.dock = feature, dock
        driver.trigger("automatic.run")
        driver.qtbot.waitUntil(lambda: dock.is_seen)
        dock.form.numbers["points_per_side"].setValue(points)

    @property
    def shown(self) -> dict[int, Offer]:
        return dict(self.feature.presenter.shown)

    def choose(self, scope: str) -> None:
        """Choose where to search, as a click in the list does."""
        combo = self.dock.findChild(QComboBox, "automaticScope")
        assert combo is not None
        index = SCOPES.index(scope)
        assert combo.model().item(index).isEnabled(), scope  # type: ignore[attr-defined]
        combo.setCurrentIndex(index)

    def press_run(self) -> None:
        button = self.dock.findChild(QPushButton, "automaticRun")
        assert button is not None and button.isVisible() and button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait(self) -> None:
        """Wait until no search goes on."""
        self.driver.qtbot.waitUntil(lambda: not self.feature.runner.is_running)
        self.driver.qtbot.waitUntil(lambda: not self.feature.presenter.is_reading)

    def run(self, scope: str = "image") -> None:
        """Search and wait for the end."""
        self.choose(scope)
        self.press_run()
        self.wait()

    def slider(self, name: str) -> QSlider:
        found = self.dock.findChild(QSlider, f"automatic-{name}")
        assert found is not None
        return found

    def place(self, number: int) -> tuple[float, float]:
        """A place of the image at which a click means this proposal."""
        layer = self.driver.canvas.proposals
        mask = self.shown[number].mask
        x, y, pixels = mask.to_crop()
        for row in range(pixels.shape[0]):
            for column in range(pixels.shape[1]):
                at = Point(x + column + 0.5, y + row + 0.5)
                if pixels[row, column] and layer.at(at) == number:
                    widget = self.driver.at(*at)  # a click lands on a pixel of the screen
                    if layer.at(Point(*self.driver.canvas.map_to_image(widget))) == number:
                        return at
        raise AssertionError("it lies under others everywhere")

    def clickable(self) -> list[int]:
        """The numbers of those that can be clicked on."""
        found = []
        for number in self.shown:
            try:
                self.place(number)
            except AssertionError:
                continue
            found.append(number)
        return found

    def move(self, x: float, y: float) -> None:
        QTest.mouseMove(self.driver.canvas, self.driver.at(x, y) + QPoint(1, 0))
        QTest.mouseMove(self.driver.canvas, self.driver.at(x, y))
