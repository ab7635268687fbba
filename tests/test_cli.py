"""The headless commands, as a person or a script on a server runs them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as PilImage
from pycocotools import mask as coco_mask

from sam_annotator import __version__
from sam_annotator.__main__ import main
from sam_annotator.core.errors import ProjectError
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import PROJECT_FILE, Store


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence on standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1 and lines[0].startswith("sam-annotator: "), self.err
        assert "Traceback" not in self.err
        return lines[0]


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> Outcome:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run_main


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    (folder / "sub").mkdir(parents=True)
    for name, shape in (("a.png", (30, 40, 3)), ("sub/b.png", (20, 25, 3)), ("sub/c.png", (8, 9))):
        pixels = np.zeros(shape, np.uint8)
        pixels[3:7, 2:8] = 200
        write_png(folder / name, pixels)
    return folder


@pytest.fixture
def project(photos: Path, tmp_path: Path, run: Run) -> Path:
    assert run("new", tmp_path / "project", "--images", photos, "--category", "cat", "dog").status == 0
    return tmp_path / "project"


def add_object(project: Path, category_id: int = 1) -> Annotation:
    with Store.open(project) as store:
        image = next(image for image in store.images() if image.file_name == "a.png")
        pixels = np.zeros(image.size_hw, bool)
        pixels[3:7, 2:8] = True
        return store.add_annotation(Annotation(0, image.id, category_id, Mask.from_array(pixels)))


def test_new_makes_a_project(photos: Path, tmp_path: Path, run: Run) -> None:
    """Projects could only be made in the window."""
    (photos / "damaged.jpg").write_bytes(b"no image")
    done = run("new", tmp_path / "p", "--images", photos, "--category", "cat", "--category", "dog", "v1.0")
    assert done.status == 0 and done.err == ""
    assert "4 images and 3 categories" in done.out
    assert "1 image can't be read" in done.out and "damaged.jpg" in done.out
    with Store.open(tmp_path / "p") as store:
        assert [c.name for c in store.categories()] == ["cat", "dog", "v1.0"]
        assert [(i.file_name, i.size_hw) for i in store.images()] == [
            ("a.png", (30, 40)),
            ("damaged.jpg", (0, 0)),
            ("sub/b.png", (20, 25)),
            ("sub/c.png", (8, 9)),
        ]
        assert len(store.images()[0].sha256) == 64


def test_a_new_project_that_fails_half_way_leaves_nothing(
    photos: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a full disk or Ctrl+C the same command would say that there is already a project."""

    def full(*_: object) -> None:
        raise ProjectError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "set_probes", full)
        assert run("new", tmp_path / "p", "--images", photos).status == 1
    assert run("new", tmp_path / "p", "--images", photos).status == 0


def test_new_in_the_folder_of_the_images(photos: Path, run: Run) -> None:
    """A project could not live beside its photographs."""
    assert run("new", photos, "--images", photos).status == 0
    assert (photos / PROJECT_FILE).is_file()
    assert run("check", photos).status == 0


def test_a_project_is_never_overwritten(project: Path, photos: Path, run: Run) -> None:
    """A repeated command would throw a finished project away."""
    add_object(project)
    done = run("new", project, "--images", photos)
    assert done.status == 1 and "already a project" in done.sentence
    with Store.open(project) as store:
        assert len(store.dataset().annotations) == 1


def test_export_import_and_check(project: Path, tmp_path: Path, photos: Path, run: Run) -> None:
    """A script could not get the annotations out and in again."""
    annotation = add_object(project)
    out = tmp_path / "out.json"
    done = run("export", project, "--format", "coco", "--out", out)
    assert done.status == 0
    assert done.out == "Wrote 3 of 3 images, 1 of 1 annotation and 2 categories to out.json.\n"
    assert json.loads(out.read_text())["annotations"][0]["segmentation"] == annotation.mask.to_coco_rle()
    first = out.read_bytes()
    assert run("export", project, "--out", out, "--polygons").status == 0
    assert isinstance(json.loads(out.read_text())["annotations"][0]["segmentation"], list)
    assert run("export", project, "--out", out).status == 0
    assert out.read_bytes() == first

    assert run("new", tmp_path / "second", "--images", photos).status == 0
    done = run("import", tmp_path / "second", out, "--format", "coco")
    assert done.status == 0 and "1 annotation and 2 categories added" in done.out
    assert "1 already there" in run("import", tmp_path / "second", out).out
    assert run("export", tmp_path / "second", "--out", tmp_path / "second.json").status == 0
    assert (tmp_path / "second.json").read_bytes() == first

    done = run("check", tmp_path / "second")
    assert done.status == 0 and "3 images and 1 annotation, 0 problems" in done.out
    done = run("check", tmp_path / "second", "--json")
    assert json.loads(done.out) == {"images": 3, "annotations": 1, "problems": []}


def test_an_import_that_does_not_fit_is_refused_whole_or_skipped(project: Path, tmp_path: Path, run: Run) -> None:
    """Half of a file would be imported, or nobody would know what is missing."""
    add_object(project)
    out = tmp_path / "out.json"
    assert run("export", project, "--out", out).status == 0
    document = json.loads(out.read_text())
    document["annotations"][0]["category_id"] = 2
    document["annotations"].append(document["annotations"][0] | {"id": 9, "image_id": 99})
    out.write_text(json.dumps(document))
    done = run("import", project, out)
    assert done.status == 1 and "Annotation 9 is on image 99" in done.out
    assert "nothing was imported" in done.sentence and "--skip-invalid" in done.sentence
    with Store.open(project) as store:
        assert len(store.dataset().annotations) == 1
    done = run("import", project, out, "--skip-invalid")
    assert done.status == 0 and "1 skipped" in done.out and "image 99" in done.out
    with Store.open(project) as store:
        assert len(store.dataset().annotations) == 2


def test_import_finds_images_that_were_added_or_moved(project: Path, photos: Path, tmp_path: Path, run: Run) -> None:
    """Annotations of photographs added after the project was made could only be imported through the window."""
    add_object(project)
    assert run("export", project, "--out", tmp_path / "x.json").status == 0
    (photos / "a.png").rename(photos / "sub" / "z.png")
    write_png(photos / "new.png", np.zeros((5, 6), np.uint8))
    document = json.loads((tmp_path / "x.json").read_text())
    document["images"].append({"id": 9, "file_name": "new.png", "width": 6, "height": 5})
    rle = {"size": [5, 6], "counts": [3, 20, 7]}
    document["annotations"].append({"id": 7, "image_id": 9, "category_id": 1, "segmentation": rle})
    (tmp_path / "x.json").write_text(json.dumps(document))
    done = run("import", project, tmp_path / "x.json")
    assert done.status == 0 and "1 annotation and 0 categories added, 1 already there" in done.out
    with Store.open(project) as store:
        assert {image.file_name for image in store.images()} == {"new.png", "sub/b.png", "sub/c.png", "sub/z.png"}


def test_a_long_list_of_reasons_is_cut(project: Path, tmp_path: Path, run: Run) -> None:
    """A wrong file of 100,000 objects would flood the terminal."""
    document = {"images": [], "categories": [], "annotations": [{"id": i} for i in range(500)]}
    (tmp_path / "x.json").write_text(json.dumps(document))
    done = run("import", project, tmp_path / "x.json")
    assert done.status == 1 and "and 450 more" in done.out and len(done.out.splitlines()) == 51
    assert "and 499 more" in done.sentence


def test_export_reads_images_that_were_not_read_yet(photos: Path, tmp_path: Path, run: Run) -> None:
    """Images that were never opened in the window would be missing from the file."""
    with Store.create(tmp_path / "p", photos) as store:
        store.add_images(["a.png", "gone.png"])
        done = run("export", tmp_path / "p", "--out", tmp_path / "locked.json")  # while the window has it
    assert done.status == 0
    assert [i["width"] for i in json.loads((tmp_path / "locked.json").read_text())["images"]] == [40]
    done = run("export", tmp_path / "p", "--out", tmp_path / "out.json")
    assert done.status == 0
    assert "1 of 2 images" in done.out and "gone.png" in done.out
    with Store.open(tmp_path / "p") as store:
        assert store.image(1).is_probed


def test_a_project_that_is_open_elsewhere(project: Path, tmp_path: Path, run: Run) -> None:
    """An import would write into the project under the window."""
    run("export", project, "--out", tmp_path / "out.json")
    with Store.open(project):
        done = run("import", project, tmp_path / "out.json")
        assert done.status == 1 and "open in another window" in done.sentence
        assert run("check", project).status == 0


def test_check_tells_what_is_wrong(project: Path, photos: Path, run: Run) -> None:
    """A damaged project would go unnoticed."""
    (photos / "a.png").unlink()
    write_png(photos / "sub" / "b.png", np.zeros((20, 25), np.uint8))
    done = run("check", project)
    assert done.status == 1
    assert "2 problems" in done.sentence
    assert "a.png is not in the image folder" in done.out and "sub/b.png is not the file" in done.out
    done = run("check", project, "--json")
    assert done.status == 1 and len(json.loads(done.out)["problems"]) == 2


def test_segment_prints_one_object_and_writes_the_mask(photos: Path, tmp_path: Path, run: Run) -> None:
    """A script could not ask for a single mask."""
    out = tmp_path / "mask.png"
    done = run("segment", photos / "a.png", "--point", "4,5,1", "--engine", "fake", "--out", out)
    assert done.status == 0 and done.err == ""
    assert len(done.out.splitlines()) == 1
    answer = json.loads(done.out)
    pixels = coco_mask.decode(answer["segmentation"]).astype(bool)
    assert np.array_equal(np.asarray(PilImage.open(out)), pixels * np.uint8(255))
    assert pixels[5, 4] and answer["area"] == pixels.sum()
    assert answer["bbox"] == coco_mask.toBbox(answer["segmentation"]).tolist()
    assert 0 <= answer["predicted_iou"] <= 1
    assert (answer["width"], answer["height"], answer["engine"]) == (40, 30, "fake")
    again = ["--point", "4,5,1", "20,20,0", "--point", "3,4,1", "--box", "-3,-2,9,8", "--engine", "fake", "--out", out]
    assert run("segment", photos / "a.png", *again).status == 0
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["mask.png"]


POINT = ("--point", "4,5,1")
WRONG_SEGMENTS: list[tuple[tuple[str, ...], str]] = [
    ((), "no prompt"),
    (("--point", "40,5,1"), "outside the image"),
    (("--point", "4,-1,1"), "outside the image"),
    (("--point", "-1,4,1"), "outside the image"),
    (("--point", "4,5"), "X,Y,LABEL"),
    (("--point", "4,5,x"), "X,Y,LABEL"),
    (("--point", "4,5,2"), "label"),
    (("--point", "nan,5,1"), "X,Y,LABEL"),
    (("--point", "inf,5,1"), "X,Y,LABEL"),
    (("--point",), "expected at least one"),
    (("--box", "5,5,1,9"), "inverted"),
    (("--box", "5,5,5,9"), "inverted"),
    (("--box", "50,5,60,9"), "outside the image"),
    (("--box", "-9,-9,-1,-1"), "outside the image"),
    (("--box", "1,2,3"), "X0,Y0,X1,Y1"),
    (("--box", "a,b,c,d"), "X0,Y0,X1,Y1"),
    ((*POINT, "--device", "tpu"), "invalid choice"),
]


@pytest.mark.parametrize(("arguments", "why"), WRONG_SEGMENTS, ids=lambda value: " ".join(value)[:40])
def test_a_wrong_prompt_is_one_sentence(
    photos: Path, tmp_path: Path, run: Run, arguments: tuple[str, ...], why: str
) -> None:
    """A typing error would end in a traceback or in a mask of something else."""
    done = run("segment", photos / "a.png", *arguments, "--engine", "fake", "--out", tmp_path / "mask.png")
    assert done.status == 2 and why in done.sentence and done.out == ""
    assert not (tmp_path / "mask.png").exists()


def test_segment_keeps_the_users_files(photos: Path, tmp_path: Path, run: Run) -> None:
    """A photograph would be overwritten with a mask."""
    before = (photos / "a.png").read_bytes()
    (tmp_path / "notes.txt").write_text("notes")
    for out in (photos / "a.png", tmp_path / "notes.txt", tmp_path, tmp_path / "nope" / "mask.png"):
        done = run("segment", photos / "a.png", *POINT, "--engine", "fake", "--out", out)
        assert done.status == 2 and "mask.png" in done.sentence
    assert (photos / "a.png").read_bytes() == before
    assert (tmp_path / "notes.txt").read_text() == "notes"


def test_engines_lists_what_can_run(run: Run) -> None:
    """Nobody would know which checkpoint to download."""
    done = run("engines")
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines()] == ["ID", "builtin", "vit_b", "vit_l", "vit_h", "fake"]
    rows = {row["id"]: row for row in json.loads(run("engines", "--json").out)}
    assert rows["fake"]["ready"] is True
    assert rows["vit_b"]["ready"] is False and rows["vit_b"]["url"].startswith("https://")
    assert rows["vit_b"]["size_bytes"] == 375042383 and rows["vit_b"]["needs_checkpoint"] is True


def wrong_uses(tmp_path: Path, photos: Path, project: Path) -> list[tuple[int, tuple[Any, ...]]]:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text("x")
    (tmp_path / "damaged.png").write_bytes(b"\x89PNG\r\n\x1a\nxxxx")
    mask = ("--out", tmp_path / "m.png")
    return [
        (2, ("new",)),
        (2, ("new", tmp_path / "p")),
        (2, ("new", tmp_path / "p", "--images")),
        (1, ("new", tmp_path / "p", "--images", tmp_path / "nope")),
        (1, ("new", tmp_path / "p", "--images", tmp_path / "empty")),
        (1, ("new", tmp_path / "p", "--images", tmp_path / "text.txt")),
        (1, ("new", tmp_path / "p", "--images", photos, "--category", "a", "a")),
        (1, ("new", tmp_path / "p", "--images", photos, "--category", "")),
        (1, ("new", tmp_path / "text.txt", "--images", photos)),
        (2, ("new", tmp_path / "p", "--images", photos, "--unknown")),
        (2, ("new", tmp_path / "p", "--image", photos)),
        (2, ("export", project)),
        (2, ("export", project, "--format", "yolo", "--out", tmp_path / "x.json")),
        (1, ("export", tmp_path / "nope", "--out", tmp_path / "x.json")),
        (1, ("export", tmp_path / "empty", "--out", tmp_path / "x.json")),
        (1, ("export", project, "--out", tmp_path)),
        (1, ("export", project, "--out", tmp_path / "nope" / "x.json")),
        (1, ("export", project, "--out", photos / "a.png")),
        (2, ("import", project)),
        (1, ("import", project, tmp_path / "nope.json")),
        (1, ("import", project, tmp_path)),
        (1, ("import", project, os.devnull)),
        (1, ("new", tmp_path / "p\udcff", "--images", photos)),
        (1, ("new", tmp_path / "p", "--images", photos, "--category", "c\udcff")),
        (1, ("import", project, photos / "a.png")),
        (1, ("import", project, tmp_path / "text.txt")),
        (1, ("import", tmp_path / "text.txt", tmp_path / "text.txt")),
        (1, ("check", tmp_path / "nope")),
        (1, ("check", "~nobody-of-that-name")),
        (2, ("check",)),
        (2, ("check", project, "more")),
        (2, ("engines", "more")),
        (2, ("segment",)),
        (2, ("segment", photos / "a.png", *POINT)),
        (1, ("segment", tmp_path / "nope.png", *POINT, "--engine", "fake", *mask)),
        (1, ("segment", tmp_path / "damaged.png", *POINT, "--engine", "fake", *mask)),
        (2, ("segment", photos / "a.png", *POINT, "--engine", "fake", "--out", tmp_path / "m")),
        (2, ("segment", photos / "a.png", *POINT, "--engine", "fake", "--out", tmp_path / "m.jpg")),
        (1, ("segment", tmp_path, *POINT, "--engine", "fake", *mask)),
        (1, ("segment", photos / "a.png", *POINT, "--engine", "nope", *mask)),
        (1, ("segment", photos / "a.png", *POINT, "--engine", "vit_b", *mask)),
        (1, (tmp_path / "nope",)),
        (2, ("--nope",)),
        (2, (project, "more")),
        (2, (project, "--demo")),
        (2, ("--device", "tpu")),
        (1, ("exprot",)),
    ]


def test_every_wrong_use_is_one_sentence(tmp_path: Path, photos: Path, project: Path, run: Run) -> None:
    """A typing error would end in a traceback."""
    for status, arguments in wrong_uses(tmp_path, photos, project):
        done = run(*arguments)
        assert done.status == status, (arguments, done)
        assert done.sentence and done.out == "", (arguments, done)


def test_points_may_stand_before_the_image(photos: Path, tmp_path: Path, run: Run) -> None:
    """The image would be taken for one more point."""
    prompt = ("--point", "4,5,1", "-0.0,3,0", "--box", "1,1,9,9")
    assert run("segment", *prompt, photos / "a.png", "--engine", "fake", "--out", tmp_path / "m.png").status == 0


def test_names_of_full_length_are_written(project: Path, photos: Path, tmp_path: Path, run: Run) -> None:
    """A name that the disk takes would be refused, because that of a temporary file is longer."""
    long = "n" * 250
    assert run("export", project, "--out", tmp_path / f"{long}.json").status == 0
    arguments = (*POINT, "--engine", "fake", "--out", tmp_path / f"{long}.png")
    assert run("segment", photos / "a.png", *arguments).status == 0
    assert {p.name for p in tmp_path.iterdir() if p.is_file()} == {f"{long}.json", f"{long}.png"}


def test_a_folder_without_a_project_is_named(photos: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user would read of a folder among the program's data, which says nothing to them."""
    monkeypatch.setattr("sam_annotator.store.places._can_write", lambda folder: False)
    assert str(photos) in run("check", photos).sentence


def test_a_damaged_project_is_one_sentence(project: Path, tmp_path: Path, run: Run) -> None:
    """A damaged project would end in a traceback."""
    (project / PROJECT_FILE).write_bytes(b"not a database at all" * 500)
    for command in (("check", project), ("export", project, "--out", tmp_path / "x.json")):
        done = run(*command)
        assert done.status == 1 and "damaged or no project" in done.sentence


def test_a_fault_of_the_program_is_one_sentence(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user would see a traceback where a sentence and a way to report it help more."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("inner\nfault")

    monkeypatch.setattr(Store, "check", broken)
    done = run("check", project)
    assert done.status == 1 and "RuntimeError: inner fault" in done.sentence
    monkeypatch.setenv("SAM_ANNOTATOR_DEBUG", "1")
    assert "Traceback" in run("check", project).err


def test_interrupting_is_quiet(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C would print a traceback."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "check", interrupted)
    assert run("check", project) == Outcome(130, "", "")


def test_help_and_version(run: Run) -> None:
    """Nobody would find the commands."""
    done = run("--help")
    assert done.status == 0
    for word in ("new", "import", "export", "segment", "embed", "engines", "check", "--demo", "--engine"):
        assert word in done.out
    assert run("--version").out == f"SAM Annotator {__version__}\n"
    for command in ("new", "import", "export", "segment", "embed", "engines", "check"):
        done = run(command, "--help")
        assert done.status == 0 and f"sam-annotator {command}" in done.out
