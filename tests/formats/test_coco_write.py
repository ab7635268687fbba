"""What other programs find in an exported file."""

from __future__ import annotations

import errno
import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from coco_samples import HEIGHT, WIDTH, box_mask, plain_images, random_mask, small_project
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from sam_annotator.core.dataset_stream import PlainAnnotation
from sam_annotator.core.errors import FormatError
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Dataset, Image, Provenance
from sam_annotator.formats import coco_write
from sam_annotator.formats.base import ExportOptions, ExportReport, ImportOptions
from sam_annotator.formats.coco_write import _annotation_line as annotation_line
from sam_annotator.formats.registry import READABLE, get_format


def export(dataset: Dataset, out: Path, **options: Any) -> ExportReport:
    return get_format("coco").write(dataset, out, ExportOptions(**options))


def exported(dataset: Dataset, folder: Path, **options: Any) -> dict[str, Any]:
    export(dataset, folder / "out.json", **options)
    document: dict[str, Any] = json.loads((folder / "out.json").read_text("ascii"))
    return document


def many_objects(count: int = 60) -> Dataset:
    rng = np.random.default_rng(3)
    base = small_project()
    annotations = tuple(
        Annotation(i + 1, (1, 2)[i % 2], (1, 3)[i % 3 > 0], Mask.from_array(random_mask(rng, HEIGHT, WIDTH)))
        for i in range(count)
    )
    return replace(base, annotations=annotations)


def test_the_fields_are_as_coco_says(tmp_path: Path) -> None:
    """Trainers would drop objects, or take wrong boxes and areas."""
    document = exported(small_project(), tmp_path)
    first, ring, crowd = document["annotations"]
    assert [image["id"] for image in document["images"]] == [1, 2, 5]
    assert document["images"][1]["file_name"] == "sub/é.png"
    assert (document["images"][2]["width"], document["images"][2]["height"]) == (WIDTH, HEIGHT)
    assert [(c["id"], c["name"], c["supercategory"]) for c in document["categories"]] == [
        (1, "cat", "animal"),
        (3, "v1.0", ""),
        (4, "unused é", ""),
    ]
    assert (first["id"], first["image_id"], first["category_id"]) == (1, 1, 1)
    assert first["bbox"] == [2, 3, 4, 5] and first["area"] == 20 and first["iscrowd"] == 0
    assert first["segmentation"]["size"] == [HEIGHT, WIDTH] and isinstance(first["segmentation"]["counts"], str)
    assert ring["area"] == 100 - 9 and ring["bbox"] == [5, 5, 10, 10]
    assert crowd["iscrowd"] == 1 and type(crowd["iscrowd"]) is int and crowd["area"] == WIDTH * HEIGHT
    assert first["sam_annotator"]["score"] == 0.875
    assert first["sam_annotator"]["provenance"]["engine"] == "vit_b"
    assert first["sam_annotator"]["provenance"]["steps"][0]["prompt"]["point_coords"] == [[3.5, 4.25]]
    assert document["images"][0]["sam_annotator"] == {"sha256": "a" * 64, "state": "done"}
    assert document["categories"][1]["sam_annotator"] == {"color": "#123456"}
    assert document["info"]["version"]


@pytest.mark.parametrize("polygons", [False, True])
def test_pycocotools_reads_the_same_pixels(tmp_path: Path, polygons: bool) -> None:
    """An outline would be off by a pixel, or a hole be filled, in everything trained on the file."""
    dataset = many_objects()
    export(dataset, tmp_path / "out.json", polygons=polygons)
    coco = COCO(str(tmp_path / "out.json"))
    assert sorted(coco.anns) == [a.id for a in dataset.annotations]
    for annotation in dataset.annotations:
        record = coco.anns[annotation.id]
        pixels = annotation.mask.to_array()
        assert np.array_equal(coco.annToMask(record).astype(bool), pixels)
        assert record["area"] == pixels.sum()
        ys, xs = np.nonzero(pixels)
        assert record["bbox"] == [xs.min(), ys.min(), xs.max() - xs.min() + 1, ys.max() - ys.min() + 1]


@pytest.mark.parametrize("polygons", [False, True])
@pytest.mark.parametrize("kind", ["segm", "bbox"])
def test_evaluating_an_export_against_itself_is_perfect(tmp_path: Path, polygons: bool, kind: str) -> None:
    """COCOeval would count correct objects as errors, as it does with annotation id 0."""
    dataset = replace(many_objects(), annotations=many_objects().annotations[:30])
    distinct = {(a.image_id, a.category_id, a.mask): a for a in dataset.annotations}
    export(replace(dataset, annotations=tuple(distinct.values())), tmp_path / "out.json", polygons=polygons)
    truth = COCO(str(tmp_path / "out.json"))
    answers = [
        {"image_id": a.image_id, "category_id": a.category_id, "score": 1.0 - 1e-3 * a.id}
        | ({"segmentation": a.mask.to_coco_rle()} if kind == "segm" else {"bbox": list(a.mask.bbox_xywh)})
        for a in distinct.values()
    ]
    evaluation = COCOeval(truth, truth.loadRes(answers), kind)
    evaluation.evaluate()
    evaluation.accumulate()
    evaluation.summarize()
    assert evaluation.stats[0] == pytest.approx(1.0)
    assert evaluation.stats[8] == pytest.approx(1.0)


def test_polygons_only_where_they_are_exact(tmp_path: Path) -> None:
    """Holes would be filled in the polygon file."""
    base = small_project()
    crowd = replace(base.annotations[0], id=9, iscrowd=True)
    dataset = replace(base, annotations=(*base.annotations, crowd))
    report = export(dataset, tmp_path / "out.json", polygons=True)
    records = {a["id"]: a for a in json.loads((tmp_path / "out.json").read_text())["annotations"]}
    assert isinstance(records[1]["segmentation"], list)
    assert isinstance(records[2]["segmentation"], dict)
    assert isinstance(records[9]["segmentation"], dict)
    assert report.polygons_out == 1


def test_a_second_export_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    """A file under version control would change although nothing changed."""
    dataset = many_objects()
    export(dataset, tmp_path / "1.json")
    shuffled = replace(
        dataset,
        images=dataset.images[::-1],
        categories=dataset.categories[::-1],
        annotations=dataset.annotations[::-1],
    )
    export(shuffled, tmp_path / "2.json")
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()
    assert (tmp_path / "1.json").read_bytes().isascii()


def test_what_is_left_out_is_told_with_why(tmp_path: Path) -> None:
    """Objects would be missing from the file without a word."""
    base = small_project()
    dataset = replace(
        base,
        images=(*base.images[:2], replace(base.images[2], missing=True), Image(8, "damaged.jpg")),
        annotations=(
            *base.annotations,
            Annotation(10, 8, 1, box_mask(0, 0, 1, 1)),
            Annotation(11, 77, 1, box_mask(0, 0, 1, 1)),
            Annotation(12, 1, 77, box_mask(0, 0, 1, 1)),
            Annotation(13, 1, 1, Mask.from_array(np.ones((3, 3), bool))),
            Annotation(14, 1, 1, Mask.from_array(np.zeros((HEIGHT, WIDTH), bool))),
        ),
    )
    report = export(dataset, tmp_path / "out.json")
    assert (report.images_in, report.images_out) == (4, 3)
    assert (report.annotations_in, report.annotations_out) == (8, 3)
    told = "\n".join(report.left_out)
    for text in ("damaged.jpg", "Annotation 10", "image 77", "category 77", "3 x 3", "no pixels"):
        assert text in told
    assert len(report.left_out) == 6
    assert "sub/empty.png is missing" in report.notes[0]
    assert report.summary == "Wrote 3 of 4 images, 3 of 8 annotations and 3 categories to out.json."
    assert len(json.loads((tmp_path / "out.json").read_text())["images"]) == 3


def test_a_damaged_mask_is_left_out_and_the_others_are_written(tmp_path: Path) -> None:
    """Else one damaged object keeps a user from exporting all others."""
    dataset = many_objects(3)
    first, *others = dataset.annotations
    broken = replace(first, mask=Mask.from_trusted_rle(first.mask.size_hw, first.mask.counts + "9"))
    report = export(replace(dataset, annotations=(broken, *others)), tmp_path / "out.json")
    assert report.annotations_out == len(others)
    assert [text for text in report.left_out if f"Annotation {first.id} " in text and "damaged" in text]


def test_an_empty_project_is_a_valid_file(tmp_path: Path) -> None:
    """Exporting before the first object would give a file that nothing reads."""
    export(Dataset(), tmp_path / "out.json")
    assert COCO(str(tmp_path / "out.json")).getAnnIds() == []


def test_estimates_that_are_no_numbers_are_written_as_null(tmp_path: Path) -> None:
    """One NaN would make the whole file unreadable for strict readers."""
    base = small_project()
    odd = replace(base.annotations[0], score=float("nan"), provenance=Provenance(predicted_iou=float("inf")))
    text = json.dumps(exported(replace(base, annotations=(odd,)), tmp_path))
    assert "NaN" not in text and "Infinity" not in text


def failing_fsync(*_: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("old", [None, b"{}"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes | None) -> None:
    """A failed export would take the last good one with it."""
    out = tmp_path / "out.json"
    if old is not None:
        out.write_bytes(old)
    monkeypatch.setattr(os, "fsync", failing_fsync)
    with pytest.raises(FormatError, match=r"disk of .* is full"):
        export(small_project(), out)
    assert [p.read_bytes() for p in tmp_path.iterdir()] == ([] if old is None else [old])


def shifted(plain: PlainAnnotation, area: int, bbox: Any, *, polygons: bool) -> str:
    """A line with the mask of another annotation."""
    mask = box_mask(1, 1, 2, 2)
    return annotation_line(plain._replace(counts=mask.counts), mask.area, mask.bbox_xywh, polygons=polygons)


def test_a_file_that_differs_from_the_project_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in writing would go unnoticed until the training."""
    for segmentation in (box_mask(1, 1, 2, 2).to_coco_rle(), [[1, 1, 3, 1, 3, 3, 1, 3]], [[0, 0, 1, 1]]):
        with monkeypatch.context() as patch, pytest.raises(FormatError, match="from the project in annotation 1"):
            patch.setattr(coco_write, "to_segmentation", lambda mask, polygons, text=segmentation: text)
            export(small_project(), tmp_path / "out.json", polygons=True)
    for line, where in ((shifted, "annotation 1"), (lambda *_, polygons: '{"id": 1', "what is no JSON")):
        with monkeypatch.context() as patch, pytest.raises(FormatError, match=f"from the project in {where}"):
            patch.setattr(coco_write, "_annotation_line", line)
            export(small_project(), tmp_path / "out.json")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_keeps_something_else_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing disk, or a full one that says nothing, would leave a file that nobody can use."""
    write = io.BufferedWriter.write
    for other in (b"sub/wrong.png", b"", b"sub/emp\xff.png"):

        def wrong_write(self: Any, data: bytes, other: bytes = other) -> int:
            return write(self, data.replace(b"sub/empty.png", other))

        file_class = type("Wrong", (io.BufferedWriter,), {"write": wrong_write})
        with monkeypatch.context() as patch, pytest.raises(FormatError, match="from the project"):
            patch.setattr(coco_write, "_CheckedFile", with_file(file_class))
            export(small_project(), tmp_path / "out.json")
    assert list(tmp_path.iterdir()) == []


def with_file(file_class: Any) -> Any:
    """Return _CheckedFile, which writes with another kind of file."""
    checked = coco_write._CheckedFile
    return lambda file, back: checked(file_class(io.FileIO(file.fileno(), "wb", closefd=False)), back)


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    """Half a file would look like a whole one."""
    seen: list[tuple[int, int]] = []
    with pytest.raises(FormatError, match="cancelled"):
        export(
            many_objects(400),
            tmp_path / "out.json",
            progress=lambda *n: seen.append(n),
            cancelled=lambda: len(seen) > 2,
        )
    assert list(tmp_path.iterdir()) == []
    assert seen == [(0, 400), (128, 400), (256, 400)]
    export(many_objects(400), tmp_path / "out.json", progress=lambda *n: seen.append(n))
    assert seen[-1] == (400, 400)


def test_places_that_cant_be_written_are_told(tmp_path: Path) -> None:
    """A typing error would end in a traceback, or in an overwritten photograph."""
    (tmp_path / "photo.jpg").write_bytes(b"photo")
    for out in (tmp_path, tmp_path / "nope" / "out.json", tmp_path / "photo.jpg"):
        with pytest.raises(FormatError):
            export(small_project(), out)
    assert (tmp_path / "photo.jpg").read_bytes() == b"photo"


@pytest.mark.skipif(os.name == "nt", reason="needs rights for links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that a link leads to would stay the old one."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "real" / "out.json")
    export(small_project(), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink() and (tmp_path / "real" / "out.json").is_file()


@pytest.mark.parametrize("known", READABLE, ids=lambda f: f.id)
@pytest.mark.parametrize("polygons", [False, True])
def test_every_format_gives_back_what_it_was_given(tmp_path: Path, known: Any, polygons: bool) -> None:
    """A format would lose objects on the way out and in again."""
    dataset = many_objects()
    report = known.write(dataset, tmp_path / f"out{known.suffixes[0]}", ExportOptions(polygons=polygons))
    assert report.annotations_out == len(dataset.annotations)
    result = known.read(report.path, plain_images(dataset), ImportOptions())
    assert result.annotations == dataset.annotations
    assert result.categories == dataset.categories


def test_an_unknown_format_is_told() -> None:
    """A typing error would end in a traceback."""
    with pytest.raises(FormatError, match=r'no format "yolo".*coco'):
        get_format("yolo")
