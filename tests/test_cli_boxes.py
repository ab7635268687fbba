"""The command `boxes`, and choosing images for `auto`, as a person or a script runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.__main__ import main
from sam_annotator.core.geometry import Box
from sam_annotator.core.image_io import read_image, write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, ImageState
from sam_annotator.engine.automatic import propose
from sam_annotator.engine.automatic_options import preset_options
from sam_annotator.engine.box_prompts import SOURCE
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]
FAKE = ("--engine", "fake")
BOXES = ((3, 8, 37, 62), (43, 8, 77, 62))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


def picture(seed: int) -> np.ndarray:
    """Two bright blocks on grey."""
    rng = np.random.default_rng(seed)
    image = np.full((90, 120, 3), 70, np.uint8)
    for x0, y0, x1, y1 in BOXES:
        image[y0 + 4 : y1 - 4, x0 + 4 : x1 - 4] = rng.integers(150, 255, 3)
    return image


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "photos"
    (folder / "sub").mkdir(parents=True)
    for i, name in enumerate(("a.png", "b.png", "sub/c.png")):
        write_png(folder / name, picture(i))
    assert run("new", tmp_path / "project", "--images", folder, "--category", "cell")[0] == 0
    return tmp_path / "project"


@pytest.fixture
def results(tmp_path: Path) -> Path:
    records: list[dict[str, Any]] = []
    for image_id in (1, 2, 3):
        for number, (x0, y0, x1, y1) in enumerate(BOXES):
            bbox, score = [x0, y0, x1 - x0, y1 - y0], 0.9 - 0.5 * number
            records.append({"image_id": image_id, "category_id": 1, "bbox": bbox, "score": score})
    records += [
        {"image_id": 9, "category_id": 1, "bbox": [1, 1, 9, 9]},
        {"image_id": 1, "category_id": 5, "bbox": [1, 1, 2, 2]},
    ]
    path = tmp_path / "results.json"
    path.write_text(json.dumps(records))
    return path


def annotations(project: Path) -> list[Annotation]:
    with Store.open(project, read_only=True) as store:
        return list(store.dataset().annotations)


def expected(project: Path, name: str, box: tuple[int, int, int, int]) -> Mask:
    engine, image = FakeEngine(), read_image(project.parent / "photos" / name)
    answer = engine.predict(engine.encode(image), Prompt(box_xyxy=Box(*box)), multimask_output=False)
    return answer.mask(0)


def test_boxes_become_annotations(project: Path, results: Path, run: Run) -> None:
    """Nobody could turn a detector's boxes into masks overnight."""
    status, out, err = run("boxes", project, results, *FAKE)
    assert (status, err) == (0, "")
    made = annotations(project)
    assert "Added 6 annotations of 6 boxes on 3 images with Fake" in out and len(made) == 6
    assert "1 box is on an image that is not in this project: 9." in out
    assert "1 box is of a category that is not known here: 5." in out
    assert [a.mask for a in made[:2]] == [expected(project, "a.png", box) for box in BOXES]
    for annotation, score in zip(made, (0.9, 0.4) * 3, strict=True):
        assert annotation.score == pytest.approx(score) and annotation.provenance.source == SOURCE
        assert annotation.provenance.engine_id == "fake" and annotation.category_id == 1
        assert annotation.provenance.prompt.box_xyxy is not None
    assert run("check", project)[0] == 0
    assert run("replay", project, *FAKE, "--again", "--dry-run")[0] == 0  # the boxes can be asked again


def test_a_second_run_makes_nothing_twice(project: Path, results: Path, run: Run) -> None:
    """Each object would be there as often as the command was run."""
    assert run("boxes", project, results, *FAKE)[0] == 0
    status, out, _ = run("boxes", project, results, *FAKE)
    assert status == 0 and "Added 0 annotations" in out and "6 boxes left out: overlapping" in out
    assert len(annotations(project)) == 6
    assert "Added 6" in run("boxes", project, results, *FAKE, "--overlap", 1)[1]


def test_scores_images_and_categories_are_chosen(project: Path, results: Path, run: Run) -> None:
    """The doubtful boxes, and those of images that are finished, would become masks too."""
    with Store.open(project) as store:
        store.set_image_state(2, ImageState.DONE)
    status, out, _ = run("boxes", project, results, *FAKE, "--min-score", 0.5, "--category", "found")
    assert status == 0 and "Added 2 annotations of 2 boxes on 2 images" in out
    assert "3 boxes left out: a score below --min-score" in out and "1 image left alone: marked as done" in out
    with Store.open(project, read_only=True) as store:
        names = {category.id: category.name for category in store.categories()}
        assert {names[a.category_id] for a in store.dataset().annotations} == {"found"}
    status, out, _ = run("boxes", project, results, *FAKE, "--only", "sub/*")
    assert status == 0 and "on 1 image " in out
    status, _, err = run("boxes", project, results, *FAKE, "--only", "nowhere*")
    assert status == 2 and "fits no image" in err


def test_a_folder_of_yolo_labels(project: Path, tmp_path: Path, run: Run) -> None:
    """The commonest detectors write no COCO."""
    labels = tmp_path / "labels"
    (labels / "sub").mkdir(parents=True)
    (tmp_path / "data.yaml").write_text("names: [nucleus, cell]\n")
    x0, y0, x1, y1 = BOXES[0]
    line = f"{(x0 + x1) / 240} {(y0 + y1) / 180} {(x1 - x0) / 120} {(y1 - y0) / 90}"
    (labels / "a.txt").write_text(f"1 {line} 0.8\n")
    (labels / "sub" / "c.txt").write_text(f"0 {line} 0.7\n7 {line}\n")
    status, out, err = run("boxes", project, labels, *FAKE)
    assert (status, err) == (0, "") and "Added 2 annotations of 2 boxes on 2 images" in out
    assert "1 box is of a category that is not known here: 7." in out
    with Store.open(project, read_only=True) as store:
        names = {category.id: category.name for category in store.categories()}
        found = [(store.image(a.image_id).file_name, names[a.category_id]) for a in store.dataset().annotations]
    assert found == [("a.png", "cell"), ("sub/c.png", "nucleus")]


def test_what_can_t_be_used_is_one_sentence(project: Path, results: Path, tmp_path: Path, run: Run) -> None:
    """A script would get a traceback, or a project half changed."""
    (tmp_path / "broken.json").write_text("[{")
    (tmp_path / "none.json").write_text('[{"image_id": 77, "category_id": 1, "bbox": [1, 2, 3, 4]}]')
    for arguments, status, text in (
        ((project, tmp_path / "absent.json"), 1, "check the path"),
        ((project, tmp_path / "broken.json"), 1, "no valid JSON"),
        ((project, tmp_path / "none.json"), 1, "not in this project: 77"),
        ((project, results, "--min-score", "2"), 2, "not a number from 0 to 1"),
        ((project, results, "--engine", "nothing"), 1, "nothing"),
        ((project, results, "--category", " "), 2, "needs a name"),
        ((tmp_path / "nowhere", results), 1, ""),
    ):
        found, _, err = run("boxes", *arguments, *(() if "--engine" in arguments else FAKE))
        assert found == status and text in err and err.count("\n") == 1, arguments
    assert annotations(project) == []


def test_an_image_that_is_gone_stops_none_of_the_others(project: Path, results: Path, run: Run) -> None:
    """One lost file would cost the work of the night."""
    (project.parent / "photos" / "b.png").unlink()
    status, out, err = run("boxes", project, results, *FAKE)
    assert status == 1 and "Added 4 annotations" in out and "1 of 3 images can't be used" in err
    assert len(annotations(project)) == 4


def test_auto_on_some_images_only(project: Path, run: Run) -> None:
    """Who wants one folder of the project would have to search all of it."""
    status, out, _ = run("auto", project, *FAKE, "--points-per-side", 4, "--only", "sub/*", "b.png")
    assert status == 0 and "on 2 of 3 images" in out and "1 image left alone: not among those of --only" in out
    assert {a.image_id for a in annotations(project)} == {2, 3}
    status, _, err = run("auto", project, *FAKE, "--only", "x*")
    assert status == 2 and "fits no image" in err
    assert run("auto", project.parent / "photos" / "a.png", *FAKE, "--only", "x*")[0] in (1, 2)


def test_auto_in_a_box_of_an_image(tmp_path: Path, run: Run) -> None:
    """The window's search in a box could not be done by a script."""
    path = tmp_path / "single.png"
    write_png(path, picture(4))
    options = ("--points-per-side", 5, "--box", "0,0,60,90")
    status, out, _ = run("auto", path, *FAKE, *options)
    parameters = preset_options("balanced", "fake")
    engine = FakeEngine()
    from dataclasses import replace

    found = propose(engine, read_image(path), replace(parameters, points_per_side=5), box_xyxy=Box(0, 0, 60, 90))
    assert status == 0 and found and json.loads(out) == [proposal.to_json() for proposal in found]
    assert run("auto", tmp_path, *FAKE, *options)[0] == 2
