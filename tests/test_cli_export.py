"""The command `export` in every format, as a person or a script runs it; what it wrote is read by Pillow and numpy."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PilImage
from prompted import prompted

from sam_annotator.__main__ import main
from sam_annotator.core.geometry import Box, Point
from sam_annotator.core.image_io import read_image, write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.formats.registry import FORMATS
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]
FOLDERS = [known.id for known in FORMATS if not known.suffixes]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    """Two images of one name, and one on its side: on each a prompted object and one with a hole and a lone pixel."""
    photos, folder = tmp_path / "фото", tmp_path / "project"
    rng = np.random.default_rng(0)
    for name in ("a/same.png", "b/same.png"):
        (photos / name).parent.mkdir(parents=True)
        pixels = np.full((30, 40, 3), 30, np.uint8)
        pixels[5:15, 5:15] = rng.integers(120, 250, 3)
        write_png(photos / name, pixels)
    turned = PilImage.fromarray(rng.integers(0, 255, (24, 36, 3), np.uint8))
    exif = PilImage.Exif()
    exif[0x0112] = 6
    turned.save(photos / "turned.jpg", exif=exif)
    assert run("new", folder, "--images", photos, "--category", "red", "猫")[0] == 0
    engine = FakeEngine()
    with Store.open(folder) as store:
        for image in store.images():
            pixels = read_image(store.path_of(image))
            made = prompted(engine, engine.encode(pixels), [Point(8.5, 8.5), Box(4, 4, 16, 16)], image_id=image.id)
            store.add_annotation(replace(made, category_id=1))
            painted = np.zeros(pixels.shape[:2], np.bool_)
            painted[8:20, 8:20] = True
            painted[10:12, 10:12] = False
            painted[-1, -1] = True
            store.add_annotation(Annotation(0, image.id, 2, Mask.from_array(painted)))
    return folder


def stored(project: Path) -> dict[int, tuple[str, Annotation]]:
    with Store.open(project, read_only=True) as store:
        names = {image.id: image.file_name for image in store.images()}
        return {a.id: (names[a.image_id], a) for a in store.dataset().annotations}


@pytest.mark.parametrize("format_id", FOLDERS)
def test_every_format_writes_a_new_folder_and_never_again(
    project: Path, tmp_path: Path, run: Run, format_id: str
) -> None:
    """A second export over the first would mix two states of the project."""
    out = tmp_path / "out"
    status, text, err = run("export", project, "--format", format_id, "--out", out)
    assert (status, err) == (0, "") and "6 of 6 annotations" in text
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    status, text, err = run("export", project, "--format", format_id, "--out", out)
    assert (status, text, len(err.splitlines())) == (1, "", 1) and "nothing is overwritten" in err
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert not [path for path in tmp_path.iterdir() if "unfinished" in path.name]


def test_cut_outs_are_the_pixels_of_the_masks(project: Path, tmp_path: Path, run: Run) -> None:
    """A picture on its side, or one pixel beside the object, would be cut out."""
    out = tmp_path / "out"
    assert run("export", project, "--format", "cutouts", "--frame", "full", "--out", out)[0] == 0
    found = stored(project)
    index = json.loads((out / "cutouts.json").read_text("utf-8"))
    assert {row["annotation_id"] for row in index} == set(found)
    for row in index:
        name, annotation = found[row["annotation_id"]]
        with PilImage.open(out / row["file"]) as picture:
            pixels = np.asarray(picture)
        inside = annotation.mask.to_array()
        assert np.array_equal(pixels[..., 3], inside * np.uint8(255))
        assert np.array_equal(pixels[inside][:, :3], read_image(tmp_path / "фото" / name)[inside])


@pytest.mark.parametrize(
    ("limits", "ids"),
    [
        (("--image", "a/same.png"), {1, 2}),
        (("--image", "a/same.png", "turned.jpg"), {1, 2, 5, 6}),
        (("--image", "turned.jpg", "--only", "猫"), {6}),
        (("--only", "red"), {1, 3, 5}),
        (("--only", "b/*", "猫"), {4}),
        (("--only", "1", "6"), {1, 6}),
    ],
)
def test_only_a_part_is_exported(
    project: Path, tmp_path: Path, run: Run, limits: tuple[str, ...], ids: set[int]
) -> None:
    """For one object one would have to write all of them."""
    assert run("export", project, "--format", "cutouts", "--out", tmp_path / "out", *limits)[0] == 0
    index = json.loads((tmp_path / "out" / "cutouts.json").read_text("utf-8"))
    assert {row["annotation_id"] for row in index} == ids
    assert run("export", project, "--out", tmp_path / "out.json", *limits)[0] == 0
    records = json.loads((tmp_path / "out.json").read_text("utf-8"))["annotations"]
    assert {record["id"] for record in records} == ids


def test_logits_are_those_of_the_answer(project: Path, tmp_path: Path, run: Run) -> None:
    """Whoever distils a network from them would learn from another answer than the one that was accepted."""
    out = tmp_path / "out"
    status, text, err = run("export", project, "--format", "npz", "--logits", "engine", "--out", out)
    assert (status, err) == (0, "") and "3 annotations have no logits" in text
    found, engine, seen = stored(project), FakeEngine(), 0
    for path in sorted(out.rglob("*.npz")):
        with np.load(path, allow_pickle=False) as arrays:
            for annotation_id, logits, threshold in zip(
                arrays["logits_ids"], arrays["logits"], arrays["logits_thresholds"], strict=True
            ):
                name, annotation = found[int(annotation_id)]
                embedding = engine.encode(read_image(tmp_path / "фото" / name))
                mask_input = None
                for step in annotation.provenance.steps:
                    answer = engine.predict(embedding, step.prompt, mask_input, step.multimask_output)
                    mask_input = answer.low_res_logits[step.candidate : step.candidate + 1]
                assert mask_input is not None and np.array_equal(mask_input[0], logits)
                assert threshold == annotation.provenance.threshold
                assert answer.mask(step.candidate) == annotation.mask
                seen += 1
    assert seen == 3


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (2, ("--format", "cutouts", "--image", "same.png")),
        (2, ("--format", "cutouts", "--image", "nope.png")),
        (2, ("--format", "cutouts", "--only", "blue")),
        (2, ("--format", "cutouts", "--fill", "40")),
        (2, ("--format", "overlay", "--fill", "101")),
        (2, ("--format", "overlay", "--fill", "much")),
        (2, ("--format", "cutouts", "--frame", "round")),
        (1, ("--format", "cutouts", "--only", "99")),
        (1, ("--format", "cutouts", "--only", "red", "2")),
    ],
)
def test_every_wrong_use_is_one_sentence(
    project: Path, tmp_path: Path, run: Run, status: int, arguments: tuple[str, ...]
) -> None:
    """A typing error would end in a traceback, or in a folder of something else."""
    got, text, err = run("export", project, "--out", tmp_path / "out", *arguments)
    assert (got, text, len(err.splitlines())) == (status, "", 1), err
    assert err.startswith("sam-annotator: ") and not (tmp_path / "out").exists()


def test_an_export_of_which_nothing_came_is_no_success(project: Path, tmp_path: Path, run: Run) -> None:
    """A script would go on with an empty folder."""
    (tmp_path / "фото").rename(tmp_path / "elsewhere")
    status, text, err = run("export", project, "--format", "cutouts", "--out", tmp_path / "out")
    assert status == 1 and "0 of 6 annotations" in text and len(err.splitlines()) == 1
    assert run("export", project, "--format", "png-instances", "--out", tmp_path / "masks")[0] == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_can_not_be_written(project: Path, tmp_path: Path, run: Run) -> None:
    """A traceback would not say what to do."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    status, text, err = run("export", project, "--format", "cutouts", "--out", closed / "out")
    assert (status, text, len(err.splitlines())) == (1, "", 1) and not list(closed.iterdir())
