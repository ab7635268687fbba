"""The command `auto`, as a person or a script on a server runs it."""

from __future__ import annotations

import json
import os
import shutil
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
from pycocotools import mask as coco_mask

from sam_annotator.__main__ import main
from sam_annotator.core.image_io import read_image, write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, ImageState
from sam_annotator.core.settings import Settings, data_dir, save_settings
from sam_annotator.engine.automatic import propose
from sam_annotator.engine.automatic_options import AutomaticOptions, preset_options
from sam_annotator.engine.fake import ENCODE_DELAY_VARIABLE, FakeEngine
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]
FAKE = ("--engine", "fake", "--points-per-side", "6")
OPTIONS = replace(preset_options("balanced", "fake"), points_per_side=6)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


def picture(seed: int, discs: int = 3) -> np.ndarray:
    """Bright discs on grey."""
    rng = np.random.default_rng(seed)
    ys, xs = np.mgrid[:90, :120]
    image = np.full((90, 120, 3), 70, np.uint8)
    for i in range(discs):
        x, y = 20 + 40 * i, int(rng.integers(25, 65))
        image[(xs - x) ** 2 + (ys - y) ** 2 <= 15**2] = rng.integers(150, 255, 3)
    return image


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    (folder / "sub").mkdir(parents=True)
    for i, name in enumerate(("a.png", "b.png", "sub/c.png")):
        write_png(folder / name, picture(i))
    return folder


@pytest.fixture
def project(photos: Path, tmp_path: Path, run: Run) -> Path:
    assert run("new", tmp_path / "project", "--images", photos, "--category", "cell")[0] == 0
    return tmp_path / "project"


def annotations(project: Path) -> list[Annotation]:
    with Store.open(project, read_only=True) as store:
        return list(store.dataset().annotations)


def test_what_is_found_becomes_annotations(project: Path, photos: Path, run: Run) -> None:
    """Nobody could have the objects of a project found overnight."""
    status, out, err = run("auto", project, *FAKE)
    assert (status, err) == (0, "")
    made = annotations(project)
    assert f'Added {len(made)} annotations of "object" on 3 of 3 images' in out
    with Store.open(project, read_only=True) as store:
        images = store.images()
        assert [category.name for category in store.categories()] == ["cell", "object"]
    for image in images:
        expected = propose(FakeEngine(), read_image(photos / image.file_name), OPTIONS)
        mine = [a for a in made if a.image_id == image.id]
        assert expected and [(a.mask, a.score) for a in mine] == [(p.mask, p.predicted_iou) for p in expected]
        for annotation, proposal in zip(mine, expected, strict=True):
            assert annotation.category_id == 2 and not annotation.iscrowd
            assert annotation.provenance == proposal.provenance(FakeEngine().info, OPTIONS)
    assert run("check", project)[0] == 0


def test_a_second_run_has_nothing_to_do(project: Path, run: Run) -> None:
    """Hours of work would be done twice, and each object be there twice."""
    assert run("auto", project, *FAKE)[0] == 0
    made = annotations(project)
    status, out, _ = run("auto", project, *FAKE)
    assert status == 0 and "Added 0 annotations" in out and "3 images done before" in out
    status, out, _ = run("auto", project, *FAKE, "--again")
    assert status == 0 and "on 3 of 3 images" in out and f"{len(made)} objects left out: overlapping" in out
    shutil.rmtree(data_dir() / "auto")  # as on another computer
    assert "3 images done before" in run("auto", project, *FAKE)[1]
    assert "on 3 of 3 images" in run("auto", project, *FAKE[:2], "--points-per-side", 5)[1]  # not the same parameters
    assert annotations(project)[: len(made)] == made


def test_deleted_objects_do_not_come_back(project: Path, photos: Path, run: Run) -> None:
    """Whoever adds photographs and runs it again would have to delete the same wrong masks each time."""
    write_png(photos / "plain.png", np.full((90, 120, 3), 70, np.uint8))
    assert run("auto", project, *FAKE, "--max-area", 2000)[0] == 0
    with Store.open(project) as store:
        store.delete_annotations([a.id for a in store.dataset().annotations])
    write_png(photos / "new.png", picture(9))
    status, out, _ = run("auto", project, *FAKE, "--max-area", 2000)
    assert status == 0 and "on 1 of 5 images" in out and "4 images done before" in out
    with Store.open(project, read_only=True) as store:
        assert {store.image(a.image_id).name for a in annotations(project)} == {"new.png"}


def test_what_is_annotated_already_is_left_alone(project: Path, photos: Path, run: Run) -> None:
    """An object that was annotated by hand would be there twice, and a finished image be spoilt."""
    assert run("auto", project, *FAKE, "--category", "  cell ")[0] == 0
    made = annotations(project)
    assert {a.category_id for a in made} == {1}
    with Store.open(project) as store:
        a, b, c = store.images()
        first = next(x for x in made if x.image_id == a.id)
        store.delete_annotations([x.id for x in made if x.id != first.id])
        plane = first.mask.to_array()
        plane[np.argwhere(plane)[0][0]] = False
        store.update_annotations([replace(first, mask=Mask.from_array(plane))])
        store.set_image_state(b.id, ImageState.DONE)
    status, out, _ = run("auto", project, *FAKE, "--again")
    assert status == 0 and "1 object left out" in out and "1 image left alone: marked as done" in out
    count = {i.id: sum(x.image_id == i.id for x in annotations(project)) for i in (a, b, c)}
    assert count[a.id] == sum(x.image_id == a.id for x in made) and count[b.id] == 0 and count[c.id] > 0
    status, out, _ = run("auto", project, *FAKE, "--again", "--only-new")
    assert status == 0 and "2 images left alone: annotated already" in out and "on 0 of 3 images" in out
    assert run("auto", project, *FAKE, "--again", "--overlap", 1)[0] == 0
    assert len(annotations(project)) == 2 * sum(count.values())  # no IoU is larger than 1


def test_areas_and_parameters_count(project: Path, run: Run) -> None:
    """A parameter that does nothing would cost a night."""
    status, out, _ = run("auto", project, *FAKE, "--min-area", 100, "--max-area", 1000)
    assert status == 0 and "left out by area" in out
    assert all(100 <= a.mask.area <= 1000 for a in annotations(project))
    flags = {
        "points_per_side": 5,
        "pred_iou_thresh": 0.6,
        "stability_score_thresh": 0.4,
        "min_mask_region_area": 7,
        "box_nms_thresh": 0.65,
        "crop_n_layers": 1,
        "crop_n_points_downscale_factor": 2,
        "points_per_batch": 9,
        "stability_score_offset": 0.8,
        "crop_nms_thresh": 0.6,
        "crop_overlap_ratio": 0.3,
    }
    given = [text for name, value in flags.items() for text in ("--" + name.replace("_", "-"), value)]
    assert run("auto", project, "--engine", "fake", "--preset", "thorough", "--overlap", 1, *given)[0] == 0
    assert annotations(project)[-1].provenance.extra["options"] == AutomaticOptions(**flags).to_json()  # type: ignore[arg-type]


def test_a_folder_becomes_a_project_as_in_the_window(photos: Path, run: Run) -> None:
    """A folder of photographs would need another command first, and the window would show nothing."""
    status, out, _ = run("auto", photos, *FAKE)
    assert status == 0 and "on 3 of 3 images" in out
    assert len(annotations(photos)) > 3


def test_one_image_gives_the_reference_s_records(photos: Path, tmp_path: Path, run: Run) -> None:
    """Scripts that read the files of Segment Anything's own command could not read these."""
    status, out, err = run("auto", photos / "a.png", *FAKE)
    assert (status, err) == (0, "")
    records: list[dict[str, Any]] = json.loads(out)
    expected = propose(FakeEngine(), read_image(photos / "a.png"), OPTIONS)
    assert records == [proposal.to_json() for proposal in expected] and records
    for record in records:
        plane = coco_mask.decode(record["segmentation"])
        assert plane.sum() == record["area"] and record["crop_box"] == [0, 0, 120, 90]
        assert coco_mask.toBbox(record["segmentation"]).tolist() == record["bbox"]
        assert set(record) >= {"predicted_iou", "stability_score", "point_coords"}
    status, out, _ = run("auto", photos / "a.png", *FAKE, "--out", tmp_path / "a.json", "--min-area", 500)
    assert status == 0 and str(tmp_path / "a.json") in out
    assert json.loads((tmp_path / "a.json").read_text()) == [r for r in records if r["area"] >= 500]
    assert not list(photos.glob("*.sqlite"))


def test_annotations_come_through_a_coco_file_unchanged(project: Path, photos: Path, tmp_path: Path, run: Run) -> None:
    """How a mask was found would be lost with the first export."""
    assert run("auto", project, *FAKE)[0] == 0
    assert run("export", project, "--format", "coco", "--out", tmp_path / "one.json")[0] == 0
    assert run("new", tmp_path / "other", "--images", photos)[0] == 0
    assert run("import", tmp_path / "other", tmp_path / "one.json")[0] == 0
    assert annotations(tmp_path / "other") == annotations(project)
    assert run("export", tmp_path / "other", "--format", "coco", "--out", tmp_path / "two.json")[0] == 0
    one, two = (json.loads((tmp_path / f"{name}.json").read_text()) for name in ("one", "two"))
    assert one["annotations"] == two["annotations"]
    assert "3 images done before" in run("auto", tmp_path / "other", *FAKE)[1]


def test_one_damaged_image_does_not_end_the_work(project: Path, photos: Path, run: Run) -> None:
    """A single broken file would cost the night."""
    (photos / "b.png").write_bytes((photos / "b.png").read_bytes()[:200])
    status, out, err = run("auto", project, *FAKE)
    assert status == 1 and "on 2 of 3 images" in out and "1 image can't be used" in out
    assert len(err.splitlines()) == 1 and "b.png" in err
    write_png(photos / "b.png", picture(1)[:50])
    status, out, err = run("auto", project, *FAKE)
    assert status == 1 and "b.png" in err and "another size" in err and "2 images done before" in out


def test_the_window_s_engine_is_the_default(photos: Path, run: Run) -> None:
    """Masks would be made by another engine than the one that was chosen."""
    save_settings(Settings(engine_id="fake"))
    assert run("auto", photos, "--points-per-side", 4)[0] == 0
    assert {a.provenance.engine_id for a in annotations(photos)} == {"fake"}


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (2, ()),
        (2, ("photos", "--points-per-side", "0")),
        (2, ("photos", "--points-per-side", "x")),
        (2, ("photos", "--pred-iou-thresh", "2")),
        (2, ("photos", "--crop-n-layers", "2", "--crop-n-points-downscale-factor", "16")),
        (2, ("photos", "--preset", "nope")),
        (2, ("photos", "--overlap", "-1")),
        (2, ("photos", "--min-area", "x")),
        (2, ("photos", "--category", " ")),
        (2, ("photos", "--device", "tpu")),
        (2, ("photos", "--out", "x.json")),
        (2, ("photos/a.png", "--only-new")),
        (2, ("photos/a.png", "--overlap", "0")),
        (2, ("photos/a.png", "--out", "x.png")),
        (2, ("photos/a.png", "--out", "nowhere/x.json")),
        (1, ("photos", "--engine", "nope")),
        (1, ("photos", "--engine", "vit_b")),
        (1, ("nope",)),
        (1, ("empty",)),
        (1, ("text.txt",)),
        (1, ("damaged.png",)),
    ],
)
def test_every_wrong_use_of_auto_is_one_sentence(
    photos: Path, run: Run, status: int, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A typing error would end in a traceback, or in a project that nobody wanted."""
    monkeypatch.chdir(photos.parent)
    Path("empty").mkdir()
    Path("text.txt").write_text("x")
    Path("damaged.png").write_bytes(b"\x89PNG")
    got, out, err = run("auto", *(() if "--engine" in arguments else ("--engine", "fake")), *arguments)
    assert (got, out, len(err.splitlines())) == (status, "", 1), err
    assert err.startswith("sam-annotator: ") and "Traceback" not in err
    assert not list(Path("empty").iterdir())


def test_a_project_that_is_open_or_without_its_images_is_one_sentence(project: Path, photos: Path, run: Run) -> None:
    """What a window writes and what the command writes would get mixed up."""
    with Store.open(project):
        status, out, err = run("auto", project, *FAKE)
    assert (status, out) == (1, "") and len(err.splitlines()) == 1
    photos.rename(photos.parent / "elsewhere")
    status, out, err = run("auto", project, *FAKE)
    assert status == 1 and out == "" and str(photos) in err


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_stops_auto_and_the_same_command_goes_on(photos: Path, run: Run) -> None:
    """Whoever needs the computer back would lose what was found, or be left with half an image."""
    for i in range(20):
        write_png(photos / f"{i}.png", picture(20 + i))
    command = [sys.executable, "-m", "sam_annotator", "auto", str(photos), *FAKE]
    slow = {**os.environ, ENCODE_DELAY_VARIABLE: "400"}
    with subprocess.Popen(command, env=slow, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        deadline = time.monotonic() + 120
        while not list((data_dir() / "auto").glob("*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=120)
    assert program.returncode == 130 and "Traceback" not in err
    assert "Stopped" in err and "of 23 images" in out
    done = {a.image_id for a in annotations(photos)}
    assert 0 < len(done) < 23
    for image_id in done:  # whole images
        with Store.open(photos, read_only=True) as store:
            mine, path = store.annotations(image_id), store.path_of(store.image(image_id))
        assert [a.mask for a in mine] == [p.mask for p in propose(FakeEngine(), read_image(path), OPTIONS)]
    status, out, _ = run("auto", photos, *FAKE)
    assert status == 0 and f"{len(done)} image{'s' if len(done) > 1 else ''} done before" in out
    assert {a.image_id for a in annotations(photos)} == set(range(1, 24))
