from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QMainWindow
from pytestqt.qtbot import QtBot

from sam_annotator.ui.palette import Command, CommandPalette, fuzzy_score

DONE: list[str] = []


def make(command_id: str, text: str, path: str = "", keys: str = "", reason: str = "", color: str = "") -> Command:
    return Command(command_id, text, lambda: DONE.append(command_id), path, keys, reason, color)


COMMANDS = (
    make("open", "Open folder…", "File"),
    make("export", "Export annotations…", "File", "Ctrl+E"),
    make("next", "Next image", "Image", "D", reason="This is the last image"),
    make("candidate", "Next candidate", "Annotation", "Tab"),
    make("fit", "Fit image", "View", "F"),
    make("dog", "Category: dog", color="#e69f00"),
)


@pytest.fixture
def open_palette(qtbot: QtBot, shown: Callable[..., object]) -> Iterator[Callable[..., CommandPalette]]:
    """Open palettes over a window, as the program does."""
    DONE.clear()
    window = QMainWindow()
    shown(window, 900, 600)
    made: list[CommandPalette] = []

    def open_(*recent: str) -> CommandPalette:
        palette = CommandPalette(COMMANDS, window, recent)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        made.append(palette)
        with qtbot.waitExposed(palette):
            palette.open()
        return palette

    yield open_
    for palette in made:
        palette.close()


@pytest.fixture
def palette(open_palette: Callable[..., CommandPalette]) -> CommandPalette:
    return open_palette()


def _line(palette: CommandPalette) -> QLineEdit:
    line = palette.findChild(QLineEdit, "paletteLine")
    assert line is not None
    return line


def test_a_few_letters_and_enter(qtbot: QtBot, palette: CommandPalette) -> None:
    """Everything the program can do must be a few letters away, without the mouse."""
    assert not palette.isModal()
    assert palette.titles()[0] == "Open folder…" and "Category: dog" in palette.titles()
    qtbot.keyClicks(_line(palette), "ex an")
    assert palette.titles()[0] == "Export annotations…"
    assert not palette.grab().isNull()
    with qtbot.waitSignal(palette.done_command) as told:
        qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert DONE == ["export"] and told.args == ["export"] and not palette.isVisible()


def test_arrows_and_clicks_choose(qtbot: QtBot, palette: CommandPalette) -> None:
    """The best match is not always the one that is meant."""
    qtbot.keyClick(_line(palette), Qt.Key.Key_Down)
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert DONE == ["export"]
    palette.open()
    view = palette.findChild(QListView, "paletteList")
    assert view is not None
    point: QPoint = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert DONE[1:] == ["open"]


def test_what_is_not_possible_comes_last_and_does_nothing(qtbot: QtBot, palette: CommandPalette) -> None:
    """An action that is off in the menu must be off here, too, and say why."""
    qtbot.keyClicks(_line(palette), "next")
    assert palette.titles() == ["Next candidate", "Next image"]
    qtbot.keyClick(_line(palette), Qt.Key.Key_Down)
    view = palette.findChild(QListView, "paletteList")
    assert view is not None
    said = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Next image, Image, This is the last image"
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert DONE == [] and palette.isVisible()


def test_what_was_used_last_comes_first(qtbot: QtBot, open_palette: Callable[..., CommandPalette]) -> None:
    """The same three commands all day must not be typed anew each time; a better match still wins."""
    palette = open_palette("fit", "gone", "dog")
    assert palette.titles()[:3] == ["Fit image", "Category: dog", "Open folder…"]
    qtbot.keyClicks(_line(palette), "annot")
    assert palette.titles()[0] == "Export annotations…"


def test_a_menus_name_finds_what_is_in_it(qtbot: QtBot, palette: CommandPalette) -> None:
    """Someone who remembers only the menu must find the command."""
    qtbot.keyClicks(_line(palette), "file")
    assert set(palette.titles()[:2]) == {"Open folder…", "Export annotations…"}


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


def test_what_is_typed_as_it_stands_comes_before_letters_found_here_and_there(
    qtbot: QtBot, palette: CommandPalette
) -> None:
    """Who types the beginning of a category's name and Enter would copy all annotations to the next image."""
    names = ("Copy all to next image", "Category: coin", "Close the other set")
    assert max(names, key=lambda name: fuzzy_score("coi", name) or -999) == "Category: coin"
    assert max(names, key=lambda name: fuzzy_score("Other S", name) or -999) == "Close the other set"
    qtbot.keyClicks(_line(palette), "an")
    assert palette.titles()[0] == "Export annotations…"
