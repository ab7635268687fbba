"""The command `replay`, as a person or a script on a server runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from prompted import prompted

from sam_annotator.__main__ import main
from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.image_io import read_image, write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Provenance
from sam_annotator.core.settings import Settings, cache_dir, save_settings
from sam_annotator.engine.fake import PREDICT_DELAY_VARIABLE, FakeEngine
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


def scene(seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    pixels = np.full((30, 40, 3), 40, np.uint8)
    pixels[5:15, 5:15] = (200, 60, 60)
    pixels[12:25, 20:35] = (60, 200, 60)
    noisy: np.ndarray = np.clip(pixels + rng.integers(0, 9, pixels.shape), 0, 255).astype(np.uint8)
    return noisy


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    """Two images with two objects each, made with an earlier checkpoint of the engine, whose masks were one off."""
    photos, folder = tmp_path / "photos", tmp_path / "project"
    (photos / "street").mkdir(parents=True)
    write_png(photos / "a.png", scene(1))
    write_png(photos / "street" / "b.png", scene(2))
    assert run("new", folder, "--images", photos, "--category", "red", "green")[0] == 0
    engine = FakeEngine()
    with Store.open(folder) as store:
        for image in store.images():
            embedding = engine.encode(read_image(store.path_of(image)))
            for category_id, action in ((1, Point(8.5, 8.5)), (2, Box(18, 10, 37, 27))):
                made = prompted(engine, embedding, [action], image_id=image.id)
                shifted = Mask.from_array(np.roll(made.mask.to_array(), 1, axis=1))
                provenance = replace(made.provenance, checkpoint_sha256="ab" * 32)
                store.add_annotation(replace(made, category_id=category_id, mask=shifted, provenance=provenance))
    return folder


def annotations(project: Path) -> list[Annotation]:
    with Store.open(project, read_only=True) as store:
        return list(store.dataset().annotations)


def answer(done: tuple[int, str, str]) -> dict[str, Any]:
    assert done[0] == 0, done
    document: dict[str, Any] = json.loads(done[1])
    return document


def test_a_dry_run_shows_what_would_change_and_changes_nothing(project: Path, run: Run) -> None:
    """Nobody could look before an evening's masks are replaced."""
    before = annotations(project)
    with Store.open(project):  # the window has it
        status, out, err = run("replay", project, "--engine", "fake")
    assert (status, err) == (0, "")
    heads, *lines = out.splitlines()
    assert heads.split() == ["ID", "IMAGE", "CATEGORY", "AREA", "NEW", "CHANGE", "IOU"]
    assert len(lines) == 6 and {line.split()[0] for line in lines[:4]} == {"1", "2", "3", "4"}
    ious = [float(line.split()[-1]) for line in lines[:4]]
    assert ious == sorted(ious) and all(0.5 < iou < 1 for iou in ious)
    assert "4 of 4 annotations would get another mask by Fake" in lines[4] and "--apply" in lines[5]
    assert annotations(project) == before


def test_new_masks_are_written_with_how_they_were_made(project: Path, run: Run) -> None:
    """Masks and their provenance would tell of different engines."""
    before = annotations(project)
    status, out, err = run("replay", project, "--engine", "fake", "--apply")
    assert (status, err) == (0, "") and "4 of 4 annotations have another mask" in out and "--apply" not in out
    after = annotations(project)
    assert [a.id for a in after] == [1, 2, 3, 4]
    for old, new in zip(before, after, strict=True):
        assert np.array_equal(new.mask.to_array(), np.roll(old.mask.to_array(), -1, axis=1))
        assert new.provenance == replace(old.provenance, checkpoint_sha256="", predicted_iou=new.score)
        assert (new.category_id, new.image_id) == (old.category_id, old.image_id)
    status, out, err = run("replay", project, "--engine", "fake", "--apply")
    assert (status, err) == (0, "") and "4 annotations stay: already made by this engine (--again" in out
    done = answer(run("replay", project, "--engine", "fake", "--again", "--json"))
    assert [row["iou"] for row in done["annotations"]] == [1.0] * 4 and not any(
        r["changes"] for r in done["annotations"]
    )
    assert annotations(project) == after
    assert len(list((cache_dir() / "embeddings").iterdir())) == 2


def test_min_iou_keeps_what_differs_too_much(project: Path, run: Run) -> None:
    """Where the new engine errs, good masks would go."""
    rows = answer(run("replay", project, "--engine", "fake", "--json"))["annotations"]
    limit = sorted(row["iou"] for row in rows)[2]
    before = annotations(project)
    status, out, err = run("replay", project, "--engine", "fake", "--min-iou", limit, "--apply")
    kept = {row["id"] for row in rows if row["iou"] < limit}
    assert (status, err) == (0, "") and kept and out.count(" stays\n") == len(kept) and "below --min-iou" in out
    assert {a.id for a, b in zip(annotations(project), before, strict=True) if a == b} == kept


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (["red"], [1, 3]),
        (["street/*"], [3, 4]),
        (["*.png"], [1, 2, 3, 4]),
        (["a.png", "street/b.png", "green"], [2, 4]),
        (["2", "3"], [2, 3]),
        (["red", "green", "street/*", "1", "4"], [4]),
    ],
)
def test_only_some_are_asked_about(project: Path, run: Run, only: list[str], ids: list[int]) -> None:
    """To try an engine on a few, one would have to wait for all."""
    done = answer(run("replay", project, "--engine", "fake", "--json", "--only", *only))
    assert [row["id"] for row in done["annotations"]] == ids and done["total"] == len(ids)


def test_the_answer_as_json(project: Path, run: Run) -> None:
    """A script could not decide which masks to look at."""
    done = answer(run("replay", project, "--engine", "fake", "--json", "--only", "1"))
    (row,) = done.pop("annotations")
    assert done == {
        "engine": "fake",
        "checkpoint_sha256": "",
        "device": "cpu",
        "precision": "float32",
        "applied": False,
        "written": 0,
        "kept_in": None,
        "stopped": False,
        "total": 1,
    }
    assert (row["id"], row["image"], row["category"], row["engine"]) == (1, "a.png", "red", "fake")
    assert row["area"] == row["new_area"] == annotations(project)[0].mask.area
    assert 0 < row["iou"] < 1 and row["changes"] and (row["kept"], row["reason_kept"]) == (None, "")
    assert answer(run("replay", project, "--engine", "fake", "--json", "--apply"))["written"] == 4


def test_what_can_t_be_answered_is_told_one_by_one(project: Path, run: Run) -> None:
    """Masks left behind would be taken for those of the new engine."""
    with Store.open(project) as store:
        first = store.annotation(1)
        edited = replace(first, provenance=replace(first.provenance, edited=True))
        store.update_annotations([edited])
        painted = store.add_annotation(Annotation(0, 1, 1, first.mask, provenance=Provenance("brush")))
        (store.image_root / "street" / "b.png").unlink()
    status, out, err = run("replay", project, "--engine", "fake", "--apply")
    assert status == 1 and len(err.splitlines()) == 1
    assert err.startswith("sam-annotator: 2 of 5 annotations can't be answered: ") and "b.png" in err
    assert "annotation 1 on a.png: It was edited by hand" in out and "annotation 4 on street/b.png: " in out
    assert "1 annotation stays: without prompts" in out
    after = annotations(project)
    assert after[0] == edited and after[4] == painted
    assert after[1].provenance.checkpoint_sha256 == "" and after[2].provenance.checkpoint_sha256 == "ab" * 32


def test_without_a_cache_it_runs_too(project: Path, run: Run) -> None:
    """Whoever keeps no embeddings on disk could not use it."""
    save_settings(Settings(embedding_disk_mb=0))
    assert run("replay", project, "--engine", "fake")[0] == 0
    assert not (cache_dir() / "embeddings").exists()


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (2, ("project",)),
        (2, ("project", "--engine", "fake", "--min-iou", "2")),
        (2, ("project", "--engine", "fake", "--min-iou", "x")),
        (2, ("project", "--engine", "fake", "--only", "nobody")),
        (2, ("project", "--engine", "fake", "--precision", "int8")),
        (1, ("project", "--engine", "fake", "--only", "99")),
        (1, ("project", "--engine", "fake", "--only", "red", "2")),
        (1, ("project", "--engine", "nope")),
        (1, ("project", "--engine", "vit_b")),
        (1, ("photos", "--engine", "fake")),
        (1, ("nope", "--engine", "fake")),
    ],
)
def test_every_wrong_use_of_replay_is_one_sentence(
    project: Path, run: Run, status: int, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A typing error would end in a traceback, or change masks."""
    monkeypatch.chdir(project.parent)
    before = annotations(project)
    got, out, err = run("replay", *arguments, "--apply")
    assert (got, out, len(err.splitlines())) == (status, "", 1), err
    assert err.startswith("sam-annotator: ") and "Traceback" not in err
    assert annotations(project) == before


def test_a_project_that_is_open_elsewhere_is_not_written(project: Path, run: Run) -> None:
    """The window and the command would overwrite each other."""
    with Store.open(project):
        status, out, err = run("replay", project, "--engine", "fake", "--apply")
    assert (status, out) == (1, "") and len(err.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_keeps_whole_images_and_the_same_command_goes_on(project: Path, tmp_path: Path) -> None:
    """An image would be half of one engine and half of another, or a night be lost."""
    command = [sys.executable, "-m", "sam_annotator", "replay", str(project), "--engine", "fake", "--apply", "--json"]
    slow = {**os.environ, PREDICT_DELAY_VARIABLE: "1500"}

    def replaced() -> list[int]:
        return [a.image_id for a in annotations(project) if not a.provenance.checkpoint_sha256]

    with subprocess.Popen(command, env=slow, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        deadline = time.monotonic() + 120
        while not replaced() and time.monotonic() < deadline:
            time.sleep(0.05)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=120)
    first = json.loads(out)
    assert program.returncode == 130 and first["stopped"] and err == ""
    assert replaced() == [1, 1] and first["written"] == 2
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and json.loads(done.stdout)["written"] == 2 and replaced() == [1, 1, 2, 2]


def test_what_is_replaced_is_kept_in_a_file(run: Run, project: Path) -> None:
    """A command has no undo: the masks it replaced must be there to be imported again, and locked ones untouched."""
    before = annotations(project)
    with Store.open(project) as store:
        store.update_annotations([replace(before[0], locked=True)])
    assert run("replay", project, "--engine", "fake", "--dry-run")[0] == 0
    assert not (project / "replaced").exists()
    status, out, _ = run("replay", project, "--engine", "fake", "--apply", "--json")
    told = json.loads(out)
    assert status == 0 and told["written"] == 3
    document = json.loads(Path(told["kept_in"]).read_text())
    kept = {record["id"]: record["segmentation"] for record in document["annotations"]}
    assert kept == {a.id: a.mask.to_coco_rle() for a in before}
    after = annotations(project)
    assert after[0].mask == before[0].mask and all(a.mask != b.mask for a, b in zip(after[1:], before[1:], strict=True))
    again = json.loads(run("replay", project, "--engine", "fake", "--apply", "--again", "--json")[1])
    assert again["written"] == 0 and again["kept_in"] is None


def test_what_was_applied_is_taken_back(run: Run, project: Path) -> None:
    """A night's replay that was worse would stay; what was done since must not go with it."""
    before = annotations(project)
    assert run("replay", project, "--engine", "fake", "--apply")[0] == 0
    with Store.open(project) as store:
        edited = replace(store.annotation(2), mask=before[0].mask)
        store.update_annotations([edited, replace(store.annotation(3), note="looked at", category_id=2)])
        store.delete_annotations([4])
    status, out, err = run("replay", project, "--undo")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "2 annotations have their old mask again.",
        "1 annotation stays: changed since, or locked",
        "  annotation 2 on a.png",
        "1 annotation is not there any more.",
    ]
    assert annotations(project) == [before[0], edited, replace(before[2], note="looked at", category_id=2)]
    status, out, err = run("replay", project, "--undo")
    assert (status, out) == (1, "") and "no replay to take back" in err


def test_several_applies_are_taken_back_one_after_the_other(run: Run, project: Path) -> None:
    """Two engines tried in a row would leave masks that nobody can get rid of."""
    before = annotations(project)
    assert run("replay", project, "--engine", "fake", "--apply", "--only", "red")[0] == 0
    between = annotations(project)
    assert run("replay", project, "--engine", "fake", "--apply")[0] == 0
    assert answer(run("replay", project, "--undo", "--json"))["restored"] == [2, 4]
    assert annotations(project) == between
    assert answer(run("replay", project, "--undo", "--json"))["restored"] == [1, 3]
    assert annotations(project) == before


@pytest.mark.parametrize(
    "arguments", [(), ("--undo", "--engine", "fake"), ("--undo", "--apply"), ("--undo", "--only", "red")]
)
def test_wrong_use_of_undo_is_one_sentence(run: Run, project: Path, arguments: tuple[str, ...]) -> None:
    """A typing error would take something back."""
    status, out, err = run("replay", project, *arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1) and err.startswith("sam-annotator: ")
