"""Projects, imports, exports and settings through the window."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from pycocotools.coco import COCO
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from sam_annotator.__main__ import main as cli_main
from sam_annotator.core.settings import load_settings
from sam_annotator.ui.dialogs.new_project import NewProjectDialog
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.transfer import ExportDialog, ImportDialog
from sam_annotator.ui.palette import CommandPalette

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]


def child(parent: Any, kind: type, name: str) -> Any:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def dialog(driver: Any, kind: type) -> Any:
    driver.qtbot.waitUntil(lambda: any(d.isVisible() for d in driver.window.findChildren(kind)))
    return next(d for d in driver.window.findChildren(kind) if d.isVisible())


def type_path(line: QLineEdit, path: Path) -> None:
    line.selectAll()
    line.insert(str(path))  # QTest's keys are ASCII only


def export(driver: Any, out: Path) -> str:
    driver.trigger("file.export")
    asked = dialog(driver, ExportDialog)
    type_path(child(asked, QLineEdit, "exportPath"), out)
    QTest.mouseClick(child(asked, QAbstractButton, "exportButton"), Qt.MouseButton.LeftButton)
    report = dialog(driver, ReportDialog)
    text: str = report.text
    report.close()
    return text


def import_file(driver: Any, path: Path) -> str:
    driver.trigger("file.import")
    asked = dialog(driver, ImportDialog)
    type_path(child(asked, QLineEdit, "importPath"), path)
    QTest.mouseClick(child(asked, QAbstractButton, "importButton"), Qt.MouseButton.LeftButton)
    report = dialog(driver, ReportDialog)
    text: str = report.text
    report.close()
    return text


def accept_one(driver: Any, point: tuple[int, int]) -> None:
    driver.click(*point)
    driver.settle()
    driver.key(Qt.Key.Key_Return)


def test_export_and_import_through_the_dialogs(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Work that leaves by the window's export must come back by its import, pixel by pixel, undoable."""
    folder, points = photos
    driver = open_window(folder)
    for point in points["photo1.png"][:3]:
        accept_one(driver, point)
    driver.parts.edits.rename_category(driver.parts.edits.categories[0].id, "块 block")
    masks = driver.annotations
    out = tmp_path / "项目 export.json"
    text = export(driver, out)
    assert "3 of 3 annotations" in text
    coco = COCO(str(out))
    assert all(np.array_equal(coco.annToMask(a), m) for a, m in zip(coco.anns.values(), masks, strict=True))

    copy = tmp_path / "copy"
    copy.mkdir()
    for name in points:
        shutil.copy(folder / name, copy / name)
    other = open_window(copy)
    text = import_file(other, out)
    assert "3 annotations" in text
    assert all(np.array_equal(a, b) for a, b in zip(other.annotations, masks, strict=True))
    assert [c.name for c in other.parts.edits.categories] == ["块 block"]
    again = tmp_path / "again.json"
    export(other, again)
    assert json.loads(again.read_bytes())["annotations"] == json.loads(out.read_bytes())["annotations"]
    other.trigger("edit.undo")
    assert other.annotations == [] and other.parts.edits.categories == ()
    other.trigger("edit.redo")
    assert len(other.annotations) == 3


def test_a_file_that_does_not_fit_changes_nothing(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A wrong file must be refused with its reasons, not half imported."""
    folder, points = photos
    driver = open_window(folder)
    accept_one(driver, points["photo1.png"][0])
    bad = tmp_path / "bad.json"
    bad.write_text(
        json.dumps(
            {
                "images": [{"id": 1, "file_name": "nowhere.png", "width": 5, "height": 5}],
                "categories": [{"id": 1, "name": "x"}],
                "annotations": [
                    {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[0, 0, 4, 0, 4, 4]], "iscrowd": 0}
                ],
            }
        )
    )
    text = import_file(driver, bad)
    assert "nowhere.png" in text
    assert len(driver.annotations) == 1 and len(driver.parts.edits.categories) == 1


def test_a_new_project_and_a_dropped_folder(open_window: Open, photos: Photos, tmp_path: Path, qtbot: Any) -> None:
    """Starting must take one dialog, or none: a folder dropped on the window is enough."""
    folder, _ = photos
    driver = open_window(None, wait=False)
    driver.trigger("file.new")
    asked = dialog(driver, NewProjectDialog)
    type_path(child(asked, QLineEdit, "newImages"), folder)
    type_path(child(asked, QLineEdit, "newProject"), tmp_path / "project")
    button = next(b for b in asked.findChildren(QAbstractButton) if b.text().startswith("Create"))
    with qtbot.waitSignal(driver.window.image_ready):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(driver.parts.project.images) == 5
    assert driver.parts.project.store.project_dir == tmp_path / "project"

    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(folder / "photo3.png", other / "only.png")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(other))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, left, plain)
    with qtbot.waitSignal(driver.window.image_ready):
        driver.window.dropEvent(drop)
    assert [image.file_name for image in driver.parts.project.images] == ["only.png"]
    assert load_settings().recent_projects[0] == str(other)


def test_files_that_come_go_and_move(open_window: Open, photos: Photos, qtbot: Any) -> None:
    """A renamed photograph must keep its annotations, and a missing one must stay listed."""
    folder, points = photos
    driver = open_window(folder)
    accept_one(driver, points["photo1.png"][0])
    qtbot.waitUntil(lambda: all(i.is_probed for i in driver.parts.project.images))
    (folder / "sub").mkdir()
    (folder / "photo1.png").rename(folder / "sub" / "renamed.png")
    (folder / "photo2.png").unlink()
    shutil.copy(folder / "photo3.png", folder / "photo10.png")
    driver.trigger("file.rescan")
    project = driver.parts.project
    qtbot.waitUntil(lambda: not project.is_scanning)
    by_name = {image.file_name: image for image in project.images}
    assert list(by_name) == ["photo2.png", "photo3.png", "photo4.png", "photo5.png", "photo10.png", "sub/renamed.png"]
    assert by_name["photo2.png"].missing
    assert len(driver.parts.project.store.annotations(by_name["sub/renamed.png"].id)) == 1
    assert project.image.file_name == "sub/renamed.png"


def test_one_image_opens_its_folder_at_it(open_window: Open, photos: Photos) -> None:
    """Someone who opens one photograph must see that one."""
    folder, _ = photos
    driver = open_window(folder / "photo4.png")
    assert driver.parts.project.image.file_name == "photo4.png"


def test_the_last_image_and_the_layout_come_back(open_window: Open, photos: Photos) -> None:
    """Going on the next morning must not begin with finding the place again."""
    folder, _ = photos
    driver = open_window(folder)
    driver.go("image.next")
    driver.go("image.next")
    driver.window.details_dock.hide()
    driver.close()
    again = open_window(folder)
    assert again.parts.project.image.file_name == "photo3.png"
    assert again.window.details_dock.isHidden()


def test_the_palette_runs_what_is_typed(open_window: Open, photos: Photos) -> None:
    """Everything must be reachable by typing a few letters of its name."""
    folder, _ = photos
    driver = open_window(folder)
    driver.trigger("app.command_palette")
    palette = dialog(driver, CommandPalette)
    line = palette.findChild(QLineEdit)
    QTest.keyClicks(line, "show masks")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not driver.action("view.toggle_masks").isChecked()


def test_another_engine_answers_the_open_prompt(open_window: Open, photos: Photos, qtbot: Any) -> None:
    """Changing the engine must not cost the clicks made for the object in hand."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    first = driver.parts.session.answer.request.request_id
    assert driver.parts.engines.use("fake")
    driver.settle()
    assert driver.parts.session.answer.request.request_id > first
    with qtbot.waitSignal(driver.window.failed) as said:
        assert not driver.parts.engines.use("vit_b")
    assert "checkpoint" in said.args[0]
    driver.click(*points["photo1.png"][1])
    driver.settle()


def test_images_moved_elsewhere_are_found_with_their_masks(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Moving the photographs to another disk must not cost their annotations."""
    folder, points = photos
    project = tmp_path / "project"
    assert cli_main(["new", str(project), "--images", str(folder)]) == 0
    driver = open_window(project)
    accept_one(driver, points["photo1.png"][0])
    driver.close()
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    again = open_window(project, wait=False)
    bar = again.window.notice_bar
    again.qtbot.waitUntil(lambda: "not at" in bar.text)
    asked = next(b for b in bar.findChildren(QAbstractButton) if b.text() == "Find…")
    QTest.mouseClick(asked, Qt.MouseButton.LeftButton)
    chooser = dialog(again, QFileDialog)
    with again.qtbot.waitSignal(again.window.image_ready):
        chooser.fileSelected.emit(str(elsewhere))
    chooser.close()
    assert len(again.annotations) == 1
    again.qtbot.waitUntil(lambda: not any(i.missing for i in again.parts.project.images))
