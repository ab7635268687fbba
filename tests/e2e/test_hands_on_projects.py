"""Projects that come, go and change under the window: nothing lands in the wrong one, nothing accepted is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as PilImage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sam_annotator.core.settings import Settings, load_settings
from sam_annotator.store.store import Store
from sam_annotator.ui.dialogs.engines import EnginesDialog
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.transfer import ExportScope, ExportWish

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]


def accept(driver: Any, place: tuple[int, int], *, wait: bool = True) -> None:
    driver.click(*place)
    if wait:
        driver.settle()
    driver.key(Qt.Key.Key_Return)


def copy_of(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, folder.with_name(name), ignore=shutil.ignore_patterns("sam-annotator*")))


def count_in(folder: Path) -> int:
    with Store.open(folder, read_only=True) as store:
        return sum(store.annotation_counts().values())


def ready(driver: Any) -> None:
    driver.await_image()


def test_an_import_stays_with_its_project(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Opening another project while a file is read must not put the file's annotations into that one."""
    folder, points = photos
    driver = open_window(folder)
    accept(driver, points["photo1.png"][0])
    transfer, out = driver.parts.transfer, tmp_path / "out.json"
    transfer.export_to(folder, ExportWish("coco", out, {}, ExportScope("")), Settings())
    driver.qtbot.waitUntil(lambda: not transfer.is_busy)
    first, second = copy_of(folder, "first"), copy_of(folder, "second")
    driver.parts.opening.open(first)
    ready(driver)
    transfer.read_from(first, "coco", out, skip_invalid=False)
    driver.parts.opening.open(second)
    driver.qtbot.waitUntil(lambda: not transfer.is_busy)
    ready(driver)
    assert driver.annotations == [] and driver.parts.edits.categories == ()


def test_a_new_project_waits_for_what_was_accepted(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An object accepted just before a new project is made must be in its own project."""
    folder, points = photos
    images = copy_of(folder, "others")
    driver = open_window(folder)
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_DELAY_MS", "400")
    assert driver.parts.engines.use("fake")
    driver.qtbot.waitUntil(lambda: not driver.parts.engines.is_loading)
    accept(driver, points["photo1.png"][0], wait=False)
    assert driver.parts.session.is_finishing
    driver.parts.dialogs.project_wanted.emit(tmp_path / "new", images, ["cat"])
    project = driver.parts.project
    driver.qtbot.waitUntil(lambda: project.store.project_dir == tmp_path / "new")
    assert count_in(folder) == 1
    assert load_settings().recent_projects[0] == str(tmp_path / "new")


def test_a_click_that_never_gets_its_answer_holds_nobody(open_window: Open, photos: Photos) -> None:
    """Without an engine, what was accepted waits for ever; opening another project twice must open it."""
    folder, points = photos
    other = copy_of(folder, "other")
    driver = open_window(folder, "vit_b")
    driver.qtbot.waitUntil(lambda: "checkpoint" in driver.window.notice_bar.text)
    accept(driver, points["photo1.png"][0], wait=False)
    assert driver.parts.opening.open(other) and driver.parts.project.store.project_dir == folder
    assert driver.parts.opening.open(other) and driver.parts.project.store.project_dir == other


def test_a_mask_that_can_not_be_saved_stays_in_hand(open_window: Open, photos: Photos) -> None:
    """A full disk or a lost drive must cost a sentence, not the mask that was just made."""
    folder, points = photos
    other = copy_of(folder, "other")
    driver = open_window(folder)
    accept(driver, points["photo1.png"][0])
    driver.click(*points["photo1.png"][1])
    driver.settle()
    draft = driver.draft
    (folder / "sam-annotator.sqlite").unlink()
    driver.key(Qt.Key.Key_Return)
    assert driver.window.notice_bar.kind == "warning" and (driver.draft == draft).all()
    assert driver.parts.opening.open(other) and driver.parts.project.store.project_dir == other


def test_a_window_closes_though_its_project_is_gone(open_window: Open, photos: Photos) -> None:
    """A memory stick that was pulled out must not leave a window that can't be closed."""
    folder, _ = photos
    driver = open_window(folder)
    shutil.rmtree(folder)
    driver.action("image.next").trigger()
    assert driver.window.close() and driver.parts.project.store is None


def test_a_replaced_file_takes_no_mask_of_another_size(open_window: Open, photos: Photos) -> None:
    """Painting on a photograph that was scaled meanwhile must not put the mask elsewhere."""
    folder, points = photos
    driver = open_window(folder)
    accept(driver, points["photo1.png"][0])
    driver.go("image.next")
    for name in ("photo1.png", "photo3.png"):
        with PilImage.open(folder / name) as picture:
            picture.resize((80, 60)).save(folder / name)
    driver.go("image.previous")
    driver.trigger("tool.brush")
    driver.drag(10, 10, 40, 40)
    assert len(driver.annotations) == 1 and "another size" in driver.window.notice_bar.text
    driver.go("image.next")
    driver.go("image.next")
    driver.drag(10, 10, 40, 40)  # nothing was on this one: it is simply another file now
    assert driver.parts.project.image.size_hw == (60, 80) and driver.annotations[0].shape == (60, 80)


def test_the_last_image_being_damaged_has_a_way_on(open_window: Open, photos: Photos, qtbot: Any) -> None:
    """The one button in place of a damaged image must do something, and its message must stay."""
    folder, _ = photos
    (folder / "photo5.png").write_bytes(b"not an image")
    driver = open_window(folder)
    parts = driver.parts
    with qtbot.waitSignal(driver.window.failed):
        parts.project.go_to(4)
    parts.project.reload_images()
    assert parts.images.message_action_id == "image.previous" and driver.canvas._message.isVisible()
    assert driver.window.status_panel.text("zoom") == ""
    with qtbot.waitSignal(driver.window.image_ready):
        driver.canvas.message_action.emit()
    assert not driver.canvas._message.isVisible() and driver.window.status_panel.text("zoom") != ""


def test_a_project_read_only_is_asked_again(open_window: Open, photos: Photos) -> None:
    """When the other window is closed, opening the project again must give it to be worked on."""
    folder, points = photos
    first = open_window(folder)
    second = open_window(folder)
    assert second.parts.edits.is_read_only
    first.close()
    assert second.parts.opening.open(folder)
    ready(second)
    accept(second, points["photo1.png"][0])
    assert len(second.annotations) == 1


def test_an_engine_that_fails_leaves_the_one_before(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A wrong weights file or a missing GPU must cost a sentence; who answers must be told right."""
    folder, points = photos
    driver = open_window(folder)
    engines, status = driver.parts.engines, driver.window.status_panel
    driver.qtbot.waitUntil(lambda: engines.info is not None)
    before = status.text("engine")
    wrong = tmp_path / "wrong.pth"
    wrong.write_bytes(b"no weights" * 100)
    driver.trigger("app.engines")
    dialog = driver.window.findChild(EnginesDialog)
    dialog.file_chosen.emit("vit_b", str(wrong))
    driver.qtbot.waitUntil(lambda: not engines.is_loading)
    assert "wrong.pth" in driver.window.notice_bar.text and status.text("engine") == before
    assert engines.engine_id == "fake" and not dialog.card("fake").use_button.isVisible()
    assert dialog.card("vit_b").download_button.isVisible()  # the wrong file is not kept
    dialog.close()
    accept(driver, points["photo1.png"][0])
    assert len(driver.annotations) == 1


def test_engine_settings_count_at_once_and_go_back(open_window: Open, photos: Photos) -> None:
    """A setting must do what it says when it is changed; one that can't be had must not spoil the next start."""
    driver = open_window(photos[0])
    parts = driver.parts
    driver.qtbot.waitUntil(lambda: parts.engines.info is not None)
    parts.settings.change(engine_id="vit_l")
    assert "checkpoint" in driver.window.notice_bar.text and load_settings().engine_id == "builtin"
    parts.settings.change(engine_id="fake")
    driver.qtbot.waitUntil(lambda: parts.engines.info is not None)
    assert load_settings().engine_id == "fake" and driver.window.notice_bar.text == ""


def test_an_export_can_be_cancelled(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Whoever exports a large project by mistake must not have to wait for its end."""
    folder, points = photos
    driver = open_window(folder)
    accept(driver, points["photo1.png"][0])
    transfer, panel = driver.parts.transfer, driver.window.progress_panel
    transfer.export_to(folder, ExportWish("coco", tmp_path / "out.json", {}, ExportScope("")), Settings())
    assert "out.json" in panel.texts[0]
    QTest.mouseClick(panel.findChild(QPushButton, "progressCancel"), Qt.MouseButton.LeftButton)
    driver.qtbot.waitUntil(lambda: not transfer.is_busy)
    assert panel.texts == [] and panel.isHidden() and not driver.window.findChildren(ReportDialog)


def test_a_click_in_a_read_only_project_is_answered_in_words(open_window: Open, photos: Photos) -> None:
    """A click that does nothing and says nothing looks like a broken program."""
    folder, points = photos
    open_window(folder)
    second = open_window(folder)
    second.window.notice_bar.clear()
    second.click(*points["photo1.png"][0])
    assert "read-only" in second.window.notice_bar.text


def test_encoding_ahead_is_not_told_as_waiting(open_window: Open, photos: Photos, held_engine: Any) -> None:
    """While the next image is encoded ahead, nobody waits; a turning ring would say that clicks do."""
    gate = held_engine.gates["encode"]
    gate.shut()
    driver = open_window(photos[0])
    worker, project = driver.parts.worker, driver.parts.project
    started: list[int] = []
    worker.encode_started.connect(started.append)
    driver.qtbot.waitUntil(lambda: "Encoding" in driver.canvas._busy)
    gate.let_one_through()
    driver.qtbot.waitUntil(lambda: project.images[1].id in started)
    gate.await_call(driver.qtbot)
    assert worker.is_encoded(project.images[0].id)
    for _ in range(5):
        driver.qtbot.wait(100)
        assert driver.canvas._busy == ""
    assert gate.is_holding
