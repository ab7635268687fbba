from __future__ import annotations

import re
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from sam_annotator.core.resources import resource_path
from sam_annotator.ui.theme import (
    DARK,
    LIGHT,
    Theme,
    apply_theme,
    canvas_colors,
    contrast_ratio,
    current_theme,
    small_font,
    style_sheet_of,
    tabular,
    theme_watcher,
)

both = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])


@both
def test_text_can_be_read_everywhere(theme: Theme) -> None:
    """Without it someone with weak eyes, or a laptop in the sun, can't read a list or a message."""
    grounds = (theme.window, theme.panel, theme.field, theme.raised, theme.hover, theme.pressed, theme.selection)
    for ground in grounds:
        for ink in (theme.text, theme.muted):
            assert contrast_ratio(ink, ground) >= 4.5, (ink, ground)
    for ground in (theme.window, theme.panel):
        for ink in (theme.error, theme.warning, theme.success, theme.accent):
            assert contrast_ratio(ink, ground) >= 4.5, (ink, ground)
    assert contrast_ratio(theme.on_accent, theme.accent) >= 4.5
    assert contrast_ratio(theme.text, theme.canvas) >= 4.5


@both
def test_controls_and_focus_can_be_seen(theme: Theme) -> None:
    """Without it nobody finds the edge of a field, or where the keyboard's focus is."""
    for ground in (theme.window, theme.panel, theme.field, theme.raised, theme.hover, theme.selection):
        assert contrast_ratio(theme.control, ground) >= 3.0, ground
        assert contrast_ratio(theme.accent, ground) >= 3.0, ground


@both
def test_greys_carry_no_tint(theme: Theme) -> None:
    """A tinted window makes photographs and mask colours look other than they are."""
    coloured = {"name", "accent", "on_accent", "selection", "error", "warning", "success"}
    for spec in fields(theme):
        if spec.name not in coloured:
            color = getattr(theme, spec.name)
            assert color[1:3] == color[3:5] == color[5:7], (spec.name, color)


@both
def test_style_sheet_is_whole(theme: Theme) -> None:
    """A colour or a mark left unfilled makes the whole window unstyled, or a check box without its check."""
    sheet = style_sheet_of(theme)
    assert "$" not in sheet
    assert "gradient" not in sheet
    files = re.findall(r'url\("([^"]+)"\)', sheet)
    assert files
    for path in files:
        assert resource_path("styles").joinpath(path).is_file(), path


def test_switching_tells_once_and_reaches_widgets(qtbot: QtBot, qapp: QApplication) -> None:
    """Without it the canvas and the icons stay in the colours of the theme before."""
    apply_theme(qapp, "light")
    with qtbot.waitSignal(theme_watcher().changed) as blocker:
        assert apply_theme(qapp, "dark") is DARK
    assert blocker.args == [DARK]
    assert current_theme() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    with qtbot.assertNotEmitted(theme_watcher().changed):
        apply_theme(qapp, "dark")
    assert canvas_colors(DARK).background == DARK.canvas


@both
def test_arrows_of_the_file_dialog_can_be_seen(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """Qt draws them in black, which nobody sees on dark where the system has no dialog of its own."""
    apply_theme(qapp, theme.name)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        image = button.icon().pixmap(button.iconSize()).toImage()
        seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        inked = [color.name() for color in seen if color.alpha() > 200]
        assert inked and max(contrast_ratio(color, theme.window) for color in inked) >= 3, name


def test_system_is_followed_only_when_asked_for(qapp: QApplication) -> None:
    """Someone who chose light must not be thrown into the dark when the evening scheme comes."""
    apply_theme(qapp, "light")
    theme_watcher().follow()
    assert current_theme() is LIGHT
    theme = apply_theme(qapp, "system")
    scheme = qapp.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        assert theme.is_dark == (scheme == Qt.ColorScheme.Dark)
    assert apply_theme(qapp, "no such theme") is theme


def test_numbers_do_not_jump(qapp: QApplication) -> None:
    """Figures of different widths make the status bar jitter with every move of the pointer."""
    assert small_font().pointSizeF() < qapp.font().pointSizeF()
    assert tabular(qapp.font()).featureTags()
