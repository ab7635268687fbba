"""Pieces of a click are shared out among cores: with the same numbers, and with nothing left behind by an error."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.prompt import Prompt
from sam_annotator.engine.registry import load_engine
from sam_annotator.engine.threads import led, shared

torch = pytest.importorskip("torch")


@pytest.fixture
def cores() -> Iterator[Any]:
    """Sets how many cores torch has in this thread."""
    before = torch.get_num_threads()
    yield torch.set_num_threads
    torch.set_num_threads(before)


def test_a_mask_is_the_same_however_many_cores_there_are(engines: Any, vit_b_checkpoint: Path, cores: Any) -> None:
    """A replay on another computer would tell of masks that differ, though nothing changed."""
    engine = load_engine("vit_b", vit_b_checkpoint, "cpu", "auto")
    embedding = engine.encode(engines.image)
    engine.prepare(embedding)  # type: ignore[attr-defined]
    prompt = Prompt(((120.5, 90.5), (300.0, 20.0)), (1, 0), (50.0, 40.0, 250.0, 200.0))
    answers = []
    for count in (1, 2, 3):
        cores(count)
        answers.append(engine.predict(embedding, prompt))
    for other in answers[1:]:
        np.testing.assert_array_equal(other.low_res_logits, answers[0].low_res_logits)
        np.testing.assert_array_equal(other.predicted_iou, answers[0].predicted_iou)


def test_pieces_are_done_at_the_same_time_each_on_one_core(cores: Any) -> None:
    """A click would take as long as on one core."""
    cores(2)
    both, seen = threading.Barrier(2, timeout=60), []

    def piece() -> None:
        both.wait()  # for the other one, which somebody else must be doing
        seen.append((torch.get_num_threads(), torch.is_inference_mode_enabled()))

    with torch.inference_mode():
        led(lambda: shared([piece, piece]))
    assert seen == [(1, True), (1, True)] and torch.get_num_threads() == 2


@pytest.mark.parametrize("error", [MemoryError, IndexError])
@pytest.mark.parametrize("bad", [0, 1, 5])
def test_an_error_comes_back_when_no_piece_is_worked_on_any_more(bad: int, error: type[Exception], cores: Any) -> None:
    """A mask of whatever is in memory; or the next click would write where pieces of this one still read."""
    cores(2)
    at_work: list[int] = []

    def piece(number: int) -> None:
        at_work.append(number)
        try:
            if number == bad:
                raise error("no room")
            torch.ones(300, 300) @ torch.ones(300, 300)
        finally:
            at_work.remove(number)

    with pytest.raises(error, match="no room"):
        led(lambda: shared([lambda n=n: piece(n) for n in range(6)]))  # type: ignore[misc]
    assert not at_work
    assert led(lambda: 7) == 7
