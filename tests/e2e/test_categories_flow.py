"""Categories in the real window: searched, changed in bulk, given a supercategory, carried as lists."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QToolButton

from sam_annotator.core.image_io import probe_image
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store
from sam_annotator.ui.category_feature import CategoryFeature
from sam_annotator.ui.commands import UpdateAnnotations
from sam_annotator.ui.dialogs.change_category import ChangeCategoryDialog
from sam_annotator.ui.models.category_list import DIGIT_ROLE

Driver = Any  # of tests/e2e/conftest.py
NAMES = ("person", "car", "traffic light", "truck")


@pytest.fixture
def driver(open_window: Callable[..., Driver], photos: tuple[Path, Any]) -> Driver:
    """A window on a project with two annotations of the first category on each of two photographs."""
    folder, _ = photos
    with Store.create(folder, folder, category_names=NAMES) as store:
        images = store.add_images(["photo1.png", "photo2.png"])
        store.set_probes((image.id, probe_image(folder / image.file_name)) for image in images)
        for image in images:
            for x in (20, 60):
                pixels = np.zeros((120, 160), np.bool_)
                pixels[20:50, x : x + 30] = True
                store.add_annotation(Annotation(0, image.id, 1, Mask.from_array(pixels)))
    driver = open_window(folder)
    driver.qtbot.waitUntil(lambda: driver.window.findChild(CategoryFeature) is not None)
    return driver


def dialog_of(kind: type[QDialog], object_name: str = "") -> Any:
    shown = [
        w for w in QApplication.topLevelWidgets()
        if isinstance(w, kind) and w.isVisible() and object_name in ("", w.objectName())
    ]  # fmt: skip
    assert len(shown) == 1
    return shown[0]


def press(dialog: QDialog, object_name: str) -> None:
    button = dialog.findChild(QPushButton, object_name)
    assert button is not None and button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def category_ids(driver: Driver) -> list[int]:
    return [a.category_id for a in driver.parts.project.store.dataset().annotations]


def test_all_of_the_project_change_category_in_one_step(driver: Driver) -> None:
    """A thousand objects named wrongly would have to be renamed one by one."""
    edits = driver.parts.edits
    first = edits.annotations[0]
    edits.run(lambda e: UpdateAnnotations(e, "x", [first], [replace(first, locked=True)]))
    driver.trigger("category.change_all")
    dialog: ChangeCategoryDialog = dialog_of(ChangeCategoryDialog)
    dialog.target.setCurrentIndex(dialog.target.findText("truck"))
    dialog.buttons_of["project"].click()
    press(dialog, "changeButton")
    assert category_ids(driver) == [1, 4, 4, 4]
    assert [a.category_id for a in edits.annotations] == [1, 4]
    assert edits.category_counts == {1: 1, 4: 3}
    driver.trigger("edit.undo")
    assert category_ids(driver) == [1, 1, 1, 1]
    driver.trigger("edit.redo")
    assert category_ids(driver) == [1, 4, 4, 4]


def test_only_the_selection_or_the_image_changes(driver: Driver) -> None:
    """A change meant for some would change the others."""
    edits = driver.parts.edits
    edits.select([edits.annotations[1].id])
    driver.trigger("category.change_all")
    dialog: ChangeCategoryDialog = dialog_of(ChangeCategoryDialog)
    assert dialog.scope == "selection"
    press(dialog, "changeButton")
    assert category_ids(driver) == [1, 2, 1, 1]
    edits.select([])
    driver.trigger("category.change_all")
    dialog = dialog_of(ChangeCategoryDialog)
    assert not dialog.buttons_of["selection"].isEnabled()
    dialog.source.setCurrentIndex(1)
    dialog.target.setCurrentIndex(1)
    assert not dialog.change.isEnabled()
    dialog.source.setCurrentIndex(0)
    dialog.buttons_of["image"].click()
    press(dialog, "changeButton")
    assert category_ids(driver) == [2, 2, 1, 1]


def test_a_category_is_found_by_typing(driver: Driver) -> None:
    """Among eighty categories the right one would be a long scroll away."""
    dock = driver.window.category_dock
    driver.trigger("category.search")
    search = dock.findChild(QLineEdit, "categorySearch")
    assert search.hasFocus()
    QTest.keyClicks(search, "tr")
    shown = [name for row, name in enumerate(NAMES) if not dock.view.isRowHidden(row)]
    assert shown == ["traffic light", "truck"]
    QTest.keyClicks(search, "u")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert driver.parts.edits.current_category_id == 4
    assert not search.isVisible() and driver.canvas.hasFocus()
    assert not any(dock.view.isRowHidden(row) for row in range(len(NAMES)))
    driver.trigger("category.search")
    QTest.keyClicks(search, "zzz")
    driver.parts.edits.add_category("bus")  # rows that come while it is filtered
    assert dock.view.isRowHidden(4)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not dock.view.isRowHidden(4)


def test_a_supercategory_is_given_and_shown(driver: Driver) -> None:
    """Training sets group categories; it would have to be edited into the exported file."""
    driver.key(Qt.Key.Key_2)
    driver.trigger("category.supercategory")
    dialog = dialog_of(QDialog, "supercategoryDialog")
    QTest.keyClicks(dialog.line, " road  vehicle")
    press(dialog, "keepSupercategory")
    assert driver.parts.edits.category(2).supercategory == "road vehicle"
    dock = driver.window.category_dock
    assert "road vehicle" in dock.model.data(dock.model.index(1), Qt.ItemDataRole.ToolTipRole)
    assert not dock.grab().isNull()
    driver.trigger("edit.undo")
    assert driver.parts.edits.category(2).supercategory == ""


def test_a_list_is_carried_to_another_project(driver: Driver, tmp_path: Path) -> None:
    """Each project's categories would have to be typed, with other colours."""
    feature = driver.window.findChild(CategoryFeature)
    out = tmp_path / "list.json"
    driver.trigger("category.export")
    dialog = dialog_of(QDialog, "exportCategoriesDialog")
    dialog.fileSelected.emit(str(out))
    dialog.close()
    assert [c["name"] for c in json.loads(out.read_text("utf-8"))] == list(NAMES)
    records = [{"name": "car", "color": "#123456"}, {"name": "bus", "color": "#654321", "supercategory": "v"}, "tram"]
    out.write_text(json.dumps(records), "utf-8")
    driver.trigger("category.import")
    dialog = dialog_of(QDialog, "importCategoriesDialog")
    dialog.fileSelected.emit(str(out))
    dialog.close()
    edits = driver.parts.edits
    assert [c.name for c in edits.categories] == [*NAMES, "bus", "tram"]
    assert (edits.category(2).color, edits.categories[4].color) == ("#123456", "#654321")
    assert edits.categories[4].supercategory == "v"
    after = edits.categories
    driver.trigger("edit.undo")
    assert [c.name for c in edits.categories] == list(NAMES)
    assert edits.category(2).color != "#123456"
    driver.trigger("edit.redo")
    assert edits.categories == after
    feature.import_from(str(tmp_path / "missing.txt"))
    assert edits.categories == after


def test_the_panel_offers_all_of_it(driver: Driver) -> None:
    """What is only in a menu of the window is not found where it is needed."""
    button = driver.window.category_dock.findChild(QToolButton, "moreCategories")
    names = [action.objectName() for action in button.menu().actions() if not action.isSeparator()]
    own = ("search", "change_all", "digit", "import", "export")
    assert names == [f"category.{name}" for name in own]
    asked: list[int] = []
    driver.window.category_dock.change_requested.connect(asked.append)
    menu = driver.window.category_dock.category_menu(3)
    next(a for a in menu.actions() if a.text() == "Change annotations to…").trigger()
    assert asked == [3]
    dialog = dialog_of(ChangeCategoryDialog)
    assert dialog.source.currentText() == "traffic light"
    assert not dialog.change.isEnabled()  # there are none
    dialog.close()


def test_a_category_is_given_another_digit(driver: Driver, photos: tuple[Path, Any]) -> None:
    """The category used most might be the fortieth of the list, and have no key."""
    edits = driver.parts.edits
    person, truck = edits.categories[0].id, edits.categories[3].id
    edits.set_current_category(truck)
    driver.trigger("category.digit")
    (menu,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "categoryDigits" and w.isVisible()]
    assert [action.text() for action in menu.actions()][:2] == ["&1   person", "&2   car"]
    QTest.keyClick(menu, Qt.Key.Key_1)
    assert (edits.category_digits[truck], edits.category_digits[person]) == ("1", "4")
    edits.select([edits.annotations[0].id])
    driver.key(Qt.Key.Key_1)
    assert edits.annotations[0].category_id == truck
    model = driver.window.category_dock.model
    assert [model.data(model.index(row), DIGIT_ROLE) for row in range(4)] == ["4", "2", "3", "1"]
    for _ in range(2):
        driver.trigger("edit.undo")
    driver.key(Qt.Key.Key_1)
    assert edits.current_category_id == person
    driver.trigger("edit.redo")
    assert edits.category_digits[truck] == "1"
    driver.close()
    with Store.open(photos[0]) as store:
        assert store.options().digits[0] == truck
