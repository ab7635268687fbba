"""Export in the real window: what and how in the dialog, folders of pictures behind it, and their reports."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from gates import Gate
from mask_hands import block, put
from PIL import Image as PilImage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton

from sam_annotator.core.image_io import read_image
from sam_annotator.formats import folder_export
from sam_annotator.formats.registry import FORMATS
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.transfer import ExportDialog

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def dialog_of(driver: Driver) -> ExportDialog:
    """Open the dialog by its key."""
    driver.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    driver.qtbot.waitUntil(lambda: driver.window.findChild(ExportDialog) is not None)
    dialog = driver.window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


def box(dialog: QDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, name)
    assert found is not None, name
    return found


def choose(dialog: ExportDialog, format_id: str, scope: str, out: Path) -> None:
    """Choose format and scope, and type a path."""
    dialog.choose_format(format_id)
    scopes = box(dialog, "exportScope")
    scopes.setCurrentIndex(next(i for i in range(scopes.count()) if scopes.itemText(i).startswith(scope)))
    line = dialog.findChild(QLineEdit, "exportPath")
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, str(out))


def press(dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None and button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def export(driver: Driver, format_id: str, scope: str, out: Path) -> ReportDialog:
    """Export and return the report."""
    dialog = dialog_of(driver)
    choose(dialog, format_id, scope, out)
    press(dialog, "exportButton")
    driver.qtbot.waitUntil(lambda: any(d.isVisible() for d in driver.window.findChildren(ReportDialog)))
    return next(d for d in driver.window.findChildren(ReportDialog) if d.isVisible())


def objects(driver: Driver) -> list[int]:
    """Two masks on the first image, one with a hole; one on the second."""
    holed = block(90, 60, 140, 110)
    holed[80:90, 100:120] = False
    ids = put(driver, block(10, 10, 60, 50), holed)
    driver.go("image.next")
    ids += put(driver, block(30, 30, 50, 90))
    driver.go("image.previous")
    return ids


@pytest.mark.parametrize("format_id", [known.id for known in FORMATS if not known.suffixes])
def test_every_format_is_offered_and_written(open_window: Open, photos: Photos, tmp_path: Path, format_id: str) -> None:
    """A kind of file that the command line knows would be missing for who has no terminal."""
    driver = open_window(photos[0])
    objects(driver)
    report = export(driver, format_id, "Whole project", tmp_path / "out")
    assert "3 of 3 annotations" in report.text
    assert report.findChild(QPushButton, "reportFolder") is not None
    assert any((tmp_path / "out").rglob("*"))
    report.close()


def test_the_selection_is_cut_out(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """For a figure in a paper one object is wanted, with nothing of what is around it."""
    driver = open_window(photos[0])
    ids = objects(driver)
    driver.parts.edits.select([ids[1]])
    report = export(driver, "cutouts", "Selected", tmp_path / "out")
    index = json.loads((tmp_path / "out" / "cutouts.json").read_text())
    assert [row["annotation_id"] for row in index] == [ids[1]]
    with PilImage.open(tmp_path / "out" / index[0]["file"]) as picture:
        pixels = np.asarray(picture)
    wanted = block(90, 60, 140, 110)[60:110, 90:140].copy()
    wanted[20:30, 10:30] = False
    assert np.array_equal(pixels[..., 3], wanted * np.uint8(255))
    photo = read_image(photos[0] / "photo1.png")[60:110, 90:140]
    assert np.array_equal(pixels[wanted][:, :3], photo[wanted])
    report.close()


def test_this_image_or_the_listed_ones(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Of a project of thousands a few would be wanted."""
    driver = open_window(photos[0])
    objects(driver)
    export(driver, "png-instances", "This image", tmp_path / "one").close()
    assert {p.name for p in (tmp_path / "one").iterdir()} == {"photo1.png", "photo1.json"}
    with PilImage.open(tmp_path / "one" / "photo1.png") as picture:
        assert sorted(np.unique(np.asarray(picture)).tolist()) == [0, 1, 2]


def test_what_was_chosen_is_remembered_and_another_name_is_offered(
    open_window: Open, photos: Photos, tmp_path: Path
) -> None:
    """Whoever exports every day would choose the same each time, and be told that the folder is not empty."""
    driver = open_window(photos[0])
    objects(driver)
    dialog = dialog_of(driver)
    dialog.choose_format("cutouts")
    offered = dialog.findChild(QLineEdit, "exportPath")
    frame = box(dialog, "exportFrame")
    frame.setCurrentIndex(frame.findData("full"))
    assert offered is not None
    first = Path(offered.text())
    assert not first.is_relative_to(photos[0]) and not first.exists()
    press(dialog, "exportButton")
    driver.qtbot.waitUntil(lambda: any(d.isVisible() for d in driver.window.findChildren(ReportDialog)))
    next(d for d in driver.window.findChildren(ReportDialog) if d.isVisible()).close()
    driver.qtbot.waitUntil(lambda: driver.window.findChild(ExportDialog) is None)
    again = dialog_of(driver)
    assert box(again, "exportFormat").currentData() == "cutouts" and box(again, "exportFrame").currentData() == "full"
    second = again.findChild(QLineEdit, "exportPath")
    assert second is not None and second.text() == f"{first}-2"
    line = second
    line.selectAll()
    QTest.keyClicks(line, str(first))
    button = again.findChild(QPushButton, "exportButton")
    assert button is not None and not button.isEnabled()
    again.close()


def test_an_export_is_cancelled_and_leaves_nothing(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a folder would be taken for a whole one."""
    gate, write = Gate(), folder_export.FolderExport.read_image

    def held(*arguments: object) -> object:
        gate.pass_through()
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(folder_export.FolderExport, "read_image", held)
    driver = open_window(photos[0])
    objects(driver)
    dialog = dialog_of(driver)
    choose(dialog, "overlay", "Whole project", tmp_path / "out")
    gate.shut()
    press(dialog, "exportButton")
    driver.qtbot.waitUntil(lambda: driver.window.progress_panel.isVisible())
    driver.go("image.next")  # the window goes on
    cancel = driver.window.progress_panel.findChild(QPushButton, "progressCancel")
    assert cancel is not None
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    gate.open()
    driver.qtbot.waitUntil(lambda: not driver.parts.transfer.is_busy)
    assert [path.name for path in tmp_path.iterdir() if path.name != "photos"] == []


def test_a_full_disk_is_one_sentence(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One would think that all was written."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    driver = open_window(photos[0])
    objects(driver)
    monkeypatch.setattr("sam_annotator.core.image_write.os.fsync", full)
    report = export(driver, "png-semantic", "Whole project", tmp_path / "out")
    assert report.windowTitle() == "Nothing was changed"
    assert [path.name for path in tmp_path.iterdir() if path.name != "photos"] == []
    report.close()
