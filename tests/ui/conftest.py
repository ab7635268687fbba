"""What the tests of lists, panels and dialogs share: records, and the dark theme on the application."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from canvas_hands import GREY, H, W
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Image, Provenance, default_color
from sam_annotator.tools import make_tool
from sam_annotator.tools.intents import Hover, HoverEnd
from sam_annotator.ui.canvas import Canvas
from sam_annotator.ui.theme import apply_theme


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """Put a theme on, as the program does."""
    apply_theme(qapp, "dark")
    yield qapp


@pytest.fixture
def make_images() -> Callable[[int], tuple[Image, ...]]:
    """Make images with ids from 1."""

    def make(count: int) -> tuple[Image, ...]:
        return tuple(Image(i, f"sub/IMG_{i:06d}.jpg", 640, 480, f"{i:064x}") for i in range(1, count + 1))

    return make


@pytest.fixture
def make_categories() -> Callable[..., tuple[Category, ...]]:
    """Make categories with ids from 1."""

    def make(*names: str) -> tuple[Category, ...]:
        return tuple(Category(i + 1, name, default_color(i)) for i, name in enumerate(names))

    return make


@pytest.fixture
def make_annotation() -> Callable[..., Annotation]:
    """Make an annotation of a square of side 10."""

    def make(
        annotation_id: int, category_id: int = 1, *, score: float | None = 0.9, iscrowd: bool = False
    ) -> Annotation:
        pixels = np.zeros((60, 80), np.bool_)
        pixels[20:30, annotation_id % 60 : annotation_id % 60 + 10] = True
        provenance = Provenance(engine_id="builtin", checkpoint_sha256="ec2df627" + "0" * 56)
        mask = Mask.from_array(pixels)
        return Annotation(annotation_id, 1, category_id, mask, iscrowd=iscrowd, score=score, provenance=provenance)

    return make


@pytest.fixture
def shown(qtbot: QtBot, themed: QApplication) -> Callable[..., object]:
    """Show a widget at a size and let it come to rest."""

    def show(widget: object, width: int = 280, height: int = 320) -> object:
        qtbot.addWidget(widget)
        widget.resize(width, height)  # type: ignore[attr-defined]
        with qtbot.waitExposed(widget):
            widget.show()  # type: ignore[attr-defined]
        return widget

    return show


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    """A canvas of 800 x 600 with a plain grey image of 400 x 300, fitted."""
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    canvas.set_animated(False)
    canvas.set_tool(make_tool("prompt"))
    canvas.set_image(np.full((H, W, 3), GREY, np.uint8))
    canvas.show()
    qtbot.waitExposed(canvas)
    yield canvas
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton)  # QTest remembers a button that a test left down


@pytest.fixture
def intents(canvas: Canvas) -> list[object]:
    """What the canvas said, hovering left out."""
    heard: list[object] = []
    canvas.intent.connect(lambda intent: None if isinstance(intent, (Hover, HoverEnd)) else heard.append(intent))
    return heard
