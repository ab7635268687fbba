"""Drive the whole window by mouse and keyboard, as a person would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from gates import Gate
from hands import Driver, make_photo
from pytestqt.qtbot import QtBot

from sam_annotator.app import create_window
from sam_annotator.engine import registry
from sam_annotator.engine.fake import FakeEngine


class HeldEngine(FakeEngine):
    """The fake engine behind gates: one in its loading, its encoding and its answering each, open until shut."""

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.gates = {call: Gate() for call in ("load", "encode", "predict")}

    def encode(self, image: Any, between_steps: Any = None) -> Any:
        self.gates["encode"].pass_through()
        return super().encode(image, between_steps)

    def predict(self, *arguments: Any, **named: Any) -> Any:
        self.gates["predict"].pass_through()
        return super().predict(*arguments, **named)


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., Driver]]:
    """Open a window on a project, a folder or an image, shown and with its first image ready."""
    opened: list[Driver] = []

    def open_(path: Path, engine_id: str = "fake", *, wait: bool = True, **options: object) -> Driver:
        window = create_window(path, engine_id, **options)  # type: ignore[arg-type]
        driver = Driver(qtbot, window)
        opened.append(driver)
        window.resize(1200, 800)
        window.show()
        if wait:
            driver.await_image()
        return driver

    yield open_
    for driver in opened:
        driver.close()
        driver.window.deleteLater()


@pytest.fixture
def photos(tmp_path: Path) -> tuple[Path, dict[str, list[tuple[int, int]]]]:
    """A folder of five photographs, and points on the objects in each."""
    folder = tmp_path / "photos"
    folder.mkdir()
    points = {f"photo{i}.png": make_photo(folder / f"photo{i}.png", seed=i) for i in range(1, 6)}
    return folder, points


@pytest.fixture
def held_engine(monkeypatch: pytest.MonkeyPatch, open_window: object) -> Iterator[HeldEngine]:
    """Let windows opened in this test have an engine that the test can hold; let through before they close."""
    engine = HeldEngine()

    def load(*_: object) -> HeldEngine:
        engine.gates["load"].pass_through()
        return engine

    monkeypatch.setattr(registry, "load_engine", load)
    yield engine
    for gate in engine.gates.values():
        gate.open()
