from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from sam_annotator.core.records import Image, ImageState
from sam_annotator.ui.docks import ImageStrip

Show = Callable[..., ImageStrip]
MakeImages = Callable[[int], tuple[Image, ...]]


def _click(qtbot: QtBot, view: QListView, row: int) -> None:
    point = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_click_and_arrow_keys_go_to_images(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """Without it the user can't get to an image by the strip."""
    dock = shown(ImageStrip(), 600, 140)
    chosen: list[int] = []
    dock.image_chosen.connect(chosen.append)
    dock.model.set_images(make_images(5), {})
    assert dock.findChild(QListView, "imageList") is dock.view
    _click(qtbot, dock.view, 2)
    qtbot.keyClick(dock.view, Qt.Key.Key_Right)
    qtbot.keyClick(dock.view, Qt.Key.Key_End)
    assert chosen == [3, 4, 5]


def test_being_told_the_image_is_no_choice(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """An echo would load each image twice, or run in a circle."""
    dock = shown(ImageStrip(), 600, 140)
    chosen: list[int] = []
    dock.image_chosen.connect(chosen.append)
    dock.model.set_images(make_images(500), {})
    dock.set_current(400)
    assert dock.view.visualRect(dock.model.index(399)).intersects(dock.view.viewport().rect())
    dock.model.set_images(make_images(450), {})
    assert dock.view.selectionModel().selectedIndexes()[0].row() == 399
    dock.set_current(0)
    assert not dock.view.selectionModel().selectedIndexes()
    assert chosen == []


def test_thumbnails_of_what_is_visible(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """Thumbnails must come for what the user scrolls to, and not for 100,000 images."""
    dock = shown(ImageStrip(), 600, 140)
    asked: list[int] = []
    dock.model.thumbnail_wanted.connect(asked.append)
    dock.model.set_images(make_images(100_000), {})
    qtbot.waitUntil(lambda: len(asked) > 3)
    assert set(range(1, 4)) <= set(asked) and max(asked) < 20
    asked.clear()
    dock.set_current(50_000)
    qtbot.waitUntil(lambda: 50_000 in asked)
    assert len(asked) < 20
    dock.model.set_thumbnail(50_000, np.full((48, 64, 3), 200, np.uint8))
    dock.grab()


def test_wheel_scrolls_sideways(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """A mouse has one wheel, and the strip has no other way to go."""
    dock = shown(ImageStrip(), 600, 140)
    dock.model.set_images(make_images(100), {})
    bar = dock.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    center = QPointF(dock.view.viewport().rect().center())
    event = QWheelEvent(
        center, center, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dock.view.viewport(), event)
    assert bar.value() > 0


def test_column_at_the_side(qtbot: QtBot, themed: QApplication, make_images: MakeImages) -> None:
    """At the side a strip would show one image; names must be readable there."""
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = ImageStrip()
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    window.resize(800, 600)
    with qtbot.waitExposed(window):
        window.show()
    dock.model.set_images(make_images(30), {})
    assert dock.view.flow() == QListView.Flow.LeftToRight
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    qtbot.waitUntil(lambda: dock.view.flow() == QListView.Flow.TopToBottom)
    qtbot.waitUntil(lambda: dock.view.visualRect(dock.model.index(1)).top() > 0)


def test_every_state_is_drawn(shown: Show, make_images: MakeImages) -> None:
    """Drawing must not fail on any image, and states must differ without colour."""
    dock = shown(ImageStrip(), 900, 140)
    states = [replace(image, state=state) for image, state in zip(make_images(4), ImageState, strict=True)]
    dock.model.set_images([*states, Image(9, "照片/很长.png", missing=True)], {1: 5, 2: 5000})
    pictures = []
    for row in range(5):
        dock.view.clearSelection()
        pictures.append(dock.view.grab(dock.view.visualRect(dock.model.index(row))).toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == 5


def test_empty_strip_offers_the_next_step(qtbot: QtBot, shown: Show, make_images: MakeImages) -> None:
    """A blank panel leaves a beginner without a hint."""
    dock = shown(ImageStrip(), 600, 140)
    button = dock.findChild(QPushButton, "emptyStep")
    assert button is not None and button.isVisible()
    with qtbot.waitSignal(dock.open_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dock.set_empty("No images in this folder", "Put some there.", "")
    assert not button.isVisible()
    dock.model.set_images(make_images(1), {})
    assert dock.view.isVisible()


def test_folding_leaves_the_title(qtbot: QtBot, shown: Show) -> None:
    """Panels that fold give the photograph their room, and must come back."""
    dock = shown(ImageStrip(), 600, 140)
    with qtbot.waitSignal(dock.folded):
        dock.set_folded(True)
    assert dock.is_folded and not dock.view.isVisible() and dock.maximumHeight() < 50
    dock.set_folded(False)
    assert dock.view.isVisibleTo(dock) or dock.model.rowCount() == 0
    assert dock.maximumHeight() > 10_000
