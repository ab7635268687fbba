"""What the tests of drafts in the window share: two engines that can be told apart, in the list of engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from draft_engines import QUICK_ID, BigEngine, QuickEngine, TitledEngine, reference
from PySide6.QtTest import QTest

from sam_annotator.core.image_io import read_image
from sam_annotator.core.records import Annotation
from sam_annotator.core.session import Answer
from sam_annotator.engine import registry
from sam_annotator.worker import engine_worker

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


class Engines:
    """Two large engines, "big" and "bigger", and the quick one in place of the built-in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.big, self.bigger, self.quick = BigEngine(), BigEngine("bigger", "Bigger"), QuickEngine()
        self.by_id: dict[str, TitledEngine] = {"big": self.big, "bigger": self.bigger, QUICK_ID: self.quick}
        rows = tuple(
            registry.EngineRow(e.info.engine_id, e.info.title, "For tests.", registry._load_fake, needs_draft=True)
            for e in (self.big, self.bigger)
        )
        monkeypatch.setattr(registry, "ENGINES", (*registry.ENGINES, *rows))
        monkeypatch.setattr(registry, "load_engine", self.load)
        monkeypatch.setattr(engine_worker, "_QUICK_MS", 0.0)

    def load(self, engine_id: str, *_: object) -> TitledEngine:
        engine = self.by_id[engine_id]
        engine.gates["load"].pass_through()
        return engine

    def open(self) -> None:
        for engine in self.by_id.values():
            for gate in engine.gates.values():
                gate.open()

    def shut(self, *gates: str) -> None:
        """Shut gates, each named as in "big.encode"."""
        for name in gates:
            engine, call = name.split(".")
            getattr(self, engine).gates[call].shut()


def references() -> dict[str, TitledEngine]:
    engines: dict[str, TitledEngine] = {QUICK_ID: QuickEngine(), "big": BigEngine(), "bigger": BigEngine("bigger")}
    return {name: reference(engine) for name, engine in engines.items()}


class Shown:
    """Notes each mask that comes on screen, with the image that is there."""

    def __init__(self, driver: Any) -> None:
        self.answers: list[tuple[str, Answer]] = []

        def note(answer: Answer) -> None:
            assert driver.parts.project.image.id == answer.request.image_id
            self.answers.append((driver.parts.project.image.file_name, answer))

        driver.window.prediction_shown.connect(note)

    @property
    def drafts(self) -> list[bool]:
        return [answer.is_draft for _, answer in self.answers]

    def check(self, folder: Path) -> None:
        """See that each mask is what its engine says of that image and prompt."""
        engines = references()
        for name, answer in self.answers:
            engine = engines[answer.engine.engine_id]
            request = answer.request
            embedding = engine.encode(read_image(folder / name))
            expected = engine.predict(embedding, request.prompt, request.mask_input, request.multimask_output)
            assert np.array_equal(answer.prediction.masks, expected.masks)


def expected_mask(annotation: Annotation, path: Path) -> np.ndarray[Any, Any]:
    """Return what the engine in an annotation's provenance makes of its steps on an image file."""
    provenance = annotation.provenance
    engine = references()[provenance.engine_id]
    embedding, mask_input, masks = engine.encode(read_image(path)), None, None
    for step in provenance.steps:
        prediction = engine.predict(embedding, step.prompt, mask_input, step.multimask_output)
        mask_input = prediction.low_res_logits[step.candidate : step.candidate + 1]
        masks = prediction.masks[step.candidate]
    assert masks is not None
    return masks


def hover(driver: Any, place: tuple[int, int]) -> None:
    QTest.mouseMove(driver.canvas, driver.at(*place))


def engines_of(driver: Any) -> list[str]:
    """The engines that made the masks on screen, in the order of their acceptance."""
    return [a.provenance.engine_id for a in driver.parts.edits.annotations]


Open = Callable[..., Any]
