"""Usable without a mouse, without colours and by a screen reader: names, contrast and focus of the real window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from sam_annotator.ui.theme import apply_theme, contrast_ratio, current_theme, style_sheet_of

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
)
DIALOGS = (
    "file.new",
    "file.import",
    "file.export",
    "file.settings",
    "app.engines",
    "app.shortcuts",
    "app.edit_shortcuts",
    "app.command_palette",
    "app.about",
)


@pytest.fixture
def driver(open_window: Open, photos: Photos) -> Iterator[Any]:
    made = open_window(photos[0])
    made.parts.features.make()
    x, y = photos[1]["photo1.png"][0]
    made.click(x, y)
    made.settle()
    made.key(Qt.Key.Key_Return)
    made.settle()
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.close()


def spoken(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else widget.accessibleName()


def is_of_qt(widget: QWidget) -> bool:
    """Whether a widget is an inner part that Qt makes, names and describes by what it belongs to."""
    parent = widget.parentWidget()
    inner = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
    return (
        inner
        or isinstance(parent, (QLineEdit, QAbstractSpinBox))
        or type(parent).__name__ == "QComboBoxPrivateContainer"
    )


def nameless(top: QWidget) -> list[str]:
    """Return the controls of a window that a screen reader has no name for."""
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not widget.isVisible() or is_of_qt(widget) or not (isinstance(widget, CONTROLS) or takes_keys):
            continue
        popup = isinstance(widget, QAbstractItemView) and isinstance(widget.parentWidget(), QComboBox)
        if not popup and not spoken(widget).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parentWidget().objectName()}")
    return found


def test_every_control_of_the_window_has_a_name(driver: Any) -> None:
    """A button with an icon only is "button" to a screen reader, twenty times over."""
    for dock in driver.window.docks:
        dock.show()
        dock.raise_()
        driver.qtbot.wait(1)
        assert nameless(driver.window) == [], dock.objectName()
    for action_id in ("tool.prompt", "tool.select", "tool.brush", "tool.polygon"):
        driver.trigger(action_id)
        driver.qtbot.wait(1)
        assert nameless(driver.window) == [], action_id


@pytest.mark.parametrize("action_id", DIALOGS)
def test_every_control_of_the_dialogs_has_a_name(driver: Any, action_id: str) -> None:
    """A dialog whose fields have no names can't be filled in by ear."""
    before = set(QApplication.topLevelWidgets())
    driver.trigger(action_id)
    opened = [w for w in QApplication.topLevelWidgets() if w not in before and isinstance(w, QDialog)]
    assert len(opened) == 1
    driver.qtbot.waitUntil(opened[0].isVisible)
    assert opened[0].windowTitle() and nameless(opened[0]) == []


def test_tab_reaches_the_panels_in_the_order_they_stand(driver: Any) -> None:
    """Jumping to and fro over the window, nobody knows where the focus is."""
    driver.window.activateWindow()
    order: list[str] = []
    widget: QWidget = driver.canvas
    for _ in range(2000):
        widget = widget.nextInFocusChain()
        if widget is driver.canvas:
            break
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.objectName():
            order.append(widget.objectName())
    lists = [name for name in order if name in ("categoryList", "annotationList", "imageList")]
    assert set(lists) == {"categoryList", "annotationList", "imageList"}
    assert lists.index("categoryList") < lists.index("annotationList")


def unseen_on_the_way(driver: Any, start: QWidget, steps: int) -> list[str]:
    """Press Tab again and again; return what took the focus and looked the same with it and without."""
    start.window().activateWindow()
    driver.qtbot.waitUntil(start.window().isActiveWindow)
    start.clearFocus()
    start.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.waitUntil(start.hasFocus)
    unseen, seen = [], set()
    for _ in range(steps):
        widget = QApplication.focusWidget()
        if widget is None or widget in seen:
            break
        seen.add(widget)
        shown = widget.grab().toImage()
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is widget:
            break
        driver.qtbot.wait(1)
        if widget.grab().toImage() == shown:
            unseen.append(f"{type(widget).__name__} {widget.objectName()} {spoken(widget)}")
    assert len(seen) > 3
    return unseen


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_focus_is_seen_on_whatever_takes_it(driver: Any, theme: str) -> None:
    """Whoever works by keys must see at each step where they are."""
    apply_theme(QApplication.instance(), theme)
    assert unseen_on_the_way(driver, driver.canvas, 80) == []


@pytest.mark.parametrize(
    "action_id", ["file.settings", "app.shortcuts", "app.edit_shortcuts", "app.engines", "file.export"]
)
def test_focus_is_seen_in_dialogs(driver: Any, action_id: str) -> None:
    """A dialog in which the focus is lost is left by Escape, with nothing done."""
    before = set(QApplication.topLevelWidgets())
    driver.trigger(action_id)
    dialog = next(w for w in QApplication.topLevelWidgets() if w not in before and isinstance(w, QDialog))
    driver.qtbot.waitUntil(dialog.isVisible)
    first = dialog.focusWidget() or next(
        w for w in dialog.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    assert unseen_on_the_way(driver, first, 60) == []


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_words_can_be_read_on_what_is_behind_them(driver: Any, theme: str) -> None:
    """Text needs 4.5:1 and a control's edge 3:1 (WCAG 2.2) on every ground it stands on; what is off is exempt."""
    apply_theme(QApplication.instance(), theme)
    now = current_theme()
    grounds = {"window": now.window, "panel": now.panel, "field": now.field, "raised": now.raised, "hover": now.hover}
    for label in driver.window.findChildren(QLabel):
        if label.isVisible() and label.isEnabled() and label.text():
            ink = label.palette().color(QPalette.ColorRole.WindowText).name()
            if label.property("muted"):
                ink = now.muted
            for name, ground in grounds.items():
                assert contrast_ratio(ink, ground) >= 4.5, (label.text(), ink, name)
    for ground in (*grounds.values(), now.selection, now.pressed):
        assert contrast_ratio(now.text, ground) >= 4.5 and contrast_ratio(now.muted, ground) >= 4.5
    for ground in (now.window, now.panel, now.field, now.raised, now.canvas):
        assert contrast_ratio(now.control, ground) >= 3.0, ground
        assert contrast_ratio(now.accent, ground) >= 3.0, ground
    assert contrast_ratio(now.on_accent, now.accent) >= 4.5


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_every_pair_of_the_style_sheet_can_be_read(theme: str, qapp: QApplication) -> None:
    """A rule that puts grey on grey is found by no one who sees well."""
    apply_theme(qapp, theme)
    now = current_theme()
    exempt = {now.disabled}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style_sheet_of(now)):
        rules = dict(re.findall(r"(?<![-\w])([\w-]+):\s*([^;]+);", body))
        ink, ground = rules.get("color"), rules.get("background")
        if ink and ground and ink.startswith("#") and ground.startswith("#") and ink not in exempt:
            assert contrast_ratio(ink, ground) >= 4.5, selector.strip()


def test_colour_is_never_alone(driver: Any) -> None:
    """Who can't tell red from green must know an error from a hint, and what is on from what is off."""
    bar = driver.window.notice_bar
    bar.show_notice("Saved.", "info")
    first = bar._mark.pixmap().toImage()
    assert bar.accessibleName().startswith("Info")
    bar.show_notice("The disk is full.", "error")
    assert bar._mark.pixmap().toImage() != first and bar.accessibleName().startswith("Error")


def test_the_menu_key_opens_the_canvas_menu(driver: Any, photos: Photos) -> None:
    """What a right click offers must be there for those who have no right click."""
    driver.trigger("tool.select")
    driver.trigger("annotation.select_all")
    QTest.keyClick(driver.canvas, Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    offered = {action.objectName() for action in menu.actions()}
    assert "annotation.delete" in offered and "view.fit" not in offered
    menu.close()
    driver.parts.edits.select(())
    QTest.keyClick(driver.canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert {"view.fit", "image.toggle_flag"} <= {action.objectName() for action in menu.actions()}
    menu.close()
    x, y = photos[1]["photo1.png"][0]
    driver.parts.edits.select(())
    driver.click(x, y, Qt.MouseButton.RightButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None and len(driver.parts.edits.selection) == 1
    menu.close()


def test_each_menu_has_a_letter_of_its_own(driver: Any) -> None:
    """Without a mouse, a menu is opened by Alt and its letter."""
    titles = [action.text() for action in driver.window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(titles) and "f" in letters
