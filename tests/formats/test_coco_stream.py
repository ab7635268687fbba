"""An export that is read bit by bit is, byte for byte, the one made of everything in memory."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from coco_samples import HEIGHT, WIDTH, random_mask, small_project
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_coco import plain_coco

from sam_annotator.core.dataset_stream import DatasetStream
from sam_annotator.core.errors import FormatError
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, Category, Dataset, Image, PromptStep, Provenance
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format
from sam_annotator.store.store import Store

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.sampled_from(["", "prompt", "vit_b", "a,b: c", 'é\n"\\', "ec" * 32, "\x7f", "x:y"])


def steps() -> st.SearchStrategy[PromptStep]:
    points = st.lists(st.tuples(NUMBERS, NUMBERS, st.sampled_from([0, 1])), max_size=3)
    boxes = st.none() | st.lists(st.floats(0, 4000), min_size=4, max_size=4).map(
        lambda v: (min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3]))
    )
    prompts = st.builds(
        lambda p, box: Prompt(tuple((x, y) for x, y, _ in p), tuple(label for *_, label in p), box), points, boxes
    )
    return st.builds(lambda p, c: PromptStep(p, c is not None, c or 0), prompts, st.none() | st.integers(0, 2))


PROVENANCES = st.builds(
    Provenance,
    WORDS,
    WORDS,
    WORDS,
    st.lists(steps(), max_size=2).map(tuple),
    NUMBERS,
    st.none() | NUMBERS,
    st.booleans(),
    st.just({}) | st.dictionaries(WORDS, st.none() | NUMBERS | WORDS | st.lists(st.integers()), max_size=2),
)


def varied(seed: int, count: int, provenances: tuple[Provenance, ...] = (Provenance(),)) -> Dataset:
    """Holes, islands, crowds, ids with gaps, names that are not ASCII."""
    rng = np.random.default_rng(seed)
    base = small_project()
    categories = (*base.categories, Category(9, 'ü "quoted" \\ 日本 \U0001f408', "#00ff00", "süper"))
    annotations = tuple(
        Annotation(
            3 * i + 1,
            int(rng.choice([1, 2])),
            int(rng.choice([1, 3, 9])),
            Mask.from_array(random_mask(rng, HEIGHT, WIDTH)),
            bool(rng.random() < 0.2),
            None if rng.random() < 0.3 else float(rng.choice([rng.random(), 1.0, 0.1, 1e-7])),
            provenances[i % len(provenances)],
        )
        for i in range(count)
    )
    return replace(base, categories=categories, annotations=annotations)


def stored(folder: Path, dataset: Dataset) -> Store:
    """Return a project that holds the dataset."""
    store = Store.create(folder, folder)
    with store._db.transaction() as connection:
        for i in dataset.images:
            values = (i.id, i.file_name, i.width, i.height, i.sha256, str(i.state))
            connection.execute(
                "INSERT INTO images (id, file_name, width, height, sha256, state) VALUES (?, ?, ?, ?, ?, ?)", values
            )
    for category in dataset.categories:
        store.restore_category(category)
    store.restore_annotations(dataset.annotations)
    store.update_images(dataset.images)  # their states: an image is in progress once it has an annotation
    return store


@pytest.mark.parametrize("polygons", [False, True])
def test_it_is_the_same_file(tmp_path: Path, polygons: bool) -> None:
    """A file under version control would change with an update of the program, or objects would."""
    dataset = varied(5, 400)
    coco = get_format("coco")
    coco.write(dataset, tmp_path / "memory.json", ExportOptions(polygons=polygons))
    with stored(tmp_path, dataset) as store:
        for read_only in (False, True):
            reader = Store.open(tmp_path, read_only=True) if read_only else store
            with reader.stream() as stream:
                report = coco.write(stream, tmp_path / f"{read_only}.json", ExportOptions(polygons=polygons))
            assert (report.annotations_in, report.annotations_out) == (400, 400)
    wanted = plain_coco(dataset, polygons=polygons)
    assert polygons == ('"segmentation": [[' in wanted)
    for name in ("memory", "True", "False"):
        assert (tmp_path / f"{name}.json").read_text("ascii") == wanted


@settings(max_examples=40, deadline=None)
@given(st.lists(PROVENANCES, min_size=1, max_size=8).map(tuple))
def test_what_was_clicked_is_written_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, provenances: tuple[Provenance, ...]
) -> None:
    """Prompts and estimates would differ in a file and in the project it was made of."""
    folder = tmp_path_factory.mktemp("project")
    dataset = varied(1, len(provenances), provenances)
    with stored(folder, dataset) as store, store.stream() as stream:
        assert [plain.annotation for plain in stream.annotations()] == list(dataset.annotations)
        get_format("coco").write(stream, folder / "out.json", ExportOptions())
    assert (folder / "out.json").read_text("ascii") == plain_coco(dataset)


def test_an_older_project_file_is_written_with_all_keys(tmp_path: Path) -> None:
    """Files of one project would differ with the version that made an annotation."""
    dataset = varied(1, 4)
    with stored(tmp_path, dataset) as store:
        for id_, text in ((1, '{"source": "prompt"}'), (4, "{}"), (7, '{"source":"x","extra":{"k":NaN}}')):
            with store._db.transaction() as connection:
                connection.execute("UPDATE annotations SET provenance = ? WHERE id = ?", (text, id_))
        with store.stream() as stream:
            get_format("coco").write(stream, tmp_path / "out.json", ExportOptions())
        whole = store.dataset()
    assert whole.annotations[0].provenance == Provenance("prompt")
    assert (tmp_path / "out.json").read_text("ascii") == plain_coco(whole)
    assert "NaN" not in (tmp_path / "out.json").read_text("ascii")


def test_masks_too_large_for_a_batch_are_written(tmp_path: Path) -> None:
    """The largest scans would be left out."""
    side = 25_000
    mask = Mask.from_uncompressed((side, side), [side * 3 + 5, 7, side * side - side * 3 - 12])
    dataset = Dataset(
        (Image(1, "scan.tif", side, side, "ab"),), (Category(1, "a", "#000000"),), (Annotation(1, 1, 1, mask),)
    )
    report = get_format("coco").write(dataset, tmp_path / "out.json", ExportOptions())
    assert report.annotations_out == 1
    assert (tmp_path / "out.json").read_text("ascii") == plain_coco(dataset)


def test_a_stream_of_a_dataset_can_be_read_again() -> None:
    """A format that goes through the objects twice would write half of a file."""
    dataset = varied(2, 9)
    stream = DatasetStream.of(replace(dataset, annotations=dataset.annotations[::-1]))
    for _ in range(2):
        assert [plain.annotation for plain in stream.annotations()] == list(dataset.annotations)
    assert stream.annotation_count == 9
    odd = replace(dataset.annotations[0], score=math.inf)
    plain = next(iter(DatasetStream.of(Dataset(annotations=(odd,))).annotations()))
    assert plain.annotation == odd


def test_a_failure_on_the_way_leaves_the_old_file(tmp_path: Path) -> None:
    """An error in the middle would take the last good export with it."""
    out = tmp_path / "out.json"
    out.write_text("{}")
    whole = DatasetStream.of(varied(3, 600))

    def fail() -> Any:
        for number, annotation in enumerate(whole.annotations()):
            if number == 500:
                raise FormatError("The disk is gone.")
            yield annotation

    with pytest.raises(FormatError, match="disk is gone"):
        get_format("coco").write(replace(whole, annotations=fail), out, ExportOptions())
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"] and out.read_text() == "{}"


_GROWTH = """
import sys
from pathlib import Path
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format
from sam_annotator.store.store import Store
def peak():  # of this process: what getrusage tells on Linux goes on from the one that started it
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if x.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
folder = Path(sys.argv[1])
with Store.open(folder, read_only=True) as store:
    store.annotations(1)
    before = peak()
    with store.stream() as stream:
        get_format("coco").write(stream, folder / "out.json", ExportOptions())
print(peak() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to tell the peak")
def test_a_large_export_needs_little_memory(tmp_path: Path) -> None:
    """A project that can be annotated could not be exported on the same computer."""
    rng = np.random.default_rng(1)
    image = Image(1, "a.png", 300, 300, "ab")
    mask = Mask.from_array(rng.random((300, 300)) < 0.03)
    dataset = Dataset((image,), (Category(1, "a", "#000000"),), (Annotation(1, 1, 1, mask),))
    with stored(tmp_path, dataset) as store, store._db.transaction() as connection:
        names = "image_id, category_id, mask_height, mask_width, mask_counts, area, iscrowd, score, provenance"
        for _ in range(13):
            connection.execute(f"INSERT INTO annotations ({names}) SELECT {names} FROM annotations")
    done = subprocess.run([sys.executable, "-c", _GROWTH, str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "out.json").stat().st_size
    assert len(json.loads((tmp_path / "out.json").read_text("ascii"))["annotations"]) == 1 << 13
    assert written > 50e6
    assert int(done.stdout) < 30e6
