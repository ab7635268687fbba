from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from sam_annotator.core.resources import resource_path
from sam_annotator.ui.icons import app_icon, icon, icon_names, pixmap, set_icon
from sam_annotator.ui.theme import DARK, LIGHT, apply_theme

NEEDED = [
    "tool-prompt",
    "tool-select",
    "tool-brush",
    "tool-eraser",
    "tool-polygon",
    "accept",
    "clear",
    "undo",
    "redo",
    "delete",
    "previous",
    "next",
    "fit",
    "actual-size",
    "eye",
    "eye-off",
    "folder-open",
    "folder-new",
    "import",
    "export",
    "settings",
    "engine",
    "search",
    "plus",
    "check",
    "warning",
    "lock",
    "keyboard",
    "candidate",
    "flag",
    "sun",
    "moon",
    "app",
]


def _ink(image: QImage) -> set[str]:
    """Return the colours of the pixels that are fully drawn."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NEEDED)
def test_every_icon_is_drawn(name: str, qapp: QApplication) -> None:
    """A missing or broken drawing is an empty button."""
    assert name in icon_names()
    drawn = pixmap(name, 24, "#ff0000").toImage()
    painted = sum(drawn.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    assert painted > 10, name


def test_one_family() -> None:
    """Icons of different strokes look like a jumble sale."""
    for name in icon_names():
        if name != "app":
            source = resource_path(f"icons/{name}.svg").read_text("utf-8")
            assert 'viewBox="0 0 24 24"' in source, name
            assert set(re.findall(r'stroke-width="([\d.]+)"', source)) == {"1.75"}, name
            assert set(re.findall(r'stroke="([^"]+)"', source)) == {"currentColor"}, name


def test_icons_take_the_colours_of_theme_and_state(qapp: QApplication) -> None:
    """Black icons on a dark bar can't be seen; a checked tool must show that it is in hand."""
    for theme in (DARK, LIGHT):
        apply_theme(qapp, theme.name)
        size = QSize(24, 24)
        drawn = icon("plus")
        assert theme.text in _ink(drawn.pixmap(size, 1.0).toImage())
        assert theme.accent in _ink(drawn.pixmap(size, 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage())
        assert theme.disabled in _ink(drawn.pixmap(size, 1.0, QIcon.Mode.Disabled).toImage())


def test_icons_are_crisp_on_fine_screens(qapp: QApplication) -> None:
    """An icon blown up from 16 pixels is a smear on a 2x screen."""
    fine = icon("plus").pixmap(QSize(20, 20), 2.0)
    assert fine.size() == QSize(40, 40)
    edges = {fine.toImage().pixelColor(x, 20).alpha() for x in range(40)}
    assert 255 in edges and 0 in edges


def test_set_icons_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    """After switching to light, light icons on light bars would be gone."""
    apply_theme(qapp, "dark")
    button = QToolButton()
    qtbot.addWidget(button)
    action = QAction(button)
    set_icon(button, "plus")
    set_icon(action, "undo")
    apply_theme(qapp, "light")
    for drawn in (button.icon(), action.icon()):
        assert QColor(LIGHT.text).name() in _ink(drawn.pixmap(QSize(24, 24), 1.0).toImage())


def test_program_has_its_own_icon(qapp: QApplication) -> None:
    """Without it the window is a nameless square in the task bar."""
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
