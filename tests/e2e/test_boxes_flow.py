"""A detector's boxes in the window: read, told, answered, and accepted as any proposal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from proposal_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from sam_annotator.ui.dialogs.boxes import BoxesDialog

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton


def fill_dialog(driver: Any, path: Path) -> BoxesDialog:
    """Open the dialog, and type a path into it."""
    driver.trigger("automatic.from_boxes")
    dialog = driver.window.findChild(BoxesDialog)
    assert dialog is not None
    dialog.set_path(path)
    button = dialog.findChild(QPushButton, "boxesButton")
    said = dialog.findChild(QLabel, "boxesSummary")
    driver.qtbot.waitUntil(lambda: button.isEnabled() or said.property("tone") == "error")
    return dialog


def press(dialog: BoxesDialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def results_of(driver: Any, points: dict[str, list[tuple[int, int]]], folder: Path) -> Path:
    """A detector's results: a box around the first two blocks of each image, and two that fit nothing."""
    records: list[dict[str, Any]] = []
    for image in driver.parts.project.images:
        for number, (x, y) in enumerate(points[image.name][:2]):
            bbox, score = [x - 24, max(y - 24, 0), 48, 48], 0.9 - 0.6 * number
            records.append({"image_id": image.file_name, "category_name": "block", "bbox": bbox, "score": score})
    records += [records[0] | {"image_id": 99}, records[0] | {"bbox": [1, 2]}]
    path = folder / "results.json"
    path.write_text(json.dumps(records))
    return path


def test_boxes_become_proposals_of_their_category(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A detector's boxes could be used on the command line only, and without being looked at."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    dialog = fill_dialog(driver, results_of(driver, photos[1], tmp_path))
    said = dialog.findChild(QLabel, "boxesSummary").text()
    details = dialog.findChild(QLabel, "boxesDetails").text()
    assert said == "10 boxes on 5 images of this project. block 10"
    assert "1 box is on an image that is not in this project: 99." in details and "1 record has no box" in details
    dialog.score.setValue(0.5)
    assert dialog.findChild(QLabel, "boxesSummary").text().startswith("5 boxes on 5 images")
    dialog.score.setValue(0.0)
    press(dialog, "boxesButton")
    hands.wait()
    assert driver.window.notice_bar.text == "10 proposals of 10 boxes, in 5 images."
    assert len(hands.shown) == 2 and driver.annotations == [] and driver.parts.tools.tool_id == "tool.propose"
    assert {offer.category for offer in hands.shown.values()} == {"block"}
    driver.trigger("automatic.accept_shown")
    made = driver.parts.edits.annotations
    assert [a.provenance.source for a in made] == ["boxes"] * 2
    assert sorted(a.score for a in made) == pytest.approx([0.3, 0.9])
    assert {driver.parts.edits.category(a.category_id).name for a in made} == {"block"}
    driver.trigger("edit.undo")
    assert driver.parts.edits.categories == () and len(hands.shown) == 2
    driver.go("image.next")
    driver.qtbot.waitUntil(lambda: len(hands.shown) == 2)


def test_a_folder_of_labels_into_one_category(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Labels of YOLO would be put into categories named by numbers."""
    driver = open_window(photos[0])
    hands = Hands(driver)
    driver.parts.edits.add_category("cell")
    labels = tmp_path / "labels"
    labels.mkdir()
    x, y = photos[1]["photo1.png"][0]
    (labels / "photo1.txt").write_text(f"0 {x / 160} {y / 120} 0.3 0.4 0.8\n3 0.5 0.5 0.1 0.1\n")
    dialog = fill_dialog(driver, labels)
    assert dialog.format_id == "yolo" and "not known here: 3" in dialog.findChild(QLabel, "boxesDetails").text()
    category = dialog.findChild(QComboBox, "boxesCategory")
    category.setCurrentIndex(category.findData("cell"))
    press(dialog, "boxesButton")
    hands.wait()
    driver.qtbot.waitUntil(lambda: len(hands.shown) == 1)
    driver.click(*hands.place(hands.clickable()[0]))
    (annotation,) = driver.parts.edits.annotations
    assert driver.parts.edits.category(annotation.category_id).name == "cell"


def test_a_file_that_is_none_is_said_in_the_dialog(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A wrong file would be found out after the dialog is gone."""
    driver = open_window(photos[0])
    Hands(driver)
    path = tmp_path / "broken.json"
    path.write_text("[{")
    dialog = fill_dialog(driver, path)
    assert "no valid JSON" in dialog.findChild(QLabel, "boxesSummary").text()
    assert not dialog.findChild(QPushButton, "boxesButton").isEnabled()
    path.write_text("[]")
    dialog.set_path(tmp_path)
    dialog.set_path(path)
    driver.qtbot.waitUntil(lambda: "0 boxes" in dialog.findChild(QLabel, "boxesSummary").text())
    assert not dialog.findChild(QPushButton, "boxesButton").isEnabled()
    press(dialog, "closeButton")
