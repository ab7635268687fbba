"""Icons: one family of line drawings in resources/icons, drawn in the theme's colours at any scale.

`icon` gives a QIcon of the theme in force; `set_icon` also keeps it so when the theme changes. Until
`draw_all_sizes` is called, once the window is there, `set_icon` draws only what the window's first paint shows.
Imports theme and core.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import ClassVar

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from sam_annotator.core.resources import resource_path, resources_dir
from sam_annotator.ui.theme import Theme, current_theme, theme_watcher

_SIZES = (16, 20, 24, 32)  # logical pixels
_SCALES = (1, 2)
_PROPERTY = "iconName"


def icon_names() -> tuple[str, ...]:
    """Return the names there are drawings for, in alphabetical order."""
    return tuple(sorted(path.stem for path in (resources_dir() / "icons").glob("*.svg")))


def icon(name: str) -> QIcon:
    """Return the icon `name` in the colours of the theme in force.

    Checked it takes the accent, disabled the disabled grey.

    Raises:
        FileNotFoundError: there is no drawing of that name.
    """
    return _icon(name, current_theme(), _SIZES, _SCALES)


def pixmap(name: str, size: int, color: str, scale: float = 1.0) -> QPixmap:
    """Return a drawing in one colour.

    Args:
        name: of the drawing.
        size: logical pixels, of each side.
        color: "#rrggbb", takes the place of currentColor.
        scale: device pixels for each logical pixel.

    Raises:
        FileNotFoundError: there is no drawing of that name.
    """
    return _pixmap(name, round(size * scale), color, scale)


def app_icon() -> QIcon:
    """Return the program's own icon."""
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_pixmap("app", side, "#000000", 1.0))
    return result


def set_icon(target: QAction | QAbstractButton, name: str, *, first_size: int = 16) -> None:
    """Put an icon on an action or a button, and let it follow the theme.

    Args:
        target: what to put it on.
        name: of the drawing.
        first_size: in which the window's first paint shows it, in logical pixels; 0 where it comes with
            `draw_all_sizes` only.
    """
    _follow_theme()
    target.setProperty(_PROPERTY, name)
    _Drawing.names.add(name)
    if _Drawing.all_sizes:
        target.setIcon(icon(name))
    elif first_size:
        fine = any(screen.devicePixelRatio() > 1 for screen in QGuiApplication.screens())
        target.setIcon(_icon(name, current_theme(), (first_size,), _SCALES[-1:] if fine else _SCALES[:1]))


def icons_in_use() -> tuple[str, ...]:
    """Return the names given to `set_icon` up to now."""
    return tuple(sorted(_Drawing.names))


def draw_all_sizes() -> None:
    """Have icons in every size from now on, for lists, menus and screens that come later."""
    if not _Drawing.all_sizes:
        refresh_icons()


def refresh_icons() -> None:
    """Draw every icon that was given by `set_icon` again, in the colours of the theme in force."""
    _Drawing.all_sizes = True
    if not isinstance(QApplication.instance(), QApplication):
        return
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and (name := widget.property(_PROPERTY)):
            widget.setIcon(icon(name))
        for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if name := action.property(_PROPERTY):
                action.setIcon(icon(name))


@lru_cache(maxsize=1)
def _follow_theme() -> None:
    theme_watcher().changed.connect(refresh_icons)


class _Drawing:
    """How much is drawn."""

    all_sizes = False
    names: ClassVar[set[str]] = set()  # given by `set_icon`


@lru_cache(maxsize=256)
def _icon(name: str, theme: Theme, sizes: tuple[int, ...], scales: tuple[int, ...]) -> QIcon:
    if name == "app":
        return app_icon()
    result = QIcon()
    mode, state = QIcon.Mode, QIcon.State
    looks = {
        theme.text: ((mode.Normal, state.Off), (mode.Selected, state.Off)),
        theme.accent: ((mode.Normal, state.On),),
        theme.disabled: ((mode.Disabled, state.Off), (mode.Disabled, state.On)),
    }
    for color, places in looks.items():
        renderer = _renderer(name, color)
        for size, scale in product(sizes, scales):
            drawn = _drawn(renderer, size * scale, float(scale))
            for icon_mode, icon_state in places:
                result.addPixmap(drawn, icon_mode, icon_state)
    return result


@lru_cache(maxsize=4096)
def _pixmap(name: str, side: int, color: str, scale: float) -> QPixmap:
    return _drawn(_renderer(name, color), side, scale)


def _drawn(renderer: QSvgRenderer, side: int, scale: float) -> QPixmap:
    assert QGuiApplication.instance() is not None, "icons need an application"
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode("utf-8")))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource_path(f"icons/{name}.svg").read_text("utf-8")
