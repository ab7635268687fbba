"""Frame: the window as it is painted first, with its panels and menus, before there is anything behind them.

What is imported here is all that the first paint waits for: no controller, no store, no engine.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from sam_annotator import __version__
from sam_annotator.core.settings import Settings, load_settings
from sam_annotator.ui.actions import ActionStates, make_actions
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.language import install_language, language_of
from sam_annotator.ui.main_window import MainWindow
from sam_annotator.ui.state import UiState
from sam_annotator.ui.theme import apply_theme, canvas_colors, current_theme

# How long a thread of Python keeps its turn where another one waits; Python's own choice is 5 ms. An answer of the
# engine takes hundreds of turns, and while another engine is built, which is Python's work, each would wait that long.
_TURN_S = 0.0005


@dataclass(frozen=True, slots=True)
class Frame:
    """A window that does nothing yet, and what it was made of.

    Attributes:
        window: as it was the last time, with nothing open.
        actions: by id; nothing is connected to them.
        keys: that the actions have.
        settings: the user's.
    """

    window: MainWindow
    actions: dict[str, QAction]
    keys: KeyMap
    settings: Settings


def application() -> QApplication:
    """Return the process's application, made where it is not there."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    return app


def make_frame() -> Frame:
    """Make the window without anything behind it; it is not shown yet."""
    sys.setswitchinterval(_TURN_S)
    app = application()
    app.setApplicationName("SAM Annotator")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("sam-annotator")
    settings = load_settings()
    install_language(app, language_of(settings.language))  # before there are words
    apply_theme(app, settings.theme)  # before there are widgets, so that each takes its looks once
    window = MainWindow()
    keys = KeyMap(settings.shortcuts)
    actions = make_actions(window, keys)
    window.add_actions(actions)
    window.restore_layout()
    window.canvas.set_theme_colors(canvas_colors(current_theme()))
    window.option_bar.set_tool("tool.prompt", "")
    ActionStates(actions).apply(UiState(), keys)
    return Frame(window, actions, keys, settings)
