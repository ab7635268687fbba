"""Going on with a mask that no engine gave: painted, imported or edited by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mask_hands import block, exported, mask, put, undo_all
from PySide6.QtCore import Qt

from sam_annotator.core.image_io import read_image
from sam_annotator.core.records import Provenance
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.replaying import ReplayImage, replay_annotations

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """The mask_input of each question that the engine was asked."""
    heard: list[Any] = []
    predict = FakeEngine.predict

    def hear(self: Any, embedding: Any, prompt: Any, mask_input: Any = None, multimask_output: bool = True) -> Any:
        heard.append((prompt, mask_input, multimask_output))
        return predict(self, embedding, prompt, mask_input, multimask_output)

    monkeypatch.setattr(FakeEngine, "predict", hear)
    yield heard


def test_a_painted_mask_goes_in_with_the_first_click(
    open_window: Open, photos: Photos, asked: list[Any], tmp_path: Path
) -> None:
    """The click changes the painted mask, instead of beginning another; the steps tell, and replaying repeats them."""
    folder, points = photos
    driver = open_window(folder)
    driver.trigger("view.hover_preview")
    (painted,) = put(driver, block(20, 20, 60, 60))
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    driver.parts.edits.select([painted])
    x, y = points["photo1.png"][0]
    asked.clear()
    driver.click(x, y)
    driver.settle()
    prompt, mask_input, multimask = asked[0]
    assert prompt.point_coords and mask_input is not None and not multimask
    rows, columns = np.nonzero(mask_input[0] > 0)
    assert abs(rows.mean() * 160 / 256 - 39.5) < 1.5 and abs(columns.mean() * 160 / 256 - 39.5) < 1.5
    driver.click(x + 2, y + 2)
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    (refined,) = driver.parts.edits.annotations
    assert refined.id == painted and len(refined.provenance.steps) == 2
    first, second = refined.provenance.steps
    assert first.mask is not None and (first.mask.to_array() == block(20, 20, 60, 60)).all() and second.mask is None
    assert refined.provenance.extra["refined_from"] == "prompt" and not refined.provenance.edited
    assert Provenance.from_json(refined.provenance.to_json()) == refined.provenance
    image = ReplayImage(folder / "photo1.png", (refined,))
    (again,) = replay_annotations([image], FakeEngine(0, 0), lambda _p: None, again=True)
    assert again.kept is None and again.is_same_mask
    assert read_image(folder / "photo1.png").shape == (120, 160, 3)
    undo_all(driver, steps)
    assert exported(driver, tmp_path) == before


def test_what_was_edited_by_hand_is_what_goes_on(open_window: Open, photos: Photos, asked: list[Any]) -> None:
    """The stored clicks don't lead to an edited mask: going on from them would take the hand's work back."""
    folder, points = photos
    driver = open_window(folder)
    driver.trigger("view.hover_preview")
    x, y = points["photo1.png"][0]
    driver.click(x, y)
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    (made,) = driver.parts.edits.annotations
    edited = replace(made, provenance=replace(made.provenance, edited=True))
    driver.parts.edits.accept(edited)
    driver.parts.edits.select([made.id])
    assert driver.parts.session.prompt.is_empty
    asked.clear()
    driver.click(x + 3, y + 3)
    driver.settle()
    assert len(asked[0][0].point_coords) == 1 and asked[0][1] is not None
    driver.key(Qt.Key.Key_Escape)
    assert (mask(driver, made.id) == made.mask.to_array()).all()


def test_a_locked_mask_is_not_gone_on_with(open_window: Open, photos: Photos) -> None:
    """A click with a locked annotation selected begins a new object."""
    folder, points = photos
    driver = open_window(folder)
    (locked,) = put(driver, block(100, 100, 110, 110))
    driver.parts.edits.select([locked])
    driver.trigger("annotation.toggle_lock")
    driver.trigger("tool.prompt")
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert len(driver.parts.edits.annotations) == 2
    assert (mask(driver, locked) == block(100, 100, 110, 110)).all()
