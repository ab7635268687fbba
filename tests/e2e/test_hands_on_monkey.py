"""Everything at once, at random: whatever somebody does, panels, canvas and file agree, and undo leads to the start."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sam_annotator.__main__ import main as cli_main
from sam_annotator.ui import action_table
from sam_annotator.ui.state import is_enabled

STEPS = int(os.environ.get("SAM_ANNOTATOR_MONKEY_STEPS", "1200"))
SEED = int(os.environ.get("SAM_ANNOTATOR_MONKEY_SEED", "11"))
ACTIONS = (
    "edit.undo", "edit.redo", "annotation.select_all", "image.next", "image.previous", "image.toggle_done",
    "image.toggle_flag", "prompt.accept", "prompt.clear", "prompt.cycle_candidate", "annotation.delete",
    "annotation.toggle_crowd", "tool.prompt", "tool.select", "tool.brush", "tool.eraser", "tool.polygon", "view.fit",
    "view.actual_size", "view.zoom_in", "view.zoom_out", "view.toggle_masks", "view.opacity_down", "view.opacity_up",
    "view.hover_preview", "view.full_image", "view.theme", "file.rescan",
)  # fmt: skip
KEYS = "ADQVBEPFH12340[]\t\r\x1b\x08"


@pytest.fixture
def qt_messages() -> Iterator[list[str]]:
    """What Qt complained about."""
    said: list[str] = []

    def take(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and "This plugin does not" not in message:
            said.append(message)

    before = qInstallMessageHandler(take)
    yield said
    qInstallMessageHandler(before)


class Monkey:
    """Hands without a plan on one window."""

    def __init__(self, driver: Any, rng: random.Random) -> None:
        self.driver, self.rng = driver, rng
        self.canvas, self.parts, self.window = driver.canvas, driver.parts, driver.window
        self.trail: list[str] = []

    def step(self) -> None:
        """Do one thing."""
        do = self.rng.choices(
            (self.action, self.click, self.drag, self.key, self.wheel, self.hover, self.choose, self.category),
            (6, 5, 3, 5, 1, 2, 3, 2),
        )[0]
        self.trail.append(do.__name__)
        do()

    def _note(self, what: object) -> None:
        self.trail[-1] += f" {what}"

    def _place(self) -> QPoint:
        if self.rng.random() < 0.8:
            return self.driver.at(self.rng.uniform(0, 160), self.rng.uniform(0, 120))
        return QPoint(self.rng.randrange(self.canvas.width()), self.rng.randrange(self.canvas.height()))

    def action(self) -> None:
        action_id = self.rng.choice(ACTIONS)
        self._note(action_id)
        if action_id == "file.rescan" and self.rng.random() < 0.5:
            self.parts.engines.use("fake")  # another engine answers from now on
            return
        self.driver.action(action_id).trigger()

    def _modifier(self) -> Qt.KeyboardModifier:
        keys = Qt.KeyboardModifier
        return self.rng.choices((keys.NoModifier, keys.ShiftModifier, keys.ControlModifier), (8, 2, 1))[0]

    def click(self) -> None:
        buttons = Qt.MouseButton
        button = self.rng.choices((buttons.LeftButton, buttons.RightButton, buttons.MiddleButton), (8, 3, 1))[0]
        strike = QTest.mouseDClick if self.rng.random() < 0.1 else QTest.mouseClick
        strike(self.canvas, button, self._modifier(), self._place())

    def drag(self) -> None:
        """Drag; now and then something else happens meanwhile, or the release never comes."""
        left, modifier = Qt.MouseButton.LeftButton, self._modifier()
        QTest.mousePress(self.canvas, left, modifier, self._place())
        for _ in range(self.rng.randrange(1, 5)):
            QTest.mouseMove(self.canvas, self._place())
            if self.rng.random() < 0.1:
                self.key()
        if self.rng.random() < 0.95:
            QTest.mouseRelease(self.canvas, left, modifier, self._place())

    def key(self) -> None:
        key = self.rng.choice(KEYS)
        named = {"\t": Qt.Key.Key_Tab, "\r": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape, "\x08": Qt.Key.Key_Backspace}
        modifier = Qt.KeyboardModifier.NoModifier
        if self.rng.random() < 0.2:
            key, modifier = self.rng.choice("ZYADG"), Qt.KeyboardModifier.ControlModifier
        self._note(repr(key))
        code = named.get(key) or Qt.Key(ord(key))
        views = (self.window.image_dock.view, self.window.annotation_dock.view, self.window.category_dock.view)
        target = self.canvas if self.rng.random() < 0.8 else self.rng.choice(views)
        QTest.keyClick(target, code, modifier)

    def wheel(self) -> None:
        at, turn = QPointF(self._place()), QPoint(0, self.rng.choice((-120, 120, 240)))
        none = Qt.MouseButton.NoButton
        event = QWheelEvent(
            at, self.canvas.mapToGlobal(at), QPoint(), turn, none, self._modifier(), Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(self.canvas, event)

    def hover(self) -> None:
        QTest.mouseMove(self.canvas, self._place())

    def choose(self) -> None:
        """Click a row of a list."""
        view = self.rng.choice(
            (self.window.image_dock.view, self.window.annotation_dock.view, self.window.category_dock.view)
        )
        rows = view.model().rowCount()
        self._note(view.objectName())
        if rows and view.isVisible():
            rect = view.visualRect(view.model().index(self.rng.randrange(rows)))
            button = Qt.MouseButton.LeftButton
            QTest.mouseClick(view.viewport(), button, self._modifier(), rect.center())

    def category(self) -> None:
        """Add, rename, recolour, merge or delete a category, or give one to the selection."""
        dock, edits = self.window.category_dock, self.parts.edits
        ids = [c.id for c in edits.categories]
        match self.rng.randrange(6 if ids else 1):
            case 0 if len(ids) < 12:
                dock.new_name.setText(f"c{self.rng.randrange(20)}")
                QTest.keyClick(dock.new_name, Qt.Key.Key_Return)
            case 1:
                dock.rename_requested.emit(self.rng.choice(ids), f"n{self.rng.randrange(20)}")
            case 2:
                dock.recolor_requested.emit(self.rng.choice(ids), f"#{self.rng.randrange(1 << 24):06x}")
            case 3:
                dock.merge_requested.emit(self.rng.choice(ids), self.rng.choice(ids))
            case 4:
                dock.delete_requested.emit(self.rng.choice(ids))
            case 5:
                self.window.annotation_dock.category_requested.emit(edits.selection, self.rng.choice(ids))


def check(driver: Any) -> None:
    """See that the file, the controllers, the lists and the canvas tell the same."""
    parts, window, project = driver.parts, driver.window, driver.parts.project
    store, edits, session = project.store, parts.edits, parts.session
    driver.await_image()
    driver.settle()
    driver.qtbot.waitUntil(lambda: not project.is_scanning)
    image = project.image
    assert window.image_dock.view.current_id == image.id == edits.image.id == session._session.image_id
    stored = store.annotations(image.id)
    assert edits.annotations == stored
    rows = window.annotation_dock.model
    assert {rows.annotation_at(row) for row in range(rows.rowCount())} == set(stored)
    assert window.annotation_dock._selected_in_view() == edits.selection <= {a.id for a in stored}
    shown = {a.id for a in driver.canvas._scene.annotations.annotations}
    assert shown == {a.id for a in stored} - {session.refined_id}
    categories = window.category_dock.model
    assert tuple(categories.categories) == edits.categories == store.categories()
    counts = store.category_counts()
    assert {k: v for k, v in edits.category_counts.items() if v} == {k: v for k, v in counts.items() if v}
    assert [categories.index(row).data(Qt.ItemDataRole.UserRole + 2) for row in range(categories.rowCount())] == [
        counts.get(c.id, 0) for c in edits.categories
    ]
    assert window.category_dock.current_id == edits.current_category_id
    assert not edits.categories or edits.category(edits.current_category_id) is not None
    by_image, images = store.annotation_counts(), window.image_dock.model
    assert tuple(project.images) == store.images()
    for row, record in enumerate(project.images):
        assert images.image_at(row) == record
        assert images.index(row).data(Qt.ItemDataRole.UserRole + 2) == by_image.get(record.id, 0)
    state = driver.parts._state()
    assert [
        spec.id for spec in action_table.ACTIONS if driver.action(spec.id).isEnabled() != is_enabled(state, spec.needs)
    ] == []
    assert driver.action("edit.undo").isEnabled() == (session.click_count > 0 or edits.undo_stack.canUndo())
    assert store.check() == []


def export(folder: Path, out: Path) -> bytes:
    assert cli_main(["export", str(folder), "--format", "coco", "--out", str(out)]) == 0
    return out.read_bytes()


def run_to_end(driver: Any, action_id: str, can: Callable[[], bool]) -> None:
    while can():
        driver.trigger(action_id)
        driver.qtbot.wait(1)


def test_whatever_is_done_panels_and_file_agree(
    open_window: Callable[..., Any],
    photos: tuple[Path, dict[str, list[tuple[int, int]]]],
    tmp_path: Path,
    qt_messages: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody works as the tests do: an order of keys and clicks that nobody thought of must not cost any work."""
    folder, _ = photos
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_DELAY_MS", "20")
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_ENCODE_MS", "40")
    driver = open_window(folder)
    rng = random.Random(SEED)
    monkey = Monkey(driver, rng)
    try:
        for number in range(STEPS):
            monkey.step()
            if rng.random() < 0.2:
                driver.qtbot.wait(rng.randrange(15))
            if number % 40 == 39:
                check(driver)
        if driver.window.rail.isHidden():
            driver.trigger("view.full_image")
        driver.trigger("tool.prompt")
        driver.trigger("prompt.clear")
        driver.trigger("prompt.clear")
        check(driver)
        stack = driver.parts.edits.undo_stack
        steps = stack.index()
        assert steps > 20
        before = export(folder, tmp_path / "before.json")
        run_to_end(driver, "edit.undo", stack.canUndo)
        check(driver)
        assert driver.parts.project.store.annotation_counts() == {} and driver.parts.edits.categories == ()
        for _ in range(steps):
            driver.trigger("edit.redo")
            driver.qtbot.wait(1)
        check(driver)
        assert export(folder, tmp_path / "after.json") == before
    except BaseException:
        print("\n".join(monkey.trail[-60:]))
        raise
    assert qt_messages == []
    print(f"{STEPS} steps, {steps} edits on the stack")
