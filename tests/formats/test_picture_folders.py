"""Folders of pictures: where they go, what they are called, what is left out; nothing that is there is touched."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from picture_samples import HEIGHT, WIDTH, files, options, picture_project
from PIL import Image as PilImage

from sam_annotator.core.dataset_stream import DatasetStream
from sam_annotator.core.errors import FormatError
from sam_annotator.core.records import Dataset, Image
from sam_annotator.formats import folder_export
from sam_annotator.formats.base import ImportOptions, OptionKind
from sam_annotator.formats.image_names import file_stems, folder_name
from sam_annotator.formats.registry import FORMATS, READABLE, get_format

FOLDERS = [known for known in FORMATS if not known.suffixes]
IDS = [known.id for known in FOLDERS]


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return picture_project(tmp_path / "photos")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files(folder)}


@pytest.mark.parametrize("format_id", IDS)
def test_a_second_export_is_the_same(tmp_path: Path, dataset: Dataset, format_id: str) -> None:
    """Files under version control would change by themselves."""
    known = get_format(format_id)
    first = known.write(dataset, tmp_path / "one", options(tmp_path / "photos"))
    second = known.write(dataset, tmp_path / "two", options(tmp_path / "photos"))
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two") and first.path.name == "one"
    assert replace(first, path=second.path) == second and "24 of 24 annotations" in first.summary
    (tmp_path / "three").mkdir()
    known.write(dataset, tmp_path / "three", options(tmp_path / "photos"))
    assert bytes_of(tmp_path / "three") == bytes_of(tmp_path / "one")


@pytest.mark.parametrize("format_id", IDS)
def test_nothing_is_overwritten(tmp_path: Path, dataset: Dataset, format_id: str) -> None:
    """Files that somebody needs would be gone."""
    photos, known = tmp_path / "photos", get_format(format_id)
    before = bytes_of(photos)
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    for out, words in (
        (tmp_path / "file", "is a file"),
        (tmp_path / "full", "not empty"),
        (tmp_path / "gone" / "out", "no folder"),
        (photos / "out", "folder of images"),
    ):
        with pytest.raises(FormatError, match=words):
            known.write(dataset, out, replace(options(photos), image_root=photos))
    assert bytes_of(photos) == before
    assert files(tmp_path / "full") == ["mine.txt"] and (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("format_id", IDS)
def test_cancel_leaves_nothing(tmp_path: Path, dataset: Dataset, format_id: str, is_there: bool) -> None:
    """Half an export would look like a whole one."""
    out, seen = tmp_path / "out", []
    if is_there:
        out.mkdir()

    def progress(done: int, total: int) -> None:
        seen.append((done, total))

    wishes = replace(options(tmp_path / "photos"), progress=progress, cancelled=lambda: len(seen) >= 3)
    with pytest.raises(FormatError, match="cancelled"):
        get_format(format_id).write(dataset, out, wishes)
    assert seen == [(0, 6), (1, 6), (2, 6)]
    assert sorted(p.name for p in tmp_path.iterdir()) == (["out", "photos"] if is_there else ["photos"])
    assert not is_there or list(out.iterdir()) == []


@pytest.mark.parametrize("format_id", IDS)
def test_a_full_disk_leaves_nothing(
    tmp_path: Path, dataset: Dataset, format_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of files that end in the middle would be taken for an export."""
    calls: list[int] = []

    def fsync(_handle: int) -> None:
        calls.append(1)
        if len(calls) > 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FormatError, match="is full"):
        get_format(format_id).write(dataset, tmp_path / "out", options(tmp_path / "photos"))
    assert [p.name for p in tmp_path.iterdir()] == ["photos"]


@pytest.mark.parametrize("format_id", IDS)
def test_a_disk_that_loses_bits_is_found_out(
    tmp_path: Path, dataset: Dataset, format_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Masks on a broken stick would differ from the project's, and nobody would know."""
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path.suffix in (".png", ".npz"):
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)

    if not Path("/proc/self/fd").exists():
        pytest.skip("needs Linux to know the file of a handle")
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FormatError, match="differs"):
        get_format(format_id).write(dataset, tmp_path / "out", options(tmp_path / "photos"))
    assert [p.name for p in tmp_path.iterdir()] == ["photos"]


def test_what_does_not_fit_is_told(tmp_path: Path, dataset: Dataset) -> None:
    """One missing photograph would end the export of all others, or nobody would hear of it."""
    photos = tmp_path / "photos"
    (photos / "a.jpg").unlink()
    (photos / "a.png").write_bytes(b"no image")
    PilImage.fromarray(np.zeros((WIDTH, HEIGHT, 3), np.uint8)).save(photos / "deep/er/b.png")
    first = dataset.annotations[3]
    damaged = replace(
        dataset, annotations=(*dataset.annotations[:3], replace(first, category_id=99), *dataset.annotations[4:])
    )
    report = get_format("overlay").write(damaged, tmp_path / "out", options(photos))
    assert files(tmp_path / "out") == ["deep/er/c.png", "done.png"]
    assert (report.images_out, report.annotations_out) == (2, 5)
    for words in ("a.jpg is not where", "a.png can't be read", "another size", f"Annotation {first.id} was left out"):
        assert any(words in sentence for sentence in report.left_out), words
    whole = get_format("png-semantic").write(dataset, tmp_path / "masks", options(photos))
    assert whole.annotations_out == 24  # masks need no photographs


def test_images_without_annotations(tmp_path: Path, dataset: Dataset) -> None:
    """A network would never see an image on which nothing is, or take one that nobody looked at for empty."""
    known = get_format("png-semantic")
    some = known.write(dataset, tmp_path / "some", options(tmp_path / "photos"))
    every = known.write(dataset, tmp_path / "all", options(tmp_path / "photos", empty=True))
    assert "1 image has no annotations and is not among them; an option writes it, too." in some.notes
    assert not any("no annotations" in note for note in every.notes)
    assert set(files(tmp_path / "all")) - set(files(tmp_path / "some")) == {"empty.png"}
    with PilImage.open(tmp_path / "all" / "empty.png") as picture:
        assert not np.asarray(picture).any()


def test_parts_of_a_project(tmp_path: Path, dataset: Dataset) -> None:
    """A selection would take its neighbours along."""
    stream = DatasetStream.of(dataset)
    assert stream.limited() is stream
    for limits, wanted in (
        ({"image_ids": [2, 6]}, [a for a in dataset.annotations if a.image_id == 2]),
        ({"category_ids": [4]}, [a for a in dataset.annotations if a.category_id == 4]),
        ({"annotation_ids": [1, 13, 24]}, [a for a in dataset.annotations if a.id in (1, 13, 24)]),
        (
            {"image_ids": [1], "category_ids": [1]},
            [a for a in dataset.annotations if (a.image_id, a.category_id) == (1, 1)],
        ),
    ):
        part = stream.limited(**limits)  # type: ignore[arg-type]
        assert [plain.annotation.id for plain in part.annotations()] == [a.id for a in wanted]
        assert part.annotation_count == len(wanted) == sum(part.counts.values())
        report = get_format("npz").write(part, tmp_path / str(len(list(tmp_path.iterdir()))), options(tmp_path))
        assert report.annotations_out == len(wanted)
    assert [i.id for i in stream.limited(annotation_ids=[13, 24]).images] == [2, 3]
    assert [i.id for i in stream.limited(image_ids=[2, 6]).images] == [2, 6]
    out = tmp_path / "part.json"
    assert get_format("coco").write(stream.limited(image_ids=[2]), out, options(tmp_path)).annotations_out == 6


def stems(*names: str, reserved: tuple[str, ...] = ()) -> list[str]:
    return list(file_stems([Image(i, name) for i, name in enumerate(names, start=1)], reserved).values())


def test_no_two_images_have_one_name() -> None:
    """One image's masks would replace another's, on Windows and macOS too."""
    assert stems("a/b.jpg", "a/c.jpg", "c.jpg") == ["a/b", "a/c", "c"]
    assert stems("a.jpg", "a.png", "b.png") == ["a.jpg", "a.png", "b"]
    assert stems("A.jpg", "a.png") == ["A.jpg", "a.png"]
    assert stems("a.jpg", "a.png", "a.jpg.gif") == ["a.jpg~2", "a.png", "a.jpg"]
    assert stems("categories.jpg", reserved=("categories",)) == ["categories.jpg"]
    assert stems("../../etc/x.png", "/abs.png") == ["_/_/etc/x", "abs"]
    long = "é" * 125 + ".png"
    assert len(stems(long)[0].encode()) < 220 and len(set(stems(long, "é" * 125 + ".jpg"))) == 2
    rng = np.random.default_rng(0)
    parts = ["a", "A", "a.jpg", "b", "a.png", "ä", "a\u0308", "a~2"]
    for _ in range(200):
        names = {
            f"{rng.choice(parts)}/{rng.choice(parts)}.{rng.choice(['png', 'jpg', 'PNG', 'png.jpg'])}" for _ in range(12)
        }
        found = stems(*sorted(names), reserved=("a/a",))
        assert len({stem.casefold() for stem in found} | {"a/a"}) == len(names) + 1
    assert [folder_name(words, 7) for words in ("a/b", "..", "猫", "")] == ["a_b", "7", "猫", "7"]


def test_every_format_says_what_can_be_chosen(tmp_path: Path, dataset: Dataset) -> None:
    """The dialog and the command line would offer nothing, or what can't be."""
    by_name: dict[str, OptionKind] = {}
    for known in FORMATS:
        assert known.title and known.can_read == (known in READABLE)
        for option in known.options:
            assert by_name.setdefault(option.name, option.kind) is option.kind
            assert option.label and option.help.endswith(".")
            if option.kind is OptionKind.CHOICE:
                assert option.default in [value for value, _ in option.choices]
    with pytest.raises(FormatError, match="exported only"):
        get_format("overlay").read(tmp_path / "x.png", dataset, ImportOptions())


def test_a_folder_that_appears_meanwhile_stays(
    tmp_path: Path, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's new folder would be replaced."""
    out = tmp_path / "out"
    real = folder_export._write_images

    def slow(*args: object, **named: object) -> None:
        real(*args, **named)  # type: ignore[arg-type]
        out.mkdir()

    monkeypatch.setattr(folder_export, "_write_images", slow)
    with pytest.raises(FormatError, match="something at"):
        get_format("npz").write(dataset, out, options(tmp_path / "photos"))
    assert out.is_dir() and files(out) == [] and sorted(p.name for p in tmp_path.iterdir()) == ["out", "photos"]


_GROWTH = """
import sys
from pathlib import Path
import numpy as np
from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Image
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format
def peak():
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if x.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
side, n = 1000, 100
mask = Mask.from_uncompressed((side, side), [5, side * 900, side * side - side * 900 - 5])
images = tuple(Image(i, f"{i}.png", side, side, "ab") for i in range(1, 4))
def of(image_id):
    return [PlainAnnotation.of(Annotation(image_id * n + k, image_id, 1, mask)) for k in range(n)]
stream = DatasetStream(images, (Category(1, "a", "#ffffff"),), 3 * n, lambda: (a for i in images for a in of(i.id)), of,
                       {i.id: n for i in images})
out = Path(sys.argv[1])
get_format("npz").write(stream.limited(image_ids=[1], annotation_ids=[n]), out / "warm", ExportOptions())
before = peak()
get_format("npz").write(stream, out / "out", ExportOptions())
print(peak() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to tell the peak")
def test_many_masks_need_no_more_memory_than_one(tmp_path: Path) -> None:
    """A hundred masks of a large photograph would end the program."""
    done = subprocess.run([sys.executable, "-c", _GROWTH, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 30_000_000  # all masks of an image are 100 MB
