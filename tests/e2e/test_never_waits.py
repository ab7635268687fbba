"""With an engine that takes 300 ms: no click is lost, no mask lands elsewhere, and the window goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QTimer

from sam_annotator.core.image_io import read_image
from sam_annotator.core.session import Answer
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.registry import load_engine

ENGINE_MS = 300


class Heartbeat:
    """Ticks in the event loop and remembers the longest time between two ticks."""

    def __init__(self, parent: Any) -> None:
        self._last = time.perf_counter()
        self.gaps_ms: list[float] = []
        timer = QTimer(parent)
        timer.setInterval(2)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


def test_two_hundred_clicks_drags_and_switches(
    open_window: Callable[..., Any],
    photos: tuple[Path, dict[str, list[tuple[int, int]]]],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
) -> None:
    """An annotator who is faster than the engine must never wait for it, nor see another image's mask."""
    folder, points = photos
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_DELAY_MS", str(ENGINE_MS))
    monkeypatch.setenv("SAM_ANNOTATOR_FAKE_ENCODE_MS", str(ENGINE_MS))
    driver = open_window(folder)
    shown: list[tuple[str, Answer]] = []

    def note(answer: Answer) -> None:
        assert driver.parts.project.image.id == answer.request.image_id
        shown.append((driver.parts.project.image.file_name, answer))

    driver.window.prediction_shown.connect(note)
    heart = Heartbeat(driver.window)
    rng = np.random.default_rng(4)
    for _ in range(200):
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
        qtbot.wait(int(rng.integers(0, 60)) if rng.random() < 0.9 else 2 * ENGINE_MS)  # mostly faster than the engine
    qtbot.waitUntil(lambda: driver.action("view.fit").isEnabled(), timeout=10_000)
    driver.click(*points[driver.parts.project.image.file_name][0])
    driver.settle()

    session = driver.parts.session
    assert session.answer is not None and session.answer.request.prompt == session.prompt
    monkeypatch.delenv("SAM_ANNOTATOR_FAKE_DELAY_MS")
    monkeypatch.delenv("SAM_ANNOTATOR_FAKE_ENCODE_MS")
    engine = load_engine("fake")
    assert isinstance(engine, FakeEngine)
    embeddings = {name: engine.encode(read_image(folder / name)) for name in points}
    assert len(shown) >= 10
    for name, answer in shown:
        request = answer.request
        expected = engine.predict(embeddings[name], request.prompt, request.mask_input, request.multimask_output)
        assert np.array_equal(answer.prediction.masks, expected.masks)
    # A window that waits for the engine stands still for at least as long as the engine takes.
    assert max(heart.gaps_ms[5:]) < ENGINE_MS
    print(f"longest gap {max(heart.gaps_ms[5:]):.0f} ms, 99th percentile {np.percentile(heart.gaps_ms, 99):.0f} ms")
