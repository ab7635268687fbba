"""The progress panel in the real window: plots after edits, tables and pictures for reports."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from gates import Gate
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QToolButton

from sam_annotator.ui import progress_feature
from sam_annotator.ui.docks.progress_dock import ProgressDock
from sam_annotator.ui.progress_feature import ProgressFeature

if TYPE_CHECKING:
    from hands import Driver


Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def accept(driver: Driver, point: tuple[int, int]) -> None:
    driver.click(*point)
    driver.settle()
    driver.trigger("prompt.accept")
    driver.settle()


def panel_of(driver: Driver) -> ProgressDock:
    """Wait for the panel, which is made after the first image."""
    driver.qtbot.waitUntil(lambda: driver.window.findChild(ProgressDock, "progressDock") is not None)
    dock = driver.window.findChild(ProgressDock, "progressDock")
    assert dock is not None
    return dock


def panel(driver: Driver) -> ProgressDock:
    """Bring the panel up and wait for its figures."""
    dock = panel_of(driver)
    driver.trigger("view.progress")
    driver.qtbot.waitUntil(lambda: dock.is_drawn)
    return dock


def choose(driver: Driver, folder: Path) -> None:
    """Choose a folder in the dialog that is open."""
    driver.qtbot.waitUntil(lambda: driver.window.findChild(QFileDialog, "progressFolder") is not None)
    dialog = driver.window.findChild(QFileDialog, "progressFolder")
    assert dialog is not None
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def notice(driver: Driver) -> str:
    return driver.window.notice_bar.text


def test_the_panel_counts_what_is_done(open_window: Open, photos: Photos) -> None:
    """An edit shows in the plots without being asked for, and so does its undo."""
    driver = open_window(photos[0])
    dock = panel(driver)
    assert dock.progress is not None and dock.progress.annotation_count == 0
    assert [card.content.id for card in dock.cards if card.isVisible()] == ["images"]
    accept(driver, photos[1]["photo1.png"][0])
    driver.trigger("image.toggle_done")
    driver.qtbot.waitUntil(lambda: dock.progress.annotation_count == 1)  # type: ignore[union-attr]
    driver.qtbot.waitUntil(lambda: dock.progress.left_count == 4)  # type: ignore[union-attr]
    assert dock.progress.clicks.median == 1 and sum(p.images_done for p in dock.progress.periods) == 1
    driver.qtbot.waitUntil(lambda: dock.is_drawn and sum(card.isVisible() for card in dock.cards) >= 7)
    driver.trigger("edit.undo")
    driver.qtbot.waitUntil(lambda: dock.progress.left_count == 5)  # type: ignore[union-attr]


def test_many_edits_are_read_together(open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large project must not be read anew for every mask of somebody who is quick."""
    reads: list[Path] = []
    read = progress_feature.read_progress

    def counting(project_dir: Path, *arguments: Any) -> Any:
        reads.append(project_dir)
        return read(project_dir, *arguments)

    monkeypatch.setattr(progress_feature, "read_progress", counting)
    driver = open_window(photos[0])
    dock = panel(driver)
    timer = driver.window.findChild(ProgressFeature).__dict__["_soon"]
    assert len(reads) == 1
    for _ in range(6):
        driver.trigger("image.toggle_flag")
    assert timer.isActive() and timer.interval() >= 1000 and len(reads) == 1
    driver.trigger("image.toggle_done")
    driver.qtbot.waitUntil(lambda: dock.progress.left_count == 4)  # type: ignore[union-attr]
    assert len(reads) == 2


def test_reading_can_be_cancelled_and_comes_back(
    open_window: Open, photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million annotations take seconds; who does not want to wait says so, and asks again later."""
    gate, read = Gate(), progress_feature.read_progress

    def held(*arguments: Any) -> Any:
        gate.pass_through()
        return read(*arguments)

    monkeypatch.setattr(progress_feature, "read_progress", held)
    driver = open_window(photos[0])
    dock = panel_of(driver)
    gate.shut()
    driver.trigger("view.progress")
    bar, cancel = dock.findChild(QProgressBar, "progressReading"), dock.findChild(QToolButton, "progressCancel")
    assert bar is not None and cancel is not None
    driver.qtbot.waitUntil(bar.isVisible)
    cancel.click()
    assert not bar.isVisible() and dock.progress is None
    gate.open()
    again = dock.findChild(QPushButton, "emptyStep")
    assert again is not None and again.text() == "Count again"
    again.click()
    driver.qtbot.waitUntil(lambda: dock.is_drawn)


def test_nothing_is_read_while_nobody_sees_it(open_window: Open, photos: Photos) -> None:
    """The panel must not cost those who don't open it."""
    driver = open_window(photos[0])
    dock = panel_of(driver)
    accept(driver, photos[1]["photo1.png"][0])
    driver.qtbot.wait(50)
    assert dock.progress is None and not dock.isVisible()


def test_tables_hold_every_annotation(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """What a manager's spreadsheet is made of; a second export leaves the first alone."""
    driver = open_window(photos[0])
    for point in photos[1]["photo1.png"][:2]:
        accept(driver, point)
    folders = []
    for _ in range(2):
        driver.trigger("progress.export_csv")
        choose(driver, tmp_path)
        driver.qtbot.waitUntil(lambda: "tables are in" in notice(driver))
        folders = sorted(path for path in tmp_path.iterdir() if " progress " in path.name)
        driver.window.notice_bar.clear()
    assert len(folders) == 2
    for folder in folders:
        tables = {path.stem: list(csv.reader(path.open(encoding="utf-8-sig"))) for path in folder.iterdir()}
        assert set(tables) == {"annotations", "image_states", "per_day", "per_category", "seconds", "clicks", "area"}
        assert len(tables["annotations"]) == 3 and tables["annotations"][1][2] == "photo1.png"
        assert tables["image_states"][1:] != [] and tables["per_category"][1][3] == "2"


def test_pictures_are_written_without_the_panel_having_been_open(
    open_window: Open, photos: Photos, tmp_path: Path
) -> None:
    """The figures are read first."""
    driver = open_window(photos[0])
    accept(driver, photos[1]["photo1.png"][0])
    driver.trigger("progress.export_png")
    choose(driver, tmp_path)
    driver.qtbot.waitUntil(lambda: "pictures are in" in notice(driver))
    (folder,) = (path for path in tmp_path.iterdir() if " progress " in path.name)
    names = {path.name for path in folder.iterdir()}
    assert {"images.png", "annotations.png", "categories.png", "clicks.png", "areas.png"} <= names
    assert all(QImage(str(folder / name)).width() == 960 for name in names)


def test_the_window_turns_between_two_pictures_and_can_cancel(
    open_window: Open, photos: Photos, tmp_path: Path
) -> None:
    """Drawing all of them at once held the window up for a second, with no way out of it."""
    driver = open_window(photos[0])
    accept(driver, photos[1]["photo1.png"][0])
    driver.trigger("progress.export_png")
    choose(driver, tmp_path)
    driver.qtbot.waitUntil(lambda: "%" in notice(driver))
    cancel = next(b for b in driver.window.findChildren(QPushButton) if b.isVisible() and b.text() == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    driver.qtbot.waitUntil(lambda: "cancelled" in notice(driver))
    assert not [path for path in tmp_path.iterdir() if " progress " in path.name]
    driver.trigger("progress.export_png")
    choose(driver, tmp_path)
    driver.qtbot.waitUntil(lambda: "pictures are in" in notice(driver))


def test_a_folder_that_cant_be_written_is_said(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A report that was not written must not look written."""
    driver = open_window(photos[0])
    driver.trigger("progress.export_csv")
    choose(driver, tmp_path / "not there")
    driver.qtbot.waitUntil(lambda: "can't be written" in notice(driver))


def test_wide_panels_have_columns(open_window: Open, photos: Photos) -> None:
    """A floating panel on a second screen shows all at once."""
    driver = open_window(photos[0])
    accept(driver, photos[1]["photo1.png"][0])
    dock = panel(driver)
    driver.qtbot.waitUntil(lambda: sum(card.isVisible() for card in dock.cards) > 3)
    narrow = {card.mapTo(dock, card.rect().topLeft()).x() for card in dock.cards if card.isVisible()}
    dock.setFloating(True)
    dock.resize(1000, 700)
    driver.qtbot.waitUntil(
        lambda: len({card.mapTo(dock, card.rect().topLeft()).x() for card in dock.cards if card.isVisible()}) == 3
    )
    assert len(narrow) == 1


def test_without_a_project_the_next_step_is_offered(open_window: Open) -> None:
    """An empty panel says what it is for."""
    driver = open_window(None, wait=False)  # type: ignore[arg-type]
    dock = panel_of(driver)
    driver.trigger("view.progress")
    driver.qtbot.waitUntil(dock.isVisible)
    assert dock.progress is None and not driver.action("progress.export_csv").isEnabled()
