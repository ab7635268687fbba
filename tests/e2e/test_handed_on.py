"""A project that goes to a colleague as a COCO file, and comes back reviewed, through two real windows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mask_hands import block, put
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from sam_annotator.core.options import AttributeKind, AttributeSpec, ProjectOptions
from sam_annotator.core.records import ReviewState
from sam_annotator.ui.commands import SetOptions
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.transfer import ExportDialog, ImportDialog

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
COLOUR = AttributeSpec("colour", AttributeKind.CHOICE, ("red", "blue"))


def transfer(driver: Driver, action_id: str, kind: type[QDialog], names: tuple[str, str], path: Path) -> str:
    """Export to a file or import one; return the remarks of the report."""
    driver.trigger(action_id)
    dialog = driver.window.findChild(kind)
    assert isinstance(dialog, QDialog)
    line, button = dialog.findChild(QLineEdit, names[0]), dialog.findChild(QPushButton, names[1])
    assert line is not None and button is not None
    line.selectAll()
    line.insert(str(path))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.qtbot.waitUntil(lambda: any(d.isVisible() for d in driver.window.findChildren(ReportDialog)))
    report = next(d for d in driver.window.findChildren(ReportDialog) if d.isVisible())
    remarks = report.findChild(QPlainTextEdit, "reportReasons")
    text = "" if remarks is None else remarks.toPlainText()
    report.close()
    return text


def export(driver: Driver, path: Path) -> None:
    transfer(driver, "file.export", ExportDialog, ("exportPath", "exportButton"), path)


def import_(driver: Driver, path: Path) -> str:
    return transfer(driver, "file.import", ImportDialog, ("importPath", "importButton"), path)


def say(driver: Driver, *keys: Qt.Key) -> None:
    """Review the annotations of the image one after the other."""
    driver.parts.features.make()
    driver.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    place = driver.window.findChild(QLabel, "reviewPlace")
    assert place is not None
    for number, key in enumerate(keys, start=1):
        driver.qtbot.waitUntil(lambda n=number: place.text() == f"{n} of {len(keys)}")
        driver.key(key)
    driver.trigger("review.leave")


def reviews(driver: Driver) -> list[ReviewState]:
    return [a.review for a in driver.parts.edits.annotations]


def test_a_review_and_the_attributes_go_there_and_come_back(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """The colleague would not have the choices, and what the colleague said would be lost on the way back."""
    shutil.copytree(photos[0], tmp_path / "theirs")
    here = open_window(photos[0])
    put(here, block(10, 10, 60, 50), block(90, 60, 140, 110))
    before = here.parts.edits.options
    assert here.parts.edits.run(lambda edits: SetOptions(edits, before, ProjectOptions((COLOUR,))))
    export(here, tmp_path / "there.json")
    here.close()

    there = open_window(tmp_path / "theirs")
    import_(there, tmp_path / "there.json")
    assert there.parts.edits.options.attributes == (COLOUR,)
    say(there, Qt.Key.Key_Y, Qt.Key.Key_N)
    assert reviews(there) == [ReviewState.ACCEPTED, ReviewState.REJECTED]
    export(there, tmp_path / "back.json")
    there.parts.edits.select([])
    for _ in range(3):
        there.trigger("edit.undo")
    assert there.parts.edits.options.attributes == () and there.parts.edits.annotations == ()

    there.close()

    here = open_window(photos[0])
    steps = here.parts.edits.undo_stack.index()
    assert "Took the review of 2 annotations" in import_(here, tmp_path / "back.json")
    assert reviews(here) == [ReviewState.ACCEPTED, ReviewState.REJECTED]
    assert here.parts.edits.undo_stack.index() == steps + 1
    here.trigger("edit.undo")
    assert reviews(here) == [ReviewState.NONE, ReviewState.NONE] and here.parts.edits.options.attributes == (COLOUR,)
