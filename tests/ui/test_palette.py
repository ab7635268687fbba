from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListView, QMainWindow
from pytestqt.qtbot import QtBot

from sam_annotator.ui.palette import CommandPalette, fuzzy_score

NAMES = ("&Open folder…", "Export annotations…", "Next image", "Next candidate", "Fit image", "Cut && paste")


@pytest.fixture
def palette(qtbot: QtBot, shown: Callable[..., object]) -> Iterator[CommandPalette]:
    """Open a palette over a window, as the program does."""
    window = QMainWindow()
    shown(window, 900, 600)
    actions = [QAction(name, window) for name in NAMES]
    actions[1].setShortcut(QKeySequence("Ctrl+E"))
    actions[2].setEnabled(False)
    made = CommandPalette(actions, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(made):
        made.open()
    yield made
    made.close()


def _line(palette: CommandPalette) -> QLineEdit:
    line = palette.findChild(QLineEdit, "paletteLine")
    assert line is not None
    return line


def _noted(palette: CommandPalette) -> list[str]:
    """Return a list that the names of triggered actions are put into."""
    done: list[str] = []

    def note(action: QAction) -> None:
        action.triggered.connect(lambda: done.append(action.text()))

    for action in palette._actions:
        note(action)
    return done


def test_a_few_letters_and_enter(qtbot: QtBot, palette: CommandPalette) -> None:
    """Everything the program can do must be a few letters away, without the mouse."""
    done = _noted(palette)
    assert not palette.isModal()
    assert palette.titles()[0] == "Open folder…" and "Cut & paste" in palette.titles()
    qtbot.keyClicks(_line(palette), "ex an")
    assert palette.titles()[0] == "Export annotations…"
    assert not palette.grab().isNull()
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert done == ["Export annotations…"] and not palette.isVisible()


def test_arrows_and_clicks_choose(qtbot: QtBot, palette: CommandPalette) -> None:
    """The best match is not always the one that is meant."""
    done = _noted(palette)
    qtbot.keyClick(_line(palette), Qt.Key.Key_Down)
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert done == ["Export annotations…"]
    palette.open()
    view = palette.findChild(QListView, "paletteList")
    assert view is not None
    point: QPoint = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert done[1:] == ["&Open folder…"]


def test_what_is_not_possible_comes_last_and_does_nothing(qtbot: QtBot, palette: CommandPalette) -> None:
    """An action that is off in the menu must be off here, too."""
    done: list[bool] = []
    palette._actions[2].triggered.connect(lambda: done.append(True))
    qtbot.keyClicks(_line(palette), "next")
    assert palette.titles() == ["Next candidate", "Next image"]
    qtbot.keyClick(_line(palette), Qt.Key.Key_Down)
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert done == [] and palette.isVisible()


def test_escape_closes(qtbot: QtBot, palette: CommandPalette) -> None:
    """A palette that stays is in the way."""
    qtbot.keyClicks(_line(palette), "zzz")
    assert palette.titles() == []
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    qtbot.keyClick(_line(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_matching() -> None:
    """Starts of words count most, order counts, and what does not match is left out."""
    assert fuzzy_score("", "anything") == 0
    assert fuzzy_score("xq", "Export") is None
    assert fuzzy_score("tropxe", "Export") is None
    names = ("Previous image", "Fit image", "Image only", "Next image")
    best = max(names, key=lambda name: fuzzy_score("fi", name) or -999)
    assert best == "Fit image"
    assert max(names, key=lambda name: fuzzy_score("image", name) or -999) == "Image only"
    assert max(names, key=lambda name: fuzzy_score("ni", name) or -999) == "Next image"
