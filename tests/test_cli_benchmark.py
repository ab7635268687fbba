"""The command `benchmark`, as a person or a script on a server runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.__main__ import main
from sam_annotator.cli_benchmark import draw
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, PromptStep, Provenance
from sam_annotator.engine.click_benchmark import BenchmarkImage
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]
FAKE = ("--engine", "fake")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    """Three images with three objects of plain colours each."""
    photos, folder = tmp_path / "photos", tmp_path / "project"
    photos.mkdir()
    boxes = [(2, 2, 12, 12), (20, 3, 35, 14), (8, 18, 30, 28)]
    for name in ("a.png", "b.png", "c.png"):
        pixels = np.zeros((30, 40, 3), np.uint8)
        for i, (x0, y0, x1, y1) in enumerate(boxes):
            pixels[y0:y1, x0:x1, i] = 220
        write_png(photos / name, pixels)
    assert run("new", folder, "--images", photos, "--category", "thing", "other")[0] == 0
    with Store.open(folder) as store:
        for image in store.images():
            for i, (x0, y0, x1, y1) in enumerate(boxes):
                plane = np.zeros((30, 40), bool)
                plane[y0:y1, x0:x1] = True
                store.add_annotation(Annotation(0, image.id, 1 + i // 2, Mask.from_array(plane)))
    return folder


def answer(done: tuple[int, str, str]) -> dict[str, Any]:
    assert done[0] == 0, done
    document: dict[str, Any] = json.loads(done[1])
    return document


def without_times(document: dict[str, Any]) -> dict[str, Any]:
    times = ("ms_a_click", "seconds_an_image")
    rows = [{key: value for key, value in row.items() if key not in times} for row in document["engines"]]
    return {**document, "engines": rows}


def test_engines_are_compared_in_a_table(project: Path, run: Run) -> None:
    """Nobody could tell which engine is best for their own pictures."""
    with Store.open(project):  # the window has it
        status, out, err = run("benchmark", project, *FAKE, "--engine", "builtin", "--device", "cpu", "--clicks", 3)
    assert (status, err) == (0, "")
    heads, fake, builtin, text, _, more = out.splitlines()
    assert heads.split() == ["ENGINE", "IOU@1", "IOU@3", "BOX", "NOC@85", "NOC@90", "MS/CLICK", "S/IMAGE", "RUNS", "ON"]
    name, one, three, box, noc85, noc90, *_times = fake.split()
    assert name == "fake" and all(0.5 < float(iou) <= 1 for iou in (one, three, box))
    assert 1 <= float(noc85) <= float(noc90) <= 3
    assert builtin.split()[0] == "builtin" and "cpu, float32" in builtin
    assert text == "9 objects on 3 images." and " 3 where it is not reached" in more


def test_the_answer_as_json_and_again(project: Path, run: Run) -> None:
    """A script could not draw its curves, nor anyone repeat a measurement."""
    command = ("benchmark", project, *FAKE, "--limit", 4, "--seed", 7, "--clicks", 2, "--json")
    done = answer(run(*command))
    assert (done["clicks"], done["seed"], len(done["annotations"]), done["stopped"]) == (2, 7, 4, False)
    (row,) = done["engines"]
    assert row["objects"] == 4 and row["images"] == done["images"] and len(row["miou_after"]) == 2
    assert row["ms_a_click"] > 0 and row["seconds_an_image"] > 0
    assert {"miou_box", "noc_85", "noc_90", "device", "precision", "own_masks", "problems"} <= set(row)
    assert without_times(answer(run(*command))) == without_times(done)
    other = answer(run("benchmark", project, *FAKE, "--limit", 4, "--seed", 8, "--clicks", 2, "--json"))
    assert other["annotations"] != done["annotations"]


def test_a_draw_depends_on_the_objects_and_the_seed_alone() -> None:
    """Numbers of last week could not be compared with those of today."""
    mask = Mask.from_array(np.ones((2, 2), bool))
    images = [
        BenchmarkImage(Path(f"{i}.png"), tuple(Annotation(10 * i + k, i, 1, mask) for k in (2, 1))) for i in (3, 1, 2)
    ]

    def ids(drawn: list[BenchmarkImage]) -> list[int]:
        return [annotation.id for image in drawn for annotation in image.annotations]

    chosen = ids(draw(images, 3, 5))
    assert len(chosen) == 3 and sorted(chosen) == sorted(ids(draw(images[::-1], 3, 5)))
    assert ids(draw(images, None, 5)) == ids(images) == ids(draw(images, 99, 0))
    assert all(image.annotations for image in draw(images, 2, 1))


def test_masks_of_its_own_are_told(project: Path, run: Run) -> None:
    """The engine that labelled the project would win each comparison, and nobody would know why."""
    with Store.open(project) as store:
        first, second, third = (store.annotation(i) for i in (1, 2, 3))
        own = Provenance(
            engine_id="fake", steps=(PromptStep(Prompt(((5.0, 5.0),), (1,)), True, 0),), precision="float32"
        )
        crowd = replace(third, iscrowd=True)
        store.update_annotations([replace(first, provenance=own), replace(second, provenance=own), crowd])
    status, out, err = run("benchmark", project, *FAKE, "--clicks", 1)
    assert (status, err) == (0, "") and "Of these, 2 masks came from fake itself" in out and "8 objects" in out
    assert answer(run("benchmark", project, *FAKE, "--only", "other", "--json"))["engines"][0]["own_masks"] == 0
    status, out, err = run("benchmark", project, *FAKE, "--only", "3")
    assert (status, out) == (1, "") and "crowds" in err


def test_images_that_can_t_be_used_are_told(project: Path, run: Run) -> None:
    """The numbers would be of fewer images than one believes."""
    (project.parent / "photos" / "b.png").unlink()
    status, out, err = run("benchmark", project, *FAKE)
    assert status == 1 and len(err.splitlines()) == 1 and "1 of 3 images can't be used" in err and "b.png" in err
    assert out.splitlines()[1].startswith("fake") and "b.png" in out
    for name in ("a.png", "c.png"):
        (project.parent / "photos" / name).unlink()
    status, out, err = run("benchmark", project, *FAKE)
    assert status == 1 and out.splitlines()[1].split()[:2] == ["fake", "-"]


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (2, ("project",)),
        (2, ("project", *FAKE, "--clicks", "0")),
        (2, ("project", *FAKE, "--limit", "x")),
        (2, ("project", *FAKE, "--only", "nobody")),
        (1, ("project", *FAKE, "--engine", "nope")),
        (1, ("project", "--engine", "vit_b")),
        (1, ("project", "--engine", "vit_b=gone.pth")),
        (1, ("photos", *FAKE)),
        (1, ("nope", *FAKE)),
    ],
)
def test_every_wrong_use_of_benchmark_is_one_sentence(
    project: Path, run: Run, status: int, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A typing error would end in a traceback."""
    monkeypatch.chdir(project.parent)
    got, out, err = run("benchmark", *arguments)
    assert (got, out, len(err.splitlines())) == (status, "", 1), err
    assert err.startswith("sam-annotator: ") and "Traceback" not in err


def test_ctrl_c_shows_the_engines_that_are_done(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever loses patience with the largest engine would lose the others' numbers too."""
    from sam_annotator import cli_benchmark

    loaded: list[str] = []

    def load(engine_id: str, *arguments: Any) -> Any:
        if loaded:
            raise KeyboardInterrupt
        loaded.append(engine_id)
        return real(engine_id, *arguments)

    real = cli_benchmark.load_engine
    monkeypatch.setattr(cli_benchmark, "load_engine", load)
    status, out, err = run("benchmark", project, *FAKE, "--engine", "builtin", "--clicks", 1)
    assert status == 130 and out.splitlines()[1].startswith("fake") and "1 engine" not in out
    assert err.splitlines() == ["Stopped; 1 of 2 engines measured."]
