"""Every word of the window and its dialogs is whole, in each language; and the bar shows what the tool needs only."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mask_hands import block, put
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from sam_annotator.core.settings import load_settings, save_settings
from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.shortcut_editor import ShortcutEditor
from sam_annotator.ui.dialogs.waiting import WaitingDialog
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.drawing import ROW_HEIGHT
from sam_annotator.ui.docks.review_bar import ReviewBar
from sam_annotator.ui.docks.texts import ElidedLabel, WholeLabel, WrappedText
from sam_annotator.ui.language import install_language
from sam_annotator.ui.models.figures import grouped

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
LANGUAGES = ("en", "de", "zh_CN")
DIALOGS = (
    "file.new", "file.import", "file.export", "file.settings", "app.engines", "app.shortcuts", "app.edit_shortcuts",
    "app.about", "project.attributes", "category.change_all", "category.supercategory", "image.go_to",
    "image.edit_note",
)  # fmt: skip


@pytest.fixture
def open_in(open_window: Open, photos: Photos, qapp: QApplication) -> Iterator[Callable[[str], Any]]:
    """Open the window in a language, on an image with objects and categories, one of them selected."""

    def open_it(language: str) -> Any:
        save_settings(dataclasses.replace(load_settings(), language=language))
        driver = open_window(photos[0])
        driver.window.resize(1400, 900)
        for name in ("person", "car"):
            driver.parts.edits.add_category(name)
        first, _second = put(driver, block(20, 20, 60, 60), block(70, 20, 90, 60))
        driver.parts.edits.select([first])
        return driver

    yield open_it
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, (QDialog, QMenu)) and widget.isVisible():
            widget.close()
    install_language(qapp, "en")


def plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def is_cut(widget: QWidget) -> bool:
    """Whether the text of a label, a button or a choice has less room than it takes."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel):
        room = widget.contentsRect()
        if isinstance(widget, (ElidedLabel, WholeLabel)) or not widget.text() or "<" in widget.text():
            return False
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width()) - 1
        lines = plain(widget.text()).split("\n")
        return max(metrics.horizontalAdvance(line) for line in lines) > room.width() + 1
    if isinstance(widget, (QCheckBox, QRadioButton, QPushButton)):
        return bool(widget.text()) and (
            widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()
        )
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly:
        return bool(widget.text()) and metrics.horizontalAdvance(plain(widget.text())) > widget.width()
    if isinstance(widget, QComboBox):
        return metrics.horizontalAdvance(widget.currentText()) > widget.width() - 32
    return False


def cut(top: QWidget) -> list[str]:
    """Return the words that are cut in a window."""
    found = []
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QMenu) and is_cut(widget):
            words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()  # type: ignore[attr-defined]
            found.append(f"{type(widget).__name__} {widget.objectName()}: {words}")
    return found


def over_each_other(top: QWidget) -> list[str]:
    """Return the labels and buttons of one parent that lie on one another."""
    found = []
    kinds = (QLabel, QAbstractButton, QComboBox)
    for parent in (top, *top.findChildren(QWidget)):
        shown = [
            w for w in parent.children() if isinstance(w, kinds) and w.isVisible() and w.width() > 1 and w.height() > 1
        ]
        for i, first in enumerate(shown):
            for second in shown[i + 1 :]:
                if first.geometry().adjusted(1, 1, -1, -1).intersects(second.geometry().adjusted(1, 1, -1, -1)):
                    found.append(f"{first.objectName() or type(first).__name__} and {second.objectName()}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_window_is_cut(open_in: Callable[[str], Any], language: str) -> None:
    """A German word is half as long again as the English one that the window was drawn with."""
    driver = open_in(language)
    for dock in driver.window.docks:
        if dock.isVisible():
            driver.qtbot.waitUntil(lambda dock=dock: dock.height() > 60)
    for tool in ("prompt", "select", "brush", "eraser", "polygon", "lasso", "fill", "outline"):
        driver.trigger(f"tool.{tool}")
        driver.qtbot.wait(10)
        assert cut(driver.window.option_bar) == [] == over_each_other(driver.window.option_bar), tool
    driver.trigger("mask.clean_up")
    driver.qtbot.wait(10)
    assert cut(driver.window) == [] == over_each_other(driver.window)
    driver.trigger("clean_up.cancel")
    driver.trigger("review.toggle")
    driver.qtbot.wait(10)
    assert cut(driver.window) == [] == over_each_other(driver.window)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action_id", DIALOGS)
def test_no_word_of_a_dialog_is_cut(open_in: Callable[[str], Any], action_id: str, language: str) -> None:
    """A button of which half a word is seen is not pressed."""
    driver = open_in(language)
    before = set(QApplication.topLevelWidgets())
    driver.trigger(action_id)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if w not in before and isinstance(w, QDialog)]
    driver.qtbot.waitUntil(dialog.isVisible)
    driver.qtbot.wait(20)
    assert cut(dialog) == [] == over_each_other(dialog)
    formats = dialog.findChild(QComboBox, "exportFormat")
    for row in range(formats.count() if formats is not None else 0):
        formats.setCurrentIndex(row)
        driver.qtbot.wait(10)
        assert cut(dialog) == [] == over_each_other(dialog), formats.currentText()


def test_buttons_of_a_draft_stand_where_there_can_be_one(open_in: Callable[[str], Any], photos: Photos) -> None:
    """Three grey buttons take the room that the hint of the brush needs; a draft must keep them with any tool."""
    driver = open_in("en")
    driver.parts.edits.select(())
    bar = driver.window.option_bar

    def shown() -> bool:
        (accept,) = [b for b in bar.findChildren(QToolButton) if b.defaultAction() is driver.action("prompt.accept")]
        return bool(accept.isVisible())

    driver.trigger("tool.prompt")
    assert shown()
    driver.trigger("tool.lasso")
    assert not shown()
    driver.trigger("tool.prompt")
    driver.click(*photos[1]["photo1.png"][4])
    driver.settle()
    driver.trigger("tool.brush")
    assert shown()


def test_a_long_name_in_the_middle_of_the_canvas_is_whole(open_window: Open, tmp_path: Path) -> None:
    """Cut at both ends, the name of the file that can't be shown tells nobody which file it is."""
    name = "a_rather_long_name_of_a_photograph_that_can_not_be_read_camera2.png"
    (tmp_path / name).write_bytes(b"no image")
    (tmp_path / ("x" * 90 + ".png")).write_bytes(b"no image")
    driver = open_window(tmp_path, wait=False)
    panel = driver.canvas.findChild(QFrame, "canvasMessage")
    driver.qtbot.waitUntil(panel.isVisible)
    for _ in range(2):
        for label in panel.findChildren(QLabel):
            widest = max(line_widths(label))
            assert widest <= label.contentsRect().width(), label.text()
        assert cut(panel) == [] == over_each_other(panel)
        if driver.action("image.next").isEnabled():
            driver.trigger("image.next")
        driver.qtbot.wait(200)
    where = f"{name} is not where the project expects it; put it back at /somewhere/else/{name}, or go on."
    driver.canvas.set_message(f"{name} can't be shown", where, "Next image")
    driver.qtbot.wait(20)
    assert cut(panel) == [] == over_each_other(panel)


def line_widths(label: QLabel) -> list[float]:
    """Return how wide the lines of a label that wraps are."""
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    widths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.contentsRect().width())
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return widths


def test_nothing_of_what_was_upgraded_is_cut(open_in: Callable[[str], Any]) -> None:
    """Words without their lower ends look like a fault of the program."""
    driver = open_in("en")
    panel = driver.window.status_panel
    panel.set_upgraded("3 masks upgraded by SAM ViT-H")
    note = panel.upgraded
    driver.qtbot.waitUntil(note.isVisible)
    drawn = note.grab().toImage()
    ground = drawn.pixelColor(1, drawn.height() // 2)
    inked = [y for y in range(drawn.height()) if any(drawn.pixelColor(x, y) != ground for x in range(drawn.width()))]
    metrics = note.fontMetrics()
    assert inked[-1] - inked[0] + 1 >= metrics.tightBoundingRect("3 masks upgraded by SAM ViT-H").height()


def test_a_search_for_a_category_that_is_not_there_says_so(open_in: Callable[[str], Any]) -> None:
    """An empty list looks as if the categories were lost."""
    driver = open_in("en")
    driver.trigger("category.search")
    dock = driver.window.category_dock
    dock.search.setText("zebra")
    shown = [label.text() for label in dock.findChildren(QLabel) if label.isVisible()]
    assert "No category is called so" in shown and not dock.view.isVisible()
    dock.search.setText("ca")
    assert dock.view.isVisible()
    dock.search.setText("zebra")
    QTest.keyClick(dock.search, Qt.Key.Key_Escape)
    assert dock.view.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_controls_are_whole_in_a_narrow_column(open_in: Callable[[str], Any], language: str) -> None:
    """A line to search in that is one letter wide can't be used."""
    driver = open_in(language)
    driver.trigger("view.table")
    dock = driver.window.findChild(Dock, "tableDock")
    driver.qtbot.waitUntil(dock.isVisible)
    driver.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    for width in (320, 300, 260):
        driver.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        for count in (13, 1234567):
            dock.set_count(tr("{n} annotations", n=grouped(count)))
            driver.qtbot.wait(50)
            assert dock.width() < width + 40
            assert cut(dock) == [] == over_each_other(dock), (dock.width(), count)
        assert dock.search.width() >= dock.search.fontMetrics().horizontalAdvance(dock.search.placeholderText()) + 24


def test_the_chosen_action_stays_in_sight_while_its_keys_are_shown(open_in: Callable[[str], Any]) -> None:
    """The row would hide behind the panel with its keys; a name that nobody has must not show the keys of another."""
    driver = open_in("en")
    driver.trigger("app.edit_shortcuts")
    editor = driver.window.findChild(ShortcutEditor)
    driver.qtbot.waitUntil(editor.isVisible)
    view = editor.findChild(QListView, "editorList")
    for action_id in ("edit.undo", "prompt.accept", "view.zoom_in"):
        editor.choose(action_id)
        driver.qtbot.wait(20)
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex())), action_id
    editor.findChild(QLineEdit, "editorSearch").setText("zebra")
    driver.qtbot.wait(20)
    assert not editor.findChild(QPushButton, "addKey").isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_takes_long_is_said_with_how_far_it_is(open_in: Callable[[str], Any], language: str) -> None:
    """The dialog before the window would show "Undo: Change catego…" in place of the percentage, and of what stops."""
    driver = open_in(language)
    dialog = WaitingDialog(tr("Undo: {what}", what=tr("Change project options")), driver.window)
    dialog.open()
    said = dialog.row.findChild(WrappedText)
    metrics = said.fontMetrics()
    dialog.row.set_progress(88, 100)
    for _step in range(2):
        driver.qtbot.wait(20)
        assert said.text == dialog.row.text and metrics.horizontalAdvance(said.text) <= said.width()
        assert said.height() >= metrics.lineSpacing() and cut(dialog) == []
        dialog.reject()  # then it says that it stops, which is longer
    dialog.end()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hint_of_a_tool_is_whole_or_not_there(open_in: Callable[[str], Any], language: str) -> None:
    """A sentence that ends in the middle says half of what a click does, or the wrong half."""
    driver = open_in(language)
    hint = driver.window.option_bar.findChild(WholeLabel, "hint")
    seen = set()
    for width in (860, 1000, 1150, 1300, 1700):
        driver.window.resize(width, 800)
        for tool in ("prompt", "select", "brush", "polygon", "fill", "outline"):
            driver.trigger(f"tool.{tool}")
            driver.qtbot.wait(10)
            lines = hint.lines()
            assert "".join("".join(lines).split()) in ("", "".join(hint.text().split())), (width, tool)
            assert not any("…" in line for line in lines)
            seen.add(len(lines))
    assert hint.lines() == [hint.text()]  # in a wide window on one line
    assert 2 in seen  # and on two rather than on none


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_replay_panel_says_what_it_is_for_in_its_middle(open_in: Callable[[str], Any], language: str) -> None:
    """Before the first replay there is nothing to scroll to; the words would stand half below the panel."""
    driver = open_in(language)
    driver.trigger("replay.run")
    dock = driver.window.findChild(Dock, "replayDock")
    driver.qtbot.waitUntil(dock.isVisible)
    area = dock.findChild(QScrollArea, "replayArea")
    driver.qtbot.waitUntil(lambda: dock.height() > 200 and area.verticalScrollBar().maximum() == 0)
    driver.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    driver.window.resizeDocks([dock], [200], Qt.Orientation.Vertical)
    driver.qtbot.wait(50)
    assert cut(dock) == [] == over_each_other(dock)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_review_in_a_narrow_window_says_a_name_or_nothing(open_in: Callable[[str], Any], language: str) -> None:
    """Three dots in place of the category say nothing, and the word beside them is said by an icon already."""
    driver = open_in(language)
    driver.trigger("review.toggle")
    bar = driver.window.findChild(ReviewBar)
    driver.qtbot.waitUntil(lambda: bar.isVisible() and driver.parts.edits.selection != ())
    what, state = bar.findChild(WrappedText, "reviewWhat"), bar.findChild(QLabel, "reviewState")
    driver.qtbot.waitUntil(lambda: bool(what.text))
    seen = set()
    for width in (600, *range(780, 1200, 10), 1400):  # how wide words are is up to the fonts
        driver.window.resize(width, 600)
        driver.qtbot.wait(20)
        assert cut(bar) == [] == over_each_other(bar), width
        assert not what.isVisible() or what.width() >= min(what.sizeHint().width(), 60), width
        assert what.isVisible() or not state.isVisible(), width
        seen.add((what.isVisible(), state.isVisible()))
    assert (True, True) in seen and (True, False) in seen


def test_rows_of_choices_are_as_high_as_those_of_a_menu(open_in: Callable[[str], Any]) -> None:
    """Rows as high as their letters are hard to read, and easy to miss with the mouse."""
    driver = open_in("zh_CN")
    driver.trigger("file.export")
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible())
    box = dialog.findChild(QComboBox, "exportFormat")
    box.showPopup()
    view = box.view()
    rows = [view.visualRect(box.model().index(row, 0)) for row in range(box.count())]
    assert all(row.height() >= 24 for row in rows)
    assert all(view.viewport().rect().contains(row) for row in rows)
    box.hidePopup()


def test_a_search_for_a_key_shows_the_first_that_is_found(open_in: Callable[[str], Any]) -> None:
    """Whoever has read to the end of the list would see the end of what is found, and miss the rest above it."""
    driver = open_in("en")
    driver.trigger("app.shortcuts")
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible())
    bar = dialog.findChild(QScrollArea, "keysArea").verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    dialog.findChild(QLineEdit, "shortcutsSearch").setText("ma")
    driver.qtbot.wait(20)
    assert bar.maximum() > 0 and bar.value() == 0


def test_categories_of_an_attribute_are_shown_in_whole_rows(open_in: Callable[[str], Any]) -> None:
    """The upper halves of letters at the edge of a list look like a fault."""
    driver = open_in("zh_CN")
    for number in range(8):
        driver.parts.edits.add_category(f"类别 {number}")
    driver.trigger("project.attributes")
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible())
    dialog.findChild(QPushButton, "addAttribute").click()
    driver.qtbot.wait(20)
    rows = dialog.categories
    height = rows.visualItemRect(rows.item(0)).height()
    assert 0 <= rows.viewport().height() - 5 * height <= 3
    assert dialog.list.visualItemRect(dialog.list.item(0)).height() == ROW_HEIGHT


def test_words_of_a_moment_leave_the_panels_as_wide_as_they_were(open_in: Callable[[str], Any]) -> None:
    """What is read at the start of a review would squeeze the panels, and they would stay so for the day."""
    driver = open_in("de")
    window, panel = driver.window, driver.window.findChild(Dock, "categoryDock")
    window.resize(820, 600)
    driver.qtbot.wait(60)
    wide = panel.width()
    driver.trigger("review.toggle")
    bar = window.findChild(ReviewBar)
    driver.qtbot.waitUntil(lambda: bar.isVisible() and bool(bar.findChild(QLabel, "reviewPlace").text()))
    driver.qtbot.wait(60)
    bar.set_tally(None, by_image=False)
    driver.qtbot.wait(60)
    assert window.width() < 820 + 60, "no wider than the buttons need"
    driver.trigger("review.toggle")
    driver.qtbot.waitUntil(lambda: panel.width() == wide)
    bar.comment.setMinimumWidth(400)  # needed for less time than a column takes to follow
    bar.show()
    driver.qtbot.wait(10)
    bar.comment.setMinimumWidth(96)
    bar.hide()
    driver.qtbot.waitUntil(lambda: panel.width() == wide)
