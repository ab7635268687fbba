"""Stored prompts answered again: the same masks by the same engine, the right candidate by another, edits kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from prompted import in_window, painted, prompted

from sam_annotator.core.errors import EngineError
from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.core.requests import EngineInfo, Prediction
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.replaying import Kept, ReplayImage, ReplayResult, most_like, replay_annotations

OBJECTS: dict[str, list[Any]] = {
    "a click": [Point(290.5, 140.5)],
    "another candidate": [Point(290.5, 140.5), "tab"],
    "clicks on a chosen candidate": [Point(290.5, 140.5), "tab", "tab", Point(250.5, 100.5), (Point(20.5, 20.5), 0)],
    "a box": [Box(60, 50, 300, 250)],
    "a box, then a click": [Box(60, 50, 300, 250), (Point(70.5, 60.5), 0)],
    "a box replaced": [Point(100.5, 100.5), Box(60, 50, 300, 250), Point(110.5, 120.5), Box(50, 40, 280, 240)],
}


class OtherEngine(FakeEngine):
    """Another network: its candidates come in another order, and it holds the last for the best."""

    def __init__(self, order: tuple[int, int, int] = (2, 0, 1)) -> None:
        super().__init__()
        self.order = order
        self.asked: list[Prompt] = []

    @property
    def info(self) -> EngineInfo:
        return EngineInfo(engine_id="other", title="Other", checkpoint_sha256="cd" * 32, precision="float16")

    @property
    def embedding_key(self) -> str:
        return "other/1"

    def predict(
        self, embedding: Embedding, prompt: Prompt, mask_input: Any = None, multimask_output: bool = True
    ) -> Prediction:
        self.asked.append(prompt)
        got = super().predict(embedding, prompt, mask_input, multimask_output)
        order = list(self.order) if multimask_output else [0]
        return Prediction(got.masks[order], got.predicted_iou[order], got.low_res_logits[order])


def nowhere(_provenance: Provenance) -> Engine | None:
    return None


@pytest.fixture
def photo_file(engines: Any, tmp_path: Path) -> Path:
    write_png(tmp_path / "photo.png", engines.image)
    return tmp_path / "photo.png"


def run(
    path: Path, annotations: Iterable[Annotation], engine: Engine, find: Any = nowhere, **options: Any
) -> list[ReplayResult]:
    return list(replay_annotations([ReplayImage(path, tuple(annotations))], engine, find, **options))


@pytest.mark.parametrize("engine_id", ["fake", "builtin", "vit_b"])
def test_the_same_engine_gives_the_same_masks(engines: Any, engine_id: str, photo_file: Path, tmp_path: Path) -> None:
    """Nobody could trust the prompts that are stored, nor check a data set of others."""
    engine = engines.get(engine_id)
    embedding = in_window(engines.embedding(engine.info.engine_id))
    objects = list(OBJECTS.values())[2:5] if engine_id == "vit_b" else OBJECTS.values()
    made = [replace(prompted(engine, embedding, actions), id=i) for i, actions in enumerate(objects, 1)]
    made.append(replace(prompted(engine, embedding, [Point(90.5, 200.5)], refined=made[0]), id=20))
    folder = EmbeddingFolder(tmp_path / "embeddings")
    for _ in range(2):  # encoded now, and taken from the folder
        for annotation, result in zip(made, run(photo_file, made, engine, again=True, folder=folder), strict=True):
            assert result.annotation is annotation and result.kept is None, result.reason_kept
            assert result.mask == annotation.mask and result.iou == 1.0
            assert result.replaced == annotation
    assert len(list(folder.path.iterdir())) == 1


def test_the_engine_s_own_masks_are_passed_over(engines: Any, photo_file: Path) -> None:
    """A run that was stopped would begin anew, for hours."""
    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    (result,) = run(Path("/not/even/read.png"), [made], engine)
    assert result.kept is Kept.ANSWERED and result.mask is None and result.replaced is None
    (other,) = run(photo_file, [made], OtherEngine())
    assert other.kept is None and other.replaced is not None
    (result,) = run(photo_file, [other.replaced], OtherEngine())
    assert result.kept is Kept.ANSWERED


@pytest.mark.parametrize(
    "change", [{"engine_id": "vit_b"}, {"checkpoint_sha256": "ab" * 32}, {"precision": "bfloat16"}]
)
def test_another_engine_checkpoint_or_precision_is_another(
    engines: Any, photo_file: Path, change: dict[str, str]
) -> None:
    """A fine-tuned checkpoint would be taken for the one it was made of, and its masks never come."""
    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    (result,) = run(photo_file, [replace(made, provenance=replace(made.provenance, **change))], engine)
    assert result.kept is None and result.replaced == made


@pytest.mark.parametrize("name", OBJECTS)
@pytest.mark.parametrize("order", [(2, 0, 1), (1, 2, 0)])
def test_another_engine_s_candidate_is_the_one_most_alike(
    engines: Any, photo_file: Path, name: str, order: tuple[int, int, int]
) -> None:
    """The whole would come where the part was chosen: the index means something else in another network."""
    engine, other = engines.get("fake"), OtherEngine(order)
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), OBJECTS[name])
    (result,) = run(photo_file, [made], other)
    assert result.kept is None and result.iou is not None and result.mask is not None and result.provenance is not None
    assert result.iou == pytest.approx(result.mask.iou(made.mask))
    first = made.provenance.steps[0]
    if len(made.provenance.steps) == 1:
        assert result.mask == made.mask  # its candidates are the same, but for their order
        if first.multimask_output:
            assert order[result.provenance.steps[0].candidate] == first.candidate
    assert [step.prompt for step in result.provenance.steps] == other.asked == [s.prompt for s in made.provenance.steps]
    provenance = result.provenance
    assert (provenance.engine_id, provenance.checkpoint_sha256, provenance.precision) == ("other", "cd" * 32, "float16")
    assert provenance.predicted_iou == result.predicted_iou == (result.replaced or made).score
    # What is stored now leads to the mask again.
    (again,) = run(photo_file, [result.replaced or made], other, again=True)
    assert again.replaced == result.replaced


def test_of_candidates_alike_the_engine_s_best_is_taken() -> None:
    """Chance would decide, and two runs differ."""
    masks = np.zeros((3, 4, 4), bool)
    masks[:, 1:3, 1:3] = True
    answer = Prediction(masks, np.array([0.2, 0.9, 0.5], np.float32), np.zeros((3, 2, 2), np.float32))
    assert most_like(answer, Mask.from_array(masks[0])) == 1


def test_hand_edits_stay_on_top(engines: Any, photo_file: Path) -> None:
    """An evening's work with the brush would be gone with the better engine."""
    engine = engines.get("fake")
    plain = prompted(
        engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5), Point(350.5, 20.5)]
    )
    pixels = plain.mask.to_array().copy()
    inside, outside = np.argwhere(pixels)[0], np.argwhere(~pixels)[-1]
    pixels[inside[0] : inside[0] + 9, inside[1] : inside[1] + 9] = False
    pixels[outside[0] - 9 : outside[0] + 1, outside[1] - 9 : outside[1] + 1] = True
    edited = painted(plain, pixels)
    touched = pixels != plain.mask.to_array()
    assert touched[tuple(inside)] and touched[tuple(outside)]

    other = OtherEngine()
    (clean,) = run(photo_file, [plain], other)
    (result,) = run(photo_file, [edited], other, find=lambda _provenance: engine)
    assert clean.mask is not None and result.mask is not None and result.provenance is not None
    new = result.mask.to_array()
    assert np.array_equal(new[touched], pixels[touched])
    assert np.array_equal(new[~touched], clean.mask.to_array()[~touched])
    assert result.provenance.edited
    (same,) = run(photo_file, [edited], engine, find=lambda _provenance: engine, again=True)
    assert same.replaced == edited


def test_an_edit_that_can_t_be_told_is_left_alone(engines: Any, photo_file: Path) -> None:
    """Work by hand would be lost without a word, where the old checkpoint is gone."""
    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    edited = painted(made, np.eye(300, 400, dtype=bool))
    (result,) = run(photo_file, [edited], OtherEngine())
    assert result.kept is Kept.EDIT_UNKNOWN and result.mask is None and "by hand" in result.reason_kept


def test_what_was_painted_or_imported_stays(engines: Any) -> None:
    """Masks without prompts would be replaced by nothing."""
    mask = Mask.from_array(np.eye(300, 400, dtype=bool))
    painted_one = Annotation(3, 1, 1, mask, provenance=Provenance("brush"))
    empty = Annotation(4, 1, 1, mask, provenance=Provenance(steps=(PromptStep(Prompt(), True, 0),)))
    results = run(Path("/not/even/read.png"), [painted_one, empty], OtherEngine())
    assert [result.kept for result in results] == [Kept.UNPROMPTED, Kept.UNPROMPTED]


def test_a_mask_too_unlike_is_kept(engines: Any, photo_file: Path) -> None:
    """Good masks would be replaced by others where the new engine errs."""
    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    shifted = replace(made, mask=Mask.from_array(np.roll(made.mask.to_array(), 40, axis=1)))
    (low,) = run(photo_file, [shifted], OtherEngine(), min_iou=0.999)
    assert low.kept is Kept.UNLIKE and low.iou is not None and low.iou < 0.999 and low.replaced is not None
    (taken,) = run(photo_file, [shifted], OtherEngine(), min_iou=low.iou)
    assert taken.kept is None


def test_an_empty_answer_is_no_mask(engines: Any, photo_file: Path) -> None:
    """A project would hold annotations without pixels, which exporters and trainers choke on."""

    class Blind(OtherEngine):
        def predict(self, *arguments: Any) -> Prediction:  # type: ignore[override]
            got = super().predict(*arguments)
            return Prediction(np.zeros_like(got.masks), got.predicted_iou * np.nan, got.low_res_logits)

    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    (result,) = run(photo_file, [made], Blind())
    assert result.kept is Kept.EMPTY and result.replaced is None and result.predicted_iou is None


def test_a_threshold_that_was_set_counts_for_the_engine_it_was_set_for(engines: Any, photo_file: Path) -> None:
    """A mask made larger or smaller by its threshold would jump back."""
    engine = engines.get("builtin")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    lower = replace(made, provenance=replace(made.provenance, threshold=made.provenance.threshold - 3))
    (result,) = run(photo_file, [lower], engine, again=True)
    assert result.mask is not None and result.provenance == lower.provenance
    assert result.mask.area > made.mask.area
    assert not (made.mask.to_array() & ~result.mask.to_array()).any()
    (other,) = run(photo_file, [lower], OtherEngine())
    assert other.provenance is not None and other.provenance.threshold == 0.0


def test_one_image_or_annotation_that_fails_does_not_end_the_run(engines: Any, photo_file: Path) -> None:
    """One damaged file of a thousand, and the night was for nothing."""
    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    small = replace(made, mask=Mask.from_array(np.ones((5, 5), bool)))
    damaged = photo_file.with_name("damaged.png")
    damaged.write_bytes(b"no image")

    class Moody(OtherEngine):
        def predict(self, embedding: Embedding, prompt: Prompt, *rest: Any) -> Prediction:
            if prompt.box_xyxy is not None:
                raise EngineError("It does not like boxes; give points.")
            return super().predict(embedding, prompt, *rest)

    boxed = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Box(60, 50, 300, 250)])
    images = [
        ReplayImage(photo_file.with_name("gone.png"), (made,)),
        ReplayImage(damaged, (made,)),
        ReplayImage(photo_file, (boxed, small, made)),
    ]
    results = list(replay_annotations(images, Moody(), nowhere))
    assert [result.kept for result in results] == [Kept.FAILED] * 4 + [None]
    texts = [result.reason_kept for result in results[:4]]
    assert "gone.png" in texts[0] and "damaged.png" in texts[1] and "boxes" in texts[2] and "another size" in texts[3]


def test_an_image_is_encoded_once_and_only_when_asked_about(engines: Any, photo_file: Path, tmp_path: Path) -> None:
    """A second look would take the night again."""
    encoded: list[str] = []

    class Counting(OtherEngine):
        def encode(self, image: Any, between_steps: Any = None) -> Embedding:
            encoded.append("image")
            return replace(super().encode(image, between_steps), engine_key=self.embedding_key)

    engine = engines.get("fake")
    embedding = in_window(engines.embedding(engine.info.engine_id))
    made = [prompted(engine, embedding, OBJECTS[name]) for name in ("a click", "a box")]
    folder = EmbeddingFolder(tmp_path / "embeddings")
    for _ in range(2):
        assert all(result.kept is None for result in run(photo_file, made, Counting(), folder=folder))
    assert len(encoded) == 1


def test_a_cache_that_can_t_be_written_is_no_hindrance(engines: Any, photo_file: Path, tmp_path: Path) -> None:
    """A full disk would keep masks from being answered."""
    (tmp_path / "embeddings").write_text("a file is in its place")
    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    (result,) = run(photo_file, [made], OtherEngine(), folder=EmbeddingFolder(tmp_path / "embeddings"))
    assert result.kept is None


def test_stopping_gives_an_encoding_up(engines: Any, photo_file: Path) -> None:
    """Closing the window would wait a minute for the largest engine."""

    class Enough(Exception):
        pass

    def stop() -> None:
        raise Enough

    engine = engines.get("fake")
    made = prompted(engine, in_window(engines.embedding(engine.info.engine_id)), [Point(290.5, 140.5)])
    with pytest.raises(Enough):
        run(photo_file, [made], OtherEngine(), between_steps=stop)
