"""The commands `compare` and `merge`, as a person or a script runs them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.__main__ import main
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, ImageState
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]
SIZE = (30, 40)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


def box(x: int, y: int, w: int, h: int) -> Mask:
    return Mask.from_crop(SIZE, x, y, np.ones((h, w), np.bool_))


def fill(project: Path, *objects: tuple[str, str, Mask]) -> None:
    with Store.open(project) as store:
        images = {image.file_name: image.id for image in store.images()}
        for file_name, category, mask in objects:
            known = {c.name: c.id for c in store.categories()}
            category_id = known.get(category) or store.add_category(category).id
            store.add_annotation(Annotation(0, images[file_name], category_id, mask))


@pytest.fixture
def projects(tmp_path: Path, run: Run) -> tuple[Path, Path]:
    """Two projects of the same three photographs; the second has them in another folder, one renamed."""
    photos, others = tmp_path / "photos", tmp_path / "others"
    (photos / "street").mkdir(parents=True)
    (others / "moved").mkdir(parents=True)
    rng = np.random.default_rng(5)
    for name, other in (("a.png", "a.png"), ("street/b.png", "moved/b.png"), ("c.png", "renamed.png")):
        write_png(photos / name, rng.integers(0, 255, (*SIZE, 3)).astype(np.uint8))
        shutil.copy(photos / name, others / other)
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    assert run("new", ours, "--images", photos, "--category", "car", "dog")[0] == 0
    assert run("new", theirs, "--images", others, "--category", "dog", "car")[0] == 0
    fill(
        ours,
        ("a.png", "car", box(2, 2, 10, 10)),
        ("a.png", "dog", box(20, 2, 10, 10)),
        ("street/b.png", "car", box(2, 2, 10, 10)),
        ("c.png", "car", box(5, 5, 8, 8)),
    )
    fill(
        theirs,
        ("a.png", "car", box(2, 2, 10, 10)),
        ("a.png", "car", box(20, 2, 10, 9)),
        ("moved/b.png", "car", box(2, 2, 10, 8)),
        ("renamed.png", "car", box(5, 5, 8, 8)),
        ("renamed.png", "tree", box(25, 15, 8, 8)),
    )
    return ours, theirs


def annotations(project: Path) -> list[Annotation]:
    with Store.open(project, read_only=True) as store:
        return [a for image in store.images() for a in store.annotations(image.id)]


def read(run: Run, *arguments: object) -> dict[str, Any]:
    status, out, err = run("compare", *arguments, "--json")
    assert status == 0, err
    found: dict[str, Any] = json.loads(out)
    return found


def test_two_projects_are_compared_by_their_images(run: Run, projects: tuple[Path, Path]) -> None:
    """Two annotators' folders are seldom laid out alike; their work must be compared all the same."""
    found = read(run, *projects)
    assert found["images_compared"] == 3 and found["truth"] == "theirs" and not found["left_out"]
    whole = found["all"]
    assert (whole["ours"], whole["theirs"], whole["pairs"], whole["other_category"]) == (4, 5, 3, 1)
    assert whole["mean_iou"] == pytest.approx((1 + 1 + 0.8) / 3)
    assert whole["precision"] == 0.75 and whole["recall"] == 0.6
    assert {row["category"] for row in found["categories"]} == {"car", "dog", "tree"}
    turned = read(run, *projects, "--truth", "ours")["all"]
    assert (turned["precision"], turned["recall"]) == (0.6, 0.75)
    assert read(run, *projects, "--iou", 0.85)["all"]["pairs"] == 2
    assert read(run, *projects, "--any-category")["all"]["pairs"] == 4


def test_the_table_is_for_people(run: Run, projects: tuple[Path, Path]) -> None:
    """Rows of categories with a sum, or of images with the worst first."""
    status, out, _ = run("compare", *projects)
    lines = out.splitlines()
    assert status == 0 and lines[0].startswith("CATEGORY") and lines[4].startswith("all")
    status, out, _ = run("compare", *projects, "--images")
    assert status == 0 and out.splitlines()[1].startswith("a.png")


def test_a_file_and_results_are_compared(run: Run, projects: tuple[Path, Path], tmp_path: Path) -> None:
    """A model's list of results has ids and scores only; those of the exported file are the project's."""
    ours, _ = projects
    file = tmp_path / "truth.json"
    assert run("export", ours, "--format", "coco", "--out", file)[0] == 0
    assert read(run, ours, file)["all"]["pq"] == 1.0
    document = json.loads(file.read_text())
    results = [
        {"image_id": a["image_id"], "category_id": a["category_id"], "segmentation": a["segmentation"], "score": score}
        for a, score in zip(document["annotations"], (0.9, 0.2, 0.8, 0.7), strict=True)
    ]
    results[2]["image_id"] = "b"
    results += [{**results[0], "image_id": 99}, {"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}]
    listed = tmp_path / "results.json"
    listed.write_text(json.dumps(results))
    found = read(run, ours, listed)
    assert (found["kind"], found["truth"], found["all"]["pairs"]) == ("results", "ours", 4)
    assert len(found["left_out"]) == 2
    cut = read(run, ours, listed, "--min-score", 0.5)["all"]
    assert (cut["pairs"], cut["recall"], cut["precision"]) == (3, 0.75, 1.0)


@pytest.mark.parametrize("text", ["[1, 2]", "{}", "[]x", '[{"id": 1}]', "null", '"a"', "[[]]"])
def test_what_is_no_set_is_refused_in_a_sentence(
    run: Run, projects: tuple[Path, Path], tmp_path: Path, text: str
) -> None:
    """A wrong file must not read as one that disagrees about everything."""
    file = tmp_path / "odd.json"
    file.write_text(text)
    status, out, err = run("compare", projects[0], file)
    assert status == 1 and not out and len(err.strip().splitlines()) == 1


def test_projects_without_a_common_image_are_not_compared(
    run: Run, projects: tuple[Path, Path], tmp_path: Path
) -> None:
    """A table of zeros would hide that the wrong project was given."""
    photos = tmp_path / "elsewhere"
    photos.mkdir()
    write_png(photos / "z.png", np.zeros((5, 5, 3), np.uint8))
    run("new", tmp_path / "third", "--images", photos)
    status, _, err = run("compare", projects[0], tmp_path / "third")
    assert status == 1 and "no image of this project" in err


def test_a_merge_adds_what_is_new_and_keeps_what_is_the_same_once(run: Run, projects: tuple[Path, Path]) -> None:
    """Two annotators who shared the work must not get each object twice, nor lose one."""
    ours, theirs = projects
    before = annotations(ours)
    status, out, _ = run("merge", ours, theirs, "--dry-run")
    assert status == 0 and "Would add 1 annotation" in out and annotations(ours) == before
    status, out, err = run("merge", ours, theirs, "--prefer", "ours")
    assert status == 0, err
    after = annotations(ours)
    assert [a for a in after if a in before] == before and len(after) == len(before) + 1
    (new,) = [a for a in after if a not in before]
    with Store.open(ours, read_only=True) as store:
        assert store.category(new.category_id).name == "tree"
        assert new.provenance.extra["taken_from"] == "theirs"
        assert store.check() == []
    assert "Added 0 annotations" in run("merge", ours, theirs, "--prefer", "ours")[1]


def test_a_merge_takes_theirs_and_keeps_what_it_replaced(run: Run, projects: tuple[Path, Path]) -> None:
    """What was replaced by a command can't be undone in the window; it must be there to be imported again."""
    ours, theirs = projects
    before = {a.id: a for a in annotations(ours)}
    with Store.open(ours) as store:
        store.update_annotations([replace(before[3], locked=True)])
    assert run("merge", ours, theirs, "--prefer", "theirs")[0] == 0
    after = {a.id: a for a in annotations(ours)}
    assert after[2].mask.area == 90 and after[2].category_id == before[1].category_id
    assert after[3].mask == before[3].mask  # it is locked
    (kept,) = (ours / "replaced").glob("merge-*.json")
    document = json.loads(kept.read_text())
    assert [a["id"] for a in document["annotations"]] == [2]
    assert run("merge", ours, theirs, "--prefer", "both")[0] == 0


def test_a_merge_asks_at_a_terminal_only(
    run: Run, projects: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script must not hang in a question, and a person must be asked about each object."""
    ours, theirs = projects
    before = annotations(ours)
    status, _, err = run("merge", ours, theirs)
    assert status == 2 and "--prefer" in err and annotations(ours) == before
    answers = iter(("x", "t", "O"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _text: next(answers))
    assert run("merge", ours, theirs)[0] == 0
    assert len(annotations(ours)) == len(before) + 1


def test_an_image_that_gets_its_first_masks_is_in_progress(run: Run, projects: tuple[Path, Path]) -> None:
    """An image with masks that is listed as new would be annotated again."""
    ours, theirs = projects
    with Store.open(ours) as store:
        store.delete_annotations([4])
    assert run("merge", ours, theirs, "--prefer", "ours")[0] == 0
    with Store.open(ours, read_only=True) as store:
        assert {i.state for i in store.images()} == {ImageState.IN_PROGRESS}


def test_a_project_is_not_compared_with_itself(run: Run, projects: tuple[Path, Path]) -> None:
    """The same project by another path reads as perfect agreement, which nobody would look into."""
    ours, _ = projects
    other = ours.parent / "photos" / ".." / "ours"
    for command in ("compare", "merge"):
        status, out, err = run(command, ours, other)
        assert status == 1 and not out and "is this project itself" in err


def test_crowds_that_both_have_are_a_question(run: Run, projects: tuple[Path, Path]) -> None:
    """A crowd region drawn by two annotators must not be in the merged project twice."""
    for project, height in zip(projects, (10, 9), strict=True):
        with Store.open(project) as store:
            image = next(image for image in store.images() if image.file_name == "a.png")
            category = next(c.id for c in store.categories() if c.name == "car")
            store.add_annotation(Annotation(0, image.id, category, box(2, 18, 30, height), iscrowd=True))
    assert run("merge", *projects, "--prefer", "theirs")[0] == 0
    crowds = [a for a in annotations(projects[0]) if a.iscrowd]
    assert [a.mask for a in crowds] == [box(2, 18, 30, 9)]
