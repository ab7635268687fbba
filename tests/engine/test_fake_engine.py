"""The engine without a network: tests of the whole program lean on its answers."""

from __future__ import annotations

import subprocess
import sys
import time

import numpy as np
import pytest

from sam_annotator.core.prompt import Prompt
from sam_annotator.engine.fake import ENCODE_DELAY_VARIABLE, PREDICT_DELAY_VARIABLE, FakeEngine


def squares() -> np.ndarray:
    image = np.full((600, 800, 3), 30, np.uint8)
    image[100:300, 100:300] = (200, 40, 40)
    image[100:300, 500:700] = (200, 40, 40)
    return image


def test_a_click_on_an_object_gives_that_object() -> None:
    """Whoever tries the program without a network would see nonsense."""
    engine = FakeEngine()
    got = engine.predict(engine.encode(squares()), Prompt(((200.5, 200.5),), (1,)))
    expected = np.zeros((600, 800), bool)
    expected[100:300, 100:300] = True
    for mask in got.masks:
        union = (mask | expected).sum()
        assert (mask & expected).sum() / union > 0.95


def test_candidates_are_nested_and_the_click_is_in_each(make_photo: object) -> None:
    """Cycling the candidates would show unrelated things."""
    engine = FakeEngine()
    rng = np.random.default_rng(2)
    image = make_photo(333, 517, seed=3)  # type: ignore[operator]
    embedding = engine.encode(image)
    for _ in range(10):
        x, y = float(rng.uniform(0, 517)), float(rng.uniform(0, 333))
        small, middle, large = engine.predict(embedding, Prompt(((x, y),), (1,))).masks
        assert small[int(y), int(x)]
        assert not (small & ~middle).any()
        assert not (middle & ~large).any()


def test_box_and_negative_points_cut(make_photo: object) -> None:
    """A box or a negative click would seem to do nothing."""
    engine = FakeEngine()
    embedding = engine.encode(squares())
    box = Prompt(((200.5, 200.5),), (1,), (150, 150, 250, 250))
    rows, columns = np.nonzero(engine.predict(embedding, box).masks[2])
    assert rows.min() >= 147
    assert rows.max() <= 252
    assert columns.min() >= 147
    assert columns.max() <= 252
    cut = Prompt(((150.5, 200.5), (280.5, 200.5)), (1, 0))
    mask = engine.predict(embedding, cut).masks[1]
    assert mask[200, 150]
    assert not mask[200, 280]


def test_answers_tell_images_and_prompts_apart() -> None:
    """A test could not see that a mask belongs to another image."""
    engine = FakeEngine()
    image = squares()
    other = image.copy()
    other[0, 1] = 31  # a pixel that no cell looks at
    point, beside = Prompt(((200.5, 200.5),), (1,)), Prompt(((202.5, 230.5),), (1,))
    first, second = engine.encode(image), engine.encode(other)
    a, b = engine.predict(first, point), engine.predict(second, point)
    assert not np.array_equal(a.predicted_iou, b.predicted_iou)
    assert not np.array_equal(a.low_res_logits, engine.predict(first, beside).low_res_logits)
    assert np.array_equal(a.low_res_logits, FakeEngine().predict(FakeEngine().encode(image), point).low_res_logits)
    assert ((a.predicted_iou > 0.3) & (a.predicted_iou < 1)).all()


def test_delays_are_as_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests with a slow engine would test a quick one."""
    monkeypatch.setenv(PREDICT_DELAY_VARIABLE, "40")
    monkeypatch.setenv(ENCODE_DELAY_VARIABLE, "60")
    engine = FakeEngine()
    start = time.monotonic()
    embedding = engine.encode(squares())
    middle = time.monotonic()
    engine.predict(embedding, Prompt(((1, 1),), (1,)))
    assert middle - start >= 0.06
    assert time.monotonic() - middle >= 0.04
    monkeypatch.setenv(PREDICT_DELAY_VARIABLE, "soon")
    FakeEngine(encode_delay_ms=0)


def test_the_headless_parts_load_neither_torch_nor_qt() -> None:
    """Commands and the window's first paint would wait seconds for torch."""
    code = (
        "import sys\n"
        "import sam_annotator.engine.registry, sam_annotator.engine.checkpoints, sam_annotator.engine.download\n"
        "import sam_annotator.engine.mailbox, sam_annotator.engine.embedding_cache, sam_annotator.engine.threads\n"
        "import sam_annotator.engine.sam\n"
        "sam_annotator.engine.registry.load_engine('fake')\n"
        "assert not {'torch', 'PySide6'} & set(sys.modules), 'loaded'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
