"""What the window takes for granted of every engine, on each row of ENGINES that any computer can run."""

from __future__ import annotations

import itertools
import threading
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sam_annotator.core.errors import EngineError, EngineUnknownError
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.requests import Prediction
from sam_annotator.engine.registry import ENGINES, engine_row, load_engine

NEED_A_DOWNLOAD = {"vit_l", "vit_h"}  # the adapter is vit_b's; their random weights would fill the memory
RUNNABLE = [row.id for row in ENGINES if row.id not in NEED_A_DOWNLOAD]
QUICK = [engine_id for engine_id in RUNNABLE if engine_id != "vit_b"]

POINT = Prompt(((120.5, 90.5),), (1,))
PROMPTS = {
    "point": POINT,
    "points": Prompt(((120.5, 90.5), (300.0, 20.0)), (1, 0)),
    "negative only": Prompt(((10.0, 10.0),), (0,)),
    "box": Prompt(box_xyxy=(50.0, 40.0, 250.0, 200.0)),
    "box and points": Prompt(((120.5, 90.5), (60.0, 60.0)), (1, 0), (50.0, 40.0, 250.0, 200.0)),
    "outside": Prompt(((5000.0, -20.0),), (1,)),
}


def same(a: Prediction, b: Prediction) -> bool:
    return (
        np.array_equal(a.masks, b.masks)
        and np.array_equal(a.predicted_iou, b.predicted_iou)
        and np.array_equal(a.low_res_logits, b.low_res_logits)
    )


@pytest.mark.parametrize("engine_id", RUNNABLE)
def test_an_embedding_says_what_it_is_of(engines: Any, engine_id: str) -> None:
    """Masks of a wrong size, or a cache that counts wrong, would follow."""
    engine, embedding = engines.get(engine_id), engines.embedding(engine_id)
    assert engine.info.engine_id == engine_id
    assert engine.info.device == "cpu"
    assert embedding.original_size_hw == (300, 400)
    assert embedding.engine_key == engine.embedding_key
    assert embedding.features.dtype == np.float32
    assert not embedding.features.flags.writeable
    assert embedding.nbytes == embedding.features.nbytes > 1000


@pytest.mark.parametrize("engine_id", RUNNABLE)
@pytest.mark.parametrize("name", PROMPTS)
@pytest.mark.parametrize("multimask_output", [True, False])
def test_an_answer_has_the_shapes_and_types_said(
    engines: Any, engine_id: str, name: str, multimask_output: bool
) -> None:
    """The canvas could not draw it, or a thread could change what another shows."""
    engine = engines.get(engine_id)
    got = engine.predict(engines.embedding(engine_id), PROMPTS[name], None, multimask_output)
    n = 3 if multimask_output else 1
    assert got.masks.shape == (n, 300, 400)
    assert got.masks.dtype == np.bool_
    assert got.predicted_iou.shape == (n,)
    assert got.predicted_iou.dtype == np.float32
    assert np.isfinite(got.predicted_iou).all()
    assert got.low_res_logits.shape[0] == n
    assert got.low_res_logits.dtype == np.float32
    assert not any(a.flags.writeable for a in (got.masks, got.predicted_iou, got.low_res_logits))


@pytest.mark.parametrize("engine_id", QUICK)
def test_no_answer_depends_on_what_was_asked_before(engines: Any, engine_id: str, make_photo: Any) -> None:
    """A mask of one image would show on another: the worst thing that can happen here."""
    engine, first = engines.get(engine_id), engines.embedding(engine_id)
    before = engine.predict(first, POINT)
    other = engine.encode(make_photo(200, 640, seed=5))
    elsewhere = engine.predict(other, POINT)
    assert elsewhere.masks.shape == (3, 200, 640)
    assert same(engine.predict(first, POINT), before)
    assert not np.array_equal(elsewhere.low_res_logits, before.low_res_logits)


@pytest.mark.parametrize("engine_id", RUNNABLE)
def test_two_threads_don_t_mix_their_answers(engines: Any, engine_id: str) -> None:
    """A click answered while the next image is encoded would get a mixture."""
    engine, embedding = engines.get(engine_id), engines.embedding(engine_id)
    flipped = replace(embedding, features=np.ascontiguousarray(embedding.features[::-1, ::-1] * np.float32(0.5)))
    jobs = [(embedding, PROMPTS["box"]), (flipped, PROMPTS["points"])]
    alone = [engine.predict(e, p) for e, p in jobs]
    together: dict[int, list[Prediction]] = {0: [], 1: []}

    def ask(i: int) -> None:
        for _ in range(2):
            together[i].append(engine.predict(*jobs[i]))

    threads = [threading.Thread(target=ask, args=(i,)) for i in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(same(got, alone[i]) for i in (0, 1) for got in together[i])
    assert len(together[0]) == len(together[1]) == 2


@pytest.mark.parametrize("engine_id", RUNNABLE)
def test_logits_go_back_in(engines: Any, engine_id: str) -> None:
    """A second click would start from nothing instead of building on the first."""
    engine, embedding = engines.get(engine_id), engines.embedding(engine_id)
    first = engine.predict(embedding, POINT)
    with_logits = engine.predict(embedding, PROMPTS["points"], first.low_res_logits[1:2], False)
    without = engine.predict(embedding, PROMPTS["points"], None, False)
    assert not np.array_equal(with_logits.low_res_logits, without.low_res_logits)


@pytest.mark.parametrize("engine_id", RUNNABLE)
def test_what_does_not_fit_is_refused_in_a_sentence(engines: Any, engine_id: str) -> None:
    """A traceback, or a wrong mask, where one word would have helped."""
    engine, embedding = engines.get(engine_id), engines.embedding(engine_id)
    low_res = engine.predict(embedding, POINT).low_res_logits
    damaged = low_res[:1].copy()
    damaged[0, 0, 0] = np.nan
    for arguments in (
        (embedding, Prompt()),
        (replace(embedding, engine_key="another"), POINT),
        (embedding, POINT, low_res[:1, :-1]),
        (embedding, POINT, low_res),
        (embedding, POINT, damaged),
    ):
        with pytest.raises(EngineError, match=r"^[A-Zm].*[.]$"):
            engine.predict(*arguments)


@pytest.mark.parametrize("engine_id", RUNNABLE)
@pytest.mark.parametrize(
    "image",
    [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 4), np.uint8), np.zeros((4, 4, 3)), np.zeros((0, 4, 3), np.uint8)],
    ids=["grey", "alpha", "float", "empty"],
)
def test_what_is_no_rgb_image_is_refused(engines: Any, engine_id: str, image: Any) -> None:
    """A grey image would be taken for another shape, and every mask be wrong."""
    with pytest.raises(EngineError):
        engines.get(engine_id).encode(image)


@pytest.mark.parametrize("engine_id", QUICK)
@pytest.mark.parametrize("size_hw", [(1, 1), (1, 40), (7, 3), (900, 10)])
def test_small_and_narrow_images_are_answered(
    engines: Any, engine_id: str, size_hw: tuple[int, int], make_photo: Any
) -> None:
    """An icon or a strip of a scan would stop the program."""
    engine = engines.get(engine_id)
    embedding = engine.encode(make_photo(*size_hw))
    assert engine.predict(embedding, Prompt(((0.5, 0.5),), (1,))).masks.shape == (3, *size_hw)


@pytest.mark.parametrize("engine_id", RUNNABLE)
def test_an_encoding_can_be_given_up(engines: Any, engine_id: str) -> None:
    """Closing the window would hang for as long as the network takes."""

    class Enough(Exception):
        pass

    def stop() -> None:
        raise Enough

    engine = engines.get(engine_id)
    with pytest.raises(Enough):
        engine.encode(engines.image, stop)
    assert same(
        engine.predict(engines.embedding(engine_id), POINT), engine.predict(engines.embedding(engine_id), POINT)
    )


@pytest.mark.parametrize("engine_id", QUICK)
def test_answers_in_the_middle_of_an_encoding_change_nothing(engines: Any, engine_id: str) -> None:
    """A click while the next image is prepared would spoil one or the other."""
    engine, embedding = engines.get(engine_id), engines.embedding(engine_id)
    alone = engine.predict(embedding, POINT)
    between: list[Prediction] = []
    steps = itertools.count()

    def ask() -> None:
        if next(steps) % 8 == 0:
            between.append(engine.predict(embedding, POINT))

    again = engine.encode(engines.image, ask)
    assert between
    assert all(same(got, alone) for got in between)
    assert np.array_equal(again.features, embedding.features)


def test_the_rows_are_those_that_others_name() -> None:
    """Settings, scripts and projects name engines by these ids."""
    assert [row.id for row in ENGINES] == ["builtin", "vit_b", "vit_l", "vit_h", "fake"]
    for row in ENGINES:
        assert engine_row(row.id) is row
        assert row.title
        assert row.summary.endswith(".")
        assert row.needs_checkpoint == bool(row.url) == bool(row.sha256) == bool(row.size_bytes)


def test_an_unknown_engine_is_a_sentence() -> None:
    """A typo on the command line would end in a traceback."""
    with pytest.raises(EngineUnknownError, match="builtin"):
        load_engine("vit_x")
