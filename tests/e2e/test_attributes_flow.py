"""Attributes, flags and notes in the real window: defined, given, changed on several, undone, exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QWidget

from sam_annotator.ui.commands import UpdateAnnotations
from sam_annotator.ui.dialogs.attributes import AttributesDialog
from sam_annotator.ui.docks.attribute_form import AttributeForm, ValueBox, ValueLine

Driver = Any  # of tests/e2e/conftest.py
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


@pytest.fixture
def driver(open_window: Callable[..., Driver], photos: Photos) -> Driver:
    """A window with three accepted objects on its first photograph."""
    folder, points = photos
    driver = open_window(folder)
    for x, y in points["photo1.png"][:3]:
        driver.click(x, y)
        driver.settle()
        driver.key(Qt.Key.Key_Return)
    assert len(driver.parts.edits.annotations) == 3
    return driver


def form_of(driver: Driver) -> AttributeForm:
    driver.qtbot.waitUntil(lambda: driver.window.findChild(AttributeForm) is not None)
    form = driver.window.findChild(AttributeForm)
    assert form is not None
    return form


def dialog_of(driver: Driver) -> AttributesDialog:
    driver.trigger("project.attributes")
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, AttributesDialog) and w.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def press(dialog: QWidget, object_name: str) -> None:
    button = dialog.findChild(QPushButton, object_name)
    assert button is not None and button.isEnabled(), object_name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(box: QComboBox, text: str) -> None:
    """Choose an entry by the keys."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findText(text) - box.currentIndex()):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == text


def define(driver: Driver) -> None:
    """Define a choice for the first category, and a number for all."""
    dialog = dialog_of(driver)
    press(dialog, "addAttribute")
    QTest.keyClicks(dialog.name, "colour")
    choose(dialog.kind, "Choice")
    assert not dialog.save.isEnabled() and "choose" in dialog.problem.text()
    dialog.choices.setFocus()
    QTest.keyClicks(dialog.choices, "red")
    QTest.keyClick(dialog.choices, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.choices, "blue")
    press(dialog, "addAttribute")
    QTest.keyClicks(dialog.name, "age")
    choose(dialog.kind, "Numeric")
    QTest.keyClicks(dialog.maximum, "120")
    press(dialog, "saveAttributes")


def values(driver: Driver, name: str) -> list[object]:
    return [a.attributes.get(name) for a in driver.parts.edits.annotations]


def test_attributes_are_defined_given_and_taken_back(driver: Driver) -> None:
    """A project's attributes are what it is made for, where masks are not enough."""
    edits, form = driver.parts.edits, form_of(driver)
    define(driver)
    assert [spec.name for spec in edits.options.attributes] == ["colour", "age"]
    ids = [a.id for a in edits.annotations]
    edits.select(ids[:2])
    colour, age = form.editor("colour"), form.editor("age")
    assert isinstance(colour, ValueBox) and isinstance(age, ValueLine)
    colour.setFocus()
    choose(colour, "–")
    QTest.keyClick(colour, Qt.Key.Key_Down)
    colour.activated.emit(colour.currentIndex())
    assert values(driver, "colour") == ["red", "red", None]
    edits.select(ids)
    assert (colour.currentText(), colour.currentIndex()) == ("", -1)  # several
    age.setFocus()
    QTest.keyClicks(age, "40")
    QTest.keyClick(age, Qt.Key.Key_Return)
    assert values(driver, "age") == [40, 40, 40]
    assert driver.canvas.hasFocus()
    age.setFocus()
    age.selectAll()
    QTest.keyClicks(age, "130")
    QTest.keyClick(age, Qt.Key.Key_Return)
    assert values(driver, "age") == [40, 40, 40]
    assert age.text() == "40"
    driver.trigger("edit.undo")
    assert values(driver, "age") == [None, None, None]
    driver.trigger("edit.undo")
    assert values(driver, "colour") == [None, None, None]
    driver.trigger("edit.undo")
    assert edits.options.attributes == ()
    for _ in range(3):
        driver.trigger("edit.redo")
    assert (values(driver, "colour"), values(driver, "age")) == (["red", "red", None], [40, 40, 40])


def test_what_several_differ_in_is_shown_and_set_for_all(driver: Driver) -> None:
    """Flagging twenty objects would take twenty selections, or hide that some are flagged already."""
    edits, form = driver.parts.edits, form_of(driver)
    ids = [a.id for a in edits.annotations]
    edits.select(ids[:1])
    driver.trigger("annotation.toggle_occluded")
    assert [a.occluded for a in edits.annotations] == [True, False, False]
    assert driver.action("annotation.toggle_occluded").isChecked()
    edits.select(ids)
    box = form.findChild(QCheckBox, "flag_occluded")
    assert box is not None and box.checkState() == Qt.CheckState.PartiallyChecked
    box.click()
    assert [a.occluded for a in edits.annotations] == [True, True, True]
    assert box.checkState() == Qt.CheckState.Checked
    box.click()
    assert [a.occluded for a in edits.annotations] == [False, False, False]
    driver.trigger("edit.undo")
    driver.trigger("edit.undo")
    assert [a.occluded for a in edits.annotations] == [True, False, False]
    driver.trigger("annotation.toggle_crowd")
    assert all(a.iscrowd for a in edits.annotations)


def test_a_note_is_typed_by_the_keys_alone(driver: Driver) -> None:
    """A note would cost a reach for the mouse, and letters in it would switch tools."""
    edits, form = driver.parts.edits, form_of(driver)
    edits.select([edits.annotations[0].id])
    driver.trigger("annotation.edit_note")
    assert form.note.hasFocus()
    QTest.keyClicks(form.note, "bad edge, q v b e")
    assert edits.annotations[0].note == ""
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert edits.annotations[0].note == "bad edge, q v b e"
    assert driver.canvas.hasFocus()
    driver.trigger("annotation.edit_note")
    QTest.keyClicks(form.note, "gone")
    QTest.keyClick(form.note, Qt.Key.Key_Escape)
    assert form.note.text() == edits.annotations[0].note == "bad edge, q v b e"
    form.note.setFocus()
    QTest.keyClicks(form.note, "!")
    edits.select([edits.annotations[1].id])  # what was typed was meant for the other
    driver.canvas.setFocus()
    assert [a.note for a in edits.annotations] == ["bad edge, q v b e", "", ""]


def test_attributes_are_given_by_the_keys_alone(driver: Driver) -> None:
    """Each value would cost a reach for the mouse, and Escape the selection."""
    edits, form = driver.parts.edits, form_of(driver)
    define(driver)
    edits.select([edits.annotations[0].id])
    driver.trigger("annotation.edit_attributes")
    colour = form.editor("colour")
    assert isinstance(colour, ValueBox) and colour.hasFocus()
    QTest.keyClick(colour, Qt.Key.Key_Down)
    assert values(driver, "colour") == ["red", None, None]
    QTest.keyClick(colour, Qt.Key.Key_Tab)
    age = form.editor("age")
    assert age.hasFocus()
    QTest.keyClicks(age, "5")
    QTest.keyClick(age, Qt.Key.Key_Tab)
    assert values(driver, "age") == [5, None, None]
    box = form.findChild(QCheckBox, "flag_iscrowd")
    assert box is not None and box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert edits.annotations[0].iscrowd
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert driver.canvas.hasFocus() and edits.selection == {edits.annotations[0].id}


def test_locked_annotations_stay_as_they_are(driver: Driver) -> None:
    """A lock that a form opens is none."""
    edits, form = driver.parts.edits, form_of(driver)
    ids = [a.id for a in edits.annotations]
    edits.select(ids[:1])
    driver.trigger("annotation.toggle_lock")
    assert not form.note.isEnabled()
    edits.select(ids)
    driver.trigger("annotation.toggle_truncated")
    assert [a.truncated for a in edits.annotations] == [False, True, True]


def test_renaming_and_removing_change_all_annotations(driver: Driver) -> None:
    """Values would be lost with a new name, or stay in exports after an attribute is gone."""
    edits, form = driver.parts.edits, form_of(driver)
    define(driver)
    edits.select_all()
    age = form.editor("age")
    age.setFocus()
    QTest.keyClicks(age, "7")
    QTest.keyClick(age, Qt.Key.Key_Return)
    dialog = dialog_of(driver)
    dialog.list.setCurrentRow(1)
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "years")
    press(dialog, "attributeUp")
    press(dialog, "saveAttributes")
    assert [spec.name for spec in edits.options.attributes] == ["years", "colour"]
    assert values(driver, "years") == [7, 7, 7]
    dialog = dialog_of(driver)
    dialog.list.setCurrentRow(0)
    press(dialog, "removeAttribute")
    press(dialog, "saveAttributes")
    assert [a.attributes for a in edits.annotations] == [{}, {}, {}]
    driver.trigger("edit.undo")
    assert values(driver, "years") == [7, 7, 7]
    driver.trigger("edit.undo")
    assert values(driver, "age") == [7, 7, 7]
    assert [spec.name for spec in edits.options.attributes] == ["colour", "age"]


def test_new_annotations_get_the_default(driver: Driver, photos: Photos) -> None:
    """The usual value would have to be chosen for each object."""
    dialog = dialog_of(driver)
    press(dialog, "addAttribute")
    QTest.keyClicks(dialog.name, "wet")
    choose(dialog.kind, "Yes or no")
    choose(dialog.default_choice, "Yes")
    dialog.default_choice.activated.emit(dialog.default_choice.currentIndex())
    press(dialog, "saveAttributes")
    x, y = photos[1]["photo1.png"][4]
    driver.click(x, y)
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    assert values(driver, "wet") == [None, None, None, True]


def test_attributes_nobody_defined_are_shown(driver: Driver) -> None:
    """What an imported file says would be out of sight."""
    edits, form = driver.parts.edits, form_of(driver)
    first = edits.annotations[0]
    after = replace(first, attributes={"rotation": 1.5, "parked": True})
    edits.run(lambda e: UpdateAnnotations(e, "x", [first], [after]))
    rotation, parked = form.editor("rotation"), form.editor("parked")
    assert isinstance(rotation, ValueLine) and rotation.text() == "1.5"
    assert isinstance(parked, QCheckBox) and parked.isChecked()
    parked.click()
    assert edits.annotations[0].attributes == {"rotation": 1.5}
