"""The window never waits: not for an engine, not for a file. No click is lost meanwhile, and no mask lands elsewhere.

What the window would wait for is held by a gate that the test alone opens. While it is shut and a call stands in it,
every action must return, the event loop turn and the canvas be painted: were the window waiting, the gate would have
to open by itself, which fails the test.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gates import Gate
from PIL import Image as PilImage
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sam_annotator.core.image_io import read_image
from sam_annotator.core.session import Answer
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.worker import image_loader

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Shown = list[tuple[str, Answer]]
ENGINE_MS = 300
LEFT, MIDDLE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Watch(QObject):
    """Counts turns of the event loop and paintings of the canvas, and notes the times between turns."""

    def __init__(self, driver: Any) -> None:
        super().__init__(driver.window)
        self._driver = driver
        self.turns = self.paintings = 0
        self._last = time.perf_counter()
        self.gaps_ms: list[float] = []
        driver.canvas.installEventFilter(self)
        timer = QTimer(self, interval=2)
        timer.timeout.connect(self._turn)
        timer.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.turns += 1
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.paintings += event.type() == QEvent.Type.Paint
        return False

    def goes_on(self, gate: Gate) -> None:
        """See that the loop turns and the canvas is painted while a call stands at the gate."""
        turns, paintings = self.turns, self.paintings
        self._driver.canvas.update()
        self._driver.qtbot.waitUntil(lambda: self.turns > turns + 2 and self.paintings > paintings)
        assert gate.is_holding

    def tell(self) -> None:
        gaps = self.gaps_ms[5:]
        print(f"longest gap {max(gaps):.0f} ms, 99th percentile {np.percentile(gaps, 99):.0f} ms")


def note_shown(driver: Any) -> Shown:
    """Note each mask that comes on screen, with the image that is there."""
    shown: Shown = []

    def note(answer: Answer) -> None:
        assert driver.parts.project.image.id == answer.request.image_id
        shown.append((driver.parts.project.image.file_name, answer))

    driver.window.prediction_shown.connect(note)
    return shown


def check_shown(shown: Shown, folder: Path) -> None:
    """See that each mask that was on screen is what the engine says of that image and prompt."""
    engine = FakeEngine(0, 0)
    embeddings = {name: engine.encode(read_image(folder / name)) for name, _ in shown}
    for name, answer in shown:
        request = answer.request
        expected = engine.predict(embeddings[name], request.prompt, request.mask_input, request.multimask_output)
        assert np.array_equal(answer.prediction.masks, expected.masks)


def photo_is_on_screen(driver: Any, path: Path, points: list[tuple[int, int]]) -> bool:
    """Whether the canvas shows the colours that a file has at these points."""
    picture = driver.canvas.grab().toImage()
    with PilImage.open(path) as photo:
        return all(picture.pixelColor(driver.at(*p)).getRgb()[:3] == photo.getpixel(p) for p in points)


def hover(driver: Any, place: tuple[int, int]) -> None:
    QTest.mouseMove(driver.canvas, driver.at(*place))


def turn_wheel(driver: Any, place: tuple[int, int], notches: int) -> None:
    at = QPointF(driver.at(*place))
    there, turned = driver.canvas.mapToGlobal(at), QPoint(0, 120 * notches)
    event = QWheelEvent(at, there, QPoint(), turned, NONE, NO_KEYS, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(driver.canvas, event)


def pan(driver: Any) -> None:
    a, b = QPoint(300, 300), QPoint(340, 330)
    QTest.mousePress(driver.canvas, MIDDLE, NO_KEYS, a)
    QTest.mouseMove(driver.canvas, b)
    QTest.mouseRelease(driver.canvas, MIDDLE, NO_KEYS, b)


def look_around(driver: Any, watch: Watch, gate: Gate, places: list[tuple[int, int]]) -> None:
    """Hover, zoom, pan, hide the masks, change the theme: none of it needs the engine."""
    for place in places:
        hover(driver, place)
        watch.goes_on(gate)
    view = driver.canvas.view
    turn_wheel(driver, places[0], 3)
    assert driver.canvas.view.zoom > view.zoom
    watch.goes_on(gate)
    zoomed = driver.canvas.view
    pan(driver)
    assert driver.canvas.view != zoomed and driver.canvas.view.zoom == zoomed.zoom
    watch.goes_on(gate)
    for action_id in ("view.fit", "view.toggle_masks", "view.toggle_masks", "view.theme", "view.theme"):
        driver.trigger(action_id)
        watch.goes_on(gate)


def click_and_undo(driver: Any, watch: Watch, gate: Gate, places: list[tuple[int, int]]) -> None:
    """Click, take back and clear, and accept two objects before their answers: a click is in the gate already."""
    session = driver.parts.session
    driver.click(*places[1], Qt.MouseButton.RightButton)
    assert session.click_count == 2 and session.is_waiting
    watch.goes_on(gate)
    for action_id, clicks in (("edit.undo", 1), ("edit.redo", 2), ("edit.undo", 1)):
        driver.trigger(action_id)
        assert session.click_count == clicks and session.is_waiting
        watch.goes_on(gate)
    driver.key(Qt.Key.Key_Return)
    assert session.click_count == 0 and session.is_finishing
    watch.goes_on(gate)
    x, y = places[2]
    driver.drag(x - 9, y - 9, x + 9, y + 9)
    assert session.click_count == 1
    watch.goes_on(gate)
    driver.key(Qt.Key.Key_Return)
    driver.click(*places[3])
    driver.key(Qt.Key.Key_Escape)
    assert session.click_count == 0
    watch.goes_on(gate)


@pytest.mark.parametrize("held", ["load", "encode", "predict"])
def test_the_window_works_while_the_engine_is_held(
    held: str, open_window: Callable[..., Any], held_engine: Any, photos: Photos
) -> None:
    """A slow engine would freeze the window; what was clicked and accepted meanwhile would be lost or misplaced."""
    folder, points = photos
    gate = held_engine.gates[held]
    gate.shut()
    driver = open_window(folder)
    project, session, qtbot = driver.parts.project, driver.parts.session, driver.qtbot
    watch, shown = Watch(driver), note_shown(driver)
    driver.click(*points["photo1.png"][0])
    gate.await_call(qtbot)
    watch.goes_on(gate)
    look_around(driver, watch, gate, points["photo1.png"][4:])
    click_and_undo(driver, watch, gate, points["photo1.png"])

    driver.go("image.next")
    qtbot.waitUntil(lambda: photo_is_on_screen(driver, folder / "photo2.png", points["photo2.png"]))
    watch.goes_on(gate)
    driver.click(*points["photo2.png"][0])
    driver.key(Qt.Key.Key_Return)
    driver.click(*points["photo2.png"][1])
    watch.goes_on(gate)
    driver.go("image.next")
    qtbot.waitUntil(lambda: photo_is_on_screen(driver, folder / "photo3.png", points["photo3.png"]))
    watch.goes_on(gate)
    driver.trigger("tool.brush")
    driver.drag(10, 10, 40, 40)
    assert len(driver.annotations) == 1  # what needs no engine is stored at once
    driver.trigger("tool.prompt")
    driver.click(*points["photo3.png"][0])
    watch.goes_on(gate)
    driver.click(*points["photo3.png"][2])
    watch.goes_on(gate)
    assert shown == [] and session.is_waiting and session.is_finishing

    gate.open()
    driver.settle()
    assert not gate.gave_up
    assert session.answer.request.prompt == session.prompt and session.click_count == 2
    assert project.image.file_name == "photo3.png" and len(driver.annotations) == 1
    driver.go("image.previous")
    driver.settle()
    assert session.click_count == 1 and session.answer.request.prompt == session.prompt
    check_stored(driver, folder, {"photo1.png": 2, "photo2.png": 1, "photo3.png": 1})
    assert {name for name, _ in shown} == {"photo2.png", "photo3.png"}
    check_shown(shown, folder)
    watch.tell()


def check_stored(driver: Any, folder: Path, counts: dict[str, int]) -> None:
    """See that images have so many annotations, each what the engine says of that image and the annotation's prompt."""
    engine, store = FakeEngine(0, 0), driver.parts.project.store
    for image in store.images():
        annotations = store.annotations(image.id)
        assert len(annotations) == counts.get(image.file_name, 0)
        embedding = engine.encode(read_image(folder / image.file_name))
        for annotation in annotations:
            if annotation.provenance.source == "prompt":
                (step,) = annotation.provenance.steps
                expected = engine.predict(embedding, step.prompt, None, step.multimask_output).masks[step.candidate]
                assert np.array_equal(annotation.mask.to_array(), expected)


def test_the_window_works_while_a_file_is_read(
    open_window: Callable[..., Any], photos: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A photograph on a slow network drive would freeze the window, or flicker past after one has gone on."""
    folder, points = photos
    gate, real = Gate(), image_loader.decode_image

    def decode(data: bytes, name: str) -> Any:
        if name != "photo1.png":
            gate.pass_through()
        return real(data, name)

    monkeypatch.setattr(image_loader, "decode_image", decode)
    gate.shut()
    driver = open_window(folder)
    watch, project = Watch(driver), driver.parts.project
    ready: list[int] = []
    driver.window.image_ready.connect(ready.append)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    draft = driver.draft
    driver.trigger("image.next")
    gate.await_call(driver.qtbot)
    watch.goes_on(gate)
    for row in (2, 3):
        driver.trigger("image.next")
        assert project.row == row and driver.window.image_dock.view.current_id == project.image.id
        watch.goes_on(gate)
    driver.click(80, 60)
    assert driver.parts.session.click_count == 0 and not driver.action("view.fit").isEnabled()
    driver.parts.edits.add_category("cat")
    driver.trigger("view.theme")
    driver.trigger("view.theme")
    watch.goes_on(gate)
    assert ready == []

    gate.open()
    driver.await_image()
    assert ready == [project.image.id] and project.image.file_name == "photo4.png" and not gate.gave_up
    driver.qtbot.waitUntil(lambda: photo_is_on_screen(driver, folder / "photo4.png", points["photo4.png"]))
    driver.parts.project.go_to(0)
    driver.await_image()
    assert np.array_equal(driver.draft, draft)


@pytest.mark.parametrize("held", ["load", "encode", "predict"])
def test_the_window_closes_while_the_engine_is_held(
    held: str, open_window: Callable[..., Any], held_engine: Any, photos: Photos
) -> None:
    """Whoever closes the window would look at a frozen one until the network is done."""
    folder, points = photos
    gate = held_engine.gates[held]
    gate.shut()
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    gate.await_call(driver.qtbot)
    assert driver.window.close()
    assert gate.is_holding and not driver.window.isVisible() and driver.parts.project.store is None


def test_two_hundred_clicks_drags_and_switches(
    open_window: Callable[..., Any], photos: Photos, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    """An annotator who is faster than the engine must never lose a click, nor see another image's mask."""
    folder, points = photos
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_DELAY_MS", str(ENGINE_MS))
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_ENCODE_MS", str(ENGINE_MS))
    driver = open_window(folder)
    shown, watch = note_shown(driver), Watch(driver)
    rng = np.random.default_rng(4)
    for number in range(200):
        name = driver.parts.project.image.file_name
        can_click = driver.action("view.fit").isEnabled()
        x, y = points[name][int(rng.integers(6))]
        match rng.choice(["click", "drag", "next", "previous", "undo", "clear"], p=[0.5, 0.15, 0.12, 0.12, 0.06, 0.05]):
            case "click" if can_click:
                driver.click(x, y)
            case "drag" if can_click:
                driver.drag(x - 9, y - 9, x + 9, y + 9)
            case "next":
                driver.action("image.next").trigger()
            case "previous":
                driver.action("image.previous").trigger()
            case "undo":
                driver.action("edit.undo").trigger()
            case "clear":
                driver.action("prompt.clear").trigger()
        if number % 10 < 9:
            qtbot.wait(int(rng.integers(0, 60)))  # faster than the engine
            continue
        driver.await_image()
        driver.click(*points[driver.parts.project.image.file_name][0])
        driver.settle()
        session = driver.parts.session
        assert session.answer is not None and session.answer.request.prompt == session.prompt
    assert len(shown) >= 20
    check_shown(shown, folder)
    watch.tell()


def test_threads_take_short_turns(open_window: Callable[..., Any], photos: Photos) -> None:
    """While a large engine is built, a draft would wait 5 ms at each of its hundreds of steps: half a second more."""
    open_window(photos[0])
    assert sys.getswitchinterval() <= 0.001
