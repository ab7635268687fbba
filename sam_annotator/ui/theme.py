"""Colours, type and the style sheet: one light and one dark theme, put on the whole application.

Greys carry no tint, so that photographs and mask colours are judged right; the one accent is kept for focus, selection
and what is switched on. Imports Qt and core only; the style sheet itself is resources/styles/app.qss.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from sam_annotator.core.resources import resource_path

if TYPE_CHECKING:
    from sam_annotator.ui.canvas.colors import CanvasColors

THEME_CHOICES = ("system", "light", "dark")

GAP = 8  # the grid, in logical pixels
HALF_GAP = 4  # between things that belong together


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme, each "#rrggbb".

    Attributes:
        name: "dark" or "light".
        window: behind bars, dialogs and the status bar.
        panel: behind lists and docks.
        field: behind what is typed into.
        raised: a button at rest.
        hover: anything under the pointer.
        pressed: a button held down.
        canvas: around the photograph.
        separator: lines that only divide; carries no meaning.
        control: edges of controls and their marks, at least 3:1 on what is behind them.
        text: what is read.
        muted: what is read second.
        disabled: text of what can't be used now.
        accent: focus, selection and what is on.
        on_accent: text on the accent.
        selection: behind selected rows.
        error: of messages.
        warning: of messages.
        success: of messages.
    """

    name: str
    window: str
    panel: str
    field: str
    raised: str
    hover: str
    pressed: str
    canvas: str
    separator: str
    control: str
    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    selection: str
    error: str
    warning: str
    success: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what is behind it."""
        return self.name == "dark"


DARK = Theme(
    name="dark",
    window="#2a2a2a",
    panel="#242424",
    field="#1b1b1b",
    raised="#373737",
    hover="#404040",
    pressed="#303030",
    canvas="#1a1a1a",
    separator="#3c3c3c",
    control="#8e8e8e",
    text="#ececec",
    muted="#b6b6b6",
    disabled="#7c7c7c",
    accent="#6cb2ff",
    on_accent="#101010",
    selection="#26415e",
    error="#ff8f85",
    warning="#f2c14e",
    success="#7fd08a",
)

LIGHT = Theme(
    name="light",
    window="#efefef",
    panel="#f7f7f7",
    field="#ffffff",
    raised="#fcfcfc",
    hover="#e3e3e3",
    pressed="#d6d6d6",
    canvas="#d4d4d4",
    separator="#d2d2d2",
    control="#767676",
    text="#1c1c1c",
    muted="#545454",
    disabled="#969696",
    accent="#0b62c4",
    on_accent="#ffffff",
    selection="#cbe0f7",
    error="#b3261e",
    warning="#835000",
    success="#1b6b2b",
)


class ThemeWatcher(QObject):
    """Holds what was asked for, and says when the theme in force changes; see `theme_watcher`."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.theme = LIGHT
        self.is_applied = False

    def follow(self) -> None:
        """Put the system's theme on, if the system is what was asked for."""
        app = QApplication.instance()
        if self.choice == "system" and isinstance(app, QApplication):
            _put_on(app, _system_theme())


@cache
def theme_watcher() -> ThemeWatcher:
    """Return the one watcher; its signal `changed(Theme)` comes after every change of theme."""
    return ThemeWatcher()


def current_theme() -> Theme:
    """Return the theme in force."""
    return theme_watcher().theme


def apply_theme(app: QApplication, choice: str) -> Theme:
    """Put a theme on the application, and go on following the system where that was asked for.

    Args:
        app: the application.
        choice: "system", "light" or "dark"; anything else counts as "system".

    Returns:
        The theme now in force.
    """
    watcher = theme_watcher()
    hints = app.styleHints()
    if not watcher.is_applied:
        watcher.is_applied = True
        hints.colorSchemeChanged.connect(watcher.follow)
    watcher.choice = choice if choice in THEME_CHOICES else "system"
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice)
    if hasattr(hints, "setColorScheme"):  # Qt 6.8: title bars and the system's own dialogs follow too
        if wanted is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(wanted)
    theme = {"light": LIGHT, "dark": DARK}.get(choice) or _system_theme()
    _put_on(app, theme)
    return theme


def _system_theme() -> Theme:
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        style = QStyleFactory.create("Fusion")
        lightness = style.standardPalette().color(QPalette.ColorRole.Window).lightness()
        return DARK if lightness < 128 else LIGHT
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def _put_on(app: QApplication, theme: Theme) -> None:
    watcher = theme_watcher()
    if watcher.theme == theme and app.property("samTheme") == theme.name:
        return
    watcher.theme = theme
    app.setProperty("samTheme", theme.name)
    if app.style().objectName().lower() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet_of(theme))
    watcher.changed.emit(theme)


def palette_of(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.hover,
        role.Midlight: theme.separator,
        role.Mid: theme.separator,
        role.Dark: theme.control,
        role.Shadow: theme.canvas,
    }
    palette = QPalette()
    for key, color in colors.items():
        palette.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.separator))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(theme.muted))
    return palette


def style_sheet_of(theme: Theme) -> str:
    """Return the style sheet with a theme's colours filled in."""
    template = Template(resource_path("styles/app.qss").read_text("utf-8"))
    folder = resource_path("styles").as_posix()
    return template.substitute(asdict(theme), styles=folder)


def canvas_colors(theme: Theme) -> CanvasColors:
    """Return what the canvas draws with in a theme."""
    from sam_annotator.ui.canvas.colors import CanvasColors  # late: whoever needs the theme needs no canvas

    return CanvasColors(
        background=theme.canvas,
        text=theme.text,
        text_dim=theme.muted,
        accent=theme.accent,
        on_accent=theme.on_accent,
        chip=theme.window,
        chip_border=theme.control,
    )


def body_font() -> QFont:
    """Return the system's font at its own size."""
    return QApplication.font()


def small_font() -> QFont:
    """Return the second, smaller size, with figures of one width; for what is read second."""
    font = tabular(QApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
    else:
        font.setPixelSize(max(10, round(font.pixelSize() * 0.88)))
    return font


def strong(font: QFont) -> QFont:
    """Return a font in the second, heavier weight."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def tabular(font: QFont) -> QFont:
    """Return a font whose figures all have one width, so that changing numbers don't jump."""
    fixed = QFont(font)
    fixed.setFeature(QFont.Tag("tnum"), 1)
    return fixed


def relative_luminance(color: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2)."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(first: str, second: str) -> float:
    """Return the contrast of two colours "#rrggbb", 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((relative_luminance(first), relative_luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)
